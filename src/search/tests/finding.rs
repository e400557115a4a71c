//! The index against the scan.

use super::super::Matching::{self, Broad, Exact, Inside, Lemmas};
use super::super::{Answer, Options, Order, SearchFault, SearchIndex, Searcher, Unit};
use super::study::{Question, Study, Text, VOCABULARY, meaning};
use crate::model::{ProjectId, Span};
use crate::text::dutch::lemmas;
use crate::text::query::{Tree, parse};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// Asks many questions and compares with the scan.
fn check(study: &Study, searcher: &Searcher, random: &mut ChaCha8Rng, questions: usize) {
    for _ in 0..questions {
        let depth = random.random_range(0..4);
        let question = Question::random(random, depth);
        let tree = parse(&question.query()).unwrap_or_else(|fault| panic!("{}: {fault:?}", question.query()));
        for (matching, lemmas) in [(Matching::Lemmas, true), (Matching::Exact, false)] {
            let ask = |order, limit| {
                let options = Options { matching, order, limit, ..Options::default() };
                searcher.search(&tree, meaning, &options).unwrap_or_else(|fault| panic!("{fault}"))
            };
            let expected = study.scan(&question, lemmas);
            let Answer { found, marker } = ask(Order::Text, None);
            let units: Vec<Unit> = found.hits.iter().map(|hit| hit.unit).collect();
            assert!(units == expected, "{} ({matching:?})", question.query());

            let ranked = ask(Order::Relevance, None).found;
            let best = ask(Order::Relevance, Some(7)).found;
            assert_eq!((ranked.total, best.total), (expected.len(), expected.len()), "{}", question.query());
            assert!(best.hits == ranked.hits[..best.hits.len()], "{}", question.query());
            let mut units: Vec<Unit> = ranked.hits.iter().map(|hit| hit.unit).collect();
            units.sort_unstable();
            assert!(units == expected, "{}", question.query());
            assert!(ranked.hits.is_sorted_by(|a, b| a.score + 0.001 >= b.score), "{}", question.query());

            for unit in expected.iter().take(20) {
                let marked = !marker.marks(study.unit(*unit)).is_empty();
                let words = question.has_words_for(study.words(*unit), *unit, lemmas, true);
                assert_eq!(marked, words, "{} in {:?}", question.query(), study.unit(*unit));
            }
        }
    }
}

#[test]
fn the_lemmas_that_the_scan_takes_for_granted_are_right() {
    let words: Vec<_> = VOCABULARY.iter().flat_map(|(_, words)| words.iter()).collect();
    for a in &words {
        for b in &words {
            let (of_a, of_b) = (lemmas(a.0), lemmas(b.0));
            let shared = a.0 == b.0 || of_a.iter().any(|lemma| of_b.contains(lemma));
            assert_eq!(shared, a.1 == b.1, "{} {}: {of_a:?} {of_b:?}", a.0, b.0);
        }
    }
}

/// All hits, with the marks of the first.
fn asked(searcher: &Searcher, query: &str, options: &Options<'_>) -> Answer {
    let tree: Tree = parse(query).unwrap_or_else(|fault| panic!("{query}: {fault:?}"));
    searcher.search(&tree, meaning, options).unwrap_or_else(|fault| panic!("{query}: {fault}"))
}

#[test]
fn search_finds_what_looking_finds_before_and_after_corrections() {
    let mut random = ChaCha8Rng::seed_from_u64(1);
    let mut study = Study::random(&mut random, 40, 40);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut index = SearchIndex::open(folder.path(), ProjectId::new()).index;
    for history in 1..5 {
        index.catch_up(&study.wanted, history, |revision| study.fetch(revision)).expect("all texts are there");
        let searcher = index.searcher(&study.wanted, |_| Err("nothing is missing")).expect("a sound index");
        check(&study, &searcher, &mut random, 60);

        // Some texts are corrected, one is dropped, one is added, and they stand in another order.
        for _ in 0..5 {
            let place = random.random_range(0..study.wanted.len());
            let text = Text::random(&mut random, 30);
            study.replace(place, text);
        }
        study.wanted.swap_remove(3);
        let added = Text::random(&mut random, 50);
        study.add(added);
        // Not caught up: what is missing is searched in memory, what no longer counts is not found.
        let searcher = index.searcher(&study.wanted, |revision| study.fetch(revision)).expect("a sound index");
        check(&study, &searcher, &mut random, 30);
    }
}

