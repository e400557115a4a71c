//! The words of a study, counted: which words respondents use, per group, and which are characteristic of a part.
//! `search/` counts, the study says whose words a stretch of text is. A word counts under a condition on codings when it
//! stands inside such a fragment, not merely in the same turn. Speaker labels and time marks are no words of anybody.

use super::searching::Interviewer;
use super::{Refusal, Workspace};
use crate::analysis::{At, Context, Filter, GroupBy, Keyness, ParticipantsOf, Place, Study, Text, Usage, groups};
use crate::model::Span;
use crate::search::{Bin, Countable, Spread, Stretch, WordCount, WordCounter, WordCounts};
use crate::text::{dutch, is_function_word};
use rustc_hash::FxHashMap;

/// Texts that are in memory at once: enough for the cores.
const AT_ONCE: usize = 16;

/// Which words are counted.
#[derive(Debug, Clone)]
pub struct WordsRequest {
    /// Conditions on where words stand.
    pub filters: Vec<Filter>,
    /// Whether what the interviewer says counts.
    pub interviewer: Interviewer,
    /// Which words are listed.
    pub listed: Listed,
}

/// Which words are listed; all words count in totals and rates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Listed {
    /// All.
    #[default]
    All,
    /// Those that carry content: no articles, pronouns, auxiliary verbs and the like.
    Content,
}

/// What a count is divided by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Division {
    /// Cases.
    Cases,
    /// Roles, moments or the values of an attribute.
    Groups(GroupBy),
}

/// Words, counted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CountedWords {
    /// The names of the groups that have any words.
    pub groups: Vec<String>,
    /// Their words.
    pub counts: WordCounts,
}

/// The words of a part beside those of the rest.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ComparedWords {
    /// All words of the part.
    pub part: Spread,
    /// All words of the rest.
    pub rest: Spread,
    /// Each word, the surest difference first.
    pub words: Vec<ComparedWord>,
}

/// A word in the part and in the rest.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparedWord {
    /// The word; its groups are the part and the rest.
    pub word: WordCount,
    /// How characteristic it is of the part.
    pub keyness: Keyness,
}

