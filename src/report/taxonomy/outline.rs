//! The taxonomy as an outline: a line per theme and per label with its number, key sentence, definition, open codes,
//! in how many cases it occurs, respondents, fragments, counter-examples and the quotes chosen for the report. A
//! divided table adds a column of cases per group.

use super::columns::group_head;
use super::{Measure, PrintedName, TaxonomyView, marks_in};
use crate::analysis::{At, Branch, Counts, Place, Study, chosen_under};
use crate::model::Level;
use crate::report::quotes::{Audience, attribution};
use crate::report::table::{Cell, Column, Line, Table, Target};
use std::collections::BTreeMap;

/// The words of the chosen quotes, and who reads them.
#[derive(Debug, Clone, Default)]
pub struct ChosenTexts {
    /// The words of the fragments that [`chosen_places`] names.
    pub texts: BTreeMap<At<Place>, String>,
    /// How much an attribution tells.
    pub audience: Audience,
}

/// The fragments that are chosen for the report: those whose words an outline needs.
#[must_use]
pub fn chosen_places(study: &Study) -> Vec<At<Place>> {
    let mut places: Vec<At<Place>> =
        study.rows().quotes.iter().filter_map(|quote| study.place_at(quote.fragment)).collect();
    places.sort_unstable();
    places.dedup();
    places
}

/// Lays a taxonomy out as an outline.
#[must_use]
pub fn outline(view: &TaxonomyView<'_>, chosen: &ChosenTexts) -> Table {
    let outline = Outline { view, chosen, measure: Measure::of(view.table.of) };
    let mut table = Table::new(view.caption(), outline.columns());
    table.scope = view.scope();
    for root in &view.table.branches {
        outline.add(root, 0, &mut table.rows);
    }
    let mut total = vec![Cell::Empty; 6];
    total[1] = Cell::text(view.words.heads.total);
    let by_group = view.table.groups.iter().map(|_| Cell::Empty);
    total.extend(outline.counts(&view.table.total, None).into_iter().chain(by_group));
    total.push(Cell::Empty);
    table.rows.push(Line::total(total));
    let names: Vec<PrintedName> = view.table.walk().into_iter().map(|branch| view.name(branch)).collect();
    table.notes = view.notes(&names);
    table
}

struct Outline<'o> {
    view: &'o TaxonomyView<'o>,
    chosen: &'o ChosenTexts,
    measure: Measure,
}

