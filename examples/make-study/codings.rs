//! Puts codes on fragments the way a team does: two or three coders read the same transcript, mostly choose the same
//! fragment, sometimes a few words more or less, sometimes another code. A fragment lies in the text of one turn, is
//! cut at words, and is 5 to 60 words long. No coder puts the same code on the same fragment twice.

use crate::tables::shares;
use crate::texts::{Speaker, Transcript};
use crate::weighted::Weighted;
use rand::Rng;
use rand::seq::{IndexedRandom, SliceRandom};
use std::collections::BTreeSet;
use std::ops::Range;

const SHORTEST: usize = 5;
const LONGEST: usize = 60;
/// How many coders read one transcript.
const TEAM: usize = 3;
#[rustfmt::skip]
const NOTES: &[&str] = &[
    "Samen bespreken.", "Twijfel: hoort dit hierbij, of bij regie?", "Zie ook de nameting",
    "Hij lacht hier; is dit \"echt\" opluchting?", "mooi citaat voor het rapport", "Zo'n voorbeeld kwam vaker terug",
    "Nog eens naluisteren",
];

/// One coder's code on one fragment. The order of the fields is the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Coding {
    /// Where the fragment begins, in code points.
    pub(crate) start: u32,
    /// Where it ends.
    pub(crate) end: u32,
    /// Which code of the codebook.
    pub(crate) code: usize,
    /// Which coder, from 1.
    pub(crate) coder: usize,
}

/// How many codings each transcript gets: unevenly, and none without if it can be helped.
pub(crate) fn per_transcript(total: usize, transcripts: usize, rng: &mut impl Rng) -> Vec<usize> {
    let mut weights: Vec<u64> = (1..=transcripts as u64).map(|rank| 1_000_000 / (rank * 10_000).isqrt()).collect();
    weights.shuffle(rng);
    shares(total, &weights)
}

/// Codes a transcript. Fewer codings than wanted come back only when the text is too short for so many.
pub(crate) fn code(
    transcript: &Transcript,
    wanted: usize,
    code_chances: &Weighted,
    coders: usize,
    rng: &mut impl Rng,
) -> BTreeSet<Coding> {
    let mut codings = BTreeSet::new();
    let first_coder = rng.random_range(0..coders.max(1));
    let team: Vec<usize> = (0..TEAM.min(coders)).map(|place| 1 + (first_coder + place) % coders).collect();
    let mut attempts = 0;
    while codings.len() < wanted && attempts < 100 + 50 * wanted {
        attempts += 1;
        let Some((words, turn)) = fragment(transcript, rng) else { continue };
        let shared_code = code_chances.draw(rng);
        for &coder in &team {
            if codings.len() >= wanted || !rng.random_ratio(2, 3) {
                continue;
            }
            let words = if rng.random_ratio(1, 4) { moved(&words, &turn, rng) } else { words.clone() };
            let code = if rng.random_ratio(1, 6) { code_chances.draw(rng) } else { shared_code };
            let (start, end) = (transcript.words[words.start].start, transcript.words[words.end - 1].end);
            codings.insert(Coding { start, end, code, coder });
        }
    }
    codings
}

/// A stretch of words, and all words of the turn it lies in; none when the place drawn does not serve.
fn fragment(transcript: &Transcript, rng: &mut impl Rng) -> Option<(Range<usize>, Range<usize>)> {
    let place = rng.random_range(0..transcript.words.len());
    let turn = &transcript.turns[transcript.turns.partition_point(|turn| turn.words.end <= place)];
    let interviewer = turn.speaker == Speaker::Interviewer;
    if turn.words.len() < SHORTEST || (interviewer && !rng.random_ratio(1, 12)) {
        return None;
    }
    let start = place.min(turn.words.end - SHORTEST);
    let room = LONGEST.min(turn.words.end - start);
    let length = SHORTEST + (SHORTEST..room).take_while(|_| !rng.random_ratio(1, 20)).count();
    Some((start..start + length, turn.words.clone()))
}

/// The same fragment as another coder would cut it.
fn moved(words: &Range<usize>, turn: &Range<usize>, rng: &mut impl Rng) -> Range<usize> {
    let start = rng.random_range(words.start.saturating_sub(4).max(turn.start)..=words.start);
    let end = rng.random_range(words.end..=(words.end + 6).min(turn.end).min(start + LONGEST).max(words.end));
    if end - start > LONGEST { words.clone() } else { start..end }
}

/// A remark beside a coding; nearly always empty.
pub(crate) fn note(rng: &mut impl Rng) -> &'static str {
    if rng.random_ratio(1, 40) { NOTES.choose(rng).copied().unwrap_or_default() } else { "" }
}
