//! Changing what is said of a code or a taxonomy in one go, as a form does: name, level and definition together are one act.

use super::codebook::check_scope;
use super::codes::{CodeFields, fill, name, rename};
use super::{Done, Refusal, Workspace};
use crate::analysis::NameKind;
use crate::model::{Code, Level, Taxonomy, Verb, fold_name};

/// What a code should be from now on; `None` leaves it as it is.
#[derive(Debug, Clone, Default)]
pub struct Revision {
    /// Its name; footnote marks may stand in it.
    pub name: Option<String>,
    /// Its level.
    pub level: Option<Level>,
    /// The rest.
    pub fields: CodeFields,
}

impl Workspace {
    /// Changes name, level and description of a code as one act: its name afterwards.
    ///
    /// # Errors
    /// When there is no such code, the name cannot be one or is taken, or a value cannot be used.
    pub fn revise_code(&mut self, code: &str, revision: &Revision, reason: &str) -> Result<Done<String>, Refusal> {
        let study = self.study()?;
        let known = &study.codes[study.find_code(code)?];
        let renamed = revision.name.as_ref().is_some_and(|new| new.trim() != known.name);
        let mut said = known.clone();
        fill(&mut said, &revision.fields)?;
        let verb = match revision.level {
            _ if renamed => Verb::CodeRename,
            Some(level) if level != known.level && said == *known => Verb::CodeLevel,
            _ => Verb::CodeRedefine,
        };
        self.run(verb, reason, |writing, study| {
            let old = &study.codes[study.find_code(code)?];
            let mut row = Code { level: revision.level.unwrap_or(old.level), ..old.clone() };
            fill(&mut row, &revision.fields)?;
            match &revision.name {
                Some(new) if renamed => {
                    row.name = rename(writing, study, old, new)?;
                    writing.describe([old.name.clone(), row.name.clone()]);
                }
                _ => writing.describe([old.name.clone()]),
            }
            let name = row.name.clone();
            writing.update(row)?;
            Ok(name)
        })
    }

    /// Gives a taxonomy another title and scope.
    ///
    /// # Errors
    /// When there is no such taxonomy, the title cannot be one or is taken, or the scope cannot be used.
    pub fn edit_taxonomy(
        &mut self,
        taxonomy: &str,
        title: &str,
        scope: &str,
        reason: &str,
    ) -> Result<Done<String>, Refusal> {
        check_scope(scope)?;
        self.run(Verb::TaxonomyEdit, reason, |writing, study| {
            let at = study.find_taxonomy(Some(taxonomy))?;
            let title = name(title)?;
            let others = study.taxonomies.iter().filter(|(other, _)| *other != at);
            if let Some((_, other)) =
                others.into_iter().find(|(_, tree)| fold_name(&tree.row.title) == fold_name(&title))
            {
                return Err(Refusal::NameTaken { kind: NameKind::Taxonomy, name: other.row.title.clone() });
            }
            let scope = scope.trim();
            writing.describe([title.clone()]);
            let row = &study.taxonomies[at].row;
            writing.update(Taxonomy { title: title.clone(), scope: scope.to_owned(), ..row.clone() })?;
            Ok(title)
        })
    }
}
