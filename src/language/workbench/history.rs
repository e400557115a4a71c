//! The trail on a page.

use super::quantity;
use crate::model::{Table, Verb};

/// The words of the history screen.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "a word's name is what it says")]
pub struct HistoryWords {
    pub title: &'static str,
    pub intro: &'static str,
    pub who: &'static str,
    pub everyone: &'static str,
    pub kind: &'static str,
    pub all_kinds: &'static str,
    /// Sorts of act: the value in an address, the name, and its verbs.
    pub kinds: &'static [(&'static str, &'static str, &'static [Verb])],
    pub transcript: &'static str,
    pub all_transcripts: &'static str,
    pub filter: &'static str,
    pub clear: &'static str,
    pub number: &'static str,
    pub when: &'static str,
    pub what: &'static str,
    pub why: &'static str,
    pub action: &'static str,
    pub undone: &'static str,
    pub undo: &'static str,
    pub redo: &'static str,
    pub undo_reason: &'static str,
    pub changes: &'static str,
    pub changes_of: fn(step: &str) -> String,
    pub back: &'static str,
    pub nothing_changed: &'static str,
    pub none: &'static str,
    pub steps: fn(shown_from: usize, shown_to: usize, all: usize) -> String,
    pub newer: &'static str,
    pub older: &'static str,
    pub thing: &'static str,
    pub made: &'static str,
    pub changed: &'static str,
    pub gone: &'static str,
    pub step: fn(number: i64) -> String,
    pub table: fn(table: Table) -> &'static str,
    pub only_own: &'static str,
}

const CODES: &[Verb] = &[
    Verb::CodebookImport,
    Verb::CodeAdd,
    Verb::CodeRename,
    Verb::CodeMove,
    Verb::CodePlace,
    Verb::CodeUnplace,
    Verb::CodeMerge,
    Verb::CodeSplit,
    Verb::CodeDelete,
    Verb::CodeLevel,
    Verb::CodeRedefine,
    Verb::TaxonomyEdit,
];
const CODINGS: &[Verb] = &[
    Verb::CodingApply,
    Verb::CodingRemove,
    Verb::CodingRecode,
    Verb::CodingCounter,
    Verb::CodingResize,
    Verb::CodingsImport,
    Verb::HitsCode,
];
const TEXTS: &[Verb] = &[
    Verb::Import,
    Verb::Correct,
    Verb::Participants,
    Verb::PeopleEdit,
    Verb::PeopleDelete,
    Verb::SpeakersSet,
    Verb::AttributeRename,
    Verb::AttributeDelete,
    Verb::RolesOrder,
];
const COMMENTS: &[Verb] = &[
    Verb::CommentAdd,
    Verb::CommentAnswer,
    Verb::CommentEdit,
    Verb::CommentSettle,
    Verb::CommentReopen,
    Verb::CommentDelete,
];
const FINISHES: &[Verb] = &[Verb::Finish, Verb::Unfinish];
const QUOTES: &[Verb] = &[Verb::QuoteChoose, Verb::QuoteEdit, Verb::QuoteDrop];
const MEMOS: &[Verb] = &[Verb::MemoAdd, Verb::MemoEdit, Verb::MemoDelete];
const PROJECT: &[Verb] = &[Verb::New, Verb::Settings, Verb::SynonymAdd, Verb::SynonymRemove];
const REVERTS: &[Verb] = &[Verb::Undo, Verb::Redo];

