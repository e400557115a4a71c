//! What was done, in the past: `code ‘a’ hernoemd in ‘b’`. Who and when stand beside it.

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
        Verb::New => "project gemaakt".to_owned(),
        Verb::Settings => "instellingen gewijzigd".to_owned(),
        Verb::Import => import(first, detail.get(1..).unwrap_or_default()),
        Verb::Participants => format!("respondententabel ingelezen: {}", of(first, "rij", "rijen")),
        Verb::Correct => {
            let text = format!("tekst van {} verbeterd", name(first));
            let doubts = [
                (second, "fragment na te kijken", "fragmenten na te kijken"),
                (third, "fragment vervallen", "fragmenten vervallen"),
            ]
            .iter()
            .filter(|(number, ..)| number.parse().is_ok_and(|number: usize| number > 0))
            .map(|(number, one, many)| of(number, one, many))
            .collect::<Vec<_>>();
            if doubts.is_empty() { text } else { format!("{text} ({})", doubts.join(", ")) }
        }
        Verb::CodebookImport => match detail.get(1..).unwrap_or_default() {
            [] => format!("codeboek ingelezen: {}", of(first, "nieuwe code", "nieuwe codes")),
            titles => {
                format!("codeboek {} ingelezen: {}", names(titles, "en"), of(first, "nieuwe code", "nieuwe codes"))
            }
        },
        Verb::CodeAdd => match detail.get(1..).unwrap_or_default() {
            [] => format!("code {} gemaakt", name(first)),
            below => format!("code {} gemaakt, met {} eronder", name(first), several(below)),
        },
        Verb::CodeRename => format!("code {} hernoemd in {}", name(first), name(second)),
        Verb::CodeMove => {
            let (code, all) = together(first, detail.get(3..));
            format!("{code} {all} in taxonomie {} verplaatst, nu {}", name(second), under(third))
        }
        Verb::CodePlace => format!("code {} in taxonomie {} gezet, {}", name(first), name(second), under(third)),
        Verb::CodeUnplace => {
            let (code, all) = together(first, detail.get(2..));
            format!("{code} {all} uit taxonomie {} gehaald", name(second))
        }
        Verb::CodeMerge => {
            let sources = names(detail.get(2..).unwrap_or_default(), "en");
            format!("code {sources} samengevoegd met {} ({})", name(first), codings(second))
        }
        Verb::CodeSplit => {
            let piles = detail.get(1..).unwrap_or_default().chunks(2);
            let piles = piles.map(|pile| format!("{} naar {}", codings(pile.get(1).unwrap_or(&"")), name(pile[0])));
            format!("code {} gesplitst: {}", name(first), listed(&piles.collect::<Vec<_>>(), "en"))
        }
        Verb::CodeDelete => format!("code {} verwijderd, met {}", name(first), codings(second)),
        Verb::CodeLevel => format!("niveau van code {} gewijzigd", name(first)),
        Verb::CodeRedefine => format!("omschrijving van code {} gewijzigd", name(first)),
        Verb::CodingApply => format!("fragment in {} gecodeerd met {}", name(second), name(first)),
        Verb::CodingRemove => format!("code {} van een fragment in {} gehaald", name(first), name(second)),
        Verb::CodingRecode => {
            format!("fragment in {} van {} naar {} gecodeerd", name(third), name(first), name(second))
        }
        Verb::CodingCounter if third.is_empty() => {
            format!("{} in {} is geen tegenvoorbeeld meer", name(first), name(second))
        }
        Verb::CodingCounter => format!("{} in {} tegenvoorbeeld gemaakt", name(first), name(second)),
        Verb::CodingResize => format!("rand van een fragment in {} verschoven, met {}", name(first), codings(second)),
        Verb::CodingsImport => format!("{} ingelezen", codings(first)),
        Verb::HitsCode => {
            format!("{} op {} gezet, gevonden met {}", name(first), of(second, "plaats", "plaatsen"), name(third))
        }
        Verb::Finish => format!("transcript {} afgerond door codeur {}", name(first), name(second)),
        Verb::Unfinish => format!("transcript {} heropend voor codeur {}", name(first), name(second)),
        Verb::QuoteChoose if detail.len() < 2 => format!("{} gekozen", of(first, "citaat", "citaten")),
        Verb::QuoteChoose => format!("citaat uit {} gekozen bij {}", name(second), name(first)),
        Verb::QuoteEdit => format!("gekozen citaat {second} bij {} gewijzigd", name(first)),
        Verb::QuoteDrop => format!("gekozen citaat {second} bij {} losgelaten", name(first)),
        Verb::MemoAdd => memos(&detail),
        Verb::MemoEdit => format!("memo {first}{} gewijzigd", titled(second)),
        Verb::MemoDelete => format!("memo {first}{} verwijderd", titled(second)),
        Verb::TaxonomyEdit => format!("taxonomie {} gemaakt of gewijzigd", name(first)),
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
        Verb::SynonymAdd => format!("synoniemen {} toegevoegd", synonyms::named(&detail)),
        Verb::SynonymRemove => format!("synoniemen {} weggehaald", synonyms::named(&detail)),
        Verb::Undo => flipped("ongedaan gemaakt", first, target),
        Verb::Redo => flipped("hersteld", first, target),
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
    format!("stap {number} {verb}{what}")
}

fn import(number: &str, shown: &[&str]) -> String {
    let known: usize = number.parse().unwrap_or(shown.len());
    if known == 0 {
        return "respondententabel ingelezen bij de transcripten".to_owned();
    }
    let texts = counted(known, "transcript ingelezen", "transcripten ingelezen");
    match shown {
        [] => texts,
        _ if known > shown.len() => format!("{texts}, waaronder {}", names(shown, "en")),
        _ => format!("{texts}: {}", names(shown, "en")),
    }
}

/// The titles of the first three memos are known, not how many there were.
fn memos(titles: &[&str]) -> String {
    let named: Vec<&str> = titles.iter().copied().filter(|title| !title.is_empty()).collect();
    match (titles.len(), &named[..]) {
        (0 | 1, []) => "memo geschreven".to_owned(),
        (_, []) => "memo’s geschreven".to_owned(),
        (1, _) => format!("memo {} geschreven", names(&named, "en")),
        (2, [_, _]) => format!("memo’s {} geschreven", names(&named, "en")),
        _ => format!("memo’s geschreven, waaronder {}", names(&named, "en")),
    }
}

fn under(parent: &str) -> String {
    if parent.is_empty() { "bovenaan".to_owned() } else { format!("onder {}", name(parent)) }
}

fn titled(title: &str) -> String {
    if title.is_empty() { String::new() } else { format!(" {}", name(title)) }
}

fn codings(number: &str) -> String {
    of(number, "codering", "coderingen")
}

/// A count that an entry keeps as text.
fn of(number: &str, one: &str, many: &str) -> String {
    match number.parse() {
        Ok(number) => counted(number, one, many),
        Err(_) => format!("{} {many}", if number.is_empty() { count(0) } else { number.to_owned() }),
    }
}
