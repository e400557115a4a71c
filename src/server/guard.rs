//! Who may ask anything at all. A page in another tab, a name that was made to point at this machine, a program of
//! another person on it: none of them gets a word of an interview or changes one. The order matters: a request is
//! refused by its Host before its key is looked at, so that a refused request uses nothing up.

use super::answer::Fault;
use super::sessions::Session;
use super::workbench::Workbench;
use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, COOKIE, HOST, HeaderName, HeaderValue, ORIGIN, REFERRER_POLICY, SET_COOKIE,
    X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use std::sync::Arc;

/// Where keys are handed in.
pub(super) const KEYS: &str = "/key/";

/// Everything from this server alone, nothing inline, and strings become markup in one named place only.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; \
    connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; \
    require-trusted-types-for 'script'; trusted-types codeboom";

/// Lets in only requests that name this server as their own page would.
pub(super) async fn host(State(workbench): State<Arc<Workbench>>, request: Request, next: Next) -> Response {
    if !names_us(&workbench, &request) {
        return StatusCode::MISDIRECTED_REQUEST.into_response();
    }
    next.run(request).await
}

fn allowed_hosts(workbench: &Workbench) -> [String; 2] {
    [format!("127.0.0.1:{}", workbench.port), format!("localhost:{}", workbench.port)]
}

/// Exactly one Host, byte for byte one of ours, and no other authority in the address asked for.
fn names_us(workbench: &Workbench, request: &Request) -> bool {
    let ours = allowed_hosts(workbench);
    let mut hosts = request.headers().get_all(HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else { return false };
    let known = |name: &[u8]| ours.iter().any(|host| host.as_bytes() == name);
    known(host.as_bytes()) && request.uri().authority().is_none_or(|asked| known(asked.as_str().as_bytes()))
}

/// Hands in keys, finds the browser, and refuses whoever has neither.
pub(super) async fn session(State(workbench): State<Arc<Workbench>>, mut request: Request, next: Next) -> Response {
    let name = cookie_name(workbench.port);
    let found = cookies(request.headers(), &name).find_map(|value| workbench.sessions.find(value));
    if let Some(key) = request.uri().path().strip_prefix(KEYS) {
        return hand_in(&workbench, request.method(), key, found.as_ref(), &name);
    }
    let Some(session) = found else { return Fault::no_session().into_response() };
    request.extensions_mut().insert(Arc::clone(&session));
    let mut response = next.run(request).await;
    // What is said on the next page is left with the browser.
    response.extensions_mut().insert(session);
    response
}

fn hand_in(workbench: &Workbench, method: &Method, key: &str, session: Option<&Arc<Session>>, name: &str) -> Response {
    if method != Method::GET {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    if session.is_some() {
        return Redirect::to("/").into_response();
    }
    let Some(cookie) = workbench.sessions.redeem(key) else { return Fault::no_session().into_response() };
    let cookie = format!("{name}={cookie}; HttpOnly; SameSite=Strict; Path=/");
    let mut response = Redirect::to("/").into_response();
    if let Ok(value) = HeaderValue::try_from(cookie) {
        response.headers_mut().insert(SET_COOKIE, value);
    }
    response
}

/// Cookies belong to a host, not to a port: two workbenches on one machine must not overwrite each other's.
fn cookie_name(port: u16) -> String {
    format!("codeboom-{port}")
}

fn cookies<'h>(headers: &'h HeaderMap, name: &'h str) -> impl Iterator<Item = &'h str> {
    let lines = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
    let pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.filter(move |(known, _)| *known == name).map(|(_, value)| value)
}

/// Lets only our own pages write: the Origin must be there, and be the one under which the request came. Pages of
/// others may link here, and embed nothing.
pub(super) async fn origin(State(workbench): State<Arc<Workbench>>, request: Request, next: Next) -> Response {
    if !reads(request.method()) {
        let host = request.headers().get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
        let mut origins = request.headers().get_all(ORIGIN).iter();
        let (first, second) = (origins.next(), origins.next());
        let ours = allowed_hosts(&workbench).iter().any(|known| known == host)
            && first.is_some_and(|origin| origin.as_bytes() == format!("http://{host}").as_bytes());
        if !ours || second.is_some() {
            return Fault::foreign().into_response();
        }
    }
    if embedded(request.headers()) {
        return Fault::foreign().into_response();
    }
    next.run(request).await
}

/// Whether a browser says that a page from elsewhere asks, and not a person who follows a link. A page of another port
/// on this machine is of the same site, so that its requests carry our cookie.
fn embedded(headers: &HeaderMap) -> bool {
    let is = |name: &str, value: &str| headers.get(name).is_some_and(|said| said.as_bytes() == value.as_bytes());
    let elsewhere = is("sec-fetch-site", "cross-site") || is("sec-fetch-site", "same-site");
    elsewhere && !(is("sec-fetch-mode", "navigate") && is("sec-fetch-dest", "document"))
}

fn reads(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD)
}

/// Lays the same headers over every answer.
pub(super) async fn headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| headers.insert(name, HeaderValue::from_static(value));
    set(CONTENT_SECURITY_POLICY, POLICY);
    set(X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(X_FRAME_OPTIONS, "DENY");
    set(REFERRER_POLICY, "same-origin");
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    set(HeaderName::from_static("permissions-policy"), "camera=(), microphone=(), geolocation=()");
    headers.entry(CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}
