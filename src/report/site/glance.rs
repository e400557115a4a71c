//! The first page: the study at a glance, with the way to everything else.

use super::address;
use super::plan::Plan;
use super::tables::TableView;
use super::view::Frame;
use crate::analysis::{At, overview};
use crate::model::{Level, Participant};
use crate::report::lists;
use crate::report::quotes::Audience;
use askama::Template;

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
            let size = [
                (Level::Selective, self.levels.selective),
                (Level::Axial, self.levels.axial),
                (Level::Open, self.levels.open),
            ];
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
        // The size of the study stands above already; who coded how much is for the researchers themselves.
        let progress = (self.t.captions.progress)(seen.texts);
        let mut tables = lists::overview(self.study, self.t);
        tables.retain(|table| {
            let hidden = self.audience() != Audience::Work && table.caption == progress;
            table.caption != self.t.captions.overview && !hidden
        });
        let page = GlancePage {
            frame: self.frame(self.study.project().title.clone(), "index.html"),
            numbers,
            taxonomies: taxonomies.collect(),
            tables: tables.iter().map(|table| self.table(table)).collect(),
        };
        page.render()
    }

    /// A participant as this report may name them.
    pub(super) fn person_called(&self, person: At<Participant>) -> String {
        match self.audience() {
            Audience::Work | Audience::Appendix => self.study.participants[person].name.clone(),
            Audience::Publication => {
                let role = self.role_of(person).map(|role| self.study.roles[role].name.clone());
                role.unwrap_or_else(|| self.t.nouns.participant.one.to_owned())
            }
        }
    }
}
