//! The words of the workbench: a struct per screen, with its Dutch and its English value beside each other in one file, so
//! that a missing word does not compile. Scripts make no sentences of their own; theirs are in `scripts`.

mod board;
mod codebook;
mod comments;
mod compare;
mod correct;
mod frame;
mod history;
mod import;
mod keys;
mod memos;
mod merge;
mod people;
mod scripts;
mod split;
mod study;
mod tables;
mod transcript;

pub use board::BoardWords;
pub use codebook::CodebookWords;
pub use comments::CommentWords;
pub use compare::CompareWords;
mod start;

pub use correct::CorrectWords;
pub use frame::FrameWords;
pub use history::HistoryWords;
pub use import::ImportWords;
pub use keys::KeyWords;
pub use memos::MemoWords;
pub use merge::MergeWords;
pub use split::SplitWords;
mod conditions;
mod quotes;
mod search;

pub use conditions::ConditionWords;
pub use people::PeopleWords;
pub use quotes::QuotesWords;
pub use search::SearchWords;
pub use start::StartWords;
pub use study::StudyWords;
pub use tables::TablesWords;
pub use transcript::{CodeBoxWords, TranscriptWords};

use crate::model::Language;

/// Everything that only the workbench says, in one language.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "a screen's name is what it says")]
pub struct WorkbenchWords {
    pub frame: FrameWords,
    pub keys: KeyWords,
    pub study: StudyWords,
    pub codebook: CodebookWords,
    pub merge: MergeWords,
    pub split: SplitWords,
    pub board: BoardWords,
    pub compare: CompareWords,
    pub conditions: ConditionWords,
    pub search: SearchWords,
    pub quotes: QuotesWords,
    pub tables: TablesWords,
    pub start: StartWords,
    pub import: ImportWords,
    pub correct: CorrectWords,
    pub history: HistoryWords,
    pub transcript: TranscriptWords,
    pub code_box: CodeBoxWords,
    pub comments: CommentWords,
    pub memos: MemoWords,
    pub people: PeopleWords,
    /// What scripts say, by the name under which they ask for it; `{0}`, `{1}` stand for what they fill in.
    pub scripts: &'static [(&'static str, &'static str)],
}

static NL: WorkbenchWords = WorkbenchWords {
    frame: frame::NL,
    keys: keys::NL,
    study: study::NL,
    codebook: codebook::NL,
    merge: merge::NL,
    split: split::NL,
    board: board::NL,
    compare: compare::NL,
    conditions: conditions::NL,
    search: search::NL,
    quotes: quotes::NL,
    tables: tables::NL,
    start: start::NL,
    import: import::NL,
    correct: correct::NL,
    history: history::NL,
    transcript: transcript::NL,
    code_box: transcript::BOX_NL,
    comments: comments::NL,
    memos: memos::NL,
    people: people::NL,
    scripts: scripts::NL,
};

static EN: WorkbenchWords = WorkbenchWords {
    frame: frame::EN,
    keys: keys::EN,
    study: study::EN,
    codebook: codebook::EN,
    merge: merge::EN,
    split: split::EN,
    board: board::EN,
    compare: compare::EN,
    conditions: conditions::EN,
    search: search::EN,
    quotes: quotes::EN,
    tables: tables::EN,
    start: start::EN,
    import: import::EN,
    correct: correct::EN,
    history: history::EN,
    transcript: transcript::EN,
    code_box: transcript::BOX_EN,
    comments: comments::EN,
    memos: memos::EN,
    people: people::EN,
    scripts: scripts::EN,
};

/// A number with its noun.
fn quantity(number: usize, one: &str, many: &str) -> String {
    super::phrases::counted(number, one, many)
}

/// The words of the workbench in a language.
#[must_use]
pub fn workbench_words(language: Language) -> &'static WorkbenchWords {
    match language {
        Language::Dutch => &NL,
        Language::English => &EN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_find_the_same_names_in_both_languages() {
        let names = |words: &WorkbenchWords| words.scripts.iter().map(|(name, _)| *name).collect::<Vec<_>>();
        assert_eq!(names(&NL), names(&EN));
        let actions = |words: &WorkbenchWords| words.keys.actions.iter().map(|(name, _)| *name).collect::<Vec<_>>();
        assert_eq!(actions(&NL), actions(&EN));
    }
}
