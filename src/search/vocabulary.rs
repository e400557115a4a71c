//! The distinct words of an index, and which of them belong together. A query asks it for the written forms that a word
//! stands for, and the index then looks for these forms: so the postings hold each word once, as it is written, a phrase
//! of lemmas needs no second layer of positions, and a better lexicon needs no new index.
//!
//! It is a set of keys in two layers, the words known for long and those that came lately, so that taking in one
//! transcript does not write everything anew. A word that no text holds any more does no harm: the index has no place for
//! it. `vocabulary/file` keeps it beside the index.

mod file;

use super::forms::{Forms, Kin};
use super::keys::{hyphened, written};
use fst::automaton::Automaton;
use fst::{IntoStreamer, Set, SetBuilder, Streamer};
use levenshtein_automata::{DFA, Distance, LevenshteinAutomatonBuilder};
use rayon::prelude::*;
use regex::Regex;
use std::collections::BTreeSet;
use std::sync::Arc;
use tantivy::index::{SegmentId, SegmentReader};
use tantivy::schema::Field;

pub(super) use file::FILE;

/// Before a word itself, among the keys of [`Kin`].
const WORD: u8 = b'w';
/// Between the two halves of a key; no folded word holds it.
const BETWEEN: u8 = 0;
/// The lately come words are joined with the others when they are this part of them.
const LATELY: usize = 8;
/// Words from which they are looked at side by side.
const SIDE_BY_SIDE: usize = 2000;

type Layer = Set<Arc<[u8]>>;

/// The words of an index.
#[derive(Clone)]
pub(super) struct Vocabulary {
    long_known: Layer,
    lately: Layer,
    /// Segments whose words are all in it.
    covered: Arc<BTreeSet<SegmentId>>,
}

impl Vocabulary {
    /// No words.
    pub(super) fn empty() -> Self {
        let none = || layer(SetBuilder::memory());
        Self { long_known: none(), lately: none(), covered: Arc::default() }
    }

    /// Whether the words of these segments are all in it.
    pub(super) fn covers<'s>(&self, mut segments: impl Iterator<Item = &'s SegmentReader>) -> bool {
        segments.all(|segment| self.covered.contains(&segment.segment_id()))
    }

    /// With the words of these segments, and only these counted as covered.
    pub(super) fn covering(&self, segments: &[SegmentReader], fields: &[Field]) -> tantivy::Result<Self> {
        let mut unknown = BTreeSet::new();
        for segment in segments.iter().filter(|segment| !self.covered.contains(&segment.segment_id())) {
            for field in fields {
                let index = segment.inverted_index(*field)?;
                let mut terms = index.terms().stream()?;
                while terms.advance() {
                    let Ok(term) = std::str::from_utf8(terms.key()) else { continue };
                    if let Some(word) = written(term) {
                        // As a term it may be written with hyphens; `-` stands before it then, in a key too.
                        let both = [term].into_iter().chain((word != term).then_some(word));
                        unknown.extend(both.filter(|term| !self.knows(term)).map(str::to_owned));
                    }
                }
            }
        }
        let covered = Arc::new(segments.iter().map(SegmentReader::segment_id).collect());
        Ok(Self { covered, ..self.with(&unknown.into_iter().collect::<Vec<_>>()) })
    }

    /// With these words.
    fn with(&self, words: &[String]) -> Self {
        if words.is_empty() {
            return self.clone();
        }
        let keys_of = |forms: &mut Forms, word: &String| {
            let mut keys = vec![key(WORD, word.as_bytes(), None)];
            if written(word) != Some(word) {
                return keys;
            }
            for kin in Kin::ALL {
                // That a word is found by itself goes without saying.
                let others = forms.of_text(kin, word).into_iter().filter(|of| kin == Kin::Stem || of != word);
                keys.extend(others.map(|of| key(kin.letter(), of.as_bytes(), Some(word))));
            }
            keys
        };
        let mut keys: Vec<Vec<u8>> = if words.len() < SIDE_BY_SIDE {
            let mut forms = Forms::new();
            words.iter().flat_map(|word| keys_of(&mut forms, word)).collect()
        } else {
            words.par_iter().map_init(Forms::new, keys_of).flatten_iter().collect()
        };
        keys.par_sort_unstable();
        keys.dedup();
        let mut fresh = SetBuilder::memory();
        for key in keys {
            fresh.insert(key).expect("keys are sorted and memory does not fail");
        }
        let lately = joined(&self.lately, &layer(fresh));
        if lately.len() > self.long_known.len() / LATELY {
            let long_known = joined(&self.long_known, &lately);
            Self { long_known, lately: layer(SetBuilder::memory()), covered: Arc::clone(&self.covered) }
        } else {
            Self { lately, ..self.clone() }
        }
    }

    /// Whether a written word is known.
    pub(super) fn knows(&self, word: &str) -> bool {
        let key = key(WORD, word.as_bytes(), None);
        self.layers().any(|layer| layer.contains(&key))
    }

    /// Whether a written word occurs with hyphens inside.
    pub(super) fn is_hyphened(&self, word: &str) -> bool {
        self.knows(&hyphened(word))
    }

    /// The written forms that are found under a key: those it was made of, and the one that it is itself.
    pub(super) fn forms(&self, kin: Kin, of: &str) -> Vec<String> {
        let start = key(kin.letter(), of.as_bytes(), Some(""));
        let mut forms = Vec::new();
        if kin != Kin::Stem && self.knows(of) {
            forms.push(of.to_owned());
        }
        for layer in self.layers() {
            let mut found = layer.range().ge(&start).into_stream();
            while let Some(form) = found.next().and_then(|key| key.strip_prefix(start.as_slice())) {
                forms.extend(std::str::from_utf8(form).map(str::to_owned));
            }
        }
        forms
    }

    /// The written words that begin so.
    pub(super) fn beginning(&self, with: &str) -> Vec<String> {
        self.scan(with, |_| true)
    }

    /// The written words that a regular expression fits from end to end; all of them begin with `with`.
    pub(super) fn fitting(&self, with: &str, pattern: &Regex) -> Vec<String> {
        self.scan(with, |word| pattern.is_match(word))
    }

    /// The written words that differ from this one by so many letters at most: added, left out, changed, or two swapped.
    pub(super) fn near(&self, word: &str, most: u8) -> Vec<String> {
        let near = NearWord(LevenshteinAutomatonBuilder::new(most, true).build_dfa(word));
        let mut words = Vec::new();
        for layer in self.layers() {
            let mut found = layer.search(&near).into_stream();
            while let Some(key) = found.next() {
                words.extend(key.get(1..).and_then(plain).map(str::to_owned));
            }
        }
        words
    }

    fn scan(&self, with: &str, fits: impl Fn(&str) -> bool) -> Vec<String> {
        let start = key(WORD, with.as_bytes(), None);
        let mut words = Vec::new();
        for layer in self.layers() {
            let mut found = layer.range().ge(&start).into_stream();
            while let Some(key) = found.next().filter(|key| key.starts_with(&start)) {
                let word = plain(&key[1..]).filter(|word| fits(word));
                words.extend(word.map(str::to_owned));
            }
        }
        words
    }

    fn layers(&self) -> impl Iterator<Item = &Layer> {
        [&self.long_known, &self.lately].into_iter()
    }
}

