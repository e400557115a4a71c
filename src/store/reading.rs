//! Rows out: all of them for the analysis, or those that a verb asks for inside its transaction.

use super::columns::Column;
use super::tables::{Cells, collect_row, spec};
use super::texts::unpack_structure;
use super::writing::{SqlRow, select};
use super::{Record, Store, StoreError, Writing};
use crate::model::{
    Anchor, Citation, CodeId, Coding, Comment, Fragment, FragmentId, Id, Quote, RevisionId, Rows, Span, Structure,
    StructureId, Table,
};
use rusqlite::{Connection, params};
use std::collections::BTreeMap;
use std::sync::Arc;

impl Store {
    /// All recorded rows, as one moment saw them, and the number of the last entry at that moment.
    ///
    /// # Errors
    /// When the database cannot be read or holds what it should not.
    pub fn rows(&mut self) -> Result<(Rows, i64), StoreError> {
        let transaction = self.connection.transaction()?;
        rows(&transaction)
    }

    /// The rows of one table, in the order of their ids.
    ///
    /// # Errors
    /// When the database cannot be read.
    #[expect(private_bounds, reason = "callers name a noun of the model; how it lies in cells is this room's")]
    pub(crate) fn all<R: Record + Cells>(&self) -> Result<Vec<R>, StoreError> {
        select(&self.connection, "ORDER BY id", [])
    }
}

fn rows(connection: &Connection) -> Result<(Rows, i64), StoreError> {
    let mut rows = Rows::default();
    for table in Table::ALL {
        let mut statement = connection.prepare_cached(&format!("{} ORDER BY id", spec(*table).select()))?;
        let mut found = statement.query([])?;
        while let Some(row) = found.next()? {
            collect_row(&mut rows, *table, &mut SqlRow::new(row))?;
        }
    }
    rows.structures = Arc::new(structures(connection)?);
    Ok((rows, last_number(connection)?))
}

pub(super) fn last_number(connection: &Connection) -> Result<i64, StoreError> {
    let mut statement = connection.prepare_cached("SELECT ifnull(max(number), 0) FROM entry")?;
    Ok(statement.query_row([], |row| row.get(0))?)
}

fn structures(connection: &Connection) -> Result<BTreeMap<StructureId, Arc<Structure>>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT structure.id, data FROM transcript JOIN structure ON structure.id = transcript.structure",
    )?;
    let mut found = statement.query([])?;
    let mut structures = BTreeMap::new();
    while let Some(row) = found.next()? {
        let id = Id::take(&mut SqlRow::new(row))?;
        let data = row.get_ref(1)?.as_blob().map_err(|_| super::columns::BadCell)?;
        structures.insert(id, Arc::new(unpack_structure(data)?));
    }
    Ok(structures)
}

#[expect(private_bounds, reason = "callers name a noun of the model; how it lies in cells is this room's")]
impl Writing<'_> {
    /// All recorded rows as they are now, and the number of the last entry.
    ///
    /// # Errors
    /// When the database cannot be read or holds what it should not.
    pub(crate) fn rows(&self) -> Result<(Rows, i64), StoreError> {
        rows(&self.transaction)
    }

    /// Number of the last entry.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub(crate) fn last_number(&self) -> Result<i64, StoreError> {
        last_number(&self.transaction)
    }

    /// The rows of one table, in the order of their ids.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub(crate) fn all<R: Record + Cells>(&self) -> Result<Vec<R>, StoreError> {
        select(&self.transaction, "ORDER BY id", [])
    }

    /// One row.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub(crate) fn get<R: Record + Cells>(&self, id: Id<R>) -> Result<Option<R>, StoreError> {
        Ok(select(&self.transaction, "WHERE id = ?", [id.bytes()])?.pop())
    }

    /// The codings with a code.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub(crate) fn codings_with(&self, code: CodeId) -> Result<Vec<Coding>, StoreError> {
        select(&self.transaction, "WHERE code = ? ORDER BY id", [code.bytes()])
    }

    /// The codings on a fragment.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub(crate) fn codings_on(&self, fragment: FragmentId) -> Result<Vec<Coding>, StoreError> {
        select(&self.transaction, "WHERE fragment = ? ORDER BY id", [fragment.bytes()])
    }

    /// The chosen quotes under a code.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub(crate) fn quotes_under(&self, code: CodeId) -> Result<Vec<Quote>, StoreError> {
        select(&self.transaction, "WHERE code = ? ORDER BY rank, id", [code.bytes()])
    }

    /// The chosen quotes of a fragment.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub(crate) fn quotes_of(&self, fragment: FragmentId) -> Result<Vec<Quote>, StoreError> {
        select(&self.transaction, "WHERE fragment = ? ORDER BY id", [fragment.bytes()])
    }

    /// The citations of a fragment.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub(crate) fn citations_of(&self, fragment: FragmentId) -> Result<Vec<Citation>, StoreError> {
        select(&self.transaction, "WHERE fragment = ? ORDER BY id", [fragment.bytes()])
    }

    /// The comments on codings of a fragment.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub(crate) fn comments_of(&self, fragment: FragmentId) -> Result<Vec<Comment>, StoreError> {
        select(&self.transaction, "WHERE fragment = ? ORDER BY id", [fragment.bytes()])
    }

    /// The comments on a code and its codings.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub(crate) fn comments_under(&self, code: CodeId) -> Result<Vec<Comment>, StoreError> {
        select(&self.transaction, "WHERE code = ? ORDER BY id", [code.bytes()])
    }

    /// The anchors in a revision.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub(crate) fn anchors_in(&self, revision: RevisionId) -> Result<Vec<Anchor>, StoreError> {
        select(&self.transaction, "WHERE revision = ? ORDER BY id", [revision.bytes()])
    }

    /// The anchors of a fragment, in all revisions.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub(crate) fn anchors_of(&self, fragment: FragmentId) -> Result<Vec<Anchor>, StoreError> {
        select(&self.transaction, "WHERE fragment = ? ORDER BY id", [fragment.bytes()])
    }

    /// The fragment that stands exactly there.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub(crate) fn fragment_at(&self, revision: RevisionId, span: Span) -> Result<Option<FragmentId>, StoreError> {
        let found: Vec<Anchor> = select(
            &self.transaction,
            "WHERE revision = ? AND start_byte = ? AND end_byte = ? AND state <> 'gone'",
            params![revision.bytes(), span.start, span.end],
        )?;
        Ok(found.first().map(|anchor| anchor.fragment))
    }

    /// Takes away fragments that nothing refers to any more, with their anchors.
    ///
    /// # Errors
    /// When the database cannot be read or written.
    pub(crate) fn sweep(&mut self, fragments: impl IntoIterator<Item = FragmentId>) -> Result<(), StoreError> {
        for id in fragments {
            let Some(fragment) = self.get::<Fragment>(id)? else { continue };
            let used = self.any("coding", "fragment", id.bytes())?
                || self.any("quote", "fragment", id.bytes())?
                || self.any("citation", "fragment", id.bytes())?
                || self.any("comment", "fragment", id.bytes())?
                || self.any("memo", "subject", id.bytes())?;
            if !used {
                for anchor in self.anchors_of(id)? {
                    self.delete(&anchor)?;
                }
                self.delete(&fragment)?;
            }
        }
        Ok(())
    }
}
