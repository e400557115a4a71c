//! Undo and redo. Taking an entry back writes the before images of its rows as a new entry, so the trail never shrinks;
//! redo takes back the undo. It is refused when a row has changed since or a later row depends on it, and then nothing
//! happens.
//!
//! Fragments, their anchors and coders are *shared*: the first coder to mark a passage makes the fragment that the
//! second one uses. They are not owned by the entry that made them: they stay while anything refers to them, go with
//! the last reference, and come back with the first.

use super::writing::Act;
use super::{Store, StoreError, Writing, Written, history};
use crate::model::{
    Case, CaseId, Change, Coder, CoderId, Entry, EntryId, Fragment, FragmentId, Participant, Row, Table, TranscriptId,
    Verb, fold_name,
};
use crate::text::synonyms::form_key;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Undo or redo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Take back.
    Undo,
    /// Restore what was taken back.
    Redo,
}

/// Whose last act is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// The acting person's.
    Own,
    /// Anyone's.
    Anyones,
}

impl Store {
    /// Takes back the last standing entry, or restores the last one taken back; answers which entry that was.
    ///
    /// # Errors
    /// [`StoreError::NothingToRevert`], or [`StoreError::ChangedSince`] with the entries that stand in the way.
    pub fn revert(
        &mut self,
        direction: Direction,
        whose: Whose,
        actor: &str,
        time: i64,
        reason: &str,
    ) -> Result<Written<Entry>, StoreError> {
        let verb = match direction {
            Direction::Undo => Verb::Undo,
            Direction::Redo => Verb::Redo,
        };
        self.write(Act { actor, time, verb, reason }, |writing| {
            let entries = history::entries(&writing.transaction, "")?;
            let (target, source) = choose(&entries, direction, whose, actor).ok_or(StoreError::NothingToRevert)?;
            let changes = history::images(&writing.transaction, source.number)?;
            Reverting { entries: &entries, after: source.number, writing }.revert(&changes)?;
            writing.aim(target.id);
            writing.describe(std::iter::once(target.number.to_string()).chain(target.detail.iter().cloned()));
            Ok(target.clone())
        })
    }
}

/// The entry that undo would take back now, or redo restore: of `actor`, or of anyone.
#[must_use]
pub fn next_to_revert<'e>(entries: &'e [Entry], direction: Direction, whose: Whose, actor: &str) -> Option<&'e Entry> {
    choose(entries, direction, whose, actor).map(|(target, _)| target)
}

/// The entry to take back or restore, and the entry whose images say how: itself, or its last undo or redo.
fn choose<'e>(entries: &'e [Entry], direction: Direction, whose: Whose, actor: &str) -> Option<(&'e Entry, &'e Entry)> {
    let mut last_flip: BTreeMap<EntryId, &Entry> = BTreeMap::new();
    for entry in entries {
        if let Some(target) = entry.target {
            last_flip.insert(target, entry);
        }
    }
    let candidates = entries
        .iter()
        .filter(|entry| !matches!(entry.verb, Verb::New | Verb::Undo | Verb::Redo))
        .filter(|entry| whose == Whose::Anyones || entry.actor == actor)
        .map(|entry| (entry, last_flip.get(&entry.id).copied()));
    match direction {
        Direction::Undo => candidates
            .filter(|(_, flip)| flip.is_none_or(|flip| flip.verb == Verb::Redo))
            // An act that was restored is as late as its restoring.
            .max_by_key(|(entry, flip)| flip.map_or(entry.number, |flip| flip.number))
            .map(|(entry, flip)| (entry, flip.unwrap_or(entry))),
        Direction::Redo => candidates
            .filter_map(|(entry, flip)| flip.filter(|flip| flip.verb == Verb::Undo).map(|flip| (entry, flip)))
            .max_by_key(|(_, flip)| flip.number),
    }
}

struct Reverting<'e, 'w, 's> {
    entries: &'e [Entry],
    after: i64,
    writing: &'w mut Writing<'s>,
}

/// Whether rows of the table are shared between entries.
fn is_shared(table: Table) -> bool {
    matches!(table, Table::Fragment | Table::Anchor | Table::Coder)
}

