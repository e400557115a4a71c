//! The query language that people type into search: `schaamte "vuile was" OR verdriet`, `regie* NEAR/5 netwerk`,
//! `casus:3 NOT (buren OF familie)`, `code:a WITHIN code:b`. A string in; out comes a [`Tree`], or a [`QueryFault`] that
//! says what is wrong and where, so that the place can be underlined.
//!
//! Words side by side must all occur. Operators are upper case only (`AND`/`EN`, `OR`/`OF`, `NOT`/`NIET`), since `en`,
//! `of` and `niet` are words. NEAR and the relations of codings bind tightest, then NOT, AND, and OR loosest. What the
//! fields mean is not decided here. No input makes the parser panic or recurse deeply.

mod fault;
mod forms;
mod lexer;
mod links;
mod operators;
mod parser;
mod patterns;
mod tree;

pub use fault::{Operator, QueryFault, QueryFaultKind, Side};
pub use patterns::{PatternProblem, word_pattern};
pub use tree::{Field, Near, Quoting, Reach, Relation, RelationKind, Tree, Words, WordsKind};

use crate::model::PointSpan;

/// Longest query, in bytes.
pub const LONGEST_QUERY: usize = 128 * 1024;

/// How many brackets and NOTs may stand inside each other, and how many words may be close to each other in a row.
pub const DEEPEST_QUERY: usize = 50;

/// How many words with a star, a tilde or slashes a query can hold, since each of them may stand for many words.
pub const MOST_WIDENED: usize = 200;

/// How many words NEAR, and how many turns FOLLOWS can reach at most.
pub const LONGEST_REACH: u32 = 1000;

/// How many words NEAR reaches without a number.
pub const USUAL_REACH: u32 = 10;

/// How many turns FOLLOWS reaches without a number: the next answer, with the question between.
pub const USUAL_TURNS: u32 = 2;

/// Reads a query.
///
/// # Errors
/// The first [`QueryFault`] met.
pub fn parse(query: &str) -> Result<Tree, QueryFault> {
    let letters: Vec<char> = query.chars().collect();
    if query.len() > LONGEST_QUERY {
        let place = PointSpan { start: 0, end: lexer::narrow(letters.len()) };
        return Err(QueryFault { kind: QueryFaultKind::TooLong, place });
    }
    parser::read(&lexer::tokens(&letters)?, &letters)
}

#[cfg(test)]
mod tests;
