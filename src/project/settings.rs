//! Settings of a project: title, language, words for the levels; scope and footnotes of a taxonomy.

use super::{Done, Refusal, Workspace};
use crate::model::{Language, LevelWords, Project, Verb};

/// What to change; `None` leaves a setting alone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// Title.
    pub title: Option<String>,
    /// Language of interface and report.
    pub language: Option<Language>,
    /// Words for the levels.
    pub level_words: Option<LevelWords>,
}

impl Workspace {
    /// Changes settings of the project.
    ///
    /// # Errors
    /// When the title cannot be a name.
    pub fn change_settings(&mut self, settings: &Settings, reason: &str) -> Result<Done<()>, Refusal> {
        self.run(Verb::Settings, reason, |writing, study| {
            let mut project: Project = study.project().clone();
            if let Some(title) = &settings.title {
                project.title = super::codes::name(title)?;
            }
            project.language = settings.language.unwrap_or(project.language);
            project.level_words = settings.level_words.unwrap_or(project.level_words);
            writing.update(project)?;
            Ok(())
        })
    }
}
