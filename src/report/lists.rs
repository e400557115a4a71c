//! The lists of a study as tables: transcripts, cases, participants, the codebook, the study at a glance. Each is one
//! function from a `Study` and words to a `Table`; all formats write that one table. What a list and its JSON both
//! count per transcript and per participant is counted here, once.

mod cases;
mod codebook;
mod overview;
mod participants;
mod transcripts;

pub use cases::cases;
pub use codebook::codebook;
pub(super) use codebook::own_counts;
pub use overview::{AttributeValues, attribute_values, overview};
pub(super) use overview::{Kind, subjects};
pub use participants::participants;
pub use transcripts::transcripts;

use super::table::{Cell, Column, ColumnKind};
use super::words::Noun;
use crate::analysis::{At, Study, Text};
use crate::model::{Coder, Participant, Subject, fold_name, number_of};

/// What was done with a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct TextWork {
    /// Fragments that carry a code.
    pub(super) fragments: usize,
    /// Codings.
    pub(super) codings: usize,
    /// Coders who have finished it, by name.
    pub(super) finished_by: Vec<At<Coder>>,
}

/// What was done with each text.
pub(super) fn text_work(study: &Study) -> Vec<TextWork> {
    let mut work = vec![TextWork::default(); study.texts.len()];
    for place in study.places.rows() {
        let codings = study.codings_on(place).len();
        let line = &mut work[place.transcript.number()];
        line.fragments += usize::from(codings > 0);
        line.codings += codings;
    }
    for finish in study.rows().finishes.iter() {
        let text = study.texts.iter().find(|(_, text)| text.row.id == finish.transcript);
        let coder = study.coders.iter().find(|(_, coder)| coder.id == finish.coder);
        if let (Some((text, _)), Some((coder, _))) = (text, coder) {
            work[text.number()].finished_by.push(coder);
        }
    }
    for line in &mut work {
        line.finished_by.sort_unstable();
    }
    work
}

/// What there is of a participant.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Share {
    /// The texts in which they speak.
    pub(super) texts: Vec<At<Text>>,
    /// Coded fragments of their words.
    pub(super) fragments: usize,
}

/// What there is of each participant.
pub(super) fn shares(study: &Study) -> Vec<Share> {
    let mut shares = vec![Share::default(); study.participants.len()];
    for (at, text) in study.texts.iter() {
        for person in &text.everyone {
            shares[person.number()].texts.push(at);
        }
    }
    for place in study.places.rows().iter().filter(|place| !study.codings_on(place).is_empty()) {
        for person in &place.participants {
            shares[person.number()].fragments += 1;
        }
    }
    shares
}

/// The name of a participant's role.
pub(super) fn role_of<'s>(study: &'s Study, person: &Participant) -> Option<&'s str> {
    person.role.and_then(|role| study.role_at(role)).map(|role| study.roles[role].name.as_str())
}

/// The names of the attributes of one kind of thing; names that differ in case only are one.
pub(super) fn attribute_names(study: &Study, of: impl Fn(Subject) -> bool) -> Vec<&str> {
    let mut names = study.attribute_names(of);
    let mut seen = std::collections::HashSet::new();
    names.retain(|name| seen.insert(fold_name(name)));
    names
}

/// A column for an attribute: numbers when every value of these things is one.
fn attribute_column(study: &Study, name: &str, subjects: &[Subject]) -> Column {
    let mut values = subjects.iter().filter_map(|subject| study.attribute(*subject, name)).peekable();
    let numbers = values.peek().is_some() && values.all(|value| number_of(value).is_some());
    if numbers { Column::number(name) } else { Column::text(name) }
}

/// The cell of an attribute in its column.
fn attribute_cell(study: &Study, subject: Subject, column: &Column) -> Cell {
    let Some(value) = study.attribute(subject, &column.head) else { return Cell::Empty };
    match (column.kind, number_of(value)) {
        (ColumnKind::Number, Some(number)) => Cell::number(number, decimals_of(value)),
        (ColumnKind::Number, None) | (ColumnKind::Text, _) => Cell::text(value),
    }
}

/// How many decimals a number was written with.
fn decimals_of(value: &str) -> u8 {
    let rest = value.trim().rsplit_once([',', '.']).map_or("", |(_, rest)| rest);
    u8::try_from(rest.len()).unwrap_or(u8::MAX).min(6)
}

/// Names in one cell.
fn listed_cell<'n>(names: impl Iterator<Item = &'n str>) -> Cell {
    Cell::text(names.collect::<Vec<_>>().join("; "))
}

/// A caption that is a plural and its N.
fn caption(noun: Noun, count: usize) -> String {
    format!("{} (N={count})", noun.heads())
}
