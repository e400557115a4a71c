//! Writes one transcript: turns of `Interviewer:` and `Resp N:` in turn, a blank line between them, long turns in
//! paragraphs. While writing it keeps where every word stands, so that codings can be cut at words without reading the
//! text again. Places are Unicode code points, half-open, and never touch a label or the punctuation around a word.

use crate::words::Lexicon;
use rand::Rng;
use rand::seq::IndexedRandom;
use std::borrow::Cow;
use std::ops::Range;

const ANSWERS: &[&str] = &["ja", "nee", "hmm", "precies", "oké", "klopt", "zeker", "tja", "hè"];
const CONJUNCTIONS: &[&str] = &["maar", "want", "dus", "en", "omdat", "terwijl", "hè", "of"];
const SUBJECTS: &[&str] = &["hij", "ze", "iedereen", "niemand", "mijn moeder", "de gemeente", "het netwerk"];
const OPENINGS: &[&str] = &[
    "op een gegeven moment",
    "in ieder geval",
    "aan de ene kant",
    "aan de andere kant",
    "wat mij betreft",
    "'s avonds",
    "'s morgens",
    "af en toe",
    "in het begin",
    "voor mijn gevoel",
    "met de vuile was",
    "zonder hulp te vragen",
    "om de regie te houden",
    "achteraf gezien",
];
const QUESTIONS: &[&str] = &[
    "hoe ging dat",
    "kun je daar iets over vertellen",
    "wat betekent dat voor",
    "waarom is",
    "en hoe was dat met",
    "wie heeft er toen",
    "wat vond je van",
];
const LONGEST_TURN: usize = 200;
/// Words after which a turn that goes on gets a new paragraph.
const PARAGRAPH: usize = 70;
/// How many content words of a conversation stay in mind and come back.
const IN_MIND: usize = 60;

/// A transcript and where its words stand.
pub(crate) struct Transcript {
    /// The whole text.
    pub(crate) text: String,
    /// The words of all turns.
    pub(crate) words: Vec<Range<u32>>,
    /// The turns, as ranges of `words`.
    pub(crate) turns: Vec<Turn>,
}

/// One turn.
pub(crate) struct Turn {
    /// Who speaks.
    pub(crate) speaker: Speaker,
    /// Which of the transcript's words.
    pub(crate) words: Range<usize>,
}

/// Who speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Speaker {
    /// Asks.
    Interviewer,
    /// Answers.
    Respondent,
}

/// Writes a transcript of exactly this many words, labels not counted.
pub(crate) fn write(lexicon: &Lexicon, respondent: &str, words: usize, rng: &mut impl Rng) -> Transcript {
    let transcript =
        Transcript { text: String::with_capacity(words * 8), words: Vec::with_capacity(words), turns: vec![] };
    let mut writer = Writer { lexicon, rng, transcript, position: 0, in_mind: Vec::with_capacity(IN_MIND) };
    let mut speaker = Speaker::Interviewer;
    while writer.transcript.words.len() < words {
        if !writer.transcript.turns.is_empty() {
            writer.push("\n\n");
        }
        let mean = if speaker == Speaker::Interviewer { 14 } else { 60 };
        let left = words - writer.transcript.words.len();
        let length = 1 + (1..LONGEST_TURN.min(left)).take_while(|_| !writer.rng.random_ratio(1, mean)).count();
        let label = if speaker == Speaker::Interviewer { "Interviewer" } else { respondent };
        writer.push(label);
        writer.push(": ");
        writer.turn(speaker, length);
        speaker = if speaker == Speaker::Interviewer { Speaker::Respondent } else { Speaker::Interviewer };
    }
    writer.push("\n");
    writer.transcript
}

struct Writer<'a, R> {
    lexicon: &'a Lexicon,
    rng: &'a mut R,
    transcript: Transcript,
    /// Code points written so far.
    position: u32,
    in_mind: Vec<usize>,
}

impl<'a, R: Rng> Writer<'a, R> {
    fn push(&mut self, text: &str) {
        self.transcript.text.push_str(text);
        self.position = text.chars().fold(self.position, |position, _| position + 1);
    }

    fn turn(&mut self, speaker: Speaker, length: usize) {
        let first = self.transcript.words.len();
        let (mut left, mut in_paragraph) = (length, 0);
        while left > 0 {
            if left < length {
                let new_paragraph = in_paragraph >= PARAGRAPH && left > 10;
                self.push(if new_paragraph { "\n\n" } else { " " });
                in_paragraph = if new_paragraph { 0 } else { in_paragraph };
            }
            // Two draws: most sentences are short, and the longest are rare.
            let wished = 3 + self.rng.random_range(0..=13) + self.rng.random_range(0..=9);
            let words = if left <= 25 && left < wished + 3 { left } else { wished.min(left - 3) };
            let sentence = self.compose(speaker, words);
            self.write_sentence(speaker, &sentence);
            left -= sentence.len();
            in_paragraph += sentence.len();
        }
        self.transcript.turns.push(Turn { speaker, words: first..self.transcript.words.len() });
    }

