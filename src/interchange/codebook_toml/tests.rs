//! The codebook file as a person types it: what is read, what is refused and where, what survives an update.

use super::updating::{as_read, carry};
use super::{read, update, write};
use crate::interchange::codebook_samples::{any_codebook, code};
use crate::interchange::fault::{Problem, ValueType};
use crate::model::{CodeStatus, Language, Level, NameFault, Origin};
use crate::project::input::{CodeInput, CodebookInput};
use crate::text::SynonymFault;
use proptest::prelude::*;

const DESIGNED: &str = r##"# Codeboek van de conferenties
title = "Verloop van de conferenties"
language = "nl"
cases = "uitkomst:mislukt"                    # optional scope
[footnotes]
"*" = "Netwerk bestaat uit familie en betrokken omstanders"
[[theme]]                                     # selective
name = "Zo'n thema"
statement = "De volle zin"
definition = """
Eerste regel
  ’s avonds "zei" ze"""
color = "#07b"
  [[theme.label]]                             # axial
  name = "Steun van netwerkleden* telt"
    [[theme.label.code]]                      # open
    name = "schaamte [sic] # 👍"
    origin = "In Vivo"
    status = "settled"
      [[theme.label.code.code]]
      name = "schaamte voor buren"
      also = true
  [[theme.code]]
  name = "los onder thema"
  [[theme.label]]
  name = "Tweede label"
[[code]]
name = "vuile was"
[[label]]
name = "nog geen thema"
  [[label.code]]
  name = "daaronder"
"##;

fn names(codes: &[CodeInput]) -> Vec<(usize, Level, &str)> {
    codes.iter().map(|code| (code.line, code.level, code.name.as_str())).collect()
}

#[test]
fn reads_the_file_as_designed() {
    let book = read(DESIGNED.as_bytes()).expect("a codebook");
    assert_eq!((book.title.as_str(), book.scope.as_str()), ("Verloop van de conferenties", "uitkomst:mislukt"));
    assert_eq!(book.language, Some(Language::Dutch));
    assert_eq!(book.footnotes[0].0, "*");
    let theme = &book.placed[0];
    assert_eq!((theme.line, theme.level, theme.color.as_deref()), (7, Level::Selective, Some("#0077bb")));
    assert_eq!(theme.definition.as_deref(), Some("Eerste regel\n  ’s avonds \"zei\" ze"));
    assert_eq!(
        names(&theme.children),
        [
            (14, Level::Axial, "Steun van netwerkleden* telt"),
            (23, Level::Open, "los onder thema"),
            (25, Level::Axial, "Tweede label"),
        ]
    );
    let code = &theme.children[0].children[0];
    assert_eq!((code.origin, code.status), (Some(Origin::InVivo), Some(CodeStatus::Settled)));
    assert_eq!((code.children[0].line, code.children[0].also), (20, true));
    assert_eq!(names(&book.loose), [(27, Level::Open, "vuile was"), (29, Level::Axial, "nog geen thema")]);
    assert_eq!(names(&book.loose[1].children), [(31, Level::Open, "daaronder")]);
    for other in [DESIGNED.replace('\n', "\r\n"), format!("\u{FEFF}{DESIGNED}")] {
        assert_eq!(read(other.as_bytes()), Ok(book.clone()));
    }
}

#[test]
fn codes_may_be_typed_as_a_list() {
    let book = read(b"code = [{ name = 'zo\\'n' }, { name = \"twee\" }]").expect_err("a quote in a literal string");
    assert!(matches!(book[0].problem, Problem::Toml { .. }));
    let book = read(b"code = [\n  { name = \"een\" },\n  { name = \"twee\", code = [{name = \"drie\"}] }]\n");
    let book = book.expect("a codebook");
    assert_eq!(names(&book.loose), [(2, Level::Open, "een"), (3, Level::Open, "twee")]);
    assert_eq!(names(&book.loose[1].children), [(3, Level::Open, "drie")]);
}

