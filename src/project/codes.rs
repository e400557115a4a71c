//! Verbs on codes of all levels: add, rename, move, place, merge, delete, set level, redefine. Codings follow their code;
//! a code that goes leaves its children to the code above it. Splitting is in `dealing`, moving many in `arranging`.

use super::{Done, Refusal, Workspace};
use crate::analysis::{At, NameKind, Study, TaxonomyTree};
use crate::model::{
    Code, CodeId, CodeStatus, Coder, CoderId, Coding, Comment, FragmentId, Level, MarkedName, Memo, Origin, Placement,
    PlacementId, Quote, Subject, TaxonomyId, Verb, check_name, fold_name,
};
use crate::store::Writing;
use std::collections::BTreeSet;

/// A code to make.
#[derive(Debug, Clone, Default)]
pub struct NewCode<'a> {
    /// Name; footnote marks of the taxonomy may stand in it.
    pub name: &'a str,
    /// Level; open unless said otherwise.
    pub level: Option<Level>,
    /// The code it should stand under.
    pub under: Option<&'a str>,
    /// The taxonomy, when there are several.
    pub taxonomy: Option<&'a str>,
    /// The rest.
    pub fields: CodeFields,
}

/// What can be said of a code; `None` leaves a field alone, an empty text clears it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CodeFields {
    /// The full sentence behind a column head.
    pub statement: Option<String>,
    /// What it means.
    pub definition: Option<String>,
    /// When to use it.
    pub include: Option<String>,
    /// When not to use it.
    pub exclude: Option<String>,
    /// A typical passage.
    pub example: Option<String>,
    /// `#rrggbb`.
    pub color: Option<String>,
    /// Where it came from.
    pub origin: Option<Origin>,
    /// How far the group agrees on it.
    pub status: Option<CodeStatus>,
}

/// What a merge did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Merge {
    /// Codings that got the other code.
    pub moved: usize,
    /// Codings that became one with a coding of the same coder on the same fragment.
    pub joined: usize,
}

/// What a deletion took along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deletion {
    /// Codings.
    pub codings: usize,
    /// Chosen quotes.
    pub quotes: usize,
    /// Codes that moved up to the code above.
    pub lifted: usize,
}

/// A typed name that may be one.
pub(super) fn name(typed: &str) -> Result<String, Refusal> {
    check_name(typed).map_err(|fault| Refusal::BadName { name: typed.to_owned(), fault })
}

/// Refuses a name that another code has.
pub(super) fn refuse_taken(study: &Study, name: &str, except: Option<CodeId>) -> Result<(), Refusal> {
    let wanted = fold_name(name);
    let taken = study.codes.rows().iter().find(|code| Some(code.id) != except && fold_name(&code.name) == wanted);
    match taken {
        Some(code) => Err(Refusal::NameTaken { kind: NameKind::Code, name: code.name.clone() }),
        None => Ok(()),
    }
}

/// The row of a coder of that name, made when there is none.
pub(super) fn ensure_coder(writing: &mut Writing<'_>, typed: &str) -> Result<CoderId, Refusal> {
    let typed = name(typed)?;
    let wanted = fold_name(&typed);
    if let Some(coder) = writing.all::<Coder>()?.into_iter().find(|coder| fold_name(&coder.name) == wanted) {
        return Ok(coder.id);
    }
    let coder = Coder { id: CoderId::new(), name: typed };
    let id = coder.id;
    writing.insert(coder)?;
    Ok(id)
}

/// `#rrggbb`, from `#rgb` too.
pub(super) fn color(typed: &str) -> Result<String, Refusal> {
    let digits = typed.trim().strip_prefix('#').unwrap_or_default();
    let good = digits.chars().all(|digit| digit.is_ascii_hexdigit());
    match digits.len() {
        _ if typed.trim().is_empty() => Ok(String::new()),
        6 if good => Ok(format!("#{}", digits.to_ascii_lowercase())),
        3 if good => Ok(digits.chars().fold("#".to_owned(), |color, digit| color + &digit.to_string().repeat(2))),
        _ => Err(Refusal::BadColor { color: typed.to_owned() }),
    }
}

