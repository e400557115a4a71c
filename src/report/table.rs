//! A table before it becomes a file or a page: caption, columns, rows of cells, notes. Every table of the program is
//! made into this one shape, and every format (HTML, CSV, Markdown, JSON, later XLSX and DOCX) writes this one shape,
//! so that a number looks the same everywhere and can lead to its quotes everywhere.

/// A table ready to be written in any format.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// What the table shows, with its N.
    pub caption: String,
    /// What it is restricted to; empty when it shows the whole study.
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

impl Cell {
    /// Plain words.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text { text: text.into(), marks: Vec::new(), link: None, depth: 0 }
    }

    /// A count.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
    pub fn count(count: usize, link: Option<Target>) -> Self {
        Self::Number { value: count as f64, of: None, share: None, decimals: 0, link }
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
    },
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
