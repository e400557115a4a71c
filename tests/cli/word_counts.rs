//! `words`: counts by dictionary form, by group and inside fragments, and the words that are characteristic of a part.

use super::desk::Desk;
use super::small_study::{INTERVIEWER, PEOPLE, interviews};
use serde_json::Value;

/// How many words respondents say, counted in another way: what stands between spaces and holds a letter or digit.
fn said(by: impl Fn(&str) -> bool) -> u64 {
    let turns = interviews().into_iter().flat_map(|interview| interview.turns);
    let words = turns
        .filter(|(speaker, _)| by(speaker))
        .map(|(_, said)| said.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count() as u64);
    words.sum()
}

fn role(speaker: &str) -> Option<&'static str> {
    PEOPLE.iter().find(|person| person.0 == speaker).map(|person| person.1)
}

/// The word among whose forms this one is.
fn with_form<'v>(list: &'v Value, form: &str) -> &'v Value {
    let has = |word: &&Value| word["forms"].as_array().unwrap().iter().any(|one| one["form"] == form);
    list.as_array().unwrap().iter().find(has).unwrap_or_else(|| panic!("{form} in {list}"))
}

#[test]
fn words_are_counted_with_their_spread() {
    let desk = Desk::small();
    let counted = desk.json(&["words", "--limit", "0"]);
    assert_eq!(counted["words"], said(|speaker| speaker != INTERVIEWER));
    assert_eq!((&counted["transcripts"], &counted["cases"]), (&4.into(), &2.into()));
    let buren = with_form(&counted["lemmas"], "buren");
    assert_eq!((&buren["count"], &buren["transcripts"], &buren["cases"]), (&5.into(), &3.into(), &2.into()));
    let all = counted["words"].as_f64().unwrap();
    assert!((buren["per_million"].as_f64().unwrap() - 5e6 / all).abs() < 1e-6);
    let helpen = with_form(&counted["lemmas"], "helpen");
    assert_eq!(helpen["count"], 5, "helpen and helpt are one word: {helpen}");
    with_form(&counted["lemmas"], "één");
    let total: u64 = counted["lemmas"].as_array().unwrap().iter().map(|word| word["count"].as_u64().unwrap()).sum();
    assert_eq!(counted["words"], total);

    let with_questions = desk.json(&["words", "--limit", "0", "--interviewer"]);
    assert_eq!(with_questions["words"], said(|_| true));
    assert_eq!(with_form(&with_questions["lemmas"], "buren")["count"], 6);
}

#[test]
fn speaker_names_and_time_marks_are_no_words() {
    let desk = Desk::new();
    desk.write("tijd.txt", "[00:00:04] I: Vertel.\n[00:00:09] R: Er was niks. [00:00:21] Echt niks.\n[00:00:24] I: Nee?\n[00:00:40] R: Ja.\n");
    desk.does(&["import", "tijd.txt"]);
    let counted = desk.json(&["words", "--limit", "0"]);
    let forms: Vec<&str> =
        counted["lemmas"].as_array().unwrap().iter().map(|word| word["forms"][0]["form"].as_str().unwrap()).collect();
    assert_eq!(counted["words"], 6, "{forms:?}");
    for form in ["niks", "er", "was", "echt", "ja"] {
        assert!(forms.iter().any(|known| known.to_lowercase() == form), "{form} {forms:?}");
    }
}