#[test]
fn names_every_wrong_place() {
    let unknown = |key: &str, nearest: &[&str]| Problem::KeyUnknown {
        key: key.to_owned(),
        nearest: nearest.iter().map(|name| (*name).to_owned()).collect(),
    };
    let wrong = |key: &str, expected, found| Problem::WrongType { key: key.to_owned(), expected, found };
    let bad_name = |name: &str, fault| Problem::BadName { field: "name", name: name.to_owned(), fault };
    let twice = |name: &str, first_line| Problem::NameTwice { name: name.to_owned(), first_line };
    let not_inside = |inner, outer| Problem::NotInside { inner, outer };
    let code = |fields: &str| format!("[[code]]\nname = \"a\"\n{fields}\n");
    let long = "ë".repeat(3_000);
    let cases: Vec<(String, usize, usize, Problem)> = vec![
        ("titel = \"x\"".into(), 1, 1, unknown("titel", &["title"])),
        (code("  definitoin = \"x\""), 3, 3, unknown("definitoin", &["definition"])),
        (code("naam = \"x\""), 3, 1, unknown("naam", &["name"])),
        (code("xyzzy = 1"), 3, 1, unknown("xyzzy", &[])),
        ("title = 3".into(), 1, 9, wrong("title", ValueType::Text, ValueType::Number)),
        (code("also = \"ja\""), 3, 8, wrong("also", ValueType::YesNo, ValueType::Text)),
        (code("definition = [\"x\"]"), 3, 14, wrong("definition", ValueType::Text, ValueType::List)),
        ("[theme]\nname = \"x\"".into(), 1, 1, wrong("theme", ValueType::Tables, ValueType::Table)),
        ("code = \"x\"".into(), 1, 8, wrong("code", ValueType::Tables, ValueType::Text)),
        ("code = [1]".into(), 1, 9, wrong("code", ValueType::Table, ValueType::Number)),
        ("footnotes = 2024-01-01".into(), 1, 13, wrong("footnotes", ValueType::Table, ValueType::Date)),
        ("[footnotes]\n\"*\" = true".into(), 2, 7, wrong("*", ValueType::Text, ValueType::YesNo)),
        ("[footnotes]\na = \"x\"".into(), 2, 1, Problem::BadMark { mark: "a".into() }),
        ("[[code]]\ndefinition = \"x\"".into(), 1, 1, Problem::KeyMissing { key: "name" }),
        ("[[code]]\nname = \" \"".into(), 2, 8, bad_name("", NameFault::Empty)),
        ("footnotes = {\"*\" = \"n\"}\ncode = [{name = \"*\"}]".into(), 2, 17, bad_name("*", NameFault::Empty)),
        ("[[code]]\nname = \"a\\nb\"".into(), 2, 8, bad_name("a\nb", NameFault::Control)),
        (
            format!("[[code]]\nname = \"{long}\""),
            2,
            8,
            bad_name(&format!("{}…", "ë".repeat(80)), NameFault::TooLong(3_000)),
        ),
        (code("[[code]]\nname = \" A \""), 4, 8, twice("A", 1)),
        (
            "footnotes = {\"*\" = \"n\"}\n[[theme]]\nname = \"t\"\n[[theme.code]]\nname = \"a*\"\n[[code]]\nname = \"a\""
                .into(),
            7,
            8,
            twice("a", 4),
        ),
        (
            "[[theme]]\nname=\"t\"\n[[theme.code]]\nname=\"a\"\n[[theme.code]]\nname=\"a\"\nalso=true".into(),
            6,
            6,
            twice("a", 3),
        ),
        ("[[label]]\nname = \"a\"\n[[label.label]]\nname = \"b\"".into(), 3, 9, not_inside(Level::Axial, Level::Axial)),
        ("[[code]]\nname = \"a\"\n[[code.label]]\nname = \"b\"".into(), 3, 8, not_inside(Level::Axial, Level::Open)),
        (
            "[[theme]]\nname = \"a\"\n  [[theme.theme]]\nname = \"b\"".into(),
            3,
            11,
            not_inside(Level::Selective, Level::Selective),
        ),
        (code("color = \"rood\""), 3, 9, Problem::BadColor { found: "rood".into() }),
        (code("name = \"b\""), 3, 1, Problem::KeyTwice { key: "name".into() }),
    ];
    for (text, line, column, problem) in cases {
        let faults = read(text.as_bytes()).expect_err(&text);
        let found: Vec<_> = faults.iter().map(|fault| (fault.line, fault.column, &fault.problem)).collect();
        assert_eq!(found, [(line, Some(column), &problem)], "{text}");
        assert!(faults[0].text.chars().count() <= 160);
    }
    let several = read(b"naam = 1\n[[code]]\nstatus = \"klaar\"\norigin = \"\"\n[[code]]\nname = \"b\"\ncolor = 1");
    let lines: Vec<usize> = several.expect_err("wrong").iter().map(|fault| fault.line).collect();
    assert_eq!(lines, [1, 2, 3, 7]);
}

