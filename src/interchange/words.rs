//! The fixed words of the files that people write, in Dutch and English: levels, origins, statuses, sorts of text and
//! of memo. Reading takes either language and any case; writing takes that of the codebook.

use super::fault::{Problem, shown};
use crate::model::{CodeStatus, Kind, Language, Level, MemoKind, Origin, fold_name};

/// Words for the levels of a code.
pub(super) const LEVELS: [(&str, Level); 9] = [
    ("open", Level::Open),
    ("axiaal", Level::Axial),
    ("selectief", Level::Selective),
    ("axial", Level::Axial),
    ("selective", Level::Selective),
    ("code", Level::Open),
    ("label", Level::Axial),
    ("thema", Level::Selective),
    ("theme", Level::Selective),
];

/// Words for where a code came from.
pub(super) const ORIGINS: [(&str, Origin); 7] = [
    ("in vivo", Origin::InVivo),
    ("inductief", Origin::Inductive),
    ("deductief", Origin::Deductive),
    ("overgenomen", Origin::Adopted),
    ("inductive", Origin::Inductive),
    ("deductive", Origin::Deductive),
    ("adopted", Origin::Adopted),
];

/// Words for how far the group agrees on a code.
pub(super) const STATUSES: [(&str, CodeStatus); 6] = [
    ("voorstel", CodeStatus::Proposed),
    ("besproken", CodeStatus::Discussed),
    ("vastgesteld", CodeStatus::Settled),
    ("proposed", CodeStatus::Proposed),
    ("discussed", CodeStatus::Discussed),
    ("settled", CodeStatus::Settled),
];

/// Codes of the languages.
pub(super) const LANGUAGES: [(&str, Language); 2] = [("nl", Language::Dutch), ("en", Language::English)];

/// Words for the sorts of text.
pub(super) const KINDS: [(&str, Kind); 14] = [
    ("interview", Kind::Interview),
    ("groepsinterview", Kind::GroupInterview),
    ("observatie", Kind::Observation),
    ("document", Kind::Document),
    ("open antwoord", Kind::OpenAnswer),
    ("casusverslag", Kind::CaseReport),
    ("group interview", Kind::GroupInterview),
    ("observation", Kind::Observation),
    ("open answer", Kind::OpenAnswer),
    ("case report", Kind::CaseReport),
    ("groepsgesprek", Kind::GroupInterview),
    ("focusgroep", Kind::GroupInterview),
    ("focus group", Kind::GroupInterview),
    ("casusbeschrijving", Kind::CaseReport),
];

/// Words for the sorts of memo.
pub(super) const MEMO_KINDS: [(&str, MemoKind); 14] = [
    ("theoretisch", MemoKind::Theoretical),
    ("methodologisch", MemoKind::Methodological),
    ("veldnotitie", MemoKind::FieldNote),
    ("reflectie", MemoKind::Reflection),
    ("besluit", MemoKind::Decision),
    ("verhaallijn", MemoKind::Storyline),
    ("logboek", MemoKind::Logbook),
    ("theoretical", MemoKind::Theoretical),
    ("methodological", MemoKind::Methodological),
    ("field note", MemoKind::FieldNote),
    ("reflection", MemoKind::Reflection),
    ("decision", MemoKind::Decision),
    ("storyline", MemoKind::Storyline),
    ("logbook", MemoKind::Logbook),
];

/// The thing that a typed word stands for; `field` is the key or heading that a refusal names.
pub(super) fn find_word<T: Copy>(field: &str, typed: &str, words: &[(&'static str, T)]) -> Result<T, Problem> {
    let folded = fold_name(typed);
    words.iter().find(|(word, _)| *word == folded).map(|(_, thing)| *thing).ok_or_else(|| Problem::WordUnknown {
        field: shown(field),
        found: shown(typed),
        known: words.iter().map(|(word, _)| *word).collect(),
    })
}

/// What a column of yes and no says for yes.
pub(super) fn yes_word(language: Language) -> &'static str {
    match language {
        Language::Dutch => "ja",
        Language::English => "yes",
    }
}

pub(super) fn level_word(level: Level, language: Language) -> &'static str {
    match (level, language) {
        (Level::Open, _) => "open",
        (Level::Axial, Language::Dutch) => "axiaal",
        (Level::Axial, Language::English) => "axial",
        (Level::Selective, Language::Dutch) => "selectief",
        (Level::Selective, Language::English) => "selective",
    }
}

pub(super) fn origin_word(origin: Origin, language: Language) -> &'static str {
    match (origin, language) {
        (Origin::InVivo, _) => "in vivo",
        (Origin::Inductive, Language::Dutch) => "inductief",
        (Origin::Inductive, Language::English) => "inductive",
        (Origin::Deductive, Language::Dutch) => "deductief",
        (Origin::Deductive, Language::English) => "deductive",
        (Origin::Adopted, Language::Dutch) => "overgenomen",
        (Origin::Adopted, Language::English) => "adopted",
    }
}

pub(super) fn status_word(status: CodeStatus, language: Language) -> &'static str {
    match (status, language) {
        (CodeStatus::Proposed, Language::Dutch) => "voorstel",
        (CodeStatus::Proposed, Language::English) => "proposed",
        (CodeStatus::Discussed, Language::Dutch) => "besproken",
        (CodeStatus::Discussed, Language::English) => "discussed",
        (CodeStatus::Settled, Language::Dutch) => "vastgesteld",
        (CodeStatus::Settled, Language::English) => "settled",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_as_the_same() {
        for language in [Language::Dutch, Language::English] {
            for level in Level::ALL {
                assert_eq!(find_word("level", level_word(level, language), &LEVELS), Ok(level));
            }
            for (_, origin) in ORIGINS {
                assert_eq!(find_word("origin", origin_word(origin, language), &ORIGINS), Ok(origin));
            }
            for (_, status) in STATUSES {
                assert_eq!(find_word("status", status_word(status, language), &STATUSES), Ok(status));
            }
        }
        for kind in MemoKind::ALL {
            assert_eq!(MEMO_KINDS.iter().filter(|(_, known)| *known == kind).count(), 2);
        }
    }

    #[test]
    fn case_and_spacing_do_not_matter_but_letters_do() {
        assert_eq!(find_word("origin", " In  Vivo ", &ORIGINS), Ok(Origin::InVivo));
        let Err(Problem::WordUnknown { field, found, known }) = find_word("status", "besprken", &STATUSES) else {
            panic!("besprken is no status");
        };
        assert_eq!((field.as_str(), found.as_str(), known.len()), ("status", "besprken", 6));
    }
}
