//! The words of concordances.

use crate::language::phrases::{count, counted};
use crate::report::ConcordanceWords;

pub(in crate::language) const CONCORDANCE: ConcordanceWords = ConcordanceWords {
    language: "nl",
    place: "Plaats",
    before: "Links",
    keyword: "Trefwoord",
    after: "Rechts",
    speaker: "Wie",
    title: "Woorden in hun zin",
    found: |total, turns, shown| {
        let all = format!("{} in {}", counted(total, "plaats", "plaatsen"), counted(turns, "beurt", "beurten"));
        match (total, shown) {
            (0, _) => "Geen plaatsen".to_owned(),
            _ if shown >= total => all,
            (_, 1) => format!("{all}; de eerste staat hier"),
            _ => format!("{all}; de eerste {} staan hier", count(shown)),
        }
    },
    see_all: "Alles zie je met `--limit 0`.",
    no_words: "In je vraag staat geen woord dat kan worden aangewezen. Zoek met `codeboom search`.",
    order: [
        "gesorteerd op het woord links",
        "gesorteerd op het woord rechts",
        "in de volgorde van de teksten",
        "gesorteerd op casus",
    ],
    restricted_to: "Beperkt tot",
    hint: "Lees van boven naar beneden langs het trefwoord: wat staat er steeds vóór, en wat erachter?",
    made_with: "Gemaakt met Codeboom. Hier staan letterlijke woorden van respondenten; deel deze pagina niet zomaar.",
};