#[test]
fn a_level_must_be_the_same_at_both_places() {
    let text = "[[theme]]\nname=\"t\"\n[[theme.label]]\nname=\"a\"\n[[theme]]\nname=\"u\"\n[[theme.code]]\nname=\"a\"\nalso=true";
    let faults = read(text.as_bytes()).expect_err("two levels");
    assert!(matches!(faults[0].problem, Problem::LevelDiffers { first_line: 3, .. }), "{faults:?}");
}

#[test]
fn a_circle_through_second_places_is_refused() {
    let text = "[[code]]\nname=\"a\"\n[[code.code]]\nname=\"b\"\n[[code.code.code]]\nname=\"A\"\nalso=true";
    let faults = read(text.as_bytes()).expect_err("a below b below a");
    let names = vec!["a".to_owned(), "b".to_owned()];
    assert_eq!(faults[0].problem, Problem::Cycle { names, lines: vec![1, 3] });
    assert_eq!((faults.len(), faults[0].line, faults[0].column), (1, 2, Some(6)));
}

#[test]
fn what_is_no_toml_says_where() {
    for (text, line) in [("title = vuile was", 1), ("a = 1\n[[code\nname = 1", 2), ("x = \"\"\"open\n\n", 3)] {
        let faults = read(text.as_bytes()).expect_err(text);
        assert!(matches!(&faults[0].problem, Problem::Toml { message } if !message.is_empty()), "{faults:?}");
        assert_eq!(faults[0].line, line, "{text}");
    }
}

#[test]
fn nesting_has_a_bound() {
    let opened: Vec<String> = (0..70).map(|at| format!("code = [{{ name = \"{at}\"")).collect();
    let text = opened.join(", ") + &"}]".repeat(70);
    let faults = read(text.as_bytes()).expect_err("too deep");
    assert!(matches!(faults[0].problem, Problem::Toml { .. } | Problem::TooDeep { .. }), "{faults:?}");
    let header = format!("[[{}]]\nname = \"a\"", vec!["code"; 5_000].join("."));
    assert!(read(header.as_bytes()).is_err());
}

#[test]
fn writes_as_people_type() {
    let written = write(&read(DESIGNED.as_bytes()).expect("a codebook"));
    let expected = r##"title = "Verloop van de conferenties"
language = "nl"
cases = "uitkomst:mislukt"

[footnotes]
"*" = "Netwerk bestaat uit familie en betrokken omstanders"

[[theme]]
name = "Zo'n thema"
statement = "De volle zin"
definition = """
Eerste regel
  ’s avonds "zei" ze"""
color = "#0077bb"

  [[theme.label]]
  name = "Steun van netwerkleden* telt"

    [[theme.label.code]]
    name = "schaamte [sic] # 👍"
    origin = "in vivo"
    status = "vastgesteld"

      [[theme.label.code.code]]
      name = "schaamte voor buren"
      also = true

  [[theme.code]]
  name = "los onder thema"

  [[theme.label]]
  name = "Tweede label"

[[code]]
name = "vuile was"

[[label]]
name = "nog geen thema"

  [[label.code]]
  name = "daaronder"
"##;
    assert_eq!(written, expected);
    assert_eq!(write(&CodebookInput::default()), "");
}

