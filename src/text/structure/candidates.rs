//! Gathers everything in a text that is written as a speaker label is, with what stands beside or under it. In goes the
//! text with its time marks; out come the candidates in order and the distinct labels among them. Nothing is decided
//! here but shape: [`super::opening`] and [`super::weighing`] decide.

use super::labels::{Form, Line};
use super::lines::Lines;
use super::speakers::{Kind, Label, opens_speech};
use super::times::{Mark, starting_at};
use crate::model::{Heading, Span};
use std::collections::HashMap;

/// No transcript has more distinct labels; what comes after is not looked at, so that hostile text stays small.
const MOST_LABELS: usize = 16_384;

/// A place where a label may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Candidate {
    /// Its line, from 0.
    pub(super) line: u32,
    /// First byte, with number and time mark before the name.
    pub(super) start: u32,
    /// One past the colon, bracket or time mark behind the name.
    pub(super) end: u32,
    /// Index in [`Candidates::labels`].
    pub(super) label: u32,
    /// How it is written.
    pub(super) form: Form,
    /// What stands beside or under it.
    pub(super) said: Said,
}

/// What stands beside or under a label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Said {
    /// Nothing: the next label follows, or the text ends.
    Nothing,
    /// Something, but a bare value as `2106 km²` or `0-4 jaar`.
    Value,
    /// Words.
    Words,
    /// Words that end as sentences do.
    Sentence,
}

/// What [`gather`] finds.
pub(super) struct Candidates {
    /// In order of the text, at most one a line.
    pub(super) list: Vec<Candidate>,
    /// The distinct labels, by their first spelling.
    pub(super) labels: Vec<Label>,
}

/// Gathers the candidates of a text.
pub(super) fn gather(lines: &Lines, marks: &[Mark], headings: &[Heading], bold: &[Span]) -> Candidates {
    let mut found = Candidates { list: Vec::new(), labels: Vec::new() };
    let mut labels = Register::default();
    for index in 0..lines.count() {
        let content = lines.content(index);
        if content.is_empty() {
            continue;
        }
        let line = Line { text: lines.text, content: content.clone(), marks, bold };
        let Some(mut reading) = line.label() else { continue };
        let nearest = headings.partition_point(|heading| (heading.span.end as usize) <= content.start);
        let is_heading = headings.get(nearest).is_some_and(|heading| (heading.span.start as usize) < content.end);
        let whole = matches!(reading.form, Form::Alone | Form::Stamp | Form::Bold) && reading.end == content.end;
        if is_heading && !whole {
            continue;
        }
        let mut label = labels.index(&lines.text[reading.name.clone()], &mut found.labels);
        if label.is_none()
            && let Some(other) = line.label_in_capitals()
        {
            label = labels.index(&lines.text[other.name.clone()], &mut found.labels);
            reading = other;
        }
        let (Some(label), Ok(line)) = (label, u32::try_from(index)) else { continue };
        let mut form = reading.form;
        let mut end = reading.end;
        if matches!(form, Form::Alone | Form::Bold) && end == content.end {
            if is_only_mark(lines, marks, index + 1) {
                (form, end) = (Form::Stamp, lines.content(index + 1).end);
            } else if index > 0 && is_only_mark(lines, marks, index - 1) {
                form = Form::Stamp;
            }
        }
        let span = Span::new(reading.start, end);
        found.list.push(Candidate { line, start: span.start, end: span.end, label, form, said: Said::Nothing });
    }
    found.drop_lone_names();
    found.listen(lines);
    found
}

/// Which label each spelling is.
#[derive(Default)]
struct Register<'t> {
    by_spelling: HashMap<&'t str, Option<u32>>,
    by_key: HashMap<String, u32>,
}

impl<'t> Register<'t> {
    /// The index of the label that is spelled so, added to `labels` when it is new; `None` when it can be none.
    fn index(&mut self, spelling: &'t str, labels: &mut Vec<Label>) -> Option<u32> {
        if let Some(known) = self.by_spelling.get(spelling) {
            return *known;
        }
        let full = labels.len() >= MOST_LABELS;
        let index = Label::read(spelling).filter(|_| !full).and_then(|label| {
            let next = u32::try_from(labels.len()).ok()?;
            let index = *self.by_key.entry(label.key.clone()).or_insert(next);
            match labels.get_mut(index as usize) {
                Some(first) => first.kind = first.kind.min(label.kind),
                None => labels.push(label),
            }
            Some(index)
        });
        if self.by_spelling.len() < 4 * MOST_LABELS {
            self.by_spelling.insert(spelling, index);
        }
        index
    }
}

