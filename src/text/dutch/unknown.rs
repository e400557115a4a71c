//! Words that the lexicon does not have, by rule. Most are compounds: *buurtnetwerkjes* is a *buurtnetwerk* since
//! *netwerkjes* is known and *buurt* is too. What is left (new words, names, dialect) loses the endings that Dutch puts
//! on every new word: *appjes*, *apps*, *geappt*. A rule that could be wrong gives the word itself too.

use super::spelling::{bare, is_vowel};
use super::{Analysis, Class, Lexicon, PARTICLES};

/// Letters that a compound may have between its parts.
const LINKS: &[&str] = &["s", "en", "e", "n", "er"];

/// The shortest last part of a compound, in bytes.
const SHORTEST_TAIL: usize = 3;

/// The shortest last part of a compound of which the first part is not known, and its shortest lemma.
const SHORTEST_TAIL_ALONE: (usize, usize) = (5, 4);

/// Readings of a word that the lexicon does not have, likeliest first; none when no rule knows more than the word.
#[must_use]
pub fn guesses(lexicon: &Lexicon<'_>, folded: &str) -> Vec<Analysis> {
    if folded.chars().any(|c| !c.is_alphabetic() && c != '\'') || folded.chars().count() < 4 {
        return Vec::new();
    }
    // An inflected participle, of which the lexicon has the plain form: "gereageerde".
    let mut readings = folded.strip_suffix('e').map(|front| lexicon.readings(front)).unwrap_or_default();
    readings.retain(|reading| reading.class == Class::Participle);
    if readings.is_empty() {
        readings = compound(lexicon, folded);
    }
    if readings.is_empty() {
        readings = endings(folded);
    }
    readings
}

/// The readings of the longest known last part, with the first part in front.
fn compound(lexicon: &Lexicon<'_>, word: &str) -> Vec<Analysis> {
    let mut alone = Vec::new();
    for (at, _) in word.char_indices().skip(2) {
        let (head, tail) = word.split_at(at);
        if tail.len() < SHORTEST_TAIL {
            break;
        }
        let mut readings = lexicon.readings(tail);
        if readings.is_empty() {
            continue;
        }
        let particle = PARTICLES.contains(&head);
        readings.retain(|reading| may_end_a_compound(reading.class, particle));
        // "kenmerken" is a plural in a compound, though it is an infinitive too.
        if !particle && readings.iter().any(|reading| reading.class.is_noun()) {
            readings.retain(|reading| !reading.class.is_verb());
        }
        let Some(shortest) = readings.iter().map(|reading| reading.lemma.len()).min() else { continue };
        for reading in &mut readings {
            reading.lemma.insert_str(0, head);
        }
        if particle || is_first_part(lexicon, head) {
            return readings;
        }
        readings.retain(|reading| reading.class.is_noun() || reading.class.is_adjective());
        if alone.is_empty() && tail.len() >= SHORTEST_TAIL_ALONE.0 && shortest >= SHORTEST_TAIL_ALONE.1 {
            alone = readings;
        }
    }
    alone
}

fn may_end_a_compound(class: Class, after_particle: bool) -> bool {
    match class {
        Class::Noun
        | Class::Plural
        | Class::Diminutive
        | Class::Adjective
        | Class::Inflected
        | Class::Comparative
        | Class::Superlative
        | Class::Infinitive
        | Class::Participle
        | Class::PresentParticiple => true,
        Class::Present | Class::Past | Class::Stem => after_particle,
        Class::Function | Class::Name | Class::Other => false,
    }
}

/// Whether a compound may begin so: a known word, or one with letters that link.
fn is_first_part(lexicon: &Lexicon<'_>, head: &str) -> bool {
    let known = |head: &str| head.len() >= 3 && lexicon.contains(head);
    known(head) || LINKS.iter().any(|link| head.strip_suffix(link).is_some_and(known))
}

