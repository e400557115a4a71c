//! Cuts a query into brackets, operators, words, phrases and fields. It reads code points rather than bytes, since the
//! places of faults are counted in them. What is nothing but punctuation between spaces is left out here, as `&` and `-`
//! in `schuld & schaamte`.
//!
//! What a bare word asks for is read in [`super::forms`], what is an operator in [`super::operators`].

use super::operators::{is_coded, operator};
use super::{
    Field, MOST_WIDENED, Operator, QueryFault, QueryFaultKind, Quoting, Words, WordsKind, forms, word_pattern,
};
use crate::model::PointSpan;
use crate::text::words::words;
use unicode_normalization::char::is_combining_mark;

/// Longest regular expression with its slashes, in code points.
const LONGEST_PATTERN: usize = 1000;

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
    /// The name of a field whose values stand between the brackets that follow.
    Name(String),
    /// "Carries a coding."
    Coded,
    /// Typed, but nothing that can be looked for.
    Punctuation,
}

/// The pieces of a query, in order.
pub(super) fn tokens(letters: &[char]) -> Result<Vec<Token>, QueryFault> {
    let mut lexer = Lexer { letters, at: 0 };
    let mut tokens = Vec::new();
    let mut widened = 0;
    while let Some(token) = lexer.token()? {
        if let TokenKind::Words(Words { kind: WordsKind::Prefix | WordsKind::Fuzzy(_) | WordsKind::Regex, .. }) =
            token.kind
        {
            widened += 1;
            if widened > MOST_WIDENED {
                return Err(QueryFault { kind: QueryFaultKind::TooMany, place: token.place });
            }
        }
        tokens.push(token);
    }
    Ok(tokens)
}

/// A count of code points; queries are far shorter than 4 GiB.
pub(super) fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

struct Lexer<'q> {
    letters: &'q [char],
    at: usize,
}

