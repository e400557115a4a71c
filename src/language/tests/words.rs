//! The words of counts and concordances are there in both languages, whole, and not the same.

use super::{BOTH, check};
use crate::analysis::Lean;
use crate::language::{concordance, counting};
use crate::model::Language;
use std::collections::BTreeSet;

fn counted(language: Language) -> Vec<String> {
    let w = counting(language);
    let mut said: Vec<String> = [Lean::Over, Lean::Under, Lean::Even].map(|lean| (w.lean)(lean).to_owned()).to_vec();
    said.extend([w.word.one, w.word.many, w.word_head, w.forms, w.per_million, w.usage, w.part].map(str::to_owned));
    said.extend([w.note_lemma, w.note_interviewer, w.note_content, w.nothing, w.no_rest, w.no_part].map(str::to_owned));
    said.extend(w.notes_compared.iter().map(|note| (*note).to_owned()));
    said.push((w.caption)("12"));
    said.push((w.compared)("12", "30"));
    said.push((w.compared_scope)("casus:1"));
    said.extend([(w.different)("3 a", "2 b", "1 c"), (w.note_least)("5")]);
    said.extend([(w.shown)(0, 0), (w.shown)(1, 1), (w.shown)(3, 3), (w.shown)(1200, 1), (w.shown)(1200, 50)]);
    said
}

fn placed(language: Language) -> Vec<String> {
    let w = concordance(language);
    let mut said: Vec<String> = w.order.map(str::to_owned).to_vec();
    said.extend([w.place, w.before, w.keyword, w.after, w.speaker, w.title, w.see_all, w.no_words].map(str::to_owned));
    said.extend([w.restricted_to, w.hint, w.made_with].map(str::to_owned));
    let found = [(0, 0, 0), (1, 1, 1), (3, 2, 3), (1200, 900, 1), (1200, 900, 50)];
    said.extend(found.map(|(total, turns, shown)| (w.found)(total, turns, shown)));
    said
}

#[test]
fn every_word_of_counts_and_concordances_is_said_once_in_each_language() {
    for list in [counted, placed] {
        let [dutch, english] = BOTH.map(list);
        assert_eq!(dutch.len(), english.len());
        for said in [&dutch, &english] {
            for line in said {
                check(line);
            }
            assert_eq!(said.iter().collect::<BTreeSet<_>>().len(), said.len(), "no two are said alike: {said:?}");
        }
        for (nl, en) in dutch.iter().zip(&english) {
            assert_ne!(nl, en);
        }
    }
}

#[test]
fn how_many_are_shown_reads_as_a_sentence() {
    let (nl, en) = (concordance(Language::Dutch), concordance(Language::English));
    assert_eq!((nl.found)(1, 1, 1), "1 plaats in 1 beurt");
    assert_eq!((nl.found)(1200, 900, 50), "1\u{202F}200 plaatsen in 900 beurten; de eerste 50 staan hier");
    assert_eq!((en.found)(1200, 900, 1), "1\u{202F}200 places in 900 turns; the first one is here");
    assert_eq!((counting(Language::Dutch).shown)(3, 3), "3 woorden.");
}
