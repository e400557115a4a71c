//! Splitting a code: its fragments are dealt over new codes, which stand beside it wherever it stands. All coders' codings
//! of a fragment go together, and so do the quotes chosen from it; what is not dealt stays.

use super::codes::{name, next_rank, refuse_taken};
use super::{Refusal, Workspace};
use crate::analysis::{At, Filter, NameKind, Study};
use crate::model::{
    Code, CodeId, Coding, CodingId, FragmentId, Placement, PlacementId, PointSpan, Quote, Verb, fold_name,
};
use crate::project::Done;
use crate::store::Writing;
use std::collections::BTreeSet;

/// What a split did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Split {
    /// Codings that went to the new code.
    pub moved: usize,
    /// Codings that stayed.
    pub kept: usize,
}

/// A new code and the fragments that go to it.
#[derive(Debug, Clone, Copy)]
pub struct Pile<'a> {
    /// The name of the new code.
    pub name: &'a str,
    /// The fragments, each as transcript and code points.
    pub fragments: &'a [(String, PointSpan)],
}

/// What dealing out a code did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dealt {
    /// The new codes, each with the codings that went there.
    pub piles: Vec<(String, usize)>,
    /// Codings that stayed.
    pub kept: usize,
}

impl Workspace {
    /// Divides a code: the codings that answer to a filter go to a new code, which stands beside it everywhere. The filter
    /// is asked for the study as it is at that very moment.
    ///
    /// # Errors
    /// When the new name cannot be one, or no coding or every coding would go.
    pub fn split_code(
        &mut self,
        code: &str,
        new: &str,
        meant: impl FnOnce(&Study) -> Result<Filter, Refusal>,
        reason: &str,
    ) -> Result<Done<Split>, Refusal> {
        self.run(Verb::CodeSplit, reason, |writing, study| {
            let filter = meant(study)?;
            let at = study.find_code(code)?;
            let name = name(new)?;
            refuse_taken(study, &name, None)?;
            let moving = study
                .codings_with(at)
                .iter()
                .map(|coding| &study.codings[*coding])
                .filter(|coding| study.admitted(&study.places[coding.place], &[&filter]).is_some())
                .map(|coding| coding.id)
                .collect();
            let dealt = deal(writing, study, at, vec![(name, moving)])?;
            Ok(Split { moved: dealt.piles[0].1, kept: dealt.kept })
        })
    }

    /// Deals the fragments of a code over new codes.
    ///
    /// # Errors
    /// When a new name cannot be one, is taken or comes twice, when a fragment does not carry the code (any more) or
    /// comes twice, or when a pile is empty or one pile takes everything.
    pub fn deal_code(&mut self, code: &str, piles: &[Pile<'_>], reason: &str) -> Result<Done<Dealt>, Refusal> {
        self.run(Verb::CodeSplit, reason, |writing, study| {
            let at = study.find_code(code)?;
            let mut named: Vec<(String, BTreeSet<CodingId>)> = Vec::with_capacity(piles.len());
            let mut gone: BTreeSet<CodingId> = BTreeSet::new();
            for pile in piles {
                let name = name(pile.name)?;
                refuse_taken(study, &name, None)?;
                if named.iter().any(|(other, _)| fold_name(other) == fold_name(&name)) {
                    return Err(Refusal::NameTaken { kind: NameKind::Code, name });
                }
                let mut moving = BTreeSet::new();
                for (transcript, points) in pile.fragments {
                    let text = study.find_text(transcript)?;
                    let here = study.codings_with(at).iter().map(|coding| &study.codings[*coding]).filter(|coding| {
                        let place = &study.places[coding.place];
                        place.transcript == text && place.points == *points
                    });
                    let before = moving.len();
                    moving.extend(here.map(|coding| coding.id));
                    if moving.len() == before {
                        return Err(Refusal::NoCoding {
                            code: study.codes[at].name.clone(),
                            transcript: study.texts[text].row.name.clone(),
                        });
                    }
                }
                if !gone.is_disjoint(&moving) {
                    return Err(Refusal::EmptySplit { code: study.codes[at].name.clone() });
                }
                gone.extend(&moving);
                named.push((name, moving));
            }
            deal(writing, study, at, named)
        })
    }
}

fn deal(
    writing: &mut Writing<'_>,
    study: &Study,
    at: At<Code>,
    piles: Vec<(String, BTreeSet<CodingId>)>,
) -> Result<Dealt, Refusal> {
    let old = &study.codes[at];
    let all = study.codings_with(at).len();
    let moving: usize = piles.iter().map(|(_, codings)| codings.len()).sum();
    let empty = piles.is_empty() || piles.iter().any(|(_, codings)| codings.is_empty());
    if empty || (piles.len() == 1 && moving == all) {
        return Err(Refusal::EmptySplit { code: old.name.clone() });
    }
    let codings = writing.codings_with(old.id)?;
    let quotes = writing.quotes_under(old.id)?;
    let mut dealt = Dealt { piles: Vec::with_capacity(piles.len()), kept: all - moving };
    let mut detail = vec![old.name.clone()];
    for (step, (name, moving)) in (0..).zip(piles) {
        let id = beside(writing, study, old, &name, step)?;
        let mut fragments: BTreeSet<FragmentId> = BTreeSet::new();
        for coding in codings.iter().filter(|coding| moving.contains(&coding.id)) {
            fragments.insert(coding.fragment);
            super::comments::follow(writing, study, coding, coding.fragment, id)?;
            writing.update(Coding { code: id, ..coding.clone() })?;
        }
        let stays = |fragment| codings.iter().any(|other| other.fragment == fragment && !moving.contains(&other.id));
        for quote in quotes.iter().filter(|quote| fragments.contains(&quote.fragment) && !stays(quote.fragment)) {
            writing.update(Quote { code: id, ..quote.clone() })?;
        }
        detail.extend([name.clone(), moving.len().to_string()]);
        dealt.piles.push((name, moving.len()));
    }
    writing.describe(detail);
    Ok(dealt)
}

/// Makes a code like another one, behind its siblings in every place that the other one has.
fn beside(writing: &mut Writing<'_>, study: &Study, old: &Code, name: &str, step: i64) -> Result<CodeId, Refusal> {
    let new = Code { id: CodeId::new(), name: name.to_owned(), created: writing.time(), ..old.clone() };
    let id = new.id;
    writing.insert(new)?;
    let rows = &study.rows().placements;
    for placement in rows.iter().filter(|row| row.code == old.id) {
        writing.insert(Placement {
            id: PlacementId::new(),
            code: id,
            rank: next_rank(rows, placement.taxonomy, placement.parent) + step,
            marked: String::new(),
            ..placement.clone()
        })?;
    }
    Ok(id)
}
