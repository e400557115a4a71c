//! What can be wrong with a query, and where.

use super::PatternProblem;
use super::{Reach, RelationKind};
use crate::model::PointSpan;

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
    /// Words that stand close are asked for, and this is something else.
    NotWords,
    /// A relation of codings is asked for, and this is no condition on codings.
    NotCodings,
    /// Between the brackets after a field only values can stand.
    NotValue,
    /// What follows `NEAR/` is neither a number from 1 to [`super::LONGEST_REACH`] nor a sentence or a turn.
    BadReach,
    /// What follows `FOLLOWS/` is no number from 0 to [`super::LONGEST_REACH`].
    BadTurns,
    /// A word can be one or two letters off, and this asks for something else.
    BadFuzziness,
    /// A tilde after a phrase stands for any form of its words and takes no number.
    PhraseNumber,
    /// A star inside, or a tilde after, needs a single word, and this is several in a row.
    SeveralWords,
    /// The slash at the place begins a regular expression that is not closed.
    UnclosedPattern,
    /// The regular expression at the place cannot be used.
    Pattern(PatternProblem),
    /// More than [`super::DEEPEST_QUERY`] brackets, NOTs or NEARs stand inside each other at the place.
    TooDeep,
    /// More than [`super::MOST_WIDENED`] words with a star, a tilde or slashes.
    TooMany,
    /// The query is longer than [`super::LONGEST_QUERY`].
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
    /// `NEAR`, `NABIJ`.
    Near(Reach),
    /// `WITHIN`, `BINNEN` and the other relations of codings.
    Codings(RelationKind),
}

impl Operator {
    /// The words for it, the Dutch ones first.
    #[must_use]
    pub fn words(self) -> [&'static str; 2] {
        match self {
            Self::And => ["EN", "AND"],
            Self::Or => ["OF", "OR"],
            Self::Not => ["NIET", "NOT"],
            Self::Near(_) => ["NABIJ", "NEAR"],
            Self::Codings(RelationKind::Within) => ["BINNEN", "WITHIN"],
            Self::Codings(RelationKind::Overlaps) => ["OVERLAPT", "OVERLAPS"],
            Self::Codings(RelationKind::Cooccurs) => ["SAMEN", "COOCCURS"],
            Self::Codings(RelationKind::Follows(_)) => ["VOLGT", "FOLLOWS"],
        }
    }
}

/// A side of an operator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// What stands before it.
    Before,
    /// What stands after it.
    After,
}
