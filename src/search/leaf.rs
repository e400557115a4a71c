//! Words of a query, cut and folded as the index has them.

use super::stems::Stems;
use crate::text::query::{Words, WordsKind};
use crate::text::words::words;

/// How words that stand without quotation marks are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Matching {
    /// As typed, but for case, accents and the shape of apostrophes.
    Exact,
    /// By their stem: `gesprek` finds `gesprekken`.
    #[default]
    Stems,
}

/// One of the forms in which the index holds each word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Layer {
    Surface,
    Stem,
}

/// Words to look for in a row.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Leaf {
    pub(super) layer: Layer,
    /// Forms in that layer; with none, nothing is found.
    pub(super) parts: Vec<String>,
}

impl Leaf {
    /// A phrase between quotation marks is always looked for as typed.
    pub(super) fn new(typed: &Words, matching: Matching, stems: &mut Stems) -> Self {
        let layer = match (typed.kind, matching) {
            (WordsKind::Term, Matching::Stems) => Layer::Stem,
            (WordsKind::Term, Matching::Exact) | (WordsKind::Phrase, _) => Layer::Surface,
        };
        let parts = words(&typed.text).map(|word| match layer {
            Layer::Surface => word.folded.into_owned(),
            Layer::Stem => stems.stem(&word.folded),
        });
        Self { layer, parts: parts.collect() }
    }
}