const SYNONYMS: &str = r#"title = "T"

# Zo praten ze hier:
synonyms = [
    # de bijeenkomst
    ["EK-c", "EKC"],   # afkorting
    ["pgb", 'persoonsgebonden budget'],  # geld
    # einde
] # tot hier

[[code]]
name = "vuile was"
"#;

fn groups(all: &[&[&str]]) -> Vec<Vec<String>> {
    all.iter().map(|forms| forms.iter().map(|form| (*form).to_owned()).collect()).collect()
}

#[test]
fn synonyms_are_read_and_written() {
    let book = read(SYNONYMS.as_bytes()).expect("a codebook");
    assert_eq!(book.synonyms, groups(&[&["EK-c", "EKC"], &["pgb", "persoonsgebonden budget"]]));
    let written = write(&book);
    let expected = "title = \"T\"\nsynonyms = [\n  [\"EK-c\", \"EKC\"],\n  [\"pgb\", \"persoonsgebonden budget\"],\n]\n\n\
                    [[code]]\nname = \"vuile was\"\n";
    assert_eq!(written, expected);
    assert_eq!(read(b"synonyms = []").expect("none").synonyms, groups(&[]));
}

#[test]
fn synonyms_that_cannot_be_so_are_refused_at_their_place() {
    let text = |words: &str| words.to_owned();
    let bad = |form: &str, fault| SynonymFault::BadForm { form: form.to_owned(), fault };
    let wrong = |expected, found| Problem::WrongType { key: "synonyms".to_owned(), expected, found };
    let long = "ë".repeat(201);
    let cases: Vec<(String, usize, usize, Problem)> = vec![
        (text("[[\"a\", \"b\"],\n[\"EKC\"]]"), 2, 1, Problem::Synonym(SynonymFault::Alone { form: text("EKC") })),
        (text("[[]]"), 1, 13, Problem::Synonym(SynonymFault::Alone { form: String::new() })),
        (
            text("[[\"EKC\", \"a\", \"ekc\"]]"),
            1,
            26,
            Problem::Synonym(SynonymFault::Twice { first: text("EKC"), second: text("ekc") }),
        ),
        (
            text("[[\"EK-c\", \"EKC\"],\n[\"beraad\", \"ek c\"]]"),
            2,
            12,
            Problem::Synonym(SynonymFault::InTwo { form: text("ek c"), group: text("EK-c") }),
        ),
        (text("[[\"a\", \"…!\"]]"), 1, 19, Problem::Synonym(SynonymFault::NoWord { form: text("…!") })),
        (text("[[\"a\", \"b = c\"]]"), 1, 19, Problem::Synonym(SynonymFault::Equals { form: text("b = c") })),
        (text("[[\"a\", \" \"]]"), 1, 19, Problem::Synonym(bad("", NameFault::Empty))),
        (text("[[\"a\", \"b\\u0007c\"]]"), 1, 19, Problem::Synonym(bad("b\u{7}c", NameFault::Control))),
        (
            format!("[[\"a\", \"{long}\"]]"),
            1,
            19,
            Problem::Synonym(bad(&format!("{}…", "ë".repeat(80)), NameFault::TooLong(201))),
        ),
        (text("[\"EK-c\", \"EKC\"]"), 1, 13, wrong(ValueType::Lists, ValueType::Text)),
        (text("\"EK-c = EKC\""), 1, 12, wrong(ValueType::Lists, ValueType::Text)),
        (text("[[\"a\", 3]]"), 1, 19, wrong(ValueType::Text, ValueType::Number)),
    ];
    for (value, line, column, problem) in cases {
        let faults = read(format!("synonyms = {value}\n").as_bytes()).expect_err(&value);
        let found = &faults[0];
        assert_eq!((found.line, found.column, &found.problem), (line, Some(column), &problem), "{value}");
    }
    let faults = read(b"synoniemen = [[\"a\", \"b\"]]").expect_err("a Dutch key");
    assert!(matches!(&faults[0].problem, Problem::KeyUnknown { nearest, .. } if *nearest == ["synonyms"]));
}