impl Reverting<'_, '_, '_> {
    fn revert(&mut self, changes: &[Change]) -> Result<(), StoreError> {
        self.refuse_if_changed(changes)?;
        let mut fragments: BTreeSet<FragmentId> = BTreeSet::new();
        let left_revisions = left_revisions(changes);
        // Rows go before rows come, so that a place they share is free.
        for change in changes.iter().rev().filter(|change| change.before.is_none()) {
            let Some(current) = self.writing.row(change.table, change.id)? else { continue };
            note_fragment(&current, &mut fragments);
            match &current {
                Row::Anchor(anchor) if left_revisions.iter().any(|(_, left)| *left == anchor.revision) => {
                    self.writing.delete_row(current)?;
                }
                _ if is_shared(change.table) => {}
                _ => self.writing.delete_row(current)?,
            }
        }
        self.put_names_aside(changes)?;
        let mut restored: BTreeSet<TranscriptId> = BTreeSet::new();
        for change in changes.iter().rev() {
            let Some(before) = &change.before else { continue };
            if let Row::Fragment(fragment) = before {
                restored.insert(fragment.transcript);
            }
            match self.writing.row(change.table, change.id)? {
                Some(current) if current == *before => {}
                Some(current) => {
                    let updated = self.writing.update_row(current, before.clone());
                    self.refuse_twin(updated, change.table)?;
                }
                None if change.after.is_some() && is_shared(change.table) => {}
                None => {
                    self.restore_shared(before)?;
                    if self.writing.row(change.table, change.id)?.is_none() {
                        self.put_back(before.clone())?;
                    }
                }
            }
            if let Some(after) = &change.after {
                note_fragment(after, &mut fragments);
            }
        }
        self.writing.sweep(fragments)?;
        self.refuse_orphans(changes)?;
        self.refuse_without_parents(changes)?;
        self.refuse_namesakes(changes)?;
        let mut concerned: BTreeSet<TranscriptId> = left_revisions.iter().map(|(transcript, _)| *transcript).collect();
        concerned.extend(restored);
        for transcript in concerned {
            self.refuse_unanchored(transcript)?;
        }
        Ok(())
    }

    /// Names that changed hands go back one by one, and the file has each only once at any moment: until theirs is free
    /// the rows are called by their identity.
    fn put_names_aside(&mut self, changes: &[Change]) -> Result<(), StoreError> {
        let renamed = |change: &&Change| match (&change.before, &change.after) {
            (Some(before), Some(after)) => own_names(before) != own_names(after),
            (Some(_), None) | (None, _) => false,
        };
        let renamed: Vec<&Change> = changes.iter().filter(renamed).collect();
        if renamed.len() < 2 {
            return Ok(());
        }
        for change in renamed {
            let Some(current) = self.writing.row(change.table, change.id)? else { continue };
            let aside = match &current {
                Row::Case(row) => Row::Case(Case { name: change.id.to_string(), ..row.clone() }),
                Row::Participant(row) => Row::Participant(Participant { name: change.id.to_string(), ..row.clone() }),
                _ => continue,
            };
            self.writing.update_row(current, aside)?;
        }
        Ok(())
    }

    /// A row that the entry left must still be as the entry left it.
    fn refuse_if_changed(&self, changes: &[Change]) -> Result<(), StoreError> {
        let mut changed = Vec::new();
        for change in changes {
            let current = self.writing.row(change.table, change.id)?;
            let same = match (&current, &change.after) {
                (None, _) | (Some(_), None) if is_shared(change.table) => true,
                (current, after) => current == after,
            };
            if !same {
                changed.push(change.id);
            }
        }
        self.refuse(&changed)
    }

    /// Rows that still refer to a row that went: made later, by someone who relied on it.
    fn refuse_orphans(&self, changes: &[Change]) -> Result<(), StoreError> {
        let references = super::care::references(&self.writing.transaction)?;
        let mut dependent = Vec::new();
        for change in changes.iter().filter(|change| change.before.is_none() && !is_shared(change.table)) {
            for (table, column) in references.get(super::tables::spec(change.table).name).into_iter().flatten() {
                let sql = format!("SELECT id FROM {table} WHERE {column} = ? LIMIT 8");
                let mut statement = self.writing.transaction.prepare_cached(&sql)?;
                let found = statement.query_map([change.id.as_bytes()], |row| row.get::<_, [u8; 16]>(0))?;
                for id in found {
                    dependent.push(Uuid::from_bytes(id?));
                }
            }
        }
        self.refuse(&dependent)
    }

    /// Rows that come back and refer to one that someone has taken away since.
    fn refuse_without_parents(&self, changes: &[Change]) -> Result<(), StoreError> {
        let mut missing = Vec::new();
        for (parent, children) in super::care::references(&self.writing.transaction)? {
            for (child, column) in children {
                let sql = format!(
                    "SELECT child.{column} FROM {child} AS child WHERE child.id = ? AND child.{column} IS NOT NULL
                     AND NOT EXISTS (SELECT 1 FROM {parent} AS parent WHERE parent.id = child.{column})"
                );
                let mut statement = self.writing.transaction.prepare(&sql)?;
                let of_child = |change: &&Change| super::tables::spec(change.table).name == child;
                for change in changes.iter().filter(of_child).filter(|change| change.before.is_some()) {
                    let mut found = statement.query([change.id.as_bytes()])?;
                    if let Some(row) = found.next()? {
                        missing.push(Uuid::from_bytes(row.get(0)?));
                    }
                }
            }
        }
        self.refuse(&missing)
    }

    /// Names that come back must still be free. Verbs compare them case folded, which the database cannot do.
    fn refuse_namesakes(&self, changes: &[Change]) -> Result<(), StoreError> {
        let mut back: BTreeMap<Table, BTreeMap<OwnName, Uuid>> = BTreeMap::new();
        for change in changes {
            let Some(before) = &change.before else { continue };
            let kept = change.after.as_ref().map(own_names).unwrap_or_default();
            for named in own_names(before).into_iter().filter(|named| !kept.contains(named)) {
                back.entry(change.table).or_default().insert(named, before.uuid());
            }
        }
        let mut namesakes = Vec::new();
        for (table, named) in back {
            for other in self.writing.rows_of(table)? {
                if own_names(&other).iter().any(|name| named.get(name).is_some_and(|row| *row != other.uuid())) {
                    namesakes.push(other.uuid());
                }
            }
        }
        self.refuse(&namesakes)
    }

    /// Fragments that were made on a text which is taken back, or that come back to a text which was corrected since,
    /// have no place in the text that counts.
    fn refuse_unanchored(&self, transcript: TranscriptId) -> Result<(), StoreError> {
        let mut statement = self.writing.transaction.prepare_cached(
            "SELECT fragment.id FROM fragment JOIN transcript ON transcript.id = fragment.transcript
             WHERE fragment.transcript = ? AND NOT EXISTS (SELECT 1 FROM anchor
                 WHERE anchor.fragment = fragment.id AND anchor.revision = transcript.revision) LIMIT 8",
        )?;
        let found = statement.query_map([transcript.bytes()], |row| row.get::<_, [u8; 16]>(0))?;
        let mut loose = Vec::new();
        for id in found {
            loose.push(Uuid::from_bytes(id?));
        }
        if !loose.is_empty() {
            // The correction itself stands in the way, also where it never met the fragment.
            loose.push(transcript.uuid());
        }
        self.refuse(&loose)
    }

    /// Refuses when any of these rows is in the way, naming the later entries that touched them.
    fn refuse(&self, rows: &[Uuid]) -> Result<(), StoreError> {
        if rows.is_empty() {
            return Ok(());
        }
        let rows: BTreeSet<Uuid> = rows.iter().copied().collect();
        let mut later = Vec::new();
        for entry in self.entries.iter().rev().take_while(|entry| entry.number > self.after) {
            let images = history::images(&self.writing.transaction, entry.number)?;
            if images.iter().any(|change| rows.contains(&change.id)) {
                later.push(entry.clone());
            }
        }
        Err(StoreError::ChangedSince(later))
    }

    fn put_back(&mut self, row: Row) -> Result<(), StoreError> {
        let table = row.table();
        let inserted = self.writing.insert_row(row);
        self.refuse_twin(inserted, table)
    }

    /// A row whose name or place something newer has taken cannot come back: refuses, naming the later entries that
    /// made rows of its table.
    fn refuse_twin(&self, written: Result<(), StoreError>, table: Table) -> Result<(), StoreError> {
        let taken = matches!(&written, Err(StoreError::Database(error))
            if error.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation));
        if !taken {
            return written;
        }
        let mut later = Vec::new();
        for entry in self.entries.iter().rev().take_while(|entry| entry.number > self.after) {
            let images = history::images(&self.writing.transaction, entry.number)?;
            if images.iter().any(|change| change.table == table && change.after.is_some()) {
                later.push(entry.clone());
            }
        }
        Err(StoreError::ChangedSince(later))
    }

    /// Brings back the fragment or coder that a row needs and that went with its last reference.
    fn restore_shared(&mut self, row: &Row) -> Result<(), StoreError> {
        let (fragment, coder) = shared_parents(row);
        if let Some(id) = fragment
            && self.writing.get::<Fragment>(id)?.is_none()
        {
            self.restore_from_history(|change| match change.before.as_ref() {
                Some(Row::Fragment(fragment)) => fragment.id == id,
                Some(Row::Anchor(anchor)) => anchor.fragment == id,
                _ => false,
            })?;
        }
        if let Some(id) = coder
            && self.writing.get::<Coder>(id)?.is_none()
        {
            self.restore_from_history(|change| change.table == Table::Coder && change.id == id.uuid())?;
        }
        Ok(())
    }

    /// Inserts the rows of the latest entry that removed any row of this description.
    fn restore_from_history(&mut self, wanted: impl Fn(&Change) -> bool) -> Result<(), StoreError> {
        for entry in self.entries.iter().rev() {
            let images = history::images(&self.writing.transaction, entry.number)?;
            let removed: Vec<Row> = images
                .into_iter()
                .filter(|change| change.after.is_none() && wanted(change))
                .filter_map(|change| change.before)
                .collect();
            if !removed.is_empty() {
                for row in removed {
                    if self.writing.row(row.table(), row.uuid())?.is_none() {
                        self.put_back(row)?;
                    }
                }
                return Ok(());
            }
        }
        Ok(())
    }
}

