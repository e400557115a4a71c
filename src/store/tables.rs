//! The recorded tables: which noun lies in which table under which columns. Declaring a noun here is all it takes to
//! have it stored, recorded in the history, undone and redone; `schema.sql` or a file of `schema/` holds the table
//! itself, and a test holds the two together.

use super::columns::{BadCell, Column, Source};
use crate::model::{
    Anchor, Attribute, Case, Citation, Code, Coder, Coding, Comment, Finish, Footnote, Fragment, Memo, Participant,
    Placement, Project, Quote, Role, Row, Rows, Speaker, Synonym, Table, Taxonomy, Transcript,
};
use rusqlite::types::ValueRef;
use std::sync::Arc;
use uuid::Uuid;

/// A noun that lies in a recorded table.
pub(crate) trait Record: Sized + Clone + Into<Row> {
    /// The table.
    const TABLE: Table;
    /// Its identity.
    fn uuid(&self) -> Uuid;
}

/// The inner half of [`Record`], for this module's use.
pub(super) trait Cells: Record {
    fn put<'a>(&'a self, cells: &mut Vec<ValueRef<'a>>);
    fn take(source: &mut impl Source) -> Result<Self, BadCell>;
}

/// What SQL needs to know of a recorded table.
pub(super) struct Spec {
    /// Stands for the table in packed images: part of the file format, never used again for another table.
    pub(super) number: u8,
    /// Name in SQL, quoted where needed.
    pub(super) name: &'static str,
    /// Columns in order, the identity first.
    pub(super) columns: &'static [&'static str],
}

macro_rules! tables {
    ($($number:literal $noun:ident $name:literal $plural:ident { $($field:ident: $($column:literal),+);* $(;)? })*) => {
        $(
            impl Record for $noun {
                const TABLE: Table = Table::$noun;
                fn uuid(&self) -> Uuid {
                    self.id.uuid()
                }
            }
            impl Cells for $noun {
                fn put<'a>(&'a self, cells: &mut Vec<ValueRef<'a>>) {
                    $(self.$field.put(cells);)*
                }
                fn take(source: &mut impl Source) -> Result<Self, BadCell> {
                    Ok(Self { $($field: Column::take(source)?),* })
                }
            }
        )*

        /// The SQL side of a table.
        pub(super) const fn spec(table: Table) -> Spec {
            match table {
                $(Table::$noun => Spec { number: $number, name: $name, columns: &[$($($column),+),*] },)*
            }
        }

        /// The cells of a row, identity first.
        pub(super) fn put_row<'a>(row: &'a Row, cells: &mut Vec<ValueRef<'a>>) {
            match row { $(Row::$noun(row) => row.put(cells),)* }
        }

        /// A row from its cells.
        pub(super) fn take_row(table: Table, source: &mut impl Source) -> Result<Row, BadCell> {
            match table { $(Table::$noun => $noun::take(source).map(Row::$noun),)* }
        }

        /// Puts a row that was read into its place among all rows.
        pub(super) fn collect_row(rows: &mut Rows, table: Table, source: &mut impl Source) -> Result<(), BadCell> {
            match table { $(Table::$noun => Arc::make_mut(&mut rows.$plural).push($noun::take(source)?),)* }
            Ok(())
        }
    };
}

