//! From rows that name the code above them to trees. Rows may come in any order, so nothing is put in its place before
//! all are known.

use crate::interchange::codebook_rules::{DEEPEST, Places, Spot, may_stand_in};
use crate::interchange::fault::{Faults, Problem, shown};
use crate::model::{Level, fold_name, nearest_names};
use crate::project::input::{CodeInput, CodebookInput};
use std::collections::{HashMap, HashSet};

/// A missing parent is compared with at most so many names: each takes a microsecond or two.
const MOST_COMPARED: usize = 2_000;

/// A row: a code, and where it goes.
pub(super) struct Row {
    pub(super) code: CodeInput,
    /// Title of the taxonomy, or empty.
    pub(super) taxonomy: String,
    /// Name of the code above it, or empty.
    pub(super) parent: String,
    pub(super) offset: usize,
    pub(super) parent_offset: usize,
}

/// The rows so far, by taxonomy.
#[derive(Default)]
pub(super) struct Rows {
    groups: Vec<Group>,
    by_title: HashMap<String, usize>,
    /// First level and line of each code over all taxonomies, because it is one code.
    levels: HashMap<String, (Level, usize)>,
    /// Folded names of codes whose row is wrong: whoever stands below them is not to blame.
    wrong: HashSet<String>,
}

#[derive(Default)]
struct Group {
    title: String,
    rows: Vec<Row>,
    places: Places,
    /// First row of each code by folded name; what stands below a code is put there.
    first: HashMap<String, usize>,
}

impl Rows {
    pub(super) fn take(&mut self, row: Row, faults: &mut Faults<'_>) {
        let known = self.by_title.entry(fold_name(&row.taxonomy)).or_insert(self.groups.len());
        if *known == self.groups.len() {
            self.groups.push(Group { title: row.taxonomy.clone(), ..Group::default() });
        }
        let group = &mut self.groups[*known];
        let code = &row.code;
        let spot = Spot { line: code.line, offset: row.offset };
        let folded = fold_name(&code.name);
        let (first_level, first_line) = *self.levels.entry(folded.clone()).or_insert((code.level, code.line));
        if let Err(problem) = group.places.take(&code.name, &row.parent, code.level, code.also, spot) {
            faults.add(row.offset, problem);
        } else if first_level != code.level {
            let (name, level) = (shown(&code.name), code.level);
            faults.add(row.offset, Problem::LevelDiffers { name, level, first_level, first_line });
        }
        group.first.entry(folded).or_insert(group.rows.len());
        group.rows.push(row);
    }

    /// Takes note of a name whose row cannot be taken.
    pub(super) fn know(&mut self, name: &str) {
        self.wrong.insert(fold_name(name));
    }

    /// The trees; only right when nothing was wrong.
    pub(super) fn into_codebooks(mut self, faults: &mut Faults<'_>) -> Vec<CodebookInput> {
        let mut parents = Vec::new();
        for group in &self.groups {
            parents.push(group.parents(&self.wrong, faults));
            for (offset, circle) in group.places.circles() {
                faults.add(offset, circle);
            }
        }
        if !faults.is_empty() {
            return Vec::new();
        }
        // The codes without taxonomy come last, wherever their rows stand.
        let mut order: Vec<usize> = (0..self.groups.len()).collect();
        order.sort_by_key(|at| self.groups[*at].title.is_empty());
        order.into_iter().map(|at| std::mem::take(&mut self.groups[at]).tree(&parents[at], faults)).collect()
    }
}

impl Group {
    /// For each row the row above it.
    fn parents(&self, wrong: &HashSet<String>, faults: &mut Faults<'_>) -> Vec<Option<usize>> {
        let mut parents = Vec::new();
        for row in &self.rows {
            let named = fold_name(&row.parent);
            let parent = self.first.get(&named).copied();
            match parent.map(|parent| self.rows[parent].code.level) {
                None if !row.parent.is_empty() && !wrong.contains(&named) => {
                    let others = self.rows.iter().take(MOST_COMPARED).map(|row| row.code.name.as_str());
                    let nearest = if faults.few() { nearest_names(&row.parent, others) } else { Vec::new() };
                    faults.add(row.parent_offset, Problem::ParentMissing { parent: shown(&row.parent), nearest });
                }
                Some(outer) if !may_stand_in(row.code.level, outer) => {
                    faults.add(row.parent_offset, Problem::NotInside { inner: row.code.level, outer });
                }
                None | Some(_) => {}
            }
            parents.push(parent);
        }
        parents
    }

    fn tree(self, parents: &[Option<usize>], faults: &mut Faults<'_>) -> CodebookInput {
        let depths = depths(parents);
        let mut below: Vec<Vec<usize>> = vec![Vec::new(); self.rows.len()];
        let mut tops = Vec::new();
        for (at, parent) in parents.iter().enumerate() {
            if depths[at] > DEEPEST {
                faults.add(self.rows[at].offset, Problem::TooDeep { limit: DEEPEST });
            } else if let Some(parent) = parent {
                below[*parent].push(at);
            } else {
                tops.push(at);
            }
        }
        let mut codes: Vec<Option<CodeInput>> = self.rows.into_iter().map(|row| Some(row.code)).collect();
        let codes = tops.into_iter().filter_map(|top| grow(top, &below, &mut codes)).collect();
        if self.title.is_empty() {
            CodebookInput { loose: codes, ..CodebookInput::default() }
        } else {
            CodebookInput { title: self.title, placed: codes, ..CodebookInput::default() }
        }
    }
}

fn grow(at: usize, below: &[Vec<usize>], codes: &mut [Option<CodeInput>]) -> Option<CodeInput> {
    let mut code = codes[at].take()?;
    code.children = below[at].iter().filter_map(|child| grow(*child, below, codes)).collect();
    Some(code)
}

/// How many codes deep each row stands, itself included. There are no circles; by hand and not by recursion, because a
/// table may be as deep as it is long.
fn depths(parents: &[Option<usize>]) -> Vec<usize> {
    let mut depths = vec![0; parents.len()];
    for start in 0..parents.len() {
        let mut way = vec![start];
        while let Some(above) = way.last().and_then(|at| parents[*at]).filter(|above| depths[*above] == 0) {
            way.push(above);
        }
        while let Some(at) = way.pop() {
            depths[at] = parents[at].map_or(1, |above| depths[above] + 1);
        }
    }
    depths
}
