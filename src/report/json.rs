//! What the program knows as JSON, for scripts and other programs: the shapes of the command-line contract. Keys and
//! enum values are never translated and fields are only ever added; names are bare (without footnote marks); what is
//! not known is `null`; positions are code points. Small answers are one struct each; quotes are streamed.

mod codebook;
mod concordance;
mod lists;
mod matrix;
mod overview;
mod quotes;
mod taxonomy;
mod word_counts;

pub use codebook::{CodebookJson, codebook};
pub use concordance::{ConcordanceJson, concordance};
pub use lists::{CasesJson, ParticipantsJson, TranscriptsJson, cases, participants, transcripts};
pub use matrix::{MatrixJson, matrix};
pub use overview::{OverviewJson, overview};
pub use quotes::write_quotes;
pub use taxonomy::{TaxonomyJson, taxonomy};
pub use word_counts::{KeynessJson, WordsJson, keyness, words};

use crate::analysis::Counts;
use crate::model::{AnchorState, Attribute, CodeStatus, Kind, Language, Level, LevelWords, Origin};
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::io::{self, Write};

/// Writes an answer on one line.
///
/// # Errors
/// When writing fails.
pub fn write(answer: &impl Serialize, mut out: impl Write) -> io::Result<()> {
    serde_json::to_writer(&mut out, answer).map_err(io::Error::from)?;
    out.write_all(b"\n")
}

/// Pairs that are written as an object, in their order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pairs<K, V>(pub Vec<(K, V)>);

impl<K: Serialize, V: Serialize> Serialize for Pairs<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

/// Numbers of distinct things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct CountsJson {
    /// Cases.
    pub cases: usize,
    /// Participants.
    pub participants: usize,
    /// Fragments.
    pub fragments: usize,
    /// Fragments coded as counter-example.
    pub counter_fragments: usize,
    /// Cases with a counter-example.
    pub counter_cases: usize,
}

impl From<Counts> for CountsJson {
    fn from(counts: Counts) -> Self {
        let Counts { cases, participants, fragments, counter_fragments, counter_cases } = counts;
        Self { cases, participants, fragments, counter_fragments, counter_cases }
    }
}

/// Attributes as an object.
fn attributes_of(list: &[Attribute]) -> Pairs<&str, &str> {
    Pairs(list.iter().map(|attribute| (attribute.name.as_str(), attribute.value.as_str())).collect())
}

/// An empty text is no value.
fn known(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

fn level_key(level: Level) -> &'static str {
    match level {
        Level::Open => "open",
        Level::Axial => "axial",
        Level::Selective => "selective",
    }
}

/// The word for a state, also in CSV.
pub(super) fn state_key(state: AnchorState) -> &'static str {
    match state {
        AnchorState::Exact => "exact",
        AnchorState::Moved => "moved",
        AnchorState::Check => "check",
        AnchorState::Gone => "gone",
    }
}

fn origin_key(origin: Origin) -> &'static str {
    match origin {
        Origin::InVivo => "in_vivo",
        Origin::Inductive => "inductive",
        Origin::Deductive => "deductive",
        Origin::Adopted => "adopted",
    }
}

fn status_key(status: CodeStatus) -> &'static str {
    match status {
        CodeStatus::Proposed => "proposed",
        CodeStatus::Discussed => "discussed",
        CodeStatus::Settled => "settled",
    }
}

fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Interview => "interview",
        Kind::GroupInterview => "group_interview",
        Kind::Observation => "observation",
        Kind::Document => "document",
        Kind::OpenAnswer => "open_answer",
        Kind::CaseReport => "case_report",
    }
}

fn language_key(language: Language) -> &'static str {
    match language {
        Language::Dutch => "nl",
        Language::English => "en",
    }
}

fn level_words_key(words: LevelWords) -> &'static str {
    match words {
        LevelWords::CodeLabelTheme => "code_label_theme",
        LevelWords::CodeCoreLabelTheme => "code_core_label_theme",
        LevelWords::LabelCoreLabelTheme => "label_core_label_theme",
        LevelWords::CodeCategoryCoreCategory => "code_category_core_category",
        LevelWords::CodeSubthemeTheme => "code_subtheme_theme",
    }
}
