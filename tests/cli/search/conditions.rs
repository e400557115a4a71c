//! Conditions on codings, values and memos, in the small study: which turns answer, by what they say.

use crate::cli::desk::Desk;

/// The small study with what a table of respondents and memos add.
fn desk() -> Desk {
    let desk = Desk::small();
    desk.write(
        "kenmerken.csv",
        "transcript;spreker;respondent;rol;casus;moment;datum;leeftijd;woont;zorg duur\n\
         riek;Riek;Riek;naaste;1;start;14-3-2025;71;Groningen;>65\n\
         jan;Jan;Jan;hoofdpersoon;1;start;2025-03-28;45,5;Groenlo;2\n\
         familie;Toos;Toos;naaste;2;half jaar;3 september 2025;39;Twente;12\n\
         familie;Bennie;Bennie;naaste;2;half jaar;3 september 2025;40;Twente;\n\
         familie;Sjoerd;Sjoerd;professional;2;half jaar;3 september 2025;onbekend;Almelo;\n\
         sjoerd;Sjoerd;Sjoerd;professional;2;half jaar;;onbekend;Almelo;\n",
    );
    desk.write("weer.txt", "Interviewer: Ja?\n\nRiek: Nee.\n");
    desk.does(&["import", "weer.txt", "--participants", "kenmerken.csv"]);
    desk
}

/// The transcripts and lines of the turns that answer.
fn found(desk: &Desk, query: &str) -> Vec<String> {
    let answer = desk.json(&["search", query, "--sort", "text", "--limit", "0"]);
    let hits = answer["hits"].as_array().unwrap().iter();
    hits.map(|hit| format!("{} {}", hit["transcript"].as_str().unwrap(), hit["line"])).collect()
}

#[test]
fn codings_beside_codings() {
    let desk = Desk::small();
    for (query, expected) in [
        ("code:\"vuile was\" SAMEN code:\"vuile was\"", &["riek 3"][..]),
        ("code:\"vuile was\" OVERLAPT code:schaamte", &["familie 7"]),
        ("code:schaamte OVERLAPS code:\"vuile was\"", &["familie 7"]),
        ("code:\"vuile was\" BINNEN code:schaamte", &[]),
        ("(code:\"vuile was\" codeur:daan) SAMEN (code:\"vuile was\" codeur:lotte)", &["riek 3"]),
        ("code:\"buren helpen\" VOLGT code:\"vuile was\"", &["riek 7"]),
        ("code:\"buren helpen\" FOLLOWS/1 code:\"vuile was\"", &[]),
        ("code:schaamte VOLGT/1 code:schaamte", &[]),
        ("code:schaamte VOLGT/2 code:schaamte", &["familie 7"]),
        ("thema:\"Binnenskamers houden\" SAMEN tegenvoorbeeld:ja", &["familie 7"]),
        ("tegenvoorbeeld:ja", &["jan 7", "familie 7"]),
        ("schaamte NIET gecodeerd", &[]),
        ("stil NIET GECODEERD", &[]),
        ("casus:1 wel CODED", &["riek 7", "jan 3"]),
        ("transcript:familie NOT coded", &["familie 5", "familie 13"]),
    ] {
        let mut expected = expected.to_vec();
        expected.sort_by_key(|place| ["familie", "jan", "riek"].iter().position(|name| place.starts_with(name)));
        assert_eq!(found(&desk, query), expected, "{query}");
    }
    let quotes = desk.json(&["quotes", "--where", "code:schaamte OVERLAPT code:\"vuile was\""]);
    assert_eq!(
        (quotes["total"].as_u64(), &quotes["quotes"][0]["text"]),
        (Some(1), &"Schaamte, ja. De vuile was".into())
    );
}

#[test]
fn several_values_beginnings_and_ranges() {
    let desk = desk();
    let same = |one: &str, other: &str| {
        let (one_found, other_found) = (found(&desk, one), found(&desk, other));
        assert!(!one_found.is_empty(), "{one} finds nothing");
        assert_eq!(one_found, other_found, "{one} and {other}");
    };
    same("casus:(1 OF 2) buren", "buren");
    same("rol:(NIET naaste) buren", "buren NIET rol:naaste");
    same("respondent:(Riek OF J*)", "respondent:Riek OF respondent:Jan");
    same("code:(schaamte OF \"vuile was\")", "code:schaamte OF code:\"vuile was\"");
    same("woont:Gro*", "respondent:Riek OF respondent:Jan");
    same("woont:(Groenlo OF Tw*)", "respondent:(Jan OF Toos OF Bennie)");
    same("woont:*", "casus:*");
    same("leeftijd:40..60", "respondent:(Jan OF Bennie)");
    same("leeftijd:45,5", "respondent:Jan");
    same("leeftijd:>40", "respondent:(Jan OF Riek)");
    same("leeftijd:<=40", "respondent:(Toos OF Bennie)");
    same("leeftijd:(<40 OF >70)", "respondent:(Toos OF Riek)");
    same("\"zorg duur\":2..", "respondent:(Jan OF Toos)");
    same("\"zorg duur\":>65", "respondent:Riek");
    same("\"zorg duur\":\">65\"", "respondent:Riek");
    same("datum:2025-03", "transcript:(riek OF jan)");
    same("datum:2025-03-01..2025-03-20", "transcript:riek");
    same("datum:\"3 september 2025\"", "transcript:familie");
    same("datum:>2025-03", "transcript:familie");
    same("casus:2..9", "casus:2");
    assert_eq!(found(&desk, "leeftijd:1000.."), Vec::<String>::new());
    for (query, said) in [
        ("woont:40..60", "geen getallen"),
        ("leeftijd:40..veel", "geen getal"),
        ("leeftijd:\"40..60\"", "‘40..60’"),
        ("woont:Z*", "‘Z*’"),
        ("datum:morgen", "geen datum"),
    ] {
        desk.refuses(&["search", query]).says(&[said]);
    }
}

#[test]
fn memos_lead_to_what_they_are_about() {
    let desk = Desk::small();
    desk.does(&["memo", "add", "Nog eens lezen: Coördinator", "--on", "respondent:Bennie"]);
    desk.does(&["memo", "add", "Schaamte is hier een woord van buiten", "--on", "code:schaamte"]);
    desk.does(&["memo", "add", "Dit gesprek was in de tuin", "--on", "transcript:jan"]);
    for (query, same) in [
        ("memo:coordinator", "respondent:Bennie"),
        ("memo:\"nog eens\"", "respondent:Bennie"),
        ("memo:lez*", "respondent:Bennie"),
        ("memo:(tuin OF lezen)", "transcript:jan OF respondent:Bennie"),
        ("memo:buiten", "code:schaamte"),
    ] {
        assert!(!found(&desk, query).is_empty(), "{query}");
        assert_eq!(found(&desk, query), found(&desk, same), "{query}");
    }
    for nothing in ["memo:\"eens nog\"", "memo:woordenboek"] {
        assert!(found(&desk, nothing).is_empty(), "{nothing}");
    }
}
