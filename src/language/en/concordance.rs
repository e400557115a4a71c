//! The words of concordances.

use crate::language::phrases::{count, counted};
use crate::report::ConcordanceWords;

pub(in crate::language) const CONCORDANCE: ConcordanceWords = ConcordanceWords {
    language: "en",
    place: "Place",
    before: "Left",
    keyword: "Keyword",
    after: "Right",
    speaker: "Who",
    title: "Words in their sentences",
    found: |total, turns, shown| {
        let all = format!("{} in {}", counted(total, "place", "places"), counted(turns, "turn", "turns"));
        match (total, shown) {
            (0, _) => "No places".to_owned(),
            _ if shown >= total => all,
            (_, 1) => format!("{all}; the first one is here"),
            _ => format!("{all}; the first {} are here", count(shown)),
        }
    },
    see_all: "See all with `--limit 0`.",
    no_words: "Your query names no word that can be pointed at. Search with `codeboom search`.",
    order: [
        "sorted by the word on the left",
        "sorted by the word on the right",
        "in the order of the texts",
        "sorted by case",
    ],
    restricted_to: "Restricted to",
    hint: "Read downwards along the keyword: what keeps standing before it, and what behind?",
    made_with: "Made with Codeboom. These are the literal words of respondents; do not share this page lightly.",
};
