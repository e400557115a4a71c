//! From finding to coding: a code put on everything that a search found, as one act. What will happen can be seen
//! first: [`Workspace::preview_hits`] decides every place as [`Workspace::code_hits`] will, and writes nothing.
//!
//! A place that lies inside a fragment to which this coder gave the code already is left as it is and counted; one that
//! only shares words with such a fragment is coded, and counted too. A search that finds nothing makes no code.

use super::codebook::new_code;
use super::codes::ensure_coder;
use super::coding::add_fragment;
use super::searching::case_of;
use super::{Done, Hit, Hits, Refusal, SearchRequest, UnknownCode, Workspace};
use crate::analysis::{At, ParticipantsOf, Study, Text};
use crate::model::{Code, CodeId, Coder, Coding, CodingId, FragmentId, PointSpan, RevisionId, Span, Verb};
use crate::store::Writing;
use crate::text::{Extent, PointIndex, Said, extended};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// What is coded with what.
#[derive(Debug, Clone)]
pub struct HitsToCode<'a> {
    /// What is looked for.
    pub search: SearchRequest<'a>,
    /// The search as a person asked for it, filters included: the history names it.
    pub asked: &'a str,
    /// The code, by name or number.
    pub code: &'a str,
    /// What to do when there is no such code.
    pub unknown: UnknownCode,
    /// How far each find is extended.
    pub extent: Extent,
    /// Only these hits, each by its transcript and the code point where it starts; none is all of them.
    pub only: Option<&'a [(String, u32)]>,
}

/// What was coded, or would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodedHits {
    /// The search as asked for.
    pub asked: String,
    /// Name of the code.
    pub code: String,
    /// The code did not exist.
    pub new_code: bool,
    /// How many turns were found.
    pub found: usize,
    /// How many of them were to be coded: fewer when a limit was given.
    pub taken: usize,
    /// How many of those hold no words to code, because nothing in them is marked.
    pub unmarked: usize,
    /// The places, in the order of the hits.
    pub places: Vec<PlaceToCode>,
}

/// A place on which a code is put.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceToCode {
    /// Name of the transcript.
    pub transcript: String,
    /// Case, if it is known.
    pub case: Option<String>,
    /// Who speaks, if that is known.
    pub participant: Option<String>,
    /// 1-based line.
    pub line: usize,
    /// Code points in the transcript.
    pub points: PointSpan,
    /// The words.
    pub words: String,
    /// Whether it was coded before.
    pub standing: Standing,
    /// The text in which it was found.
    pub revision: RevisionId,
    /// Bytes in that text.
    pub span: Span,
}

/// What this coder did with the code at a place before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nothing.
    Free,
    /// A part of it is coded.
    Partly,
    /// All of it is coded.
    Coded,
}

impl CodedHits {
    /// How many codings are made.
    #[must_use]
    pub fn added(&self) -> usize {
        self.places.len() - self.count(Standing::Coded)
    }

    /// How many places stand so.
    #[must_use]
    pub fn count(&self, standing: Standing) -> usize {
        self.places.iter().filter(|place| place.standing == standing).count()
    }
}

impl Workspace {
    /// What [`Workspace::code_hits`] would do. Nothing is written, so that a project that can only be read will do.
    ///
    /// # Errors
    /// When the query cannot be read, or the code cannot be found or made.
    pub fn preview_hits(&mut self, study: &Arc<Study>, request: &HitsToCode<'_>) -> Result<CodedHits, Refusal> {
        let code = known_code(study, request)?;
        let mut coded = self.places_of(study, request)?;
        let actor = self.actor().to_owned();
        coded.judge(study, code, &actor)?;
        Ok(coded)
    }

    /// Puts a code on everything that a search finds, in the study as this picture shows it.
    ///
    /// # Errors
    /// When the query cannot be read, the code cannot be found or made, a text has been corrected since, or the project
    /// cannot be written.
    pub fn code_hits(
        &mut self,
        study: &Arc<Study>,
        request: &HitsToCode<'_>,
        reason: &str,
    ) -> Result<Done<CodedHits>, Refusal> {
        known_code(study, request)?;
        let mut coded = self.places_of(study, request)?;
        let actor = self.actor().to_owned();
        self.run(Verb::HitsCode, reason, |writing, study| {
            let code = known_code(study, request)?;
            coded.judge(study, code, &actor)?;
            if coded.added() > 0 {
                let id = match code {
                    Some(code) => study.codes[code].id,
                    None => new_code(writing, study, &actor, request.code, None)?,
                };
                coded.write(writing, study, id, &actor)?;
                writing.describe([coded.code.clone(), coded.added().to_string(), request.asked.trim().to_owned()]);
            }
            Ok(coded)
        })
    }

    /// Searches, and extends each hit to the places that are meant.
    fn places_of(&mut self, study: &Arc<Study>, request: &HitsToCode<'_>) -> Result<CodedHits, Refusal> {
        let mut found = self.search(study, &request.search)?;
        if let Some(only) = request.only {
            keep(study, &mut found, only)?;
        }
        let mut coded = CodedHits {
            asked: request.asked.trim().to_owned(),
            code: request.code.trim().to_owned(),
            new_code: true,
            found: found.total,
            taken: found.hits.len(),
            unmarked: 0,
            places: Vec::new(),
        };
        let mut by_text: FxHashMap<At<Text>, Vec<&Hit>> = FxHashMap::default();
        for hit in &found.hits {
            by_text.entry(hit.text).or_default().push(hit);
        }
        let mut places: FxHashMap<(At<Text>, usize), Vec<PlaceToCode>> = FxHashMap::default();
        for (at, hits) in by_text {
            let content = self.kept_text(study.texts[at].row.revision)?;
            let points = PointIndex::new(&content);
            for hit in hits {
                places.insert((at, hit.unit), places_in(study, hit, &content, &points, request.extent));
            }
        }
        for hit in &found.hits {
            let of_hit = places.remove(&(hit.text, hit.unit)).unwrap_or_default();
            coded.unmarked += usize::from(of_hit.is_empty());
            coded.places.extend(of_hit);
        }
        Ok(coded)
    }
}

