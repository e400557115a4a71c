//! Files that go out and come back: nothing is lost on the way, and nothing is added by coming home.

use crate::cli::desk::{Desk, PROJECT};
use crate::cli::small_study::CODEBOOK;
use serde_json::Value;

#[test]
fn exported_codings_are_imported_again_with_nothing_added() {
    for desk in [Desk::small(), Desk::example()] {
        let before = desk.json(&["codings", "export"]);
        assert!(before.as_array().unwrap().len() > 10);
        desk.does(&["codings", "export", "coderingen.csv"]);
        desk.leaves_alone(&["codings", "import", "coderingen.csv"]).ended(0).says(&["0 coderingen"]);
        let by_quote = |row: &Value| {
            let words = row["quote"].as_str().unwrap().replace('"', "\"\"");
            format!("{},\"{words}\",{},{}\n", row["transcript"].as_str().unwrap(), row["code"], row["coder"])
        };
        let rows: String = before.as_array().unwrap().iter().take(10).map(by_quote).collect();
        desk.write("op-citaat.csv", format!("transcript,quote,code,coder\n{rows}"));
        desk.leaves_alone(&["codings", "import", "op-citaat.csv"]).ended(0).says(&["0 coderingen"]);
    }
}

#[test]
fn exported_codings_build_the_same_study_elsewhere() {
    let (desk, other) = (Desk::small(), Desk::new());
    desk.does(&[
        "code",
        "apply",
        "stil zijn",
        "--in",
        "riek",
        "--lines",
        "3",
        "--note",
        "zo’n \"stilte\", zei ze",
        "--counter",
    ]);
    crate::cli::small_study::put(&other);
    other.does(&["import", "teksten", "--participants", "respondenten.csv"]);
    other.does(&["codebook", "import", "thuis.toml"]);
    other.write("van-daar.csv", desk.does(&["codings", "export"]).stdout);
    other.does(&["codings", "import", "van-daar.csv"]);
    for command in [&["codings", "export"][..], &["taxonomy"], &["quotes"]] {
        assert_eq!(desk.json(command), other.json(command), "{command:?}");
    }
}

#[test]
fn a_codebook_that_comes_home_changes_nothing() {
    let desk = Desk::example();
    for (file, options) in [
        ("verschuiving.toml", &["--taxonomy", "Hoe de zorg verschuift"][..]),
        ("hulp.toml", &["--taxonomy", "Wat hulp aanvaardbaar maakt"]),
        ("codeboek.csv", &[]),
    ] {
        desk.does(&[&["codebook", "export", file], options].concat());
        desk.leaves_alone(&["codebook", "import", file]).ended(0);
    }
    desk.leaves_alone(&["codebook", "import", "verschuiving.toml", "hulp.toml", "codeboek.csv"]).ended(0);
}

#[test]
fn a_codebook_is_the_same_elsewhere() {
    let places = |desk: &Desk| {
        let codebook = desk.json(&["codebook", "show"]);
        let place = |place: &Value| [&place["taxonomy"], &place["number"], &place["parent"]].map(Value::clone);
        let code = |code: &Value| {
            let about =
                ["level", "statement", "definition", "include", "exclude", "example", "color", "origin", "status"];
            let about: Vec<Value> = about.iter().map(|key| code[key].clone()).collect();
            let places: Vec<_> = code["places"].as_array().unwrap().iter().map(place).collect();
            (code["name"].to_string(), about, places)
        };
        let mut codes: Vec<_> = codebook["codes"].as_array().unwrap().iter().map(code).collect();
        codes.sort_by(|a, b| a.0.cmp(&b.0));
        (codes, codebook["taxonomies"].clone())
    };
    let desk = Desk::example();
    let (codes, taxonomies) = places(&desk);
    let by_toml = Desk::new();
    for (file, title) in [("a.toml", "Hoe de zorg verschuift"), ("b.toml", "Wat hulp aanvaardbaar maakt")] {
        by_toml.write(file, desk.does(&["codebook", "export", "--taxonomy", title]).stdout);
        by_toml.does(&["codebook", "import", file]);
    }
    assert_eq!(places(&by_toml), (codes.clone(), taxonomies));
    let by_csv = Desk::new();
    by_csv.write("codeboek.csv", desk.does(&["codebook", "export", "--format", "csv"]).stdout);
    by_csv.does(&["codebook", "import", "codeboek.csv"]);
    assert_eq!(places(&by_csv).0, codes);
}

