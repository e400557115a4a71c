//! A concordance for the terminal: where, what stands before, the words, what stands behind. Columns are counted as a
//! terminal shows them: an accent takes none, a Chinese character or an emoji two. What could steer a terminal or turn
//! the direction of a line round is shown as a stand-in.

use super::ConcordanceView;
use crate::project::ConcordanceLine;
use crate::report::Screen;
use crate::text::{first_words, last_words};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// Columns of context on either side where no width is known.
const SIDE: usize = 50;
/// Fewest columns of context on either side, also in a narrow terminal.
const NARROWEST: usize = 12;
/// Most columns for the name of a transcript.
const LONGEST_NAME: usize = 24;
/// Columns of air behind the place.
const GAP: usize = 2;

/// A line ready to be set.
struct Set {
    place: String,
    before: String,
    keyword: String,
    after: String,
}

impl ConcordanceView<'_> {
    /// Writes the concordance as lines. `side` is how many columns of context stand on either side; without it a
    /// terminal is filled.
    ///
    /// # Errors
    /// When writing fails.
    pub fn write_lines(&self, screen: Screen, side: Option<usize>, mut out: impl Write) -> io::Result<()> {
        let lines: Vec<Set> = self.found.lines.iter().map(|line| self.set(line)).collect();
        let place = lines.iter().map(|line| line.place.width()).max().unwrap_or(0);
        let keyword = lines.iter().map(|line| line.keyword.width()).max().unwrap_or(0);
        let (quiet, strong) = match screen {
            Screen::Terminal(_) => (anstyle::Style::new().dimmed(), anstyle::Style::new().bold()),
            Screen::Pipe => (anstyle::Style::new(), anstyle::Style::new()),
        };
        for line in &lines {
            let (left, right) = match (side, screen) {
                (Some(side), _) => (side, side),
                (None, Screen::Pipe) => (SIDE, SIDE),
                (None, Screen::Terminal(width)) => {
                    let room = usize::from(width).saturating_sub(place + GAP);
                    let left = (room.saturating_sub(keyword.min(room / 2)) / 2).max(NARROWEST);
                    (left, room.saturating_sub(left + line.keyword.width()).max(NARROWEST))
                }
            };
            let before = last_words(&line.before, left, UnicodeWidthStr::width);
            let before = if line.before.len() > before.len() { before.trim_start() } else { before };
            let after = first_words(&line.after, right, UnicodeWidthStr::width).trim_end();
            let blank = " ".repeat(place - line.place.width() + GAP + left.saturating_sub(before.width()));
            let shown = &line.keyword;
            writeln!(out, "{quiet}{}{quiet:#}{blank}{before}{strong}{shown}{strong:#}{after}", line.place)?;
        }
        Ok(())
    }

    fn set(&self, line: &ConcordanceLine) -> Set {
        let name = one_line(self.name(line));
        let short = first_words(&name, LONGEST_NAME, UnicodeWidthStr::width);
        let name = if short.len() < name.len() { format!("{}…", short.trim_end()) } else { name };
        let number = (self.table_words.attribution.line)(u32::try_from(line.line).unwrap_or(u32::MAX));
        Set {
            place: format!("{name} {number}"),
            before: one_line(line.before.trim_start()),
            keyword: one_line(&line.keyword),
            after: one_line(line.after.trim_end()),
        }
    }
}

/// The text with every run of white space as one space, also at its ends, where it says whether the words touch.
pub(super) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        let turns = matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
        match c {
            _ if c.is_whitespace() => {
                if !line.ends_with(' ') {
                    line.push(' ');
                }
            }
            _ if c.is_control() || turns => line.push('\u{FFFD}'),
            _ => line.push(c),
        }
    }
    line
}
