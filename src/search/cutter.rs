//! Feeds the words of a unit to tantivy, as they are (surface) or as their stems. Both layers count the same words, so a
//! word has the same position in both.

use super::stems::Stems;
use crate::text::fold::fold_into;
use crate::text::words::{Spans, core};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

/// Cuts texts for one layer of the index.
#[derive(Debug, Clone)]
pub(super) struct Cutter {
    stems: Option<Stems>,
}

impl Cutter {
    /// Words as they stand, folded.
    pub(super) fn surface() -> Self {
        Self { stems: None }
    }

    /// The stems of the words.
    pub(super) fn stems() -> Self {
        Self { stems: Some(Stems::new()) }
    }
}

impl Tokenizer for Cutter {
    type TokenStream<'a> = Cut<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Cut<'a> {
        Cut {
            text,
            spans: Spans::new(text),
            stems: self.stems.as_mut(),
            folded: String::new(),
            token: Token::default(),
        }
    }
}

/// The words of one text on their way into the index.
pub(super) struct Cut<'a> {
    text: &'a str,
    spans: Spans<'a>,
    stems: Option<&'a mut Stems>,
    folded: String,
    token: Token,
}

impl TokenStream for Cut<'_> {
    fn advance(&mut self) -> bool {
        let Some(span) = self.spans.next() else { return false };
        self.token.text.clear();
        match &mut self.stems {
            None => fold_into(core(self.text, span), &mut self.token.text),
            Some(stems) => {
                self.folded.clear();
                fold_into(core(self.text, span), &mut self.folded);
                stems.stem_into(&self.folded, &mut self.token.text);
            }
        }
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
