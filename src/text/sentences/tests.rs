//! Sentences of written and of spoken Dutch; `|` marks where they must be cut.

use super::*;
use proptest::prelude::*;

fn cut(text: &str) -> Vec<&str> {
    sentences(text).into_iter().map(|sentence| sentence.of(text)).collect()
}

/// Every case is a text with `|` in the blank, or at the glued place, where it is cut.
fn check(cases: &[&str]) {
    for case in cases {
        let text = case.replace("| ", " ").replace('|', "");
        let expected: Vec<&str> = case.split('|').map(str::trim).collect();
        assert_eq!(cut(&text), expected, "{case:?}");
    }
}

#[test]
fn ordinary_sentences() {
    check(&[
        "Zij kwam binnen.| Niemand zei iets!| Wie begint?| Ik niet.",
        "Echt waar?!| Ja hoor!!| Nou…| Dan niet.",
        "Het kostte 1.250,50 euro.| Om 12.30 uur was het op.| De rest kwam in 2019.| Daarna was het stil.",
        "Kijk op www.buurthuis.nl of mail naar j.bakker@buurthuis.nl.| Bellen mag ook.",
        "De EK-c.| De auto's.| Het was zo'n dag.| ’s Avonds kwam hij.| 't Was laat.| 's Morgens niet.",
        "Coo\u{308}rdinatoren waren er drie.| Één kwam niet.| Émile wel.",
        "Dat vond ik fijn 😊.| 😊 Ja.",
        "Er waren er 3.| Ze kwamen te laat.| 12 mensen bleven weg.",
        "Ze zei (en dat meende ze) dat het kon.| (Later niet meer.)| Dat was dat (zie boven).| En toen?",
        "zonder punt",
    ]);
    assert!(cut("").is_empty() && cut("   \n\n  ").is_empty());
}

#[test]
fn abbreviations_do_not_end_a_sentence_where_something_follows() {
    check(&[
        "Dhr. De Wit en mevr. Jansen spraken met drs. P. Bakker.| Prof. dr. Smit was er ook.",
        "Het ging o.a. over Groningen, m.b.t. De Hoven, bijv. Zuidhorn.| Ca. 40 mensen kwamen.",
        "In 50 v. Chr. woonden hier boeren.| Dat was v.Chr.| Toen kwam de zee.",
        "Zie blz. 12 en nr. 3, art. 4 lid 2.| Hij woont op nr. 7.| Dat heeft geen nr.| Vreemd.",
        "Ze bakt brood, taart enz.| Dan eet iedereen mee.| Koffie, thee etc. stond klaar.",
        "J.P. de Vries en A. van den Berg kwamen met Th. Bos.| H. De Boer bleef weg.",
        "Zij kreeg vitamine C.| Dat hielp.| Hij woont in groep B.| Die is rustig.| In de V.S.| Daar niet.",
        "De afspraak is d.d. 3 mei, i.p.v. Piet komt Jan, t.a.v. Mw. Kok.",
        "Dat is n.v.t.| Het is a.s. vrijdag.| Jansen jr. kwam.",
        "1. Inleiding van het plan",
        "Ik woon in St. Annen.| Op 3 jan. 2020 ben ik verhuisd.",
    ]);
}

#[test]
fn quotation_marks_and_brackets_close_behind_the_mark() {
    check(&[
        "“Ga je mee?” vroeg ze.| “Nee.”| ‘Waarom niet?’ zei hij.| \"Daarom!\"| Toen was het stil.",
        "\"Ik ga weg.\"| Dat zei hij.",
        "Hij riep: ‘Kom binnen!’, maar niemand kwam.| «Echt?» vroeg zij.",
        "Toen zei ze ‘nee’.| Ik zei \"ja\".| (Dat mocht.)| [Dat ook.]",
        "Zij zei: \"Ik kom morgen. \"| Dat deed ze niet.| \" En toen?",
        ",, Dat was mooi. ''| Hij lachte.| ,,Ja.''| Klaar.",
        "Komt hij? vroeg ik me af.",
        "Hij noemde het “een feest”.| [lacht] Wat het ook was.",
    ]);
}

#[test]
fn speech_breaks_off_and_goes_on() {
    check(&[
        "Ik dacht… nou ja, laat maar.| En toen...| Toen ging hij weg.",
        "Ik eh… Jan was er ook.| Eh… Dat weet ik niet.| Bij de, uh... de bakker.",
        "R: … ja, dat was zo.| Nee.",
        "Hij zei (…) dat het goed was.| Hij kwam (...) Amsterdam binnen [...] met de trein (…).| Daarna niet.",
        "we gingen naar huis.| toen belde zij op.| dat was het",
        "Ja hoor.|Nee, toch niet?|Dan niet.",
        "Toen viel de stroom uit.| [lacht] Wil je koffie?| (lacht) Graag.",
        "Ja …| Nee . . . toch niet.",
    ]);
}

