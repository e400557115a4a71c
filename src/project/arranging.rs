//! Arranging codes in a taxonomy, many at once: what a person does on the board of axial coding. Cards go onto a pile, come
//! off it again, or become a pile of their own, each as one act.

use super::codes::{
    blank, code_name, ensure_coder, lift, name, next_rank, parent_in, placements, refuse_cycle, refuse_taken,
};
use super::{Done, Refusal, Workspace};
use crate::analysis::{At, Study, TaxonomyTree};
use crate::model::{Code, CodeId, Level, Placement, PlacementId, Verb};
use crate::store::Writing;

/// A code, and which of its places in the taxonomy is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Card<'a> {
    /// The code.
    pub code: &'a str,
    /// Its place.
    pub from: From<'a>,
}

/// A place of a code in a taxonomy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum From<'a> {
    /// The only one it has, if it has one.
    #[default]
    Anywhere,
    /// The one at the top.
    Top,
    /// The one under this code.
    Under(&'a str),
}

/// Where codes go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Target<'a> {
    /// The taxonomy; the only one when none is named.
    pub taxonomy: Option<&'a str>,
    /// The code they come under; the top when none is named.
    pub under: Option<&'a str>,
    /// 1-based place among those that stand there; the last one when none is named.
    pub position: Option<usize>,
}

/// A code to be made, with what comes under it.
#[derive(Debug, Clone, Copy)]
pub struct NewPile<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its level.
    pub level: Level,
    /// Where it comes.
    pub at: Target<'a>,
}

