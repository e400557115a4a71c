//! Passages like those under a code that do not carry it: what a coder may have missed. A code with few fragments is
//! helped by its name and description, which count as one example more; an example counts half as its own words and half
//! as the turn around them, because the words just outside a fragment tell what it is about as well.

use super::finding_places::TextInHand;
use super::input::PlaceInput;
use super::searching::{predicate, unit_span};
use super::{Hit, Interviewer, Refusal, Workspace};
use crate::analysis::{At, Filter, ParticipantsOf, Place, Study, Text};
use crate::model::{Code, Coder, Span};
use crate::search::{Likeness, Predicate, Speaking, Unit};
use crate::text::PointIndex;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What passages should be like.
#[derive(Debug, Clone)]
pub enum Like<'a> {
    /// What stands under a code and everything below it.
    Code(At<Code>),
    /// One place.
    Place {
        /// Transcript, by name or file name.
        transcript: &'a str,
        /// Where in it.
        place: &'a PlaceInput,
    },
}

/// Which passages are wanted.
#[derive(Debug, Clone)]
pub struct AlikeRequest<'a> {
    /// What they should be like.
    pub like: Like<'a>,
    /// Whose codings count, as examples and as coded already; none is everyone's.
    pub coders: Option<BTreeSet<At<Coder>>>,
    /// Conditions on the passages.
    pub filters: Vec<Filter>,
    /// Whether what the interviewer says can be among them.
    pub interviewer: Interviewer,
    /// How many are given; none gives all.
    pub limit: Option<usize>,
}

/// The answer.
#[derive(Debug, Clone, PartialEq)]
pub struct AlikeHits {
    /// How many fragments were compared with.
    pub fragments: usize,
    /// How many passages share any word that speaks for them.
    pub total: usize,
    /// The most alike, as many as were asked for.
    pub hits: Vec<AlikeHit>,
}

/// A passage that is like others.
#[derive(Debug, Clone, PartialEq)]
pub struct AlikeHit {
    /// The turn or paragraph, with the words that speak for it marked.
    pub hit: Hit,
    /// How alike: 1 is as much as the examples themselves on average.
    pub score: f64,
    /// The words that speak for it, the strongest first.
    pub words: Vec<Speaking>,
}

/// The examples, and the turns that are no candidates because they carry the code already.
#[derive(Default)]
struct Examples {
    /// Stretches by text, with the turns that they touch.
    places: BTreeMap<At<Text>, Vec<Span>>,
    fragments: usize,
    /// Name and description of the code.
    description: String,
    coded: BTreeSet<(At<Text>, usize)>,
}

impl Workspace {
    /// Finds the passages that are most like what stands under a code, or like one place, in the study as this picture
    /// shows it.
    ///
    /// # Errors
    /// When the place cannot be found, or there are no words to compare with.
    pub fn find_alike(&mut self, study: &Arc<Study>, request: &AlikeRequest<'_>) -> Result<AlikeHits, Refusal> {
        let examples = self.examples(study, request)?;
        let mut likeness = Likeness::default();
        likeness.example(&examples.description, 1.0);
        for (at, spans) in &examples.places {
            let content = self.kept_text(study.texts[*at].row.revision)?;
            for span in spans {
                let said: Vec<Span> = units_in(&study.texts[*at], *span).map(|unit| said(study, *at, unit)).collect();
                likeness.example(span.of(&content), 0.5);
                for turn in &said {
                    likeness.example(turn.of(&content), 0.5 / count(said.len()));
                }
            }
        }
        if likeness.is_empty() {
            let code = match request.like {
                Like::Code(code) => study.codes[code].name.clone(),
                Like::Place { .. } => examples.description,
            };
            return Err(Refusal::NothingAlike { code });
        }
        let mut units = Vec::new();
        for (at, text) in study.texts.iter() {
            let content = self.kept_text(text.row.revision)?;
            for unit in 0..text.structure.units().len() {
                if request.interviewer == Interviewer::Included || text.speakers_of(unit) != ParticipantsOf::Interviewer
                {
                    likeness.passage(said(study, at, unit).of(&content));
                    units.push((at, unit));
                }
            }
        }
        let mut ranking = likeness.ranking();
        let filters: Vec<Predicate> = request.filters.iter().map(|filter| predicate(study, filter.clone())).collect();
        let admitted = |at: At<Text>, unit: usize| {
            let revision = study.texts[at].row.revision;
            let asked = number(at.number()).zip(number(unit)).map(|(rank, number)| Unit { rank, number, revision });
            asked.is_some_and(|unit| filters.iter().all(|holds| holds(unit)))
        };
        let mut ranked: Vec<(f64, At<Text>, usize)> = units
            .iter()
            .enumerate()
            .map(|(passage, (at, unit))| (ranking.score(passage), *at, *unit))
            .filter(|(score, at, unit)| *score > 0.0 && !examples.coded.contains(&(*at, *unit)) && admitted(*at, *unit))
            .collect();
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        let total = ranked.len();
        ranked.truncate(request.limit.unwrap_or(usize::MAX));
        let mut hits = Vec::with_capacity(ranked.len());
        for (score, at, unit) in ranked {
            let content = self.kept_text(study.texts[at].row.revision)?;
            let words = said(study, at, unit);
            let (speaking, marks) = ranking.speaking(words.of(&content));
            hits.push(AlikeHit { hit: hit(study, at, unit, &content, words, &marks), score, words: speaking });
        }
        Ok(AlikeHits { fragments: examples.fragments, total, hits })
    }

