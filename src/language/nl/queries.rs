//! What is wrong with a search or with a condition such as `casus:3`, with a mark under the place.

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
        QueryFaultKind::Empty => "er staat niets om naar te zoeken".to_owned(),
        QueryFaultKind::OnlyPunctuation => "hier staan alleen leestekens, en die worden niet gezocht".to_owned(),
        QueryFaultKind::UnclosedQuote => "dit aanhalingsteken wordt niet gesloten".to_owned(),
        QueryFaultKind::UnclosedBracket => "dit haakje wordt niet gesloten".to_owned(),
        QueryFaultKind::StrayBracket => "dit haakje sluit iets dat niet geopend is".to_owned(),
        QueryFaultKind::MissingOperand(operator, side) => {
            let side = match side {
                Side::Before => "voor",
                Side::After => "na",
            };
            format!("{side} {} staat niets om te zoeken", typed(query, fault, operator))
        }
        QueryFaultKind::TooDeep => {
            format!("hier staan meer dan {DEEPEST_QUERY} haakjes of ontkenningen in elkaar")
        }
        QueryFaultKind::TooLong => {
            format!("de zoekopdracht is langer dan {} kB", count(LONGEST_QUERY / 1024))
        }
    }
}

fn query_hint(query: &str, fault: &QueryFault) -> Option<String> {
    match fault.kind {
        QueryFaultKind::Empty | QueryFaultKind::OnlyPunctuation => {
            Some("Typ een of meer woorden, bijvoorbeeld `codeboom search schaamte`.".to_owned())
        }
        QueryFaultKind::UnclosedQuote => {
            Some("Zet achter de woorden nog een aanhalingsteken, of laat dit weg.".to_owned())
        }
        QueryFaultKind::UnclosedBracket => Some("Zet erachter nog een haakje, of laat dit weg.".to_owned()),
        QueryFaultKind::StrayBracket => Some("Laat het weg, of zet er een haakje openen voor.".to_owned()),
        QueryFaultKind::MissingOperand(operator, _) => {
            let word = typed(query, fault, operator).to_lowercase();
            Some(format!("Zoek je het woord zelf, schrijf het dan klein: {word}."))
        }
        QueryFaultKind::TooDeep => None,
        QueryFaultKind::TooLong => Some(
            "Zoek in delen; met `codeboom search --from BESTAND` kan elke regel een eigen zoekopdracht zijn."
                .to_owned(),
        ),
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
        Operator::And => "EN",
        Operator::Or => "OF",
        Operator::Not => "NIET",
    };
    word.to_owned()
}

pub(super) fn filter(query: &str, fault: &FilterFault) -> Message {
    match fault {
        FilterFault::Field { name: field, nearest, place } => Message::new(&format!(
            "er is geen veld of kenmerk {}",
            name(field)
        ))
        .details(pictures::query(query, *place))
        .hints(did_you_mean(nearest))
        .hint(
            "Velden zijn casus, rol, respondent, transcript, moment, codeur, code, label en thema, en elk kenmerk \
                     uit je eigen tabel.",
        ),
        FilterFault::Value { unknown: value, place } => {
            let picture = place.map(|place| pictures::query(query, place)).unwrap_or_default();
            Message::new(&unknown(value)).details(picture).hints(unknown_hint(value))
        }
        FilterFault::Words { place } => Message::new("hier kan alleen een voorwaarde staan, geen woorden uit de tekst")
            .details(pictures::query(query, *place))
            .hint("Schrijf een veld met een waarde, zoals casus:3 of rol:\"sociaal netwerk\".")
            .hint("Woorden zoek je met `codeboom search`."),
    }
}