#[test]
fn an_update_of_synonyms_leaves_order_and_comments() {
    let old = read(SYNONYMS.as_bytes()).expect("a codebook");
    let with = |all: &[&[&str]]| CodebookInput { synonyms: groups(all), ..old.clone() };
    let (ek, budget) = (&["EK-c", "EKC"][..], &["pgb", "persoonsgebonden budget"][..]);
    let ek_line = "    [\"EK-c\", \"EKC\"],   # afkorting\n";
    let budget_line = "    [\"pgb\", 'persoonsgebonden budget'],  # geld\n";
    let cases: [(&[&[&str]], String); 6] = [
        (&[&["persoonsgebonden budget", "pgb"], ek], SYNONYMS.to_owned()),
        (&[ek, budget, &["a", "b"]], SYNONYMS.replace("    # einde\n", "    # einde\n    [\"a\", \"b\"],\n")),
        (
            &[budget, &["beraad", "EKC", "EK-c"]],
            SYNONYMS.replace("[\"EK-c\", \"EKC\"]", "[\"EK-c\", \"EKC\", \"beraad\"]"),
        ),
        (&[ek], SYNONYMS.replace(budget_line, "")),
        (&[budget], SYNONYMS.replace(&format!("    # de bijeenkomst\n{ek_line}"), "")),
        (
            &[],
            SYNONYMS.replace(
                &SYNONYMS
                    [SYNONYMS.find("synonyms").expect("it is there")..SYNONYMS.find("\n[[code").expect("it is there")],
                "",
            ),
        ),
    ];
    for (wanted, expected) in cases {
        let book = with(wanted);
        let updated = update(SYNONYMS.as_bytes(), &book).expect("the old file is right");
        assert_eq!(updated, expected, "{wanted:?}");
        let again = read(updated.as_bytes()).expect("it is right");
        assert_eq!(update(updated.as_bytes(), &again).as_deref(), Ok(updated.as_str()));
    }
    for (text, expected) in [
        ("synonyms = [[\"a\", \"b\"]]\n", "synonyms = [[\"a\", \"b\"], [\"c\", \"d\"]]\n"),
        ("synonyms = []\n", "synonyms = [\n  [\"a\", \"b\"],\n  [\"c\", \"d\"],\n]\n"),
        ("# kop\ntitle = \"T\"\n", "# kop\ntitle = \"T\"\nsynonyms = [\n  [\"a\", \"b\"],\n  [\"c\", \"d\"],\n]\n"),
        (
            "synonyms = [\n  [\"a\", \"b\"] # bij a\n]\n",
            "synonyms = [\n  [\"a\", \"b\"], # bij a\n  [\"c\", \"d\"],\n]\n",
        ),
    ] {
        let old = read(text.as_bytes()).expect("a codebook");
        let book = CodebookInput { synonyms: groups(&[&["a", "b"], &["c", "d"]]), ..old };
        assert_eq!(update(text.as_bytes(), &book).as_deref(), Ok(expected), "{text}");
    }
}

const OLD: &str = r##"# Kop van het bestand

title = "Oud"   # de titel
# einde kop

# --- noten ---
[footnotes]
"*" = "noot"    # bij de noot

# Bij thema een
[[theme]]
  name = "Een"
  color = "#000000"  # zwart