    /// The words of a sentence.
    fn compose(&mut self, speaker: Speaker, length: usize) -> Vec<Cow<'a, str>> {
        let mut words: Vec<Cow<'a, str>> = Vec::with_capacity(length);
        if length < 3 {
            words.extend((0..length).filter_map(|_| ANSWERS.choose(self.rng)).map(|&word| Cow::from(word)));
            return words;
        }
        let (openings, chance) = if speaker == Speaker::Interviewer { (QUESTIONS, 3) } else { (OPENINGS, 12) };
        if let Some(opening) = openings.choose(self.rng).filter(|_| self.rng.random_ratio(1, chance)) {
            words.extend(opening.split(' ').map(Cow::from).take(length - 1));
        }
        let mut end = None;
        if length >= words.len() + 6 && self.rng.random_ratio(1, 7) {
            let (finite, particle) = self.lexicon.draw_separable(self.rng);
            let subject = SUBJECTS.choose(self.rng).copied().unwrap_or("ze");
            words.extend(subject.split(' ').chain([finite]).map(Cow::from));
            end = Some(Cow::from(particle));
        }
        let open = length - usize::from(end.is_some());
        while words.len() < open {
            let last = words.len() + 1 == length;
            let word = self.next_word(words.last().map(Cow::as_ref), last);
            words.push(word);
        }
        words.extend(end);
        words
    }

    /// A word that can follow the one before it; no sentence ends with a function word.
    fn next_word(&mut self, before: Option<&str>, last: bool) -> Cow<'a, str> {
        let content = last || before.is_some_and(Lexicon::wants_content);
        let mut rank = if content { self.lexicon.draw_content(self.rng) } else { self.lexicon.draw(self.rng) };
        if self.lexicon.is_content(rank) {
            if self.rng.random_ratio(1, 90) {
                return Cow::from(self.lexicon.draw_compound(self.rng));
            }
            rank = self.recall(rank);
        }
        let word = self.lexicon.word(rank);
        // Nobody says "de de": another draw is nearly always another word.
        if before == Some(word) {
            Cow::from(self.lexicon.word(self.lexicon.draw_content(self.rng)))
        } else {
            Cow::from(word)
        }
    }

    /// Now and then a content word that was said before instead of a new one: a conversation has its subjects.
    fn recall(&mut self, rank: usize) -> usize {
        if self.in_mind.len() < IN_MIND {
            self.in_mind.push(rank);
            return rank;
        }
        let place = self.rng.random_range(0..IN_MIND);
        if self.rng.random_ratio(1, 6) {
            return self.in_mind[place];
        }
        self.in_mind[place] = rank;
        rank
    }

    /// Writes the words with capital and punctuation.
    fn write_sentence(&mut self, speaker: Speaker, sentence: &[Cow<'a, str>]) {
        let mut capital = true;
        let mut since_comma = 0;
        for (place, word) in sentence.iter().enumerate() {
            if place > 0 {
                self.push(" ");
            }
            let start = self.position;
            // In "'s Avonds" the capital is that of the second word.
            if capital && !word.starts_with('\'') {
                self.push(&capitalised(word));
                capital = false;
            } else {
                self.push(word);
            }
            self.transcript.words.push(start..self.position);
            since_comma += 1;
            let next = sentence.get(place + 1).map(Cow::as_ref);
            let chance = if next.is_some_and(|word| CONJUNCTIONS.contains(&word)) { 2 } else { 12 };
            if since_comma >= 3 && place + 2 < sentence.len() && self.rng.random_ratio(1, chance) {
                self.push(",");
                since_comma = 0;
            }
        }
        let questions = if speaker == Speaker::Interviewer { 50 } else { 6 };
        let end = match self.rng.random_range(0..100) {
            draw if draw < questions => "?",
            94..=97 => "…",
            98.. => "!",
            _ => ".",
        };
        self.push(end);
    }
}

/// The word with a capital; a Dutch *ij* is one letter.
fn capitalised(word: &str) -> String {
    if let Some(rest) = word.strip_prefix("ij") {
        return format!("IJ{rest}");
    }
    let mut characters = word.chars();
    characters.next().into_iter().flat_map(char::to_uppercase).chain(characters).collect()
}

#[cfg(test)]
mod tests {
    use super::capitalised;

    #[test]
    fn capitals_are_dutch() {
        for (word, expected) in [("ik", "Ik"), ("ijzer", "IJzer"), ("één", "Één"), ("zo'n", "Zo'n"), ("", "")] {
            assert_eq!(capitalised(word), expected);
        }
    }
}
