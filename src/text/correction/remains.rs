//! What is left of a fragment that was edited inside: the stretch from its first to its last kept word with what was
//! put between them, and where a cut passage was pasted. A word that was changed but is still recognisable (`hond` →
//! `honden`, `van avond` → `vanavond`) counts as kept; a word at the edge that was replaced belongs to the stretch.

use super::map::{Change, Map};
use crate::model::Span;
use crate::text::pieces::{Piece, cuts_word, has_word, is_word_char, pieces, word_count};

/// Words of a change that are compared one by one; more is a rewriting.
const COMPARED: usize = 20;

/// A quote is found back elsewhere when it counts this many words or letters; anything shorter proves nothing.
const PROOF: (usize, usize) = (4, 20);

/// Bytes within which a word that went and came back is taken to be the same.
const NEARBY: u32 = 300;

/// Words taken along on either side to find back a short fragment of a moved passage.
const AROUND: usize = 8;

/// The fragment's place in the new text after an edit inside it; none when nothing of it is left.
pub(super) fn find(map: &Map, old: &str, new: &str, span: Span) -> Option<Span> {
    let rest = rest_of(map, old, new, span);
    let quote = span.of(old);
    let letters = quote.chars().filter(|c| is_word_char(*c)).count();
    let mostly = rest.as_ref().is_some_and(|rest| rest.kept * 2 >= letters);
    let only = map.places_in_old(old, quote).len() == 1 && map.places_in_new(new, quote).len() == 1;
    let pasted = if mostly && !only { None } else { pasted(map, old, new, span) };
    pasted.or(rest.map(|rest| rest.span)).or_else(|| if only { nearby(map, old, new, span) } else { None })
}

struct Rest {
    span: Span,
    /// Word characters that were kept in place.
    kept: usize,
}

fn rest_of(map: &Map, old: &str, new: &str, span: Span) -> Option<Rest> {
    let first = map.changes.partition_point(|change| change.old.end <= span.start);
    let end = first.max(map.changes.partition_point(|change| change.old.start < span.end));
    let mut found = Found { kept: 0, stretch: None, replaced: Vec::new() };
    let mut from = span.start;
    for (number, change) in (first..).zip(&map.changes[first..end]) {
        found.keep_run(map, old, number, Span { start: from, end: change.old.start.max(from) }, span);
        found.look_into(change, old, new, span);
        from = change.old.end;
    }
    found.keep_run(map, old, end, Span { start: from.min(span.end), end: span.end }, span);
    let mut stretch = found.stretch?;
    for replaced in found.replaced {
        stretch = joined(stretch, replaced);
    }
    Some(Rest { span: stretch, kept: found.kept })
}

struct Found {
    kept: usize,
    stretch: Option<Span>,
    /// What stands in place of words of the fragment.
    replaced: Vec<Span>,
}

impl Found {
    /// Takes in an unchanged part of the fragment that follows `number` changes.
    fn keep_run(&mut self, map: &Map, old: &str, number: usize, part: Span, whole: Span) {
        let words = part.of(old);
        let wordless = !has_word(whole.of(old));
        if words.trim().is_empty() || !(wordless || has_word(words)) {
            return;
        }
        if map.run_at(part.start).is_some_and(|(_, run)| run.chance) {
            return;
        }
        let is_edge = |c: char| if wordless { !c.is_whitespace() } else { is_word_char(c) };
        let skipped = if part.start == whole.start { 0 } else { words.find(is_edge).unwrap_or(0) };
        let dropped = if part.end == whole.end {
            0
        } else {
            words.len()
                - words
                    .rfind(is_edge)
                    .map_or(words.len(), |at| at + words[at..].chars().next().map_or(0, char::len_utf8))
        };
        let start = part.start + narrow(skipped);
        let end = part.end - narrow(dropped);
        self.kept += words.chars().filter(|c| is_word_char(*c)).count().max(1);
        self.add(Span { start: map.shifted(number, start), end: map.shifted(number, end) });
    }

    /// Looks for words of the fragment that a change altered or replaced.
    fn look_into(&mut self, change: &Change, old: &str, new: &str, span: Span) {
        let (before, after) = (change.old.of(old), change.new.of(new));
        if !has_word(before) || !has_word(after) {
            return;
        }
        let (old_words, new_words) = (words(before), words(after));
        if old_words.len() > COMPARED || new_words.len() > COMPARED {
            return;
        }
        if let (Some(first), Some(last)) = (new_words.first(), new_words.last())
            && span.contains(change.old)
            && new_words.len() <= old_words.len() * 2 + 1
        {
            self.replaced.push(Span { start: change.new.start + first.start, end: change.new.start + last.end });
        }
        let mut next = 0;
        for word in old_words {
            let place = Span { start: change.old.start + word.start, end: change.old.start + word.end };
            let part = Span { start: place.start.max(span.start), end: place.end.min(span.end) };
            let alike = new_words[next..].iter().position(|other| are_alike(word.of(before), other.of(after)));
            let Some(at) = alike else { continue };
            next += at + 1;
            if part.start >= part.end {
                continue;
            }
            let target = new_words[next - 1];
            let target_at = Span { start: change.new.start + target.start, end: change.new.start + target.end };
            if let Some(kept) = part_of_word((old, place, part), (new, target_at)) {
                self.kept += part.of(old).chars().count() / 2;
                self.add(kept);
            }
        }
    }

