//! Bringing files in: sending, looking, putting right, reading in.

use super::quantity;

/// The words of the import screen.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "a word's name is what it says")]
pub struct ImportWords {
    pub title: &'static str,
    pub intro: &'static str,
    pub choose: &'static str,
    pub or_drop: &'static str,
    pub kinds: &'static str,
    pub send: &'static str,
    pub received: fn(files: usize) -> String,
    pub stop: &'static str,
    pub waiting: &'static str,
    pub nothing_waits: &'static str,
    pub empty: &'static str,
    pub text: &'static str,
    pub participants: fn(rows: usize) -> String,
    pub codebook: fn(codes: usize, titles: &[String]) -> String,
    pub codings: fn(rows: usize) -> String,
    pub will_be: fn(name: &str) -> String,
    pub same_as: fn(transcript: &str) -> String,
    pub other_content: fn(transcript: &str) -> String,
    pub correct: &'static str,
    pub facts: fn(encoding: &str, turns: usize, paragraphs: usize, times: usize, headings: usize) -> String,
    pub speakers: &'static str,
    pub no_speakers: &'static str,
    pub turns: fn(turns: usize) -> String,
    pub role_of: fn(speaker: &str) -> String,
    pub asks: &'static str,
    pub answers: &'static str,
    pub is_none: &'static str,
    pub none_at_all: &'static str,
    pub as_found: &'static str,
    pub apply: &'static str,
    pub put_right: &'static str,
    pub preview: &'static str,
    pub preview_more: &'static str,
    pub speaker: &'static str,
    pub words: &'static str,
    pub remarks: &'static str,
    pub leave_out: &'static str,
    pub leave_out_named: fn(file: &str) -> String,
    pub leave_all: &'static str,
    pub left_out: fn(file: &str) -> String,
    pub all_left_out: &'static str,
    pub reason: &'static str,
    pub read_in: fn(files: usize) -> String,
    pub some_refused: &'static str,
    pub too_large: fn(file: &str) -> String,
    pub too_large_hint: &'static str,
    pub no_file: &'static str,
    pub not_there: &'static str,
}

pub(super) const NL: ImportWords = ImportWords {
    title: "Transcripten inlezen",
    intro: "Kies je bestanden. Je ziet eerst wat Codeboom ervan maakt en zet recht wat niet klopt; pas daarna lees je ze in. De tekst zelf blijft zoals hij is.",
    choose: "Kies bestanden",
    or_drop: "of sleep ze naar deze plek.",
    kinds: "Teksten (.txt, .md, .docx), een respondententabel (.csv), een codeboek (.toml, .csv) of coderingen (.csv). Hoogstens 64 MB per bestand en 256 MB bij elkaar.",
    send: "Bekijk de bestanden",
    received: |files| quantity(files, "bestand is gelezen", "bestanden zijn gelezen") + ".",
    stop: "Stop",
    waiting: "Klaar om in te lezen",
    nothing_waits: "Er is niets om in te lezen. Kies eerst bestanden.",
    empty: "Hier komt wat Codeboom in je bestanden vindt: wie er spreekt, wie de vragen stelt, en waar een beurt begint.",
    text: "Tekst",
    participants: |rows| format!("Respondententabel, {}", quantity(rows, "rij", "rijen")),
    codebook: |codes, titles| {
        let named = if titles.is_empty() { String::new() } else { format!(" ‘{}’", titles.join("’, ‘")) };
        format!("Codeboek{named}, {}", quantity(codes, "code", "codes"))
    },
    codings: |rows| format!("Coderingen, {}", quantity(rows, "rij", "rijen")),
    will_be: |name| format!("wordt transcript ‘{name}’"),
    same_as: |transcript| format!("Deze tekst is al transcript ‘{transcript}’ en wordt overgeslagen."),
    other_content: |transcript| {
        format!("Er is al een transcript ‘{transcript}’ met een andere tekst. Is dit de verbeterde versie?")
    },
    correct: "Bekijk als verbetering",
    facts: |encoding, turns, paragraphs, times, headings| {
        let mut facts = vec![encoding.to_owned()];
        if turns > 0 {
            facts.push(quantity(turns, "beurt", "beurten"));
        } else {
            facts.push(quantity(paragraphs, "alinea", "alinea’s"));
        }
        if times > 0 {
            facts.push(quantity(times, "tijdmarkering", "tijdmarkeringen"));
        }
        if headings > 0 {
            facts.push(quantity(headings, "kop", "koppen"));
        }
        facts.join(" · ")
    },
    speakers: "Sprekers",
    no_speakers: "Geen sprekers herkend: de tekst wordt per alinea gelezen.",
    turns: |turns| quantity(turns, "beurt", "beurten"),
    role_of: |speaker| format!("Wat is ‘{speaker}’?"),
    asks: "stelt de vragen",
    answers: "is respondent",
    is_none: "is geen spreker",
    none_at_all: "Geen sprekers",
    as_found: "Zoals gevonden",
    apply: "Pas toe",
    put_right: "De beurten zijn opnieuw verdeeld.",
    preview: "Zo begint de tekst",
    preview_more: "Meer van de tekst",
    speaker: "Spreker",
    words: "Woorden",
    remarks: "Let op",
    leave_out: "Laat weg",
    leave_out_named: |file| format!("Laat weg: {file}"),
    leave_all: "Laat alles weg",
    left_out: |file| format!("‘{file}’ doet niet mee."),
    all_left_out: "Er wacht niets meer.",
    reason: "Waarom (mag leeg blijven)",
    read_in: |files| {
        if files == 0 { "Lees in".to_owned() } else { format!("Lees {} in", quantity(files, "bestand", "bestanden")) }
    },
    some_refused: "Niet alles is ingelezen; bij elk bestand staat waarom.",
    too_large: |file| format!("‘{file}’ is te groot. Er is niets veranderd."),
    too_large_hint: "Hoogstens 64 MB per bestand en 256 MB bij elkaar. Lees eerst in wat er al wacht, of verdeel de tekst.",
    no_file: "Er is geen bestand gekozen.",
    not_there: "Dit bestand wacht niet meer. Kies het opnieuw.",
};

