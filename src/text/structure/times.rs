//! Finds time marks, so that a fragment can be heard back: `[00:12:33]`, `#00:12:33-4#`, `(12:33)`, `00:12:33.500`,
//! `<00:12:33>`, and ranges as subtitle files have them. In goes a text, out come the marks in order.
//!
//! A clock time in speech is no mark ("om 12:33", "kwart over drie (15:15)"), nor is a duration in the header, a
//! ratio or a Bible verse. Bare minutes and seconds count only where something beside them says so: a speaker's name
//! on the same line (decided in [`super::turns`]), or a column of rising times that begins near zero.
//!
//! Every look around a digit is bounded, so the work is linear whatever the text.

use super::speaker_words::{BIBLE_BOOKS, CLOCK_WORDS, DURATION_FIELDS, first_word, last_word};
use crate::model::Span;

/// How many bytes before a time are read to see what it is.
const WINDOW: usize = 64;
/// A column of bare times is one only when it starts before this; a day's programme starts at breakfast.
const COLUMN_STARTS_BEFORE: u64 = 120_000;
/// And only when it has this many.
const COLUMN_AT_LEAST: usize = 3;

/// A time mark, or what becomes one beside a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    /// The mark with its brackets.
    pub(super) span: Span,
    /// Since the start of the recording.
    pub(super) milliseconds: u64,
    /// Whether it counts by itself.
    pub(super) standing: Standing,
}

/// Whether a mark counts by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// It is a time mark whatever stands beside it.
    Sure,
    /// It opens a line, so a column of such is one of time marks.
    OpensLine,
    /// It is one only as a part of a speaker label.
    NeedsName,
}

/// The mark that starts at byte `at`.
pub(super) fn starting_at(marks: &[Mark], at: usize) -> Option<&Mark> {
    let index = marks.partition_point(|mark| (mark.span.start as usize) < at);
    marks.get(index).filter(|mark| mark.span.start as usize == at)
}

/// All marks of `text` and what may be one, in order.
pub(super) fn find(text: &str) -> Vec<Mark> {
    let bytes = text.as_bytes();
    let mut marks: Vec<Mark> = Vec::new();
    let (mut at, mut floor) = (0, 0);
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        if let Some(mark) = mark_at(text, at, floor) {
            at = mark.span.end as usize;
            floor = at;
            marks.push(mark);
        } else {
            while bytes.get(at).is_some_and(u8::is_ascii_digit) {
                at += 1;
            }
        }
    }
    settle_column(&mut marks);
    marks
}

/// Takes bare times that open lines for marks when they rise from near zero.
fn settle_column(marks: &mut [Mark]) {
    let column: Vec<u64> =
        marks.iter().filter(|mark| mark.standing == Standing::OpensLine).map(|mark| mark.milliseconds).collect();
    let rises = column.is_sorted() && column.first().is_some_and(|first| *first < COLUMN_STARTS_BEFORE);
    if rises && column.len() >= COLUMN_AT_LEAST {
        for mark in marks.iter_mut().filter(|mark| mark.standing == Standing::OpensLine) {
            mark.standing = Standing::Sure;
        }
    }
}

/// A clock reading: digits with colons.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts about one reading")]
struct Clock {
    end: usize,
    milliseconds: u64,
    /// `h:mm:ss` rather than `mm:ss`.
    hours: bool,
    /// The hours are written with a leading zero, as no clock time in speech is: `00:12:33`.
    padded: bool,
    fraction: bool,
    /// A part has one digit where two are usual: `0:0:2.510`.
    ragged: bool,
}

/// Up to `most` digits from `at`: their value and how many.
fn digits(bytes: &[u8], at: usize, most: usize) -> Option<(u64, usize)> {
    let tail = bytes.get(at..)?;
    let count = tail.iter().take(most).take_while(|byte| byte.is_ascii_digit()).count();
    let value = tail[..count].iter().fold(0, |sum, byte| sum * 10 + u64::from(byte - b'0'));
    (count > 0).then_some((value, count))
}

/// Reads `12:33`, `1:02:03`, `00:12:33.500`, `00:12:33-4` (the tenths of transcription pedals).
fn clock(bytes: &[u8], at: usize) -> Option<Clock> {
    let colon = |at: usize| bytes.get(at) == Some(&b':');
    let (first, first_len) = digits(bytes, at, 3)?;
    let mut end = at + first_len;
    if !colon(end) {
        return None;
    }
    let (second, second_len) = digits(bytes, end + 1, 2)?;
    end += 1 + second_len;
    let mut seconds = first * 60 + second;
    let (mut hours, mut ragged) = (false, second_len < 2);
    if colon(end)
        && let Some((third, third_len)) = digits(bytes, end + 1, 2)
    {
        if second > 59 || first_len > 2 || third > 59 {
            return None;
        }
        end += 1 + third_len;
        (hours, ragged) = (true, ragged || third_len < 2);
        seconds = seconds * 60 + third;
    } else if second > 59 || ragged {
        return None;
    }
    let mut clock = Clock {
        end,
        milliseconds: seconds * 1000,
        hours,
        padded: hours && first_len == 2 && bytes[at] == b'0',
        fraction: false,
        ragged,
    };
    let tenths_follow = bytes.get(end) == Some(&b'-') && bytes.get(end + 2) == Some(&b'#');
    if (matches!(bytes.get(end), Some(b'.' | b',')) || tenths_follow)
        && let Some((value, len)) = digits(bytes, end + 1, 3)
    {
        let scale = [100, 10, 1][len - 1];
        clock.milliseconds += value * scale;
        clock.end += 1 + len;
        clock.fraction = true;
    }
    let after = bytes.get(clock.end);
    let runs_on = after == Some(&b':') && bytes.get(clock.end + 1).is_some_and(u8::is_ascii_digit);
    (!runs_on && !after.is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'/' | b'%' | b'@')))
        .then_some(clock)
}

