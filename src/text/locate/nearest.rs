//! The passage of a text that comes closest to a quote that does not stand in it, to show "did you mean". Every
//! three letters in a row of the quote are looked up along the text, so that a typing error costs three of them and
//! not the passage; the best stretch as long as the quote is then compared word by word and cut to what matches.

use crate::model::Span;
use crate::text::pieces::{Piece, pieces};
use crate::text::typography::Folded;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Below this similarity nothing is said to come close.
const LEAST: f32 = 0.35;

/// Letters of a quote that are compared; of a longer one the beginning.
const LONGEST: usize = 4000;

/// Marks for the shingles of a quote: so many that two hardly ever share one, and if they do it costs a letter.
const MARKS: usize = 1 << 16;

/// The passage that looks most like a quote.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Nearest {
    /// Where it stands in the text, from word to word.
    pub span: Span,
    /// From 0 to 1: the share of letters that both have in the same order.
    pub similarity: f32,
}

/// The letters of a folded text, three by three.
#[derive(Debug)]
pub(super) struct Shingles {
    /// For each place: three letters as one number, and the byte where they begin.
    at: Vec<(u64, u32)>,
}

impl Shingles {
    pub(super) fn new(folded: &str) -> Self {
        let letters: Vec<(usize, char)> = folded.char_indices().collect();
        let at = letters.windows(3).map(|three| {
            let number = three.iter().fold(0u64, |number, (_, c)| (number << 21) | u64::from(lower(*c)));
            (number, u32::try_from(three[0].0).unwrap_or(u32::MAX))
        });
        Self { at: at.collect() }
    }
}

/// Looks for the passage; `quote` is folded.
pub(super) fn find(folded: &Folded, text: &Shingles, quote: &str) -> Option<Nearest> {
    let end = quote.char_indices().nth(LONGEST).map_or(quote.len(), |(at, _)| at);
    let quote = &quote[..end];
    let wanted = Shingles::new(quote);
    let window = best_window(text, &wanted)?;
    let (start, end) = (text.at[window.0].1 as usize, text.at[window.1 - 1].1 as usize);
    // Insertions and deletions move the ends of the passage by some words.
    let room = 24 + quote.len() / 4;
    cut_to_match(folded, quote, start.saturating_sub(room), (end + room).min(folded.text.len()))
}

/// The stretch as long as the quote with the most of its different shingles.
fn best_window(text: &Shingles, wanted: &Shingles) -> Option<(usize, usize)> {
    let mut set = vec![0u64; MARKS / 64];
    for (number, _) in &wanted.at {
        let mark = mark(*number);
        set[mark / 64] |= 1 << (mark % 64);
    }
    let len = wanted.at.len().min(text.at.len());
    if len == 0 {
        return None;
    }
    let has = |number: u64| set[mark(number) / 64] >> (mark(number) % 64) & 1 == 1;
    let hits: Vec<bool> = text.at.iter().map(|(number, _)| has(*number)).collect();
    let mut count = hits[..len].iter().filter(|hit| **hit).count();
    let mut best = (count, 0);
    for end in len..hits.len() {
        count = count + usize::from(hits[end]) - usize::from(hits[end - len]);
        if count > best.0 {
            best = (count, end + 1 - len);
        }
    }
    (best.0 > 0).then_some((best.1, best.1 + len))
}

fn mark(shingle: u64) -> usize {
    usize::try_from(shingle.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40).unwrap_or_default() % MARKS
}