impl Workspace {
    /// Counts words under their dictionary form.
    ///
    /// # Errors
    /// When a text cannot be read.
    pub fn count_words(
        &self,
        study: &Study,
        request: &WordsRequest,
        by: Option<&Division>,
    ) -> Result<CountedWords, Refusal> {
        let divided = by.map(|by| divide(study, by)).unwrap_or_default();
        let sort = |context: &Context<'_>| -> Option<Vec<u32>> {
            let holds = |filter: &Filter| filter.holds(study, context);
            request.filters.iter().all(holds).then(|| {
                let inside = divided.iter().zip(0..).filter(|((_, filter), _)| holds(filter));
                inside.map(|(_, group)| group).collect()
            })
        };
        let mut counts = self.tally(study, request, divided.len(), &sort)?;
        // A group without a word says nothing, and an attribute may have hundreds of values.
        let full: Vec<bool> = counts.groups.iter().map(|group| group.words > 0).collect();
        let keep = |spreads: &mut Vec<Spread>| {
            let mut full = full.iter();
            spreads.retain(|_| full.next().copied().unwrap_or(false));
        };
        keep(&mut counts.groups);
        counts.words.iter_mut().for_each(|word| keep(&mut word.groups));
        let names = divided.into_iter().zip(&full).filter(|(_, full)| **full).map(|((name, _), _)| name);
        Ok(CountedWords { groups: names.collect(), counts })
    }

    /// Compares the words of a part, for which all filters hold, with all other words. Nothing is listed when either
    /// has no words.
    ///
    /// # Errors
    /// When a text cannot be read.
    pub fn compare_words(&self, study: &Study, request: &WordsRequest) -> Result<ComparedWords, Refusal> {
        let sort = |context: &Context<'_>| {
            let inside = request.filters.iter().all(|filter| filter.holds(study, context));
            Some(vec![u32::from(!inside)])
        };
        let counts = self.tally(study, request, 2, &sort)?;
        let [part, rest] = [0, 1].map(|group| counts.groups.get(group).copied().unwrap_or_default());
        let compared = |word: WordCount| {
            let [in_part, in_rest] = [0, 1].map(|group| word.groups.get(group).map_or(0, |spread| spread.words));
            let usage = Usage { in_part, part: part.words, in_rest, rest: rest.words };
            usage.keyness().map(|keyness| ComparedWord { word, keyness })
        };
        let mut words: Vec<ComparedWord> = counts.words.into_iter().filter_map(compared).collect();
        // Equal ones stay in the order of how common they are.
        words.sort_by(|a, b| b.keyness.log_likelihood.total_cmp(&a.keyness.log_likelihood));
        Ok(ComparedWords { part, rest, words })
    }

    /// Counts all words that `sort` puts into groups; it says nothing of words that do not count.
    fn tally(
        &self,
        study: &Study,
        request: &WordsRequest,
        groups: usize,
        sort: &dyn Fn(&Context<'_>) -> Option<Vec<u32>>,
    ) -> Result<WordCounts, Refusal> {
        let by_fragment = request.filters.iter().any(Filter::asks_for_codings);
        let mut sorting = Sorting { study, request, sort, by_fragment, bins: Vec::new(), known: FxHashMap::default() };
        let mut counter = WordCounter::default();
        let mut batch = Vec::with_capacity(AT_ONCE);
        for (at, text) in study.texts.iter() {
            let stretches = sorting.stretches(at);
            if stretches.is_empty() {
                continue;
            }
            batch.push(Countable { text: self.store.revision(text.row.revision)?.text, stretches });
            if batch.len() == AT_ONCE {
                counter.take_in(&batch);
                batch.clear();
            }
        }
        counter.take_in(&batch);
        let listed = |folded: &str| match request.listed {
            Listed::All => true,
            Listed::Content => !is_function_word(folded),
        };
        Ok(counter.finish(&sorting.bins, groups, &likeliest_lemma, &listed))
    }
}

/// The dictionary form of a folded word; of several, the likeliest.
fn likeliest_lemma(folded: &str) -> String {
    dutch::lemmas(folded).into_iter().next().unwrap_or_else(|| folded.to_owned())
}

/// The groups of a division, each with the filter that makes it.
fn divide(study: &Study, by: &Division) -> Vec<(String, Filter)> {
    match by {
        Division::Cases => {
            let cases = study.cases.iter();
            cases.map(|(at, case)| (case.name.clone(), Filter::Cases([at].into()))).collect()
        }
        Division::Groups(by) => groups(study, by),
    }
}

/// Says for every stretch of a text in which bin its words fall.
struct Sorting<'s> {
    study: &'s Study,
    request: &'s WordsRequest,
    sort: &'s dyn Fn(&Context<'_>) -> Option<Vec<u32>>,
    /// Whether the answer may change inside a turn.
    by_fragment: bool,
    bins: Vec<Bin>,
    known: FxHashMap<Bin, u32>,
}

