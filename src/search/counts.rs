//! Counts words: each under its dictionary form, with the forms in which it occurs, in how many texts and cases, as a
//! whole and per group. It reads the texts themselves, since no index knows which words a respondent said inside a
//! fragment; the caller says for every stretch of a text in which bin its words fall, and what a bin belongs to.
//!
//! A word is looked up as it is written; folding and the dictionary form are asked once per different spelling, so that
//! three million words cost sixty thousand lookups.

use crate::model::Span;
use crate::text::fold::fold;
use crate::text::words::{Spans, core};
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;

/// What the words of a bin belong to, by positions that the caller knows.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Bin {
    /// Groups; words count in each.
    pub groups: Vec<u32>,
    /// Cases.
    pub cases: Vec<u32>,
}

/// A text with the stretches whose words count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Countable {
    /// The text.
    pub text: String,
    /// Its stretches, in order.
    pub stretches: Vec<Stretch>,
}

/// A stretch of a text in which no word is cut in two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// Where it stands.
    pub span: Span,
    /// From which byte on words fall in which bin, none counting nowhere; a word belongs where it begins.
    pub bins: Vec<(u32, Option<u32>)>,
}

/// How often, and in how many texts and cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Spread {
    /// Words.
    pub words: u64,
    /// Texts that hold any of them.
    pub texts: usize,
    /// Cases that have any of them.
    pub cases: usize,
}

/// A word under its dictionary form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordCount {
    /// The dictionary form, with its accents as far as the texts show them.
    pub lemma: String,
    /// The forms that occur, as they are mostly written, the commonest first.
    pub forms: Vec<(String, u64)>,
    /// In all bins.
    pub all: Spread,
    /// In each group.
    pub groups: Vec<Spread>,
}

/// All words that were counted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WordCounts {
    /// All words together, also those that are not listed.
    pub all: Spread,
    /// The same for each group.
    pub groups: Vec<Spread>,
    /// The listed words, the commonest first.
    pub words: Vec<WordCount>,
}

/// Takes in texts, and then says what was counted.
#[derive(Debug, Default)]
pub struct WordCounter {
    /// Each spelling with its position.
    known: FxHashMap<Box<str>, u32>,
    sheets: Vec<Sheet>,
    texts: u32,
}

/// The words of one bin in one text: spelling and count.
#[derive(Debug)]
struct Sheet {
    text: u32,
    bin: u32,
    counts: Vec<(u32, u32)>,
}

impl WordCounter {
    /// Counts the words of some texts, side by side.
    pub fn take_in(&mut self, texts: &[Countable]) {
        let counted: Vec<_> = texts.par_iter().map(count).collect();
        for bins in counted {
            for (bin, words) in bins {
                let counts = words.into_iter().map(|(word, times)| (self.position(word), times)).collect();
                self.sheets.push(Sheet { text: self.texts, bin, counts });
            }
            self.texts += 1;
        }
    }

    fn position(&mut self, word: &str) -> u32 {
        if let Some(position) = self.known.get(word) {
            return *position;
        }
        let position = narrow(self.known.len());
        self.known.insert(word.into(), position);
        position
    }

    /// What was counted, in so many groups. `lemma_of` gives the dictionary form of a folded word; only words of which
    /// `listed` holds are listed, all count in the totals.
    #[must_use]
    pub fn finish(
        self,
        bins: &[Bin],
        groups: usize,
        lemma_of: &(dyn Fn(&str) -> String + Sync),
        listed: &dyn Fn(&str) -> bool,
    ) -> WordCounts {
        let mut spellings: Vec<(Box<str>, u64)> = vec![(Box::default(), 0); self.known.len()];
        for (word, position) in self.known {
            spellings[position as usize].0 = word;
        }
        for (spelling, times) in self.sheets.iter().flat_map(|sheet| &sheet.counts) {
            spellings[*spelling as usize].1 += u64::from(*times);
        }
        let vocabulary = Vocabulary::new(&spellings, lemma_of, listed);
        let (all, listed) = spread(&self.sheets, bins, groups, &vocabulary);
        let mut words: Vec<WordCount> = vocabulary
            .lemmas
            .into_iter()
            .zip(listed)
            .map(|((lemma, forms), mut spreads)| {
                let all = spreads.remove(0);
                WordCount { lemma, forms, all, groups: spreads }
            })
            .collect();
        words.sort_by(|a, b| {
            b.all
                .words
                .cmp(&a.all.words)
                .then_with(|| fold(&a.lemma).cmp(&fold(&b.lemma)))
                .then_with(|| a.lemma.cmp(&b.lemma))
        });
        let mut all = all.into_iter();
        WordCounts { all: all.next().unwrap_or_default(), groups: all.collect(), words }
    }
}

