//! A verb's transaction. Rows change only through [`Writing`], which keeps the before and after image of each; when the
//! verb ends well they become one history entry, otherwise nothing happened.

use super::columns::Source;
use super::tables::{Cells, put_row, spec, take_row};
use super::{Record, Store, StoreError};
use crate::model::{Change, Changes, Entry, EntryId, Row, Table, TranscriptId, Verb};
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{OptionalExtension, Transaction, TransactionBehavior, params_from_iter};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use uuid::Uuid;

/// Who acts, when, and what for.
#[derive(Debug, Clone, Copy)]
pub struct Act<'a> {
    /// Name of who acts.
    pub actor: &'a str,
    /// Microseconds since 1970 UTC.
    pub time: i64,
    /// What is done.
    pub verb: Verb,
    /// Why, or empty.
    pub reason: &'a str,
}

/// What a verb gave, and what it changed.
#[derive(Debug)]
pub struct Written<T> {
    /// The verb's own answer.
    pub value: T,
    /// Every changed row; empty when nothing changed.
    pub changes: Changes,
}

/// A transaction under way.
#[derive(Debug)]
pub struct Writing<'s> {
    pub(super) transaction: Transaction<'s>,
    log: Vec<Change>,
    logged: FxHashMap<Uuid, usize>,
    detail: Vec<String>,
    concerns: BTreeSet<TranscriptId>,
    target: Option<EntryId>,
    time: i64,
    abandoned: bool,
}

impl Store {
    /// Runs a verb as one transaction and one history entry. A verb that changes nothing leaves no entry.
    ///
    /// # Errors
    /// Whatever the verb answers, or a [`StoreError`]; the project is then as it was.
    pub fn write<T, E: From<StoreError>>(
        &mut self,
        act: Act<'_>,
        verb: impl FnOnce(&mut Writing<'_>) -> Result<T, E>,
    ) -> Result<Written<T>, E> {
        if self.read_only {
            return Err(StoreError::ReadOnly.into());
        }
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(|error| E::from(write_error(error)))?;
        transaction.execute_batch("PRAGMA defer_foreign_keys = ON").map_err(StoreError::from)?;
        let mut writing = Writing {
            transaction,
            log: Vec::new(),
            logged: FxHashMap::default(),
            detail: Vec::new(),
            concerns: BTreeSet::new(),
            target: None,
            time: act.time,
            abandoned: false,
        };
        let value = verb(&mut writing)?;
        let changes = writing.finish(act).map_err(E::from)?;
        Ok(Written { value, changes })
    }
}

/// A database that cannot be opened for writing because its journal cannot be made is read-only to the person.
pub(super) fn write_error(error: rusqlite::Error) -> StoreError {
    match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::CannotOpen) => StoreError::ReadOnly,
        _ => error.into(),
    }
}

