//! Comments, memos and people: what their pages show, what their acts do and refuse.

use super::Bench;
use axum::http::StatusCode;

/// The first value of an attribute in a page, behind some text.
fn after<'p>(page: &'p str, before: &str, name: &str) -> &'p str {
    let from = page.find(before).unwrap_or_else(|| panic!("no {before} in {page}"));
    let rest = &page[from..];
    let start = rest.find(&format!("{name}=\"")).unwrap() + name.len() + 2;
    &rest[start..start + rest[start..].find('"').unwrap()]
}

#[test]
fn a_comment_is_put_down_answered_settled_and_taken_back() {
    let bench = Bench::example();
    assert!(bench.get("/comments").body.contains("Hier komt wat je met anderen wilt bespreken"));
    let form = bench.get("/comments/new?code=ik+red+me+wel");
    assert!(form.body.contains("Over code ik red me wel") && form.body.contains("<!doctype html>"), "{}", form.body);
    let said = "code=ik%20red%20me%20wel&kind=proposal&text=%3Cb%3ESamenvoegen%3C%2Fb%3E%3F";
    let done = bench.post("/do/comment", said);
    assert_eq!(done.status, StatusCode::OK, "{}", done.body);
    assert_eq!(done.json()["message"], "Dit staat nu op Te bespreken, bij ‘ik red me wel’.");
    let id = done.json()["data"]["comment"].as_str().unwrap().to_owned();
    let page = bench.get("/comments").body;
    assert!(page.contains("1 open") && page.contains("&lt;b&gt;Samenvoegen"), "{page}");
    assert!(page.contains("over de code zelf"));
    let answered = bench.post("/do/comment-answer", &format!("comment={id}&text=Ja%2C%20doen."));
    assert_eq!(answered.status, StatusCode::OK);
    bench.post("/do/comment-settle", &format!("comment={id}&text=Samengevoegd."));
    let page = bench.get("/comments?state=done").body;
    assert!(page.contains("1 afgehandeld") && page.contains("Ja, doen.") && page.contains("Samengevoegd."), "{page}");
    assert!(page.contains("Afgehandeld door Noor"));
    assert!(bench.get("/comments").body.contains("Alles is afgehandeld."));
    assert!(bench.get("/comments?state=all&kind=question").body.contains("past geen opmerking"));
    assert!(bench.get("/comments?state=all&coder=Noor&mine=1").body.contains(&id));
    let empty = bench.post("/do/comment-answer", &format!("comment={id}&text=%20"));
    assert_eq!(
        (empty.status, empty.json()["error"].as_str()),
        (StatusCode::CONFLICT, Some("Er staat nog niets om te bewaren."))
    );
    bench.post("/do/comment-delete", &format!("comment={id}"));
    let gone = bench.post("/do/comment-settle", &format!("comment={id}"));
    assert_eq!(gone.json()["error"], "Deze opmerking is er niet meer.");
    bench.post("/do/undo", "");
    assert!(bench.get("/comments?state=all").body.contains("Samengevoegd."));
}

#[test]
fn differences_lead_to_a_comment_on_the_coding() {
    let bench = Bench::example();
    let page = bench.get("/comments/differences?a=Daan&b=Lotte").body;
    let form = after(&page, "class=\"discuss\"", "href").replace("&#38;", "&").replace("&amp;", "&");
    assert!(form.starts_with("/comments/new?code=") && form.contains("&coder="), "{form}");
    let form = bench.get(&form).body;
    let form = &form[form.find("new-comment").unwrap()..];
    let (transcript, code) = (after(form, "name=\"transcript\"", "value"), after(form, "name=\"code\"", "value"));
    let (start, end) = (after(form, "name=\"start\"", "value"), after(form, "name=\"end\"", "value"));
    let coder = after(form, "name=\"coder\"", "value");
    let encoded = code.replace(' ', "%20").replace("&#39;", "%27").replace("&#x27;", "%27");
    let fields = format!(
        "code={encoded}&transcript={transcript}&start={start}&end={end}&coder={coder}&text=Hoort%20dit%20hier%3F"
    );
    let done = bench.post("/do/comment", &fields);
    assert_eq!(done.status, StatusCode::OK, "{}", done.body);
    let list = bench.get("/comments").body;
    assert!(list.contains(&format!("codering van {coder}")), "{list}");
    assert!(
        list.contains(&format!("?at={start}-{end}&")) || list.contains(&format!("?at={start}-{end}&amp;")),
        "{list}"
    );
    assert!(bench.get("/comments/differences?a=Daan&b=Lotte").body.contains("1 opmerking op de lijst"));
    assert!(bench.get("/comments/differences?a=Daan&b=Daan").body.contains("Kies twee verschillende codeurs."));
    assert_eq!(bench.get("/comments/differences?a=Niemand").status, StatusCode::NOT_FOUND);
}

