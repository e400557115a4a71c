//! The conditions of a screen as fields to choose from: cases, roles, moments, transcripts, codes and coders by name, in
//! the order of the study. What is in the address is chosen.

use super::query::Query;
use crate::analysis::{Study, TreeNode};
use crate::language::ConditionWords;
use std::collections::BTreeSet;

/// A field to choose from.
pub(super) struct Select {
    pub(super) name: &'static str,
    pub(super) label: &'static str,
    /// What choosing nothing means.
    pub(super) any: &'static str,
    pub(super) options: Vec<Choice>,
    pub(super) chosen: bool,
}

/// Something to choose.
pub(super) struct Choice {
    pub(super) value: String,
    pub(super) label: String,
    pub(super) chosen: bool,
}

impl Select {
    /// A field over these values and labels; none when there is nothing to choose.
    pub(super) fn new(
        name: &'static str,
        label: &'static str,
        any: &'static str,
        asked: &Query,
        values: impl IntoIterator<Item = (String, String)>,
    ) -> Option<Self> {
        let current = asked.all(name);
        let options: Vec<Choice> = values
            .into_iter()
            .map(|(value, label)| Choice { chosen: current.contains(&value), value, label })
            .collect();
        let chosen = !current.is_empty();
        // A field that can change nothing is only in the way.
        (options.len() > 1 || chosen).then_some(Self { name, label, any, options, chosen })
    }
}

/// The fields that search and quotes share.
pub(super) fn conditions(study: &Study, asked: &Query, w: &'static ConditionWords) -> Vec<Select> {
    let same = |name: &str| (name.to_owned(), name.to_owned());
    let cases = study.cases.rows().iter().map(|case| same(&case.name));
    let roles = study.roles.rows().iter().map(|role| same(&role.name));
    let moments = study.moments();
    let texts = study.texts.rows().iter().map(|text| same(&text.row.name));
    let coders = study.coders.rows().iter().map(|coder| same(&coder.name));
    [
        Select::new("case", w.case, w.any_case, asked, cases),
        Select::new("role", w.role, w.any_role, asked, roles),
        Select::new("moment", w.moment, w.any_moment, asked, moments.into_iter().map(same)),
        Select::new("transcript", w.transcript, w.any_transcript, asked, texts),
        Select::new("code", w.code, w.any_code, asked, codes(study)),
        Select::new("coder", w.coder, w.any_coder, asked, coders),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Every code once: those of the taxonomies as trees, then the others by name.
pub(super) fn codes(study: &Study) -> Vec<(String, String)> {
    fn walk(study: &Study, node: &TreeNode, depth: usize, seen: &mut BTreeSet<usize>, all: &mut Vec<(String, String)>) {
        if seen.insert(node.code.number()) {
            let name = &study.codes[node.code].name;
            all.push((name.clone(), format!("{}{name}", "\u{2003}".repeat(depth))));
        }
        for child in &node.children {
            walk(study, child, depth + 1, seen, all);
        }
    }
    let (mut seen, mut all) = (BTreeSet::new(), Vec::new());
    for tree in study.taxonomies.rows() {
        for root in &tree.roots {
            walk(study, root, 0, &mut seen, &mut all);
        }
    }
    for (at, code) in study.codes.iter() {
        if seen.insert(at.number()) {
            all.push((code.name.clone(), code.name.clone()));
        }
    }
    all
}
