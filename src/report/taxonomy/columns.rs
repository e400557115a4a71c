//! The taxonomy as printed reports have it: a column per theme, its labels below, as many as it has. The columns are
//! ragged, so a page sets [`ColumnsLayout`] itself; [`ColumnsLayout::table`] squares it for files, with the counts of
//! every theme in a column of their own. Open codes are shown only where a theme has them without labels between.

use super::{Measure, PrintedName, TaxonomyView};
use crate::analysis::{At, Branch, Counts, Population};
use crate::model::{Code, Level};
use crate::report::plain::{self, Screen};
use crate::report::table::{Cell, Column, Line, Table, Target};
use crate::report::words::{LevelNouns, Noun, TableWords};

/// A taxonomy in columns.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnsLayout {
    /// Title with the number of themes and labels.
    pub caption: String,
    /// What it covers.
    pub scope: String,
    /// What the project calls themes and labels.
    pub levels: LevelNouns,
    /// What its counts are counts of.
    pub measure: Measure,
    /// What its counts are out of.
    pub of: Population,
    /// The groups of a divided table, each with what its counts are out of.
    pub groups: Vec<(String, Population)>,
    /// A column per theme; one more where codes stand under no theme.
    pub columns: Vec<ThemeColumn>,
    /// Footnotes in reading order, then what the counts mean (without a mark).
    pub notes: Vec<(String, String)>,
}

/// A theme with what stands below it.
#[derive(Debug, Clone, PartialEq)]
pub struct ThemeColumn {
    /// The theme; none for the column of codes under no theme.
    pub theme: Option<At<Code>>,
    /// Number in the taxonomy, or empty.
    pub number: String,
    /// Its name.
    pub head: PrintedName,
    /// The full sentence behind the head, or empty.
    pub statement: String,
    /// Counts of everything below it; none for the column of codes under no theme.
    pub counts: Option<Counts>,
    /// The same per group.
    pub by_group: Vec<Counts>,
    /// Labels, and open codes that stand directly under the theme.
    pub entries: Vec<ColumnEntry>,
}

/// A label in a column.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnEntry {
    /// The code.
    pub code: At<Code>,
    /// Its level: axial for a label.
    pub level: Level,
    /// Number in the taxonomy.
    pub number: String,
    /// Its name.
    pub name: PrintedName,
    /// How far it stands below other labels; 0 for most.
    pub depth: usize,
    /// Counts of itself and everything below it.
    pub counts: Counts,
    /// The same per group.
    pub by_group: Vec<Counts>,
    /// Its quotes.
    pub target: Target,
}

/// Lays a taxonomy out in columns.
#[must_use]
pub fn columns(view: &TaxonomyView<'_>) -> ColumnsLayout {
    let mut columns = Vec::new();
    let mut loose = Vec::new();
    for root in &view.table.branches {
        match view.level(root) {
            Level::Selective => columns.push(column(view, root)),
            Level::Axial | Level::Open => add_entry(view, root, 0, &mut loose),
        }
    }
    if !loose.is_empty() {
        let head = PrintedName { text: view.words.heads.ungrouped.to_owned(), marks: Vec::new() };
        columns.push(ThemeColumn {
            theme: None,
            number: String::new(),
            head,
            statement: String::new(),
            counts: None,
            by_group: Vec::new(),
            entries: loose,
        });
    }
    let measure = Measure::of(view.table.of);
    let shown = columns
        .iter()
        .flat_map(|column| std::iter::once(&column.head).chain(column.entries.iter().map(|entry| &entry.name)));
    let mut notes = view.notes(shown);
    notes.push((String::new(), (view.words.remarks.counts_behind_names)(measure.noun(view.words))));
    ColumnsLayout {
        caption: view.caption(),
        scope: view.scope(),
        levels: (view.words.levels)(view.study.level_words()),
        measure,
        of: view.table.of,
        groups: view.table.groups.iter().map(|group| (group.name.clone(), group.of)).collect(),
        columns,
        notes,
    }
}

fn column(view: &TaxonomyView<'_>, theme: &Branch) -> ThemeColumn {
    let mut entries = Vec::new();
    for child in &theme.children {
        add_entry(view, child, 0, &mut entries);
    }
    ThemeColumn {
        theme: Some(theme.code),
        number: theme.number.clone(),
        head: view.name(theme),
        statement: view.study.codes[theme.code].statement.clone(),
        counts: Some(theme.counts),
        by_group: theme.by_group.clone(),
        entries,
    }
}