#[test]
fn a_memo_on_a_fragment_is_one_on_its_transcript_that_cites_it() {
    let bench = Bench::example();
    let page = bench.get("/memos");
    assert!(page.body.contains("Vertrouwelijk tot Erik akkoord is"), "{}", page.body);
    assert!(!bench.get("/memos?kind=logbook").body.contains("Vertrouwelijk tot Erik akkoord is"));
    let form = bench.get("/memos/new?about=fragment&name=casus1-riek-start&start=0&end=11").body;
    assert!(form.contains("Over casus1-riek-start") && form.contains("<blockquote>"), "{form}");
    let fields =
        "about=fragment&name=casus1-riek-start&start=20&end=60&kind=reflection&title=Begin&text=Kanariegeel%20begin.";
    let done = bench.post("/do/memo", fields);
    assert_eq!((done.status, done.json()["message"].as_str()), (StatusCode::OK, Some("De memo is bewaard.")));
    let page = bench.get("/memos?q=kanariegeel").body;
    assert!(page.contains("1 memo<") && page.contains("casus1-riek-start?at="), "{page}");
    let id = after(&page, "name=\"memo\"", "value").to_owned();
    bench.post("/do/memo-edit", &format!("memo={id}&kind=decision&title=&text=Anders."));
    let page = bench.get("/memos?kind=decision&about=transcript&author=Noor").body;
    assert!(page.contains("Anders.") && !page.contains("Begin<"), "{page}");
    bench.post("/do/memo-delete", &format!("memo={id}"));
    assert_eq!(bench.post("/do/memo-edit", &format!("memo={id}&text=x")).json()["error"], "Deze memo is er niet meer.");
    assert_eq!(bench.post("/do/memo", "about=code&name=bestaat%20niet&text=x").status, StatusCode::NOT_FOUND);
}

#[test]
fn cells_are_changed_together_and_names_stay_apart() {
    let bench = Bench::example();
    let page = bench.get("/people?tab=participants").body;
    assert!(page.contains("15 respondenten") && page.contains("role=\"grid\""), "{page}");
    let row = after(&page, "<tbody", "data-row").to_owned();
    let name = after(&page, "<tbody", "data-memo-name").replace(' ', "%20");
    let fields = format!(
        "sheet=participants&row={row}&column=role&value=buur&row={row}&column=attribute%3Aberoep&value=%3Ci%3Ebakker&row=new-0&column=name&value=Anna"
    );
    let done = bench.post("/do/cells", &fields);
    assert_eq!(done.status, StatusCode::OK, "{}", done.body);
    assert_eq!(done.json()["message"], "‘Anna’ toegevoegd.");
    assert_eq!(done.json()["data"]["rows"].as_array().unwrap().len(), 1);
    let page = bench.get("/people?tab=participants").body;
    assert!(page.contains("16 respondenten") && page.contains("&lt;i&gt;bakker") && page.contains("Anna"), "{page}");
    assert!(page.contains("Volgorde van de respondentgroepen"));
    let twice = format!("sheet=participants&row=new-0&column=name&value={name}&row=new-0&column=case&value=1");
    let refused = bench.post("/do/cells", &twice);
    assert_eq!(refused.status, StatusCode::CONFLICT, "{}", refused.body);
    bench.post("/do/column-rename", "sheet=participants&column=beroep&name=werk");
    assert!(bench.get("/people?tab=participants").body.contains("attribute:werk"));
    let undone = bench.post("/do/undo", "");
    assert!(undone.json()["message"].as_str().unwrap().contains("kenmerk ‘beroep’ hernoemd in ‘werk’"));
    assert_eq!(bench.post("/do/rows-delete", &format!("sheet=participants&row={row}")).status, StatusCode::OK);
    assert!(bench.get("/people?tab=participants").body.contains("15 respondenten"));
    for unreadable in
        ["sheet=cases&row=x&column=name&value=1", "sheet=cases&row=new-0&column=name", "row=new-0&column=y&value=1"]
    {
        assert_eq!(bench.post("/do/cells", unreadable).status, StatusCode::BAD_REQUEST, "{unreadable}");
    }
}

#[test]
fn transcripts_have_a_kind_and_speakers_to_choose() {
    let bench = Bench::example();
    let page = bench.get("/people?tab=transcripts").body;
    assert!(page.contains("attribute:interviewer") && page.contains("duur_minuten"), "{page}");
    let row = after(&page, "<tbody", "data-row").to_owned();
    let kind = |word: &str| bench.post("/do/cells", &format!("sheet=transcripts&row={row}&column=kind&value={word}"));
    assert_eq!(kind("Open%20antwoord").status, StatusCode::OK);
    assert!(kind("gesprekje").json()["hints"].to_string().contains("groepsinterview"));
    let form = bench.get("/people/speakers?transcript=casus1-riek-start").body;
    assert!(form.contains("Sprekers van casus1-riek-start") && form.contains("Alle anderen"), "{form}");
    let label = after(&form, "name=\"label\"", "value").to_owned();
    let done = bench.post("/do/speakers", &format!("transcript=casus1-riek-start&label={label}&participant="));
    assert_eq!(done.json()["message"], "De sprekers van ‘casus1-riek-start’ zijn bewaard.");
    assert!(bench.get("/people?tab=transcripts").body.contains("Wie is wie"));
    assert!(bench.get("/people?tab=cases&column=regio%20%3Cb%3E").body.contains("attribute:regio &lt;b&gt;"));
}
