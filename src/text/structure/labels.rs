//! Reads what may be a speaker label at the start of a line, in every way Dutch transcribers and transcription programs
//! write it: `Riek:`, `12. Interviewer:`, `[Anna]`, `**Anna**`, a name alone on its line, `I - …`, a tab, with a time
//! mark before or after it. In goes a line; out comes where the label stands and how it was written. It only reads;
//! whether it is a speaker is decided over the whole text in [`super::weighing`].
//!
//! No more than the first few dozen characters of a line are looked at, so a line of 50 MB costs what a short one does.

use super::speakers::{Kind, LONGEST, Label};
use super::times::{Mark, Standing, starting_at};
use crate::model::Span;
use std::ops::Range;

/// How a label is set apart from what is said. A text keeps to one of these, give or take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Form {
    /// `Riek: tekst`
    Colon,
    /// `Riek 00:12:33` with the text under it, as transcription programs write.
    Stamp,
    /// `[Riek] tekst`
    Bracket,
    /// `**Riek** tekst`, or bold in a document.
    Bold,
    /// `Riek`, a tab, the text.
    Tab,
    /// `Riek – tekst`
    Dash,
    /// `Riek` with the text under it.
    Alone,
    /// `RIEK tekst`
    Capitals,
    /// `Riek; tekst` and `Resp 4. tekst`: slips for a colon.
    Slip,
}

/// What may be a label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reading {
    /// Where it starts: a number, time mark or markup before the name included.
    pub(super) start: usize,
    /// The name.
    pub(super) name: Range<usize>,
    /// Where what is said starts, or would: behind the colon, bracket or time mark.
    pub(super) end: usize,
    /// How it is written.
    pub(super) form: Form,
}

/// The line being read.
pub(super) struct Line<'t> {
    /// The whole text.
    pub(super) text: &'t str,
    /// The line without white space around it.
    pub(super) content: Range<usize>,
    /// The time marks of the text.
    pub(super) marks: &'t [Mark],
    /// Stretches that are bold in the document, in order.
    pub(super) bold: &'t [Span],
}

/// What ends a name.
#[derive(Debug, Clone, Copy)]
enum Stop {
    Colon,
    Semicolon,
    Dot,
    Tab,
    Dash(usize),
    /// Markup or boldness ends here.
    Close,
    Mark(Mark),
    LineEnd,
}

