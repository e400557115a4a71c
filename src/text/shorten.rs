//! A quote in a report may be shorter than the fragment it was taken from, but it may not say anything else. Leaving out
//! is marked `[…]` or `[...]`, replacing stands between square brackets (`[de dochter]`, `[D]aar`); all other words must
//! stand in the fragment, in the same order, cut between words. White space, curly or straight quotation marks and
//! kinds of dashes do not matter; case does, so that a changed capital shows its brackets.
//!
//! [`check_shortened`] names the first place that breaks this, what stands there and what the respondent said.

mod passage;

use crate::text::typography::fold;
use passage::{Edge, Passage, Said};

/// The first place at which a report text says something else than its fragment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShortenFault {
    /// Where in the report text, in code points.
    pub at: u32,
    /// What is wrong there.
    pub problem: ShortenProblem,
    /// The words of the report text that are meant; empty when something is missing.
    pub words: String,
    /// What the fragment says at that place; empty when it has ended.
    pub fragment: String,
}

/// What can be wrong with a report text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShortenProblem {
    /// The words do not stand in the fragment here.
    NotThere,
    /// Words were left out without `[…]`.
    LeftOut,
    /// The words stand earlier in the fragment.
    OutOfOrder,
    /// A word is cut in two without a replacement in brackets.
    CutsWord,
    /// A bracket is not closed, or another is opened inside it.
    Unclosed,
    /// There is nothing between the brackets, or nothing but brackets.
    Empty,
}

/// Checks that a report text only leaves out and replaces between square brackets.
///
/// # Errors
/// The first place that breaks the rule.
pub fn check_shortened(fragment: &str, report: &str) -> Result<(), ShortenFault> {
    let folded = fold(fragment);
    let said = Said::new(&folded);
    let passages = passages(report)?;
    let mut from = 0;
    for passage in &passages {
        from = passage.find(&said, from).ok_or_else(|| passage.fault(&said, from, report))?;
    }
    if passages.is_empty() {
        return Err(ShortenFault::new(report, 0, ShortenProblem::Empty, report.trim(), said.beginning()));
    }
    Ok(())
}

impl ShortenFault {
    fn new(report: &str, at: usize, problem: ShortenProblem, words: &str, fragment: &str) -> Self {
        let before = report.get(..at).unwrap_or(report).chars().count();
        let at = u32::try_from(before).unwrap_or(u32::MAX);
        Self { at, problem, words: words.to_owned(), fragment: fragment.to_owned() }
    }
}

/// Cuts a report text at its brackets.
fn passages(report: &str) -> Result<Vec<Passage>, ShortenFault> {
    let mut found: Vec<Passage> = Vec::new();
    let mut before = Edge::Text;
    let mut at = 0;
    loop {
        let open = report[at..].find('[').map(|open| at + open);
        let words = &report[at..open.unwrap_or(report.len())];
        let bracket = open.map(|open| bracket(report, open)).transpose()?;
        let joined = bracket.as_ref().is_some_and(|bracket| bracket.replaces) && !words.ends_with(char::is_whitespace);
        let after = match open {
            None => Edge::Text,
            Some(_) if joined => Edge::Joined,
            Some(_) => Edge::Bracket,
        };
        let before_words =
            if words.starts_with(char::is_whitespace) && before == Edge::Joined { Edge::Bracket } else { before };
        if !words.trim().is_empty() {
            let start = at + words.len() - words.trim_start().len();
            found.push(Passage::new(words.trim(), start, before_words, after));
        }
        let Some(bracket) = bracket else { return Ok(found) };
        before = if bracket.replaces { Edge::Joined } else { Edge::Bracket };
        at = bracket.end;
    }
}

struct Bracket {
    end: usize,
    replaces: bool,
}

