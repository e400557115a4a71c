//! A small study made by hand, for the tests of tables and formats: two cases, three respondents in two roles, three
//! transcripts with turns (one with two respondents), two coders, a taxonomy with two themes, a label, a nested code
//! and footnotes, a label under no theme, a code without a place, a counter-example and a chosen quote.

use super::TableWords;
use crate::analysis::{At, Place, Study, TaxonomyOptions, TaxonomyTable, taxonomy_table};
use crate::model::{
    Anchor, AnchorState, Attribute, Case, Code, CodeId, CodeStatus, Coder, Coding, Finish, Footnote, Fragment,
    FragmentId, Id, Kind, Language, Level, LevelWords, Origin, Participant, Placement, PointSpan, Project, Quote, Role,
    Rows, Span, Speaker, SpeakerLabel, Structure, Subject, Taxonomy, Transcript, TranscriptId, Turn,
};
use std::collections::{BTreeMap, HashMap};
use std::io;
use std::sync::Arc;

/// Title of the one taxonomy.
pub(crate) const TITLE: &str = "Zo'n dag thuis";

const TEXTS: [(&str, &str); 3] = [
    (
        "resp-01",
        "Interviewer: Hoe ging dat?\n\
         Resp 1: Nou ja, zo'n vuile was hang je niet buiten. 's Avonds deed ik de deur dicht 🙈.\n",
    ),
    ("resp-02", "Interviewer: En toen?\nResp 1: Ik belde haar op.\nResp 2: We kwamen er zó langs.\n"),
    ("resp-03", "Interviewer: Vertel.\nResp 3: Hulp vragen is moeilijker dan hulp krijgen.\n"),
];

/// The Dutch words. Tests may look past the layers; the library may not.
pub(crate) fn dutch() -> &'static TableWords {
    crate::language::tables(crate::model::Language::Dutch)
}

/// The English words.
pub(crate) fn english() -> &'static TableWords {
    crate::language::tables(crate::model::Language::English)
}

/// What a function writes.
pub(crate) fn written(write: impl FnOnce(&mut Vec<u8>) -> io::Result<()>) -> String {
    let mut out = Vec::new();
    write(&mut out).expect("memory takes every write");
    String::from_utf8(out).expect("everything written is text")
}

/// The study.
pub(crate) fn study() -> Study {
    Study::build(rows(), 1)
}

/// The table of its taxonomy.
pub(crate) fn table(study: &Study) -> TaxonomyTable {
    taxonomy_table(study, At::new(0), &TaxonomyOptions::default())
}

/// All its coded fragments with their words, in reading order.
pub(crate) fn quotes(study: &Study) -> (Vec<At<Place>>, Vec<String>) {
    let places: Vec<At<Place>> = study.places.positions().collect();
    let texts = places.iter().map(|at| words_of(study, *at)).collect();
    (places, texts)
}

/// The words of a fragment.
pub(crate) fn words_of(study: &Study, place: At<Place>) -> String {
    let place = &study.places[place];
    let name = &study.texts[place.transcript].row.name;
    let text = TEXTS.iter().find(|(known, _)| known == name).map_or("", |(_, text)| text);
    place.span.of(text).to_owned()
}

