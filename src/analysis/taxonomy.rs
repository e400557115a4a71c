//! The theme and label table: what a study found, as its report prints it. Every node counts the distinct fragments,
//! participants and cases of itself and everything below it, each once; counter-examples do not count as support and
//! stand apart. Groups (roles, moments, an attribute) give one more set of counts each.

use super::count::{Counts, Tally};
use super::list::At;
use super::{Filter, Study, TaxonomyTree, TreeNode};
use crate::model::{Code, Level, Subject, natural_order};
use std::collections::{BTreeMap, BTreeSet};

/// What the table should show.
#[derive(Debug, Clone, Default)]
pub struct TaxonomyOptions {
    /// Narrows what counts, beside the taxonomy's own scope.
    pub filters: Vec<Filter>,
    /// One set of counts per group.
    pub by: Option<GroupBy>,
}

/// What a table is divided by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GroupBy {
    /// Groups of respondents.
    Role,
    /// Moments of measurement.
    Moment,
    /// An attribute of a participant, case or transcript.
    Attribute(String),
}

/// The table.
#[derive(Debug, Clone)]
pub struct TaxonomyTable {
    /// The taxonomy.
    pub taxonomy: At<TaxonomyTree>,
    /// Cases and participants within scope and filters.
    pub of: Population,
    /// The groups, in order, each with its own population.
    pub groups: Vec<Group>,
    /// What stands at the top: themes, and whatever else was placed there.
    pub branches: Vec<Branch>,
    /// Codes that stand in no taxonomy, with their counts.
    pub unplaced: Vec<Branch>,
    /// Everything placed in the taxonomy together.
    pub total: Counts,
    /// Distinct codes in the taxonomy by level: open, axial, selective.
    pub codes: [usize; 3],
}

/// How many cases and participants a column of counts is out of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Population {
    /// Cases.
    pub cases: usize,
    /// Participants.
    pub participants: usize,
}

/// A group of a divided table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its name.
    pub name: String,
    /// What its counts are out of.
    pub of: Population,
}

/// A code in the table with what stands below it.
#[derive(Debug, Clone)]
pub struct Branch {
    /// The code.
    pub code: At<Code>,
    /// Number in the taxonomy; empty for codes that are not placed.
    pub number: String,
    /// The name with footnote marks, or without when it has none.
    pub printed: String,
    /// Counts of itself and everything below.
    pub counts: Counts,
    /// The same per group.
    pub by_group: Vec<Counts>,
    /// What stands below.
    pub children: Vec<Branch>,
}

impl TaxonomyTable {
    /// All branches, from the top down.
    #[must_use]
    pub fn walk(&self) -> Vec<&Branch> {
        self.branches.iter().flat_map(Branch::walk).collect()
    }

    /// How many distinct codes of a level the taxonomy holds.
    #[must_use]
    pub fn number_of(&self, level: Level) -> usize {
        match level {
            Level::Open => self.codes[0],
            Level::Axial => self.codes[1],
            Level::Selective => self.codes[2],
        }
    }
}

impl Branch {
    /// This branch and all below it.
    #[must_use]
    pub fn walk(&self) -> Vec<&Self> {
        let mut branches = vec![self];
        for child in &self.children {
            branches.extend(child.walk());
        }
        branches
    }
}

/// Computes the table of one taxonomy. Its own scope, when it has one, is among the filters.
#[must_use]
pub fn taxonomy_table(study: &Study, taxonomy: At<TaxonomyTree>, options: &TaxonomyOptions) -> TaxonomyTable {
    let filters: Vec<&Filter> = options.filters.iter().collect();
    let groups = options.by.as_ref().map(|by| groups(study, by)).unwrap_or_default();
    let sum = Summing::new(study, &filters, &groups);
    let tree = &study.taxonomies[taxonomy];
    let mut all = Tally::default();
    let mut distinct: BTreeSet<At<Code>> = BTreeSet::new();
    let branches = tree
        .roots
        .iter()
        .map(|node| {
            distinct.extend(node.with_descendants());
            let (branch, tallies) = sum.branch(node);
            all.merge(&tallies[0]);
            branch
        })
        .collect();
    let unplaced = study
        .unplaced()
        .into_iter()
        .map(|code| {
            let tallies = sum.of_codes(&[code]);
            sum.finish(code, String::new(), study.codes[code].name.clone(), &tallies, Vec::new())
        })
        .collect();
    let count = |level| distinct.iter().filter(|code| study.codes[**code].level == level).count();
    let (cases, participants) = study.population(&filters);
    TaxonomyTable {
        taxonomy,
        of: Population { cases, participants },
        groups: groups
            .iter()
            .map(|(name, filter)| {
                let mut both = filters.clone();
                both.push(filter);
                let (cases, participants) = study.population(&both);
                Group { name: name.clone(), of: Population { cases, participants } }
            })
            .collect(),
        branches,
        unplaced,
        total: all.counts(),
        codes: [count(Level::Open), count(Level::Axial), count(Level::Selective)],
    }
}