/// Transcripts whose text the entry changed, with the revision that is left again.
fn left_revisions(changes: &[Change]) -> Vec<(TranscriptId, crate::model::RevisionId)> {
    changes
        .iter()
        .filter_map(|change| match (&change.before, &change.after) {
            (Some(Row::Transcript(before)), Some(Row::Transcript(after))) if before.revision != after.revision => {
                Some((after.id, after.revision))
            }
            _ => None,
        })
        .collect()
}

/// A name that only one row of its table may have; within a case, for a participant.
type OwnName = (String, Option<CaseId>);

/// The names of a row, case folded, that no other row of its table may have; a group of synonyms has its forms.
fn own_names(row: &Row) -> Vec<OwnName> {
    match row {
        Row::Case(row) => vec![(fold_name(&row.name), None)],
        Row::Role(row) => vec![(fold_name(&row.name), None)],
        Row::Participant(row) => vec![(fold_name(&row.name), row.case)],
        Row::Transcript(row) => vec![(fold_name(&row.name), None)],
        Row::Code(row) => vec![(fold_name(&row.name), None)],
        Row::Taxonomy(row) => vec![(fold_name(&row.title), None)],
        Row::Synonym(row) => row.forms.iter().map(|form| (form_key(form), None)).collect(),
        Row::Project(_)
        | Row::Speaker(_)
        | Row::Attribute(_)
        | Row::Coder(_)
        | Row::Footnote(_)
        | Row::Placement(_)
        | Row::Fragment(_)
        | Row::Anchor(_)
        | Row::Coding(_)
        | Row::Finish(_)
        | Row::Quote(_)
        | Row::Memo(_)
        | Row::Citation(_)
        | Row::Comment(_) => Vec::new(),
    }
}

