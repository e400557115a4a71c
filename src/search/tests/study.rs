//! A made-up study for the tests: transcripts built from words whose folded form and lemma are written beside them, and
//! questions that are answered by looking at every unit, without the code under test.

use super::super::{Predicate, Unit};
use crate::model::{RevisionId, Span};
use crate::text::query::Tree;
use rand::Rng;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A word as typists write it, and the words that it counts as: folded form and lemma.
pub(super) type Written = (&'static str, &'static [(&'static str, &'static str)]);

/// What texts are made of; the first ones come most often.
pub(super) const VOCABULARY: &[Written] = &[
    ("de", &[("de", "de")]),
    ("ja", &[("ja", "ja")]),
    ("niet", &[("niet", "niet")]),
    ("een", &[("een", "een")]),
    ("één", &[("een", "een")]),
    ("e\u{301}e\u{301}n", &[("een", "een")]),
    ("dat", &[("dat", "dat")]),
    ("en", &[("en", "en")]),
    ("zo'n", &[("zo'n", "zo'n")]),
    ("Zo’n", &[("zo'n", "zo'n")]),
    ("’s avonds", &[("'s", "'s"), ("avonds", "avond")]),
    ("avond", &[("avond", "avond")]),
    ("'t", &[("'t", "'t")]),
    ("coördinator", &[("coordinator", "coordinator")]),
    ("Coo\u{308}rdinator", &[("coordinator", "coordinator")]),
    ("EK-c", &[("ek", "ek"), ("c", "c")]),
    ("EK", &[("ek", "ek")]),
    ("gesprek", &[("gesprek", "gesprek")]),
    ("gesprekken", &[("gesprekken", "gesprek")]),
    ("Gesprek,", &[("gesprek", "gesprek")]),
    ("auto’s", &[("auto's", "auto")]),
    ("auto", &[("auto", "auto")]),
    ("idee", &[("idee", "idee")]),
    ("ideeën", &[("ideeen", "idee")]),
    ("conferenties", &[("conferenties", "conferentie")]),
    ("conferentie", &[("conferentie", "conferentie")]),
    ("12:33", &[("12", "12"), ("33", "33")]),
    ("33", &[("33", "33")]),
    ("😊", &[]),
    ("...", &[]),
    ("zee-eend", &[("zee", "zee"), ("eend", "eend")]),
    ("niet-", &[("niet", "niet")]),
    ("שלום", &[("שלום", "שלום")]),
    ("eend", &[("eend", "eend")]),
];

/// A transcript and what its units hold, as the test knows it.
pub(super) struct Text {
    pub(super) body: String,
    pub(super) units: Vec<Span>,
    words: Vec<Vec<(&'static str, &'static str)>>,
}

impl Text {
    pub(super) fn random(random: &mut ChaCha8Rng, units: usize) -> Self {
        let mut made = Self { body: String::from("Kop\r\n"), units: Vec::new(), words: Vec::new() };
        for _ in 0..units {
            let start = made.body.len();
            let mut words = Vec::new();
            for _ in 0..random.random_range(0..25) {
                let (written, counts_as) = *frequent(random);
                made.body.push_str(written);
                made.body.push_str([" ", " ", ", ", "\u{a0}", "\r\n"].choose(random).expect("not empty"));
                words.extend_from_slice(counts_as);
            }
            made.units.push(Span::new(start, made.body.len()));
            made.words.push(words);
            made.body.push_str("\r\n\r\n");
        }
        made
    }
}

/// A word; low places of the vocabulary come more often, as in any language.
fn frequent(random: &mut ChaCha8Rng) -> &'static Written {
    let most = random.random_range(1..=VOCABULARY.len());
    &VOCABULARY[random.random_range(0..most)]
}

/// Transcripts in the order in which they count.
#[derive(Default)]
pub(super) struct Study {
    pub(super) wanted: Vec<RevisionId>,
    pub(super) texts: BTreeMap<RevisionId, Text>,
}

impl Study {
    pub(super) fn random(random: &mut ChaCha8Rng, transcripts: usize, units: usize) -> Self {
        let mut study = Self::default();
        for _ in 0..transcripts {
            let units = random.random_range(0..=units * 2);
            study.add(Text::random(random, units));
        }
        study
    }

    pub(super) fn add(&mut self, text: Text) {
        let revision = RevisionId::new();
        self.wanted.push(revision);
        self.texts.insert(revision, text);
    }

    /// Puts another text in the place of one.
    pub(super) fn replace(&mut self, place: usize, text: Text) {
        let revision = RevisionId::new();
        self.wanted[place] = revision;
        self.texts.insert(revision, text);
    }

    /// As the index asks for texts.
    pub(super) fn fetch(&self, revision: RevisionId) -> Result<(String, Vec<Span>), String> {
        let text = self.texts.get(&revision).ok_or("unknown revision")?;
        Ok((text.body.clone(), text.units.clone()))
    }

    /// Every unit that the question is true of, in text order.
    pub(super) fn scan(&self, question: &Question, lemmas: bool) -> Vec<Unit> {
        let mut found = Vec::new();
        for (rank, revision) in (0..).zip(&self.wanted) {
            for (number, words) in (0..).zip(&self.texts[revision].words) {
                let unit = Unit { rank, number, revision: *revision };
                if question.is_true(words, unit, lemmas) {
                    found.push(unit);
                }
            }
        }
        found
    }

