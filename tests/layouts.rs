//! Who speaks when, in the many ways Dutch transcribers lay out an interview, and in what only looks like one. The
//! tables beside this file hold the texts; here precision and recall are counted over all of them and every miss is
//! named.

mod talks;
mod traps;

use codeboom::model::{Heading, Span, Structure};
use codeboom::text::{Hints, structure};
use std::fmt::Write as _;
use std::path::Path;

/// A text, and what is to be found in it.
pub(crate) struct Layout {
    /// What is special about it.
    pub(crate) name: &'static str,
    /// The text.
    pub(crate) text: &'static str,
    /// Speaker and the first words of what they say, per turn.
    pub(crate) turns: &'static [(&'static str, &'static str)],
    /// Time marks in milliseconds.
    pub(crate) times: &'static [u64],
}

/// Hits, false finds and misses, with each of the last two named.
#[derive(Default)]
struct Score {
    hits: usize,
    false_finds: usize,
    misses: usize,
    report: String,
}

impl Score {
    /// Counts what was found against what was to be found; equal ones are matched in order.
    fn count(&mut self, name: &str, mut expected: Vec<String>, found: Vec<String>) {
        for one in found {
            if let Some(at) = expected.iter().position(|other| *other == one) {
                expected.remove(at);
                self.hits += 1;
            } else {
                self.false_finds += 1;
                let _ = writeln!(self.report, "  false in {name}: {one}");
            }
        }
        for one in expected {
            self.misses += 1;
            let _ = writeln!(self.report, "  missed in {name}: {one}");
        }
    }

    fn precision(&self) -> f64 {
        ratio(self.hits, self.hits + self.false_finds)
    }

    fn recall(&self) -> f64 {
        ratio(self.hits, self.hits + self.misses)
    }

    fn check(&self, what: &str) {
        eprintln!(
            "{what}: precision {:.4}, recall {:.4} ({} hits, {} false, {} missed)\n{}",
            self.precision(),
            self.recall(),
            self.hits,
            self.false_finds,
            self.misses,
            self.report
        );
        assert!(self.precision() >= 0.98, "{what}: precision {:.4}\n{}", self.precision(), self.report);
        assert!(self.recall() >= 0.95, "{what}: recall {:.4}\n{}", self.recall(), self.report);
    }
}

#[expect(clippy::cast_precision_loss, reason = "small counts")]
fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

fn layouts() -> impl Iterator<Item = &'static Layout> {
    talks::TALKS.iter().chain(traps::TRAPS)
}

/// Speaker and beginning of each turn found, the beginning as long as `expected` has it.
fn turns_of(text: &str, found: &Structure, expected: &[(&str, &str)]) -> Vec<String> {
    let turns = found.turns.iter().enumerate();
    let said =
        |label: Span, span: Span| Span::new(label.end as usize, span.end as usize).of(text).trim_start().to_owned();
    turns
        .map(|(index, turn)| {
            let speaker = &found.speakers[turn.speaker as usize].label;
            let words = said(turn.label, turn.span);
            let same = |(label, start): &&(&str, &str)| label == speaker && words.starts_with(start);
            let expected = expected.get(index).filter(same).or_else(|| expected.iter().find(same));
            let shown: String = words.chars().take(30).collect();
            format!("{speaker} | {}", expected.map_or(shown.as_str(), |(_, start)| start))
        })
        .collect()
}

#[test]
fn speakers_and_times_are_found_in_all_layouts() {
    let (mut turns, mut times) = (Score::default(), Score::default());
    for layout in layouts() {
        let found = structure(layout.text, &Hints::default());
        check_ranges(layout.text, &found);
        let expected = layout.turns.iter().map(|(label, start)| format!("{label} | {start}")).collect();
        turns.count(layout.name, expected, turns_of(layout.text, &found, layout.turns));
        let expected = layout.times.iter().map(u64::to_string).collect();
        times.count(layout.name, expected, found.times.iter().map(|mark| mark.milliseconds.to_string()).collect());
    }
    turns.check("speaker labels per turn");
    times.check("time marks");
}

#[test]
fn there_are_layouts_enough_and_half_of_them_are_traps() {
    let (talks, traps) = (talks::TALKS.len(), traps::TRAPS.len());
    assert!(talks + traps >= 64, "{talks} talks and {traps} traps");
    assert!(traps >= talks, "{talks} talks and {traps} traps");
}

