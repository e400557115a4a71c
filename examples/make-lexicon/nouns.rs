//! Plurals and diminutives: irregular ones by the table, with any first part in front; others by the rules of spelling
//! when the list has the singular.

use crate::readings::Readings;
use codeboom::text::dutch::spelling::{bare, before_vowel};
use codeboom::text::dutch::{Analysis, Class};
use std::collections::{HashMap, HashSet};

/// Gives irregular plurals their reading, in compounds too: *binnensteden* when the list has *binnenstad*.
pub(crate) fn add_irregular(readings: &mut Readings, table: &[(String, Vec<String>)]) {
    let mut singulars: HashMap<&str, &str> = HashMap::new();
    for (singular, plurals) in table {
        for plural in plurals {
            readings.add(singular, Class::Noun, singular);
            readings.add(plural, Class::Plural, singular);
            singulars.insert(plural, singular);
        }
    }
    for compound in readings.words() {
        for (at, _) in compound.char_indices().skip(2) {
            let (head, plural) = compound.split_at(at);
            let Some(singular) = singulars.get(plural) else { continue };
            let whole = format!("{head}{singular}");
            if readings.knows(&whole) {
                readings.add(&whole, Class::Noun, &whole);
                readings.add(&compound, Class::Plural, &whole);
            }
        }
    }
}

/// Gives nouns that have no plural yet the one in *-en* that the list has, though it may be a verb as well: *zorgen*.
pub(crate) fn add_missing_plurals(readings: &mut Readings) {
    let mut with_plural = HashSet::new();
    for (_, readings) in readings.all() {
        let plurals = readings.iter().filter(|reading| reading.class == Class::Plural);
        with_plural.extend(plurals.map(|reading| reading.lemma.clone()));
    }
    for noun in readings.words_that(|reading| reading.class == Class::Noun) {
        let participle = readings.has(&noun, |class| class == Class::Participle);
        if participle || noun.ends_with("en") || with_plural.contains(&noun) && !noun.ends_with("ie") {
            continue;
        }
        // Only as spelling would have it: "manen" is never the plural of "man".
        let likeliest = |before: &&String| bare(before).first() == Some(&noun);
        for before in before_vowel(&noun).iter().filter(likeliest) {
            readings.add_known(&format!("{before}en"), Class::Plural, &noun);
        }
    }
}

/// Diminutives that the dictionary has as nouns of their own (*cafeetje*, *buurtje*) become forms of their noun.
pub(crate) fn relate_diminutives(readings: &mut Readings) {
    for word in readings.words_that(|reading| reading.class == Class::Noun) {
        if !word.ends_with("je") {
            continue;
        }
        let is_noun = |noun: &String| readings.of(noun).any(|reading| reading.class == Class::Noun);
        let found = singulars(&word).into_iter().map(|(_, noun)| noun).find(is_noun);
        if let Some(noun) = found {
            for form in [word.clone(), format!("{word}s")] {
                let diminutive = Analysis { class: Class::Diminutive, lemma: noun.clone() };
                readings.replace(&form, [diminutive]);
            }
        }
    }
}

/// The singular of a plural or diminutive that the list gives no reading, likeliest first.
pub(crate) fn singulars(word: &str) -> Vec<(Class, String)> {
    let mut found = Vec::new();
    if let Some(front) = word.strip_suffix("'s") {
        found.push((Class::Plural, front.to_owned()));
    }
    if let Some(front) = word.strip_suffix("heden") {
        found.push((Class::Plural, format!("{front}heid")));
    }
    if let Some(front) = word.strip_suffix("en") {
        found.extend(bare(front).into_iter().map(|singular| (Class::Plural, singular)));
        found.push((Class::Plural, format!("{front}e")));
    }
    if let Some(front) = word.strip_suffix('s') {
        found.push((Class::Plural, front.to_owned()));
    }
    for (plural, singular) in [("a", "um"), ("i", "us")] {
        if let Some(front) = word.strip_suffix(plural) {
            found.push((Class::Plural, format!("{front}{singular}")));
        }
    }
    let one = word.strip_suffix('s').unwrap_or(word);
    if let Some(front) = one.strip_suffix("je") {
        let mut nouns = vec![front.to_owned()];
        if let Some(front) = front.strip_suffix('t') {
            nouns.push(front.to_owned());
            nouns.extend(front.strip_suffix('e').map(bare).unwrap_or_default());
            nouns.extend(front.strip_suffix('\'').map(str::to_owned));
            let doubled = ["aa", "oo", "uu", "ee"].iter().any(|vowel| front.ends_with(vowel));
            nouns.extend(doubled.then(|| front[..front.len() - 1].to_owned()));
        }
        nouns.extend(front.strip_suffix('p').map(str::to_owned));
        nouns.extend(front.strip_suffix('k').map(|front| format!("{front}g")));
        found.extend(nouns.into_iter().map(|noun| (Class::Diminutive, noun)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_singular_is_among_those_that_spelling_allows() {
        let cases = [
            ("thema's", "thema"),
            ("mogelijkheden", "mogelijkheid"),
            ("huizen", "huis"),
            ("gemeenten", "gemeente"),
            ("coordinatoren", "coordinator"),
            ("criteria", "criterium"),
            ("catalogi", "catalogus"),
            ("huisjes", "huis"),
            ("boompje", "boom"),
            ("koninkje", "koning"),
            ("mannetje", "man"),
            ("autootjes", "auto"),
            ("pc'tje", "pc"),
        ];
        for (word, singular) in cases {
            assert!(singulars(word).iter().any(|(_, found)| found == singular), "{word}: {:?}", singulars(word));
        }
    }

    #[test]
    fn compounds_follow_an_irregular_plural() {
        let mut readings = Readings::default();
        for word in ["binnenstad", "binnensteden", "besteden"] {
            readings.know(word);
        }
        add_irregular(&mut readings, &[("stad".to_owned(), vec!["steden".to_owned()])]);
        assert_eq!(readings.of("binnensteden").next().map(|reading| reading.lemma.as_str()), Some("binnenstad"));
        assert!(readings.of("besteden").next().is_none());
    }
}
