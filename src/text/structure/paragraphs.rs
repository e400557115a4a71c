//! Cuts a text in paragraphs: the blocks that are read, and what a search hit is where nobody speaks. A blank line ends
//! one. Where lines are wrapped by hand, as in mails and in text taken from a PDF, the lines of a block are joined;
//! where each line is a paragraph, each is its own. A document that knows its paragraphs is believed. A turn always
//! starts a new one, and a label alone on its line stays with the text under it.

use super::lines::Lines;
use crate::model::{Heading, Span, Turn};
use std::ops::Range;

/// Widths, in characters, to which people and programs wrap.
pub(super) const WIDTHS: Range<usize> = 48..112;
/// With fewer line breaks inside blocks than this, nothing can be said.
const FEWEST_BREAKS: usize = 2;
/// Text with a blank line after every line is told from short paragraphs only when there is this much of it.
const FEWEST_SPACED: usize = 20;

/// How the text is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layout {
    /// Each line is a paragraph.
    PerLine,
    /// Lines are wrapped at about this width.
    Wrapped(usize),
    /// They are, and a blank line follows each, as programs that read PDF files write.
    Spaced(usize),
}

/// What cuts paragraphs apart beside line breaks.
pub(super) struct Cuts<'t> {
    /// Turns already found.
    pub(super) turns: &'t [Turn],
    /// Headings.
    pub(super) headings: &'t [Heading],
    /// The paragraphs of the document, if it has any.
    pub(super) given: &'t [Span],
}

/// The paragraphs of a text, in order, without white space around them.
pub(super) fn split(lines: &Lines, cuts: &Cuts) -> Vec<Span> {
    if cuts.given.is_empty() { guess(lines, cuts) } else { given(lines.text, cuts) }
}

/// The paragraphs that the document gives, cut at turns.
fn given(text: &str, cuts: &Cuts) -> Vec<Span> {
    let mut spans: Vec<Span> = cuts.given.to_vec();
    spans.sort_unstable();
    let mut paragraphs: Vec<Span> = Vec::with_capacity(spans.len());
    let mut floor = 0;
    for span in spans {
        let start = (span.start as usize).max(floor);
        if start > span.end as usize || Span::within(text, start, span.end as usize).is_none() {
            continue;
        }
        floor = span.end as usize;
        let first = cuts.turns.partition_point(|turn| (turn.span.start as usize) <= start);
        let starts = cuts.turns[first..].iter().map(|turn| turn.span.start as usize).take_while(|at| *at < floor);
        let mut from = start;
        for at in starts.chain([floor]) {
            push(text, from, at, &mut paragraphs);
            from = at;
        }
    }
    paragraphs
}

/// Adds what is between `start` and `end`, if it is more than white space.
fn push(text: &str, start: usize, end: usize, paragraphs: &mut Vec<Span>) {
    let words = text.get(start..end).unwrap_or_default();
    let kept = words.trim_start();
    let start = start + words.len() - kept.len();
    if !kept.is_empty() {
        paragraphs.push(Span::new(start, start + kept.trim_end().len()));
    }
}

fn guess(lines: &Lines, cuts: &Cuts) -> Vec<Span> {
    let layout = layout(lines, cuts);
    let mut paragraphs: Vec<Span> = Vec::new();
    let mut last: Option<Row> = None;
    let mut blanks = 0;
    for index in 0..lines.count() {
        let content = lines.content(index);
        if content.is_empty() {
            blanks += 1;
            continue;
        }
        let row = Row::of(lines, cuts, content.clone());
        let joins = last.as_ref().is_some_and(|last| last.joins(&row, layout, blanks));
        match paragraphs.last_mut() {
            Some(open) if joins => *open = Span::new(open.start as usize, content.end),
            _ => paragraphs.push(Span::new(content.start, content.end)),
        }
        (last, blanks) = (Some(row), 0);
    }
    paragraphs
}

/// A line that is not blank.
#[expect(clippy::struct_excessive_bools, reason = "independent facts about one line")]
struct Row {
    /// In characters, up to twice the widest.
    width: usize,
    /// Characters of the first word.
    first_word: usize,
    /// The line ends as sentences do.
    ends_sentence: bool,
    /// It starts a paragraph by itself: a turn, a heading, an item of a list.
    opens: bool,
    /// It starts with a small letter.
    small: bool,
    /// It is a heading, which nothing joins.
    is_heading: bool,
    /// It is part of a label whose text stands under it.
    is_label: bool,
}

