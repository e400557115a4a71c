//! Search, quotes and tables: what is found and counted, what can be done with it, and that numbers lead to what they count.

use super::{Answer, Bench};
use axum::http::StatusCode;
use axum::http::header::CONTENT_DISPOSITION;

/// What stands between two pieces of a page, the first time.
fn between<'p>(page: &'p str, before: &str, after: &str) -> &'p str {
    let start = page.find(before).unwrap_or_else(|| panic!("no {before} in {page}")) + before.len();
    let end = page[start..].find(after).unwrap_or_else(|| panic!("no {after} behind {before}"));
    &page[start..start + end]
}

fn occurrences(page: &str, piece: &str) -> usize {
    page.matches(piece).count()
}

fn good(answer: &Answer) -> &str {
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    &answer.body
}

#[test]
fn a_question_shows_its_hits_and_a_wrong_one_shows_where() {
    let bench = Bench::example();
    let page = bench.get("/search?q=zorg");
    assert!(good(&page).contains("<mark>Zorg</mark>"), "{}", page.body);
    let wrong = bench.get("/search?q=zorg%20OF%20(buren");
    assert!(good(&wrong).contains("        ^"), "{}", wrong.body);
    let escaped = bench.get("/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E");
    assert!(!escaped.body.contains("<script>alert"), "{}", escaped.body);
    let unknown = bench.get("/search?q=zorg&case=99");
    assert!(good(&unknown).contains("role=\"alert\""));
    assert_eq!(bench.get("/search/around?transcript=nergens&unit=1").status, StatusCode::NOT_FOUND);
}

