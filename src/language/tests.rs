//! Every sentence is made once in each language: there is one, it is whole, and no two things are said alike.

mod done;
pub(super) mod samples;
mod words;

use super::{Message, Messages, Zone, messages};
use crate::analysis::NameKind;
use crate::interchange::{FileFault, Problem};
use crate::model::{Language, Level, LevelWords, PointSpan, Verb};
use crate::project::{QuoteNotFound, Refusal, RowFault, RowReason};
use crate::store::{Health, StoreError};
use crate::text::{QueryFault, QueryFaultKind};
use std::collections::BTreeSet;

const BOTH: [Language; 2] = [Language::Dutch, Language::English];

/// Marks of a value printed as code, of a statement, of a hole that was not filled, of a raised voice.
const NEVER: [&str; 14] = ["Some(", "None", "{", "}", "::", "SELECT", "uuid", "‘’", "“”", "()", "  ", " ,", "!", "\n"];

/// The text is a good line: nothing in it that a person should not see.
fn check(line: &str) {
    assert!(!line.trim().is_empty(), "nothing is said");
    for never in NEVER {
        assert!(!line.trim_start().contains(never), "{never:?} in {line:?}");
    }
    // Two full stops are a slip, but for a range such as `40..60`.
    let between_digits = |(at, stops): (usize, &str)| {
        let digit = |c: char| c.is_ascii_digit();
        line[..at].ends_with(digit) && line[at + stops.len()..].starts_with(digit)
    };
    assert!(line.match_indices("..").all(between_digits), "stray stops in {line:?}");
}

fn check_message(message: &Message) {
    check(&message.what);
    let first = message.what.chars().next().expect("it is not empty");
    assert!(first.is_uppercase() || first.is_numeric() || matches!(first, '‘' | '“' | '`'), "{}", message.what);
    assert!(message.what.ends_with(['.', '?', ':', '…']), "{}", message.what);
    for hint in &message.hints {
        check(hint);
        assert!(hint.ends_with(['.', '?']), "{hint}");
        assert_eq!(hint.matches('`').count() % 2, 0, "{hint}");
    }
}

/// Each of the things is said, and no two are said alike, nor is one said alike in both languages.
fn check_all<T>(things: &[T], say: impl Fn(&Messages, &T) -> Message) {
    for language in BOTH {
        let mut said = BTreeSet::new();
        for thing in things {
            let message = say(messages(language), thing);
            check_message(&message);
            let other =
                say(messages(if language == Language::Dutch { Language::English } else { Language::Dutch }), thing);
            assert_ne!(message.what, other.what);
            let whole: Vec<String> = message.lines().collect();
            assert!(said.insert(whole.clone()), "twice: {whole:?}");
        }
    }
}

fn sentence(line: &str) -> Message {
    Message::new(line)
}

#[test]
fn every_refusal_is_said() {
    check_all(&samples::refusals(), |say, refusal| (say.refusal)(refusal));
}

#[test]
fn every_wrong_row_is_said() {
    let rows: Vec<RowFault> =
        samples::row_reasons().into_iter().map(|reason| RowFault { line: 1234, reason }).collect();
    check_all(&rows, |say, row| {
        let message = (say.rows)("coderingen.csv", &[row.clone(), RowFault { line: 3, ..row.clone() }]);
        message.detail.iter().for_each(|line| check(line));
        assert_ne!(message.detail[0], message.detail[1]);
        message
    });
}

#[test]
fn every_unreadable_file_and_every_notice_is_said() {
    check_all(&samples::unreadables(), |say, reason| (say.unreadable)("gesprek.docx", reason));
    check_all(&samples::notices(), |say, notice| sentence(&(say.notice)(notice)));
}

#[test]
fn every_fault_of_a_file_is_said_with_its_place() {
    let faults: Vec<FileFault> = samples::problems().into_iter().map(samples::fault).collect();
    check_all(&faults, |say, fault| {
        let message = (say.file_faults)("codeboek.toml", std::slice::from_ref(fault));
        assert_eq!(message.detail, ["name = \"vuile was\"", "       ^"]);
        message
    });
}

#[test]
fn every_damage_is_said() {
    check_all(&samples::damages(), |say, damage| {
        let health = Health { anchors: 12, revisions: 1, entries: 0, damage: vec![damage.clone()] };
        let message = (say.health)(&health);
        message.detail.iter().for_each(|line| check(line));
        message
    });
    check_all(&[Health::default()], |say, health| (say.health)(health));
}

#[test]
fn every_verb_is_remembered() {
    check_all(&samples::entries(), |say, entry| sentence(&(say.entry)(entry, None)));
}

#[test]
fn an_entry_that_lacks_its_details_is_still_said() {
    for language in BOTH {
        for entry in samples::entries() {
            let bare = samples::entry(entry.verb, &[]);
            assert!(!(messages(language).entry)(&bare, None).is_empty());
        }
    }
}

