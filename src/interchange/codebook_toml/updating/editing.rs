//! The fields of one table, changed where they stand: another value, a field less, a field more, another indentation.

use super::blocks::Pair;
use crate::interchange::codebook_toml::writing::{push_pair, quoted};
use std::ops::Range;

/// What happens to one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Change {
    /// It says what it should.
    Keep,
    /// It gets this value, as TOML; it may be new.
    Set(String),
    /// It goes.
    Remove,
}

impl Change {
    /// From one value, as TOML, to another.
    pub(super) fn between(old: Option<&str>, new: Option<String>) -> Self {
        match new {
            new if new.as_deref() == old => Self::Keep,
            Some(value) => Self::Set(value),
            None => Self::Remove,
        }
    }
}

/// The lines of a table, and what changes in them.
pub(super) struct Edit<'e> {
    pub(super) body: Range<usize>,
    pub(super) pairs: &'e [Pair],
    /// By key, in the order in which new fields are written; a new one comes behind the one before it in this list.
    pub(super) changes: &'e [(String, Change)],
    /// What stands before a new field.
    pub(super) indent: &'e str,
    /// Whether all lines get that indentation.
    pub(super) anew: bool,
}

/// The lines with the changes in them.
pub(super) fn edit(text: &str, edit: &Edit<'_>) -> String {
    let mut cuts: Vec<(Range<usize>, String)> = Vec::new();
    let mut behind = edit.pairs.first().map_or(edit.body.end, |pair| pair.lines.start);
    for (key, change) in edit.changes {
        let standing: Vec<&Pair> = edit.pairs.iter().filter(|pair| pair.key == *key).collect();
        match (change, standing.first()) {
            (Change::Set(value), Some(pair)) => cuts.push((pair.value.clone(), value.clone())),
            (Change::Set(value), None) => {
                let mut line = String::new();
                push_pair(&mut line, edit.indent, &bare_or_quoted(key), value);
                cuts.push((behind..behind, line));
            }
            (Change::Remove, Some(_)) => cuts.extend(standing.iter().map(|pair| (pair.lines.clone(), String::new()))),
            (Change::Remove, None) | (Change::Keep, _) => {}
        }
        behind = standing.last().map_or(behind, |pair| pair.lines.end);
    }
    if edit.anew {
        // Behind the new lines, which come at the same places and are indented already.
        let gone: Vec<Range<usize>> = cuts.iter().map(|(place, _)| place.clone()).collect();
        let stays = |place: &Range<usize>| !gone.iter().any(|gone| gone.start <= place.start && place.start < gone.end);
        cuts.extend(indentations(text, edit).filter(stays).map(|place| (place, edit.indent.to_owned())));
    }
    apply(text, &edit.body, cuts)
}

/// The white space before each line that is not inside a value.
fn indentations<'e>(text: &'e str, edit: &'e Edit<'e>) -> impl Iterator<Item = Range<usize>> + 'e {
    let mut at = edit.body.start;
    text[edit.body.clone()].split_inclusive('\n').filter_map(move |line| {
        let start = at;
        at += line.len();
        let inside = edit.pairs.iter().any(|pair| pair.value.start < start && start < pair.value.end);
        (!inside && !line.trim().is_empty()).then(|| start..start + indented(line).len())
    })
}

/// The white space at the start of a line.
pub(super) fn indented(line: &str) -> &str {
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}

fn bare_or_quoted(key: &str) -> String {
    if key.bytes().all(|byte| byte.is_ascii_alphanumeric()) { key.to_owned() } else { quoted(key) }
}

/// Puts pieces in the place of others. A piece inside one that goes, goes with it.
fn apply(text: &str, body: &Range<usize>, mut cuts: Vec<(Range<usize>, String)>) -> String {
    // At one place new lines come first, in their order; then what takes the longest piece away.
    cuts.sort_by_key(|(place, _)| (place.start, !place.is_empty(), std::cmp::Reverse(place.end)));
    let mut out = String::new();
    let mut at = body.start;
    for (place, piece) in cuts {
        if place.start < at {
            continue;
        }
        out.push_str(&text[at..place.start]);
        out.push_str(&piece);
        at = place.end;
    }
    out.push_str(&text[at..body.end]);
    out
}