#[test]
fn order_does_not_depend_on_where_texts_lie() {
    let mut random = ChaCha8Rng::seed_from_u64(2);
    let study = Study::random(&mut random, 30, 30);
    let fetch = |revision| study.fetch(revision);
    let whole = |caught_up: usize| {
        let mut index = SearchIndex::in_memory(ProjectId::new());
        for piece in [&study.wanted[..caught_up / 2], &study.wanted[..caught_up]] {
            index.catch_up(piece, 1, fetch).expect("all texts are there");
        }
        index.searcher(&study.wanted, fetch).expect("a sound index")
    };
    let (none, half, all) = (whole(0), whole(15), whole(30));
    for _ in 0..100 {
        let question = Question::random(&mut random, 3);
        let tree = parse(&question.query()).expect("a good query");
        let ask = |searcher: &Searcher| {
            let found = searcher.search(&tree, meaning, &Options::default()).expect("a sound index").found;
            found.hits.iter().map(|hit| hit.unit).collect::<Vec<_>>()
        };
        assert_eq!(ask(&none), ask(&half), "{}", question.query());
        assert_eq!(ask(&none), ask(&all), "{}", question.query());
    }
}

#[test]
fn only_admitted_units_are_found_and_counted() {
    let mut random = ChaCha8Rng::seed_from_u64(3);
    let study = Study::random(&mut random, 10, 20);
    let index = SearchIndex::in_memory(ProjectId::new());
    let searcher = index.searcher(&study.wanted, |revision| study.fetch(revision)).expect("a sound index");
    let everywhere = asked(&searcher, "de OF NOT ja", &Options { limit: None, ..Options::default() }).found;
    let options = Options { limit: None, admitted: &|unit| unit.rank == 4, ..Options::default() };
    let there = asked(&searcher, "de OF NOT ja", &options).found;
    assert!(!there.hits.is_empty() && there.total < everywhere.total);
    assert_eq!(there.total, everywhere.hits.iter().filter(|hit| hit.unit.rank == 4).count());
    assert!(there.hits.iter().all(|hit| hit.unit.rank == 4));
}

#[test]
fn the_more_a_unit_is_about_a_word_the_earlier_it_comes() {
    let mut study = Study::default();
    let mut random = ChaCha8Rng::seed_from_u64(4);
    let mut text = Text::random(&mut random, 1);
    text.body = "dat was schaamte ja en toen was het wel klaar dacht ik\nschaamte schaamte\nniets\nschaamte".to_owned();
    text.units = lines_of(&text.body);
    study.add(text);
    let index = SearchIndex::in_memory(ProjectId::new());
    let searcher = index.searcher(&study.wanted, |revision| study.fetch(revision)).expect("sound");
    let found = asked(&searcher, "schaamte", &Options::default()).found;
    let numbers: Vec<u32> = found.hits.iter().map(|hit| hit.unit.number).collect();
    assert_eq!((found.total, numbers), (3, vec![1, 3, 0]));
}

#[test]
fn an_unknown_field_stops_the_search_with_what_the_caller_says() {
    let index = SearchIndex::in_memory(ProjectId::new());
    let searcher = index.searcher(&[], |_| Err(())).expect("sound");
    let tree = parse("a OR (b kleur:rood)").expect("a good query");
    let fault = searcher.search(&tree, meaning, &Options::default()).err();
    assert_eq!(fault, Some(SearchFault::Caller("no field kleur".to_owned())));
}

