//! Which transcript a file is, or will be: told by its bytes, its name, and the names beside it.

use super::Prepared;
use crate::analysis::{Study, Text};
use crate::model::fold_name;
use rustc_hash::FxHashMap;

/// What a file would be in a study.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arrival {
    /// A new transcript of this name.
    New(String),
    /// A transcript that has the very same bytes.
    Same(String),
    /// A transcript of that name with another text: a correction, perhaps.
    Other(String),
}

/// What one file would be in the study; among several that are imported together names may differ.
#[must_use]
pub fn arrival(study: &Study, file: &Prepared) -> Arrival {
    let texts = study.texts.rows();
    if let Some(text) = texts.iter().find(|text| text.row.original == file.hash) {
        return Arrival::Same(text.row.name.clone());
    }
    let known = Known::of(study);
    let names = choose_names(&known, std::slice::from_ref(file));
    let name = names.into_iter().next().unwrap_or_default();
    match known.text(&name, &file.file) {
        Some(text) => Arrival::Other(text.row.name.clone()),
        None => Arrival::New(name),
    }
}

/// The texts of the study by their folded names and by the folded names of their files: looked up once for each file of
/// an import of thousands.
pub(super) struct Known<'s> {
    by_name: FxHashMap<String, Vec<&'s Text>>,
    by_file: FxHashMap<String, Vec<&'s Text>>,
}

impl<'s> Known<'s> {
    pub(super) fn of(study: &'s Study) -> Self {
        let mut known = Self { by_name: FxHashMap::default(), by_file: FxHashMap::default() };
        for text in study.texts.rows() {
            known.by_name.entry(fold_name(&text.row.name)).or_default().push(text);
            known.by_file.entry(fold_name(&text.row.file)).or_default().push(text);
        }
        known
    }

    /// The text that a file of this name would be.
    pub(super) fn text(&self, name: &str, file: &str) -> Option<&'s Text> {
        let first = |texts: Option<&Vec<&'s Text>>| texts.and_then(|texts| texts.first()).copied();
        first(self.by_name.get(&fold_name(name))).or_else(|| {
            let by_file = if name == stem(file) { self.by_file.get(&fold_name(base(file))) } else { None };
            first(by_file)
        })
    }

    /// Whether the stem is the name of a text that came from a file of another name.
    fn taken_by_other_file(&self, stem: &str, base: &str) -> bool {
        let texts = self.by_name.get(&fold_name(stem));
        texts.is_some_and(|texts| texts.iter().any(|text| fold_name(self::base(&text.row.file)) != fold_name(base)))
    }
}

/// The name of each transcript: the file name without ending; with it where two files share a stem; with the folder
/// where two share the whole name.
pub(super) fn choose_names(known: &Known<'_>, files: &[Prepared]) -> Vec<String> {
    let mut bases: FxHashMap<String, usize> = FxHashMap::default();
    let mut stems: FxHashMap<String, usize> = FxHashMap::default();
    for file in files {
        *bases.entry(fold_name(base(&file.file))).or_default() += 1;
        *stems.entry(fold_name(stem(&file.file))).or_default() += 1;
    }
    let shared = |counts: &FxHashMap<String, usize>, name: &str| counts.get(&fold_name(name)).is_some_and(|n| *n > 1);
    files
        .iter()
        .map(|file| {
            let (stem, base) = (stem(&file.file), base(&file.file));
            if shared(&bases, base) {
                file.file.clone()
            } else if shared(&stems, stem) || known.taken_by_other_file(stem, base) {
                base.to_owned()
            } else {
                stem.to_owned()
            }
        })
        .collect()
}

pub(super) fn base(file: &str) -> &str {
    file.rsplit(['/', '\\']).next().unwrap_or(file)
}

fn stem(file: &str) -> &str {
    let base = base(file);
    base.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()).map_or(base, |(stem, _)| stem)
}