pub(super) const NL: HistoryWords = HistoryWords {
    title: "Geschiedenis",
    intro: "Alles wat in deze studie is gedaan, het nieuwste boven. Er verdwijnt niets: ook wat ongedaan is gemaakt blijft staan.",
    who: "Wie",
    everyone: "Iedereen",
    kind: "Soort stap",
    all_kinds: "Alle soorten",
    kinds: &[
        ("codings", "Coderingen", CODINGS),
        ("codes", "Codes en taxonomieën", CODES),
        ("texts", "Transcripten en respondenten", TEXTS),
        ("finishes", "Afronden", FINISHES),
        ("quotes", "Gekozen citaten", QUOTES),
        ("memos", "Memo’s", MEMOS),
        ("comments", "Te bespreken", COMMENTS),
        ("project", "Project en synoniemen", PROJECT),
        ("reverts", "Ongedaan gemaakt en hersteld", REVERTS),
    ],
    transcript: "Transcript",
    all_transcripts: "Alle transcripten",
    filter: "Filter",
    clear: "Toon alles",
    number: "Stap",
    when: "Wanneer",
    what: "Wat",
    why: "Waarom",
    action: "Terugdraaien",
    undone: "ongedaan gemaakt",
    undo: "Maak ongedaan",
    redo: "Herstel",
    undo_reason: "Waarom (mag leeg blijven)",
    changes: "Wat er veranderde",
    changes_of: |step| format!("Wat er veranderde bij stap {step}"),
    back: "Naar de geschiedenis",
    nothing_changed: "Bij deze stap veranderde er niets.",
    none: "Geen stap past hierbij.",
    steps: |from, to, all| format!("{from}–{to} van {}", quantity(all, "stap", "stappen")),
    newer: "Nieuwer",
    older: "Ouder",
    thing: "Soort",
    made: "Gemaakt",
    changed: "Veranderd",
    gone: "Weggehaald",
    step: |number| format!("Stap {number}"),
    table: |table| match table {
        Table::Project => "instellingen",
        Table::Case => "casussen",
        Table::Role => "respondentgroepen",
        Table::Participant => "respondenten",
        Table::Transcript => "transcripten",
        Table::Speaker => "sprekers",
        Table::Attribute => "kenmerken",
        Table::Coder => "codeurs",
        Table::Code => "codes",
        Table::Taxonomy => "taxonomieën",
        Table::Footnote => "noten",
        Table::Placement => "plaatsen in een taxonomie",
        Table::Fragment => "fragmenten",
        Table::Anchor => "plekken van fragmenten",
        Table::Coding => "coderingen",
        Table::Finish => "afgeronde transcripten",
        Table::Quote => "gekozen citaten",
        Table::Memo => "memo’s",
        Table::Citation => "verwijzingen van memo’s",
        Table::Synonym => "synoniemen",
        Table::Comment => "opmerkingen",
    },
    only_own: "Je kunt alleen je eigen laatste stap terugdraaien, en daarna de stap ervoor.",
};

pub(super) const EN: HistoryWords = HistoryWords {
    title: "History",
    intro: "Everything that was done in this study, the newest first. Nothing disappears: what was undone stays too.",
    who: "Who",
    everyone: "Everyone",
    kind: "Sort of step",
    all_kinds: "All sorts",
    kinds: &[
        ("codings", "Codings", CODINGS),
        ("codes", "Codes and taxonomies", CODES),
        ("texts", "Transcripts and respondents", TEXTS),
        ("finishes", "Finishing", FINISHES),
        ("quotes", "Chosen quotes", QUOTES),
        ("memos", "Memos", MEMOS),
        ("comments", "To discuss", COMMENTS),
        ("project", "Project and synonyms", PROJECT),
        ("reverts", "Undone and redone", REVERTS),
    ],
    transcript: "Transcript",
    all_transcripts: "All transcripts",
    filter: "Filter",
    clear: "Show everything",
    number: "Step",
    when: "When",
    what: "What",
    why: "Why",
    action: "Take back",
    undone: "undone",
    undo: "Undo",
    redo: "Redo",
    undo_reason: "Why (may stay empty)",
    changes: "What changed",
    changes_of: |step| format!("What changed in step {step}"),
    back: "To the history",
    nothing_changed: "Nothing changed in this step.",
    none: "No step fits this.",
    steps: |from, to, all| format!("{from}–{to} of {}", quantity(all, "step", "steps")),
    newer: "Newer",
    older: "Older",
    thing: "Sort",
    made: "Made",
    changed: "Changed",
    gone: "Taken away",
    step: |number| format!("Step {number}"),
    table: |table| match table {
        Table::Project => "settings",
        Table::Case => "cases",
        Table::Role => "respondent groups",
        Table::Participant => "respondents",
        Table::Transcript => "transcripts",
        Table::Speaker => "speakers",
        Table::Attribute => "attributes",
        Table::Coder => "coders",
        Table::Code => "codes",
        Table::Taxonomy => "taxonomies",
        Table::Footnote => "footnotes",
        Table::Placement => "places in a taxonomy",
        Table::Fragment => "fragments",
        Table::Anchor => "places of fragments",
        Table::Coding => "codings",
        Table::Finish => "finished transcripts",
        Table::Quote => "chosen quotes",
        Table::Memo => "memos",
        Table::Citation => "citations by memos",
        Table::Synonym => "synonyms",
        Table::Comment => "comments",
    },
    only_own: "Only your own last step can be taken back, and then the one before it.",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verb_belongs_to_one_sort() {
        for words in [NL, EN] {
            let mut verbs: Vec<Verb> = words.kinds.iter().flat_map(|(.., verbs)| verbs.iter().copied()).collect();
            verbs.sort_unstable();
            let mut all: Vec<Verb> =
                crate::language::tests::samples::entries().iter().map(|entry| entry.verb).collect();
            all.sort_unstable();
            assert_eq!(verbs, all);
        }
    }
}
