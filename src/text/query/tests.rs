//! What queries mean, and what is said of wrong ones.

use super::*;
use proptest::prelude::*;

/// A tree in short: `(& a (| b c))`, `(! a)`, `"a b"`, `name=value`.
fn short(tree: &Tree) -> String {
    let list = |parts: &[Tree]| parts.iter().map(short).collect::<Vec<_>>().join(" ");
    match tree {
        Tree::All(parts) => format!("(& {})", list(parts)),
        Tree::Any(parts) => format!("(| {})", list(parts)),
        Tree::Not(part) => format!("(! {})", short(part)),
        Tree::Field(field) => format!("{}={}", field.name, field.value),
        Tree::Words(Words { kind: WordsKind::Term, text, .. }) => text.clone(),
        Tree::Words(Words { kind: WordsKind::Phrase, text, .. }) => format!("\"{text}\""),
    }
}

#[test]
fn queries_mean_what_a_reader_expects() {
    let cases = [
        ("schaamte", "schaamte"),
        ("  schaamte\tschuld\r\n", "(& schaamte schuld)"),
        ("schaamte EN schuld AND spijt", "(& schaamte schuld spijt)"),
        ("a OF b OR c", "(| a b c)"),
        ("a b OF c EN d", "(| (& a b) (& c d))"),
        ("a (b OF c)", "(& a (| b c))"),
        ("NIET a", "(! a)"),
        ("a NOT b", "(& a (! b))"),
        ("NOT NOT a", "(! (! a))"),
        ("NOT (a OR b) c", "(& (! (| a b)) c)"),
        ("((a))", "a"),
        ("en of niet not And", "(& en of niet not And)"),
        ("\"vuile was\" “buiten hangen” „zo'n” «ja»", "(& \"vuile was\" \"buiten hangen\" \"zo'n\" \"ja\")"),
        ("\"EN\" \"a OR (b\"", "(& \"EN\" \"a OR (b\")"),
        ("casus:3 rol:coördinator", "(& casus=3 rol=coördinator)"),
        ("code:\"vuile was\" x", "(& code=vuile was x)"),
        ("veld_2:“één twee”", "veld_2=één twee"),
        ("code:\"\"", "code="),
        ("moment:a:b", "moment=a:b"),
        ("12:33 Moeder: :x http://a.nl/b", "(& 12:33 Moeder: :x http://a.nl/b)"),
        ("code: \"a\"", "(& code: \"a\")"),
        ("EK-c -c niet- zee-eend", "(& EK-c -c niet- zee-eend)"),
        ("zo'n ’s 't ʼk", "(& zo'n ’s 't ʼk)"),
        ("vader(s)", "(& vader s)"),
        ("woord\"twee drie\"vier", "(& woord \"twee drie\" vier)"),
        ("schuld & schaamte - ...", "(& schuld schaamte)"),
        ("a 😊 b", "(& a b)"),
        ("a\u{0}b\u{7}", "(& a b)"),
        ("coo\u{308}rdinator שלום", "(& coo\u{308}rdinator שלום)"),
    ];
    for (query, expected) in cases {
        let tree = parse(query).unwrap_or_else(|fault| panic!("{query:?}: {fault:?}"));
        assert_eq!(short(&tree), expected, "{query:?}");
    }
}

#[test]
fn wrong_queries_are_refused_with_the_place() {
    use Operator::{And, Not, Or};
    use QueryFaultKind::*;
    use Side::{After, Before};
    let cases = [
        ("", Empty, 0..0),
        (" \t", Empty, 0..0),
        ("()", Empty, 0..2),
        ("a ( ) b", Empty, 2..5),
        ("é \"vuile was", UnclosedQuote, 2..3),
        ("code:“vuile", UnclosedQuote, 5..6),
        ("😊 (a OR b", UnclosedBracket, 2..3),
        ("((a)", UnclosedBracket, 0..1),
        ("a) b", StrayBracket, 1..2),
        (")", StrayBracket, 0..1),
        ("a OR", MissingOperand(Or, After), 2..4),
        ("OF a", MissingOperand(Or, Before), 0..2),
        ("a OR OR b", MissingOperand(Or, After), 2..4),
        ("a AND OR b", MissingOperand(And, After), 2..5),
        ("a OR AND b", MissingOperand(And, Before), 5..8),
        ("EN", MissingOperand(And, Before), 0..2),
        ("NIET", MissingOperand(Not, After), 0..4),
        ("a NOT OR b", MissingOperand(Not, After), 2..5),
        ("(a EN) b", MissingOperand(And, After), 3..5),
        ("... OR a", MissingOperand(Or, Before), 4..6),
        ("NOT ...", MissingOperand(Not, After), 0..3),
        ("... -", OnlyPunctuation, 0..5),
        (" 😊", OnlyPunctuation, 1..2),
        ("a \"...\"", OnlyPunctuation, 2..7),
        ("\"\"", OnlyPunctuation, 0..2),
    ];
    for (query, kind, place) in cases {
        let place = PointSpan { start: place.start, end: place.end };
        assert_eq!(parse(query), Err(QueryFault { kind, place }), "{query:?}");
    }
}

#[test]
fn places_count_code_points() {
    let Ok(Tree::All(parts)) = parse("één 😊 coo\u{308}rdinator casus:\"3 a\"") else {
        panic!("words and a field")
    };
    let places: Vec<PointSpan> = parts
        .iter()
        .map(|part| match part {
            Tree::Words(words) => words.place,
            Tree::Field(field) => field.place,
            Tree::All(_) | Tree::Any(_) | Tree::Not(_) => panic!("leaves only"),
        })
        .collect();
    let expected = [(0, 3), (6, 18), (19, 30)].map(|(start, end)| PointSpan { start, end });
    assert_eq!(places, expected);
}

#[test]
fn large_and_deep_queries_are_bounded() {
    let kind = |query: &str| parse(query).map_err(|fault| fault.kind);
    assert_eq!(kind(&"(".repeat(100_000)), Err(QueryFaultKind::TooDeep));
    assert_eq!(kind(&"NOT ".repeat(25_000)), Err(QueryFaultKind::TooDeep));
    assert_eq!(kind(&"a ".repeat(LONGEST_QUERY)), Err(QueryFaultKind::TooLong));
    let nested = format!("{}a{}", "(".repeat(DEEPEST_QUERY), ")".repeat(DEEPEST_QUERY));
    assert!(kind(&nested).is_ok());
    assert!(matches!(kind(&"ja ".repeat(33_000)), Ok(Tree::All(parts)) if parts.len() == 33_000));
    assert!(matches!(kind(&format!("ja{}", " OR ja".repeat(16_000))), Ok(Tree::Any(parts)) if parts.len() == 16_001));
}

#[test]
fn fields_are_listed_in_the_order_typed() {
    let tree = parse("a casus:1 NOT (rol:x OR b code:y)").expect("a good query");
    let names: Vec<&str> = tree.fields().iter().map(|field| field.name.as_str()).collect();
    assert_eq!(names, ["casus", "rol", "code"]);
}

proptest! {
    #[test]
    fn no_input_is_a_panic_and_faults_lie_inside(query in "[ab():\"“'’ANDORTEFI \u{308}😊.-]{0,60}|\\PC{0,60}") {
        if let Err(fault) = parse(&query) {
            prop_assert!(fault.place.start <= fault.place.end);
            prop_assert!(fault.place.end as usize <= query.chars().count());
        }
    }
}