/// The words between the two places that match the quote, from the first to the last.
fn cut_to_match(folded: &Folded, quote: &str, start: usize, end: usize) -> Option<Nearest> {
    let text = &folded.text;
    let start = (start..=end).find(|at| text.is_char_boundary(*at))?;
    let end = (end..=text.len()).find(|at| text.is_char_boundary(*at))?;
    let passage = &text[start..end];
    let found = pieces(passage);
    let (ours, theirs) = (letters(quote), letters(passage));
    let ops = capture_diff_slices(Algorithm::Myers, &ours, &theirs);
    let kept = matched(&ops, theirs.len());
    let starts: Vec<usize> = passage.char_indices().map(|(at, _)| at).collect();
    let letter = |byte: u32| starts.partition_point(|at| *at < byte as usize);
    let words: Vec<(&Piece, usize, usize)> = found
        .iter()
        .filter(|piece| piece.is_word())
        .map(|piece| (piece, letter(piece.start), letter(piece.end)))
        .collect();
    let mut same_before = vec![0usize];
    for kept in &kept {
        same_before.push(same_before[same_before.len() - 1] + usize::from(*kept));
    }
    // Of all stretches of whole words the most similar, the longer of two equal ones.
    let mut best: Option<(f32, &Piece, &Piece)> = None;
    for (nth, (first, from, _)) in words.iter().enumerate() {
        for (last, _, to) in &words[nth..] {
            let similarity = share(same_before[*to] - same_before[*from], to - from, ours.len());
            if best.is_none_or(|best| similarity > best.0) {
                best = Some((similarity, first, last));
            }
        }
    }
    let (similarity, first, last) = best.filter(|best| best.0 >= LEAST)?;
    let span = folded.original(start + first.start as usize, start + last.end as usize)?;
    Some(Nearest { span, similarity })
}

#[expect(clippy::cast_precision_loss, reason = "counts of letters, at most some thousands")]
fn share(same: usize, ours: usize, theirs: usize) -> f32 {
    (2 * same) as f32 / (ours + theirs).max(1) as f32
}

/// Which letters of the passage stand in the quote too. A letter or two by themselves are chance.
fn matched(ops: &[DiffOp], len: usize) -> Vec<bool> {
    let mut kept = vec![false; len];
    for op in ops {
        if let DiffOp::Equal { new_index, len, .. } = *op
            && (len > 2 || ops.len() == 1)
        {
            kept[new_index..new_index + len].fill(true);
        }
    }
    kept
}

fn letters(text: &str) -> Vec<char> {
    text.chars().filter_map(|c| char::from_u32(lower(c))).collect()
}

/// The letter without case, as a number; one for one, so that positions stay.
fn lower(c: char) -> u32 {
    u32::from(c.to_lowercase().next().unwrap_or(c))
}

#[cfg(test)]
mod tests {
    use super::super::nearest;

    const TEXT: &str = "Riek: Ik heb ’s avonds de deur op slot gedaan, want hij liep zo weg. Dat was in maart.\n\n\
        Interviewer: En zo'n nacht, hoe gaat dat?\n\nRiek: Dan lig ik te luisteren of ik de trap hoor. 👍🏽 Zoë zegt: ga slapen.";

    #[test]
    fn shows_the_passage_that_was_meant() {
        let cases = [
            ("ik had 's avonds de deur op slot gedaan", "heb ’s avonds de deur op slot gedaan"),
            ("Dan lig ik te luisterren of ik de trap hoorde", "Dan lig ik te luisteren of ik de trap hoor"),
            ("HOE GAAT DAT", "hoe gaat dat"),
            ("zoe\u{308} zei: ga slapen", "Zoë zegt: ga slapen"),
            ("want hij loopt zo maar weg", "want hij liep zo weg"),
        ];
        for (quote, passage) in cases {
            let found = nearest(TEXT, quote).unwrap_or_else(|| panic!("{quote}: nothing found"));
            let words = found.span.of(TEXT);
            assert!(words.contains(passage) || passage.contains(words), "{quote}: {words}");
            assert!(words.len() * 3 > passage.len() * 2 && words.len() < passage.len() + 8, "{quote}: {words}");
            assert!(found.similarity > 0.6 && found.similarity <= 1.0, "{quote}: {}", found.similarity);
        }
    }

    #[test]
    fn says_nothing_when_nothing_is_near() {
        for quote in ["", "a", "qqq xxx", "Volgens het kabinet stijgen de prijzen"] {
            let found = nearest(TEXT, quote);
            assert!(found.is_none(), "{quote}: {found:?}");
        }
        assert!(nearest("", "hond").is_none());
    }
}
