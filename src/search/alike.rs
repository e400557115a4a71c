//! Finds passages like given ones: what a coder may have missed is ranked by the words it shares with what is coded, and
//! each passage says which words speak for it.
//!
//! The method is relevance feedback (Rocchio 1971; Manning, Raghavan & Schütze 2008, ch. 9) over BM25 (Robertson &
//! Zaragoza 2009). How strongly a passage of length `l` has a term is `s = n(k+1) / (n + k(1 - b + b·l/avg))`. A term
//! weighs `idf² · (mean of s in the examples − mean of s in all passages)`, nothing when that is negative, with
//! `idf = ln((N+1)/(df+½))`; the score of a passage is the sum of weight times `s`. Terms are words, in whatever form,
//! and pairs of words side by side. Only terms of the examples are kept, so a large study costs little memory.

use crate::model::Span;
use crate::text::dutch::lemmas;
use crate::text::words::words;
use rustc_hash::FxHashMap;

/// How soon a word that is said again counts less, and how much longer passages count less: BM25's usual values.
const SATURATION: f64 = 1.2;
const LENGTH: f64 = 0.75;

/// Words that are shown as speaking for a passage, at most.
const MOST_WORDS: usize = 6;
/// A word is shown when it speaks at least this much of what the strongest one does: what is left out is *de* and *er*.
const STRONG: f64 = 0.25;

/// The terms of examples, then the passages that are held against them.
#[derive(Debug, Default)]
pub struct Likeness {
    vocabulary: Vocabulary,
    /// Each example with what it counts for.
    examples: Vec<(Bag, f64)>,
    passages: Vec<Bag>,
}

/// What the examples weigh, ready to score passages.
#[derive(Debug)]
pub struct Ranking {
    vocabulary: Vocabulary,
    weights: Vec<f64>,
    average: f64,
    scores: Vec<f64>,
    /// The score of the examples on average.
    one: f64,
}

/// A word that speaks for a passage.
#[derive(Debug, Clone, PartialEq)]
pub struct Speaking {
    /// The word as it stands there first.
    pub word: String,
    /// Its part of the score, between 0 and 1.
    pub share: f64,
}

impl Likeness {
    /// Adds an example; all of them come before the first passage. What it counts for is relative to the others.
    pub fn example(&mut self, text: &str, counts_for: f64) {
        let bag = self.vocabulary.bag(text, Unknown::Learn);
        if bag.length > 0 {
            self.examples.push((bag, counts_for));
        }
    }

    /// Whether there is nothing to compare with.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.examples.is_empty()
    }

    /// Adds a passage; they are numbered in this order.
    pub fn passage(&mut self, text: &str) {
        let bag = self.vocabulary.bag(text, Unknown::Skip);
        self.passages.push(bag);
    }

    /// Weighs the terms and scores every passage.
    #[must_use]
    pub fn ranking(self) -> Ranking {
        let terms = self.vocabulary.len();
        let number = count(self.passages.len());
        let average = (self.passages.iter().map(|bag| f64::from(bag.length)).sum::<f64>() / number.max(1.0)).max(1.0);
        let (mut with, mut usual, mut wanted) = (vec![0.0; terms], vec![0.0; terms], vec![0.0; terms]);
        for bag in &self.passages {
            for (term, strength) in bag.strengths(average) {
                with[term] += 1.0;
                usual[term] += strength / number;
            }
        }
        let all: f64 = self.examples.iter().map(|(_, counts_for)| counts_for).sum();
        for (bag, counts_for) in &self.examples {
            for (term, strength) in bag.strengths(average) {
                wanted[term] += strength * counts_for / all;
            }
        }
        let weights: Vec<f64> = (0..terms)
            .map(|term| {
                let rarity = ((number + 1.0) / (with[term] + 0.5)).ln().max(0.0);
                rarity * rarity * (wanted[term] - usual[term]).max(0.0)
            })
            .collect();
        let score = |bag: &Bag| bag.strengths(average).map(|(term, strength)| weights[term] * strength).sum::<f64>();
        let scores = self.passages.iter().map(score).collect();
        let one = self.examples.iter().map(|(bag, counts_for)| score(bag) * counts_for / all).sum();
        Ranking { vocabulary: self.vocabulary, weights, average, scores, one }
    }
}

impl Ranking {
    /// The score of a passage; 1 is what the examples have on average, 0 is no likeness at all.
    #[must_use]
    pub fn score(&self, passage: usize) -> f64 {
        let score = self.scores.get(passage).copied().unwrap_or(0.0);
        if self.one > 0.0 { score / self.one } else { 0.0 }
    }

