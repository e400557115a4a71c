//! Draws the questions from a sample of the transcripts, so that nothing is picked by hand: words by the share of turns
//! in which they occur, phrases and neighbours as they were said. The seed is fixed; the same study gives the same
//! questions.

use super::Outcome;
use super::question::{Asked, Kind, Question};
use codeboom::model::Span;
use codeboom::text::words::words;
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use rustc_hash::{FxHashMap, FxHashSet};

/// Questions of each kind.
const OF_EACH_KIND: usize = 8;
/// Turns of each transcript of the sample from which phrases come.
const TURNS: usize = 20;

/// How common a word is: in more than this share of the turns, and in no more than that.
type Class = (f64, f64);
const IN_MOST: Class = (0.05, 1.0);
const COMMON: Class = (0.005, 0.05);
const MIDDLING: Class = (0.0005, 0.005);
const RARE: Class = (0.000_02, 0.0005);

/// What has been seen of the texts.
pub(crate) struct Sample {
    random: ChaCha8Rng,
    turns: u32,
    /// In how many turns each word stands.
    counts: FxHashMap<String, u32>,
    /// Words in a row, as said.
    rows: Vec<Vec<String>>,
    /// Two longer words near each other, as said.
    neighbours: Vec<(String, String)>,
}

impl Sample {
    pub(crate) fn new() -> Self {
        Self {
            random: ChaCha8Rng::seed_from_u64(1),
            turns: 0,
            counts: FxHashMap::default(),
            rows: Vec::new(),
            neighbours: Vec::new(),
        }
    }

    /// Takes a transcript into the sample.
    pub(crate) fn take(&mut self, text: &str, turns: &[Span]) {
        let cut = |turn: &Span| -> Vec<String> { words(turn.of(text)).map(|word| word.folded.into_owned()).collect() };
        for turn in turns {
            self.turns += 1;
            let distinct: FxHashSet<String> = cut(turn).into_iter().filter(|word| is_plain(word)).collect();
            for word in distinct {
                *self.counts.entry(word).or_default() += 1;
            }
        }
        for _ in 0..TURNS {
            if let Some(turn) = turns.choose(&mut self.random) {
                self.listen(&cut(turn));
            }
        }
    }

    /// Keeps a row and two neighbours of a turn, beyond the label.
    fn listen(&mut self, words: &[String]) {
        if words.len() < 12 {
            return;
        }
        let at = self.random.random_range(2..words.len() - 8);
        let length = self.random.random_range(2..=3);
        let row = &words[at..at + length];
        if row.iter().all(|word| is_plain(word)) {
            self.rows.push(row.to_vec());
        }
        let (one, other) = (&words[at], &words[at + self.random.random_range(2..=5)]);
        if one != other && [one, other].iter().all(|word| is_plain(word) && word.len() > 3) {
            self.neighbours.push((one.clone(), other.clone()));
        }
    }

    /// The questions.
    pub(crate) fn questions(mut self) -> Outcome<Vec<Question>> {
        let mut sorted: Vec<(&String, f64)> =
            self.counts.iter().map(|(word, count)| (word, f64::from(*count) / f64::from(self.turns))).collect();
        sorted.sort_by_key(|(word, _)| *word);
        let random = &mut self.random;
        let mut word = |(above, most): Class, letters: usize| -> Outcome<String> {
            let fit: Vec<&String> = sorted
                .iter()
                .filter(|(word, share)| *share > above && *share <= most && word.len() >= letters)
                .map(|(word, _)| *word)
                .collect();
            let drawn = fit.choose(random).ok_or("the texts are too short to draw questions from")?;
            Ok((*drawn).clone())
        };
        let mut questions = Vec::new();
        let mut add = |kind, asked| questions.push(Question { kind, asked });
        for number in 0..OF_EACH_KIND {
            let class = [IN_MOST, COMMON, MIDDLING, RARE][number % 4];
            let content = [COMMON, MIDDLING, MIDDLING, RARE][number % 4];
            add(Kind::Term, Asked::Word(word(class, 2)?));
            add(Kind::Broad, Asked::Word(word(content, 4)?));
            add(Kind::Inside, Asked::Word(word(content, 4)?));
            add(
                Kind::Boolean,
                match number % 2 {
                    0 => Asked::Both(word(COMMON, 3)?, word(class, 3)?),
                    _ => Asked::EitherWithout(word(COMMON, 3)?, word(MIDDLING, 3)?, word(IN_MOST, 2)?),
                },
            );
            add(
                Kind::Filters,
                match number % 2 {
                    0 => Asked::OfRole(word(COMMON, 3)?, number / 2),
                    _ => Asked::OfCases(word(class, 3)?, number),
                },
            );
            add(Kind::Fuzzy, Asked::Like(word(content, 5)?));
            let long = word(content, 6)?;
            add(
                Kind::Regex,
                match number % 2 {
                    0 => Asked::Shape(long[..2].to_owned(), long[long.len() - 2..].to_owned()),
                    _ => Asked::Shape(String::new(), long[long.len() - 4..].to_owned()),
                },
            );
            add(Kind::Prefix, Asked::Start(word(content, 6)?[..3 + number % 3].to_owned()));
            add(Kind::OneLetter, Asked::Start(word(content, 2)?[..1].to_owned()));
        }
        for row in self.rows.choose_multiple(random, OF_EACH_KIND) {
            add(Kind::Phrase, Asked::Row(row.clone()));
            add(Kind::LemmaPhrase, Asked::Row(row.clone()));
        }
        for (one, other) in self.neighbours.choose_multiple(random, OF_EACH_KIND) {
            add(Kind::Near, Asked::Close(one.clone(), other.clone()));
        }
        Ok(questions)
    }
}

/// Letters only: every contestant cuts and writes such a word in the same way.
fn is_plain(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase())
}
