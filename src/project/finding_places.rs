//! From what a person typed (a quote, lines, code points) to the exact stretch of a text. A quote that is not there is
//! answered with the nearest passage, one that stands in several places with the lines; nothing is guessed.

use super::input::PlaceInput;
use super::refusal::{Outside, QuoteAmbiguous, QuoteNotFound, RowReason};
use crate::model::{PointSpan, Span, Structure};
use crate::text::{Locator, PointIndex};

/// One text with what is needed to find places in it.
#[derive(Debug)]
pub(super) struct TextInHand<'t> {
    name: &'t str,
    pub(super) text: &'t str,
    structure: &'t Structure,
    pub(super) points: PointIndex<'t>,
    locator: Locator<'t>,
}

impl<'t> TextInHand<'t> {
    pub(super) fn new(name: &'t str, text: &'t str, structure: &'t Structure) -> Self {
        Self { name, text, structure, points: PointIndex::new(text), locator: Locator::new(text) }
    }

    /// The stretch that is meant, without white space at its edges.
    pub(super) fn find(&self, place: &PlaceInput) -> Result<Span, RowReason> {
        let span = match place {
            PlaceInput::Quote { quote, occurrence } => self.quote(quote, *occurrence)?,
            PlaceInput::Span { start, end, quote } => self.points(*start, *end, quote.as_deref())?,
            PlaceInput::Lines { first, last } => self.lines(*first, *last)?,
        };
        Ok(trimmed(self.text, span))
    }

    fn line(&self, span: Span) -> usize {
        self.structure.line_of(span.start)
    }

    fn quote(&self, quote: &str, occurrence: Option<usize>) -> Result<Span, RowReason> {
        let located = self.locator.locate(quote);
        let found = located.spans();
        let chosen = match occurrence {
            Some(number) => number.checked_sub(1).and_then(|at| found.get(at)),
            None if found.len() == 1 => found.first(),
            None => None,
        };
        if let Some(span) = chosen {
            return Ok(*span);
        }
        if found.is_empty() {
            let nearest = self.locator.nearest(quote);
            return Err(RowReason::QuoteNotFound(QuoteNotFound {
                transcript: self.name.to_owned(),
                quote: quote.to_owned(),
                nearest: nearest.map(|near| (self.line(near.span), near.span.of(self.text).to_owned())),
            }));
        }
        Err(RowReason::QuoteAmbiguous(QuoteAmbiguous {
            transcript: self.name.to_owned(),
            quote: quote.to_owned(),
            lines: found.iter().map(|span| self.line(*span)).collect(),
            occurrence,
        }))
    }

    fn points(&self, start: u32, end: u32, quote: Option<&str>) -> Result<Span, RowReason> {
        let inside = self.points.to_span(PointSpan { start, end }).filter(|span| !span.of(self.text).trim().is_empty());
        let Some(span) = inside else {
            return Err(RowReason::Outside(Outside {
                transcript: self.name.to_owned(),
                asked: (start as usize, end as usize),
                length: self.points.total() as usize,
                lines: false,
            }));
        };
        let found = span.of(self.text);
        match quote {
            Some(expected) if !expected.trim().is_empty() && expected.trim() != found.trim() => {
                // The words decide where they differ only in typography; otherwise the file is of another text.
                if self.locator.locate(expected).spans().contains(&trimmed(self.text, span)) {
                    Ok(span)
                } else {
                    Err(RowReason::OtherWords {
                        transcript: self.name.to_owned(),
                        expected: expected.to_owned(),
                        found: found.to_owned(),
                    })
                }
            }
            _ => Ok(span),
        }
    }

    fn lines(&self, first: usize, last: usize) -> Result<Span, RowReason> {
        let lines = &self.structure.lines;
        let start = first.checked_sub(1).and_then(|at| lines.get(at)).map(|start| *start as usize);
        let end = lines.get(last).map_or(self.text.len(), |next| *next as usize);
        let span = start
            .filter(|start| first <= last && last <= lines.len() && *start < end)
            .and_then(|start| Span::within(self.text, start, end))
            .filter(|span| !span.of(self.text).trim().is_empty());
        span.ok_or_else(|| {
            RowReason::Outside(Outside {
                transcript: self.name.to_owned(),
                asked: (first, last),
                length: lines.len(),
                lines: true,
            })
        })
    }
}

/// The span without white space at its edges.
fn trimmed(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let start = span.start as usize + (words.len() - words.trim_start().len());
    Span::new(start, start + words.trim().len())
}
