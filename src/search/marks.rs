//! Shows which words of a unit a query means. A word marks every place where it stands, a phrase its whole stretch; what
//! must not occur and what is no word marks nothing. Words are cut and compared as in the index, so that a unit found by
//! its words has at least one mark.

use super::leaf::{Layer, Leaf, Matching};
use super::stems::Stems;
use crate::model::Span;
use crate::text::query::Tree;
use crate::text::words::{Word, words};
use rustc_hash::FxHashSet;

/// Marks texts for one query; keep it for all hits of a search.
#[derive(Debug, Clone)]
pub struct Marker {
    leaves: Vec<Leaf>,
    stems: Stems,
}

impl Marker {
    /// Prepares to mark what the query asks for.
    #[must_use]
    pub fn new(tree: &Tree, matching: Matching) -> Self {
        let mut marker = Self { leaves: Vec::new(), stems: Stems::new() };
        marker.collect(tree, matching, true, &mut FxHashSet::default());
        marker
    }

    /// Gathers the words that speak for a hit: those under an even number of NOTs.
    fn collect(&mut self, tree: &Tree, matching: Matching, wanted: bool, seen: &mut FxHashSet<Leaf>) {
        match tree {
            Tree::All(parts) | Tree::Any(parts) => {
                for part in parts {
                    self.collect(part, matching, wanted, seen);
                }
            }
            Tree::Not(part) => self.collect(part, matching, !wanted, seen),
            Tree::Words(typed) if wanted => {
                let leaf = Leaf::new(typed, matching, &mut self.stems);
                if !leaf.parts.is_empty() && seen.insert(leaf.clone()) {
                    self.leaves.push(leaf);
                }
            }
            Tree::Words(_) | Tree::Field(_) => {}
        }
    }

    /// The marked stretches of a text, in order, none overlapping another.
    pub fn marks(&mut self, text: &str) -> Vec<Span> {
        if self.leaves.is_empty() {
            return Vec::new();
        }
        let found: Vec<Word<'_>> = words(text).collect();
        let stems: Vec<String> = if self.leaves.iter().any(|leaf| leaf.layer == Layer::Stem) {
            found.iter().map(|word| self.stems.stem(&word.folded)).collect()
        } else {
            Vec::new()
        };
        let mut marks = Vec::new();
        for leaf in &self.leaves {
            let fits = |first: usize| match leaf.layer {
                Layer::Surface => begins_with(found[first..].iter().map(|word| &*word.folded), &leaf.parts),
                Layer::Stem => begins_with(stems[first..].iter().map(String::as_str), &leaf.parts),
            };
            let last = leaf.parts.len() - 1;
            marks.extend(
                (0..found.len().saturating_sub(last))
                    .filter(|first| fits(*first))
                    .map(|first| Span { start: found[first].span.start, end: found[first + last].span.end }),
            );
        }
        joined(marks)
    }
}

/// The stretches of a text that a query means.
#[must_use]
pub fn marks(tree: &Tree, matching: Matching, text: &str) -> Vec<Span> {
    Marker::new(tree, matching).marks(text)
}

fn begins_with<'a>(mut forms: impl Iterator<Item = &'a str>, parts: &[String]) -> bool {
    parts.iter().all(|part| forms.next() == Some(part.as_str()))
}

/// Overlapping stretches as one.
fn joined(mut marks: Vec<Span>) -> Vec<Span> {
    marks.sort_unstable();
    let mut joined: Vec<Span> = Vec::with_capacity(marks.len());
    for mark in marks {
        match joined.last_mut() {
            Some(last) if mark.start < last.end => last.end = last.end.max(mark.end),
            _ => joined.push(mark),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::query::parse;

    #[test]
    fn marks_stand_on_the_words_of_the_original() {
        let text = "😊 Zo’n vuile was, ’s avonds; de coo\u{308}rdinator zei één keer: vuile wassen. EK-c, EK c";
        let cases: &[(&str, Matching, &[&str])] = &[
            ("zo'n", Matching::Exact, &["Zo’n"]),
            ("vuil", Matching::Exact, &[]),
            ("wassen", Matching::Exact, &["wassen"]),
            ("wassen", Matching::Stems, &["was", "wassen"]),
            ("\"vuile was\"", Matching::Stems, &["vuile was"]),
            ("\"vuile was\" was", Matching::Stems, &["vuile was", "wassen"]),
            ("\"was ’s avonds\"", Matching::Stems, &["was, ’s avonds"]),
            ("COORDINATOR OR een", Matching::Stems, &["coo\u{308}rdinator", "één"]),
            ("ek-c", Matching::Stems, &["EK-c", "EK c"]),
            ("\"zo'n vuile\" \"vuile was\"", Matching::Exact, &["Zo’n vuile was"]),
            ("casus:3 NOT was", Matching::Stems, &[]),
            ("NOT NOT keer", Matching::Stems, &["keer"]),
            ("NOT (was AND NOT keer)", Matching::Stems, &["keer"]),
            ("afwezig", Matching::Stems, &[]),
        ];
        for (query, matching, expected) in cases {
            let tree = parse(query).unwrap_or_else(|fault| panic!("{query}: {fault:?}"));
            let found: Vec<&str> = marks(&tree, *matching, text).into_iter().map(|span| span.of(text)).collect();
            assert_eq!(found, *expected, "{query}");
        }
    }
}
