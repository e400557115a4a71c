//! The page of a text, for the researchers themselves: the whole transcript with line numbers and speakers, every coded
//! fragment tinted and underlined where it stands, and the names of its codes beside it. Overlapping fragments are cut
//! at each other's ends, so that every letter knows which codes lie over it and the words stay in order.

use super::plan::Plan;
use super::view::Frame;
use crate::analysis::{At, Place, Text};
use crate::model::{Span, Structure};
use crate::report::pieces;
use crate::report::quotes::case_reference;
use askama::Template;

#[derive(Template)]
#[template(path = "report/text.html")]
struct TextPage<'p> {
    frame: Frame<'p>,
    name: &'p str,
    about: String,
    file: &'p str,
    figure: String,
    rows: Vec<Row<'p>>,
    has_speakers: bool,
}

/// A paragraph.
struct Row<'p> {
    line: usize,
    speaker: &'p str,
    interviewer: bool,
    time: &'p str,
    heading: bool,
    runs: Vec<Run<'p>>,
    margin: Vec<Margin>,
}

/// Words that lie under the same codes.
struct Run<'p> {
    /// Id of the line that starts here, when it is not the first of the paragraph.
    line: Option<usize>,
    words: &'p str,
    /// Class of the highlight; empty for plain words.
    class: String,
    /// The codes over these words.
    codes: String,
}

/// A code beside the paragraph in which its fragment starts.
struct Margin {
    class: String,
    name: String,
    href: String,
}

impl Plan<'_> {
    pub(super) fn text_page(&self, at: At<Text>, words: &str) -> askama::Result<String> {
        let text = &self.study.texts[at];
        let mut frame = self.frame(text.row.name.clone(), "casussen.html");
        if let Some(case) = text.case {
            frame.path.push(("casussen.html".to_owned(), crate::report::heading(self.t.nouns.case.many)));
            let name = case_reference(self.t, &self.study.cases[case].name);
            frame.path.push((self.case_href(case).unwrap_or_default(), name));
        }
        let coded: Vec<&Place> =
            self.study.places_in(at).iter().filter(|place| !self.study.codings_on(place).is_empty()).collect();
        let rows = self.rows(&text.structure, words, &coded);
        let page = TextPage {
            frame,
            name: &text.row.name,
            about: self.about_text(at),
            file: &text.row.file,
            figure: if coded.is_empty() {
                self.w.no_codes.to_owned()
            } else {
                self.t.counted(coded.len(), self.t.nouns.fragment)
            },
            has_speakers: !text.structure.turns.is_empty(),
            rows,
        };
        page.render()
    }

    fn rows<'t>(&self, structure: &'t Structure, words: &'t str, coded: &[&Place]) -> Vec<Row<'t>> {
        let mut rows = Vec::new();
        let mut next_place = 0;
        // Fragments that started earlier and may still lie over what comes.
        let mut open: Vec<&Place> = Vec::new();
        for piece in pieces(structure, words) {
            let turn = structure.turns.iter().rev();
            let turn = turn
                .skip(structure.turns.len() - structure.turns.partition_point(|turn| turn.span.start <= piece.start));
            let turn = turn.take(1).find(|turn| turn.span.start == piece.start);
            let label = turn.map_or(Span { start: piece.start, end: piece.start }, |turn| turn.label);
            let body = Span { start: label.end.clamp(piece.start, piece.end), end: piece.end };
            let mut margin: Vec<Margin> = Vec::new();
            while let Some(place) = coded.get(next_place).filter(|place| place.span.start < piece.end) {
                for own in self.margin(place) {
                    if margin.iter().all(|known| known.name != own.name) {
                        margin.push(own);
                    }
                }
                open.push(place);
                next_place += 1;
            }
            open.retain(|place| place.span.end > piece.start);
            let speaker = turn.and_then(|turn| structure.speakers.get(usize::from(turn.speaker)));
            let time = structure.times.partition_point(|time| time.span.start < label.start);
            let time = structure.times.get(time).filter(|time| label.contains(time.span) && turn.is_some());
            rows.push(Row {
                line: structure.line_of(piece.start),
                speaker: speaker.map_or("", |speaker| &speaker.label),
                interviewer: speaker.is_some_and(|speaker| speaker.interviewer),
                time: time.map_or("", |time| time.span.of(words)),
                heading: structure.headings.iter().any(|heading| piece.contains(heading.span)),
                runs: self.runs(structure, words, body, &open),
                margin,
            });
        }
        rows
    }

    fn margin(&self, place: &Place) -> Vec<Margin> {
        let mut names: Vec<Margin> = Vec::new();
        for coding in self.study.codings_on(place) {
            let name = &self.study.codes[coding.code].name;
            let name = if coding.counter { (self.t.remarks.as_counter_example)(name) } else { name.clone() };
            if names.iter().all(|known| known.name != name) {
                let (tint, style) = self.tint(coding.code);
                names.push(Margin { class: format!("k{tint} s{style}"), name, href: self.codebook_href(coding.code) });
            }
        }
        names
    }

    fn runs<'t>(&self, structure: &Structure, words: &'t str, body: Span, open: &[&Place]) -> Vec<Run<'t>> {
        let over = |span: Span| open.iter().filter(move |place| place.span.overlaps(span));
        let mut cuts: Vec<u32> = over(body).flat_map(|place| [place.span.start, place.span.end]).collect();
        let first_line = structure.line_of(body.start);
        let lines = structure.lines.iter().enumerate().skip(first_line).take_while(|(_, start)| **start < body.end);
        let lines: Vec<(usize, u32)> = lines.map(|(number, start)| (number + 1, *start)).collect();
        cuts.extend(lines.iter().map(|(_, start)| *start));
        cuts.extend([body.start, body.end]);
        cuts.retain(|cut| body.start <= *cut && *cut <= body.end);
        cuts.sort_unstable();
        cuts.dedup();
        let run = |pair: &[u32]| {
            let span = Span { start: pair[0], end: pair[1] };
            let mut names: Vec<&str> = Vec::new();
            let mut tint = None;
            let mut layers = 0;
            for place in over(span) {
                layers += 1;
                for coding in self.study.codings_on(place) {
                    tint = Some(self.tint(coding.code));
                    let name = self.study.codes[coding.code].name.as_str();
                    if !names.contains(&name) {
                        names.push(name);
                    }
                }
            }
            let class = tint.map_or_else(String::new, |(tint, style)| {
                let layers = if layers > 1 { " over" } else { "" };
                format!("k{tint} s{style}{layers}")
            });
            let line = lines.iter().find(|(_, start)| *start == span.start).map(|(number, _)| *number);
            Run { line, words: span.of(words), class, codes: names.join(" · ") }
        };
        cuts.windows(2).map(run).collect()
    }
}
