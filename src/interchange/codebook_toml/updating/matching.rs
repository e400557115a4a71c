//! Which code of the file each code of the codebook was: by name and parent, by name alone, and, where a name is gone
//! and a new one stands in its place with the same texts or the same codes below it, by place.

use crate::model::{MarkedName, fold_name};
use crate::project::input::{CodeInput, CodebookInput};
use std::collections::HashMap;

/// A code of a codebook, on its way down the tree.
pub(super) struct Node<'c> {
    pub(super) code: &'c CodeInput,
    /// 0 at the top.
    pub(super) depth: usize,
    parent: Option<usize>,
    /// Folded name without footnote marks.
    name: String,
}

/// All codes of a codebook, each followed by those below it.
pub(super) fn flatten(codebook: &CodebookInput) -> Vec<Node<'_>> {
    let marks: Vec<&str> = codebook.footnotes.iter().map(|(mark, _)| mark.as_str()).collect();
    let mut nodes = Vec::new();
    for code in codebook.placed.iter().chain(&codebook.loose) {
        push(code, None, 0, &marks, &mut nodes);
    }
    nodes
}

fn push<'c>(code: &'c CodeInput, parent: Option<usize>, depth: usize, marks: &[&str], nodes: &mut Vec<Node<'c>>) {
    let name = fold_name(&MarkedName::parse(&code.name, marks.iter().copied()).name);
    let own = nodes.len();
    nodes.push(Node { code, depth, parent, name });
    for child in &code.children {
        push(child, Some(own), depth + 1, marks, nodes);
    }
}

/// For each new code the old one that it was; no old one serves twice.
pub(super) fn match_codes(old: &[Node<'_>], new: &[Node<'_>]) -> Vec<Option<usize>> {
    let mut matches = vec![None; new.len()];
    let mut taken = vec![false; old.len()];
    let mut by_name: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, node) in old.iter().enumerate() {
        by_name.entry(&node.name).or_default().push(at);
    }
    let parent_name = |nodes: &[Node<'_>], at: usize| nodes[at].parent.map(|parent| nodes[parent].name.clone());
    for same_parent in [true, false] {
        for at in 0..new.len() {
            let named = by_name.get(new[at].name.as_str()).map_or(&[][..], Vec::as_slice);
            let fits =
                |was: &&usize| !taken[**was] && (!same_parent || parent_name(old, **was) == parent_name(new, at));
            if matches[at].is_none()
                && let Some(was) = named.iter().find(fits)
            {
                matches[at] = Some(*was);
                taken[*was] = true;
            }
        }
    }
    let mut gone: Vec<usize> = (0..old.len()).filter(|was| !taken[*was]).collect();
    for at in 0..new.len() {
        if matches[at].is_none() {
            let parent = new[at].parent.map(|parent| matches[parent]);
            let same_place = |was: usize| match parent {
                None => old[was].parent.is_none(),
                Some(parent) => parent.is_some() && old[was].parent == parent,
            };
            let renamed = gone.iter().position(|was| same_place(*was) && is_renamed(old[*was].code, new[at].code));
            matches[at] = renamed.map(|renamed| gone.remove(renamed));
        }
    }
    matches
}

fn is_renamed(old: &CodeInput, new: &CodeInput) -> bool {
    fn texts(code: &CodeInput) -> [Option<&str>; 5] {
        [&code.statement, &code.definition, &code.include, &code.exclude, &code.example]
            .map(|field| field.as_deref().filter(|text| !text.is_empty()))
    }
    let same_texts = texts(old) == texts(new) && texts(new).iter().any(Option::is_some);
    let shares_code = old.children.iter().any(|child| new.children.iter().any(|other| other.name == child.name));
    old.level == new.level && (same_texts || shares_code)
}
