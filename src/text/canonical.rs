//! The one form in which a text is kept, so that a quote found today is found tomorrow: the byte order mark goes, every
//! line end (`\r\n`, `\r\r\n`, `\r`) becomes `\n`, letters typed as base and accent become one (NFC), and nothing else
//! changes. Goes in: decoded text; comes out: the text that all positions count in.
//!
//! Doing it twice changes nothing.

use std::iter;
use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The canonical form of a decoded text.
#[must_use]
pub fn canonical(decoded: &str) -> String {
    let mut rest = decoded.strip_prefix('\u{FEFF}').unwrap_or(decoded);
    let mut text = String::with_capacity(rest.len());
    while let Some(at) = rest.bytes().position(|byte| byte == b'\n' || byte == b'\r') {
        let (line, ending) = rest.split_at(at);
        push_composed(&mut text, line);
        text.push('\n');
        rest = without_line_end(ending);
    }
    push_composed(&mut text, rest);
    text
}

/// The text with letters composed (NFC), and `places`, ascending byte offsets in it, moved along. A place between a
/// letter and its accent moves behind the accent.
#[must_use]
pub fn composed(text: &str, places: &mut [usize]) -> String {
    let mut composed = String::with_capacity(text.len());
    if is_composed(text) {
        composed.push_str(text);
        return composed;
    }
    let mut done = 0;
    for place in places {
        let cut = settled(text, (*place).max(done));
        composed.extend(text[done..cut].nfc());
        done = cut;
        *place = composed.len();
    }
    composed.extend(text[done..].nfc());
    composed
}

/// Old Macintosh files end a line with `\r`; `\r\r\n` comes from a file that was sent through text mode twice.
fn without_line_end(text: &str) -> &str {
    ["\r\r\n", "\r\n", "\n", "\r"].iter().find_map(|ending| text.strip_prefix(ending)).unwrap_or(text)
}

fn push_composed(text: &mut String, line: &str) {
    if is_composed(line) {
        text.push_str(line);
    } else {
        text.extend(line.nfc());
    }
}

/// Whether the text is in NFC for sure. Below U+0300, so without a byte from 0xCC up, nothing composes: most lines need
/// no look at their characters, which keeps a file of 50 MB under a second.
fn is_composed(text: &str) -> bool {
    text.bytes().all(|byte| byte < 0xCC) || is_nfc_quick(text.chars()) == IsNormalized::Yes
}

/// The first byte from `place` on before which composing may be cut: where a character starts that joins nothing
/// before it.
fn settled(text: &str, place: usize) -> usize {
    let starts =
        |letter: char| canonical_combining_class(letter) == 0 && is_nfc_quick(iter::once(letter)) == IsNormalized::Yes;
    let tail = text.get(place..).unwrap_or_default();
    tail.char_indices().find(|(_, letter)| starts(*letter)).map_or(text.len(), |(at, _)| place + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_byte_order_mark_line_ends_and_composition_only() {
        let cases = [
            ("", ""),
            ("zo'n ’s avonds", "zo'n ’s avonds"),
            ("\u{FEFF}Anna", "Anna"),
            ("\u{FEFF}\u{FEFF}Anna", "\u{FEFF}Anna"),
            ("Anna\u{FEFF}", "Anna\u{FEFF}"),
            ("a\r\nb", "a\nb"),
            ("a\r\r\nb", "a\nb"),
            ("a\rb", "a\nb"),
            ("a\r\rb", "a\n\nb"),
            ("a\n\rb", "a\n\nb"),
            ("a\r\r\r\nb", "a\n\nb"),
            ("\r", "\n"),
            ("a \t\r\n  b  ", "a \t\n  b  "),
            ("ide\u{308}e\u{308}n", "idëën"),
            ("idëën", "idëën"),
            ("e\u{308}\r\n\u{308}", "ë\n\u{308}"),
            ("de \u{FB01}ets … 👩‍👧 ½", "de \u{FB01}ets … 👩‍👧 ½"),
            ("a\u{2028}b\u{B}c\u{C}d", "a\u{2028}b\u{B}c\u{C}d"),
        ];
        for (decoded, expected) in cases {
            assert_eq!(canonical(decoded), expected, "{decoded:?}");
            assert_eq!(canonical(&canonical(decoded).replace('\u{FEFF}', "")), expected.replace('\u{FEFF}', ""));
        }
    }

    #[test]
    fn places_move_along_with_composition() {
        let cases: [(&str, &[usize], &str, &[usize]); 5] = [
            ("Anna: ja", &[0, 5], "Anna: ja", &[0, 5]),
            ("Joe\u{308}l: ja", &[0, 6, 7], "Joël: ja", &[0, 5, 6]),
            ("Joe\u{308}l", &[3], "Joël", &[4]),
            ("e\u{308}", &[1, 3], "ë", &[2, 2]),
            ("e\u{308}e\u{308}", &[0, 3, 6], "ëë", &[0, 2, 4]),
        ];
        for (text, before, expected, after) in cases {
            let mut places = before.to_vec();
            assert_eq!(composed(text, &mut places), expected);
            assert_eq!(places, after, "{text:?}");
        }
    }
}
