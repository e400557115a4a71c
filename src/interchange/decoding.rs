//! From the bytes of a table or codebook to letters. Dutch Excel writes Windows-1252 or UTF-8, its "Unicode text" is
//! UTF-16, Notepad adds a mark; nobody should have to know. What is valid UTF-8 is UTF-8; what nearly is, is damaged
//! and refused at the place, because names and quotes must come in as they were written.

use super::fault::{Faults, FileFault, Problem, whole_file};
use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// A file is UTF-8 with damage, and not Windows-1252, when it has at least so many whole letters outside ASCII for
/// each broken one: in Windows-1252 whole ones are next to none.
const WHOLE_PER_BROKEN: usize = 2;

/// Decodes the bytes of a file, without byte order mark.
pub(super) fn decode(bytes: &[u8], megabytes: usize) -> Result<Cow<'_, str>, Vec<FileFault>> {
    if bytes.len() > megabytes << 20 {
        return Err(whole_file(Problem::TooBig { megabytes }));
    }
    // The first bytes of .xlsx and .ods (a zip) and of .xls.
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(whole_file(Problem::Spreadsheet));
    }
    let text = letters(bytes)?;
    if text.contains('\0') {
        return Err(whole_file(Problem::NotText));
    }
    if text.trim().is_empty() {
        return Err(whole_file(Problem::Empty));
    }
    Ok(text)
}

fn letters(bytes: &[u8]) -> Result<Cow<'_, str>, Vec<FileFault>> {
    let utf16 = match bytes {
        [0xFF, 0xFE, rest @ ..] => Some((UTF_16LE, rest)),
        [0xFE, 0xFF, rest @ ..] => Some((UTF_16BE, rest)),
        // Without mark: the high bytes of Western letters are zero.
        [low, 0, _, 0, ..] if *low != 0 => Some((UTF_16LE, bytes)),
        [0, low, 0, _, ..] if *low != 0 => Some((UTF_16BE, bytes)),
        _ => None,
    };
    if let Some((encoding, rest)) = utf16 {
        return match encoding.decode_without_bom_handling(rest) {
            (text, false) => Ok(text),
            (_, true) => Err(whole_file(Problem::NotText)),
        };
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let Ok(text) = str::from_utf8(bytes) {
        return Ok(Cow::Borrowed(text));
    }
    match damage(bytes) {
        Some(fault) => Err(fault),
        None => Ok(WINDOWS_1252.decode_without_bom_handling(bytes).0),
    }
}

fn damage(bytes: &[u8]) -> Option<Vec<FileFault>> {
    let (mut whole, mut broken) = (0, Vec::new());
    let mut text = String::new();
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count();
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            broken.push(text.len());
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
    if whole < broken.len() * WHOLE_PER_BROKEN {
        return None;
    }
    let mut faults = Faults::new(&text);
    for offset in broken {
        faults.add(offset, Problem::DamagedLetters);
    }
    faults.check(()).err()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    #[test]
    fn reads_what_dutch_programs_write() {
        let text = "code;citaat\r\nzo’n café;’s avonds ë\r\n";
        let marked = format!("\u{FEFF}{text}");
        let cases = [
            text.as_bytes().to_vec(),
            marked.as_bytes().to_vec(),
            utf16(&marked, u16::to_le_bytes),
            utf16(&marked, u16::to_be_bytes),
            utf16(text, u16::to_le_bytes),
            utf16(text, u16::to_be_bytes),
            WINDOWS_1252.encode(text).0.into_owned(),
        ];
        for (at, bytes) in cases.iter().enumerate() {
            assert_eq!(decode(bytes, 1).as_deref(), Ok(text), "case {at}");
        }
    }

    #[test]
    fn refuses_what_is_no_text() {
        let big = vec![b'a'; (1 << 20) + 1];
        let cases: [(&[u8], Problem); 6] = [
            (b"", Problem::Empty),
            (b" \r\n\t", Problem::Empty),
            (b"\xEF\xBB\xBF", Problem::Empty),
            (b"PK\x03\x04rest", Problem::Spreadsheet),
            (b"abc\0def", Problem::NotText),
            (&big, Problem::TooBig { megabytes: 1 }),
        ];
        for (bytes, problem) in cases {
            assert_eq!(decode(bytes, 1).expect_err("not a text")[0].problem, problem);
        }
    }

    #[test]
    fn damage_is_named_at_its_place() {
        let mut bytes = "één\ncafé ".as_bytes().to_vec();
        bytes.extend(b"\xE9 dicht");
        let faults = decode(&bytes, 1).expect_err("damaged");
        assert_eq!((faults[0].line, faults[0].column), (2, Some(6)));
        assert_eq!(faults[0].problem, Problem::DamagedLetters);
    }
}