    /// The words that speak for a passage, the strongest first, and where they stand. A pair of words counts for both.
    pub fn speaking(&mut self, text: &str) -> (Vec<Speaking>, Vec<Span>) {
        let mut places: Vec<(Span, u32)> = Vec::new();
        let bag = self.vocabulary.bag_with(text, Unknown::Skip, |span, term| places.push((span, term)));
        let mut parts: FxHashMap<u32, f64> = FxHashMap::default();
        let mut whole = 0.0;
        for (term, strength) in bag.strengths(self.average) {
            let part = self.weights[term] * strength;
            whole += part;
            match self.vocabulary.words_of(term) {
                Term::Word(word) => *parts.entry(word).or_default() += part,
                Term::Pair(first, second) => {
                    *parts.entry(first).or_default() += part / 2.0;
                    *parts.entry(second).or_default() += part / 2.0;
                }
            }
        }
        let mut ranked: Vec<(u32, f64)> = parts.into_iter().filter(|(_, part)| *part > 0.0).collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let least = ranked.first().map_or(0.0, |(_, strongest)| strongest * STRONG);
        let shown: Vec<(u32, f64)> =
            ranked.into_iter().take(MOST_WORDS).take_while(|(_, part)| *part >= least).collect();
        let word_at = |word: u32| places.iter().find(|place| place.1 == word).map(|place| place.0.of(text).to_owned());
        let speaking = shown
            .iter()
            .filter_map(|(word, part)| Some(Speaking { word: word_at(*word)?, share: part / whole }))
            .collect();
        let marks = places.iter().filter(|place| shown.iter().any(|word| word.0 == place.1)).map(|place| place.0);
        (speaking, marks.collect())
    }
}

/// The terms of one text with how often each occurs, and how many words the text has.
#[derive(Debug, Clone, Default)]
struct Bag {
    length: u32,
    terms: Vec<(u32, u32)>,
}

impl Bag {
    fn strengths(&self, average: f64) -> impl Iterator<Item = (usize, f64)> + '_ {
        let damped = SATURATION * (1.0 - LENGTH + LENGTH * f64::from(self.length) / average);
        self.terms.iter().map(move |(term, often)| {
            let often = f64::from(*often);
            (*term as usize, often * (SATURATION + 1.0) / (often + damped))
        })
    }
}

/// What becomes of a term that is met for the first time.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unknown {
    Learn,
    Skip,
}

/// What a term is made of, by the numbers of the words.
#[derive(Debug, Clone, Copy)]
enum Term {
    Word(u32),
    Pair(u32, u32),
}

/// The terms of the examples.
#[derive(Debug, Default)]
struct Vocabulary {
    /// Terms that are words, by their likeliest lemma.
    words: FxHashMap<Box<str>, u32>,
    pairs: FxHashMap<(u32, u32), u32>,
    terms: Vec<Term>,
    /// Folded forms met since the last example, with the term that they are.
    forms: FxHashMap<Box<str>, Option<u32>>,
}

impl Vocabulary {
    fn len(&self) -> usize {
        self.terms.len()
    }

    fn words_of(&self, term: usize) -> Term {
        self.terms[term]
    }

    fn bag(&mut self, text: &str, unknown: Unknown) -> Bag {
        self.bag_with(text, unknown, |_, _| ())
    }

    /// Counts the terms of a text and tells where each word is that is one.
    fn bag_with(&mut self, text: &str, unknown: Unknown, mut seen: impl FnMut(Span, u32)) -> Bag {
        if unknown == Unknown::Learn {
            self.forms.clear();
        }
        let mut counts: FxHashMap<u32, u32> = FxHashMap::default();
        let mut length = 0;
        let mut before = None;
        for word in words(text) {
            length += 1;
            let term = self.word(&word.folded, unknown);
            if let Some(term) = term {
                seen(word.span, term);
                *counts.entry(term).or_default() += 1;
            }
            if let Some(pair) = before.zip(term).and_then(|pair| self.pair(pair, unknown)) {
                *counts.entry(pair).or_default() += 1;
            }
            before = term;
        }
        let mut terms: Vec<(u32, u32)> = counts.into_iter().collect();
        terms.sort_unstable();
        Bag { length, terms }
    }

    fn word(&mut self, folded: &str, unknown: Unknown) -> Option<u32> {
        if let Some(known) = self.forms.get(folded) {
            return *known;
        }
        let lemma = lemmas(folded).into_iter().next().unwrap_or_else(|| folded.to_owned());
        let term = match (self.words.get(lemma.as_str()), unknown) {
            (Some(term), _) => Some(*term),
            (None, Unknown::Skip) => None,
            (None, Unknown::Learn) => {
                let term = number(self.terms.len());
                self.terms.push(Term::Word(term));
                self.words.insert(lemma.into(), term);
                Some(term)
            }
        };
        self.forms.insert(folded.into(), term);
        term
    }

