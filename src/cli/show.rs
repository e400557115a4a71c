//! `show`: a transcript with line numbers, and the codes beside the lines where they start.

use super::failure::Failure;
use super::output::Format;
use super::session::Session;
use crate::analysis::{Place, Study};
use crate::model::PointSpan;
use crate::project::Refusal;
use crate::report::Screen;
use clap::Args;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::Write;

/// Laat een transcript zien, met regelnummers en codes in de kantlijn
#[derive(Debug, Args)]
pub(super) struct Show {
    /// Transcript
    #[arg(value_name = "T")]
    transcript: String,
    /// Alleen deze regels, zoals 12-40
    #[arg(long, value_name = "A-B")]
    lines: Option<String>,
}

#[derive(Serialize)]
struct ShownText<'a> {
    transcript: &'a str,
    case: Option<&'a str>,
    text: &'a str,
    fragments: Vec<ShownFragment<'a>>,
}

#[derive(Serialize)]
struct ShownFragment<'a> {
    line: u32,
    span: PointSpan,
    codes: Vec<&'a str>,
    coders: Vec<&'a str>,
}

pub(super) fn run(args: &Show, session: &mut Session) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    let study = workspace.study()?;
    let at = study.find_text(&args.transcript).map_err(Refusal::from)?;
    let text = workspace.text(&study, at)?;
    let row = &study.texts[at];
    if session.format() == Format::Json {
        let fragments = study.places_in(at).iter().map(|place| ShownFragment {
            line: place.line,
            span: place.points,
            codes: codes(&study, place),
            coders: coders(&study, place),
        });
        return session.json(&ShownText {
            transcript: &row.row.name,
            case: row.case.map(|case| study.cases[case].name.as_str()),
            text: &text,
            fragments: fragments.collect(),
        });
    }
    let total = row.structure.lines.len();
    let (first, last) = match &args.lines {
        None => (1, total),
        Some(typed) => range(typed)
            .ok_or_else(|| Failure::Usage((session.messages.command.bad_argument)("--lines", typed, "12-40")))?,
    };
    let mut beside: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for place in study.places_in(at) {
        let (start, end) = (place.line as usize, row.structure.line_of(place.span.end.saturating_sub(1)));
        let range = if end > start { format!(" ({start}–{end})") } else { String::new() };
        let note = format!("{}{range} – {}", codes(&study, place).join("; "), coders(&study, place).join(", "));
        beside.entry(start).or_default().push(note);
    }
    let quiet = anstyle::Style::new().dimmed();
    let (on, off) = match session.screen() {
        Screen::Terminal(_) => (quiet.to_string(), format!("{quiet:#}")),
        Screen::Pipe => (String::new(), String::new()),
    };
    let mut out = session.out();
    let width = total.to_string().len();
    for (at, line) in text.lines().enumerate().skip(first.saturating_sub(1)).take((last + 1).saturating_sub(first)) {
        let number = at + 1;
        writeln!(out, "{on}{number:>width$}{off}  {line}")?;
        for note in beside.get(&number).into_iter().flatten() {
            writeln!(out, "{:width$}  {on}│ {note}{off}", "")?;
        }
    }
    out.flush()?;
    Ok(())
}

fn range(typed: &str) -> Option<(usize, usize)> {
    let (first, last) = typed.split_once('-').unwrap_or((typed, typed));
    let (first, last) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
    (1 <= first && first <= last).then_some((first, last))
}

fn codes<'a>(study: &'a Study, place: &Place) -> Vec<&'a str> {
    let mut names: Vec<&str> =
        study.codings_on(place).iter().map(|coding| study.codes[coding.code].name.as_str()).collect();
    names.dedup();
    names
}

fn coders<'a>(study: &'a Study, place: &Place) -> Vec<&'a str> {
    let mut coders: Vec<_> = study.codings_on(place).iter().map(|coding| coding.coder).collect();
    coders.sort_unstable();
    coders.dedup();
    coders.into_iter().map(|coder| study.coders[coder].name.as_str()).collect()
}
