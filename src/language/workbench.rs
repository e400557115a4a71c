//! The words of the workbench: a struct per screen, with its Dutch and its English value beside each other in one file, so
//! that a missing word does not compile. Scripts make no sentences of their own; theirs are in `scripts`.

mod comments;
mod frame;
mod keys;
mod memos;
mod people;
mod scripts;
mod study;

pub use comments::CommentWords;
pub use frame::FrameWords;
pub use keys::KeyWords;
pub use memos::MemoWords;
pub use people::PeopleWords;
pub use study::StudyWords;

use crate::model::Language;

/// Everything that only the workbench says, in one language.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "a screen's name is what it says")]
pub struct WorkbenchWords {
    pub frame: FrameWords,
    pub keys: KeyWords,
    pub study: StudyWords,
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
    comments: comments::NL,
    memos: memos::NL,
    people: people::NL,
    scripts: scripts::NL,
};

static EN: WorkbenchWords = WorkbenchWords {
    frame: frame::EN,
    keys: keys::EN,
    study: study::EN,
    comments: comments::EN,
    memos: memos::EN,
    people: people::EN,
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
