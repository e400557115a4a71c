//! Search as people use it: the index finds turns by their words, the study says which of them belong to a case, a role
//! or a code, and the text shows where the words stand. The index is brought up to date first; when another process is
//! doing that, what is missing is searched in memory, so an answer is never of yesterday.

use super::{Refusal, Workspace};
use crate::analysis::{At, Context, Filter, FilterFault, ParticipantsOf, Place, Study, Text};
use crate::model::{Case, PointSpan, RevisionId, Span};
use crate::search::{Answer, Found, Matching, Options, Order, Predicate, SearchFault, SearchIndex, Unit};
use crate::store::Store;
use crate::text::{PointIndex, PointNotes, Tree, parse_query};
use rustc_hash::FxHashMap;
use std::path::PathBuf;
use std::sync::Arc;

/// Bytes of texts that are kept between searches: twice the texts of a study of full size.
const MOST_KEPT: usize = 48 << 20;

/// A text that a search has shown.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    text: Arc<str>,
    points: PointNotes,
}

/// What is looked for.
#[derive(Debug, Clone)]
pub struct SearchRequest<'a> {
    /// The query as typed.
    pub query: &'a str,
    /// How words without quotation marks are compared.
    pub matching: Matching,
    /// Conditions beside the query.
    pub filters: Vec<Filter>,
    /// Whether what the interviewer says can be a hit.
    pub interviewer: Interviewer,
    /// How many hits are given; all are counted. None gives all.
    pub limit: Option<usize>,
    /// In which order.
    pub order: Order,
}

/// Whether what the interviewer says counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Interviewer {
    /// It does not.
    #[default]
    LeftOut,
    /// It does.
    Included,
}

/// The answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Hits {
    /// The query as typed.
    pub query: String,
    /// How many turns answer to it.
    pub total: usize,
    /// The hits, as many as were asked for.
    pub hits: Vec<Hit>,
}

/// A turn (or paragraph) that answers to the query.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The transcript.
    pub text: At<Text>,
    /// Position of the turn or paragraph in its transcript.
    pub unit: usize,
    /// Where it stands.
    pub span: Span,
    /// The same in code points of the transcript.
    pub points: PointSpan,
    /// 1-based line where it starts.
    pub line: usize,
    /// Its words.
    pub words: String,
    /// The words that were meant, in bytes of [`Hit::words`].
    pub marks: Vec<Span>,
    /// The same in code points of the transcript.
    pub matches: Vec<PointSpan>,
}

impl Workspace {
    /// Where the index lies: beside the project.
    fn index_folder(&self) -> PathBuf {
        let mut name = self.path().as_os_str().to_owned();
        name.push(".index");
        PathBuf::from(name)
    }

    /// Brings the search index up to date. A failing index never fails a verb: search makes up for it.
    ///
    /// # Errors
    /// When the project cannot be read.
    pub fn catch_up_index(&mut self) -> Result<(), Refusal> {
        let study = self.study()?;
        self.with_index(&study, |_, _| Ok(()))
    }

    /// Opens the index, brings it up to date and lets `work` use it.
    pub(super) fn with_index<T>(
        &mut self,
        study: &Study,
        work: impl FnOnce(&mut SearchIndex, &Store) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let project = study.project().id;
        let mut index = match self.index.take() {
            Some(index) => index,
            None if self.is_read_only() => SearchIndex::in_memory(project),
            None => SearchIndex::open(&self.index_folder(), project).index,
        };
        let texts = Texts { study, store: &self.store };
        let caught = index.catch_up(&texts.revisions(), study.number(), |revision| texts.fetch(revision));
        let answer = caught.and_then(|_| work(&mut index, &self.store));
        self.index = Some(index);
        answer
    }