    /// The words of a unit as they stand in its text.
    pub(super) fn unit(&self, unit: Unit) -> &str {
        let text = &self.texts[&unit.revision];
        text.units[unit.number as usize].of(&text.body)
    }

    pub(super) fn words(&self, unit: Unit) -> &[(&'static str, &'static str)] {
        &self.texts[&unit.revision].words[unit.number as usize]
    }
}

/// A question that can be put to search as a query and be answered by looking.
#[derive(Debug, Clone)]
pub(super) enum Question {
    All(Vec<Question>),
    Any(Vec<Question>),
    Not(Box<Question>),
    Word(&'static Written),
    Phrase(Vec<&'static Written>),
    Case(u32),
    EvenTurn,
}

impl Question {
    pub(super) fn random(random: &mut ChaCha8Rng, depth: u32) -> Self {
        let several =
            |random: &mut ChaCha8Rng| (0..random.random_range(2..5)).map(|_| Self::random(random, depth - 1)).collect();
        match random.random_range(0..if depth == 0 { 6 } else { 14 }) {
            0..=2 => Self::Word(with_words(random)),
            3 => Self::Phrase((0..random.random_range(1..4)).map(|_| with_words(random)).collect()),
            4 => Self::Case(random.random_range(0..5)),
            5 => Self::EvenTurn,
            6..=8 => Self::All(several(random)),
            9..=11 => Self::Any(several(random)),
            _ => Self::Not(Box::new(Self::random(random, depth - 1))),
        }
    }

    pub(super) fn query(&self) -> String {
        let several = |parts: &[Self], between: &str| {
            let parts: Vec<String> = parts.iter().map(|part| format!("({})", part.query())).collect();
            parts.join(between)
        };
        match self {
            Self::All(parts) => several(parts, " "),
            Self::Any(parts) => several(parts, " OF "),
            Self::Not(part) => format!("NOT ({})", part.query()),
            // As two words it is a conjunction, which is not what the scan looks for.
            Self::Word((written, _)) => written.replace(' ', "-"),
            Self::Phrase(words) => {
                let words: Vec<&str> = words.iter().map(|(written, _)| *written).collect();
                format!("\"{}\"", words.join(" "))
            }
            Self::Case(number) => format!("casus:{number}"),
            Self::EvenTurn => "beurt:even".to_owned(),
        }
    }

    fn is_true(&self, words: &[(&str, &str)], unit: Unit, lemmas: bool) -> bool {
        match self {
            Self::All(parts) => parts.iter().all(|part| part.is_true(words, unit, lemmas)),
            Self::Any(parts) => parts.iter().any(|part| part.is_true(words, unit, lemmas)),
            Self::Not(part) => !part.is_true(words, unit, lemmas),
            Self::Word((_, parts)) => {
                let same = |(a, b): (&(&str, &str), &(&str, &str))| if lemmas { a.1 == b.1 } else { a.0 == b.0 };
                words.windows(parts.len()).any(|row| row.iter().zip(*parts).all(same))
            }
            Self::Phrase(phrase) => {
                let parts: Vec<&str> = phrase.iter().flat_map(|(_, parts)| parts.iter().map(|part| part.0)).collect();
                words.windows(parts.len()).any(|row| row.iter().map(|word| word.0).eq(parts.iter().copied()))
            }
            Self::Case(number) => unit.rank % 5 == *number,
            Self::EvenTurn => unit.number.is_multiple_of(2),
        }
    }

    /// Whether some words that speak for a hit stand in the unit.
    pub(super) fn has_words_for(&self, words: &[(&str, &str)], unit: Unit, lemmas: bool, wanted: bool) -> bool {
        match self {
            Self::All(parts) | Self::Any(parts) => {
                parts.iter().any(|part| part.has_words_for(words, unit, lemmas, wanted))
            }
            Self::Not(part) => part.has_words_for(words, unit, lemmas, !wanted),
            Self::Word(_) | Self::Phrase(_) => wanted && self.is_true(words, unit, lemmas),
            Self::Case(_) | Self::EvenTurn => false,
        }
    }
}

fn with_words(random: &mut ChaCha8Rng) -> &'static Written {
    loop {
        let written = frequent(random);
        if !written.1.is_empty() {
            return written;
        }
    }
}

/// What the fields of the questions mean, and OR, AND and NOT of them.
pub(super) fn meaning(tree: &Tree) -> Result<Predicate, String> {
    let several = |parts: &[Tree]| parts.iter().map(meaning).collect::<Result<Vec<Predicate>, String>>();
    let field = match tree {
        Tree::Field(field) => field,
        Tree::All(parts) => {
            let parts = several(parts)?;
            return Ok(Arc::new(move |unit: Unit| parts.iter().all(|part| part(unit))));
        }
        Tree::Any(parts) => {
            let parts = several(parts)?;
            return Ok(Arc::new(move |unit: Unit| parts.iter().any(|part| part(unit))));
        }
        Tree::Not(part) => {
            let part = meaning(part)?;
            return Ok(Arc::new(move |unit: Unit| !part(unit)));
        }
        _ => return Err(format!("no field: {tree:?}")),
    };
    match (field.name.as_str(), field.value.parse::<u32>()) {
        ("casus", Ok(number)) => Ok(Arc::new(move |unit: Unit| unit.rank % 5 == number)),
        ("beurt", _) => Ok(Arc::new(|unit: Unit| unit.number.is_multiple_of(2))),
        _ => Err(format!("no field {}", field.name)),
    }
}
