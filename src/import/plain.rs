//! Plain text files (`.txt`): the text as typed, in canonical form. Turns, headings and paragraphs are looked for
//! elsewhere; a plain file says nothing about them itself.

use super::decode::{Decoded, decode};
use super::{Limit, Notice, Reading, Unreadable};
use crate::text::canonical::canonical;
use crate::text::hints::Hints;

/// At most so many lines are named in a notice.
const LINES_NAMED: usize = 20;

/// Reads a text file.
pub(super) fn read(bytes: &[u8]) -> Result<Reading, Unreadable> {
    // UTF-16 takes up to twice the bytes of the text it holds; anything larger need not be decoded to be refused.
    Limit::Text.check(bytes.len() / 2)?;
    let Decoded { text: decoded, encoding, guessed } = decode(bytes)?;
    let text = canonical(&decoded);
    Limit::Text.check(text.len())?;
    if text.trim().is_empty() {
        return Err(Unreadable::Empty { notices: Vec::new() });
    }
    let guess = guessed.then_some(Notice::EncodingGuessed { encoding });
    let notices = guess.into_iter().chain(lost_characters(&text)).collect();
    Ok(Reading { text, encoding, hints: Hints::default(), notices })
}

/// A � in the text: lost when the file was read here, or already when somebody saved it.
pub(super) fn lost_characters(text: &str) -> Option<Notice> {
    const LOST: char = '\u{FFFD}';
    if !text.contains(LOST) {
        return None;
    }
    let numbered = text.split('\n').enumerate();
    let lines = numbered.filter(|(_, line)| line.contains(LOST)).map(|(index, _)| index + 1);
    Some(Notice::LostCharacters { count: text.matches(LOST).count(), lines: lines.take(LINES_NAMED).collect() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::Encoding;

    #[test]
    fn the_text_stays_as_typed() {
        let reading = read("\u{FEFF}Riek: zo'n dag…\r\n\r\n  I: ’s avonds?\t\r\nJoe\u{308}l".as_bytes());
        let text = "Riek: zo'n dag…\n\n  I: ’s avonds?\t\nJoël".to_owned();
        let encoding = Encoding::Utf8;
        assert_eq!(reading, Ok(Reading { text, encoding, hints: Hints::default(), notices: Vec::new() }));
    }

    #[test]
    fn guesses_and_losses_are_told() {
        let guessed = read(b"Jo\xEBl: ja").expect("it is text");
        assert_eq!(guessed.notices, [Notice::EncodingGuessed { encoding: Encoding::Windows1252 }]);
        let mut bytes = "één\n".repeat(30).into_bytes();
        bytes.extend(b"caf\xE9\r\ntwee \xFF\xFF\r\n");
        let damaged = read(&bytes).expect("it is text");
        assert_eq!(damaged.notices, [Notice::LostCharacters { count: 3, lines: vec![31, 32] }]);
        let many = read("\u{FFFD}\n".repeat(25).as_bytes()).expect("it is text");
        assert_eq!(many.notices, [Notice::LostCharacters { count: 25, lines: (1..=20).collect() }]);
    }

    #[test]
    fn without_words_there_is_nothing_to_read() {
        for bytes in ["", "\u{FEFF}", " \t\r\n\u{A0}\r\n"] {
            assert_eq!(read(bytes.as_bytes()), Err(Unreadable::Empty { notices: Vec::new() }), "{bytes:?}");
        }
        assert_eq!(read(b"\xFF\xFE\r\0\n\0"), Err(Unreadable::Empty { notices: Vec::new() }));
    }
}
