//! A table before it becomes a file or a page: caption, columns, rows of cells, notes. Every table of the program is
//! made into this one shape, and every format (HTML, CSV, Markdown, JSON, later XLSX and DOCX) writes this one shape,
//! so that a number looks the same everywhere and can lead to its quotes everywhere.

use crate::analysis::NameKind;

/// A table ready to be written in any format.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// What the table shows, with its N.
    pub caption: String,
    /// What it covers: its N and what it is restricted to; may be empty.
    pub scope: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Line>,
    /// Notes below the table: a mark (may be empty) and its text.
    pub notes: Vec<(String, String)>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Head.
    pub head: String,
    /// Unit or N, shown small under the head; may be empty.
    pub unit: String,
    /// What its cells hold.
    pub kind: ColumnKind,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// Words, aligned left.
    Text,
    /// Numbers, aligned on the right.
    Number,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// What sort of row.
    pub kind: LineKind,
    /// A cell per column.
    pub cells: Vec<Cell>,
}

/// The sorts of row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// An ordinary row; its first cell names it.
    Body,
    /// A row that heads the ones below it.
    Head,
    /// A total, set apart.
    Total,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words; `depth` indents a name in a tree.
    Text {
        /// The words, with footnote marks in place when `marks` names any.
        text: String,
        /// Footnote marks that may stand in the words.
        marks: Vec<String>,
        /// Where it leads.
        link: Option<Target>,
        /// How far it is indented.
        depth: usize,
    },
    /// A number.
    Number {
        /// The number itself, for files.
        value: f64,
        /// What it is out of, shown as `12/18`.
        of: Option<f64>,
        /// Share of a whole, 0 to 1, shown as a percentage in grey behind the number.
        share: Option<f64>,
        /// Decimals shown.
        decimals: u8,
        /// Where it leads.
        link: Option<Target>,
    },
    /// Several paragraphs or items in one cell.
    Texts(Vec<String>),
}

impl Table {
    /// A table without rows yet.
    #[must_use]
    pub fn new(caption: impl Into<String>, columns: Vec<Column>) -> Self {
        Self { caption: caption.into(), scope: String::new(), columns, rows: Vec::new(), notes: Vec::new() }
    }

    /// The footnote marks that have a note below the table.
    #[must_use]
    pub fn marks(&self) -> Vec<&str> {
        self.notes.iter().map(|(mark, _)| mark.as_str()).filter(|mark| !mark.is_empty()).collect()
    }
}

impl Column {
    /// A column of words.
    #[must_use]
    pub fn text(head: impl Into<String>) -> Self {
        Self { head: head.into(), unit: String::new(), kind: ColumnKind::Text }
    }

    /// A column of numbers.
    #[must_use]
    pub fn number(head: impl Into<String>) -> Self {
        Self { head: head.into(), unit: String::new(), kind: ColumnKind::Number }
    }

    /// The same with a unit or N.
    #[must_use]
    pub fn with_unit(mut self, unit: impl Into<String>) -> Self {
        self.unit = unit.into();
        self
    }
}

impl Line {
    /// An ordinary row.
    #[must_use]
    pub fn body(cells: Vec<Cell>) -> Self {
        Self { kind: LineKind::Body, cells }
    }

    /// A row that heads the ones below it.
    #[must_use]
    pub fn head(cells: Vec<Cell>) -> Self {
        Self { kind: LineKind::Head, cells }
    }

    /// A total.
    #[must_use]
    pub fn total(cells: Vec<Cell>) -> Self {
        Self { kind: LineKind::Total, cells }
    }
}

impl Cell {
    /// Plain words; nothing when there are none.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::linked(text, None)
    }

    /// Words that lead somewhere.
    #[must_use]
    pub fn linked(text: impl Into<String>, link: Option<Target>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text { text, marks: Vec::new(), link, depth: 0 } }
    }

    /// A count.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
    pub fn count(count: usize, link: Option<Target>) -> Self {
        Self::Number { value: count as f64, of: None, share: None, decimals: 0, link }
    }

    /// A count out of a whole.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
    pub fn count_of(count: usize, whole: usize, link: Option<Target>) -> Self {
        Self::Number { value: count as f64, of: Some(whole as f64), share: None, decimals: 0, link }
    }

    /// A count with its share of a whole, 0 to 1.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
    pub fn count_with_share(count: usize, share: f64) -> Self {
        Self::Number { value: count as f64, of: None, share: Some(share), decimals: 0, link: None }
    }

    /// A number with decimals.
    #[must_use]
    pub fn number(value: f64, decimals: u8) -> Self {
        Self::Number { value, of: None, share: None, decimals, link: None }
    }

    /// Several items; nothing when there are none.
    #[must_use]
    pub fn texts(texts: Vec<String>) -> Self {
        if texts.is_empty() { Self::Empty } else { Self::Texts(texts) }
    }

    /// A number that leads somewhere; other cells stay as they are.
    #[must_use]
    pub fn leading_to(self, target: Target) -> Self {
        match self {
            Self::Number { value, of, share, decimals, .. } => {
                Self::Number { value, of, share, decimals, link: Some(target) }
            }
            other @ (Self::Empty | Self::Text { .. } | Self::Texts(_)) => other,
        }
    }

    /// The same, indented.
    #[must_use]
    pub fn at_depth(self, indent: usize) -> Self {
        match self {
            Self::Text { text, marks, link, .. } => Self::Text { text, marks, link, depth: indent },
            other @ (Self::Empty | Self::Number { .. } | Self::Texts(_)) => other,
        }
    }
}

/// What a number or a name leads to. A page turns it into an address of its own; a file leaves it out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// The quotes of a code and everything below it in a taxonomy, by the code's position in the study; a group
    /// narrows them to one column of a divided table.
    Quotes {
        /// Position of the taxonomy; none for codes that stand in none.
        taxonomy: Option<usize>,
        /// Position of the code.
        code: usize,
        /// Only counter-examples.
        counter: bool,
        /// Position of the group among those that divide the table; none for the whole.
        group: Option<usize>,
    },
    /// The quotes of a case, respondent, role, transcript or coder, by position.
    QuotesOf(NameKind, usize),
    /// A case, by position.
    Case(usize),
    /// A text, by position, at a line.
    Text {
        /// Position of the text.
        text: usize,
        /// 1-based line.
        line: usize,
    },
    /// A code in the codebook, by position.
    Code(usize),
    /// A taxonomy, by position.
    Taxonomy(usize),
}
