//! A transcript is corrected, and its fragments move along. [`word_diff`] compares the two texts once; [`move_span`]
//! then says for each fragment where it stands now and whether a person has to look at it.
//!
//! The invariant: an edit outside a fragment never changes its quote, and [`AnchorState::Exact`] and
//! [`AnchorState::Moved`] are given only when nothing but this place can be meant. An edit inside, a quote that
//! now stands twice, a change that may have hit this sentence or its equal neighbour, and a passage found back elsewhere
//! give [`AnchorState::Check`]; a fragment none of whose words were kept in place is [`AnchorState::Gone`].
//! What is inserted exactly at the edge of a fragment lies outside it, unless it changes the word at the edge.

mod alignment;
mod doubt;
mod map;
#[cfg(test)]
mod oracle;
mod remains;
mod slide;

pub use map::word_diff;
pub use map::{Map, Side};

use crate::model::{AnchorState, Span};
use crate::text::pieces::has_word;

/// Where a fragment stands after a correction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moved {
    /// Its place in the new text; none when it is gone.
    pub span: Option<Span>,
    /// How sure that is.
    pub state: AnchorState,
}

/// Takes a fragment of `old` along to `new`; `map` is what [`word_diff`] made of these two texts.
#[must_use]
pub fn move_span(map: &Map, old: &str, new: &str, span: Span) -> Moved {
    if Span::within(old, span.start as usize, span.end as usize).is_none() {
        return Moved { span: None, state: AnchorState::Gone };
    }
    if map.is_unchanged() {
        return Moved { span: Some(span), state: AnchorState::Exact };
    }
    if let Some(whole) = whole(map, old, new, span) {
        let state = if whole.unsure || doubt::is_doubtful(map, old, new, span, whole.at) {
            AnchorState::Check
        } else if whole.at == span {
            AnchorState::Exact
        } else {
            AnchorState::Moved
        };
        return Moved { span: Some(whole.at), state };
    }
    match remains::find(map, old, new, span) {
        Some(rest) => Moved { span: Some(rest), state: AnchorState::Check },
        None => Moved { span: None, state: AnchorState::Gone },
    }
}

/// A fragment that no change needs to have touched.
struct Whole {
    at: Span,
    /// Whether a change next to it can slide over one of its words.
    unsure: bool,
}

/// The fragment's new place when every change can be taken to lie outside it.
fn whole(map: &Map, old: &str, new: &str, span: Span) -> Option<Whole> {
    let first = map.changes.partition_point(|change| change.old.end <= span.start);
    let end = first.max(map.changes.partition_point(|change| change.old.start < span.end));
    let inside = &map.changes[first..end];
    let before = inside.iter().take_while(|change| change.old.end - span.start <= change.back).count();
    if !inside[before..].iter().all(|change| span.end - change.old.start <= change.ahead) {
        return None;
    }
    let shift = first + before;
    let at = Span { start: map.shifted(shift, span.start), end: map.shifted(shift, span.end) };
    if at.of(new) != span.of(old) {
        return None;
    }
    let near = &map.changes[first.saturating_sub(1)..(end + 1).min(map.changes.len())];
    let unsure = near.iter().any(|change| {
        let start = change.old.start.saturating_sub(change.back).max(span.start);
        let end = (change.old.end + change.ahead).min(span.end);
        start < end && has_word(Span { start, end }.of(old))
    });
    Some(Whole { at, unsure })
}

#[cfg(test)]
mod tests {
    use super::*;
    use AnchorState::{Check, Exact, Gone, Moved as Shifted};

    /// Marks a fragment with `{` and `}`; a text without marks has none.
    fn marked(text: &str) -> (String, Option<Span>) {
        let plain = text.replace(['{', '}'], "");
        let span = text.find('{').zip(text.find('}')).map(|(start, end)| Span::new(start, end - 1));
        (plain, span)
    }