impl Writing<'_> {
    /// When the verb acts, microseconds since 1970 UTC.
    #[must_use]
    pub fn time(&self) -> i64 {
        self.time
    }

    /// Says what the entry should be remembered by, in the order of the verb's sentence.
    pub fn describe(&mut self, detail: impl IntoIterator<Item = String>) {
        self.detail = detail.into_iter().collect();
    }

    /// Says that the entry concerns a transcript.
    pub fn concern(&mut self, transcript: TranscriptId) {
        self.concerns.insert(transcript);
    }

    /// Says that nothing is to be kept: the verb was only tried.
    pub fn abandon(&mut self) {
        self.abandoned = true;
    }

    pub(super) fn aim(&mut self, target: EntryId) {
        self.target = Some(target);
    }

    /// Adds a row.
    ///
    /// # Errors
    /// When the database refuses it.
    pub(crate) fn insert<R: Record + Into<Row>>(&mut self, row: R) -> Result<(), StoreError> {
        self.insert_row(row.into())
    }

    /// Changes a row to what is given; a row that is already so is left alone.
    ///
    /// # Errors
    /// When there is no such row or the database refuses it.
    pub(crate) fn update<R: Record + Into<Row>>(&mut self, row: R) -> Result<(), StoreError> {
        let row = row.into();
        let before = self.row(row.table(), row.uuid())?.ok_or_else(missing_row)?;
        if before == row { Ok(()) } else { self.update_row(before, row) }
    }

    /// Removes a row.
    ///
    /// # Errors
    /// When there is no such row.
    pub(crate) fn delete<R: Record + Into<Row>>(&mut self, row: &R) -> Result<(), StoreError> {
        let before = self.row(R::TABLE, row.uuid())?.ok_or_else(missing_row)?;
        self.delete_row(before)
    }

    pub(super) fn insert_row(&mut self, row: Row) -> Result<(), StoreError> {
        self.execute(&spec(row.table()).insert(), &row)?;
        self.record(Change { table: row.table(), id: row.uuid(), before: None, after: Some(row) });
        Ok(())
    }

    pub(super) fn update_row(&mut self, before: Row, after: Row) -> Result<(), StoreError> {
        self.execute(&spec(after.table()).update(), &after)?;
        self.record(Change { table: after.table(), id: after.uuid(), before: Some(before), after: Some(after) });
        Ok(())
    }

    pub(super) fn delete_row(&mut self, before: Row) -> Result<(), StoreError> {
        let (table, id) = (before.table(), before.uuid());
        self.transaction.prepare_cached(&spec(table).delete())?.execute([id.as_bytes()])?;
        self.record(Change { table, id, before: Some(before), after: None });
        Ok(())
    }

    fn execute(&self, sql: &str, row: &Row) -> Result<(), StoreError> {
        let mut cells: Vec<ValueRef<'_>> = Vec::with_capacity(16);
        put_row(row, &mut cells);
        let bound = cells.into_iter().map(ToSqlOutput::Borrowed);
        self.transaction.prepare_cached(sql)?.execute(params_from_iter(bound))?;
        Ok(())
    }

    /// Keeps one image pair per row: the first before and the last after.
    fn record(&mut self, change: Change) {
        if let Some(at) = self.logged.get(&change.id) {
            self.log[*at].after = change.after;
        } else {
            self.logged.insert(change.id, self.log.len());
            self.log.push(change);
        }
    }

    /// The row of that identity as it is now.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub(super) fn row(&self, table: Table, id: Uuid) -> Result<Option<Row>, StoreError> {
        let sql = format!("{} WHERE id = ?", spec(table).select());
        let mut statement = self.transaction.prepare_cached(&sql)?;
        let found =
            statement.query_row([id.as_bytes()], |row| Ok(take_row(table, &mut SqlRow::new(row)))).optional()?;
        Ok(found.transpose()?)
    }

    /// Every row of a table.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub(super) fn rows_of(&self, table: Table) -> Result<Vec<Row>, StoreError> {
        let mut statement = self.transaction.prepare_cached(&spec(table).select())?;
        let mut found = statement.query([])?;
        let mut rows = Vec::new();
        while let Some(row) = found.next()? {
            rows.push(take_row(table, &mut SqlRow::new(row))?);
        }
        Ok(rows)
    }

    fn finish(mut self, act: Act<'_>) -> Result<Changes, StoreError> {
        let coders = super::reverting::coders_in(&self.log);
        self.sweep_coders(coders)?;
        let mut rows = std::mem::take(&mut self.log);
        rows.retain(|change| change.before != change.after);
        if rows.is_empty() || self.abandoned {
            return Ok(Changes::default());
        }
        let structures = self.structures_of(&rows)?;
        let entry = self.add_entry(act, &rows)?;
        self.transaction.commit()?;
        Ok(Changes { entry: Some(entry), rows, structures })
    }

    fn add_entry(&mut self, act: Act<'_>, rows: &[Change]) -> Result<Entry, StoreError> {
        let last: Option<(i64, EntryId)> = self
            .transaction
            .query_row("SELECT number, id FROM entry ORDER BY number DESC LIMIT 1", [], |row| {
                Ok((row.get(0)?, EntryId::from_uuid(Uuid::from_bytes(row.get(1)?))))
            })
            .optional()?;
        let entry = Entry {
            id: EntryId::new(),
            number: last.map_or(1, |(number, _)| number + 1),
            time: act.time,
            actor: act.actor.to_owned(),
            verb: act.verb,
            detail: std::mem::take(&mut self.detail),
            reason: act.reason.trim().to_owned(),
            parents: last.map(|(_, id)| id).into_iter().collect(),
            target: self.target,
        };
        for change in rows {
            if let Some(transcript) = concerned(change) {
                self.concerns.insert(transcript);
            }
        }
        super::history::add(&self.transaction, &entry, &self.concerns, rows)?;
        Ok(entry)
    }

    /// Whether any row of `R` answers to a condition on one column.
    pub(super) fn any(&self, table: &str, column: &str, id: &[u8]) -> Result<bool, StoreError> {
        let sql = format!("SELECT 1 FROM {table} WHERE {column} = ? LIMIT 1");
        Ok(self.transaction.prepare_cached(&sql)?.exists([id])?)
    }
}

/// The transcript a change concerns by itself; codings are traced through their fragments when they are erased.
fn concerned(change: &Change) -> Option<TranscriptId> {
    match change.after.as_ref().or(change.before.as_ref())? {
        Row::Transcript(row) => Some(row.id),
        Row::Speaker(row) => Some(row.transcript),
        Row::Fragment(row) => Some(row.transcript),
        Row::Finish(row) => Some(row.transcript),
        Row::Project(_)
        | Row::Case(_)
        | Row::Role(_)
        | Row::Participant(_)
        | Row::Attribute(_)
        | Row::Coder(_)
        | Row::Code(_)
        | Row::Taxonomy(_)
        | Row::Footnote(_)
        | Row::Placement(_)
        | Row::Anchor(_)
        | Row::Coding(_)
        | Row::Quote(_)
        | Row::Memo(_)
        | Row::Citation(_)
        | Row::Synonym(_)
        | Row::Comment(_) => None,
    }
}

fn missing_row() -> StoreError {
    StoreError::Damaged("a row that should change is not there".to_owned())
}

/// A row of a query as a source of cells.
pub(super) struct SqlRow<'r> {
    row: &'r rusqlite::Row<'r>,
    at: usize,
}

impl<'r> SqlRow<'r> {
    pub(super) fn new(row: &'r rusqlite::Row<'r>) -> Self {
        Self { row, at: 0 }
    }
}

impl Source for SqlRow<'_> {
    fn next(&mut self) -> Result<ValueRef<'_>, super::columns::BadCell> {
        let cell = self.row.get_ref(self.at).map_err(|_| super::columns::BadCell)?;
        self.at += 1;
        Ok(cell)
    }
}

/// All rows of one noun that a query selects; the query names a condition only.
pub(super) fn select<R: Cells>(
    connection: &rusqlite::Connection,
    condition: &str,
    parameters: impl rusqlite::Params,
) -> Result<Vec<R>, StoreError> {
    let sql = format!("{} {condition}", spec(R::TABLE).select());
    let mut statement = connection.prepare_cached(&sql)?;
    let mut found = statement.query(parameters)?;
    let mut rows = Vec::new();
    while let Some(row) = found.next()? {
        rows.push(R::take(&mut SqlRow::new(row))?);
    }
    Ok(rows)
}
