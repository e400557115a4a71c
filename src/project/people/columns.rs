//! Attributes as columns of a list: another name for one, or none of it any more.

use super::Sheet;
use crate::analysis::{NameKind, Study, Unknown};
use crate::model::{Attribute, Verb, check_name, fold_name, nearest_names};
use crate::project::{Done, Refusal, Workspace};

impl Workspace {
    /// Gives an attribute of a list another name.
    ///
    /// # Errors
    /// When there is no such attribute, or another one of the list has the name.
    pub fn rename_attribute(&mut self, sheet: Sheet, from: &str, to: &str, reason: &str) -> Result<Done<()>, Refusal> {
        self.run(Verb::AttributeRename, reason, |writing, study| {
            let name = check_name(to).map_err(|fault| Refusal::BadName { name: to.to_owned(), fault })?;
            let rows = known(study, sheet, from)?;
            let same = fold_name(from) == fold_name(&name);
            let taken = study.attribute_names(|subject| subject.kind() == sheet.kind());
            if let Some(other) = taken.into_iter().find(|other| !same && fold_name(other) == fold_name(&name)) {
                return Err(Refusal::NameTaken { kind: NameKind::Attribute, name: other.to_owned() });
            }
            for row in rows {
                writing.update(Attribute { name: name.clone(), ..row.clone() })?;
            }
            writing.describe([from.trim().to_owned(), name]);
            Ok(())
        })
    }

    /// Takes an attribute away from everything in a list; answers how many values went.
    ///
    /// # Errors
    /// When there is no such attribute.
    pub fn delete_attribute(&mut self, sheet: Sheet, name: &str, reason: &str) -> Result<Done<usize>, Refusal> {
        self.run(Verb::AttributeDelete, reason, |writing, study| {
            let rows = known(study, sheet, name)?;
            for row in &rows {
                writing.delete(*row)?;
            }
            writing.describe([name.trim().to_owned(), rows.len().to_string()]);
            Ok(rows.len())
        })
    }
}

/// The values of an attribute.
fn known<'s>(study: &'s Study, sheet: Sheet, name: &str) -> Result<Vec<&'s Attribute>, Refusal> {
    let wanted = fold_name(name);
    let of_sheet = |row: &&Attribute| row.subject.kind() == sheet.kind();
    let named = study.rows().attributes.iter().filter(of_sheet).filter(|row| fold_name(&row.name) == wanted);
    let rows: Vec<&Attribute> = named.collect();
    if rows.is_empty() {
        let names = study.attribute_names(|subject| subject.kind() == sheet.kind());
        let nearest = nearest_names(name, names);
        let kind = NameKind::Attribute;
        return Err(Unknown { kind, name: name.to_owned(), nearest, candidates: Vec::new() }.into());
    }
    Ok(rows)
}