/// Adds up codings per code once, and codes per branch after that.
struct Summing<'s> {
    study: &'s Study,
    /// Per code: the whole, then one per group.
    by_code: Vec<Vec<Tally>>,
}

impl<'s> Summing<'s> {
    fn new(study: &'s Study, filters: &[&Filter], groups: &[(String, Filter)]) -> Self {
        let mut by_code = vec![vec![Tally::default(); groups.len() + 1]; study.codes.len()];
        let with_group: Vec<Vec<&Filter>> = groups
            .iter()
            .map(|(_, filter)| {
                let mut both = filters.to_vec();
                both.push(filter);
                both
            })
            .collect();
        for (at, place) in study.places.iter() {
            let codings = study.codings_on(place);
            if codings.is_empty() {
                continue;
            }
            let Some(whole) = study.admitted(place, filters) else { continue };
            let parts: Vec<_> = with_group.iter().map(|filters| study.admitted(place, filters)).collect();
            for coding in codings.iter().filter(|coding| filters.iter().all(|filter| filter.counts(coding))) {
                let tallies = &mut by_code[coding.code.number()];
                tallies[0].add(at, &whole, coding.counter);
                for (tally, part) in tallies[1..].iter_mut().zip(&parts) {
                    if let Some(part) = part {
                        tally.add(at, part, coding.counter);
                    }
                }
            }
        }
        Self { study, by_code }
    }

    fn of_codes(&self, codes: &[At<Code>]) -> Vec<Tally> {
        let mut tallies = vec![Tally::default(); self.by_code.first().map_or(1, Vec::len)];
        for code in codes {
            for (tally, own) in tallies.iter_mut().zip(&self.by_code[code.number()]) {
                tally.merge(own);
            }
        }
        tallies
    }

    fn branch(&self, node: &TreeNode) -> (Branch, Vec<Tally>) {
        let mut tallies = self.of_codes(&[node.code]);
        let mut children = Vec::with_capacity(node.children.len());
        for child in &node.children {
            let (branch, below) = self.branch(child);
            for (tally, below) in tallies.iter_mut().zip(&below) {
                tally.merge(below);
            }
            children.push(branch);
        }
        let printed = if node.placement.marked.is_empty() {
            self.study.codes[node.code].name.clone()
        } else {
            node.placement.marked.clone()
        };
        (self.finish(node.code, node.number.clone(), printed, &tallies, children), tallies)
    }

    #[expect(clippy::unused_self, reason = "reads as one of the steps")]
    fn finish(
        &self,
        code: At<Code>,
        number: String,
        printed: String,
        tallies: &[Tally],
        children: Vec<Branch>,
    ) -> Branch {
        let counts = tallies.first().map(Tally::counts).unwrap_or_default();
        let by_group = tallies.iter().skip(1).map(Tally::counts).collect();
        Branch { code, number, printed, counts, by_group, children }
    }
}

/// The groups of a divided table with the filter that makes each.
#[must_use]
pub fn groups(study: &Study, by: &GroupBy) -> Vec<(String, Filter)> {
    match by {
        GroupBy::Role => study
            .roles
            .rows()
            .iter()
            .map(|role| {
                let people = study.participants.iter().filter(|(_, person)| person.role == Some(role.id));
                (role.name.clone(), Filter::Participants(people.map(|(at, _)| at).collect()))
            })
            .collect(),
        GroupBy::Moment => {
            let mut moments: BTreeMap<&str, BTreeSet<_>> = BTreeMap::new();
            for (at, text) in study.texts.iter() {
                moments.entry(&text.row.moment).or_default().insert(at);
            }
            let names = study.moments().into_iter();
            names.map(|name| (name.to_owned(), Filter::Texts(moments[name].clone()))).collect()
        }
        GroupBy::Attribute(name) => attribute_groups(study, name),
    }
}

fn attribute_groups(study: &Study, name: &str) -> Vec<(String, Filter)> {
    let mut values: BTreeMap<String, (BTreeSet<_>, BTreeSet<_>, BTreeSet<_>)> = BTreeMap::new();
    for (at, person) in study.participants.iter() {
        if let Some(value) = study.attribute(Subject::Participant(person.id), name) {
            values.entry(value.to_owned()).or_default().0.insert(at);
        }
    }
    for (at, case) in study.cases.iter() {
        if let Some(value) = study.attribute(Subject::Case(case.id), name) {
            values.entry(value.to_owned()).or_default().1.insert(at);
        }
    }
    for (at, text) in study.texts.iter() {
        if let Some(value) = study.attribute(Subject::Transcript(text.row.id), name) {
            values.entry(value.to_owned()).or_default().2.insert(at);
        }
    }
    let mut groups: Vec<_> = values
        .into_iter()
        .map(|(value, (participants, cases, texts))| (value, Filter::Attribute { participants, cases, texts }))
        .collect();
    groups.sort_by(|a, b| natural_order(&a.0, &b.0));
    groups
}