# --- een los stuk commentaar ---

    # bij label weg
    [[theme.label]]
    name = "Weg"

    # bij label blijft
    [[ theme . label ]]
    definition = '''Letterlijk "zo"'''
    name = "Blijft"
    # onder label blijft

[[code]] # eerst de losse
name = "los"

[[theme]]
name = "Twee"
definition = "d"

# slot
"##;

#[test]
fn an_update_leaves_what_people_typed() {
    let mut book = read(OLD.as_bytes()).expect("a codebook");
    assert_eq!(update(OLD.as_bytes(), &book).as_deref(), Ok(OLD));
    let new = |name: &str, level| CodeInput { definition: Some("x\ny".into()), ..code(name, level) };
    book.title = "Nieuw".into();
    book.scope = "rol:buur".into();
    book.footnotes.push(("**".into(), "twee".into()));
    book.placed[0].color = None;
    book.placed[0].status = Some(CodeStatus::Discussed);
    book.placed[0].children.remove(0);
    book.placed[0].children[0].children.push(new("nieuw", Level::Open));
    book.placed[1].name = "Tweede".into();
    book.placed.insert(1, new("Tussen", Level::Selective));
    let expected = r#"# Kop van het bestand

title = "Nieuw"   # de titel
cases = "rol:buur"
# einde kop

# --- noten ---
[footnotes]
"*" = "noot"    # bij de noot
"**" = "twee"

# Bij thema een
[[theme]]
  name = "Een"
  status = "besproken"

# --- een los stuk commentaar ---

    # bij label blijft
    [[ theme . label ]]
    definition = '''Letterlijk "zo"'''
    name = "Blijft"
    # onder label blijft

        [[theme.label.code]]
        name = "nieuw"
        definition = """
x
y"""

[[theme]]
name = "Tussen"
definition = """
x
y"""

[[code]] # eerst de losse
name = "los"

[[theme]]
name = "Tweede"
definition = "d"

# slot
"#;
    let updated = update(OLD.as_bytes(), &book).expect("the old file is right");
    assert_eq!(updated, expected);
    let crlf = update(OLD.replace('\n', "\r\n").as_bytes(), &book).expect("the old file is right");
    assert_eq!(crlf, expected.replace('\n', "\r\n"));
}

#[test]
fn a_moved_or_renamed_code_keeps_its_comments() {
    let text = "title = \"T\"\n\n[[theme]]\nname = \"A\"\n\n  # bij b\n  [[theme.label]]\n  name = \"b\"\n  definition = \"\"\"\n  x\n\"\"\"\n\n[[theme]]\nname = \"C\"\n";
    let mut book = read(text.as_bytes()).expect("a codebook");
    let label = book.placed[0].children.remove(0);
    book.placed[1].children.push(label.clone());
    let moved = update(text.as_bytes(), &book).expect("right");
    let block = "\n  # bij b\n  [[theme.label]]\n  name = \"b\"\n  definition = \"\"\"\n  x\n\"\"\"\n";
    assert_eq!(moved, format!("title = \"T\"\n\n[[theme]]\nname = \"A\"\n\n[[theme]]\nname = \"C\"\n{block}"));
    book.placed[1].children[0].name = "bb".into();
    let renamed = update(moved.as_bytes(), &book).expect("right");
    assert_eq!(renamed, moved.replace("name = \"b\"", "name = \"bb\""));
    let label = book.placed[1].children.remove(0);
    book.loose.push(CodeInput { example: Some("e".into()), ..label });
    let loose = update(renamed.as_bytes(), &book).expect("right");
    let block = "\n# bij b\n[[label]]\nname = \"bb\"\ndefinition = \"\"\"\n  x\n\"\"\"\nexample = \"e\"\n";
    assert!(loose.ends_with(block), "{loose}");
    let label = book.loose.remove(0);
    book.placed[0].children.push(CodeInput { definition: None, ..label });
    let back = update(loose.as_bytes(), &book).expect("right");
    let block = "\n  # bij b\n  [[theme.label]]\n  name = \"bb\"\n  example = \"e\"\n\n[[theme]]\n";
    assert!(back.contains(block), "{back}");
}

