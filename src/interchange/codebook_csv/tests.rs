//! The codebook as a table: what is read, what is refused and where, what is written.

use super::{read, write};
use crate::interchange::codebook_samples::{any_codebook, code};
use crate::interchange::fault::{Found, Problem, found};
use crate::model::{CodeStatus, Level, NameFault, Origin};
use crate::project::input::{CodeInput, CodebookInput};
use proptest::prelude::*;

fn outline(codes: &[CodeInput]) -> String {
    let one = |code: &CodeInput| match code.children.as_slice() {
        [] => code.name.clone(),
        children => format!("{}({})", code.name, outline(children)),
    };
    codes.iter().map(one).collect::<Vec<_>>().join(" ")
}

#[test]
fn reads_rows_in_any_order_and_several_taxonomies() {
    let text = "Taxonomie;Niveau;NAAM;parent;also;definition;color;origin;status\r\n\
        ;code;vuile was;;;;;;\r\n\
        Verloop;open;zo'n dag;Steun;;’s avonds;#0af;In vivo;settled\r\n\
        Verloop;axiaal;Steun;Thema één;nee;;;;\r\n\
        Verloop;theme;Thema één;;;;;;\r\n\
        Aanvaard;selectief;Hulp;;;;;;\r\n\
        verloop;code;dieper;ZO'N  dag;;;;;\r\n\
        Aanvaard;open;zo'n dag;Hulp;;;;;\r\n\
        Verloop;open;zo'n dag;Thema één;ja;;;;\r\n\
        Verloop;label;los label;;;;;;\r\n";
    let books = read(text.as_bytes()).expect("a codebook");
    let outlines: Vec<_> =
        books.iter().map(|book| (book.title.as_str(), outline(&book.placed), outline(&book.loose))).collect();
    assert_eq!(
        outlines,
        [
            ("Verloop", "Thema één(Steun(zo'n dag(dieper)) zo'n dag) los label".to_owned(), String::new()),
            ("Aanvaard", "Hulp(zo'n dag)".to_owned(), String::new()),
            ("", String::new(), "vuile was".to_owned()),
        ]
    );
    let code = &books[0].placed[0].children[0].children[0];
    assert_eq!((code.line, code.level, code.also), (3, Level::Open, false));
    assert_eq!((code.definition.as_deref(), code.color.as_deref()), (Some("’s avonds"), Some("#00aaff")));
    assert_eq!((code.origin, code.status), (Some(Origin::InVivo), Some(CodeStatus::Settled)));
    assert!(books[0].placed[0].children[1].also);
}

#[test]
fn names_every_wrong_place() {
    let bad_name = |name: &str, fault| Problem::BadName { field: "name", name: name.to_owned(), fault };
    let word = |found: &str| Problem::WordUnknown {
        field: "also".to_owned(),
        found: found.to_owned(),
        known: vec!["ja", "nee"],
    };
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let cases: Vec<(&str, Vec<Found>)> = vec![
        (
            "level,nam,definition\nopen,a,b\n",
            vec![
                (1, 1, Problem::ColumnMissing { wanted: vec!["name", "naam"], nearest: names(&["nam"]) }),
                (1, 7, Problem::ColumnUnknown { name: "nam".into(), nearest: names(&["naam", "name"]) }),
            ],
        ),
        (
            "level,name,Naam\nopen,a,b\n",
            vec![(1, 12, Problem::ColumnTwice { first: "name".into(), second: "Naam".into() })],
        ),
        (
            "level,name,parent\nlabel,a,b\nopen,b,a\nopen,c,A\nopen,d,e\n",
            vec![
                (2, 7, Problem::Cycle { names: names(&["a", "b"]), lines: vec![2, 3] }),
                (2, 9, Problem::NotInside { inner: Level::Axial, outer: Level::Open }),
                (5, 8, Problem::ParentMissing { parent: "e".into(), nearest: names(&["a", "b", "c"]) }),
            ],
        ),
        (
            "level,name,color,also\nopen,a,,\nopen,A,,\nopen,b,rood,\nopen,,,\nopen,c,,misschien\n",
            vec![
                (3, 6, Problem::NameTwice { name: "A".into(), first_line: 2 }),
                (4, 8, Problem::BadColor { found: "rood".into() }),
                (5, 6, bad_name("", NameFault::Empty)),
                (6, 9, word("misschien")),
            ],
        ),
        (
            "taxonomy,level,name\nX,open,a\nY,label,a\n",
            vec![(3, 9, {
                let (level, first_level) = (Level::Axial, Level::Open);
                Problem::LevelDiffers { name: "a".into(), level, first_level, first_line: 2 }
            })],
        ),
        ("level,name\nopen,\"a\nb\"\n", vec![(2, 7, bad_name("a\nb", NameFault::Control))]),
        ("level,name\nopen\n", vec![(2, 1, Problem::CellCount { expected: 2, found: 1 })]),
    ];
    for (text, expected) in cases {
        assert_eq!(found(read(text.as_bytes())), expected, "{text}");
    }
    let word = read(b"level,name,parent\nthemas,a,\nlabel,b,a\n").expect_err("no level");
    assert_eq!(word.len(), 1);
    assert!(matches!(&word[0].problem, Problem::WordUnknown { found, .. } if found == "themas"));
}

