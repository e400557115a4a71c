//! A few lines of the small study, in every form.

use super::*;
use crate::analysis::{At, Study};
use crate::model::{Language, PointSpan};
use crate::project::ConcordanceOrder;
use crate::report::fixture::{self, dutch, written};
use crate::report::{Screen, csv};
use unicode_width::UnicodeWidthStr;

fn line(text: usize, before: &str, keyword: &str, after: &str) -> ConcordanceLine {
    ConcordanceLine {
        text: At::new(text),
        participant: (text == 0).then(|| At::new(0)),
        case: (text == 0).then(|| At::new(0)),
        line: 2,
        points: PointSpan { start: 4, end: 7 },
        before: before.to_owned(),
        keyword: keyword.to_owned(),
        after: after.to_owned(),
    }
}

fn lines() -> Vec<ConcordanceLine> {
    vec![
        line(0, " Nou ja, zo'n vuile ", "was", " hang je\nniet  buiten."),
        line(1, "漢字 én coo\u{308}rdinator 👩‍👧 de ", "Wás", ""),
        line(2, "", "was", "-machine <b>&\u{1b}[31m \u{202e}שלום"),
    ]
}

fn shown<T>(lines: Vec<ConcordanceLine>, show: impl FnOnce(&ConcordanceView<'_>) -> T) -> T {
    let study: Study = fixture::study();
    let found = Concordance { query: "<was>".to_owned(), turns: 2, total: lines.len(), lines };
    let words = crate::language::concordance(Language::Dutch);
    show(&ConcordanceView { study: &study, found: &found, table_words: dutch(), words })
}

/// The column in which the keyword begins.
fn column(line: &str, keyword: &str) -> usize {
    let plain = anstream::adapter::strip_str(line).to_string();
    plain[..plain.find(keyword).expect("it is there")].width()
}

#[test]
fn the_places_stand_below_each_other() {
    for (screen, side) in
        [(Screen::Pipe, None), (Screen::Pipe, Some(10)), (Screen::Terminal(80), None), (Screen::Terminal(30), None)]
    {
        let text = shown(lines(), |view| written(|out| view.write_lines(screen, side, out)));
        let text: Vec<&str> = text.lines().collect();
        assert_eq!(text.len(), 3);
        let columns = [column(text[0], "was"), column(text[1], "Wás"), column(text[2], "was-")];
        assert!(columns.iter().all(|at| *at == columns[0]), "{screen:?} {side:?} {columns:?} {text:#?}");
    }
}

#[test]
fn a_pipe_gets_no_bold_and_a_terminal_gets_what_fits() {
    let pipe = shown(lines(), |view| written(|out| view.write_lines(Screen::Pipe, Some(12), out)));
    assert_eq!(
        pipe,
        "resp-01 r. 2   zo'n vuile was hang je\n\
         resp-02 r. 2        👩‍👧 de Wás\n\
         resp-03 r. 2              was-machine\n"
    );
    let terminal = shown(lines(), |view| written(|out| view.write_lines(Screen::Terminal(60), None, out)));
    for line in terminal.lines() {
        assert!(line.contains("\u{1b}[1m"), "no bold in {line:?}");
        assert!(anstream::adapter::strip_str(line).to_string().width() <= 60, "{line:?}");
        assert!(!line.contains("\u{1b}[31m") && !line.contains('\u{202e}'), "what was said steers: {line:?}");
    }
}

#[test]
fn a_long_name_is_shortened_and_the_line_stays() {
    let text = shown(lines(), |view| {
        let mut study = view.study.rows().clone();
        let long = "gesprek met de familie over de eerste weken thuis";
        let mut transcripts = (*study.transcripts).clone();
        transcripts[0].name = long.to_owned();
        study.transcripts = std::sync::Arc::new(transcripts);
        let study = Study::build(study, 1);
        let view = ConcordanceView { study: &study, ..*view };
        written(|out| view.write_lines(Screen::Pipe, Some(8), out))
    });
    assert!(text.contains("gesprek met de familie… r. 2"), "{text}");
}

#[test]
fn files_get_every_part_in_a_column() {
    let text = shown(lines(), |view| written(|out| csv::write(&view.table(), dutch(), out)));
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("Transcript,Regel,Casus,Respondent,Respondentgroep,Links,Trefwoord,Rechts"));
    assert_eq!(lines.next(), Some("resp-01,2,1,Resp 1,naaste,\"Nou ja, zo'n vuile\",was,hang je niet buiten."));
}

#[test]
fn the_page_is_whole_and_what_was_said_is_no_markup() {
    let page = shown(lines(), |view| page(view, ConcordanceOrder::Left, "casus:1 <x>").expect("it fills"));
    for part in
        ["&lt;was&gt;", "-machine &lt;b&gt;&amp;", "casus:1 &lt;x&gt;", "Resp 1, naaste, casus 1", "zo'n vuile", "r. 2"]
    {
        assert!(page.contains(part), "{part}");
    }
    for never in ["<b>&", "<script", "<link", "src=\"", "http:", "https:", "\u{1b}", "\u{202e}"] {
        assert!(!page.contains(never), "{never}");
    }
    let none = shown(Vec::new(), page_of_nothing);
    assert!(!none.contains("<table") && none.contains("Geen plaatsen"), "{}", &none[none.len() - 800..]);
}

fn page_of_nothing(view: &ConcordanceView<'_>) -> String {
    page(view, ConcordanceOrder::Text, "").expect("it fills")
}