impl Lexer<'_> {
    fn token(&mut self) -> Result<Option<Token>, QueryFault> {
        while self.peek().is_some_and(is_space) {
            self.at += 1;
        }
        let start = self.at;
        let kind = match self.peek() {
            None => return Ok(None),
            Some('(') => self.one(TokenKind::Open),
            Some(')') => self.one(TokenKind::Close),
            Some('/') => match self.pattern()? {
                Some(pattern) => pattern,
                None => self.word()?,
            },
            Some(c) if is_quote(c) => self.phrase()?,
            Some(_) => self.word()?,
        };
        Ok(Some(Token { kind, place: self.place(start) }))
    }

    /// Words between quotation marks with perhaps a tilde after them, or the name of a field.
    fn phrase(&mut self) -> Result<TokenKind, QueryFault> {
        let start = self.at;
        let text = self.quoted()?;
        if self.peek() == Some(':') && self.letters.get(self.at + 1).is_some_and(|c| !is_space(*c) && *c != ')') {
            self.at += 1;
            return self.value(text, start);
        }
        let mut kind = WordsKind::Phrase;
        if self.peek() == Some('~') {
            self.at += 1;
            kind = WordsKind::Lemmas;
            if self.peek().is_some_and(|c| c.is_ascii_digit()) {
                self.skip(|c| c.is_ascii_digit());
                return Err(self.fault(QueryFaultKind::PhraseNumber, start));
            }
        }
        if words(&text).next().is_none() {
            return Err(self.fault(QueryFaultKind::OnlyPunctuation, start));
        }
        Ok(TokenKind::Words(Words { kind, text, place: self.place(start) }))
    }

    /// A regular expression between slashes. A slash on its own and a path (`/a/b`) are none.
    fn pattern(&mut self) -> Result<Option<TokenKind>, QueryFault> {
        let start = self.at;
        let run = &self.letters[start..self.letters.len().min(start + LONGEST_PATTERN)];
        let run = &run[..run.iter().position(|c| is_space(*c)).unwrap_or(run.len())];
        let mut escaped = false;
        let mut slashes = 1;
        for (at, c) in run.iter().enumerate().skip(1) {
            let slash = *c == '/' && !escaped;
            escaped = *c == '\\' && !escaped;
            slashes += usize::from(slash);
            if slash && run.get(at + 1).is_none_or(|c| *c == ')') && at > 1 {
                self.at = start + at + 1;
                let text: String = run[1..at].iter().collect();
                let place = self.place(start);
                word_pattern(&text).map_err(|problem| QueryFault { kind: QueryFaultKind::Pattern(problem), place })?;
                return Ok(Some(TokenKind::Words(Words { kind: WordsKind::Regex, text, place })));
            }
        }
        if slashes == 1 && run.iter().any(|c| c.is_alphanumeric()) {
            self.at = start + 1;
            return Err(self.fault(QueryFaultKind::UnclosedPattern, start));
        }
        Ok(None)
    }

    /// A run without spaces, brackets or quotation marks, and the value of a field after it.
    fn word(&mut self) -> Result<TokenKind, QueryFault> {
        let start = self.at;
        self.skip(|c| !is_space(c) && !is_bracket(c) && !is_quote(c));
        let text: String = self.letters[start..self.at].iter().collect();
        if let Some((name, value)) = text.split_once(':').filter(|(name, _)| is_field_name(name)) {
            let apart = value.is_empty() && self.peek().is_some_and(|c| is_quote(c) || c == '(');
            // `http://…` is an address, not a field.
            if apart || (!value.is_empty() && !value.starts_with("//")) {
                self.at = start + name.chars().count() + 1;
                return self.value(name.to_owned(), start);
            }
        }
        if is_coded(&text) {
            return Ok(TokenKind::Coded);
        }
        if let Some(operator) = operator(&text).map_err(|kind| self.fault(kind, start))? {
            return Ok(TokenKind::Operator(operator));
        }
        let form = forms::form(&text).map_err(|kind| self.fault(kind, start))?;
        Ok(form.map_or(TokenKind::Punctuation, |(kind, text)| {
            TokenKind::Words(Words { kind, text, place: self.place(start) })
        }))
    }

    /// The value of a field, from right after its colon.
    fn value(&mut self, name: String, start: usize) -> Result<TokenKind, QueryFault> {
        let (value, quoting) = match self.peek() {
            Some('(') => return Ok(TokenKind::Name(name)),
            Some(c) if is_quote(c) => (self.quoted()?, Quoting::Quoted),
            _ => {
                let from = self.at;
                self.skip(|c| !is_space(c) && !is_bracket(c) && !is_quote(c));
                (self.letters[from..self.at].iter().collect(), Quoting::Bare)
            }
        };
        Ok(TokenKind::Field(Field { name, value, quoting, place: self.place(start) }))
    }

    /// What stands between the quotation mark here and the next one, of whatever shape.
    fn quoted(&mut self) -> Result<String, QueryFault> {
        let open = self.at;
        let Some(length) = self.letters[open + 1..].iter().position(|c| is_quote(*c)) else {
            self.at = open + 1;
            return Err(self.fault(QueryFaultKind::UnclosedQuote, open));
        };
        self.at = open + length + 2;
        Ok(self.letters[open + 1..=open + length].iter().collect())
    }

    fn one(&mut self, kind: TokenKind) -> TokenKind {
        self.at += 1;
        kind
    }

    fn skip(&mut self, such: impl Fn(char) -> bool) {
        while self.peek().is_some_and(&such) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<char> {
        self.letters.get(self.at).copied()
    }

    fn place(&self, start: usize) -> PointSpan {
        PointSpan { start: narrow(start), end: narrow(self.at) }
    }

    fn fault(&self, kind: QueryFaultKind, start: usize) -> QueryFault {
        QueryFault { kind, place: self.place(start) }
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
    name.starts_with(char::is_alphabetic)
        && name.chars().all(|c| c.is_alphanumeric() || is_combining_mark(c) || c == '_')
}