#[test]
fn a_pasted_page_is_a_query_too() {
    let mut random = ChaCha8Rng::seed_from_u64(5);
    let study = Study::random(&mut random, 5, 20);
    let index = SearchIndex::in_memory(ProjectId::new());
    let searcher = index.searcher(&study.wanted, |revision| study.fetch(revision)).expect("sound");
    let page: Vec<String> = (0..12_000).map(|number| format!("w{number}")).collect();
    for (query, hits) in [(page.join(" "), false), (format!("ja OR {}", page.join(" OR ")), true)] {
        assert_eq!(asked(&searcher, &query, &Options::default()).found.total > 0, hits);
    }
    let phrase = format!("\"{}\"", page.join(" "));
    assert_eq!(asked(&searcher, &phrase, &Options::default()).found.total, 0);
}

#[test]
fn a_searcher_can_be_shared_by_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    let index = SearchIndex::in_memory(ProjectId::new());
    shared(&index);
    shared(&index.searcher(&[], |_| Err(())).expect("sound"));
}

fn lines_of(text: &str) -> Vec<Span> {
    let mut start = 0;
    let lines = text.split('\n').map(|line| {
        let span = Span::new(start, start + line.len());
        start = span.range().end + 1;
        span
    });
    lines.collect()
}

/// One transcript with a unit for each line.
fn searcher_over(lines: &str) -> (Study, SearchIndex) {
    let mut study = Study::default();
    let mut text = Text::random(&mut ChaCha8Rng::seed_from_u64(6), 1);
    text.body = lines.to_owned();
    text.units = lines_of(&text.body);
    study.add(text);
    let mut index = SearchIndex::in_memory(ProjectId::new());
    index.catch_up(&study.wanted, 1, |revision| study.fetch(revision)).expect("all texts are there");
    (study, index)
}

/// A query, how it is compared, and the units it finds with their marks.
type Case = (&'static str, Matching, &'static [(u32, &'static [&'static str])]);