#[test]
fn groups_stand_in_columns_and_add_up() {
    let desk = Desk::small();
    for (by, names) in [
        ("role", &["hoofdpersoon", "naaste", "professional"][..]),
        ("case", &["1", "2"]),
        ("moment", &["half jaar", "start"]),
    ] {
        let counted = desk.json(&["words", "--limit", "0", "--by", by]);
        let groups = counted["groups"].as_array().unwrap();
        let mut found: Vec<&str> = groups.iter().map(|group| group["name"].as_str().unwrap()).collect();
        found.sort_unstable();
        assert_eq!(found, names);
        let sum: u64 = groups.iter().map(|group| group["words"].as_u64().unwrap()).sum();
        assert_eq!(counted["words"], sum, "{by}");
        for word in counted["lemmas"].as_array().unwrap() {
            let sum: u64 = word["groups"].as_array().unwrap().iter().map(|own| own["count"].as_u64().unwrap()).sum();
            assert_eq!(word["count"], sum, "{by} {word}");
        }
        for group in groups.iter().filter(|_| by == "role") {
            assert_eq!(group["words"], said(|speaker| role(speaker) == group["name"].as_str()));
        }
    }
    desk.does(&["words", "--by", "role"]).shows(&["professional (N=", "professional, per mln"]);
    desk.refuses(&["words", "--by", "rolle"]).says(&["‘rolle’"]);
}

#[test]
fn conditions_on_codings_count_the_words_inside_the_fragments() {
    let desk = Desk::small();
    let counted = desk.json(&["words", "--limit", "0", "--code", "buren helpen"]);
    assert_eq!(counted["words"], 10, "three fragments: {counted}");
    assert_eq!(with_form(&counted["lemmas"], "helpen")["count"], 4);
    let without = desk.json(&["words", "--limit", "0", "--where", "NOT code:\"buren helpen\""]);
    assert_eq!(without["words"], said(|speaker| speaker != INTERVIEWER) - 10);
    let label = desk.json(&["words", "--limit", "0", "--label", "Stilte in huis", "--case", "1"]);
    assert_eq!(label["words"], 6);
}

#[test]
fn content_leaves_function_words_out_of_the_list_only() {
    let desk = Desk::small();
    let all = desk.json(&["words", "--limit", "0"]);
    let content = desk.json(&["words", "--limit", "0", "--content"]);
    assert_eq!(all["words"], content["words"]);
    let forms = content["lemmas"].to_string();
    for word in ["\"de\"", "\"niet\"", "\"zo'n\"", "\"ja\"", "\"’s\""] {
        assert!(all["lemmas"].to_string().contains(word) && !forms.contains(word), "{word}");
    }
    with_form(&content["lemmas"], "buren");
    let often = desk.json(&["words", "--limit", "0", "--min", "3", "--content"]);
    assert!(often["lemmas"].as_array().unwrap().iter().all(|word| word["count"].as_u64().unwrap() >= 3), "{often}");
    assert_eq!(often["total"], often["lemmas"].as_array().unwrap().len());
}

#[test]
fn characteristic_words_have_their_numbers_from_the_counts() {
    let desk = Desk::small();
    let found = desk.json(&["words", "--key", "--role", "professional", "--min", "1", "--limit", "0"]);
    let (part, rest) = (found["part"]["words"].as_f64().unwrap(), found["rest"]["words"].as_f64().unwrap());
    assert_eq!(found["part"]["words"], said(|speaker| role(speaker) == Some("professional")));
    assert_eq!(found["rest"]["words"], said(|speaker| speaker != INTERVIEWER && role(speaker) != Some("professional")));
    let list = found["keyness"].as_array().unwrap();
    let mut last = f64::INFINITY;
    for word in list {
        let (a, b) = (word["part"]["count"].as_f64().unwrap(), word["rest"]["count"].as_f64().unwrap());
        let expected = (a + b) / (part + rest);
        let term = |seen: f64, expected: f64| if seen == 0.0 { 0.0 } else { 2.0 * seen * (seen / expected).ln() };
        let likelihood = term(a, part * expected) + term(b, rest * expected);
        let given = word["log_likelihood"].as_f64().unwrap();
        assert!((given - likelihood).abs() < 1e-9, "{word}");
        assert!(given <= last, "sorted by the surest difference");
        last = given;
        assert_eq!(word["use"], if a / part > b / rest { "over" } else { "under" }, "{word}");
        assert!((word["bic"].as_f64().unwrap() - (given - (part + rest).ln())).abs() < 1e-9);
    }
    let coordinator = with_form(&found["keyness"], "coördinator");
    assert_eq!((&coordinator["part"]["count"], &coordinator["rest"]["count"]), (&2.into(), &1.into()));
    desk.does(&["words", "--key", "--role", "professional", "--min", "1"]).shows(&[
        "Kenmerkende woorden van een deel",
        "het deel: rol:professional",
        "vaker",
        "minder",
        "Rayson & Garside 2000",
    ]);
    let english = desk.does(&["words", "--key", "--role", "naaste", "--language", "en", "--min", "1"]);
    english.shows(&["Characteristic words of a part", "Log ratio", "less"]);
}

