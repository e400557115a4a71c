//! Choosing quotes for the report: under which code, in which order, with which introduction, and shortened only by
//! leaving out and by replacing between square brackets.

use super::coding::{coded_place, name_of};
use super::input::PlaceInput;
use super::{Done, Refusal, Workspace};
use crate::analysis::{Study, chosen_under};
use crate::model::{CodeId, Quote, QuoteId, Verb};
use crate::store::Writing;
use crate::text::check_shortened;

/// A fragment to choose.
#[derive(Debug, Clone)]
pub struct QuoteRequest<'a> {
    /// The code, label or theme under which it is shown.
    pub code: &'a str,
    /// The transcript.
    pub transcript: &'a str,
    /// Where.
    pub place: PlaceInput,
    /// The rest.
    pub edit: QuoteEdit,
}

/// What can be said of a chosen quote; `None` leaves it alone, an empty text clears it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QuoteEdit {
    /// 1-based place among the quotes of the code.
    pub position: Option<usize>,
    /// The sentence that introduces it.
    pub introduction: Option<String>,
    /// The shortened text.
    pub report_text: Option<String>,
    /// A translation.
    pub translation: Option<String>,
}

impl Workspace {
    /// Chooses a coded fragment for the report.
    ///
    /// # Errors
    /// When the fragment is not coded with the code or one below it, or the report text says what the fragment does not.
    pub fn choose_quote(&mut self, request: &QuoteRequest<'_>, reason: &str) -> Result<Done<usize>, Refusal> {
        self.run(Verb::QuoteChoose, reason, |writing, study| {
            let number = choose(writing, study, request)?;
            writing.describe([request.code.to_owned(), request.transcript.to_owned()]);
            Ok(number)
        })
    }

    /// Changes a chosen quote, named by its 1-based number under its code.
    ///
    /// # Errors
    /// When there is no such quote, or the report text says what the fragment does not.
    pub fn edit_quote(
        &mut self,
        code: &str,
        number: usize,
        edit: &QuoteEdit,
        reason: &str,
    ) -> Result<Done<()>, Refusal> {
        self.run(Verb::QuoteEdit, reason, |writing, study| {
            let (quote, words) = numbered(writing, study, code, number)?;
            let changed = lay_over(&quote, edit, &words)?;
            writing.update(changed.clone())?;
            if let Some(position) = edit.position {
                reorder(writing, changed.code, changed.id, position)?;
            }
            writing.describe([name_of(study, quote.code), number.to_string()]);
            Ok(())
        })
    }

    /// Lets a chosen quote go; the fragment and its codes stay.
    ///
    /// # Errors
    /// When there is no such quote.
    pub fn drop_quote(&mut self, code: &str, number: usize, reason: &str) -> Result<Done<()>, Refusal> {
        self.run(Verb::QuoteDrop, reason, |writing, study| {
            let (quote, _) = numbered(writing, study, code, number)?;
            writing.delete(&quote)?;
            writing.sweep([quote.fragment])?;
            writing.describe([name_of(study, quote.code), number.to_string()]);
            Ok(())
        })
    }

    /// Chooses many quotes as one act.
    ///
    /// # Errors
    /// When any of them is refused; then none is chosen.
    pub fn choose_quotes(&mut self, requests: &[QuoteRequest<'_>], reason: &str) -> Result<Done<usize>, Refusal> {
        self.run(Verb::QuoteChoose, reason, |writing, study| {
            for request in requests {
                choose(writing, study, request)?;
            }
            writing.describe([requests.len().to_string()]);
            Ok(requests.len())
        })
    }
}

fn choose(writing: &mut Writing<'_>, study: &Study, request: &QuoteRequest<'_>) -> Result<usize, Refusal> {
    let at = study.find_code(request.code)?;
    let code = &study.codes[at];
    let (text, span, _, words) = coded_place(writing, study, request.transcript, &request.place)?;
    let below = study.with_everything_below(at);
    let not_below = || Refusal::NotBelow { code: code.name.clone() };
    let fragment = writing.fragment_at(text.row.revision, span)?.ok_or_else(not_below)?;
    let coded = writing.codings_on(fragment)?;
    if !coded.iter().any(|coding| below.iter().any(|at| study.codes[*at].id == coding.code)) {
        return Err(not_below());
    }
    let under = writing.quotes_under(code.id)?;
    let known = under.iter().find(|quote| quote.fragment == fragment).cloned();
    let blank = Quote {
        id: QuoteId::new(),
        fragment,
        code: code.id,
        rank: under.iter().map(|quote| quote.rank + 1).max().unwrap_or(0),
        introduction: String::new(),
        report_text: String::new(),
        translation: String::new(),
    };
    let quote = lay_over(known.as_ref().unwrap_or(&blank), &request.edit, &words)?;
    if known.is_some() {
        writing.update(quote.clone())?;
    } else {
        writing.insert(quote.clone())?;
    }
    if let Some(position) = request.edit.position {
        reorder(writing, code.id, quote.id, position)?;
    }
    let order = writing.quotes_under(code.id)?;
    Ok(order.iter().position(|row| row.id == quote.id).map_or(1, |at| at + 1))
}

/// Lays what is said over a quote; a report text that is the fragment itself is kept as nothing.
fn lay_over(quote: &Quote, edit: &QuoteEdit, words: &str) -> Result<Quote, Refusal> {
    let mut quote = quote.clone();
    if let Some(text) = &edit.report_text {
        let text = text.trim();
        if !text.is_empty() {
            check_shortened(words, text).map_err(Refusal::Shortened)?;
        }
        quote.report_text = if text == words { String::new() } else { text.to_owned() };
    }
    if let Some(introduction) = &edit.introduction {
        introduction.trim().clone_into(&mut quote.introduction);
    }
    if let Some(translation) = &edit.translation {
        translation.trim().clone_into(&mut quote.translation);
    }
    Ok(quote)
}

fn numbered(writing: &Writing<'_>, study: &Study, code: &str, number: usize) -> Result<(Quote, String), Refusal> {
    let at = study.find_code(code)?;
    let chosen = chosen_under(study, at);
    let found = number.checked_sub(1).and_then(|position| chosen.get(position));
    let (quote, place) =
        found.ok_or_else(|| Refusal::NoQuote { code: study.codes[at].name.clone(), number, of: chosen.len() })?;
    Ok(((*quote).clone(), writing.passage(study.places[*place].passage)?))
}

fn reorder(writing: &mut Writing<'_>, code: CodeId, id: QuoteId, position: usize) -> Result<(), Refusal> {
    let mut quotes = writing.quotes_under(code)?;
    if let Some(from) = quotes.iter().position(|quote| quote.id == id) {
        let quote = quotes.remove(from);
        quotes.insert(position.saturating_sub(1).min(quotes.len()), quote);
    }
    for (rank, quote) in (0..).zip(quotes) {
        writing.update(Quote { rank, ..quote })?;
    }
    Ok(())
}
