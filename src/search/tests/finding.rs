//! The index against the scan.

use super::super::stems::Stems;
use super::super::{Matching, Options, Order, SearchFault, SearchIndex, Searcher, Unit, marks};
use super::study::{Question, Study, Text, VOCABULARY, meaning};
use crate::model::{ProjectId, Span};
use crate::text::query::parse;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// Asks many questions and compares with the scan.
fn check(study: &Study, searcher: &Searcher, random: &mut ChaCha8Rng, questions: usize) {
    for _ in 0..questions {
        let depth = random.random_range(0..4);
        let question = Question::random(random, depth);
        let tree = parse(&question.query()).unwrap_or_else(|fault| panic!("{}: {fault:?}", question.query()));
        for (matching, stems) in [(Matching::Stems, true), (Matching::Exact, false)] {
            let ask = |order, limit| {
                let options = Options { matching, order, limit, admitted: &|_| true };
                searcher.search(&tree, meaning, &options).unwrap_or_else(|fault| panic!("{fault}"))
            };
            let expected = study.scan(&question, stems);
            let found = ask(Order::Text, None);
            let units: Vec<Unit> = found.hits.iter().map(|hit| hit.unit).collect();
            assert!(units == expected, "{} ({matching:?})", question.query());

            let ranked = ask(Order::Relevance, None);
            let best = ask(Order::Relevance, Some(7));
            assert_eq!((ranked.total, best.total), (expected.len(), expected.len()), "{}", question.query());
            assert!(best.hits == ranked.hits[..best.hits.len()], "{}", question.query());
            let mut units: Vec<Unit> = ranked.hits.iter().map(|hit| hit.unit).collect();
            units.sort_unstable();
            assert!(units == expected, "{}", question.query());
            assert!(ranked.hits.is_sorted_by(|a, b| a.score + 0.001 >= b.score), "{}", question.query());

            for unit in expected.iter().take(20) {
                let marked = !marks(&tree, matching, study.unit(*unit)).is_empty();
                let words = question.has_words_for(study.words(*unit), *unit, stems, true);
                assert_eq!(marked, words, "{} in {:?}", question.query(), study.unit(*unit));
            }
        }
    }
}

#[test]
fn the_stems_that_the_scan_takes_for_granted_are_right() {
    let mut stems = Stems::new();
    let words: Vec<_> = VOCABULARY.iter().flat_map(|(_, words)| words.iter()).collect();
    for a in &words {
        for b in &words {
            assert_eq!(stems.stem(a.0) == stems.stem(b.0), a.1 == b.1, "{} {}", a.0, b.0);
        }
    }
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
            let found = searcher.search(&tree, meaning, &Options::default()).expect("a sound index");
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
    let tree = parse("de OF NOT ja").expect("a good query");
    let everywhere = searcher.search(&tree, meaning, &Options { limit: None, ..Options::default() }).expect("sound");
    let options = Options { limit: None, admitted: &|unit| unit.rank == 4, ..Options::default() };
    let there = searcher.search(&tree, meaning, &options).expect("sound");
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
    let tree = parse("schaamte").expect("a good query");
    let found = searcher.search(&tree, meaning, &Options::default()).expect("sound");
    let numbers: Vec<u32> = found.hits.iter().map(|hit| hit.unit.number).collect();
    assert_eq!((found.total, numbers), (3, vec![1, 3, 0]));
}

#[test]
fn an_unknown_field_stops_the_search_with_what_the_caller_says() {
    let index = SearchIndex::in_memory(ProjectId::new());
    let searcher = index.searcher(&[], |_| Err(())).expect("sound");
    let tree = parse("a OR (b kleur:rood)").expect("a good query");
    let fault = searcher.search(&tree, meaning, &Options::default());
    assert_eq!(fault, Err(SearchFault::Caller("no field kleur".to_owned())));
}

#[test]
fn a_pasted_page_is_a_query_too() {
    let mut random = ChaCha8Rng::seed_from_u64(5);
    let study = Study::random(&mut random, 5, 20);
    let index = SearchIndex::in_memory(ProjectId::new());
    let searcher = index.searcher(&study.wanted, |revision| study.fetch(revision)).expect("sound");
    let page: Vec<String> = (0..12_000).map(|number| format!("w{number}")).collect();
    for (query, hits) in [(page.join(" "), false), (format!("ja OR {}", page.join(" OR ")), true)] {
        let tree = parse(&query).expect("a good query");
        let found = searcher.search(&tree, meaning, &Options::default()).expect("sound");
        assert_eq!(found.total > 0, hits);
    }
    let phrase = parse(&format!("\"{}\"", page.join(" "))).expect("a good query");
    assert_eq!(searcher.search(&phrase, meaning, &Options::default()).expect("sound").total, 0);
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
