//! Where exactly a deletion or insertion stands. After `Ja. Dat weet ik. Dat weet ik niet.` → `Ja. Dat weet ik niet.`
//! the deleted words may be `Dat weet ik. ` or `weet ik. Dat `: the result is the same, but a fragment either
//! went or stayed. A change is put where it covers whole sentences or lines, when that is one place; else it
//! keeps its room to slide, and a fragment whose words lie in that room has to be looked at.

use super::map::{Change, Pieces, Sides};
use crate::model::Span;
use crate::text::pieces::{Kind, Piece};
use std::ops::Range;

/// Turns changes in pieces into changes in bytes, each in its most natural place.
pub(super) fn settle(found: &[Pieces], sides: &Sides<'_>) -> Vec<Change> {
    let mut changes = Vec::with_capacity(found.len());
    let (mut old_from, mut new_from) = (0, 0);
    for (at, (old, new)) in found.iter().enumerate() {
        let next = found.get(at + 1);
        let old_to = next.map_or(sides.old.1.len(), |next| next.0.start - 1);
        let new_to = next.map_or(sides.new.1.len(), |next| next.1.start - 1);
        let mut change = change_of(old, new, sides);
        let mut moved = 0;
        if old.is_empty() != new.is_empty() {
            let ((text, pieces), inside, room) =
                if new.is_empty() { (sides.old, old, old_from..old_to) } else { (sides.new, new, new_from..new_to) };
            let slide = Slide { text, pieces, inside: inside.clone(), room };
            let settled = slide.settled();
            moved = settled.at;
            (change.back, change.ahead) =
                (slide.bytes(settled.first, settled.at), slide.bytes(settled.at, settled.last));
            let (forth, back) = (slide.bytes(0, moved), slide.bytes(moved, 0));
            for span in [&mut change.old, &mut change.new] {
                span.start = span.start + forth - back;
                span.end = span.end + forth - back;
            }
        }
        // One kept piece stays between two changes, so that they never touch.
        old_from = old.end.saturating_add_signed(moved) + 1;
        new_from = new.end.saturating_add_signed(moved) + 1;
        changes.push(change);
    }
    changes
}

fn change_of(old: &Range<usize>, new: &Range<usize>, sides: &Sides<'_>) -> Change {
    let span = |(text, pieces): (&str, &[Piece]), range: &Range<usize>| {
        let edge = |at: usize| pieces.get(at).map_or(text.len(), |piece| piece.start as usize);
        Span::new(edge(range.start), edge(range.end))
    };
    let words = sides.old.1[old.clone()].iter().chain(&sides.new.1[new.clone()]).any(|piece| piece.is_word());
    Change { old: span(sides.old, old), new: span(sides.new, new), back: 0, ahead: 0, words }
}

/// A stretch of pieces that may stand elsewhere in `room` with the same result.
struct Slide<'t> {
    text: &'t str,
    pieces: &'t [Piece],
    inside: Range<usize>,
    room: Range<usize>,
}

/// How far a change was moved, and the first and last place it may have, all in pieces from where it stood.
struct Settled {
    first: isize,
    at: isize,
    last: isize,
}

impl Slide<'_> {
    fn settled(&self) -> Settled {
        let Range { start, end } = self.inside;
        let same = |one: usize, other: usize| self.pieces[one].of(self.text) == self.pieces[other].of(self.text);
        let back = (1..=start.saturating_sub(self.room.start)).take_while(|by| same(start - by, end - by)).count();
        let ahead = (0..self.room.end.saturating_sub(end)).take_while(|by| same(start + by, end + by)).count();
        let mut settled = Settled { first: -signed(back), at: 0, last: signed(ahead) };
        let (mut natural, mut words) = (None, 0);
        for by in settled.first..=settled.last {
            if self.covers_sentences(by) {
                match natural {
                    None => natural = Some((by, words)),
                    Some((_, group)) if group != words => return settled,
                    Some((nearest, _)) if by.abs() < nearest.abs() => natural = Some((by, words)),
                    Some(_) => {}
                }
            }
            words += usize::from(self.word_at(by));
        }
        if let Some((by, _)) = natural {
            settled.at = by;
            settled.first = (settled.first..by).rev().take_while(|&place| !self.word_at(place)).last().unwrap_or(by);
            settled.last =
                (by..settled.last).take_while(|&place| !self.word_at(place)).last().map_or(by, |place| place + 1);
        }
        settled
    }

    /// Whether the first piece of the stretch is a word once it is moved by `by`.
    fn word_at(&self, by: isize) -> bool {
        self.pieces[self.inside.start.saturating_add_signed(by)].is_word()
    }

    fn covers_sentences(&self, by: isize) -> bool {
        let start = self.inside.start.saturating_add_signed(by);
        let end = self.inside.end.saturating_add_signed(by);
        self.sentence_ends(&self.pieces[..start], true)
            && self.pieces[start..end].iter().any(|piece| piece.kind != Kind::Space)
            && (self.sentence_ends(&self.pieces[start..end], false) || self.line_ends(&self.pieces[end..]))
    }

    /// Whether these pieces end with a sentence or line; `nothing` is what it means when there are none.
    fn sentence_ends(&self, pieces: &[Piece], nothing: bool) -> bool {
        let mut backwards = pieces.iter().rev().map(|piece| piece.of(self.text));
        let last = backwards.by_ref().find(|words| *words == "\n" || !words.trim().is_empty());
        match last {
            None => nothing,
            Some("\n") => true,
            Some(mut words) => {
                while matches!(words, "\"" | "”" | "’" | "'" | ")" | "]") {
                    let Some(before) = backwards.next() else { return false };
                    words = before;
                }
                matches!(words, "." | "!" | "?" | "…")
            }
        }
    }

    fn line_ends(&self, pieces: &[Piece]) -> bool {
        let mut words = pieces.iter().map(|piece| piece.of(self.text));
        words.find(|words| *words == "\n" || !words.trim().is_empty()).is_none_or(|words| words == "\n")
    }

    /// Bytes by which the stretch moves from one place to a later one; 0 when it is not later.
    fn bytes(&self, from: isize, to: isize) -> u32 {
        let at = |by: isize| self.pieces[self.inside.start.saturating_add_signed(by)].start;
        at(to).saturating_sub(at(from))
    }
}

fn signed(count: usize) -> isize {
    isize::try_from(count).unwrap_or(isize::MAX)
}
