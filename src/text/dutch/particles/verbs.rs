//! What the lexicon says of the words around a particle. Each word is asked for once per text: most of what stands in a
//! clause is looked at for more than one particle.

use super::closed;
use super::helpers;
use crate::text::dutch::{Analysis, Class, analyses, is_known, separable};
use rustc_hash::FxHashMap;

/// The readings of the words asked for so far.
#[derive(Default)]
pub(super) struct Verbs<'t> {
    known: FxHashMap<&'t str, Vec<Analysis>>,
}

impl<'t> Verbs<'t> {
    fn of(&mut self, word: &'t str) -> &[Analysis] {
        self.known.entry(word).or_insert_with(|| analyses(word))
    }

    /// Whether the word can have one of these readings.
    pub(super) fn has(&mut self, word: &'t str, fits: impl Fn(Class) -> bool) -> bool {
        self.of(word).iter().any(|reading| fits(reading.class))
    }

    /// Whether the word has readings that fit `among`, and all of those fit `only`.
    pub(super) fn has_only(
        &mut self,
        word: &'t str,
        among: impl Fn(Class) -> bool,
        only: impl Fn(Class) -> bool,
    ) -> bool {
        let readings = self.of(word).iter().map(|reading| reading.class).filter(|class| among(*class));
        readings.map(only).reduce(|all, one| all && one).unwrap_or(false)
    }

    pub(super) fn is_infinitive(&mut self, word: &'t str) -> bool {
        self.has(word, |class| class == Class::Infinitive)
    }

    /// Whether the word may be a noun or an adjective as well.
    pub(super) fn may_be_noun(&mut self, word: &'t str) -> bool {
        self.has(word, |class| class.is_noun() || class.is_adjective())
    }

    /// Whether the word is most likely a noun, or an adjective before one.
    pub(super) fn is_likely_noun(&mut self, word: &'t str) -> bool {
        let first = self.of(word).first();
        first.is_some_and(|reading| {
            matches!(reading.class, Class::Noun | Class::Diminutive | Class::Adjective | Class::Inflected)
        })
    }

    /// Whether the word is the verb of its clause and nothing else.
    pub(super) fn is_clearly_finite(&mut self, word: &'t str) -> bool {
        let finite = |class| matches!(class, Class::Present | Class::Past);
        helpers::is_finite_helper(word) || self.has_only(word, |_| true, finite)
    }

    /// The infinitives of those readings of a word that fit and that are known with the particle.
    pub(super) fn joined(&mut self, particle: &str, word: &'t str, fits: impl Fn(Class) -> bool) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        for reading in self.of(word).iter().filter(|reading| fits(reading.class)) {
            // `het hout is op` is no verb of its own.
            let new = reading.lemma != "zijn" && !found.contains(&reading.lemma);
            if new && is_known_with(particle, &reading.lemma) {
                found.push(reading.lemma.clone());
            }
        }
        found
    }

    /// The likeliest infinitive of a form that is clearly finite.
    pub(super) fn infinitive(&mut self, word: &'t str) -> Option<String> {
        let verb = self.of(word).iter().find(|reading| reading.class.is_finite());
        verb.map(|reading| reading.lemma.clone())
    }
}

/// Whether the lexicon has the verb with this particle, as one that parts.
pub(super) fn is_known_with(particle: &str, verb: &str) -> bool {
    let joined = format!("{particle}{verb}");
    separable(&joined).is_some() || (!closed::may_stay(particle) && is_known(&joined))
}
