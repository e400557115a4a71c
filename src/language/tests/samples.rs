//! One of everything that can be said, so that every sentence is made once in each language.

use crate::analysis::{Expected, FilterFault, NameKind, Unknown};
use crate::import::{Encoding, FileKind, LeftOut, Limit, Notice, Unreadable};
use crate::interchange::{FileFault, Owner, Problem, ValueType};
use crate::model::{Entry, EntryId, Level, NameFault, PointSpan, Verb};
use crate::project::{Missing, Outside, QuoteAmbiguous, QuoteNotFound, Refusal, RowFault, RowReason};
use crate::store::{Damage, StoreError};
use crate::text::{
    Operator, PatternProblem, QueryFault, QueryFaultKind, Reach, RelationKind, ShortenFault, ShortenProblem, Side,
    SynonymFault,
};
use std::io;

pub(super) fn unknown(kind: NameKind, name: &str, nearest: &[&str], candidates: &[&str]) -> Unknown {
    let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    Unknown { kind, name: name.to_owned(), nearest: owned(nearest), candidates: owned(candidates) }
}

pub(super) fn entry(verb: Verb, detail: &[&str]) -> Entry {
    Entry {
        id: EntryId::new(),
        number: 12,
        time: 1_795_266_180_000_000,
        actor: "Lotte".to_owned(),
        verb,
        detail: detail.iter().map(|part| (*part).to_owned()).collect(),
        reason: String::new(),
        parents: Vec::new(),
        target: None,
    }
}

/// An entry of every verb, as the verbs describe themselves; a new verb does not compile until it is in the row.
pub(in crate::language) fn entries() -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut verb = Some(Verb::New);
    while let Some(this) = verb {
        let (detail, next): (&[&str], _) = match this {
            Verb::New => (&[], Some(Verb::Settings)),
            Verb::Settings => (&[], Some(Verb::Import)),
            Verb::Import => (&["312", "a", "b", "c"], Some(Verb::Participants)),
            Verb::Participants => (&["16", "14"], Some(Verb::Correct)),
            Verb::Correct => (&["casus1-riek-start", "2", "1"], Some(Verb::CodebookImport)),
            Verb::CodebookImport => (&["61", "Wat zorg verschuift"], Some(Verb::CodeAdd)),
            Verb::CodeAdd => (&["vuile was"], Some(Verb::CodeRename)),
            Verb::CodeRename => (&["vuile was", "schaamte"], Some(Verb::CodeMove)),
            Verb::CodeMove => (&["vuile was", "Wat zorg verschuift", "schaamte"], Some(Verb::CodePlace)),
            Verb::CodePlace => (&["vuile was", "Wat zorg verschuift", ""], Some(Verb::CodeUnplace)),
            Verb::CodeUnplace => (&["vuile was", "Wat zorg verschuift"], Some(Verb::CodeMerge)),
            Verb::CodeMerge => (&["schaamte", "12", "vuile was", "deur dicht"], Some(Verb::CodeSplit)),
            Verb::CodeSplit => (&["schaamte", "deur dicht", "1"], Some(Verb::CodeDelete)),
            Verb::CodeDelete => (&["schaamte", "1250"], Some(Verb::CodeLevel)),
            Verb::CodeLevel => (&["schaamte"], Some(Verb::CodeRedefine)),
            Verb::CodeRedefine => (&["schaamte"], Some(Verb::CodingApply)),
            Verb::CodingApply => (&["schaamte", "casus1-riek-start"], Some(Verb::CodingRemove)),
            Verb::CodingRemove => (&["schaamte", "casus1-riek-start"], Some(Verb::CodingRecode)),
            Verb::CodingRecode => (&["schaamte", "vuile was", "casus1-riek-start"], Some(Verb::CodingCounter)),
            Verb::CodingCounter => (&["schaamte", "casus1-riek-start", "ja"], Some(Verb::CodingResize)),
            Verb::CodingResize => (&["casus1-riek-start", "2"], Some(Verb::CodingsImport)),
            Verb::CodingsImport => (&["60000"], Some(Verb::HitsCode)),
            Verb::HitsCode => (&["schaamte", "12", "schaam* rol:naaste"], Some(Verb::Finish)),
            Verb::Finish => (&["casus1-riek-start", "Lotte"], Some(Verb::Unfinish)),
            Verb::Unfinish => (&["casus1-riek-start", "Lotte"], Some(Verb::QuoteChoose)),
            Verb::QuoteChoose => (&["schaamte", "casus1-riek-start"], Some(Verb::QuoteEdit)),
            Verb::QuoteEdit => (&["schaamte", "2"], Some(Verb::QuoteDrop)),
            Verb::QuoteDrop => (&["schaamte", "2"], Some(Verb::MemoAdd)),
            Verb::MemoAdd => (&["noaberplicht"], Some(Verb::MemoEdit)),
            Verb::MemoEdit => (&["3", "noaberplicht"], Some(Verb::MemoDelete)),
            Verb::MemoDelete => (&["3", ""], Some(Verb::TaxonomyEdit)),
            Verb::TaxonomyEdit => (&["Wat zorg verschuift"], Some(Verb::CommentAdd)),
            Verb::CommentAdd => (&["schaamte", "casus1-riek-start"], Some(Verb::CommentAnswer)),
            Verb::CommentAnswer => (&["schaamte", ""], Some(Verb::CommentEdit)),
            Verb::CommentEdit => (&["schaamte", ""], Some(Verb::CommentSettle)),
            Verb::CommentSettle => (&["schaamte", "casus1-riek-start"], Some(Verb::CommentReopen)),
            Verb::CommentReopen => (&["schaamte", ""], Some(Verb::CommentDelete)),
            Verb::CommentDelete => (&["schaamte", ""], Some(Verb::PeopleEdit)),
            Verb::PeopleEdit => (&["12", "Riek", "Daan"], Some(Verb::PeopleDelete)),
            Verb::PeopleDelete => (&["Riek", "Daan"], Some(Verb::SpeakersSet)),
            Verb::SpeakersSet => (&["casus1-riek-start"], Some(Verb::AttributeRename)),
            Verb::AttributeRename => (&["leeftijd", "jaren"], Some(Verb::AttributeDelete)),
            Verb::AttributeDelete => (&["leeftijd", "16"], Some(Verb::RolesOrder)),
            Verb::RolesOrder => (&["naaste"], Some(Verb::SynonymAdd)),
            Verb::SynonymAdd => (&["EK-c", "EKC"], Some(Verb::SynonymRemove)),
            Verb::SynonymRemove => (&["EKC"], Some(Verb::Undo)),
            Verb::Undo => (&["11", "vuile was", "schaamte"], Some(Verb::Redo)),
            Verb::Redo => (&["11", "vuile was", "schaamte"], None),
        };
        entries.push(entry(this, detail));
        verb = next;
    }
    entries
}

