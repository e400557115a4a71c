//! A concordance as one HTML page that needs no other file and no network: the stylesheet of the report and its fonts
//! are part of it. Whatever was said is text: nothing of it can become markup.

use super::ConcordanceView;
use super::lines::one_line;
use crate::project::ConcordanceOrder;
use askama::Template;
use std::io;

const LOOK: &str = include_str!("../../../templates/assets/look.css");
const STYLE: &str = include_str!("../../../templates/assets/report.css");
const OWN_STYLE: &str = include_str!("../../../templates/assets/concordance.css");
const FONTS: [(&str, &[u8]); 2] = [
    ("Source Serif 4", include_bytes!("../../../templates/assets/fonts/source-serif-4.woff2")),
    ("Source Sans 3", include_bytes!("../../../templates/assets/fonts/source-sans-3.woff2")),
];

#[derive(Template)]
#[template(path = "concordance.html")]
struct ConcordancePage<'p> {
    w: &'p super::ConcordanceWords,
    study: &'p str,
    query: String,
    found: String,
    order: &'static str,
    condition: &'p str,
    style: String,
    rows: Vec<Row>,
    has_speakers: bool,
}

struct Row {
    name: String,
    line: String,
    before: String,
    keyword: String,
    after: String,
    speaker: String,
}

/// Makes the page; `condition` is the conditions as typed, empty without any.
///
/// # Errors
/// When the template cannot be filled.
pub fn page(view: &ConcordanceView<'_>, order: ConcordanceOrder, condition: &str) -> io::Result<String> {
    let rows: Vec<Row> = view
        .found
        .lines
        .iter()
        .map(|line| Row {
            name: one_line(view.name(line)),
            line: (view.table_words.attribution.line)(u32::try_from(line.line).unwrap_or(u32::MAX)),
            before: one_line(line.before.trim_start()),
            keyword: one_line(&line.keyword),
            after: one_line(line.after.trim_end()),
            speaker: view.speaker(line),
        })
        .collect();
    let [left, right, text, case] = view.words.order;
    let page = ConcordancePage {
        w: view.words,
        study: &view.study.project().title,
        query: one_line(view.found.query.trim()),
        found: (view.words.found)(view.found.total, view.found.turns, view.found.lines.len()),
        order: match order {
            ConcordanceOrder::Left => left,
            ConcordanceOrder::Right => right,
            ConcordanceOrder::Text => text,
            ConcordanceOrder::Case => case,
        },
        condition,
        style: style(),
        has_speakers: rows.iter().any(|row| !row.speaker.is_empty()),
        rows,
    };
    page.render().map_err(io::Error::other)
}

/// The report's stylesheet with the fonts in it instead of beside it.
fn style() -> String {
    let mut style = String::new();
    for (name, font) in FONTS {
        style.push_str("@font-face { font-family: \"");
        style.push_str(name);
        style.push_str("\"; font-weight: 200 900; src: url(\"data:font/woff2;base64,");
        base64(font, &mut style);
        style.push_str("\") format(\"woff2\"); }\n");
    }
    // What stands before the properties are the fonts as files of their own.
    style.push_str(LOOK.find(":root {").map_or(LOOK, |at| &LOOK[at..]));
    style.push_str(STYLE);
    style.push_str(OWN_STYLE);
    style
}

/// Bytes as text (RFC 4648, with padding).
fn base64(bytes: &[u8], out: &mut String) {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for chunk in bytes.chunks(3) {
        let [first, second, third] = [0, 1, 2].map(|at| u32::from(chunk.get(at).copied().unwrap_or(0)));
        let word = first << 16 | second << 8 | third;
        for at in 0..4 {
            if at <= chunk.len() {
                out.push(char::from(LETTERS[(word >> (18 - 6 * at) & 63) as usize]));
            } else {
                out.push('=');
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_become_text_as_the_standard_has_it() {
        for (bytes, text) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy"), ("ë👵", "w6vwn5G1")]
        {
            let mut out = String::new();
            base64(bytes.as_bytes(), &mut out);
            assert_eq!(out, text, "{bytes}");
        }
    }

    #[test]
    fn the_style_needs_no_other_file() {
        let style = style();
        assert!(!style.contains("url(\"fonts/") && !style.contains("http"), "a file or an address is named");
        assert_eq!(style.matches("url(").count(), FONTS.len());
        assert!(style.contains("--paper") && style.contains(".kwic"));
    }
}
