//! A place in a line, shown by marks in a line below it, as for a bracket that is not closed. Places are counted in
//! code points; a letter with a separate accent takes one column, and letters of double width are not allowed for.

use super::phrases::harmless;
use crate::interchange::FileFault;
use crate::model::PointSpan;
use unicode_normalization::char::is_combining_mark;

/// Longest piece of a line that is shown, in code points.
const LONGEST: usize = 100;

/// Code points shown before the place when the line is long.
const BEFORE: usize = 40;

/// The reader of a file shortens a long line to so many characters around the fault, an ellipsis at either end.
const SHORTENED_TO: usize = 160;

/// A query, with marks under a place in it.
pub(super) fn query(query: &str, place: PointSpan) -> Vec<String> {
    marked(query, place.start as usize, place.end as usize)
}

/// The line of a fault, with a mark under its column; nothing when the fault is the whole file's.
pub(super) fn line(fault: &FileFault) -> Vec<String> {
    if fault.text.trim().is_empty() {
        return Vec::new();
    }
    match column(fault) {
        Some(column) => marked(&fault.text, column, column + 1),
        None => vec![fault.text.chars().map(harmless).collect()],
    }
}

/// Where the column stands in the piece of the line that is shown, counted from 0.
fn column(fault: &FileFault) -> Option<usize> {
    let column = fault.column?.checked_sub(1)?;
    let length = fault.text.chars().count();
    let cut = |piece: bool| piece && length >= SHORTENED_TO - 1;
    match (cut(fault.text.starts_with('…')), cut(fault.text.ends_with('…'))) {
        (false, _) => (column <= length).then_some(column),
        // Cut at both ends, the place is in the middle.
        (true, true) => Some(SHORTENED_TO / 2),
        // How long the whole line was is not known.
        (true, false) => None,
    }
}

/// A line with marks under the code points from `start` to `end`, at least one; a long line is shown around them.
fn marked(text: &str, start: usize, end: usize) -> Vec<String> {
    let letters: Vec<char> = text.chars().map(harmless).collect();
    let from = if letters.len() <= LONGEST { 0 } else { start.saturating_sub(BEFORE).min(letters.len() - LONGEST) };
    let to = letters.len().min(from + LONGEST);
    let mut shown = String::new();
    if from > 0 {
        shown.push('…');
    }
    shown.extend(&letters[from..to]);
    if to < letters.len() {
        shown.push('…');
    }
    let width = |from: usize, to: usize| {
        let piece = letters.get(from..to.min(letters.len())).unwrap_or_default();
        piece.iter().filter(|letter| !is_combining_mark(**letter)).count()
    };
    let blank = usize::from(from > 0) + width(from, start.clamp(from, to));
    let marks = width(start, end.min(to)).max(1);
    vec![shown, format!("{}{}", " ".repeat(blank), "^".repeat(marks))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interchange::Problem;

    #[test]
    fn marks_stand_under_the_place() {
        for (text, start, end, marks) in [
            ("schaamte OF", 9, 11, "         ^^"),
            ("(zo'n 👍 dag", 0, 1, "^"),
            ("'t café\t(x", 8, 9, "        ^"),
            ("caf\u{65}\u{301} OF", 6, 8, "     ^^"),
            ("", 0, 0, "^"),
            ("a", 5, 9, " ^"),
        ] {
            assert_eq!(marked(text, start, end)[1], marks, "{text}");
        }
        assert_eq!(marked("a\tb\u{1b}", 0, 1)[0], "a b\u{FFFD}");
    }

    #[test]
    fn a_long_line_is_shown_around_the_place() {
        let text: String = (0..1000).map(|at| if at == 700 { '(' } else { 'ë' }).collect();
        for place in [0, 3, 500, 700, 960, 999] {
            let picture = marked(&text, place, place + 1);
            let under = picture[1].chars().count() - 1;
            let letter = picture[0].chars().nth(under);
            assert_eq!(letter, Some(if place == 700 { '(' } else { 'ë' }), "{place}");
            assert!(picture[0].chars().count() <= LONGEST + 2);
        }
    }

    #[test]
    fn the_column_of_a_fault_is_found_in_the_piece_that_is_shown() {
        let long = "ë".repeat(158);
        for (text, column, under) in [
            ("name = \"zo'n\"".to_owned(), Some(8), Some(7)),
            (format!("{long}a…"), Some(3), Some(2)),
            (format!("…{long}…"), Some(400), Some(80)),
            (format!("…{long}"), Some(400), None),
            ("… al goed".to_owned(), Some(1), Some(0)),
            ("kort".to_owned(), None, None),
            ("kort".to_owned(), Some(90), None),
        ] {
            let fault = FileFault { line: 3, column, text, problem: Problem::Empty };
            assert_eq!(super::column(&fault), under, "{fault}");
        }
    }
}
