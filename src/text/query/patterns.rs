//! Regular expressions over single words: `/ver(geten|gat)/` as typed between slashes goes in, an expression that fits
//! folded words from end to end comes out. Letters are folded as words are, so that case and accents make no difference.
//! Matching is linear in the word (the `regex` crate), and an expression that would grow too large is refused here.

use crate::text::fold::fold_into;
use regex::{Regex, RegexBuilder};
use regex_syntax::ast::ErrorKind as Written;
use regex_syntax::hir::ErrorKind as Meant;

/// Bytes that a compiled expression may take.
const LARGEST: usize = 1 << 20;

/// How many groups may stand inside each other.
const DEEPEST: u32 = 50;

/// Why a regular expression cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PatternProblem {
    /// A group is not closed.
    UnclosedGroup,
    /// A closing bracket that closes nothing.
    UnopenedGroup,
    /// A square bracket is not closed.
    UnclosedClass,
    /// From a later to an earlier letter, as in `[z-a]`.
    ClassRange,
    /// There is nothing to repeat before `*`, `+`, `?` or `{`.
    NothingToRepeat,
    /// The numbers between braces cannot be a count.
    Count,
    /// The letter after the backslash has no meaning.
    Escape,
    /// The expression ends in a backslash.
    LastEscape,
    /// Looking around and back references do not exist here.
    LookAround,
    /// No such property of letters, as in `\p{Onzin}`.
    Property,
    /// Too many groups inside each other.
    TooDeep,
    /// It repeats so often that it would become too large.
    TooLarge,
    /// Anything else that is no expression.
    Other,
}

/// A regular expression that fits whole folded words.
///
/// # Errors
/// A [`PatternProblem`].
pub fn word_pattern(text: &str) -> Result<Regex, PatternProblem> {
    let mut reader = regex_syntax::ParserBuilder::new().nest_limit(DEEPEST).build();
    reader.parse(text).map_err(|error| problem(&error))?;
    let whole = format!(r"\A(?:{})\z", folded(text));
    let mut builder = RegexBuilder::new(&whole);
    builder.case_insensitive(true).nest_limit(DEEPEST + 5).size_limit(LARGEST).dfa_size_limit(LARGEST);
    builder.build().map_err(|error| match error {
        regex::Error::CompiledTooBig(_) => PatternProblem::TooLarge,
        _ => PatternProblem::Other,
    })
}

/// The expression with its letters folded; what follows a backslash stays as it is.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut letters = text.chars();
    let mut buffer = [0; 4];
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => {
                folded.push(letter);
                folded.extend(letters.next());
            }
            _ if letter.is_ascii() && letter != '`' => folded.push(letter),
            _ => fold_into(letter.encode_utf8(&mut buffer), &mut folded),
        }
    }
    folded
}

fn problem(error: &regex_syntax::Error) -> PatternProblem {
    match error {
        regex_syntax::Error::Parse(error) => written(error.kind()),
        regex_syntax::Error::Translate(error) => match error.kind() {
            Meant::UnicodePropertyNotFound | Meant::UnicodePropertyValueNotFound => PatternProblem::Property,
            _ => PatternProblem::Other,
        },
        _ => PatternProblem::Other,
    }
}

fn written(kind: &Written) -> PatternProblem {
    match kind {
        Written::GroupUnclosed | Written::GroupNameUnexpectedEof | Written::FlagUnexpectedEof => {
            PatternProblem::UnclosedGroup
        }
        Written::GroupUnopened => PatternProblem::UnopenedGroup,
        Written::ClassUnclosed => PatternProblem::UnclosedClass,
        Written::ClassRangeInvalid | Written::ClassRangeLiteral => PatternProblem::ClassRange,
        Written::RepetitionMissing => PatternProblem::NothingToRepeat,
        Written::RepetitionCountInvalid
        | Written::RepetitionCountDecimalEmpty
        | Written::RepetitionCountUnclosed
        | Written::DecimalEmpty
        | Written::DecimalInvalid => PatternProblem::Count,
        Written::EscapeUnexpectedEof => PatternProblem::LastEscape,
        Written::EscapeUnrecognized
        | Written::EscapeHexEmpty
        | Written::EscapeHexInvalid
        | Written::EscapeHexInvalidDigit
        | Written::ClassEscapeInvalid => PatternProblem::Escape,
        Written::UnsupportedLookAround | Written::UnsupportedBackreference => PatternProblem::LookAround,
        Written::UnicodeClassInvalid => PatternProblem::Property,
        Written::NestLimitExceeded(_) => PatternProblem::TooDeep,
        Written::CaptureLimitExceeded => PatternProblem::TooLarge,
        _ => PatternProblem::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::fold;

    #[test]
    fn expressions_fit_whole_words_whatever_their_case_and_accents() {
        for (pattern, word, fits) in [
            ("ver(geten|gat)", "Vergat", true),
            ("ver(geten|gat)", "vergaten", false),
            ("b[eë]n", "ben", true),
            ("Coördinator.*", "coordinatoren", true),
            ("coo\u{308}rdinator", "COÖRDINATOR", true),
            ("zo’n", "zo'n", true),
            (r"\d+", "112", true),
            (r"\D+", "112", false),
            (r"\w+heid", "boosheid", true),
            ("a|ab", "ab", true),
            (".*(ing|heid)", "hulpverlening", true),
            ("ĳs", "ijs", true),
            ("שלו.", "שלום", true),
        ] {
            let regex = word_pattern(pattern).unwrap_or_else(|problem| panic!("{pattern}: {problem:?}"));
            assert_eq!(regex.is_match(&fold(word)), fits, "{pattern} on {word}");
        }
    }

    #[test]
    fn wrong_expressions_say_why() {
        use PatternProblem::*;
        for (pattern, problem) in [
            ("(a", UnclosedGroup),
            ("a)", UnopenedGroup),
            ("a)|(b", UnopenedGroup),
            ("[a", UnclosedClass),
            ("[z-a]", ClassRange),
            ("*a", NothingToRepeat),
            ("a{2", Count),
            ("a{3,2}", Count),
            (r"\j", Escape),
            ("a\\", LastEscape),
            ("(?=a)", LookAround),
            (r"(a)\1", LookAround),
            (r"\p{Onzin}", Property),
            ("((a{1000}){1000}){1000}", TooLarge),
            (r"(\w{50}){100}", TooLarge),
        ] {
            assert_eq!(word_pattern(pattern).map(|_| ()), Err(problem), "{pattern}");
        }
        let nested = |depth: usize| word_pattern(&format!("{}a{}", "(".repeat(depth), ")".repeat(depth)));
        assert!(nested(40).is_ok());
        assert_eq!(nested(60_000).map(|_| ()), Err(TooDeep));
        assert_eq!(word_pattern(&"(".repeat(60_000)).map(|_| ()), Err(UnclosedGroup));
    }
}
