//! The two sides of an interview as letters and words: `I` and `R`, `V` and `A`, `Vraag` and `Antwoord`. A letter is a
//! speaker only beside its counterpart, since it also numbers options (`A:`, `B:`), sections (`I:`, `II:`) and
//! statistics (`R: 0,83`). In go the labels of a text with how often each speaks; out comes which of these are
//! speakers.

use super::candidates::Candidates;
use super::speakers::Kind;
use std::collections::HashSet;

/// How often a label occurs in one form, and how often with words.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
    /// All occurrences.
    pub(super) count: u32,
    /// With anything beside or under it.
    pub(super) answered: u32,
    /// With words.
    pub(super) spoken: u32,
    /// With words that end as sentences do.
    pub(super) sentences: u32,
}

/// Which single letters and words of an interview's sides there are; each needs its counterpart.
pub(super) struct Sides<'t> {
    present: HashSet<&'t str>,
    /// Labels that are such sides and speak in words.
    speaking: HashSet<u32>,
    asks: bool,
    answers: bool,
    /// `A:`, `B:`, `C:` under each other, time and again.
    pub(super) is_list: bool,
}

impl<'t> Sides<'t> {
    /// Reads the labels of a text.
    pub(super) fn of(found: &'t Candidates, tallies: &[Tally]) -> Self {
        let labels = || found.labels.iter().zip(tallies).filter(|(_, tally)| tally.answered > 0);
        let known = |asks: bool| labels().any(|(label, _)| label.kind == Kind::Known && label.asks == asks);
        let person = labels().any(|(label, tally)| {
            matches!(label.kind, Kind::Role | Kind::Name | Kind::Initials) && tally.count > 1 && !label.is_topical()
        });
        let present: HashSet<&str> = labels().map(|(label, _)| label.key.as_str()).collect();
        let is_list = ["a", "b", "c"].iter().all(|letter| present.contains(letter)) && is_listed(found);
        let sided = |kind: Kind| matches!(kind, Kind::Known | Kind::Side);
        let all = found.labels.iter().zip(tallies).zip(0u32..);
        let speaking = all.filter(|((label, tally), _)| sided(label.kind) && tally.spoken > 0);
        let speaking = speaking.map(|(_, index)| index).collect();
        Self { present, speaking, asks: known(true), answers: known(false) || person, is_list }
    }

    /// Whether a side is heard: in words, or with bare topics (`Interviewer: Aandachtspunten`) while another speaks.
    pub(super) fn hear(&self, index: u32, tally: Tally) -> bool {
        tally.spoken > 0 || (tally.answered > 0 && self.speaking.iter().any(|other| *other != index))
    }

    fn any(&self, keys: &[&str]) -> bool {
        keys.iter().any(|key| self.present.contains(key))
    }

    /// Whether a letter or word stands for a side here.
    pub(super) fn allow(&self, key: &str, tally: Tally) -> bool {
        let questions = self.any(&["v", "q", "vraag", "vr", "question"]);
        let answers = self.any(&["a", "antwoord", "antw", "answer"]);
        match key {
            "i" if self.present.contains("ii") => false,
            "i" => tally.count > 1 || tally.sentences > 0 || self.answers || self.present.contains("r"),
            "r" => tally.count > 1 || self.asks || questions || self.present.contains("i"),
            "v" | "q" | "vraag" | "vr" | "question" => answers || self.answers || self.present.contains("r"),
            _ if self.is_list => false,
            _ if questions => true,
            "a" => {
                (self.asks || self.present.contains("i")) && !self.answers && !self.any(&["r", "b"])
                    || (tally.count > 1 && self.answers)
            }
            _ => tally.count > 1 && (self.asks || self.answers || self.present.contains("i")),
        }
    }
}

/// Whether every `C` comes after a `B` after an `A`, as options of a question do.
fn is_listed(found: &Candidates) -> bool {
    let keys: Vec<&str> = found.list.iter().map(|candidate| found.label(candidate).key.as_str()).collect();
    let listed = |index: usize| index > 1 && keys[index - 1] == "b" && keys[index - 2] == "a";
    keys.iter().enumerate().all(|(index, key)| *key != "c" || listed(index))
}

#[cfg(test)]
mod tests {
    use crate::text::{Hints, structure};

    #[test]
    fn a_letter_needs_its_counterpart() {
        let cases: [(&str, &[&str]); 9] = [
            ("V: Hoe oud bent u?\nA: Tachtig, ’s zomers.", &["V", "A"]),
            ("Q: Hoe oud?\nA: Zo'n tachtig. 🙂", &["Q", "A"]),
            ("V: Ik weet het niet zeker.\n\nEn dat was alles.", &[]),
            ("I: Inleiding\nII: Opzet\nIII: Slot", &[]),
            ("R: 0,83\nN: 37", &[]),
            (
                "I: Wat koos u?\nR: Twee dingen.\nA: we gaan naar huis.\nB: we blijven hier.\nI: En?\nR: Het eerste.",
                &["I", "R"],
            ),
            ("A: zeer mee eens\nB: beetje mee eens\nC: niet mee eens\nA: ja hoor.\nB: nee hoor.\nC: soms wel.", &[]),
            ("A: Ik kom uit Café Zoë.\nB: Leuk.\nA: Ja, hè?\nB: Zeker.", &["A", "B"]),
            ("Vraag: Wat nu?\nAntwoord: Niks.", &["Vraag", "Antwoord"]),
        ];
        for (text, expected) in cases {
            let found = structure(text, &Hints::default());
            let labels: Vec<&str> = found.speakers.iter().map(|speaker| speaker.label.as_str()).collect();
            assert_eq!(labels, expected, "{text}");
        }
    }
}