/// Whether line `index` holds a time mark and nothing else.
pub(super) fn is_only_mark(lines: &Lines, marks: &[Mark], index: usize) -> bool {
    if index >= lines.count() {
        return false;
    }
    let content = lines.content(index);
    starting_at(marks, content.start).is_some_and(|mark| mark.span.end as usize == content.end)
}

impl Candidates {
    /// How often each label occurs among the candidates that `kept` lets through.
    pub(super) fn count(&self, kept: impl Fn(&Candidate) -> bool) -> Vec<u32> {
        let mut counts = vec![0; self.labels.len()];
        for candidate in self.list.iter().filter(|candidate| kept(candidate)) {
            counts[candidate.label as usize] += 1;
        }
        counts
    }

    /// The label of a candidate.
    pub(super) fn label(&self, candidate: &Candidate) -> &Label {
        &self.labels[candidate.label as usize]
    }

    /// A short line that never recurs and is no known kind is a line, not a name with text under it. These go first, so
    /// that a one-word answer under a name counts as its text.
    fn drop_lone_names(&mut self) {
        let loose = |candidate: &Candidate| matches!(candidate.form, Form::Alone | Form::Capitals);
        let counts = self.count(loose);
        let labels = &self.labels;
        self.list.retain(|candidate| {
            let label = candidate.label as usize;
            let proven = counts[label] > 1 || labels[label].kind == Kind::Known;
            !loose(candidate) || (proven && labels[label].kind != Kind::Field)
        });
    }

    /// Looks at what stands beside or under every candidate.
    fn listen(&mut self, lines: &Lines) {
        for index in 0..self.list.len() {
            let candidate = self.list[index];
            let next = self.list.get(index + 1).map(|next| next.line as usize);
            let last_line = lines.index_of((candidate.end as usize).saturating_sub(1));
            let line_end = lines.content(last_line).end;
            let beside = lines.text.get(candidate.end as usize..line_end).unwrap_or_default().trim();
            let under = || {
                let line = lines.filled_from(last_line + 1).filter(|line| Some(*line) != next);
                line.map_or("", |line| lines.words(line))
            };
            self.list[index].said = Said::of(if beside.is_empty() { under() } else { beside });
        }
    }
}

impl Said {
    /// What `words` are.
    fn of(words: &str) -> Self {
        let words = words.trim_matches(['*', '_', ' ']);
        let head = &words[..words.floor_char_boundary(240)];
        let is_word = |word: &&str| word.chars().any(char::is_alphabetic);
        let count = head.split_whitespace().filter(is_word).take(4).count();
        let opens = words.starts_with(|c: char| c.is_alphabetic() || "\"'“‘‚„…(['’-–<".contains(c));
        let cells = head.matches('\t').count();
        let ends = words.ends_with(['.', '?', '!', '…', '"', '”', '’', '\'', ')', ']', '-', '–']);
        if words.is_empty() {
            Self::Nothing
        } else if cells > 1 || count == 0 {
            Self::Value
        } else if opens && ends {
            Self::Sentence
        } else if count >= 4 || (opens && opens_speech(head)) {
            Self::Words
        } else {
            Self::Value
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::times;
    use super::*;

    #[test]
    fn what_is_said_is_weighed() {
        let cases = [
            (Said::Nothing, "|**"),
            (Said::Value, "2106 km²|0-4 jaar 48|Aandachtspunten|12\t20\t30|0,83"),
            (Said::Words, "ja zeker hoor|dat was zo'n lange dag|nee"),
            (Said::Sentence, "Ja.|’s Avonds?|“Nou!”|Negen.|(lacht)|Zoë 🙂 zei niks…"),
        ];
        for (said, all) in cases {
            for words in all.split('|') {
                assert_eq!(Said::of(words), said, "{words:?}");
            }
        }
    }

    #[test]
    fn candidates_keep_their_first_spelling_and_their_place() {
        let text = "Resp 6: ja.\r\nRESP. 06: nee.\n\nDatum: 3 juni\nAnna\n0:12\nhoi allemaal\nlos\n";
        let lines = Lines::of(text);
        let found = gather(&lines, &times::find(text), &[], &[]);
        let kept: Vec<(&str, u32, Form)> =
            found.list.iter().map(|one| (found.label(one).spelling.as_str(), one.line, one.form)).collect();
        let expected = [
            ("Resp 6", 0, Form::Colon),
            ("Resp 6", 1, Form::Colon),
            ("Datum", 3, Form::Colon),
            ("Anna", 4, Form::Stamp),
        ];
        assert_eq!(kept, expected);
        assert_eq!(found.list.last().map(|one| &text[one.start as usize..one.end as usize]), Some("Anna\n0:12"));
    }
}
