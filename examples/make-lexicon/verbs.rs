//! The forms of a verb that the word list has: weak ones by rule, strong ones by the table, with any prefix in front.
//! A form counts only when the list knows it, so that a rule that goes too far finds nothing.

use crate::readings::Readings;
use crate::tables::Strong;
use codeboom::text::dutch::spelling::{before_vowel, stems};
use codeboom::text::dutch::{Class, PARTICLES};
use std::collections::BTreeMap;

/// Prefixes that never part from their verb and take the place of *ge*.
const FIXED: &[&str] = &[
    "be", "ge", "her", "ont", "ver", "er", "mis", "wan", "vol", "weer", "over", "onder", "om", "door", "achter",
    "voor", "aan",
];

/// Whether a word can be an infinitive by its letters.
pub(crate) fn may_be_infinitive(word: &str) -> bool {
    let ending = ["en", "aan", "ien", "oen"].iter().any(|ending| word.ends_with(ending));
    ending && word.len() >= 4 && !stems(word).is_empty()
}

/// Gives the forms of a verb their reading. Says how long the particle is when the verb comes apart.
pub(crate) fn add_forms(readings: &mut Readings, strong: &BTreeMap<String, Strong>, infinitive: &str) -> Option<usize> {
    readings.add(infinitive, Class::Infinitive, infinitive);
    for ending in ["d", "de", "den"] {
        readings.add_known(&format!("{infinitive}{ending}"), Class::PresentParticiple, infinitive);
    }
    let mut participles = Vec::new();
    let parts = parts(infinitive);
    if let Some(stem) = stem(readings, infinitive) {
        add_weak_forms(readings, infinitive, &stem);
        participles = weak_participles(infinitive, &stem, &parts);
    }
    for (prefix, base) in prefixes(infinitive, strong) {
        let forms = &strong[base];
        let with_prefix = |form: &String| format!("{prefix}{form}");
        let mut strong_participles: Vec<(usize, String)> = forms
            .participles
            .iter()
            .flat_map(|participle| {
                let plain = participle.strip_prefix("ge").map(|rest| (0, format!("{prefix}{rest}")));
                let particle = if PARTICLES.contains(&prefix) { prefix.len() } else { 0 };
                let fixed = FIXED.contains(&prefix).then_some(plain).flatten();
                fixed.into_iter().chain([(particle, format!("{prefix}{participle}"))])
            })
            .collect();
        strong_participles.retain(|(_, participle)| readings.knows(participle));
        let known_past = forms.past.iter().any(|past| readings.knows(&with_prefix(past)));
        let known_participle = strong_participles.iter().any(|(_, participle)| participle != infinitive);
        let is_prefix = FIXED.contains(&prefix) || PARTICLES.contains(&prefix) || readings.knows(prefix);
        if !prefix.is_empty() && !(is_prefix && (known_past || known_participle)) {
            continue;
        }
        for past in &forms.past {
            readings.add_known(&with_prefix(past), Class::Past, infinitive);
        }
        for present in &forms.present {
            let class = if present.ends_with('t') { Class::Present } else { Class::Stem };
            readings.add_known(&with_prefix(present), class, infinitive);
        }
        participles.extend(strong_participles);
    }
    participles.retain(|(_, participle)| readings.knows(participle) || is_inflected(readings, participle));
    for (_, participle) in &participles {
        readings.add_known(participle, Class::Participle, infinitive);
        for before in before_vowel(participle) {
            let inflected = format!("{before}e");
            if readings.add_known(&inflected, Class::Participle, infinitive) {
                readings.add_known(&format!("{inflected}n"), Class::Participle, infinitive);
            }
        }
    }
    participles.iter().map(|(particle, _)| *particle).filter(|particle| *particle > 0).max()
}

/// Whether the list has the participle with an *e*.
pub(crate) fn is_inflected(readings: &Readings, participle: &str) -> bool {
    before_vowel(participle).iter().any(|before| readings.knows(&format!("{before}e")))
}

/// The stems that spelling allows, without those that a verb with a doubled consonant has: *bel* is not of *belen*.
fn possible_stems(readings: &Readings, infinitive: &str) -> Vec<String> {
    let mut possible = stems(infinitive);
    let short = |stem: &String| infinitive.strip_suffix("en") == Some(stem);
    let doubled = |stem: &String| stem.chars().next_back().map(|last| format!("{stem}{last}en"));
    if possible.len() > 1 {
        possible.retain(|stem| !(short(stem) && doubled(stem).is_some_and(|doubled| readings.knows(&doubled))));
    }
    possible
}

