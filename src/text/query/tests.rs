//! What queries mean, and what is said of wrong ones.

use super::*;
use proptest::prelude::*;

/// A tree in short: `(& a (| b c))`, `(! a)`, `"a b"`, `"a b"~`, `net*`, `net~1`, `/re/`, `name=value`, `name="value"`,
/// `(near Words(5) a b)`, `(Within a b)`, `coded`.
fn short(tree: &Tree) -> String {
    let list = |parts: &[Tree]| parts.iter().map(short).collect::<Vec<_>>().join(" ");
    match tree {
        Tree::All(parts) => format!("(& {})", list(parts)),
        Tree::Any(parts) => format!("(| {})", list(parts)),
        Tree::Not(part) => format!("(! {})", short(part)),
        Tree::Field(Field { name, value, quoting: Quoting::Bare, .. }) => format!("{name}={value}"),
        Tree::Field(Field { name, value, quoting: Quoting::Quoted, .. }) => format!("{name}=\"{value}\""),
        Tree::Words(Words { kind, text, .. }) => match kind {
            WordsKind::Term => text.clone(),
            WordsKind::Phrase => format!("\"{text}\""),
            WordsKind::Lemmas => format!("\"{text}\"~"),
            WordsKind::Prefix => format!("{text}*"),
            WordsKind::Fuzzy(letters) => format!("{text}~{letters}"),
            WordsKind::Regex => format!("/{text}/"),
        },
        Tree::Near(near) => format!("(near {:?} {} {})", near.reach, short(&near.left), short(&near.right)),
        Tree::Codings(codings) => format!("({:?} {} {})", codings.kind, short(&codings.left), short(&codings.right)),
        Tree::Coded(_) => "coded".to_owned(),
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
        ("code:\"vuile was\" x", "(& code=\"vuile was\" x)"),
        ("veld_2:“één twee”", "veld_2=\"één twee\""),
        ("code:\"\"", "code=\"\""),
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
        ("net* netw* n*t *werk", "(& net* netw* /n.*t/ /.*werk/)"),
        ("net~ net~1 net~2 EK-c*", "(& net~1 net~1 net~2 EK-c*)"),
        ("\"vuile was\"~ „vuile was”~", "(& \"vuile was\"~ \"vuile was\"~)"),
        ("/ver(geten|gat)/ hulp", "(& /ver(geten|gat)/ hulp)"),
        ("(/a|b/ OF /[\"(]+/)", "(| /a|b/ /[\"(]+/)"),
        (r"/a\/b/", r"/a\/b/"),
        ("http://a/b en/of /home/user / //", "(& http://a/b en/of /home/user)"),
        ("a NEAR/5 b", "(near Words(5) a b)"),
        ("a NABIJ b c", "(& (near Words(10) a b) c)"),
        ("NIET a NABIJ/zin \"b c\"", "(! (near Sentence a \"b c\"))"),
        ("regie* NEAR/Sentence netw~1", "(near Sentence regie* netw~1)"),
        ("a NEAR/turn b OF c NABIJ/beurt /d/", "(| (near Turn a b) (near Turn c /d/))"),
        ("(a OF (b OR c)) NABIJ/2 d", "(near Words(2) (| a b c) d)"),
        ("a NEAR/1 b NEAR/2 c", "(near Words(2) (near Words(1) a b) c)"),
        ("(a NEAR/1 b) NEAR/2 c", "(near Words(2) (near Words(1) a b) c)"),
        ("near Nabij NEAR-5 a", "(& near Nabij NEAR-5 a)"),
        ("code:a WITHIN code:b", "(Within code=a code=b)"),
        ("code:a BINNEN label:\"b c\"", "(Within code=a label=\"b c\")"),
        ("x code:a OVERLAPT code:b NIET y", "(& x (Overlaps code=a code=b) (! y))"),
        ("NOT code:a COOCCURS code:b", "(! (Cooccurs code=a code=b))"),
        ("(code:a OF code:b) SAMEN (thema:c NIET codeur:d)", "(Cooccurs (| code=a code=b) (& thema=c (! codeur=d)))"),
        ("code:a VOLGT code:b", "(Follows(2) code=a code=b)"),
        ("code:a FOLLOWS/3 CODED", "(Follows(3) code=a coded)"),
        ("NIET gecodeerd", "(! coded)"),
        ("schaamte NOT coded", "(& schaamte (! coded))"),
        ("GECODEERD OF CODED", "(| coded coded)"),
        ("gecodeerd NIET \"gecodeerd\" NIET Gecodeerd", "(& gecodeerd (! \"gecodeerd\") (! Gecodeerd))"),
        ("NIET NIET gecodeerd materiaal", "(& (! (! coded)) materiaal)"),
        ("\"zorg duur\":3 „woon-werk”:“te ver”", "(& zorg duur=3 woon-werk=\"te ver\")"),
        ("\"vuile was\": ja", "(& \"vuile was\" ja)"),
        ("leeftijd:40..60 leeftijd:>40 regio:Gron*", "(& leeftijd=40..60 leeftijd=>40 regio=Gron*)"),
        ("casus:(1 OF 2)", "(| casus=1 casus=2)"),
        ("rol:(\"sociaal netwerk\" OF NIET prof*)", "(| rol=\"sociaal netwerk\" (! rol=prof*))"),
        ("\"zorg duur\":(>3 OF (1 OR 2))", "(| zorg duur=>3 (| zorg duur=1 zorg duur=2))"),
        ("code:(a OF b) BINNEN code:c", "(Within (| code=a code=b) code=c)"),
    ];
    for (query, expected) in cases {
        let tree = parse(query).unwrap_or_else(|fault| panic!("{query:?}: {fault:?}"));
        assert_eq!(short(&tree), expected, "{query:?}");
    }
}