/// Lays fields over a code.
pub(super) fn fill(code: &mut Code, fields: &CodeFields) -> Result<(), Refusal> {
    let texts = [
        (&mut code.statement, &fields.statement),
        (&mut code.definition, &fields.definition),
        (&mut code.include, &fields.include),
        (&mut code.exclude, &fields.exclude),
        (&mut code.example, &fields.example),
    ];
    for (field, given) in texts {
        if let Some(given) = given {
            given.trim().clone_into(field);
        }
    }
    if let Some(given) = &fields.color {
        code.color = color(given)?;
    }
    code.origin = fields.origin.or(code.origin);
    code.status = fields.status.unwrap_or(code.status);
    Ok(())
}

/// A bare code.
pub(super) fn blank(name: String, level: Level, author: Option<CoderId>, created: i64) -> Code {
    Code {
        id: CodeId::new(),
        name,
        level,
        statement: String::new(),
        definition: String::new(),
        include: String::new(),
        exclude: String::new(),
        example: String::new(),
        color: String::new(),
        origin: None,
        status: CodeStatus::Proposed,
        author,
        created,
    }
}

/// Gives every place of a code its new name, footnote marks following their words: the name. The code's own row is the
/// caller's.
pub(super) fn rename(writing: &mut Writing<'_>, study: &Study, old: &Code, typed: &str) -> Result<String, Refusal> {
    let all_marks: BTreeSet<&str> = study.rows().footnotes.iter().map(|note| note.mark.as_str()).collect();
    let parsed = MarkedName::parse(typed, all_marks.iter().copied());
    let new = name(&parsed.name)?;
    refuse_taken(study, &new, Some(old.id))?;
    for placement in study.rows().placements.iter().filter(|row| row.code == old.id) {
        let tree = study.taxonomies.rows().iter().find(|tree| tree.row.id == placement.taxonomy);
        let marks = tree.map(TaxonomyTree::marks).unwrap_or_default();
        let marked = if !parsed.marked.is_empty() {
            MarkedName::parse(&parsed.marked, marks.iter().copied()).marked
        } else if placement.marked.is_empty() {
            String::new()
        } else {
            MarkedName::carry(&placement.marked, &new, marks.iter().copied())
        };
        writing.update(Placement { marked, ..placement.clone() })?;
    }
    Ok(new)
}

/// The placements of a code in a taxonomy.
pub(super) fn placements(study: &Study, taxonomy: TaxonomyId, code: CodeId) -> impl Iterator<Item = &Placement> {
    study.rows().placements.iter().filter(move |row| row.taxonomy == taxonomy && row.code == code)
}

/// The rank behind the last child of a parent.
pub(super) fn next_rank(rows: &[Placement], taxonomy: TaxonomyId, parent: Option<CodeId>) -> i64 {
    let siblings = rows.iter().filter(|row| row.taxonomy == taxonomy && row.parent == parent);
    siblings.map(|row| row.rank + 1).max().unwrap_or(0)
}

/// Refuses a parent that is the code itself or stands below it.
pub(super) fn refuse_cycle(
    study: &Study,
    tree: &TaxonomyTree,
    code: At<Code>,
    parent: At<Code>,
) -> Result<(), Refusal> {
    let below =
        tree.walk().into_iter().filter(|node| node.code == code).flat_map(crate::analysis::TreeNode::with_descendants);
    if code == parent || below.into_iter().any(|descendant| descendant == parent) {
        let name = |at| study.codes[at].name.clone();
        return Err(Refusal::Cycle { code: name(code), parent: name(parent) });
    }
    Ok(())
}

/// The parent that is meant: it must stand in the taxonomy itself.
pub(super) fn parent_in(study: &Study, tree: &TaxonomyTree, name: &str) -> Result<At<Code>, Refusal> {
    let parent = study.find_code(name)?;
    if tree.walk().iter().any(|node| node.code == parent) {
        Ok(parent)
    } else {
        Err(Refusal::ParentNotPlaced { parent: study.codes[parent].name.clone(), taxonomy: tree.row.title.clone() })
    }
}