/// The second clock of a range such as `00:12:33 --> 00:12:45`: where the range ends, and whether an arrow joins it.
fn range_end(text: &str, first: Clock) -> Option<(usize, bool)> {
    let rest = &text[first.end..];
    let spaced = rest.trim_start_matches([' ', '\t']);
    let joiner = ["-->", "→", "–", "—", "-"].into_iter().find(|joiner| spaced.starts_with(joiner))?;
    let tail = &spaced[joiner.len()..];
    let tail_start = text.len() - tail.trim_start_matches([' ', '\t']).len();
    if tail_start - first.end > 8 {
        return None;
    }
    let second = clock(text.as_bytes(), tail_start)?;
    (second.hours == first.hours && second.milliseconds >= first.milliseconds)
        .then_some((second.end, joiner == "-->" || joiner == "→"))
}

/// The mark whose digits start at `at`, if that is one; its opening bracket may not lie before `floor`.
fn mark_at(text: &str, at: usize, floor: usize) -> Option<Mark> {
    let bytes = text.as_bytes();
    let first = clock(bytes, at)?;
    if glued(text, at) {
        return None;
    }
    let (inner_end, arrow) = range_end(text, first).unwrap_or((first.end, false));
    if first.ragged && !arrow {
        return None;
    }
    let bracket = bracket_around(bytes, at, inner_end).filter(|(start, ..)| *start >= floor);
    let (start, end) = bracket.map_or((at, inner_end), |(start, end, _)| (start, end));
    let place = Place::of(text, start, end);
    let standing = match bracket.map(|(.., open)| open) {
        _ if place.after_verse && !first.hours => Standing::NeedsName,
        None if place.after_clock_word(first.hours) || place.is_duration || place.after_date => return None,
        Some(_) if place.is_duration => return None,
        None if arrow || (first.hours && (first.padded || first.fraction)) => Standing::Sure,
        None if first.hours && (place.opens_line || place.closes_line) => Standing::Sure,
        None if place.opens_line => Standing::OpensLine,
        Some(b'(') if !first.hours && !place.opens_line && place.speaks_of_clocks => return None,
        Some(_) => Standing::Sure,
        None => Standing::NeedsName,
    };
    Some(Mark { span: Span::new(start, end), milliseconds: first.milliseconds, standing })
}

/// Whether the digit at `at` is the tail of something longer: a word, an address, a date, a decimal.
fn glued(text: &str, at: usize) -> bool {
    let mut before = text[..at].chars().rev();
    match before.next() {
        Some(last) if last.is_alphanumeric() => true,
        Some('_' | '=' | '/' | '&' | '@' | '%' | '+' | ':' | '\\' | '€') => true,
        Some('.' | ',' | '-') => before.next().is_some_and(char::is_alphanumeric),
        None | Some(_) => false,
    }
}

/// The brackets directly around `at..end`, one space allowed inside: outer start, outer end, the opening one.
fn bracket_around(bytes: &[u8], at: usize, end: usize) -> Option<(usize, usize, u8)> {
    let is_space = |at: Option<usize>| at.and_then(|at| bytes.get(at)) == Some(&b' ');
    let open_at = if is_space(at.checked_sub(1)) { at.checked_sub(2)? } else { at.checked_sub(1)? };
    let close_at = if is_space(Some(end)) { end + 1 } else { end };
    let open = bytes[open_at];
    let close = match open {
        b'[' => b']',
        b'(' => b')',
        b'<' => b'>',
        b'{' => b'}',
        b'#' => b'#',
        _ => return None,
    };
    (bytes.get(close_at) == Some(&close)).then_some((open_at, close_at + 1, open))
}

/// What stands around a time.
#[expect(clippy::struct_excessive_bools, reason = "independent facts about one spot")]
struct Place {
    opens_line: bool,
    closes_line: bool,
    /// The line is a header field for a length: `Duur: 00:58:12`.
    is_duration: bool,
    /// A date stands before it: `12-03-2021 09:30:00`.
    after_date: bool,
    /// A Bible book stands before it: `Johannes (3:16)`.
    after_verse: bool,
    /// The words before it are about clock time: `kwart over negen (9:15)`.
    speaks_of_clocks: bool,
    after_om: bool,
    before_uur: bool,
}

