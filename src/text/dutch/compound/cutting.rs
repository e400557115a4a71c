//! The cheapest way to cut a word into parts: first parts as often as needed, then one last part, each with the cost that
//! [`Productivity`] keeps of it. A part may be a word that is never counted, as long as the lexicon knows it. Only the
//! first piece may be unknown altogether (a name, an abbreviation), at a cost that grows with its length.
//!
//! The work grows with the square of the length at most, and words beyond [`LONGEST`] are not cut.

use super::productivity::Productivity;
use crate::text::dutch::{Class, Lexicon};

/// The longest word that is cut, in bytes; Dutch has hardly any above fifty.
pub const LONGEST: usize = 64;

/// The shortest first and last part, in bytes.
const SHORTEST_FIRST: usize = 2;
const SHORTEST_LAST: usize = 3;

/// The cost of a known word that is hardly ever such a part: a third of one time in all that were counted.
const RARE: f32 = 13.5;

/// What each part beyond two costs, and the word from which there may be more, in bytes.
const MORE_PARTS: f32 = 2.0;
const LONG_WORD: usize = 11;

/// What every byte under four costs: short parts stand in a word by chance.
const SHORT: f32 = 1.0;

/// The cost of an unknown first piece, and of each of its bytes.
const UNKNOWN: f32 = 8.0;
const UNKNOWN_BYTE: f32 = 2.2;

/// The shortest unknown first piece, in bytes.
const SHORTEST_UNKNOWN: usize = 4;

/// What stands before words that it changes and is no word there.
const PREFIXES: &[&str] = &[
    "ge", "be", "ver", "ont", "her", "er", "de", "on", "in", "re", "con", "per", "pre", "pro", "dis", "des", "im",
    "ac", "ad", "ab", "sub", "te", "om", "en", "het", "een", "inge", "uitge", "aange", "opge", "afge",
];

/// Endings that are spelled like words of their own.
const ENDINGS: &[&str] = &[
    "aal", "aar", "aard", "aars", "aat", "age", "ale", "alen", "ant", "are", "ares", "aten", "baar", "bare", "baren",
    "den", "der", "dere", "ders", "ding", "dom", "eel", "eer", "eerd", "eerde", "eerden", "eert", "ele", "elen", "end",
    "ende", "ent", "erd", "ere", "eren", "erend", "erij", "ers", "esse", "ette", "eur", "eus", "euze", "halve",
    "heden", "heid", "iek", "ief", "iers", "ies", "ige", "ing", "ingen", "inne", "isch", "ische", "isme", "ist",
    "iste", "jes", "ken", "legs", "len", "lend", "lijk", "lijke", "lijks", "ling", "lingen", "lings", "loos", "loze",
    "mate", "nend", "nis", "nissen", "ons", "oor", "oren", "pjes", "ram", "rammen", "ren", "rend", "rij", "ring",
    "ringen", "schap", "schappen", "sel", "sels", "sen", "ste", "ster", "sters", "tal", "teit", "ten", "ter", "tie",
    "ties", "ting", "tje", "tjes", "voudig", "voudige", "waard", "waarts", "zaam", "zame", "zel",
];

/// A word cut into parts.
#[derive(Debug, Clone, PartialEq)]
pub struct Cutting {
    /// Where the parts begin, without the first; in order.
    pub cuts: Vec<usize>,
    /// The cost of all parts.
    pub cost: f32,
    /// The cost of the last part alone.
    pub last_cost: f32,
    /// Whether the first piece is no known word.
    pub first_is_unknown: bool,
}

impl Cutting {
    /// Where the last part begins.
    #[must_use]
    pub fn last(&self) -> usize {
        self.cuts.last().copied().unwrap_or_default()
    }
}

/// The cheapest way to parts that end at some byte.
#[derive(Debug, Clone, Copy)]
struct Way {
    cost: f32,
    /// Where its last part begins.
    from: usize,
    unknown: bool,
}

/// What cuts are judged by.
#[derive(Debug, Clone, Copy)]
pub struct Cutter<'d> {
    /// The known words.
    pub lexicon: &'d Lexicon<'d>,
    /// What is known of them as parts.
    pub counts: &'d Productivity<'d>,
}

