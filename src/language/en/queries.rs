//! What is wrong with a search or with a condition such as `case:3`, with a mark under the place.

use super::clauses::{did_you_mean, unknown, unknown_hint};
use crate::analysis::{Expected, FilterFault};
use crate::language::Message;
use crate::language::phrases::{count, name};
use crate::language::pictures;
use crate::text::{
    DEEPEST_QUERY, LONGEST_QUERY, LONGEST_REACH, MOST_WIDENED, Operator, PatternProblem, QueryFault, QueryFaultKind,
    Side,
};

pub(super) fn query(query: &str, fault: &QueryFault) -> Message {
    let message = Message::new(&query_clause(query, fault));
    let shown = match fault.kind {
        QueryFaultKind::TooLong => Vec::new(),
        _ if query.trim().is_empty() => Vec::new(),
        _ => pictures::query(query, fault.place),
    };
    message.details(shown).hints(query_hint(query, fault))
}

pub(super) fn query_clause(query: &str, fault: &QueryFault) -> String {
    match fault.kind {
        QueryFaultKind::Empty => "there is nothing to search for".to_owned(),
        QueryFaultKind::OnlyPunctuation => {
            "there are only punctuation marks here, and those are not searched".to_owned()
        }
        QueryFaultKind::UnclosedQuote => "this quotation mark is not closed".to_owned(),
        QueryFaultKind::UnclosedBracket => "this bracket is not closed".to_owned(),
        QueryFaultKind::StrayBracket => "this bracket closes something that was not opened".to_owned(),
        QueryFaultKind::MissingOperand(operator, side) => {
            let side = match side {
                Side::Before => "before",
                Side::After => "after",
            };
            format!("there is nothing to search for {side} {}", typed(query, fault, operator))
        }
        QueryFaultKind::TooDeep => {
            format!("there are more than {DEEPEST_QUERY} brackets, negations or NEARs inside each other here")
        }
        QueryFaultKind::NotWords => "NEAR stands between words, and this is something else".to_owned(),
        QueryFaultKind::NotCodings => {
            "WITHIN, OVERLAPS, COOCCURS and FOLLOWS stand beside a condition on one coding".to_owned()
        }
        QueryFaultKind::NotValue => "between the brackets after a field only values can stand".to_owned(),
        QueryFaultKind::BadReach => {
            format!("after NEAR/ comes a number from 1 to {LONGEST_REACH}, or sentence, or turn")
        }
        QueryFaultKind::BadTurns => format!("after FOLLOWS/ comes a number from 0 to {LONGEST_REACH}"),
        QueryFaultKind::BadFuzziness => "a word can be one or two letters off".to_owned(),
        QueryFaultKind::PhraseNumber => "after a phrase between quotation marks ~ stands without a number".to_owned(),
        QueryFaultKind::SeveralWords => "this works for a single word only, without hyphens or dots".to_owned(),
        QueryFaultKind::UnclosedPattern => "this slash is not closed".to_owned(),
        QueryFaultKind::Pattern(problem) => format!("this pattern cannot be used: {}", pattern(problem)),
        QueryFaultKind::TooMany => {
            format!("there are more than {} words with a star, ~ or slashes", count(MOST_WIDENED))
        }
        QueryFaultKind::TooLong => format!("the query is longer than {} kB", count(LONGEST_QUERY / 1024)),
    }
}

fn query_hint(query: &str, fault: &QueryFault) -> Option<String> {
    match fault.kind {
        QueryFaultKind::Empty | QueryFaultKind::OnlyPunctuation => {
            Some("Type one or more words, as in `codeboom search schaamte`.".to_owned())
        }
        QueryFaultKind::UnclosedQuote => {
            Some("Put another quotation mark behind the words, or leave this one out.".to_owned())
        }
        QueryFaultKind::UnclosedBracket => Some("Put a closing bracket behind it, or leave this one out.".to_owned()),
        QueryFaultKind::StrayBracket => Some("Leave it out, or put an opening bracket before it.".to_owned()),
        QueryFaultKind::MissingOperand(operator, _) => {
            let word = typed(query, fault, operator).to_lowercase();
            Some(format!("To search for the word itself, write it in small letters: {word}."))
        }
        QueryFaultKind::NotWords => Some(
            "Write NEAR between two words or phrases, or words with OR between them in brackets: (broer OR zus) NEAR/5 \
             helpen."
                .to_owned(),
        ),
        QueryFaultKind::NotCodings => Some(expected_hint(Expected::Coding).to_owned()),
        QueryFaultKind::NotValue => Some("Write for instance case:(1 OR 2).".to_owned()),
        QueryFaultKind::BadReach => Some("Write for instance NEAR/5, NEAR/sentence or NEAR/turn.".to_owned()),
        QueryFaultKind::BadTurns => Some("Write FOLLOWS, or how many turns later it may be: FOLLOWS/3.".to_owned()),
        QueryFaultKind::BadFuzziness => Some("Write woord~1 or woord~2.".to_owned()),
        QueryFaultKind::PhraseNumber => Some(
            "With ~ all forms of the words count. If other words may stand between them, write vuile NEAR/3 was."
                .to_owned(),
        ),
        QueryFaultKind::SeveralWords => Some(
            "Search for the parts side by side, with NEAR/1 between them, or put a star at the end only.".to_owned(),
        ),
        QueryFaultKind::UnclosedPattern => Some(
            "A pattern stands between two slashes, is about one word and has no spaces: /ver(geten|gat)/. If you look for \
             this word itself, put it between quotation marks."
                .to_owned(),
        ),
        QueryFaultKind::Pattern(_) => {
            Some("If you look for this word itself, put it between quotation marks instead of slashes.".to_owned())
        }
        QueryFaultKind::TooDeep | QueryFaultKind::TooMany => None,
        QueryFaultKind::TooLong => {
            Some("Search in parts; with `codeboom search --from FILE` every line can be a query of its own.".to_owned())
        }
    }
}

