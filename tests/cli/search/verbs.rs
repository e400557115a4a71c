//! The small study, searched after every verb that can change what a search should find.

use super::scan::{Condition, Mark, Text, Turn, Voice, World, answered, words};
use crate::cli::desk::Desk;
use crate::cli::small_study::{self, ABOVE, CODINGS, INTERVIEWER, Interview, PEOPLE};
use serde_json::Value;
use std::collections::BTreeSet;

fn text(interview: &Interview, people: &[(&str, &str, &str)]) -> Text {
    let mut start = 0;
    let mut line = 1;
    let turns = interview.turns.iter().map(|(speaker, said)| {
        let found = people.iter().find(|person| person.0 == *speaker);
        let voice = Voice {
            participant: found.map(|person| person.0.to_owned()),
            role: found.map(|person| person.1.to_owned()),
            case: found.map(|person| person.2.to_owned()),
        };
        assert!(found.is_some() || *speaker == INTERVIEWER, "{speaker}");
        let turn = Turn { voice, text: format!("{speaker}: {said}"), start, line };
        start = turn.end() + 2;
        line += 2;
        turn
    });
    Text {
        name: interview.name.to_owned(),
        case: Some(interview.case.to_owned()),
        moment: interview.moment.to_owned(),
        turns: turns.collect(),
    }
}

/// Where words stand in a text that has them once.
fn mark(texts: &[Text], transcript: &str, quote: &str, code: &str, coder: &str) -> Mark {
    let text = texts.iter().find(|text| text.name == transcript).unwrap();
    let turn = text.turns.iter().find(|turn| turn.text.contains(quote)).unwrap_or_else(|| panic!("{quote}"));
    let start = turn.start + turn.text[..turn.text.find(quote).unwrap()].chars().count();
    let end = start + quote.chars().count();
    Mark { transcript: transcript.to_owned(), start, end, code: code.to_owned(), coder: coder.to_owned() }
}

fn world() -> World {
    let texts: Vec<Text> = small_study::interviews().iter().map(|interview| text(interview, PEOPLE)).collect();
    let marks = CODINGS.iter().map(|(transcript, quote, code, coder, _)| mark(&texts, transcript, quote, code, coder));
    let marks = marks.collect();
    let above =
        ABOVE.iter().map(|(code, above)| ((*code).to_owned(), above.iter().map(|name| (*name).to_owned()).collect()));
    World { texts, marks, above: above.collect() }
}

/// A condition with its name and its value, and the field of a query and the option that ask for it.
struct Asked {
    field: String,
    option: [String; 2],
    holds: Box<dyn Fn(&World, &Text, &Turn) -> bool>,
}

impl Asked {
    fn new(
        field: &str,
        option: &str,
        value: &str,
        holds: impl Fn(&World, &Text, &Turn, &str) -> bool + 'static,
    ) -> Self {
        let own = value.to_owned();
        Self {
            field: format!("{field}:\"{value}\""),
            option: [option.to_owned(), value.to_owned()],
            holds: Box::new(move |world, text, turn| holds(world, text, turn, &own)),
        }
    }
}

fn has_code(world: &World, text: &Text, turn: &Turn, code: &str) -> bool {
    world.marks_on(text, turn).any(|mark| world.is_below(mark, code))
}

/// Every condition that the study has a value for.
fn conditions(world: &World) -> Vec<Asked> {
    let mut all = Vec::new();
    let spoken = |of: fn(&Voice) -> &Option<String>| -> BTreeSet<String> {
        world.texts.iter().flat_map(|text| &text.turns).filter_map(|turn| of(&turn.voice).clone()).collect()
    };
    for case in spoken(|voice| &voice.case) {
        all.push(Asked::new("casus", "--case", &case, |_, text, turn, value| {
            turn.voice.case.as_deref().or(text.case.as_deref()) == Some(value)
        }));
    }
    for role in spoken(|voice| &voice.role) {
        all.push(Asked::new("rol", "--role", &role, |_, _, turn, value| turn.voice.role.as_deref() == Some(value)));
    }
    for name in spoken(|voice| &voice.participant) {
        all.push(Asked::new("respondent", "--participant", &name, |_, _, turn, value| {
            turn.voice.participant.as_deref() == Some(value)
        }));
    }
    for moment in world.texts.iter().map(|text| &text.moment).collect::<BTreeSet<_>>() {
        all.push(Asked::new("moment", "--moment", moment, |_, text, _, value| text.moment == value));
    }
    for text in &world.texts {
        all.push(Asked::new("transcript", "--transcript", &text.name, |_, text, _, value| text.name == value));
    }
    for (code, above) in &world.above {
        all.push(Asked::new("code", "--code", code, has_code));
        if let [label, theme] = &above[..] {
            all.push(Asked::new("label", "--label", label, has_code));
            all.push(Asked::new("thema", "--theme", theme, has_code));
        }
    }
    for coder in world.marks.iter().map(|mark| &mark.coder).collect::<BTreeSet<_>>() {
        all.push(Asked::new("codeur", "--coded-by", coder, |world, text, turn, value| {
            world.marks_on(text, turn).any(|mark| mark.coder == value)
        }));
    }
    all
}