#[test]
fn line_breaks_part_where_the_lines_say_so() {
    let cases: &[(&str, &[&str])] = &[
        (
            "Interviewer: Hoe gaat het?\nRiek: Goed, hoor\nInterviewer: Mooi",
            &["Interviewer: Hoe gaat het?", "Riek: Goed, hoor", "Interviewer: Mooi"],
        ),
        ("R: ja maar\ni: en toen\n[00:12:33] R: niks", &["R: ja maar", "i: en toen", "[00:12:33] R: niks"]),
        ("00:12 Ik kwam thuis\r\n00:15 En toen", &["00:12 Ik kwam thuis", "00:15 En toen"]),
        (
            "Anna de Wit:\nIk kwam thuis.\n\n[0:12]\nNiemand was er",
            &["Anna de Wit:\nIk kwam thuis.", "[0:12]\nNiemand was er"],
        ),
        ("Resp. 6: Dat is\nzo gegaan. Ja", &["Resp. 6: Dat is\nzo gegaan.", "Ja"]),
        ("de gemeente\n\nheeft dat gedaan", &["de gemeente", "heeft dat gedaan"]),
        (
            "Wij hebben toen met elkaar besloten dat het zo\nniet langer kon en dat Jan de buren in\nGroningen belt",
            &["Wij hebben toen met elkaar besloten dat het zo\nniet langer kon en dat Jan de buren in\nGroningen belt"],
        ),
        ("Aandachtspunten\nDe plannen zijn mooi.", &["Aandachtspunten", "De plannen zijn mooi."]),
        ("# Thuis\nhet begin", &["# Thuis", "het begin"]),
        ("Nodig zijn:\n- brood\n- melk\n2. kaas", &["Nodig zijn:", "- brood", "- melk", "2. kaas"]),
        ("Hij sprak met mw.\nJansen over later.", &["Hij sprak met mw.\nJansen over later."]),
        ("Zij zei: dat doe ik\nniet meer.", &["Zij zei: dat doe ik\nniet meer."]),
        ("een\u{c}twee\u{2029}drie", &["een", "twee", "drie"]),
    ];
    for (text, expected) in cases {
        assert_eq!(cut(text), *expected, "{text:?}");
    }
}

#[test]
fn a_long_text_of_marks_is_read_once() {
    for piece in [".", ". ", "\" ", "(. ", "\n", "a.\n", "- ", "[a. ", "…’ ", "a.B"] {
        let text = piece.repeat(20_000);
        let found = sentences(&text);
        assert!(found.is_sorted() && found.len() <= 20_000, "{piece:?}");
    }
}

/// The paragraphs of the annotated texts, each as its sentences; none when they are not beside the project.
fn annotated() -> Option<Vec<Vec<String>>> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/dutch/segmentation_dev.tsv");
    let Ok(table) = std::fs::read_to_string(&path) else {
        eprintln!("skipped: {} is not there", path.display());
        return None;
    };
    Some(table.lines().skip(1).map(|line| line.split('\t').skip(2).map(str::to_owned).collect()).collect())
}

/// How many characters other than white space stand before the end of each part but the last.
fn ends<'p>(parts: impl Iterator<Item = &'p str>) -> Vec<usize> {
    let mut at = 0;
    let mut ends: Vec<usize> = parts
        .map(|part| {
            at += part.chars().filter(|c| !c.is_whitespace()).count();
            at
        })
        .collect();
    ends.pop();
    ends
}

#[test]
fn annotated_texts_are_cut_as_their_annotators_did() {
    let Some(paragraphs) = annotated() else { return };
    let (mut right, mut wrong, mut marked, mut missed) = (0_u32, 0_u32, 0_u32, 0_u32);
    for parts in &paragraphs {
        let text = parts.join(" ");
        let expected = ends(parts.iter().map(String::as_str));
        let found = ends(cut(&text).into_iter());
        right += u32::try_from(found.iter().filter(|end| expected.contains(end)).count()).unwrap_or(0);
        wrong += u32::try_from(found.iter().filter(|end| !expected.contains(end)).count()).unwrap_or(0);
        for (part, end) in parts.iter().zip(&expected) {
            let bare = part.trim_end_matches(['\'', '"', '’', '”', ')', ' ']);
            if bare.ends_with(['.', '!', '?']) {
                marked += 1;
                missed += u32::from(!found.contains(end));
            }
        }
    }
    let precision = f64::from(right) / f64::from(right + wrong);
    let recall = 1.0 - f64::from(missed) / f64::from(marked);
    assert!(precision >= 0.992 && recall >= 0.995, "precision {precision:.4}, recall {recall:.4}");
}

proptest! {
    #[test]
    fn sentences_are_in_order_and_leave_out_white_space_only(
        text in "(\\PC|[.!?…\"'”)(\\[\\]:0-9A-Za-z \n]|\r\n|\n\n|dhr\\. |Hij |nee\\. ){0,60}"
    ) {
        let mut last = 0;
        for sentence in sentences(&text) {
            let (start, end) = (sentence.start as usize, sentence.end as usize);
            prop_assert!(Span::within(&text, start, end).is_some());
            prop_assert!(start >= last && text[last..start].trim().is_empty());
            prop_assert!(!sentence.is_empty() && text[start..end].trim() == &text[start..end]);
            last = end;
        }
        prop_assert!(text[last..].trim().is_empty());
    }

    #[test]
    fn plain_sentences_stay_one_when_cut_again(
        text in "(([A-Z][a-z]{2,8}|[a-z]{2,8})( [a-z]{2,8}){0,5}[.!?…] ){1,6}"
    ) {
        for sentence in sentences(&text) {
            prop_assert_eq!(cut(sentence.of(&text)), [sentence.of(&text)]);
        }
    }
}
