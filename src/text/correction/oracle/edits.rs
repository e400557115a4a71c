//! Random interviews that sound a little Dutch, with sentences that recur, and random corrections of them that keep a
//! record of where every character came from.

use crate::model::Span;
use crate::text::pieces::{cuts_word, pieces};
use std::collections::HashSet;

const WORDS: [&str; 48] = [
    "ja",
    "nee",
    "ik",
    "ik",
    "je",
    "hij",
    "zij",
    "we",
    "de",
    "de",
    "het",
    "een",
    "en",
    "en",
    "maar",
    "dat",
    "dat",
    "niet",
    "wel",
    "ook",
    "toen",
    "dan",
    "nou",
    "eh",
    "weet",
    "heb",
    "had",
    "was",
    "is",
    "ging",
    "zo'n",
    "’s",
    "'t",
    "auto’s",
    "moeder",
    "zus",
    "buurvrouw",
    "Zoë",
    "huis",
    "tehuis",
    "dokter",
    "belde",
    "thuis",
    "altijd",
    "nooit",
    "avonds",
    "👍",
    "koffie",
];

/// A small generator of numbers; the same seed gives the same interview.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % sides.max(1) as u64).expect("smaller than a usize")
    }

    fn words(&mut self, most: usize) -> String {
        let count = 1 + self.roll(most);
        (0..count).map(|_| WORDS[self.roll(WORDS.len())]).collect::<Vec<_>>().join(" ")
    }

    pub(super) fn interview(&mut self, turns: usize) -> String {
        let mut said: Vec<String> = Vec::new();
        let mut text = String::new();
        for turn in 0..turns {
            text.push_str(if turn % 2 == 0 { "Interviewer: " } else { "Resp 1: " });
            for _ in 0..=self.roll(5) {
                let again = !said.is_empty() && self.roll(7) == 0;
                let sentence = if again {
                    said[self.roll(said.len())].clone()
                } else {
                    self.words(12) + [".", "?", "…", "."][self.roll(4)]
                };
                text.push_str(&sentence);
                text.push(' ');
                said.push(sentence);
            }
            text.pop();
            text.push_str("\n\n");
        }
        text
    }
}

/// A text in which every character knows its place in the old text.
#[derive(Clone)]
pub(super) struct Traced(Vec<(char, Option<usize>, Option<usize>)>);

impl Traced {
    pub(super) fn new(text: &str) -> Self {
        Self(text.char_indices().map(|(at, c)| (c, Some(at), Some(at))).collect())
    }

    pub(super) fn text(&self) -> String {
        self.0.iter().map(|(c, ..)| c).collect()
    }

    /// Pieces as ranges of characters.
    fn pieces(&self, wanted: impl Fn(&str) -> bool) -> Vec<(usize, usize)> {
        let text = self.text();
        let char_at = |byte: u32| text[..byte as usize].chars().count();
        pieces(&text)
            .iter()
            .filter(|piece| wanted(piece.of(&text)))
            .map(|piece| (char_at(piece.start), char_at(piece.end)))
            .collect()
    }

    fn put(&mut self, at: usize, words: &str) {
        self.0.splice(at..at, words.chars().map(|c| (c, None, None)));
    }

    /// Sentences or paragraphs as ranges of characters.
    fn parts(&self, ends: &[char]) -> Vec<(usize, usize)> {
        let mut start = 0;
        let mut found = Vec::new();
        for (at, (c, ..)) in self.0.iter().enumerate() {
            if ends.contains(c) {
                found.push((start, at + 1));
                start = at + 1;
            }
        }
        found.retain(|(start, end)| self.0[*start..*end].iter().any(|(c, ..)| c.is_alphabetic()));
        found
    }

