//! What is said of the way from finding to coding.

use crate::language::Message;
use crate::language::finding::Finding;
use crate::language::phrases::{counted, name};
use crate::project::{CodedHits, Standing, Trial};

pub(super) const FINDING: Finding = Finding {
    coded,
    standing: |standing| match standing {
        Standing::Free => None,
        Standing::Partly => Some("deels al zo gecodeerd"),
        Standing::Coded => Some("al zo gecodeerd, wordt overgeslagen"),
    },
    alike: |code, shown, fragments| match shown {
        0 => format!("Geen passages die lijken op wat al onder {} staat.", name(code)),
        _ => format!(
            "{} op wat al onder {} staat ({} vergeleken).",
            counted(shown, "passage lijkt", "passages lijken"),
            name(code),
            counted(fragments, "fragment", "fragmenten")
        ),
    },
    alike_place: |shown| match shown {
        0 => "Geen passages die hierop lijken.".to_owned(),
        _ => format!("{} hierop.", counted(shown, "passage lijkt", "passages lijken")),
    },
};

fn coded(coded: &CodedHits, trial: Trial) -> Message {
    let (code, asked) = (name(&coded.code), name(&coded.asked));
    let stood = coded.count(Standing::Coded);
    if coded.found == 0 {
        return Message::new(&format!("met {asked} is niets gevonden, dus er is niets te coderen"));
    }
    let verb = match trial {
        Trial::DryRun => "komt",
        Trial::Real => "staat nu",
    };
    let mut message = match coded.added() {
        0 if stood > 0 => Message::new(&format!("alles wat met {asked} is gevonden, had je al gecodeerd met {code}")),
        0 => Message::new(&format!("met {asked} zijn geen woorden gevonden om te coderen")),
        added => {
            Message::new(&format!("{code} {verb} op {}, gevonden met {asked}", counted(added, "plaats", "plaatsen")))
        }
    };
    if coded.taken < coded.found {
        message.detail.push(format!(
            "Gevonden zijn {}; door `--limit` {} de eerste {}.",
            counted(coded.found, "treffer", "treffers"),
            if coded.taken == 1 { "telt alleen" } else { "tellen alleen" },
            counted(coded.taken, "treffer", "treffers")
        ));
    }
    if stood > 0 {
        let places = counted(stood, "plaats had", "plaatsen had");
        message.detail.push(format!("{places} je al zo gecodeerd; dat blijft zoals het was."));
    }
    match coded.count(Standing::Partly) {
        0 => {}
        partly => message
            .detail
            .push(format!("Op {} stond de code al op een deel van de woorden.", counted(partly, "plaats", "plaatsen"))),
    }
    if coded.unmarked > 0 {
        let hits = counted(coded.unmarked, "treffer is", "treffers is");
        message.detail.push(format!("In {hits} geen woord gemarkeerd; daar is niets te coderen."));
    }
    if coded.new_code && coded.added() > 0 {
        message.detail.push(match trial {
            Trial::DryRun => format!("Code {code} bestaat nog niet en wordt dan gemaakt."),
            Trial::Real => format!("Code {code} is nieuw gemaakt."),
        });
    }
    match (trial, coded.added()) {
        (_, 0) => message,
        (Trial::DryRun, _) => message.hint("Klopt het, geef de opdracht dan zonder `--dry-run`."),
        (Trial::Real, _) => message.hint("Toch niet? `codeboom undo` haalt dit in één keer terug."),
    }
}
