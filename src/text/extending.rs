//! From the words that were found to the stretch that is coded: the marked words alone, the sentence or the paragraph
//! around them, or the whole turn. What the transcriber put in front of a turn (speaker label, time mark) is nobody's
//! words and never part of the stretch.
//!
//! A turn with its marks in; out come stretches in order, none overlapping another and none with white space at its
//! edges. Marks that overlap or touch are one.

use super::sentences;
use crate::model::Span;

/// How far a find is extended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Extent {
    /// The whole turn without its speaker label, or the paragraph where nobody speaks.
    #[default]
    Turn,
    /// The sentence around each mark; from the first to the last where a mark runs over several.
    Sentence,
    /// The paragraph around each mark.
    Paragraph,
    /// The marked words alone.
    Match,
}

/// A turn, or a paragraph where nobody speaks, as places in the text of its transcript.
#[derive(Debug, Clone, Copy)]
pub struct Said<'t> {
    /// The text of the transcript.
    pub text: &'t str,
    /// The turn without its label.
    pub span: Span,
    /// The paragraphs of the transcript, in order.
    pub paragraphs: &'t [Span],
}

/// The stretches that are meant. Sentences and matches need marks; a turn or a paragraph without marks is taken as a
/// whole, because then it was not found by its words.
#[must_use]
pub fn extended(said: &Said<'_>, marks: &[Span], extent: Extent) -> Vec<Span> {
    let inside: Vec<Span> = marks.iter().filter_map(|mark| common(*mark, said.span)).collect();
    let found = match extent {
        Extent::Turn => vec![said.span],
        Extent::Match => joined(inside, Touching::Joins),
        Extent::Sentence => {
            let sentences = sentences(said.span.of(said.text))
                .into_iter()
                .map(|within| Span { start: said.span.start + within.start, end: said.span.start + within.end });
            around(&sentences.collect::<Vec<_>>(), &inside)
        }
        Extent::Paragraph => {
            let own: Vec<Span> = said.paragraphs.iter().filter_map(|span| common(*span, said.span)).collect();
            if marks.is_empty() { own } else { around(&own, &inside) }
        }
    };
    found.into_iter().map(|span| trimmed(said.text, span)).filter(|span| !span.is_empty()).collect()
}

/// The pieces that each mark touches, from the first to the last of them.
fn around(pieces: &[Span], marks: &[Span]) -> Vec<Span> {
    let stretches = marks.iter().filter_map(|mark| {
        let first = pieces.iter().position(|piece| piece.overlaps(*mark))?;
        let last = pieces.iter().rposition(|piece| piece.overlaps(*mark))?;
        Some(Span { start: pieces[first].start, end: pieces[last].end })
    });
    joined(stretches.collect(), Touching::StaysApart)
}

/// What becomes of stretches with nothing between them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Touching {
    Joins,
    StaysApart,
}

fn joined(mut stretches: Vec<Span>, touching: Touching) -> Vec<Span> {
    stretches.sort_unstable();
    let mut joined: Vec<Span> = Vec::with_capacity(stretches.len());
    for stretch in stretches {
        match joined.last_mut() {
            Some(last) if stretch.start < last.end || (touching == Touching::Joins && stretch.start == last.end) => {
                last.end = last.end.max(stretch.end);
            }
            _ => joined.push(stretch),
        }
    }
    joined
}

/// What two stretches share.
fn common(a: Span, b: Span) -> Option<Span> {
    a.overlaps(b).then(|| Span { start: a.start.max(b.start), end: a.end.min(b.end) })
}

fn trimmed(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let start = span.start as usize + (words.len() - words.trim_start().len());
    Span::new(start, start + words.trim().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "Riek: Zo’n dorp is dit. Je hangt de vuile was niet buiten, hè?\nDe buren 😊 zien álles. Echt.\n";

    fn stretches(marks: &[&str], extent: Extent) -> Vec<&'static str> {
        let place = |words: &str| {
            let start = TEXT.find(words).unwrap_or_else(|| panic!("{words}"));
            Span::new(start, start + words.len())
        };
        let break_at = TEXT.find('\n').unwrap_or_default();
        let paragraphs = [Span::new(0, break_at), Span::new(break_at + 1, TEXT.len() - 1)];
        let said = Said { text: TEXT, span: Span::new("Riek:".len(), TEXT.len()), paragraphs: &paragraphs };
        let marks: Vec<Span> = marks.iter().map(|words| place(words)).collect();
        extended(&said, &marks, extent).into_iter().map(|span| span.of(TEXT)).collect()
    }

    #[test]
    fn a_find_is_extended_to_what_was_asked_for() {
        let first = "Zo’n dorp is dit.";
        let second = "Je hangt de vuile was niet buiten, hè?";
        let last = "De buren 😊 zien álles.";
        let whole = &TEXT["Riek: ".len()..TEXT.len() - 1];
        let above = &TEXT["Riek: ".len()..TEXT.find('\n').unwrap_or_default()];
        let below = "De buren 😊 zien álles. Echt.";
        let cases: &[(&[&str], Extent, &[&str])] = &[
            (&["vuile was"], Extent::Turn, &[whole]),
            (&[], Extent::Turn, &[whole]),
            (&["vuile was"], Extent::Match, &["vuile was"]),
            (&["vuile ", "was"], Extent::Match, &["vuile was"]),
            (&["vuile was", "was niet"], Extent::Match, &["vuile was niet"]),
            (&["vuile", "was"], Extent::Match, &["vuile", "was"]),
            (&["álles", "dorp"], Extent::Match, &["dorp", "álles"]),
            (&[], Extent::Match, &[]),
            (&["Riek"], Extent::Match, &[]),
            (&["Riek: Zo’n"], Extent::Match, &["Zo’n"]),
            (&["vuile was"], Extent::Sentence, &[second]),
            (&["vuile", "hè"], Extent::Sentence, &[second]),
            (&["dorp", "buren", "álles"], Extent::Sentence, &[first, last]),
            (&["dit. Je"], Extent::Sentence, &["Zo’n dorp is dit. Je hangt de vuile was niet buiten, hè?"]),
            (&[], Extent::Sentence, &[]),
            (&["buren"], Extent::Paragraph, &[below]),
            (&["dorp", "was"], Extent::Paragraph, &[above]),
            (&["was", "álles"], Extent::Paragraph, &[above, below]),
            (&[], Extent::Paragraph, &[above, below]),
            (&["Riek"], Extent::Paragraph, &[]),
        ];
        for (marks, extent, expected) in cases {
            assert_eq!(stretches(marks, *extent), *expected, "{marks:?} {extent:?}");
        }
    }

    #[test]
    fn nothing_said_is_nothing_to_code() {
        for text in ["", "Riek:", "Riek: \n\u{a0}"] {
            let said = Said { text, span: Span::new(text.len().min(5), text.len()), paragraphs: &[] };
            for extent in [Extent::Turn, Extent::Sentence, Extent::Paragraph, Extent::Match] {
                assert_eq!(extended(&said, &[Span::new(0, text.len())], extent), [], "{text:?} {extent:?}");
            }
        }
    }
}