/// Adds a label with the labels below it; open codes below a label are not shown in columns.
fn add_entry(view: &TaxonomyView<'_>, branch: &Branch, depth: usize, entries: &mut Vec<ColumnEntry>) {
    entries.push(ColumnEntry {
        code: branch.code,
        level: view.level(branch),
        number: branch.number.clone(),
        name: view.name(branch),
        depth,
        counts: branch.counts,
        by_group: branch.by_group.clone(),
        target: view.quotes_of(branch, false),
    });
    for child in view.next_below(branch) {
        add_entry(view, child, depth + 1, entries);
    }
}

impl ColumnsLayout {
    /// The layout with equally long columns: per theme one with the labels and one with their counts (one per group
    /// in a divided table), and below them the counts of the theme as a whole.
    #[must_use]
    pub fn table(&self, words: &TableWords) -> Table {
        let noun = self.measure.noun(words);
        let mut heads = Vec::new();
        for column in &self.columns {
            heads.push(Column::text(column.head.text.clone()));
            heads.push(Column::number(noun.heads()));
            heads.extend(self.groups.iter().map(|(name, _)| Column::number(group_head(name, noun, words))));
        }
        let mut table = Table::new(self.caption.clone(), heads);
        table.scope.clone_from(&self.scope);
        table.notes.clone_from(&self.notes);
        let longest = self.columns.iter().map(|column| column.entries.len()).max().unwrap_or(0);
        for row in 0..longest {
            let cells = self.columns.iter().flat_map(|column| match column.entries.get(row) {
                Some(entry) => {
                    let link = Some(entry.target.clone());
                    let mut cells = vec![entry.name.cell(link.clone(), entry.depth)];
                    cells.extend(self.counts(&entry.counts, &entry.by_group, link.as_ref()));
                    cells
                }
                None => vec![Cell::Empty; 2 + self.groups.len()],
            });
            table.rows.push(Line::body(cells.collect()));
        }
        let total = self.columns.iter().flat_map(|column| match &column.counts {
            Some(counts) => {
                let mut cells = vec![Cell::text(words.heads.together)];
                cells.extend(self.counts(counts, &column.by_group, None));
                cells
            }
            None => vec![Cell::Empty; 2 + self.groups.len()],
        });
        table.rows.push(Line::total(total.collect()));
        table
    }

    /// The layout with the themes below each other, each with its labels: readable at any width.
    #[must_use]
    pub fn stacked(&self, words: &TableWords) -> Table {
        let noun = self.measure.noun(words);
        let mut heads = vec![
            Column::text(format!("{} / {}", self.levels.selective.head(), self.levels.axial.one)),
            Column::number(noun.heads()),
        ];
        heads.extend(self.groups.iter().map(|(name, _)| Column::number(group_head(name, noun, words))));
        let mut table = Table::new(self.caption.clone(), heads);
        table.scope.clone_from(&self.scope);
        table.notes.clone_from(&self.notes);
        for column in &self.columns {
            let mut cells = vec![column.head.cell(None, 0)];
            match &column.counts {
                Some(counts) => cells.extend(self.counts(counts, &column.by_group, None)),
                None => cells.extend(vec![Cell::Empty; 1 + self.groups.len()]),
            }
            table.rows.push(Line::head(cells));
            for entry in &column.entries {
                let link = Some(entry.target.clone());
                let mut cells = vec![entry.name.cell(link.clone(), entry.depth + 1)];
                cells.extend(self.counts(&entry.counts, &entry.by_group, link.as_ref()));
                table.rows.push(Line::body(cells));
            }
        }
        table
    }

    /// The layout for a screen: in columns where they fit side by side, else stacked.
    #[must_use]
    pub fn table_for(&self, words: &TableWords, screen: Screen) -> Table {
        let side_by_side = self.table(words);
        match screen {
            Screen::Terminal(width) if plain::fits(&side_by_side, words, width) => side_by_side,
            Screen::Terminal(_) | Screen::Pipe => self.stacked(words),
        }
    }

    fn counts<'c>(
        &'c self,
        counts: &'c Counts,
        by_group: &'c [Counts],
        link: Option<&Target>,
    ) -> impl Iterator<Item = Cell> + use<'c> {
        let whole = self.measure.cell(counts, self.of, link.cloned());
        // A link of a group would lead to the quotes of all groups.
        let groups = by_group.iter().zip(&self.groups);
        let groups = groups.map(|(counts, (_, of))| self.measure.cell(counts, *of, None));
        std::iter::once(whole).chain(groups)
    }
}

