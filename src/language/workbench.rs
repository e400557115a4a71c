//! The words of the workbench: a struct per screen, with its Dutch and its English value beside each other in one file, so
//! that a missing word does not compile. Scripts make no sentences of their own; theirs are in `scripts`.

mod correct;
mod frame;
mod history;
mod import;
mod keys;
mod scripts;
mod start;
mod study;
mod transcript;

pub use correct::CorrectWords;
pub use frame::FrameWords;
pub use history::HistoryWords;
pub use import::ImportWords;
pub use keys::KeyWords;
pub use start::StartWords;
pub use study::StudyWords;
pub use transcript::{CodeBoxWords, TranscriptWords};

use crate::model::Language;

/// Everything that only the workbench says, in one language.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "a screen's name is what it says")]
pub struct WorkbenchWords {
    pub frame: FrameWords,
    pub keys: KeyWords,
    pub study: StudyWords,
    pub start: StartWords,
    pub import: ImportWords,
    pub correct: CorrectWords,
    pub history: HistoryWords,
    pub transcript: TranscriptWords,
    pub code_box: CodeBoxWords,
    /// What scripts say, by the name under which they ask for it; `{0}`, `{1}` stand for what they fill in.
    pub scripts: &'static [(&'static str, &'static str)],
}

static NL: WorkbenchWords = WorkbenchWords {
    frame: frame::NL,
    keys: keys::NL,
    study: study::NL,
    start: start::NL,
    import: import::NL,
    correct: correct::NL,
    history: history::NL,
    transcript: transcript::NL,
    code_box: transcript::BOX_NL,
    scripts: scripts::NL,
};

static EN: WorkbenchWords = WorkbenchWords {
    frame: frame::EN,
    keys: keys::EN,
    study: study::EN,
    start: start::EN,
    import: import::EN,
    correct: correct::EN,
    history: history::EN,
    transcript: transcript::EN,
    code_box: transcript::BOX_EN,
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
