//! The small parts of sentences that are the same in every language of the program: names and passages between
//! quotation marks, counts with thin spaces, arguments as a shell takes them. What people wrote is shown as they wrote
//! it, but can never steer a terminal: control characters become spaces.

use unicode_segmentation::UnicodeSegmentation;

/// Longest piece of an interview in a message, in characters as a reader counts them.
const LONGEST_PASSAGE: usize = 120;

/// More lines of one kind than this are not shown: nobody reads on.
const MOST_LINES: usize = 20;

/// A name between quotation marks.
pub(super) fn name(name: &str) -> String {
    format!("‘{}’", shortened(name, crate::model::LONGEST_NAME))
}

/// Words of an interview between quotation marks, or their beginning.
pub(super) fn passage(words: &str) -> String {
    format!("“{}”", shortened(words, LONGEST_PASSAGE))
}

/// The text on one line, without what could steer a terminal, and at most `most` characters long.
pub(super) fn shortened(text: &str, most: usize) -> String {
    let mut shown = String::new();
    let mut rest = text.split_whitespace().flat_map(|word| [" ", word]).skip(1).flat_map(|word| word.graphemes(true));
    for _ in 0..most {
        match rest.next() {
            Some(letter) => shown.extend(letter.chars().map(harmless)),
            None => return shown,
        }
    }
    if rest.next().is_some() {
        shown.truncate(shown.trim_end().len());
        shown.push('…');
    }
    shown
}

/// The character, or a stand-in for one that steers a terminal or turns the direction of writing round.
pub(super) fn harmless(c: char) -> char {
    let turns = matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    if c.is_whitespace() {
        ' '
    } else if c.is_control() || turns {
        '\u{FFFD}'
    } else {
        c
    }
}

/// A name as an argument of a command that a person can copy.
pub(super) fn argument(name: &str) -> String {
    let name = shortened(name, crate::model::LONGEST_NAME);
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | ':');
    if !name.is_empty() && name.chars().all(plain) && !name.starts_with('-') {
        name
    } else if name.contains(['"', '$', '`', '\\', '!']) {
        format!("'{}'", name.replace('\'', "'\\''"))
    } else {
        format!("\"{name}\"")
    }
}

/// A clause as a sentence: with a capital and a full stop.
pub(super) fn sentence(clause: &str) -> String {
    let mut letters = clause.chars();
    let mut sentence: String =
        letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default();
    if !sentence.ends_with(['.', '?', ':', '…']) {
        sentence.push('.');
    }
    sentence
}

/// A whole number, with a thin space between thousands.
pub(super) fn count(count: usize) -> String {
    let digits = count.to_string();
    let mut written = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            written.push('\u{202F}');
        }
        written.push(digit);
    }
    written
}

/// A number with decimals, marked as the language does.
pub(super) fn decimal(value: f64, decimals: usize, mark: char) -> String {
    let plain = format!("{:.decimals$}", value.abs());
    let (whole, rest) = plain.split_once('.').unwrap_or((&plain, ""));
    let sign = if value < 0.0 && plain.contains(|c: char| matches!(c, '1'..='9')) { "-" } else { "" };
    let whole = whole.parse().map_or_else(|_| whole.to_owned(), count);
    if rest.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}{mark}{rest}") }
}

/// A count with its noun.
pub(super) fn counted(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", count(number), if number == 1 { one } else { many })
}

/// Several things in a sentence: `a, b en c`.
pub(super) fn listed<S: AsRef<str>>(things: &[S], last: &str) -> String {
    match things {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., end] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} {last} {}", first.join(", "), end.as_ref())
        }
    }
}

/// Several names in a sentence, each between quotation marks.
pub(super) fn names<S: AsRef<str>>(all: &[S], last: &str) -> String {
    let quoted: Vec<String> = all.iter().map(|one| name(one.as_ref())).collect();
    listed(&quoted, last)
}