impl Workspace {
    /// Makes a code, under another one when asked.
    ///
    /// # Errors
    /// When the name cannot be one or is taken, or the parent does not stand in the taxonomy.
    pub fn add_code(&mut self, new: &NewCode<'_>, reason: &str) -> Result<Done<String>, Refusal> {
        let actor = self.actor().to_owned();
        self.run(Verb::CodeAdd, reason, |writing, study| {
            let taxonomy = match (new.under, new.taxonomy) {
                (None, None) => None,
                (_, named) => Some(study.find_taxonomy(named)?),
            };
            let marks = taxonomy.map(|at| study.taxonomies[at].marks()).unwrap_or_default();
            let parsed = MarkedName::parse(new.name, marks.iter().copied());
            let name = name(&parsed.name)?;
            refuse_taken(study, &name, None)?;
            let author = ensure_coder(writing, &actor)?;
            let mut code = blank(name.clone(), new.level.unwrap_or(Level::Open), Some(author), writing.time());
            fill(&mut code, &new.fields)?;
            let id = code.id;
            writing.insert(code)?;
            if let Some(at) = taxonomy {
                let tree = &study.taxonomies[at];
                let parent = new.under.map(|under| parent_in(study, tree, under)).transpose()?;
                let parent = parent.map(|at| study.codes[at].id);
                writing.insert(Placement {
                    id: PlacementId::new(),
                    taxonomy: tree.row.id,
                    parent,
                    code: id,
                    rank: next_rank(&study.rows().placements, tree.row.id, parent),
                    marked: parsed.marked,
                })?;
            }
            writing.describe([name.clone()]);
            Ok(name)
        })
    }

    /// Gives a code another name; footnote marks follow their words.
    ///
    /// # Errors
    /// When there is no such code, or the new name cannot be one or is taken.
    pub fn rename_code(&mut self, code: &str, new: &str, reason: &str) -> Result<Done<()>, Refusal> {
        self.run(Verb::CodeRename, reason, |writing, study| {
            let at = study.find_code(code)?;
            let old = &study.codes[at];
            let new = rename(writing, study, old, new)?;
            writing.describe([old.name.clone(), new.clone()]);
            writing.update(Code { name: new, ..old.clone() })?;
            Ok(())
        })
    }

    /// Moves a code within a taxonomy: under another code, or to the top.
    ///
    /// # Errors
    /// When the code does not stand in the taxonomy or stands there several times, or would stand under itself.
    pub fn move_code(
        &mut self,
        code: &str,
        under: Option<&str>,
        taxonomy: Option<&str>,
        position: Option<usize>,
        reason: &str,
    ) -> Result<Done<()>, Refusal> {
        self.run(Verb::CodeMove, reason, |writing, study| {
            let tree = &study.taxonomies[study.find_taxonomy(taxonomy)?];
            let at = study.find_code(code)?;
            let row = &study.codes[at];
            let parent_at = under.map(|under| parent_in(study, tree, under)).transpose()?;
            if let Some(parent) = parent_at {
                refuse_cycle(study, tree, at, parent)?;
            }
            let own: Vec<&Placement> = placements(study, tree.row.id, row.id).collect();
            let [placement] = own[..] else {
                let taxonomy = tree.row.title.clone();
                let code = row.name.clone();
                if own.is_empty() {
                    return Err(Refusal::NotPlaced { code, taxonomy });
                }
                let parents = own.iter().map(|row| code_name(study, row.parent)).collect();
                return Err(Refusal::PlacedSeveralTimes { code, taxonomy, parents });
            };
            let parent = parent_at.map(|at| study.codes[at].id);
            let mut siblings: Vec<Placement> = study
                .rows()
                .placements
                .iter()
                .filter(|row| row.taxonomy == tree.row.id && row.parent == parent && row.id != placement.id)
                .cloned()
                .collect();
            siblings.sort_by_key(|row| (row.rank, row.id));
            let place = position.map_or(siblings.len(), |position| position.saturating_sub(1).min(siblings.len()));
            siblings.insert(place, Placement { parent, ..placement.clone() });
            for (rank, row) in siblings.into_iter().enumerate() {
                let rank = i64::try_from(rank).unwrap_or(i64::MAX);
                writing.update(Placement { rank, ..row })?;
            }
            writing.describe([row.name.clone(), tree.row.title.clone(), code_name(study, parent)]);
            Ok(())
        })
    }

