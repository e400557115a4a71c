//! Comments, memos in the workbench, cases and respondents.

use crate::language::Message;
use crate::language::phrases::{counted, name, names};
use crate::language::talking::Talking;
use crate::model::{Entry, Verb};
use crate::project::{CellsReport, Missing};

pub(super) const TALKING: Talking = Talking {
    comment_added: |code| Message::new(&format!("dit staat nu op Te bespreken, bij {}", name(code))),
    comment_answered: || Message::new("je antwoord staat erbij"),
    comment_edited: || Message::new("de opmerking is bijgewerkt"),
    comment_settled: || Message::new("deze opmerking is afgehandeld"),
    comment_reopened: || Message::new("deze opmerking staat weer open"),
    comment_deleted: || Message::new("de opmerking is verwijderd, met de antwoorden"),
    memo_kept: || Message::new("de memo is bewaard"),
    memo_gone: || Message::new("de memo is verwijderd"),
    cells,
    rows_deleted: |all| {
        Message::new(&format!("{} {} verwijderd", names(all, "en"), if all.len() == 1 { "is" } else { "zijn" }))
    },
    speakers: |transcript| Message::new(&format!("de sprekers van {} zijn bewaard", name(transcript))),
    attribute_renamed: |from, to| Message::new(&format!("kenmerk {} heet nu {}", name(from), name(to))),
    attribute_deleted: |attribute, values| {
        Message::new(&format!("kenmerk {} is verwijderd, met {}", name(attribute), values_of(values)))
    },
    roles_ordered: || Message::new("de respondentgroepen staan in de nieuwe volgorde"),
};

fn values_of(number: usize) -> String {
    counted(number, "waarde", "waarden")
}

fn cells(report: &CellsReport) -> Message {
    let mut message = match &report.added[..] {
        [] => Message::new(&format!("{} bijgewerkt", counted(report.cells, "cel", "cellen"))),
        added => Message::new(&format!("{} toegevoegd", names(&added[..added.len().min(5)], "en"))),
    };
    if report.added.len() > 5 {
        message.what = format!("{} toegevoegd.", counted(report.added.len(), "rij", "rijen"));
    }
    if !report.cases.is_empty() {
        message.detail.push(format!("Nieuw bij de casussen: {}.", names(&report.cases, "en")));
    }
    if !report.roles.is_empty() {
        message.detail.push(format!("Nieuw bij de respondentgroepen: {}.", names(&report.roles, "en")));
    }
    message
}

/// What was done, for the history.
pub(super) fn entry(entry: &Entry) -> String {
    let detail: Vec<&str> = entry.detail.iter().map(String::as_str).collect();
    let first = detail.first().copied().unwrap_or_default();
    let second = detail.get(1).copied().unwrap_or_default();
    let about = || match second {
        "" => format!("code {}", name(first)),
        transcript => format!("code {} in {}", name(first), name(transcript)),
    };
    let number: usize = first.parse().unwrap_or_default();
    match entry.verb {
        Verb::CommentAdd => format!("opmerking geplaatst bij {}", about()),
        Verb::CommentAnswer => format!("opmerking beantwoord bij {}", about()),
        Verb::CommentEdit => format!("opmerking gewijzigd bij {}", about()),
        Verb::CommentSettle => format!("opmerking afgehandeld bij {}", about()),
        Verb::CommentReopen => format!("opmerking heropend bij {}", about()),
        Verb::CommentDelete => format!("opmerking verwijderd bij {}", about()),
        Verb::PeopleEdit => match detail.get(1..).unwrap_or_default() {
            [] => format!("{} bijgewerkt", counted(number, "kenmerk", "kenmerken")),
            shown => format!("{} bijgewerkt, bij {}", counted(number, "cel", "cellen"), names(shown, "en")),
        },
        Verb::PeopleDelete => format!("{} verwijderd uit de lijst", names(&detail, "en")),
        Verb::SpeakersSet => format!("sprekers van {} benoemd", name(first)),
        Verb::AttributeRename => format!("kenmerk {} hernoemd in {}", name(first), name(second)),
        Verb::AttributeDelete => {
            format!("kenmerk {} verwijderd, met {}", name(first), values_of(second.parse().unwrap_or_default()))
        }
        _ => "respondentgroepen in een andere volgorde gezet".to_owned(),
    }
}

pub(super) fn missing(missing: Missing) -> Message {
    let what = match missing {
        Missing::Comment => "deze opmerking is er niet meer",
        Missing::Memo => "deze memo is er niet meer",
        Missing::Case => "deze casus is er niet meer",
        Missing::Participant => "deze respondent is er niet meer",
        Missing::Transcript => "dit transcript is er niet meer, of dit kan bij een transcript niet",
    };
    Message::new(what).hint("Laad de pagina opnieuw om te zien hoe het nu is.")
}

pub(super) fn nothing_said() -> Message {
    Message::new("er staat nog niets om te bewaren").hint("Schrijf eerst wat je wilt zeggen.")
}
