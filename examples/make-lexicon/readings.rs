//! The readings of all words while they are gathered: a word may be a form of several others.

use codeboom::text::dutch::{Analysis, Class};
use std::collections::{BTreeMap, HashSet};

/// Every known word, folded, with its readings. The order is that of the words, so that the same sources make the same
/// file.
#[derive(Debug, Default)]
pub(crate) struct Readings {
    words: BTreeMap<String, Vec<Analysis>>,
}

impl Readings {
    /// Makes a word known without a reading.
    pub(crate) fn know(&mut self, word: &str) {
        if !self.words.contains_key(word) {
            self.words.insert(word.to_owned(), Vec::new());
        }
    }

    /// Whether the word is known.
    pub(crate) fn knows(&self, word: &str) -> bool {
        self.words.contains_key(word)
    }

    /// Adds a reading, and with it the word.
    pub(crate) fn add(&mut self, word: &str, class: Class, lemma: &str) {
        self.know(word);
        self.add_known(word, class, lemma);
    }

    /// Adds a reading to a word that is known already, and says whether it is.
    pub(crate) fn add_known(&mut self, word: &str, class: Class, lemma: &str) -> bool {
        match self.words.get_mut(word) {
            Some(readings) => {
                let reading = Analysis { class, lemma: lemma.to_owned() };
                if !readings.contains(&reading) {
                    readings.push(reading);
                }
                true
            }
            None => false,
        }
    }

    /// The readings of a word.
    pub(crate) fn of(&self, word: &str) -> impl Iterator<Item = &Analysis> {
        self.words.get(word).into_iter().flatten()
    }

    /// Whether a word has a reading that `wanted` accepts.
    pub(crate) fn has(&self, word: &str, wanted: impl Fn(Class) -> bool) -> bool {
        self.of(word).any(|reading| wanted(reading.class))
    }

    /// Puts these readings in the place of what a word has.
    pub(crate) fn replace(&mut self, word: &str, readings: impl IntoIterator<Item = Analysis>) {
        self.words.insert(word.to_owned(), readings.into_iter().collect());
    }

    /// Keeps the readings that `keep` accepts, unless none would be left.
    pub(crate) fn prune(&mut self, keep: impl Fn(&str, &Analysis) -> bool) {
        for (word, readings) in &mut self.words {
            if readings.iter().any(|reading| keep(word, reading)) {
                readings.retain(|reading| keep(word, reading));
            }
        }
    }

    /// Puts the likeliest reading of each word in front: the order of classes, but a stem before a noun where `verbs` has
    /// the word.
    pub(crate) fn sort(&mut self, verbs: &HashSet<String>) {
        for (word, readings) in &mut self.words {
            let stems_first = verbs.contains(word);
            readings.sort_by(|left, right| {
                let late = |reading: &Analysis| !(stems_first && reading.class == Class::Stem);
                late(left).cmp(&late(right)).then_with(|| left.cmp(right))
            });
        }
    }

    /// All words with their readings, in order.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&str, &[Analysis])> {
        self.words.iter().map(|(word, readings)| (word.as_str(), readings.as_slice()))
    }

    /// The words that have a reading which `wanted` accepts.
    pub(crate) fn words_that(&self, wanted: impl Fn(&Analysis) -> bool) -> Vec<String> {
        let found = self.words.iter().filter(|(_, readings)| readings.iter().any(&wanted));
        found.map(|(word, _)| word.clone()).collect()
    }

    /// All words.
    pub(crate) fn words(&self) -> Vec<String> {
        self.words.keys().cloned().collect()
    }

    /// The words without a reading.
    pub(crate) fn unread(&self) -> Vec<String> {
        self.words.iter().filter(|(_, readings)| readings.is_empty()).map(|(word, _)| word.clone()).collect()
    }
}
