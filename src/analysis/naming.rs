//! From a typed name to the thing that is meant. Whatever does not exist is answered with the nearest names, whatever
//! may mean several things with the candidates.

use super::list::{At, List};
use super::{Study, TaxonomyTree, Text};
use crate::model::{Case, Code, Coder, Level, Participant, Role, fold_name, nearest_names};

/// The kinds of thing that a person names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// A case.
    Case,
    /// A role.
    Role,
    /// A participant.
    Participant,
    /// A transcript.
    Transcript,
    /// A coder.
    Coder,
    /// A code of any level.
    Code,
    /// A label.
    Label,
    /// A theme.
    Theme,
    /// A taxonomy.
    Taxonomy,
    /// A moment of measurement.
    Moment,
    /// An attribute.
    Attribute,
    /// A value of an attribute.
    Value,
}

/// A name that means nothing, or too much.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// What was asked for.
    pub kind: NameKind,
    /// As typed.
    pub name: String,
    /// Names it may have meant, the likeliest first.
    pub nearest: Vec<String>,
    /// Things it could mean; empty when it means nothing.
    pub candidates: Vec<String>,
}

impl Unknown {
    fn nothing<'a>(kind: NameKind, name: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        Self { kind, name: name.to_owned(), nearest: nearest_names(name, known), candidates: Vec::new() }
    }

    fn several(kind: NameKind, name: &str, candidates: Vec<String>) -> Self {
        Self { kind, name: name.to_owned(), nearest: Vec::new(), candidates }
    }
}

impl Study {
    /// A code of any level, by name or by its number in a taxonomy (`3.2`).
    ///
    /// # Errors
    /// When there is no such code, or the number stands for several.
    pub fn find_code(&self, name: &str) -> Result<At<Code>, Unknown> {
        self.find_code_of(name, NameKind::Code, |_| true)
    }

    /// A label, by name or number.
    ///
    /// # Errors
    /// When there is no such label, or the number stands for several.
    pub fn find_label(&self, name: &str) -> Result<At<Code>, Unknown> {
        self.find_code_of(name, NameKind::Label, |code| code.level == Level::Axial)
    }

    /// A theme, by name or number.
    ///
    /// # Errors
    /// When there is no such theme, or the number stands for several.
    pub fn find_theme(&self, name: &str) -> Result<At<Code>, Unknown> {
        self.find_code_of(name, NameKind::Theme, |code| code.level == Level::Selective)
    }

    fn find_code_of(&self, name: &str, kind: NameKind, admitted: impl Fn(&Code) -> bool) -> Result<At<Code>, Unknown> {
        let wanted = fold_name(name);
        let by_name = self.codes.iter().find(|(_, code)| admitted(code) && fold_name(&code.name) == wanted);
        if let Some((at, _)) = by_name {
            return Ok(at);
        }
        let mut numbered: Vec<(At<Code>, String)> = Vec::new();
        for tree in self.taxonomies.rows() {
            for node in tree.walk() {
                let known = numbered.iter().any(|(code, _)| *code == node.code);
                if node.number == name.trim() && admitted(&self.codes[node.code]) && !known {
                    let code = &self.codes[node.code].name;
                    numbered.push((node.code, format!("{} {code} ({})", node.number, tree.row.title)));
                }
            }
        }
        match &numbered[..] {
            [(at, _)] => Ok(*at),
            [] => {
                let known = self.codes.rows().iter().filter(|code| admitted(code)).map(|code| code.name.as_str());
                Err(Unknown::nothing(kind, name, known))
            }
            several => Err(Unknown::several(kind, name, several.iter().map(|(_, text)| text.clone()).collect())),
        }
    }

    /// A case.
    ///
    /// # Errors
    /// When there is no such case.
    pub fn find_case(&self, name: &str) -> Result<At<Case>, Unknown> {
        find(&self.cases, NameKind::Case, name, |case| &case.name)
    }

