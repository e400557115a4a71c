//! Words that search treats as one: by verb and in the codebook file, what is refused, and projects from before there
//! were any.

use super::desk::{Desk, PROJECT};
use rusqlite::Connection;
use serde_json::json;

#[test]
fn synonyms_are_added_shown_and_taken_away() {
    let desk = Desk::small();
    desk.leaves_alone(&["synonyms"]).ended(0).says(&["codeboom synonyms add"]);
    assert_eq!(desk.json(&["synonyms"]), json!({ "total": 0, "synonyms": [] }));
    desk.does(&["synonyms", "add", "EK-c", "Eigen Kracht-conferentie", "EKC"]).says(&["synoniemen", "EK-c = Eigen"]);
    desk.does(&["synonyms", "add", "pgb = persoonsgebonden budget"]);
    desk.leaves_alone(&["synonyms", "add", "ekc = eigen kracht conferentie"]).ended(0).says(&["niets veranderd"]);
    desk.does(&["synonyms", "add", "EKC", "beraad"]).says(&["1 synoniem toegevoegd"]);
    let forms = json!([
        { "forms": ["EK-c", "Eigen Kracht-conferentie", "EKC", "beraad"] },
        { "forms": ["pgb", "persoonsgebonden budget"] },
    ]);
    assert_eq!(desk.json(&["synonyms"]), json!({ "total": 2, "synonyms": forms }));
    desk.does(&["synonyms"]).shows(&["EK-c = Eigen Kracht-conferentie = EKC = beraad\n"]);
    let table = desk.does(&["synonyms", "--format", "csv"]).stdout;
    assert!(table.contains("pgb = persoonsgebonden budget"), "{table}");
    desk.does(&["synonyms", "add", "budget", "pgb", "beraad"]).says(&["2 groepen", "één groep"]);
    desk.does(&["undo"]);
    desk.does(&["synonyms", "remove", "ekc"]).says(&["‘EKC’", "EK-c = Eigen Kracht-conferentie = beraad"]);
    desk.does(&["synonyms", "remove", "pgb"]).says(&["‘pgb’", "‘persoonsgebonden budget’"]);
    desk.does(&["synonyms", "remove", "beraad", "--group"]);
    assert_eq!(desk.json(&["synonyms"])["total"], 0);
    desk.does(&["undo"]);
    assert_eq!(desk.json(&["synonyms"])["total"], 1);
    let steps = desk.json(&["history", "--limit", "0"]);
    let said: Vec<&str> =
        steps["entries"].as_array().unwrap().iter().map(|step| step["what"].as_str().unwrap()).collect();
    assert!(said.contains(&"synoniemen ‘EK-c’, ‘Eigen Kracht-conferentie’ en ‘EKC’ toegevoegd"), "{said:?}");
    assert!(said.contains(&"synoniemen ‘EKC’ weggehaald"), "{said:?}");
    desk.is_sound();
}

#[test]
fn what_cannot_be_a_synonym_is_refused() {
    let desk = Desk::small();
    desk.does(&["synonyms", "add", "EKC", "beraad"]);
    let long = "ë".repeat(201);
    for (arguments, said) in [
        (&["EKC"][..], &["‘EKC’", "alleen", "twee"][..]),
        (&["EKC", "ekc"], &["‘EKC’", "‘ekc’", "hetzelfde"]),
        (&["EK-c = ek c"], &["‘EK-c’", "‘ek c’", "hetzelfde"]),
        (&["EKC", "…!"], &["‘…!’", "letter"]),
        (&["EKC", ""], &["leeg"]),
        (&["EKC = "], &["leeg"]),
        (&["EKC", &long], &["201 tekens", "korter"]),
        (&["EKC", "a\nb"], &["stuurteken"]),
    ] {
        desk.refuses(&[&["synonyms", "add"], arguments].concat()).says(said);
    }
    desk.refuses(&["synonyms", "remove", "berad"]).says(&["‘berad’", "‘beraad’"]);
    desk.refuses(&["synonyms", "remove", "fiets"]).says(&["‘fiets’", "codeboom synonyms"]);
    desk.leaves_alone(&["synonyms", "add"]).ended(2);
    desk.leaves_alone(&["synonyms", "remove"]).ended(2);
}

