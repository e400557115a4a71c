//! Constant comparison: the fragments of a code side by side, in a column per case, role or moment. A fragment in which
//! several people speak stands in the column of each.

use super::list::At;
use super::{CodingAt, Place, Study};
use crate::model::Code;
use std::collections::{BTreeMap, BTreeSet};

/// What makes a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CompareBy {
    /// A case.
    #[default]
    Case,
    /// A group of respondents.
    Role,
    /// A moment of measurement.
    Moment,
}

/// Fragments of a code side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The columns that hold a fragment, in the study's order; the one without a name is last.
    pub columns: Vec<ComparedColumn>,
    /// Cases, roles or moments in which the code does not occur.
    pub without: Vec<String>,
    /// Distinct fragments in all columns.
    pub fragments: usize,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparedColumn {
    /// Its name; empty for fragments that belong nowhere.
    pub name: String,
    /// Its fragments in reading order, with the codes that put them here and whether all of these are counter-examples.
    pub fragments: Vec<ComparedFragment>,
}

/// A fragment in a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparedFragment {
    /// Where it stands.
    pub place: At<Place>,
    /// The codes among those asked for that it carries.
    pub codes: Vec<At<Code>>,
    /// It is coded as a counter-example only.
    pub counter: bool,
}

/// The fragments that carry one of these codes, in columns; codings that may not be seen do not count.
#[must_use]
pub fn compare(study: &Study, codes: &[At<Code>], by: CompareBy, sees: impl Fn(&CodingAt) -> bool) -> Comparison {
    let mut found: BTreeMap<At<Place>, (BTreeSet<At<Code>>, bool)> = BTreeMap::new();
    for code in codes {
        for coding in study.codings_with(*code).iter().map(|at| &study.codings[*at]).filter(|coding| sees(coding)) {
            let (carried, counter) = found.entry(coding.place).or_insert((BTreeSet::new(), true));
            carried.insert(*code);
            *counter &= coding.counter;
        }
    }
    let names = names(study, by);
    let mut columns: BTreeMap<usize, Vec<ComparedFragment>> = BTreeMap::new();
    for (place, (carried, counter)) in &found {
        let mut numbers = columns_of(study, &study.places[*place], by, &names);
        if numbers.is_empty() {
            numbers.insert(names.len());
        }
        for number in numbers {
            let codes = carried.iter().copied().collect();
            columns.entry(number).or_default().push(ComparedFragment { place: *place, codes, counter: *counter });
        }
    }
    let without = (0..names.len()).filter(|number| !columns.contains_key(number)).map(|number| names[number].clone());
    Comparison {
        without: without.collect(),
        fragments: found.len(),
        columns: columns
            .into_iter()
            .map(|(number, fragments)| ComparedColumn {
                name: names.get(number).cloned().unwrap_or_default(),
                fragments,
            })
            .collect(),
    }
}

fn names(study: &Study, by: CompareBy) -> Vec<String> {
    match by {
        CompareBy::Case => study.cases.rows().iter().map(|case| case.name.clone()).collect(),
        CompareBy::Role => study.roles.rows().iter().map(|role| role.name.clone()).collect(),
        CompareBy::Moment => study.moments().into_iter().filter(|name| !name.is_empty()).map(str::to_owned).collect(),
    }
}

fn columns_of(study: &Study, place: &Place, by: CompareBy, names: &[String]) -> BTreeSet<usize> {
    match by {
        CompareBy::Case => place.cases.iter().map(|case| case.number()).collect(),
        CompareBy::Role => {
            let roles = place.participants.iter().filter_map(|person| study.participants[*person].role);
            roles.filter_map(|role| study.role_at(role)).map(At::number).collect()
        }
        CompareBy::Moment => {
            let moment = &study.texts[place.transcript].row.moment;
            names.iter().position(|name| name == moment).into_iter().collect()
        }
    }
}
