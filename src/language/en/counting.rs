//! The words of counted words.

use super::command::found;
use crate::analysis::Lean;
use crate::report::{CountingWords, Noun};

pub(in crate::language) const COUNTING: CountingWords = CountingWords {
    word: Noun::new("different word", "different words"),
    word_head: "Word",
    forms: "Forms",
    per_million: "Per million",
    group_per_million: |group| format!("{group}, per mln"),
    usage: "Use",
    lean: |lean| match lean {
        Lean::Over => "more",
        Lean::Under => "less",
        Lean::Even => "as often",
    },
    part: "Part",
    rest: "Rest",
    log_likelihood: "G²",
    log_ratio: "Log ratio",
    bic: "BIC",
    caption: |words| format!("Words (N={words})"),
    compared: |part, rest| format!("Characteristic words of a part (N={part}) beside the rest (N={rest})"),
    different: |words, transcripts, cases| match cases {
        "" => format!("{words}, in {transcripts}"),
        _ => format!("{words}, in {transcripts} and {cases}"),
    },
    compared_scope: |condition| format!("the part: {condition}"),
    note_lemma: "A word stands under its dictionary form. A form that fits several words counts with the likeliest.",
    note_interviewer: "What the interviewer says does not count.",
    note_content: "Articles, pronouns, auxiliary verbs and other function words are not listed. They count in the total.",
    note_least: |least| format!("Words that occur fewer than {least} times are not listed."),
    notes_compared: &[
        "More or less: how often the part uses the word, for the size of part and rest. Transcripts: in how many \
         transcripts of the part.",
        "G² (log-likelihood; Dunning 1993, Rayson & Garside 2000) says how sure the difference is: above 10.83 p < 0.001. \
         That is not corrected for the number of words that you compare.",
        "Log ratio (Hardie 2014) says how large the difference is: 1 is twice as often, 2 is four times as often, -1 is \
         half as often. Never counts as half a time in it.",
        "BIC (Wilson 2013) weighs G² against the size of the texts: from 2 the evidence is positive, from 6 strong, from 10 \
         very strong. Below 0 it suggests that there is no difference.",
        "What one speaker says hangs together. Read the list as a ranking, not as a test.",
    ],
    shown: |total, shown| found(total, shown, "word", "words"),
    nothing: "No word is left under these conditions.",
    no_rest: "There is nothing to compare with: this part is everything that was said.",
    no_part: "There is nothing to compare: this part has no words.",
};