#[test]
fn entries_read_as_what_happened() {
    let nl = messages(Language::Dutch);
    let renamed = samples::entry(Verb::CodeRename, &["vuile was", "schaamte"]);
    let cases: [(Verb, &[&str], &str); 15] = [
        (Verb::Import, &["1", "casus1"], "1 transcript ingelezen: ‘casus1’"),
        (Verb::Import, &["312", "a", "b", "c"], "312 transcripten ingelezen, waaronder ‘a’, ‘b’ en ‘c’"),
        (Verb::Import, &["0"], "respondententabel ingelezen bij de transcripten"),
        (Verb::Correct, &["casus1", "0", "0"], "tekst van ‘casus1’ verbeterd"),
        (
            Verb::Correct,
            &["casus1", "2", "1"],
            "tekst van ‘casus1’ verbeterd (2 fragmenten na te kijken, 1 fragment vervallen)",
        ),
        (Verb::CodebookImport, &["61", "A", "B"], "codeboek ‘A’ en ‘B’ ingelezen: 61 nieuwe codes"),
        (Verb::CodeMove, &["a", "T", ""], "code ‘a’ in taxonomie ‘T’ verplaatst, nu bovenaan"),
        (Verb::CodeMerge, &["c", "12", "a", "b"], "code ‘a’ en ‘b’ samengevoegd met ‘c’ (12 coderingen)"),
        (Verb::CodeSplit, &["a", "b", "1"], "code ‘a’ gesplitst: 1 codering naar ‘b’"),
        (Verb::CodingsImport, &["60000"], "60\u{202F}000 coderingen ingelezen"),
        (Verb::HitsCode, &["a", "1", "schaam*"], "‘a’ op 1 plaats gezet, gevonden met ‘schaam*’"),
        (Verb::QuoteChoose, &["24"], "24 citaten gekozen"),
        (Verb::QuoteChoose, &["a", "casus1"], "citaat uit ‘casus1’ gekozen bij ‘a’"),
        (Verb::MemoAdd, &["a", "", "b"], "memo’s geschreven, waaronder ‘a’ en ‘b’"),
        (Verb::MemoAdd, &[""], "memo geschreven"),
    ];
    for (verb, detail, said) in cases {
        assert_eq!((nl.entry)(&samples::entry(verb, detail), None), said);
    }
    let undo = samples::entry(Verb::Undo, &["11", "vuile was", "schaamte"]);
    assert_eq!((nl.entry)(&undo, Some(&renamed)), "stap 11 ongedaan gemaakt: code ‘vuile was’ hernoemd in ‘schaamte’");
    assert_eq!(
        (messages(Language::English).entry)(&undo, Some(&renamed)),
        "step 11 undone: code ‘vuile was’ renamed to ‘schaamte’"
    );
}

#[test]
fn a_message_names_the_thing_and_the_way_out() {
    let nl = messages(Language::Dutch);
    let cases: [(Refusal, &[&str]); 5] = [
        (
            Refusal::Unknown(samples::unknown(NameKind::Code, "schamte", &["schaamte"], &[])),
            &[
                "Er is geen code ‘schamte’.",
                "Bedoelde je ‘schaamte’?",
                "Is het een nieuwe code, maak die dan met `codeboom code add schamte`, of zet `--new` \
                 achter `code apply`.",
            ],
        ),
        (
            Refusal::Unknown(samples::unknown(NameKind::Taxonomy, "", &[], &["Thuis", "Zorg"])),
            &["Er is meer dan één taxonomie: ‘Thuis’ en ‘Zorg’.", "Noem de titel van de taxonomie die je bedoelt."],
        ),
        (
            Refusal::OtherContent { transcript: "casus 1".to_owned(), file: "map/casus 1.txt".to_owned() },
            &[
                "‘map/casus 1.txt’ is niet ingelezen: transcript ‘casus 1’ is er al, met een andere tekst.",
                "Is dit een verbeterde tekst, geef dan `codeboom correct \"casus 1\" \"map/casus 1.txt\"`; \
                 met `--dry-run` zie je eerst wat er verschuift.",
                "Is het een ander gesprek, geef het bestand dan een andere naam.",
            ],
        ),
        (
            Refusal::QuoteNotFound(QuoteNotFound {
                transcript: "casus1".to_owned(),
                quote: "zo'n dag 👍".to_owned(),
                nearest: Some((12, "zo’n\nnacht".to_owned())),
            }),
            &[
                "Dit citaat staat niet in transcript ‘casus1’.",
                "  “zo'n dag 👍”",
                "  regel 12 lijkt er het meest op: “zo’n nacht”",
                "Neem de woorden over zoals `codeboom show casus1` ze toont, of noem de regels met `--lines 12-12`.",
            ],
        ),
        (
            Refusal::Query {
                query: "(’s avonds OF buren".to_owned(),
                fault: QueryFault { kind: QueryFaultKind::UnclosedBracket, place: PointSpan { start: 0, end: 1 } },
            },
            &[
                "Dit haakje wordt niet gesloten.",
                "  (’s avonds OF buren",
                "  ^",
                "Zet erachter nog een haakje, of laat dit weg.",
            ],
        ),
    ];
    for (refusal, lines) in cases {
        let said: Vec<String> = (nl.refusal)(&refusal).lines().collect();
        assert_eq!(said, lines);
    }
}