/// The rows behind the study.
#[expect(clippy::too_many_lines, reason = "a list of rows")]
pub(crate) fn rows() -> Rows {
    let projects = Arc::new(vec![Project {
        id: Id::new(),
        title: "Samen | thuis".to_owned(),
        language: Language::Dutch,
        level_words: LevelWords::CodeLabelTheme,
        created: 0,
    }]);
    let mut rows = Rows { projects, ..Rows::default() };
    let case =
        |name: &str, description: &str| Case { id: Id::new(), name: name.into(), description: description.into() };
    let cases = [case("1", "Boerderij in het buitengebied"), case("2", "")];
    let role = |name: &str, rank| Role { id: Id::new(), name: name.into(), rank };
    let roles = [role("naaste", 0), role("professional", 1)];
    let person = |name: &str, case: &Case, role: &Role| Participant {
        id: Id::new(),
        case: Some(case.id),
        name: name.into(),
        role: Some(role.id),
    };
    let people = [
        person("Resp 1", &cases[0], &roles[0]),
        person("Resp 2", &cases[0], &roles[1]),
        person("Resp 3", &cases[1], &roles[0]),
    ];
    let coders = ["codeur-1", "codeur-2"].map(|name| Coder { id: Id::new(), name: name.into() });

    let mut texts: HashMap<&str, TranscriptId> = HashMap::new();
    let mut structures = BTreeMap::new();
    let mut transcripts = Vec::new();
    for ((name, text), moment) in TEXTS.into_iter().zip(["start", "start", ""]) {
        let structure_id = Id::new();
        structures.insert(structure_id, Arc::new(structure_of(text)));
        let transcript = Transcript {
            id: Id::new(),
            name: name.into(),
            file: format!("{name}.txt"),
            kind: if name == "resp-02" { Kind::GroupInterview } else { Kind::Interview },
            case: None,
            moment: moment.into(),
            date: if moment.is_empty() { String::new() } else { "2026-11-21".into() },
            original: Vec::new(),
            revision: Id::new(),
            structure: structure_id,
            created: 0,
        };
        texts.insert(name, transcript.id);
        transcripts.push(transcript);
    }
    let speaks = |text: &str, label: &str, person: &Participant| Speaker {
        id: Id::new(),
        transcript: texts[text],
        label: label.into(),
        participant: Some(person.id),
    };
    rows.speakers = Arc::new(vec![
        speaks("resp-01", "", &people[0]),
        speaks("resp-02", "Resp 1", &people[0]),
        speaks("resp-02", "Resp 2", &people[1]),
        speaks("resp-03", "", &people[2]),
    ]);
    let attribute =
        |subject, name: &str, value: &str| Attribute { id: Id::new(), subject, name: name.into(), value: value.into() };
    rows.attributes = Arc::new(vec![
        attribute(Subject::Case(cases[0].id), "huisgenoten", "2"),
        attribute(Subject::Case(cases[1].id), "huisgenoten", "1,5"),
        attribute(Subject::Case(cases[0].id), "regio", "Twente"),
        attribute(Subject::Participant(people[0].id), "leeftijd", "79"),
    ]);

    let mut book = Book::default();
    let shame = book.code("Schaamte houdt de deur dicht", Level::Selective);
    let fitting = book.code("Hulp | die past", Level::Selective);
    let hidden = book.code("Wat netwerkleden verzwijgen", Level::Axial);
    let later = book.code("Nog te plaatsen", Level::Axial);
    let laundry = book.code("vuile was", Level::Open);
    let gossip = book.code("roddel", Level::Open);
    let door = book.code("deur dicht", Level::Open);
    let asking = book.code("vragen is moeilijk", Level::Open);
    let loose = book.code("losse code", Level::Open);
    book.codes[0].statement = "Mensen doen de deur dicht zolang schaamte zwaarder weegt dan nood".into();
    book.codes[0].definition = "Alles wat verborgen blijft".into();
    book.codes[4].origin = Some(Origin::InVivo);
    book.codes[4].status = CodeStatus::Settled;
    book.place(shame, None, "Schaamte** houdt de deur dicht");
    book.place(fitting, None, "");
    book.place(later, None, "");
    book.place(hidden, Some(shame), "Wat netwerkleden* verzwijgen");
    book.place(laundry, Some(hidden), "");
    book.place(gossip, Some(laundry), "");
    book.place(door, Some(hidden), "");
    book.place(asking, Some(fitting), "");
    let note = |mark: &str, text: &str| Footnote {
        id: Id::new(),
        taxonomy: book.taxonomy,
        mark: mark.into(),
        text: text.into(),
    };
    rows.footnotes = Arc::new(vec![note("*", "Familie, vrienden en buren"), note("**", "Ook verlegenheid")]);
    rows.taxonomies =
        Arc::new(vec![Taxonomy { id: book.taxonomy, title: TITLE.into(), scope: String::new(), rank: 0 }]);

    let mut work = Work { transcripts: &transcripts, fragments: Vec::new(), anchors: Vec::new(), codings: Vec::new() };
    let [one, two] = &coders;
    // Two coders, one fragment.
    let said = work.fragment("resp-01", "vuile was hang je niet buiten");
    work.coding(said, laundry, one, "");
    work.coding(said, laundry, two, "eigen woorden");
    // Within that fragment, a code below the code.
    let within = work.fragment("resp-01", "niet buiten");
    work.coding(within, gossip, one, "");
    let evening = work.fragment("resp-01", "'s Avonds deed ik de deur dicht 🙈");
    work.coding(evening, door, one, "");
    // The words of two respondents.
    let both = work.fragment("resp-02", "Ik belde haar op.\nResp 2: We kwamen er zó langs");
    work.coding(both, laundry, two, "");
    // Support for one code, a counter-example of another.
    let asked = work.fragment("resp-03", "Hulp vragen is moeilijker dan hulp krijgen");
    work.coding(asked, asking, one, "");
    work.codings.push(Coding { counter: true, ..work.new_coding(asked, laundry, two, "juist open") });
    // The interviewer's words count for fragments and cases only.
    let question = work.fragment("resp-01", "Hoe ging dat?");
    work.coding(question, loose, one, "");

    rows.quotes = Arc::new(vec![Quote {
        id: Id::new(),
        fragment: said,
        code: hidden,
        rank: 0,
        introduction: "Zo zegt een naaste:".into(),
        report_text: "vuile was […] niet buiten".into(),
        translation: String::new(),
    }]);
    rows.finishes =
        Arc::new(vec![Finish { id: Id::new(), transcript: texts["resp-01"], coder: coders[0].id, created: 0 }]);
    rows.fragments = Arc::new(work.fragments);
    rows.anchors = Arc::new(work.anchors);
    rows.codings = Arc::new(work.codings);
    rows.placements = Arc::new(book.placements);
    rows.codes = Arc::new(book.codes);
    rows.cases = Arc::new(cases.into());
    rows.roles = Arc::new(roles.into());
    rows.participants = Arc::new(people.into());
    rows.coders = Arc::new(coders.into());
    rows.transcripts = Arc::new(transcripts);
    rows.structures = Arc::new(structures);
    rows
}

