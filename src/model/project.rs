//! The study as a whole: its title, its language and its own words for the three levels of codes.

use super::ProjectId;

/// One study.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// Identity, shared by all copies of the project.
    pub id: ProjectId,
    /// Title.
    pub title: String,
    /// Language of the interface and the report.
    pub language: Language,
    /// Words for the levels.
    pub level_words: LevelWords,
    /// When it was made, microseconds since 1970 UTC.
    pub created: i64,
}

/// Languages of interface and report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Language {
    /// Dutch.
    #[default]
    Dutch,
    /// English.
    English,
}

/// Which words a project uses for open, axial and selective codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum LevelWords {
    /// code – label – thema.
    #[default]
    CodeLabelTheme,
    /// code – kernlabel – thema.
    CodeCoreLabelTheme,
    /// label – kernlabel – thema (Baarda).
    LabelCoreLabelTheme,
    /// code – categorie – kerncategorie (Boeije).
    CodeCategoryCoreCategory,
    /// code – subthema – thema (Braun & Clarke).
    CodeSubthemeTheme,
}

impl LevelWords {
    /// Every set, the usual one first.
    pub const ALL: [Self; 5] = [
        Self::CodeLabelTheme,
        Self::CodeCoreLabelTheme,
        Self::LabelCoreLabelTheme,
        Self::CodeCategoryCoreCategory,
        Self::CodeSubthemeTheme,
    ];
}
