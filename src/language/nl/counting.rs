//! The words of counted words.

use super::command::found;
use crate::analysis::Lean;
use crate::report::{CountingWords, Noun};

pub(in crate::language) const COUNTING: CountingWords = CountingWords {
    word: Noun::new("verschillend woord", "verschillende woorden"),
    word_head: "Woord",
    forms: "Vormen",
    per_million: "Per miljoen",
    group_per_million: |group| format!("{group}, per mln"),
    usage: "Gebruik",
    lean: |lean| match lean {
        Lean::Over => "vaker",
        Lean::Under => "minder",
        Lean::Even => "even vaak",
    },
    part: "Deel",
    rest: "Rest",
    log_likelihood: "G²",
    log_ratio: "Log ratio",
    bic: "BIC",
    caption: |words| format!("Woorden (N={words})"),
    compared: |part, rest| format!("Kenmerkende woorden van een deel (N={part}) naast de rest (N={rest})"),
    different: |words, transcripts, cases| match cases {
        "" => format!("{words}, in {transcripts}"),
        _ => format!("{words}, in {transcripts} en {cases}"),
    },
    compared_scope: |condition| format!("het deel: {condition}"),
    note_lemma: "Een woord staat onder zijn grondvorm. Past een vorm bij meer woorden, dan telt ze bij het \
                 waarschijnlijkste.",
    note_interviewer: "Wat de interviewer zegt telt niet mee.",
    note_content: "Lidwoorden, voornaamwoorden, hulpwerkwoorden en andere functiewoorden staan er niet bij. In het totaal \
                   tellen ze mee.",
    note_least: |least| format!("Woorden die minder dan {least} keer voorkomen staan er niet bij."),
    notes_compared: &[
        "Vaker of minder: hoe vaak het deel het woord gebruikt, gemeten naar de omvang van deel en rest. Transcripten: in \
         hoeveel transcripten van het deel.",
        "G² (log-likelihood; Dunning 1993, Rayson & Garside 2000) zegt hoe zeker het verschil is: boven 10,83 is p < 0,001. \
         Dat is niet gecorrigeerd voor het aantal woorden dat je vergelijkt.",
        "Log ratio (Hardie 2014) zegt hoe groot het verschil is: 1 is twee keer zo vaak, 2 is vier keer zo vaak, -1 is half \
         zo vaak. Nul keer telt daarin als een half keer.",
        "BIC (Wilson 2013) weegt G² tegen de omvang van de teksten: vanaf 2 is het bewijs positief, vanaf 6 sterk, vanaf 10 \
         zeer sterk. Onder 0 wijst het erop dat er geen verschil is.",
        "Wat één spreker zegt hangt samen. Lees de lijst als een rangorde, niet als een toets.",
    ],
    shown: |total, shown| found(total, shown, "woord", "woorden"),
    nothing: "Met deze voorwaarden blijft er geen woord over.",
    no_rest: "Er is niets om mee te vergelijken: dit deel is alles wat er is gezegd.",
    no_part: "Er is niets te vergelijken: in dit deel staat geen woord.",
};
