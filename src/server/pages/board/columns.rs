//! What lies where on the board. A root that is a theme, or has something below what stands below it, is a column; other
//! roots lie in a column without a theme. Whatever stands deeper than a pile lies on it as a card that says how much is
//! below.

use crate::analysis::{At, CodeCounts, CodebookCounts, Study, TreeNode};
use crate::language::BoardWords;
use crate::model::{Code, Level};
use crate::report::{TableWords, Tints};
use crate::server::address;

/// A theme with its piles.
pub(super) struct Column {
    /// The theme; none for what stands under no theme.
    pub(super) theme: Option<Card>,
    pub(super) head: String,
    /// Cards right under the theme, and then its piles.
    pub(super) direct: Pile,
    pub(super) piles: Vec<Pile>,
}

/// A pile of cards.
pub(super) struct Pile {
    /// The code that holds the pile; none at the top.
    pub(super) label: Option<Card>,
    /// The name of the code under which a dropped card comes; empty at the top.
    pub(super) under: String,
    pub(super) name: String,
    pub(super) cards: Vec<Card>,
}

/// A code on the board.
pub(super) struct Card {
    pub(super) name: String,
    pub(super) href: String,
    pub(super) level: &'static str,
    /// The code above it as forms name it, with a plus before it; a bare plus at the top, empty without a place.
    pub(super) from: String,
    /// 1-based place among its siblings.
    pub(super) position: usize,
    pub(super) count: String,
    /// What the count counts.
    pub(super) noun: &'static str,
    /// How much stands below it.
    pub(super) below: String,
    pub(super) definition: String,
    pub(super) tint: String,
}

pub(super) struct Making<'s> {
    pub(super) study: &'s Study,
    pub(super) t: &'static TableWords,
    pub(super) w: &'static BoardWords,
    pub(super) counts: &'s CodebookCounts,
    pub(super) tints: Tints,
    pub(super) theme: &'static str,
}

impl Making<'_> {
    pub(super) fn columns(&self, roots: &[TreeNode]) -> Vec<Column> {
        let mut columns = Vec::new();
        let (mut piles, mut direct) = (Vec::new(), Vec::new());
        for (position, root) in (1..).zip(roots) {
            let level = self.study.codes[root.code].level;
            if level == Level::Selective || root.children.iter().any(|child| !child.children.is_empty()) {
                columns.push(self.column(root, position));
            } else if level == Level::Axial || !root.children.is_empty() {
                piles.push(self.pile(root, position, None));
            } else {
                direct.push(self.card(root, position, None));
            }
        }
        let name = (self.w.without_theme)(self.theme);
        let direct = Pile { label: None, under: String::new(), name: name.clone(), cards: direct };
        columns.push(Column { theme: None, head: name, direct, piles });
        columns
    }

    fn column(&self, root: &TreeNode, position: usize) -> Column {
        let name = &self.study.codes[root.code].name;
        let (mut piles, mut direct) = (Vec::new(), Vec::new());
        for (position, child) in (1..).zip(&root.children) {
            if self.study.codes[child.code].level == Level::Axial || !child.children.is_empty() {
                piles.push(self.pile(child, position, Some(name)));
            } else {
                direct.push(self.card(child, position, Some(name)));
            }
        }
        Column {
            theme: Some(self.card(root, position, None)),
            head: name.clone(),
            direct: Pile { label: None, under: name.clone(), name: (self.w.direct)(name), cards: direct },
            piles,
        }
    }

    fn pile(&self, node: &TreeNode, position: usize, above: Option<&str>) -> Pile {
        let name = &self.study.codes[node.code].name;
        let cards = (1..).zip(&node.children).map(|(position, child)| self.card(child, position, Some(name)));
        Pile {
            label: Some(self.card(node, position, above)),
            under: name.clone(),
            name: name.clone(),
            cards: cards.collect(),
        }
    }

    /// Codes without a place.
    pub(super) fn loose(&self, codes: &[At<Code>]) -> Pile {
        let cards = (1..).zip(codes).map(|(position, at)| {
            let own = self.counts.own(*at);
            self.of(*at, position, &own, String::new(), 0)
        });
        Pile { label: None, under: String::new(), name: self.w.loose.to_owned(), cards: cards.collect() }
    }

    fn card(&self, node: &TreeNode, position: usize, above: Option<&str>) -> Card {
        let mut codes = node.with_descendants();
        codes.sort_unstable();
        codes.dedup();
        let below = codes.len() - 1;
        let counts = self.counts.together(codes);
        self.of(node.code, position, &counts, format!("+{}", above.unwrap_or_default()), below)
    }

    fn of(&self, at: At<Code>, position: usize, counts: &CodeCounts, from: String, below: usize) -> Card {
        let code = &self.study.codes[at];
        let fragments = counts.counts.fragments + counts.counts.counter_fragments;
        Card {
            name: code.name.clone(),
            href: address::code(&code.name),
            level: super::super::codebook::level_value(code.level),
            from,
            position,
            count: self.t.count(fragments),
            noun: self.t.nouns.fragment.of(fragments),
            below: if below == 0 { String::new() } else { (self.w.below)(&self.t.count(below)) },
            definition: code.definition.clone(),
            tint: if code.level == Level::Open { self.tints.class(at) } else { String::new() },
        }
    }
}
