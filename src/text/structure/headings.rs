//! Finds the headings of a text: those a document marks as such, and `# …` in plain text. Where nobody speaks, as in a
//! report, numbered ones (`2.7 Taakverdeling`) count too; in a talk they would end turns on a guess.

use super::lines::Lines;
use crate::model::{Heading, Span};

/// A numbered heading is no longer than this many bytes.
const LONGEST: usize = 90;

/// The headings that are marked, in order. `hints` are those of the document.
pub(super) fn marked(lines: &Lines, hints: &[Heading]) -> Vec<Heading> {
    let fits = |heading: &&Heading| {
        Span::within(lines.text, heading.span.start as usize, heading.span.end as usize).is_some()
            && !heading.span.of(lines.text).trim().is_empty()
    };
    let mut headings: Vec<Heading> = hints.iter().filter(fits).copied().collect();
    headings.extend((0..lines.count()).filter_map(|index| markdown(lines, index)));
    headings.sort_by_key(|heading| (heading.span.start, heading.span.end));
    headings.dedup_by(|later, earlier| later.span.start < earlier.span.end);
    headings
}

/// `## Titel`, and `Titel` underlined with `=`.
fn markdown(lines: &Lines, index: usize) -> Option<Heading> {
    let content = lines.content(index);
    let line = &lines.text[content.clone()];
    let hashes = line.bytes().take(7).take_while(|byte| *byte == b'#').count();
    if hashes == 0 {
        let under = lines.words(index + 1);
        let underlined = under.len() >= 3 && under.bytes().all(|byte| byte == b'=');
        let ruled = line.bytes().all(|byte| byte == b'=');
        return (underlined && !ruled && !line.is_empty()).then(|| heading(lines, content.start, line, 1)).flatten();
    }
    let words = &line[hashes..];
    if hashes > 6 || !words.starts_with([' ', '\t']) {
        return None;
    }
    let level = u8::try_from(hashes).ok()?;
    heading(lines, content.start + hashes, words, level)
}

/// The heading of `words` at `start`, without markup around it.
fn heading(lines: &Lines, start: usize, words: &str, level: u8) -> Option<Heading> {
    let markup = [' ', '\t', '*', '_', '#'];
    let kept = words.trim_start_matches(markup);
    let start = start + words.len() - kept.len();
    let span = Span::within(lines.text, start, start + kept.trim_end_matches(markup).len())?;
    (!span.is_empty()).then_some(Heading { span, level })
}

/// `2.7 Taakverdeling` and `Hoofdstuk 3 …` on a line of their own between blank ones.
pub(super) fn numbered(lines: &Lines) -> Vec<Heading> {
    (0..lines.count())
        .filter_map(|index| {
            let content = lines.content(index);
            let line = &lines.text[content.clone()];
            if line.is_empty()
                || line.len() > LONGEST
                || line.ends_with(['.', ',', ';', ':', '?'])
                || line.contains('\t')
            {
                return None;
            }
            let (number, words) = line.split_once(' ')?;
            let words = words.trim_start();
            let parts: Vec<&str> = number.trim_end_matches('.').split('.').collect();
            let counts = |part: &&str| matches!(part.len(), 1 | 2) && part.bytes().all(|byte| byte.is_ascii_digit());
            let level = match parts.len() {
                2..=4 if parts.iter().all(counts) && words.starts_with(char::is_uppercase) => parts.len(),
                1 if number == "Hoofdstuk" && is_chapter(words) => 1,
                _ => return None,
            };
            let from_contents = words.ends_with(|c: char| c.is_ascii_digit()) && level > 1;
            let apart = (index == 0 || lines.is_blank(index - 1)) && lines.is_blank(index + 1);
            let level = u8::try_from(level).ok()?;
            (!from_contents && apart).then(|| Heading { span: Span::new(content.start, content.end), level })
        })
        .collect()
}

/// `3`, `3. Methode`, `3 Methode`; not `3 bespreekt de uitkomsten`.
fn is_chapter(words: &str) -> bool {
    let title = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let title_start = title.trim_start_matches(['.', ':', ' ', '–', '-']);
    title.len() < words.len() && (title.is_empty() || title_start.starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, u8)> {
        let lines = Lines::of(text);
        let mut headings = marked(&lines, &[]);
        headings.extend(numbered(&lines));
        headings.iter().map(|heading| (heading.span.of(text), heading.level)).collect()
    }

    #[test]
    fn headings_without_their_markup() {
        let cases: [(&str, &[(&str, u8)]); 7] = [
            ("# Kop\ntekst", &[("Kop", 1)]),
            ("### **’s Avonds** ##\n", &[("’s Avonds", 3)]),
            ("Café\n====\n", &[("Café", 1)]),
            ("a\n\n2.7 Taakverdeling\n\nb", &[("2.7 Taakverdeling", 2)]),
            ("Hoofdstuk 3 Methode\n\nb", &[("Hoofdstuk 3 Methode", 1)]),
            ("#geen kop\n####### ook niet\n#\n", &[]),
            ("2.1 Aantal registraties .....5\n\nHoofdstuk 4 bespreekt dat\n\n1. een punt\n\n2.7 kinderen", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(found(text), expected, "{text:?}");
        }
    }

    #[test]
    fn hints_outside_the_text_are_ignored() {
        let text = "zoë";
        let hint = |start, end| Heading { span: Span::new(start, end), level: 2 };
        let lines = Lines::of(text);
        assert_eq!(marked(&lines, &[hint(0, 3), hint(2, 90), hint(0, 4)]), [hint(0, 4)]);
    }
}
