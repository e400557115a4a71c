//! Cuts a text into the words that search knows. A word is a run of letters and digits with the apostrophes inside it
//! (`zo'n`, `auto's`); a clitic keeps the apostrophe in front (`'t`, `'s`, `m'n`). Everything else parts words: a hyphen
//! too, so that `EK-c`, `zee-eend` and `Van Dijk-Snel` are two or three words in a row, found both as typed and by their
//! parts, and so do the dots of `o.a.` and of `kwam.Toen`. Numbers are words; punctuation and emoji are none.
//!
//! A text in, words with their places out. The index, the marks on a hit and a typed query all cut with this function,
//! which is why they agree.

use super::fold::{fold, is_apostrophe, leaves_no_trace};
use crate::model::Span;
use std::borrow::Cow;
use unicode_normalization::char::is_combining_mark;

/// Bytes of a word that count; the rest of a longer run is not looked at.
const LONGEST_WORD: usize = 240;

/// Words that are written with an apostrophe in front: `'t`, `'s`, `'n`, `'k`, `'m`, `'r`, `'ns`. Any other apostrophe
/// in front is a quotation mark.
const CLITICS: &[&str] = &["t", "s", "n", "k", "m", "r", "ns"];

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word<'t> {
    /// Where it stands.
    pub span: Span,
    /// The form in which it is compared, see [`fold`].
    pub folded: Cow<'t, str>,
}

/// The words of a text, in order.
pub fn words(text: &str) -> impl Iterator<Item = Word<'_>> {
    Spans::new(text).map(|span| Word { span, folded: fold(core(text, span)) })
}

/// The part of a word that counts: all of it, but for runs that nobody would call a word.
pub(crate) fn core(text: &str, span: Span) -> &str {
    let word = span.of(text);
    if word.len() <= LONGEST_WORD { word } else { &word[..word.floor_char_boundary(LONGEST_WORD)] }
}

/// Where the words of a text stand.
#[derive(Debug, Clone)]
pub(crate) struct Spans<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Spans<'t> {
    /// Begins at the start of the text.
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// The character at a byte and the byte after it.
    fn peek(&self, at: usize) -> Option<(char, usize)> {
        match *self.text.as_bytes().get(at)? {
            byte if byte.is_ascii() => Some((char::from(byte), at + 1)),
            _ => self.text[at..].chars().next().map(|c| (c, at + c.len_utf8())),
        }
    }

    /// The end of the word that begins at `start`.
    fn end_of_word(&self, start: usize) -> usize {
        let Some((first, mut end)) = self.peek(start) else { return start };
        let alone = stands_alone(first);
        loop {
            if !alone {
                end += self.text.as_bytes()[end..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
            }
            let Some((c, after)) = self.peek(end) else { return end };
            let inside = match c {
                _ if is_apostrophe(c) => !alone && self.peek(after).is_some_and(|(next, _)| begins_word(next)),
                _ if c.is_ascii() => false,
                _ if is_combining_mark(c) || leaves_no_trace(c) => true,
                _ => !alone && begins_word(c) && !stands_alone(c),
            };
            if !inside {
                return end;
            }
            end = after;
        }
    }

    /// The end of the clitic whose apostrophe ends at `start`.
    fn end_of_clitic(&self, start: usize) -> Option<usize> {
        self.peek(start).filter(|(first, _)| first.is_ascii_alphabetic())?;
        let end = self.end_of_word(start);
        let word = &self.text[start..end];
        CLITICS.iter().any(|clitic| word.eq_ignore_ascii_case(clitic)).then_some(end)
    }
}

impl Iterator for Spans<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        loop {
            let between =
                |byte: &&u8| byte.is_ascii() && !byte.is_ascii_alphanumeric() && !matches!(byte, b'\'' | b'`');
            self.at += self.text.as_bytes()[self.at..].iter().take_while(between).count();
            let (c, after) = self.peek(self.at)?;
            let end = if begins_word(c) {
                Some(self.end_of_word(self.at))
            } else if is_apostrophe(c) {
                self.end_of_clitic(after)
            } else {
                None
            };
            let start = self.at;
            self.at = end.unwrap_or(after);
            if end.is_some() {
                return Some(Span::new(start, self.at));
            }
        }
    }
}

