//! A few words, in the tables.

use super::*;
use crate::analysis::Usage;
use crate::model::Language;
use crate::project::ComparedWord;
use crate::report::fixture::{dutch, written};
use crate::report::{Screen, csv, plain};
use crate::search::WordCounts;

fn spread(words: u64, texts: usize, cases: usize) -> Spread {
    Spread { words, texts, cases }
}

fn word(lemma: &str, forms: &[(&str, u64)], groups: [u64; 2]) -> WordCount {
    WordCount {
        lemma: lemma.to_owned(),
        forms: forms.iter().map(|(form, times)| ((*form).to_owned(), *times)).collect(),
        all: spread(groups.iter().sum(), 2, 1),
        groups: groups.map(|times| spread(times, usize::from(times > 0), 1)).to_vec(),
    }
}

fn request() -> WordsRequest {
    WordsRequest { filters: Vec::new(), interviewer: Interviewer::LeftOut, listed: Listed::All }
}

fn view(request: &WordsRequest, shown: Shown) -> WordView<'_> {
    let words = crate::language::counting(Language::Dutch);
    WordView { request, condition: "casus:1", shown, table_words: dutch(), words }
}

#[test]
fn a_word_stands_with_its_forms_and_its_groups() {
    let counts = WordCounts {
        all: spread(2000, 3, 2),
        groups: vec![spread(1500, 2, 2), spread(500, 1, 1)],
        words: vec![
            word("gesprek", &[("gesprekken", 21), ("gesprek", 20)], [40, 1]),
            word("één", &[("één", 2)], [0, 2]),
            word("’s", &[("’s", 1)], [1, 0]),
        ],
    };
    let counted = CountedWords { groups: vec!["naaste".to_owned(), "professional".to_owned()], counts };
    let request = request();
    let table = view(&request, Shown { least: 2, limit: None }).counted(&counted);
    assert_eq!(
        written(|out| csv::write(&table, dutch(), out)),
        "Woord,Aantal,Per miljoen,Transcripten,\"Transcripten, van\",Casussen,\"Casussen, van\",\
         naaste (N=1\u{202f}500),\"naaste, per mln\",professional (N=500),\"professional, per mln\",Vormen\n\
         gesprek,41,20500,2,3,1,2,40,26666.666666666668,1,2000,\"gesprekken 21, gesprek 20\"\n\
         één,2,1000,2,3,1,2,0,0,2,4000,\n"
    );
    let text = written(|out| plain::write(&table, dutch(), Screen::Pipe, out));
    assert!(
        text.starts_with(
            "Woorden (N=2\u{202f}000)\n3 verschillende woorden, in 3 transcripten en 2 casussen; alleen casus:1\n"
        ),
        "{text}"
    );
    assert!(text.contains("minder dan 2 keer"), "{text}");
}

#[test]
fn a_comparison_says_which_way_a_word_leans() {
    let words = [("schaamte", [8, 0]), ("gemeente", [1, 30])].map(|(lemma, groups)| ComparedWord {
        word: word(lemma, &[(lemma, groups[0] + groups[1])], groups),
        keyness: Usage { in_part: groups[0], part: 1000, in_rest: groups[1], rest: 3000 }.keyness().expect("words"),
    });
    let compared =
        ComparedWords { part: spread(1000, 2, 1), rest: spread(3000, 4, 2), words: words.into_iter().collect() };
    let request = request();
    let table = view(&request, Shown { least: 1, limit: Some(1) }).compared(&compared);
    assert_eq!(table.rows.len(), 1);
    let table = view(&request, Shown { least: 1, limit: None }).compared(&compared);
    let text = written(|out| plain::write(&table, dutch(), Screen::Pipe, out));
    let line = |word: &str| {
        let line = text.lines().find(|line| line.starts_with(word)).expect("it is listed");
        line.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert_eq!(line("schaamte"), "schaamte vaker 8 8 000 1/2 0 0 22,18 5,58 13,89");
    assert!(line("gemeente").contains(" minder 1 1 000 1/2 30 10 000 "), "{text}");
    assert!(!text.contains("Vormen"), "no word has a second form: {text}");
}