    /// Gives a code a place in a taxonomy; one more than it has only when confirmed.
    ///
    /// # Errors
    /// When it stands there already, or would stand under itself.
    pub fn place_code(
        &mut self,
        code: &str,
        under: Option<&str>,
        taxonomy: Option<&str>,
        confirmed: Confirmed,
        reason: &str,
    ) -> Result<Done<()>, Refusal> {
        self.run(Verb::CodePlace, reason, |writing, study| {
            let tree = &study.taxonomies[study.find_taxonomy(taxonomy)?];
            let at = study.find_code(code)?;
            let row = &study.codes[at];
            let parent_at = under.map(|under| parent_in(study, tree, under)).transpose()?;
            if let Some(parent) = parent_at {
                refuse_cycle(study, tree, at, parent)?;
            }
            let parent = parent_at.map(|at| study.codes[at].id);
            let own: Vec<&Placement> = placements(study, tree.row.id, row.id).collect();
            let same = own.iter().any(|row| row.parent == parent);
            if let Some(other) = own.first()
                && (same || confirmed == Confirmed::No)
            {
                let above = if same { parent } else { other.parent };
                return Err(Refusal::PlacedAlready {
                    code: row.name.clone(),
                    taxonomy: tree.row.title.clone(),
                    parent: above.map(|id| code_name(study, Some(id))),
                });
            }
            writing.insert(Placement {
                id: PlacementId::new(),
                taxonomy: tree.row.id,
                parent,
                code: row.id,
                rank: next_rank(&study.rows().placements, tree.row.id, parent),
                marked: String::new(),
            })?;
            writing.describe([row.name.clone(), tree.row.title.clone(), code_name(study, parent)]);
            Ok(())
        })
    }

    /// Takes a code out of a taxonomy; what stands below it moves up. The code and its codings stay.
    ///
    /// # Errors
    /// When it does not stand there.
    pub fn unplace_code(&mut self, code: &str, taxonomy: Option<&str>, reason: &str) -> Result<Done<()>, Refusal> {
        self.run(Verb::CodeUnplace, reason, |writing, study| {
            let tree = &study.taxonomies[study.find_taxonomy(taxonomy)?];
            let row = &study.codes[study.find_code(code)?];
            let own: Vec<&Placement> = placements(study, tree.row.id, row.id).collect();
            if own.is_empty() {
                return Err(Refusal::NotPlaced { code: row.name.clone(), taxonomy: tree.row.title.clone() });
            }
            lift(writing, &study.rows().placements, &own)?;
            writing.describe([row.name.clone(), tree.row.title.clone()]);
            Ok(())
        })
    }

    /// Makes codes one: codings, quotes, memos and children of the others go to the one that stays.
    ///
    /// # Errors
    /// When a code does not exist or is named twice.
    pub fn merge_codes(&mut self, others: &[&str], into: &str, reason: &str) -> Result<Done<Merge>, Refusal> {
        self.merge_codes_as(others, into, None, reason)
    }

    /// Makes codes one, and lets the one that stays mean what was agreed on.
    ///
    /// # Errors
    /// When a code does not exist or is named twice.
    pub fn merge_codes_as(
        &mut self,
        others: &[&str],
        into: &str,
        definition: Option<&str>,
        reason: &str,
    ) -> Result<Done<Merge>, Refusal> {
        self.run(Verb::CodeMerge, reason, |writing, study| {
            let target = study.find_code(into)?;
            let mut sources = Vec::new();
            for other in others {
                let at = study.find_code(other)?;
                if at == target || sources.contains(&at) {
                    return Err(Refusal::SameCode { code: study.codes[at].name.clone() });
                }
                sources.push(at);
            }
            let mut merge = Merge { moved: 0, joined: 0 };
            for source in &sources {
                merge_one(writing, study, *source, target, &mut merge)?;
            }
            if let Some(definition) = definition {
                writing.update(Code { definition: definition.trim().to_owned(), ..study.codes[target].clone() })?;
            }
            let names = sources.iter().map(|at| study.codes[*at].name.clone());
            let total = (merge.moved + merge.joined).to_string();
            writing.describe([study.codes[target].name.clone(), total].into_iter().chain(names));
            Ok(merge)
        })
    }

