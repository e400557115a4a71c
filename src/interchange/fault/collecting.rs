//! Wrong places on their way to a message: collected by their offset while a file is read, given their line, column and
//! the line's own words at the end.

use super::{FileFault, Problem};

/// More wrong places than this are not collected: nobody reads on, and a wrong file has one at every line.
const MOST_FAULTS: usize = 1_000;

/// Longest piece of a wrong line that is shown, in characters.
const LONGEST_LINE: usize = 160;

/// Collects wrong places by their offset in a text, and turns them into faults at the end, in the order of the file.
#[derive(Debug)]
pub(in crate::interchange) struct Faults<'t> {
    text: &'t str,
    found: Vec<(usize, Problem)>,
}

impl<'t> Faults<'t> {
    pub(in crate::interchange) fn new(text: &'t str) -> Self {
        Self { text, found: Vec::new() }
    }

    pub(in crate::interchange) fn add(&mut self, offset: usize, problem: Problem) {
        if self.found.len() < MOST_FAULTS {
            self.found.push((offset, problem));
        }
    }

    pub(in crate::interchange) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Whether finding near names is still worth its time: it compares with every known name, and nobody reads the
    /// twentieth proposal.
    pub(in crate::interchange) fn few(&self) -> bool {
        self.found.len() < 10
    }

    /// The value when nothing was wrong, else all that was.
    pub(in crate::interchange) fn check<T>(mut self, value: T) -> Result<T, Vec<FileFault>> {
        if self.found.is_empty() {
            return Ok(value);
        }
        self.found.sort_by_key(|(offset, _)| *offset);
        let lines = Lines::new(self.text);
        Err(self.found.into_iter().map(|(offset, problem)| lines.fault(offset, problem)).collect())
    }
}

/// A fault of the file as a whole.
pub(in crate::interchange) fn whole_file(problem: Problem) -> Vec<FileFault> {
    vec![FileFault { line: 1, column: None, text: String::new(), problem }]
}

/// The lines of a text by offset. A line ends with `\n`, `\r\n` or a lone `\r`.
pub(in crate::interchange) struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    pub(in crate::interchange) fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let ends = (0..bytes.len()).filter(|&at| match bytes[at] {
            b'\n' => true,
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        });
        Self { text, starts: std::iter::once(0).chain(ends.map(|at| at + 1)).collect() }
    }

    /// 1-based line that holds an offset.
    pub(in crate::interchange) fn line_of(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset)
    }

    fn fault(&self, offset: usize, problem: Problem) -> FileFault {
        let line = self.line_of(offset);
        let start = self.starts[line - 1];
        let end = self.starts.get(line).copied().unwrap_or(self.text.len());
        let full = self.text[start..end].trim_end_matches(['\r', '\n']);
        let before = self.text.get(start..offset).map_or(0, |before| before.chars().count());
        FileFault { line, column: Some(before + 1), text: shorten(full, before), problem }
    }
}

/// At most 160 characters of a line, with the place at `column` (0-based) in sight; an ellipsis stands for the rest.
fn shorten(line: &str, column: usize) -> String {
    let length = line.chars().count();
    if length <= LONGEST_LINE {
        return line.to_owned();
    }
    let room = LONGEST_LINE - 2;
    let from = column.saturating_sub(room / 2).min(length - room);
    let to = from + room;
    let mut shown = String::new();
    if from > 0 {
        shown.push('…');
    }
    shown.extend(line.chars().skip(from).take(room));
    if to < length {
        shown.push('…');
    }
    shown
}

/// A name or value for a message: its beginning when it is long.
pub(in crate::interchange) fn shown(value: &str) -> String {
    const LONGEST: usize = 80;
    match value.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &value[..end]),
        None => value.to_owned(),
    }
}

/// A fault as tests of the readers compare it: line, column, problem.
#[cfg(test)]
pub(in crate::interchange) type Found = (usize, usize, Problem);

/// Lines, columns and problems of the faults that a reader names.
#[cfg(test)]
pub(in crate::interchange) fn found<T>(read: Result<T, Vec<FileFault>>) -> Vec<Found> {
    let faults = read.err().unwrap_or_default();
    faults.into_iter().map(|fault| (fault.line, fault.column.unwrap_or_default(), fault.problem)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_knows_its_line_and_column() {
        let text = "één\r\nzo'n 👍 dag\rlaatste\n";
        for (offset, line, column, shown) in [
            (0, 1, 1, "één"),
            ("één\r\nzo'n 👍 ".len(), 2, 8, "zo'n 👍 dag"),
            ("één\r\nzo'n 👍 dag\rl".len(), 3, 2, "laatste"),
            (text.len(), 4, 1, ""),
        ] {
            let fault = Lines::new(text).fault(offset, Problem::Empty);
            assert_eq!((fault.line, fault.column, fault.text.as_str()), (line, Some(column), shown));
        }
    }

    #[test]
    fn a_long_line_is_shown_around_the_column() {
        let line: String = (0..1_000).map(|at| if at == 500 { '👍' } else { 'ë' }).collect();
        for (column, sees) in [(0, false), (500, true), (999, false)] {
            let short = shorten(&line, column);
            assert!(short.chars().count() <= LONGEST_LINE, "{column}");
            assert_eq!(short.contains('👍'), sees, "{column}");
            assert!(short.contains('…'));
        }
        assert_eq!(shorten("zo'n dag", 3), "zo'n dag");
    }

    #[test]
    fn faults_come_in_the_order_of_the_file_and_are_bounded() {
        let text = "a\n".repeat(5_000);
        let mut faults = Faults::new(&text);
        for at in (0..5_000).rev() {
            faults.add(at * 2, Problem::Empty);
        }
        let found = faults.check(()).expect_err("there are faults");
        assert_eq!(found.len(), MOST_FAULTS);
        assert!(found.is_sorted_by_key(|fault| fault.line));
    }
}
