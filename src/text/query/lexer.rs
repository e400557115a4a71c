//! Cuts a query into brackets, operators, words, phrases and fields. It reads code points rather than bytes, since the
//! places of faults are counted in them. What is nothing but punctuation between spaces is left out here, as `&` and `-`
//! in `schuld & schaamte`.
//!
//! A new form of word (a prefix, a regular expression) is a new arm of [`Lexer::word`].

use super::{Field, Operator, QueryFault, QueryFaultKind, Words, WordsKind};
use crate::model::PointSpan;
use crate::text::words::words;

/// A piece of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: TokenKind,
    pub(super) place: PointSpan,
}

/// The sorts of piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum TokenKind {
    Open,
    Close,
    Operator(Operator),
    Words(Words),
    Field(Field),
    /// Typed, but nothing that can be looked for.
    Punctuation,
}

/// The pieces of a query, in order.
pub(super) fn tokens(query: &str) -> Result<Vec<Token>, QueryFault> {
    let mut lexer = Lexer { letters: query.chars().collect(), at: 0 };
    let mut tokens = Vec::new();
    while let Some(token) = lexer.token()? {
        tokens.push(token);
    }
    Ok(tokens)
}

/// A count of code points; queries are far shorter than 4 GiB.
pub(super) fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

struct Lexer {
    letters: Vec<char>,
    at: usize,
}

impl Lexer {
    fn token(&mut self) -> Result<Option<Token>, QueryFault> {
        while self.peek().is_some_and(is_space) {
            self.at += 1;
        }
        let start = self.at;
        let kind = match self.peek() {
            None => return Ok(None),
            Some('(') => self.one(TokenKind::Open),
            Some(')') => self.one(TokenKind::Close),
            Some(c) if is_quote(c) => {
                let text = self.quoted()?;
                let place = self.place(start);
                if words(&text).next().is_none() {
                    return Err(QueryFault { kind: QueryFaultKind::OnlyPunctuation, place });
                }
                TokenKind::Words(Words { kind: WordsKind::Phrase, text, place })
            }
            Some(_) => self.word()?,
        };
        Ok(Some(Token { kind, place: self.place(start) }))
    }

    /// A run without spaces, brackets or quotation marks, and the quoted value of a field after it.
    fn word(&mut self) -> Result<TokenKind, QueryFault> {
        let start = self.at;
        while self.peek().is_some_and(|c| !is_space(c) && !is_bracket(c) && !is_quote(c)) {
            self.at += 1;
        }
        let text: String = self.letters[start..self.at].iter().collect();
        if let Some((name, value)) = text.split_once(':').filter(|(name, _)| is_field_name(name)) {
            let quoted = value.is_empty() && self.peek().is_some_and(is_quote);
            // `http://…` is an address, not a field.
            if quoted || (!value.is_empty() && !value.starts_with("//")) {
                let value = if quoted { self.quoted()? } else { value.to_owned() };
                return Ok(TokenKind::Field(Field { name: name.to_owned(), value, place: self.place(start) }));
            }
        }
        let place = self.place(start);
        Ok(match text.as_str() {
            "AND" | "EN" => TokenKind::Operator(Operator::And),
            "OR" | "OF" => TokenKind::Operator(Operator::Or),
            "NOT" | "NIET" => TokenKind::Operator(Operator::Not),
            _ if words(&text).next().is_none() => TokenKind::Punctuation,
            _ => TokenKind::Words(Words { kind: WordsKind::Term, text, place }),
        })
    }

    /// What stands between the quotation mark here and the next one, of whatever shape.
    fn quoted(&mut self) -> Result<String, QueryFault> {
        let open = self.at;
        let Some(length) = self.letters[open + 1..].iter().position(|c| is_quote(*c)) else {
            let place = PointSpan { start: narrow(open), end: narrow(open + 1) };
            return Err(QueryFault { kind: QueryFaultKind::UnclosedQuote, place });
        };
        self.at = open + length + 2;
        Ok(self.letters[open + 1..=open + length].iter().collect())
    }

    fn one(&mut self, kind: TokenKind) -> TokenKind {
        self.at += 1;
        kind
    }

    fn peek(&self) -> Option<char> {
        self.letters.get(self.at).copied()
    }

    fn place(&self, start: usize) -> PointSpan {
        PointSpan { start: narrow(start), end: narrow(self.at) }
    }
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || c.is_control() || c == '\u{feff}'
}

fn is_bracket(c: char) -> bool {
    matches!(c, '(' | ')')
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '‟' | '«' | '»')
}

fn is_field_name(name: &str) -> bool {
    name.starts_with(char::is_alphabetic) && name.chars().all(|c| c.is_alphanumeric() || c == '_')
}