const KINDS: [NameKind; 12] = [
    NameKind::Case,
    NameKind::Role,
    NameKind::Participant,
    NameKind::Transcript,
    NameKind::Coder,
    NameKind::Code,
    NameKind::Label,
    NameKind::Theme,
    NameKind::Taxonomy,
    NameKind::Moment,
    NameKind::Attribute,
    NameKind::Value,
];

const PLACE: PointSpan = PointSpan { start: 9, end: 11 };
const QUERY: &str = "schaamte OF (buren";

const EXPECTED: [Expected; 5] =
    [Expected::Coding, Expected::Date, Expected::NumberOrDate, Expected::Word, Expected::YesOrNo];

pub(super) fn query_faults() -> Vec<QueryFault> {
    let operand = |operator, side| QueryFaultKind::MissingOperand(operator, side);
    [
        QueryFaultKind::Empty,
        QueryFaultKind::OnlyPunctuation,
        QueryFaultKind::UnclosedQuote,
        QueryFaultKind::UnclosedBracket,
        QueryFaultKind::StrayBracket,
        operand(Operator::Or, Side::Before),
        operand(Operator::Or, Side::After),
        operand(Operator::Near(Reach::Sentence), Side::Before),
        operand(Operator::Codings(RelationKind::Follows(1)), Side::After),
        QueryFaultKind::NotWords,
        QueryFaultKind::NotCodings,
        QueryFaultKind::NotValue,
        QueryFaultKind::BadReach,
        QueryFaultKind::BadTurns,
        QueryFaultKind::BadFuzziness,
        QueryFaultKind::PhraseNumber,
        QueryFaultKind::SeveralWords,
        QueryFaultKind::UnclosedPattern,
        QueryFaultKind::Pattern(PatternProblem::UnclosedGroup),
        QueryFaultKind::Pattern(PatternProblem::UnopenedGroup),
        QueryFaultKind::Pattern(PatternProblem::UnclosedClass),
        QueryFaultKind::Pattern(PatternProblem::ClassRange),
        QueryFaultKind::Pattern(PatternProblem::NothingToRepeat),
        QueryFaultKind::Pattern(PatternProblem::Count),
        QueryFaultKind::Pattern(PatternProblem::Escape),
        QueryFaultKind::Pattern(PatternProblem::LastEscape),
        QueryFaultKind::Pattern(PatternProblem::LookAround),
        QueryFaultKind::Pattern(PatternProblem::Property),
        QueryFaultKind::Pattern(PatternProblem::TooDeep),
        QueryFaultKind::Pattern(PatternProblem::TooLarge),
        QueryFaultKind::Pattern(PatternProblem::Other),
        QueryFaultKind::TooMany,
        QueryFaultKind::TooDeep,
        QueryFaultKind::TooLong,
    ]
    .into_iter()
    .map(|kind| QueryFault { kind, place: PLACE })
    .collect()
}

