//! The theme and label table as it stands in a report, in two layouts: *columns*, as it is printed (themes as heads,
//! labels ragged below), and *outline*, one line per theme and label with everything that is known of it. Both take the
//! counts from a `TaxonomyTable` and add none. What they share is here: the caption, whose form is fixed because
//! reports quote it, names with their footnote marks, the notes in the order in which a reader meets the marks, and
//! what a count is out of.

mod columns;
mod outline;

pub use columns::{ColumnEntry, ColumnsLayout, ThemeColumn, columns};
pub use outline::{ChosenTexts, chosen_places, outline};

use super::table::{Cell, Target};
use super::words::{Noun, TableWords};
use crate::analysis::{Branch, Counts, Population, Study, TaxonomyTable};
use crate::model::{Level, MarkedName, NamePiece};

/// A taxonomy's table with what is needed to write it: the study, the words, and what it was restricted to.
#[derive(Debug, Clone, Copy)]
pub struct TaxonomyView<'v> {
    /// The study.
    pub study: &'v Study,
    /// The counts.
    pub table: &'v TaxonomyTable,
    /// The words.
    pub words: &'v TableWords,
    /// A condition beside the taxonomy's own scope, as typed; empty when there is none.
    pub condition: &'v str,
}

/// A name as it is printed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PrintedName {
    /// The name with its footnote marks in place.
    pub text: String,
    /// The marks that stand in it.
    pub marks: Vec<String>,
}

/// What the counts of a table are counts of: cases, in a study without cases respondents, without those fragments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// In how many cases.
    Cases,
    /// In the words of how many respondents.
    Participants,
    /// How many fragments.
    Fragments,
}

impl Measure {
    /// The measure that fits a population.
    #[must_use]
    pub fn of(population: Population) -> Self {
        match population {
            Population { cases: 1.., .. } => Self::Cases,
            Population { cases: 0, participants: 1.. } => Self::Participants,
            Population { cases: 0, participants: 0 } => Self::Fragments,
        }
    }

    /// The number among these counts.
    #[must_use]
    pub fn count(self, counts: &Counts) -> usize {
        match self {
            Self::Cases => counts.cases,
            Self::Participants => counts.participants,
            Self::Fragments => counts.fragments,
        }
    }

    /// What it is out of; fragments are out of nothing.
    #[must_use]
    pub fn whole(self, population: Population) -> Option<usize> {
        match self {
            Self::Cases => Some(population.cases),
            Self::Participants => Some(population.participants),
            Self::Fragments => None,
        }
    }

    /// What is counted.
    #[must_use]
    pub fn noun(self, words: &TableWords) -> Noun {
        match self {
            Self::Cases => words.nouns.case,
            Self::Participants => words.nouns.participant,
            Self::Fragments => words.nouns.fragment,
        }
    }

    /// The cell of these counts out of a population.
    pub(super) fn cell(self, counts: &Counts, population: Population, link: Option<Target>) -> Cell {
        match self.whole(population) {
            Some(whole) => Cell::count_of(self.count(counts), whole, link),
            None => Cell::count(self.count(counts), link),
        }
    }
}

impl TaxonomyView<'_> {
    /// The title with the number of themes and labels, in the project's words. The form is fixed.
    #[must_use]
    pub fn caption(&self) -> String {
        let title = &self.study.taxonomies[self.table.taxonomy].row.title;
        let levels = (self.words.levels)(self.study.level_words());
        let (themes, labels) = (self.table.number_of(Level::Selective), self.table.number_of(Level::Axial));
        (self.words.captions.taxonomy)(title, levels, themes, labels)
    }

    /// How many cases and respondents the table covers, and what it is restricted to.
    #[must_use]
    pub fn scope(&self) -> String {
        let Population { cases, participants } = self.table.of;
        let mut covered = Vec::new();
        if cases > 0 {
            covered.push(self.words.counted(cases, self.words.nouns.case));
        }
        if participants > 0 {
            covered.push(self.words.counted(participants, self.words.nouns.participant));
        }
        let mut parts = vec![self.words.listed(&covered.iter().map(String::as_str).collect::<Vec<_>>())];
        let own = self.study.taxonomies[self.table.taxonomy].row.scope.trim();
        let conditions: Vec<&str> = [own, self.condition.trim()].into_iter().filter(|text| !text.is_empty()).collect();
        if !conditions.is_empty() {
            parts.push((self.words.remarks.only)(&conditions));
        }
        parts.retain(|part| !part.is_empty());
        parts.join("; ")
    }

    /// The name of a branch as it is printed.
    #[must_use]
    pub fn name(&self, branch: &Branch) -> PrintedName {
        let marks = marks_in(&branch.printed, &self.marks());
        PrintedName { text: branch.printed.clone(), marks }
    }

    /// The footnotes whose marks stand in these names, in the order in which they are met there; then those that no
    /// name of the taxonomy refers to, so that no note is lost without a word.
    #[must_use]
    pub fn notes<'n>(&self, shown: impl IntoIterator<Item = &'n PrintedName>) -> Vec<(String, String)> {
        let known = &self.study.taxonomies[self.table.taxonomy].footnotes;
        let mut order: Vec<String> = Vec::new();
        for mark in shown.into_iter().flat_map(|name| &name.marks) {
            if !order.contains(mark) {
                order.push(mark.clone());
            }
        }
        let anywhere: Vec<String> = self.table.walk().into_iter().flat_map(|branch| self.name(branch).marks).collect();
        order.extend(known.iter().map(|note| note.mark.clone()).filter(|mark| !anywhere.contains(mark)));
        let notes = order.into_iter().filter_map(|mark| {
            let note = known.iter().find(|note| note.mark == mark)?;
            Some((mark, note.text.clone()))
        });
        notes.collect()
    }

    fn marks(&self) -> Vec<&str> {
        self.study.taxonomies[self.table.taxonomy].marks()
    }

    /// The quotes behind a number.
    fn quotes_of(&self, branch: &Branch, counter: bool) -> Target {
        let taxonomy = Some(self.table.taxonomy.number());
        Target::Quotes { taxonomy, code: branch.code.number(), counter, group: None }
    }

    /// The quotes behind a number of one group.
    fn quotes_in_group(&self, branch: &Branch, group: usize) -> Target {
        let taxonomy = Some(self.table.taxonomy.number());
        Target::Quotes { taxonomy, code: branch.code.number(), counter: false, group: Some(group) }
    }

    fn level(&self, branch: &Branch) -> Level {
        self.study.codes[branch.code].level
    }

    /// What stands directly below a branch and has this level.
    pub(super) fn children_at<'b>(
        &self,
        branch: &'b Branch,
        level: Level,
    ) -> impl Iterator<Item = &'b Branch> + use<'_, 'b> {
        branch.children.iter().filter(move |child| self.level(child) == level)
    }

    /// The nearest themes and labels below a branch, also where open codes stand between.
    fn next_below<'b>(&self, branch: &'b Branch) -> Vec<&'b Branch> {
        let below = branch.children.iter().flat_map(|child| match self.level(child) {
            Level::Open => self.next_below(child),
            Level::Axial | Level::Selective => vec![child],
        });
        below.collect()
    }
}

