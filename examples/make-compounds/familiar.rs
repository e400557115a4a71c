//! Which words everybody knows, from the list that a program for reading scanned pages carries: the words that were
//! frequent in Dutch pages of the web, each in the ways it was written there. A word that was frequent in small letters,
//! with a capital and in capitals too is familiar.

use codeboom::text::fold::fold;
use std::collections::{HashMap, HashSet};

/// The words of a list that it has in all three ways.
pub(crate) fn read(list: &str) -> HashSet<String> {
    let mut ways: HashMap<String, u8> = HashMap::new();
    for word in list.lines().map(str::trim).filter(|word| !word.is_empty()) {
        *ways.entry(fold(word).into_owned()).or_default() |= way(word);
    }
    ways.into_iter().filter(|(_, ways)| *ways == SMALL | CAPITAL | CAPITALS).map(|(word, _)| word).collect()
}

/// The ways to write a word.
const SMALL: u8 = 1;
const CAPITAL: u8 = 2;
const CAPITALS: u8 = 4;

/// One bit for each way to write a word.
fn way(word: &str) -> u8 {
    if !word.chars().any(char::is_uppercase) {
        SMALL
    } else if word.chars().any(char::is_lowercase) {
        CAPITAL
    } else {
        CAPITALS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_familiar_when_it_is_written_in_every_way() {
        let familiar = read("huis\nHuis\nHUIS\nHuisarts\nhuisarts\nidee\u{eb}n\nIdee\u{eb}n\nIDEE\u{cb}N\nJansen\n\n");
        for (word, expected) in [("huis", true), ("huisarts", false), ("ideeen", true), ("jansen", false), ("", false)]
        {
            assert_eq!(familiar.contains(word), expected, "{word}");
        }
    }
}
