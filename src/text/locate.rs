//! Finds the words a person typed or pasted in a transcript. First exactly as they stand; else forgiving what does not
//! change the words: line breaks, curly or straight quotation marks, kinds of dashes, `…` or `...`, ë in one or two code
//! points. Case counts. All places are given in reading order, overlapping ones too; which of them is meant is for the
//! caller to decide. When there is none, [`Locator::nearest`] gives the passage that comes closest.
//!
//! A [`Locator`] reads its text once and answers many questions: what costs time is made when first needed and kept.

mod nearest;

pub use nearest::Nearest;

use crate::model::Span;
use crate::text::exact::Exact;
use crate::text::typography::{Folded, fold};
use nearest::Shingles;
use std::sync::OnceLock;

/// Where words were found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Located {
    /// Exactly as typed.
    Exactly(Vec<Span>),
    /// With other white space, quotation marks or dashes.
    Nearly(Vec<Span>),
    /// Not at all.
    Nowhere,
}

impl Located {
    /// All places, in reading order.
    #[must_use]
    pub fn spans(&self) -> &[Span] {
        match self {
            Self::Exactly(spans) | Self::Nearly(spans) => spans,
            Self::Nowhere => &[],
        }
    }
}

/// One text, ready to be searched for many quotes.
#[derive(Debug)]
pub struct Locator<'t> {
    text: &'t str,
    exact: OnceLock<Exact>,
    folded: OnceLock<(Folded, Exact)>,
    shingles: OnceLock<Shingles>,
}

impl<'t> Locator<'t> {
    /// A locator for one text; nothing is read yet.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        Self { text, exact: OnceLock::new(), folded: OnceLock::new(), shingles: OnceLock::new() }
    }

    /// Where the words stand; white space around them does not count when they do not stand there exactly.
    #[must_use]
    pub fn locate(&self, quote: &str) -> Located {
        if quote.trim().is_empty() {
            return Located::Nowhere;
        }
        let exact = self.exact.get_or_init(|| Exact::new(self.text));
        let places = exact.places(self.text, quote);
        if !places.is_empty() {
            return Located::Exactly(places.into_iter().map(|at| Span::new(at, at + quote.len())).collect());
        }
        let wanted = fold(quote);
        if wanted.is_empty() {
            return Located::Nowhere;
        }
        let (folded, exact) = self.folded();
        let places = exact.places(&folded.text, &wanted);
        let spans: Vec<Span> = places.into_iter().filter_map(|at| folded.original(at, at + wanted.len())).collect();
        if spans.is_empty() { Located::Nowhere } else { Located::Nearly(spans) }
    }

    /// The passage that looks most like the quote, when any does.
    #[must_use]
    pub fn nearest(&self, quote: &str) -> Option<Nearest> {
        let (folded, _) = self.folded();
        let shingles = self.shingles.get_or_init(|| Shingles::new(&folded.text));
        nearest::find(folded, shingles, &fold(quote))
    }

    fn folded(&self) -> &(Folded, Exact) {
        self.folded.get_or_init(|| {
            let folded = Folded::new(self.text);
            let exact = Exact::new(&folded.text);
            (folded, exact)
        })
    }
}

/// Where `quote` stands in `text`; for many quotes in one text use a [`Locator`].
#[must_use]
pub fn locate(text: &str, quote: &str) -> Located {
    Locator::new(text).locate(quote)
}

/// The passage of `text` that looks most like `quote`, when any does.
#[must_use]
pub fn nearest(text: &str, quote: &str) -> Option<Nearest> {
    Locator::new(text).nearest(quote)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = "Interviewer: Hoe gaat het ’s avonds?\r\n\r\nRiek: Nou ja, zo’n dag – die\nduurt lang… Zoë belt dan, 👍🏽 \
        “moeder, gaat het?” Nou ja, dan zeg ik: gaat wel.";

    #[test]
    fn finds_words_as_they_stand_or_nearly() {
        let cases: [(&str, &[&str], bool); 12] = [
            ("zo’n dag", &["zo’n dag"], true),
            ("Nou ja, ", &["Nou ja, ", "Nou ja, "], true),
            ("zo'n dag", &["zo’n dag"], false),
            ("'s avonds", &["’s avonds"], false),
            ("zo'n dag - die duurt lang...", &["zo’n dag – die\nduurt lang…"], false),
            ("Zoe\u{308} belt", &["Zoë belt"], false),
            ("\"moeder,  gaat het?\"", &["“moeder, gaat het?”"], false),
            ("  👍🏽 „moeder", &["👍🏽 “moeder"], false),
            ("avonds? Riek:", &["avonds?\r\n\r\nRiek:"], false),
            ("zoë belt", &[], false),
            ("lang.", &[], false),
            (" \n", &[], false),
        ];
        let locator = Locator::new(TEXT);
        for (quote, expected, exactly) in cases {
            let located = locator.locate(quote);
            let words: Vec<&str> = located.spans().iter().map(|span| span.of(TEXT)).collect();
            assert_eq!(words, expected, "{quote}");
            assert_eq!(matches!(located, Located::Exactly(_)), exactly, "{quote}");
        }
    }

    #[test]
    fn gives_overlapping_places_in_reading_order() {
        let spans = [Span::new(0, 5), Span::new(3, 8)];
        assert_eq!(locate("ja ja ja", "ja ja"), Located::Exactly(spans.to_vec()));
        assert_eq!(locate("ja\nja\nja", "ja ja"), Located::Nearly(spans.to_vec()));
    }

    proptest! {
        #[test]
        fn what_was_cut_out_is_found_again(text in "(a|’|e\u{308}|…|👍|\\n| |b){1,80}", from in 0usize..80, len in 1usize..30) {
            let cut: String = text.chars().skip(from).take(len).collect();
            let located = locate(&text, &cut);
            prop_assert_eq!(located == Located::Nowhere, cut.trim().is_empty());
            prop_assert!(located.spans().iter().all(|span| span.of(&text) == cut));
            let retyped = cut.replace('’', "'").replace('\n', "  ");
            for span in locate(&text, &retyped).spans() {
                prop_assert!(Span::within(&text, span.start as usize, span.end as usize).is_some());
            }
        }
    }
}
