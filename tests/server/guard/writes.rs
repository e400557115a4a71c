//! Writes: only our own pages make them, in the one shape that they have.

use super::{ORIGIN_NAME, acts, pages, right_origin, signed_in};
use crate::server::{Bench, host};
use axum::http::{Method, StatusCode};

/// Sorts of content that a browser can be made to send, and some that it cannot.
const SORTS: &[Option<&str>] = &[
    None,
    Some("application/x-www-form-urlencoded"),
    Some("application/json"),
    Some("text/plain"),
    Some("text/plain; application/x-www-form-urlencoded"),
    Some("multipart/form-data; boundary=x"),
    Some("multipart/form-data"),
    Some("application/octet-stream"),
];

/// Every origin but our own.
fn foreign() -> Vec<Vec<String>> {
    let own = right_origin();
    let one = [
        "null",
        "",
        "http://127.0.0.1",
        "http://127.0.0.1:4322",
        "http://127.0.0.1:80",
        "https://127.0.0.1:4321",
        "http://localhost:4321",
        "http://127.0.0.2:4321",
        "http://[::1]:4321",
        "http://evil.example",
        "http://evil.example:4321",
        "http://127.0.0.1:4321.evil.example",
        "http://noor@127.0.0.1:4321",
        "HTTP://127.0.0.1:4321",
        "127.0.0.1:4321",
        "http:127.0.0.1:4321",
        "file://",
        "chrome-extension://abcdefghijklmnop",
    ];
    let mut all: Vec<Vec<String>> = one.iter().map(|origin| vec![(*origin).to_owned()]).collect();
    all.push(vec![]);
    all.push(vec![format!("{own}/")]);
    all.push(vec![format!("{own} {own}")]);
    all.push(vec![format!("{own}, http://evil.example")]);
    all.push(vec![own.clone(), own.clone()]);
    all.push(vec![own.clone(), "http://evil.example".to_owned()]);
    all.push(vec!["http://evil.example".to_owned(), own]);
    all
}

#[test]
fn every_write_from_elsewhere_is_refused_whatever_it_brings() {
    let bench = Bench::example();
    let (ours, before) = (host(), bench.number());
    let mut tried = 0;
    for path in acts() {
        for origins in foreign() {
            for sort in SORTS {
                // With a page to return to as well: a refusal is said here and not there.
                for more in [&[("accept", "application/json")][..], &[("referer", "http://127.0.0.1:4321/keys")]] {
                    let origins = origins.iter().map(|origin| (ORIGIN_NAME, origin.as_str()));
                    let sort = sort.iter().map(|sort| ("content-type", *sort));
                    let more: Vec<_> = origins.chain(sort).chain(more.iter().copied()).collect();
                    let answer = bench.bare_request(&Method::POST, &path, &signed_in(&bench, &ours, &more), "back=/");
                    assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path} {more:?}");
                    tried += 1;
                }
            }
        }
    }
    assert_eq!(tried, acts().len() * foreign().len() * SORTS.len() * 2);
    assert_eq!(bench.number(), before, "nothing was done");
}

#[test]
fn our_own_pages_write_forms_and_files_only() {
    let bench = Bench::example();
    let (ours, origin) = (host(), right_origin());
    for path in acts() {
        for sort in SORTS {
            let before = bench.number();
            let sort = sort.iter().map(|sort| ("content-type", *sort));
            let more: Vec<_> =
                [(ORIGIN_NAME, origin.as_str()), ("accept", "application/json")].into_iter().chain(sort).collect();
            let status = bench.bare_request(&Method::POST, &path, &signed_in(&bench, &ours, &more), "").status;
            let form = more.contains(&("content-type", "application/x-www-form-urlencoded"));
            if form {
                // What an act makes of an empty form is its own affair: done, refused, or in need of a file.
                assert_ne!(status, StatusCode::FORBIDDEN, "{path}");
                assert!(!status.is_server_error(), "{path}: {status}");
            } else {
                assert!(status.is_client_error(), "{path} {more:?}: {status}");
                assert_eq!(bench.number(), before, "{path} {more:?}");
            }
        }
    }
}