#[test]
fn lists_and_dotted_keys_become_tables() {
    let text = "# kop\ntitle = \"T\"\nfootnotes.\"*\" = \"een\"\ncode = [\n  { name = \"a\" }, # weg\n]\n";
    let mut book = read(text.as_bytes()).expect("a codebook");
    assert_eq!(update(text.as_bytes(), &book).as_deref(), Ok(text));
    book.footnotes.push(("**".into(), "twee".into()));
    let updated = update(text.as_bytes(), &book).expect("right");
    let expected =
        "# kop\ntitle = \"T\"\n\n[footnotes]\n\"*\" = \"een\"\n\"**\" = \"twee\"\n\n[[code]]\nname = \"a\"\n";
    assert_eq!(updated, expected);
    assert_eq!(update(b"# mijn codes\n\n", &book).expect("right"), format!("# mijn codes\n{}\n", write(&book)));
}

/// The same codes in other places, some renamed, redefined or gone.
fn shaken(mut book: CodebookInput, seed: usize) -> CodebookInput {
    let mut adrift: Vec<Vec<CodeInput>> =
        book.placed.iter_mut().map(|theme| std::mem::take(&mut theme.children)).collect();
    if !adrift.is_empty() {
        let by = seed % adrift.len();
        adrift.rotate_left(by);
    }
    for (theme, mut children) in book.placed.iter_mut().zip(adrift) {
        children.reverse();
        if children.len() > 2 {
            let gone = children.remove(seed % 3);
            book.loose.extend(gone.children);
        }
        for child in &mut children {
            child.definition = child.statement.take();
            child.children.reverse();
        }
        theme.children = children;
        theme.name.push_str(" anders");
    }
    book.loose.reverse();
    book.footnotes.reverse();
    book.title.push('!');
    book
}

proptest! {
    #[test]
    fn what_is_written_is_read_as_the_same(book in any_codebook()) {
        let text = write(&book);
        if !text.trim().is_empty() {
            prop_assert_eq!(as_read(&read(text.as_bytes()).expect("it was just written")), book, "{}", text);
        }
    }

    #[test]
    fn an_updated_file_says_what_it_should(old in any_codebook(), new in any_codebook(), kept in 0..4_usize) {
        let text: String = write(&old)
            .split("\n\n")
            .enumerate()
            .map(|(at, part)| match at % 4 {
                0 => format!("{part}\n\n"),
                1 => format!("{part}\n# onder {at}\n\n"),
                2 => format!("# boven {at}\n{part}\n\n"),
                _ => format!("# apart {at}\n\n{part}\n"),
            })
            .collect();
        // A blank line inside a text may now hold a comment too, so the old codebook is what that file says.
        let Ok(read_old) = read(text.as_bytes()) else { return Ok(()) };
        let mut wanted = as_read(&new);
        if kept == 1 {
            wanted.placed = read_old.placed.iter().rev().take(2).cloned().collect();
            wanted.footnotes = read_old.footnotes.iter().rev().take(2).cloned().collect();
        } else if kept > 1 {
            wanted = shaken(as_read(&read_old), kept);
        }
        let wanted = as_read(&wanted);
        // Names of both books may meet in one file.
        prop_assume!(read(write(&wanted).as_bytes()).is_ok());
        let carried = carry(&text, &read_old, &wanted);
        let again = read(carried.as_bytes());
        if !carried.trim().is_empty() {
            prop_assert_eq!(again.map(|again| as_read(&again)), Ok(wanted), "{}\n=====\n{}", text, carried);
            if !text.contains("\"\"\"") {
                let apart = |text: &str| text.matches("# apart").count();
                prop_assert_eq!(apart(&text), apart(&carried), "{}\n=====\n{}", text, carried);
            }
        }
    }
}