#[test]
fn a_table_says_what_it_does_not_carry_and_takes_nothing_away() {
    let desk = Desk::small();
    desk.write("thuis.toml", CODEBOOK.replace("title = \"Thuis\"", "title = \"Thuis\"\ncases = \"casus:1\""));
    desk.does(&["codebook", "import", "thuis.toml"]);
    let before = desk.does(&["taxonomy", "--format", "json"]).stdout;
    assert!(before.contains("\"casus:1\"") && before.contains("Ook wat de buren zien"));
    desk.does(&["codebook", "export", "codeboek.csv"]).says(&["codeboek.csv", "noten"]);
    desk.leaves_alone(&["codebook", "import", "codeboek.csv"]).ended(0);
    assert_eq!(desk.does(&["taxonomy", "--format", "json"]).stdout, before);
    desk.does(&["taxonomy"]).shows(&["Binnenskamers houden*"]);
}

#[test]
fn a_codebook_keeps_the_comments_of_whoever_wrote_it() {
    let desk = Desk::small();
    desk.write("thuis.toml", CODEBOOK);
    desk.does(&["code", "redefine", "schaamte", "--definition", "Wat zullen ze wel denken."]);
    desk.does(&["code", "rename", "vuile was", "de vuile was buiten"]);
    desk.does(&["code", "add", "de bel laten gaan", "--under", "Stilte in huis"]);
    desk.does(&["codebook", "export", "thuis.toml"]);
    let text = desk.text("thuis.toml");
    for kept in [
        "# Codeboek van de kleine studie\n",
        "name = \"Binnenskamers houden*\"      # de kop van kolom 1\n",
        "# schaamte is nog niet besproken\n",
        "definition = \"Wat zullen ze wel denken.\"",
        "# een uitdrukking van Riek\n",
        "name = \"de vuile was buiten\"",
        "name = \"de bel laten gaan\"",
    ] {
        assert!(text.contains(kept), "{kept:?} is not in\n{text}");
    }
    assert!(!text.contains("name = \"vuile was\"\n"), "{text}");
    desk.leaves_alone(&["codebook", "import", "thuis.toml"]).ended(0);
    desk.does(&["codebook", "export", "thuis.toml"]);
    assert_eq!(desk.text("thuis.toml"), text, "a second export writes the same");
}

#[test]
fn a_codebook_adds_and_updates_and_deletes_nothing() {
    let desk = Desk::small();
    desk.write(
        "nieuw.toml",
        "title = \"Thuis\"\n[[theme]]\nname = \"Hulp van buiten\"\n[[theme.label]]\nname = \"Voor het dorp\"\n\
         [[theme.label.code]]\nname = \"de kerk\"\n",
    );
    desk.does(&["codebook", "import", "nieuw.toml"]).says(&[
        "Voor het dorp",
        "Binnenskamers houden",
        "Hulp van buiten",
    ]);
    let codebook = desk.json(&["codebook", "show"]);
    assert_eq!(codebook["total"], 12);
    let label = codebook["codes"].as_array().unwrap().iter().find(|code| code["name"] == "Voor het dorp").unwrap();
    assert_eq!(label["places"][0]["parent"], "Hulp van buiten");
    desk.does(&["undo"]);
    assert_eq!(desk.json(&["codebook", "show"])["total"], 11);
}

#[test]
fn dutch_excel_is_read_without_asking() {
    let desk = Desk::small();
    let rows = "transcript;quote;code;coder;note;counter\r\n\
                jan;Ik red me wel;zelf redden;daan;\"geëmotioneerd; ’t was stil\";ja\r\n";
    let (old, _, lost) = encoding_rs::WINDOWS_1252.encode(rows);
    assert!(!lost);
    desk.write("excel.csv", old);
    desk.does(&["codings", "import", "excel.csv"]);
    desk.does(&["codings", "export"]).shows(&["zelf redden,daan,geëmotioneerd; ’t was stil,ja"]);
}

#[test]
fn a_copy_is_a_whole_project() {
    let desk = Desk::small();
    desk.does(&["backup", "kopie.codeboom"]).says(&["kopie.codeboom"]);
    let of = |project: &str| desk.does(&["history", "--format", "json", "-p", project]).stdout;
    assert_eq!(of("kopie.codeboom"), of(PROJECT));
    desk.does(&["code", "add", "alleen in de kopie", "-p", "kopie.codeboom"]);
    assert_ne!(of("kopie.codeboom"), of(PROJECT));
    desk.does(&["doctor", "-p", "kopie.codeboom"]);
    desk.refuses(&["backup", "kopie.codeboom", "-p", PROJECT]).says(&["kopie.codeboom"]);
}
