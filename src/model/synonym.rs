//! Synonyms: words that search treats as one, `EK-c = Eigen Kracht-conferentie = EKC`. They belong to the project, not
//! to a taxonomy, and to no language.

use super::SynonymId;

/// A group of two or more forms, each a word or several words, that search treats as one. What makes a group is which
/// forms are in it: groups that share a form, compared by its words, are one group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Synonym {
    /// Identity.
    pub id: SynonymId,
    /// The forms, in the order in which they came.
    pub forms: Forms,
}

/// Forms in order, kept as lines of one text; a form is a name and holds no line break.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Forms(String);

impl Forms {
    /// These forms, in this order.
    #[must_use]
    pub fn new<S: AsRef<str>>(forms: &[S]) -> Self {
        let forms: Vec<&str> = forms.iter().map(AsRef::as_ref).collect();
        Self(forms.join("\n"))
    }

    /// The forms that were kept as these lines.
    #[must_use]
    pub fn from_lines(lines: &str) -> Self {
        Self(lines.to_owned())
    }

    /// The forms as lines.
    #[must_use]
    pub fn as_lines(&self) -> &str {
        &self.0
    }

    /// Each form.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.lines()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_come_back_in_their_order() {
        for forms in [&["EK-c", "Eigen Kracht-conferentie", "EKC"][..], &["’s avonds", "zo'n 🙂"], &[]] {
            let kept = Forms::new(forms);
            assert!(kept.iter().eq(forms.iter().copied()));
            assert_eq!(Forms::from_lines(kept.as_lines()), kept);
        }
    }
}