    /// Finds the turns that a query asks for, in the study as this picture shows it: hits speak of its positions, also
    /// when another process has written since.
    ///
    /// # Errors
    /// When the query cannot be read, names what does not exist, or the project cannot be read.
    pub fn search(&mut self, study: &Arc<Study>, request: &SearchRequest<'_>) -> Result<Hits, Refusal> {
        let tree =
            parse_query(request.query).map_err(|fault| Refusal::Query { query: request.query.to_owned(), fault })?;
        let answer = self.with_index(study, |index, store| {
            let texts = Texts { study, store };
            match find(index, &texts, study, &tree, request) {
                Err(SearchFault::Damaged(_)) => {
                    index.renew();
                    let fetch = |revision| texts.fetch(revision);
                    index.catch_up(&texts.revisions(), study.number(), fetch)?;
                    find(index, &texts, study, &tree, request)
                }
                other => other,
            }
            .map_err(|fault| match fault {
                SearchFault::Caller(refusal) => refusal,
                SearchFault::Damaged(why) => Refusal::Search(why),
            })
        })?;
        let answer = Answer { found: in_order(study, request, answer.found), marker: answer.marker };
        self.show(study, request.query, &answer)
    }

    /// A text, read once: the next search often shows the same transcripts.
    pub(super) fn kept_text(&mut self, revision: RevisionId) -> Result<Arc<str>, Refusal> {
        self.keep(revision).map(|kept| kept.text)
    }

    fn keep(&mut self, revision: RevisionId) -> Result<Kept, Refusal> {
        if let Some(kept) = self.kept.get(&revision) {
            return Ok(kept.clone());
        }
        if self.kept.values().map(|kept| kept.text.len()).sum::<usize>() > MOST_KEPT {
            self.kept.clear();
        }
        let text: Arc<str> = self.store.revision(revision)?.text.into();
        let kept = Kept { points: PointNotes::of(&text), text };
        self.kept.insert(revision, kept.clone());
        Ok(kept)
    }

    /// Reads the words of the hits and marks what was meant.
    fn show(&mut self, study: &Study, query: &str, answer: &Answer) -> Result<Hits, Refusal> {
        let Answer { found, marker } = answer;
        let mut texts: FxHashMap<At<Text>, Kept> = FxHashMap::default();
        for hit in &found.hits {
            let at = text_of(hit.unit);
            if let std::collections::hash_map::Entry::Vacant(place) = texts.entry(at) {
                place.insert(self.keep(study.texts[at].row.revision)?);
            }
        }
        let points: FxHashMap<At<Text>, PointIndex<'_>> =
            texts.iter().map(|(at, kept)| (*at, PointIndex::with(&kept.text, &kept.points))).collect();
        let hits = found.hits.iter().map(|hit| {
            let at = text_of(hit.unit);
            let text = &texts[&at].text;
            let span = unit_span(&study.texts[at], hit.unit.number as usize);
            let words = span.of(text);
            let marks = marker.marks(words);
            let in_text = |mark: &Span| Span { start: mark.start + span.start, end: mark.end + span.start };
            Hit {
                text: at,
                unit: hit.unit.number as usize,
                span,
                points: points[&at].to_points(span),
                line: study.texts[at].structure.line_of(span.start),
                words: words.to_owned(),
                matches: marks.iter().map(|mark| points[&at].to_points(in_text(mark))).collect(),
                marks,
            }
        });
        Ok(Hits { query: query.to_owned(), total: found.total, hits: hits.collect() })
    }
}

fn text_of(unit: Unit) -> At<Text> {
    At::new(unit.rank as usize)
}

pub(super) fn unit_span(text: &Text, unit: usize) -> Span {
    let structure = &text.structure;
    if structure.turns.is_empty() {
        structure.paragraphs.get(unit).copied().unwrap_or_default()
    } else {
        structure.turns.get(unit).map(|turn| turn.span).unwrap_or_default()
    }
}

fn find(
    index: &SearchIndex,
    texts: &Texts<'_>,
    study: &Arc<Study>,
    tree: &Tree,
    request: &SearchRequest<'_>,
) -> Result<Answer, SearchFault<Refusal>> {
    let searcher = index.searcher(&texts.revisions(), |revision| texts.fetch(revision))?;
    let filters: Vec<Predicate> = request.filters.iter().map(|filter| predicate(study, filter.clone())).collect();
    let admitted = |unit: Unit| {
        let speaks = study.texts[text_of(unit)].speakers_of(unit.number as usize);
        (request.interviewer == Interviewer::Included || speaks != ParticipantsOf::Interviewer)
            && filters.iter().all(|holds| holds(unit))
    };
    // Only the study knows the cases: it puts all hits in order.
    let limit = if request.order == Order::Case { None } else { request.limit };
    let options = Options {
        matching: request.matching,
        synonyms: &|words| study.synonyms().alternatives(words).map(<[String]>::to_vec).collect(),
        order: request.order,
        limit,
        admitted: &admitted,
    };
    let meaning = |tree: &Tree| {
        Filter::compile(tree, study)
            .map(|filter| predicate(study, filter))
            .map_err(|fault: FilterFault| Refusal::Filter { query: request.query.to_owned(), fault })
    };
    searcher.search(tree, meaning, &options)
}

