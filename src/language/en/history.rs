//! What was done, in the past: `code ‘a’ renamed to ‘b’`. Who and when stand beside it.

use super::arranging::several;
use super::{synonyms, talking};
use crate::language::phrases::{count, counted, listed, name, names};
use crate::model::{Entry, Verb};

pub(super) fn entry(entry: &Entry, target: Option<&Entry>) -> String {
    let detail: Vec<&str> = entry.detail.iter().map(String::as_str).collect();
    let first = detail.first().copied().unwrap_or_default();
    let second = detail.get(1).copied().unwrap_or_default();
    let third = detail.get(2).copied().unwrap_or_default();
    match entry.verb {
        Verb::New => "project made".to_owned(),
        Verb::Settings => "settings changed".to_owned(),
        Verb::Import => import(first, detail.get(1..).unwrap_or_default()),
        Verb::Participants => format!("table of respondents imported: {}", of(first, "row", "rows")),
        Verb::Correct => {
            let text = format!("text of {} corrected", name(first));
            let doubts =
                [(second, "fragment to check", "fragments to check"), (third, "fragment gone", "fragments gone")]
                    .iter()
                    .filter(|(number, ..)| number.parse().is_ok_and(|number: usize| number > 0))
                    .map(|(number, one, many)| of(number, one, many))
                    .collect::<Vec<_>>();
            if doubts.is_empty() { text } else { format!("{text} ({})", doubts.join(", ")) }
        }
        Verb::CodebookImport => match detail.get(1..).unwrap_or_default() {
            [] => format!("codebook imported: {}", of(first, "new code", "new codes")),
            titles => format!("codebook {} imported: {}", names(titles, "and"), of(first, "new code", "new codes")),
        },
        Verb::CodeAdd => match detail.get(1..).unwrap_or_default() {
            [] => format!("code {} made", name(first)),
            below => format!("code {} made, with {} below it", name(first), several(below)),
        },
        Verb::CodeRename => format!("code {} renamed to {}", name(first), name(second)),
        Verb::CodeMove => {
            let (code, all) = together(first, detail.get(3..));
            format!("{code} {all} in taxonomy {} moved, now {}", name(second), under(third))
        }
        Verb::CodePlace => {
            format!("code {} placed in taxonomy {}, {}", name(first), name(second), under(third))
        }
        Verb::CodeUnplace => {
            let (code, all) = together(first, detail.get(2..));
            format!("{code} {all} taken out of taxonomy {}", name(second))
        }
        Verb::CodeMerge => {
            let sources = names(detail.get(2..).unwrap_or_default(), "and");
            format!("code {sources} merged into {} ({})", name(first), codings(second))
        }
        Verb::CodeSplit => {
            let piles = detail.get(1..).unwrap_or_default().chunks(2);
            let piles = piles.map(|pile| format!("{} to {}", codings(pile.get(1).unwrap_or(&"")), name(pile[0])));
            format!("code {} split: {}", name(first), listed(&piles.collect::<Vec<_>>(), "and"))
        }
        Verb::CodeDelete => format!("code {} deleted, with {}", name(first), codings(second)),
        Verb::CodeLevel => format!("level of code {} changed", name(first)),
        Verb::CodeRedefine => format!("description of code {} changed", name(first)),
        Verb::CodingApply => format!("fragment of {} coded with {}", name(second), name(first)),
        Verb::CodingRemove => format!("code {} taken off a fragment of {}", name(first), name(second)),
        Verb::CodingRecode => format!("fragment of {} recoded from {} to {}", name(third), name(first), name(second)),
        Verb::CodingCounter if third.is_empty() => {
            format!("{} in {} no longer a counter-example", name(first), name(second))
        }
        Verb::CodingCounter => format!("{} in {} made a counter-example", name(first), name(second)),
        Verb::CodingResize => format!("edge of a fragment in {} moved, with {}", name(first), codings(second)),
        Verb::CodingsImport => format!("{} imported", codings(first)),
        Verb::HitsCode => {
            format!("{} put on {}, found with {}", name(first), of(second, "place", "places"), name(third))
        }
        Verb::Finish => format!("transcript {} finished by coder {}", name(first), name(second)),
        Verb::Unfinish => format!("transcript {} opened again for coder {}", name(first), name(second)),
        Verb::QuoteChoose if detail.len() < 2 => format!("{} chosen", of(first, "quote", "quotes")),
        Verb::QuoteChoose => format!("quote from {} chosen for {}", name(second), name(first)),
        Verb::QuoteEdit => format!("chosen quote {second} of {} changed", name(first)),
        Verb::QuoteDrop => format!("chosen quote {second} of {} let go", name(first)),
        Verb::MemoAdd => memos(&detail),
        Verb::MemoEdit => format!("memo {first}{} changed", titled(second)),
        Verb::MemoDelete => format!("memo {first}{} deleted", titled(second)),
        Verb::TaxonomyEdit => format!("taxonomy {} made or changed", name(first)),
        Verb::CommentAdd
        | Verb::CommentAnswer
        | Verb::CommentEdit
        | Verb::CommentSettle
        | Verb::CommentReopen
        | Verb::CommentDelete
        | Verb::PeopleEdit
        | Verb::PeopleDelete
        | Verb::SpeakersSet
        | Verb::AttributeRename
        | Verb::AttributeDelete
        | Verb::RolesOrder => talking::entry(entry),
        Verb::SynonymAdd => format!("synonyms {} added", synonyms::named(&detail)),
        Verb::SynonymRemove => format!("synonyms {} removed", synonyms::named(&detail)),
        Verb::Undo => flipped("undone", first, target),
        Verb::Redo => flipped("restored", first, target),
    }
}