/// Whether a word may begin with it. Modifier apostrophes and stray accents count as letters in Unicode, here not.
fn begins_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || (!c.is_ascii() && c.is_alphanumeric() && !is_apostrophe(c) && !is_combining_mark(c))
}

/// Scripts without spaces between words: each character is a word, so that phrases of them can be found.
fn stands_alone(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn dutch_text_is_cut_as_a_reader_would() {
        let cases: &[(&str, &[&str])] = &[
            ("Zo'n auto’s, m'n fiets", &["zo'n", "auto's", "m'n", "fiets"]),
            ("’s Avonds in 't huis", &["'s", "avonds", "in", "'t", "huis"]),
            ("'s-Gravenhage", &["'s", "gravenhage"]),
            ("zij zei 'dat is zo' en 'ja'", &["zij", "zei", "dat", "is", "zo", "en", "ja"]),
            ("zei ''ja'' hoor", &["zei", "ja", "hoor"]),
            (
                "de EK-c; zee-eend; Van Dijk-Snel; niet-",
                &["de", "ek", "c", "zee", "eend", "van", "dijk", "snel", "niet"],
            ),
            ("o.a. m.b.t. kwam.Toen", &["o", "a", "m", "b", "t", "kwam", "toen"]),
            ("12:33 3,5 m² _nee_ 90's", &["12", "33", "3", "5", "m2", "nee", "90's"]),
            ("coördinator co\u{f6}rdinator coo\u{308}rdinator", &["coordinator"; 3]),
            ("één\r\nidee\u{308}en", &["een", "ideeen"]),
            ("ja 😊👍🏽 nee 👩\u{200d}👧", &["ja", "nee"]),
            ("Moeder:ja…nee\u{a0}hè?!", &["moeder", "ja", "nee", "he"]),
            ("ge\u{ad}meente", &["gemeente"]),
            ("ʼk weet ‘t niet`", &["'k", "weet", "'t", "niet"]),
            (
                "'ns kijken, d'r is wel 'n tuig in 'tuin'",
                &["'ns", "kijken", "d'r", "is", "wel", "'n", "tuig", "in", "tuin"],
            ),
            ("漢字 ab字c", &["漢", "字", "ab", "字", "c"]),
            ("שלום עולם", &["שלום", "עולם"]),
            ("\u{345}\u{301} ... ' ’ - ()", &[]),
            ("", &[]),
        ];
        for (text, expected) in cases {
            let found: Vec<String> = words(text).map(|word| word.folded.into_owned()).collect();
            assert_eq!(found, *expected, "{text:?}");
        }
    }

    #[test]
    fn places_point_into_the_original() {
        let text = "ë 😊 ’s avonds, zo’n coo\u{308}rdinator";
        let found: Vec<&str> = words(text).map(|word| word.span.of(text)).collect();
        assert_eq!(found, ["ë", "’s", "avonds", "zo’n", "coo\u{308}rdinator"]);
    }

    #[test]
    fn an_endless_word_is_cut_short_but_placed_whole() {
        let text = "é".repeat(100_000);
        let found: Vec<Word<'_>> = words(&text).collect();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].span, Span::new(0, text.len()));
        assert_eq!(found[0].folded.len(), LONGEST_WORD / 2);
    }

    proptest! {
        #[test]
        fn words_are_in_order_hold_something_and_have_no_words_beside_them(text in "\\PC{0,40}") {
            let mut last = 0;
            for word in words(&text) {
                prop_assert!(word.span.start >= last && !word.span.is_empty() && !word.folded.is_empty());
                prop_assert!(Span::within(&text, word.span.range().start, word.span.range().end).is_some());
                let between = &text[last as usize..word.span.range().start];
                prop_assert!(!between.chars().any(begins_word), "{:?} has no word", between);
                last = word.span.end;
            }
        }

        #[test]
        fn both_unicode_forms_hold_the_same_words(text in "[a-zA-Zäëïöüéèêçñ'’ .,-]{0,60}") {
            use unicode_normalization::UnicodeNormalization;
            let decomposed: String = text.nfd().collect();
            let of = |text: &str| words(text).map(|word| word.folded.into_owned()).collect::<Vec<_>>();
            prop_assert_eq!(of(&text), of(&decomposed));
        }
    }
}
