//! What a unit holds beside its words as they are written: words that hyphens cut in pieces, as one (`e-mail` is found by
//! `email`); verbs whose particle stands apart (`belde … op` is found by `opbellen`); words that are a verb beside `ik`
//! and a noun elsewhere (`ik werk` is found by `werken`); and where sentences begin, so that words can be looked for in
//! one sentence. Each stands at the position of a word. The index and the marks read the same keys.

use crate::model::Span;
use crate::text::dutch::{apart, first_person};
use crate::text::sentences;
use crate::text::words::Word;

/// Before a word written with hyphens.
const HYPHENED: char = '-';
/// Before the infinitive of a verb that only the words around it tell.
const VERB: char = '+';
/// The begin of a sentence.
const SENTENCE: &str = "|";

/// Something that stands at a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Key {
    /// Position of the word it stands at.
    pub(super) at: usize,
    /// As the index has it.
    pub(super) term: String,
    /// Which words it is made of, by position.
    pub(super) made_of: MadeOf,
}

/// The words that a key is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MadeOf {
    /// So many in a row from where it stands.
    Row(usize),
    /// The one where it stands and this one.
    Two(usize),
}

/// The term of a word written with hyphens, by its letters.
pub(super) fn hyphened(letters: &str) -> String {
    format!("{HYPHENED}{letters}")
}

/// The term of a verb that only the words around it tell.
pub(super) fn verb(infinitive: &str) -> String {
    format!("{VERB}{infinitive}")
}

/// The term at the first word of each sentence.
pub(super) fn sentence() -> &'static str {
    SENTENCE
}

/// The written word that a term of the index is, if it is one.
pub(super) fn written(term: &str) -> Option<&str> {
    match term.chars().next()? {
        HYPHENED => Some(&term[HYPHENED.len_utf8()..]),
        VERB => None,
        _ if term == SENTENCE => None,
        _ => Some(term),
    }
}

/// The keys of a text with these words, by position.
pub(super) fn keys(text: &str, words: &[Word<'_>]) -> Vec<Key> {
    let mut keys: Vec<Key> =
        beginnings(text, words).map(|at| Key { at, term: SENTENCE.to_owned(), made_of: MadeOf::Row(1) }).collect();
    keys.extend(hyphened_words(text, words));
    keys.extend(apart(text, words).into_iter().map(|verb| Key {
        at: verb.core,
        term: self::verb(&verb.verb),
        made_of: MadeOf::Two(verb.particle),
    }));
    keys.extend(beside_ik(text, words));
    keys.sort_by(|a, b| (a.at, &a.term).cmp(&(b.at, &b.term)));
    keys.dedup();
    keys
}

/// Positions of the first words of the sentences.
pub(super) fn beginnings<'t>(text: &'t str, words: &'t [Word<'t>]) -> impl Iterator<Item = usize> + 't {
    let mut last = None;
    sentences(text).into_iter().filter_map(move |sentence| {
        let at = words.partition_point(|word| word.span.start < sentence.start);
        let first = words.get(at).filter(|word| word.span.start < sentence.end && last != Some(at));
        last = first.map(|_| at).or(last);
        first.map(|_| at)
    })
}

/// Nouns that are verbs where they stand: `ik hoop`, `dat zorg ik`.
fn beside_ik(text: &str, words: &[Word<'_>]) -> Vec<Key> {
    let mut keys = Vec::new();
    for (ik, _) in words.iter().enumerate().filter(|(_, word)| matches!(&*word.folded, "ik" | "'k")) {
        for at in [ik.checked_sub(1), Some(ik + 1)].into_iter().flatten().filter(|at| *at < words.len()) {
            let (before, after) = (words[at.min(ik)].span, words[at.max(ik)].span);
            let between = &text[before.range().end..after.range().start];
            if !between.chars().all(char::is_whitespace) {
                continue;
            }
            let infinitives = first_person(&words[at].folded);
            keys.extend(infinitives.iter().map(|infinitive| Key {
                at,
                term: verb(infinitive),
                made_of: MadeOf::Row(1),
            }));
        }
    }
    keys
}

/// Words with nothing but a hyphen between them, as one.
fn hyphened_words(text: &str, words: &[Word<'_>]) -> Vec<Key> {
    let mut keys = Vec::new();
    let mut at = 0;
    while at + 1 < words.len() {
        let mut end = at + 1;
        while end < words.len() && is_hyphen(text, words[end - 1].span, words[end].span) {
            end += 1;
        }
        if end - at > 1 && end - at <= MOST_HYPHENED {
            let letters: String = words[at..end].iter().map(|word| &*word.folded).collect();
            keys.push(Key { at, term: hyphened(&letters), made_of: MadeOf::Row(end - at) });
        }
        at = end;
    }
    keys
}

/// More words than this between hyphens are a line that somebody drew.
const MOST_HYPHENED: usize = 8;

fn is_hyphen(text: &str, before: Span, after: Span) -> bool {
    matches!(&text[before.range().end..after.range().start], "-" | "\u{2010}" | "\u{2011}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words::words;

    fn terms(text: &str) -> Vec<(usize, String)> {
        let words: Vec<Word<'_>> = words(text).collect();
        keys(text, &words).into_iter().map(|key| (key.at, key.term)).collect()
    }

    #[test]
    fn keys_stand_at_their_words() {
        let cases: &[(&str, &[(usize, &str)])] = &[
            ("Stuur een e-mail. Of de EK\u{2011}c?", &[(0, "|"), (2, "-email"), (4, "|"), (6, "-ekc")]),
            ("Zij belde me gisteren op.", &[(0, "|"), (1, "+opbellen")]),
            ("Dan hoop ik, ik werk en de zorg. Ik", &[(0, "|"), (1, "+hopen"), (4, "+werken"), (8, "|")]),
            ("zee - eend", &[(0, "|")]),
            ("...", &[]),
        ];
        for (text, expected) in cases {
            let mut found = terms(text);
            found.sort();
            let expected: Vec<(usize, String)> = expected.iter().map(|(at, term)| (*at, (*term).to_owned())).collect();
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn what_is_written_is_told_from_what_is_not() {
        assert_eq!(written("netwerk"), Some("netwerk"));
        assert_eq!(written(&hyphened("email")), Some("email"));
        assert_eq!(written(&verb("opbellen")), None);
        assert_eq!(written(sentence()), None);
    }
}