/// Codes that an act moved together: the noun and their names.
fn together(first: &str, others: Option<&[&str]>) -> (&'static str, String) {
    match others.unwrap_or_default() {
        [] => ("code", name(first)),
        others => ("codes", several(&[&[first], others].concat())),
    }
}

/// An undo or a redo, with what it took back or restored when that is known.
fn flipped(verb: &str, number: &str, target: Option<&Entry>) -> String {
    let what = target.map(|target| format!(": {}", entry(target, None))).unwrap_or_default();
    format!("step {number} {verb}{what}")
}

fn import(number: &str, shown: &[&str]) -> String {
    let known: usize = number.parse().unwrap_or(shown.len());
    if known == 0 {
        return "table of respondents imported for the transcripts".to_owned();
    }
    let texts = counted(known, "transcript imported", "transcripts imported");
    match shown {
        [] => texts,
        _ if known > shown.len() => format!("{texts}, among them {}", names(shown, "and")),
        _ => format!("{texts}: {}", names(shown, "and")),
    }
}

/// The titles of the first three memos are known, not how many there were.
fn memos(titles: &[&str]) -> String {
    let named: Vec<&str> = titles.iter().copied().filter(|title| !title.is_empty()).collect();
    match (titles.len(), &named[..]) {
        (0 | 1, []) => "memo written".to_owned(),
        (_, []) => "memos written".to_owned(),
        (1, _) => format!("memo {} written", names(&named, "and")),
        (2, [_, _]) => format!("memos {} written", names(&named, "and")),
        _ => format!("memos written, among them {}", names(&named, "and")),
    }
}

fn under(parent: &str) -> String {
    if parent.is_empty() { "at the top".to_owned() } else { format!("below {}", name(parent)) }
}

fn titled(title: &str) -> String {
    if title.is_empty() { String::new() } else { format!(" {}", name(title)) }
}

fn codings(number: &str) -> String {
    of(number, "coding", "codings")
}

/// A count that an entry keeps as text.
fn of(number: &str, one: &str, many: &str) -> String {
    match number.parse() {
        Ok(number) => counted(number, one, many),
        Err(_) => format!("{} {many}", if number.is_empty() { count(0) } else { number.to_owned() }),
    }
}
