//! Codebooks as a table, for people who keep them in a spreadsheet: one row for each place of a code, with the code
//! above it by name; several taxonomies in one file, rows in any order. Codes without taxonomy are not placed.
//!
//! A table carries no scope, language, footnotes or synonyms, so names are written without footnote marks.

mod tree;

use super::codebook_rules::{bare_name, color};
use super::fault::{Faults, FileFault, Problem, shown};
use super::sheet::{Sheet, SheetRow, SheetWriter, find_columns, yes_or_no};
use super::words::{LEVELS, ORIGINS, STATUSES, find_word, level_word, origin_word, status_word, yes_word};
use crate::model::{MarkedName, check_name};
use crate::project::input::{CodeInput, CodebookInput};
use std::io::{self, Write};
use tree::{Row, Rows};

/// The columns in the order in which they are written, with the Dutch headings that are read as well.
const COLUMNS: [&[&str]; 13] = [
    &["taxonomy", "taxonomie"],
    &["level", "niveau"],
    &["name", "naam"],
    &["parent", "ouder"],
    &["also", "ook"],
    &["statement", "stelling"],
    &["definition", "definitie"],
    &["include", "inclusie"],
    &["exclude", "exclusie"],
    &["example", "voorbeeld"],
    &["color", "colour", "kleur"],
    &["origin", "herkomst"],
    &["status"],
];

// Places in `COLUMNS` of the columns that a rule speaks of.
const TAXONOMY: usize = 0;
const LEVEL: usize = 1;
const NAME: usize = 2;
const PARENT: usize = 3;
const ALSO: usize = 4;
const STATEMENT: usize = 5;
const DEFINITION: usize = 6;
const INCLUDE: usize = 7;
const EXCLUDE: usize = 8;
const EXAMPLE: usize = 9;
const COLOR: usize = 10;
const ORIGIN: usize = 11;
const STATUS: usize = 12;

/// Reads a table: one codebook for each taxonomy in the order of their first rows, then one without title that holds
/// the codes without taxonomy, if there are any.
///
/// # Errors
/// All that is wrong with the table, in its order.
pub fn read(bytes: &[u8]) -> Result<Vec<CodebookInput>, Vec<FileFault>> {
    let sheet = Sheet::read(bytes)?;
    let mut faults = sheet.faults();
    let columns = find_columns(&sheet, &COLUMNS, &mut faults);
    columns.refuse_others(&sheet, &COLUMNS, &mut faults);
    let complete = [LEVEL, NAME].map(|needed| columns.require(&sheet, &COLUMNS, needed, &mut faults));
    if complete.contains(&false) {
        return faults.check(Vec::new());
    }
    let mut rows = Rows::default();
    for row in sheet.rows() {
        CodeCells { row: &row, columns: &columns.at, faults: &mut faults }.read(&mut rows);
    }
    let codebooks = rows.into_codebooks(&mut faults);
    faults.check(codebooks)
}

/// A row on its way to a code.
struct CodeCells<'r, 'f, 't> {
    row: &'r SheetRow<'t>,
    columns: &'r [Option<usize>; 13],
    faults: &'f mut Faults<'t>,
}

impl CodeCells<'_, '_, '_> {
    fn read(mut self, rows: &mut Rows) {
        let taxonomy = self.checked(TAXONOMY, |title| {
            check_name(title).map_err(|fault| Problem::BadName { field: "taxonomy", name: shown(title), fault })
        });
        let name = self.needed(NAME, |typed| bare_name("name", typed, &[]));
        let level = self.needed(LEVEL, |typed| find_word("level", typed, &LEVELS));
        let also = yes_or_no(self.row, self.columns[ALSO], self.faults);
        let color = self.checked(COLOR, color);
        let origin = self.checked(ORIGIN, |typed| find_word("origin", typed, &ORIGINS));
        let status = self.checked(STATUS, |typed| find_word("status", typed, &STATUSES));
        let (Some(name), Some(level)) = (name.clone(), level) else {
            return rows.know(name.as_deref().unwrap_or_default());
        };
        let code = CodeInput {
            line: self.row.line(),
            level,
            name,
            also,
            statement: self.text(STATEMENT),
            definition: self.text(DEFINITION),
            include: self.text(INCLUDE),
            exclude: self.text(EXCLUDE),
            example: self.text(EXAMPLE),
            color,
            origin,
            status,
            children: Vec::new(),
        };
        let row = Row {
            code,
            taxonomy: taxonomy.unwrap_or_default(),
            parent: self.row.trimmed(self.columns[PARENT]).into_owned(),
            offset: self.row.offset(self.columns[NAME]),
            parent_offset: self.row.offset(self.columns[PARENT]),
        };
        rows.take(row, self.faults);
    }

    /// A text as it stands; an empty cell says nothing.
    fn text(&self, meaning: usize) -> Option<String> {
        let text = self.row.cell(self.columns[meaning]?);
        if text.trim().is_empty() { None } else { Some(text.into_owned()) }
    }

    fn checked<T>(&mut self, meaning: usize, check: impl Fn(&str) -> Result<T, Problem>) -> Option<T> {
        let typed = self.row.trimmed(self.columns[meaning]);
        if typed.is_empty() { None } else { self.needed(meaning, check) }
    }

    fn needed<T>(&mut self, meaning: usize, check: impl Fn(&str) -> Result<T, Problem>) -> Option<T> {
        let column = self.columns[meaning];
        check(&self.row.trimmed(column)).map_err(|problem| self.faults.add(self.row.offset(column), problem)).ok()
    }
}

/// Writes codebooks as one table, each code behind the one above it. Codes that are not placed come last.
///
/// # Errors
/// When `out` cannot be written.
pub fn write(codebooks: &[CodebookInput], out: impl Write) -> io::Result<()> {
    let mut writer = SheetWriter::new(out, &COLUMNS.map(|words| words[0]))?;
    for codebook in codebooks {
        for code in &codebook.placed {
            write_code(&mut writer, codebook, &codebook.title, "", code)?;
        }
    }
    for codebook in codebooks {
        for code in &codebook.loose {
            write_code(&mut writer, codebook, "", "", code)?;
        }
    }
    writer.finish()
}

fn write_code<W: Write>(
    writer: &mut SheetWriter<W>,
    codebook: &CodebookInput,
    taxonomy: &str,
    parent: &str,
    code: &CodeInput,
) -> io::Result<()> {
    let language = codebook.language.unwrap_or_default();
    let name = MarkedName::parse(&code.name, codebook.footnotes.iter().map(|(mark, _)| mark.as_str())).name;
    writer.row(&[
        taxonomy,
        level_word(code.level, language),
        &name,
        parent,
        if code.also { yes_word(language) } else { "" },
        code.statement.as_deref().unwrap_or_default(),
        code.definition.as_deref().unwrap_or_default(),
        code.include.as_deref().unwrap_or_default(),
        code.exclude.as_deref().unwrap_or_default(),
        code.example.as_deref().unwrap_or_default(),
        code.color.as_deref().unwrap_or_default(),
        code.origin.map_or("", |origin| origin_word(origin, language)),
        code.status.map_or("", |status| status_word(status, language)),
    ])?;
    for child in &code.children {
        write_code(writer, codebook, taxonomy, &name, child)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
