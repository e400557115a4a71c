//! The quotes chosen for a report and the memos of a study, as a TOML file beside its codebooks. The worked example
//! brings its own this way.
//!
//! A quote is named by its words and its transcript, a memo's subject by `project`, `code:NAME`, `casus:NAME` or
//! `transcript:NAME`; whether they exist is not decided here.

use super::fault::{Faults, FileFault, Lines, Problem, shown};
use super::toml_file::{Entry, letters, parse};
use super::words::MEMO_KINDS;
use crate::model::{MemoKind, fold_name};

/// What such a file holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choices {
    /// The chosen quotes, in the order of the file; those of one code are shown in this order.
    pub quotes: Vec<ChosenQuote>,
    /// The memos, in the order of the file.
    pub memos: Vec<WrittenMemo>,
}

/// A quote chosen for the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenQuote {
    /// 1-based line in the file.
    pub line: usize,
    /// The code, label or theme under which it is shown.
    pub code: String,
    /// The transcript.
    pub transcript: String,
    /// The words.
    pub quote: String,
    /// The sentence that introduces it, or empty.
    pub introduction: String,
    /// The shortened text, or empty.
    pub report: String,
}

/// A memo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenMemo {
    /// 1-based line in the file.
    pub line: usize,
    /// What sort of memo.
    pub kind: MemoKind,
    /// What it is about.
    pub on: MemoSubject,
    /// A short title, or empty.
    pub title: String,
    /// The memo itself.
    pub text: String,
    /// Who wrote it; empty is the acting one.
    pub author: String,
    /// The fragments that it cites.
    pub cites: Vec<CitedWords>,
}

/// What a memo is about, by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MemoSubject {
    /// The study as a whole.
    Project,
    /// A code, label or theme.
    Code(String),
    /// A case.
    Case(String),
    /// A transcript.
    Transcript(String),
}

/// Words that a memo cites.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitedWords {
    /// 1-based line in the file.
    pub line: usize,
    /// The transcript.
    pub transcript: String,
    /// The words.
    pub quote: String,
}

const QUOTE_KEYS: [&str; 5] = ["code", "transcript", "quote", "introduction", "report"];
const MEMO_KEYS: [&str; 6] = ["kind", "on", "title", "text", "author", "cites"];
const CITE_KEYS: [&str; 2] = ["transcript", "quote"];

/// Reads chosen quotes and memos.
///
/// # Errors
/// All that is wrong with the file, in its order.
pub fn read(bytes: &[u8]) -> Result<Choices, Vec<FileFault>> {
    let text = letters(bytes)?;
    let mut faults = Faults::new(&text);
    let mut choices = Choices::default();
    if let Some(document) = parse(&text, &mut faults) {
        let root = Entry { offset: 0, table: document.as_table() };
        let lines = Lines::new(&text);
        root.refuse_unknown(&["quote", "memo"], &[], &mut faults);
        let quotes = root.tables("quote", &mut faults);
        choices.quotes = quotes.into_iter().filter_map(|entry| chosen(entry, &lines, &mut faults)).collect();
        let memos = root.tables("memo", &mut faults);
        choices.memos = memos.into_iter().filter_map(|entry| memo(entry, &lines, &mut faults)).collect();
    }
    faults.check(choices)
}

fn chosen(entry: Entry<'_>, lines: &Lines<'_>, faults: &mut Faults<'_>) -> Option<ChosenQuote> {
    entry.refuse_unknown(&QUOTE_KEYS, &[], faults);
    let code = entry.needed("code", faults).map(|name| name.trim().to_owned());
    let cited = cited(entry, lines, faults);
    let introduction = entry.text("introduction", faults).unwrap_or_default();
    let report = entry.text("report", faults).unwrap_or_default();
    let CitedWords { line, transcript, quote } = cited?;
    Some(ChosenQuote { line, code: code?, transcript, quote, introduction, report })
}

fn memo(entry: Entry<'_>, lines: &Lines<'_>, faults: &mut Faults<'_>) -> Option<WrittenMemo> {
    entry.refuse_unknown(&MEMO_KEYS, &[], faults);
    let kind = entry.needed("kind", faults).and_then(|_| entry.word("kind", &MEMO_KINDS, faults));
    let text = entry.needed("text", faults);
    let on = entry.text("on", faults).unwrap_or_else(|| "project".to_owned());
    let on = subject(&on).map_err(|problem| faults.add(entry.value_offset("on"), problem));
    let title = entry.text("title", faults).unwrap_or_default().trim().to_owned();
    let author = entry.text("author", faults).unwrap_or_default().trim().to_owned();
    let mut cites = Vec::new();
    for cite in entry.tables("cites", faults) {
        cite.refuse_unknown(&CITE_KEYS, &[], faults);
        cites.extend(cited(cite, lines, faults));
    }
    let line = lines.line_of(entry.offset);
    Some(WrittenMemo { line, kind: kind?, on: on.ok()?, title, text: text?, author, cites })
}