pub(super) fn shorten_faults() -> Vec<ShortenFault> {
    [
        ShortenProblem::NotThere,
        ShortenProblem::LeftOut,
        ShortenProblem::OutOfOrder,
        ShortenProblem::CutsWord,
        ShortenProblem::Unclosed,
        ShortenProblem::Empty,
    ]
    .into_iter()
    .map(|problem| ShortenFault { at: 3, problem, words: "wij".to_owned(), fragment: "we".to_owned() })
    .collect()
}

fn synonym_faults() -> Vec<SynonymFault> {
    let text = |words: &str| words.to_owned();
    let bad = |form: &str, fault| SynonymFault::BadForm { form: form.to_owned(), fault };
    vec![
        bad("", NameFault::Empty),
        bad("lang", NameFault::TooLong(201)),
        bad("a\nb", NameFault::Control),
        SynonymFault::NoWord { form: text("…") },
        SynonymFault::Equals { form: text("a = b") },
        SynonymFault::Alone { form: text("EKC") },
        SynonymFault::Alone { form: String::new() },
        SynonymFault::Twice { first: text("EK-c"), second: text("ek c") },
        SynonymFault::Twice { first: text("EKC"), second: text("EKC") },
        SynonymFault::InTwo { form: text("EKC"), group: text("beraad") },
    ]
}

fn not_found() -> QuoteNotFound {
    QuoteNotFound {
        transcript: "casus1-riek-start".to_owned(),
        quote: "de vuile was hangt niet buiten".to_owned(),
        nearest: Some((12, "de vuile was hang je nie buiten".to_owned())),
    }
}

fn ambiguous(occurrence: Option<usize>) -> QuoteAmbiguous {
    QuoteAmbiguous {
        transcript: "casus1-riek-start".to_owned(),
        quote: "nou ja".to_owned(),
        lines: vec![4, 9, 1200],
        occurrence,
    }
}

fn outside(asked: (usize, usize), lines: bool) -> Outside {
    Outside { transcript: "casus1-riek-start".to_owned(), asked, length: 120, lines }
}

pub(super) fn row_reasons() -> Vec<RowReason> {
    let transcript = || "casus1-riek-start".to_owned();
    let mut reasons = vec![
        RowReason::Unknown(unknown(NameKind::Code, "schamte", &["schaamte"], &[])),
        RowReason::BadName { name: String::new(), fault: NameFault::Empty },
        RowReason::QuoteNotFound(not_found()),
        RowReason::QuoteAmbiguous(ambiguous(None)),
        RowReason::Outside(outside((130, 140), false)),
        RowReason::OtherWords {
            transcript: transcript(),
            expected: "zo'n dag".to_owned(),
            found: "zo’n nacht".to_owned(),
        },
        RowReason::NoSpeaker { transcript: transcript(), speaker: "Riet".to_owned(), known: vec!["Riek".to_owned()] },
        RowReason::NoSpeaker { transcript: transcript(), speaker: "Riet".to_owned(), known: Vec::new() },
        RowReason::SpeakerTwice { transcript: transcript(), speaker: "Riek".to_owned(), first: 3 },
        RowReason::SpeakerTwice { transcript: transcript(), speaker: String::new(), first: 3 },
        RowReason::CodeTwice { code: "schaamte".to_owned(), first: 3 },
        RowReason::Cycle { code: "schaamte".to_owned() },
        RowReason::BadColor { color: "rood".to_owned() },
        RowReason::BadScope { query: QUERY.to_owned(), fault: query_faults().remove(3) },
    ];
    reasons.extend(synonym_faults().into_iter().map(RowReason::Synonym));
    reasons.extend(shorten_faults().into_iter().map(RowReason::Shortened));
    reasons
}

