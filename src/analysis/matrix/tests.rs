//! The matrix over the small study that tables are tested with.

use super::*;
use crate::report::fixture;

/// Names of the columns, then fragments, cases and participants of each cell.
fn shown(options: &MatrixOptions) -> Vec<String> {
    let study = fixture::study();
    let made = matrix(&study, options);
    let cell = |counts: &Counts| format!("{}/{}/{}", counts.fragments, counts.cases, counts.participants);
    let line = |(row, code): (usize, &At<Code>)| {
        let cells: Vec<String> = made.cells[row].iter().chain([&made.whole[row]]).map(cell).collect();
        format!("{}: {}", study.codes[*code].name, cells.join(" "))
    };
    std::iter::once(made.columns.join(" ")).chain(made.rows.iter().enumerate().map(line)).collect()
}

#[test]
fn a_code_counts_with_everything_below_it_and_each_thing_once() {
    let options = MatrixOptions { rows: MatrixRows::Labels, columns: MatrixColumns::Roles, ..MatrixOptions::default() };
    assert_eq!(
        shown(&options),
        ["naaste professional", "Wat netwerkleden verzwijgen: 4/1/1 1/1/1 4/1/2", "Nog te plaatsen: 0/0/0 0/0/0 0/0/0"]
    );
    let options = MatrixOptions { rows: MatrixRows::Themes, columns: MatrixColumns::Cases, ..MatrixOptions::default() };
    assert_eq!(
        shown(&options),
        ["1 2", "Schaamte houdt de deur dicht: 4/1/2 0/0/0 4/1/2", "Hulp | die past: 0/0/0 1/1/1 1/1/1"]
    );
}

#[test]
fn coders_part_the_codings_of_one_fragment() {
    let options =
        MatrixOptions { rows: MatrixRows::Themes, columns: MatrixColumns::Coders, ..MatrixOptions::default() };
    assert_eq!(
        shown(&options),
        ["codeur-1 codeur-2", "Schaamte houdt de deur dicht: 3/1/1 2/1/2 4/1/2", "Hulp | die past: 1/1/1 0/0/0 1/1/1"]
    );
}