/// What holds for every text, whatever a document says about it: ranges in order and inside the text, labels at the
/// start of their turns, no speaker without turns.
fn check_order(text: &str, found: &Structure) {
    assert_eq!(found.lines.first(), Some(&0));
    assert!(found.lines.is_sorted());
    let spans = [
        found.paragraphs.clone(),
        found.headings.iter().map(|heading| heading.span).collect(),
        found.turns.iter().map(|turn| turn.span).collect(),
        found.times.iter().map(|mark| mark.span).collect(),
    ];
    for spans in spans {
        for pair in spans.windows(2) {
            assert!(pair[0].end <= pair[1].start, "{pair:?} overlap in {text:?}");
        }
        for span in spans {
            assert!(!span.of(text).is_empty(), "{span:?} does not fit {text:?}");
        }
    }
    for turn in &found.turns {
        assert!(turn.span.start == turn.label.start && turn.label.end <= turn.span.end, "{turn:?} in {text:?}");
        assert_eq!(turn.span.of(text).trim_end(), turn.span.of(text));
    }
    for speaker in 0..found.speakers.len() {
        assert!(found.turns.iter().any(|turn| turn.speaker as usize == speaker), "a speaker without turns in {text:?}");
    }
}

/// What holds for plain text besides: every turn starts a paragraph, and no word is outside all paragraphs.
fn check_ranges(text: &str, found: &Structure) {
    check_order(text, found);
    for turn in &found.turns {
        let starts = found.paragraphs.iter().any(|paragraph| paragraph.start == turn.span.start);
        assert!(starts, "no paragraph starts with {:?} in {text:?}", turn.span.of(text));
    }
    let mut at = 0;
    for paragraph in &found.paragraphs {
        assert_eq!(text[at..paragraph.start as usize].trim(), "", "words outside paragraphs in {text:?}");
        at = paragraph.end as usize;
    }
    assert_eq!(text[at..].trim(), "", "words outside paragraphs in {text:?}");
}

#[test]
fn real_interviews_have_their_two_speakers_and_no_other() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus/coordinatoren-2022/transcripts");
    let Ok(files) = std::fs::read_dir(&folder) else {
        eprintln!("skipped: {} is not there", folder.display());
        return;
    };
    for file in files.filter_map(Result::ok) {
        let text = std::fs::read_to_string(file.path()).expect("a transcript can be read");
        let found = structure(&text, &Hints::default());
        check_ranges(&text, &found);
        let is_label = |label: &str| label == "Interviewer" || label.starts_with("Resp ");
        let labels = text.lines().filter_map(|line| line.split_once(':')).map(|(label, _)| label);
        let expected: Vec<&str> = labels.filter(|label| is_label(label)).collect();
        let turns = found.turns.iter().map(|turn| found.speakers[turn.speaker as usize].label.as_str());
        assert_eq!(turns.collect::<Vec<_>>(), expected, "{}", file.path().display());
        let interviewers: Vec<bool> = found.speakers.iter().map(|speaker| speaker.interviewer).collect();
        assert_eq!(interviewers, [true, false], "{}", file.path().display());
    }
}

#[test]
fn texts_of_nasty_pieces_keep_their_ranges() {
    const PIECES: [&str; 44] = [
        "Interviewer",
        "Anna",
        "R",
        "I",
        "resp. 06",
        "(moeder)",
        "[",
        "]",
        "(",
        ")",
        "**",
        "_",
        "*",
        "#",
        "# ",
        ":",
        ": ",
        "\n",
        "\n",
        "\n\n",
        "\t",
        " - ",
        " – ",
        " ",
        "\u{a0}",
        "12:33",
        "00:12:33",
        "[00:00:05]",
        "#00:12:33-4#",
        "-->",
        "1. ",
        "- ",
        ">",
        "ja",
        "’s avonds",
        "zo'n",
        "🙂",
        "ë",
        "e\u{308}",
        ".",
        "?",
        "; ",
        "MARIAN ",
        "===\n",
    ];
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state >> 33).expect("31 bits fit") % below
    };
    for _ in 0..1_200 {
        let count = 1 + next(60);
        let text: String = (0..count).map(|_| PIECES[next(PIECES.len())]).collect();
        let mut cuts: Vec<usize> = (0..8).map(|_| next(text.len() + 1)).collect();
        cuts.sort_unstable();
        let spans: Vec<Span> = cuts
            .chunks(2)
            .filter_map(|cut| Span::within(&text, cut[0], cut[1]))
            .filter(|span| !span.is_empty())
            .collect();
        check_ranges(&text, &structure(&text, &Hints::default()));
        let headings = spans.iter().map(|span| Heading { span: *span, level: 1 }).collect();
        check_order(&text, &structure(&text, &Hints { bold: spans.clone(), headings, paragraphs: Vec::new() }));
        check_order(&text, &structure(&text, &Hints { bold: spans.clone(), headings: Vec::new(), paragraphs: spans }));
    }
}
