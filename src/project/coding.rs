//! Putting codes on fragments: one at a time, or many from a table. Coders share fragments; the same coder puts a code
//! on a fragment once.

use super::codebook::new_code as make_code;
use super::codes::ensure_coder;
use super::finding_places::TextInHand;
use super::input::{CodingInput, PlaceInput};
use super::{Done, Refusal, RowFault, RowReason, Workspace};
use crate::analysis::{At, Study, Text};
use crate::model::{
    Anchor, AnchorId, AnchorState, Code, CodeId, CoderId, Coding, CodingId, Fragment, FragmentId, Origin, PointSpan,
    Span, Verb, check_name, fold_name,
};
use crate::store::Writing;
use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

/// A coding that was made, or stood already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applied {
    /// Name of the code.
    pub code: String,
    /// Name of the transcript.
    pub transcript: String,
    /// 1-based line.
    pub line: usize,
    /// The coded words.
    pub words: String,
    /// The coder had put this code there already.
    pub stood: bool,
    /// The code was made for this.
    pub new_code: bool,
    /// Codes that a new one, named by the coder, is much like.
    pub near: Vec<String>,
}

/// Codings that were taken off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removed {
    /// How many.
    pub codings: usize,
}

/// What a table of codings did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CodingsReport {
    /// Codings made.
    pub added: usize,
    /// Rows whose coding stood already.
    pub stood: usize,
    /// Coders made.
    pub coders: Vec<String>,
}

/// What to do with a code that does not exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnknownCode {
    /// Refuse, with the nearest names.
    Refuse,
    /// Make it as an open code.
    Make,
    /// Make it as an open code in the respondent's own words.
    MakeInVivo,
}

impl Workspace {
    /// Puts a code on a place of a transcript.
    ///
    /// # Errors
    /// When code, transcript or place cannot be found.
    pub fn apply_code(
        &mut self,
        request: &CodingInput,
        unknown: UnknownCode,
        reason: &str,
    ) -> Result<Done<Applied>, Refusal> {
        let actor = self.actor().to_owned();
        self.run(Verb::CodingApply, reason, |writing, study| {
            let at = study.find_text(&request.transcript)?;
            let text = &study.texts[at];
            let revision = writing.revision(text.row.revision)?;
            let hand = TextInHand::new(&text.row.name, &revision.text, &text.structure);
            let span = hand.find(&request.place)?;
            let points = hand.points.to_points(span);
            let words = span.of(&revision.text).to_owned();
            let found = study.find_code(&request.code);
            let new_code = found.is_err();
            let (code, name, near) = match found {
                Ok(code) => (study.codes[code].id, study.codes[code].name.clone(), Vec::new()),
                Err(missing) => {
                    let (origin, near) = match unknown {
                        UnknownCode::Refuse => return Err(missing.into()),
                        UnknownCode::Make => (None, missing.nearest),
                        UnknownCode::MakeInVivo => (Some(Origin::InVivo), Vec::new()),
                    };
                    (make_code(writing, study, &actor, &request.code, origin)?, request.code.trim().to_owned(), near)
                }
            };
            let coder = ensure_coder(writing, if request.coder.is_empty() { &actor } else { &request.coder })?;
            let fragment = match writing.fragment_at(text.row.revision, span)? {
                Some(fragment) => fragment,
                None => add_fragment(writing, text, span, points, &words)?,
            };
            let stood = writing.codings_on(fragment)?.into_iter().find(|row| row.code == code && row.coder == coder);
            let row = Coding {
                id: stood.as_ref().map_or_else(CodingId::new, |row| row.id),
                fragment,
                code,
                coder,
                counter: request.counter,
                note: request.note.trim().to_owned(),
                created: stood.as_ref().map_or(writing.time(), |row| row.created),
            };
            let again = stood.is_some();
            if let Some(old) = stood {
                // Said again with another note or as counter-example, it is brought up to date.
                let note = if row.note.is_empty() { old.note } else { row.note.clone() };
                writing.update(Coding { note, ..row })?;
            } else {
                writing.insert(row)?;
            }
            writing.concern(text.row.id);
            writing.describe([name.clone(), text.row.name.clone()]);
            Ok(Applied {
                code: name,
                transcript: text.row.name.clone(),
                line: text.structure.line_of(span.start),
                words,
                stood: again,
                new_code,
                near,
            })
        })
    }

