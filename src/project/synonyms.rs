//! Synonyms: words that search treats as one. A form, compared by its words, is in one group only: adding forms of
//! which some are known joins their groups, and the answer says so.

use super::{Done, Refusal, Workspace};
use crate::model::{Forms, Synonym, SynonymId, Verb, nearest_names};
use crate::store::Writing;
use crate::text::SynonymFault;
use crate::text::synonyms::{check_forms, form_key};
use std::collections::BTreeSet;

/// What adding synonyms did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SynonymsAdded {
    /// The group as it is now.
    pub group: Vec<String>,
    /// Forms that are new to it.
    pub new: usize,
    /// Groups that were there and became this one.
    pub known: usize,
}

impl SynonymsAdded {
    /// Whether anything is other than it was.
    #[must_use]
    pub fn changed(&self) -> bool {
        self.new > 0 || self.known > 1
    }
}

/// What taking synonyms away did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SynonymsRemoved {
    /// Forms that were asked for, as they stood in their groups.
    pub removed: Vec<String>,
    /// Forms that went because nothing was left beside them, or with their whole group.
    pub along: Vec<String>,
    /// What is left of the groups.
    pub left: Vec<Vec<String>>,
}

/// How much goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// The forms that were named.
    Forms,
    /// The groups in which they stand.
    Groups,
}

impl Workspace {
    /// Makes these forms synonyms; groups of which one is a form become one.
    ///
    /// # Errors
    /// When there are fewer than two different forms, or one cannot be a form.
    pub fn add_synonyms(&mut self, forms: &[String], reason: &str) -> Result<Done<SynonymsAdded>, Refusal> {
        self.run(Verb::SynonymAdd, reason, |writing, _| {
            let added = add_group(writing, forms)?;
            writing.describe(added.group.iter().cloned());
            Ok(added)
        })
    }

    /// Takes forms, or the groups in which they stand, out of the synonyms.
    ///
    /// # Errors
    /// When a form is in no group.
    pub fn remove_synonyms(
        &mut self,
        forms: &[String],
        extent: Extent,
        reason: &str,
    ) -> Result<Done<SynonymsRemoved>, Refusal> {
        self.run(Verb::SynonymRemove, reason, |writing, _| {
            let groups: Vec<Synonym> = writing.all()?;
            let mut named = BTreeSet::new();
            for form in forms {
                let key = form_key(form);
                if !groups.iter().any(|group| has(group, &key)) {
                    let known = groups.iter().flat_map(|group| group.forms.iter());
                    let nearest = nearest_names(form, known);
                    return Err(SynonymFault::NotThere { form: form.clone(), nearest }.into());
                }
                named.insert(key);
            }
            let mut report = SynonymsRemoved::default();
            for group in groups {
                let (gone, rest): (Vec<String>, Vec<String>) =
                    group.forms.iter().map(str::to_owned).partition(|form| named.contains(&form_key(form)));
                if gone.is_empty() {
                    continue;
                }
                report.removed.extend(gone);
                if rest.len() < 2 || extent == Extent::Groups {
                    report.along.extend(rest);
                    writing.delete(&group)?;
                } else {
                    writing.update(Synonym { forms: Forms::new(&rest), ..group })?;
                    report.left.push(rest);
                }
            }
            writing.describe(report.removed.iter().chain(&report.along).cloned());
            Ok(report)
        })
    }
}

fn has(group: &Synonym, key: &str) -> bool {
    group.forms.iter().any(|form| form_key(form) == key)
}

/// Adds forms to the oldest group that has one of them, together with the other groups that have one; to a new group
/// when there is none.
pub(super) fn add_group(writing: &mut Writing<'_>, typed: &[String]) -> Result<SynonymsAdded, Refusal> {
    let forms = check_forms(typed).map_err(|(_, fault)| fault)?;
    let keys: BTreeSet<String> = forms.iter().map(form_key).collect();
    let mut known: Vec<Synonym> = writing.all()?;
    known.retain(|group| keys.iter().any(|key| has(group, key)));
    let mut group: Vec<String> = known.iter().flat_map(|group| group.forms.iter()).map(str::to_owned).collect();
    let mut present: BTreeSet<String> = group.iter().map(|form| form_key(form)).collect();
    let before = group.len();
    group.extend(forms.iter().filter(|form| present.insert(form_key(form))).map(str::to_owned));
    let added = SynonymsAdded { new: group.len() - before, known: known.len(), group };
    let all = Forms::new(&added.group);
    let mut known = known.into_iter();
    match known.next() {
        Some(oldest) => {
            for other in known {
                writing.delete(&other)?;
            }
            writing.update(Synonym { forms: all, ..oldest })?;
        }
        None => writing.insert(Synonym { id: SynonymId::new(), forms: all })?,
    }
    Ok(added)
}