fn store_errors() -> Vec<StoreError> {
    let path = || "onderzoek.codeboom".into();
    vec![
        StoreError::Missing(path()),
        StoreError::Exists(path()),
        StoreError::NotAProject(path()),
        StoreError::Newer { path: path(), found: 3, known: 1 },
        StoreError::Locked,
        StoreError::ReadOnly,
        StoreError::Full,
        StoreError::Damaged("malformed".to_owned()),
        StoreError::ChangedSince(vec![entry(Verb::CodeRename, &["a", "b"])]),
        StoreError::NothingToRevert,
        StoreError::Database(rusqlite::Error::InvalidQuery),
        StoreError::File(io::Error::from(io::ErrorKind::PermissionDenied)),
    ]
}

/// A refusal of every kind.
pub(super) fn refusals() -> Vec<Refusal> {
    let (code, taxonomy) = (|| "vuile was".to_owned(), || "Wat zorg verschuift".to_owned());
    let mut all: Vec<Refusal> = Vec::new();
    for kind in KINDS {
        all.push(Refusal::Unknown(unknown(kind, "schamte", &["schaamte"], &[])));
        all.push(Refusal::Unknown(unknown(kind, "xyz", &[], &[])));
        all.push(Refusal::Unknown(unknown(kind, "3.2", &[], &["3.2 a (T)", "3.2 b (U)"])));
        all.push(Refusal::Unknown(unknown(kind, "", &[], &[])));
        all.push(Refusal::NameTaken { kind, name: "schaamte".to_owned() });
    }
    all.push(Refusal::Unknown(unknown(NameKind::Taxonomy, "", &[], &["A", "B"])));
    all.extend(
        [NameFault::Empty, NameFault::TooLong(3000), NameFault::Control]
            .map(|fault| Refusal::BadName { name: "zo'n\nnaam ".repeat(300), fault }),
    );
    all.extend([
        Refusal::OtherContent {
            transcript: "casus1-riek-start".to_owned(),
            file: "map/casus1-riek-start.txt".to_owned(),
        },
        Refusal::Rows(vec![
            RowFault { line: 3, reason: row_reasons().remove(0) },
            RowFault { line: 8, reason: row_reasons().remove(1) },
        ]),
        Refusal::QuoteNotFound(not_found()),
        Refusal::QuoteAmbiguous(ambiguous(None)),
        Refusal::QuoteAmbiguous(ambiguous(Some(5))),
        Refusal::Outside(outside((130, 140), true)),
        Refusal::Outside(outside((9, 4), true)),
        Refusal::Outside(outside((4, 4), true)),
        Refusal::Outside(outside((130, 140), false)),
        Refusal::Cycle { code: code(), parent: "schaamte".to_owned() },
        Refusal::Cycle { code: code(), parent: code() },
        Refusal::PlacedAlready { code: code(), taxonomy: taxonomy(), parent: Some("schaamte".to_owned()) },
        Refusal::PlacedAlready { code: code(), taxonomy: taxonomy(), parent: None },
        Refusal::NotPlaced { code: code(), taxonomy: taxonomy() },
        Refusal::PlacedSeveralTimes {
            code: code(),
            taxonomy: taxonomy(),
            parents: vec![String::new(), "schaamte".to_owned()],
        },
        Refusal::ParentNotPlaced { parent: code(), taxonomy: taxonomy() },
        Refusal::SameCode { code: code() },
        Refusal::TextChanged { transcript: "casus1".to_owned() },
        Refusal::NothingAlike { code: code() },
        Refusal::EmptySplit { code: code() },
        Refusal::NothingToResize { transcript: "casus1-riek-start".to_owned() },
        Refusal::NoCoding { code: code(), transcript: "casus1-riek-start".to_owned() },
        Refusal::NotBelow { code: code() },
        Refusal::NoQuote { code: code(), number: 5, of: 0 },
        Refusal::NoQuote { code: code(), number: 5, of: 1 },
        Refusal::NoQuote { code: code(), number: 5, of: 2 },
        Refusal::NoMemo { number: 7, of: 0 },
        Refusal::NoMemo { number: 7, of: 3 },
        Refusal::NothingSaid,
        Refusal::Missing(Missing::Comment),
        Refusal::Missing(Missing::Memo),
        Refusal::Missing(Missing::Case),
        Refusal::Missing(Missing::Participant),
        Refusal::Missing(Missing::Transcript),
        Refusal::Unchanged { transcript: "casus1-riek-start".to_owned() },
        Refusal::BadColor { color: "rood".to_owned() },
        Refusal::BadValue { value: "inductie".to_owned(), expected: &["inductief", "deductief"] },
        Refusal::Filter {
            query: "kasus:3".to_owned(),
            fault: FilterFault::Field {
                name: "kasus".to_owned(),
                nearest: vec!["casus".to_owned()],
                place: PointSpan { start: 0, end: 7 },
            },
        },
        Refusal::Filter {
            query: "casus:13".to_owned(),
            fault: FilterFault::Value {
                unknown: unknown(NameKind::Case, "13", &["3"], &[]),
                place: Some(PointSpan { start: 0, end: 8 }),
            },
        },
        Refusal::Filter {
            query: QUERY.to_owned(),
            fault: FilterFault::Words { place: PointSpan { start: 0, end: 8 } },
        },
        Refusal::Filter {
            query: QUERY.to_owned(),
            fault: FilterFault::Incomparable { name: "regio".to_owned(), place: PLACE },
        },
        Refusal::Search("segment 3 is gone".to_owned()),
    ]);
    all.extend(EXPECTED.map(|what| {
        let fault = FilterFault::Expected { what, place: PLACE };
        Refusal::Filter { query: QUERY.to_owned(), fault }
    }));
    let missing = |nearest: &[&str]| {
        let nearest = nearest.iter().map(|form| (*form).to_owned()).collect();
        Refusal::Synonym(SynonymFault::NotThere { form: "berad".to_owned(), nearest })
    };
    all.extend([missing(&[]), missing(&["beraad"])]);
    all.extend(synonym_faults().into_iter().skip(1).map(Refusal::Synonym));
    all.extend(shorten_faults().into_iter().map(Refusal::Shortened));
    all.extend(query_faults().into_iter().map(|fault| Refusal::Query { query: QUERY.to_owned(), fault }));
    all.extend(store_errors().into_iter().map(Refusal::Store));
    all.extend(unreadables().into_iter().map(|reason| Refusal::Unreadable { file: "gesprek.docx".to_owned(), reason }));
    all
}