fn of_respondents(_: &World, _: &Text, turn: &Turn) -> bool {
    !turn.voice.is_interviewer()
}

/// Asks many queries of one process, and compares every hit with the scan.
fn compare(desk: &Desk, options: &[&str], asked: &[(String, Vec<Value>)], when: &str) {
    let lines: String = asked.iter().map(|(query, _)| format!("{query}\n")).collect();
    desk.write("vragen.txt", lines);
    let command = [&["search", "--exact", "--limit", "0", "--from", "vragen.txt"], options].concat();
    let outcome = desk.does(&command);
    let answers: Vec<Value> = outcome.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), asked.len(), "{when}");
    for (answer, (query, expected)) in answers.iter().zip(asked) {
        assert!(answer["error"].is_null(), "{when}: {answer}");
        assert_eq!(answered(answer), *expected, "{when}: {query} {options:?}");
    }
}

/// Words and pairs of words: all of them, or every so many.
fn queries(world: &World, every: usize) -> Vec<String> {
    let mut all = BTreeSet::new();
    for turn in world.texts.iter().flat_map(|text| &text.turns) {
        let words = words(&turn.text);
        all.extend(words.iter().map(|word| word.form.clone()));
        all.extend(words.windows(2).map(|pair| format!("\"{} {}\"", pair[0].form, pair[1].form)));
        all.extend(words.windows(4).map(|run| {
            let run: Vec<&str> = run.iter().map(|word| word.form.as_str()).collect();
            format!("\"{}\"", run.join(" "))
        }));
    }
    all.into_iter().step_by(every).collect()
}

/// Compares words, phrases and every filter as a field of a query.
fn check(desk: &Desk, world: &World, when: &str) {
    let mut asked: Vec<(String, Vec<Value>)> =
        queries(world, 7).into_iter().map(|query| (query.clone(), world.hits(&query, &of_respondents))).collect();
    for condition in conditions(world) {
        let holds: Condition<'_> =
            &|world, text, turn| of_respondents(world, text, turn) && (condition.holds)(world, text, turn);
        let fails: Condition<'_> =
            &|world, text, turn| of_respondents(world, text, turn) && !(condition.holds)(world, text, turn);
        for words in ["de", "\"de buren\"", "was", "stil"] {
            asked.push((format!("{words} {}", condition.field), world.hits(words, holds)));
        }
        asked.push((format!("de NIET {}", condition.field), world.hits("de", fails)));
    }
    assert!(asked.iter().filter(|(_, hits)| !hits.is_empty()).count() > 50, "{when}: the scan finds too little");
    compare(desk, &[], &asked, when);
}

#[test]
fn every_word_and_phrase_with_and_without_the_interviewer() {
    let (desk, world) = (Desk::small(), world());
    let all = queries(&world, 1);
    let asked = |condition: Condition<'_>| -> Vec<(String, Vec<Value>)> {
        all.iter().map(|query| (query.clone(), world.hits(query, condition))).collect()
    };
    compare(&desk, &[], &asked(&of_respondents), "without the interviewer");
    compare(&desk, &["--interviewer"], &asked(&|_, _, _| true), "with the interviewer");
}

#[test]
fn words_are_the_same_however_they_are_typed() {
    let (desk, world) = (Desk::small(), world());
    let forms = [
        "coördinator",
        "COORDINATOR",
        "coo\u{308}rdinator",
        "zo'n",
        "Zo’n",
        "’t",
        "'T",
        "één",
        "een",
        "EEN",
        "🙂 helpen",
    ];
    let plain = |form: &str| form.replace("o\u{308}", "o").replace('🙂', "");
    let asked: Vec<_> =
        forms.iter().map(|form| ((*form).to_owned(), world.hits(&plain(form), &of_respondents))).collect();
    compare(&desk, &[], &asked, "typed otherwise");
}

