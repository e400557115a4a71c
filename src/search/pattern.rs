//! The words of a query as the index has them: each typed word becomes a slot with all written forms that may stand
//! there. The index looks for patterns and the marks show them, so what is found and what is marked cannot differ.

use super::forms::{Forms, Kin};
use super::keys::{hyphened, keys, verb};
use super::vocabulary::Vocabulary;
use crate::text::query::{Near, Reach, Tree, Words, WordsKind, word_pattern};
use crate::text::words::{Word, words};

/// How words that stand without quotation marks are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Matching {
    /// As typed, but for case, accents and the shape of apostrophes.
    Exact,
    /// By their lemma: `lopen` finds `liep`, `gesprek` finds `gesprekken`, `opbellen` finds `belde … op`.
    #[default]
    Lemmas,
    /// By their lemma or their stem: `regeren` finds `regering` too.
    Broad,
    /// By their lemma, also inside compounds: `agent` finds `wijkagenten`.
    Inside,
}

impl Matching {
    fn kins(self) -> &'static [Kin] {
        match self {
            Self::Exact => &[],
            Self::Lemmas => &[Kin::Lemma],
            Self::Broad => &[Kin::Lemma, Kin::Stem],
            Self::Inside => &[Kin::Lemma, Kin::Part],
        }
    }
}

/// Other words for the same thing: from the folded words of a term or phrase to those of its synonyms.
pub type Synonyms<'a> = dyn Fn(&[String]) -> Vec<Vec<String>> + Sync + 'a;

/// What may stand at one position.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Slot {
    /// Written words, sorted.
    pub(super) words: Vec<String>,
    /// Terms of keys, sorted.
    pub(super) keys: Vec<String>,
}

/// Words to look for in a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Pattern {
    /// These in a row; one or more.
    Row(Vec<Slot>),
    /// Any of these.
    Any(Vec<Pattern>),
    /// Two that stand close to each other.
    Near { left: Box<Pattern>, reach: Reach, right: Box<Pattern> },
}

/// Makes patterns of what was typed.
pub(super) struct PatternMaker<'a> {
    vocabulary: &'a Vocabulary,
    matching: Matching,
    synonyms: &'a Synonyms<'a>,
    forms: Forms,
}

impl<'a> PatternMaker<'a> {
    pub(super) fn new(vocabulary: &'a Vocabulary, matching: Matching, synonyms: &'a Synonyms<'a>) -> Self {
        Self { vocabulary, matching, synonyms, forms: Forms::new() }
    }

    /// The pattern of words, or of words near each other; none for a condition on the study, which the parser keeps out
    /// of such places.
    pub(super) fn tree(&mut self, tree: &Tree) -> Option<Pattern> {
        match tree {
            Tree::Words(typed) => Some(self.words(typed)),
            Tree::Any(parts) => parts.iter().map(|part| self.tree(part)).collect::<Option<_>>().map(Pattern::Any),
            Tree::Near(near) => self.near(near),
            Tree::All(_) | Tree::Not(_) | Tree::Field(_) | Tree::Codings(_) | Tree::Coded(_) => None,
        }
    }

    fn near(&mut self, near: &Near) -> Option<Pattern> {
        let (left, right) = (Box::new(self.tree(&near.left)?), Box::new(self.tree(&near.right)?));
        Some(Pattern::Near { left, reach: near.reach, right })
    }

    /// The pattern of one thing typed.
    pub(super) fn words(&mut self, typed: &Words) -> Pattern {
        let matching = match typed.kind {
            WordsKind::Phrase => Matching::Exact,
            WordsKind::Lemmas if self.matching == Matching::Exact => Matching::Lemmas,
            _ => self.matching,
        };
        let found: Vec<Word<'_>> = words(&typed.text).collect();
        let folded: Vec<String> = found.iter().map(|word| word.folded.clone().into_owned()).collect();
        match typed.kind {
            WordsKind::Regex => {
                let slot = word_pattern(&typed.text).map(|pattern| {
                    let with = beginning(&typed.text);
                    self.written(self.vocabulary.fitting(&with, &pattern))
                });
                Pattern::Row(vec![slot.unwrap_or_default()])
            }
            WordsKind::Term => {
                let plain = self.term(&typed.text, &found, matching);
                self.with_synonyms(plain, &folded, matching)
            }
            WordsKind::Phrase | WordsKind::Lemmas => {
                let plain = self.row(&folded, matching);
                self.with_synonyms(plain, &folded, matching)
            }
            WordsKind::Prefix => {
                self.hyphened(&typed.text, &found, |maker, word| maker.written(maker.vocabulary.beginning(word)))
            }
            WordsKind::Fuzzy(most) => {
                self.hyphened(&typed.text, &found, |maker, word| maker.written(maker.vocabulary.near(word, most)))
            }
        }
    }