tables! {
    1 Project "project" projects {
        id: "id"; title: "title"; language: "language"; level_words: "level_words"; created: "created"
    }
    2 Case "\"case\"" cases { id: "id"; name: "name"; description: "description" }
    3 Role "role" roles { id: "id"; name: "name"; rank: "rank" }
    4 Participant "participant" participants { id: "id"; case: "\"case\""; name: "name"; role: "role" }
    5 Transcript "transcript" transcripts {
        id: "id"; name: "name"; file: "file"; kind: "kind"; case: "\"case\""; moment: "moment"; date: "date";
        original: "original"; revision: "revision"; structure: "structure"; created: "created"
    }
    6 Speaker "speaker" speakers { id: "id"; transcript: "transcript"; label: "label"; participant: "participant" }
    7 Attribute "attribute" attributes {
        id: "id"; subject: "subject_kind", "subject"; name: "name"; value: "value"
    }
    8 Coder "coder" coders { id: "id"; name: "name" }
    9 Code "code" codes {
        id: "id"; name: "name"; level: "level"; statement: "statement"; definition: "definition"; include: "include";
        exclude: "exclude"; example: "example"; color: "color"; origin: "origin"; status: "status"; author: "author";
        created: "created"
    }
    10 Taxonomy "taxonomy" taxonomies { id: "id"; title: "title"; scope: "scope"; rank: "rank" }
    11 Footnote "footnote" footnotes { id: "id"; taxonomy: "taxonomy"; mark: "mark"; text: "text" }
    12 Placement "placement" placements {
        id: "id"; taxonomy: "taxonomy"; parent: "parent"; code: "code"; rank: "rank"; marked: "marked"
    }
    13 Fragment "fragment" fragments { id: "id"; transcript: "transcript" }
    14 Anchor "anchor" anchors {
        id: "id"; fragment: "fragment"; revision: "revision"; span: "start_byte", "end_byte";
        points: "start_point", "end_point"; passage: "passage"; state: "state"
    }
    15 Coding "coding" codings {
        id: "id"; fragment: "fragment"; code: "code"; coder: "coder"; counter: "counter"; note: "note";
        created: "created"
    }
    16 Finish "finish" finishes { id: "id"; transcript: "transcript"; coder: "coder"; created: "created" }
    17 Quote "quote" quotes {
        id: "id"; fragment: "fragment"; code: "code"; rank: "rank"; introduction: "introduction";
        report_text: "report_text"; translation: "translation"
    }
    18 Memo "memo" memos {
        id: "id"; kind: "kind"; subject: "subject_kind", "subject"; title: "title"; text: "text"; author: "author";
        created: "created"
    }
    19 Citation "citation" citations { id: "id"; memo: "memo"; fragment: "fragment" }
    20 Synonym "synonym" synonyms { id: "id"; forms: "forms" }
    21 Comment "comment" comments {
        id: "id"; code: "code"; former: "former"; fragment: "fragment"; coder: "coder"; kind: "kind"; text: "text";
        author: "author"; created: "created"; reply_to: "reply_to"; settled: "settled"; settled_by: "settled_by"
    }
}

/// Columns that may quote a respondent, in rows and in their images: what an erasure has to look through, beside the
/// append-only tables `revision`, `passage` and `original`.
pub const PRIVATE_COLUMNS: &[(&str, &[&str])] = &[
    ("case", &["description"]),
    ("code", &["name", "statement", "definition", "include", "exclude", "example"]),
    ("placement", &["marked"]),
    ("coding", &["note"]),
    ("quote", &["introduction", "report_text", "translation"]),
    ("memo", &["title", "text"]),
    ("synonym", &["forms"]),
    ("comment", &["former", "text"]),
    ("entry", &["detail", "reason"]),
];

impl Spec {
    /// `SELECT` of all columns, without a condition.
    pub(super) fn select(&self) -> String {
        format!("SELECT {} FROM {}", self.columns.join(", "), self.name)
    }

    pub(super) fn insert(&self) -> String {
        let marks = vec!["?"; self.columns.len()].join(", ");
        format!("INSERT INTO {} ({}) VALUES ({marks})", self.name, self.columns.join(", "))
    }

    /// `UPDATE` of all columns; the identity is the first parameter.
    pub(super) fn update(&self) -> String {
        let sets: Vec<String> =
            self.columns.iter().enumerate().skip(1).map(|(at, column)| format!("{column} = ?{}", at + 1)).collect();
        format!("UPDATE {} SET {} WHERE id = ?1", self.name, sets.join(", "))
    }

    pub(super) fn delete(&self) -> String {
        format!("DELETE FROM {} WHERE id = ?", self.name)
    }
}