fn cited(entry: Entry<'_>, lines: &Lines<'_>, faults: &mut Faults<'_>) -> Option<CitedWords> {
    let transcript = entry.needed("transcript", faults).map(|name| name.trim().to_owned());
    let quote = entry.needed("quote", faults);
    Some(CitedWords { line: lines.line_of(entry.offset), transcript: transcript?, quote: quote? })
}

fn subject(typed: &str) -> Result<MemoSubject, Problem> {
    if matches!(fold_name(typed).as_str(), "project" | "") {
        return Ok(MemoSubject::Project);
    }
    let (sort, name) = typed.split_once(':').unwrap_or_default();
    let name = name.trim().to_owned();
    match fold_name(sort).as_str() {
        _ if name.is_empty() => Err(Problem::BadSubject { found: shown(typed) }),
        "code" => Ok(MemoSubject::Code(name)),
        "case" | "casus" => Ok(MemoSubject::Case(name)),
        "transcript" => Ok(MemoSubject::Transcript(name)),
        _ => Err(Problem::BadSubject { found: shown(typed) }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interchange::fault::{Found, ValueType, found};

    #[test]
    fn reads_quotes_and_memos() {
        let text = r#"
[[quote]]
code = " vuile was "
transcript = "casus1.txt"
quote = "’s avonds zo'n \"dag\""
report = "’s avonds […]"

[[memo]]
kind = "Theoretisch"
on = "Casus: 3: de buren"
title = "Titel"
text = """
Twee
regels"""
author = "anna"
cites = [
  { transcript = "a", quote = "b" },
  { transcript = "c", quote = "d" },
]

[[memo]]
kind = "logboek"
text = "x"
"#;
        for text in [text.to_owned(), text.replace('\n', "\r\n")] {
            let choices = read(text.as_bytes()).expect("a file of choices");
            let quote = &choices.quotes[0];
            assert_eq!((quote.line, quote.code.as_str()), (2, "vuile was"));
            assert_eq!((quote.quote.as_str(), quote.report.as_str()), ("’s avonds zo'n \"dag\"", "’s avonds […]"));
            let memo = &choices.memos[0];
            assert_eq!((memo.kind, &memo.on), (MemoKind::Theoretical, &MemoSubject::Case("3: de buren".into())));
            assert_eq!((memo.text.as_str(), memo.author.as_str()), ("Twee\nregels", "anna"));
            assert_eq!((memo.cites.len(), memo.cites[1].line, memo.cites[1].quote.as_str()), (2, 18, "d"));
            assert_eq!((choices.memos[1].line, &choices.memos[1].on), (21, &MemoSubject::Project));
        }
    }

    #[test]
    fn names_every_wrong_place() {
        let unknown = |key: &str, nearest: &[&str]| Problem::KeyUnknown {
            key: key.into(),
            nearest: nearest.iter().map(|name| (*name).to_owned()).collect(),
        };
        let cases: Vec<(&str, Vec<Found>)> = vec![
            ("[[quotes]]\n", vec![(1, 3, unknown("quotes", &["quote"]))]),
            (
                "[[quote]]\ncode = \"\"\ntranscript = 3\nintro = \"x\"\n",
                vec![
                    (1, 1, Problem::KeyMissing { key: "quote" }),
                    (2, 8, Problem::KeyMissing { key: "code" }),
                    (3, 14, {
                        let (expected, found) = (ValueType::Text, ValueType::Number);
                        Problem::WrongType { key: "transcript".into(), expected, found }
                    }),
                    (4, 1, unknown("intro", &["introduction"])),
                ],
            ),
            (
                "[[memo]]\nkind = \"besluit\"\ntext = \"x\"\non = \"buurt: 3\"\ncites = [{ quote = \"x\" }, 3]",
                vec![
                    (4, 6, Problem::BadSubject { found: "buurt: 3".into() }),
                    (5, 10, Problem::KeyMissing { key: "transcript" }),
                    (5, 27, {
                        let (expected, found) = (ValueType::Table, ValueType::Number);
                        Problem::WrongType { key: "cites".into(), expected, found }
                    }),
                ],
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(found(read(text.as_bytes())), expected, "{text}");
        }
    }
}
