//! What is said of the way from finding to coding.

use crate::language::Message;
use crate::language::finding::Finding;
use crate::language::phrases::{counted, name};
use crate::project::{CodedHits, Standing, Trial};

pub(super) const FINDING: Finding = Finding {
    coded,
    standing: |standing| match standing {
        Standing::Free => None,
        Standing::Partly => Some("coded so in part"),
        Standing::Coded => Some("coded so already, will be skipped"),
    },
    alike: |code, shown, fragments| match shown {
        0 => format!("No passages like those under {}.", name(code)),
        _ => format!(
            "{} those under {} (compared with {}).",
            counted(shown, "passage is like", "passages are like"),
            name(code),
            counted(fragments, "fragment", "fragments")
        ),
    },
    alike_place: |shown| match shown {
        0 => "No passages like this one.".to_owned(),
        _ => format!("{} this one.", counted(shown, "passage is like", "passages are like")),
    },
};

fn coded(coded: &CodedHits, trial: Trial) -> Message {
    let (code, asked) = (name(&coded.code), name(&coded.asked));
    let stood = coded.count(Standing::Coded);
    if coded.found == 0 {
        return Message::new(&format!("nothing was found with {asked}, so there is nothing to code"));
    }
    let verb = match trial {
        Trial::DryRun => "will be put",
        Trial::Real => "now stands",
    };
    let mut message = match coded.added() {
        0 if stood > 0 => Message::new(&format!("you had coded everything found with {asked} as {code} already")),
        0 => Message::new(&format!("no words to code were found with {asked}")),
        added => Message::new(&format!("{code} {verb} on {}, found with {asked}", counted(added, "place", "places"))),
    };
    if coded.taken < coded.found {
        message.detail.push(format!(
            "There are {}; with `--limit` only the first {} {}.",
            counted(coded.found, "hit", "hits"),
            counted(coded.taken, "hit", "hits"),
            if coded.taken == 1 { "counts" } else { "count" }
        ));
    }
    if stood > 0 {
        let places = counted(stood, "place so", "places so");
        message.detail.push(format!("You had coded {places} already; that stays as it was."));
    }
    match coded.count(Standing::Partly) {
        0 => {}
        partly => message
            .detail
            .push(format!("On {} the code stood on part of the words already.", counted(partly, "place", "places"))),
    }
    if coded.unmarked > 0 {
        let hits = counted(coded.unmarked, "hit", "hits");
        message.detail.push(format!("No word is marked in {hits}; there is nothing to code there."));
    }
    if coded.new_code && coded.added() > 0 {
        message.detail.push(match trial {
            Trial::DryRun => format!("Code {code} does not exist yet and will then be made."),
            Trial::Real => format!("Code {code} was made for this."),
        });
    }
    match (trial, coded.added()) {
        (_, 0) => message,
        (Trial::DryRun, _) => message.hint("If this is right, give the command without `--dry-run`."),
        (Trial::Real, _) => message.hint("Not what you meant? `codeboom undo` takes it back in one step."),
    }
}