/// The operator as it was typed, without what follows its slash: Dutch and English ones both work.
fn typed(query: &str, fault: &QueryFault, operator: Operator) -> String {
    let (start, end) = (fault.place.start as usize, fault.place.end as usize);
    let word: String = query.chars().skip(start).take(end.saturating_sub(start)).collect();
    let word = word.split('/').next().unwrap_or_default();
    let known = operator.words();
    known.into_iter().find(|known| *known == word).unwrap_or(known[1]).to_owned()
}

pub(super) fn filter(query: &str, fault: &FilterFault) -> Message {
    match fault {
        FilterFault::Field { name: field, nearest, place } => {
            Message::new(&format!("there is no field or attribute {}", name(field)))
                .details(pictures::query(query, *place))
                .hints(did_you_mean(nearest))
                .hint(
                    "Fields are case, role, participant, transcript, moment, date, coder, code, label, theme, counter \
                     and memo, and every attribute of your own table.",
                )
        }
        FilterFault::Value { unknown: value, place } => {
            let picture = place.map(|place| pictures::query(query, place)).unwrap_or_default();
            Message::new(&unknown(value)).details(picture).hints(unknown_hint(value))
        }
        FilterFault::Words { place } => Message::new("only a condition can stand here, no words of the text")
            .details(pictures::query(query, *place))
            .hint("Write a field with a value, such as case:3 or role:\"sociaal netwerk\".")
            .hint("Words are searched with `codeboom search`."),
        FilterFault::Expected { what, place } => {
            Message::new(expected(*what)).details(pictures::query(query, *place)).hint(expected_hint(*what))
        }
        FilterFault::Incomparable { name: attribute, place } => {
            Message::new(&format!("attribute {} has no numbers or dates to compare", name(attribute)))
                .details(pictures::query(query, *place))
                .hint("Ask for a value as it stands in your table, or for its beginning with a star.")
        }
    }
}

fn expected(what: Expected) -> &'static str {
    match what {
        Expected::Coding => "this field says nothing of a coding",
        Expected::Date => "this is no date",
        Expected::NumberOrDate => "an end of this range is neither a number nor a date",
        Expected::Word => "a word that can stand in a memo belongs here",
        Expected::YesOrNo => "yes or no belongs here",
    }
}

fn expected_hint(what: Expected) -> &'static str {
    match what {
        Expected::Coding => {
            "That is code, label, theme, coder or counter, as in code:\"vuile was\" WITHIN theme:schaamte."
        }
        Expected::Date => "Write date:2025-03-14, date:2025-03, or from and to: date:2025-01-01..2025-06-30.",
        Expected::NumberOrDate => {
            "Write leeftijd:40..60, leeftijd:>=40 or intake:2025-01..2025-06. If you look for these signs themselves, \
             put them between quotation marks."
        }
        Expected::Word => "Write memo:schaamte or memo:\"nog eens lezen\".",
        Expected::YesOrNo => "Write counter:yes or counter:no.",
    }
}

/// What is wrong with a regular expression.
fn pattern(problem: PatternProblem) -> &'static str {
    match problem {
        PatternProblem::UnclosedGroup => "a bracket is not closed",
        PatternProblem::UnopenedGroup => "a bracket closes something that was not opened",
        PatternProblem::UnclosedClass => "a square bracket is not closed",
        PatternProblem::ClassRange => "a range between square brackets runs backwards",
        PatternProblem::NothingToRepeat => "there is nothing to repeat before *, + or ?",
        PatternProblem::Count => "there is no count between braces",
        PatternProblem::Escape => "the letter after \\ has no meaning",
        PatternProblem::LastEscape => "there is nothing after the last \\",
        PatternProblem::LookAround => "looking ahead or back is not possible",
        PatternProblem::Property => "there is no such property of letters",
        PatternProblem::TooDeep => "too many brackets stand inside each other",
        PatternProblem::TooLarge => "it repeats so often that it becomes too large",
        PatternProblem::Other => "it cannot be read",
    }
}
