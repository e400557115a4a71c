//! Markdown files (`.md`): the text stays exactly as typed, marks included, in canonical form. Headings (`# …`, and a
//! line underlined with `===` or `---`) and `**bold**` words become hints, so that a transcript with bold names falls
//! into turns; nothing else of Markdown is interpreted.
//!
//! Two departures from `CommonMark`, both because transcripts are not web pages: only a paragraph of one line becomes
//! an underlined heading, and bold stays within a line. Front matter and code blocks give no hints.

use super::{Reading, Unreadable, plain};
use crate::model::{Heading, Span};
use crate::text::hints::Hints;

/// Reads a Markdown file.
pub(super) fn read(bytes: &[u8]) -> Result<Reading, Unreadable> {
    let mut reading = plain::read(bytes)?;
    reading.hints = hints(&reading.text);
    Ok(reading)
}

/// A line: its words without white space at the edges, where they start, and how far the line is indented.
#[derive(Clone, Copy)]
struct Line<'a> {
    words: &'a str,
    at: usize,
    indent: usize,
}

impl Line<'_> {
    fn span(self) -> Span {
        Span::new(self.at, self.at + self.words.len())
    }
}

fn hints(text: &str) -> Hints {
    let lines = lines(text);
    let mut hints = Hints::default();
    let mut fence: Option<&str> = None;
    for (index, line) in lines.iter().enumerate().skip(front_matter(&lines)) {
        if let Some(open) = fence {
            if line.words.starts_with(open) {
                fence = None;
            }
            continue;
        }
        fence = ["```", "~~~"].into_iter().find(|mark| line.words.starts_with(mark) && line.indent < 4);
        if fence.is_some() {
            continue;
        }
        bold(*line, &mut hints.bold);
        let heading = hashed(*line).or_else(|| underlined(&lines, index));
        hints.headings.extend(heading);
    }
    hints
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    let mut lines = Vec::new();
    for line in text.split('\n') {
        let indent = line.len() - line.trim_start().len();
        lines.push(Line { words: line.trim(), at: start + indent, indent });
        start += line.len() + 1;
    }
    lines
}

