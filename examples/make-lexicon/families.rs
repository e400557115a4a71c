//! Which of two words that are spelled alike is the likelier: the one with the larger family. *werk* is the last part of
//! hundreds of compounds, so it is a noun before it is the first person of *werken*; of *krijg* there are hardly any.

use crate::readings::Readings;
use codeboom::text::dutch::{Class, PARTICLES};
use std::collections::{HashMap, HashSet};

/// A word that is found in fewer others than this is a rare one.
const FEW: usize = 4;

/// The words that are nouns and stems of a verb, and likelier the latter.
pub(crate) fn likelier_verbs(readings: &Readings) -> HashSet<String> {
    let both = |word: &&String| readings.has(word, |class| class == Class::Noun);
    let stems = readings.words_that(|reading| reading.class == Class::Stem);
    let mut family: HashMap<String, usize> = stems.iter().filter(both).map(|word| (word.clone(), 0)).collect();
    for (word, _) in readings.all().filter(|(word, _)| !readings.has(word, Class::is_verb)) {
        for (at, _) in word.char_indices().skip(3) {
            let (head, tail) = word.split_at(at);
            if let Some(count) = family.get_mut(tail)
                && (readings.knows(head) || head.strip_suffix('s').is_some_and(|head| readings.knows(head)))
            {
                *count += 1;
            }
        }
    }
    family.into_iter().filter(|(_, count)| *count < FEW).map(|(word, _)| word).collect()
}

/// The infinitives from which a particle or prefix makes several others: *bellen* for *opbellen, aanbellen, afbellen*.
pub(crate) fn productive_verbs(readings: &Readings) -> HashSet<String> {
    let infinitives = readings.words_that(|reading| reading.class == Class::Infinitive);
    let mut family: HashMap<&str, usize> = HashMap::new();
    for infinitive in &infinitives {
        for prefix in PARTICLES.iter().chain(&["be", "ver", "ont", "her"]) {
            if let Some(verb) = infinitive.strip_prefix(prefix) {
                *family.entry(verb).or_default() += 1;
            }
        }
    }
    let productive = |verb: &&String| family.get(verb.as_str()).is_some_and(|count| *count >= FEW);
    infinitives.iter().filter(productive).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_noun_without_compounds_is_a_verb_first() {
        let mut readings = Readings::default();
        for (stem, infinitive) in [("werk", "werken"), ("krijg", "krijgen")] {
            readings.add(stem, Class::Noun, stem);
            readings.add(stem, Class::Stem, infinitive);
        }
        for word in ["huis", "hout", "school", "maat", "huiswerk", "houtwerk", "schoolwerk", "maatwerk", "houtkrijg"] {
            readings.know(word);
        }
        assert_eq!(likelier_verbs(&readings), HashSet::from(["krijg".to_owned()]));
    }
}
