//! Forms of adjectives that the dictionary's flags do not give: irregular degrees by the table, and the forms with *-e*,
//! *-en*, *-s*, *-er* and *-st* of adjectives that the list has.

use crate::readings::Readings;
use codeboom::text::dutch::Class;
use codeboom::text::dutch::spelling::bare;

/// Gives irregular degrees their reading.
pub(crate) fn add_irregular(readings: &mut Readings, table: &[(String, Vec<String>)]) {
    for (adjective, forms) in table {
        readings.add(adjective, Class::Adjective, adjective);
        for form in forms {
            let class = match form {
                _ if form.ends_with("st") || form.ends_with("ste") || form.ends_with("sten") => Class::Superlative,
                _ if form.ends_with("er") || form.ends_with("ere") || form.ends_with("eren") => Class::Comparative,
                _ => Class::Inflected,
            };
            readings.add(form, class, adjective);
        }
    }
}

/// Adjectives of places and peoples, which the dictionary has as names: *Brussels, Brusselse*.
pub(crate) fn add_of_places(readings: &mut Readings) {
    for name in readings.words_that(|reading| reading.class == Class::Name) {
        let inflected = format!("{name}e");
        if name.ends_with('s') && readings.has(&inflected, |class| class == Class::Name || class.is_noun()) {
            readings.add(&name, Class::Adjective, &name);
            readings.add(&inflected, Class::Inflected, &name);
        }
    }
}

/// Adjectives used as nouns for people: *jongeren*, *gewonden*, *doden*.
pub(crate) fn add_nominal(readings: &mut Readings) {
    for word in readings.words_that(|reading| reading.class.is_adjective() && !reading.class.is_lemma()) {
        if !word.ends_with('e') {
            continue;
        }
        let found: Vec<(Class, String)> = readings
            .of(&word)
            .filter(|reading| reading.class.is_adjective() && !reading.class.is_lemma())
            .map(|reading| (reading.class, reading.lemma.clone()))
            .collect();
        for (class, lemma) in found {
            readings.add_known(&format!("{word}n"), class, &lemma);
        }
    }
}

/// The adjectives that a word may be a form of, by spelling.
pub(crate) fn bases(word: &str) -> Vec<(Class, String)> {
    let mut found = Vec::new();
    for (ending, class) in [
        ("ere", Class::Comparative),
        ("eren", Class::Comparative),
        ("ers", Class::Comparative),
        ("er", Class::Comparative),
        ("en", Class::Inflected),
        ("e", Class::Inflected),
    ] {
        if let Some(front) = word.strip_suffix(ending) {
            found.extend(bare(front).into_iter().map(|base| (class, base)));
            if class == Class::Comparative {
                found.extend(front.strip_suffix('d').map(|front| (class, front.to_owned())));
            }
        }
    }
    for ending in ["st", "ste", "sten", "t", "te"] {
        let after_s = ending.starts_with('t');
        if let Some(front) = word.strip_suffix(ending).filter(|front| !after_s || front.ends_with('s')) {
            found.push((Class::Superlative, front.to_owned()));
        }
    }
    found.extend(word.strip_suffix('s').map(|front| (Class::Inflected, front.to_owned())));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_adjective_is_among_those_that_spelling_allows() {
        let cases = [
            ("grote", "groot"),
            ("boze", "boos"),
            ("groter", "groot"),
            ("verdere", "ver"),
            ("duurder", "duur"),
            ("grootste", "groot"),
            ("vieste", "vies"),
            ("jongeren", "jong"),
            ("doden", "dood"),
            ("moois", "mooi"),
        ];
        for (word, base) in cases {
            assert!(bases(word).iter().any(|(_, found)| found == base), "{word}: {:?}", bases(word));
        }
    }
}
