//! How often each word is the first or the last part of other words, and which whole words are familiar: what tells
//! *wijk-agent* (both parts do this daily) from *kar-pers* (a fish). Counted once over the word list by
//! `examples/make-compounds`, and shipped as a finite-state map from a word to one packed number.
//!
//! A count is kept as a cost: the negative logarithm of its share of all parts, in quarters, so that the cost of a
//! compound is the sum over its parts. A first part is counted as it stands in the compound (*stads*, *kinder*,
//! *draag*), a last part by its lemma (*huis* for *huizen*).

use std::sync::LazyLock;

/// The data that ships inside the program.
static SHIPPED: &[u8] = include_bytes!("../../../../data/compounds.fst");

/// Steps of a cost in one.
const STEPS: f32 = 4.0;

/// Bits of a cost.
const COST_BITS: u32 = 6;

/// The highest value of a cost as kept; zero is no cost.
const HIGHEST: u64 = (1 << COST_BITS) - 1;

/// What is kept of a word.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Entry {
    /// The cost as a first part.
    pub first: Option<f32>,
    /// The cost as a last part.
    pub last: Option<f32>,
    /// Whether everybody knows the word as a whole.
    pub familiar: bool,
}

impl Entry {
    /// The entry as one number.
    #[must_use]
    pub fn packed(self) -> u64 {
        let kept = |cost: Option<f32>| cost.map_or(0, steps);
        (u64::from(self.familiar) << (2 * COST_BITS)) | (kept(self.last) << COST_BITS) | kept(self.first)
    }

    /// The entry of a number.
    #[must_use]
    pub fn unpacked(number: u64) -> Self {
        let cost = |kept: u64| {
            let kept = u8::try_from(kept & HIGHEST).unwrap_or_default();
            (kept > 0).then(|| f32::from(kept) / STEPS)
        };
        let familiar = number >> (2 * COST_BITS) == 1;
        Self { first: cost(number), last: cost(number >> COST_BITS), familiar }
    }
}

/// The nearest number of steps that is kept.
fn steps(cost: f32) -> u64 {
    (1..=HIGHEST)
        .min_by_key(|kept| {
            let kept = f32::from(u8::try_from(*kept).unwrap_or(u8::MAX)) / STEPS;
            // Ordered as numbers, since neither is negative.
            (kept - cost).abs().to_bits()
        })
        .unwrap_or(HIGHEST)
}

/// Bytes that hold no counts of parts.
#[derive(Debug, thiserror::Error)]
#[error("these bytes hold no counts of the parts of words")]
pub struct Damaged;

/// The counts, read where they lie.
#[derive(Debug, Clone)]
pub struct Productivity<'d> {
    words: fst::Map<&'d [u8]>,
}

impl<'d> Productivity<'d> {
    /// Reads the head of the data, not its words.
    ///
    /// # Errors
    /// When the bytes are something else.
    pub fn new(bytes: &'d [u8]) -> Result<Self, Damaged> {
        fst::Map::new(bytes).map(|words| Self { words }).map_err(|_| Damaged)
    }

    /// The counts of this program.
    #[must_use]
    pub fn shipped() -> &'static Productivity<'static> {
        static COUNTS: LazyLock<Productivity<'static>> =
            LazyLock::new(|| Productivity::new(SHIPPED).expect("a test reads the counts that ship"));
        &COUNTS
    }

    /// What is kept of a word; an empty entry for one that is no part of others.
    #[must_use]
    pub fn of(&self, word: &str) -> Entry {
        self.words.get(word).map(Entry::unpacked).unwrap_or_default()
    }

    /// The costs of the first parts that stand at the beginning of a text, with their lengths in bytes, shortest first.
    pub fn first_parts(&self, text: &str) -> impl Iterator<Item = (usize, f32)> {
        let words = self.words.as_fst();
        let mut node = words.root();
        let mut number = fst::raw::Output::zero();
        text.bytes()
            .enumerate()
            .map_while(move |(at, byte)| {
                let transition = node.transition(node.find_input(byte)?);
                number = number.cat(transition.out);
                node = words.node(transition.addr);
                let here = node.is_final().then(|| number.cat(node.final_output()).value());
                Some((at + 1, here))
            })
            .filter_map(|(length, number)| Some((length, Entry::unpacked(number?).first?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_comes_back_from_its_number() {
        let cases = [
            Entry::default(),
            Entry { first: Some(4.25), last: None, familiar: false },
            Entry { first: None, last: Some(0.25), familiar: true },
            Entry { first: Some(15.75), last: Some(15.75), familiar: true },
        ];
        for entry in cases {
            assert_eq!(Entry::unpacked(entry.packed()), entry);
        }
        let odd = Entry { first: Some(99.0), last: Some(0.01), familiar: true };
        assert_eq!(Entry::unpacked(odd.packed()), Entry { first: Some(15.75), last: Some(0.25), familiar: true });
    }

    #[test]
    fn the_first_parts_at_the_beginning_are_found_with_the_cost_that_each_has() {
        let counts = Productivity::shipped();
        for word in ["stadsdeelkantoor", "kinderdagverblijf", "xylofoon", "é", ""] {
            for (length, cost) in counts.first_parts(word) {
                assert_eq!(counts.of(&word[..length]).first, Some(cost), "{word} {length}");
            }
        }
        let found: Vec<usize> = counts.first_parts("stadsdeelkantoor").map(|(length, _)| length).collect();
        assert!(found.contains(&5), "{found:?}");
    }

    #[test]
    fn other_bytes_are_refused() {
        for bytes in [&b""[..], b"\x01", &[0xff; 64]] {
            assert!(Productivity::new(bytes).is_err(), "{bytes:?}");
        }
    }
}
