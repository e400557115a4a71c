//! What goes back: a page, a piece of one, the outcome of an act, or why something could not be. Outcomes are said to a
//! script as JSON and to a plain form as a sentence on the page it came from; [`explain`] decides which.

use super::frame::plain_page;
use super::sessions::Session;
use super::visit::language;
use super::workbench::Workbench;
use crate::analysis::Unknown;
use crate::language::{Message, messages, workbench_words};
use crate::model::Language;
use crate::project::Refusal;
use crate::store::StoreError;
use axum::extract::{Request, State};
use axum::http::header::{ACCEPT, CONTENT_DISPOSITION, CONTENT_TYPE, HeaderValue, LOCATION};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use serde_json::{Value, json};
use std::sync::Arc;

/// A page or a piece of one.
pub(super) struct Page(String);

impl Page {
    /// Fills a template.
    pub(super) fn of(template: &impl askama::Template) -> Result<Self, Fault> {
        template.render().map(Self).map_err(|_| Fault::broken())
    }
}

impl IntoResponse for Page {
    fn into_response(self) -> Response {
        Html(self.0).into_response()
    }
}

/// A file to keep.
pub(super) struct Download {
    /// Name that the browser proposes.
    pub(super) name: String,
    /// Its sort: `text/csv; charset=utf-8`.
    pub(super) sort: &'static str,
    /// What is in it.
    pub(super) content: Vec<u8>,
}

impl IntoResponse for Download {
    fn into_response(self) -> Response {
        let escaped = percent_encoding::utf8_percent_encode(&self.name, percent_encoding::NON_ALPHANUMERIC);
        let disposition = HeaderValue::try_from(format!("attachment; filename*=UTF-8''{escaped}"));
        let mut response = self.content.into_response();
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(self.sort));
        if let Ok(disposition) = disposition {
            response.headers_mut().insert(CONTENT_DISPOSITION, disposition);
        }
        response
    }
}

/// The outcome of an act.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    message: Message,
    entry: Option<i64>,
    back: String,
    data: Value,
}

impl Answer {
    /// Says what was done. `back` is the page that a form without script returns to.
    pub(super) fn new(message: Message, entry: Option<i64>, back: &str) -> Self {
        Self { message: without_commands(message), entry, back: own_address(back), data: Value::Null }
    }

    /// With something more for the script.
    pub(super) fn with(mut self, data: Value) -> Self {
        self.data = data;
        self
    }
}

/// Advice to type a command is of no use in a browser.
pub(super) fn without_commands(mut message: Message) -> Message {
    message.hints.retain(|hint| !hint.contains('`'));
    message
}

/// An address on this server, or the first page.
fn own_address(typed: &str) -> String {
    if is_own(typed) { typed.to_owned() } else { "/".to_owned() }
}

/// Whether an address is one on this server.
pub(super) fn is_own(typed: &str) -> bool {
    typed.starts_with('/') && !typed.starts_with("//") && !typed.contains(['\\', '\r', '\n', '\t'])
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let mut response = StatusCode::OK.into_response();
        response.extensions_mut().insert(Outcome::Done(self));
        response
    }
}

/// Why something could not be.
#[derive(Debug, Clone)]
pub(super) struct Fault {
    status: StatusCode,
    why: Why,
}

#[derive(Debug, Clone)]
enum Why {
    Refused(Arc<Refusal>),
    Said(Message),
    NoSession,
    NoProject,
    OtherProject,
    Foreign,
    NotAForm,
    BadFields,
    TooMuch,
    NothingHere,
    Broken,
}

#[derive(Debug, Clone)]
enum Outcome {
    Done(Answer),
    Fault(Fault),
}

impl Fault {
    /// The browser has not been let in.
    pub(super) fn no_session() -> Self {
        Self { status: StatusCode::FORBIDDEN, why: Why::NoSession }
    }

    /// No project is open.
    pub(super) fn no_project() -> Self {
        Self { status: StatusCode::CONFLICT, why: Why::NoProject }
    }

    /// The page is of a project that is not open any more.
    pub(super) fn other_project() -> Self {
        Self { status: StatusCode::CONFLICT, why: Why::OtherProject }
    }

    /// Another page tried to write.
    pub(super) fn foreign() -> Self {
        Self { status: StatusCode::FORBIDDEN, why: Why::Foreign }
    }

    pub(super) fn not_a_form() -> Self {
        Self { status: StatusCode::UNSUPPORTED_MEDIA_TYPE, why: Why::NotAForm }
    }

    pub(super) fn bad_fields() -> Self {
        Self { status: StatusCode::BAD_REQUEST, why: Why::BadFields }
    }

    pub(super) fn too_much(status: StatusCode) -> Self {
        Self { status, why: Why::TooMuch }
    }

    pub(super) fn nothing_here() -> Self {
        Self { status: StatusCode::NOT_FOUND, why: Why::NothingHere }
    }

    pub(super) fn broken() -> Self {
        Self { status: StatusCode::INTERNAL_SERVER_ERROR, why: Why::Broken }
    }