impl CodedHits {
    /// Says of each place whether this coder coded it before.
    fn judge(&mut self, study: &Study, code: Option<At<Code>>, actor: &str) -> Result<(), Refusal> {
        if let Some(code) = code {
            self.code.clone_from(&study.codes[code].name);
        }
        self.new_code = code.is_none();
        let coder = study.find_coder(actor).ok();
        let texts = current(study);
        for place in &mut self.places {
            let at = texts
                .get(&place.revision)
                .ok_or_else(|| Refusal::TextChanged { transcript: place.transcript.clone() })?;
            place.standing = standing(study, *at, place.span, code, coder);
        }
        Ok(())
    }

    /// Writes a coding at each place that has none.
    fn write(&self, writing: &mut Writing<'_>, study: &Study, code: CodeId, actor: &str) -> Result<(), Refusal> {
        let coder = ensure_coder(writing, actor)?;
        let texts = current(study);
        let known: FxHashMap<(At<Text>, Span), FragmentId> =
            study.places.rows().iter().map(|place| ((place.transcript, place.span), place.fragment)).collect();
        for place in self.places.iter().filter(|place| place.standing != Standing::Coded) {
            let Some(at) = texts.get(&place.revision).copied() else { continue };
            let text = &study.texts[at];
            let fragment = match known.get(&(at, place.span)) {
                Some(fragment) => *fragment,
                None => add_fragment(writing, text, place.span, place.points, &place.words)?,
            };
            let created = writing.time();
            writing.insert(Coding {
                id: CodingId::new(),
                fragment,
                code,
                coder,
                counter: false,
                note: String::new(),
                created,
            })?;
            writing.concern(text.row.id);
        }
        Ok(())
    }
}

/// Keeps the hits that were pointed out. One that is not found any more stood in a text that was corrected since.
fn keep(study: &Study, found: &mut Hits, only: &[(String, u32)]) -> Result<(), Refusal> {
    let wanted: FxHashSet<(&str, u32)> = only.iter().map(|(name, start)| (name.as_str(), *start)).collect();
    let key = |hit: &Hit| (study.texts[hit.text].row.name.as_str(), hit.points.start);
    found.hits.retain(|hit| wanted.contains(&key(hit)));
    found.total = found.hits.len();
    let there: FxHashSet<(&str, u32)> = found.hits.iter().map(key).collect();
    match only.iter().find(|(name, start)| !there.contains(&(name.as_str(), *start))) {
        Some((name, _)) => Err(Refusal::TextChanged { transcript: name.clone() }),
        None => Ok(()),
    }
}

/// The code, when there is one; none when it may be made.
fn known_code(study: &Study, request: &HitsToCode<'_>) -> Result<Option<At<Code>>, Refusal> {
    match (study.find_code(request.code), request.unknown) {
        (Ok(code), _) => Ok(Some(code)),
        (Err(unknown), UnknownCode::Make | UnknownCode::MakeInVivo) if unknown.candidates.is_empty() => {
            super::codes::name(request.code)?;
            Ok(None)
        }
        (Err(unknown), UnknownCode::Make | UnknownCode::MakeInVivo | UnknownCode::Refuse) => Err(unknown.into()),
    }
}

/// Where each revision stands that is current.
fn current(study: &Study) -> FxHashMap<RevisionId, At<Text>> {
    study.texts.iter().map(|(at, text)| (text.row.revision, at)).collect()
}

fn standing(study: &Study, at: At<Text>, span: Span, code: Option<At<Code>>, coder: Option<At<Coder>>) -> Standing {
    let (Some(code), Some(coder)) = (code, coder) else { return Standing::Free };
    let mut standing = Standing::Free;
    for place in study.places_in(at).iter().filter(|place| place.span.overlaps(span)) {
        if study.codings_on(place).iter().any(|coding| coding.code == code && coding.coder == coder) {
            if place.span.contains(span) {
                return Standing::Coded;
            }
            standing = Standing::Partly;
        }
    }
    standing
}

/// The places that a hit is extended to.
fn places_in(study: &Study, hit: &Hit, content: &str, points: &PointIndex<'_>, extent: Extent) -> Vec<PlaceToCode> {
    let text = &study.texts[hit.text];
    let label_end = text.structure.turns.get(hit.unit).map_or(hit.span.start, |turn| turn.label.end);
    let said = Said {
        text: content,
        span: Span { start: label_end.clamp(hit.span.start, hit.span.end), end: hit.span.end },
        paragraphs: &text.structure.paragraphs,
    };
    let marks: Vec<Span> = hit
        .marks
        .iter()
        .map(|mark| Span { start: hit.span.start + mark.start, end: hit.span.start + mark.end })
        .collect();
    let person = match text.speakers_of(hit.unit) {
        ParticipantsOf::Interviewer => None,
        ParticipantsOf::Participants(people) => people.first().copied(),
    };
    let case = case_of(study, hit.text, hit.unit);
    extended(&said, &marks, extent)
        .into_iter()
        .map(|span| PlaceToCode {
            transcript: text.row.name.clone(),
            case: case.map(|case| study.cases[case].name.clone()),
            participant: person.map(|person| study.participants[person].name.clone()),
            line: text.structure.line_of(span.start),
            points: points.to_points(span),
            words: span.of(content).to_owned(),
            standing: Standing::Free,
            revision: text.row.revision,
            span,
        })
        .collect()
}