/// The hits by case where that was asked for, those without a case last, and no more than were asked for.
fn in_order(study: &Study, request: &SearchRequest<'_>, mut found: Found) -> Found {
    if request.order == Order::Case {
        found.hits.sort_by_cached_key(|hit| {
            let case = case_of(study, text_of(hit.unit), hit.unit.number as usize);
            (case.is_none(), case, hit.unit)
        });
        found.hits.truncate(request.limit.unwrap_or(usize::MAX));
    }
    found
}

/// The case of a turn: that of the first who speaks, else the transcript's.
pub(super) fn case_of(study: &Study, at: At<Text>, unit: usize) -> Option<At<Case>> {
    let text = &study.texts[at];
    let first = match text.speakers_of(unit) {
        ParticipantsOf::Interviewer => None,
        ParticipantsOf::Participants(people) => people.first().copied(),
    };
    first.and_then(|person| study.case_of(person)).or(text.case)
}

/// What a filter means for a turn: its people and cases, and the fragments that it overlaps.
pub(super) fn predicate(study: &Arc<Study>, filter: Filter) -> Predicate {
    let study = Arc::clone(study);
    if !filter.asks_for_codings() {
        // Without codings the answer hangs on the text and the speaker alone: found once, looked up per turn.
        let by_speaker: Vec<Vec<bool>> = study
            .texts
            .iter()
            .map(|(at, text)| {
                let one_of_each = 0..text.structure.speakers.len().max(1);
                let turn_of =
                    |speaker| text.structure.turns.iter().position(|turn| usize::from(turn.speaker) == speaker);
                one_of_each.map(|speaker| holds(&study, &filter, at, turn_of(speaker).unwrap_or(0), &[])).collect()
            })
            .collect();
        return Arc::new(move |unit: Unit| {
            let turns = &study.texts[text_of(unit)].structure.turns;
            let speaker = turns.get(unit.number as usize).map_or(0, |turn| usize::from(turn.speaker));
            by_speaker[unit.rank as usize].get(speaker).copied().unwrap_or(false)
        });
    }
    Arc::new(move |unit: Unit| {
        let at = text_of(unit);
        let span = unit_span(&study.texts[at], unit.number as usize);
        let places: Vec<_> = study.places_in(at).iter().filter(|place| place.span.overlaps(span)).collect();
        holds(&study, &filter, at, unit.number as usize, &places)
    })
}

/// Whether a filter holds for a turn that carries these fragments.
fn holds(study: &Study, filter: &Filter, at: At<Text>, unit: usize, places: &[&Place]) -> bool {
    let text = &study.texts[at];
    let participants = match text.speakers_of(unit) {
        ParticipantsOf::Interviewer => &[][..],
        ParticipantsOf::Participants(people) => people,
    };
    let mut cases: Vec<_> = participants.iter().filter_map(|person| study.case_of(*person)).collect();
    if cases.is_empty() {
        cases.extend(text.case);
    }
    let context = Context { text: Some(at), participants, cases: &cases, places: Some(places) };
    filter.holds(study, &context)
}

/// The texts of the study as the index wants them.
struct Texts<'s> {
    study: &'s Study,
    store: &'s Store,
}

impl Texts<'_> {
    /// The current revisions, in the order of the study's texts.
    fn revisions(&self) -> Vec<RevisionId> {
        self.study.texts.rows().iter().map(|text| text.row.revision).collect()
    }

    fn fetch(&self, revision: RevisionId) -> Result<(String, Vec<Span>), Refusal> {
        let text = self.store.revision(revision)?.text;
        let known = self.study.texts.rows().iter().find(|text| text.row.revision == revision);
        Ok((text, known.map(|text| text.structure.units()).unwrap_or_default()))
    }
}
