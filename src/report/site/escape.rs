//! How words become HTML: the four characters that mean something between tags or inside a double-quoted attribute are
//! replaced, and nothing else, so that `zo'n` and `thema's` can be searched for in the file. A control character that
//! HTML does not know becomes a space. Templates name this escaper in `askama.toml`.

use askama::filters::Escaper;
use std::fmt;

/// Escapes for text and for attributes in double quotes.
#[derive(Debug, Clone, Copy, Default)]
pub struct PlainHtml;

impl Escaper for PlainHtml {
    fn write_escaped_str<W: fmt::Write>(&self, mut out: W, words: &str) -> fmt::Result {
        let mut rest = words;
        while let Some(at) = rest.bytes().position(special) {
            out.write_str(&rest[..at])?;
            out.write_str(match rest.as_bytes()[at] {
                b'&' => "&amp;",
                b'<' => "&lt;",
                b'>' => "&gt;",
                b'"' => "&quot;",
                _ => " ",
            })?;
            rest = &rest[at + 1..];
        }
        out.write_str(rest)
    }
}

fn special(byte: u8) -> bool {
    matches!(byte, b'&' | b'<' | b'>' | b'"' | 0x7f) || (byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_html_reads_is_replaced() {
        for (words, html) in [
            ("zo'n, ’s avonds, ë, e\u{308} 👵", "zo'n, ’s avonds, ë, e\u{308} 👵"),
            ("<script>alert(\"x\")</script>", "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;"),
            ("a & b\u{0}\u{7f}c\r\n", "a &amp; b  c\r\n"),
            ("", ""),
        ] {
            let mut out = String::new();
            PlainHtml.write_escaped_str(&mut out, words).expect("a string takes all");
            assert_eq!(out, html);
        }
    }
}