    /// One edit, and its name.
    pub(super) fn edit(&mut self, dice: &mut Dice) -> &'static str {
        let words = self.pieces(|piece| piece.chars().any(char::is_alphanumeric));
        if words.len() < 2 {
            self.put(0, "ja ");
            return "put in front";
        }
        let first = dice.roll(words.len());
        let last = (first + dice.roll(6)).min(words.len() - 1);
        let (start, end) = (words[first].0, words[last].1);
        match dice.roll(10) {
            0 | 1 => {
                let inserted = dice.words(4) + " ";
                self.put(start, &inserted);
                "insert"
            }
            2 => {
                let until = self.0.get(end).map_or(end, |(c, ..)| end + usize::from(*c == ' '));
                self.0.drain(start..until);
                "delete"
            }
            3 => {
                let was: String = self.0[start..end].iter().map(|(c, ..)| *c).collect();
                let now = dice.words(5);
                // A word that comes back at the edge was not replaced.
                let edges = |text: &str| {
                    let words: Vec<_> = pieces(text)
                        .into_iter()
                        .filter(|piece| piece.is_word())
                        .map(|piece| piece.of(text).to_owned())
                        .collect();
                    (words.first().cloned(), words.last().cloned())
                };
                let (before, after) = (edges(&was), edges(&now));
                if before.0 == after.0 || before.1 == after.1 {
                    return self.edit(dice);
                }
                self.0.drain(start..end);
                self.put(start, &now);
                "replace"
            }
            4 => {
                let parts = self.parts(&['.', '?', '…']);
                let (from, to) = parts[dice.roll(parts.len().max(1)).min(parts.len().saturating_sub(1))..]
                    .first()
                    .copied()
                    .unwrap_or((0, 0));
                let copy: Vec<_> = self.0[from..to].iter().map(|(c, _, copied)| (*c, None, *copied)).collect();
                let onto = parts.get(dice.roll(parts.len().max(1))).map_or(0, |part| part.1);
                self.0.splice(onto..onto, copy);
                "duplicate a sentence"
            }
            5 => {
                let parts = self.parts(&['\n']);
                let (one, two) = (dice.roll(parts.len().max(1)), dice.roll(parts.len().max(1)));
                let (Some(&first), Some(&second)) = (parts.get(one.min(two)), parts.get(one.max(two))) else {
                    return "nothing";
                };
                if first != second {
                    let later = self.0[second.0..second.1].to_vec();
                    let earlier = self.0[first.0..first.1].to_vec();
                    self.0.splice(second.0..second.1, earlier);
                    self.0.splice(first.0..first.1, later);
                }
                "swap paragraphs"
            }
            6 => {
                let spaces = self.pieces(|piece| piece.trim().is_empty());
                let (at, _) = spaces[dice.roll(spaces.len())];
                self.0.splice(at..=at, [('\n', None, None)]);
                "white space"
            }
            7 => {
                let at = words[first].0 + dice.roll(words[first].1 - words[first].0);
                self.0.remove(at);
                "delete a letter"
            }
            8 => {
                let at = words[first].0 + dice.roll(words[first].1 - words[first].0 + 1);
                self.put(at, ["s", "en", "-", "x"][dice.roll(4)]);
                "insert a letter"
            }
            _ => {
                let parts = self.parts(&['.', '?', '…']);
                if let Some(&(from, to)) = parts.get(dice.roll(parts.len().max(1))) {
                    self.0.drain(from..to);
                }
                "delete a sentence"
            }
        }
    }

    /// Where the fragment truly stands, when nobody touched it.
    pub(super) fn untouched(&self, old: &str, new: &str, span: Span) -> Option<Span> {
        let first = self.0.iter().position(|(_, from, _)| *from == Some(span.start as usize))?;
        let quote = span.of(old);
        let kept = &self.0.get(first..first + quote.chars().count())?;
        let same =
            quote.char_indices().zip(*kept).all(|((at, _), (_, from, _))| *from == Some(span.start as usize + at));
        let start: usize = self.0[..first].iter().map(|(c, ..)| c.len_utf8()).sum();
        let at = Span::new(start, start + quote.len());
        let joined = cuts_word(new, start) && !cuts_word(old, span.start as usize)
            || cuts_word(new, start + quote.len()) && !cuts_word(old, span.end as usize);
        (same && !joined).then_some(at)
    }

    /// Whether most of the fragment's letters survived.
    pub(super) fn mostly_stands(&self, old: &str, span: Span) -> bool {
        let letters: HashSet<usize> = span
            .of(old)
            .char_indices()
            .filter(|(_, c)| c.is_alphanumeric())
            .map(|(at, _)| span.start as usize + at)
            .collect();
        let kept = self.0.iter().filter(|(_, from, _)| from.is_some_and(|from| letters.contains(&from))).count();
        kept * 10 > letters.len() * 7
    }

    /// Whether a letter of the fragment truly stands where the moved fragment has it.
    pub(super) fn anchored(&self, span: Span, at: Span) -> bool {
        let mut byte = 0usize;
        self.0.iter().any(|(c, _, from)| {
            let here = byte;
            byte += c.len_utf8();
            c.is_alphanumeric()
                && from.is_some_and(|from| {
                    (span.start as usize..span.end as usize).contains(&from)
                        && from + at.start as usize == here + span.start as usize
                })
        })
    }
}

pub(super) fn fragments(text: &str, dice: &mut Dice) -> Vec<Span> {
    let pieces = pieces(text);
    let words: Vec<_> = pieces.iter().filter(|piece| piece.is_word()).collect();
    let mut found: Vec<Span> = (0..14)
        .map(|_| {
            let first = dice.roll(words.len());
            let last = (first + dice.roll(9)).min(words.len() - 1);
            Span { start: words[first].start, end: words[last].end }
        })
        .collect();
    let sentences = Traced::new(text).parts(&['.', '?', '…']);
    let byte = |at: usize| text.char_indices().nth(at).map_or(text.len(), |(byte, _)| byte);
    for _ in 0..4 {
        let (start, end) = sentences[dice.roll(sentences.len())];
        let (start, end) = (byte(start), byte(end));
        let lead = text[start..end].len() - text[start..end].trim_start().len();
        found.push(Span::new(start + lead, end));
    }
    found
}
