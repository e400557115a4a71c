//! How things are called: numbers for codes, stems or whole names for files, and what happens when a name means
//! several things or nothing.

use crate::cli::desk::Desk;

#[test]
fn a_number_works_wherever_a_code_does() {
    let desk = Desk::small();
    for (option, number, name) in [
        ("--theme", "1", "Binnenskamers houden"),
        ("--label", "1.1", "Voor het dorp"),
        ("--code", "1.2.1", "stil zijn"),
        ("--code", "2.1", "Buren en dorp"),
        ("--code", "2.2", "vast gezicht"),
    ] {
        assert_eq!(
            desk.does(&["quotes", option, number]).stdout,
            desk.does(&["quotes", option, name]).stdout,
            "{option} {number}"
        );
    }
    let by_number = desk.json(&["search", "code:1.1 buiten"]);
    assert_eq!(by_number["hits"], desk.json(&["search", "code:\"Voor het dorp\" buiten"])["hits"]);
    assert_eq!(by_number["total"], 1);
    desk.does(&["code", "apply", "1.2.1", "--in", "jan", "--quote", "Ze luistert"]).says(&["‘stil zijn’"]);
    desk.write("rijen.csv", "transcript,quote,code\njan,Ze luistert,2.2\n");
    desk.does(&["codings", "import", "rijen.csv"]);
    desk.does(&["code", "redefine", "2.2", "--definition", "Steeds dezelfde."]);
    desk.does(&["code", "rename", "2.2", "één vast gezicht"]);
    desk.does(&["code", "move", "2.2", "--under", "1.2"]);
    desk.does(&["memo", "add", "Over stilte.", "--on", "code:1.2"]);
    desk.does(&["quote", "choose", "1.2", "--in", "riek", "--quote", "dan is het stil in huis"]);
    desk.does(&["code", "merge", "1.1.2", "--into", "1.1.1"]);
    let codes = desk.json(&["codebook", "show"]);
    let moved = codes["codes"].as_array().unwrap().iter().find(|code| code["name"] == "één vast gezicht").unwrap();
    assert_eq!((&moved["definition"], &moved["places"][0]["number"]), (&"Steeds dezelfde.".into(), &"1.2.2".into()));
    assert_eq!(desk.json(&["memo", "list"])["memos"][0]["on"], "Stilte in huis");
    desk.refuses(&["quotes", "--code", "9.9"]).says(&["‘9.9’"]);
}

#[test]
fn a_number_that_means_two_codes_is_refused_with_both() {
    let desk = Desk::small();
    desk.write(
        "tweede.toml",
        "title = \"Dorp\"\n[[theme]]\nname = \"Wie het weet\"\n[[theme.label]]\nname = \"De kerk\"\n",
    );
    desk.does(&["codebook", "import", "tweede.toml"]);
    desk.refuses(&["quotes", "--label", "1.1"]).says(&["Voor het dorp", "Thuis", "De kerk", "Dorp"]);
    desk.refuses(&["code", "apply", "1.1", "--in", "jan", "--lines", "1"]).says(&["Voor het dorp", "De kerk"]);
    desk.does(&["quotes", "--label", "1.2"]);
    for command in [&["taxonomy"][..], &["codebook", "export"]] {
        desk.refuses(command).says(&["‘Thuis’", "‘Dorp’"]);
    }
    desk.does(&["taxonomy", "dorp"]).shows(&["Dorp: thema's (N=1) en labels (N=1)"]);
}

#[test]
fn names_are_the_same_whatever_their_capitals_but_not_their_accents() {
    let desk = Desk::small();
    let quotes = |name: &str| desk.json(&["quotes", "--code", name])["total"].clone();
    assert_eq!(quotes("VUILE WAS"), quotes("vuile was"));
    desk.refuses(&["code", "add", "Vuile Was"]).says(&["‘vuile was’"]);
    desk.does(&["code", "add", "gene"]);
    desk.does(&["code", "add", "gêne"]);
    for name in ["a/b: \"c\" & <d> 'e' [f]; 100% 👍", &"ë".repeat(200)] {
        desk.does(&["code", "apply", name, "--new", "--in", "jan", "--lines", "3"]);
        assert_eq!(desk.json(&["quotes", "--code", name])["total"], 1, "{name}");
        desk.does(&["report", "--out", "rapport"]);
    }
    desk.does(&["codings", "export", "uit.csv"]);
    desk.does(&["codings", "import", "uit.csv"]).says(&["0 coderingen"]);
}

