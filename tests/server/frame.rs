//! What stands around pages: sentences for scripts and for plain forms, and the way back.

use super::{Bench, host};
use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, LOCATION, REFERER};
use axum::http::{Method, StatusCode};

#[test]
fn a_script_hears_what_was_done_and_a_plain_form_reads_it_on_its_page() {
    let bench = Bench::example();
    let done = bench.post("/do/coder", "coder=Lotte");
    assert_eq!(done.status, StatusCode::OK);
    assert_eq!(done.json()["message"], "Je werkt nu als Lotte.");
    let form = bench
        .request(Method::POST, "/do/undo")
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(REFERER, format!("http://{}/keys", host()));
    let answer = bench.send(form.body(Body::from("back=/keys")).unwrap());
    assert_eq!((answer.status, answer.headers[LOCATION].to_str().unwrap()), (StatusCode::SEE_OTHER, "/keys"));
    let page = bench.get("/keys");
    assert!(page.body.contains("Ongedaan gemaakt"), "{}", page.body);
    assert!(!bench.get("/keys").body.contains("Ongedaan gemaakt"), "said once");
}

#[test]
fn without_a_project_every_page_leads_to_the_start() {
    let bench = Bench::bare();
    let answer = bench.get("/");
    assert_eq!((answer.status, answer.headers[LOCATION].to_str().unwrap()), (StatusCode::SEE_OTHER, "/start"));
    let refused = bench.post("/do/undo", "");
    assert_eq!(refused.status, StatusCode::CONFLICT);
}
