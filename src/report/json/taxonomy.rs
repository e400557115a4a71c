//! A taxonomy's table as JSON: themes with their labels, labels with their codes, each with its counts. What stands at
//! the top without being a theme, and codes that stand in no taxonomy, are under `ungrouped`. A divided table adds `by`
//! to every entry. `fragments` and the other counts are those of the entry and everything below it.

use super::{CountsJson, Pairs, level_key};
use crate::analysis::{Branch, Counts, Group, Population};
use crate::model::Level;
use crate::report::taxonomy::TaxonomyView;
use serde::Serialize;

/// A taxonomy's table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TaxonomyJson {
    title: String,
    of: Of,
    themes: Vec<Theme>,
    ungrouped: Vec<Ungrouped>,
    footnotes: Pairs<String, String>,
    totals: Totals,
    scope: Option<String>,
    #[serde(rename = "where")]
    condition: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    by: Vec<GroupOf>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Of {
    cases: usize,
    participants: usize,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct GroupOf {
    group: Option<String>,
    of: Of,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct Theme {
    name: String,
    cases: usize,
    participants: usize,
    fragments: usize,
    counter_fragments: usize,
    counter_cases: usize,
    codes: Vec<Code>,
    labels: Vec<Label>,
    /// Themes below a theme.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    themes: Vec<Theme>,
    #[serde(flatten)]
    more: More,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct Label {
    name: String,
    cases: usize,
    participants: usize,
    fragments: usize,
    codes: Vec<Code>,
    /// Labels (and whatever else is no open code) below a label.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    labels: Vec<Label>,
    counter_fragments: usize,
    counter_cases: usize,
    #[serde(flatten)]
    more: More,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct Code {
    name: String,
    fragments: usize,
    cases: usize,
    participants: usize,
    counter_fragments: usize,
    counter_cases: usize,
    /// Codes below a code.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    codes: Vec<Code>,
    #[serde(flatten)]
    more: More,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct Ungrouped {
    name: String,
    level: &'static str,
    #[serde(flatten)]
    counts: CountsJson,
    /// What stands below a label or code at the top.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    codes: Vec<Code>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    labels: Vec<Label>,
    #[serde(flatten)]
    more: More,
}

/// What every entry may have beside its counts.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct More {
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    statement: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    definition: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    by: Vec<GroupCounts>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct GroupCounts {
    #[serde(flatten)]
    group: GroupOf,
    #[serde(flatten)]
    counts: CountsJson,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Totals {
    themes: usize,
    labels: usize,
    codes: usize,
    fragments: usize,
    participants: usize,
    cases: usize,
    counter_fragments: usize,
    counter_cases: usize,
}

/// The JSON of a taxonomy's table.
#[must_use]
pub fn taxonomy(view: &TaxonomyView<'_>) -> TaxonomyJson {
    let shape = Shape { view };
    let table = view.table;
    let tree = &view.study.taxonomies[table.taxonomy];
    let names: Vec<_> = table.walk().into_iter().map(|branch| view.name(branch)).collect();
    let top = |themes: bool| table.branches.iter().filter(move |root| shape.is_theme(root) == themes);
    let Counts { cases, participants, fragments, counter_fragments, counter_cases } = table.total;
    let said = |text: &str| (!text.trim().is_empty()).then(|| text.trim().to_owned());
    TaxonomyJson {
        title: tree.row.title.clone(),
        of: Of::from(table.of),
        themes: top(true).map(|root| shape.theme(root)).collect(),
        ungrouped: top(false).chain(&table.unplaced).map(|branch| shape.ungrouped(branch)).collect(),
        footnotes: Pairs(view.notes(&names)),
        totals: Totals {
            themes: table.number_of(Level::Selective),
            labels: table.number_of(Level::Axial),
            codes: table.number_of(Level::Open),
            fragments,
            participants,
            cases,
            counter_fragments,
            counter_cases,
        },
        scope: said(&tree.row.scope),
        condition: said(view.condition),
        by: table.groups.iter().map(GroupOf::from).collect(),
    }
}

impl From<Population> for Of {
    fn from(of: Population) -> Self {
        Self { cases: of.cases, participants: of.participants }
    }
}

impl From<&Group> for GroupOf {
    fn from(group: &Group) -> Self {
        Self { group: (!group.name.is_empty()).then(|| group.name.clone()), of: Of::from(group.of) }
    }
}

/// Turns branches into entries.
#[derive(Clone, Copy)]
struct Shape<'v> {
    view: &'v TaxonomyView<'v>,
}

impl Shape<'_> {
    fn is_theme(self, branch: &Branch) -> bool {
        self.view.study.codes[branch.code].level == Level::Selective
    }

    fn name(self, branch: &Branch) -> String {
        self.view.study.codes[branch.code].name.clone()
    }

    fn theme(self, branch: &Branch) -> Theme {
        let Counts { cases, participants, fragments, counter_fragments, counter_cases } = branch.counts;
        Theme {
            name: self.name(branch),
            cases,
            participants,
            fragments,
            counter_fragments,
            counter_cases,
            codes: self.codes(branch),
            labels: self.view.children_at(branch, Level::Axial).map(|child| self.label(child)).collect(),
            themes: self.view.children_at(branch, Level::Selective).map(|child| self.theme(child)).collect(),
            more: self.more(branch),
        }
    }

    fn label(self, branch: &Branch) -> Label {
        let Counts { cases, participants, fragments, counter_fragments, counter_cases } = branch.counts;
        Label {
            name: self.name(branch),
            cases,
            participants,
            fragments,
            codes: self.codes(branch),
            labels: self.other_than_codes(branch),
            counter_fragments,
            counter_cases,
            more: self.more(branch),
        }
    }

    fn codes(self, branch: &Branch) -> Vec<Code> {
        self.view.children_at(branch, Level::Open).map(|child| self.code(child)).collect()
    }

    fn other_than_codes(self, branch: &Branch) -> Vec<Label> {
        let open = |child: &&Branch| self.view.study.codes[child.code].level == Level::Open;
        branch.children.iter().filter(|child| !open(child)).map(|child| self.label(child)).collect()
    }

    /// A code with everything below it, whatever its level.
    fn code(self, branch: &Branch) -> Code {
        let Counts { cases, participants, fragments, counter_fragments, counter_cases } = branch.counts;
        Code {
            name: self.name(branch),
            fragments,
            cases,
            participants,
            counter_fragments,
            counter_cases,
            codes: branch.children.iter().map(|child| self.code(child)).collect(),
            more: self.more(branch),
        }
    }

    fn ungrouped(self, branch: &Branch) -> Ungrouped {
        Ungrouped {
            name: self.name(branch),
            level: level_key(self.view.study.codes[branch.code].level),
            counts: branch.counts.into(),
            codes: self.codes(branch),
            labels: self.other_than_codes(branch),
            more: self.more(branch),
        }
    }

    fn more(self, branch: &Branch) -> More {
        let code = &self.view.study.codes[branch.code];
        let said = |text: &String| (!text.is_empty()).then(|| text.clone());
        let groups = self.view.table.groups.iter().zip(&branch.by_group);
        More {
            number: said(&branch.number),
            statement: said(&code.statement),
            definition: said(&code.definition),
            by: groups.map(|(group, counts)| GroupCounts { group: group.into(), counts: (*counts).into() }).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{At, GroupBy, Study, TaxonomyOptions, taxonomy_table};
    use crate::report::fixture::{self, dutch, written};
    use crate::report::json::write;

    fn answer(study: &Study, by: Option<GroupBy>) -> String {
        let table = taxonomy_table(study, At::new(0), &TaxonomyOptions { filters: Vec::new(), by });
        let view = TaxonomyView { study, table: &table, words: dutch(), condition: "" };
        written(|out| write(&taxonomy(&view), out))
    }

    #[test]
    fn the_shape_is_that_of_the_contract() {
        let expected = concat!(
            r#"{"title":"Zo'n dag thuis","of":{"cases":2,"participants":3},"themes":["#,
            r#"{"name":"Schaamte houdt de deur dicht","cases":1,"participants":2,"fragments":4,"#,
            r#""counter_fragments":1,"counter_cases":1,"codes":[],"labels":["#,
            r#"{"name":"Wat netwerkleden verzwijgen","cases":1,"participants":2,"fragments":4,"codes":["#,
            r#"{"name":"vuile was","fragments":3,"cases":1,"participants":2,"counter_fragments":1,"counter_cases":1,"#,
            r#""codes":[{"name":"roddel","fragments":1,"cases":1,"participants":1,"counter_fragments":0,"#,
            r#""counter_cases":0,"number":"1.1.1.1"}],"number":"1.1.1"},"#,
            r#"{"name":"deur dicht","fragments":1,"cases":1,"participants":1,"counter_fragments":0,"#,
            r#""counter_cases":0,"number":"1.1.2"}],"counter_fragments":1,"counter_cases":1,"number":"1.1"}],"#,
            r#""number":"1","statement":"Mensen doen de deur dicht zolang schaamte zwaarder weegt dan nood","#,
            r#""definition":"Alles wat verborgen blijft"},"#,
            r#"{"name":"Hulp | die past","cases":1,"participants":1,"fragments":1,"#,
            r#""counter_fragments":0,"counter_cases":0,"codes":["#,
            r#"{"name":"vragen is moeilijk","fragments":1,"cases":1,"participants":1,"counter_fragments":0,"#,
            r#""counter_cases":0,"number":"2.1"}],"labels":[],"number":"2"}],"#,
            r#""ungrouped":[{"name":"Nog te plaatsen","level":"axial","cases":0,"participants":0,"fragments":0,"#,
            r#""counter_fragments":0,"counter_cases":0,"number":"3"},"#,
            r#"{"name":"losse code","level":"open","cases":1,"participants":0,"fragments":1,"#,
            r#""counter_fragments":0,"counter_cases":0}],"#,
            r#""footnotes":{"**":"Ook verlegenheid","*":"Familie, vrienden en buren"},"#,
            r#""totals":{"themes":2,"labels":2,"codes":4,"fragments":5,"participants":3,"cases":2,"#,
            r#""counter_fragments":1,"counter_cases":1},"scope":null,"where":null}"#,
            "\n"
        );
        assert_eq!(answer(&fixture::study(), None), expected);
    }

    #[test]
    fn groups_are_added_to_every_entry() {
        let text = answer(&fixture::study(), Some(GroupBy::Role));
        assert!(
            text.ends_with(concat!(
                r#""by":[{"group":"naaste","of":{"cases":2,"participants":2}},"#,
                r#"{"group":"professional","of":{"cases":1,"participants":1}}]}"#,
                "\n"
            )),
            "{text}"
        );
        assert!(
            text.contains(concat!(
                r#"{"group":"professional","of":{"cases":1,"participants":1},"cases":1,"participants":1,"#,
                r#""fragments":1,"counter_fragments":0,"counter_cases":0}"#
            )),
            "{text}"
        );
    }
}
