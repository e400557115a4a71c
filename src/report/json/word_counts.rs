//! Counted words as JSON: the words of a count, or of a comparison, with the sizes that rates are out of.

use crate::analysis::{Keyness, Lean, per_million};
use crate::project::{ComparedWords, CountedWords};
use crate::report::word_tables::Shown;
use crate::search::{Spread, WordCount};
use serde::Serialize;

/// A count of words.
#[derive(Debug, Serialize)]
pub struct WordsJson<'w> {
    words: u64,
    transcripts: usize,
    cases: usize,
    groups: Vec<GroupJson<'w>>,
    total: usize,
    lemmas: Vec<LemmaJson<'w>>,
}

#[derive(Debug, Serialize)]
struct GroupJson<'w> {
    name: &'w str,
    words: u64,
    transcripts: usize,
    cases: usize,
}

#[derive(Debug, Serialize)]
struct LemmaJson<'w> {
    lemma: &'w str,
    #[serde(flatten)]
    all: SpreadJson,
    forms: Vec<FormJson<'w>>,
    groups: Vec<SpreadJson>,
}

#[derive(Debug, Serialize)]
struct FormJson<'w> {
    form: &'w str,
    count: u64,
}

#[derive(Debug, Serialize)]
struct SpreadJson {
    count: u64,
    per_million: Option<f64>,
    transcripts: usize,
    cases: usize,
}

/// A comparison of words.
#[derive(Debug, Serialize)]
pub struct KeynessJson<'w> {
    part: GroupSize,
    rest: GroupSize,
    total: usize,
    keyness: Vec<KeyJson<'w>>,
}

#[derive(Debug, Serialize)]
struct GroupSize {
    words: u64,
    transcripts: usize,
    cases: usize,
}

#[derive(Debug, Serialize)]
struct KeyJson<'w> {
    lemma: &'w str,
    #[serde(rename = "use")]
    lean: &'static str,
    log_likelihood: f64,
    log_ratio: f64,
    bic: f64,
    part: SpreadJson,
    rest: SpreadJson,
    forms: Vec<FormJson<'w>>,
}

/// The JSON of a count; `total` is how many words occur often enough.
#[must_use]
pub fn words<'w>(counted: &'w CountedWords, shown: Shown) -> WordsJson<'w> {
    let counts = &counted.counts;
    let of_word: fn(&WordCount) -> &WordCount = |word| word;
    let lemma = |word: &'w WordCount| LemmaJson {
        lemma: &word.lemma,
        all: spread(word.all, counts.all),
        forms: forms(word),
        groups: word.groups.iter().zip(&counts.groups).map(|(own, group)| spread(*own, *group)).collect(),
    };
    let group = |(name, group): (&'w String, &Spread)| GroupJson {
        name,
        words: group.words,
        transcripts: group.texts,
        cases: group.cases,
    };
    WordsJson {
        words: counts.all.words,
        transcripts: counts.all.texts,
        cases: counts.all.cases,
        groups: counted.groups.iter().zip(&counts.groups).map(group).collect(),
        total: shown.often_enough(&counts.words, of_word).count(),
        lemmas: shown.of(&counts.words, of_word).map(lemma).collect(),
    }
}

/// The JSON of a comparison; `total` is how many words occur often enough.
#[must_use]
pub fn keyness(compared: &ComparedWords, shown: Shown) -> KeynessJson<'_> {
    let size = |all: Spread| GroupSize { words: all.words, transcripts: all.texts, cases: all.cases };
    let lines = shown.of(&compared.words, |line| &line.word).map(|line| {
        let Keyness { lean, log_likelihood, log_ratio, bic } = line.keyness;
        let side = |group: usize, all: Spread| spread(line.word.groups.get(group).copied().unwrap_or_default(), all);
        KeyJson {
            lemma: &line.word.lemma,
            lean: match lean {
                Lean::Over => "over",
                Lean::Under => "under",
                Lean::Even => "even",
            },
            log_likelihood,
            log_ratio,
            bic,
            part: side(0, compared.part),
            rest: side(1, compared.rest),
            forms: forms(&line.word),
        }
    });
    KeynessJson {
        part: size(compared.part),
        rest: size(compared.rest),
        total: shown.often_enough(&compared.words, |line| &line.word).count(),
        keyness: lines.collect(),
    }
}

fn forms(word: &WordCount) -> Vec<FormJson<'_>> {
    word.forms.iter().map(|(form, count)| FormJson { form, count: *count }).collect()
}

fn spread(own: Spread, all: Spread) -> SpreadJson {
    let per_million = per_million(own.words, all.words);
    SpreadJson { count: own.words, per_million, transcripts: own.texts, cases: own.cases }
}
