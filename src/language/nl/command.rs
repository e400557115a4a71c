//! What the command line says on its own.

use super::care::{cause, io_clause};
use super::files::{encoding, notice};
use crate::import::Format;
use crate::language::Message;
use crate::language::messages::{Command, Heads, Skipped, Words};
use crate::language::phrases::{argument, count, counted, listed, name, names};
use crate::model::nearest_names;
use crate::project::ImportedText;

pub(super) const COMMAND: Command = Command {
    serving: "De werkbank staat open op",
    no_browser: "Er ging geen browser open. Open het adres zelf.",
    cannot_listen: |port, error| {
        Message::new(&format!("de werkbank kan niet luisteren op poort {port}: {error}"))
            .hint("Kies een andere poort met `--port`, of laat die weg.")
    },
    no_project: || {
        Message::new("in deze map staat geen project")
            .hint("Maak er een met `codeboom new onderzoek.codeboom`, of noem het bestand met `-p`.")
            .hint("Eerst rondkijken? `codeboom demo` zet een voorbeeld klaar.")
    },
    several_projects: |files| {
        Message::new(&format!("in deze map staan {}", counted(files.len(), "project", "projecten")))
            .details(files.iter().map(|file| name(file)))
            .hints(files.first().map(|file| format!("Noem er een, bijvoorbeeld `-p {}`.", argument(file))))
    },
    no_such_path: |path| Message::new(&format!("{} bestaat niet", name(path))),
    cannot_read: |path, error| Message::new(&format!("{} is niet te lezen: {}", name(path), io_clause(error))),
    cannot_write: |path, error| Message::new(&format!("{} is niet te schrijven: {}", name(path), io_clause(error))),
    nothing_to_read: |folder| {
        Message::new(&format!("in {} staat geen bestand dat kan worden ingelezen", name(folder)))
            .hint(format!("Gelezen worden {}.", endings()))
    },
    skipped: |file, why| match why {
        Skipped::Hidden => format!("{} overgeslagen: verborgen bestand", name(file)),
        Skipped::Ending => format!("{} overgeslagen: alleen {} worden gelezen", name(file), endings()),
    },
    not_among: |option, typed, known| {
        let nearest = nearest_names(typed, known.iter().copied());
        let mean = (!nearest.is_empty()).then(|| format!("Bedoelde je {}?", names(&nearest, "of")));
        Message::new(&format!("bij `{option}` kan {} niet", name(typed)))
            .hints(mean)
            .hint(format!("Kies uit {}.", names(known, "en")))
    },
    bad_argument: |option, typed, example| {
        Message::new(&format!("bij `{option}` kan {} niet", name(typed)))
            .hint(format!("Schrijf bijvoorbeeld `{option} {example}`."))
    },
    decided,
    hits: |total, shown| found(total, shown, "treffer", "treffers"),
    quotes: |total, shown| found(total, shown, "citaat", "citaten"),
    upgraded: |copy| {
        format!("Dit project is bijgewerkt naar deze versie van Codeboom. Zoals het was, staat het in {}.", name(copy))
    },
    written: |file| Message::new(&format!("geschreven: {}", name(file))),
    report: |page, files| {
        Message::new(&format!("het rapport is klaar: {}", counted(files, "bestand", "bestanden")))
            .hint(format!("Open {} in je browser.", name(page)))
    },
    demo: |project, page| {
        let project = argument(project);
        Message::new("het voorbeeldonderzoek staat klaar")
            .hint(format!("Open {} in je browser.", name(page)))
            .hint(format!("Zoek erin: `codeboom search schamen -p {project}`."))
            .hint(format!("Lees en codeer erin in de werkbank: `codeboom serve -p {project}`."))
            .hint("Je eigen onderzoek begint met `codeboom new onderzoek.codeboom`.")
    },
    demo_there: |project, page| {
        Message::new(&format!("het voorbeeldonderzoek staat er al, in {}", name(project)))
            .hint(format!("Open {} in je browser.", name(page)))
    },
    demo_changed: |project| {
        Message::new(&format!("{} is gewijzigd en wordt niet overschreven", name(project)))
            .hint("Een nieuw voorbeeld maak je onder een andere naam: `codeboom demo ander.codeboom`.")
    },
    index_in_memory: |why| {
        format!("De zoekindex kan hier niet worden bewaard; er is zonder index gezocht. {}", cause(why))
    },
};

