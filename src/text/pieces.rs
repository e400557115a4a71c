//! Cuts a text into words, white space and marks, without losing a byte: the grain in which a correction is compared and
//! a report text is checked. Dutch words stay whole: `zo'n`, `auto’s`, `’s` in `’s avonds`, `ex-man`, `2,5`, and letters
//! with loose accents. Each white-space character is a piece of its own, so that an extra blank line is just that; a mark
//! is one grapheme, so that an emoji is never cut.

use crate::text::typography::is_apostrophe;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

/// What a piece is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters and digits, with what holds them together.
    Word,
    /// One white-space character.
    Space,
    /// Punctuation, a symbol, an emoji.
    Mark,
}

/// A piece of a text, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) kind: Kind,
}

impl Piece {
    /// What the piece says.
    pub(crate) fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or_default()
    }

    /// Whether it is a word.
    pub(crate) fn is_word(self) -> bool {
        self.kind == Kind::Word
    }
}

/// The pieces of a text, one after the other.
pub(crate) fn pieces(text: &str) -> Vec<Piece> {
    let mut found = Vec::with_capacity(text.len() / 3);
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let (len, kind) = if is_word_char(first) {
            (word_len(&text[at..]), Kind::Word)
        } else if let Some(len) = clitic_len(&text[at..]) {
            (len, Kind::Word)
        } else if first.is_whitespace() {
            (first.len_utf8(), Kind::Space)
        } else {
            (text[at..].graphemes(true).next().map_or(first.len_utf8(), str::len), Kind::Mark)
        };
        found.push(Piece { start: narrow(at), end: narrow(at + len), kind });
        at += len;
    }
    found
}

/// Letters, digits and the accents that follow them.
pub(crate) fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || (!c.is_ascii() && is_combining_mark(c))
}

/// Whether `text` holds a letter or digit.
pub(crate) fn has_word(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// How many words a text counts.
pub(crate) fn word_count(text: &str) -> usize {
    pieces(text).iter().filter(|piece| piece.is_word()).count()
}

/// Whether a word is cut in two at byte `at`.
pub(crate) fn cuts_word(text: &str, at: usize) -> bool {
    let (Some(before), Some(after)) = (text.get(..at), text.get(at..)) else { return false };
    let (mut before, mut after) = (before.chars().rev(), after.chars());
    let (Some(left), Some(right)) = (before.next(), after.next()) else { return false };
    match (is_word_char(left), is_word_char(right)) {
        (true, true) => true,
        (true, false) => after.next().is_some_and(|next| is_word_char(next) && fits(right, left, next)),
        (false, true) => before.next().is_some_and(|previous| is_word_char(previous) && fits(left, previous, right)),
        (false, false) => false,
    }
}

fn word_len(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    let mut previous = ' ';
    while let Some((at, c)) = chars.next() {
        let inside =
            is_word_char(c) || chars.peek().is_some_and(|&(_, next)| is_word_char(next) && fits(c, previous, next));
        if !inside {
            return at;
        }
        previous = c;
    }
    text.len()
}

/// Whether `c` holds the two word characters around it together.
fn fits(c: char, previous: char, next: char) -> bool {
    match c {
        '-' | '\u{2010}' | '\u{2011}' => true,
        '.' | ',' => previous.is_ascii_digit() && next.is_ascii_digit(),
        _ => is_apostrophe(c),
    }
}

/// The length of `’s`, `'t`, `'n`, `'ns`: an apostrophe and what is left of a short word.
fn clitic_len(text: &str) -> Option<usize> {
    let mut chars = text.chars();
    let mark = chars.next().filter(|c| is_apostrophe(*c))?;
    let rest = chars.as_str();
    let word = &rest[..word_len(rest)];
    let short = word == "ns" || (word.chars().count() == 1 && has_word(word));
    short.then(|| mark.len_utf8() + word.len())
}

fn narrow(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dutch_words_stay_whole() {
        let cases: [(&str, &[&str]); 9] = [
            ("zo'n auto’s", &["zo'n", " ", "auto’s"]),
            ("’s avonds", &["’s", " ", "avonds"]),
            ("ik heb 't.", &["ik", " ", "heb", " ", "'t", "."]),
            ("'kom hier'", &["'", "kom", " ", "hier", "'"]),
            ("ex-man – 2,5", &["ex-man", " ", "–", " ", "2,5"]),
            ("Zoe\u{308}, ja", &["Zoe\u{308}", ",", " ", "ja"]),
            ("a\r\n\n👩‍👧 b", &["a", "\r", "\n", "\n", "👩‍👧", " ", "b"]),
            ("ja...", &["ja", ".", ".", "."]),
            ("", &[]),
        ];
        for (text, expected) in cases {
            let found: Vec<&str> = pieces(text).into_iter().map(|piece| piece.of(text)).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn knows_where_a_word_is_cut() {
        let cases =
            [("zo'n", 2, true), ("zo'n", 3, true), ("de hond", 2, false), ("hond.", 4, false), ("hond", 2, true)];
        for (text, at, cut) in cases {
            assert_eq!(cuts_word(text, at), cut, "{text} {at}");
        }
    }
}
