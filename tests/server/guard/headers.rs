//! What lies over every answer, and how much may be sent.

use super::{acts, pages, right_origin, signed_in};
use crate::server::{Answer, Bench, host};
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY};
use axum::http::{Method, StatusCode};

/// The policy as a browser reads it.
fn directives(answer: &Answer) -> Vec<(String, Vec<String>)> {
    let policy = answer.headers[CONTENT_SECURITY_POLICY].to_str().unwrap();
    let parts = policy.split(';').map(|part| part.split_whitespace().map(str::to_owned).collect::<Vec<_>>());
    parts.filter(|part| !part.is_empty()).map(|mut part| (part.remove(0), part)).collect()
}

fn is_guarded(answer: &Answer, what: &str) {
    let directives = directives(answer);
    let of = |name: &str| {
        let found: Vec<_> = directives.iter().filter(|(known, _)| known == name).collect();
        assert_eq!(found.len(), 1, "{what}: {name}");
        found[0].1.join(" ")
    };
    for (name, value) in [
        ("default-src", "'none'"),
        ("script-src", "'self'"),
        ("style-src", "'self'"),
        ("base-uri", "'none'"),
        ("form-action", "'self'"),
        ("frame-ancestors", "'none'"),
        ("require-trusted-types-for", "'script'"),
        ("trusted-types", "codeboom"),
    ] {
        assert_eq!(of(name), value, "{what}: {name}");
    }
    for (name, values) in &directives {
        for loose in ["unsafe", "data:", "blob:", "http:", "https:", "*", "nonce", "sha256"] {
            assert!(!values.iter().any(|value| value.contains(loose)), "{what}: {name} {values:?}");
        }
    }
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        let all: Vec<_> = answer.headers.get_all(name).iter().collect();
        assert_eq!(all, [value], "{what}: {name}");
    }
    assert!(["same-origin", "no-referrer"].contains(&answer.headers[REFERRER_POLICY].to_str().unwrap()), "{what}");
    assert!(!answer.headers.keys().any(|name| name.as_str().starts_with("access-control-")), "{what}: no CORS");
    let kept = answer.headers[CACHE_CONTROL].to_str().unwrap();
    if what.starts_with("GET /assets/") && answer.status == StatusCode::OK {
        assert!(kept.contains("immutable") && kept.contains("private"), "{what}: {kept}");
    } else {
        assert_eq!(kept, "no-store", "{what}");
    }
}

#[test]
fn the_same_headers_lie_over_every_answer() {
    let bench = Bench::example();
    let (ours, origin) = (host(), right_origin());
    let form = [("origin", origin.as_str()), ("content-type", "application/x-www-form-urlencoded")];
    let json = [&form[..], &[("accept", "application/json")]].concat();
    let get = |path: &str, headers: &[(&str, &str)]| bench.bare_request(&Method::GET, path, headers, "");
    for path in pages() {
        is_guarded(&bench.get(&path), &format!("GET {path}"));
        is_guarded(&get(&path, &[("host", &ours)]), &format!("no cookie, GET {path}"));
        is_guarded(&get(&path, &[("host", "evil.example")]), &format!("other host, GET {path}"));
        is_guarded(&bench.post(&path, ""), &format!("POST {path}"));
    }
    for path in acts() {
        for headers in [&form[..], &json] {
            for body in ["", "=&%&&a=%ff"] {
                let headers = signed_in(&bench, &ours, headers);
                is_guarded(&bench.bare_request(&Method::POST, &path, &headers, body), &format!("POST {path} {body}"));
            }
        }
        is_guarded(&bench.bare_request(&Method::POST, &path, &[("host", &ours)], ""), &format!("foreign POST {path}"));
    }
    for path in ["/nergens", "/assets/x/geen.js", "/assets/x/../../Cargo.toml", "/assets/x/%2e%2e/Cargo.toml", "/do/x"]
    {
        let answer = bench.get(path);
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        is_guarded(&answer, &format!("nothing there, GET {path}"));
    }
    let key = format!("/key/{}", "0".repeat(64));
    is_guarded(&get(&key, &[("host", &ours)]), "unknown key");
    is_guarded(&bench.get(&key), "unknown key with a cookie");
}

#[test]
fn every_answer_says_what_sort_it_is() {
    let bench = Bench::example();
    let sorts =
        ["text/html", "text/css", "application/json", "application/zip", "text/csv", "text/markdown", "text/plain"];
    for path in pages() {
        let answer = bench.get(&path);
        if answer.status.is_success() {
            let sort = answer.headers[CONTENT_TYPE].to_str().unwrap();
            assert!(sorts.iter().any(|known| sort.starts_with(known)), "{path}: {sort}");
            assert!(!sort.starts_with("text/") || sort.contains("charset=utf-8"), "{path}: {sort}");
        } else {
            assert!(!answer.status.is_server_error(), "{path}: {}", answer.status);
        }
    }
}

#[test]
fn what_is_sent_has_a_limit() {
    let bench = Bench::example();
    let before = bench.number();
    // More than a form may hold, and more than any file of an interview.
    let form = format!("reason={}", "x".repeat(4 << 20));
    for path in acts() {
        let refused = bench.post(&path, &form).status;
        // An act that takes files takes no such form.
        assert!(
            [StatusCode::PAYLOAD_TOO_LARGE, StatusCode::UNSUPPORTED_MEDIA_TYPE, StatusCode::BAD_REQUEST]
                .contains(&refused),
            "{path}: {refused}"
        );
    }
    assert_eq!(bench.post("/do/undo", &form).status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(bench.number(), before);
}

#[test]
fn files_that_are_sent_have_a_limit() {
    let bench = Bench::example();
    let file = "x".repeat(70 << 20);
    let part = "Content-Disposition: form-data; name=\"file\"; filename=\"lang.txt\"";
    let body = format!("--grens\r\n{part}\r\n\r\n{file}\r\n--grens--\r\n");
    let (ours, origin) = (host(), right_origin());
    let headers = [
        ("origin", origin.as_str()),
        ("content-type", "multipart/form-data; boundary=grens"),
        ("accept", "application/json"),
    ];
    let answer = bench.bare_request(&Method::POST, "/do/upload", &signed_in(&bench, &ours, &headers), &body);
    let refused = [StatusCode::PAYLOAD_TOO_LARGE, StatusCode::UNPROCESSABLE_ENTITY];
    assert!(refused.contains(&answer.status), "{}: {}", answer.status, answer.body);
    assert!(answer.json()["error"].as_str().is_some_and(|said| !said.is_empty()));
}

#[test]
fn no_page_leads_elsewhere_because_its_address_says_so() {
    let bench = Bench::example();
    let code = "code=schaamte&into=schaamte&transcript=casus1-jan-start&start=20&end=40&q=buren";
    for foreign in ["https://evil.example/a", "//evil.example/a", "/\\evil.example/a", "javascript:alert(1)"] {
        let asked = foreign.replace(':', "%3A").replace('/', "%2F").replace('\\', "%5C");
        for path in pages() {
            let answer = bench.get(&format!("{path}?back={asked}&{code}"));
            let led: Vec<&str> =
                answer.body.split("href=\"").skip(1).filter(|rest| rest.starts_with(foreign)).collect();
            assert!(led.is_empty(), "{path} leads to {foreign}");
            assert!(!answer.body.contains(&format!("data-back=\"{foreign}")), "{path} leads to {foreign} by script");
        }
    }
}