/// How many lines the block of properties at the start takes, which some editors put between two `---`.
fn front_matter(lines: &[Line<'_>]) -> usize {
    let opens = lines.first().is_some_and(|line| line.words == "---" && line.indent == 0);
    let close = lines.iter().skip(1).position(|line| matches!(line.words, "---" | "..."));
    let is_property =
        |line: &Line<'_>| line.words.is_empty() || line.words.contains(':') || line.words.starts_with(['-', '#']);
    match close {
        Some(inside) if opens && lines[1..=inside].iter().all(is_property) => inside + 2,
        _ => 0,
    }
}

/// `## Heading ##`
fn hashed(line: Line<'_>) -> Option<Heading> {
    let level = line.words.bytes().take_while(|byte| *byte == b'#').count();
    let rest = line.words.get(level..)?;
    if line.indent > 3 || !(1..=6).contains(&level) || !rest.starts_with([' ', '\t']) {
        return None;
    }
    let closed = rest.trim_end_matches('#');
    let words = if closed.ends_with([' ', '\t']) { closed.trim() } else { rest.trim() };
    let at = line.at + level + (rest.len() - rest.trim_start().len());
    let level = u8::try_from(level).ok()?;
    (!words.is_empty()).then(|| Heading { span: Span::new(at, at + words.len()), level })
}

/// The line, when it is alone in its paragraph and the next line underlines it.
fn underlined(lines: &[Line<'_>], index: usize) -> Option<Heading> {
    let (line, next) = (lines.get(index)?, lines.get(index + 1)?);
    let alone = index == 0 || lines.get(index - 1).is_some_and(|before| before.words.is_empty());
    let is_rule = |line: &Line<'_>, mark| !line.words.is_empty() && line.words.chars().all(|letter| letter == mark);
    let is_block =
        line.words.starts_with(['>', '#', '|']) || ["- ", "* ", "+ "].iter().any(|mark| line.words.starts_with(mark));
    if line.words.is_empty() || !alone || is_block || line.indent > 3 || next.indent > 3 || is_rule(line, '-') {
        return None;
    }
    let level = if is_rule(next, '=') {
        1
    } else if is_rule(next, '-') {
        2
    } else {
        return None;
    };
    Some(Heading { span: line.span(), level })
}

/// The words between `**` and `**`, or `__` and `__` at the edges of words.
fn bold(line: Line<'_>, found: &mut Vec<Span>) {
    let mut open: Option<(char, usize)> = None;
    let mut letters = line.words.char_indices().peekable();
    let mut before = ' ';
    while let Some((at, letter)) = letters.next() {
        if letter == '\\' {
            before = letters.next().map_or(letter, |(_, escaped)| escaped);
            continue;
        }
        if !matches!(letter, '*' | '_') {
            before = letter;
            continue;
        }
        let mut end = at + 1;
        while letters.next_if(|(_, next)| *next == letter).is_some() {
            end += 1;
        }
        let after = letters.peek().map_or(' ', |(_, next)| *next);
        let inside_word = letter == '_' && before.is_alphanumeric() && after.is_alphanumeric();
        if end - at >= 2 && !inside_word {
            match open {
                Some((mark, start)) if mark == letter && !before.is_whitespace() => {
                    if start < at {
                        found.push(Span::new(line.at + start, line.at + at));
                    }
                    open = None;
                }
                // White space before it: this opens anew, and what stood open was no mark (2**3).
                Some((mark, _)) if mark == letter && !after.is_whitespace() => open = Some((letter, end)),
                None if !after.is_whitespace() => open = Some((letter, end)),
                Some(_) | None => {}
            }
        }
        before = letter;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headings(text: &str) -> Vec<(&str, u8)> {
        hints(text).headings.iter().map(|heading| (heading.span.of(text), heading.level)).collect()
    }

    #[test]
    fn headings_of_both_kinds() {
        let cases: [(&str, &[(&str, u8)]); 20] = [
            ("# Gesprek één", &[("Gesprek één", 1)]),
            ("ja\n## ’s Avonds ##\nnee", &[("’s Avonds", 2)]),
            ("   ###\tZo'n dag #1", &[("Zo'n dag #1", 3)]),
            ("## C#", &[("C#", 2)]),
            ("####### zeven", &[]),
            ("#hashtag", &[]),
            ("#", &[]),
            ("# ", &[]),
            ("    # ingesprongen", &[]),
            ("Titel\n===\n\nAnna: ja", &[("Titel", 1)]),
            ("Deel 👍\n-", &[("Deel 👍", 2)]),
            ("Anna: ja\nRiek: nee\n---", &[]),
            ("\n---\n\nAnna: ja", &[]),
            ("- punt\n---", &[]),
            ("# Kop\n---", &[("Kop", 1)]),
            ("```\n# geen kop\n```\n# kop", &[("kop", 1)]),
            ("---\ntitle: Riek\n---\n# kop", &[("kop", 1)]),
            ("---\nzomaar een zin\n---\n# kop", &[("kop", 1)]),
            ("Kop\n=== ==", &[]),
            ("", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(headings(text), expected, "{text:?}");
        }
    }

    #[test]
    fn bold_words_without_their_marks() {
        let cases: [(&str, &[&str]); 16] = [
            ("**Anna:** zo'n dag", &["Anna:"]),
            ("__Joël__: ’s avonds **heel** laat", &["Joël", "heel"]),
            ("***Riek***", &["Riek"]),
            ("a **b\nc** d", &[]),
            ("*cursief* en _ook_", &[]),
            ("2 ** 3 ** 4", &[]),
            ("2**3 is acht, zei **Anna**", &["Anna"]),
            ("snake__case__naam", &[]),
            ("\\**geen\\**", &[]),
            ("**open", &[]),
            ("**a\\ ** b", &[]),
            ("****", &[]),
            ("**a __b__ c**", &["a __b__ c"]),
            ("## **Kop**", &["Kop"]),
            ("**👍**", &["👍"]),
            ("```\n**code**\n```", &[]),
        ];
        for (text, expected) in cases {
            let found: Vec<&str> = hints(text).bold.iter().map(|span| span.of(text)).collect();
            assert_eq!(found, expected, "{text:?}");
        }
    }

    #[test]
    fn the_text_stays_as_typed_and_spans_fit_it() {
        let reading = read("\u{FEFF}# Joe\u{308}l\r\n\r\n**Ide\u{308}e** :  ja\r\n".as_bytes()).expect("it is text");
        assert_eq!(reading.text, "# Joël\n\n**Idëe** :  ja\n");
        assert_eq!(reading.hints.headings, [Heading { span: Span::new(2, 7), level: 1 }]);
        assert_eq!(reading.hints.bold, [Span::new(11, 16)]);
        assert_eq!(reading.hints.paragraphs, []);
    }
}