#[test]
fn every_kind_of_query_finds_its_places_and_marks_them() {
    let (study, index) = searcher_over(
        "😊 Zo’n vuile was, ’s avonds; de coo\u{308}rdinator zei één keer: vuile wassen. EK-c, EK c\n\
         Zij belde haar zus gisteren nog op.\n\
         De wijkagenten liepen door de regen. Niemand deed open!\n\
         Het netwerk; een netwerkberaad. De regie ligt bij hen? Hun sociale netwerken\n\
         Stuur maar een e-mail, of twee e-mails. Schaamde zij zich?\n\
         regie regie\n",
    );
    let searcher = index.searcher(&study.wanted, |_| Err("nothing is missing")).expect("sound");
    let cases: &[Case] = &[
        ("zo'n", Exact, &[(0, &["Zo’n"])]),
        ("vuil", Exact, &[]),
        ("vuil", Lemmas, &[(0, &["vuile", "vuile"])]),
        ("wassen", Exact, &[(0, &["wassen"])]),
        ("\"vuile was\"", Lemmas, &[(0, &["vuile was"])]),
        ("\"vuil was\"~", Lemmas, &[(0, &["vuile was"])]),
        ("\"vuil wassen\"~", Lemmas, &[(0, &["vuile wassen"])]),
        ("\"was ’s avonds\"", Lemmas, &[(0, &["was, ’s avonds"])]),
        ("COORDINATOR een", Lemmas, &[(0, &["coo\u{308}rdinator", "één"])]),
        ("ek-c", Lemmas, &[(0, &["EK-c", "EK c"])]),
        ("EKC", Lemmas, &[(0, &["EK-c"])]),
        ("email", Lemmas, &[(4, &["e-mail", "e-mails"])]),
        ("e-mail", Lemmas, &[(4, &["e-mail", "e-mails"])]),
        ("email", Exact, &[(4, &["e-mail"])]),
        ("e-ma*", Exact, &[(4, &["e-mail", "e-mails"])]),
        ("opbellen", Lemmas, &[(1, &["belde", "op"])]),
        ("opgebeld", Lemmas, &[(1, &["belde", "op"])]),
        ("opbellen", Exact, &[]),
        ("lopen", Lemmas, &[(2, &["liepen"])]),
        ("agent", Lemmas, &[]),
        ("agent", Inside, &[(2, &["wijkagenten"])]),
        ("wijkagent", Lemmas, &[(2, &["wijkagenten"])]),
        ("netwerk", Lemmas, &[(3, &["netwerk", "netwerken"])]),
        ("net*", Lemmas, &[(3, &["netwerk", "netwerkberaad", "netwerken"])]),
        ("netwrek~", Lemmas, &[(3, &["netwerk"])]),
        ("netwerkk~2", Lemmas, &[(3, &["netwerk", "netwerken"])]),
        ("/netwerk(en)?/", Lemmas, &[(3, &["netwerk", "netwerken"])]),
        ("/.*beraad/", Lemmas, &[(3, &["netwerkberaad"])]),
        ("regie NEAR/4 sociaal", Lemmas, &[]),
        ("regie NEAR/5 sociaal", Lemmas, &[(3, &["regie", "sociale"])]),
        ("regie* NEAR/6 netwerk", Lemmas, &[(3, &["netwerk", "regie", "netwerken"])]),
        ("regie NEAR/zin netwerk", Lemmas, &[]),
        ("liggen NEAR/zin regie", Lemmas, &[(3, &["regie", "ligt"])]),
        ("netwerk NEAR/beurt (hun OR hen)", Lemmas, &[(3, &["netwerk", "hen", "Hun", "netwerken"])]),
        ("regie NEAR/1 regie", Lemmas, &[(5, &["regie", "regie"])]),
        ("opbellen NEAR/3 zus", Lemmas, &[(1, &["belde", "zus", "op"])]),
        ("casus:0 NOT was", Lemmas, &[(1, &[]), (2, &[]), (3, &[]), (4, &[]), (5, &[]), (6, &[])]),
        ("NOT NOT keer", Lemmas, &[(0, &["keer"])]),
        ("NOT (was AND NOT keer) keer", Lemmas, &[(0, &["keer"])]),
        ("afwezig", Broad, &[]),
    ];
    for (query, matching, expected) in cases {
        let options = Options { matching: *matching, order: Order::Text, ..Options::default() };
        let answer = asked(&searcher, query, &options);
        let found: Vec<(u32, Vec<&str>)> = answer
            .found
            .hits
            .iter()
            .map(|hit| {
                let text = study.unit(hit.unit);
                (hit.unit.number, answer.marker.marks(text).into_iter().map(|span| span.of(text)).collect())
            })
            .collect();
        let expected: Vec<(u32, Vec<&str>)> = expected.iter().map(|(unit, marks)| (*unit, marks.to_vec())).collect();
        assert_eq!(found, expected, "{query} ({matching:?})");
    }
}

#[test]
fn synonyms_are_found_as_the_word_itself() {
    let (study, index) = searcher_over("Een EK-c\nde Eigen Kracht-conferentie was goed\nekc's zijn goed\neigen kracht");
    let searcher = index.searcher(&study.wanted, |_| Err("nothing is missing")).expect("sound");
    let same: [&[&str]; 3] = [&["ek", "c"], &["eigen", "kracht", "conferentie"], &["ekc"]];
    let synonyms = |words: &[String]| -> Vec<Vec<String>> {
        let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        if !same.iter().any(|one| *one == words) {
            return Vec::new();
        }
        same.iter().filter(|one| **one != words).map(|one| owned(one)).collect()
    };
    for query in ["EKC", "EK-c", "\"eigen kracht conferentie\"~"] {
        let options = Options { synonyms: &synonyms, order: Order::Text, ..Options::default() };
        let found: Vec<u32> = asked(&searcher, query, &options).found.hits.iter().map(|hit| hit.unit.number).collect();
        assert_eq!(found, [0, 1, 2], "{query}");
    }
}