#[test]
fn every_filter_as_an_option() {
    let (desk, world) = (Desk::small(), world());
    for condition in conditions(&world) {
        let holds: Condition<'_> =
            &|world, text, turn| of_respondents(world, text, turn) && (condition.holds)(world, text, turn);
        let both: Condition<'_> = &|world, text, turn| (condition.holds)(world, text, turn);
        let [option, value] = &condition.option;
        let asked =
            |condition| ["de", "\"de buren\"", "het"].map(|words| (words.to_owned(), world.hits(words, condition)));
        compare(&desk, &[option, value], &asked(holds), "as an option");
        let asked = ["de", "en"].map(|words| (words.to_owned(), world.hits(words, both)));
        compare(&desk, &[option, value, "--interviewer"], &asked, "as an option, with the interviewer");
    }
}

#[test]
fn several_filters_and_words_together() {
    let (desk, world) = (Desk::small(), world());
    let role = |turn: &Turn, role: &str| turn.voice.role.as_deref() == Some(role);
    let by = |world: &World, text: &Text, turn: &Turn, code: &str, coder: &str| {
        world.marks_on(text, turn).any(|mark| world.is_below(mark, code) && mark.coder == coder)
    };
    let has = |turn: &Turn, word: &str| words(&turn.text).iter().any(|found| found.form == word);
    let both = world
        .hits("de", &|world, text, turn| role(turn, "naaste") && by(world, text, turn, "Binnenskamers houden", "daan"));
    assert!(!both.is_empty());
    let options = ["--role", "naaste", "--theme", "1", "--coded-by", "daan"];
    compare(&desk, &options, &[("de".to_owned(), both)], "three options");
    let either = world.hits("de", &|_, _, turn| role(turn, "professional") || role(turn, "hoofdpersoon"));
    let options = ["--role", "professional", "--role", "hoofdpersoon"];
    compare(&desk, &options, &[("de".to_owned(), either)], "one option twice");
    for (query, word, holds) in [
        (
            "buren AND boos",
            "boos",
            &(|_: &World, _: &Text, turn: &Turn| has(turn, "buren") && has(turn, "boos")) as Condition<'_>,
        ),
        ("boos casus:2 (rol:professional OF respondent:Bennie)", "boos", &|_, text, turn| {
            text.case.as_deref() == Some("2")
                && (role(turn, "professional") || turn.voice.participant.as_deref() == Some("Bennie"))
        }),
        ("buren NOT boos", "buren", &|_, _, turn| !has(turn, "boos") && of_respondents(&world, &world.texts[0], turn)),
        ("buren NIET code:\"buren helpen\"", "buren", &|world, text, turn| {
            of_respondents(world, text, turn) && !has_code(world, text, turn, "buren helpen")
        }),
    ] {
        let answer = desk.json(&["search", "--exact", "--limit", "0", query]);
        let places = |hits: &[Value]| hits.iter().map(super::scan::place).collect::<Vec<_>>();
        assert_eq!(places(&answered(&answer)), places(&world.hits(word, holds)), "{query}");
    }
}

#[test]
fn the_first_hits_are_some_of_all_hits() {
    let (desk, world) = (Desk::small(), world());
    let all = world.hits("de", &of_respondents);
    for limit in [1, 2, 5] {
        let answer = desk.json(&["search", "--exact", "de", "--limit", &limit.to_string()]);
        assert_eq!((&answer["total"], answer["hits"].as_array().unwrap().len()), (&all.len().into(), limit));
        for hit in answer["hits"].as_array().unwrap() {
            assert!(all.iter().any(|known| super::scan::place(known) == super::scan::place(hit)));
        }
    }
}

