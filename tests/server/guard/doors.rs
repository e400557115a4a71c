//! Hosts, keys and cookies.

use super::{acts, pages, signed_in};
use crate::server::{Bench, PORT, host};
use axum::body::Body;
use axum::http::header::{HOST, LOCATION, SET_COOKIE};
use axum::http::{HeaderValue, Method, Request, StatusCode};

/// What a rebound name, a proxy or a program of somebody else could put in the Host field.
const FORGED: &[&str] = &[
    "",
    " ",
    "evil.example",
    "evil.example:4321",
    "127.0.0.1",
    "127.0.0.1:80",
    "127.0.0.1:04321",
    "127.0.0.1:4321.",
    "127.0.0.1.:4321",
    "127.0.0.1:4321:4321",
    "127.0.0.1:4322",
    "127.0.0.1:4321, evil.example",
    "127.0.0.1:4321 evil.example",
    "127.0.0.1:4321/",
    "127.0.0.1:4321#evil.example",
    "127.0.0.1:4321@evil.example",
    "evil.example@127.0.0.1:4321",
    "noor:geheim@127.0.0.1:4321",
    "http://127.0.0.1:4321",
    "//127.0.0.1:4321",
    "127.0.0.1.evil.example:4321",
    "127.1:4321",
    "127.0.0.2:4321",
    "0.0.0.0:4321",
    "2130706433:4321",
    "0x7f000001:4321",
    "0177.0.0.1:4321",
    "[::1]:4321",
    "[::ffff:127.0.0.1]:4321",
    "LOCALHOST:4321",
    "Localhost:4321",
    "localhost",
    "localhost.:4321",
    "localhost.localdomain:4321",
    "localhost:4321.evil.example",
    "xlocalhost:4321",
    "localhost\t:4321",
    "127.0.0.1%00:4321",
    "１２７.0.0.1:4321",
];

fn key_of(bench: &Bench) -> String {
    bench.workbench.invitation().split_once(&format!(":{PORT}")).unwrap().1.to_owned()
}

fn with_hosts(path: &str, hosts: &[&str]) -> Option<Request<Body>> {
    let mut request = Request::get(path).body(Body::empty()).unwrap();
    for host in hosts {
        request.headers_mut().append(HOST, HeaderValue::from_bytes(host.as_bytes()).ok()?);
    }
    Some(request)
}

#[test]
fn a_host_that_is_not_ours_gets_nothing_and_uses_no_key_up() {
    assert!(FORGED.len() >= 20);
    let bench = Bench::example();
    let key = key_of(&bench);
    for forged in FORGED {
        let answer = bench.send(with_hosts(&key, &[forged]).unwrap_or_else(|| panic!("{forged:?}")));
        assert_eq!((answer.status, answer.body.as_str()), (StatusCode::MISDIRECTED_REQUEST, ""), "{forged:?}");
        assert!(!answer.headers.contains_key(SET_COOKIE), "{forged:?}");
        for path in pages() {
            let answer = bench.bare_request(&Method::GET, &path, &signed_in(&bench, forged, &[]), "");
            let got = (answer.status, answer.body.as_str());
            assert_eq!(got, (StatusCode::MISDIRECTED_REQUEST, ""), "{forged:?} {path}");
        }
        let origin = format!("http://{forged}");
        for path in acts() {
            let headers = [("origin", origin.as_str()), ("content-type", "application/x-www-form-urlencoded")];
            let answer = bench.bare_request(&Method::POST, &path, &signed_in(&bench, forged, &headers), "");
            assert_eq!(answer.status, StatusCode::MISDIRECTED_REQUEST, "{forged:?} {path}");
        }
    }
    let ours = host();
    for several in [vec![], vec![ours.as_str(), "evil.example"], vec!["evil.example", &ours], vec![&ours, &ours]] {
        let answer = bench.send(with_hosts(&key, &several).unwrap());
        assert_eq!(answer.status, StatusCode::MISDIRECTED_REQUEST, "{several:?}");
    }
    for target in ["http://evil.example", "http://127.0.0.1:4322", "http://noor@127.0.0.1:4321", "https://[::1]:4321"] {
        let answer = bench.send(with_hosts(&format!("{target}{key}"), &[&ours]).unwrap());
        assert_eq!(answer.status, StatusCode::MISDIRECTED_REQUEST, "{target}");
    }
    let answer = bench.send(with_hosts(&key, &[&ours]).unwrap());
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "the key still opens");
    assert!(answer.headers.contains_key(SET_COOKIE));
}

#[test]
fn both_names_of_this_machine_are_ours() {
    let bench = Bench::example();
    for host in [format!("127.0.0.1:{PORT}"), format!("localhost:{PORT}")] {
        let answer = bench.bare_request(&Method::GET, "/keys", &signed_in(&bench, &host, &[]), "");
        assert_eq!(answer.status, StatusCode::OK, "{host}");
        let absolute = format!("http://{host}/keys");
        let answer = bench.bare_request(&Method::GET, &absolute, &signed_in(&bench, &host, &[]), "");
        assert_eq!(answer.status, StatusCode::OK, "{absolute}");
    }
}

