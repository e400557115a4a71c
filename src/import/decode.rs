//! From bytes to letters. A researcher's text files come from Word, Notepad, a Mac and transcription services, so one
//! folder holds UTF-8 with and without mark, UTF-16 and Windows-1252; nobody should have to know which is which.
//!
//! Bytes that are valid UTF-8 are UTF-8: a Windows-1252 text with accents practically never is. What nothing in the
//! file decides is a guess, and is reported as one. Bytes that are not text at all are refused.

use super::{FileKind, Unreadable, sniff::sniff};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{IBM866, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;
use std::str;

/// How the letters of a file were stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without byte order mark.
    Utf8,
    /// UTF-16, low byte first: what Notepad calls Unicode.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// Windows-1252, which Western Europe used before Unicode; ISO-8859-1 is read as it too.
    Windows1252,
    /// Another old encoding, by its name in the WHATWG Encoding Standard.
    Other(&'static str),
    /// Not the file's own choice: the text comes from a Word document.
    Docx,
}

/// Letters, and how sure it is that they are the right ones.
#[derive(Debug)]
pub(super) struct Decoded<'a> {
    /// The text; the byte order mark may still be there.
    pub(super) text: Cow<'a, str>,
    pub(super) encoding: Encoding,
    /// Whether nothing in the file decided the encoding.
    pub(super) guessed: bool,
}

/// Of each so many UTF-8 sequences at most one may be broken for a file to count as UTF-8 with damage. Anything higher
/// would turn every ë of a short damaged text into two wrong letters; Windows-1252 text has next to no valid sequences.
const VALID_PER_BROKEN: usize = 10;

/// One control character in so many bytes is more than any typist or transcription service makes.
const BYTES_PER_CONTROL: usize = 50;

/// Decodes the bytes of a text file.
///
/// # Errors
/// [`Unreadable::Binary`] when the bytes are not text.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, Unreadable> {
    let found = sniff(bytes).filter(|kind| *kind != FileKind::Html);
    if found.is_some() {
        return Err(Unreadable::Binary { found, position: 0 });
    }
    let decoded = letters(bytes)?;
    match sign_of_binary(&decoded.text) {
        Some(position) => Err(Unreadable::Binary { found: None, position }),
        None => Ok(decoded),
    }
}

fn letters(bytes: &[u8]) -> Result<Decoded<'_>, Unreadable> {
    let sure = |text, encoding| Decoded { text, encoding, guessed: false };
    let guess = |text, encoding| Decoded { text, encoding, guessed: true };
    match bytes {
        [0xEF, 0xBB, 0xBF, text @ ..] => return Ok(sure(String::from_utf8_lossy(text), Encoding::Utf8)),
        [0xFF, 0xFE, text @ ..] => return Ok(sure(utf16(text, Encoding::Utf16Le), Encoding::Utf16Le)),
        [0xFE, 0xFF, text @ ..] => return Ok(sure(utf16(text, Encoding::Utf16Be), Encoding::Utf16Be)),
        _ => {}
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return Ok(guess(utf16(bytes, encoding), encoding));
    }
    if let Some(position) = bytes.iter().position(|byte| *byte == 0) {
        return Err(Unreadable::Binary { found: None, position });
    }
    if let Ok(text) = str::from_utf8(bytes) {
        return Ok(sure(Cow::Borrowed(text), Encoding::Utf8));
    }
    if is_damaged_utf8(bytes) {
        return Ok(sure(String::from_utf8_lossy(bytes), Encoding::Utf8));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(telling_sample(bytes), true);
    let likely = match detector.guess(Some(b"nl"), Utf8Detection::Deny) {
        // What rows of dots typed as … look like to it; nobody types interviews in DOS Cyrillic.
        guess if guess == IBM866 => WINDOWS_1252,
        guess => guess,
    };
    let encoding = if likely == WINDOWS_1252 { Encoding::Windows1252 } else { Encoding::Other(likely.name()) };
    Ok(guess(likely.decode_without_bom_handling(bytes).0, encoding))
}

/// A stretch of the bytes that says which encoding they are in: from the first that is not ASCII. To look at all of a
/// file of 50 MB would take seconds.
fn telling_sample(bytes: &[u8]) -> &[u8] {
    const SAMPLE: usize = 1 << 20;
    let first = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or_default();
    let sample = &bytes[first.saturating_sub(64)..];
    sample.get(..SAMPLE).unwrap_or(sample)
}

fn utf16(bytes: &[u8], encoding: Encoding) -> Cow<'_, str> {
    let order = if encoding == Encoding::Utf16Be { UTF_16BE } else { UTF_16LE };
    order.decode_without_bom_handling(bytes).0
}

/// In UTF-16 of Western text nearly every high byte is zero and no low byte is; other scripts fill the high bytes, so
/// half is asked for.
fn utf16_without_mark(bytes: &[u8]) -> Option<Encoding> {
    const SAMPLE: usize = 1 << 16;
    let pairs = bytes.get(..SAMPLE).unwrap_or(bytes).as_chunks::<2>().0;
    if pairs.is_empty() {
        return None;
    }
    let first = pairs.iter().filter(|pair| pair[0] == 0).count();
    let second = pairs.iter().filter(|pair| pair[1] == 0).count();
    let is_high = |zeros: usize, others: usize| zeros * 2 >= pairs.len() && others * 100 <= pairs.len();
    match (is_high(first, second), is_high(second, first)) {
        (true, false) => Some(Encoding::Utf16Be),
        (false, true) => Some(Encoding::Utf16Le),
        _ => None,
    }
}

fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut valid, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    valid >= broken * VALID_PER_BROKEN
}

/// Where the first character stands that shows the text to be no text: a NUL, or the first of too many control
/// characters.
fn sign_of_binary(text: &str) -> Option<usize> {
    if let Some(position) = text.bytes().position(|byte| byte == 0) {
        return Some(position);
    }
    // Line break, page break and the end mark of DOS stand in real texts.
    let odd = |byte: u8| (byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C | 0x1A)) || byte == 0x7F;
    let odd_bytes = text.bytes().filter(|byte| odd(*byte)).count();
    let too_many = odd_bytes > 0 && odd_bytes * BYTES_PER_CONTROL >= text.len();
    if too_many { text.bytes().position(odd) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    use encoding_rs::WINDOWS_1251;

    const DUTCH: &str =
        "Interviewer: Hoe was zo’n dag?\r\nRiek: Nou ja, ’s avonds twee ideeën over één café … 2 € 👍\r\n";

    fn utf16_bytes(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(order).collect()
    }

    fn windows_1252(text: &str) -> Vec<u8> {
        WINDOWS_1252.encode(text).0.into_owned()
    }

    #[test]
    fn reads_what_dutch_programs_write() {
        let dots = "………………………………";
        let russian = "Моя мама каждый день ходила на работу.";
        let western = DUTCH.replace(" 👍", "");
        let mut marked = b"\xEF\xBB\xBF".to_vec();
        marked.extend(DUTCH.as_bytes());
        let cases = [
            (DUTCH.as_bytes().to_vec(), DUTCH, Encoding::Utf8, false),
            (b"Anna: ja".to_vec(), "Anna: ja", Encoding::Utf8, false),
            (marked, DUTCH, Encoding::Utf8, false),
            (utf16_bytes(&format!("\u{FEFF}{DUTCH}"), u16::to_le_bytes), DUTCH, Encoding::Utf16Le, false),
            (utf16_bytes(&format!("\u{FEFF}{DUTCH}"), u16::to_be_bytes), DUTCH, Encoding::Utf16Be, false),
            (utf16_bytes(DUTCH, u16::to_le_bytes), DUTCH, Encoding::Utf16Le, true),
            (utf16_bytes(DUTCH, u16::to_be_bytes), DUTCH, Encoding::Utf16Be, true),
            (windows_1252(&western), &western, Encoding::Windows1252, true),
            (b"Jo\xEBl: ja".to_vec(), "Joël: ja", Encoding::Windows1252, true),
            (b"zo\x92n".to_vec(), "zo’n", Encoding::Windows1252, true),
            (windows_1252(dots), dots, Encoding::Windows1252, true),
            (WINDOWS_1251.encode(russian).0.into_owned(), russian, Encoding::Other("windows-1251"), true),
        ];
        for (bytes, text, encoding, guessed) in cases {
            let decoded = decode(&bytes).expect("it is text");
            assert_eq!((&*decoded.text, decoded.encoding, decoded.guessed), (text, encoding, guessed));
        }
    }

    #[test]
    fn damage_in_utf8_costs_the_damaged_letters_only() {
        let mut bytes = DUTCH.repeat(10).into_bytes();
        bytes.extend(b"caf\xE9 dicht");
        let decoded = decode(&bytes).expect("it is text");
        assert_eq!(decoded.encoding, Encoding::Utf8);
        assert_eq!(decoded.text, format!("{}caf\u{FFFD} dicht", DUTCH.repeat(10)));
        let mixed = [windows_1252("’s avonds één café, ’s ochtends ideeën. "), "zoët".into()].concat();
        assert_eq!(decode(&mixed).map(|decoded| decoded.encoding), Ok(Encoding::Windows1252));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let noise: Vec<u8> = (0..2000_u32).map(|at| 1 + (at * 7919 % 255).to_le_bytes()[0]).collect();
        let cases: [(&[u8], Option<FileKind>, usize); 7] = [
            (b"%PDF-1.4\n...", Some(FileKind::Pdf), 0),
            (b"PK\x03\x04....", Some(FileKind::Zip), 0),
            (b"{\\rtf1\\ansi zo'n}", Some(FileKind::Rtf), 0),
            (b"Anna: ja\0 nee", None, 8),
            (b"\xFF\xFE\0\0A\0\0\0", None, 0),
            (b"\xFF\xFEA\0\0\0", None, 1),
            (b"Anna\x01\x02\x03", None, 4),
        ];
        for (bytes, found, position) in cases {
            assert_eq!(decode(bytes).map(|decoded| decoded.encoding), Err(Unreadable::Binary { found, position }));
        }
        assert!(matches!(decode(&noise), Err(Unreadable::Binary { found: None, .. })));
    }

    #[test]
    fn a_stray_control_character_or_a_web_page_is_still_text() {
        for text in ["a".repeat(60) + "\u{1}", "pagina\u{C}twee\u{1A}".into(), "<html>zo'n</html>".into()] {
            assert_eq!(decode(text.as_bytes()).expect("it is text").text, text);
        }
    }
}
