//! Readings that the sources allow but a reader would not think of. Each rule leaves a word with at least one reading.

use crate::families;
use crate::readings::Readings;
use crate::verbs;
use codeboom::text::dutch::spelling::{bare, stems};
use codeboom::text::dutch::{Analysis, Class};
use std::collections::HashSet;

/// Leaves out the unlikely readings.
pub(crate) fn prune(readings: &mut Readings) {
    readings.prune(|_, reading| !matches!(reading.class, Class::Name | Class::Other));
    // "kinderen" stands in the dictionary by itself too, for the sake of compounds.
    let lemmas = lemmas_of(readings, Class::is_noun);
    let plurals = having(readings, |reading| reading.class == Class::Plural);
    let own = |word: &str| !plurals.contains(word) || lemmas.contains(word);
    readings.prune(|word, reading| reading.class != Class::Noun || own(word));
    let adjectives = having(readings, |reading| reading.class == Class::Adjective);
    let nouns = having(readings, |reading| reading.class == Class::Noun);
    // "zuur" and "blauw" are adjectives, hardly ever "ik zuur"; "sluit" is no adjective, having no inflected form.
    let stems = having(readings, |reading| reading.class == Class::Stem);
    let inflected = inflected_adjectives(readings);
    readings.prune(|word, reading| match reading.class {
        Class::Stem => !inflected.contains(word),
        Class::Adjective => !stems.contains(word) || inflected.contains(word),
        _ => true,
    });
    // "rechter" and "ouder" are people, with a plural of their own.
    let people = |word: &str| word.ends_with("er") && nouns.contains(word) && plurals.contains(&format!("{word}s"));
    readings.prune(|word, reading| reading.class != Class::Comparative || !people(word));
    // "gevecht" and "geweld" are spelled as participles of "vechten" and "wellen" would be.
    let inflecting = lemmas_of(readings, Class::is_noun);
    let weak = |word: &str, reading: &Analysis| reading.class == Class::Participle && word.ends_with(['t', 'd']);
    let sure = |word: &str| nouns.contains(word) && inflecting.contains(word) && !adjectives.contains(word);
    let uninflected: HashSet<String> =
        nouns.iter().filter(|word| !verbs::is_inflected(readings, word)).cloned().collect();
    readings.prune(|word, reading| !(weak(word, reading) && (sure(word) || uninflected.contains(word))));
    // "kaart" and "kort" are no forms of "karen" and "korren", nor "maanden" of "manen", nor "weten" of "wijten".
    let others = having(readings, |reading| {
        let class = reading.class;
        class.is_noun() || class.is_adjective() || class == Class::Infinitive || class == Class::Name
    });
    let productive = families::productive_verbs(readings);
    let infinitives = having(readings, |reading| reading.class == Class::Infinitive);
    readings.prune(|word, reading| match reading.class {
        Class::Present => !others.contains(word) || productive.contains(&reading.lemma),
        Class::Past if word.ends_with("de") || word.ends_with("te") => !others.contains(word),
        Class::Past if is_weak_plural(word, &reading.lemma) => !others.contains(word),
        Class::Past => !infinitives.contains(word),
        _ => true,
    });
    // The plural of "bom" is "bommen", so that "bomen" is not; "mat" has "matte" and no "mate".
    for (class, ending) in [(Class::Plural, "en"), (Class::Inflected, "e")] {
        let doubled = with_doubled(readings, class, ending);
        readings.prune(|word, reading| {
            let lemma = reading.lemma.as_str();
            let single = reading.class == class && word.strip_suffix(ending) == Some(lemma);
            // Only where the single consonant would make the vowel long; a flag may be wrong the other way round.
            let long = bare(lemma).first().is_some_and(|likeliest| likeliest != lemma);
            !(single && long && doubled.contains(lemma))
        });
    }
}

fn having(readings: &Readings, wanted: impl Fn(&Analysis) -> bool) -> HashSet<String> {
    readings.words_that(wanted).into_iter().collect()
}

/// The words that have other forms, of a class that `wanted` accepts.
fn lemmas_of(readings: &Readings, wanted: impl Fn(Class) -> bool) -> HashSet<String> {
    let all = readings.all().flat_map(|(word, readings)| readings.iter().map(move |reading| (word, reading)));
    let forms = all.filter(|(word, reading)| *word != reading.lemma && wanted(reading.class));
    forms.map(|(_, reading)| reading.lemma.clone()).collect()
}

/// The adjectives with a form in *-e*.
fn inflected_adjectives(readings: &Readings) -> HashSet<String> {
    let all = readings.all().flat_map(|(word, readings)| readings.iter().map(move |reading| (word, reading)));
    let inflected = all.filter(|(word, reading)| reading.class == Class::Inflected && word.ends_with('e'));
    inflected.map(|(_, reading)| reading.lemma.clone()).collect()
}

/// Whether it is *maanden* of *manen*: the past that the rules give.
fn is_weak_plural(word: &str, infinitive: &str) -> bool {
    let past = |stem: &String| word.strip_prefix(stem.as_str()).is_some_and(|ending| matches!(ending, "den" | "ten"));
    stems(infinitive).iter().any(past)
}

/// The words that have a form of this class in which the last consonant is written twice.
fn with_doubled(readings: &Readings, class: Class, ending: &str) -> HashSet<String> {
    let all = readings.all().flat_map(|(word, readings)| readings.iter().map(move |reading| (word, reading)));
    let doubled = all.filter(|(word, reading)| {
        let last = reading.lemma.chars().next_back();
        reading.class == class && last.is_some_and(|last| *word == format!("{}{last}{ending}", reading.lemma))
    });
    doubled.map(|(_, reading)| reading.lemma.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unlikely_readings_go_and_one_always_stays() {
        let mut readings = Readings::default();
        for (word, class, lemma) in [
            ("bom", Class::Noun, "bom"),
            ("bommen", Class::Plural, "bom"),
            ("bomen", Class::Plural, "bom"),
            ("bomen", Class::Plural, "boom"),
            ("rechter", Class::Noun, "rechter"),
            ("rechters", Class::Plural, "rechter"),
            ("rechter", Class::Comparative, "recht"),
            ("zuur", Class::Adjective, "zuur"),
            ("zure", Class::Inflected, "zuur"),
            ("zuur", Class::Stem, "zuren"),
            ("gevecht", Class::Noun, "gevecht"),
            ("gevechten", Class::Plural, "gevecht"),
            ("gevecht", Class::Participle, "vechten"),
            ("kaart", Class::Noun, "kaart"),
            ("kaart", Class::Present, "karen"),
            ("maanden", Class::Plural, "maand"),
            ("maanden", Class::Past, "manen"),
            ("weten", Class::Infinitive, "weten"),
            ("weten", Class::Past, "wijten"),
            ("jans", Class::Name, "jan"),
        ] {
            readings.add(word, class, lemma);
        }
        prune(&mut readings);
        let cases = [
            ("bomen", "boom"),
            ("bommen", "bom"),
            ("rechter", "rechter"),
            ("zuur", "zuur"),
            ("gevecht", "gevecht"),
            ("kaart", "kaart"),
            ("maanden", "maand"),
            ("weten", "weten"),
            ("jans", "jan"),
        ];
        for (word, lemma) in cases {
            let lemmas: Vec<&str> = readings.of(word).map(|reading| reading.lemma.as_str()).collect();
            assert_eq!(lemmas, [lemma], "{word}");
        }
    }
}
