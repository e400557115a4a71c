//! Where the numbers and names of a table lead: to exactly the quotes that a number counts, or to the thing itself.

use crate::analysis::{At, GroupBy, NameKind, Study};
use crate::report::Target;
use crate::server::address;
use crate::server::query::asking;

/// What all links of a table share.
pub(super) struct Leads<'s> {
    pub(super) study: &'s Study,
    /// A condition on the table, as typed.
    pub(super) condition: &'s str,
    /// What the table is divided by, with the names of its groups.
    pub(super) by: Option<(&'s GroupBy, Vec<String>)>,
}

impl<'s> Leads<'s> {
    /// Of a table without conditions.
    pub(super) fn plain(study: &'s Study) -> Self {
        Self { study, condition: "", by: None }
    }

    /// The address of a target.
    pub(super) fn to(&self, target: &Target) -> String {
        let study = self.study;
        match target {
            Target::Quotes { taxonomy, code, counter, group } => {
                let title = taxonomy.map(|at| study.taxonomies[At::new(at)].row.title.as_str()).unwrap_or_default();
                let (name, value) = group.and_then(|at| self.group(at)).unwrap_or_default();
                let condition = match (name, self.condition.trim()) {
                    ("where", "") => value.clone(),
                    ("where", condition) => format!("({condition}) {value}"),
                    (_, condition) => condition.to_owned(),
                };
                let group = if name == "where" { ("", "") } else { (name, value.as_str()) };
                let code = study.codes[At::new(*code)].name.as_str();
                let counter = if *counter { "1" } else { "0" };
                let pairs = [("code", code), ("taxonomy", title), group, ("where", &condition), ("counter", counter)];
                asking("/quotes", &pairs)
            }
            Target::QuotesOf(kind, at) => self.quotes_of(*kind, *at),
            Target::Case(at) => asking("/quotes", &[("case", &study.cases[At::new(*at)].name)]),
            Target::Text { text, line } => {
                format!("{}?line={line}", address::transcript(&study.texts[At::new(*text)].row.name))
            }
            Target::Code(at) => address::code(&study.codes[At::new(*at)].name),
            Target::Taxonomy(at) => asking("/tables/taxonomy", &[("name", &study.taxonomies[At::new(*at)].row.title)]),
        }
    }

    /// The condition that makes a group of a divided table.
    fn group(&self, at: usize) -> Option<(&'static str, String)> {
        let (by, names) = self.by.as_ref()?;
        let name = names.get(at)?.clone();
        Some(match by {
            GroupBy::Role => ("role", name),
            GroupBy::Moment => ("moment", name),
            GroupBy::Attribute(attribute) => ("where", format!("{}:\"{name}\"", quoted(attribute))),
        })
    }

    fn quotes_of(&self, kind: NameKind, at: usize) -> String {
        let study = self.study;
        match kind {
            NameKind::Case => asking("/quotes", &[("case", &study.cases[At::new(at)].name)]),
            NameKind::Role => asking("/quotes", &[("role", &study.roles[At::new(at)].name)]),
            NameKind::Transcript => asking("/quotes", &[("transcript", &study.texts[At::new(at)].row.name)]),
            NameKind::Coder => asking("/quotes", &[("coder", &study.coders[At::new(at)].name)]),
            NameKind::Participant => {
                let person = At::new(at);
                // A name is unique within its case only.
                let case = study.case_of(person).map_or("", |case| study.cases[case].name.as_str());
                asking("/quotes", &[("participant", &study.participants[person].name), ("case", case)])
            }
            NameKind::Code | NameKind::Label | NameKind::Theme => {
                asking("/quotes", &[("code", &study.codes[At::new(at)].name)])
            }
            NameKind::Taxonomy | NameKind::Moment | NameKind::Attribute | NameKind::Value => String::new(),
        }
    }
}

/// The name of a field as a query takes it.
fn quoted(name: &str) -> String {
    if name.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_') {
        name.to_owned()
    } else {
        format!("\"{name}\"")
    }
}