#[test]
fn many_wrong_rows_are_named_up_to_twenty() {
    let faults: Vec<RowFault> = (2..36)
        .map(|line| RowFault {
            line,
            reason: RowReason::Unknown(samples::unknown(NameKind::Code, "schamte", &["schaamte"], &[])),
        })
        .collect();
    let message = (messages(Language::Dutch).rows)("coderingen.csv", &faults);
    assert_eq!(message.what, "34 regels van ‘coderingen.csv’ kloppen niet; er is niets overgenomen.");
    assert_eq!(message.detail.len(), 21);
    assert_eq!(message.detail[0], "regel 2: er is geen code ‘schamte’; bedoelde je ‘schaamte’?");
    assert_eq!(message.detail[20], "en nog 14");
    assert_eq!(message.hints, ["Maak nieuwe codes met `codeboom code add`, of lees eerst het codeboek in."]);

    let one = (messages(Language::Dutch).refusal)(&Refusal::Rows(vec![RowFault {
        line: 0,
        reason: RowReason::Cycle { code: "a".to_owned() },
    }]));
    assert_eq!(one.what, "‘a’ zou onder zichzelf komen te staan.");

    let fault = QueryFault { kind: QueryFaultKind::UnclosedBracket, place: PointSpan { start: 12, end: 13 } };
    let scope = RowReason::BadScope { query: "casus:3 NOT (rol:buur".to_owned(), fault };
    let scope = (messages(Language::Dutch).rows)("codeboek.toml", &[RowFault { line: 0, reason: scope }]);
    assert_eq!(scope.detail, ["casus:3 NOT (rol:buur", "            ^"]);
}

#[test]
fn many_faults_of_a_file_show_their_lines() {
    let faults = [
        samples::fault(Problem::NameTwice { name: "vuile was".to_owned(), first_line: 3 }),
        FileFault { line: 20, column: None, text: String::new(), problem: Problem::Empty },
    ];
    let message = (messages(Language::Dutch).file_faults)("codeboek.toml", &faults);
    assert_eq!(message.what, "In ‘codeboek.toml’ kloppen 2 plaatsen niet; er is niets overgenomen.");
    assert_eq!(
        message.detail,
        [
            "regel 12, kolom 8: ‘vuile was’ staat al in regel 3 van dezelfde taxonomie",
            "  name = \"vuile was\"",
            "         ^",
            "het bestand is leeg",
        ]
    );
}

#[test]
fn words_of_respondents_are_cut_short() {
    let long = "nou ja weet je ".repeat(100);
    for language in BOTH {
        let refusal = Refusal::QuoteNotFound(QuoteNotFound {
            transcript: "casus1".to_owned(),
            quote: long.clone(),
            nearest: Some((1, long.clone())),
        });
        for line in (messages(language).refusal)(&refusal).detail {
            assert!(line.chars().count() < 160, "{line}");
        }
    }
}

#[test]
fn a_failing_statement_is_never_shown() {
    let connection = rusqlite::Connection::open_in_memory().expect("memory");
    let failing = || connection.prepare("SELECT name FROM WHERE").expect_err("no statement");
    assert!(failing().to_string().contains("SELECT"), "the error itself shows it");
    for language in BOTH {
        let message = (messages(language).refusal)(&Refusal::Store(StoreError::Database(failing())));
        assert!(message.lines().all(|line| !line.contains("SELECT") && !line.contains("WHERE")), "{message:?}");
    }
}

#[test]
fn both_languages_say_as_much_about_a_refusal() {
    let (nl, en) = (messages(Language::Dutch), messages(Language::English));
    for refusal in samples::refusals() {
        let (dutch, english) = ((nl.refusal)(&refusal), (en.refusal)(&refusal));
        assert_eq!((dutch.detail.len(), dutch.hints.len()), (english.detail.len(), english.hints.len()), "{dutch:?}");
    }
}

#[test]
fn moments_and_levels_are_in_the_language() {
    let (nl, en) = (messages(Language::Dutch), messages(Language::English));
    let at = 1_795_266_180_000_000;
    assert_eq!((nl.time)(at, &Zone::utc()), "21 nov. 2026 13:03");
    assert_eq!((en.time)(at, &Zone::utc()), "21 Nov 2026 13:03");
    assert_eq!((nl.date)(0, &Zone::utc()), "1 jan. 1970");
    assert_eq!(((nl.number)(1250.5, 1), (en.number)(1250.5, 1)), ("1\u{202F}250,5".into(), "1\u{202F}250.5".into()));
    assert_eq!((nl.listed)(&["a".to_owned(), "b".to_owned()]), "a en b");
    for say in [nl, en] {
        for words in LevelWords::ALL {
            let said: BTreeSet<&str> = Level::ALL.iter().map(|level| (say.level)(*level, words)).collect();
            assert_eq!(said.len(), 3);
        }
    }
}