    /// A word in its forms; one with hyphens as its parts in a row, or as one.
    fn term(&mut self, typed: &str, found: &[Word<'_>], matching: Matching) -> Pattern {
        let folded: Vec<String> = found.iter().map(|word| word.folded.clone().into_owned()).collect();
        let row = self.row(&folded, matching);
        match whole(typed, found) {
            Some(letters) => Pattern::Any(vec![row, Pattern::Row(vec![self.slot(&letters, matching)])]),
            None => row,
        }
    }

    /// A beginning or something like a word: of parts between hyphens the last is such, and so is the whole.
    fn hyphened(&mut self, typed: &str, found: &[Word<'_>], slot: impl Fn(&Self, &str) -> Slot) -> Pattern {
        let Some((last, before)) = found.split_last() else { return Pattern::Row(vec![Slot::default()]) };
        let mut row: Vec<Slot> = before.iter().map(|word| self.slot(&word.folded, Matching::Exact)).collect();
        row.push(slot(self, &last.folded));
        match whole(typed, found) {
            Some(letters) => Pattern::Any(vec![Pattern::Row(row), Pattern::Row(vec![slot(self, &letters)])]),
            None => Pattern::Row(row),
        }
    }

    fn row(&mut self, folded: &[String], matching: Matching) -> Pattern {
        Pattern::Row(folded.iter().map(|word| self.slot(word, matching)).collect())
    }

    /// Every written form that a folded word stands for.
    fn slot(&mut self, word: &str, matching: Matching) -> Slot {
        let mut written = vec![word.to_owned()];
        let mut verbs = Vec::new();
        for kin in matching.kins() {
            for key in self.forms.of_query(*kin, word) {
                written.extend(self.vocabulary.forms(*kin, &key));
                if *kin == Kin::Lemma {
                    verbs.push(verb(&key));
                }
            }
        }
        let mut slot = self.written(written);
        slot.keys.extend(verbs);
        slot.keys.sort_unstable();
        slot.keys.dedup();
        slot
    }

    /// These words, as they are or with hyphens inside.
    fn written(&self, mut words: Vec<String>) -> Slot {
        words.sort_unstable();
        words.dedup();
        let hyphens = words.iter().filter(|word| self.vocabulary.is_hyphened(word));
        let keys = hyphens.map(|word| hyphened(word)).collect();
        Slot { words, keys }
    }

    fn with_synonyms(&mut self, plain: Pattern, folded: &[String], matching: Matching) -> Pattern {
        let others = (self.synonyms)(folded);
        if others.is_empty() {
            return plain;
        }
        let mut any = vec![plain];
        for other in others {
            if let [word] = &other[..] {
                any.push(Pattern::Row(vec![self.slot(word, matching)]));
            } else {
                any.push(self.row(&other, matching));
                any.push(Pattern::Row(vec![self.slot(&other.concat(), Matching::Exact)]));
            }
        }
        Pattern::Any(any)
    }
}

/// The letters of a word that hyphens cut in pieces and nothing else does.
fn whole(typed: &str, found: &[Word<'_>]) -> Option<String> {
    if found.len() < 2 {
        return None;
    }
    let letters: String = found.iter().map(|word| &*word.folded).collect();
    keys(typed, found).iter().any(|key| key.at == 0 && key.term == hyphened(&letters)).then_some(letters)
}

/// The letters with which everything begins that a regular expression fits: those before its first sign.
fn beginning(expression: &str) -> String {
    let letters = expression.bytes().take_while(u8::is_ascii_lowercase).count();
    let repeated = expression.as_bytes().get(letters).is_some_and(|sign| matches!(sign, b'*' | b'?' | b'{'));
    if expression.contains('|') {
        String::new()
    } else {
        expression[..letters - usize::from(repeated && letters > 0)].to_owned()
    }
}

impl Slot {
    pub(super) fn has_word(&self, word: &str) -> bool {
        self.words.binary_search_by(|known| known.as_str().cmp(word)).is_ok()
    }

    pub(super) fn has_key(&self, term: &str) -> bool {
        self.keys.binary_search_by(|known| known.as_str().cmp(term)).is_ok()
    }
}

impl Pattern {
    /// Whether where sentences begin matters.
    pub(super) fn asks_for_sentences(&self) -> bool {
        match self {
            Self::Row(_) => false,
            Self::Any(parts) => parts.iter().any(Self::asks_for_sentences),
            Self::Near { left, reach, right } => {
                *reach == Reach::Sentence || left.asks_for_sentences() || right.asks_for_sentences()
            }
        }
    }

    /// All slots, in order.
    pub(super) fn slots(&self) -> Vec<&Slot> {
        match self {
            Self::Row(slots) => slots.iter().collect(),
            Self::Any(parts) => parts.iter().flat_map(Self::slots).collect(),
            Self::Near { left, right, .. } => [left, right].into_iter().flat_map(|side| side.slots()).collect(),
        }
    }
}
