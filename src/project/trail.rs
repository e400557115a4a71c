//! The trail as a page of it is read: the newest first, what stands undone marked, and which entry a person can take back
//! or restore now.

use super::{Refusal, Workspace};
use crate::analysis::{At, Study, Text};
use crate::model::{Change, Entry, EntryId, Table, Verb, fold_name};
use crate::store::{Direction, Whose, next_to_revert};
use std::collections::BTreeMap;

/// Which entries are asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TrailRequest {
    /// Of this person only.
    pub actor: Option<String>,
    /// Of these sorts only; all when empty.
    pub verbs: Vec<Verb>,
    /// That concern this text only.
    pub text: Option<At<Text>>,
    /// How many to pass over.
    pub from: usize,
    /// How many to give.
    pub most: usize,
}

/// A part of the trail.
#[derive(Debug, Clone, Default)]
pub struct Trail {
    /// The newest first.
    pub steps: Vec<Step>,
    /// How many answer to the request.
    pub total: usize,
    /// Everybody who ever acted, by name.
    pub actors: Vec<String>,
}

/// One entry, as it stands now.
#[derive(Debug, Clone)]
pub struct Step {
    /// The entry.
    pub entry: Entry,
    /// The entry that an undo or redo aimed at.
    pub target: Option<Entry>,
    /// Taken back, and not restored since.
    pub undone: bool,
    /// What the person who asks can do with it now.
    pub way: Option<Direction>,
}

/// How many rows of a sort an entry made, changed and took away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Touched {
    /// The sort.
    pub table: Table,
    /// Made.
    pub made: usize,
    /// Changed.
    pub changed: usize,
    /// Taken away.
    pub gone: usize,
}

impl Workspace {
    /// A part of the trail, as the acting person `me` can act on it.
    ///
    /// # Errors
    /// When the project cannot be read.
    pub fn trail(&self, study: &Study, request: &TrailRequest, me: &str) -> Result<Trail, Refusal> {
        let about = match request.text {
            None => None,
            Some(at) => Some(self.store.entries_about(study.texts[at].row.id)?),
        };
        let entries = self.store.entries()?;
        let wanted = |entry: &&Entry| {
            request.actor.as_ref().is_none_or(|actor| fold_name(actor) == fold_name(&entry.actor))
                && (request.verbs.is_empty() || request.verbs.contains(&entry.verb))
                && about.as_ref().is_none_or(|numbers| numbers.contains(&entry.number))
        };
        let found: Vec<&Entry> = entries.iter().rev().filter(wanted).collect();
        let page = found.iter().skip(request.from).take(request.most);
        let mut actors: Vec<String> = entries.iter().map(|entry| entry.actor.clone()).collect();
        actors.sort_by(|a, b| crate::model::natural_order(a, b));
        actors.dedup();
        Ok(Trail { steps: steps(&entries, page.copied(), me), total: found.len(), actors })
    }

    /// One entry with what it changed, by sort.
    ///
    /// # Errors
    /// When the project cannot be read.
    pub fn step(&self, number: i64, me: &str) -> Result<Option<(Step, Vec<Touched>)>, Refusal> {
        let entries = self.store.entries()?;
        let one = entries.iter().filter(|entry| entry.number == number);
        let Some(step) = steps(&entries, one, me).pop() else { return Ok(None) };
        let changes = self.changes_of(&step.entry)?;
        Ok(Some((step, touched(&changes))))
    }
}

fn steps<'e>(entries: &'e [Entry], shown: impl Iterator<Item = &'e Entry>, me: &str) -> Vec<Step> {
    let mut flips: BTreeMap<EntryId, Verb> = BTreeMap::new();
    for entry in entries {
        if let Some(target) = entry.target {
            flips.insert(target, entry.verb);
        }
    }
    let by_id: BTreeMap<EntryId, &Entry> = entries.iter().map(|entry| (entry.id, entry)).collect();
    let next = |direction| next_to_revert(entries, direction, Whose::Own, me).map(|entry| entry.number);
    let (undo, redo) = (next(Direction::Undo), next(Direction::Redo));
    let step = |entry: &Entry| Step {
        entry: entry.clone(),
        target: entry.target.and_then(|id| by_id.get(&id)).map(|target| (*target).clone()),
        undone: flips.get(&entry.id) == Some(&Verb::Undo),
        way: match entry.number {
            number if Some(number) == undo => Some(Direction::Undo),
            number if Some(number) == redo => Some(Direction::Redo),
            _ => None,
        },
    };
    shown.map(step).collect()
}

/// What changes did, by sort, in the order of the sorts.
fn touched(changes: &[Change]) -> Vec<Touched> {
    let mut all: BTreeMap<Table, Touched> = BTreeMap::new();
    for change in changes {
        let none = Touched { table: change.table, made: 0, changed: 0, gone: 0 };
        let line = all.entry(change.table).or_insert(none);
        match (&change.before, &change.after) {
            (None, _) => line.made += 1,
            (Some(_), Some(_)) => line.changed += 1,
            (Some(_), None) => line.gone += 1,
        }
    }
    all.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;
    use crate::project::NewCode;

    fn coded(path: &std::path::Path) -> Workspace {
        let mut workspace = Workspace::create(path, "Studie", Language::Dutch, "Noor", || 5).expect("a project");
        for (coder, code) in [("Noor", "schaamte"), ("Lotte", "zorg"), ("Noor", "’s avonds")] {
            workspace.set_actor(coder);
            workspace.add_code(&NewCode { name: code, ..NewCode::default() }, "").expect("a code");
        }
        workspace
    }

    #[test]
    fn only_ones_own_last_step_can_be_taken_back() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut workspace = coded(&folder.path().join("studie.codeboom"));
        let study = workspace.study().expect("a study");
        let all = TrailRequest { most: 50, ..TrailRequest::default() };
        let ways = |workspace: &Workspace, me: &str| {
            let trail = workspace.trail(&study, &all, me).expect("a trail");
            trail.steps.iter().map(|step| (step.entry.number, step.undone, step.way)).collect::<Vec<_>>()
        };
        let undo = Some(Direction::Undo);
        assert_eq!(ways(&workspace, "Noor"), [(4, false, undo), (3, false, None), (2, false, None), (1, false, None)]);
        assert_eq!(ways(&workspace, "Lotte")[1], (3, false, undo));
        assert!(ways(&workspace, "Daan").iter().all(|(_, _, way)| way.is_none()));
        workspace.undo(Whose::Own, "toch niet").expect("undone");
        let redo = Some(Direction::Redo);
        assert_eq!(
            ways(&workspace, "Noor"),
            [(5, false, None), (4, true, redo), (3, false, None), (2, false, undo), (1, false, None)]
        );
        let mine = TrailRequest { actor: Some("noor".to_owned()), verbs: vec![Verb::CodeAdd], from: 1, ..all.clone() };
        let trail = workspace.trail(&study, &mine, "Noor").expect("a trail");
        assert_eq!((trail.total, trail.steps.len(), trail.steps[0].entry.number), (2, 1, 2));
        assert_eq!(trail.actors, ["Lotte", "Noor"]);
        let (step, touched) = workspace.step(5, "Noor").expect("read").expect("a step");
        assert_eq!(step.target.map(|target| target.number), Some(4));
        assert_eq!(touched.iter().find(|line| line.table == Table::Code).map(|line| line.gone), Some(1));
        assert!(workspace.step(99, "Noor").expect("read").is_none());
    }
}