impl Row {
    fn of(lines: &Lines, cuts: &Cuts, content: Range<usize>) -> Self {
        let words = &lines.text[content.clone()];
        let at_turn = cuts.turns.partition_point(|turn| (turn.span.start as usize) < content.start);
        let starts_turn = cuts.turns.get(at_turn).is_some_and(|turn| (turn.span.start as usize) < content.end);
        let around = cuts.turns.partition_point(|turn| (turn.span.start as usize) <= content.start);
        let label = around.checked_sub(1).map(|index| cuts.turns[index].label);
        let at_heading = cuts.headings.partition_point(|heading| (heading.span.end as usize) <= content.start);
        let is_heading =
            cuts.headings.get(at_heading).is_some_and(|heading| (heading.span.start as usize) < content.end);
        Self {
            width: words.chars().take(2 * WIDTHS.end).count(),
            first_word: words.chars().take(40).take_while(|c| !c.is_whitespace()).count(),
            ends_sentence: words.ends_with(['.', '?', '!', '…', ':', ';', '"', '”', '’', ')', ']']),
            opens: starts_turn || is_heading || is_item(words),
            small: words.starts_with(char::is_lowercase),
            is_heading,
            is_label: label.is_some_and(|label| label.end as usize >= content.end),
        }
    }

    /// Whether `next`, after `blanks` blank lines, goes on where this line stops.
    fn joins(&self, next: &Self, layout: Layout, blanks: usize) -> bool {
        if next.opens && !(self.is_label && next.is_label) || self.is_heading {
            return false;
        }
        if self.is_label && blanks == 0 {
            return true;
        }
        match layout {
            Layout::PerLine => false,
            Layout::Wrapped(width) => blanks == 0 && self.is_full(next, width),
            Layout::Spaced(width) => {
                blanks <= 1 && self.is_full(next, width) && (!self.ends_sentence || blanks == 0 || next.small)
            }
        }
    }

    /// Whether the next word would hardly have fitted on this line.
    fn is_full(&self, next: &Self, width: usize) -> bool {
        (self.width + 1 + next.first_word) * 10 >= width * 7
    }
}

/// `- …`, `• …`, `1. …`, `a) …`.
fn is_item(words: &str) -> bool {
    let mut chars = words.chars();
    let (first, second, third) = (chars.next(), chars.next(), chars.next());
    let space = |c: Option<char>| c.is_some_and(char::is_whitespace);
    match first {
        Some('-' | '–' | '—' | '*' | '•' | '·' | '▪' | '◦' | '○' | '>') => space(second),
        Some(c) if c.is_ascii_digit() => {
            let rest = words.trim_start_matches(|c: char| c.is_ascii_digit());
            words.len() - rest.len() <= 3 && rest.starts_with(['.', ')']) && rest[1..].starts_with(char::is_whitespace)
        }
        Some(c) if c.is_alphabetic() => second == Some(')') && space(third),
        _ => false,
    }
}

/// Measures the breaks between lines that could belong together.
#[derive(Default)]
struct Breaks {
    /// How many lines of each width end at such a break.
    widths: Vec<usize>,
    /// The width of the line before each break, and with the next word added.
    pairs: Vec<(u16, u16)>,
    sentences: usize,
    too_wide: usize,
}

impl Breaks {
    fn add(&mut self, before: &Row, after: &Row) {
        let width = before.width;
        self.widths.resize(WIDTHS.end * 2 + 1, 0);
        self.widths[width] += 1;
        let narrow = |width: usize| u16::try_from(width).unwrap_or(u16::MAX);
        self.pairs.push((narrow(width), narrow(width + 1 + after.first_word)));
        self.sentences += usize::from(before.ends_sentence);
        self.too_wide += usize::from(before.width > WIDTHS.end);
    }

    /// The width to which these lines are wrapped, if they are.
    fn wrapped(&self, fewest: usize) -> Option<usize> {
        let count = self.pairs.len();
        if count < fewest || self.too_wide * 20 > count || self.sentences * 5 > count * 2 {
            return None;
        }
        let mut beyond = count / 20;
        let width = (0..self.widths.len()).rev().find(|width| {
            let here = self.widths[*width];
            let found = here > beyond;
            beyond = beyond.saturating_sub(here);
            found
        })?;
        let full = self.pairs.iter().filter(|(_, with_next)| usize::from(*with_next) * 10 >= width * 9).count();
        (WIDTHS.contains(&width) && full * 10 >= count * 6).then_some(width)
    }
}