/// The stem that the word list has: one with a third person or a past if there is any.
fn stem(readings: &Readings, infinitive: &str) -> Option<String> {
    let known: Vec<String> = possible_stems(readings, infinitive)
        .into_iter()
        .filter(|stem| readings.knows(stem) || readings.knows(&past(infinitive, stem)))
        .collect();
    let inflected =
        known.iter().find(|stem| readings.knows(&third_person(stem)) && readings.knows(&past(infinitive, stem)));
    let inflected = inflected.or_else(|| known.iter().find(|stem| readings.knows(&past(infinitive, stem))));
    inflected.or(known.first()).cloned()
}

/// Whether the list has so many weak forms of it that a word must be an infinitive.
pub(crate) fn is_weak_verb(readings: &Readings, infinitive: &str) -> bool {
    let inflected = |stem: &String| {
        let endings = if is_voiceless(infinitive, stem) { ["te", "t"] } else { ["de", "d"] };
        readings.knows(stem)
            && readings.knows(&third_person(stem))
            && endings.iter().any(|ending| {
                readings.knows(&format!("{stem}{ending}n")) || {
                    stem.len() > 3 && readings.knows(&format!("{stem}{ending}")) && !stem.ends_with(['t', 'd'])
                }
            })
    };
    infinitive.len() > 4 && !infinitive.ends_with("een") && possible_stems(readings, infinitive).iter().any(inflected)
}

/// *loopt*, *gaat*, *wacht*.
fn third_person(stem: &str) -> String {
    match stem.as_bytes() {
        [.., b't'] => stem.to_owned(),
        [.., b'a'] => format!("{stem}at"),
        [.., before, b'o'] if *before != b'o' => format!("{stem}ot"),
        _ => format!("{stem}t"),
    }
}

/// *belde*, *werkte*.
fn past(infinitive: &str, stem: &str) -> String {
    format!("{stem}{}", if is_voiceless(infinitive, stem) { "te" } else { "de" })
}

fn add_weak_forms(readings: &mut Readings, infinitive: &str, stem: &str) {
    readings.add_known(stem, Class::Stem, infinitive);
    if !stem.ends_with('t') {
        readings.add_known(&third_person(stem), Class::Present, infinitive);
    }
    let past = past(infinitive, stem);
    readings.add_known(&past, Class::Past, infinitive);
    readings.add_known(&format!("{past}n"), Class::Past, infinitive);
}

/// Whether the past is with *te*: the last sound of the stem is one of 't kofschip, in the infinitive too.
fn is_voiceless(infinitive: &str, stem: &str) -> bool {
    let voiced = infinitive.ends_with("ven") || infinitive.ends_with("zen");
    !voiced && (stem.ends_with(['t', 'k', 'f', 's', 'p', 'x']) || stem.ends_with("ch"))
}

/// The ways to see an infinitive as particle and verb; the first is without particle.
fn parts(infinitive: &str) -> Vec<&str> {
    let split = |particle: &&&str| infinitive.strip_prefix(**particle).is_some_and(may_be_infinitive);
    std::iter::once("").chain(PARTICLES.iter().filter(split).copied()).collect()
}

/// The participles that the rules give, each with the length of the particle in it.
fn weak_participles(infinitive: &str, stem: &str, parts: &[&str]) -> Vec<(usize, String)> {
    let ending = match stem {
        _ if stem.ends_with(['t', 'd']) => "",
        _ if is_voiceless(infinitive, stem) => "t",
        _ => "d",
    };
    let mut found = Vec::new();
    for particle in parts {
        let Some(rest) = stem.strip_prefix(particle) else { continue };
        found.push((particle.len(), format!("{particle}ge{rest}{ending}")));
        let prefixed = FIXED.iter().any(|prefix| rest.starts_with(prefix));
        // A particle before a prefix (voorbereid) shows in nothing but the list of particles; without one, the form is
        // the third person too (verhuist, verhuisd).
        if prefixed {
            let apart = ["be", "ver", "ont", "her", "ge", "er"].iter().any(|prefix| rest.starts_with(prefix));
            if particle.is_empty() || apart {
                found.push((particle.len(), format!("{stem}{ending}")));
            }
        }
    }
    found
}

/// The ways to see an infinitive as a prefix and a strong verb.
fn prefixes<'i>(infinitive: &'i str, strong: &BTreeMap<String, Strong>) -> Vec<(&'i str, &'i str)> {
    let starts = infinitive.char_indices().map(|(at, _)| infinitive.split_at(at));
    starts.filter(|(prefix, base)| prefix.len() != 1 && strong.contains_key(*base)).collect()
}
