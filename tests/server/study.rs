//! Start, import, correction, the study and its history: what pages say, what acts do, what is refused.

use super::{Answer, Bench, host};
use axum::body::Body;
use axum::http::header::{ACCEPT, CONTENT_TYPE};
use axum::http::{Method, Request, StatusCode};

const NEW: &str =
    "Interviewer: Hoe gaat het?\nAnna: Goed, hoor. Zo'n dag.\nInterviewer: En ’s avonds?\nAnna: Eén kop thee.\n";

/// Sends files as a script does.
fn upload(bench: &Bench, act: &str, fields: &[(&str, &str)], files: &[(&str, &[u8])]) -> Answer {
    let mut body: Vec<u8> = Vec::new();
    for (name, value) in fields {
        body.extend(format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
    }
    for (file, content) in files {
        let head = format!("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{file}\"\r\n\r\n");
        body.extend(head.bytes().chain(content.iter().copied()).chain(*b"\r\n"));
    }
    body.extend(*b"--x--\r\n");
    let request = bench
        .request(Method::POST, act)
        .header(ACCEPT, "application/json")
        .header(CONTENT_TYPE, "multipart/form-data; boundary=x");
    bench.send(request.body(Body::from(body)).unwrap())
}

fn escaped(path: &std::path::Path) -> String {
    path.to_string_lossy().replace('/', "%2F").replace(' ', "%20")
}

#[test]
fn a_project_is_made_and_offered_again() {
    let bench = Bench::bare();
    let page = bench.get("/start");
    assert_eq!(page.status, StatusCode::OK);
    let made = bench.post("/do/new", "title=Zo%27n+studie%3A+2026&language=nl&levels=code-subtheme-theme");
    assert_eq!(made.status, StatusCode::OK, "{}", made.body);
    assert!(bench.folder.path().join("zo-n-studie-2026.codeboom").exists());
    let page = bench.get("/start").body;
    assert!(page.contains("Zo'n studie: 2026") && page.contains("nu open"), "{page}");
    assert!(bench.get("/").body.contains("Hier komen je transcripten"));
    let again = bench.post("/do/new", "title=Zo%27n+studie%3A+2026");
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert!(again.body.contains("bestaat al"), "{}", again.body);
    for (fields, why) in [("title=x&file=..%2Fx", "geen bestandsnaam"), ("title=x&folder=nergens", "geen map")] {
        let refused = bench.post("/do/new", fields);
        assert!(refused.status.is_client_error() && refused.body.contains(why), "{fields}: {}", refused.body);
    }
}

#[test]
fn what_is_no_project_is_refused_and_the_open_one_stays() {
    let bench = Bench::example();
    let text = bench.folder.path().join("gesprek.codeboom");
    std::fs::write(&text, "Interviewer: Hoi.").unwrap();
    let refused = bench.post("/do/open", &format!("path={}", escaped(&text)));
    assert!(refused.body.contains("geen project van Codeboom"), "{}", refused.body);
    let missing = bench.post("/do/open", "path=%2Fnergens%2Fx.codeboom");
    assert!(
        missing.status.is_client_error() && missing.body.contains("er is geen project")
            || missing.body.contains("Er is geen project"),
        "{}",
        missing.body
    );
    assert!(bench.get("/").body.contains("Samen thuis met dementie"));
    let listed = bench.get("/start").body;
    assert!(listed.contains("gesprek.codeboom"), "the folder lists it");
}

#[test]
fn a_page_of_the_project_before_cannot_write_in_the_next() {
    let bench = Bench::example();
    let as_page_of = |number: &str| {
        let request = bench
            .request(Method::POST, "/do/undo")
            .header(ACCEPT, "application/json")
            .header("x-desk", number)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded");
        bench.send(request.body(Body::empty()).unwrap())
    };
    let number = || {
        let page = bench.get("/").body;
        page.split("data-desk=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
    };
    let first = number();
    bench.post("/do/new", "title=Ander");
    let refused = as_page_of(&first);
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.body.contains("ander project"), "{}", refused.body);
    assert!(!as_page_of(&number()).body.contains("ander project"));
}

#[test]
fn the_example_is_made_once_and_overwrites_nothing() {
    let bench = Bench::bare();
    assert_eq!(bench.post("/do/example", "").status, StatusCode::OK);
    assert!(bench.get("/").body.contains("casus1-riek-start"));
    let again = bench.post("/do/example", "");
    assert!(again.body.contains("was er al"), "{}", again.body);
    let other = bench.folder.path().join("map");
    std::fs::create_dir(&other).unwrap();
    bench.post("/do/new", "title=Iets+anders&folder=map&file=voorbeeld");
    let refused = bench.post("/do/example", "folder=map");
    assert!(refused.status.is_client_error() && refused.body.contains("niets overschreven"), "{}", refused.body);
}

#[test]
fn a_file_is_looked_at_put_right_and_read_in() {
    let bench = Bench::example();
    let table = "transcript;respondent;rol;casus\nanna;Anna <b>;buurvrouw;5\n";
    let sent = upload(&bench, "/do/upload", &[], &[("anna.txt", NEW.as_bytes()), ("mensen.csv", table.as_bytes())]);
    assert_eq!(sent.status, StatusCode::OK, "{}", sent.body);
    let id = sent.json()["data"]["ids"][0].as_u64().unwrap();
    let page = bench.get("/import").body;
    assert!(page.contains("wordt transcript ‘anna’") && page.contains("4 beurten"), "{page}");
    assert!(page.contains("Respondententabel, 1 rij"), "{page}");
    let right = bench.post("/do/staged", &format!("file={id}&role=none&role=answers"));
    assert_eq!(right.status, StatusCode::OK, "{}", right.body);
    assert!(
        bench.get(&format!("/import/files/{id}")).body.contains("2 beurten ·")
            || bench.get(&format!("/import/files/{id}")).body.contains("2 beurten\n")
            || bench.get(&format!("/import/files/{id}")).body.contains("· 2 beurten")
    );
    assert_eq!(bench.post("/do/staged", &format!("file={id}&role=none")).status, StatusCode::UNPROCESSABLE_ENTITY);
    bench.post("/do/staged", &format!("file={id}&role=answers&role=asks"));
    let read = bench.post("/do/import", "reason=Laatste+gesprek");
    assert_eq!(read.status, StatusCode::OK, "{}", read.body);
    assert!(bench.get("/import").body.contains("Hier komt wat Codeboom"), "nothing waits any more");
    let study = bench.get("/").body;
    assert!(study.contains(">anna<") && study.contains("Anna &lt;b&gt;") && !study.contains("Anna <b>"), "{study}");
    assert!(bench.get("/history").body.contains("Laatste gesprek"));
}

#[test]
fn what_cannot_be_taken_is_said_with_its_file() {
    let bench = Bench::example();
    let same = include_bytes!("../../transcripts/casus1-jan-start.txt");
    let wrong = "transcript;respondent\nnergens;Anna\n";
    upload(
        &bench,
        "/do/upload",
        &[],
        &[
            ("casus1-jan-start.txt", same),
            ("casus1-riek-start.txt", NEW.as_bytes()),
            ("foto.txt", b"\x00\x01\x02"),
            ("mensen.csv", wrong.as_bytes()),
        ],
    );
    let page = bench.get("/import").body;
    assert!(page.contains("is al transcript ‘casus1-jan-start’"), "{page}");
    assert!(page.contains("/transcripts/casus1-riek-start/correct?file=2"), "{page}");
    assert!(page.contains("geen tekst"), "{page}");
    let before = bench.get("/history").body;
    bench.post("/do/import", "");
    assert_eq!(before.matches("class=\"when\"").count(), bench.get("/history").body.matches("class=\"when\"").count());
    assert!(bench.get("/import").body.contains("nergens"), "the wrong row is named: {}", bench.get("/import").body);
    assert!(bench.post("/do/unstage", "").body.contains("Er wacht niets meer"));
    assert_eq!(bench.post("/do/import", "").status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[test]
fn files_of_one_browser_are_not_those_of_another() {
    let mut bench = Bench::example();
    upload(&bench, "/do/upload", &[], &[("anna.txt", NEW.as_bytes())]);
    bench.cookie = bench.let_in();
    assert!(!bench.get("/import").body.contains("anna.txt"));
    assert_eq!(bench.get("/import/files/1").status, StatusCode::NOT_FOUND);
}

#[test]
fn a_correction_is_shown_before_it_is_taken_over() {
    let bench = Bench::example();
    let text =
        include_str!("../../transcripts/casus1-jan-start.txt").replacen("Met fineer erop.", "Met <i>fineer</i>.", 1);
    let fields = [("transcript", "casus1-jan-start")];
    let sent = upload(&bench, "/do/upload-correction", &fields, &[("beter.txt", text.as_bytes())]);
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    let to = sent.headers["location"].to_str().unwrap().to_owned();
    let page = bench.get(&to).body;
    assert!(page.contains("Neem de verbetering over") && page.contains("fragment"), "{page}");
    assert!(!page.contains("<i>"), "words of a text stay text");
    assert!(!bench.get("/import").body.contains("beter.txt"), "a correction does not wait to be imported");
    let id = to.rsplit('=').next().unwrap();
    let done = bench.post("/do/correct", &format!("transcript=casus1-jan-start&file={id}&reason=Tikfout"));
    assert_eq!(done.status, StatusCode::OK, "{}", done.body);
    assert!(bench.get("/history?kind=texts").body.contains("Tikfout"));
    assert_eq!(
        bench.post("/do/correct", &format!("transcript=casus1-jan-start&file={id}")).status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    assert_eq!(bench.get("/transcripts/nergens/correct").status, StatusCode::NOT_FOUND);
}

#[test]
fn one_goes_on_where_one_was() {
    let bench = Bench::example();
    let acts = || bench.get("/history").body.matches("href=\"/history/").count();
    let before = acts();
    assert!(before > 0, "the history has acts");
    let kept = bench.post("/do/bookmark", "transcript=casus1-riek-start&line=40");
    assert_eq!((kept.status, kept.body.as_str()), (StatusCode::NO_CONTENT, ""));
    let page = bench.get("/").body;
    assert!(page.contains("/transcripts/casus1-riek-start?line=40") && page.contains("Verder waar je gebleven was"));
    assert_eq!(bench.post("/do/bookmark", "transcript=nergens&line=1").status, StatusCode::NOT_FOUND);
    assert_eq!(acts(), before, "reading is no act");
}

#[test]
fn the_table_is_narrowed_down_and_sorted_by_its_address() {
    let bench = Bench::example();
    let page = bench.get("/?case=1&sort=fragments&down=true").body;
    let at = |name: &str| page.find(&format!("<bdi>{name}</bdi></a></th>"));
    assert!(at("casus1-riek-start") < at("casus1-jan-start") && at("casus1-jan-start").is_some());
    assert!(at("casus2-toos-start").is_none() && page.contains("4 van 16"));
    let none = bench.get("/?q=%3Cscript%3E").body;
    assert!(none.contains("Geen transcript past hierbij") && !none.contains("<script>"), "{none}");
}

#[test]
fn settings_are_changed_and_can_be_undone() {
    let bench = Bench::example();
    let done = bench.post("/do/settings", "title=Thuis+%26+samen&language=en&levels=code-category-corecategory");
    assert_eq!(done.status, StatusCode::OK, "{}", done.body);
    let page = bench.get("/").body;
    assert!(page.contains("Thuis &#38; samen") || page.contains("Thuis &amp; samen"), "{page}");
    assert!(page.contains("<html lang=\"en\">"));
    let history = bench.get("/history").body;
    assert_eq!(
        history
            .matches(
                "action=\"/do/undo\" class=\"act\"><input type=\"hidden\" name=\"back\" value=\"/history\"><button>Undo"
            )
            .count(),
        1,
        "{history}"
    );
    bench.post("/do/undo", "");
    assert!(bench.get("/").body.contains("Samen thuis met dementie"));
    let history = bench.get("/history?who=Noor").body;
    assert!(history.contains("ongedaan gemaakt</span>") && history.contains("<button>Herstel"), "{history}");
    assert_eq!(bench.post("/do/settings", "levels=onzin").status, StatusCode::BAD_REQUEST);
}

#[test]
fn a_step_says_what_it_changed() {
    let bench = Bench::example();
    let page = bench.get("/history/2").body;
    assert!(page.contains("transcripten") && page.contains("Stap 2"), "{page}");
    assert_eq!(bench.get("/history/999").status, StatusCode::NOT_FOUND);
}

#[test]
fn a_file_that_is_too_large_is_refused_with_a_reason() {
    let bench = Bench::example();
    let large = vec![b'a'; (64 << 20) + 1];
    let refused = upload(&bench, "/do/upload", &[], &[("groot.txt", &large)]);
    assert!(refused.status.is_client_error() && refused.body.contains("te groot"), "{}", refused.body);
    let foreign = Request::post("/do/upload").header("host", host()).body(Body::empty()).unwrap();
    assert_eq!(bench.send(foreign).status, StatusCode::FORBIDDEN);
}
