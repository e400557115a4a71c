//! The first page: the study at a glance, with the way to everything else.

use super::plan::Plan;
use super::tables::TableView;
use super::view::Frame;
use super::address;
use crate::analysis::{At, Overview, overview};
use crate::model::{Level, Subject, natural_order, number_of};
use crate::report::table::{Cell, Column, Line, Table};
use crate::report::words::heading;
use crate::report::quotes::Audience;
use askama::Template;
use std::collections::BTreeMap;

#[derive(Template)]
#[template(path = "report/index.html")]
struct GlancePage<'p> {
    frame: Frame<'p>,
    /// Number and what it counts.
    numbers: Vec<(String, String)>,
    taxonomies: Vec<Entry>,
    tables: Vec<TableView>,
}

/// A taxonomy with its themes.
struct Entry {
    href: String,
    title: String,
    size: String,
    themes: Vec<(String, String)>,
}

impl Plan<'_> {
    pub(super) fn glance_page(&self) -> askama::Result<String> {
        let seen = overview(self.study);
        let nouns = &self.t.nouns;
        let [open, axial, selective] = seen.codes;
        let mut numbers = Vec::new();
        for (count, noun) in [
            (seen.cases, nouns.case),
            (seen.participants, nouns.participant),
            (seen.texts, nouns.transcript),
            (selective, self.levels.selective),
            (axial, self.levels.axial),
            (open, self.levels.open),
            (seen.fragments, nouns.fragment),
        ] {
            if count > 0 {
                numbers.push((self.t.count(count), noun.of(count).to_owned()));
            }
        }
        let taxonomies = self.study.taxonomies.iter().map(|(at, tree)| {
            let table = &self.tables[at.number()];
            let size = [(Level::Selective, self.levels.selective), (Level::Axial, self.levels.axial), (Level::Open, self.levels.open)];
            let size = size.map(|(level, noun)| self.t.counted(table.number_of(level), noun));
            Entry {
                href: address::taxonomy(at.number()),
                title: tree.row.title.clone(),
                size: self.t.listed(&[&size[0], &size[1], &size[2]]),
                themes: table
                    .branches
                    .iter()
                    .map(|branch| (self.branch_href(at, branch), self.study.codes[branch.code].name.clone()))
                    .collect(),
            }
        });
        let mut tables = Vec::new();
        if seen.participants > 0 {
            tables.push(self.roles_table(&seen));
        }
        if !seen.moments.is_empty() {
            tables.push(self.moments_table(&seen));
        }
        tables.extend(self.attribute_tables());
        if self.audience() == Audience::Work && !seen.coders.is_empty() {
            tables.push(self.progress_table(&seen));
        }
        let page = GlancePage {
            frame: self.frame(self.study.project().title.clone(), "index.html"),
            numbers,
            taxonomies: taxonomies.collect(),
            tables: tables.iter().map(|table| self.table(table)).collect(),
        };
        page.render()
    }

    fn roles_table(&self, seen: &Overview) -> Table {
        let heads = &self.t.heads;
        let columns = vec![Column::text(heading(self.t.nouns.role.one)), Column::number(heads.count)];
        let mut table = Table::new((self.t.captions.roles)(seen.participants), columns);
        table.rows = seen
            .roles
            .iter()
            .map(|line| {
                let name = line.role.map_or(heads.no_role, |role| &self.study.roles[role].name);
                Line::body(vec![Cell::text(name), Cell::count_with_share(line.participants, line.share)])
            })
            .collect();
        table.rows.push(Line::total(vec![Cell::text(heads.total), Cell::count(seen.participants, None)]));
        table
    }

    fn moments_table(&self, seen: &Overview) -> Table {
        let columns = vec![Column::text(heading(self.t.nouns.moment.one)), Column::number(self.t.heads.count)];
        let all = seen.moments.iter().map(|(_, count)| count).sum();
        let mut table = Table::new((self.t.captions.moments)(all), columns);
        let row = |(name, count): &(String, usize)| Line::body(vec![Cell::text(name), Cell::count(*count, None)]);
        table.rows = seen.moments.iter().map(row).collect();
        table
    }

    fn progress_table(&self, seen: &Overview) -> Table {
        let columns = vec![
            Column::text(heading(self.t.nouns.coder.one)),
            Column::number(heading(self.t.nouns.coding.many)),
            Column::number(self.t.heads.coded_texts),
            Column::number(self.t.heads.finished),
        ];
        let mut table = Table::new((self.t.captions.progress)(seen.texts), columns);
        let row = |line: &crate::analysis::CoderLine| {
            Line::body(vec![
                Cell::text(&self.study.coders[line.coder].name),
                Cell::count(line.codings, None),
                Cell::count_of(line.texts, seen.texts, None),
                Cell::count_of(line.finished, seen.texts, None),
            ])
        };
        table.rows = seen.coders.iter().map(row).collect();
        table
    }

    /// A table of attributes for each kind of thing that has any.
    fn attribute_tables(&self) -> Vec<Table> {
        let cases = self.study.cases.rows().iter().map(|case| Subject::Case(case.id)).collect::<Vec<_>>();
        let people = self.study.participants.rows().iter().map(|row| Subject::Participant(row.id)).collect();
        let texts = self.study.texts.rows().iter().map(|text| Subject::Transcript(text.row.id)).collect();
        let nouns = &self.t.nouns;
        [(nouns.case, cases), (nouns.participant, people), (nouns.transcript, texts)]
            .into_iter()
            .filter_map(|(noun, subjects)| {
                let mut values: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
                for attribute in subjects.iter().flat_map(|subject| self.study.attributes(*subject)) {
                    values.entry(&attribute.name).or_default().push(&attribute.value);
                }
                let mut names: Vec<&str> = values.keys().copied().collect();
                names.sort_by(|a, b| natural_order(a, b));
                let columns = vec![
                    Column::text(heading(nouns.attribute.one)),
                    Column::text(self.t.heads.value),
                    Column::number(self.t.heads.count),
                ];
                let mut table = Table::new((self.t.captions.attributes)(noun, subjects.len()), columns);
                for name in names {
                    let known = &values[name];
                    let said = self.values_said(known);
                    table.rows.push(Line::body(vec![Cell::text(name), Cell::text(said), Cell::count(known.len(), None)]));
                }
                (!table.rows.is_empty()).then_some(table)
            })
            .collect()
    }

    /// Few values with their counts, many as a range.
    fn values_said(&self, known: &[&str]) -> String {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for value in known {
            *counts.entry(value).or_default() += 1;
        }
        let mut distinct: Vec<&str> = counts.keys().copied().collect();
        distinct.sort_by(|a, b| match (number_of(a), number_of(b)) {
            (Some(a), Some(b)) => a.total_cmp(&b),
            _ => natural_order(a, b),
        });
        match distinct[..] {
            [first, .., last] if distinct.len() > 6 => (self.t.remarks.many_values)(distinct.len(), first, last),
            _ => {
                let said: Vec<String> =
                    distinct.iter().map(|value| format!("{value} ({})", self.t.count(counts[value]))).collect();
                said.join(", ")
            }
        }
    }

    /// A participant as this report may name them.
    pub(super) fn person_called(&self, person: At<crate::model::Participant>) -> String {
        match self.audience() {
            Audience::Work | Audience::Appendix => self.study.participants[person].name.clone(),
            Audience::Publication => {
                let role = self.role_of(person).map(|role| self.study.roles[role].name.clone());
                role.unwrap_or_else(|| self.t.nouns.participant.one.to_owned())
            }
        }
    }
}