#[test]
fn wrong_queries_are_refused_with_the_place() {
    use Operator::{And, Codings, Near, Not, Or};
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
        ("a NEAR", MissingOperand(Near(Reach::Words(10)), After), 2..6),
        ("NABIJ/zin b", MissingOperand(Near(Reach::Sentence), Before), 0..9),
        ("a EN VOLGT code:b", MissingOperand(Codings(RelationKind::Follows(2)), Before), 5..10),
        ("code:a WITHIN)", MissingOperand(Codings(RelationKind::Within), After), 7..13),
        ("a NEAR code:b", NotWords, 7..13),
        ("(a b) NABIJ/5 c", NotWords, 0..5),
        ("a NEAR NOT b", NotWords, 7..10),
        ("a NEAR (b NEAR c)", NotWords, 7..17),
        ("code:a WITHIN schaamte", NotCodings, 14..22),
        ("schaamte WITHIN code:a", NotCodings, 0..8),
        ("code:a WITHIN NOT code:b", NotCodings, 14..17),
        ("code:a WITHIN code:b WITHIN code:c", NotCodings, 0..20),
        ("a NEAR/0 b", BadReach, 2..8),
        ("a NEAR/1001 b", BadReach, 2..11),
        ("é NABIJ/woord b", BadReach, 2..13),
        ("a NEAR/ b", BadReach, 2..7),
        ("code:a VOLGT/zin code:b", BadTurns, 7..16),
        ("net~3", BadFuzziness, 0..5),
        ("a EK-c~1", SeveralWords, 2..8),
        ("zee-*eend", SeveralWords, 0..9),
        ("\"vuile was\"~5 x", PhraseNumber, 0..13),
        ("x /vuil", UnclosedPattern, 2..3),
        ("/vuile was/", UnclosedPattern, 0..1),
        ("x /ver(geten/", Pattern(PatternProblem::UnclosedGroup), 2..13),
        ("(/(a{1000}){1000}/)", Pattern(PatternProblem::TooLarge), 1..18),
        ("casus:()", Empty, 6..8),
        ("casus:(1 OF rol:x)", NotValue, 12..17),
        ("casus:(1 NABIJ 2)", NotValue, 9..14),
        ("casus:(1 OF", MissingOperand(Or, After), 9..11),
        ("casus:(1", UnclosedBracket, 6..7),
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
            _ => panic!("leaves only"),
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
    assert_eq!(kind(&format!("a{}", " NEAR a".repeat(15_000))), Err(QueryFaultKind::TooDeep));
    for wide in ["net* ", "net~2 ", "n*t ", "/net.*/ "] {
        assert_eq!(kind(&wide.repeat(10_000)), Err(QueryFaultKind::TooMany));
    }
    for odd in ["*", "/(", "~", ":", "a:(", "\"a\":", "/\\", "'*"] {
        let _ = parse(&odd.repeat(LONGEST_QUERY / odd.len()));
    }
    assert!(matches!(kind(&"ja ".repeat(33_000)), Ok(Tree::All(parts)) if parts.len() == 33_000));
    assert!(matches!(kind(&format!("ja{}", " OR ja".repeat(16_000))), Ok(Tree::Any(parts)) if parts.len() == 16_001));
}