impl PrintedName {
    /// As a cell of a table.
    pub(super) fn cell(&self, link: Option<Target>, depth: usize) -> Cell {
        if self.text.is_empty() {
            return Cell::Empty;
        }
        Cell::Text { text: self.text.clone(), marks: self.marks.clone(), link, depth }
    }
}

/// The marks that stand in a printed name, each once, in order.
fn marks_in(printed: &str, known: &[&str]) -> Vec<String> {
    let mut marks: Vec<String> = Vec::new();
    for piece in MarkedName::pieces(printed, known.iter().copied()) {
        match piece {
            NamePiece::Mark(mark) if !marks.iter().any(|known| known == mark) => marks.push(mark.to_owned()),
            NamePiece::Mark(_) | NamePiece::Words(_) => {}
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::LevelWords;
    use crate::report::fixture::{self, dutch, english};
    use std::sync::Arc;

    #[test]
    fn the_caption_has_its_fixed_form_in_the_words_of_the_project() {
        for (set, nl, en) in [
            (
                LevelWords::CodeLabelTheme,
                "Zo'n dag thuis: thema's (N=2) en labels (N=2)",
                "Zo'n dag thuis: themes (N=2) and labels (N=2)",
            ),
            (
                LevelWords::CodeCategoryCoreCategory,
                "Zo'n dag thuis: kerncategorieën (N=2) en categorieën (N=2)",
                "Zo'n dag thuis: core categories (N=2) and categories (N=2)",
            ),
        ] {
            let mut rows = fixture::rows();
            Arc::make_mut(&mut rows.projects)[0].level_words = set;
            let study = Study::build(rows, 1);
            let table = fixture::table(&study);
            for (words, caption) in [(dutch(), nl), (english(), en)] {
                assert_eq!(TaxonomyView { study: &study, table: &table, words, condition: "" }.caption(), caption);
            }
        }
    }

    #[test]
    fn the_scope_says_how_many_and_which() {
        let mut rows = fixture::rows();
        let study = Study::build(rows.clone(), 1);
        let table = fixture::table(&study);
        let view = TaxonomyView { study: &study, table: &table, words: dutch(), condition: "" };
        assert_eq!(view.scope(), "2 casussen en 3 respondenten");
        Arc::make_mut(&mut rows.taxonomies)[0].scope = "regio:Twente ".to_owned();
        let study = Study::build(rows, 1);
        let view = TaxonomyView { study: &study, table: &table, words: dutch(), condition: "rol:naaste" };
        assert_eq!(view.scope(), "2 casussen en 3 respondenten; alleen regio:Twente en rol:naaste");
    }

    #[test]
    fn notes_follow_the_reader_and_none_is_lost() {
        let mut rows = fixture::rows();
        let notes = Arc::make_mut(&mut rows.footnotes);
        let mut lost = notes[0].clone();
        lost.id = crate::model::Id::new();
        lost.mark = "***".to_owned();
        lost.text = "Nergens meer genoemd".to_owned();
        notes.push(lost);
        let study = Study::build(rows, 1);
        let table = fixture::table(&study);
        let view = TaxonomyView { study: &study, table: &table, words: dutch(), condition: "" };
        let names: Vec<PrintedName> = table.walk().into_iter().map(|branch| view.name(branch)).collect();
        let marks = |notes: Vec<(String, String)>| notes.into_iter().map(|(mark, _)| mark).collect::<Vec<_>>();
        // `**` stands in the theme, `*` in the label below it.
        assert_eq!(marks(view.notes(&names)), ["**", "*", "***"]);
        // A table that does not show the label does not explain its mark.
        assert_eq!(marks(view.notes(&names[..1])), ["**", "***"]);
    }

    #[test]
    fn counts_are_out_of_what_the_study_has() {
        for (cases, participants, measure) in
            [(2, 3, Measure::Cases), (0, 3, Measure::Participants), (0, 0, Measure::Fragments)]
        {
            assert_eq!(Measure::of(Population { cases, participants }), measure);
        }
    }
}