impl Place {
    fn of(text: &str, start: usize, end: usize) -> Self {
        let window = &text[text.floor_char_boundary(start.saturating_sub(WINDOW))..start];
        let (before, whole) =
            window.rsplit_once('\n').map_or((window, window.len() == start), |(_, before)| (before, true));
        let tail = &text[end..text.floor_char_boundary(end.saturating_add(WINDOW).min(text.len()))];
        let (after, to_the_end) =
            tail.split_once('\n').map_or((tail, end + tail.len() == text.len()), |(after, _)| (after, true));
        let worded = before.chars().any(char::is_alphabetic);
        let last = if worded { last_word(before) } else { String::new() };
        let recent = worded && before.split_whitespace().rev().take(4).any(|word| CLOCK_WORDS.has(&first_word(word)));
        let date_word = before.split_whitespace().next_back().unwrap_or_default();
        let date_word = date_word.trim_matches([',', '(', ')']);
        let dated = date_word.chars().filter(char::is_ascii_digit).count() >= 4
            && date_word.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '/' | '.'));
        Self {
            opens_line: whole && !before.chars().any(char::is_alphanumeric),
            closes_line: to_the_end && !after.chars().any(char::is_alphanumeric),
            is_duration: whole && before.contains(':') && DURATION_FIELDS.has(&first_word(before)),
            after_date: dated,
            after_verse: BIBLE_BOOKS.has(&last),
            speaks_of_clocks: recent,
            after_om: matches!(last.as_str(), "om" | "rond" | "omstreeks" | "tegen" | "vanaf" | "rondom"),
            before_uur: first_word(after).starts_with("uur"),
        }
    }

    /// Whether a bare time here is one of the clock. With hours it is so only after "om" and the like.
    fn after_clock_word(&self, hours: bool) -> bool {
        self.after_om || self.before_uur || (!hours && self.speaks_of_clocks)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sure(text: &str) -> Vec<(&str, u64)> {
        let marks = find(text);
        let kept = marks.iter().filter(|mark| mark.standing == Standing::Sure);
        kept.map(|mark| (mark.span.of(text), mark.milliseconds)).collect()
    }

    #[test]
    fn marks_in_all_their_forms() {
        let cases: [(&str, &[(&str, u64)]); 16] = [
            ("[00:12:33] Ja.", &[("[00:12:33]", 753_000)]),
            ("zo'n dag #00:12:33-4# ’s avonds", &[("#00:12:33-4#", 753_400)]),
            ("Anna 🙂 (12:33) zei", &[("(12:33)", 753_000)]),
            ("en toen [12:33]", &[("[12:33]", 753_000)]),
            ("[72:05]", &[("[72:05]", 4_325_000)]),
            ("00:12:33.500", &[("00:12:33.500", 753_500)]),
            ("00:12:33,5 ja", &[("00:12:33,5", 753_500)]),
            ("<00:12:33> {00:12:34}", &[("<00:12:33>", 753_000), ("{00:12:34}", 754_000)]),
            ("[ 1:02:03 ]", &[("[ 1:02:03 ]", 3_723_000)]),
            ("00:00:01,000 --> 00:00:04,250", &[("00:00:01,000 --> 00:00:04,250", 1_000)]),
            ("0:0:0.0 --> 0:0:2.510", &[("0:0:0.0 --> 0:0:2.510", 0)]),
            ("[00:12:33 - 00:12:45]", &[("[00:12:33 - 00:12:45]", 753_000)]),
            ("[onverstaanbaar 00:12:33] ja", &[("00:12:33", 753_000)]),
            ("cafe\u{301} [00:00:01]", &[("[00:00:01]", 1_000)]),
            ("0:03\nhoi\n0:05\nja\n0:09\nnee", &[("0:03", 3_000), ("0:05", 5_000), ("0:09", 9_000)]),
            ("0:03\r\nhoi [0:04]\r\n", &[("[0:04]", 4_000)]),
        ];
        for (text, expected) in cases {
            assert_eq!(sure(text), expected, "{text:?}");
        }
    }

    #[test]
    fn what_is_no_mark() {
        let cases = [
            "om 12:33 ging de bel",
            "kwart over 3, 15:15 ofzo",
            "(om 12:33 gebeld)",
            "de bus van kwart over negen (9:15) was weg",
            "Duur: 00:58:12",
            "Totale duur van de opname: 1:02:13",
            "Datum: 12-03-2021 09:30:00",
            "Joh. 3:16",
            "Johannes (3:16)",
            "2:1, 10:15, schaal 1:50",
            "http://voorbeeld.nl:8080/12:33:10",
            "00:12:33:44:55:66",
            "hij liep hem in 2:15:30 geloof ik",
            "tussen 12:33 en 13:00 uur",
            "08:30 inloop\n10:15 koffie\n12:00 lunch",
            "[12:75] [3:6]",
            "v1:20:30",
        ];
        for text in cases {
            assert_eq!(sure(text), [], "{text:?}");
        }
    }
}
