//! Reads the tables written by hand: strong verbs, irregular nouns and adjectives, and readings to keep. Lines that begin
//! with `#` are remarks.

use codeboom::text::dutch::{Analysis, Class};
use codeboom::text::fold::fold;
use std::collections::{BTreeMap, BTreeSet};

/// The forms of a strong or irregular verb that no rule gives.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Strong {
    /// *liep*, *liepen*.
    pub(crate) past: Vec<String>,
    /// *gelopen*.
    pub(crate) participles: Vec<String>,
    /// *heb*, *heeft*.
    pub(crate) present: Vec<String>,
}

/// The lines of a table.
fn lines(table: &str) -> impl Iterator<Item = (usize, &str)> {
    let numbered = table.lines().enumerate().map(|(number, line)| (number + 1, line.trim()));
    numbered.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
}

/// The strong verbs by infinitive.
///
/// # Errors
/// When a line has not got its four forms.
pub(crate) fn strong_verbs(table: &str) -> Result<BTreeMap<String, Strong>, String> {
    let mut verbs = BTreeMap::new();
    for (number, line) in lines(table) {
        let (present, forms): (Vec<&str>, Vec<&str>) = line.split_whitespace().partition(|form| form.starts_with('+'));
        let [infinitive, singular, plural, participle] = forms[..] else {
            return Err(format!("line {number}: {line:?} is not infinitive, past, past, participle"));
        };
        let forms =
            |form: &str| form.split('/').filter(|form| *form != "-").map(str::to_owned).collect::<Vec<String>>();
        let past = [forms(singular), forms(plural)].concat();
        let present = present.iter().map(|form| form[1..].to_owned()).collect();
        verbs.insert(infinitive.to_owned(), Strong { past, participles: forms(participle), present });
    }
    Ok(verbs)
}

/// Words, each with its irregular forms.
pub(crate) fn irregular(table: &str) -> Vec<(String, Vec<String>)> {
    lines(table)
        .filter_map(|(_, line)| {
            let mut words = line.split_whitespace().map(str::to_owned);
            Some((words.next()?, words.collect()))
        })
        .collect()
}

/// The words whose readings are written down.
///
/// # Errors
/// When a line names no class that there is, or a word for the second time.
pub(crate) fn kept(table: &str) -> Result<BTreeMap<String, Vec<Analysis>>, String> {
    let mut words = BTreeMap::new();
    for (number, line) in lines(table) {
        let mut fields = line.split_whitespace();
        let word = fold(fields.next().unwrap_or_default()).into_owned();
        let readings = fields.map(|field| {
            let (class, lemma) = field.split_once(':').unwrap_or((field, &word));
            let class = class_of(class).ok_or_else(|| format!("line {number}: there is no class {class:?}"))?;
            let class = if class == Class::Adjective && lemma != word { Class::Inflected } else { class };
            Ok(Analysis { class, lemma: lemma.to_owned() })
        });
        let readings = readings.collect::<Result<Vec<Analysis>, String>>()?;
        if readings.is_empty() || words.insert(word, readings).is_some() {
            return Err(format!("line {number}: {line:?} has no reading, or its word stood here before"));
        }
    }
    Ok(words)
}

fn class_of(name: &str) -> Option<Class> {
    Some(match name {
        "function" => Class::Function,
        "noun" => Class::Noun,
        "plural" => Class::Plural,
        "adjective" => Class::Adjective,
        "comparative" => Class::Comparative,
        "superlative" => Class::Superlative,
        "infinitive" => Class::Infinitive,
        "present" => Class::Present,
        "past" => Class::Past,
        "stem" => Class::Stem,
        "participle" => Class::Participle,
        _ => return None,
    })
}

/// Every lemma that the kept readings name.
pub(crate) fn kept_lemmas(kept: &BTreeMap<String, Vec<Analysis>>) -> BTreeSet<&str> {
    kept.values().flatten().map(|reading| reading.lemma.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_strong_verb_has_its_forms() {
        let verbs =
            strong_verbs("# remark\n\nhebben had hadden gehad +heb +heeft\nzullen zou zouden - +zal\n").expect("good");
        assert_eq!(verbs["hebben"].past, ["had", "hadden"]);
        assert_eq!(verbs["hebben"].present, ["heb", "heeft"]);
        assert!(verbs["zullen"].participles.is_empty());
        assert!(strong_verbs("lopen liep").is_err());
    }

    #[test]
    fn kept_readings_are_in_their_order() {
        let words = kept("was past:zijn noun\ngrote adjective:groot").expect("good");
        let classes: Vec<Class> = words["was"].iter().map(|reading| reading.class).collect();
        assert_eq!(classes, [Class::Past, Class::Noun]);
        assert_eq!(words["grote"][0], Analysis { class: Class::Inflected, lemma: "groot".to_owned() });
        for wrong in ["was verb:zijn", "was", "was noun\nwas noun"] {
            assert!(kept(wrong).is_err(), "{wrong}");
        }
    }
}