impl Sorting<'_> {
    /// The stretches of a text that hold words that count: what is said in its turns, or its paragraphs.
    fn stretches(&mut self, at: At<Text>) -> Vec<Stretch> {
        let text = &self.study.texts[at];
        let structure = &text.structure;
        let units: Vec<Span> = if structure.turns.is_empty() {
            structure.paragraphs.clone()
        } else {
            let said =
                |turn: &crate::model::Turn| Span { start: turn.label.end.max(turn.span.start), end: turn.span.end };
            structure.turns.iter().map(said).filter(|span| span.start <= span.end).collect()
        };
        let mut by_speaker: FxHashMap<u16, Option<u32>> = FxHashMap::default();
        let mut stretches = Vec::new();
        for (unit, span) in units.into_iter().enumerate() {
            let bins = if self.by_fragment {
                self.bins_by_fragment(at, unit, span)
            } else {
                // Without fragments the answer hangs on the speaker alone.
                let speaker = structure.turns.get(unit).map_or(u16::MAX, |turn| turn.speaker);
                let bin = match by_speaker.get(&speaker) {
                    Some(bin) => *bin,
                    None => *by_speaker.entry(speaker).or_insert(self.bin(at, unit, &[])),
                };
                vec![(span.start, bin)]
            };
            let bins = without_times(bins, span, structure);
            if bins.iter().any(|(_, bin)| bin.is_some()) {
                stretches.push(Stretch { span, bins });
            }
        }
        stretches
    }

    /// Cuts a unit at the ends of its fragments.
    fn bins_by_fragment(&mut self, at: At<Text>, unit: usize, span: Span) -> Vec<(u32, Option<u32>)> {
        let over: Vec<&Place> = self.study.places_in(at).iter().filter(|place| place.span.overlaps(span)).collect();
        let ends = over.iter().flat_map(|place| [place.span.start, place.span.end]);
        let mut cuts: Vec<u32> = ends.filter(|cut| span.start < *cut && *cut < span.end).collect();
        cuts.push(span.start);
        cuts.sort_unstable();
        cuts.dedup();
        let bin = |cut: u32| {
            let here: Vec<&Place> =
                over.iter().copied().filter(|place| place.span.start <= cut && cut < place.span.end).collect();
            (cut, self.bin(at, unit, &here))
        };
        cuts.into_iter().map(bin).collect()
    }

    /// The bin of the words of a unit that carry these fragments.
    fn bin(&mut self, at: At<Text>, unit: usize, places: &[&Place]) -> Option<u32> {
        let text = &self.study.texts[at];
        let participants = match text.speakers_of(unit) {
            ParticipantsOf::Interviewer if self.request.interviewer == Interviewer::LeftOut => return None,
            ParticipantsOf::Interviewer => &[][..],
            ParticipantsOf::Participants(people) => people,
        };
        let mut cases: Vec<_> = participants.iter().filter_map(|person| self.study.case_of(*person)).collect();
        if cases.is_empty() {
            cases.extend(text.case);
        }
        cases.sort_unstable();
        cases.dedup();
        let context = Context { text: Some(at), participants, cases: &cases, places: Some(places) };
        let groups = (self.sort)(&context)?;
        let cases = cases.iter().map(|case| u32::try_from(case.number()).unwrap_or(u32::MAX)).collect();
        let bin = Bin { groups, cases };
        if let Some(known) = self.known.get(&bin) {
            return Some(*known);
        }
        let number = u32::try_from(self.bins.len()).unwrap_or(u32::MAX);
        self.bins.push(bin.clone());
        self.known.insert(bin, number);
        Some(number)
    }
}

/// The bins of a unit without the time marks in it.
fn without_times(
    bins: Vec<(u32, Option<u32>)>,
    span: Span,
    structure: &crate::model::Structure,
) -> Vec<(u32, Option<u32>)> {
    let marks: Vec<Span> = structure.times.iter().map(|time| time.span).filter(|mark| mark.overlaps(span)).collect();
    if marks.is_empty() {
        return bins;
    }
    let inside = |at: u32| marks.iter().any(|mark| mark.start <= at && at < mark.end);
    let bin_at = |at: u32| bins.iter().rev().find(|(from, _)| *from <= at).and_then(|(_, bin)| *bin);
    let ends = marks.iter().flat_map(|mark| [mark.start, mark.end]).filter(|cut| span.start < *cut && *cut < span.end);
    let mut cuts: Vec<u32> = bins.iter().map(|(from, _)| *from).chain(ends).collect();
    cuts.sort_unstable();
    cuts.dedup();
    cuts.into_iter().map(|cut| (cut, if inside(cut) { None } else { bin_at(cut) })).collect()
}