    /// Deletes a code with its codings and chosen quotes; what stands below it moves up.
    ///
    /// # Errors
    /// When there is no such code.
    pub fn delete_code(&mut self, code: &str, reason: &str) -> Result<Done<Deletion>, Refusal> {
        self.run(Verb::CodeDelete, reason, |writing, study| {
            let row = &study.codes[study.find_code(code)?];
            let own: Vec<&Placement> = study.rows().placements.iter().filter(|place| place.code == row.id).collect();
            let lifted = lift(writing, &study.rows().placements, &own)?;
            let mut fragments: BTreeSet<FragmentId> = BTreeSet::new();
            let codings = writing.codings_with(row.id)?;
            for coding in &codings {
                fragments.insert(coding.fragment);
                writing.delete(coding)?;
            }
            let quotes = writing.quotes_under(row.id)?;
            for quote in &quotes {
                fragments.insert(quote.fragment);
                writing.delete(quote)?;
            }
            for memo in study.memos_on(Subject::Code(row.id)) {
                writing.update(Memo { subject: Subject::Project, ..memo.clone() })?;
            }
            for comment in writing.comments_under(row.id)? {
                writing.update(Comment { code: None, former: row.name.clone(), ..comment })?;
            }
            writing.sweep(fragments)?;
            writing.delete(row)?;
            writing.describe([row.name.clone(), codings.len().to_string()]);
            Ok(Deletion { codings: codings.len(), quotes: quotes.len(), lifted })
        })
    }

    /// Sets the level of a code.
    ///
    /// # Errors
    /// When there is no such code.
    pub fn set_level(&mut self, code: &str, level: Level, reason: &str) -> Result<Done<()>, Refusal> {
        self.run(Verb::CodeLevel, reason, |writing, study| {
            let row = &study.codes[study.find_code(code)?];
            writing.describe([row.name.clone()]);
            writing.update(Code { level, ..row.clone() })?;
            Ok(())
        })
    }

    /// Changes what is said of a code.
    ///
    /// # Errors
    /// When there is no such code or a value cannot be used.
    pub fn redefine_code(&mut self, code: &str, fields: &CodeFields, reason: &str) -> Result<Done<()>, Refusal> {
        self.run(Verb::CodeRedefine, reason, |writing, study| {
            let mut row = study.codes[study.find_code(code)?].clone();
            fill(&mut row, fields)?;
            writing.describe([row.name.clone()]);
            writing.update(row)?;
            Ok(())
        })
    }
}

/// Whether a person confirmed that a code may stand in several places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirmed {
    /// They did.
    Yes,
    /// They did not say so.
    No,
}

/// The name of a code; nothing for the top.
pub(super) fn code_name(study: &Study, id: Option<CodeId>) -> String {
    id.and_then(|id| study.code_at(id)).map(|at| study.codes[at].name.clone()).unwrap_or_default()
}

