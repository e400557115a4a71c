//! Names of things: what a name may be, when two names are the same, which known name a mistyped one may have meant,
//! and where footnote marks stand in a name as it is printed.

use std::cmp::Ordering;

/// Longest name, in code points.
pub const LONGEST_NAME: usize = 200;

/// Why something cannot be a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameFault {
    /// Nothing but white space.
    Empty,
    /// More than 200 characters; says how many.
    TooLong(usize),
    /// Holds a line break or another control character.
    Control,
}

/// A name without white space around it, when it may be one.
///
/// # Errors
/// A [`NameFault`] when the name is empty, longer than 200 characters or holds control characters.
pub fn check_name(typed: &str) -> Result<String, NameFault> {
    let name = typed.trim();
    let length = name.chars().count();
    if name.is_empty() {
        Err(NameFault::Empty)
    } else if length > LONGEST_NAME {
        Err(NameFault::TooLong(length))
    } else if name.chars().any(char::is_control) {
        Err(NameFault::Control)
    } else {
        Ok(name.to_owned())
    }
}

/// The form in which names are compared: case folded, white space runs as one space, accents kept.
#[must_use]
pub fn fold_name(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(word.chars().flat_map(char::to_lowercase));
    }
    folded
}

/// Up to three of `known` that `typed` may have meant, the likeliest first.
#[must_use]
pub fn nearest_names<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let wanted: Vec<char> = fold_name(typed).chars().take(LONGEST_NAME).collect();
    let joined: String = wanted.iter().collect();
    let mut found: Vec<(usize, &str)> = known
        .into_iter()
        .filter_map(|name| {
            let folded = fold_name(name);
            let letters: Vec<char> = folded.chars().collect();
            let inside = wanted.len() >= 3 && (folded.contains(&joined) || joined.contains(&folded));
            let distance = edits(&wanted, &letters);
            let near = distance <= (wanted.len().max(letters.len()) / 3).max(1);
            (inside || near).then_some((if inside { distance.min(2) } else { distance }, name))
        })
        .collect();
    found.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| natural_order(a.1, b.1)));
    found.dedup_by(|a, b| a.1 == b.1);
    found.into_iter().take(3).map(|(_, name)| name.to_owned()).collect()
}

/// Edit distance (Levenshtein 1966) between two words.
fn edits(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, left) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, right) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(left != right);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

/// Orders names as a reader expects: digits by their value, letters without regard to case or accent, so that
/// `casus 2` comes before `casus 10` and `één` beside `een`.
#[must_use]
pub fn natural_order(a: &str, b: &str) -> Ordering {
    natural_key(a).cmp(&natural_key(b)).then_with(|| a.cmp(b))
}

/// A piece of a name for sorting; numbers come before letters.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Piece {
    Number(usize, String),
    Letter(char),
}

fn natural_key(name: &str) -> Vec<Piece> {
    use unicode_normalization::UnicodeNormalization;
    let mut key = Vec::new();
    let mut digits = String::new();
    let flush = |digits: &mut String, key: &mut Vec<Piece>| {
        if !digits.is_empty() {
            let plain = digits.trim_start_matches('0').to_owned();
            key.push(Piece::Number(plain.len(), plain));
            digits.clear();
        }
    };
    for c in name.nfd().flat_map(char::to_lowercase) {
        if c.is_ascii_digit() {
            digits.push(c);
        } else {
            flush(&mut digits, &mut key);
            if !unicode_normalization::char::is_combining_mark(c) {
                key.push(Piece::Letter(c));
            }
        }
    }
    flush(&mut digits, &mut key);
    key
}

/// A name as typed in a codebook, with footnote marks, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkedName {
    /// The name without marks.
    pub name: String,
    /// The name with its marks in place, or empty when there are none.
    pub marked: String,
}

