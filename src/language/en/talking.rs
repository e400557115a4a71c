//! Comments, memos in the workbench, cases and respondents.

use crate::language::Message;
use crate::language::phrases::{counted, name, names};
use crate::language::talking::Talking;
use crate::model::{Entry, Verb};
use crate::project::{CellsReport, Missing};

pub(super) const TALKING: Talking = Talking {
    comment_added: |code| Message::new(&format!("this is now on To discuss, with {}", name(code))),
    comment_answered: || Message::new("your answer has been added"),
    comment_edited: || Message::new("the comment has been updated"),
    comment_settled: || Message::new("this comment has been settled"),
    comment_reopened: || Message::new("this comment is open again"),
    comment_deleted: || Message::new("the comment has been deleted, with its answers"),
    memo_kept: || Message::new("the memo has been saved"),
    memo_gone: || Message::new("the memo has been deleted"),
    cells,
    rows_deleted: |all| {
        Message::new(&format!("{} {} been deleted", names(all, "and"), if all.len() == 1 { "has" } else { "have" }))
    },
    speakers: |transcript| Message::new(&format!("the speakers of {} have been saved", name(transcript))),
    attribute_renamed: |from, to| Message::new(&format!("attribute {} is now called {}", name(from), name(to))),
    attribute_deleted: |attribute, values| {
        Message::new(&format!("attribute {} has been deleted, with {}", name(attribute), values_of(values)))
    },
    roles_ordered: || Message::new("the groups of respondents are in the new order"),
};

fn values_of(number: usize) -> String {
    counted(number, "value", "values")
}

fn cells(report: &CellsReport) -> Message {
    let mut message = match &report.added[..] {
        [] => Message::new(&format!("{} updated", counted(report.cells, "cell", "cells"))),
        added => Message::new(&format!("{} added", names(&added[..added.len().min(5)], "and"))),
    };
    if report.added.len() > 5 {
        message.what = format!("{} added.", counted(report.added.len(), "row", "rows"));
    }
    if !report.cases.is_empty() {
        message.detail.push(format!("New among the cases: {}.", names(&report.cases, "and")));
    }
    if !report.roles.is_empty() {
        message.detail.push(format!("New among the groups of respondents: {}.", names(&report.roles, "and")));
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
        Verb::CommentAdd => format!("comment made on {}", about()),
        Verb::CommentAnswer => format!("comment answered on {}", about()),
        Verb::CommentEdit => format!("comment changed on {}", about()),
        Verb::CommentSettle => format!("comment settled on {}", about()),
        Verb::CommentReopen => format!("comment opened again on {}", about()),
        Verb::CommentDelete => format!("comment deleted on {}", about()),
        Verb::PeopleEdit => match detail.get(1..).unwrap_or_default() {
            [] => format!("{} updated", counted(number, "attribute", "attributes")),
            shown => format!("{} updated, of {}", counted(number, "cell", "cells"), names(shown, "and")),
        },
        Verb::PeopleDelete => format!("{} deleted from the list", names(&detail, "and")),
        Verb::SpeakersSet => format!("speakers of {} named", name(first)),
        Verb::AttributeRename => format!("attribute {} renamed to {}", name(first), name(second)),
        Verb::AttributeDelete => {
            format!("attribute {} deleted, with {}", name(first), values_of(second.parse().unwrap_or_default()))
        }
        _ => "groups of respondents put in another order".to_owned(),
    }
}

pub(super) fn missing(missing: Missing) -> Message {
    let what = match missing {
        Missing::Comment => "this comment is no longer there",
        Missing::Memo => "this memo is no longer there",
        Missing::Case => "this case is no longer there",
        Missing::Participant => "this respondent is no longer there",
        Missing::Transcript => "this transcript is no longer there, or this cannot be done with a transcript",
    };
    Message::new(what).hint("Reload the page to see how it is now.")
}

pub(super) fn nothing_said() -> Message {
    Message::new("there is nothing to save yet").hint("First write what you want to say.")
}