    #[test]
    fn fragments_follow_their_text() {
        let cases = [
            ("{Ik weet het niet.} Nee.", "{Ik weet het niet.} Nee.", Exact),
            ("{Ik weet het niet.} Nee.", "{Ik weet het niet.} Nou, nee.", Exact),
            ("Ja. {Ik weet het niet.} Nee.", "Ja hoor. {Ik weet het niet.} Nee.", Shifted),
            ("Ja.\r\n{Zo'n dag} ’s avonds", "Ja.\n{Zo'n dag} ’s avonds laat", Shifted),
            ("👍 {Zoë belde} me", "👍👍 {Zoë belde} me", Shifted),
            // Exactly at the edge is outside.
            ("dan {komt zij} thuis", "dan ook {komt zij} weer thuis", Shifted),
            ("dan {komt zij}.", "dan {komt zij}!", Exact),
            ("{Ik ga weg.} Hij blijft.", "{Ik ga weg.} Nu meteen. Hij blijft.", Exact),
            ("{Ik ga weg.} Hij blijft.", "{Ik ga weg.}", Exact),
            ("Dag. {Ik ga weg.}", "{Ik ga weg.}", Shifted),
            // Inside.
            ("dan {komt zij nooit} thuis", "dan {komt zij bijna nooit} thuis", Check),
            ("dan {komt zij nooit} thuis", "dan {komt nooit} thuis", Check),
            ("dan {komt zij nooit} thuis", "dan {komt zij} thuis", Check),
            ("de {hond} blaft", "de {honden} blaft", Check),
            ("de {oude hond} blaft", "de {oude honden} blaft", Check),
            ("de {oude hond} blaft", "de {jonge hond} blaft", Check),
            ("de {auto van} hem", "de {auto's van} hem", Check),
            ("we gaan {van avond} weg", "we gaan {vanavond} weg", Check),
            ("dan {komt zij} thuis", "dan {komt\nzij} thuis", Check),
            ("dan {komt Zoe\u{308}} thuis", "dan {komt Zoë} thuis", Check),
            // Deleted.
            ("Ja. {Ik weet het niet.} Nee.", "Ja. Nee.", Gone),
            ("de {oude} hond", "de hond", Gone),
            ("de {oude} hond", "de jonge hond", Gone),
            // Deleted next to an equal beginning.
            ("Ja. {Dat weet ik.} Dat weet ik niet.", "Ja. Dat weet ik niet.", Gone),
            ("Ja. Dat weet ik. {Dat weet ik niet.}", "Ja. {Dat weet ik niet.}", Shifted),
            // May be another.
            ("Ja. {Zo gaat dat.} Nee.", "Ja. {Zo gaat dat.} Nee. Zo gaat dat.", Check),
            ("Zo gaat dat. Ja. {Zo gaat dat.} Nee.", "Zo gaat dat. Ja. {Zo gaat dat.} Nee hoor.", Exact),
            ("Zo gaat dat. Ja. {Zo gaat dat.} Nee.", "{Zo gaat dat.} Nee.", Check),
            // Two equal answers whose beginnings changed places: nobody knows which is which.
            (
                "R: toen kwam hij. {Dat weet ik niet meer.}\nI: hoe dan?\nR: ik had het koud. Dat weet ik niet meer.",
                "R: ik had het koud. {Dat weet ik niet meer.}\nI: hoe dan?\nR: toen kwam hij. Dat weet ik niet meer.",
                Check,
            ),
            (
                "Dan ging zij weg. {Dat weet ik echt niet meer.} Toen regende het. Nou ja. Dat weet ik echt niet meer.",
                "Opa kwam. {Dat weet ik echt niet meer.} Later sneeuwde zoiets. Nou ja. Dat weet ik echt niet meer.",
                Check,
            ),
            ("Ik ga {nooit} naar huis", "Zij komt {nooit} meer terug", Check),
            ("{ja} ja ja", "{ja} ja", Check),
            ("nou {ja} ja en toen", "nou {ja} en toen", Check),
        ];
        let mut wrong = Vec::new();
        for (before, after, state) in cases {
            let ((old, span), (new, expected)) = (marked(before), marked(after));
            let span = span.expect("the old text has a fragment");
            let moved = move_span(&word_diff(&old, &new), &old, &new, span);
            if (moved.span, moved.state) != (expected, state) {
                wrong.push(format!("{before} → {after}: {moved:?}, not {expected:?} {state:?}"));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn a_pasted_passage_is_found_back() {
        let (first, second) =
            ("Mijn moeder wilde nooit naar een tehuis.\n\n", "Wij gingen elke zondag naar de kerk.\n\n");
        let (old, new) = (format!("{first}{second}Slot."), format!("{second}{first}Slot."));
        let map = word_diff(&old, &new);
        for words in ["Mijn moeder wilde nooit", "elke zondag naar de kerk", "moeder", "zondag"] {
            let at = |text: &str| text.find(words).map(|at| Span::new(at, at + words.len()));
            let moved = move_span(&map, &old, &new, at(&old).expect("stands in the old text"));
            assert_eq!(moved.span, at(&new), "{words}");
            assert_ne!(moved.state, Gone, "{words}");
        }
    }

    #[test]
    fn a_passage_is_found_back_far_away() {
        let days: Vec<String> = (0..60).map(|day| format!("Op dag {day} kwam de buurvrouw. ")).collect();
        let filler = days.concat();
        let said = "Mijn moeder wilde nooit naar een tehuis.";
        let (old, new) = (format!("{said} {filler}"), format!("{filler}{said}"));
        let moved = move_span(&word_diff(&old, &new), &old, &new, Span::new(0, said.len()));
        assert_eq!(moved, Moved { span: Some(Span::new(filler.len(), new.len())), state: Check });
    }

    #[test]
    fn other_ranges_follow_too() {
        let (old, new) = ("Ja.\n\nR: nee, nooit.", "Ja.\n\nI: hoe dan?\n\nR: nee, ooit.");
        let map = word_diff(old, new);
        let at = |text: &str, words: &str| u32::try_from(text.find(words).expect("stands there")).expect("short");
        assert_eq!(map.forward(0, Side::Before), 0);
        assert_eq!(map.forward(at(old, "R:"), Side::After), at(new, "R:"));
        assert_eq!(map.forward(at(old, "R:"), Side::Before), at(new, "I:"));
        assert_eq!(map.forward(at(old, "nooit") + 1, Side::Before), at(new, "ooit"));
        assert_eq!(map.forward(at(old, "nooit") + 1, Side::After), at(new, "ooit") + 4);
        assert_eq!(map.forward(u32::try_from(old.len()).expect("short"), Side::Before) as usize, new.len());
    }

    #[test]
    fn a_span_that_does_not_fit_is_gone() {
        let map = word_diff("hond", "kat en hond");
        for span in [Span::new(2, 9), Span::new(90, 91), Span::new(90, 90)] {
            assert_eq!(move_span(&map, "hond", "kat en hond", span), Moved { span: None, state: Gone });
        }
    }
}
