//! The form in which words are compared by search: who types `coordinator`, `COÖRDINATOR` or `coördinator`, with ë as one
//! code point or two, with a straight or a curly apostrophe, means the same word and finds the same places.
//!
//! Folding is for comparing only and is never stored as text. Folding twice changes nothing, and the two Unicode forms
//! of a text (NFC and NFD) fold to the same.

use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

/// Whether the character is typed for an apostrophe: `'`, `’`, `‘`, `ʼ`, a grave or an acute accent on its own.
#[must_use]
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '´')
}

/// The text in lower case, without accents, with one kind of apostrophe, and with ligatures written out.
#[must_use]
pub fn fold(text: &str) -> Cow<'_, str> {
    let folded_already = text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase() && byte != b'`');
    if folded_already {
        return Cow::Borrowed(text);
    }
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    Cow::Owned(folded)
}

/// Appends the folded text.
pub fn fold_into(text: &str, folded: &mut String) {
    let start = folded.len();
    if text.is_ascii() && !text.contains('`') {
        folded.push_str(text);
        folded[start..].make_ascii_lowercase();
        return;
    }
    for c in text.chars() {
        let Some(c) = everyday(c) else {
            folded.truncate(start);
            return fold_any_into(text, folded);
        };
        folded.push(c);
    }
}

/// The characters of nearly all Dutch words, without the detour over Unicode's tables.
fn everyday(c: char) -> Option<char> {
    Some(match c {
        '\'' | '’' | '‘' | '`' => '\'',
        _ if c.is_ascii() => c.to_ascii_lowercase(),
        'é' | 'ë' | 'è' | 'ê' | 'É' | 'Ë' => 'e',
        'ï' | 'í' | 'î' | 'Ï' => 'i',
        'ö' | 'ó' | 'ô' | 'Ö' | 'Ó' => 'o',
        'ü' | 'ú' | 'û' | 'Ü' => 'u',
        'á' | 'à' | 'ä' | 'â' | 'Á' => 'a',
        'ç' => 'c',
        'ñ' => 'n',
        _ => return None,
    })
}

/// Folds any script.
fn fold_any_into(text: &str, folded: &mut String) {
    // Apostrophes first: the acute accent on its own would come apart into a space and a mark.
    let plain = text.nfd().map(|c| if is_apostrophe(c) { '\'' } else { c });
    for c in plain.nfkd().flat_map(char::to_lowercase) {
        match c {
            _ if leaves_no_trace(c) => {}
            _ if is_apostrophe(c) => folded.push('\''),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'þ' => folded.push_str("th"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'ı' => folded.push('i'),
            // A sigma has another form at the end of a word.
            'ς' => folded.push('σ'),
            _ => folded.push(c),
        }
    }
}

/// Accents of European scripts, and characters that only steer how a word is broken or joined: soft hyphen, joiners,
/// directional marks, variation selectors, byte order mark.
pub(crate) fn leaves_no_trace(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200c}'..='\u{200f}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn forms_of_one_word_fold_to_the_same() {
        let cases: &[(&str, &[&str])] = &[
            ("coordinator", &["coordinator", "Coördinator", "COÖRDINATOR", "coo\u{308}rdinator"]),
            ("een", &["een", "één", "EEN", "e\u{301}e\u{301}n", "èèn"]),
            ("zo'n", &["zo'n", "zo’n", "Zo‘n", "zoʼn", "zo`n", "zo´n"]),
            ("'s", &["'s", "’s", "‘S"]),
            ("ijs", &["ijs", "IJs", "ĳs", "Ĳs"]),
            ("strasse", &["Straße", "STRASSE", "STRAẞE"]),
            ("oeuvre", &["œuvre", "Oeuvre"]),
            ("fiets", &["ﬁets"]),
            ("gemeente", &["ge\u{ad}meente"]),
            ("istanbul", &["İstanbul", "Istanbul", "ıstanbul"]),
            ("σοφοσ", &["ΣΟΦΟΣ", "σοφός"]),
            ("שלום", &["שלום"]),
            ("😊", &["😊", "😊\u{fe0f}"]),
        ];
        for (folded, forms) in cases {
            for form in *forms {
                assert_eq!(fold(form), *folded, "{form:?}");
            }
        }
    }

    #[test]
    fn what_is_folded_already_is_not_copied() {
        assert!(matches!(fold("zo'n gesprek"), Cow::Borrowed(_)));
        assert!(matches!(fold("Gesprek"), Cow::Owned(_)));
    }

    #[test]
    fn the_short_way_and_the_long_way_agree() {
        for c in ('\0'..='\u{24f}').chain("‘’“”".chars()) {
            if let Some(short) = everyday(c) {
                let mut long = String::new();
                fold_any_into(&c.to_string(), &mut long);
                assert_eq!(short.to_string(), long, "{c:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing_and_both_unicode_forms_agree(text in "\\PC{0,40}") {
            let once = fold(&text).into_owned();
            prop_assert_eq!(fold(&once), once.as_str());
            let (composed, decomposed): (String, String) = (text.nfc().collect(), text.nfd().collect());
            prop_assert_eq!(fold(&composed), once.as_str());
            prop_assert_eq!(fold(&decomposed), once.as_str());
        }
    }
}
