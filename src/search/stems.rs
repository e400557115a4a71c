//! Stems of Dutch words, by the Kraaij–Pohlmann algorithm that tantivy carries, computed once per distinct word: the
//! 3 million words of a large study are some 60,000 different ones.
//!
//! The stem is taken of the folded word, so that words which differ in accents only have the same stem.

use rustc_hash::FxHashMap;
use std::fmt;
use tantivy::tokenizer::{Language, RawTokenizer, Stemmer, TextAnalyzer, TokenStream};

/// Words remembered; beyond it the memory is emptied, so that a stream of rubbish cannot fill it.
const MOST_KNOWN: usize = 200_000;

/// Finds stems and remembers them.
#[derive(Clone)]
pub(super) struct Stems {
    stemmer: TextAnalyzer,
    known: FxHashMap<Box<str>, Box<str>>,
}

impl Stems {
    pub(super) fn new() -> Self {
        let stemmer = TextAnalyzer::builder(RawTokenizer::default()).filter(Stemmer::new(Language::Dutch)).build();
        Self { stemmer, known: FxHashMap::default() }
    }

    /// Appends the stem of a folded word; never nothing.
    pub(super) fn stem_into(&mut self, folded: &str, stem: &mut String) {
        if let Some(known) = self.known.get(folded) {
            stem.push_str(known);
            return;
        }
        let mut found = String::new();
        let word = without_trema_plural(folded);
        self.stemmer.token_stream(word).process(&mut |token| found.push_str(&token.text));
        if found.is_empty() {
            found.push_str(folded);
        }
        stem.push_str(&found);
        if self.known.len() >= MOST_KNOWN {
            self.known.clear();
        }
        self.known.insert(folded.into(), found.into());
    }

    /// The stem of a folded word.
    pub(super) fn stem(&mut self, folded: &str) -> String {
        let mut stem = String::new();
        self.stem_into(folded, &mut stem);
        stem
    }
}

/// The singular of plurals such as `ideeën` and `categorieën`, which the algorithm leaves alone. No other Dutch word ends
/// in these letters.
fn without_trema_plural(folded: &str) -> &str {
    folded.strip_suffix("en").filter(|word| word.ends_with("ee") || word.ends_with("ie")).unwrap_or(folded)
}

impl fmt::Debug for Stems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stems").field("known", &self.known.len()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::fold;

    #[test]
    fn forms_of_a_word_share_a_stem_with_and_without_accents() {
        let mut stems = Stems::new();
        let mut of = |word: &str| stems.stem(&fold(word));
        for (a, b) in [
            ("conferentie", "conferenties"),
            ("gesprek", "Gesprekken"),
            ("coördinatie", "Coordinaties"),
            ("idee", "ideeën"),
            ("ideeen", "ideeën"),
            ("categorie", "categorieën"),
            ("knie", "knieen"),
            ("auto", "auto’s"),
            ("beste", "best"),
        ] {
            assert_eq!(of(a), of(b), "{a} {b}");
        }
        assert_ne!(of("niet"), of("nee"));
    }

    #[test]
    fn no_word_loses_everything() {
        let mut stems = Stems::new();
        for word in ["'s", "'t", "s", "en", "12", "ge", "e", "heid", "漢", "σ"] {
            assert!(!stems.stem(word).is_empty(), "{word}");
            assert_eq!(stems.stem(word), stems.stem(word), "the second time from memory");
        }
    }
}