#[test]
fn a_key_opens_once_and_its_cookie_opens_every_page() {
    let bench = Bench::example();
    let invitation = bench.workbench.invitation();
    let (address, token) = invitation.rsplit_once('/').unwrap();
    assert_eq!(address, format!("http://127.0.0.1:{PORT}/key"));
    assert!(token.len() == 64 && token.bytes().all(|digit| digit.is_ascii_hexdigit()), "256 bits: {token}");
    let key = format!("/key/{token}");
    let ours = host();
    let only_host = [("host", ours.as_str())];

    for method in [Method::HEAD, Method::POST, Method::OPTIONS, Method::PUT, Method::DELETE] {
        let answer = bench.bare_request(&method, &key, &only_host, "");
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{method} uses nothing up");
    }
    let answer = bench.bare_request(&Method::GET, &key, &only_host, "");
    assert_eq!((answer.status, answer.headers[LOCATION].to_str().unwrap()), (StatusCode::SEE_OTHER, "/"));
    let cookies: Vec<_> = answer.headers.get_all(SET_COOKIE).iter().collect();
    let [cookie] = cookies[..] else { panic!("{cookies:?}") };
    let cookie = cookie.to_str().unwrap();
    let (pair, marks) = cookie.split_once(';').unwrap();
    for mark in ["HttpOnly", "SameSite=Strict", "Path=/"] {
        assert!(marks.split("; ").any(|known| known.trim() == mark), "{mark}: {cookie}");
    }
    assert!(!cookie.contains(token) && !answer.body.contains(token), "a key is no cookie");
    assert!(!marks.contains("Domain"), "{cookie}");

    let with_cookie = [("host", ours.as_str()), ("cookie", pair)];
    assert_eq!(bench.bare_request(&Method::GET, "/", &with_cookie, "").status, StatusCode::OK);

    let unknown = format!("/key/{}", "0".repeat(64));
    for again in [key.as_str(), &unknown, "/key/", "/key/x/y", &format!("{key}/"), &key.to_uppercase()] {
        let refused = bench.bare_request(&Method::GET, again, &only_host, "");
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{again}");
        assert!(!refused.headers.contains_key(SET_COOKIE), "{again}");
        assert!(!refused.body.contains(token), "a key is not repeated");
    }
    for known in [key.as_str(), &unknown, "/key/"] {
        let led_on = bench.bare_request(&Method::GET, known, &with_cookie, "");
        let led_to = (led_on.status, led_on.headers[LOCATION].to_str().unwrap());
        assert_eq!(led_to, (StatusCode::SEE_OTHER, "/"), "{known}");
        assert!(!led_on.headers.contains_key(SET_COOKIE), "{known}");
    }
}

#[test]
fn whoever_is_let_in_already_leaves_a_new_key_to_another() {
    let bench = Bench::example();
    let key = key_of(&bench);
    assert_eq!(bench.get(&key).status, StatusCode::SEE_OTHER);
    let answer = bench.bare_request(&Method::GET, &key, &[("host", &host())], "");
    assert!(answer.headers.contains_key(SET_COOKIE), "still unused");
}

#[test]
fn without_a_cookie_of_ours_nothing_is_read_or_written() {
    let bench = Bench::example();
    let (name, value) = bench.cookie.split_once('=').unwrap();
    let ours = host();
    let cookies = [
        String::new(),
        format!("{name}="),
        format!("{name}={}", "0".repeat(64)),
        format!("{name}={}", &value[..63]),
        format!("{name}={value}0"),
        format!("{name}=\"{value}\""),
        format!("{name}={}", value.to_uppercase()),
        format!("codeboom={value}"),
        format!("{}={value}", name.to_uppercase()),
        format!("x{name}={value}"),
        value.to_owned(),
    ];
    for cookie in &cookies {
        for path in pages() {
            let answer = bench.bare_request(&Method::GET, &path, &[("host", &ours), ("cookie", cookie)], "");
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path} {cookie}");
            assert!(!answer.body.contains("Noor") && !answer.body.contains("casus1"), "{path} {cookie}");
        }
        let live = bench.bare_request(&Method::GET, "/live", &[("host", &ours), ("cookie", cookie)], "");
        assert_eq!(live.status, StatusCode::FORBIDDEN, "{cookie}");
        for path in acts() {
            let origin = format!("http://{ours}");
            let headers = [
                ("host", ours.as_str()),
                ("cookie", cookie),
                ("origin", &origin),
                ("content-type", "application/x-www-form-urlencoded"),
            ];
            assert_eq!(bench.bare_request(&Method::POST, &path, &headers, "").status, StatusCode::FORBIDDEN, "{path}");
        }
    }
    for known in [format!("a=b; {name}={value}; c=d"), format!("{name}=old; {name}={value}")] {
        let answer = bench.bare_request(&Method::GET, "/keys", &[("host", &ours), ("cookie", &known)], "");
        assert_eq!(answer.status, StatusCode::OK, "{known}");
    }
}

#[test]
fn each_browser_has_a_cookie_of_its_own() {
    let bench = Bench::example();
    let other = bench.let_in();
    assert_ne!(other, bench.cookie);
    assert_eq!(bench.post("/do/coder", "coder=Lotte").status, StatusCode::OK);
    let page = bench.bare_request(&Method::GET, "/keys", &[("host", &host()), ("cookie", &other)], "");
    assert!(page.body.contains("data-coder=\"Noor\""), "who works here is this browser's own");
}