#[test]
fn depth_is_bounded_and_no_chain_overflows() {
    let rows = (1..20_000).map(|at| format!("open,{at},{}\n", at - 1));
    let text: String = std::iter::once("level,name,parent\nopen,0,\n".to_owned()).chain(rows).collect();
    let faults = read(text.as_bytes()).expect_err("too deep");
    assert_eq!((faults[0].line, faults.len()), (62, 1_000));
    assert!(matches!(faults[0].problem, Problem::TooDeep { limit: 60 }));
}

#[test]
fn names_are_written_without_marks() {
    let book = CodebookInput {
        title: "T".into(),
        footnotes: vec![("*".into(), "noot".into())],
        placed: vec![code("De naasten* *zelf*", Level::Selective)],
        ..CodebookInput::default()
    };
    let mut out = Vec::new();
    write(&[book], &mut out).expect("memory takes all");
    let expected = "taxonomy,level,name,parent,also,statement,definition,include,exclude,example,color,origin,status\r\n\
        T,selectief,De naasten zelf,,,,,,,,,,\r\n";
    assert_eq!(String::from_utf8(out).as_deref(), Ok(expected));
}

/// The codebook as a table can say it.
fn plain(mut book: CodebookInput) -> CodebookInput {
    fn plain_code(code: &mut CodeInput) {
        code.line = 0;
        for field in
            [&mut code.statement, &mut code.definition, &mut code.include, &mut code.exclude, &mut code.example]
        {
            *field = field.take().filter(|text| !text.trim().is_empty());
        }
        code.children.iter_mut().for_each(plain_code);
    }
    book.footnotes.clear();
    book.synonyms.clear();
    book.language = None;
    book.placed.iter_mut().chain(&mut book.loose).for_each(plain_code);
    book
}

/// Every code of a codebook has the same number in front, so those of a second must be told apart.
fn renamed(codes: &mut [CodeInput]) {
    for code in codes {
        code.name.insert(0, '2');
        renamed(&mut code.children);
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_as_the_same(first in any_codebook(), second in any_codebook()) {
        let (mut first, mut second) = (plain(first), plain(second));
        first.title = "één, \"twee\"; =3".into();
        second.title = "’s avonds".into();
        renamed(&mut second.placed);
        renamed(&mut second.loose);
        let mut out = Vec::new();
        write(&[first.clone(), second.clone()], &mut out).expect("memory takes all");
        let loose = first.loose.drain(..).chain(second.loose.drain(..)).collect();
        let mut expected = vec![first, second, CodebookInput { loose, ..CodebookInput::default() }];
        expected.retain(|book| !(book.placed.is_empty() && book.loose.is_empty()));
        let found = read(&out).map(|books| books.into_iter().map(plain).collect::<Vec<_>>());
        prop_assert_eq!(found, Ok(expected));
    }
}