pub(super) fn unreadables() -> Vec<Unreadable> {
    let part = || "word/document.xml".to_owned();
    let mut all = vec![
        Unreadable::Empty { notices: vec![Notice::LeftOut { what: LeftOut::Pictures, count: 3 }] },
        Unreadable::Binary { found: None, position: 8 },
        Unreadable::UnknownEnding { ending: "odt".to_owned() },
        Unreadable::UnknownEnding { ending: String::new() },
        Unreadable::NotAZip { found: None },
        Unreadable::NotAZip { found: Some(FileKind::Pdf) },
        Unreadable::Truncated,
        Unreadable::Encrypted,
        Unreadable::OldWord,
        Unreadable::Damaged { part: None },
        Unreadable::Damaged { part: Some(part()) },
        Unreadable::Compression { part: part(), method: 99 },
        Unreadable::Doctype { part: part() },
        Unreadable::NoDocument,
        Unreadable::BadXml { part: part(), position: 12_345 },
    ];
    let limits = [Limit::Text, Limit::Unpacked, Limit::Entries, Limit::Depth, Limit::Tags, Limit::Piece];
    all.extend(limits.map(|limit| Unreadable::TooLarge { limit }));
    let kinds = [
        FileKind::Pdf,
        FileKind::Zip,
        FileKind::OldOffice,
        FileKind::Rtf,
        FileKind::Html,
        FileKind::Picture,
        FileKind::Recording,
        FileKind::Archive,
    ];
    all.extend(kinds.map(|kind| Unreadable::Binary { found: Some(kind), position: 0 }));
    all
}