/// The readings that the ending of a word gives.
fn endings(word: &str) -> Vec<Analysis> {
    let reading = |class, lemma: String| Analysis { class, lemma };
    if let Some(name) = word.strip_suffix("'s").or_else(|| word.strip_suffix('\'')) {
        return vec![reading(Class::Plural, name.to_owned())];
    }
    if let Some(noun) = without_diminutive(word) {
        return vec![reading(Class::Diminutive, noun)];
    }
    if let Some(front) = word.strip_suffix("heden") {
        return vec![reading(Class::Plural, format!("{front}heid"))];
    }
    for ending in ["eerde", "eerden", "eert", "eerd"] {
        if let Some(front) = word.strip_suffix(ending).filter(|front| front.len() > 2) {
            let verb = front.strip_prefix("ge").filter(|verb| verb.len() > 1 && ending != "eert").unwrap_or(front);
            return vec![reading(Class::Past, format!("{verb}eren"))];
        }
    }
    if let Some(verb) = without_participle(word) {
        return vec![reading(Class::Participle, verb), reading(Class::Other, word.to_owned())];
    }
    if let Some(front) = word.strip_suffix("en").filter(|front| front.len() > 2) {
        let noun = bare(front).into_iter().next().unwrap_or_else(|| front.to_owned());
        return vec![reading(Class::Plural, noun), reading(Class::Infinitive, word.to_owned())];
    }
    if let Some(adjective) = without_degree(word) {
        return vec![reading(Class::Inflected, adjective)];
    }
    if let Some(front) = word.strip_suffix('s').filter(|front| front.len() > 3 && takes_plural_s(front)) {
        return vec![reading(Class::Plural, front.to_owned())];
    }
    Vec::new()
}

/// Whether an *s* after it is likely to be an ending.
fn takes_plural_s(front: &str) -> bool {
    !front.ends_with(['s', 'x', 'z', 'a', 'i', 'o', 'u'])
}

/// The noun of a diminutive: *appje*, *appjes*, *koninkje*, *boompje*, *balletje*, *autootje*.
fn without_diminutive(word: &str) -> Option<String> {
    let one = word.strip_suffix('s').unwrap_or(word);
    let front = one.strip_suffix("je").filter(|front| front.len() > 2)?;
    if let Some(noun) = front.strip_suffix("'t") {
        return Some(noun.to_owned());
    }
    if let Some(noun) = front.strip_suffix("ink").filter(|noun| noun.len() > 2) {
        return Some(format!("{noun}ing"));
    }
    if let Some(noun) = front.strip_suffix('p').filter(|noun| noun.ends_with('m')) {
        return Some(noun.to_owned());
    }
    let Some(noun) = front.strip_suffix('t') else { return Some(front.to_owned()) };
    let mut from_end = noun.chars().rev();
    let (last, second) = (from_end.next()?, from_end.next()?);
    match (second, last) {
        ('e' | 'l' | 'n' | 'r' | 'm' | 'w' | 'b' | 'g' | 'p', 'e') if noun.len() > 4 => {
            let doubled = &noun[..noun.len() - 1];
            Some(bare(doubled).into_iter().next().unwrap_or_else(|| doubled.to_owned()))
        }
        ('a', 'a') | ('o', 'o') | ('u', 'u') => Some(noun[..noun.len() - 1].to_owned()),
        (_, 'l' | 'n' | 'r' | 'w' | 'i' | 'e' | 'j' | 'u' | 'y' | 'a' | 'o') => Some(noun.to_owned()),
        _ => Some(front.to_owned()),
    }
}

/// The infinitive of a participle with *ge*: *geappt*, *gegoogelde*.
fn without_participle(word: &str) -> Option<String> {
    let one = word.strip_suffix("en").or_else(|| word.strip_suffix('e')).unwrap_or(word);
    let stem = one.strip_suffix('t').or_else(|| one.strip_suffix('d'))?.strip_prefix("ge")?;
    if stem.chars().count() < 3 || !stem.chars().any(is_vowel) {
        return None;
    }
    let mut from_end = stem.chars().rev();
    let (last, second, third) = (from_end.next()?, from_end.next()?, from_end.next()?);
    let shorter = &stem[..stem.len() - last.len_utf8()];
    let weak = stem.ends_with("el") || stem.ends_with("er") || stem.ends_with("en");
    Some(if second == third && matches!(second, 'a' | 'e' | 'o' | 'u') && !is_vowel(last) {
        format!("{}{last}en", &shorter[..shorter.len() - 1])
    } else if is_vowel(second) && !is_vowel(third) && !is_vowel(last) && !weak && !matches!(last, 'w' | 'x') {
        format!("{stem}{last}en")
    } else {
        format!("{stem}en")
    })
}

