//! Feeds a unit to tantivy: its words as they are written (folded), or the keys that stand at them. Both count the same
//! words, so a position means the same in both.

use super::keys::{Key, keys};
use crate::text::fold::fold_into;
use crate::text::words::{Spans, Word, core, words};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

/// Cuts texts into words.
#[derive(Debug, Clone)]
pub(super) struct WordCutter;

impl Tokenizer for WordCutter {
    type TokenStream<'a> = Cut<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Cut<'a> {
        Cut { text, spans: Spans::new(text), token: Token::default() }
    }
}

/// The words of one text on their way into the index.
pub(super) struct Cut<'a> {
    text: &'a str,
    spans: Spans<'a>,
    token: Token,
}

impl TokenStream for Cut<'_> {
    fn advance(&mut self) -> bool {
        let Some(span) = self.spans.next() else { return false };
        self.token.text.clear();
        fold_into(core(self.text, span), &mut self.token.text);
        // A new token begins at position `usize::MAX`, one before the first.
        self.token.position = self.token.position.wrapping_add(1);
        self.token.offset_from = span.range().start;
        self.token.offset_to = span.range().end;
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

/// Finds the keys of texts.
#[derive(Debug, Clone)]
pub(super) struct KeyCutter;

impl Tokenizer for KeyCutter {
    type TokenStream<'a> = Keys;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Keys {
        let words: Vec<Word<'_>> = words(text).collect();
        Keys { keys: keys(text, &words).into_iter(), token: Token::default() }
    }
}

/// The keys of one text on their way into the index.
pub(super) struct Keys {
    keys: std::vec::IntoIter<Key>,
    token: Token,
}

impl TokenStream for Keys {
    fn advance(&mut self) -> bool {
        let Some(key) = self.keys.next() else { return false };
        self.token = Token { position: key.at, text: key.term, ..Token::default() };
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}