    fn add(&mut self, span: Span) {
        self.stretch = Some(self.stretch.map_or(span, |stretch| joined(stretch, span)));
    }
}

/// Where a fragment's part of an altered word stands: the whole word, unless the fragment itself cuts it.
fn part_of_word((old, word, part): (&str, Span, Span), (new, target): (&str, Span)) -> Option<Span> {
    let (before, after) = (word.of(old), target.of(new));
    let head: usize = before.chars().zip(after.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let tails = before[head..].chars().rev().zip(after[head..].chars().rev());
    let tail: usize = tails.take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let (head, tail) = (narrow(head), narrow(tail));
    let (from, to) = (part.start - word.start, part.end - word.start);
    let changed_end = narrow(before.len()) - tail;
    let start = match from {
        0 => 0,
        from if from <= head => from,
        from => narrow(after.len()).saturating_sub(narrow(before.len()) - from.max(changed_end)),
    };
    let end = match to {
        to if part.end == word.end => narrow(after.len()) - (narrow(before.len()) - to),
        to if to <= head => to,
        to if to >= changed_end => narrow(after.len()) - (narrow(before.len()) - to),
        _ => narrow(after.len()) - tail,
    };
    (start < end).then_some(Span { start: target.start + start, end: target.start + end })
}

/// Whether one word can be a correction of the other: half of the longer one was kept.
fn are_alike(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().take(64).collect(), other.chars().take(64).collect());
    let mut row = vec![0usize; other.len() + 1];
    for c in &one {
        let mut diagonal = 0;
        for (at, d) in other.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if c == d { diagonal + 1 } else { above.max(row[at]) };
            diagonal = above;
        }
    }
    row[other.len()] * 2 >= one.len().max(other.len())
}

/// Where a passage that was cut was pasted: the place nearest to where it stood.
fn pasted(map: &Map, old: &str, new: &str, span: Span) -> Option<Span> {
    let wide = around(old, span);
    let candidates = [span, wide, Span { end: span.end, ..wide }, Span { start: span.start, ..wide }];
    candidates.into_iter().find_map(|wide| {
        let words = wide.of(old);
        let proves = words.chars().count() >= PROOF.1 || word_count(words) >= PROOF.0;
        let start = proves.then(|| fresh_place(map, old, new, wide))?? + (span.start - wide.start);
        Some(Span { start, end: start + narrow(span.len()) })
    })
}

/// Where a quote too short to prove anything stands in the same rewritten passage, when it stands once in both texts.
fn nearby(map: &Map, old: &str, new: &str, span: Span) -> Option<Span> {
    let start = fresh_place(map, old, new, span)?;
    let near = start.abs_diff(map.forward(span.start, super::Side::After)) <= NEARBY;
    near.then(|| Span { start, end: start + narrow(span.len()) })
}

/// The place of the words of `span` in what is new in the new text, nearest to where they stood.
fn fresh_place(map: &Map, old: &str, new: &str, span: Span) -> Option<u32> {
    let words = span.of(old);
    let cuts = (cuts_word(old, span.start as usize), cuts_word(old, span.end as usize));
    let expected = map.forward(span.start, super::Side::After) as usize;
    let places = map.places_in_new(new, words).into_iter().filter(|&at| {
        let end = at + words.len();
        map.is_fresh(Span::new(at, end)) && (cuts.0 || !cuts_word(new, at)) && (cuts.1 || !cuts_word(new, end))
    });
    places.min_by_key(|at| at.abs_diff(expected)).map(narrow)
}

/// The fragment with some words on both sides, within its paragraph.
fn around(text: &str, span: Span) -> Span {
    let (before, after) = (&text[..span.start as usize], &text[span.end as usize..]);
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    let lead = words(&before[line..]);
    let start = lead.get(lead.len().saturating_sub(AROUND)).map_or(span.start, |word| narrow(line) + word.start);
    let trail = words(after.lines().next().unwrap_or_default());
    let end = trail.get(..AROUND).unwrap_or(&trail).last().map_or(span.end, |word| span.end + word.end);
    Span { start, end }
}

fn words(text: &str) -> Vec<Piece> {
    pieces(text).into_iter().filter(|piece| piece.is_word()).collect()
}

fn joined(one: Span, other: Span) -> Span {
    Span { start: one.start.min(other.start), end: one.end.max(other.end) }
}

fn narrow(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
