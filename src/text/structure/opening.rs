//! Tells the header of a transcript from its first turns. `Datum: 3 maart`, `Interviewer: Jan de Vries`, `Respondent:
//! Anna` say who spoke, they are not spoken. In go the candidates for labels; out comes which of them are header
//! fields, and who the header names as interviewer.
//!
//! Only what stands before the first real turn can be a field, and a short first question ("Interviewer:
//! Aandachtspunten") stays a turn unless its surroundings say otherwise.

use super::candidates::{Candidate, Candidates};
use super::lines::Lines;
use super::speaker_words::{ASKING, VALUE_WORDS, bare, is_role};
use super::speakers::{Kind, Label, is_field_value, opens_speech};

/// A header is over after this many candidates at the latest.
const LONGEST_RUN: usize = 40;
/// And it holds at most this many that are none of its fields.
const MOST_STRAY: usize = 20;

/// What the opening of a transcript says.
#[derive(Debug, Default)]
pub(super) struct Opening {
    /// For every candidate of the text, whether it is a header field.
    pub(super) fields: Vec<bool>,
    /// The names it gives for the interviewer.
    pub(super) interviewers: Vec<String>,
}

/// Reads the opening.
pub(super) fn read(lines: &Lines, found: &Candidates) -> Opening {
    let counts = found.count(|_| true);
    let mut opening = Opening { fields: vec![false; found.list.len()], ..Opening::default() };
    let (mut at, mut stray) = (0, 0);
    while at < found.list.len().min(LONGEST_RUN) && stray < MOST_STRAY {
        let run = Run::from(lines, found, &counts, at);
        let taken = run.header_length();
        for field in &run.fields[..taken] {
            let label = found.label(field.candidate);
            let names_one = label.asks || label.key.split(' ').any(|word| ASKING.has(word));
            if names_one {
                opening.interviewers.push(field.value.to_owned());
            }
        }
        opening.fields[at..at + taken].fill(true);
        at += taken;
        if taken == run.fields.len() && taken > 0 {
            continue;
        }
        let Some(next) = found.list.get(at) else { break };
        let label = found.label(next);
        if counts[next.label as usize] > 1 || matches!(label.kind, Kind::Known | Kind::Side) {
            break;
        }
        (at, stray) = (at + 1, stray + 1);
    }
    opening
}

/// Candidates on consecutive lines, blank ones aside, that could all be fields of one header.
struct Run<'t> {
    fields: Vec<Field<'t>>,
    /// The label after the run is the first one of the run again.
    repeats: bool,
    /// A blank line follows.
    closed: bool,
}

struct Field<'t> {
    candidate: &'t Candidate,
    label: &'t Label,
    value: &'t str,
    /// It stands on the line right under the one before.
    touches: bool,
    /// Its label occurs again later on.
    recurs: bool,
}

impl<'t> Run<'t> {
    fn from(lines: &Lines<'t>, found: &'t Candidates, counts: &[u32], at: usize) -> Self {
        let mut run = Self { fields: Vec::new(), repeats: false, closed: false };
        let mut due = found.list[at].line as usize;
        for candidate in found.list[at..].iter().take(LONGEST_RUN) {
            let line = candidate.line as usize;
            if lines.filled_from(due) != Some(line) {
                break;
            }
            if run.fields.iter().any(|field| field.candidate.label == candidate.label) {
                run.repeats = true;
                break;
            }
            let content = lines.content(line);
            let value = lines.text.get(candidate.end as usize..content.end).unwrap_or_default().trim();
            let label = found.label(candidate);
            let is_field = label.kind == Kind::Field;
            let speaks =
                !is_field && !is_field_value(value) && (opens_speech(value) || value.ends_with(['.', '!', '…']));
            if value.len() > 100 || value.ends_with('?') || speaks || (value.is_empty() && !is_field) {
                break;
            }
            let touches = !run.fields.is_empty() && line == due;
            run.fields.push(Field { candidate, label, value, touches, recurs: counts[candidate.label as usize] > 1 });
            due = line + 1;
        }
        run.closed = lines.is_blank(due) || due >= lines.count();
        run
    }

    /// How many candidates from the start of the run are fields.
    fn header_length(&self) -> usize {
        match self.fields.iter().rposition(|field| field.label.kind == Kind::Field) {
            Some(last) => self.after_fields(last + 1),
            None if self.is_list_of_persons() => self.fields.len(),
            None => 0,
        }
    }