#[test]
fn hits_stay_right_after_every_verb() {
    let desk = Desk::small();
    let mut world = world();
    check(&desk, &world, "at first");

    let nel = Interview {
        name: "nel",
        case: "1",
        moment: "half jaar",
        turns: vec![
            (INTERVIEWER, "Kent u de buren?"),
            ("Nel", "De buren ken ik al dertig jaar; de sleutel ligt bij mij."),
            ("Nel", "En stil is het daar, ’s avonds."),
        ],
    };
    let people: Vec<_> = PEOPLE.iter().copied().chain([("Nel", "buur", "1")]).collect();
    desk.write("nel.txt", small_study::typed(&nel.turns));
    let heads = small_study::PEOPLE_HEADS;
    desk.write("nel.csv", format!("{heads}nel;Nel;Nel;buur;1;half jaar\n"));
    desk.does(&["import", "nel.txt", "--participants", "nel.csv"]);
    world.texts.push(text(&nel, &people));
    check(&desk, &world, "after import");

    desk.does(&["code", "apply", "stil zijn", "--in", "nel", "--quote", "stil is het daar", "--coder", "eva"]);
    world.marks.push(mark(&world.texts, "nel", "stil is het daar", "stil zijn", "eva"));
    check(&desk, &world, "after a coding");

    let as_it_was = world.clone();
    let mut jan = small_study::interviews().remove(1);
    jan.turns.insert(1, ("Jan", "Wacht, ik zet eerst de koffie aan."));
    jan.turns[4].1 = "Nou ja, helpen 🙂 helpen… De buren, bedoel je. De was doe ik zelf.";
    desk.write("jan.txt", small_study::typed(&jan.turns));
    desk.does(&["correct", "jan", "jan.txt"]);
    world.texts[1] = text(&jan, PEOPLE);
    for at in 0..world.marks.len() {
        if world.marks[at].transcript == "jan" {
            let (_, quote, code, coder, _) =
                CODINGS.iter().find(|coding| coding.0 == "jan" && coding.2 == world.marks[at].code).unwrap();
            world.marks[at] = mark(&world.texts, "jan", quote, code, coder);
        }
    }
    check(&desk, &world, "after a correction");

    desk.does(&["undo"]);
    check(&desk, &as_it_was, "after the correction was taken back");
    desk.does(&["redo"]);
    check(&desk, &world, "after the correction was restored");

    std::fs::remove_dir_all(desk.at("studie.codeboom.index")).unwrap();
    check(&desk, &world, "without an index");

    desk.does(&["code", "merge", "schaamte", "--into", "vuile was"]);
    for mark in world.marks.iter_mut().filter(|mark| mark.code == "schaamte") {
        "vuile was".clone_into(&mut mark.code);
    }
    world.above.remove("schaamte");
    check(&desk, &world, "after a merge");

    desk.does(&["code", "move", "Stilte in huis", "--under", "Hulp van buiten"]);
    world.above.insert("stil zijn".to_owned(), vec!["Stilte in huis".to_owned(), "Hulp van buiten".to_owned()]);
    check(&desk, &world, "after a move");

    desk.does(&["code", "rename", "stil zijn", "’s avonds stil"]);
    let above = world.above.remove("stil zijn").unwrap();
    world.above.insert("’s avonds stil".to_owned(), above);
    for mark in world.marks.iter_mut().filter(|mark| mark.code == "stil zijn") {
        "’s avonds stil".clone_into(&mut mark.code);
    }
    check(&desk, &world, "after a rename");

    let as_it_was = world.clone();
    desk.does(&["code", "delete", "buren helpen"]);
    world.marks.retain(|mark| mark.code != "buren helpen");
    world.above.remove("buren helpen");
    check(&desk, &world, "after a deletion");
    desk.does(&["undo"]);
    check(&desk, &as_it_was, "after the deletion was taken back");

    let mut world = as_it_was;
    desk.does(&[
        "code",
        "remove",
        "vuile was",
        "--in",
        "riek",
        "--quote",
        "de vuile was niet buiten",
        "--coder",
        "daan",
    ]);
    world.marks.retain(|mark| !(mark.transcript == "riek" && mark.code == "vuile was" && mark.coder == "daan"));
    check(&desk, &world, "after a coding was removed");

    desk.write("mensen.csv", format!("{heads}riek;Riek;Riek;hoofdpersoon;1;nameting\n"));
    desk.does(&["import", "--participants", "mensen.csv"]);
    "nameting".clone_into(&mut world.texts[0].moment);
    for turn in world.texts.iter_mut().flat_map(|text| &mut text.turns) {
        if turn.voice.participant.as_deref() == Some("Riek") {
            turn.voice.role = Some("hoofdpersoon".to_owned());
        }
    }
    check(&desk, &world, "after people changed");
}

/// Every line is a new process; here one is kept from the index, and must find what is missing by itself.
#[test]
fn hits_are_right_while_another_process_keeps_the_index() {
    let desk = Desk::small();
    desk.does(&["search", "buren"]);
    let lock = std::fs::File::create(desk.at("studie.codeboom.index/.writer.lock")).unwrap();
    lock.lock().unwrap();
    desk.write("nel.txt", "Interviewer: Dag.\n\nNel: De buren ken ik.\n\nNel: Al jaren.\n");
    desk.does(&["import", "nel.txt"]);
    assert_eq!(desk.json(&["search", "buren", "--transcript", "nel"])["total"], 1);
    drop(lock);
    assert_eq!(desk.json(&["search", "buren", "--transcript", "nel"])["total"], 1);
}