/// The words of one text, per bin.
fn count(countable: &Countable) -> Vec<(u32, FxHashMap<&str, u32>)> {
    let mut counted: Vec<(u32, FxHashMap<&str, u32>)> = Vec::new();
    for stretch in &countable.stretches {
        let text = stretch.span.of(&countable.text);
        let mut part = 0;
        for span in Spans::new(text) {
            let begin = stretch.span.start + span.start;
            while stretch.bins.get(part + 1).is_some_and(|(from, _)| *from <= begin) {
                part += 1;
            }
            let Some((_, Some(bin))) = stretch.bins.get(part) else { continue };
            let at = counted.iter().position(|(known, _)| known == bin).unwrap_or_else(|| {
                counted.push((*bin, FxHashMap::default()));
                counted.len() - 1
            });
            *counted[at].1.entry(core(text, span)).or_default() += 1;
        }
    }
    counted
}

/// The different words: which spellings are one form, and which forms one lemma.
struct Vocabulary {
    /// The lemma of each spelling; none for words that are not listed.
    lemma_of: Vec<Option<u32>>,
    /// Each lemma with its forms.
    lemmas: Vec<(String, Vec<(String, u64)>)>,
}

/// Spellings of one form.
#[derive(Default)]
struct Form<'w> {
    times: u64,
    spellings: Vec<usize>,
    /// The commonest spelling, one in lower case before any other.
    best: Option<(bool, u64, &'w str)>,
}

