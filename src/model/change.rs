//! What a verb did: every changed row, as it was and as it is. The history keeps these, undo and redo replay them, and
//! `Study::apply` makes the next picture from them.

use super::{
    Anchor, Attribute, Case, Citation, Code, Coder, Coding, Comment, Entry, Finish, Footnote, Fragment, Memo,
    Participant, Placement, Project, Quote, Role, Speaker, Structure, StructureId, Synonym, Taxonomy, Transcript,
};
use std::sync::Arc;
use uuid::Uuid;

macro_rules! rows {
    ($($(#[$doc:meta])* $noun:ident,)*) => {
        /// The tables whose rows the history records.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Table { $($(#[$doc])* $noun,)* }

        impl Table {
            /// Every table; a row comes after the rows it refers to.
            pub const ALL: &'static [Self] = &[$(Self::$noun,)*];
        }

        /// A row of any recorded table.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Row { $($(#[$doc])* $noun($noun),)* }

        impl Row {
            /// The table it belongs to.
            #[must_use]
            pub fn table(&self) -> Table {
                match self { $(Self::$noun(_) => Table::$noun,)* }
            }

            /// Its identity.
            #[must_use]
            pub fn uuid(&self) -> Uuid {
                match self { $(Self::$noun(row) => row.id.uuid(),)* }
            }
        }

        $(impl From<$noun> for Row {
            fn from(row: $noun) -> Self {
                Self::$noun(row)
            }
        })*
    };
}

rows! {
    /// The study.
    Project,
    /// Cases.
    Case,
    /// Roles.
    Role,
    /// Participants.
    Participant,
    /// Transcripts.
    Transcript,
    /// Speaker labels.
    Speaker,
    /// Attributes.
    Attribute,
    /// Coders.
    Coder,
    /// Codes.
    Code,
    /// Taxonomies.
    Taxonomy,
    /// Footnotes.
    Footnote,
    /// Placements.
    Placement,
    /// Fragments.
    Fragment,
    /// Anchors.
    Anchor,
    /// Codings.
    Coding,
    /// Finished transcripts.
    Finish,
    /// Chosen quotes.
    Quote,
    /// Memos.
    Memo,
    /// Citations by memos.
    Citation,
    /// Groups of synonyms.
    Synonym,
    /// Comments.
    Comment,
}

/// One row before and after a verb; at least one of the two is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The table.
    pub table: Table,
    /// The row's identity.
    pub id: Uuid,
    /// As it was; none when the verb made it.
    pub before: Option<Row>,
    /// As it is; none when the verb removed it.
    pub after: Option<Row>,
}

/// Everything one verb changed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// The entry in the history; none when nothing changed.
    pub entry: Option<Entry>,
    /// The rows, in the order in which they changed.
    pub rows: Vec<Change>,
    /// Structures that the changed transcripts now refer to.
    pub structures: Vec<(StructureId, Arc<Structure>)>,
}
