//! Where the clause around a word ends, told by punctuation and by the words that begin and join clauses.

use super::closed::{self, Kind};
use super::helpers;
use super::verbs::Verbs;
use crate::text::words::Word;

/// No clause is followed further than this, in words.
const FARTHEST: usize = 40;

/// How far the two halves of a preposition stand from each other at most, in words.
const NEAR: usize = 7;

/// What stands between two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// White space, quotation marks.
    None,
    /// A hyphen within a word.
    Hyphen,
    /// A comma, a bracket, a dash, an ellipsis: the sentence may go on behind it.
    Comma,
    /// The end of a sentence, or of the text.
    End,
}

/// The words around a particle.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clause<'t> {
    pub(super) text: &'t str,
    pub(super) words: &'t [Word<'t>],
}

impl<'t> Clause<'t> {
    /// A word, folded; empty beyond the last.
    pub(super) fn word(&self, at: usize) -> &'t str {
        self.words.get(at).map_or("", |word| &*word.folded)
    }

    /// What stands behind a word.
    pub(super) fn gap(&self, at: usize) -> Gap {
        let (Some(word), Some(next)) = (self.words.get(at), self.words.get(at + 1)) else { return Gap::End };
        let between = self.text.get(word.span.end as usize..next.span.start as usize).unwrap_or_default();
        if between == " " {
            return Gap::None;
        }
        let spaced = between.contains(char::is_whitespace);
        let mut gap = Gap::None;
        for c in between.chars() {
            gap = gap.max(match c {
                '.' if !spaced || word.folded.len() < 2 => Gap::None,
                '.' | ';' | ':' | '!' | '?' | '[' | ']' => Gap::End,
                ',' | '(' | ')' | '–' | '—' | '…' => Gap::Comma,
                '-' | '/' if spaced => Gap::Comma,
                '-' | '/' => Gap::Hyphen,
                _ => Gap::None,
            });
        }
        let blank_line = between.bytes().filter(|byte| *byte == b'\n').count() > 1;
        if blank_line { Gap::End } else { gap }
    }

    /// The words before `at`, back to the start of the sentence.
    pub(super) fn left(&self, at: usize) -> impl Iterator<Item = usize> + use<'_, 't> {
        let from = at.saturating_sub(FARTHEST);
        (from..at).rev().take_while(|word| self.gap(*word) != Gap::End)
    }

    /// Whether the particle at `at` has the end of its clause behind it, and no noun that it would be a preposition of.
    pub(super) fn ends_after_particle(&self, at: usize, kind: Kind, verbs: &mut Verbs<'t>) -> bool {
        match self.gap(at) {
            Gap::End | Gap::Comma => return true,
            Gap::Hyphen => return false,
            Gap::None => {}
        }
        let (next, second) = (self.word(at + 1), self.word(at + 2));
        match next {
            // `praten over hoe het gaat`
            "hoe" | "of" | "waarom" if self.word(at) == "over" => false,
            // `in en om het huis`; `belde op en ging`
            _ if closed::joins(next) => Kind::of(second) != Some(Kind::Preposition),
            // `aan dat huis`; `gaf aan dat hij`
            "dat" | "die" if kind == Kind::Preposition => !verbs.is_likely_noun(second),
            "wat" | "wie" | "welke" | "welk" | "waar" if kind == Kind::Preposition => false,
            "om" => true,
            _ if self.word(at) == "om" && self.leads_to_te(at) => false,
            // `kort voor hij kwam`; `kwam weer op`
            _ if closed::is_subject(next) && matches!(self.word(at), "voor" | "na") => false,
            _ if closed::is_preposition(next) && matches!(self.word(at), "weer" | "goed") => false,
            _ if closed::begins_subclause(next) || closed::is_subject(next) || closed::follows(next) => true,
            // `achter in de tuin`, `boven op de kast`
            _ if closed::is_preposition(next) => {
                let place =
                    matches!(self.word(at), "achter" | "boven" | "binnen" | "buiten" | "onder" | "voor" | "tegen");
                let reflexive = at > 0 && matches!(self.word(at - 1), "zich" | "me" | "mij" | "je" | "ons");
                let all = next == "van" && matches!(second, "alles" | "die" | "dat");
                !all && (reflexive || !(place && matches!(next, "in" | "op" | "aan")))
            }
            _ => false,
        }
    }

    /// Whether the particle is the second half of a preposition: `om het huis heen`, `naar ons toe`.
    pub(super) fn is_circled(&self, at: usize) -> bool {
        let first: &[&str] = match self.word(at) {
            "heen" => &["om", "over", "langs", "door"],
            "toe" => &["naar", "tot"],
            _ => return false,
        };
        self.left(at).take(NEAR).any(|word| first.contains(&self.word(word)))
    }

    /// Whether `om` at `at` begins a clause with `te`: `om tot een plan te komen`.
    fn leads_to_te(&self, at: usize) -> bool {
        let inside = |word: &usize| self.gap(*word) != Gap::End;
        (at..at + FARTHEST / 2).take_while(inside).any(|word| self.word(word + 1) == "te")
    }

    /// Whether the word is the last of a clause inside another: *wil* in `hij nam haar (die nooit wil) mee`.
    pub(super) fn closes_subclause(&self, at: usize) -> bool {
        let inside = |word: &usize| self.gap(*word) != Gap::Comma;
        self.gap(at) == Gap::Comma
            && self.left(at).take_while(inside).any(|word| closed::begins_subclause(self.word(word)))
    }

    /// Whether a clause ends behind the verb at `at`.
    pub(super) fn ends_after(&self, at: usize) -> bool {
        let next = self.word(at + 1);
        self.gap(at) >= Gap::Comma
            || closed::joins(next)
            || closed::begins_subclause(next)
            || closed::is_preposition(next)
            || closed::follows(next)
            || helpers::is_helper(next)
    }

    /// Whether `er`, `daar` or `waar` before it makes the particle at `at` its preposition: `waar hij op wacht`.
    /// `from` is the verb that would go with the particle.
    pub(super) fn is_stranded(&self, at: usize, from: Option<usize>) -> bool {
        let first = from.map_or(0, |core| core.saturating_sub(1));
        for word in self.left(at).take_while(|word| *word >= first) {
            if Some(word) != from && closed::takes_preposition(self.word(word)) {
                return true;
            }
            if closed::is_adposition(self.word(word)) || self.gap(word) == Gap::Comma && from.is_none() {
                return false;
            }
        }
        false
    }
}
