//! Codebook, board, split, merge and comparison: what the pages show, and what their acts do and refuse.

use super::Bench;
use axum::http::StatusCode;

#[test]
fn the_codebook_shows_trees_with_counts_and_the_chosen_code() {
    let bench = Bench::example();
    let page = bench.get("/codebook?code=de%20vuile%20was&transcript=casus1-riek-start");
    assert_eq!(page.status, StatusCode::OK);
    for part in [
        "role=\"tree\"",
        "<h2 id=\"tax-1\">Hoe de zorg verschuift</h2>",
        "aria-level=\"3\" aria-posinset=\"1\" aria-setsize=\"4\" aria-current=\"true\"",
        "De naasten* houden het lang binnenskamers",
        "href=\"/quotes?code=de%20vuile%20was",
        "In casus1-riek-start",
        "href=\"/compare?code=de%20vuile%20was\"",
        "href=\"/codebook/split?code=de%20vuile%20was\"",
        "Nog niet geordend",
    ] {
        assert!(page.body.contains(part), "{part}");
    }
    assert_eq!(page.body.matches("aria-current=\"true\"").count(), 1, "a code in two taxonomies is chosen once");
    let unknown = bench.get("/codebook?code=de%20vuile%20wsa");
    assert_eq!(unknown.status, StatusCode::OK, "the trees are there, and the likeliest name");
    assert!(unknown.body.contains("de vuile was") && unknown.body.contains("class=\"empty\""));
    assert_eq!(bench.get("/codebook/code?code=niets").status, StatusCode::NOT_FOUND);
}

#[test]
fn a_code_is_made_described_renamed_and_deleted() {
    let bench = Bench::example();
    let made = bench.post("/do/codes/add", "name=%3Cb%3Enieuw%3C%2Fb%3E%20%26%20%22meer%22&level=axial");
    assert_eq!(made.json()["data"]["code"], "<b>nieuw</b> & \"meer\"");
    let href = made.json()["data"]["href"].as_str().unwrap().to_owned();
    let page = bench.get(&href);
    assert!(!page.body.contains("<b>nieuw"), "names are escaped");
    assert!(page.body.contains("&lt;b&gt;nieuw"));
    let edited = bench.post(
        "/do/codes/edit",
        "code=%3Cb%3Enieuw%3C%2Fb%3E%20%26%20%22meer%22&name=anders&level=open&definition=Wat%20het%20is&status=settled&no_color=true&color=%23ff0000",
    );
    assert_eq!(edited.json()["message"], "Code ‘<b>nieuw</b> & \"meer\"’ heet nu ‘anders’.");
    let page = bench.get("/codebook?code=anders");
    assert!(page.body.contains("Wat het is") && page.body.contains("code · vastgesteld"), "{}", page.body);
    let same = bench.post("/do/codes/edit", "code=anders&name=anders");
    assert_eq!(same.json()["entry"], serde_json::Value::Null);
    let taken = bench.post("/do/codes/edit", "code=anders&name=de%20vuile%20was");
    assert_eq!(taken.status, StatusCode::CONFLICT);
    let strange = bench.post("/do/codes/edit", "code=anders&level=hoog");
    assert_eq!(strange.status, StatusCode::BAD_REQUEST);
    let gone = bench.post("/do/codes/delete", "code=anders&reason=dubbel");
    assert_eq!(gone.json()["data"]["gone"], "anders");
    assert_eq!(gone.json()["hints"], serde_json::json!([]), "the hint names a command");
    assert_eq!(bench.post("/do/undo", "").status, StatusCode::OK);
    assert!(bench.get("/codebook?code=anders").body.contains("Wat het is"));
}

#[test]
fn cards_are_moved_grouped_and_taken_out_each_as_one_act() {
    let bench = Bench::example();
    let board = bench.get("/board");
    assert!(board.body.contains("Ordenen: Hoe de zorg verschuift") && board.body.contains("data-from=\"+\""));
    let taxonomy = "taxonomy=Hoe%20de%20zorg%20verschuift";
    let label = "Nachten%20zonder%20slaap%20maken%20de%20dagen%20zwaar";
    let moved = bench.post(
        "/do/codes/place",
        &format!("code=geld%20telt%20mee&from=&code=de%20hond%20erbij&from=&under={label}&position=1&{taxonomy}"),
    );
    assert_eq!(
        moved.json()["message"],
        "‘geld telt mee’ en ‘de hond erbij’ staan nu onder ‘Nachten zonder slaap maken de dagen zwaar’."
    );
    let piece = bench.get("/board/piece");
    assert!(
        piece.body.contains("data-code=\"geld telt mee\" data-from=\"+Nachten zonder slaap maken de dagen zwaar\"")
    );
    let grouped = bench.post(
        "/do/codes/group",
        &format!("name=dieren&level=axial&code=de%20hond%20erbij&from=%2BNachten%20zonder%20slaap%20maken%20de%20dagen%20zwaar&{taxonomy}"),
    );
    assert_eq!(grouped.json()["message"], "‘dieren’ is gemaakt, met 1 code eronder.");
    let out = bench.post("/do/codes/unplace", &format!("code=dieren&from=%2B&{taxonomy}"));
    assert_eq!(out.status, StatusCode::OK);
    assert!(
        bench.get("/board/piece").body.contains("data-code=\"de hond erbij\" data-from=\"+\""),
        "its card moves up"
    );
    let nothing = bench.post("/do/codes/place", taxonomy);
    assert_eq!(nothing.status, StatusCode::BAD_REQUEST);
    let circle = bench.post(
        "/do/codes/place",
        &format!("code=De%20naasten%20houden%20het%20lang%20binnenskamers&under=Voor%20het%20dorp%20blijft%20de%20deur%20dicht&{taxonomy}"),
    );
    assert_eq!(circle.status, StatusCode::CONFLICT);
}

