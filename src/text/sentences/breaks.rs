//! What a line break means. A blank line parts paragraphs. A single line break is a blank in text that was wrapped to a
//! width; it ends a sentence before a speaker's label, a time mark, an item of a list or a heading, behind a heading,
//! and behind a line that is too short or too long to have been wrapped, when a capital follows.

use super::openers;

/// A line shorter than this was ended on purpose, in bytes.
const SHORT: usize = 45;

/// A line longer than this was never wrapped, in bytes.
const LONG: usize = 120;

/// A speaker's label is no longer than this, in bytes.
const LONGEST_LABEL: usize = 40;

/// What a line break does to the sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Break {
    /// The sentence goes on in the next line.
    Wrapped,
    /// The next line begins a new one.
    New,
    /// A blank line, which ends the paragraph.
    Blank,
}

/// The white space around a line break.
pub(super) struct LineBreak {
    pub(super) kind: Break,
    /// One past the white space.
    pub(super) end: usize,
    /// Where the line begins that holds `end`.
    pub(super) next_line: usize,
}

/// Characters that end a line, a page or a paragraph.
pub(super) fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\x0c' | '\u{2028}' | '\u{2029}')
}

/// Reads the white space from the line end at `at` on; `line` is where the line before it begins.
pub(super) fn read(text: &str, line: usize, at: usize) -> LineBreak {
    let rest = &text[at..];
    let end = text.len() - rest.trim_start().len();
    let space = &text[at..end];
    let next_line = at + space.char_indices().rfind(|(_, c)| is_line_end(*c)).map_or(0, |(at, c)| at + c.len_utf8());
    let blank = space.chars().filter(|c| is_line_end(*c)).count() > 1 || space.contains(['\x0c', '\u{2029}']);
    let kind = match (&text[line..at], &text[end..]) {
        _ if blank => Break::Blank,
        (before, after) if parts(before.trim(), after) => Break::New,
        _ => Break::Wrapped,
    };
    LineBreak { kind, end, next_line }
}

/// Whether a new sentence begins with the line `after`, going by the two lines.
fn parts(before: &str, after: &str) -> bool {
    let after = &after[..after.floor_char_boundary(2 * LONGEST_LABEL)];
    let after = after.split(is_line_end).next().unwrap_or_default();
    if is_label(before) || is_time_mark(before) {
        return false;
    }
    if before.starts_with('#') || begins_item(after) || label_end(after).is_some() || time_mark_end(after).is_some() {
        return true;
    }
    let (Some(last), Some(first)) =
        (before.chars().next_back(), after.chars().find(|c| !super::quotes::is_opening(*c)))
    else {
        return false;
    };
    let on_purpose = before.len() < SHORT || before.len() > LONG;
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    // A mark at the end of the line was judged already; a comma, a hyphen or `de` goes on.
    let goes_on = !(last.is_alphanumeric() || matches!(last, ')' | ']' | '"' | '”' | '»')) || openers::is_opener(word);
    on_purpose && !goes_on && first.is_uppercase()
}

/// A heading, a bullet, a dash or a number: `# Thuis`, `- brood`, `2. Werk`, `b) rust`.
fn begins_item(line: &str) -> bool {
    let rest = line.trim_start_matches(['#', '-', '–', '—', '•', '*', '·', '>', '▪', '●', '○']);
    if rest.len() < line.len() {
        return rest.starts_with([' ', '\t']);
    }
    let number = line.bytes().take_while(u8::is_ascii_digit).count();
    let count = if number > 0 { number } else { usize::from(line.starts_with(|c: char| c.is_ascii_lowercase())) };
    let mark = &line[count..];
    (1..=3).contains(&count) && (mark.starts_with(") ") || (number > 0 && mark.starts_with(". ")))
}

fn is_label(line: &str) -> bool {
    label_end(line) == Some(line.len())
}

fn is_time_mark(line: &str) -> bool {
    time_mark_end(line) == Some(line.len())
}

/// The byte behind a speaker's label at the start of a line: `R:`, `Interviewer 2:`, `[00:12] Anna de Wit:`.
fn label_end(line: &str) -> Option<usize> {
    let mark = time_mark_end(line).unwrap_or(0);
    let rest = line[mark..].trim_start();
    let before = line.len() - rest.len();
    let colon = rest.bytes().take(LONGEST_LABEL).position(|byte| byte == b':')?;
    let name = rest.get(..colon)?.trim_matches(['*', '_', '[', ']', ' ']);
    let behind = rest[colon + 1..].trim_start_matches(['*', '_']);
    let mut words = name.split([' ', '-', '(', ')']).filter(|word| !word.is_empty());
    let named = |word: &str| {
        word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            || ["de", "van", "der", "den", "het", "en", "'t", "ter", "ten"].contains(&word)
    };
    let first = words.next()?;
    let opens = first.starts_with(char::is_uppercase) || (first.len() == 1 && first.len() == name.len());
    let is_name = opens && words.clone().count() < 4 && words.all(named);
    (is_name && (behind.is_empty() || behind.starts_with(char::is_whitespace)))
        .then_some(before + colon + 1 + (rest.len() - colon - 1 - behind.len()))
}

/// The byte behind a time mark at the start of a line: `[00:12:33]`, `(1:05)`, `0:12`, `00:01:02.300`.
fn time_mark_end(line: &str) -> Option<usize> {
    let rest = line.trim_start_matches(['[', '(', '<', '#']);
    let bare = rest.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | ','));
    let mark = &rest[..rest.len() - bare.len()];
    let parts = mark.split(':').filter(|part| part.starts_with(|c: char| c.is_ascii_digit())).count();
    let behind = bare.trim_start_matches([']', ')', '>', '#']);
    let alone = behind.is_empty() || behind.starts_with(char::is_whitespace);
    (alone && parts == mark.split(':').count() && (2..=3).contains(&parts)).then_some(line.len() - behind.len())
}
