//! What stands directly before or behind a place, cut to a size between words. The caller says what a letter counts: one,
//! or the columns that it takes on a screen. A letter is never cut: an emoji and an accent stay with what they belong to.

use unicode_segmentation::UnicodeSegmentation;

/// The last words of a text that fit a size; the end of the last one when it alone does not.
#[must_use]
pub fn last_words(text: &str, most: usize, size_of: impl Fn(&str) -> usize) -> &str {
    let mut size = 0;
    let mut start = text.len();
    for (at, letter) in text.grapheme_indices(true).rev() {
        size += size_of(letter);
        if size > most {
            break;
        }
        start = at;
    }
    let (before, rest) = text.split_at(start);
    if before.is_empty() || before.ends_with(char::is_whitespace) || rest.starts_with(char::is_whitespace) {
        return rest;
    }
    rest.find(char::is_whitespace).map(|at| &rest[at..]).filter(|words| !words.trim().is_empty()).unwrap_or(rest)
}

/// The first words of a text that fit a size; the beginning of the first one when it alone does not.
#[must_use]
pub fn first_words(text: &str, most: usize, size_of: impl Fn(&str) -> usize) -> &str {
    let mut size = 0;
    let mut end = 0;
    for (at, letter) in text.grapheme_indices(true) {
        size += size_of(letter);
        if size > most {
            break;
        }
        end = at + letter.len();
    }
    let (rest, behind) = text.split_at(end);
    if behind.is_empty() || behind.starts_with(char::is_whitespace) || rest.ends_with(char::is_whitespace) {
        return rest;
    }
    rest.rfind(char::is_whitespace).map(|at| &rest[..at]).filter(|words| !words.trim().is_empty()).unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn context_ends_between_words_and_between_letters() {
        for (text, most, last, first) in [
            ("je hangt de vuile ", 100, "je hangt de vuile ", "je hangt de vuile "),
            ("je hangt de vuile ", 12, " de vuile ", "je hangt de "),
            ("je hangt de vuile ", 10, " de vuile ", "je hangt"),
            ("zo’n dag", 3, "dag", "zo’"),
            ("coo\u{308}rdinator", 4, "ator", "coo\u{308}r"),
            ("👩‍👧👩‍👧👩‍👧", 2, "👩‍👧👩‍👧", "👩‍👧👩‍👧"),
            ("שלום עולם", 6, " עולם", "שלום"),
            ("ja", 0, "", ""),
            ("", 5, "", ""),
        ] {
            assert_eq!(last_words(text, most, |_| 1), last, "the last {most} of {text:?}");
            assert_eq!(first_words(text, most, |_| 1), first, "the first {most} of {text:?}");
        }
    }

    #[test]
    fn the_caller_says_what_a_letter_counts() {
        let double = |letter: &str| if letter.is_ascii() { 1 } else { 2 };
        assert_eq!(last_words("漢字 ja", 4, double), " ja");
        assert_eq!(first_words("漢字 ja", 5, double), "漢字 ");
    }

    proptest! {
        #[test]
        fn what_is_given_fits_and_stands_at_the_end_or_the_beginning(text in "\\PC{0,40}", most in 0_usize..20) {
            let size = |words: &str| words.graphemes(true).count();
            let (last, first) = (last_words(&text, most, |_| 1), first_words(&text, most, |_| 1));
            prop_assert!(text.ends_with(last) && size(last) <= most);
            prop_assert!(text.starts_with(first) && size(first) <= most);
        }
    }
}