#[test]
fn chosen_hits_are_coded_after_a_look_and_come_back_with_one_undo() {
    let bench = Bench::example();
    let page = bench.get("/search?q=zorg");
    let hit = between(&page.body, "name=\"hit\" value=\"", "\"").replace(':', "%3A");
    let fields = format!("q=zorg&hit={hit}&which=chosen&code-name=proefcode&extent=match&new=1");
    let preview = bench.get(&format!("/search/preview?{fields}"));
    assert!(good(&preview).contains("‘proefcode’ komt op 1 plaats"), "{}", preview.body);
    assert!(bench.get("/quotes?code=proefcode").status == StatusCode::NOT_FOUND, "a look changes nothing");
    let done = bench.post("/do/code-hits", &fields);
    assert_eq!(done.status, StatusCode::OK, "{}", done.body);
    let quotes = bench.get("/quotes?code=proefcode");
    assert_eq!(occurrences(good(&quotes), "class=\"fragment\""), 1);
    assert_eq!(bench.post("/do/undo", "").status, StatusCode::OK);
    assert_eq!(bench.get("/quotes?code=proefcode").status, StatusCode::NOT_FOUND);
    let nothing = bench.post("/do/code-hits", "q=zorg&which=chosen&code-name=proefcode&new=1");
    assert_eq!(nothing.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[test]
fn a_quote_is_chosen_shortened_recoded_and_made_a_counter_example() {
    let bench = Bench::example();
    let page = bench.get("/quotes?coder=Lotte&by=transcript");
    let item = between(&page.body, "<li class=\"quote", ">");
    let value = |name: &str| between(item, &format!("data-{name}=\""), "\"").to_owned();
    let (transcript, start, end) = (value("transcript"), value("start"), value("end"));
    let code = value("code").replace(' ', "%20").replace('\'', "%27");
    let place = format!("transcript={transcript}&start={start}&end={end}");
    let chosen = bench.post("/do/quote-choose", &format!("{place}&code={code}"));
    assert_eq!(chosen.status, StatusCode::OK, "{}", chosen.body);
    let check = bench.get(&format!("/quotes/check?{place}&report=dit%20staat%20er%20niet"));
    assert_eq!(check.json()["good"], false, "{}", check.body);
    assert!(good(&bench.get(&format!("/quotes/one?{place}"))).contains("data-checked"));
    let counter = bench.post("/do/counter", &format!("{place}&code={code}&coder=Lotte&counter=1"));
    assert_eq!(counter.status, StatusCode::OK, "{}", counter.body);
    let recoded = bench.post("/do/recode", &format!("{place}&code={code}&coder=Lotte&to=andere%20proef&new=1"));
    assert_eq!(recoded.status, StatusCode::OK, "{}", recoded.body);
    let page = bench.get("/quotes?code=andere%20proef&counter=1");
    assert_eq!(occurrences(good(&page), "class=\"fragment\""), 1, "the counter-example stays one");
    let unknown = bench.post("/do/recode", &format!("{place}&code=andere%20proef&coder=Lotte&to=bestaat-niet"));
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}

#[test]
fn every_number_of_the_matrix_opens_as_many_quotes() {
    let bench = Bench::example();
    for address in
        ["/tables/matrix", "/tables/matrix?rows=theme&columns=role", "/tables/matrix?rows=label&columns=coder"]
    {
        let page = bench.get(address);
        let cells = good(&page).split("<td class=\"h").skip(1).step_by(37).take(6);
        for cell in cells {
            let href = between(cell, "href=\"", "\"").replace("&amp;", "&").replace("&#38;", "&");
            let count: usize = between(cell, "tabindex=\"-1\">", "<").parse().unwrap();
            let quotes = bench.get(&href);
            assert_eq!(occurrences(good(&quotes), "class=\"fragment\""), count.min(100), "{href}");
        }
    }
}

#[test]
fn tables_are_there_and_can_be_kept() {
    let bench = Bench::example();
    for address in [
        "/tables",
        "/tables/taxonomy",
        "/tables/taxonomy?layout=outline&by=role",
        "/tables/taxonomy?layout=tree",
        "/tables/cases",
        "/tables/participants",
        "/tables/transcripts",
        "/tables/codebook",
        "/tables/words?content=1",
        "/tables/concordance?q=zorg",
        "/quotes/like?code=schaamte%20onder%20de%20mensen",
    ] {
        good(&bench.get(address));
    }
    let kept = bench.get("/tables/cases?as=csv");
    assert!(good(&kept).starts_with("Casus,"), "{}", kept.body);
    assert!(kept.headers[CONTENT_DISPOSITION].to_str().unwrap().starts_with("attachment"));
    assert!(bench.get("/tables/taxonomy?as=json").json()["themes"].is_array());
    assert!(bench.get("/quotes/export?as=json&coder=Lotte").json()["total"].is_u64());
    let report = bench.get("/tables/report?for=bijlage");
    assert_eq!(report.status, StatusCode::OK);
    assert!(report.body.starts_with("PK"));
    assert_eq!(bench.get("/tables/nergens").status, StatusCode::NOT_FOUND);
    assert_eq!(bench.get("/tables/taxonomy?where=nergens:x&as=csv").status, StatusCode::CONFLICT);
}

#[test]
fn a_condition_that_cannot_be_read_is_said_on_the_page_itself() {
    let bench = Bench::example();
    for page in
        ["/quotes?", "/tables/taxonomy?", "/tables/taxonomy?layout=outline&", "/tables/matrix?", "/search?q=zorg&"]
    {
        for wrong in ["qqq%3A%3B%3B%3D%3C", "nergens%3Ax"] {
            let answer = bench.get(&format!("{page}where={wrong}"));
            let body = good(&answer);
            assert!(body.contains("class=\"fault\""), "{page}{wrong}");
            assert!(body.contains("id=\"c-where\""), "{page}{wrong}");
            assert!(!body.contains("data-item data-transcript") && !body.contains("id=\"whole\""), "{page}{wrong}");
        }
    }
    assert!(good(&bench.get("/tables/words?where=nergens%3Ax")).contains("class=\"fault\""));
    assert!(good(&bench.get("/tables/concordance?q=%28zorg")).contains("class=\"fault\""));
    assert_eq!(bench.get("/quotes/export?as=csv&where=nergens%3Ax").status, StatusCode::CONFLICT);
}