    /// Takes a code off a place: the acting person's coding, or that of the coder who is named.
    ///
    /// # Errors
    /// When code, transcript or place cannot be found, or there is no such coding.
    pub fn remove_coding(&mut self, request: &CodingInput, reason: &str) -> Result<Done<Removed>, Refusal> {
        let actor = self.actor().to_owned();
        self.run(Verb::CodingRemove, reason, |writing, study| {
            let at = study.find_text(&request.transcript)?;
            let text = &study.texts[at];
            let code = &study.codes[study.find_code(&request.code)?];
            let whose = fold_name(if request.coder.is_empty() { &actor } else { &request.coder });
            let revision = writing.revision(text.row.revision)?;
            let span = TextInHand::new(&text.row.name, &revision.text, &text.structure).find(&request.place)?;
            let mut removed = 0;
            for place in study.places_in(at).iter().filter(|place| place.span == span) {
                for coding in writing.codings_on(place.fragment)? {
                    let coder = study.rows().coders.iter().find(|coder| coder.id == coding.coder);
                    if coding.code == code.id && coder.is_some_and(|coder| fold_name(&coder.name) == whose) {
                        writing.delete(&coding)?;
                        removed += 1;
                    }
                }
                if removed > 0 {
                    drop_quotes_without_ground(writing, study, place.fragment)?;
                    writing.sweep([place.fragment])?;
                }
            }
            if removed == 0 {
                let transcript = text.row.name.clone();
                return Err(Refusal::NoCoding { code: code.name.clone(), transcript });
            }
            writing.concern(text.row.id);
            writing.describe([code.name.clone(), text.row.name.clone()]);
            Ok(Removed { codings: removed })
        })
    }

    /// Takes over a table of codings as one act, all or nothing.
    ///
    /// # Errors
    /// When any row is wrong; every wrong row is named with its line.
    pub fn import_codings(&mut self, rows: &[CodingInput], reason: &str) -> Result<Done<CodingsReport>, Refusal> {
        let actor = self.actor().to_owned();
        self.run(Verb::CodingsImport, reason, |writing, study| {
            let found = find_all(writing, study, rows)?;
            let report = write_all(writing, study, &actor, rows, &found)?;
            writing.describe([report.added.to_string()]);
            Ok(report)
        })
    }
}

/// A chosen quote lives on a coding below its code; it goes with the last one.
pub(super) fn drop_quotes_without_ground(
    writing: &mut Writing<'_>,
    study: &Study,
    fragment: FragmentId,
) -> Result<(), Refusal> {
    let codes: FxHashSet<CodeId> = writing.codings_on(fragment)?.into_iter().map(|row| row.code).collect();
    for quote in writing.quotes_of(fragment)? {
        let below = study.code_at(quote.code).map(|at| study.with_everything_below(at)).unwrap_or_default();
        if !below.into_iter().any(|at| codes.contains(&study.codes[at].id)) {
            writing.delete(&quote)?;
        }
    }
    Ok(())
}

/// Makes a fragment with its anchor in the current text.
pub(super) fn add_fragment(
    writing: &mut Writing<'_>,
    text: &Text,
    span: Span,
    points: PointSpan,
    words: &str,
) -> Result<FragmentId, Refusal> {
    let id = FragmentId::new();
    let passage = writing.add_passage(text.row.id, words)?;
    writing.insert(Fragment { id, transcript: text.row.id })?;
    writing.insert(Anchor {
        id: AnchorId::new(),
        fragment: id,
        revision: text.row.revision,
        span,
        points,
        passage,
        state: AnchorState::Exact,
    })?;
    Ok(id)
}

/// Where a row of a table stands.
struct Found {
    text: At<Text>,
    code: CodeId,
    span: Span,
    points: PointSpan,
    words: String,
}

