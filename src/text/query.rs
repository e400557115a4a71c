//! The query language that people type into search: `schaamte "vuile was" OR verdriet`, `casus:3 NOT (buren OF familie)`.
//! A string in; out comes a [`Tree`], or a [`QueryFault`] that says what is wrong and where, so that the place can be
//! underlined.
//!
//! Words side by side must all occur. Operators are upper case only (`AND`/`EN`, `OR`/`OF`, `NOT`/`NIET`), since `en`,
//! `of` and `niet` are words; NOT binds tightest, OR loosest. What the fields mean is not decided here. No input makes
//! the parser panic or recurse deeply.

mod lexer;
mod parser;

use crate::model::PointSpan;

/// Longest query, in bytes.
pub const LONGEST_QUERY: usize = 128 * 1024;

/// How many brackets and NOTs may stand inside each other.
pub const DEEPEST_QUERY: usize = 50;

/// What a query asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tree {
    /// Each of these.
    All(Vec<Tree>),
    /// At least one of these.
    Any(Vec<Tree>),
    /// Not this.
    Not(Box<Tree>),
    /// A property of the place: its case, its codes, its role.
    Field(Field),
    /// Words of the text.
    Words(Words),
}

/// A condition `name:value`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The name as typed.
    pub name: String,
    /// The value as typed, without quotation marks.
    pub value: String,
    /// Where the condition stands in the query.
    pub place: PointSpan,
}

/// Words to look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// How to look for them.
    pub kind: WordsKind,
    /// As typed, without quotation marks; holds at least one word.
    pub text: String,
    /// Where they stand in the query.
    pub place: PointSpan,
}

/// Ways to look for words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordsKind {
    /// A word in any of its forms; one with hyphens or dots is looked for as its parts in a row.
    Term,
    /// These words in a row, exactly as typed but for case and accents.
    Phrase,
}

/// What is wrong with a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueryFault {
    /// What.
    pub kind: QueryFaultKind,
    /// Where, in code points of the query.
    pub place: PointSpan,
}

/// The ways in which a query can be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QueryFaultKind {
    /// Nothing was typed, or nothing between brackets.
    Empty,
    /// There is nothing to look for but punctuation.
    OnlyPunctuation,
    /// The quotation mark at the place is not closed.
    UnclosedQuote,
    /// The bracket at the place is not closed.
    UnclosedBracket,
    /// The closing bracket at the place was never opened.
    StrayBracket,
    /// The operator at the place has nothing to work on.
    MissingOperand(Operator, Side),
    /// More than [`DEEPEST_QUERY`] brackets and NOTs stand inside each other at the place.
    TooDeep,
    /// The query is longer than [`LONGEST_QUERY`].
    TooLong,
}

/// The words that combine conditions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    /// `AND`, `EN`.
    And,
    /// `OR`, `OF`.
    Or,
    /// `NOT`, `NIET`.
    Not,
}

/// A side of an operator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// What stands before it.
    Before,
    /// What stands after it.
    After,
}

/// Reads a query.
///
/// # Errors
/// The first [`QueryFault`] met.
pub fn parse(query: &str) -> Result<Tree, QueryFault> {
    if query.len() > LONGEST_QUERY {
        let place = PointSpan { start: 0, end: lexer::narrow(query.chars().count()) };
        return Err(QueryFault { kind: QueryFaultKind::TooLong, place });
    }
    parser::read(&lexer::tokens(query)?)
}

impl Tree {
    /// The field conditions, in the order typed.
    #[must_use]
    pub fn fields(&self) -> Vec<&Field> {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::fields).collect(),
            Self::Not(part) => part.fields(),
            Self::Field(field) => vec![field],
            Self::Words(_) => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests;