#[test]
fn a_merge_is_shown_before_it_is_done() {
    let bench = Bench::example();
    let shown = bench.get("/codebook/merge?code=de%20vuile%20was&into=deur%20dicht%20houden&piece=true");
    assert!(shown.body.contains("Samenvoegen met ‘deur dicht houden’") && !shown.body.contains("<html"));
    assert!(shown.body.contains("De opvatting dat wat thuis gebeurt"), "what the other meant");
    let same = bench.get("/codebook/merge?code=de%20vuile%20was&into=de%20vuile%20was");
    assert_eq!(same.status, StatusCode::UNPROCESSABLE_ENTITY);
    let done = bench.post("/do/codes/merge", "code=de%20vuile%20was&into=deur%20dicht%20houden&definition=Samen");
    assert_eq!(done.json()["data"]["code"], "deur dicht houden");
    assert!(bench.get("/codebook?code=deur%20dicht%20houden").body.contains("<dd>Samen</dd>"));
}

#[test]
fn a_split_deals_what_it_is_told_and_leaves_the_rest() {
    let bench = Bench::example();
    let page = bench.get("/codebook/split?code=de%20vuile%20was");
    let places: Vec<&str> = page.body.split("name=\"place\" value=\"").skip(1).collect();
    let keys: Vec<&str> = places.iter().filter_map(|rest| rest.split('"').next()).collect();
    assert!(keys.len() > 3, "{keys:?}");
    let encoded = |key: &str| key.replace(' ', "%20");
    let fields = format!(
        "code=de%20vuile%20was&name=praat&name=&place={}&pile=1&place={}&pile=0",
        encoded(keys[0]),
        encoded(keys[1])
    );
    let done = bench.post("/do/codes/split", &fields);
    assert_eq!(done.status, StatusCode::OK, "{}", done.body);
    assert!(bench.get("/codebook?code=praat").body.contains("Voor het dorp blijft de deur dicht"));
    let again = bench.post("/do/codes/split", &fields.replace("name=praat", "name=praat%202"));
    assert_eq!(again.status, StatusCode::CONFLICT, "the fragment no longer carries the code");
    for wrong in ["&place=x&pile=1", "&place=1-2%20a&pile=9", "&place=1-2%20a"] {
        let refused = bench.post("/do/codes/split", &format!("code=de%20vuile%20was&name=b{wrong}"));
        assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{wrong}");
    }
    let empty = bench.post("/do/codes/split", "code=de%20vuile%20was&name=b");
    assert_eq!(empty.status, StatusCode::CONFLICT);
}

#[test]
fn fragments_stand_side_by_side_and_lead_back_to_our_own_pages_only() {
    let bench = Bench::example();
    let page = bench.get("/compare?code=de%20vuile%20was&back=/codebook%3Fcode%3Dde%2520vuile%2520was");
    for part in
        ["7 fragmenten in 4 casussen", "Casus 1", "data-back=\"/codebook?code=de%20vuile%20was\"", "class=\"context\""]
    {
        assert!(page.body.contains(part), "{part}");
    }
    let roles = bench.get("/compare?code=Voor%20het%20dorp%20blijft%20de%20deur%20dicht&by=role");
    assert!(roles.body.contains("Alleen de code zelf") && roles.body.contains("respondentgroepen"));
    let counters = bench.get("/compare?code=zelf%20niets%20merken");
    assert!(counters.body.contains("class=\"fragment counter\""));
    let evil = bench.get("/compare?code=de%20vuile%20was&back=https%3A%2F%2Fevil.example%2F");
    assert!(evil.body.contains("data-back=\"\"") && !evil.body.contains("evil.example\" data-back-link"));
    assert_eq!(bench.get("/compare").status, StatusCode::OK);
}

#[test]
fn taxonomies_are_made_and_titled() {
    let bench = Bench::example();
    let made = bench.post("/do/taxonomy/add", "title=Derde%20tabel&back=/board");
    assert_eq!(made.json()["data"]["href"], "/board?taxonomy=Derde%20tabel");
    assert!(bench.get("/board?taxonomy=Derde%20tabel").body.contains("Zonder thema"));
    let titled = bench.post("/do/taxonomy/edit", "taxonomy=Derde%20tabel&title=Tabel%203&scope=casus:1");
    assert_eq!(titled.json()["data"]["taxonomy"], "Tabel 3");
    let wrong = bench.post("/do/taxonomy/edit", "taxonomy=Tabel%203&title=Tabel%203&scope=%28");
    assert_eq!(wrong.status, StatusCode::CONFLICT);
    let taken = bench.post("/do/taxonomy/edit", "taxonomy=Tabel%203&title=Hoe%20de%20zorg%20verschuift");
    assert_eq!(taken.status, StatusCode::CONFLICT);
}
