//! Small texts, counted by hand.

use super::*;

/// A text of which every word falls in one bin.
fn whole(text: &str, bin: u32) -> Countable {
    let span = Span::new(0, text.len());
    Countable { text: text.to_owned(), stretches: vec![Stretch { span, bins: vec![(0, Some(bin))] }] }
}

/// A dictionary of a few words.
fn lemma(folded: &str) -> String {
    let found = match folded {
        "gesprekken" => "gesprek",
        "coordinatoren" => "coordinator",
        "belde" | "belt" => "bellen",
        other => other,
    };
    found.to_owned()
}

fn finished(counter: WordCounter, bins: &[Bin], groups: usize) -> WordCounts {
    counter.finish(bins, groups, &lemma, &|folded| folded != "het")
}

fn line(word: &WordCount) -> String {
    let forms: Vec<String> = word.forms.iter().map(|(form, times)| format!("{form} {times}")).collect();
    format!("{} {} ({}) {}/{}", word.lemma, word.all.words, forms.join(", "), word.all.texts, word.all.cases)
}

#[test]
fn forms_stand_under_their_lemma_as_they_are_mostly_written() {
    let bins =
        [Bin { groups: Vec::new(), cases: vec![0] }, Bin { groups: Vec::new(), cases: vec![0, 1] }, Bin::default()];
    let mut counter = WordCounter::default();
    counter.take_in(&[
        whole("Het gesprek. Gesprekken, gesprekken! Zo’n Coördinator.", 0),
        whole("Zo'n gesprek; coo\u{308}rdinatoren belde, BELT 👍🏽 Riek", 1),
    ]);
    counter.take_in(&[whole("zo’n שלום Riek", 2)]);
    let counts = finished(counter, &bins, 0);
    let lines: Vec<String> = counts.words.iter().map(line).collect();
    assert_eq!(
        lines,
        [
            "gesprek 4 (gesprek 2, gesprekken 2) 2/2",
            "zo’n 3 (zo’n 3) 3/2",
            "bellen 2 (BELT 1, belde 1) 1/2",
            "Coördinator 2 (Coördinator 1, coördinatoren 1) 2/2",
            "Riek 2 (Riek 2) 2/2",
            "שלום 1 (שלום 1) 1/0",
        ]
    );
    assert_eq!(counts.all, Spread { words: 15, texts: 3, cases: 2 }, "words that are not listed count too");
}

#[test]
fn a_lemma_that_does_not_occur_has_the_accents_of_its_form() {
    for (lemma, form, written) in [
        ("coordinator", "coördinatoren", "coördinator"),
        ("idee", "ideeën", "idee"),
        ("cafe", "cafés", "café"),
        ("lopen", "liep", "lopen"),
        ("zijn", "is", "zijn"),
        ("gesprek", "Gesprekken", "Gesprek"),
        ("bellen", "BELT", "Bellen"),
        ("שלום", "", "שלום"),
    ] {
        assert_eq!(written_like(lemma, form), written);
    }
}

#[test]
fn a_word_counts_where_it_begins_and_in_every_group_of_its_bin() {
    let text = "Anna: ja de buren helpen buren";
    let at = |word: &str| u32::try_from(text.find(word).expect("it is there")).expect("small");
    let span = Span { start: at("ja"), end: u32::try_from(text.len()).expect("small") };
    // The second boundary cuts `helpen` in two.
    let bins = vec![(0, Some(0)), (at("buren"), Some(1)), (at("lpen"), None)];
    let mut counter = WordCounter::default();
    counter.take_in(&[Countable { text: text.to_owned(), stretches: vec![Stretch { span, bins }] }]);
    let bins = [Bin { groups: vec![1], cases: vec![3] }, Bin { groups: vec![0, 1], cases: vec![3] }];
    let counts = finished(counter, &bins, 2);
    let lines: Vec<String> = counts.words.iter().map(line).collect();
    assert_eq!(lines, ["buren 1 (buren 1) 1/1", "de 1 (de 1) 1/1", "helpen 1 (helpen 1) 1/1", "ja 1 (ja 1) 1/1"]);
    let one = Spread { words: 1, texts: 1, cases: 1 };
    assert_eq!(counts.words[0].groups, [one, one]);
    assert_eq!(counts.words[1].groups, [Spread::default(), one]);
    assert_eq!(counts.groups, [Spread { words: 2, texts: 1, cases: 1 }, Spread { words: 4, texts: 1, cases: 1 }]);
    assert_eq!(counts.all, Spread { words: 4, texts: 1, cases: 1 });
}

#[test]
fn texts_without_words_and_bins_that_nobody_described_do_no_harm() {
    let mut counter = WordCounter::default();
    counter.take_in(&[whole("", 0), whole("… 👵 !?", 0), whole("ja", 7)]);
    let counts = finished(counter, &[], 1);
    assert_eq!(counts.all, Spread { words: 1, texts: 1, cases: 0 });
    assert_eq!(counts.groups, [Spread::default()]);
    assert_eq!(finished(WordCounter::default(), &[], 0), WordCounts::default());
}
