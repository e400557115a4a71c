//! Puts the pieces of a query together: OR over AND over NOT over words, fields and brackets.

use super::lexer::{Token, TokenKind};
use super::{DEEPEST_QUERY, Operator, QueryFault, QueryFaultKind, Side, Tree};
use crate::model::PointSpan;

/// The query that the pieces make.
pub(super) fn read(tokens: &[Token]) -> Result<Tree, QueryFault> {
    let kept: Vec<&Token> = tokens.iter().filter(|token| token.kind != TokenKind::Punctuation).collect();
    let mut parser = Parser { tokens: &kept, at: 0, depth: 0 };
    let Some(tree) = parser.any()? else {
        return Err(parser.nothing(tokens));
    };
    match parser.peek() {
        None => Ok(tree),
        Some(token) => Err(fault(QueryFaultKind::StrayBracket, token.place)),
    }
}

struct Parser<'t> {
    tokens: &'t [&'t Token],
    at: usize,
    depth: usize,
}

impl<'t> Parser<'t> {
    /// Conditions with OR between them; none where there is nothing before the end or a closing bracket.
    fn any(&mut self) -> Result<Option<Tree>, QueryFault> {
        let mut parts = Vec::new();
        let mut before: Option<&Token> = None;
        loop {
            let part = self.all()?;
            let next = self.operator(Operator::Or);
            match (part, before, next) {
                (Some(part), _, _) => parts.push(part),
                (None, Some(token), _) => return Err(missing(Operator::Or, Side::After, token)),
                (None, None, Some(token)) => return Err(missing(Operator::Or, Side::Before, token)),
                (None, None, None) => return Ok(None),
            }
            if next.is_none() {
                return Ok(one_or(parts, Tree::Any));
            }
            before = next;
        }
    }

    /// Conditions side by side or with AND between them.
    fn all(&mut self) -> Result<Option<Tree>, QueryFault> {
        let mut parts = Vec::new();
        let mut before: Option<&Token> = None;
        loop {
            let part = self.not()?;
            let found = part.is_some();
            parts.extend(part);
            let next = self.operator(Operator::And);
            match (found, before, next) {
                (true, _, _) => {}
                (false, Some(token), _) => return Err(missing(Operator::And, Side::After, token)),
                (false, None, Some(token)) => return Err(missing(Operator::And, Side::Before, token)),
                (false, None, None) => return Ok(one_or(parts, Tree::All)),
            }
            before = next;
        }
    }

    /// One condition, perhaps with NOT before it.
    fn not(&mut self) -> Result<Option<Tree>, QueryFault> {
        let Some(token) = self.operator(Operator::Not) else { return self.single() };
        self.deeper(token.place)?;
        let part = self.not()?.ok_or_else(|| missing(Operator::Not, Side::After, token))?;
        self.depth -= 1;
        Ok(Some(Tree::Not(Box::new(part))))
    }

    /// A word, a phrase, a field, or what stands between brackets.
    fn single(&mut self) -> Result<Option<Tree>, QueryFault> {
        let Some(token) = self.peek() else { return Ok(None) };
        let tree = match &token.kind {
            TokenKind::Words(words) => Tree::Words(words.clone()),
            TokenKind::Field(field) => Tree::Field(field.clone()),
            TokenKind::Open => return self.bracketed(token).map(Some),
            TokenKind::Close | TokenKind::Operator(_) | TokenKind::Punctuation => return Ok(None),
        };
        self.at += 1;
        Ok(Some(tree))
    }

    fn bracketed(&mut self, open: &Token) -> Result<Tree, QueryFault> {
        self.at += 1;
        self.deeper(open.place)?;
        let inside = self.any()?;
        let Some(close) = self.peek() else {
            return Err(fault(QueryFaultKind::UnclosedBracket, open.place));
        };
        self.at += 1;
        self.depth -= 1;
        let place = PointSpan { start: open.place.start, end: close.place.end };
        inside.ok_or_else(|| fault(QueryFaultKind::Empty, place))
    }

    fn deeper(&mut self, place: PointSpan) -> Result<(), QueryFault> {
        self.depth += 1;
        if self.depth > DEEPEST_QUERY { Err(fault(QueryFaultKind::TooDeep, place)) } else { Ok(()) }
    }

    /// Takes the operator if it is next.
    fn operator(&mut self, wanted: Operator) -> Option<&'t Token> {
        let token = self.peek().filter(|token| token.kind == TokenKind::Operator(wanted))?;
        self.at += 1;
        Some(token)
    }

    fn peek(&self) -> Option<&'t Token> {
        self.tokens.get(self.at).copied()
    }

    /// Why there is no condition at all.
    fn nothing(&self, tokens: &[Token]) -> QueryFault {
        if let Some(token) = self.peek() {
            return fault(QueryFaultKind::StrayBracket, token.place);
        }
        match (tokens.first(), tokens.last()) {
            (Some(first), Some(last)) => {
                fault(QueryFaultKind::OnlyPunctuation, PointSpan { start: first.place.start, end: last.place.end })
            }
            _ => fault(QueryFaultKind::Empty, PointSpan::default()),
        }
    }
}

fn fault(kind: QueryFaultKind, place: PointSpan) -> QueryFault {
    QueryFault { kind, place }
}

fn missing(operator: Operator, side: Side, token: &Token) -> QueryFault {
    fault(QueryFaultKind::MissingOperand(operator, side), token.place)
}

/// Nothing for no parts, the part itself when it is alone, else all of them joined.
fn one_or(mut parts: Vec<Tree>, join: fn(Vec<Tree>) -> Tree) -> Option<Tree> {
    match parts.len() {
        0 | 1 => parts.pop(),
        _ => Some(join(parts)),
    }
}
