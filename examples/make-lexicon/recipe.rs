//! How the lexicon is made of its sources: the forms that the dictionary's flags give, then the paradigms of verbs, then
//! irregular words, then pruning, then the readings written down, then all words that have none yet.

use crate::compounds;
use crate::families;
use crate::hunspell::{self, Entry, Family};
use crate::readings::Readings;
use crate::tables::{self, Strong};
use crate::wordlist::{self, Listed};
use crate::{adjectives, nouns, pruning, verbs};
use codeboom::text::dutch::Class;
use std::collections::{BTreeMap, BTreeSet};

/// The contents of the source files.
#[derive(Debug, Clone)]
pub(crate) struct Sources {
    /// The affix file of the dictionary.
    pub(crate) affixes: String,
    /// The dictionary.
    pub(crate) dictionary: String,
    /// The list of words.
    pub(crate) list: String,
    /// The tables written by hand.
    pub(crate) tables: Tables,
}

/// The contents of the tables written by hand.
#[derive(Debug, Clone)]
pub(crate) struct Tables {
    pub(crate) strong_verbs: String,
    pub(crate) nouns: String,
    pub(crate) adjectives: String,
    pub(crate) kept: String,
}

/// What becomes of the sources.
#[derive(Debug, Default)]
pub(crate) struct Made {
    /// Every word with its readings.
    pub(crate) readings: Readings,
    /// The length of the particle of each separable infinitive.
    pub(crate) particles: BTreeMap<String, usize>,
}

/// Makes the readings of all words.
///
/// # Errors
/// When a table has a line that says nothing.
pub(crate) fn make(sources: &Sources) -> Result<Made, String> {
    let strong = tables::strong_verbs(&sources.tables.strong_verbs)?;
    let kept = tables::kept(&sources.tables.kept)?;
    let mut readings = Readings::default();

    let entries = hunspell::read(&sources.affixes, &sources.dictionary);
    know_words(&mut readings, wordlist::read(&sources.list), &entries);
    for word in tables::kept_lemmas(&kept).into_iter().chain(kept.keys().map(String::as_str)) {
        readings.know(word);
    }
    for (infinitive, forms) in &strong {
        know_strong(&mut readings, infinitive, forms);
    }

    let mut particles = BTreeMap::new();
    let infinitives = infinitives(&entries, &strong);
    add_verbs(&mut readings, &strong, infinitives, &mut particles);
    add_by_flags(&mut readings, &entries);
    nouns::add_irregular(&mut readings, &tables::irregular(&sources.tables.nouns));
    adjectives::add_irregular(&mut readings, &tables::irregular(&sources.tables.adjectives));
    nouns::add_missing_plurals(&mut readings);
    nouns::relate_diminutives(&mut readings);
    adjectives::add_of_places(&mut readings);
    adjectives::add_nominal(&mut readings);
    let mut unread = readings.unread();
    unread.retain(|word| verbs::is_weak_verb(&readings, word));
    add_verbs(&mut readings, &strong, unread, &mut particles);
    pruning::prune(&mut readings);
    let verbs = families::likelier_verbs(&readings);
    readings.sort(&verbs);
    for (word, kept) in kept {
        readings.replace(&word, kept);
    }
    compounds::add_readings(&mut readings);
    Ok(Made { readings, particles })
}

/// Makes all words and forms known before any gets its reading. What is written with a capital only is a name.
fn know_words(readings: &mut Readings, mut words: Vec<Listed>, entries: &[Entry]) {
    for entry in entries {
        let forms = entry.forms.iter().map(|form| form.form.as_str());
        words.extend(std::iter::once(entry.word.as_str()).chain(forms).filter_map(wordlist::word));
    }
    let (capital, small): (Vec<Listed>, Vec<Listed>) = words.into_iter().partition(|word| word.capital);
    for word in &small {
        readings.know(&word.folded);
    }
    for name in capital {
        if readings.of(&name.folded).next().is_some() || !readings.knows(&name.folded) {
            readings.add(&name.folded, Class::Name, &name.folded);
        }
    }
}

fn know_strong(readings: &mut Readings, infinitive: &str, forms: &Strong) {
    for form in [&forms.past, &forms.participles, &forms.present].into_iter().flatten() {
        readings.know(form);
    }
    readings.know(infinitive);
}

/// The infinitives that the dictionary and the table of strong verbs have.
fn infinitives(entries: &[Entry], strong: &BTreeMap<String, Strong>) -> BTreeSet<String> {
    let mut infinitives: BTreeSet<String> = strong.keys().cloned().collect();
    for entry in entries.iter().filter(|entry| entry.flags.iter().any(|flag| flag == "Vi")) {
        let prefixed = entry.forms.iter().filter(|form| form.family == Family::Prefixed);
        let words = std::iter::once(&entry.word).chain(prefixed.map(|form| &form.form));
        infinitives.extend(words.filter_map(|word| wordlist::word(word)).map(|word| word.folded));
    }
    infinitives.retain(|infinitive| verbs::may_be_infinitive(infinitive));
    infinitives
}

/// Gives the forms of verbs their readings, and notes the lengths of the particles.
fn add_verbs(
    readings: &mut Readings,
    strong: &BTreeMap<String, Strong>,
    infinitives: impl IntoIterator<Item = String>,
    particles: &mut BTreeMap<String, usize>,
) {
    for infinitive in infinitives {
        if let Some(length) = verbs::add_forms(readings, strong, &infinitive) {
            particles.insert(infinitive, length);
        }
    }
}

/// Gives nouns, adjectives and names, with the forms that flags make of them, their readings.
fn add_by_flags(readings: &mut Readings, entries: &[Entry]) {
    for entry in entries {
        let Some(word) = wordlist::word(&entry.word) else { continue };
        let lemma = word.folded;
        let is_verb = entry.forms.iter().any(|form| form.family.is_of_verb());
        for form in &entry.forms {
            let (base, class) = match form.family {
                Family::Plural => (Class::Noun, Class::Plural),
                Family::Diminutive => (Class::Noun, Class::Diminutive),
                Family::Inflected => (Class::Adjective, Class::Inflected),
                Family::Comparative => (Class::Adjective, Class::Comparative),
                Family::Superlative => (Class::Adjective, Class::Superlative),
                Family::Genitive => (Class::Name, Class::Name),
                Family::Present
                | Family::PastOfStem
                | Family::PastOfPresent
                | Family::PresentParticiple
                | Family::Participle
                | Family::Prefixed => continue,
            };
            readings.add(&lemma, base, &lemma);
            if let Some(form) = wordlist::word(&form.form) {
                readings.add(&form.folded, class, &lemma);
            }
        }
        let compounding = |flag: &String| matches!(flag.as_str(), "Cc" | "Ch" | "Cd" | "Ce");
        if !is_verb && !word.capital && entry.flags.iter().any(compounding) && !readings.has(&lemma, Class::is_lemma) {
            readings.add(&lemma, Class::Noun, &lemma);
        }
    }
}
