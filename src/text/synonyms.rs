//! Which words search treats as one. A form is compared by its words, folded as search folds them: `EK-c`, `ek c` and
//! `Ek-C` are the same form. [`check_forms`] says whether typed forms can be a group; [`Synonyms`] answers, for the
//! words of a typed term or phrase, which other words stand for the same.
//!
//! A form is in one group only. Should a damaged file hold it twice, the first group counts.

use super::words::words;
use crate::model::{Forms, NameFault, Synonym, SynonymId, check_name, natural_order};
use rustc_hash::FxHashMap;

/// What stands between the forms of a group on a line.
pub const EQUALS: char = '=';

/// Why forms cannot be a group of synonyms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SynonymFault {
    /// A form cannot be a name.
    BadForm {
        /// As typed.
        form: String,
        /// What is wrong with it.
        fault: NameFault,
    },
    /// A form holds no letter or digit, so that search could not find it.
    NoWord {
        /// The form.
        form: String,
    },
    /// A form holds the sign that parts forms.
    Equals {
        /// The form.
        form: String,
    },
    /// There is no second form.
    Alone {
        /// The only form; empty when there is none.
        form: String,
    },
    /// Two forms have the same words.
    Twice {
        /// The first.
        first: String,
        /// The second.
        second: String,
    },
    /// A form stands in two groups of one list.
    InTwo {
        /// The form, as the later group has it.
        form: String,
        /// The first form of the earlier group.
        group: String,
    },
    /// No group has the form.
    NotThere {
        /// As typed.
        form: String,
        /// Forms that may have been meant.
        nearest: Vec<String>,
    },
}

/// The words of a form as one text; two forms with the same key are the same to search.
#[must_use]
pub fn form_key(form: &str) -> String {
    let mut key = String::with_capacity(form.len());
    for word in words(form) {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(&word.folded);
    }
    key
}

/// A form as it is kept.
///
/// # Errors
/// When it cannot be one.
pub fn check_form(typed: &str) -> Result<String, SynonymFault> {
    let form = check_name(typed).map_err(|fault| SynonymFault::BadForm { form: typed.to_owned(), fault })?;
    if form.contains(EQUALS) {
        Err(SynonymFault::Equals { form })
    } else if form_key(&form).is_empty() {
        Err(SynonymFault::NoWord { form })
    } else {
        Ok(form)
    }
}

/// Forms as a group: at least two, all different.
///
/// # Errors
/// The first reason why they are none, and the position of the form that it is about.
pub fn check_forms<S: AsRef<str>>(typed: &[S]) -> Result<Forms, (usize, SynonymFault)> {
    let mut forms: Vec<String> = Vec::with_capacity(typed.len());
    let mut keys: FxHashMap<String, usize> = FxHashMap::default();
    for (at, form) in typed.iter().enumerate() {
        let form = check_form(form.as_ref()).map_err(|fault| (at, fault))?;
        if let Some(first) = keys.insert(form_key(&form), at) {
            return Err((at, SynonymFault::Twice { first: forms[first].clone(), second: form }));
        }
        forms.push(form);
    }
    if forms.len() < 2 {
        return Err((0, SynonymFault::Alone { form: forms.pop().unwrap_or_default() }));
    }
    Ok(Forms::new(&forms))
}

/// A group in a list that cannot be so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupFault {
    /// Position of the group.
    pub group: usize,
    /// Position of the form in it.
    pub form: usize,
    /// Why.
    pub reason: SynonymFault,
}

/// Whether each of these can be a group, and no form stands in two of them.
///
/// # Errors
/// The first one that cannot.
pub fn check_groups(groups: &[Vec<String>]) -> Result<(), GroupFault> {
    let mut seen: FxHashMap<String, usize> = FxHashMap::default();
    for (group, typed) in groups.iter().enumerate() {
        let forms = check_forms(typed).map_err(|(form, reason)| GroupFault { group, form, reason })?;
        for (at, form) in forms.iter().enumerate() {
            if let Some(first) = seen.insert(form_key(form), group) {
                let earlier = groups[first].first().map(|form| form.trim().to_owned()).unwrap_or_default();
                let reason = SynonymFault::InTwo { form: form.to_owned(), group: earlier };
                return Err(GroupFault { group, form: at, reason });
            }
        }
    }
    Ok(())
}

