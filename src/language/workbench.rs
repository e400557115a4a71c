//! The words of the workbench: a struct per screen, with its Dutch and its English value beside each other in one file, so
//! that a missing word does not compile. Scripts make no sentences of their own; theirs are in `scripts`.

mod conditions;
mod frame;
mod keys;
mod quotes;
mod scripts;
mod search;
mod study;
mod tables;
mod transcript;

pub use conditions::ConditionWords;
pub use frame::FrameWords;
pub use keys::KeyWords;
pub use quotes::QuotesWords;
pub use search::SearchWords;
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
    pub conditions: ConditionWords,
    pub search: SearchWords,
    pub quotes: QuotesWords,
    pub tables: TablesWords,
    pub transcript: TranscriptWords,
    pub code_box: CodeBoxWords,
    /// What scripts say, by the name under which they ask for it; `{0}`, `{1}` stand for what they fill in.
    pub scripts: &'static [(&'static str, &'static str)],
}

static NL: WorkbenchWords = WorkbenchWords {
    frame: frame::NL,
    keys: keys::NL,
    study: study::NL,
    conditions: conditions::NL,
    search: search::NL,
    quotes: quotes::NL,
    tables: tables::NL,
    transcript: transcript::NL,
    code_box: transcript::BOX_NL,
    scripts: scripts::NL,
};

static EN: WorkbenchWords = WorkbenchWords {
    frame: frame::EN,
    keys: keys::EN,
    study: study::EN,
    conditions: conditions::EN,
    search: search::EN,
    quotes: quotes::EN,
    tables: tables::EN,
    transcript: transcript::EN,
    code_box: transcript::BOX_EN,
    scripts: scripts::EN,
};

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
