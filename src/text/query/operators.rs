//! The words that are operators, in Dutch and English, with what may follow their slash: `NEAR/5`, `NABIJ/zin`,
//! `VOLGT/2`. Upper case only.

use super::{LONGEST_REACH, Operator, QueryFaultKind, Reach, RelationKind, USUAL_REACH, USUAL_TURNS};

/// The operator that a word is, if it is one.
pub(super) fn operator(word: &str) -> Result<Option<Operator>, QueryFaultKind> {
    let (name, after) = match word.split_once('/') {
        Some((name, after)) => (name, Some(after)),
        None => (word, None),
    };
    Ok(Some(match (name, after) {
        ("EN" | "AND", None) => Operator::And,
        ("OF" | "OR", None) => Operator::Or,
        ("NIET" | "NOT", None) => Operator::Not,
        ("NABIJ" | "NEAR", after) => Operator::Near(reach(after).ok_or(QueryFaultKind::BadReach)?),
        ("BINNEN" | "WITHIN", None) => Operator::Codings(RelationKind::Within),
        ("OVERLAPT" | "OVERLAPS", None) => Operator::Codings(RelationKind::Overlaps),
        ("SAMEN" | "COOCCURS", None) => Operator::Codings(RelationKind::Cooccurs),
        ("VOLGT" | "FOLLOWS", after) => {
            let turns = after.map_or(Some(USUAL_TURNS), number).ok_or(QueryFaultKind::BadTurns)?;
            Operator::Codings(RelationKind::Follows(turns))
        }
        _ => return Ok(None),
    }))
}

/// Whether a word stands for "carries a coding" wherever it is typed.
pub(super) fn is_coded(word: &str) -> bool {
    matches!(word, "GECODEERD" | "CODED")
}

/// Whether a word stands for "carries a coding" right after NOT.
pub(super) fn is_coded_after_not(word: &str) -> bool {
    matches!(word, "gecodeerd" | "coded")
}

fn reach(after: Option<&str>) -> Option<Reach> {
    let Some(after) = after else { return Some(Reach::Words(USUAL_REACH)) };
    match after.to_lowercase().as_str() {
        "zin" | "sentence" => Some(Reach::Sentence),
        "beurt" | "turn" => Some(Reach::Turn),
        after => number(after).filter(|words| *words > 0).map(Reach::Words),
    }
}

fn number(text: &str) -> Option<u32> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|number| digits && *number <= LONGEST_REACH)
}