    /// A role.
    ///
    /// # Errors
    /// When there is no such role.
    pub fn find_role(&self, name: &str) -> Result<At<Role>, Unknown> {
        find(&self.roles, NameKind::Role, name, |role| &role.name)
    }

    /// A coder who has coded or finished anything.
    ///
    /// # Errors
    /// When there is no such coder.
    pub fn find_coder(&self, name: &str) -> Result<At<Coder>, Unknown> {
        find(&self.coders, NameKind::Coder, name, |coder| &coder.name)
    }

    /// The participants of that name, one per case at most.
    ///
    /// # Errors
    /// When there is none.
    pub fn find_participants(&self, name: &str) -> Result<Vec<At<Participant>>, Unknown> {
        let wanted = fold_name(name);
        let found: Vec<_> = self
            .participants
            .iter()
            .filter(|(_, person)| fold_name(&person.name) == wanted)
            .map(|(at, _)| at)
            .collect();
        if found.is_empty() {
            let known = self.participants.rows().iter().map(|person| person.name.as_str());
            return Err(Unknown::nothing(NameKind::Participant, name, known));
        }
        Ok(found)
    }

    /// A taxonomy, by its title or its 1-based number; without a name the only one.
    ///
    /// # Errors
    /// When there is no such taxonomy, or none is named and there are several.
    pub fn find_taxonomy(&self, name: Option<&str>) -> Result<At<TaxonomyTree>, Unknown> {
        if let Some(name) = name {
            let number = name.trim().parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            let numbered = number.filter(|at| *at < self.taxonomies.len()).map(At::new);
            find(&self.taxonomies, NameKind::Taxonomy, name, |tree| &tree.row.title)
                .or_else(|unknown| numbered.ok_or(unknown))
        } else {
            let mut all = self.taxonomies.positions();
            match (all.next(), all.next()) {
                (Some(only), None) => Ok(only),
                (None, _) => Err(Unknown::nothing(NameKind::Taxonomy, "", [])),
                (Some(_), Some(_)) => {
                    let titles = self.taxonomies.rows().iter().map(|tree| tree.row.title.clone()).collect();
                    Err(Unknown::several(NameKind::Taxonomy, "", titles))
                }
            }
        }
    }

    /// A transcript, by name, file name or file name without its ending.
    ///
    /// # Errors
    /// When there is no such transcript or several answer to the name.
    pub fn find_text(&self, name: &str) -> Result<At<Text>, Unknown> {
        let wanted = fold_name(name);
        let exact = |of: &dyn Fn(&Text) -> String| -> Vec<At<Text>> {
            self.texts.iter().filter(|(_, text)| fold_name(&of(text)) == wanted).map(|(at, _)| at).collect()
        };
        for found in [exact(&|text| text.row.name.clone()), exact(&|text| text.row.file.clone()), exact(&stem)] {
            match found[..] {
                [] => {}
                [one] => return Ok(one),
                _ => {
                    let names = found.iter().map(|at| self.texts[*at].row.name.clone()).collect();
                    return Err(Unknown::several(NameKind::Transcript, name, names));
                }
            }
        }
        let known = self.texts.rows().iter().map(|text| text.row.name.as_str());
        Err(Unknown::nothing(NameKind::Transcript, name, known))
    }
}

fn stem(text: &Text) -> String {
    let file = text.row.file.rsplit(['/', '\\']).next().unwrap_or_default();
    file.rsplit_once('.').map_or(file, |(stem, _)| stem).to_owned()
}

fn find<T>(list: &List<T>, kind: NameKind, name: &str, of: impl Fn(&T) -> &String) -> Result<At<T>, Unknown> {
    let wanted = fold_name(name);
    let found = list.iter().find(|(_, row)| fold_name(of(row)) == wanted);
    found.map(|(at, _)| at).ok_or_else(|| Unknown::nothing(kind, name, list.rows().iter().map(|row| of(row).as_str())))
}