/// The head of a group's counts.
pub(super) fn group_head(name: &str, noun: Noun, words: &TableWords) -> String {
    (words.heads.group)(if name.is_empty() { words.heads.no_value } else { name }, noun)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{GroupBy, Study, TaxonomyOptions, taxonomy_table};
    use crate::report::fixture::{self, dutch, written};
    use crate::report::{csv, markdown};

    fn laid_out(study: &Study, by: Option<GroupBy>) -> ColumnsLayout {
        let table = taxonomy_table(study, At::new(0), &TaxonomyOptions { filters: Vec::new(), by });
        columns(&TaxonomyView { study, table: &table, words: dutch(), condition: "" })
    }

    #[test]
    fn themes_are_heads_and_labels_stand_below() {
        let layout = laid_out(&fixture::study(), None);
        assert_eq!(layout.caption, "Zo'n dag thuis: thema's (N=2) en labels (N=2)");
        let said: Vec<String> = layout
            .columns
            .iter()
            .map(|column| {
                let entries: Vec<String> = column
                    .entries
                    .iter()
                    .map(|entry| format!("{} {}/{}", entry.name.text, entry.counts.cases, layout.of.cases))
                    .collect();
                let cases = column.counts.map(|counts| counts.cases);
                format!("{} {} {cases:?}: {}", column.number, column.head.text, entries.join("; "))
            })
            .collect();
        assert_eq!(
            said,
            [
                "1 Schaamte** houdt de deur dicht Some(1): Wat netwerkleden* verzwijgen 1/2",
                "2 Hulp | die past Some(1): vragen is moeilijk 1/2",
                " Nog niet geordend None: Nog te plaatsen 0/2",
            ]
        );
        let marks: Vec<&str> = layout.notes.iter().map(|(mark, _)| mark.as_str()).collect();
        assert_eq!(marks, ["**", "*", ""]);
    }

    #[test]
    fn files_get_equally_long_columns() {
        let table = laid_out(&fixture::study(), None).table(dutch());
        assert_eq!(
            written(|out| csv::write(&table, dutch(), out)),
            "Schaamte houdt de deur dicht,Casussen,\"Casussen, van\",\
             Hulp | die past,Casussen,\"Casussen, van\",\
             Nog niet geordend,Casussen,\"Casussen, van\"\n\
             Wat netwerkleden verzwijgen,1,2,vragen is moeilijk,1,2,Nog te plaatsen,0,2\n\
             Samen,1,2,Samen,1,2,,,\n"
        );
        let text = written(|out| markdown::write(&table, dutch(), out));
        assert!(text.starts_with("**Zo'n dag thuis: thema's (N=2) en labels (N=2)**\n"), "{text}");
        assert!(text.contains("| Wat netwerkleden\\* verzwijgen | 1/2 | vragen is moeilijk | 1/2 |"), "{text}");
        assert!(text.contains("\n\\*\\* Ook verlegenheid\n\n\\* Familie, vrienden en buren\n"), "{text}");
    }

    #[test]
    fn a_narrow_screen_and_a_pipe_get_themes_below_each_other() {
        let layout = laid_out(&fixture::study(), None);
        assert_eq!(layout.table_for(dutch(), Screen::Terminal(200)).columns.len(), 6);
        for screen in [Screen::Terminal(60), Screen::Pipe] {
            let table = layout.table_for(dutch(), screen);
            let text = written(|out| plain::write(&table, dutch(), screen, out));
            let text = anstream::adapter::strip_str(&text).to_string();
            let lines = text.lines().skip(3).map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
            assert_eq!(
                lines.take(4).filter(|line| !line.starts_with('─')).collect::<Vec<_>>(),
                ["Thema / label Casussen", "Schaamte** houdt de deur dicht 1/2", "Wat netwerkleden* verzwijgen 1/2"]
            );
        }
    }

    #[test]
    fn groups_have_counts_out_of_their_own_n() {
        let layout = laid_out(&fixture::study(), Some(GroupBy::Role));
        let table = layout.table(dutch());
        assert_eq!(table.columns[2].head, "naaste: casussen");
        assert_eq!(table.columns[3].head, "professional: casussen");
        assert_eq!(table.rows[0].cells[2], Cell::count_of(1, 2, None));
        assert_eq!(table.rows[0].cells[3], Cell::count_of(1, 1, None));
    }
}