/// A form with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SynonymForm {
    /// As the person wrote it.
    pub form: String,
    /// Its words, folded.
    pub words: Vec<String>,
}

/// A group, ready for search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SynonymGroup {
    /// Identity.
    pub id: SynonymId,
    /// The forms, in their order.
    pub forms: Vec<SynonymForm>,
}

/// All groups of a study, found by their words.
#[derive(Debug, Clone, Default)]
pub struct Synonyms {
    groups: Vec<SynonymGroup>,
    /// From a form's key to its group and its position there.
    places: FxHashMap<String, (usize, usize)>,
}

impl Synonyms {
    /// Makes the groups ready for search.
    #[must_use]
    pub fn new(rows: &[Synonym]) -> Self {
        let mut groups: Vec<SynonymGroup> = rows
            .iter()
            .map(|row| SynonymGroup {
                id: row.id,
                forms: row
                    .forms
                    .iter()
                    .map(|form| SynonymForm {
                        form: form.to_owned(),
                        words: words(form).map(|word| word.folded.into_owned()).collect(),
                    })
                    .collect(),
            })
            .collect();
        let first = |group: &SynonymGroup| group.forms.first().map(|form| form.form.clone()).unwrap_or_default();
        groups.sort_by(|a, b| natural_order(&first(a), &first(b)).then(a.id.cmp(&b.id)));
        let mut places = FxHashMap::default();
        for (group, row) in groups.iter().enumerate() {
            for (at, form) in row.forms.iter().enumerate() {
                places.entry(form.words.join(" ")).or_insert((group, at));
            }
        }
        Self { groups, places }
    }

