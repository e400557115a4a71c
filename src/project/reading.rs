//! The words of people, read when they are needed: whole texts, pieces of texts, and the words of fragments.

use super::{Refusal, Workspace};
use crate::analysis::{At, Place, Study, Text};
use crate::model::Span;

impl Workspace {
    /// The current text of a transcript.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn text(&self, study: &Study, at: At<Text>) -> Result<String, Refusal> {
        Ok(self.store.revision(study.texts[at].row.revision)?.text)
    }

    /// A piece of the current text of a transcript, read without the rest.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn slice(&self, study: &Study, at: At<Text>, span: Span) -> Result<String, Refusal> {
        Ok(self.store.slice(study.texts[at].row.revision, span)?)
    }

    /// The words of fragments, in the order asked for.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn words_of(&self, study: &Study, places: impl IntoIterator<Item = At<Place>>) -> Result<Vec<String>, Refusal> {
        let passages = places.into_iter().map(|at| study.places[at].passage);
        let mut words = Vec::new();
        self.store.passages(passages, |text| words.push(text.to_owned()))?;
        Ok(words)
    }

    /// The words of fragments whose text was deleted, in the order of [`Study::gone`].
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn words_of_gone(&self, study: &Study) -> Result<Vec<String>, Refusal> {
        let mut words = Vec::new();
        self.store
            .passages(study.gone().iter().map(|(_, anchor)| anchor.passage), |text| words.push(text.to_owned()))?;
        Ok(words)
    }
}
