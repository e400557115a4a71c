//! Readings for the words to which no flag or rule gave one. Most are compounds, and take the readings of their longest
//! last part; the rest take the reading of the word that they are spelled as a form of.

use crate::adjectives;
use crate::nouns;
use crate::readings::Readings;
use codeboom::text::dutch::spelling::bare;
use codeboom::text::dutch::{Analysis, Class};

/// The shortest last part that a compound is recognised by, in bytes.
const SHORTEST_TAIL: usize = 3;

/// Gives every word a reading, shorter words first, so that a plural finds its singular read.
pub(crate) fn add_readings(readings: &mut Readings) {
    let mut words = readings.unread();
    words.sort_by_key(String::len);
    for word in words {
        // A form beats the word itself: "kolonien" is the plural of "kolonie" before it is a compound.
        let found = by_last_part(readings, &word, Part::Form)
            .or_else(|| by_spelling(readings, &word))
            .or_else(|| by_last_part(readings, &word, Part::Lemma));
        match found {
            Some(found) => found.into_iter().for_each(|reading| readings.add(&word, reading.class, &reading.lemma)),
            None => readings.add(&word, Class::Other, &word),
        }
    }
}

/// What the last part of a compound must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// A form of another word.
    Form,
    /// A word as the dictionary has it.
    Lemma,
}

/// The readings of the longest last part; of a form, the lemma with the first part in front must be known.
fn by_last_part(readings: &Readings, word: &str, part: Part) -> Option<Vec<Analysis>> {
    for (at, _) in word.char_indices().skip(2) {
        let (head, tail) = word.split_at(at);
        if tail.len() < SHORTEST_TAIL {
            return None;
        }
        let fitting = readings.of(tail).filter(|reading| may_end_a_compound(reading.class)).filter_map(|reading| {
            let lemma = format!("{head}{}", reading.lemma);
            let fits = match part {
                Part::Form => !reading.class.is_lemma() && lemma != word && readings.knows(&lemma),
                Part::Lemma => reading.class.is_lemma() && lemma == word,
            };
            fits.then_some(Analysis { class: reading.class, lemma })
        });
        let found: Vec<Analysis> = fitting.collect();
        if !found.is_empty() {
            return Some(found);
        }
    }
    None
}

fn may_end_a_compound(class: Class) -> bool {
    class.is_noun() || class.is_adjective() || matches!(class, Class::Participle | Class::PresentParticiple)
}

/// The first word that this is spelled as a form of.
fn by_spelling(readings: &Readings, word: &str) -> Option<Vec<Analysis>> {
    let is_noun = |lemma: &str| readings.has(lemma, Class::is_noun);
    let is_adjective = |lemma: &str| {
        readings
            .has(lemma, |class| class.is_adjective() || matches!(class, Class::Participle | Class::PresentParticiple))
    };
    // A short vowel in an open syllable is an exception ("dag, dagen") that only the dictionary may make: no "mat" in "mate".
    let regular = |lemma: &str| lemma != word && !is_short_in_open_syllable(lemma, word);
    let nouns = nouns::singulars(word).into_iter().filter(|(_, lemma)| regular(lemma) && is_noun(lemma));
    let adjectives = adjectives::bases(word).into_iter().filter(|(_, lemma)| regular(lemma) && is_adjective(lemma));
    let (class, lemma) = adjectives.chain(nouns).next()?;
    Some(vec![Analysis { class, lemma }])
}

/// Whether a form lengthens the vowel of its lemma: *mat* before *e*, which spelling would write *matte*.
fn is_short_in_open_syllable(lemma: &str, form: &str) -> bool {
    let vowel_follows = form.strip_prefix(lemma).is_some_and(|ending| ending.starts_with('e'));
    vowel_follows && bare(lemma).first().is_none_or(|likeliest| likeliest != lemma)
}
