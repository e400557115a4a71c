//! The words of people: texts, their structures, the words of fragments, and the original files. These tables only
//! grow; undo does not touch them, and images refer to them by id, so that an erasure has one place to look.

use super::columns::BadCell;
use super::{Store, StoreError, Writing};
use crate::model::{Change, PassageId, RevisionId, Row, Span, Structure, StructureId, TranscriptId};
use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use uuid::Uuid;

/// A text that comes in: the first of a transcript, or a corrected one.
#[derive(Debug)]
pub struct NewRevision<'t> {
    /// The transcript.
    pub transcript: TranscriptId,
    /// 1 for the imported text.
    pub number: i64,
    /// The canonical text.
    pub text: &'t str,
    /// Its parts.
    pub structure: &'t Structure,
}

/// A stored state of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// Identity.
    pub id: RevisionId,
    /// The transcript.
    pub transcript: TranscriptId,
    /// 1 for the imported text.
    pub number: i64,
    /// The canonical text.
    pub text: String,
}

/// The words of a fragment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassageText {
    /// Identity.
    pub id: PassageId,
    /// The words.
    pub text: String,
}

impl Writing<'_> {
    /// Stores a text and its parts.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn add_revision(&mut self, new: &NewRevision<'_>) -> Result<(RevisionId, StructureId), StoreError> {
        let (revision, structure) = (RevisionId::new(), StructureId::new());
        let hash = Sha256::digest(new.text.as_bytes());
        self.transaction
            .prepare_cached("INSERT INTO revision (id, transcript, number, hash, created, text) VALUES (?,?,?,?,?,?)")?
            .execute(params![
                revision.bytes(),
                new.transcript.bytes(),
                new.number,
                hash.as_slice(),
                self.time(),
                new.text
            ])?;
        self.transaction
            .prepare_cached("INSERT INTO structure (id, revision, data) VALUES (?,?,?)")?
            .execute(params![structure.bytes(), revision.bytes(), pack_structure(new.structure)])?;
        Ok((revision, structure))
    }

    /// Stores the words of a fragment.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn add_passage(&mut self, transcript: TranscriptId, text: &str) -> Result<PassageId, StoreError> {
        let id = PassageId::new();
        self.transaction
            .prepare_cached("INSERT INTO passage (id, transcript, text) VALUES (?,?,?)")?
            .execute(params![id.bytes(), transcript.bytes(), text])?;
        Ok(id)
    }

    /// Keeps an original file; the same bytes are kept once.
    ///
    /// # Errors
    /// When the database cannot be written.
    pub fn add_original(
        &mut self,
        transcript: TranscriptId,
        name: &str,
        hash: &[u8],
        packed: &[u8],
    ) -> Result<(), StoreError> {
        self.transaction
            .prepare_cached("INSERT OR IGNORE INTO original (hash, transcript, name, data) VALUES (?,?,?,?)")?
            .execute(params![hash, transcript.bytes(), name, packed])?;
        Ok(())
    }

    /// A stored text.
    ///
    /// # Errors
    /// When it is not there or the database cannot be read.
    pub fn revision(&self, id: RevisionId) -> Result<Revision, StoreError> {
        revision(&self.transaction, id)
    }

    /// A stored structure.
    ///
    /// # Errors
    /// When it is not there or the database cannot be read.
    pub fn structure(&self, id: StructureId) -> Result<Structure, StoreError> {
        structure(&self.transaction, id)
    }

    /// The words of a fragment.
    ///
    /// # Errors
    /// When they are not there or the database cannot be read.
    pub fn passage(&self, id: PassageId) -> Result<String, StoreError> {
        let mut statement = self.transaction.prepare_cached("SELECT text FROM passage WHERE id = ?")?;
        Ok(statement.query_row([id.bytes()], |row| row.get(0))?)
    }

    /// The structures that the transcripts among the changed rows refer to now.
    pub(super) fn structures_of(&self, rows: &[Change]) -> Result<Vec<(StructureId, Arc<Structure>)>, StoreError> {
        let mut structures = Vec::new();
        for change in rows {
            if let Some(Row::Transcript(transcript)) = &change.after {
                structures.push((transcript.structure, Arc::new(self.structure(transcript.structure)?)));
            }
        }
        Ok(structures)
    }
}

impl Store {
    /// A stored text.
    ///
    /// # Errors
    /// When it is not there or the database cannot be read.
    pub fn revision(&self, id: RevisionId) -> Result<Revision, StoreError> {
        revision(&self.connection, id)
    }

    /// Calls `each` with the words of many fragments, in the order asked for.
    ///
    /// # Errors
    /// When words are missing or the database cannot be read.
    pub fn passages(
        &self,
        ids: impl IntoIterator<Item = PassageId>,
        mut each: impl FnMut(&str),
    ) -> Result<(), StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT text FROM passage WHERE id = ?")?;
        for id in ids {
            let mut found = statement.query([id.bytes()])?;
            let row =
                found.next()?.ok_or_else(|| StoreError::Damaged("the words of a fragment are missing".to_owned()))?;
            each(row.get_ref(0)?.as_str().map_err(|_| BadCell)?);
        }
        Ok(())
    }

    /// A piece of a stored text, read without the rest of it.
    ///
    /// # Errors
    /// When the text is not there, the piece does not fit it, or the database cannot be read.
    pub fn slice(&self, id: RevisionId, span: Span) -> Result<String, StoreError> {
        let row: i64 = self
            .connection
            .prepare_cached("SELECT rowid FROM revision WHERE id = ?")?
            .query_row([id.bytes()], |row| row.get(0))?;
        let blob = self.connection.blob_open("main", "revision", "text", row, true)?;
        let mut bytes = vec![0; span.len()];
        blob.read_at_exact(&mut bytes, span.start as usize)?;
        String::from_utf8(bytes).map_err(|_| BadCell.into())
    }

    /// The original file of a transcript, when it is still kept.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn original(&self, hash: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        let packed: Option<Vec<u8>> = self
            .connection
            .query_row("SELECT data FROM original WHERE hash = ?", [hash], |row| row.get(0))
            .optional()?;
        packed.map(|data| lz4_flex::decompress_size_prepended(&data).map_err(|_| BadCell.into())).transpose()
    }
}

fn revision(connection: &Connection, id: RevisionId) -> Result<Revision, StoreError> {
    let mut statement = connection.prepare_cached("SELECT transcript, number, text FROM revision WHERE id = ?")?;
    Ok(statement.query_row([id.bytes()], |row| {
        Ok(Revision {
            id,
            transcript: TranscriptId::from_uuid(Uuid::from_bytes(row.get(0)?)),
            number: row.get(1)?,
            text: row.get(2)?,
        })
    })?)
}

fn structure(connection: &Connection, id: StructureId) -> Result<Structure, StoreError> {
    let mut statement = connection.prepare_cached("SELECT data FROM structure WHERE id = ?")?;
    let data: Vec<u8> = statement.query_row([id.bytes()], |row| row.get(0))?;
    Ok(unpack_structure(&data)?)
}

fn pack_structure(structure: &Structure) -> Vec<u8> {
    let plain = postcard::to_stdvec(structure).expect("a structure is plain data");
    lz4_flex::compress_prepend_size(&plain)
}

pub(super) fn unpack_structure(data: &[u8]) -> Result<Structure, BadCell> {
    let plain = lz4_flex::decompress_size_prepended(data).map_err(|_| BadCell)?;
    postcard::from_bytes(&plain).map_err(|_| BadCell)
}