#[test]
fn both_names_of_this_machine_write_under_their_own_name_only() {
    let bench = Bench::example();
    let names = ["127.0.0.1:4321", "localhost:4321"];
    for host in names {
        for other in names {
            let origin = format!("http://{other}");
            let more = [
                (ORIGIN_NAME, origin.as_str()),
                ("content-type", "application/x-www-form-urlencoded"),
                ("accept", "application/json"),
            ];
            let headers = signed_in(&bench, host, &more);
            let status = bench.bare_request(&Method::POST, "/do/coder", &headers, "coder=Noor").status;
            let right = if host == other { StatusCode::OK } else { StatusCode::FORBIDDEN };
            assert_eq!(status, right, "{host} {other}");
        }
    }
}

#[test]
fn the_second_lock_holds_when_the_origin_is_right() {
    let bench = Bench::example();
    let (ours, origin) = (host(), right_origin());
    for (site, right) in [("cross-site", false), ("same-site", false), ("same-origin", true), ("none", true)] {
        let more = [
            (ORIGIN_NAME, origin.as_str()),
            ("content-type", "application/x-www-form-urlencoded"),
            ("sec-fetch-site", site),
            ("accept", "application/json"),
        ];
        let answer = bench.bare_request(&Method::POST, "/do/coder", &signed_in(&bench, &ours, &more), "coder=Noor");
        assert_eq!(answer.status == StatusCode::OK, right, "{site}: {}", answer.status);
        assert!(right || answer.status == StatusCode::FORBIDDEN, "{site}: {}", answer.status);
    }
}

#[test]
fn no_other_method_does_anything() {
    let bench = Bench::example();
    let (ours, origin, before) = (host(), right_origin(), bench.number());
    let odd = [Method::PUT, Method::PATCH, Method::DELETE, Method::OPTIONS, Method::TRACE, Method::CONNECT];
    let named = ["PROPFIND", "get", "POST1"].map(|name| Method::from_bytes(name.as_bytes()).unwrap());
    for path in pages().into_iter().chain(acts()) {
        for method in odd.iter().chain(&named) {
            for right in [true, false] {
                let more = [(ORIGIN_NAME, if right { origin.as_str() } else { "http://evil.example" })];
                let answer = bench.bare_request(method, &path, &signed_in(&bench, &ours, &more), "");
                let refused = if right { StatusCode::METHOD_NOT_ALLOWED } else { StatusCode::FORBIDDEN };
                assert_eq!(answer.status, refused, "{method} {path}");
                let allows = |name: &&axum::http::HeaderName| name.as_str().starts_with("access-control-");
                assert!(answer.headers.keys().find(allows).is_none(), "{method} {path}");
            }
        }
    }
    // A changing address does not answer to a link, and a page not to a form.
    for path in acts() {
        assert_eq!(bench.get(&path).status, StatusCode::METHOD_NOT_ALLOWED, "{path}");
    }
    for path in pages() {
        assert_eq!(bench.post(&path, "").status, StatusCode::METHOD_NOT_ALLOWED, "{path}");
    }
    assert_eq!(bench.number(), before);
}

/// A page of another port on this machine is of the same site, so that it gets our cookie: what it asks to embed is
/// refused. A link to a page of ours still works.
#[test]
fn other_pages_may_link_here_and_embed_nothing() {
    let bench = Bench::example();
    let ours = host();
    for site in ["cross-site", "same-site"] {
        for (mode, to) in [
            ("no-cors", "image"),
            ("no-cors", "script"),
            ("cors", "empty"),
            ("navigate", "iframe"),
            ("navigate", "embed"),
            ("websocket", "websocket"),
        ] {
            let more = [("sec-fetch-site", site), ("sec-fetch-mode", mode), ("sec-fetch-dest", to)];
            for path in pages().into_iter().chain(["/live".to_owned()]) {
                let answer = bench.bare_request(&Method::GET, &path, &signed_in(&bench, &ours, &more), "");
                assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path} {more:?}");
            }
        }
        let link = [("sec-fetch-site", site), ("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "document")];
        let answer = bench.bare_request(&Method::GET, "/keys", &signed_in(&bench, &ours, &link), "");
        assert_eq!(answer.status, StatusCode::OK, "{site}");
    }
    for (site, mode, to) in
        [("same-origin", "cors", "empty"), ("same-origin", "no-cors", "style"), ("none", "navigate", "document")]
    {
        let own = [("sec-fetch-site", site), ("sec-fetch-mode", mode), ("sec-fetch-dest", to)];
        let answer = bench.bare_request(&Method::GET, "/keys", &signed_in(&bench, &ours, &own), "");
        assert_eq!(answer.status, StatusCode::OK, "{site} {mode} {to}");
    }
}
