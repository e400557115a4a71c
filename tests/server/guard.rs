//! Who gets in and who does not. The list of routes is walked, so that no address can be forgotten.
//!
//! - `doors` names of hosts, keys and cookies
//! - `writes` every route, origin and sort of content against each other, and what a page elsewhere may embed
//! - `headers` what lies over every answer, and limits on what is sent

mod doors;
mod headers;
mod writes;

use super::{Answer, Bench, host};
use axum::body::Body;
use axum::http::header::{COOKIE, HOST, ORIGIN};
use axum::http::{Method, Request};

/// A route's address with something in every place that is named.
fn filled(path: &str) -> String {
    let parts = path.split('/').map(|part| match part {
        "{*file}" => "look.css",
        named if named.starts_with('{') => "casus1-jan-start",
        plain => plain,
    });
    parts.collect::<Vec<_>>().join("/")
}

/// Every address that is read, without the stream, which does not end.
fn pages() -> Vec<String> {
    let reads = codeboom::server::routes().into_iter().filter(|route| route.method == Method::GET);
    reads.map(|route| filled(route.path)).filter(|path| path != "/live").collect()
}

/// Every address that changes something.
fn acts() -> Vec<String> {
    let writes = codeboom::server::routes().into_iter().filter(|route| route.method == Method::POST);
    writes.map(|route| filled(route.path)).collect()
}

impl Bench {
    /// A request with these headers and no others.
    fn bare_request(&self, method: &Method, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request.body(Body::from(body.to_owned())).unwrap())
    }

    /// The number of the last history entry, as a page says it.
    fn number(&self) -> String {
        let page = self.get("/keys").body;
        let (_, rest) = page.split_once("data-number=\"").unwrap();
        rest.split_once('"').unwrap().0.to_owned()
    }
}

/// The headers of a signed-in browser, with another origin.
fn signed_in<'h>(bench: &'h Bench, host: &'h str, more: &[(&'h str, &'h str)]) -> Vec<(&'h str, &'h str)> {
    [&[(HOST.as_str(), host), (COOKIE.as_str(), bench.cookie.as_str())], more].concat()
}

fn right_origin() -> String {
    format!("http://{}", host())
}

/// The name of the header, for tables.
const ORIGIN_NAME: &str = "origin";

#[test]
fn the_list_of_routes_is_what_these_tests_walk() {
    assert!(pages().len() >= 4, "{:?}", pages());
    assert!(acts().len() >= 6, "{:?}", acts());
    assert!(acts().iter().all(|path| path.starts_with("/do/")), "{:?}", acts());
    assert!(pages().iter().all(|path| !path.starts_with("/do/")), "{:?}", pages());
    assert_eq!(ORIGIN.as_str(), ORIGIN_NAME);
}
