//! The values by which forms name the sets of words for levels, and the languages.

use crate::model::{Language, LevelWords};

/// Value and set, the usual one first.
pub(super) const ALL: [(&str, LevelWords); 5] = [
    ("code-label-theme", LevelWords::CodeLabelTheme),
    ("code-corelabel-theme", LevelWords::CodeCoreLabelTheme),
    ("label-corelabel-theme", LevelWords::LabelCoreLabelTheme),
    ("code-category-corecategory", LevelWords::CodeCategoryCoreCategory),
    ("code-subtheme-theme", LevelWords::CodeSubthemeTheme),
];

/// The set that a form names.
pub(super) fn of(value: &str) -> Option<LevelWords> {
    ALL.iter().find(|(known, _)| *known == value).map(|(_, set)| *set)
}

/// The language that a form names.
pub(super) fn language(value: &str) -> Option<Language> {
    match value {
        "nl" => Some(Language::Dutch),
        "en" => Some(Language::English),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_set_has_a_value() {
        assert_eq!(ALL.map(|(_, set)| set), LevelWords::ALL);
    }
}