pub(super) const EN: ImportWords = ImportWords {
    title: "Import transcripts",
    intro: "Choose your files. You first see what Codeboom makes of them and put right what is wrong; only then you import them. The text itself stays as it is.",
    choose: "Choose files",
    or_drop: "or drop them here.",
    kinds: "Texts (.txt, .md, .docx), a table of respondents (.csv), a codebook (.toml, .csv) or codings (.csv). At most 64 MB a file and 256 MB together.",
    send: "Look at the files",
    received: |files| quantity(files, "file was read", "files were read") + ".",
    stop: "Stop",
    waiting: "Ready to import",
    nothing_waits: "There is nothing to import. Choose files first.",
    empty: "Here comes what Codeboom finds in your files: who speaks, who asks the questions, and where a turn begins.",
    text: "Text",
    participants: |rows| format!("Table of respondents, {}", quantity(rows, "row", "rows")),
    codebook: |codes, titles| {
        let named = if titles.is_empty() { String::new() } else { format!(" ‘{}’", titles.join("’, ‘")) };
        format!("Codebook{named}, {}", quantity(codes, "code", "codes"))
    },
    codings: |rows| format!("Codings, {}", quantity(rows, "row", "rows")),
    will_be: |name| format!("becomes transcript ‘{name}’"),
    same_as: |transcript| format!("This text is transcript ‘{transcript}’ already and will be skipped."),
    other_content: |transcript| {
        format!("There is a transcript ‘{transcript}’ with another text. Is this the corrected version?")
    },
    correct: "Look at it as a correction",
    facts: |encoding, turns, paragraphs, times, headings| {
        let mut facts = vec![encoding.to_owned()];
        if turns > 0 {
            facts.push(quantity(turns, "turn", "turns"));
        } else {
            facts.push(quantity(paragraphs, "paragraph", "paragraphs"));
        }
        if times > 0 {
            facts.push(quantity(times, "time mark", "time marks"));
        }
        if headings > 0 {
            facts.push(quantity(headings, "heading", "headings"));
        }
        facts.join(" · ")
    },
    speakers: "Speakers",
    no_speakers: "No speakers recognised: the text is read by paragraph.",
    turns: |turns| quantity(turns, "turn", "turns"),
    role_of: |speaker| format!("What is ‘{speaker}’?"),
    asks: "asks the questions",
    answers: "is a respondent",
    is_none: "is no speaker",
    none_at_all: "No speakers",
    as_found: "As found",
    apply: "Apply",
    put_right: "The turns have been divided anew.",
    preview: "How the text begins",
    preview_more: "More of the text",
    speaker: "Speaker",
    words: "Words",
    remarks: "Mind",
    leave_out: "Leave out",
    leave_out_named: |file| format!("Leave out: {file}"),
    leave_all: "Leave all out",
    left_out: |file| format!("‘{file}’ is left out."),
    all_left_out: "Nothing waits any more.",
    reason: "Why (may stay empty)",
    read_in: |files| {
        if files == 0 { "Import".to_owned() } else { format!("Import {}", quantity(files, "file", "files")) }
    },
    some_refused: "Not everything was imported; the reason stands with each file.",
    too_large: |file| format!("‘{file}’ is too large. Nothing has changed."),
    too_large_hint: "At most 64 MB a file and 256 MB together. Import what waits already, or divide the text.",
    no_file: "No file was chosen.",
    not_there: "This file does not wait any more. Choose it again.",
};
