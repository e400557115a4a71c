//! The JSON of the contract, letter by letter: keys and their order, values, positions in code points.

use crate::cli::desk::Desk;
use insta::assert_snapshot;

#[test]
fn search() {
    let desk = Desk::small();
    let answer = desk.does(&["search", "coördinator", "--case", "1", "--limit", "1", "--format", "json"]);
    assert_snapshot!(answer.stdout, @r###"
{
  "query": "coördinator",
  "total": 1,
  "hits": [
    {
      "transcript": "jan",
      "case": "1",
      "participant": "Jan",
      "role": "hoofdpersoon",
      "line": 3,
      "span": {
        "start": 47,
        "end": 105
      },
      "matches": [
        {
          "start": 70,
          "end": 81
        }
      ],
      "text": "Jan: Ik red me wel. De coördinator komt één keer per week.",
      "codes": [
        "zelf redden"
      ],
      "counter": []
    }
  ]
}
"###);
    let none = desk.does(&["search", "onvindbaar", "--format", "json"]).stdout;
    let none: String = none.split_whitespace().collect();
    assert_eq!(none, r#"{"query":"onvindbaar","total":0,"hits":[]}"#);
}

#[test]
fn search_from_a_file() {
    let desk = Desk::small();
    desk.write("vragen.txt", "\"boos?\"\ncasus:9 buren\n(buren\nonvindbaar\n");
    let lines = desk.does(&["search", "--from", "vragen.txt", "--limit", "1"]).stdout;
    assert_snapshot!(lines, @r###"
{"query":"\"boos?\"","total":3,"hits":[{"transcript":"familie","case":"2","participant":"Sjoerd","role":"professional","line":13,"span":{"start":275,"end":303},"matches":[{"start":298,"end":302}],"text":"Sjoerd: De buren waren boos.","codes":[],"counter":[]}]}
{"query":"casus:9 buren","error":"Er is geen casus ‘9’.","hits":[]}
{"query":"(buren","error":"Dit haakje wordt niet gesloten.","hits":[]}
{"query":"onvindbaar","total":0,"hits":[]}
"###);
}

#[test]
fn quotes() {
    let desk = Desk::small();
    assert_snapshot!(desk.does(&["quotes", "--label", "Voor het dorp", "--format", "json"]).stdout, @r###"
{"total":4,"quotes":[
{"transcript":"familie","case":"2","participant":"Toos","role":"naaste","line":3,"span":{"start":39,"end":61},"text":"Wij schaamden ons dood","codes":["schaamte"],"coders":["lotte"],"counter":[],"state":"exact"},
{"transcript":"familie","case":"2","participant":"Toos","role":"naaste","line":7,"span":{"start":157,"end":183},"text":"Schaamte, ja. De vuile was","codes":["schaamte"],"coders":["daan"],"counter":[],"state":"exact"},
{"transcript":"familie","case":"2","participant":"Toos","role":"naaste","line":7,"span":{"start":171,"end":197},"text":"De vuile was lag op straat","codes":["vuile was"],"coders":["lotte"],"counter":["vuile was"],"state":"exact"},
{"transcript":"riek","case":"1","participant":"Riek","role":"naaste","line":3,"span":{"start":54,"end":78},"text":"de vuile was niet buiten","codes":["vuile was"],"coders":["daan","lotte"],"counter":[],"state":"exact"}]}
"###);
    assert_snapshot!(desk.does(&["quotes", "--code", "1.1.1", "--case", "1", "--format", "json"]).stdout, @r###"
{"total":1,"quotes":[
{"transcript":"riek","case":"1","participant":"Riek","role":"naaste","line":3,"span":{"start":54,"end":78},"text":"de vuile was niet buiten","codes":["vuile was"],"coders":["daan","lotte"],"counter":[],"state":"exact"}]}
"###);
    let none = desk.json(&["quotes", "--role", "hoofdpersoon", "--label", "Voor het dorp"]);
    assert_eq!(none.to_string(), r#"{"total":0,"quotes":[]}"#);
}

#[test]
fn unknown_case_participant_and_role_are_null() {
    let desk = Desk::new();
    desk.write("brief.txt", "Beste buren, de was hangt buiten.\n");
    desk.does(&["import", "brief.txt"]);
    desk.does(&["code", "apply", "was", "--new", "--in", "brief", "--quote", "de was"]);
    let hit = &desk.json(&["search", "was"])["hits"][0];
    let quote = &desk.json(&["quotes"])["quotes"][0];
    for thing in [hit, quote] {
        for key in ["case", "participant", "role"] {
            assert!(thing[key].is_null() && thing.get(key).is_some(), "{key} in {thing}");
        }
    }
    assert_eq!(hit["span"]["end"], 33, "a text without turns is searched by paragraph");
}

#[test]
fn what_the_interviewer_says_has_a_case_but_nobody() {
    let desk = Desk::small();
    assert_eq!(desk.json(&["search", "vertel"])["total"], 0);
    let hit = desk.json(&["search", "vertel", "--interviewer"])["hits"][0].clone();
    assert_eq!((&hit["case"], hit["participant"].is_null(), hit["role"].is_null()), (&"1".into(), true, true));
}

#[test]
fn taxonomy() {
    let desk = Desk::small();
    assert_snapshot!(desk.does(&["taxonomy", "--format", "json"]).stdout, @r###"
{
  "title": "Thuis",
  "of": {
    "cases": 2,
    "participants": 5
  },
  "themes": [
    {
      "name": "Binnenskamers houden",
      "cases": 2,
      "participants": 3,
      "fragments": 5,
      "counter_fragments": 1,
      "counter_cases": 1,
      "codes": [],
      "labels": [
        {
          "name": "Voor het dorp",
          "cases": 2,
          "participants": 2,
          "fragments": 3,
          "codes": [
            {
              "name": "vuile was",
              "fragments": 1,
              "cases": 1,
              "participants": 1,
              "counter_fragments": 1,
              "counter_cases": 1,
              "number": "1.1.1",
              "definition": "Niet praten over wat thuis gebeurt."
            },
            {
              "name": "schaamte",
              "fragments": 2,
              "cases": 1,
              "participants": 1,
              "counter_fragments": 0,
              "counter_cases": 0,
              "number": "1.1.2"
            }
          ],
          "counter_fragments": 1,
          "counter_cases": 1,
          "number": "1.1"
        },
        {
          "name": "Stilte in huis",
          "cases": 2,
          "participants": 2,
          "fragments": 2,
          "codes": [
            {
              "name": "stil zijn",
              "fragments": 2,
              "cases": 2,
              "participants": 2,
              "counter_fragments": 0,
              "counter_cases": 0,
              "number": "1.2.1"
            }
          ],
          "counter_fragments": 0,
          "counter_cases": 0,
          "number": "1.2"
        }
      ],
      "number": "1",
      "statement": "Wat thuis gebeurt, blijft thuis."
    },
    {
      "name": "Hulp van buiten",
      "cases": 2,
      "participants": 3,
      "fragments": 3,
      "counter_fragments": 1,
      "counter_cases": 1,
      "codes": [
        {
          "name": "vast gezicht",
          "fragments": 1,
          "cases": 1,
          "participants": 1,
          "counter_fragments": 0,
          "counter_cases": 0,
          "number": "2.2"
        }
      ],
      "labels": [
        {
          "name": "Buren en dorp",
          "cases": 2,
          "participants": 2,
          "fragments": 2,
          "codes": [
            {
              "name": "buren helpen",
              "fragments": 2,
              "cases": 2,
              "participants": 2,
              "counter_fragments": 1,
              "counter_cases": 1,
              "number": "2.1.1"
            }
          ],
          "counter_fragments": 1,
          "counter_cases": 1,
          "number": "2.1"
        }
      ],
      "number": "2"
    }
  ],
  "ungrouped": [
    {
      "name": "zelf redden",
      "level": "open",
      "cases": 1,
      "participants": 1,
      "fragments": 1,
      "counter_fragments": 0,
      "counter_cases": 0
    }
  ],
  "footnotes": {
    "*": "Ook wat de buren zien"
  },
  "totals": {
    "themes": 2,
    "labels": 3,
    "codes": 5,
    "fragments": 8,
    "participants": 4,
    "cases": 2,
    "counter_fragments": 2,
    "counter_cases": 2
  },
  "scope": null,
  "where": null
}
"###);
}

#[test]
fn taxonomy_file_is_the_same_json() {
    let desk = Desk::small();
    let shown = desk.does(&["taxonomy", "--format", "json"]).stdout;
    desk.does(&["taxonomy", "--out", "tabel.json"]);
    assert_eq!(desk.text("tabel.json"), shown);
}

#[test]
fn lists_and_history_are_json_too() {
    let desk = Desk::small();
    assert_eq!(desk.json(&["transcripts"])["total"], 4);
    assert_eq!(desk.json(&["cases"])["total"], 2);
    assert_eq!(desk.json(&["participants"])["total"], 5);
    assert_eq!(desk.json(&["codebook", "show"])["total"], 11);
    assert_eq!(desk.json(&["memo", "list"])["total"], 0);
    let riek = desk.json(&["show", "riek", "--lines", "3-3"]);
    assert_eq!(riek["fragments"][0]["codes"], serde_json::json!(["vuile was"]));
    let history = desk.json(&["history"]);
    assert_eq!((&history["total"], history["entries"].as_array().unwrap().len()), (&4.into(), 4));
    let time = regex::Regex::new(r"^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$").unwrap();
    for entry in history["entries"].as_array().unwrap() {
        assert!(time.is_match(entry["time"].as_str().unwrap()), "{entry}");
        assert_eq!(entry["actor"], "lotte");
    }
}
