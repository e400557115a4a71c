//! Puts the pieces of a query together: OR over AND over NOT over NEAR and the relations of codings, over words, fields
//! and brackets.

use super::lexer::{Token, TokenKind};
use super::links::{Link, is_condition, is_near_side};
use super::operators::is_coded_after_not;
use super::{DEEPEST_QUERY, Field, Operator, QueryFault, QueryFaultKind, Quoting, Side, Tree, Words, WordsKind};
use crate::model::PointSpan;

/// The query that the pieces make.
pub(super) fn read(tokens: &[Token], letters: &[char]) -> Result<Tree, QueryFault> {
    let kept: Vec<&Token> = tokens.iter().filter(|token| token.kind != TokenKind::Punctuation).collect();
    let mut parser = Parser { tokens: &kept, letters, at: 0, depth: 0, field: None };
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
    letters: &'t [char],
    at: usize,
    depth: usize,
    /// The field whose values are read, between the brackets after its name.
    field: Option<&'t str>,
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
        let Some(token) = self.operator(Operator::Not) else { return self.linked() };
        self.deeper(token.place)?;
        let part = match self.coded_after_not() {
            Some(coded) => coded,
            None => self.not()?.ok_or_else(|| missing(Operator::Not, Side::After, token))?,
        };
        self.depth -= 1;
        Ok(Some(Tree::Not(Box::new(part))))
    }

    /// The small word that stands for a coding, when it is next.
    fn coded_after_not(&mut self) -> Option<Tree> {
        let token = self.peek().filter(|_| self.field.is_none())?;
        let TokenKind::Words(Words { kind: WordsKind::Term, text, .. }) = &token.kind else { return None };
        is_coded_after_not(text).then(|| {
            self.at += 1;
            Tree::Coded(token.place)
        })
    }

    /// One condition, or several that NEAR or a relation of codings ties together, from left to right.
    fn linked(&mut self) -> Result<Option<Tree>, QueryFault> {
        let start = self.at;
        let mut left = self.single()?;
        let mut links = 0;
        while let Some(token) = self.peek() {
            let TokenKind::Operator(operator) = token.kind else { break };
            let Some(link) = Link::of(operator) else { break };
            if self.field.is_some() {
                return Err(fault(QueryFaultKind::NotValue, token.place));
            }
            let Some(before) = left else { return Err(missing(operator, Side::Before, token)) };
            links += 1;
            if links > DEEPEST_QUERY {
                return Err(fault(QueryFaultKind::TooDeep, token.place));
            }
            side(link, &before, Side::Before, self.between(start))?;
            self.at += 1;
            let from = self.at;
            let Some(after) = self.single()? else { return Err(self.no_side(link, operator, token)) };
            side(link, &after, Side::After, self.between(from))?;
            left = Some(link.tie(before, after, token.place));
        }
        Ok(left)
    }

    /// Why there is nothing to the right of NEAR or a relation.
    fn no_side(&self, link: Link, operator: Operator, token: &Token) -> QueryFault {
        match self.peek() {
            Some(not) if not.kind == TokenKind::Operator(Operator::Not) => fault(wanted(link), not.place),
            _ => missing(operator, Side::After, token),
        }
    }

    /// From the piece at `start` to the one before this.
    fn between(&self, start: usize) -> PointSpan {
        let first = self.tokens.get(start).map_or(0, |token| token.place.start);
        let last = self.at.checked_sub(1).and_then(|at| self.tokens.get(at)).map_or(first, |token| token.place.end);
        PointSpan { start: first, end: last.max(first) }
    }

    /// A word, a phrase, a field, or what stands between brackets.
    fn single(&mut self) -> Result<Option<Tree>, QueryFault> {
        let Some(token) = self.peek() else { return Ok(None) };
        let tree = match (&token.kind, self.field) {
            (TokenKind::Words(words), None) => Tree::Words(words.clone()),
            (TokenKind::Field(field), None) => Tree::Field(field.clone()),
            (TokenKind::Coded, None) => Tree::Coded(token.place),
            (TokenKind::Name(name), None) => return self.values(name).map(Some),
            (TokenKind::Words(words), Some(field)) => Tree::Field(self.value(field, words)),
            (TokenKind::Field(_) | TokenKind::Coded | TokenKind::Name(_), Some(_)) => {
                return Err(fault(QueryFaultKind::NotValue, token.place));
            }
            (TokenKind::Open, _) => return self.bracketed(token).map(Some),
            (TokenKind::Close | TokenKind::Operator(_) | TokenKind::Punctuation, _) => return Ok(None),
        };
        self.at += 1;
        Ok(Some(tree))
    }

    /// The values of a field, between brackets: each becomes a condition of its own.
    fn values(&mut self, name: &'t str) -> Result<Tree, QueryFault> {
        self.at += 1;
        self.field = Some(name);
        let tree = match self.peek() {
            Some(open) => self.bracketed(open),
            None => Err(fault(QueryFaultKind::Empty, self.between(self.at))),
        };
        self.field = None;
        tree
    }

    /// A value as it was typed: a star or a range is for the field to understand.
    fn value(&self, field: &str, words: &Words) -> Field {
        let (value, quoting) = match words.kind {
            WordsKind::Phrase | WordsKind::Lemmas => (words.text.clone(), Quoting::Quoted),
            WordsKind::Term | WordsKind::Prefix | WordsKind::Fuzzy(_) | WordsKind::Regex => {
                let range = words.place.start as usize..words.place.end as usize;
                (self.letters.get(range).unwrap_or_default().iter().collect(), Quoting::Bare)
            }
        };
        Field { name: field.to_owned(), value, quoting, place: words.place }
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

/// What a link asks for on both sides.
fn wanted(link: Link) -> QueryFaultKind {
    match link {
        Link::Near(_) => QueryFaultKind::NotWords,
        Link::Codings(_) => QueryFaultKind::NotCodings,
    }
}

/// Whether a link can work on this.
fn side(link: Link, tree: &Tree, side: Side, place: PointSpan) -> Result<(), QueryFault> {
    let fits = match link {
        Link::Near(_) => is_near_side(tree, side),
        Link::Codings(_) => is_condition(tree),
    };
    if fits { Ok(()) } else { Err(fault(wanted(link), place)) }
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
