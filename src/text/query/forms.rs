//! What a bare word of a query asks for: its forms (`net`), what begins so (`net*`), what fits its stars (`n*t`), or what
//! is a letter off (`net~1`). Stars and a tilde count only where they touch a word, so that punctuation of pasted text
//! stays punctuation.

use super::{QueryFaultKind, WordsKind};
use crate::text::fold::is_apostrophe;
use crate::text::words::words;
use unicode_normalization::char::is_combining_mark;

/// How to look for a bare word, and what is left of it without its marks; nothing for punctuation.
pub(super) fn form(text: &str) -> Result<Option<(WordsKind, String)>, QueryFaultKind> {
    if let Some((word, number)) = tilde(text) {
        let mut found = words(word);
        return match (found.next(), found.next(), number) {
            (None, ..) => Ok(None),
            (Some(_), Some(_), _) => Err(QueryFaultKind::SeveralWords),
            (Some(only), None, "" | "1") => Ok(Some((WordsKind::Fuzzy(1), only.span.of(word).to_owned()))),
            (Some(only), None, "2") => Ok(Some((WordsKind::Fuzzy(2), only.span.of(word).to_owned()))),
            (Some(_), None, _) => Err(QueryFaultKind::BadFuzziness),
        };
    }
    if let Some(starred) = starred(text)? {
        return Ok(Some(starred));
    }
    Ok(words(text).next().is_some().then(|| (WordsKind::Term, text.to_owned())))
}

/// What stands before a tilde at the end, and the digits after it.
fn tilde(text: &str) -> Option<(&str, &str)> {
    let (word, number) = text.rsplit_once('~')?;
    let touches = word.chars().next_back().is_some_and(is_of_word);
    (touches && number.bytes().all(|byte| byte.is_ascii_digit())).then_some((word, number))
}

/// A word with stars: a beginning, or a regular expression where the star stands elsewhere.
fn starred(text: &str) -> Result<Option<(WordsKind, String)>, QueryFaultKind> {
    if !text.contains('*') {
        return Ok(None);
    }
    // With a letter for each star that touches a word, the text is cut as it would be with what the star stands for.
    let filled = filled(text);
    let is_star = |at: usize| text.as_bytes()[at] == b'*' && filled.as_bytes()[at] != b'*';
    let pieces: Vec<_> =
        words(&filled).map(|word| word.span.range()).filter(|word| !word.clone().all(is_star)).collect();
    let with_stars: Vec<_> = pieces.iter().filter(|piece| (*piece).clone().any(is_star)).collect();
    let (Some(piece), Some(last)) = (with_stars.first(), pieces.last()) else { return Ok(None) };
    let word = &text[(*piece).clone()];
    let beginning = word.trim_end_matches('*');
    if !beginning.contains('*') && with_stars.len() == 1 && *piece == last {
        let end = piece.start + beginning.len();
        return Ok(Some((WordsKind::Prefix, text[pieces[0].start..end].to_owned())));
    }
    if pieces.len() > 1 {
        return Err(QueryFaultKind::SeveralWords);
    }
    let parts: Vec<String> = word.split('*').map(regex::escape).collect();
    Ok(Some((WordsKind::Regex, parts.join(".*"))))
}

/// The text with a letter for each star that touches a word; a star and the letter take one byte each.
fn filled(text: &str) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('*') {
        let (before, from) = rest.split_at(start);
        let after = from.trim_start_matches('*');
        let touches =
            before.chars().next_back().is_some_and(is_of_word) || after.chars().next().is_some_and(is_of_word);
        filled.push_str(before);
        filled.push_str(&if touches { "x" } else { "*" }.repeat(from.len() - after.len()));
        rest = after;
    }
    filled + rest
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || is_combining_mark(c) || is_apostrophe(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_and_tildes_say_how_to_look() {
        use WordsKind::{Fuzzy, Prefix, Regex, Term};
        for (text, kind, left) in [
            ("net", Term, "net"),
            ("net*", Prefix, "net"),
            ("net**", Prefix, "net"),
            ("net*,", Prefix, "net"),
            ("„net*…", Prefix, "net"),
            ("zo'n*", Prefix, "zo'n"),
            ("EK-c*", Prefix, "EK-c"),
            ("cafe\u{301}*", Prefix, "cafe\u{301}"),
            ("n*t", Regex, "n.*t"),
            ("*werk", Regex, ".*werk"),
            ("*werk*", Regex, ".*werk.*"),
            ("co*rdinator", Regex, "co.*rdinator"),
            ("net~", Fuzzy(1), "net"),
            ("net~1", Fuzzy(1), "net"),
            ("(net~2", Fuzzy(2), "net"),
            ("auto’s~", Fuzzy(1), "auto’s"),
            ("net~werk", Term, "net~werk"),
            ("~5", Term, "~5"),
            ("net-~1", Term, "net-~1"),
            ("Els:**", Term, "Els:**"),
            ("*:net", Term, "*:net"),
        ] {
            assert_eq!(form(text), Ok(Some((kind, left.to_owned()))), "{text}");
        }
        for text in ["*", "**", "~", "&", "😊", "~~", "*~*"] {
            assert_eq!(form(text), Ok(None), "{text}");
        }
        for (text, fault) in [
            ("net~0", QueryFaultKind::BadFuzziness),
            ("net~3", QueryFaultKind::BadFuzziness),
            ("net~99999999999999999999", QueryFaultKind::BadFuzziness),
            ("EK-c~1", QueryFaultKind::SeveralWords),
            ("zee-*eend", QueryFaultKind::SeveralWords),
            ("zee*-eend", QueryFaultKind::SeveralWords),
        ] {
            assert_eq!(form(text), Err(fault), "{text}");
        }
    }
}