    fn examples(&self, study: &Study, request: &AlikeRequest<'_>) -> Result<Examples, Refusal> {
        let mut examples = Examples::default();
        match &request.like {
            Like::Code(code) => {
                let row = &study.codes[*code];
                examples.description = [&row.name, &row.statement, &row.definition, &row.include, &row.example]
                    .map(String::as_str)
                    .join("\n");
                let codes = study.with_everything_below(*code);
                for (_, place) in study.places.iter() {
                    examples.take(study, place, &codes, request.coders.as_ref());
                }
            }
            Like::Place { transcript, place } => {
                let at = study.find_text(transcript)?;
                let content = self.text(study, at)?;
                let text = &study.texts[at];
                let span = TextInHand::new(&text.row.name, &content, &text.structure).find(place)?;
                examples.coded.extend(units_in(text, span).map(|unit| (at, unit)));
                examples.places.insert(at, vec![span]);
            }
        }
        Ok(examples)
    }
}

impl Examples {
    /// Takes a fragment as an example when it carries one of the codes; a counter-example is only no candidate.
    fn take(&mut self, study: &Study, place: &Place, codes: &BTreeSet<At<Code>>, coders: Option<&BTreeSet<At<Coder>>>) {
        let counts = |coder| coders.is_none_or(|coders| coders.contains(&coder));
        let mut carried =
            study.codings_on(place).iter().filter(|coding| codes.contains(&coding.code) && counts(coding.coder));
        let Some(first) = carried.next() else { return };
        let text = &study.texts[place.transcript];
        self.coded.extend(units_in(text, place.span).map(|unit| (place.transcript, unit)));
        if !first.counter || carried.any(|coding| !coding.counter) {
            self.places.entry(place.transcript).or_default().push(place.span);
            self.fragments += 1;
        }
    }
}

/// The turns (or paragraphs) that share words with a stretch.
fn units_in(text: &Text, span: Span) -> impl Iterator<Item = usize> {
    let units = text.structure.units();
    let first = units.partition_point(|unit| unit.end <= span.start);
    let last = units.partition_point(|unit| unit.start < span.end);
    first..last.max(first)
}

/// What is said in a turn, without the speaker's label.
fn said(study: &Study, at: At<Text>, unit: usize) -> Span {
    let text = &study.texts[at];
    let span = unit_span(text, unit);
    let start = text.structure.turns.get(unit).map_or(span.start, |turn| turn.label.end.clamp(span.start, span.end));
    Span { start, end: span.end }
}

fn hit(study: &Study, at: At<Text>, unit: usize, content: &str, said: Span, marks: &[Span]) -> Hit {
    let span = unit_span(&study.texts[at], unit);
    let points = PointIndex::new(content);
    let in_text = |mark: &Span| Span { start: said.start + mark.start, end: said.start + mark.end };
    let in_unit =
        |mark: &Span| Span { start: said.start - span.start + mark.start, end: said.start - span.start + mark.end };
    Hit {
        text: at,
        unit,
        span,
        points: points.to_points(span),
        line: study.texts[at].structure.line_of(span.start),
        words: span.of(content).to_owned(),
        matches: marks.iter().map(|mark| points.to_points(in_text(mark))).collect(),
        marks: marks.iter().map(in_unit).collect(),
    }
}

fn number(at: usize) -> Option<u32> {
    u32::try_from(at).ok()
}

/// How many turns an example touches.
fn count(turns: usize) -> f64 {
    u32::try_from(turns).map_or(f64::from(u32::MAX), f64::from)
}
