//! Why a file cannot be taken in, and what was not taken from one that can: one variant per reason, with what is needed
//! to name the thing, the place and the way out. The sentences for people are made in `language`.

use super::{Encoding, FileKind};

/// Why a file is refused; the project stays as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// There are no words in it; the notices say what it holds instead, such as pictures of pages.
    #[error("there is no text in the file")]
    Empty {
        /// What the file holds that is not taken over.
        notices: Vec<Notice>,
    },
    /// It is not text: another kind of file under a text ending, or bytes that no typist makes.
    #[error("the file is not text, seen at byte {position}")]
    Binary {
        /// What it is instead, where its first bytes say so.
        found: Option<FileKind>,
        /// Where the first sign of it stands.
        position: usize,
    },
    /// No reader belongs to this ending.
    #[error("files ending in “{ending}” cannot be read")]
    UnknownEnding {
        /// The ending without dot, as typed; empty when the name has none.
        ending: String,
    },
    /// It is called a Word document but is none.
    #[error("the file is not a Word document")]
    NotAZip {
        /// What it is instead, where its first bytes say so.
        found: Option<FileKind>,
    },
    /// The end is missing, as after a broken-off copy or download.
    #[error("the file is cut off")]
    Truncated,
    /// It is locked with a password.
    #[error("the file is locked with a password")]
    Encrypted,
    /// It is a document of Word 97–2003 under a new ending.
    #[error("the file is an old Word document (.doc)")]
    OldWord,
    /// The package or a part in it is damaged.
    #[error("the file is damaged{}", part.as_deref().map(|part| format!(" in {part}")).unwrap_or_default())]
    Damaged {
        /// The part, where the damage lies in one.
        part: Option<String>,
    },
    /// A part is packed in a way that Word does not use.
    #[error("{part} is packed with the unknown method {method}")]
    Compression {
        /// The part.
        part: String,
        /// The method's number in the zip format.
        method: u16,
    },
    /// A part declares a document type; Word never does, and it is the way in for files that grow without end.
    #[error("{part} declares a document type")]
    Doctype {
        /// The part.
        part: String,
    },
    /// It is larger than anything a researcher makes.
    #[error("the file is too large: {limit:?} is at most {}", limit.maximum())]
    TooLarge {
        /// Which limit was passed.
        limit: Limit,
    },
    /// It is a package, but holds no Word text: a spreadsheet or another kind of file with this ending.
    #[error("the file holds no Word text")]
    NoDocument,
    /// A part breaks the rules of XML.
    #[error("{part} breaks off at byte {position}")]
    BadXml {
        /// The part.
        part: String,
        /// The byte in the unpacked part.
        position: u64,
    },
}

/// A bound on what is taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Bytes of canonical text.
    Text,
    /// Bytes unpacked from a package.
    Unpacked,
    /// Files in a package.
    Entries,
    /// Tags in the parts that are read.
    Tags,
    /// Elements inside each other.
    Depth,
    /// Bytes of one paragraph, one table row or one tag.
    Piece,
}

impl Limit {
    /// The most that is accepted.
    #[must_use]
    pub const fn maximum(self) -> u64 {
        match self {
            Self::Text | Self::Unpacked => 200_000_000,
            Self::Entries => 10_000,
            // A thousand pages with every word formatted; it keeps a hostile file to seconds.
            Self::Tags => 10_000_000,
            Self::Depth => 256,
            // Fifty times a whole interview; it keeps memory small whatever the file claims.
            Self::Piece => 16_000_000,
        }
    }

    /// Refuses an amount above the maximum.
    pub(super) fn check(self, amount: usize) -> Result<(), Unreadable> {
        if amount as u64 > self.maximum() { Err(Unreadable::TooLarge { limit: self }) } else { Ok(()) }
    }
}

/// Something the person should know about a file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// Nothing in the file says how its letters are stored; this is the best guess.
    EncodingGuessed {
        /// The guess.
        encoding: Encoding,
    },
    /// Characters are lost: they stand as � in the text.
    LostCharacters {
        /// How many.
        count: usize,
        /// The 1-based lines of the canonical text they stand in, at most the first twenty.
        lines: Vec<usize>,
    },
    /// The file holds tracked changes; it is read as if all were accepted.
    TrackedChanges {
        /// Insertions that are in the text.
        inserted: usize,
        /// Deletions that are left out.
        deleted: usize,
    },
    /// Something the file holds is not in the text.
    LeftOut {
        /// What.
        what: LeftOut,
        /// How many.
        count: usize,
    },
    /// Table cells of several paragraphs, in rows of several cells, became one line.
    CellsJoined {
        /// How many cells.
        cells: usize,
    },
}

/// What a document can hold beside its running text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOut {
    /// Footnotes.
    Footnotes,
    /// Endnotes.
    Endnotes,
    /// Comments in the margin.
    Comments,
    /// Text boxes.
    TextBoxes,
    /// Headers and footers with text in them.
    HeadersAndFooters,
    /// Pictures, charts and drawings with a picture in them.
    Pictures,
    /// Embedded documents and objects.
    Embedded,
    /// Stretches formatted as hidden.
    HiddenText,
    /// Paragraphs of which Word shows a number or bullet that is not in the text.
    ListNumbers,
}
