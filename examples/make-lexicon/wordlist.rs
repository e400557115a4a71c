//! Reads a list of words, one on a line, as a spelling checker has them.

use codeboom::text::fold::fold;

/// A word of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Listed {
    /// The word as search compares it.
    pub(crate) folded: String,
    /// Whether it is written with a capital.
    pub(crate) capital: bool,
}

/// The words of a list that search would see as one word.
pub(crate) fn read(list: &str) -> Vec<Listed> {
    list.lines().filter_map(word).collect()
}

/// A word as search compares it; none for what is several words, a number or an abbreviation.
pub(crate) fn word(written: &str) -> Option<Listed> {
    let folded = fold(written.trim()).into_owned();
    let letters = !folded.is_empty() && folded.chars().all(|c| c.is_ascii_lowercase() || c == '\'');
    let roman = written.len() > 1 && written.chars().all(|c| "IVXLCDM".contains(c));
    let capital = written.chars().next().is_some_and(char::is_uppercase);
    (letters && !roman).then_some(Listed { folded, capital })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_and_what_is_none_is_left_out() {
        let words = read("café\nthema’s\nIJsland\nMCXII\nzee-eend\nin dusverre\n12e\nidee\u{eb}n\n");
        let words: Vec<(&str, bool)> = words.iter().map(|word| (word.folded.as_str(), word.capital)).collect();
        assert_eq!(words, [("cafe", false), ("thema's", false), ("ijsland", true), ("ideeen", false)]);
    }
}