#[test]
fn where_nothing_can_be_compared_it_is_said() {
    let desk = Desk::small();
    desk.leaves_alone(&["words", "--key"]).ended(2).says(&["--key --role"]);
    let whole = desk.does(&["words", "--key", "--where", "casus:1 OR casus:2"]);
    assert!(whole.stderr.contains("niets om mee te vergelijken"), "{whole:?}");
    let none = desk.does(&["words", "--key", "--role", "hoofdpersoon", "--case", "2"]);
    assert!(none.stderr.contains("in dit deel staat geen woord"), "{none:?}");
    assert_eq!(
        desk.json(&["words", "--key", "--role", "hoofdpersoon", "--case", "2"])["keyness"],
        serde_json::json!([])
    );
    desk.does(&["words", "--role", "hoofdpersoon", "--case", "2"]).says(&["geen woord over"]);
    desk.refuses(&["words", "--role", "nasten"]).says(&["‘naaste’"]);
    desk.refuses(&["words", "--where", "buren"]).says(&["^^^^^"]);
    desk.leaves_alone(&["words", "--key", "--role", "naaste", "--by", "role"]).ended(2);

    let empty = Desk::new();
    for arguments in [&["words"][..], &["words", "--by", "role"], &["words", "--key", "--where", "NOT moment:start"]] {
        let outcome = empty.run(arguments);
        assert!(matches!(outcome.code, Some(0 | 1)), "{outcome:?}");
    }
    empty.does(&["words"]).says(&["codeboom import"]);
    assert_eq!(empty.json(&["words"])["lemmas"], serde_json::json!([]));
}

#[test]
fn strange_letters_are_words_as_they_are() {
    let desk = Desk::new();
    desk.write(
        "vreemd.txt",
        "Riek: Coo\u{308}rdinator 👩‍👧 שלום coördinator.\n\nJan: Coördinator? שלום 🙈\n\nRiek: ja\n\nJan: ja\n",
    );
    desk.does(&["import", "vreemd.txt"]);
    let counted = desk.json(&["words"]);
    assert_eq!(counted["words"], 7);
    let word = with_form(&counted["lemmas"], "coördinator");
    assert_eq!((&word["count"], word["forms"].as_array().unwrap().len()), (&3.into(), 1));
    assert_eq!(with_form(&counted["lemmas"], "שלום")["count"], 2);
}

#[test]
fn every_format_has_a_row_per_word() {
    let desk = Desk::small();
    for arguments in [&["words", "--by", "case"][..], &["words", "--key", "--case", "1", "--min", "1"]] {
        let csv = desk.does(&[arguments, &["--format", "csv", "--limit", "7"]].concat()).stdout;
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        assert_eq!(reader.records().map(Result::unwrap).count(), 7);
        let table = desk.does(&[arguments, &["--format", "md", "--limit", "7"]].concat()).stdout;
        assert_eq!(table.lines().filter(|line| line.starts_with('|')).count(), 9, "{table}");
    }
    desk.does(&["words", "--limit", "7"]).says(&["de eerste 7 staan hier", "--limit 0"]);
}