/// Endings of adjectives that are formed anew every day, and how they look before an *e*.
const ADJECTIVES: &[(&str, &str)] = &[
    ("lijk", "lijk"),
    ("ig", "ig"),
    ("isch", "isch"),
    ("baar", "bar"),
    ("zaam", "zam"),
    ("loos", "loz"),
    ("vol", "voll"),
    ("rijk", "rijk"),
    ("ief", "iev"),
    ("aal", "al"),
    ("eel", "el"),
    ("aans", "aans"),
    ("achtig", "achtig"),
    ("matig", "matig"),
];

/// The adjective of an inflected form or a degree: *appachtige*, *appachtiger*, *appachtigste*.
fn without_degree(word: &str) -> Option<String> {
    ADJECTIVES.iter().find_map(|(ending, before_e)| {
        let of = |end: &str, written: &str| {
            let front = word.strip_suffix(end)?.strip_suffix(written)?;
            (front.len() > 2).then(|| format!("{front}{ending}"))
        };
        ["e", "er", "ere"]
            .iter()
            .find_map(|end| of(end, before_e))
            .or_else(|| ["st", "ste", "s"].iter().find_map(|end| of(end, ending)))
    })
}

#[cfg(test)]
mod tests {
    use super::super::lemmas;
    use proptest::prelude::*;

    #[test]
    fn words_that_nobody_wrote_down_lose_their_endings() {
        let cases = [
            ("flupjes", "flup"),
            ("flups", "flup"),
            ("kwargelingen", "kwargeling"),
            ("flobinkje", "flobing"),
            ("gefloept", "floepen"),
            ("gekwargeld", "kwargelen"),
            ("flobeerde", "floberen"),
            ("geflobeerd", "floberen"),
            ("kwargelachtige", "kwargelachtig"),
            ("kwargelbare", "kwargelbaar"),
            ("kwargelloosheden", "kwargelloosheid"),
            ("kwargo's", "kwargo"),
        ];
        for (word, lemma) in cases {
            assert_eq!(lemmas(word)[0], lemma, "{word}");
        }
    }

    #[test]
    fn new_compounds_follow_their_last_part() {
        let cases = [
            ("buurtnetwerkjes", "buurtnetwerk"),
            ("wijkagenten", "wijkagent"),
            ("dorpsconferenties", "dorpsconferentie"),
            ("kwargelkinderen", "kwargelkind"),
            ("netwerkschepen", "netwerkschip"),
        ];
        for (word, lemma) in cases {
            assert_eq!(lemmas(word)[0], lemma, "{word}");
        }
    }

    #[test]
    fn what_is_no_dutch_word_is_left_alone() {
        for word in ["12e", "字", "b2b", "x", "", "n'", "qwrtz"] {
            assert_eq!(lemmas(word), [word], "{word}");
        }
    }

    proptest! {
        #[test]
        fn every_word_has_lemmas_and_none_is_empty(word in "\\PC{1,30}") {
            let found = lemmas(&word);
            prop_assert!(!found.is_empty() && found.iter().all(|lemma| !lemma.is_empty()), "{:?}", found);
        }

        #[test]
        fn words_with_dutch_endings_have_lemmas(
            word in "(ge|op|ver)?[a-zé']{0,6}(je|jes|etje|pje|kje|en|e|s|'s|t|d|de|te|den|ten|er|st|ste|heden|eerd)"
        ) {
            let found = lemmas(&word);
            prop_assert!(!found.is_empty() && found.iter().all(|lemma| !lemma.is_empty()), "{:?}", found);
        }
    }
}
