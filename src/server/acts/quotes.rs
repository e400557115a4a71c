//! Quotes for the report, and codings changed where they are read.

use crate::project::input::PlaceInput;
use crate::project::{QuoteEdit, QuoteRequest, TheCoding, UnknownCode};
use crate::server::answer::{Answer, Fault};
use crate::server::fields::Fields;
use crate::server::routes::Route;
use crate::server::visit::Visit;
use serde::Deserialize;

pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::act("/do/quote-choose", choose),
        Route::act("/do/quote-edit", edit),
        Route::act("/do/quote-drop", drop_quote),
        Route::act("/do/recode", recode),
        Route::act("/do/counter", counter),
    ]
}

/// A coded fragment, and what to do with it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Fragment {
    transcript: String,
    start: u32,
    end: u32,
    code: String,
    coder: String,
    /// The other code.
    to: String,
    /// Makes the other code when it does not exist.
    new: String,
    counter: String,
    reason: String,
    back: String,
}

impl Fragment {
    fn place(&self) -> PlaceInput {
        PlaceInput::Span { start: self.start, end: self.end, quote: None }
    }

    fn coding(&self) -> TheCoding<'_> {
        TheCoding { transcript: &self.transcript, place: self.place(), code: &self.code, coder: &self.coder }
    }
}

/// A chosen quote by its number, and what is said of it; what is not sent stays.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Chosen {
    code: String,
    number: usize,
    position: String,
    introduction: Option<String>,
    report: Option<String>,
    translation: Option<String>,
    reason: String,
    back: String,
}

async fn choose(visit: Visit, Fields(form): Fields<Fragment>) -> Result<Answer, Fault> {
    let (code, back) = (form.code.clone(), form.back.clone());
    let did = visit.act(move |workspace| {
        let (place, edit) = (form.place(), QuoteEdit::default());
        let request = QuoteRequest { code: &form.code, transcript: &form.transcript, place, edit };
        workspace.choose_quote(&request, &form.reason)
    });
    let did = did.await?;
    let message = (visit.messages().done.quote_chosen)(&code, did.value);
    Ok(Answer::new(message, did.entry.map(|entry| entry.number), &back))
}

async fn edit(visit: Visit, Fields(form): Fields<Chosen>) -> Result<Answer, Fault> {
    let (code, number, back) = (form.code.clone(), form.number, form.back.clone());
    let did = visit.act(move |workspace| {
        let edit = QuoteEdit {
            position: form.position.trim().parse().ok(),
            introduction: form.introduction,
            report_text: form.report,
            translation: form.translation,
        };
        workspace.edit_quote(&form.code, form.number, &edit, &form.reason)
    });
    let did = did.await?;
    let message = (visit.messages().done.quote_edited)(&code, number);
    Ok(Answer::new(message, did.entry.map(|entry| entry.number), &back))
}

async fn drop_quote(visit: Visit, Fields(form): Fields<Chosen>) -> Result<Answer, Fault> {
    let (code, number, back) = (form.code.clone(), form.number, form.back.clone());
    let did = visit.act(move |workspace| workspace.drop_quote(&form.code, form.number, &form.reason)).await?;
    let message = (visit.messages().done.quote_dropped)(&code, number);
    Ok(Answer::new(message, did.entry.map(|entry| entry.number), &back))
}

async fn recode(visit: Visit, Fields(form): Fields<Fragment>) -> Result<Answer, Fault> {
    let back = form.back.clone();
    let unknown = if form.new.is_empty() { UnknownCode::Refuse } else { UnknownCode::Make };
    let did = visit.act(move |workspace| workspace.recode(&form.coding(), &form.to, unknown, &form.reason)).await?;
    let message = (visit.messages().done.recoded)(&did.value);
    Ok(Answer::new(message, did.entry.map(|entry| entry.number), &back))
}

async fn counter(visit: Visit, Fields(form): Fields<Fragment>) -> Result<Answer, Fault> {
    let back = form.back.clone();
    let becomes = !form.counter.is_empty();
    let did = visit.act(move |workspace| workspace.set_counter(&form.coding(), becomes, &form.reason)).await?;
    let message = (visit.messages().done.countered)(&did.value.0, &did.value.1, becomes);
    Ok(Answer::new(message, did.entry.map(|entry| entry.number), &back))
}