/// Takes placements away; what stands below them moves up to the code above, unless it stands there already.
pub(super) fn lift(writing: &mut Writing<'_>, rows: &[Placement], placements: &[&Placement]) -> Result<usize, Refusal> {
    let mut lifted = 0;
    for placement in placements {
        writing.delete(*placement)?;
        let still_there = rows.iter().any(|row| {
            row.taxonomy == placement.taxonomy
                && row.code == placement.code
                && !placements.iter().any(|gone| gone.id == row.id)
        });
        let handled = placements
            .iter()
            .take_while(|earlier| earlier.id != placement.id)
            .any(|earlier| earlier.taxonomy == placement.taxonomy);
        if still_there || handled {
            continue;
        }
        let below = rows.iter().filter(|row| row.taxonomy == placement.taxonomy && row.parent == Some(placement.code));
        for (step, child) in (0..).zip(below) {
            let stands_above = rows
                .iter()
                .any(|row| row.taxonomy == child.taxonomy && row.parent == placement.parent && row.code == child.code);
            if stands_above {
                writing.delete(child)?;
            } else {
                let rank = next_rank(rows, placement.taxonomy, placement.parent) + step;
                writing.update(Placement { parent: placement.parent, rank, ..child.clone() })?;
            }
            lifted += 1;
        }
    }
    Ok(lifted)
}

fn merge_one(
    writing: &mut Writing<'_>,
    study: &Study,
    source: At<Code>,
    target: At<Code>,
    merge: &mut Merge,
) -> Result<(), Refusal> {
    let (source, target) = (&study.codes[source], &study.codes[target]);
    let mut standing: std::collections::BTreeMap<(FragmentId, CoderId), Coding> =
        writing.codings_with(target.id)?.into_iter().map(|coding| ((coding.fragment, coding.coder), coding)).collect();
    for coding in writing.codings_with(source.id)? {
        if let Some(kept) = standing.get_mut(&(coding.fragment, coding.coder)) {
            if !coding.note.is_empty() && !kept.note.contains(&coding.note) {
                kept.note =
                    if kept.note.is_empty() { coding.note.clone() } else { format!("{} {}", kept.note, coding.note) };
                writing.update(kept.clone())?;
            }
            writing.delete(&coding)?;
            merge.joined += 1;
        } else {
            writing.update(Coding { code: target.id, ..coding })?;
            merge.moved += 1;
        }
    }
    let shown: BTreeSet<FragmentId> = writing.quotes_under(target.id)?.iter().map(|quote| quote.fragment).collect();
    for quote in writing.quotes_under(source.id)? {
        if shown.contains(&quote.fragment) {
            writing.delete(&quote)?;
        } else {
            let rank = quote.rank + i64::try_from(shown.len()).unwrap_or(i64::MAX);
            writing.update(Quote { code: target.id, rank, ..quote })?;
        }
    }
    for memo in study.memos_on(Subject::Code(source.id)) {
        writing.update(Memo { subject: Subject::Code(target.id), ..memo.clone() })?;
    }
    for comment in writing.comments_under(source.id)? {
        writing.update(Comment { code: Some(target.id), ..comment })?;
    }
    merge_placements(writing, source, target)?;
    writing.delete(source)?;
    Ok(())
}

/// Where only the source stands, the target takes its place; children move to the target.
fn merge_placements(writing: &mut Writing<'_>, source: &Code, target: &Code) -> Result<(), Refusal> {
    let rows: Vec<Placement> = writing.all()?;
    for own in rows.iter().filter(|row| row.code == source.id) {
        let target_there = rows.iter().any(|row| row.taxonomy == own.taxonomy && row.code == target.id);
        let under_target = own.parent == Some(target.id);
        if target_there || under_target {
            writing.delete(own)?;
        } else {
            writing.update(Placement { code: target.id, marked: String::new(), ..own.clone() })?;
        }
    }
    let rows: Vec<Placement> = writing.all()?;
    for child in rows.iter().filter(|row| row.parent == Some(source.id)) {
        let twin = rows
            .iter()
            .any(|row| row.taxonomy == child.taxonomy && row.parent == Some(target.id) && row.code == child.code);
        if twin || child.code == target.id {
            if child.code == target.id {
                // The target stood below the source: it takes the source's place.
                let above = rows.iter().find(|row| row.taxonomy == child.taxonomy && row.code == source.id);
                writing.update(Placement { parent: above.and_then(|row| row.parent), ..child.clone() })?;
            } else {
                writing.delete(child)?;
            }
        } else {
            writing.update(Placement { parent: Some(target.id), ..child.clone() })?;
        }
    }
    Ok(())
}