impl Vocabulary {
    fn new(
        spellings: &[(Box<str>, u64)],
        lemma_of: &(dyn Fn(&str) -> String + Sync),
        listed: &dyn Fn(&str) -> bool,
    ) -> Self {
        let mut forms: FxHashMap<String, Form<'_>> = FxHashMap::default();
        for (position, (spelling, times)) in spellings.iter().enumerate() {
            let form = forms.entry(fold(spelling).into_owned()).or_default();
            form.times += times;
            form.spellings.push(position);
            let better = (!has_capital(spelling), *times, &**spelling);
            if form.best.is_none_or(|best| better > best) {
                form.best = Some(better);
            }
        }
        let written = |folded: &str| {
            let best = forms.get(folded).and_then(|form| form.best);
            best.map_or_else(|| folded.to_owned(), |(_, _, spelling)| spelling.nfc().collect())
        };
        let mut lemmas: Vec<(String, Vec<(String, u64)>)> = Vec::new();
        let mut positions: FxHashMap<String, u32> = FxHashMap::default();
        let mut lemma_of_spelling = vec![None; spellings.len()];
        let wanted: Vec<(&String, &Form<'_>)> = forms.iter().filter(|(folded, _)| listed(folded)).collect();
        // Words that no dictionary knows take the longest: made-up compounds, names, slips of the pen.
        let found: Vec<String> = wanted.par_iter().map(|(folded, _)| lemma_of(folded)).collect();
        for ((folded, form), lemma) in wanted.into_iter().zip(found) {
            let at = *positions.entry(lemma).or_insert_with_key(|lemma| {
                lemmas.push((written(lemma), Vec::new()));
                narrow(lemmas.len() - 1)
            });
            lemmas[at as usize].1.push((written(folded), form.times));
            for spelling in &form.spellings {
                lemma_of_spelling[*spelling] = Some(at);
            }
        }
        for (lemma, own) in &mut lemmas {
            own.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
            if !forms.contains_key(lemma.as_str())
                && let Some((form, _)) = own.iter().find(|(form, _)| !has_capital(form)).or(own.first())
            {
                *lemma = written_like(lemma, form);
            }
        }
        Self { lemma_of: lemma_of_spelling, lemmas }
    }
}

/// A folded lemma that does not occur itself, with the accents of a form that does: `coördinator` after
/// `coördinatoren`.
fn written_like(lemma: &str, form: &str) -> String {
    let same =
        |(plain, written): &(char, char)| *fold(written.encode_utf8(&mut [0; 4])) == *plain.encode_utf8(&mut [0; 4]);
    let shared: Vec<char> = lemma.chars().zip(form.chars()).take_while(same).map(|(_, written)| written).collect();
    let lower = shared.iter().skip(1).flat_map(|c| c.to_lowercase());
    shared.iter().take(1).copied().chain(lower).chain(lemma.chars().skip(shared.len())).collect()
}

fn has_capital(word: &str) -> bool {
    word.chars().any(char::is_uppercase)
}

/// A spread as a whole, then one per group.
type Spreads = Vec<Spread>;

/// Adds up the sheets: all words together, and each lemma.
fn spread(sheets: &[Sheet], bins: &[Bin], groups: usize, vocabulary: &Vocabulary) -> (Spreads, Vec<Spreads>) {
    let mut adding = Adding::new(groups, vocabulary.lemmas.len());
    for sheet in sheets {
        let belongs = bins.get(sheet.bin as usize).map_or(&[][..], |bin| &bin.groups);
        adding.texts(sheet, belongs, vocabulary);
    }
    let mut by_case: Vec<(u32, usize)> = Vec::new();
    for (at, sheet) in sheets.iter().enumerate() {
        let cases = bins.get(sheet.bin as usize).map_or(&[][..], |bin| &bin.cases);
        by_case.extend(cases.iter().map(|case| (*case, at)));
    }
    by_case.sort_unstable();
    adding.last.fill(u32::MAX);
    for (case, at) in by_case {
        let sheet = &sheets[at];
        let belongs = bins.get(sheet.bin as usize).map_or(&[][..], |bin| &bin.groups);
        adding.cases(sheet, case, belongs, vocabulary);
    }
    let mut rows = adding.spreads.chunks(adding.width).map(<[Spread]>::to_vec);
    (rows.next().unwrap_or_default(), rows.collect())
}

/// Spreads on their way: a row for all words, then one per lemma; a column for the whole, then one per group.
struct Adding {
    width: usize,
    spreads: Vec<Spread>,
    /// The text or case in which each was seen last.
    last: Vec<u32>,
}

impl Adding {
    fn new(groups: usize, lemmas: usize) -> Self {
        let width = groups + 1;
        let size = width * (lemmas + 1);
        Self { width, spreads: vec![Spread::default(); size], last: vec![u32::MAX; size] }
    }

    /// Calls `add` for every word of a sheet, in the row of all words and in that of its lemma, as a whole and in each
    /// group: the spread, how often the word stands there, and whether the spread meets `now` for the first time.
    fn each(&mut self, sheet: &Sheet, now: u32, groups: &[u32], of: &Vocabulary, add: impl Fn(&mut Spread, u32, bool)) {
        for (spelling, times) in &sheet.counts {
            let lemma = of.lemma_of[*spelling as usize].map(|lemma| lemma as usize + 1);
            for row in std::iter::once(0).chain(lemma) {
                for column in std::iter::once(0).chain(groups.iter().map(|group| *group as usize + 1)) {
                    let at = row * self.width + column;
                    let first = std::mem::replace(&mut self.last[at], now) != now;
                    add(&mut self.spreads[at], *times, first);
                }
            }
        }
    }

    fn texts(&mut self, sheet: &Sheet, groups: &[u32], of: &Vocabulary) {
        self.each(sheet, sheet.text, groups, of, |spread, times, first| {
            spread.words += u64::from(times);
            spread.texts += usize::from(first);
        });
    }

    fn cases(&mut self, sheet: &Sheet, case: u32, groups: &[u32], of: &Vocabulary) {
        self.each(sheet, case, groups, of, |spread, _, first| spread.cases += usize::from(first));
    }
}

fn narrow(number: usize) -> u32 {
    u32::try_from(number).expect("a study has fewer than four billion different words")
}

#[cfg(test)]
mod tests;