impl Line<'_> {
    /// What may be a label at the start of the line.
    pub(super) fn label(&self) -> Option<Reading> {
        let start = self.content.start;
        let (at, stamped) = self.after_prefix(start)?;
        if self.byte(at) == Some(b'[') {
            return self.bracketed(start, at);
        }
        let bold_end = self.bold_end(at);
        let reading = self.name_end(at, bold_end).and_then(|(end, stop)| self.close(start, at..end, stop, stamped));
        match reading {
            Some(reading) if reading.form != Form::Alone => Some(reading),
            unsure => self.capitals(start, at).or(unsure),
        }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).filter(|_| at < self.content.end).copied()
    }

    fn rest(&self, at: usize) -> &str {
        self.text.get(at..self.content.end).unwrap_or_default()
    }

    /// The first byte from `at` on that is none of `skipped`.
    fn past(&self, at: usize, skipped: &[char]) -> usize {
        let rest = self.rest(at);
        at + rest.len() - rest.trim_start_matches(skipped).len()
    }

    fn spaces(&self, at: usize) -> usize {
        self.past(at, &[' ', '\t', '\u{a0}'])
    }

    /// Steps over what transcribers put before a name: quote signs, bullets, markup, a number, a time mark. Says also
    /// whether there was a time mark.
    fn after_prefix(&self, start: usize) -> Option<(usize, bool)> {
        let mut at = self.past(start, &['>', ' ']);
        let hashes = self.past(at, &['#']);
        if self.byte(hashes) == Some(b' ') {
            at = self.spaces(hashes);
        }
        if matches!(self.byte(at), Some(b'-' | b'*' | b'+')) && self.byte(at + 1) == Some(b' ')
            || self.rest(at).starts_with("– ")
            || self.rest(at).starts_with("• ")
        {
            at = self.past(at, &['-', '*', '+', '–', '•', ' ', '\t']);
        }
        at = self.past(at, &['*', '_']);
        at = self.after_number(at);
        let mut stamped = false;
        if let Some(mark) = starting_at(self.marks, at) {
            at = self.past(mark.span.end as usize, &[' ', '\t', '\u{a0}', '-', '–', '—', '|', ':', '*']);
            stamped = true;
        }
        at = self.past(at, &['*', '_']);
        (at < self.content.end).then_some((at, stamped))
    }

    /// Steps over `12. `, `12) `, `(12) ` or `12` and a tab.
    fn after_number(&self, at: usize) -> usize {
        let open = usize::from(matches!(self.byte(at), Some(b'(' | b'[')));
        let rest = self.rest(at + open);
        let count = rest.bytes().take(6).take_while(u8::is_ascii_digit).count();
        if count == 0 || count > 5 || starting_at(self.marks, at).is_some() {
            return at;
        }
        let mut end = at + open + count;
        let closed = matches!(self.byte(end), Some(b'.' | b')' | b']' | b':'));
        if (open == 1) && !matches!(self.byte(end), Some(b')' | b']')) {
            return at;
        }
        end += usize::from(closed);
        if matches!(self.byte(end), Some(b' ' | b'\t')) { self.spaces(end) } else { at }
    }

    /// Where the bold stretch ends in which `at` lies, when that stretch could hold a name and starts with it.
    fn bold_end(&self, at: usize) -> Option<usize> {
        let index = self.bold.partition_point(|span| (span.end as usize) <= at);
        let span = self.bold.get(index)?;
        let end = (span.end as usize).min(self.content.end);
        let starts = span.start as usize <= at && end > at && self.text.is_char_boundary(end);
        (starts && end - at <= 4 * LONGEST).then_some(end)
    }

    /// `[Anna] tekst`, `[Anna]: tekst`, `[Anna:] tekst`.
    fn bracketed(&self, start: usize, open: usize) -> Option<Reading> {
        let inside = self.rest(open + 1);
        let length = inside.char_indices().take(LONGEST + 2).find(|(_, c)| *c == ']').map(|(at, _)| at)?;
        let name = &inside[..length];
        let colon_inside = name.trim_end().ends_with(':');
        let name_end = open + 1 + name.trim_end().trim_end_matches(':').len();
        let mut end = self.past(open + 1 + length + 1, &['*', '_']);
        let mut form = if colon_inside { Form::Colon } else { Form::Bracket };
        if self.byte(end) == Some(b':') {
            (end, form) = (end + 1, Form::Colon);
        }
        Some(Reading { start, name: open + 1..name_end, end: self.with_mark(end), form })
    }

    /// Where the name that starts at `from` ends, and what ends it.
    fn name_end(&self, from: usize, bold_end: Option<usize>) -> Option<(usize, Stop)> {
        let rest = self.rest(from);
        let mut in_note = false;
        for (count, (offset, c)) in rest.char_indices().enumerate() {
            let at = from + offset;
            if count > LONGEST + 2 {
                return None;
            }
            let next = rest[offset + c.len_utf8()..].chars().next();
            if bold_end.is_some_and(|end| end <= at) && c != ':' {
                return Some((at, Stop::Close));
            }
            if matches!(c, '0'..='9' | '[' | '(' | '<' | '{' | '#')
                && let Some(mark) = starting_at(self.marks, at)
            {
                return (offset > 0).then_some((at, Stop::Mark(*mark)));
            }
            match c {
                '(' => in_note = true,
                ')' => in_note = false,
                ':' => return self.is_label_colon(at).then_some((at, Stop::Colon)),
                ';' => return (next == Some(' ')).then_some((at, Stop::Semicolon)),
                '\t' => return Some((at, Stop::Tab)),
                '*' => return Some((at, Stop::Close)),
                '_' if !next.is_some_and(char::is_alphanumeric) => return Some((at, Stop::Close)),
                '.' if next == Some(' ') && self.is_numbered(from..at) => return Some((at, Stop::Dot)),
                ' ' | '\u{a0}' => {
                    if let Some(end) = self.dash_after(at) {
                        return Some((at, Stop::Dash(end)));
                    }
                }
                ',' if in_note => {}
                '.' | '\'' | '’' | '-' | '_' | '/' | '&' | '+' => {}
                c if c.is_alphanumeric() => {}
                _ => return None,
            }
        }
        Some((self.content.end, Stop::LineEnd))
    }

    /// Whether the colon at `at` can end a label: not that of a clock time, a web address or a smiley.
    fn is_label_colon(&self, at: usize) -> bool {
        let before = self.text.as_bytes().get(at.wrapping_sub(1)).copied().unwrap_or_default();
        let after = self.byte(at + 1).unwrap_or(b' ');
        let face = self.rest(at + 1).starts_with(['(', ')', '-']);
        let smiley = face && !self.rest(at + 2).trim_start_matches([')', '(']).starts_with(char::is_alphanumeric);
        let ratio = before.is_ascii_digit() && after.is_ascii_digit();
        !(smiley || ratio || matches!(after, b'/' | b':'))
    }

    /// Whether the name is a side of the interview with its number, so that a dot may stand for the colon.
    fn is_numbered(&self, name: Range<usize>) -> bool {
        let name = &self.text[name];
        name.ends_with(|c: char| c.is_ascii_digit()) && Label::read(name).is_some_and(|label| label.kind == Kind::Known)
    }

    /// Where what is said starts, when a dash between spaces stands at `at`.
    fn dash_after(&self, at: usize) -> Option<usize> {
        let dashed = self.spaces(at);
        let dash = self.rest(dashed).chars().next().filter(|c| matches!(c, '-' | '–' | '—'))?;
        let end = dashed + dash.len_utf8();
        matches!(self.byte(end), None | Some(b' ' | b'\t')).then(|| self.spaces(end))
    }

    /// `at` moved past a sure time mark that stands right behind, and what joins it to the text.
    fn with_mark(&self, at: usize) -> usize {
        let from = self.spaces(at);
        let mark = starting_at(self.marks, from).filter(|mark| mark.standing == Standing::Sure);
        mark.map_or(at, |mark| {
            let end = mark.span.end as usize;
            if self.byte(end) == Some(b':') { end + 1 } else { end }
        })
    }

    /// The label of a name that ended at `stop`.
    fn close(&self, start: usize, name: Range<usize>, stop: Stop, stamped: bool) -> Option<Reading> {
        let stop_at = name.end;
        let (mut name, after_colon) = (name, |at: usize| self.with_mark(self.past(at, &['*', '_'])));
        let (form, end) = match stop {
            Stop::Colon => (Form::Colon, after_colon(stop_at + 1)),
            Stop::Semicolon | Stop::Dot => (Form::Slip, stop_at + 1),
            Stop::Dash(end) => match starting_at(self.marks, end) {
                Some(mark) => self.stamped_by(*mark)?,
                None => (Form::Dash, end),
            },
            Stop::Mark(mark) => self.stamped_by(mark)?,
            Stop::Tab => {
                let end = self.spaces(stop_at);
                match starting_at(self.marks, end) {
                    Some(mark) => (Form::Stamp, mark.span.end as usize),
                    None if stamped => (Form::Stamp, end),
                    None => (Form::Tab, end),
                }
            }
            Stop::Close => {
                let closed = self.past(stop_at, &['*', '_']);
                let spaced = self.spaces(closed);
                if self.byte(spaced) == Some(b':') {
                    (Form::Colon, after_colon(spaced + 1))
                } else if let Some(mark) = starting_at(self.marks, spaced) {
                    self.stamped_by(*mark)?
                } else {
                    (Form::Bold, closed)
                }
            }
            Stop::LineEnd if stamped => (Form::Stamp, stop_at),
            Stop::LineEnd => (Form::Alone, stop_at),
        };
        // A time mark between name and colon is preceded by white space or a dash that is not the name's.
        let kept = self.text[name.clone()].trim_end_matches([' ', '\t', '\u{a0}', '-', '–', ':', '(', '[']);
        name.end = name.start + kept.len();
        (!name.is_empty()).then_some(Reading { start, name, end: end.min(self.content.end), form })
    }

    /// Form and end of a label whose name is followed by `mark`.
    fn stamped_by(&self, mark: Mark) -> Option<(Form, usize)> {
        let end = self.past(mark.span.end as usize, &['*', '_']);
        let spaced = self.spaces(end);
        match self.byte(spaced) {
            Some(b':') => Some((Form::Colon, self.past(spaced + 1, &['*', '_']))),
            None => Some((Form::Stamp, end)),
            Some(_) if mark.standing == Standing::Sure || self.byte(end) == Some(b'\t') => Some((Form::Stamp, end)),
            Some(_) => None,
        }
    }

    /// `ANNA Ja, dat klopt: …`, where what [`Self::label`] reads cannot be a label.
    pub(super) fn label_in_capitals(&self) -> Option<Reading> {
        let start = self.content.start;
        let (at, _) = self.after_prefix(start)?;
        self.capitals(start, at)
    }

    /// `ANNA Ja, dat klopt.`
    fn capitals(&self, start: usize, from: usize) -> Option<Reading> {
        let mut end = from;
        for word in self.rest(from).split(' ').take(4) {
            let letters = word.chars().take(LONGEST).filter(|c| c.is_alphabetic()).count();
            let fits =
                word.chars().take(LONGEST).all(|c| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '-' | '.'));
            let counts = letters >= 2 || (end > from && word.bytes().all(|byte| byte.is_ascii_digit()));
            if word.is_empty() || !fits || !counts {
                break;
            }
            end = if end == from { from + word.len() } else { end + 1 + word.len() };
        }
        let said = self.rest(end).trim_start();
        let opens = said.starts_with(|c: char| c.is_uppercase() || "\"'“‘„‚…(['’".contains(c));
        (end > from && opens && said.len() < self.rest(end).len()).then_some(Reading {
            start,
            name: from..end,
            end,
            form: Form::Capitals,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::times;
    use super::*;

    fn read(text: &str, bold: &[Span]) -> Option<(String, String, Form)> {
        let marks = times::find(text);
        let content = 0..text.trim_end().len();
        let reading = Line { text, content, marks: &marks, bold }.label()?;
        Some((text[reading.name].to_owned(), text[reading.end..].trim().to_owned(), reading.form))
    }

    #[test]
    fn names_are_cut_from_what_is_said() {
        let cases = [
            ("Riek: zo'n dag", "Riek", "zo'n dag", Form::Colon),
            ("12. Interviewer: En?", "Interviewer", "En?", Form::Colon),
            ("003\tR:\tJa", "R", "Ja", Form::Colon),
            ("> - **Anna:** ja", "Anna", "ja", Form::Colon),
            ("[Anna] ’s avonds", "Anna", "’s avonds", Form::Bracket),
            ("[Anna]: ja", "Anna", "ja", Form::Colon),
            ("**Anna** ja", "Anna", "ja", Form::Bold),
            ("_Zoë_: ja 🙂", "Zoë", "ja 🙂", Form::Colon),
            ("Anna\tja", "Anna", "ja", Form::Tab),
            ("I - ja", "I", "ja", Form::Dash),
            ("Anna – ja", "Anna", "ja", Form::Dash),
            ("Anna", "Anna", "", Form::Alone),
            ("ANNA Ja, dat klopt.", "ANNA", "Ja, dat klopt.", Form::Capitals),
            ("[00:12:33] Anna: ja", "Anna", "ja", Form::Colon),
            ("#00:12:33-4# Anna: ja", "Anna", "ja", Form::Colon),
            ("Anna [00:12:33]: ja", "Anna", "ja", Form::Colon),
            ("Anna: [00:12:33] ja", "Anna", "ja", Form::Colon),
            ("Anna 00:12:33", "Anna", "", Form::Stamp),
            ("Anna de Vries   0:03", "Anna de Vries", "", Form::Stamp),
            ("00:12:33 - Spreker 1", "Spreker 1", "", Form::Stamp),
            ("0:12\tAnna\tja", "Anna", "ja", Form::Stamp),
            ("Resp 4. Je bent", "Resp 4", "Je bent", Form::Slip),
            ("Anna; ja", "Anna", "ja", Form::Slip),
            ("I:(lacht) ja", "I", "(lacht) ja", Form::Colon),
        ];
        for (text, name, said, form) in cases {
            assert_eq!(read(text, &[]), Some((name.to_owned(), said.to_owned(), form)), "{text}");
        }
    }

    #[test]
    fn some_lines_have_no_label_at_all() {
        for text in [
            "https://voorbeeld.nl",
            "Leuk :)",
            "schaal 1:50000",
            "Nou, zei ze: kom",
            "[een heel verhaal over van alles en nog wat in haken]",
        ] {
            assert_eq!(read(text, &[]), None, "{text}");
        }
    }

    #[test]
    fn boldness_ends_a_name() {
        let text = "Anna Ja, dat klopt.";
        assert_eq!(read(text, &[Span::new(0, 4)]), Some(("Anna".to_owned(), "Ja, dat klopt.".to_owned(), Form::Bold)));
        let whole = "Wat vond u van de bijeenkomst met de hele familie, en van het plan?";
        assert_eq!(read(whole, &[Span::new(0, whole.len())]), None);
    }
}