    /// Everything up to the last sure field is header, and what follows it as long as it looks like one.
    fn after_fields(&self, sure: usize) -> usize {
        let spaced = self.fields[..sure].iter().skip(1).any(|field| !field.touches);
        let follows = self.fields[sure..].iter().take_while(|field| {
            let named = matches!(field.label.kind, Kind::Known | Kind::Side) || field.recurs;
            let closed_value = !field.value.ends_with(['.', '!', '…']);
            if named {
                is_field_value(field.value) && (field.touches || spaced || field.is_full())
            } else {
                field.touches && closed_value
            }
        });
        sure + follows.count()
    }

    /// `Interviewer: Jan de Vries`, `Respondent: Anna` and a blank line: who took part, without any other field. Also a
    /// legend: `J: interviewer`, `A: moeder`.
    fn is_list_of_persons(&self) -> bool {
        let legend = self.fields.iter().all(Field::is_role);
        let persons = self.fields.iter().all(|field| {
            let sided = matches!(field.label.kind, Kind::Known | Kind::Side | Kind::Role);
            sided
                && !matches!(field.label.key.as_str(), "v" | "q" | "vraag" | "a" | "antwoord")
                && is_field_value(field.value)
        });
        let together = self.fields.iter().skip(1).all(|field| field.touches);
        let full = self.fields.iter().all(Field::is_full);
        match self.fields.len() {
            0 => false,
            1 => self.repeats && persons && full,
            _ => (legend || persons) && ((together && self.closed) || full),
        }
    }
}

impl Field<'_> {
    /// More than one word with a capital: a name in full.
    fn is_full(&self) -> bool {
        let capitals = self.value.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count();
        is_field_value(self.value) && (capitals > 1 || self.is_role() || self.value.chars().any(|c| c.is_ascii_digit()))
    }

    /// Nothing but words for what a person is.
    fn is_role(&self) -> bool {
        let mut words = self.value.split_whitespace().map(bare).filter(|word| !word.is_empty()).peekable();
        words.peek().is_some() && words.all(|word| is_role(&word) || VALUE_WORDS.has(&word))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{candidates, times};
    use super::*;

    /// The labels of `text` that are taken for header fields, and who is named as interviewer.
    fn fields(text: &str) -> (Vec<String>, Vec<String>) {
        let lines = Lines::of(text);
        let found = candidates::gather(&lines, &times::find(text), &[], &[]);
        let opening = read(&lines, &found);
        let fields = found.list.iter().zip(&opening.fields).filter(|(_, is_field)| **is_field);
        (fields.map(|(candidate, _)| found.label(candidate).spelling.clone()).collect(), opening.interviewers)
    }

    #[test]
    fn fields_end_where_the_talk_begins() {
        let cases: [(&str, &[&str], &[&str]); 8] = [
            (
                "Datum: 4 juni\nInterviewer: Lotte Smit\nRespondent: zoë\n\nInterviewer: Hoe gaat ’t?\n",
                &["Datum", "Interviewer"],
                &["Lotte Smit"],
            ),
            (
                "Interviewer: Jan de Vries\nMoeder: Anna\n\nMoeder: Zo'n dag. 🙂\n",
                &["Interviewer", "Moeder"],
                &["Jan de Vries"],
            ),
            ("Interviewer: Jan de Vries\n\nInterviewer: Zullen we?\n", &["Interviewer"], &["Jan de Vries"]),
            ("Interviewer: Aandachtspunten\n\nResp 1: Meer tijd.\n", &[], &[]),
            ("M: moeder\nI: interviewer\n\nI: Hoe?\nM: Zo.\n", &["M", "I"], &["interviewer"]),
            ("Datum: 4 juni\nRiek: Kom erin.\nOpmerking: hond blaft\nRiek: Koest!\n", &["Datum"], &[]),
            ("Naam interviewer: Jan\r\nTijd: 10:00\r\nR: Ja.\r\n", &["Naam interviewer", "Tijd"], &["Jan"]),
            ("I: Goedemorgen\nR: Hallo\nI: Koffie?\n", &[], &[]),
        ];
        for (text, expected, interviewers) in cases {
            let (found, named) = fields(text);
            assert_eq!(found, expected, "{text}");
            assert_eq!(named, interviewers, "{text}");
        }
    }
}
