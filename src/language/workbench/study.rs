//! The study at a glance.

/// The words of the study's own screen.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "a word's name is what it says")]
pub struct StudyWords {
    pub transcripts: &'static str,
    pub fragments: &'static str,
    pub no_texts: &'static str,
}

pub(super) const NL: StudyWords = StudyWords {
    transcripts: "Transcripten",
    fragments: "Fragmenten",
    no_texts: "Hier komen je transcripten. Lees ze in op het beginscherm.",
};

pub(super) const EN: StudyWords = StudyWords {
    transcripts: "Transcripts",
    fragments: "Fragments",
    no_texts: "Your transcripts come here. Import them on the start screen.",
};
