//! What is wrong with a search or with a condition such as `case:3`, with a mark under the place.

use super::clauses::{did_you_mean, unknown, unknown_hint};
use crate::analysis::FilterFault;
use crate::language::Message;
use crate::language::phrases::{count, name};
use crate::language::pictures;
use crate::text::{DEEPEST_QUERY, LONGEST_QUERY, Operator, QueryFault, QueryFaultKind, Side};

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
            format!("there are more than {DEEPEST_QUERY} brackets or negations inside each other here")
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
        QueryFaultKind::TooDeep => None,
        QueryFaultKind::TooLong => {
            Some("Search in parts; with `codeboom search --from FILE` every line can be a query of its own.".to_owned())
        }
    }
}

/// The operator as it was typed: Dutch and English ones both work.
fn typed(query: &str, fault: &QueryFault, operator: Operator) -> String {
    let (start, end) = (fault.place.start as usize, fault.place.end as usize);
    let word: String = query.chars().skip(start).take(end.saturating_sub(start)).collect();
    let known = ["EN", "OF", "NIET", "AND", "OR", "NOT"];
    if known.contains(&word.as_str()) {
        return word;
    }
    let word = match operator {
        Operator::And => "AND",
        Operator::Or => "OR",
        Operator::Not => "NOT",
    };
    word.to_owned()
}

pub(super) fn filter(query: &str, fault: &FilterFault) -> Message {
    match fault {
        FilterFault::Field { name: field, nearest, place } => {
            Message::new(&format!("there is no field or attribute {}", name(field)))
                .details(pictures::query(query, *place))
                .hints(did_you_mean(nearest))
                .hint(
                    "Fields are case, role, participant, transcript, moment, coder, code, label and theme, and every \
                     attribute of your own table.",
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
    }
}
