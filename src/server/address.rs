//! Addresses of things: whatever names a thing in an address is escaped here and nowhere else.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What may stand in an address as it is.
const NAME: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// A name as part of an address, or as a value behind the question mark.
pub(super) fn part(name: &str) -> String {
    // A dot or two alone would be a folder.
    if name.bytes().all(|byte| byte == b'.') {
        return name.replace('.', "%2E");
    }
    utf8_percent_encode(name, NAME).to_string()
}

/// The page of a transcript.
pub(super) fn transcript(name: &str) -> String {
    format!("/transcripts/{}", part(name))
}

/// A place in a transcript, in code points.
pub(super) fn place(name: &str, start: u32, end: u32) -> String {
    format!("{}?at={start}-{end}", transcript(name))
}

/// A code in the codebook.
pub(super) fn code(name: &str) -> String {
    format!("/codebook?code={}", part(name))
}

/// The quotes of a code, label or theme.
pub(super) fn quotes_of_code(name: &str) -> String {
    format!("/quotes?code={}", part(name))
}

/// The board of a taxonomy.
pub(super) fn board(taxonomy: &str) -> String {
    format!("/board?taxonomy={}", part(taxonomy))
}

/// All fragments of a code side by side.
pub(super) fn compare(code: &str) -> String {
    format!("/compare?code={}", part(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_any_punctuation_are_one_part() {
        assert_eq!(transcript("a/b?c#d&e%"), "/transcripts/a%2Fb%3Fc%23d%26e%25");
        assert_eq!(transcript(".."), "/transcripts/%2E%2E");
        assert_eq!(part("zo'n ë"), "zo%27n%20%C3%AB");
    }
}
