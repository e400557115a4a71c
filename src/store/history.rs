//! The trail: entries in order, with the images of what each changed.

use super::columns::{BadCell, Word};
use super::images::{pack, unpack};
use super::{Store, StoreError};
use crate::model::{Change, Entry, EntryId, TranscriptId, Verb};
use rusqlite::{Connection, Row, params};
use std::collections::BTreeSet;
use uuid::Uuid;

const COLUMNS: &str = "SELECT number, id, time, actor, verb, detail, reason, target FROM entry";

/// Stores an entry with its images.
pub(super) fn add(
    connection: &Connection,
    entry: &Entry,
    concerns: &BTreeSet<TranscriptId>,
    rows: &[Change],
) -> Result<(), StoreError> {
    let detail = serde_json::to_string(&entry.detail).expect("a list of strings is JSON");
    connection
        .prepare_cached(
            "INSERT INTO entry (number, id, time, actor, verb, detail, reason, target) VALUES (?,?,?,?,?,?,?,?)",
        )?
        .execute(params![
            entry.number,
            entry.id.bytes(),
            entry.time,
            entry.actor,
            entry.verb.word(),
            detail,
            entry.reason,
            entry.target.as_ref().map(|id| id.bytes().as_slice()),
        ])?;
    for (rank, parent) in entry.parents.iter().enumerate() {
        let rank = i64::try_from(rank).expect("an entry has one or two parents");
        connection
            .prepare_cached("INSERT INTO entry_parent (entry, rank, parent) VALUES (?,?,?)")?
            .execute(params![entry.number, rank, parent.bytes()])?;
    }
    for transcript in concerns {
        connection
            .prepare_cached("INSERT INTO entry_transcript (entry, transcript) VALUES (?,?)")?
            .execute(params![entry.number, transcript.bytes()])?;
    }
    for (part, data) in pack(rows).into_iter().enumerate() {
        let part = i64::try_from(part).expect("parts are counted in thousands at most");
        connection.prepare_cached("INSERT INTO image (entry, part, data) VALUES (?,?,?)")?.execute(params![
            entry.number,
            part,
            data
        ])?;
    }
    Ok(())
}

/// The images of one entry, in the order in which the rows changed.
pub(super) fn images(connection: &Connection, number: i64) -> Result<Vec<Change>, StoreError> {
    let mut statement = connection.prepare_cached("SELECT data FROM image WHERE entry = ? ORDER BY part")?;
    let mut parts = statement.query([number])?;
    let mut changes = Vec::new();
    while let Some(part) = parts.next()? {
        let data = part.get_ref(0)?.as_blob().map_err(|_| BadCell)?;
        changes.extend(unpack(data)?);
    }
    Ok(changes)
}

/// Entries that answer to a condition, the oldest first.
pub(super) fn entries(connection: &Connection, condition: &str) -> Result<Vec<Entry>, StoreError> {
    let mut statement = connection.prepare(&format!("{COLUMNS} {condition} ORDER BY number"))?;
    let mut found = statement.query([])?;
    let mut entries = Vec::new();
    while let Some(row) = found.next()? {
        entries.push(read(row)?);
    }
    let mut parents = connection.prepare("SELECT parent FROM entry_parent WHERE entry = ? ORDER BY rank")?;
    for entry in &mut entries {
        let ids = parents.query_map([entry.number], |row| row.get::<_, [u8; 16]>(0))?;
        for id in ids {
            entry.parents.push(EntryId::from_uuid(Uuid::from_bytes(id?)));
        }
    }
    Ok(entries)
}

fn read(row: &Row<'_>) -> Result<Entry, StoreError> {
    let verb: String = row.get(4)?;
    let detail: String = row.get(5)?;
    let id = |raw: [u8; 16]| EntryId::from_uuid(Uuid::from_bytes(raw));
    Ok(Entry {
        number: row.get(0)?,
        id: id(row.get(1)?),
        time: row.get(2)?,
        actor: row.get(3)?,
        verb: Verb::WORDS.iter().find(|(_, word)| *word == verb).map(|(verb, _)| *verb).ok_or(BadCell)?,
        detail: serde_json::from_str(&detail).map_err(|_| BadCell)?,
        reason: row.get(6)?,
        parents: Vec::new(),
        target: row.get::<_, Option<[u8; 16]>>(7)?.map(id),
    })
}

impl Store {
    /// Every entry, the oldest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn entries(&self) -> Result<Vec<Entry>, StoreError> {
        entries(&self.connection, "")
    }

    /// Number of the last entry.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn last_number(&self) -> Result<i64, StoreError> {
        super::reading::last_number(&self.connection)
    }

    /// Numbers of the entries that concern a transcript.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn entries_about(&self, transcript: TranscriptId) -> Result<BTreeSet<i64>, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT entry FROM entry_transcript WHERE transcript = ?")?;
        let found = statement.query_map([transcript.bytes()], |row| row.get(0))?;
        Ok(found.collect::<Result<_, _>>()?)
    }

    /// What an entry changed.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn images(&self, number: i64) -> Result<Vec<Change>, StoreError> {
        images(&self.connection, number)
    }
}