#[test]
fn fields_are_listed_in_the_order_typed() {
    let tree = parse("a casus:1 NOT (rol:x OR b code:y)").expect("a good query");
    let names: Vec<&str> = tree.fields().iter().map(|field| field.name.as_str()).collect();
    assert_eq!(names, ["casus", "rol", "code"]);
}

/// Queries as they can be typed, each with what it means.
fn typed() -> impl Strategy<Value = (String, String)> {
    let words = prop_oneof![
        "[a-d]{2,5}".prop_map(|word| (word.clone(), word)),
        "[a-d]{2,5}\\*".prop_map(|word| (word.clone(), word)),
        "[a-d]{2,5}~[12]".prop_map(|word| (word.clone(), word)),
        "\"[a-d]{1,3} [a-d]{1,3}\"~?".prop_map(|phrase| (phrase.clone(), phrase)),
        "/[a-d]+(\\([a-d]\\|[a-d]\\))?/".prop_map(|pattern| (pattern.clone(), pattern)),
    ];
    let field = ("[a-d]{2,5}", "[a-d1-9]{1,4}")
        .prop_map(|(name, value)| (format!("{name}:{value}"), format!("{name}={value}")));
    let near = (words.clone(), words.clone(), 1..9_u32).prop_map(|((a, a_means), (b, b_means), reach)| {
        (format!("({a} NEAR/{reach} {b})"), format!("(near Words({reach}) {a_means} {b_means})"))
    });
    let related = (field.clone(), field.clone()).prop_map(|((a, a_means), (b, b_means))| {
        (format!("({a} WITHIN {b})"), format!("(Within {a_means} {b_means})"))
    });
    prop_oneof![words, field, near, related].prop_recursive(4, 24, 3, |inner| {
        let several = prop::collection::vec(inner.clone(), 2..4);
        let joined = |sign: &'static str, between: &'static str| {
            move |parts: Vec<(String, String)>| {
                let (typed, meant): (Vec<String>, Vec<String>) = parts.into_iter().unzip();
                (format!("({})", typed.join(between)), format!("({sign} {})", meant.join(" ")))
            }
        };
        prop_oneof![
            several.clone().prop_map(joined("&", " EN ")),
            several.clone().prop_map(joined("&", " ")),
            several.prop_map(joined("|", " OF ")),
            inner.prop_map(|(typed, meant)| (format!("(NIET {typed})"), format!("(! {meant})"))),
        ]
    })
}

proptest! {
    #[test]
    fn no_input_is_a_panic_and_faults_lie_inside(query in "[ab():\"“'’ANDORTEFI \u{308}😊.*~/-]{0,60}|([ab()]|NEAR| |code:a|NOT|WITHIN|/|\\*|~|\"){0,30}|\\PC{0,60}") {
        if let Err(fault) = parse(&query) {
            prop_assert!(fault.place.start <= fault.place.end);
            prop_assert!(fault.place.end as usize <= query.chars().count());
        }
    }

    #[test]
    fn what_is_typed_is_what_is_meant((typed, meant) in typed()) {
        let tree = parse(&typed);
        prop_assert_eq!(tree.as_ref().map(short), Ok(meant), "{}", typed);
    }
}
