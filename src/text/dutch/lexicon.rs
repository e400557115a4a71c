//! The known words. The lexicon is a finite-state map from a word to the number of a set of edits; each edit makes one
//! lemma of the word and says what the word is of it. Some hundreds of thousands of words share a few thousand sets, so
//! that all of it is smaller than a tenth of the readings written out, and nothing is unpacked before a word is asked.
//!
//! The bytes: how many sets (32 bits, little-endian, as all numbers here), where each set ends (32 bits each, counted in
//! bytes from the first set), the sets, the map. An edit in a set is `keep, skip, strip, class, length, ending`.

use super::{Analysis, Class};
use std::sync::LazyLock;

/// The data that ships inside the program.
static SHIPPED: &[u8] = include_bytes!("../../../data/lexicon.bin");

/// How a lemma is made of a word: its first `keep` bytes, then what follows after `skip` more, without the last `strip`
/// bytes and with `ending` at the end. *opgebeld* with 2, 2, 1 and *len* is *op-bel-len*.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Edit {
    /// Bytes kept in front.
    pub keep: u8,
    /// Bytes left out after them.
    pub skip: u8,
    /// Bytes left out at the end.
    pub strip: u8,
    /// What the word is of the lemma; none marks a separable infinitive, and the edit gives the verb without particle.
    pub class: Option<Class>,
    /// What is put at the end.
    pub ending: String,
}

impl Edit {
    /// The edit that makes `lemma` of `word`, which keeps the longest beginning and, where that helps, leaves out *ge*.
    #[must_use]
    pub fn between(word: &str, lemma: &str, class: Option<Class>) -> Option<Self> {
        let plain = Self::at(word, lemma, class, 0, 0);
        let skipping = word.match_indices("ge").filter(|(at, _)| lemma.starts_with(&word[..*at]));
        let mut edits: Vec<Self> = skipping.filter_map(|(at, _)| Self::at(word, lemma, class, at, 2)).collect();
        edits.extend(plain);
        edits.into_iter().min_by_key(|edit| (edit.ending.len(), edit.skip))
    }

    /// The edit with a given beginning and gap.
    fn at(word: &str, lemma: &str, class: Option<Class>, keep: usize, skip: usize) -> Option<Self> {
        let (rest, wanted) = (word.get(keep + skip..)?, lemma.get(keep..)?);
        let common: usize =
            rest.chars().zip(wanted.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
        Some(Self {
            keep: u8::try_from(keep).ok()?,
            skip: u8::try_from(skip).ok()?,
            strip: u8::try_from(rest.len() - common).ok()?,
            class,
            ending: wanted[common..].to_owned(),
        })
    }

    /// The edit that leaves out the first bytes of a word.
    #[must_use]
    pub fn without_beginning(bytes: usize) -> Option<Self> {
        let skip = u8::try_from(bytes).ok()?;
        Some(Self { keep: 0, skip, strip: 0, class: None, ending: String::new() })
    }

    /// The lemma of a word; nothing for a word that the edit was not made for.
    #[must_use]
    pub fn apply(&self, word: &str) -> Option<String> {
        let Self { keep, skip, strip, ending, .. } = self;
        made(word, *keep, *skip, *strip, ending)
    }

    /// Appends the edit to a set.
    pub fn write(&self, bytes: &mut Vec<u8>) {
        let class = self.class.map_or(u8::MAX, |class| class as u8);
        let length = u8::try_from(self.ending.len()).unwrap_or(u8::MAX);
        bytes.extend([self.keep, self.skip, self.strip, class, length]);
        bytes.extend(&self.ending.as_bytes()[..usize::from(length)]);
    }
}

fn made(word: &str, keep: u8, skip: u8, strip: u8, ending: &str) -> Option<String> {
    let front = word.get(..usize::from(keep))?;
    let end = word.len().checked_sub(usize::from(strip))?;
    let back = word.get(usize::from(keep) + usize::from(skip)..end)?;
    Some([front, back, ending].concat())
}

/// Bytes that are no lexicon.
#[derive(Debug, thiserror::Error)]
#[error("these bytes are not a lexicon")]
pub struct Damaged;

/// A lexicon, read where it lies.
#[derive(Debug, Clone)]
pub struct Lexicon<'d> {
    ends: &'d [u8],
    sets: &'d [u8],
    words: fst::Map<&'d [u8]>,
}

impl<'d> Lexicon<'d> {
    /// Reads the parts of a lexicon, not its words.
    ///
    /// # Errors
    /// When the bytes are cut short or something else altogether.
    pub fn new(bytes: &'d [u8]) -> Result<Self, Damaged> {
        let (count, rest) = bytes.split_first_chunk::<4>().ok_or(Damaged)?;
        let count = u32::from_le_bytes(*count) as usize;
        let (ends, rest) = rest.split_at_checked(count.checked_mul(4).ok_or(Damaged)?).ok_or(Damaged)?;
        let size = ends.last_chunk::<4>().map_or(0, |end| u32::from_le_bytes(*end) as usize);
        let (sets, words) = rest.split_at_checked(size).ok_or(Damaged)?;
        Ok(Self { ends, sets, words: fst::Map::new(words).map_err(|_| Damaged)? })
    }

