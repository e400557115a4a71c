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
    none: "Er zijn nog geen synoniemen. Voeg ze toe met `codeboom synonyms add \"EK-c = EKC\"`.",
    head: "synoniemen",
};

fn added(added: &SynonymsAdded) -> Message {
    let clause = match added.known {
        0 => "deze woorden zijn nu synoniemen".to_owned(),
        1 => format!("{} toegevoegd aan een groep die er al was", counted(added.new, "synoniem", "synoniemen")),
        known => format!("{} zijn nu één groep", counted(known, "groep synoniemen", "groepen synoniemen")),
    };
    Message::new(&clause).detail(line(&added.group))
}

fn removed(removed: &SynonymsRemoved) -> Message {
    let mut message = Message::new(&match removed.removed.len() {
        1 => format!("{} is geen synoniem meer", names(&removed.removed, "en")),
        _ => format!("{} zijn geen synoniemen meer", names(&removed.removed, "en")),
    });
    if !removed.along.is_empty() {
        message.detail.push(format!("Daarmee ook weg: {}.", names(&removed.along, "en")));
    }
    message.details(at_most(&removed.left, |group| vec![format!("Blijft: {}", line(group))], more))
}

/// Groups that a codebook brought.
pub(super) fn of_codebook(groups: &[Vec<String>]) -> Vec<String> {
    at_most(groups, |group| vec![format!("synoniemen: {}", line(group))], more)
}

/// The forms of an entry in the history.
pub(super) fn named(forms: &[&str]) -> String {
    let mut shown: Vec<String> = forms.iter().take(SHOWN).map(|form| name(form)).collect();
    if forms.len() > SHOWN {
        shown.push(format!("nog {}", count(forms.len() - SHOWN)));
    }
    listed(&shown, "en")
}

pub(super) fn clause(fault: &SynonymFault) -> String {
    match fault {
        SynonymFault::BadForm { fault: NameFault::Empty, .. } => "een synoniem mag niet leeg zijn".to_owned(),
        SynonymFault::BadForm { form, fault } => bad_name(form, *fault),
        SynonymFault::NoWord { form } => format!("in {} staat geen letter of cijfer", name(form)),
        SynonymFault::Equals { form } => format!("in {} staat een =", name(form)),
        SynonymFault::Alone { form } if form.is_empty() => "er is geen synoniem ingevuld".to_owned(),
        SynonymFault::Alone { form } => format!("{} staat alleen", name(form)),
        SynonymFault::Twice { first, second } if first == second => format!("{} staat er twee keer", name(first)),
        SynonymFault::Twice { first, second } => {
            format!("{} en {} zijn voor het zoeken al hetzelfde", name(first), name(second))
        }
        SynonymFault::InTwo { form, group } => format!("{} staat al in de groep van {}", name(form), name(group)),
        SynonymFault::NotThere { form, .. } => format!("er is geen synoniem {}", name(form)),
    }
}

pub(super) fn hint(fault: &SynonymFault) -> Option<String> {
    let hint = match fault {
        SynonymFault::BadForm { fault: NameFault::TooLong(_), .. } => "Kies een kortere vorm.",
        SynonymFault::BadForm { fault, .. } => return name_hint(*fault),
        SynonymFault::NoWord { .. } => "Zoeken kijkt alleen naar woorden en getallen.",
        SynonymFault::Equals { .. } => "Zet elke vorm tussen eigen aanhalingstekens, zonder =.",
        SynonymFault::Alone { .. } => "Noem er minstens twee: `codeboom synonyms add EK-c EKC`.",
        SynonymFault::Twice { .. } => {
            "Hoofdletters, accenten en streepjes maken bij het zoeken niet uit; één van de twee is genoeg."
        }
        SynonymFault::InTwo { .. } => "Zet alles wat hetzelfde betekent in één groep.",
        SynonymFault::NotThere { nearest, .. } if nearest.is_empty() => "`codeboom synonyms` toont ze allemaal.",
        SynonymFault::NotThere { nearest, .. } => return did_you_mean(nearest),
    };
    Some(hint.to_owned())
}