    fn pair(&mut self, pair: (u32, u32), unknown: Unknown) -> Option<u32> {
        match (self.pairs.get(&pair), unknown) {
            (Some(term), _) => Some(*term),
            (None, Unknown::Skip) => None,
            (None, Unknown::Learn) => {
                let term = number(self.terms.len());
                self.terms.push(Term::Pair(pair.0, pair.1));
                self.pairs.insert(pair, term);
                Some(term)
            }
        }
    }
}

/// A count in sums; exact far beyond any number of passages.
fn count(number: usize) -> f64 {
    u32::try_from(number).map_or(f64::from(u32::MAX), f64::from)
}

fn number(terms: usize) -> u32 {
    u32::try_from(terms).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PASSAGES: &[&str] = &[
        "Je hangt de vuile was niet buiten, zo’n dorp is dit.",
        "De buren helpen wel, maar vragen doe je niet.",
        "’s Avonds zit ik alleen in huis.",
        "De was doe ik zelf, op maandag.",
        "Wij hingen nooit iets buiten, dat deed je niet in een dorp.",
        "De coördinator kwam één keer, en toen nooit meer 🙂.",
        "",
    ];

    fn ranking(examples: &[(&str, f64)]) -> Ranking {
        let mut likeness = Likeness::default();
        for (text, counts_for) in examples {
            likeness.example(text, *counts_for);
        }
        for passage in PASSAGES {
            likeness.passage(passage);
        }
        likeness.ranking()
    }

    fn best(ranking: &Ranking) -> Vec<usize> {
        let mut order: Vec<usize> = (0..PASSAGES.len()).filter(|at| ranking.score(*at) > 0.0).collect();
        order.sort_by(|a, b| ranking.score(*b).total_cmp(&ranking.score(*a)));
        order
    }

    #[test]
    fn what_shares_rare_words_comes_first() {
        for (examples, first) in [
            (&["de vuile was hangt buiten"][..], 0),
            (&["buiten hangen, in zo'n dorp"], 0),
            (&["hun coördinatoren komen nooit"], 5),
            (&["COO\u{308}RDINATOR"], 5),
            (&["vraag het de buurvrouw", "vraag het de buren"], 1),
            (&["alleen ’s avonds"], 2),
        ] {
            let examples: Vec<(&str, f64)> = examples.iter().map(|text| (*text, 1.0)).collect();
            assert_eq!(best(&ranking(&examples)).first(), Some(&first), "{examples:?}");
        }
    }

    #[test]
    fn an_example_that_counts_more_weighs_more() {
        let of = |was, buren| best(&ranking(&[("de vuile was", was), ("vragen aan de buren", buren)]))[0];
        assert_eq!((of(3.0, 1.0), of(1.0, 3.0)), (0, 1));
    }

    #[test]
    fn nothing_shared_is_no_likeness() {
        for text in ["fietsenmaker", "…", "😊"] {
            assert_eq!(best(&ranking(&[(text, 1.0)])), [0_usize; 0], "{text}");
        }
        let mut empty = Likeness::default();
        empty.example(" … ", 1.0);
        assert!(empty.is_empty());
        assert!(Likeness::default().ranking().score(3).abs() < f64::EPSILON);
    }

    #[test]
    fn the_words_that_speak_are_those_of_the_passage() {
        let mut ranking = ranking(&[("vuile ramen hingen buiten", 1.0)]);
        let (words, marks) = ranking.speaking(PASSAGES[0]);
        let shown: Vec<&str> = words.iter().map(|speaking| speaking.word.as_str()).collect();
        assert_eq!(shown, ["vuile", "hangt", "buiten"], "hingen is a form of the same word as hangt");
        assert!(words.windows(2).all(|pair| pair[0].share >= pair[1].share));
        assert!(words.iter().map(|speaking| speaking.share).sum::<f64>() <= 1.0 + 1e-9);
        let marked: Vec<&str> = marks.into_iter().map(|span| span.of(PASSAGES[0])).collect();
        assert_eq!(marked, ["hangt", "vuile", "buiten"]);
        assert_eq!(ranking.speaking(""), (Vec::new(), Vec::new()));
    }

    #[test]
    fn weights_follow_the_formula() {
        // Two passages of two words; the example has "water" once in two words, so its strength is 1 everywhere.
        let mut likeness = Likeness::default();
        likeness.example("water halen", 1.0);
        likeness.passage("water halen");
        likeness.passage("iets anders");
        let ranking = likeness.ranking();
        // Each of "water", "halen" and the pair: rarity ln(3 / 1.5), strength 1 in the example and ½ on average.
        let each = 2.0_f64.ln().powi(2) * 0.5;
        assert!((ranking.scores[0] - 3.0 * each).abs() < 1e-12, "{}", ranking.scores[0]);
        assert!((ranking.score(0) - 1.0).abs() < 1e-12);
        assert!(ranking.score(1).abs() < 1e-12);
    }
}