#[test]
fn a_transcript_answers_to_its_stem_and_its_file_name() {
    let desk = Desk::small();
    let by_stem = desk.does(&["show", "riek"]).stdout;
    for name in ["riek.txt", "Riek", "RIEK.TXT"] {
        assert_eq!(desk.does(&["show", name]).stdout, by_stem, "{name}");
    }
    assert_eq!(desk.json(&["transcripts"])["transcripts"][0]["name"], "familie");
    desk.does(&["code", "apply", "stil zijn", "--in", "jan.txt", "--quote", "Ze luistert"]);
    desk.does(&["finish", "jan.txt"]);
    desk.write(
        "rijen.csv",
        "transcript,quote,code\njan.txt,De was doe ik zelf,zelf redden\njan,Ze luistert,stil zijn\n",
    );
    desk.does(&["codings", "import", "rijen.csv"]).says(&["1 codering"]);
    desk.write("mensen.csv", "transcript;spreker;respondent;rol\njan.txt;Jan;Jan;hoofdpersoon\n");
    desk.does(&["import", "--participants", "mensen.csv"]);
    assert_eq!(desk.json(&["participants"])["total"], 5);
    assert_eq!(desk.json(&["search", "was", "--transcript", "jan.txt"])["total"], 1);
    assert_eq!(desk.json(&["search", "was transcript:jan"])["total"], 1);
}

#[test]
fn files_with_one_stem_keep_their_ending_and_files_with_one_name_their_folder() {
    let desk = Desk::new();
    desk.write("map/a/gesprek.txt", "Riek: een\n");
    desk.write("map/b/gesprek.txt", "Riek: twee\n");
    desk.write("map/brief.txt", "Riek: drie\n");
    desk.write("map/brief.md", "Riek: vier\n");
    desk.does(&["import", "map"]);
    let shown = |name: &str| desk.does(&["show", name]).stdout;
    for (name, words) in
        [("a/gesprek.txt", "een"), ("b/gesprek.txt", "twee"), ("brief.txt", "drie"), ("brief.md", "vier")]
    {
        assert!(shown(name).contains(words), "{name}");
    }
    desk.refuses(&["show", "gesprek"]).says(&["a/gesprek.txt", "b/gesprek.txt"]);
    desk.refuses(&["show", "gesprek.txt"]).says(&["a/gesprek.txt", "b/gesprek.txt"]);
    desk.refuses(&["show", "brief"]).says(&["brief.txt", "brief.md"]);
}

#[test]
fn files_of_one_name_from_several_places_keep_their_folder_too() {
    for paths in [&["a/gesprek.txt", "b/gesprek.txt"][..], &["a", "b"], &["./a/", "b/gesprek.txt"]] {
        let desk = Desk::new();
        desk.write("a/gesprek.txt", "Riek: een\n");
        desk.write("b/gesprek.txt", "Riek: twee\n");
        desk.does(&[&["import"], paths].concat());
        for (name, words) in [("a/gesprek.txt", "een"), ("b/gesprek.txt", "twee")] {
            assert!(desk.does(&["show", name]).stdout.contains(words), "{paths:?}: {name}");
        }
        desk.does(&[&["import"], paths].concat());
        assert_eq!(desk.json(&["transcripts"])["total"], 2, "{paths:?}");
    }
}

#[test]
fn a_filter_that_is_known_but_holds_nothing_is_an_empty_answer() {
    let desk = Desk::small();
    desk.does(&["code", "add", "nog leeg", "--level", "thema"]);
    for option in [["--theme", "nog leeg"], ["--code", "nog leeg"]] {
        assert_eq!(desk.json(&["quotes", option[0], option[1]])["total"], 0);
        assert_eq!(desk.json(&["search", "buren", option[0], option[1]])["total"], 0);
    }
    desk.does(&["quotes", "--theme", "nog leeg"]);
    desk.does(&["quotes", "--theme", "nog leeg", "--format", "csv"]);
    assert_eq!(desk.json(&["quotes", "--coded-by", "lotte", "--case", "1", "--role", "professional"])["total"], 0);
}

#[test]
fn options_of_one_kind_are_alternatives_and_of_different_kinds_conditions() {
    let desk = Desk::small();
    let total = |arguments: &[&str]| desk.json(&[&["quotes"], arguments].concat())["total"].as_u64().unwrap();
    let (one, two) = (total(&["--code", "vuile was"]), total(&["--code", "stil zijn"]));
    assert_eq!(total(&["--code", "vuile was", "--code", "stil zijn"]), one + two);
    assert_eq!(total(&["--case", "1", "--case", "2"]), total(&[]));
    assert_eq!(total(&["--code", "vuile was", "--theme", "Hulp van buiten"]), 0);
    assert_eq!(total(&["--theme", "1", "--where", "rol:professional OR rol:hoofdpersoon"]), 0);
    assert_eq!(
        total(&["--where", "casus:2 NOT respondent:Toos"]),
        total(&["--case", "2"]) - total(&["--participant", "Toos"])
    );
    assert_eq!(total(&["--moment", "half jaar"]), total(&["--case", "2"]));
}