    /// The lexicon of this program.
    #[must_use]
    pub fn shipped() -> &'static Lexicon<'static> {
        static LEXICON: LazyLock<Lexicon<'static>> =
            LazyLock::new(|| Lexicon::new(SHIPPED).expect("a test reads the lexicon that ships"));
        &LEXICON
    }

    /// How many words are known.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether no word is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether a word is known.
    #[must_use]
    pub fn contains(&self, word: &str) -> bool {
        self.words.contains_key(word)
    }

    /// The readings of a word, likeliest first; none when it is not known.
    #[must_use]
    pub fn readings(&self, word: &str) -> Vec<Analysis> {
        let edits = self.edits(word).into_iter().flatten();
        edits.filter_map(|(class, lemma)| class.map(|class| Analysis { class, lemma })).collect()
    }

    /// The verb in a separable infinitive: *bellen* in *opbellen*.
    #[must_use]
    pub fn verb_within(&self, infinitive: &str) -> Option<String> {
        self.edits(infinitive)?.find_map(|(class, verb)| class.is_none().then_some(verb))
    }

    /// What the edits of a word make of it.
    fn edits<'w>(&self, word: &'w str) -> Option<impl Iterator<Item = (Option<Class>, String)> + use<'d, 'w>> {
        let number = usize::try_from(self.words.get(word)?).ok()?;
        let end = |number: usize| {
            let bytes = self.ends.get(number.checked_mul(4)?..)?.first_chunk::<4>()?;
            usize::try_from(u32::from_le_bytes(*bytes)).ok()
        };
        let start = if number == 0 { 0 } else { end(number - 1)? };
        let mut set = self.sets.get(start..end(number)?)?;
        Some(std::iter::from_fn(move || {
            let (&[keep, skip, strip, class, length], rest) = set.split_first_chunk::<5>()?;
            let (ending, rest) = rest.split_at_checked(usize::from(length))?;
            set = rest;
            let lemma = made(word, keep, skip, strip, std::str::from_utf8(ending).ok()?)?;
            Some((Class::ALL.get(usize::from(class)).copied(), lemma))
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edit_makes_the_lemma_of_the_word_it_was_made_for() {
        let cases = [
            ("opgebeld", "opbellen", (2, 2, 1, "len")),
            ("gelopen", "lopen", (0, 2, 0, "")),
            ("huizen", "huis", (0, 0, 3, "s")),
            ("was", "zijn", (0, 0, 3, "zijn")),
            ("liep", "lopen", (0, 0, 3, "open")),
            ("huis", "huis", (0, 0, 0, "")),
            ("regelgeving", "regelgeving", (0, 0, 0, "")),
        ];
        for (word, lemma, (keep, skip, strip, ending)) in cases {
            let edit = Edit::between(word, lemma, Some(Class::Other)).expect("short words");
            assert_eq!((edit.keep, edit.skip, edit.strip, edit.ending.as_str()), (keep, skip, strip, ending), "{word}");
            assert_eq!(edit.apply(word).as_deref(), Some(lemma), "{word}");
        }
    }

    #[test]
    fn an_edit_for_another_word_makes_nothing() {
        let edit = Edit::between("geinterviewd", "interviewen", Some(Class::Participle)).expect("short words");
        for word in ["", "g", "é", "éé"] {
            assert_eq!(edit.apply(word).filter(|lemma| lemma == "interviewen"), None, "{word:?}");
        }
    }

    #[test]
    fn the_shipped_lexicon_can_be_read_and_every_word_has_a_reading() {
        use fst::Streamer;
        let lexicon = Lexicon::new(SHIPPED).expect("it ships");
        assert!(SHIPPED.len() <= 3_000_000, "{} bytes", SHIPPED.len());
        let mut stream = lexicon.words.stream();
        while let Some((word, _)) = stream.next() {
            let word = std::str::from_utf8(word).expect("words are text");
            let readings = lexicon.readings(word);
            assert!(!readings.is_empty() && readings.iter().all(|reading| !reading.lemma.is_empty()), "{word}");
        }
    }

    #[test]
    fn other_bytes_are_refused() {
        for bytes in [&b""[..], b"\x01", b"\xff\xff\xff\xff", b"\x01\0\0\0\x09\0\0\0ab", &SHIPPED[..1000]] {
            assert!(Lexicon::new(bytes).is_err(), "{bytes:?}");
        }
    }
}
