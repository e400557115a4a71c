//! A transcript's page: rows whose words are the text's own, codes beside them, and what coding does to both.

use super::Bench;
use axum::http::StatusCode;

const PAGE: &str = "/transcripts/casus1-riek-start";

/// The start and end, in code points, of words on a page's row.
fn place_of(bench: &Bench, words: &str) -> (usize, usize) {
    let rows = bench.get(&format!("{PAGE}/rows")).body;
    let tags = regex::Regex::new("<[^>]*>").unwrap();
    let mut found = None;
    for row in rows.split("<div class=\"row").skip(1) {
        let from: usize = row.split("data-from=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap();
        let inside = row.split("<p class=\"words\">").nth(1).unwrap().split("</p>").next().unwrap();
        let text = tags.replace_all(inside, "").into_owned();
        if let Some(at) = text.find(words) {
            assert!(found.is_none(), "{words} stands twice");
            let before = text[..at].chars().count();
            found = Some((from + before, from + before + words.chars().count()));
        }
    }
    found.unwrap_or_else(|| panic!("no {words} on the page"))
}

fn coded(bench: &Bench, code: &str, words: &str, more: &str) -> super::Answer {
    let (start, end) = place_of(bench, words);
    let fields = format!("transcript=casus1-riek-start&start={start}&end={end}&code={code}&quote={words}{more}");
    bench.post("/do/code", &fields.replace(' ', "%20"))
}

#[test]
fn a_place_on_the_page_is_a_place_in_the_text() {
    let bench = Bench::example();
    // The quote is sent along, so that the server refuses when the page counted otherwise than the text does.
    let done = coded(&bench, "schaamte onder de mensen", "Dank u wel. Wie wonen er hier in huis?", "");
    assert_eq!(done.status, StatusCode::OK, "{}", done.body);
    let (start, end) = place_of(&bench, "Dank u wel. Wie wonen er hier in huis?");
    let wrong =
        format!("transcript=casus1-riek-start&start={}&end={}&code=de%20vuile%20was&quote=Dank", start + 1, end);
    assert_eq!(bench.post("/do/code", &wrong).status, StatusCode::CONFLICT);
}

#[test]
fn coding_shows_and_undo_takes_it_back() {
    let bench = Bench::example();
    let words = "Dank u wel. Wie wonen er hier in huis?";
    let before = bench.get(&format!("{PAGE}/rows")).body;
    let done = coded(&bench, "koekjes bij de koffie", words, "&new=true");
    assert_eq!(done.json()["data"]["new"], true);
    let after = bench.get(&format!("{PAGE}/rows")).body;
    let (start, end) = place_of(&bench, words);
    assert!(
        after.contains(&format!("data-f=\"{start}-{end}\" data-code=\"koekjes bij de koffie\" data-coders=\"Noor\""))
    );
    assert!(bench.post("/do/undo", "").json()["message"].as_str().unwrap().contains("koekjes bij de koffie"));
    assert_eq!(bench.get(&format!("{PAGE}/rows")).body, before);
    assert!(bench.post("/do/redo", "").json()["message"].as_str().unwrap().starts_with("Hersteld"));
    assert_eq!(bench.get(&format!("{PAGE}/rows")).body, after);
}

#[test]
fn unknown_codes_are_refused_unless_they_may_be_made() {
    let bench = Bench::example();
    let refused = coded(&bench, "schaamtte onder de mensen", "Dank u wel.", "");
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    assert!(refused.body.contains("schaamte onder de mensen"), "the nearest name is given: {}", refused.body);
    let made = coded(&bench, "schaamtte onder de mensen", "Dank u wel.", "&new=true").json();
    assert!(made["message"].as_str().unwrap().contains("en lijkt op ‘schaamte onder de mensen’"), "{made}");
    coded(&bench, "Dank u wel.", "Dank u wel.", "&new=vivo");
    let about = bench.get("/codes/about?code=Dank%20u%20wel.");
    assert_eq!(about.status, StatusCode::OK);
}

#[test]
fn an_edge_moves_for_one_coder_only() {
    let bench = Bench::example();
    // Two coders put this code on the same words.
    let words = "En Tommie, die ligt onder de tafel, die hoor je straks wel, die snurkt. Dertien is 'ie.";
    let (start, end) = place_of(&bench, words);
    let whose = |bench: &Bench, start: usize, end: usize| {
        let rows = bench.get(&format!("{PAGE}/rows")).body;
        let mark = format!("data-f=\"{start}-{end}\" data-code=\"de hond erbij\" data-coders=\"");
        rows.split(&mark).nth(1).map(|rest| rest.split('"').next().unwrap().to_owned())
    };
    assert_eq!(whose(&bench, start, end).as_deref(), Some("Daan, Lotte"));
    let edge =
        |from: usize| format!("transcript=casus1-riek-start&start={start}&end={end}&to_start={from}&to_end={end}");
    let nobody = bench.post("/do/edge", &edge(start + 3));
    assert_eq!(nobody.status, StatusCode::CONFLICT, "Noor has no coding there");
    bench.post("/do/coder", "coder=Daan");
    let moved = bench.post("/do/edge", &edge(start + 3));
    assert_eq!(moved.status, StatusCode::OK, "{}", moved.body);
    assert_eq!(whose(&bench, start, end).as_deref(), Some("Lotte"));
    assert_eq!(whose(&bench, start + 3, end).as_deref(), Some("Daan"));
    bench.post("/do/undo", "");
    assert_eq!(whose(&bench, start, end).as_deref(), Some("Daan, Lotte"));
}

#[test]
fn the_codes_of_a_pair_stay_apart_until_both_have_finished() {
    let bench = Bench::example();
    let page = "/transcripts/casus4-erik-halfjaar";
    bench.post("/do/coder", "coder=Daan");
    let apart = bench.get(page).body;
    assert!(!apart.contains("data-coders=\"Lotte\"") && apart.contains("nog niet door twee codeurs afgerond"));
    bench.post("/do/show-others", "shown=true");
    assert!(bench.get(page).body.contains("data-coders=\"Lotte\""));
    bench.post("/do/show-others", "shown=false");
    bench.post("/do/finish", "transcript=casus4-erik-halfjaar");
    assert!(!bench.get(page).body.contains("data-coders=\"Lotte\""));
    bench.post("/do/coder", "coder=Lotte");
    bench.post("/do/finish", "transcript=casus4-erik-halfjaar");
    assert!(bench.get(page).body.contains("data-coders=\"Lotte\""));
}

#[test]
fn the_list_of_codes_knows_what_was_used_last() {
    let bench = Bench::example();
    coded(&bench, "de vuile was", "Dank u wel.", "");
    coded(&bench, "smoesjes bedenken", "Dank u wel.", "");
    let list = bench.get("/codes/list?transcript=casus1-riek-start").json();
    assert_eq!(list["recent"], serde_json::json!(["smoesjes bedenken", "de vuile was"]));
    let code = list["codes"].as_array().unwrap().iter().find(|code| code["name"] == "de vuile was").unwrap();
    assert_eq!(code["path"].as_array().unwrap().len(), 2);
    assert!(code["here"].as_u64().unwrap() >= 1);
}

#[test]
fn only_what_is_asked_for_is_shown() {
    let bench = Bench::example();
    let all = bench.get(&format!("{PAGE}/rows")).body.matches("class=\"name ").count();
    let some = bench.get(&format!("{PAGE}/rows?code=de%20vuile%20was")).body.matches("class=\"name ").count();
    let daan = bench.get(&format!("{PAGE}/rows?coder=Daan")).body.matches("class=\"name ").count();
    assert!(0 < some && some < daan && daan < all, "{some} {daan} {all}");
    assert_eq!(bench.get(&format!("{PAGE}/rows?level=high")).status, StatusCode::BAD_REQUEST);
    assert_eq!(bench.get("/transcripts/geen-transcript").status, StatusCode::NOT_FOUND);
}