/// A word as it is written, unless the key is of one with hyphens.
fn plain(word: &[u8]) -> Option<&str> {
    std::str::from_utf8(word).ok().filter(|word| written(word) == Some(word))
}

fn key(kind: u8, of: &[u8], word: Option<&str>) -> Vec<u8> {
    let mut key = Vec::with_capacity(of.len() + word.map_or(0, str::len) + 2);
    key.push(kind);
    key.extend(of);
    if let Some(word) = word {
        key.push(BETWEEN);
        key.extend(word.as_bytes());
    }
    key
}

fn layer(built: SetBuilder<Vec<u8>>) -> Layer {
    let bytes = built.into_inner().expect("memory does not fail");
    Set::new(Arc::from(bytes)).expect("a set that was just built can be read")
}

fn joined(one: &Layer, other: &Layer) -> Layer {
    if one.is_empty() {
        return other.clone();
    }
    let mut all = SetBuilder::memory();
    let mut keys = one.op().add(other).union();
    while let Some(key) = keys.next() {
        all.insert(key).expect("keys are sorted and memory does not fail");
    }
    layer(all)
}

/// Fits the keys of written words near one.
struct NearWord(DFA);

impl Automaton for NearWord {
    /// Nothing read yet, or where the comparison stands.
    type State = Option<u32>;

    fn start(&self) -> Self::State {
        None
    }

    fn is_match(&self, state: &Self::State) -> bool {
        state.is_some_and(|state| matches!(self.0.distance(state), Distance::Exact(_)))
    }

    fn can_match(&self, state: &Self::State) -> bool {
        state.is_none_or(|state| state != levenshtein_automata::SINK_STATE)
    }

    fn accept(&self, state: &Self::State, byte: u8) -> Self::State {
        Some(match state {
            None if byte == WORD => self.0.initial_state(),
            None => levenshtein_automata::SINK_STATE,
            Some(state) => self.0.transition(*state, byte),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(words: &[&str]) -> Vocabulary {
        Vocabulary::empty().with(&words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>())
    }

    fn sorted(mut words: Vec<String>) -> Vec<String> {
        words.sort();
        words
    }

    #[test]
    fn forms_come_together_in_both_layers() {
        let many: Vec<String> = (0..200).map(|number| format!("woord{number}")).collect();
        let long: Vec<&str> = many.iter().map(String::as_str).chain(["gesprek", "schaamte"]).collect();
        let vocabulary = of(&long).with(&["gesprekken".to_owned()]);
        assert!(!vocabulary.lately.is_empty(), "one word more does not write all of them anew");
        for word in ["gesprek", "gesprekken", "woord7"] {
            assert!(vocabulary.knows(word), "{word}");
        }
        assert!(!vocabulary.knows("gespr") && !vocabulary.knows(""));
        assert_eq!(sorted(vocabulary.forms(Kin::Lemma, "gesprek")), ["gesprek", "gesprekken"]);
        assert_eq!(vocabulary.forms(Kin::Lemma, "gespre"), [""; 0]);
        assert_eq!(sorted(vocabulary.beginning("gesprek")), ["gesprek", "gesprekken"]);
    }

    #[test]
    fn words_are_found_by_their_letters() {
        let vocabulary = of(&["schaamte", "schaamde", "schaamt", "scham", "netwerk", "netwerken", "wet", "één"]);
        assert_eq!(sorted(vocabulary.near("schaamte", 1)), ["schaamde", "schaamt", "schaamte"]);
        assert_eq!(sorted(vocabulary.near("shcaamte", 1)), ["schaamte"], "two letters swapped count as one change");
        assert_eq!(sorted(vocabulary.beginning("netw")), ["netwerk", "netwerken"]);
        let pattern = Regex::new("^(?:.*werk(en)?)$").expect("a good pattern");
        assert_eq!(sorted(vocabulary.fitting("", &pattern)), ["netwerk", "netwerken"]);
    }
}