fn layout(lines: &Lines, cuts: &Cuts) -> Layout {
    let (mut dense, mut spaced) = (Breaks::default(), Breaks::default());
    let mut last: Option<Row> = None;
    let mut blanks = 0;
    for index in 0..lines.count() {
        let content = lines.content(index);
        if content.is_empty() {
            blanks += 1;
            continue;
        }
        let row = Row::of(lines, cuts, content);
        if let Some(before) = last.as_ref().filter(|before| !row.opens && !before.is_heading) {
            match blanks {
                0 => dense.add(before, &row),
                1 => spaced.add(before, &row),
                _ => {}
            }
        }
        (last, blanks) = (Some(row), 0);
    }
    let mostly_spaced = spaced.pairs.len() > dense.pairs.len() * 2;
    match (spaced.wrapped(FEWEST_SPACED).filter(|_| mostly_spaced), dense.wrapped(FEWEST_BREAKS)) {
        (Some(width), _) => Layout::Spaced(width),
        (None, Some(width)) => Layout::Wrapped(width),
        (None, None) => Layout::PerLine,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Hints, structure};

    fn blocks(text: &str) -> Vec<String> {
        let found = structure(text, &Hints::default());
        found.paragraphs.iter().map(|span| span.of(text).replace('\n', "|")).collect()
    }

    #[test]
    fn wrapped_lines_are_one_paragraph() {
        let text = "\
Het gesprek vond plaats bij de familie thuis, aan de keukentafel, in het
bijzijn van de wijkverpleegkundige, die de afspraken samenvatte en zei
dat ze ’s avonds nog zou bellen.
Daarna is er koffie gedronken, zo'n sterke bak uit het koffiezetapparaat
dat al dertig jaar op het aanrecht staat.

En toen ging iedereen naar huis.
";
        let found = blocks(text);
        assert_eq!(found.len(), 3, "{found:#?}");
        assert!(found[0].ends_with("nog zou bellen.") && found[0].matches('|').count() == 2);
        assert_eq!(found[2], "En toen ging iedereen naar huis.");
    }

    #[test]
    fn lines_that_are_paragraphs_stay_apart() {
        let text = "Ik kom uit Borne.\nMijn moeder kwam uit Delden, en mijn vader van verder weg, uit Winterswijk.\nToen\n\nja 🙂\n";
        let expected = [
            "Ik kom uit Borne.",
            "Mijn moeder kwam uit Delden, en mijn vader van verder weg, uit Winterswijk.",
            "Toen",
            "ja 🙂",
        ];
        assert_eq!(blocks(text), expected);
    }

    #[test]
    fn lists_and_headings_are_not_joined_to_wrapped_lines() {
        let text = "\
# Verslag van de bijeenkomst over de zorg voor de ouders
Er was veel te bespreken en daarom is er een lijst gemaakt van wat er
allemaal is langsgekomen, wie wat op zich neemt en wat er verder nu
nog moet gebeuren voordat de familie de volgende keer bij elkaar komt:
- de huisarts bellen over de medicijnen en vragen of het anders kan
- de gemeente schrijven
";
        let found = blocks(text);
        assert_eq!(found.len(), 4, "{found:#?}");
        assert!(found[2].starts_with("- de huisarts") && found[3].starts_with("- de gemeente"));
    }

    #[test]
    fn a_turn_starts_a_paragraph_and_a_lone_label_joins_its_text() {
        let found = blocks("Interviewer:\nEn toen?\nRiek:\nNou ja.\nDat was het.\n\nNiks meer.\n");
        assert_eq!(found, ["Interviewer:|En toen?", "Riek:|Nou ja.", "Dat was het.", "Niks meer."]);
    }

    #[test]
    fn text_from_a_pdf_with_a_blank_line_after_every_line() {
        let line = "de conferentie leverde een plan op dat door de hele familie werd gedragen en";
        let text = format!(
            "{}en dat was het.\n\n\n\nToen kwam er een nieuw begin voor iedereen.\n",
            format!("{line}\n\n").repeat(24)
        );
        assert_eq!(blocks(&text).len(), 2);
        let short = "Dat vond ik mooi.\n\n".repeat(24);
        assert_eq!(blocks(&short).len(), 24);
    }

    #[test]
    fn paragraphs_of_a_document_are_believed_but_for_turns() {
        let text = "Kop\nI: Hoe gaat het?\nR: Goed.\nEn met jou?";
        let paragraphs = vec![Span::new(0, 3), Span::new(4, text.len())];
        let found = structure(text, &Hints { paragraphs, ..Hints::default() });
        let found: Vec<&str> = found.paragraphs.iter().map(|span| span.of(text)).collect();
        assert_eq!(found, ["Kop", "I: Hoe gaat het?", "R: Goed.\nEn met jou?"]);
    }
}