/// Finds every place of a table, text by text side by side; all wrong rows are gathered before anything is written.
fn find_all(writing: &Writing<'_>, study: &Study, rows: &[CodingInput]) -> Result<Vec<Found>, Refusal> {
    let mut texts: FxHashMap<&str, Result<At<Text>, RowReason>> = FxHashMap::default();
    let mut codes: FxHashMap<&str, Result<CodeId, RowReason>> = FxHashMap::default();
    let mut by_text: FxHashMap<At<Text>, Vec<usize>> = FxHashMap::default();
    let mut faults = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let text = texts
            .entry(&row.transcript)
            .or_insert_with(|| study.find_text(&row.transcript).map_err(RowReason::Unknown));
        let code = codes
            .entry(&row.code)
            .or_insert_with(|| study.find_code(&row.code).map(|at| study.codes[at].id).map_err(RowReason::Unknown));
        let mut fault = |reason: &RowReason| faults.push(RowFault { line: row.line, reason: reason.clone() });
        match text {
            Ok(text) => by_text.entry(*text).or_default().push(at),
            Err(reason) => fault(reason),
        }
        if let Err(reason) = code {
            fault(reason);
        }
        if !row.coder.is_empty()
            && let Err(wrong) = check_name(&row.coder)
        {
            fault(&RowReason::BadName { name: row.coder.clone(), fault: wrong });
        }
    }
    let mut groups: Vec<(At<Text>, Vec<usize>, String)> = Vec::with_capacity(by_text.len());
    for (text, members) in by_text {
        groups.push((text, members, writing.revision(study.texts[text].row.revision)?.text));
    }
    let placed: Vec<(usize, Result<Found, RowReason>)> = groups
        .par_iter()
        .flat_map_iter(|(at, members, content)| {
            let text = &study.texts[*at];
            let hand = TextInHand::new(&text.row.name, content, &text.structure);
            let find = |row: usize| {
                let span = hand.find(&rows[row].place)?;
                let code = codes[rows[row].code.as_str()].clone()?;
                let points = hand.points.to_points(span);
                Ok(Found { text: *at, code, span, points, words: span.of(content).to_owned() })
            };
            members.iter().map(|row| (*row, find(*row))).collect::<Vec<_>>()
        })
        .collect();
    let mut found: Vec<Option<Found>> = rows.iter().map(|_| None).collect();
    for (at, place) in placed {
        match place {
            Ok(place) => found[at] = Some(place),
            // An unknown code was named above.
            Err(RowReason::Unknown(_)) => {}
            Err(reason) => faults.push(RowFault { line: rows[at].line, reason }),
        }
    }
    if faults.is_empty() {
        Ok(found.into_iter().flatten().collect())
    } else {
        faults.sort_by_key(|fault| fault.line);
        Err(Refusal::Rows(faults))
    }
}

fn write_all(
    writing: &mut Writing<'_>,
    study: &Study,
    actor: &str,
    rows: &[CodingInput],
    found: &[Found],
) -> Result<CodingsReport, Refusal> {
    let mut report = CodingsReport::default();
    let known: FxHashSet<String> = study.rows().coders.iter().map(|coder| fold_name(&coder.name)).collect();
    let mut coders: FxHashMap<&str, CoderId> = FxHashMap::default();
    let mut fragments: FxHashMap<(At<Text>, Span), FragmentId> =
        study.places.rows().iter().map(|place| ((place.transcript, place.span), place.fragment)).collect();
    let mut standing: FxHashSet<(FragmentId, CodeId, CoderId)> =
        study.rows().codings.iter().map(|row| (row.fragment, row.code, row.coder)).collect();
    for (row, place) in rows.iter().zip(found) {
        let whose = if row.coder.is_empty() { actor } else { row.coder.as_str() };
        let coder = if let Some(coder) = coders.get(whose) {
            *coder
        } else {
            let coder = ensure_coder(writing, whose)?;
            if !known.contains(&fold_name(whose)) {
                report.coders.push(whose.to_owned());
            }
            coders.insert(whose, coder);
            coder
        };
        let key = (place.text, place.span);
        let fragment = if let Some(fragment) = fragments.get(&key) {
            *fragment
        } else {
            let text = &study.texts[place.text];
            let fragment = add_fragment(writing, text, place.span, place.points, &place.words)?;
            fragments.insert(key, fragment);
            fragment
        };
        if standing.insert((fragment, place.code, coder)) {
            writing.insert(Coding {
                id: CodingId::new(),
                fragment,
                code: place.code,
                coder,
                counter: row.counter,
                note: row.note.trim().to_owned(),
                created: writing.time(),
            })?;
            report.added += 1;
        } else {
            report.stood += 1;
        }
    }
    Ok(report)
}

/// The place and code of one request, for verbs that speak of a coded fragment.
pub(super) fn coded_place<'s>(
    writing: &Writing<'_>,
    study: &'s Study,
    transcript: &str,
    place: &PlaceInput,
) -> Result<(&'s Text, Span, PointSpan, String), Refusal> {
    let text = &study.texts[study.find_text(transcript)?];
    let revision = writing.revision(text.row.revision)?;
    let hand = TextInHand::new(&text.row.name, &revision.text, &text.structure);
    let span = hand.find(place)?;
    let points = hand.points.to_points(span);
    Ok((text, span, points, span.of(&revision.text).to_owned()))
}

/// The codes of a study by identity, for messages.
pub(super) fn name_of(study: &Study, id: CodeId) -> String {
    let found: Option<&Code> = study.code_at(id).map(|at| &study.codes[at]);
    found.map(|code| code.name.clone()).unwrap_or_default()
}
