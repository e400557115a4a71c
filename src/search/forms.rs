//! What a written word is looked up by: its lemmas, its stem, and the parts inside it. Computed once for each distinct
//! word of the texts and once for each word of a query; both sides use these functions, which is why they meet.

use super::stems::Stems;
use crate::text::dutch;

/// A way in which forms of words belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Kin {
    /// They may be forms of the same dictionary word: `liep` and `gelopen`.
    Lemma,
    /// They have the same stem: `regeren` and `regering`.
    Stem,
    /// One stands inside the other: `agent` in `wijkagenten`.
    Part,
}

impl Kin {
    /// All of them.
    pub(super) const ALL: [Self; 3] = [Self::Lemma, Self::Stem, Self::Part];

    /// Stands for it in the vocabulary: part of the file format.
    pub(super) const fn letter(self) -> u8 {
        match self {
            Self::Lemma => b'l',
            Self::Stem => b's',
            Self::Part => b'p',
        }
    }
}

/// Finds what words are looked up by.
#[derive(Debug, Clone)]
pub(super) struct Forms {
    stems: Stems,
}

impl Forms {
    pub(super) fn new() -> Self {
        Self { stems: Stems::new() }
    }

    /// The keys under which a folded word of a text is found.
    pub(super) fn of_text(&mut self, kin: Kin, word: &str) -> Vec<String> {
        match kin {
            Kin::Lemma => dutch::lemmas(word),
            Kin::Stem => vec![self.stems.stem(word)],
            Kin::Part => dutch::compound::parts(word),
        }
    }

    /// The keys that a folded word of a query asks for.
    pub(super) fn of_query(&mut self, kin: Kin, word: &str) -> Vec<String> {
        match kin {
            Kin::Stem => vec![self.stems.stem(word)],
            Kin::Lemma => dutch::lemmas(word),
            Kin::Part => {
                let mut keys = dutch::lemmas(word);
                keys.push(word.to_owned());
                keys
            }
        }
    }
}