fn bracket(report: &str, open: usize) -> Result<Bracket, ShortenFault> {
    let fault = |problem, words: &str| Err(ShortenFault::new(report, open, problem, words, ""));
    let inside = &report[open + 1..];
    let Some(close) = inside.find([']', '[']).filter(|at| inside[*at..].starts_with(']')) else {
        return fault(ShortenProblem::Unclosed, &report[open..]);
    };
    let end = open + 1 + close + 1;
    match fold(&inside[..close]).as_str() {
        "" => fault(ShortenProblem::Empty, &report[open..end]),
        words => Ok(Bracket { end, replaces: words != "..." }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ShortenProblem::{CutsWord, Empty, LeftOut, NotThere, OutOfOrder, Unclosed};
    use proptest::prelude::*;

    const SAID: &str =
        "Nou, Riek belde ’s avonds op – ze had zo’n\nhaast. Daar was Zoë bij 👍🏽, en toen gingen we naar huis…";

    #[test]
    fn allows_leaving_out_and_replacing_in_brackets() {
        let allowed = [
            SAID,
            "  Nou, Riek belde 's avonds op - ze had zo'n haast. Daar was Zoe\u{308} bij 👍🏽, en toen gingen we naar huis... ",
            "Nou, […] ze had zo’n haast. […]",
            "[…] ze had zo'n haast. [...]",
            "Nou, [de dochter] belde ’s avonds op […] en toen gingen we naar huis…",
            "[R]iek belde […] op – ze had zo’n haast. [d]aar was Zoë bij [...]",
            "[…] toen [ging]en we naar [het te]huis…",
            "[…] en toen g[ing]en [wij] naar huis…",
            "Nou, Riek[, de dochter,] belde ’s avonds op […]",
            "[…]Daar was Zoë[…]",
        ];
        for report in allowed {
            assert_eq!(check_shortened(SAID, report), Ok(()), "{report}");
        }
        assert_eq!(check_shortened("Ja [lacht] zeker.", "Ja [lacht] zeker."), Ok(()));
        assert_eq!(check_shortened("dan (…) niet", "dan (...) niet"), Ok(()));
    }

    #[test]
    fn names_the_place_that_says_something_else() {
        let cases = [
            ("Nou, Riek belde ’s avonds op", 28, LeftOut, "", "– ze had"),
            ("Riek belde […]", 0, LeftOut, "", "Nou,"),
            ("Nou, Riek belde mij ’s avonds op […]", 16, NotThere, "mij", "'s avonds op"),
            ("Nou, Riek belt ’s avonds op […]", 10, NotThere, "belt", "belde"),
            ("Nou, riek belde […]", 5, NotThere, "riek", "Riek"),
            ("[…] 👍🏽, en toen gingen wij naar huis…", 23, NotThere, "wij", "we"),
            ("[…] Daar was […] ze had […]", 17, OutOfOrder, "ze had", "Zoë bij"),
            ("[…] ging […]", 4, CutsWord, "ging", "gingen"),
            ("[…]aar was Zoë […]", 3, CutsWord, "aar was Zoë", "Daar was Zoë"),
            ("Nou, (…) Daar was […]", 5, NotThere, "(…)", "Riek belde"),
            ("Nou, Riek [de dochter", 10, Unclosed, "[de dochter", ""),
            ("Nou, [Riek [de dochter]] […]", 5, Unclosed, "[Riek [de dochter]] […]", ""),
            ("Nou, [] belde […]", 5, Empty, "[]", ""),
            ("[…]", 0, Empty, "[…]", "Nou, Riek"),
            ("", 0, Empty, "", "Nou, Riek"),
            ("Nou, Riek belde ’s avonds op – ze had zo’n haast! […]", 48, NotThere, "!", "."),
            ("[…] gelukkig", 4, NotThere, "gelukkig", "Nou, Riek"),
        ];
        for (report, at, problem, words, says) in cases {
            let fault = check_shortened(SAID, report).expect_err(report);
            assert_eq!((fault.at, fault.problem, fault.words.as_str()), (at, problem, words), "{report}: {fault:?}");
            assert!(fault.fragment.starts_with(&fold(says)), "{report}: {fault:?}");
        }
    }

    #[test]
    fn passages_may_not_overlap() {
        let said = "ja maar ja dat wel";
        assert_eq!(check_shortened(said, "ja maar ja […] wel"), Ok(()));
        assert_eq!(check_shortened(said, "ja […] ja dat wel"), Ok(()));
        assert!(check_shortened(said, "ja maar ja […] ja dat wel").is_err());
        assert!(check_shortened("geschreven", "ge[s]chreven").is_ok());
        assert!(check_shortened("geschreven", "gesch[s]chreven").is_err());
    }

    proptest! {
        #[test]
        fn leaving_out_whole_words_is_allowed_and_adding_one_is_not(
            words in prop::collection::vec("(ja|nee|zo’n|’s|avonds|Zoë|👍|dat,)", 3..20), cut in 0usize..20, len in 1usize..20, extra in 0usize..20,
        ) {
            let from = cut.min(words.len() - 1);
            let to = (from + len).min(words.len());
            let mut report = words[..from].to_vec();
            report.push("[…]".to_owned());
            report.extend_from_slice(&words[to..]);
            let said = words.join(" ");
            prop_assume!(report.len() > 1);
            prop_assert_eq!(check_shortened(&said, &report.join("\n")), Ok(()));
            report.insert(extra.min(report.len()), "gelukkig".to_owned());
            let fault = check_shortened(&said, &report.join(" ")).expect_err("an added word");
            prop_assert_eq!(fault.problem, NotThere);
            prop_assert!(fault.words.contains("gelukkig"), "{:?}", fault);
        }

        #[test]
        fn no_input_panics(said in "(ja|’s|\\[|\\]|…|👍| |\n|e\u{308}){0,12}", report in "(ja|’s|\\[|\\]|…|👍| |\n|e\u{308}){0,12}") {
            let _ = check_shortened(&said, &report);
        }
    }
}
