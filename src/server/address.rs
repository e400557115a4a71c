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

/// An address with what is asked of it; what is empty is left out.
pub(super) fn asking(path: &str, asked: &[(&str, &str)]) -> String {
    let asked: Vec<String> = asked
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{name}={}", part(value)))
        .collect();
    if asked.is_empty() { path.to_owned() } else { format!("{path}?{}", asked.join("&")) }
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
        assert_eq!(asking("/memos", &[("q", "a&b"), ("kind", ""), ("x", "1")]), "/memos?q=a%26b&x=1");
        assert_eq!(asking("/memos", &[("kind", "")]), "/memos");
        assert_eq!(part("zo'n ë"), "zo%27n%20%C3%AB");
    }
}