fn endings() -> String {
    let endings: Vec<String> = Format::endings().map(|ending| format!(".{ending}")).collect();
    listed(&endings, "en")
}

pub(super) fn found(total: usize, shown: usize, one: &str, many: &str) -> String {
    match total {
        0 => format!("Geen {many}."),
        _ if shown >= total => format!("{}.", counted(total, one, many)),
        _ => {
            let first =
                if shown == 1 { "de eerste staat".to_owned() } else { format!("de eerste {} staan", count(shown)) };
            format!("{}; {first} hier. Alles zie je met `--limit 0`.", counted(total, one, many))
        }
    }
}

fn decided(text: &ImportedText) -> Vec<String> {
    let mut lines = vec![format!("{} ({}, {})", name(&text.name), name(&text.file), encoding(text.encoding))];
    let turns: usize = text.speakers.iter().map(|(_, turns, _)| turns).sum();
    let cut = if turns == 0 {
        counted(text.paragraphs, "alinea, geen sprekers herkend", "alinea’s, geen sprekers herkend")
    } else {
        counted(turns, "beurt", "beurten")
    };
    let times = if text.times == 0 {
        String::new()
    } else {
        format!(", {}", counted(text.times, "tijdmarkering", "tijdmarkeringen"))
    };
    lines.push(format!("  {}, {cut}{times}", counted(text.characters, "teken", "tekens")));
    lines.extend(text.speakers.iter().map(|(label, turns, interviewer)| {
        let asks = if *interviewer { ", stelt de vragen" } else { "" };
        format!("  {}: {}{asks}", name(label), counted(*turns, "beurt", "beurten"))
    }));
    lines.extend(text.notices.iter().map(|about| format!("  {}", notice(about))));
    lines
}

pub(super) const WORDS: Words = Words {
    dry_run: "Dit was een proef: er is niets opgeslagen.",
    read_only: "Dit project kan alleen worden gelezen.",
    index_rebuilt: "De zoekindex is opnieuw gemaakt.",
    no_transcripts: "Er zijn nog geen transcripten. Lees ze in met `codeboom import MAP`.",
    no_cases: "Er zijn nog geen casussen. Ze komen uit een respondententabel: \
               `codeboom import --participants TABEL.csv`.",
    no_participants: "Er zijn nog geen respondenten. Lees een tabel in: `codeboom import --participants TABEL.csv`.",
    no_codes: "Er zijn nog geen codes. Lees een codeboek in met `codeboom codebook import BESTAND`, of begin met \
               `codeboom code add NAAM`.",
    no_taxonomy: "Er is nog geen taxonomie. Lees er een in met `codeboom codebook import BESTAND.toml`.",
    codebook_table: "Een CSV bevat geen noten, geen synoniemen en geen voorwaarde op casussen. Bewaar het codeboek ook als TOML om die te \
                     houden.",
    no_memos: "Er zijn nog geen memo’s. Schrijf er een met `codeboom memo add`.",
    untitled: "zonder titel",
    error: "fout",
    notice: "let op",
    reading: "Bestanden lezen",
    indexing: "Doorzoekbaar maken",
    coding: "Coderingen plaatsen",
    reporting: "Rapport schrijven",
    examining: "Project nakijken",
    heads: Heads {
        number: "nr.",
        when: "wanneer",
        who: "wie",
        what: "wat",
        why: "waarom",
        kind: "soort",
        about: "over",
        title: "titel",
        undone: "ongedaan gemaakt",
    },
};
