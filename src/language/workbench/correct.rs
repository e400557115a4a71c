//! Correcting a text: what a corrected file does to the fragments.

use super::quantity;

/// The words of the screen on which a text is corrected.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "a word's name is what it says")]
pub struct CorrectWords {
    pub title: fn(transcript: &str) -> String,
    pub intro: &'static str,
    pub back: &'static str,
    pub choose: &'static str,
    pub look: &'static str,
    pub other_file: &'static str,
    pub what_happens: fn(file: &str) -> String,
    pub exact: fn(fragments: usize) -> String,
    pub moved: fn(fragments: usize) -> String,
    pub joined: fn(fragments: usize) -> String,
    pub check: fn(fragments: usize) -> String,
    pub gone: fn(fragments: usize) -> String,
    pub no_fragments: &'static str,
    pub check_title: &'static str,
    pub check_hint: &'static str,
    pub gone_title: &'static str,
    pub gone_hint: &'static str,
    pub line: &'static str,
    pub was: &'static str,
    pub becomes: &'static str,
    pub lost_speakers: fn(labels: &str) -> String,
    pub remarks: &'static str,
    pub reason: &'static str,
    pub take: &'static str,
    pub no_text: &'static str,
}

pub(super) const NL: CorrectWords = CorrectWords {
    title: |transcript| format!("‘{transcript}’ verbeteren"),
    intro: "Neem een verbeterde versie van de tekst op. De codes gaan mee: je ziet eerst wat er met elk fragment gebeurt.",
    back: "Terug naar de tekst",
    choose: "Bestand met de verbeterde tekst",
    look: "Bekijk wat er verandert",
    other_file: "Ander bestand",
    what_happens: |file| format!("Met ‘{file}’ gebeurt dit:"),
    exact: |fragments| quantity(fragments, "fragment blijft staan", "fragmenten blijven staan"),
    moved: |fragments| {
        quantity(
            fragments,
            "fragment schuift mee, met dezelfde woorden",
            "fragmenten schuiven mee, met dezelfde woorden",
        )
    },
    joined: |fragments| {
        quantity(fragments, "fragment valt samen met een ander", "fragmenten vallen samen met een ander")
    },
    check: |fragments| quantity(fragments, "fragment moet je nakijken", "fragmenten moet je nakijken"),
    gone: |fragments| {
        quantity(
            fragments,
            "fragment vervalt: de woorden staan er niet meer",
            "fragmenten vervallen: de woorden staan er niet meer",
        )
    },
    no_fragments: "In deze tekst staan nog geen fragmenten.",
    check_title: "Na te kijken",
    check_hint: "De woorden zijn veranderd. Deze fragmenten blijven meetellen en krijgen een merkje.",
    gone_title: "Vervallen",
    gone_hint: "Deze fragmenten tellen niet meer mee; hun woorden blijven bewaard.",
    line: "Regel",
    was: "Was",
    becomes: "Wordt",
    lost_speakers: |labels| {
        format!("Deze sprekers komen niet meer voor: {labels}. Hun respondenten raken los van de tekst.")
    },
    remarks: "Let op",
    reason: "Waarom (mag leeg blijven)",
    take: "Neem de verbetering over",
    no_text: "In dit bestand staat geen tekst die kan worden gelezen.",
};

pub(super) const EN: CorrectWords = CorrectWords {
    title: |transcript| format!("Correct ‘{transcript}’"),
    intro: "Take in a corrected version of the text. Codes move along: you first see what happens to each fragment.",
    back: "Back to the text",
    choose: "File with the corrected text",
    look: "Look at what changes",
    other_file: "Another file",
    what_happens: |file| format!("With ‘{file}’ this happens:"),
    exact: |fragments| quantity(fragments, "fragment stays", "fragments stay"),
    moved: |fragments| {
        quantity(fragments, "fragment moves along, with the same words", "fragments move along, with the same words")
    },
    joined: |fragments| {
        quantity(fragments, "fragment falls together with another", "fragments fall together with another")
    },
    check: |fragments| quantity(fragments, "fragment needs a look", "fragments need a look"),
    gone: |fragments| {
        quantity(
            fragments,
            "fragment lapses: its words are no longer there",
            "fragments lapse: their words are no longer there",
        )
    },
    no_fragments: "There are no fragments in this text yet.",
    check_title: "To check",
    check_hint: "The words have changed. These fragments still count and get a mark.",
    gone_title: "Lapsed",
    gone_hint: "These fragments no longer count; their words are kept.",
    line: "Line",
    was: "Was",
    becomes: "Becomes",
    lost_speakers: |labels| {
        format!("These speakers no longer occur: {labels}. Their respondents come loose from the text.")
    },
    remarks: "Mind",
    reason: "Why (may stay empty)",
    take: "Take over the correction",
    no_text: "There is no text in this file that can be read.",
};