impl Workspace {
    /// Puts codes under another code, or at the top, in this order. A code that stands in the taxonomy moves; one that does
    /// not gets a place.
    ///
    /// # Errors
    /// When a code stands in several places and it was not said which is meant, or would stand under itself.
    pub fn arrange_codes(
        &mut self,
        cards: &[Card<'_>],
        target: &Target<'_>,
        reason: &str,
    ) -> Result<Done<()>, Refusal> {
        self.run(Verb::CodeMove, reason, |writing, study| {
            let tree = &study.taxonomies[study.find_taxonomy(target.taxonomy)?];
            let parent = target.under.map(|under| parent_in(study, tree, under)).transpose()?;
            let codes = put(writing, study, tree, cards, parent.map(|at| (at, study.codes[at].id)), target.position)?;
            let mut names = codes.into_iter().map(|at| study.codes[at].name.clone());
            let first = names.next().unwrap_or_default();
            let above = code_name(study, parent.map(|at| study.codes[at].id));
            writing.describe([first, tree.row.title.clone(), above].into_iter().chain(names));
            Ok(())
        })
    }

    /// Makes a code and puts others under it.
    ///
    /// # Errors
    /// As for [`Workspace::arrange_codes`], and when the name cannot be one or is taken.
    pub fn group_codes(
        &mut self,
        new: &NewPile<'_>,
        cards: &[Card<'_>],
        reason: &str,
    ) -> Result<Done<String>, Refusal> {
        let actor = self.actor().to_owned();
        self.run(Verb::CodeAdd, reason, |writing, study| {
            let tree = &study.taxonomies[study.find_taxonomy(new.at.taxonomy)?];
            let above = new.at.under.map(|under| parent_in(study, tree, under)).transpose()?;
            let name = name(new.name)?;
            refuse_taken(study, &name, None)?;
            let author = ensure_coder(writing, &actor)?;
            let code = blank(name.clone(), new.level, Some(author), writing.time());
            let id = code.id;
            writing.insert(code)?;
            let row = Placement {
                id: PlacementId::new(),
                taxonomy: tree.row.id,
                parent: above.map(|at| study.codes[at].id),
                code: id,
                rank: 0,
                marked: String::new(),
            };
            writing.insert(row.clone())?;
            line_up(writing, vec![row], new.at.position)?;
            if let Some(above) = above {
                for card in cards {
                    refuse_cycle(study, tree, study.find_code(card.code)?, above)?;
                }
            }
            let codes = put_under(writing, study, tree, cards, Some(id), None)?;
            let names = codes.into_iter().map(|at| study.codes[at].name.clone());
            writing.describe([name.clone()].into_iter().chain(names));
            Ok(name)
        })
    }

    /// Takes codes out of a taxonomy; what stands below them moves up. The codes and their codings stay.
    ///
    /// # Errors
    /// When a code does not stand there, or not in the place that is meant.
    pub fn unplace_codes(
        &mut self,
        cards: &[Card<'_>],
        taxonomy: Option<&str>,
        reason: &str,
    ) -> Result<Done<()>, Refusal> {
        self.run(Verb::CodeUnplace, reason, |writing, study| {
            let tree = &study.taxonomies[study.find_taxonomy(taxonomy)?];
            let mut names = Vec::with_capacity(cards.len());
            for card in cards {
                let at = study.find_code(card.code)?;
                let meant = meant(study, tree, at, card.from)?;
                // What an earlier card left behind stands elsewhere by now.
                let rows: Vec<Placement> = writing.all()?;
                let own: Vec<&Placement> =
                    rows.iter().filter(|row| meant.iter().any(|wanted| wanted.id == row.id)).collect();
                if own.is_empty() {
                    let (code, taxonomy) = (study.codes[at].name.clone(), tree.row.title.clone());
                    return Err(Refusal::NotPlaced { code, taxonomy });
                }
                lift(writing, &rows, &own)?;
                names.push(study.codes[at].name.clone());
            }
            let first = names.first().cloned().unwrap_or_default();
            writing.describe([first, tree.row.title.clone()].into_iter().chain(names.into_iter().skip(1)));
            Ok(())
        })
    }
}

/// The places of a code that are meant.
fn meant<'s>(
    study: &'s Study,
    tree: &TaxonomyTree,
    at: At<Code>,
    from: From<'_>,
) -> Result<Vec<&'s Placement>, Refusal> {
    let own = placements(study, tree.row.id, study.codes[at].id);
    Ok(match from {
        From::Anywhere => own.collect(),
        From::Top => own.filter(|row| row.parent.is_none()).collect(),
        From::Under(parent) => {
            let parent = study.codes[study.find_code(parent)?].id;
            own.filter(|row| row.parent == Some(parent)).collect()
        }
    })
}

fn put(
    writing: &mut Writing<'_>,
    study: &Study,
    tree: &TaxonomyTree,
    cards: &[Card<'_>],
    parent: Option<(At<Code>, CodeId)>,
    position: Option<usize>,
) -> Result<Vec<At<Code>>, Refusal> {
    if let Some((parent, _)) = parent {
        for card in cards {
            refuse_cycle(study, tree, study.find_code(card.code)?, parent)?;
        }
    }
    put_under(writing, study, tree, cards, parent.map(|(_, id)| id), position)
}

fn put_under(
    writing: &mut Writing<'_>,
    study: &Study,
    tree: &TaxonomyTree,
    cards: &[Card<'_>],
    parent: Option<CodeId>,
    position: Option<usize>,
) -> Result<Vec<At<Code>>, Refusal> {
    let mut codes = Vec::with_capacity(cards.len());
    let mut moving: Vec<Placement> = Vec::with_capacity(cards.len());
    for card in cards {
        let at = study.find_code(card.code)?;
        if codes.contains(&at) {
            continue;
        }
        let code = study.codes[at].id;
        let (name, taxonomy) = (study.codes[at].name.clone(), tree.row.title.clone());
        let own: Vec<&Placement> = placements(study, tree.row.id, code).collect();
        let placement = match (&meant(study, tree, at, card.from)?[..], &own[..]) {
            ([one], _) => (*one).clone(),
            ([], []) => {
                let new = Placement {
                    id: PlacementId::new(),
                    taxonomy: tree.row.id,
                    parent,
                    code,
                    rank: next_rank(&study.rows().placements, tree.row.id, parent),
                    marked: String::new(),
                };
                writing.insert(new.clone())?;
                new
            }
            ([], _) => return Err(Refusal::NotPlaced { code: name, taxonomy }),
            (several, _) => {
                let parents = several.iter().map(|row| code_name(study, row.parent)).collect();
                return Err(Refusal::PlacedSeveralTimes { code: name, taxonomy, parents });
            }
        };
        // The same code twice under one parent says nothing: the two become one.
        if let Some(twin) = own.iter().find(|row| row.id != placement.id && row.parent == parent) {
            writing.delete(*twin)?;
        }
        codes.push(at);
        moving.push(Placement { parent, ..placement });
    }
    line_up(writing, moving, position)?;
    Ok(codes)
}

/// Lets placements stand among their siblings from a position on, and numbers all of them anew.
fn line_up(writing: &mut Writing<'_>, moving: Vec<Placement>, position: Option<usize>) -> Result<(), Refusal> {
    let Some(first) = moving.first() else { return Ok(()) };
    let mut siblings: Vec<Placement> = writing.all()?;
    siblings.retain(|row| {
        row.taxonomy == first.taxonomy && row.parent == first.parent && moving.iter().all(|moved| moved.id != row.id)
    });
    siblings.sort_by_key(|row| (row.rank, row.id));
    let at = position.map_or(siblings.len(), |position| position.saturating_sub(1).min(siblings.len()));
    siblings.splice(at..at, moving);
    for (rank, row) in (0..).zip(siblings) {
        writing.update(Placement { rank, ..row })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