/// Codes and their places in one taxonomy.
#[derive(Default)]
struct Book {
    taxonomy: Id<Taxonomy>,
    codes: Vec<Code>,
    placements: Vec<Placement>,
}

impl Book {
    fn code(&mut self, name: &str, level: Level) -> CodeId {
        let id = Id::new();
        self.codes.push(Code {
            id,
            name: name.into(),
            level,
            statement: String::new(),
            definition: String::new(),
            include: String::new(),
            exclude: String::new(),
            example: String::new(),
            color: String::new(),
            origin: None,
            status: CodeStatus::Proposed,
            author: None,
            created: 0,
        });
        id
    }

    fn place(&mut self, code: CodeId, parent: Option<CodeId>, marked: &str) {
        let rank = i64::try_from(self.placements.len()).expect("a handful of placements");
        let id = Id::new();
        self.placements.push(Placement { id, taxonomy: self.taxonomy, parent, code, rank, marked: marked.into() });
    }
}

/// Fragments and codings.
struct Work<'t> {
    transcripts: &'t [Transcript],
    fragments: Vec<Fragment>,
    anchors: Vec<Anchor>,
    codings: Vec<Coding>,
}

impl Work<'_> {
    fn fragment(&mut self, transcript: &str, words: &str) -> FragmentId {
        let (_, text) = TEXTS.iter().find(|(name, _)| *name == transcript).expect("the transcript exists");
        let row = self.transcripts.iter().find(|row| row.name == transcript).expect("the transcript exists");
        let start = text.find(words).expect("the words stand in the text");
        let point = |at: usize| u32::try_from(text[..at].chars().count()).expect("a short text");
        let id = Id::new();
        self.fragments.push(Fragment { id, transcript: row.id });
        self.anchors.push(Anchor {
            id: Id::new(),
            fragment: id,
            revision: row.revision,
            span: Span::new(start, start + words.len()),
            points: PointSpan { start: point(start), end: point(start + words.len()) },
            passage: Id::new(),
            state: AnchorState::Exact,
        });
        id
    }

    fn coding(&mut self, fragment: FragmentId, code: CodeId, coder: &Coder, note: &str) {
        let coding = self.new_coding(fragment, code, coder, note);
        self.codings.push(coding);
    }

    #[expect(clippy::unused_self, reason = "reads as one of the steps")]
    fn new_coding(&self, fragment: FragmentId, code: CodeId, coder: &Coder, note: &str) -> Coding {
        Coding { id: Id::new(), fragment, code, coder: coder.id, counter: false, note: note.into(), created: 0 }
    }
}

/// Every line is a turn.
fn structure_of(text: &str) -> Structure {
    let mut structure = Structure::default();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        structure.lines.push(u32::try_from(start).expect("a short text"));
        let label = line.split(':').next().unwrap_or_default();
        let known = structure.speakers.iter().position(|speaker| speaker.label == label);
        let speaker = known.unwrap_or_else(|| {
            structure.speakers.push(SpeakerLabel { label: label.into(), interviewer: label == "Interviewer" });
            structure.speakers.len() - 1
        });
        structure.turns.push(Turn {
            span: Span::new(start, start + line.trim_end().len()),
            label: Span::new(start, start + label.len() + 1),
            speaker: u16::try_from(speaker).expect("a few speakers"),
        });
        start += line.len();
    }
    structure
}
