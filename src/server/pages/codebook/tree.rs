//! The trees of the codebook, a line per place. The lines lie flat, each with its depth, so that a script can fold and
//! filter five hundred of them by hiding lines.

use crate::analysis::{At, CodeCounts, CodebookCounts, CountedNode, Text};
use crate::model::{Code, Level, fold_name};
use crate::report::Tints;
use crate::server::address;
use crate::server::visit::Visit;

/// All taxonomies, and the codes that stand in none.
pub(super) struct Tree {
    pub(super) taxonomies: Vec<Section>,
    pub(super) loose: Vec<Line>,
    /// How many codes there are.
    pub(super) codes: usize,
    /// The transcript whose counts are shown too.
    pub(super) here: String,
}

/// A taxonomy.
pub(super) struct Section {
    pub(super) title: String,
    pub(super) board: String,
    pub(super) scope: String,
    /// Mark and note.
    pub(super) notes: Vec<(String, String)>,
    pub(super) lines: Vec<Line>,
}

/// A place of a code.
pub(super) struct Line {
    pub(super) name: String,
    /// The name with its footnote marks.
    pub(super) printed: String,
    pub(super) href: String,
    /// `open`, `axial` or `selective`.
    pub(super) level: &'static str,
    pub(super) tint: String,
    pub(super) depth: usize,
    /// 1-based place among its siblings, and how many there are.
    pub(super) position: usize,
    pub(super) siblings: usize,
    pub(super) parent: String,
    pub(super) taxonomy: String,
    pub(super) opens: bool,
    /// Fragments of the code itself; empty where only those below count.
    pub(super) own: String,
    /// Fragments with everything below; empty where nothing is below.
    pub(super) whole: String,
    pub(super) cases: String,
    pub(super) here: String,
    /// The word for its level.
    pub(super) noun: &'static str,
    pub(super) chosen: bool,
}

impl Tree {
    pub(super) fn of(visit: &Visit, here: Option<At<Text>>, code: &str, taxonomy: &str) -> Self {
        let study = &visit.study;
        let counts = CodebookCounts::new(study, here);
        let making = Making { visit, tints: Tints::new(study), here, code: study.find_code(code).ok() };
        let mut marked = false;
        let mut sections: Vec<Section> = Vec::new();
        for (_, tree) in study.taxonomies.iter() {
            let mut lines = Vec::new();
            making.lines(&counts.tree(&tree.roots), 1, "", &tree.row.title, &mut lines);
            let wanted = taxonomy.is_empty() || fold_name(taxonomy) == fold_name(&tree.row.title);
            for line in &mut lines {
                // A code may stand in several places; one line is the chosen one.
                line.chosen &= wanted && !marked;
                marked |= line.chosen;
            }
            sections.push(Section {
                title: tree.row.title.clone(),
                board: address::board(&tree.row.title),
                scope: tree.row.scope.clone(),
                notes: tree.footnotes.iter().map(|note| (note.mark.clone(), note.text.clone())).collect(),
                lines,
            });
        }
        let loose = study.unplaced();
        let siblings = loose.len();
        let loose = (1..).zip(loose).map(|(position, at)| {
            let own = counts.own(at);
            making.line(at, "", (&own, &own), (1, position, siblings), ("", ""))
        });
        Self {
            loose: loose.collect(),
            taxonomies: sections,
            codes: study.codes.len(),
            here: here.map(|at| study.texts[at].row.name.clone()).unwrap_or_default(),
        }
    }
}

struct Making<'v> {
    visit: &'v Visit,
    tints: Tints,
    here: Option<At<Text>>,
    code: Option<At<Code>>,
}

impl Making<'_> {
    fn lines(&self, nodes: &[CountedNode<'_>], depth: usize, parent: &str, taxonomy: &str, into: &mut Vec<Line>) {
        for (position, counted) in (1..).zip(nodes) {
            let (at, marked) = (counted.node.code, &counted.node.placement.marked);
            let place = (depth, position, nodes.len());
            let mut line = self.line(at, marked, (&counted.own, &counted.whole), place, (parent, taxonomy));
            if !counted.children.is_empty() {
                line.opens = true;
                line.whole = self.visit.tables().count(counted.whole.counts.fragments);
                if counted.own.counts.fragments == 0 {
                    line.own.clear();
                }
            }
            let name = line.name.clone();
            into.push(line);
            self.lines(&counted.children, depth + 1, &name, taxonomy, into);
        }
    }

    fn line(
        &self,
        at: At<Code>,
        marked: &str,
        (own, whole): (&CodeCounts, &CodeCounts),
        (depth, position, siblings): (usize, usize, usize),
        (parent, taxonomy): (&str, &str),
    ) -> Line {
        let study = &self.visit.study;
        let t = self.visit.tables();
        let code = &study.codes[at];
        let noun = (t.levels)(study.level_words()).noun(code.level).one;
        let mut href = address::code(&code.name);
        if !taxonomy.is_empty() && study.taxonomies.len() > 1 {
            href = format!("{href}&taxonomy={}", address::part(taxonomy));
        }
        if let Some(here) = self.here {
            href = format!("{href}&transcript={}", address::part(&study.texts[here].row.name));
        }
        Line {
            name: code.name.clone(),
            printed: if marked.is_empty() { code.name.clone() } else { marked.to_owned() },
            href,
            level: super::level_value(code.level),
            tint: if code.level == Level::Open { self.tints.class(at) } else { String::new() },
            depth,
            position,
            siblings,
            parent: parent.to_owned(),
            taxonomy: taxonomy.to_owned(),
            opens: false,
            own: t.count(own.counts.fragments),
            whole: String::new(),
            cases: t.count(whole.counts.cases),
            here: self.here.map(|_| t.count(whole.here)).unwrap_or_default(),
            noun,
            chosen: self.code == Some(at),
        }
    }
}
