//! The overview of the cases, and a page per case: what is known of it, who was interviewed, and its texts with their
//! coded fragments. An appendix keeps to description, attributes and numbers per role; a publication has the overview.

use super::plan::Plan;
use super::quoting::QuoteView;
use super::tables::TableView;
use super::view::{Frame, paragraphs};
use crate::analysis::{At, Text};
use crate::model::{Case, Subject};
use crate::report::heading;
use crate::report::lists;
use crate::report::quotes::{Audience, case_reference};
use crate::report::table::{Cell, Column, Line, Table};
use askama::Template;

#[derive(Template)]
#[template(path = "report/cases.html")]
struct CasesPage<'p> {
    frame: Frame<'p>,
    heading: String,
    table: TableView,
}

#[derive(Template)]
#[template(path = "report/case.html")]
struct CasePage<'p> {
    frame: Frame<'p>,
    name: String,
    description: Vec<&'p str>,
    attributes: Vec<(&'p str, &'p str)>,
    attributes_head: String,
    people: Option<TableView>,
    texts: Vec<TextView<'p>>,
    show_texts: bool,
}

/// A text of a case with its coded fragments.
struct TextView<'p> {
    name: &'p str,
    href: String,
    about: String,
    fragments: Vec<QuoteView<'p>>,
    figure: String,
    few: bool,
}

impl Plan<'_> {
    pub(super) fn cases_page(&self) -> askama::Result<String> {
        let page = CasesPage {
            frame: self.frame(heading(self.t.nouns.case.many), "casussen.html"),
            heading: heading(self.t.nouns.case.many),
            table: self.table(&lists::cases(self.study, self.t)),
        };
        page.render()
    }

    pub(super) fn case_page(&self, at: At<Case>) -> askama::Result<String> {
        let case = &self.study.cases[at];
        let working = self.audience() == Audience::Work;
        let called = heading(&case_reference(self.t, &case.name));
        let mut frame = self.frame(called.clone(), "casussen.html");
        frame.path = vec![("casussen.html".to_owned(), heading(self.t.nouns.case.many))];
        let texts = self.study.texts.iter().filter(|(_, text)| working && text.case == Some(at));
        let attributes = self.study.attributes(Subject::Case(case.id)).iter();
        let page = CasePage {
            frame,
            name: called,
            description: paragraphs(&case.description),
            attributes: attributes.map(|own| (own.name.as_str(), own.value.as_str())).collect(),
            attributes_head: heading(self.t.nouns.attribute.many),
            people: self.people_table(at).map(|table| self.table(&table)),
            texts: texts.map(|(text, _)| self.text_of_case(text)).collect(),
            show_texts: working,
        };
        page.render()
    }

    fn text_of_case(&self, at: At<Text>) -> TextView<'_> {
        let text = &self.study.texts[at];
        let (first, end) = text.places;
        let fragments: Vec<QuoteView<'_>> = (first..end)
            .map(|place| At::new(place as usize))
            .filter(|place| !self.study.codings_on(&self.study.places[*place]).is_empty())
            .map(|place| QuoteView { codes: self.codes_on(place), ..self.quote(place, None) })
            .collect();
        TextView {
            name: &text.row.name,
            href: self.text_href(at).unwrap_or_default(),
            about: self.about_text(at),
            figure: self.t.counted(fragments.len(), self.t.nouns.fragment),
            few: fragments.len() <= 12,
            fragments,
        }
    }

    /// Sort, moment, date and respondents of a text, in one line.
    pub(super) fn about_text(&self, at: At<Text>) -> String {
        let text = &self.study.texts[at];
        let people: Vec<&str> =
            text.everyone.iter().map(|person| self.study.participants[*person].name.as_str()).collect();
        let parts = [
            self.t.listed(&people),
            (self.t.kind)(text.row.kind).to_owned(),
            text.row.moment.clone(),
            self.t.date_of(&text.row.date),
        ];
        parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(" · ")
    }

    /// The codes on a fragment, counter-examples named as such.
    fn codes_on(&self, at: At<crate::analysis::Place>) -> String {
        let mut names: Vec<String> = Vec::new();
        for coding in self.study.codings_on(&self.study.places[at]) {
            let name = self.study.codes[coding.code].name.as_str();
            let name = if coding.counter { (self.t.remarks.as_counter_example)(name) } else { name.to_owned() };
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names.join(" · ")
    }

    fn people_table(&self, at: At<Case>) -> Option<Table> {
        let people: Vec<_> =
            self.study.participants.positions().filter(|person| self.study.case_of(*person) == Some(at)).collect();
        if people.is_empty() {
            return None;
        }
        let (t, nouns) = (self.t, &self.t.nouns);
        let caption = format!("{} (N={})", heading(nouns.participant.many), t.count(people.len()));
        if self.audience() != Audience::Work {
            let mut table =
                Table::new(caption, vec![Column::text(heading(nouns.role.one)), Column::number(t.heads.count)]);
            for (role, row) in self.study.roles.iter() {
                let count = people.iter().filter(|person| self.role_of(**person) == Some(role)).count();
                if count > 0 {
                    table.rows.push(Line::body(vec![Cell::text(&row.name), Cell::count(count, None)]));
                }
            }
            let without = people.iter().filter(|person| self.role_of(**person).is_none()).count();
            if without > 0 {
                table.rows.push(Line::body(vec![Cell::text(t.heads.no_role), Cell::count(without, None)]));
            }
            return Some(table);
        }
        let subject = |person: At<crate::model::Participant>| Subject::Participant(self.study.participants[person].id);
        let mut names: Vec<&str> = Vec::new();
        for attribute in people.iter().flat_map(|person| self.study.attributes(subject(*person))) {
            if !names.contains(&attribute.name.as_str()) {
                names.push(&attribute.name);
            }
        }
        let mut columns = vec![Column::text(heading(nouns.participant.one)), Column::text(heading(nouns.role.one))];
        columns.extend(names.iter().map(|name| Column::text(heading(name))));
        columns.push(Column::number(heading(nouns.transcript.many)));
        let mut table = Table::new(caption, columns);
        for person in people {
            let role = self.role_of(person).map_or("", |role| &self.study.roles[role].name);
            let mut cells = vec![Cell::text(&self.study.participants[person].name), Cell::text(role)];
            cells
                .extend(names.iter().map(|name| Cell::text(self.study.attribute(subject(person), name).unwrap_or(""))));
            let texts = self.study.texts.rows().iter().filter(|text| text.everyone.contains(&person)).count();
            cells.push(Cell::count(texts, None));
            table.rows.push(Line::body(cells));
        }
        Some(table)
    }
}
