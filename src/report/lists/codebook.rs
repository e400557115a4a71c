//! The codebook as a table: every code where it stands, from the top of each taxonomy down, with its definition,
//! criteria, example, origin, status and counts; codes that stand in no taxonomy last. Counts of placed codes are those
//! of the taxonomies' own tables, so that the codebook never disagrees with them.

use crate::analysis::{At, Branch, Counts, Study, Tally, TaxonomyTable};
use crate::model::{Code, Level};
use crate::report::table::{Cell, Column, Line, Table, Target};
use crate::report::taxonomy::TaxonomyView;
use crate::report::words::TableWords;

/// The codebook. `tables` are the tables of the study's taxonomies, in their order.
#[must_use]
pub fn codebook(study: &Study, words: &TableWords, tables: &[TaxonomyTable]) -> Table {
    let levels = (words.levels)(study.level_words());
    let number = |level| study.codes.rows().iter().filter(|code| code.level == level).count();
    let numbers = [number(Level::Selective), number(Level::Axial), number(Level::Open)];
    let columns = vec![
        Column::text(words.heads.number),
        Column::text(words.heads.name),
        Column::text(words.heads.level),
        Column::text(words.heads.statement),
        Column::text(words.heads.definition),
        Column::text(words.heads.include),
        Column::text(words.heads.exclude),
        Column::text(words.heads.example),
        Column::text(words.heads.origin),
        Column::text(words.heads.status),
        Column::number(words.nouns.case.heads()),
        Column::number(words.nouns.participant.heads()),
        Column::number(words.nouns.fragment.heads()),
        Column::number(words.nouns.counter_example.heads()),
    ];
    let mut table = Table::new((words.captions.codebook)(levels, numbers), columns);
    let loose = study.unplaced();
    let sections = tables.len() + usize::from(!loose.is_empty());
    for taxonomy in tables {
        let view = TaxonomyView { study, table: taxonomy, words, condition: "" };
        if sections > 1 {
            let link = Some(Target::Taxonomy(taxonomy.taxonomy.number()));
            table.rows.push(section(Cell::linked(&study.taxonomies[taxonomy.taxonomy].row.title, link), &table));
        }
        for root in &taxonomy.branches {
            add_branch(&view, root, 0, &mut table.rows);
        }
    }
    if !loose.is_empty() && sections > 1 {
        table.rows.push(section(Cell::text(words.heads.ungrouped), &table));
    }
    for code in loose {
        let counts = own_counts(study, code);
        let name = Cell::linked(&study.codes[code].name, Some(Target::Code(code.number())));
        table.rows.push(line(study, words, code, name, Cell::Empty, &counts, None));
    }
    table
}

/// The counts of a code that stands nowhere: those of its own codings.
pub(crate) fn own_counts(study: &Study, code: At<Code>) -> Counts {
    let mut tally = Tally::default();
    for coding in study.codings_with(code) {
        let coding = &study.codings[*coding];
        if let Some(admitted) = study.admitted(&study.places[coding.place], &[]) {
            tally.add(coding.place, &admitted, coding.counter);
        }
    }
    tally.counts()
}

fn section(name: Cell, table: &Table) -> Line {
    let mut cells = vec![Cell::Empty; table.columns.len()];
    cells[1] = name;
    Line::head(cells)
}

fn add_branch(view: &TaxonomyView<'_>, branch: &Branch, depth: usize, rows: &mut Vec<Line>) {
    // Notes stand with the taxonomy's own table; here names are bare.
    let name = &view.study.codes[branch.code].name;
    let name = Cell::linked(name, Some(Target::Code(branch.code.number()))).at_depth(depth);
    let taxonomy = Some(view.table.taxonomy.number());
    let number = Cell::text(&branch.number);
    rows.push(line(view.study, view.words, branch.code, name, number, &branch.counts, taxonomy));
    for child in &branch.children {
        add_branch(view, child, depth + 1, rows);
    }
}

fn line(
    study: &Study,
    words: &TableWords,
    at: At<Code>,
    name: Cell,
    number: Cell,
    counts: &Counts,
    taxonomy: Option<usize>,
) -> Line {
    let code = &study.codes[at];
    let levels = (words.levels)(study.level_words());
    let link = |counter| Some(Target::Quotes { taxonomy, code: at.number(), counter, group: None });
    Line::body(vec![
        number,
        name,
        Cell::text(levels.noun(code.level).one),
        Cell::text(&code.statement),
        Cell::text(&code.definition),
        Cell::text(&code.include),
        Cell::text(&code.exclude),
        Cell::text(&code.example),
        Cell::text(code.origin.map(words.origin).unwrap_or_default()),
        Cell::text((words.status)(code.status)),
        Cell::count(counts.cases, link(false)),
        Cell::count(counts.participants, link(false)),
        Cell::count(counts.fragments, link(false)),
        Cell::count(counts.counter_fragments, link(true).filter(|_| counts.counter_fragments > 0)),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::csv;
    use crate::report::fixture::{self, dutch, written};

    #[test]
    fn every_code_stands_in_its_place_with_its_counts() {
        let study = fixture::study();
        let table = codebook(&study, dutch(), &[fixture::table(&study)]);
        assert_eq!(table.caption, "Codeboek: thema's (N=2), labels (N=2) en codes (N=5)");
        let text = written(|out| csv::write(&table, dutch(), out));
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(
            lines[1..],
            [
                ",Zo'n dag thuis,,,,,,,,,,,,",
                "1,Schaamte houdt de deur dicht,thema,Mensen doen de deur dicht zolang schaamte zwaarder weegt dan \
                 nood,Alles wat verborgen blijft,,,,,voorstel,1,2,4,1",
                "1.1,Wat netwerkleden verzwijgen,label,,,,,,,voorstel,1,2,4,1",
                "1.1.1,vuile was,code,,,,,,in vivo,vastgesteld,1,2,3,1",
                "1.1.1.1,roddel,code,,,,,,,voorstel,1,1,1,0",
                "1.1.2,deur dicht,code,,,,,,,voorstel,1,1,1,0",
                "2,Hulp | die past,thema,,,,,,,voorstel,1,1,1,0",
                "2.1,vragen is moeilijk,code,,,,,,,voorstel,1,1,1,0",
                "3,Nog te plaatsen,label,,,,,,,voorstel,0,0,0,0",
                ",Nog niet geordend,,,,,,,,,,,,",
                ",losse code,code,,,,,,,voorstel,1,0,1,0",
            ]
        );
    }
}