    /// What is said of it; wrong rows are rows of the file of that name.
    pub(super) fn message(&self, tongue: Language, file: &str) -> Message {
        let words = &workbench_words(tongue).frame;
        match &self.why {
            Why::Refused(refusal) => without_commands(match refusal.as_ref() {
                Refusal::Rows(rows) if !file.is_empty() => (messages(tongue).rows)(file, rows),
                other => (messages(tongue).refusal)(other),
            }),
            Why::Said(message) => message.clone(),
            Why::NoSession => plain(words.no_session),
            Why::NoProject => plain(words.no_project),
            Why::OtherProject => plain(words.other_project_open),
            Why::Foreign => plain(words.foreign),
            Why::NotAForm | Why::BadFields => plain(words.bad_fields),
            Why::TooMuch => plain(words.too_much),
            Why::NothingHere => plain(words.nothing_here),
            Why::Broken => plain(words.broken),
        }
    }

    /// Something that this room refuses by itself.
    pub(super) fn said(message: Message) -> Self {
        Self { status: StatusCode::UNPROCESSABLE_ENTITY, why: Why::Said(message) }
    }
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Self {
        let status = match &refusal {
            Refusal::Store(
                StoreError::Damaged(_) | StoreError::Database(_) | StoreError::File(_) | StoreError::Full,
            ) => StatusCode::INTERNAL_SERVER_ERROR,
            Refusal::Unknown(_) => StatusCode::NOT_FOUND,
            _ => StatusCode::CONFLICT,
        };
        Self { status, why: Why::Refused(Arc::new(refusal)) }
    }
}

impl From<Unknown> for Fault {
    fn from(unknown: Unknown) -> Self {
        Refusal::from(unknown).into()
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(Outcome::Fault(self));
        response
    }
}

/// What answers where nothing is.
pub(super) async fn nothing_here() -> Fault {
    Fault::nothing_here()
}

/// Says outcomes in the language of the workbench: as JSON to a script, else as a page or on the page before.
pub(super) async fn explain(State(workbench): State<Arc<Workbench>>, request: Request, next: Next) -> Response {
    let script = wants_json(request.headers());
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let from = request.headers().get("referer").and_then(|from| from.to_str().ok()).map(path_of).unwrap_or_default();
    let mut response = next.run(request).await;
    match response.extensions_mut().remove::<Outcome>() {
        None => response,
        Some(Outcome::Done(answer)) if script => axum::Json(json!({
            "message": answer.message.what,
            "details": answer.message.detail,
            "hints": answer.message.hints,
            "entry": answer.entry,
            "data": answer.data,
        }))
        .into_response(),
        Some(Outcome::Done(answer)) => {
            let said = answer.message.lines().collect::<Vec<_>>().join("\n");
            if let Some(session) = response.extensions().get::<Arc<Session>>() {
                session.leave(said, false);
            }
            see_other(&answer.back)
        }
        Some(Outcome::Fault(fault)) => {
            let tongue = language(&workbench);
            let words = &workbench_words(tongue).frame;
            let message = fault.message(tongue, "");
            if script {
                let body = json!({ "error": message.what, "details": message.detail, "hints": message.hints });
                return (fault.status, axum::Json(body)).into_response();
            }
            if matches!(fault.why, Why::NoProject) && reads {
                return see_other("/start");
            }
            let session = response.extensions().get::<Arc<Session>>();
            let foreign = matches!(fault.why, Why::Foreign);
            if let (false, false, false, Some(session)) = (foreign, reads, from.is_empty(), session) {
                session.leave(message.lines().collect::<Vec<_>>().join("\n"), true);
                return see_other(&own_address(&from));
            }
            let styled = !matches!(fault.why, Why::NoSession);
            (fault.status, Html(plain_page(words, tongue, &message, styled))).into_response()
        }
    }
}

fn plain(said: &str) -> Message {
    Message { what: said.to_owned(), ..Message::default() }
}

fn wants_json(headers: &HeaderMap) -> bool {
    headers
        .get(ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_some_and(|accept| accept.contains("application/json"))
}

/// The path of an address, with its question.
fn path_of(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.find('/').map_or_else(String::new, |at| rest[at..].to_owned())
}

/// On to another page, which is asked for with GET.
pub(super) fn see_other(to: &str) -> Response {
    let mut response = StatusCode::SEE_OTHER.into_response();
    if let Ok(to) = HeaderValue::try_from(to) {
        response.headers_mut().insert(LOCATION, to);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_returns_to_our_own_pages_only() {
        for (typed, address) in [
            ("/codebook?x=1", "/codebook?x=1"),
            ("//evil.example/", "/"),
            ("/\\evil.example", "/"),
            ("https://evil.example/", "/"),
            ("", "/"),
            ("/a\r\nSet-Cookie: x", "/"),
        ] {
            assert_eq!(own_address(typed), address, "{typed}");
        }
        assert_eq!(path_of("http://127.0.0.1:4000/transcripts/a?b=c"), "/transcripts/a?b=c");
        assert_eq!(path_of("http://127.0.0.1:4000"), "");
    }
}
