//! What typists write in different ways without meaning anything else: curly and straight quotation marks, long and
//! short dashes, `…` and `...`, a line break and a space, ë as one code point or two. `Folded` is a text with these
//! made equal, and knows where every stretch of it stands in the original. Letters keep their case.

use crate::model::Span;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text with typographic differences taken out, and the way back.
#[derive(Debug, Clone, Default)]
pub(crate) struct Folded {
    /// The folded text; white space never stands twice in a row.
    pub(crate) text: String,
    /// For each folded byte, where its source begins and ends in the original.
    sources: Vec<(u32, u32)>,
}

impl Folded {
    /// Folds a text, remembering where everything came from.
    pub(crate) fn new(text: &str) -> Self {
        let mut folded = Self { text: String::with_capacity(text.len()), sources: Vec::with_capacity(text.len()) };
        let mut at = 0;
        let bytes = text.as_bytes();
        while let Some(first) = text[at..].chars().next() {
            if is_plain(bytes[at]) && bytes.get(at + 1).is_none_or(u8::is_ascii) {
                folded.text.push(first);
                folded.sources.push((narrow(at), narrow(at + 1)));
                at += 1;
                continue;
            }
            let len = cluster_len(&text[at..], first);
            folded.push(first, &text[at..at + len], at);
            at += len;
        }
        folded
    }

    /// The original's stretch behind a stretch of the folded text; none when a source would be cut, as by the
    /// second dot of `…`.
    pub(crate) fn original(&self, start: usize, end: usize) -> Option<Span> {
        let first = self.sources.get(start)?;
        let last = self.sources.get(end.checked_sub(1)?)?;
        let whole_start = start == 0 || self.sources.get(start - 1) != Some(first);
        let whole_end = self.sources.get(end) != Some(last);
        (whole_start && whole_end && start < end).then_some(Span { start: first.0, end: last.1 })
    }

    fn push(&mut self, first: char, cluster: &str, at: usize) {
        let source = (narrow(at), narrow(at + cluster.len()));
        if first.is_whitespace() {
            match self.sources.last_mut() {
                Some(run) if self.text.ends_with(' ') => {
                    run.1 = source.1;
                    return;
                }
                _ => self.text.push(' '),
            }
        } else if let Some(plain) = plain(first) {
            self.text.push_str(plain);
        } else if first.is_ascii() && cluster.len() == 1 {
            self.text.push(first);
        } else {
            self.text.extend(cluster.nfc());
        }
        self.sources.resize(self.text.len(), source);
    }
}

/// Folds what somebody typed, without white space around it.
pub(crate) fn fold(text: &str) -> String {
    Folded::new(text.trim()).text.trim().to_owned()
}

/// Whether the character may stand for an apostrophe.
pub(crate) fn is_apostrophe(c: char) -> bool {
    plain(c) == Some("'") || c == '\''
}

/// What stands for itself, as most of a text does.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_graphic() && byte != b'`'
}

/// A character with the accents that follow it; white space one by one.
fn cluster_len(text: &str, first: char) -> usize {
    let rest = &text[first.len_utf8()..];
    if rest.is_empty() || rest.as_bytes()[0].is_ascii() || first.is_whitespace() {
        return first.len_utf8();
    }
    let accents = rest.find(|c: char| c.is_ascii() || !is_combining_mark(c)).unwrap_or(rest.len());
    first.len_utf8() + accents
}

/// What a typographic character is equal to; nothing for a soft hyphen and its like.
fn plain(c: char) -> Option<&'static str> {
    if c.is_ascii() {
        return (c == '`').then_some("'");
    }
    Some(match c {
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '´' | 'ʼ' | '′' => "'",
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => "\"",
        '\u{2010}'..='\u{2015}' | '\u{2212}' => "-",
        '…' => "...",
        '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' => "",
        _ => return None,
    })
}

fn narrow(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_what_means_the_same() {
        let cases = [
            ("zo’n  dag\r\nja", "zo'n dag ja"),
            ("‘s avonds – “nee”…", "'s avonds - \"nee\"..."),
            ("Zoe\u{308} a\u{AD}f", "Zoë af"),
            (" rand ", "rand"),
            ("👍🏽 goed", "👍🏽 goed"),
        ];
        for (text, expected) in cases {
            assert_eq!(fold(text), expected, "{text}");
        }
    }

    #[test]
    fn finds_the_way_back() {
        let text = "Zoe\u{308} zei:\n\n “zo’n…” dag";
        let folded = Folded::new(text);
        for words in ["Zoë zei: \"zo'n...\"", "zo'n...", "zei: \"", "dag"] {
            let at = folded.text.find(words).expect("stands in the folded text");
            let span = folded.original(at, at + words.len()).expect("cuts nothing");
            assert_eq!(fold(span.of(text)), words.trim(), "{words}");
        }
        let dots = folded.text.find("...").expect("three dots");
        assert_eq!(folded.original(dots, dots + 1), None);
        assert_eq!(folded.original(dots, dots), None);
        assert_eq!(folded.original(3, 900), None);
    }
}