impl From<SynonymFault> for Refusal {
    fn from(fault: SynonymFault) -> Self {
        Self::Synonym(fault)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;
    use crate::store::{StoreError, Whose};

    fn desk() -> (tempfile::TempDir, Workspace) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("p.codeboom");
        let ws = Workspace::create(&path, "Proef", Language::Dutch, "Lotte", || 1_700_000_000_000_000);
        (folder, ws.expect("a project"))
    }

    fn owned(forms: &[&str]) -> Vec<String> {
        forms.iter().map(|form| (*form).to_owned()).collect()
    }

    fn groups(ws: &mut Workspace) -> Vec<String> {
        let study = ws.study().expect("a study");
        let line = |forms: Vec<&str>| forms.join(" = ");
        let groups = study.synonyms().groups().iter();
        groups.map(|group| line(group.forms.iter().map(|form| form.form.as_str()).collect())).collect()
    }

    #[test]
    fn groups_that_share_a_form_become_one_and_undo_parts_them() {
        let (_folder, mut ws) = desk();
        let mut add = |forms: &[&str]| ws.add_synonyms(&owned(forms), "").expect("added").value;
        let first = add(&["EK-c", "EKC"]);
        assert_eq!((first.new, first.known, first.changed()), (2, 0, true));
        add(&["bijeenkomst", "conferentie"]);
        let same = add(&["ekc", "ek c"]);
        assert_eq!((same.new, same.known, same.changed()), (0, 1, false));
        let joined = add(&["Conferentie", "ekc", "beraad"]);
        assert_eq!((joined.new, joined.known), (1, 2));
        assert_eq!(joined.group, ["EK-c", "EKC", "bijeenkomst", "conferentie", "beraad"]);
        assert_eq!(groups(&mut ws), ["EK-c = EKC = bijeenkomst = conferentie = beraad"]);
        ws.undo(Whose::Own, "").expect("undone");
        assert_eq!(groups(&mut ws), ["bijeenkomst = conferentie", "EK-c = EKC"]);
        ws.redo(Whose::Own, "").expect("redone");
        assert_eq!(groups(&mut ws).len(), 1);
    }

    #[test]
    fn a_form_goes_and_a_lone_one_goes_along() {
        let (_folder, mut ws) = desk();
        ws.add_synonyms(&owned(&["EK-c", "EKC", "beraad"]), "").expect("added");
        ws.add_synonyms(&owned(&["pgb", "budget"]), "").expect("added");
        let report = ws.remove_synonyms(&owned(&["ekc"]), Extent::Forms, "").expect("removed").value;
        assert_eq!((report.removed, report.left), (owned(&["EKC"]), vec![owned(&["EK-c", "beraad"])]));
        let report = ws.remove_synonyms(&owned(&["Beraad", "PGB"]), Extent::Forms, "").expect("removed").value;
        assert_eq!((report.removed.len(), report.along, report.left.len()), (2, owned(&["EK-c", "budget"]), 0));
        assert!(groups(&mut ws).is_empty());
        ws.undo(Whose::Own, "").expect("undone");
        assert_eq!(groups(&mut ws), ["EK-c = beraad", "pgb = budget"]);
        let report = ws.remove_synonyms(&owned(&["budget"]), Extent::Groups, "").expect("removed").value;
        assert_eq!((report.removed, report.along), (owned(&["budget"]), owned(&["pgb"])));
        let fault = ws.remove_synonyms(&owned(&["berad"]), Extent::Forms, "").expect_err("no such form");
        assert!(
            matches!(&fault, Refusal::Synonym(SynonymFault::NotThere { nearest, .. }) if *nearest == ["beraad"]),
            "{fault:?}"
        );
    }

    #[test]
    fn what_comes_back_may_stand_in_no_other_group() {
        let (_folder, mut ws) = desk();
        ws.add_synonyms(&owned(&["EK-c", "EKC"]), "").expect("added");
        ws.remove_synonyms(&owned(&["EKC"]), Extent::Forms, "").expect("removed");
        ws.set_actor("Daan");
        ws.add_synonyms(&owned(&["ek c", "beraad"]), "").expect("added");
        ws.set_actor("Lotte");
        let refused = ws.undo(Whose::Own, "").expect_err("it stands elsewhere now");
        assert!(matches!(&refused, Refusal::Store(StoreError::ChangedSince(later)) if later.len() == 1), "{refused:?}");
        assert_eq!(groups(&mut ws), ["ek c = beraad"]);
    }

    #[test]
    fn a_group_that_grew_stands_in_the_way() {
        let (_folder, mut ws) = desk();
        ws.add_synonyms(&owned(&["EK-c", "EKC"]), "").expect("added");
        ws.set_actor("Daan");
        ws.add_synonyms(&owned(&["EKC", "beraad"]), "").expect("added");
        ws.set_actor("Lotte");
        assert!(matches!(ws.undo(Whose::Own, ""), Err(Refusal::Store(StoreError::ChangedSince(_)))));
    }
}