impl Outline<'_> {
    fn columns(&self) -> Vec<Column> {
        let words = self.view.words;
        let levels = (words.levels)(self.view.study.level_words());
        let of = self.view.table.of;
        let mut columns = vec![
            Column::text(words.heads.number),
            Column::text(levels.selective.head()),
            Column::text(words.heads.statement),
            Column::text(words.heads.definition),
            Column::text(levels.axial.head()),
            Column::text(levels.open.heads()),
        ];
        if self.measure == Measure::Cases {
            columns.push(Column::number(words.heads.occurs_in).with_unit(words.nouns.case.of(of.cases)));
        }
        if self.measure != Measure::Fragments {
            let n = format!("N={}", of.participants);
            columns.push(Column::number(words.nouns.participant.heads()).with_unit(n));
        }
        columns.push(Column::number(words.nouns.fragment.heads()));
        columns.push(Column::number(words.nouns.counter_example.heads()));
        let noun = self.measure.noun(words);
        let groups = self.view.table.groups.iter();
        columns.extend(groups.map(|group| Column::number(group_head(&group.name, noun, words))));
        columns.push(Column::text(words.heads.chosen_quotes));
        columns
    }

    /// Adds the lines of a branch. Open codes have no line of their own but where they stand at the top.
    fn add(&self, branch: &Branch, depth: usize, rows: &mut Vec<Line>) {
        let view = self.view;
        let code = &view.study.codes[branch.code];
        let name = view.name(branch).cell(Some(view.quotes_of(branch, false)), depth);
        let (theme, label) = match code.level {
            Level::Selective => (name, Cell::Empty),
            Level::Axial => (Cell::Empty, name),
            Level::Open => (Cell::Empty, Cell::Empty),
        };
        let mut cells = vec![
            Cell::text(branch.number.clone()),
            theme,
            Cell::text(code.statement.clone()),
            Cell::text(code.definition.clone()),
            label,
            self.open_codes(branch),
        ];
        cells.extend(self.counts(&branch.counts, Some(branch)));
        let groups = branch.by_group.iter().zip(&view.table.groups).enumerate();
        let link = |group| view.quotes_in_group(branch, group);
        cells.extend(groups.map(|(at, (counts, group))| self.measure.cell(counts, group.of, Some(link(at)))));
        cells.push(Cell::texts(self.quotes(branch)));
        rows.push(if code.level == Level::Selective { Line::head(cells) } else { Line::body(cells) });
        let deeper = depth + usize::from(code.level == Level::Axial);
        for child in view.next_below(branch) {
            self.add(child, deeper, rows);
        }
    }

    /// The open codes below a theme or label, up to the next label; an open code at the top with its own name first.
    fn open_codes(&self, branch: &Branch) -> Cell {
        let mut names: Vec<&str> = Vec::new();
        if self.view.level(branch) == Level::Open {
            names.push(&branch.printed);
        }
        self.collect_open(branch, &mut names);
        let text = names.join("; ");
        let marks = marks_in(&text, &self.view.marks());
        PrintedName { text, marks }.cell(None, 0)
    }

    fn collect_open<'b>(&self, branch: &'b Branch, names: &mut Vec<&'b str>) {
        for child in self.view.children_at(branch, Level::Open) {
            if !names.contains(&child.printed.as_str()) {
                names.push(&child.printed);
            }
            self.collect_open(child, names);
        }
    }

    fn counts(&self, counts: &Counts, branch: Option<&Branch>) -> Vec<Cell> {
        let link = |counter| -> Option<Target> { branch.map(|branch| self.view.quotes_of(branch, counter)) };
        let of = self.view.table.of;
        let mut cells = Vec::new();
        if self.measure == Measure::Cases {
            cells.push(Cell::count_of(counts.cases, of.cases, link(false)));
        }
        if self.measure != Measure::Fragments {
            cells.push(Cell::count(counts.participants, link(false)));
        }
        cells.push(Cell::count(counts.fragments, link(false)));
        cells.push(Cell::count(counts.counter_fragments, link(true).filter(|_| counts.counter_fragments > 0)));
        cells
    }

    fn quotes(&self, branch: &Branch) -> Vec<String> {
        let study = self.view.study;
        let quotes = chosen_under(study, branch.code).into_iter().filter_map(|(quote, place)| {
            let said = if quote.report_text.is_empty() { self.chosen.texts.get(&place)? } else { &quote.report_text };
            let source = attribution(study, self.view.words, &study.places[place], self.chosen.audience);
            let quoted = (self.view.words.quoted)(said);
            let parts = [quote.introduction.as_str(), &quoted, &source];
            Some(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "))
        });
        quotes.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{GroupBy, TaxonomyOptions, taxonomy_table};
    use crate::report::fixture::{self, dutch, written};
    use crate::report::plain::Screen;
    use crate::report::{csv, markdown, plain};
    use std::sync::Arc;

    fn laid_out(study: &Study, by: Option<GroupBy>) -> Table {
        let table = taxonomy_table(study, At::new(0), &TaxonomyOptions { filters: Vec::new(), by });
        let view = TaxonomyView { study, table: &table, words: dutch(), condition: "" };
        let texts = chosen_places(study).into_iter().map(|at| (at, fixture::words_of(study, at))).collect();
        outline(&view, &ChosenTexts { texts, audience: Audience::Appendix })
    }

    #[test]
    fn every_theme_and_label_has_its_line_and_every_number_counts_once() {
        let text = written(|out| csv::write(&laid_out(&fixture::study(), None), dutch(), out));
        assert_eq!(
            text,
            "Nr.,Thema,Kernzin,Definitie,Label,Codes,Komt voor in (casussen),\"Komt voor in (casussen), van\",\
             Respondenten (N=3),Fragmenten,Tegenvoorbeelden,Gekozen citaten\n\
             1,Schaamte houdt de deur dicht,Mensen doen de deur dicht zolang schaamte zwaarder weegt dan nood,\
             Alles wat verborgen blijft,,,1,2,2,4,1,\n\
             1.1,,,,Wat netwerkleden verzwijgen,vuile was; roddel; deur dicht,1,2,2,4,1,\
             \"Zo zegt een naaste: “vuile was […] niet buiten” (Resp 1, naaste)\"\n\
             2,Hulp | die past,,,,vragen is moeilijk,1,2,1,1,0,\n\
             3,,,,Nog te plaatsen,,0,2,0,0,0,\n\
             ,Totaal,,,,,2,2,3,5,1,\n"
        );
    }

    #[test]
    fn text_says_in_how_many_cases() {
        let table = laid_out(&fixture::study(), None);
        let text = written(|out| markdown::write(&table, dutch(), out));
        assert!(text.contains("| 1 van 2 casussen |"), "{text}");
        assert!(text.ends_with("\n\\*\\* Ook verlegenheid\n\n\\* Familie, vrienden en buren\n"), "{text}");
        let text = written(|out| plain::write(&table, dutch(), Screen::Pipe, out));
        assert!(text.contains("1 van 2 casussen"), "{text}");
    }

    #[test]
    fn numbers_lead_to_their_quotes() {
        let study = fixture::study();
        let table = laid_out(&study, None);
        let code = study.find_label("1.1").expect("the label is numbered").number();
        let target = |counter| Some(Target::Quotes { taxonomy: Some(0), code, counter, group: None });
        assert_eq!(table.rows[1].cells[6], Cell::count_of(1, 2, target(false)));
        assert_eq!(table.rows[1].cells[9], Cell::count(1, target(true)));
    }

    #[test]
    fn groups_add_a_column_of_cases_each() {
        let table = laid_out(&fixture::study(), Some(GroupBy::Role));
        let heads: Vec<&str> = table.columns[10..].iter().map(|column| column.head.as_str()).collect();
        assert_eq!(heads, ["naaste: casussen", "professional: casussen", "Gekozen citaten"]);
        let code = fixture::study().find_theme("1").expect("the theme is numbered").number();
        let link = |group| Some(Target::Quotes { taxonomy: Some(0), code, counter: false, group: Some(group) });
        assert_eq!(table.rows[0].cells[10..12], [Cell::count_of(1, 2, link(0)), Cell::count_of(1, 1, link(1))]);
        assert!(table.rows.iter().all(|row| row.cells.len() == table.columns.len()));
    }

    #[test]
    fn a_study_without_cases_counts_respondents() {
        let mut rows = fixture::rows();
        rows.cases = Arc::default();
        for person in Arc::make_mut(&mut rows.participants) {
            person.case = None;
        }
        let table = laid_out(&Study::build(rows, 1), Some(GroupBy::Role));
        let heads: Vec<&str> = table.columns[6..].iter().map(|column| column.head.as_str()).collect();
        assert_eq!(
            heads,
            [
                "Respondenten",
                "Fragmenten",
                "Tegenvoorbeelden",
                "naaste: respondenten",
                "professional: respondenten",
                "Gekozen citaten"
            ]
        );
        assert!(table.rows.iter().all(|row| row.cells.len() == table.columns.len()));
    }
}