/// The fragment and the coder a row refers to.
fn shared_parents(row: &Row) -> (Option<FragmentId>, Option<CoderId>) {
    match row {
        Row::Coding(coding) => (Some(coding.fragment), Some(coding.coder)),
        Row::Quote(quote) => (Some(quote.fragment), None),
        Row::Citation(citation) => (Some(citation.fragment), None),
        Row::Finish(finish) => (None, Some(finish.coder)),
        Row::Code(code) => (None, code.author),
        Row::Anchor(anchor) => (Some(anchor.fragment), None),
        Row::Comment(comment) => (comment.fragment, None),
        Row::Project(_)
        | Row::Case(_)
        | Row::Role(_)
        | Row::Participant(_)
        | Row::Transcript(_)
        | Row::Speaker(_)
        | Row::Attribute(_)
        | Row::Coder(_)
        | Row::Taxonomy(_)
        | Row::Footnote(_)
        | Row::Placement(_)
        | Row::Fragment(_)
        | Row::Memo(_)
        | Row::Synonym(_) => (None, None),
    }
}

/// Remembers the fragment that a changed row is or refers to.
fn note_fragment(row: &Row, fragments: &mut BTreeSet<FragmentId>) {
    fragments.extend(shared_parents(row).0);
    if let Row::Fragment(fragment) = row {
        fragments.insert(fragment.id);
    }
}

/// The coders that changed rows are or refer to.
pub(super) fn coders_in(changes: &[Change]) -> BTreeSet<CoderId> {
    let mut coders = BTreeSet::new();
    for row in changes.iter().flat_map(|change| [&change.before, &change.after]).flatten() {
        coders.extend(shared_parents(row).1);
        if let Row::Coder(coder) = row {
            coders.insert(coder.id);
        }
    }
    coders
}

impl Writing<'_> {
    /// Takes away those of these coders that nothing refers to. Every verb ends with this, so that a coder is there
    /// exactly as long as there is something of theirs.
    pub(super) fn sweep_coders(&mut self, coders: BTreeSet<CoderId>) -> Result<(), StoreError> {
        for id in coders {
            let Some(coder) = self.get::<Coder>(id)? else { continue };
            let used = self.any("coding", "coder", id.bytes())?
                || self.any("finish", "coder", id.bytes())?
                || self.any("code", "author", id.bytes())?;
            if !used {
                self.delete(&coder)?;
            }
        }
        Ok(())
    }
}
