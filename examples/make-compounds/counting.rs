//! Counts how often each word is the first and the last part of another one. Which cut of a word is meant is not known
//! beforehand, so that it is learned: at first every cut of a word counts the same; then each counts as much as its parts
//! occur elsewhere, beside the chance that the word is no compound at all; and again, until nothing moves.

use codeboom::text::dutch::Lexicon;
use codeboom::text::dutch::compound::cutting::{is_prefix, last_lemmas};
use std::collections::{BTreeMap, HashMap};

/// How often it is counted anew; from the fourth time on the sums move by less than a thousandth.
const ROUNDS: usize = 6;

/// The shortest word that is cut, in bytes.
const SHORTEST_WORD: usize = 5;

/// What each byte of a simple word is worth, as a negative logarithm: a longer word is less likely to be simple.
const BYTE: f64 = 2.0;

/// How often words were counted as parts.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    /// As first parts, as they stand there.
    pub(crate) first: BTreeMap<String, f64>,
    /// As last parts, by lemma.
    pub(crate) last: BTreeMap<String, f64>,
}

impl Counts {
    /// How many parts were counted on each side.
    pub(crate) fn total(&self) -> f64 {
        self.first.values().sum()
    }
}

/// Numbers for the parts, so that a round needs no texts.
#[derive(Default)]
struct Numbers {
    of: HashMap<String, usize>,
    names: Vec<String>,
}

impl Numbers {
    fn number(&mut self, part: &str) -> usize {
        if let Some(number) = self.of.get(part) {
            return *number;
        }
        self.of.insert(part.to_owned(), self.names.len());
        self.names.push(part.to_owned());
        self.names.len() - 1
    }
}

/// The ways to cut one word, as numbers of a first and a last part, and the chance that it is simple.
struct Ways {
    cuts: Vec<(usize, usize)>,
    simple: f64,
}

/// Counts the parts of words.
pub(crate) fn count(lexicon: &Lexicon<'_>, words: &[String]) -> Counts {
    let (mut firsts, mut lasts) = (Numbers::default(), Numbers::default());
    let all: Vec<Ways> = words.iter().filter_map(|word| ways(lexicon, word, &mut firsts, &mut lasts)).collect();
    let (mut first, mut last) = (vec![0.0; firsts.names.len()], vec![0.0; lasts.names.len()]);
    for way in &all {
        for &(a, b) in &way.cuts {
            first[a] += 1.0 / share(way.cuts.len());
            last[b] += 1.0 / share(way.cuts.len());
        }
    }
    for _ in 0..ROUNDS {
        let total: f64 = first.iter().sum();
        let (mut next_first, mut next_last) = (vec![0.0; first.len()], vec![0.0; last.len()]);
        for way in &all {
            let chances: Vec<f64> = way.cuts.iter().map(|&(a, b)| first[a] / total * (last[b] / total)).collect();
            let sum = way.simple + chances.iter().sum::<f64>();
            for (&(a, b), chance) in way.cuts.iter().zip(&chances) {
                next_first[a] += chance / sum;
                next_last[b] += chance / sum;
            }
        }
        (first, last) = (next_first, next_last);
    }
    Counts { first: firsts.names.into_iter().zip(first).collect(), last: lasts.names.into_iter().zip(last).collect() }
}

fn share(ways: usize) -> f64 {
    f64::from(u32::try_from(ways).unwrap_or(u32::MAX))
}

fn ways(lexicon: &Lexicon<'_>, word: &str, firsts: &mut Numbers, lasts: &mut Numbers) -> Option<Ways> {
    let mut cuts = Vec::new();
    if word.len() < SHORTEST_WORD || !word.is_ascii() {
        return None;
    }
    for at in 2..=word.len() - 3 {
        let (first, last) = word.split_at(at);
        if !may_be_first(lexicon, first) {
            continue;
        }
        if let Some(lemma) = last_lemmas(lexicon, last).first() {
            cuts.push((firsts.number(first), lasts.number(lemma)));
        }
    }
    let bytes = f64::from(u32::try_from(word.len()).ok()?);
    (!cuts.is_empty()).then(|| Ways { cuts, simple: (-BYTE * bytes).exp() })
}

/// Whether a compound may begin so: a known word with or without an *s* that links, or what is left of a plural that
/// links: *kinder* of *kinderen*, *zonne* of *zonnen*.
fn may_be_first(lexicon: &Lexicon<'_>, part: &str) -> bool {
    let known = |word: &str| !is_prefix(word) && word.bytes().any(is_vowel) && lexicon.contains(word);
    let plural = match part.as_bytes() {
        [.., b'e'] => lexicon.contains(&format!("{part}n")),
        [_, _, .., b'e', b'r'] => lexicon.contains(&format!("{part}en")),
        _ => false,
    };
    known(part) || plural && !is_prefix(part) || part.len() > 3 && part.strip_suffix('s').is_some_and(known)
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}