impl MarkedName {
    /// Takes a typed name apart. Only runs of asterisks that are among `marks` are marks; any other asterisk is a
    /// letter of the name.
    #[must_use]
    pub fn parse<'a>(typed: &str, marks: impl IntoIterator<Item = &'a str> + Clone) -> Self {
        let mut name = String::new();
        let mut found = false;
        for piece in Self::pieces(typed, marks) {
            match piece {
                NamePiece::Words(words) => name.push_str(words),
                NamePiece::Mark(_) => found = true,
            }
        }
        let name = name.trim().to_owned();
        Self { name, marked: if found { typed.trim().to_owned() } else { String::new() } }
    }

    /// The words and marks of a name, in order.
    #[expect(clippy::needless_pass_by_value, reason = "an iterator is handed over, and costs nothing to clone")]
    pub fn pieces<'t, 'a>(typed: &'t str, marks: impl IntoIterator<Item = &'a str> + Clone) -> Vec<NamePiece<'t>> {
        let mut pieces = Vec::new();
        let mut words = 0;
        let mut at = 0;
        while let Some(offset) = typed[at..].find('*') {
            let start = at + offset;
            let end = start + typed[start..].bytes().take_while(|byte| *byte == b'*').count();
            let run = &typed[start..end];
            if marks.clone().into_iter().any(|mark| mark == run) {
                if start > words {
                    pieces.push(NamePiece::Words(&typed[words..start]));
                }
                pieces.push(NamePiece::Mark(run));
                words = end;
            }
            at = end;
        }
        if words < typed.len() {
            pieces.push(NamePiece::Words(&typed[words..]));
        }
        pieces
    }

    /// Carries the marks of a printed name over to a new name: each mark goes behind the word it stood behind, when
    /// that word is still there, else to the end.
    #[must_use]
    pub fn carry<'a>(marked: &str, name: &str, marks: impl IntoIterator<Item = &'a str> + Clone) -> String {
        let mut carried = name.to_owned();
        let mut last_word = "";
        for piece in Self::pieces(marked, marks) {
            match piece {
                NamePiece::Words(words) => last_word = words.split_whitespace().next_back().unwrap_or_default(),
                NamePiece::Mark(mark) => {
                    let place = if last_word.is_empty() { None } else { carried.find(last_word) };
                    let at = place.map_or(carried.len(), |start| start + last_word.len());
                    carried.insert_str(at, mark);
                }
            }
        }
        carried
    }
}

/// A piece of a printed name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NamePiece<'t> {
    /// Words of the name.
    Words(&'t str),
    /// A footnote mark.
    Mark(&'t str),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fold_case_and_space_but_keep_accents() {
        assert_eq!(fold_name("  Vuile  WAS "), "vuile was");
        assert_ne!(fold_name("een"), fold_name("één"));
    }

    #[test]
    fn a_name_has_bounds() {
        assert_eq!(check_name(" vuile was "), Ok("vuile was".to_owned()));
        assert_eq!(check_name(" \n"), Err(NameFault::Empty));
        assert_eq!(check_name(&"a".repeat(3000)), Err(NameFault::TooLong(3000)));
        assert_eq!(check_name("a\nb"), Err(NameFault::Control));
        assert!(check_name(&"ë".repeat(200)).is_ok());
    }

    #[test]
    fn the_nearest_name_comes_first() {
        let known = ["schaamte", "schuld", "steun van buren", "schaarste"];
        assert_eq!(nearest_names("schamte", known)[0], "schaamte");
        assert_eq!(nearest_names("buren", known), ["steun van buren"]);
        assert!(nearest_names("xyz", known).is_empty());
    }

    #[test]
    fn order_is_a_readers_order() {
        let mut names = ["casus 10", "Éva", "casus 2", "eva", "Bert"];
        names.sort_by(|a, b| natural_order(a, b));
        assert_eq!(names, ["Bert", "casus 2", "casus 10", "eva", "Éva"]);
    }

    #[test]
    fn marks_are_only_those_that_have_a_note() {
        let marks = ["*", "**"];
        let parsed = MarkedName::parse("Steun van netwerkleden* houdt** aan", marks);
        assert_eq!(parsed.name, "Steun van netwerkleden houdt aan");
        assert_eq!(parsed.marked, "Steun van netwerkleden* houdt** aan");
        let plain = MarkedName::parse("5*** hotel", marks);
        assert_eq!((plain.name.as_str(), plain.marked.as_str()), ("5*** hotel", ""));
    }

    #[test]
    fn marks_follow_their_word_into_a_new_name() {
        let marks = ["*"];
        assert_eq!(MarkedName::carry("De naasten* helpen", "Wat naasten doen", marks), "Wat naasten* doen");
        assert_eq!(MarkedName::carry("De naasten* helpen", "Familie", marks), "Familie*");
    }
}