/// The first twenty lines, and a word on the rest.
pub(super) fn at_most<L>(all: &[L], line: impl FnMut(&L) -> Vec<String>, more: impl Fn(&str) -> String) -> Vec<String> {
    let mut lines: Vec<String> = all.iter().take(MOST_LINES).flat_map(line).collect();
    if all.len() > MOST_LINES {
        lines.push(more(&count(all.len() - MOST_LINES)));
    }
    lines
}

/// Adds a hint once.
pub(super) fn once(hints: &mut Vec<String>, hint: Option<String>) {
    if let Some(hint) = hint
        && !hints.contains(&hint)
    {
        hints.push(hint);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_wrote_is_shown_on_one_line_and_harmless() {
        for (written, shown) in [
            ("zo'n dag", "‘zo'n dag’"),
            ("’s avonds", "‘’s avonds’"),
            ("  twee\r\n regels\t", "‘twee regels’"),
            ("rood\u{1b}[31m", "‘rood\u{FFFD}[31m’"),
            ("om\u{202E}gedraaid", "‘om\u{FFFD}gedraaid’"),
            ("", "‘’"),
        ] {
            assert_eq!(name(written), shown);
        }
    }

    #[test]
    fn a_long_passage_is_cut_between_letters() {
        for letter in ["e\u{308}", "👩‍👧", "ë"] {
            let exact = letter.repeat(120);
            assert_eq!(passage(&exact), format!("“{exact}”"));
            assert_eq!(passage(&letter.repeat(500)), format!("“{exact}…”"));
        }
        assert_eq!(passage(&format!("{} woord", "a".repeat(119))), format!("“{}…”", "a".repeat(119)));
    }

    #[test]
    fn an_argument_can_be_copied_into_a_shell() {
        for (typed, argument_) in [
            ("casus1-riek-start.txt", "casus1-riek-start.txt"),
            ("vuile was", "\"vuile was\""),
            ("zo'n dag", "\"zo'n dag\""),
            ("5 $ en zo'n", r"'5 $ en zo'\''n'"),
            ("-p", "\"-p\""),
            ("", "\"\""),
        ] {
            assert_eq!(argument(typed), argument_);
        }
    }

    #[test]
    fn clauses_become_sentences() {
        for (clause, whole) in [
            ("de schijf is vol", "De schijf is vol."),
            ("één regel klopt niet", "Één regel klopt niet."),
            ("‘a’ bestaat al", "‘a’ bestaat al."),
            ("bedoelde je ‘a’?", "Bedoelde je ‘a’?"),
            ("", "."),
        ] {
            assert_eq!(sentence(clause), whole);
        }
    }

    #[test]
    fn numbers_have_thin_spaces_and_the_mark_of_the_language() {
        for (number, written) in
            [(0, "0"), (999, "999"), (1250, "1\u{202F}250"), (1_000_000, "1\u{202F}000\u{202F}000")]
        {
            assert_eq!(count(number), written);
        }
        for (value, decimals, written) in
            [(1250.5, 1, "1\u{202F}250,5"), (-0.04, 1, "0,0"), (-60000.0, 0, "-60\u{202F}000"), (2.345, 2, "2,35")]
        {
            assert_eq!(decimal(value, decimals, ','), written);
        }
    }

    #[test]
    fn lists_read_as_in_a_sentence() {
        for (all, written) in
            [(&[][..], ""), (&["a"], "‘a’"), (&["a", "b"], "‘a’ en ‘b’"), (&["a", "b", "c"], "‘a’, ‘b’ en ‘c’")]
        {
            assert_eq!(names(all, "en"), written);
        }
        let all: Vec<usize> = (0..34).collect();
        let lines = at_most(&all, |number| vec![number.to_string()], |rest| format!("en nog {rest}"));
        assert_eq!((lines.len(), lines[20].as_str()), (21, "en nog 14"));
    }
}