    /// The groups, in the natural order of their first forms.
    #[must_use]
    pub fn groups(&self) -> &[SynonymGroup] {
        &self.groups
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// The group that has this form, compared by its words.
    #[must_use]
    pub fn group_of(&self, form: &str) -> Option<&SynonymGroup> {
        self.places.get(&form_key(form)).map(|(group, _)| &self.groups[*group])
    }

    /// What else stands for these folded words, each as its own folded words; nothing when they are not one whole form.
    pub fn alternatives<S: AsRef<str>>(&self, folded: &[S]) -> impl Iterator<Item = &[String]> {
        let place = match folded {
            _ if self.places.is_empty() => None,
            [one] => self.places.get(one.as_ref()),
            several => {
                let several: Vec<&str> = several.iter().map(AsRef::as_ref).collect();
                self.places.get(&several.join(" "))
            }
        };
        place.into_iter().flat_map(|&(group, own)| {
            let others = self.groups[group].forms.iter().enumerate().filter(move |(at, _)| *at != own);
            others.map(|(_, form)| form.words.as_slice())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Id;
    use proptest::prelude::*;

    fn group(forms: &[&str]) -> Synonym {
        Synonym { id: Id::new(), forms: check_forms(forms).expect("a group") }
    }

    fn study() -> Synonyms {
        Synonyms::new(&[
            group(&["pgb", "persoonsgebonden budget"]),
            group(&["EK-c", "Eigen Kracht-conferentie", "EKC"]),
            group(&["’s avonds", "idee\u{308}en"]),
        ])
    }

    #[test]
    fn a_whole_form_stands_for_the_others_of_its_group() {
        let cases: &[(&str, &[&str])] = &[
            ("EKC", &["ek c", "eigen kracht conferentie"]),
            ("ek-C", &["eigen kracht conferentie", "ekc"]),
            ("Eigen  kracht conferentie", &["ek c", "ekc"]),
            ("PGB", &["persoonsgebonden budget"]),
            ("'s Avonds", &["ideeen"]),
            ("ideeën", &["'s avonds"]),
            ("de EKC", &[]),
            ("kracht", &[]),
            ("eigen", &[]),
            ("", &[]),
        ];
        let synonyms = study();
        for (typed, others) in cases {
            let folded: Vec<String> = words(typed).map(|word| word.folded.into_owned()).collect();
            let found: Vec<String> = synonyms.alternatives(&folded).map(|words| words.join(" ")).collect();
            assert_eq!(found, *others, "{typed:?}");
        }
        assert_eq!(Synonyms::default().alternatives(&["ekc"]).count(), 0);
    }

    #[test]
    fn groups_stand_in_the_order_of_their_first_forms() {
        let firsts: Vec<String> = study().groups().iter().map(|group| group.forms[0].form.clone()).collect();
        assert_eq!(firsts, ["EK-c", "pgb", "’s avonds"]);
        let synonyms = study();
        let forms = |typed: &str| synonyms.group_of(typed).map(|group| group.forms.len());
        assert_eq!((forms("ek c"), forms("Ekc!"), forms("budget"), forms("…")), (Some(3), Some(3), None, None));
    }

    #[test]
    fn what_is_no_group_says_which_form_and_why() {
        let long = "ë".repeat(201);
        let owned = |text: &str| text.to_owned();
        let bad = |form: &str, fault| SynonymFault::BadForm { form: owned(form), fault };
        let twice = |first: &str, second: &str| SynonymFault::Twice { first: owned(first), second: owned(second) };
        let cases: Vec<(Vec<&str>, usize, SynonymFault)> = vec![
            (vec![], 0, SynonymFault::Alone { form: String::new() }),
            (vec![" EKC "], 0, SynonymFault::Alone { form: owned("EKC") }),
            (vec!["EKC", "ekc"], 1, twice("EKC", "ekc")),
            (vec!["coördinator", "EKC", "COO\u{308}RDINATOR"], 2, twice("coördinator", "COO\u{308}RDINATOR")),
            (vec!["EK-c", "ek c"], 1, twice("EK-c", "ek c")),
            (vec!["EKC", " "], 1, bad(" ", NameFault::Empty)),
            (vec!["EKC", "…!?"], 1, SynonymFault::NoWord { form: owned("…!?") }),
            (vec!["🙂", "EKC"], 0, SynonymFault::NoWord { form: owned("🙂") }),
            (vec!["EKC", &long], 1, bad(&long, NameFault::TooLong(201))),
            (vec!["EKC", "a\nb"], 1, bad("a\nb", NameFault::Control)),
            (vec!["EKC", "a\u{7}b"], 1, bad("a\u{7}b", NameFault::Control)),
            (vec!["EKC", "a = b"], 1, SynonymFault::Equals { form: owned("a = b") }),
        ];
        for (forms, at, fault) in cases {
            assert_eq!(check_forms(&forms), Err((at, fault)), "{forms:?}");
        }
        assert!(check_forms(&["ë".repeat(200).as_str(), "EKC"]).is_ok());
    }

    #[test]
    fn a_form_stands_in_one_group_of_a_list() {
        let list = |groups: &[&[&str]]| -> Vec<Vec<String>> {
            groups.iter().map(|forms| forms.iter().map(|form| (*form).to_owned()).collect()).collect()
        };
        let good = list(&[&["EK-c", "EKC"], &["pgb", "persoonsgebonden budget"]]);
        assert_eq!(check_groups(&good), Ok(()));
        let fault = check_groups(&list(&[&[" EK-c ", "EKC"], &["x", "y"], &["conferentie", "ek c"]]));
        let reason = SynonymFault::InTwo { form: "ek c".to_owned(), group: "EK-c".to_owned() };
        assert_eq!(fault, Err(GroupFault { group: 2, form: 1, reason }));
        let fault = check_groups(&list(&[&["EK-c", "EKC"], &["x"]]));
        let reason = SynonymFault::Alone { form: "x".to_owned() };
        assert_eq!(fault, Err(GroupFault { group: 1, form: 0, reason }));
    }

    proptest! {
        #[test]
        fn every_form_finds_all_others_and_never_itself(forms in prop::collection::vec("\\PC{0,12}", 2..6)) {
            if let Ok(checked) = check_forms(&forms) {
                let synonyms = Synonyms::new(&[Synonym { id: Id::new(), forms: checked }]);
                for form in &synonyms.groups()[0].forms {
                    prop_assert_eq!(synonyms.alternatives(&form.words).count(), forms.len() - 1);
                    prop_assert!(synonyms.alternatives(&form.words).all(|words| words != form.words));
                    prop_assert_eq!(synonyms.group_of(&form.form), Some(&synonyms.groups()[0]));
                }
            }
        }
    }
}
