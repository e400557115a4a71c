//! From a codebook to fresh TOML: indented by depth, one blank line before each table, empty fields left out, texts of
//! several lines between triple quotation marks.

use super::level_key;
use super::synonyms::synonyms_value;
use crate::interchange::words::{origin_word, status_word};
use crate::model::Language;
use crate::project::input::{CodeInput, CodebookInput};
use std::fmt::Write;

/// What one level of depth is indented by, unless an existing file does otherwise.
pub(super) const INDENT: &str = "  ";

/// The codebook as TOML. Words for origin and status are in the codebook's language.
///
/// A tree that breaks the rules of levels (a label in a label) is written as it is, and refused when read.
#[must_use]
pub fn write(codebook: &CodebookInput) -> String {
    let mut out = String::new();
    for (key, value) in head_values(codebook) {
        if let Some(value) = value {
            push_pair(&mut out, "", key, &value);
        }
    }
    if !codebook.footnotes.is_empty() {
        out.push('\n');
        out.push_str(&footnote_table(&codebook.footnotes));
    }
    for code in codebook.placed.iter().chain(&codebook.loose) {
        push_code(&mut out, code, &mut Vec::new(), codebook.language.unwrap_or_default());
    }
    let start = out.len() - out.trim_start_matches('\n').len();
    out.split_off(start)
}

fn push_code(out: &mut String, code: &CodeInput, path: &mut Vec<&'static str>, language: Language) {
    path.push(level_key(code.level));
    out.push('\n');
    out.push_str(&code_table(code, path, INDENT, language));
    for child in &code.children {
        push_code(out, child, path, language);
    }
    path.pop();
}

/// A code's own table, without those below it.
pub(super) fn code_table(code: &CodeInput, path: &[&str], indent: &str, language: Language) -> String {
    let indent = indent.repeat(path.len().saturating_sub(1));
    let mut table = header(path, &indent);
    for (key, value) in code_values(code, language) {
        if let Some(value) = value {
            push_pair(&mut table, &indent, key, &value);
        }
    }
    table
}

pub(super) fn header(path: &[&str], indent: &str) -> String {
    format!("{indent}[[{}]]\n", path.join("."))
}

pub(super) fn push_pair(out: &mut String, indent: &str, key: &str, value: &str) {
    for piece in [indent, key, " = ", value, "\n"] {
        out.push_str(piece);
    }
}

pub(super) fn footnote_table(footnotes: &[(String, String)]) -> String {
    let mut table = "[footnotes]\n".to_owned();
    for (mark, note) in footnotes {
        push_pair(&mut table, "", &quoted(mark), &quoted(note));
    }
    table
}

/// The fields above the first table, as TOML values; `None` is left out.
pub(super) fn head_values(codebook: &CodebookInput) -> [(&'static str, Option<String>); 4] {
    let language = codebook.language.map(|language| match language {
        Language::Dutch => quoted("nl"),
        Language::English => quoted("en"),
    });
    [
        ("title", some(&codebook.title)),
        ("language", language),
        ("cases", some(&codebook.scope)),
        ("synonyms", synonyms_value(&codebook.synonyms)),
    ]
}

/// The fields of a code in the order of [`super::FIELD_KEYS`], as TOML values; `None` is left out.
pub(super) fn code_values(code: &CodeInput, language: Language) -> [(&'static str, Option<String>); 10] {
    let text = |field: &Option<String>| field.as_deref().and_then(some);
    [
        ("name", Some(quoted(&code.name))),
        ("statement", text(&code.statement)),
        ("definition", text(&code.definition)),
        ("include", text(&code.include)),
        ("exclude", text(&code.exclude)),
        ("example", text(&code.example)),
        ("color", text(&code.color)),
        ("origin", code.origin.map(|origin| quoted(origin_word(origin, language)))),
        ("status", code.status.map(|status| quoted(status_word(status, language)))),
        ("also", code.also.then(|| "true".to_owned())),
    ]
}

fn some(text: &str) -> Option<String> {
    if text.is_empty() { None } else { Some(quoted(text)) }
}

/// A text as a TOML string. Texts of several lines stand between triple quotation marks, as people type them.
pub(super) fn quoted(text: &str) -> String {
    let several = text.contains('\n');
    let mut out = String::with_capacity(text.len() + 8);
    out.push_str(if several { "\"\"\"\n" } else { "\"" });
    let mut marks = 0;
    for (at, letter) in text.char_indices() {
        marks = if letter == '"' { marks + 1 } else { 0 };
        match letter {
            // Among several lines a quotation mark needs no backslash, but three of them, or one at the end, would
            // end the text.
            '"' if several && marks % 3 != 0 && at + 1 < text.len() => out.push('"'),
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            '\n' => out.push('\n'),
            letter if letter.is_control() => {
                write!(out, "\\u{:04X}", u32::from(letter)).expect("a string takes all that is written");
            }
            letter => out.push(letter),
        }
    }
    out.push_str(if several { "\"\"\"" } else { "\"" });
    out
}