impl Cutter<'_> {
    /// The cheapest cut of a word in lower-case letters; none when no known word can be its last part.
    #[must_use]
    pub fn cut(&self, word: &str) -> Option<Cutting> {
        let size = word.len();
        if !(SHORTEST_FIRST + SHORTEST_LAST..=LONGEST).contains(&size) || !word.is_ascii() {
            return None;
        }
        let ways = self.ways(word);
        let mut best: Option<(f32, f32, usize)> = None;
        for at in SHORTEST_FIRST..=size - SHORTEST_LAST {
            let Some(way) = ways[at] else { continue };
            if best.is_some_and(|(cost, ..)| way.cost >= cost) {
                continue;
            }
            let Some(last_cost) = self.last_cost(&word[at..]) else { continue };
            let cost = way.cost + last_cost;
            if best.is_none_or(|(cheapest, ..)| cost < cheapest) {
                best = Some((cost, last_cost, at));
            }
        }
        let (cost, last_cost, last) = best?;
        let (mut cuts, mut at, mut first_is_unknown) = (Vec::new(), last, false);
        while at > 0 {
            cuts.push(at);
            let way = ways[at]?;
            first_is_unknown = way.unknown;
            at = way.from;
        }
        cuts.reverse();
        Some(Cutting { cuts, cost, last_cost, first_is_unknown })
    }

    /// For each byte of a word the cheapest way there.
    fn ways(&self, word: &str) -> Vec<Option<Way>> {
        let end = word.len() - SHORTEST_LAST;
        let mut ways: Vec<Option<Way>> = vec![None; word.len()];
        let reach = |ways: &mut Vec<Option<Way>>, at: usize, way: Way| {
            if ways[at].is_none_or(|found| way.cost < found.cost) {
                ways[at] = Some(way);
            }
        };
        for at in SHORTEST_FIRST..=end {
            let part = &word[..at];
            if !has_vowel(part) || PREFIXES.contains(&part) {
                continue;
            }
            if self.is_word(part) {
                reach(&mut ways, at, Way { cost: RARE + short(at), from: 0, unknown: false });
            } else if at >= SHORTEST_UNKNOWN {
                let bytes = f32::from(u8::try_from(at).unwrap_or(u8::MAX));
                reach(&mut ways, at, Way { cost: UNKNOWN + UNKNOWN_BYTE * bytes, from: 0, unknown: true });
            }
        }
        for (length, cost) in self.counts.first_parts(word).take_while(|(length, _)| *length <= end) {
            reach(&mut ways, length, Way { cost: cost + short(length), from: 0, unknown: false });
        }
        if word.len() > LONG_WORD {
            for from in SHORTEST_LAST..=end {
                let Some(before) = ways[from] else { continue };
                for (length, cost) in self.counts.first_parts(&word[from..]) {
                    let at = from + length;
                    if at > end {
                        break;
                    }
                    if length >= SHORTEST_LAST && !before.unknown {
                        let cost = before.cost + cost + short(length) + MORE_PARTS;
                        reach(&mut ways, at, Way { cost, from, unknown: false });
                    }
                }
            }
        }
        ways
    }

    /// Whether it is a known word, or one with an *s* that links.
    fn is_word(&self, part: &str) -> bool {
        let known = |word: &str| word.len() >= SHORTEST_FIRST && self.lexicon.contains(word);
        known(part) || part.strip_suffix('s').is_some_and(|word| word.len() > 3 && known(word))
    }

    /// What a word costs as a last part; none for what can be none.
    #[must_use]
    pub fn last_cost(&self, part: &str) -> Option<f32> {
        let lemma = last_lemmas(self.lexicon, part);
        let cost = lemma.iter().map(|lemma| self.counts.of(lemma).last.unwrap_or(RARE)).min_by(f32::total_cmp)?;
        Some(cost + short(part.len()))
    }
}

/// The words that a last part may be a form of; none for endings, names and words that no compound ends in.
#[must_use]
pub fn last_lemmas(lexicon: &Lexicon<'_>, part: &str) -> Vec<String> {
    if part.len() < SHORTEST_LAST || !has_vowel(part) || ENDINGS.contains(&part) {
        return Vec::new();
    }
    let mut readings = lexicon.readings(part);
    readings.retain(|reading| may_be_last(reading.class));
    let noun = readings.iter().any(|reading| reading.class.is_noun());
    readings.retain(|reading| !noun || reading.class.is_noun());
    let mut lemmas: Vec<String> = readings.into_iter().map(|reading| reading.lemma).collect();
    lemmas.dedup();
    lemmas
}

/// Whether a compound may end in such a form.
fn may_be_last(class: Class) -> bool {
    class.is_noun()
        || class.is_adjective()
        || matches!(class, Class::Participle | Class::PresentParticiple | Class::Infinitive | Class::Other)
}

/// Whether the word has a vowel.
pub(super) fn has_vowel(word: &str) -> bool {
    word.bytes().any(|byte| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y'))
}

/// Whether a first part is a prefix that is no word.
#[must_use]
pub fn is_prefix(part: &str) -> bool {
    PREFIXES.contains(&part)
}

/// What the shortness of a part costs.
fn short(bytes: usize) -> f32 {
    SHORT * f32::from(u8::try_from(4_usize.saturating_sub(bytes)).unwrap_or_default())
}