pub(super) fn notices() -> Vec<Notice> {
    let mut all = vec![
        Notice::EncodingGuessed { encoding: Encoding::Windows1252 },
        Notice::LostCharacters { count: 1, lines: vec![4] },
        Notice::LostCharacters { count: 1200, lines: vec![4, 9, 12] },
        Notice::TrackedChanges { inserted: 1, deleted: 2 },
        Notice::CellsJoined { cells: 1 },
        Notice::CellsJoined { cells: 3 },
    ];
    let kinds = [
        LeftOut::Footnotes,
        LeftOut::Endnotes,
        LeftOut::Comments,
        LeftOut::TextBoxes,
        LeftOut::HeadersAndFooters,
        LeftOut::Pictures,
        LeftOut::Embedded,
        LeftOut::HiddenText,
        LeftOut::ListNumbers,
    ];
    all.extend(kinds.into_iter().flat_map(|what| [1, 3].map(|count| Notice::LeftOut { what, count })));
    all
}

pub(super) fn damages() -> Vec<Damage> {
    vec![
        Damage::Database("row 3 missing from an index".to_owned()),
        Damage::Reference("coding".to_owned()),
        Damage::Text("casus1-riek-start".to_owned()),
        Damage::Text(String::new()),
        Damage::Anchor { transcript: "casus1-riek-start".to_owned(), words: "zo’n dag".to_owned() },
        Damage::History(1234),
    ]
}

pub(super) fn fault(problem: Problem) -> FileFault {
    FileFault { line: 12, column: Some(8), text: "name = \"vuile was\"".to_owned(), problem }
}

pub(super) fn problems() -> Vec<Problem> {
    let text = |words: &str| words.to_owned();
    vec![
        Problem::Empty,
        Problem::NotText,
        Problem::Spreadsheet,
        Problem::TooBig { megabytes: 50 },
        Problem::DamagedLetters,
        Problem::ColumnMissing { wanted: vec!["quote", "citaat"], nearest: vec![text("citaten")] },
        Problem::ColumnUnknown { name: text("codee"), nearest: vec![text("code")] },
        Problem::ColumnTwice { first: text("rol"), second: text("role") },
        Problem::HeadingMissing { found: text("x") },
        Problem::CellCount { expected: 4, found: 1 },
        Problem::QuoteUnclosed,
        Problem::QuoteStray,
        Problem::CellEmpty { column: text("code") },
        Problem::HalfSpan,
        Problem::EmptySpan { start: 1200, end: 90 },
        Problem::NotANumber { field: text("start"), found: text("twaalf") },
        Problem::NobodyNamed,
        Problem::OwnerMissing { column: text("leeftijd"), owner: Owner::Participant },
        Problem::OwnerMissing { column: text("datum"), owner: Owner::Transcript },
        Problem::Toml { message: text("expected a value") },
        Problem::KeyTwice { key: text("name") },
        Problem::KeyUnknown { key: text("naam"), nearest: vec![text("name")] },
        Problem::KeyMissing { key: "name" },
        Problem::WrongType { key: text("name"), expected: ValueType::Text, found: ValueType::Number },
        Problem::WrongType { key: text("also"), expected: ValueType::YesNo, found: ValueType::Text },
        Problem::WrongType { key: text("theme"), expected: ValueType::Tables, found: ValueType::Table },
        Problem::WrongType { key: text("synonyms"), expected: ValueType::Lists, found: ValueType::Text },
        Problem::Synonym(synonym_faults().remove(7)),
        Problem::BadMark { mark: text("1") },
        Problem::WordUnknown { field: text("status"), found: text("besprken"), known: vec!["voorstel", "besproken"] },
        Problem::BadColor { found: text("rood") },
        Problem::BadName { field: "name", name: text(""), fault: NameFault::Empty },
        Problem::BadName { field: "title", name: text("a\u{7}"), fault: NameFault::Control },
        Problem::NameTwice { name: text("vuile was"), first_line: 3 },
        Problem::LevelDiffers { name: text("was"), level: Level::Open, first_level: Level::Axial, first_line: 3 },
        Problem::NotInside { inner: Level::Selective, outer: Level::Axial },
        Problem::ParentMissing { parent: text("schamte"), nearest: vec![text("schaamte")] },
        Problem::Cycle { names: vec![text("a"), text("b")], lines: vec![3, 4] },
        Problem::TooDeep { limit: 60 },
        Problem::BadSubject { found: text("alles") },
    ]
}