#[test]
fn a_codebook_brings_synonyms_and_takes_them_along() {
    let desk = Desk::small();
    desk.does(&["synonyms", "add", "EKC", "beraad"]);
    let own = "# van ons\ntitle = \"Zorg\"\nsynonyms = [\n  # de bijeenkomst\n  [\"EK-c\", \"EKC\"],\n]\n\n[[code]]\nname = \"pgb\"\n";
    desk.write("zorg.toml", own);
    desk.write("geld.toml", "synonyms = [[\"pgb\", \"persoonsgebonden budget\"], [\"EK-c\", \"conferentie\"]]\n");
    desk.does(&["codebook", "import", "zorg.toml", "geld.toml"])
        .says(&["EKC = beraad = EK-c = conferentie", "pgb = persoonsgebonden budget"]);
    let groups = desk.json(&["synonyms"]);
    assert_eq!(groups["synonyms"][0]["forms"], json!(["EKC", "beraad", "EK-c", "conferentie"]));
    desk.leaves_alone(&["codebook", "import", "zorg.toml"]).ended(0);
    desk.does(&["codebook", "export", "zorg.toml", "--taxonomy", "Zorg"]);
    let exported = desk.text("zorg.toml");
    for part in [
        "# van ons\n",
        "  # de bijeenkomst\n  [\"EK-c\", \"EKC\", \"beraad\", \"conferentie\"],\n",
        "  [\"pgb\", \"persoonsgebonden budget\"],\n]\n",
    ] {
        assert!(exported.contains(part), "{part:?} in\n{exported}");
    }
    desk.does(&["codebook", "export", "codes.csv"]).says(&["synoniemen"]);
    assert!(!desk.text("codes.csv").contains("persoonsgebonden"));

    let other = Desk::new();
    other.write("zorg.toml", &exported);
    other.does(&["codebook", "import", "zorg.toml"]);
    assert_eq!(other.json(&["synonyms"])["total"], 2);
    for (value, said) in [
        ("[[\"EKC\"]]", &["regel 1, kolom 13", "‘EKC’", "alleen"][..]),
        ("[[\"a\", \"b\"], [\"c\", \"A\"]]", &["‘A’", "‘a’"]),
        ("[\"a\", \"b\"]", &["[[\"EK-c\", \"EKC\"]"]),
    ] {
        other.write("fout.toml", format!("synonyms = {value}\n"));
        other.refuses(&["codebook", "import", "fout.toml"]).says(said);
    }
}

/// Makes the project at this desk one of before there were synonyms.
fn made_older(desk: &Desk) {
    let project = Connection::open(desk.at(PROJECT)).unwrap();
    project
        .execute_batch("BEGIN; DROP TABLE comment; DROP TABLE bookmark; DROP TABLE synonym; PRAGMA user_version = 1; COMMIT; VACUUM")
        .unwrap();
}

#[test]
fn an_older_project_is_brought_up_to_date_once_and_its_copy_kept() {
    let desk = Desk::small();
    let transcripts = desk.json(&["transcripts"]);
    made_older(&desk);
    let steps = desk.does(&["transcripts"]).says(&["bijgewerkt", "studie.codeboom.v1"]);
    assert!(steps.stdout.contains("riek"));
    assert_eq!(desk.json(&["transcripts"]), transcripts);
    assert_eq!(desk.does(&["transcripts"]).stderr, "", "once is enough");
    assert_eq!(desk.steps(), 4, "bringing it up to date is no step");
    desk.does(&["synonyms", "add", "EK-c", "EKC"]);
    assert_eq!(desk.json(&["transcripts", "-p", "studie.codeboom.v1"]), transcripts);
    desk.is_sound();
}
