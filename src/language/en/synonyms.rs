//! Synonyms: what verbs did, and why forms cannot be a group.

use super::clauses::{bad_name, did_you_mean, name_hint};
use super::refusals::more;
use crate::language::Message;
use crate::language::phrases::{at_most, count, counted, listed, name, names};
use crate::language::synonyms::{SHOWN, SynonymMessages, line};
use crate::model::NameFault;
use crate::project::{SynonymsAdded, SynonymsRemoved};
use crate::text::SynonymFault;

pub(super) const SYNONYMS: SynonymMessages = SynonymMessages {
    added,
    removed,
    none: "There are no synonyms yet. Add some with `codeboom synonyms add \"EK-c = EKC\"`.",
    head: "synonyms",
};

fn added(added: &SynonymsAdded) -> Message {
    let clause = match added.known {
        0 => "these words are synonyms now".to_owned(),
        1 => format!("{} added to a group that was there", counted(added.new, "synonym", "synonyms")),
        known => format!("{} are one group now", counted(known, "group of synonyms", "groups of synonyms")),
    };
    Message::new(&clause).detail(line(&added.group))
}

fn removed(removed: &SynonymsRemoved) -> Message {
    let mut message = Message::new(&match removed.removed.len() {
        1 => format!("{} is no synonym any more", names(&removed.removed, "and")),
        _ => format!("{} are no synonyms any more", names(&removed.removed, "and")),
    });
    if !removed.along.is_empty() {
        message.detail.push(format!("Gone with it: {}.", names(&removed.along, "and")));
    }
    message.details(at_most(&removed.left, |group| vec![format!("Left: {}", line(group))], more))
}

/// Groups that a codebook brought.
pub(super) fn of_codebook(groups: &[Vec<String>]) -> Vec<String> {
    at_most(groups, |group| vec![format!("synonyms: {}", line(group))], more)
}

/// The forms of an entry in the history.
pub(super) fn named(forms: &[&str]) -> String {
    let mut shown: Vec<String> = forms.iter().take(SHOWN).map(|form| name(form)).collect();
    if forms.len() > SHOWN {
        shown.push(format!("{} more", count(forms.len() - SHOWN)));
    }
    listed(&shown, "and")
}

pub(super) fn clause(fault: &SynonymFault) -> String {
    match fault {
        SynonymFault::BadForm { fault: NameFault::Empty, .. } => "a synonym cannot be empty".to_owned(),
        SynonymFault::BadForm { form, fault } => bad_name(form, *fault),
        SynonymFault::NoWord { form } => format!("{} holds no letter or digit", name(form)),
        SynonymFault::Equals { form } => format!("{} holds a =", name(form)),
        SynonymFault::Alone { form } if form.is_empty() => "no synonym was given".to_owned(),
        SynonymFault::Alone { form } => format!("{} stands alone", name(form)),
        SynonymFault::Twice { first, second } if first == second => format!("{} stands there twice", name(first)),
        SynonymFault::Twice { first, second } => {
            format!("{} and {} are the same to search already", name(first), name(second))
        }
        SynonymFault::InTwo { form, group } => format!("{} stands in the group of {} already", name(form), name(group)),
        SynonymFault::NotThere { form, .. } => format!("there is no synonym {}", name(form)),
    }
}

pub(super) fn hint(fault: &SynonymFault) -> Option<String> {
    let hint = match fault {
        SynonymFault::BadForm { fault: NameFault::TooLong(_), .. } => "Choose a shorter form.",
        SynonymFault::BadForm { fault, .. } => return name_hint(*fault),
        SynonymFault::NoWord { .. } => "Search looks at words and numbers only.",
        SynonymFault::Equals { .. } => "Put each form between its own quotation marks, without a =.",
        SynonymFault::Alone { .. } => "Name at least two: `codeboom synonyms add EK-c EKC`.",
        SynonymFault::Twice { .. } => {
            "Capitals, accents and hyphens make no difference to search; one of them will do."
        }
        SynonymFault::InTwo { .. } => "Put all that means the same into one group.",
        SynonymFault::NotThere { nearest, .. } if nearest.is_empty() => "`codeboom synonyms` shows them all.",
        SynonymFault::NotThere { nearest, .. } => return did_you_mean(nearest),
    };
    Some(hint.to_owned())
}
