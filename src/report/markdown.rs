//! Tables as Markdown, to paste into notes, a wiki or a manuscript: the caption in bold above, a pipe table, notes
//! below. Whatever Markdown would take for markup is escaped, so that names read as they were typed.

use super::shown::{cell_text, head_text, on_one_line, says_something};
use super::table::{Cell, ColumnKind, LineKind, Table};
use super::words::TableWords;
use std::io::{self, Write};

/// Writes a table. Columns in which no row says anything are left out.
///
/// # Errors
/// When writing fails.
pub fn write(table: &Table, words: &TableWords, mut out: impl Write) -> io::Result<()> {
    if !table.caption.is_empty() {
        writeln!(out, "**{}**\n", escaped(&table.caption))?;
    }
    if !table.scope.is_empty() {
        writeln!(out, "{}\n", escaped(&table.scope))?;
    }
    let shown: Vec<usize> =
        (0..table.columns.len()).filter(|at| table.rows.is_empty() || says_something(table, *at)).collect();
    if !shown.is_empty() {
        let heads: Vec<String> = shown.iter().map(|at| escaped(&head_text(table, *at))).collect();
        writeln!(out, "| {} |", heads.join(" | "))?;
        let rules = shown.iter().map(|at| match table.columns[*at].kind {
            ColumnKind::Text => "---",
            ColumnKind::Number => "---:",
        });
        writeln!(out, "| {} |", rules.collect::<Vec<_>>().join(" | "))?;
    }
    for row in &table.rows {
        let cells = shown.iter().map(|at| {
            let text = row.cells.get(*at).map_or_else(String::new, |cell| cell_words(cell, table, *at, words));
            match row.kind {
                LineKind::Head | LineKind::Total if !text.is_empty() => format!("**{text}**"),
                LineKind::Body | LineKind::Head | LineKind::Total => text,
            }
        });
        writeln!(out, "| {} |", cells.collect::<Vec<_>>().join(" | "))?;
    }
    for (mark, note) in &table.notes {
        let space = if mark.is_empty() { "" } else { " " };
        writeln!(out, "\n{}{space}{}", escaped(mark), escaped(note))?;
    }
    Ok(())
}

fn cell_words(cell: &Cell, table: &Table, position: usize, words: &TableWords) -> String {
    match cell {
        Cell::Texts(texts) => texts.iter().map(|text| escaped(text)).collect::<Vec<_>>().join("<br>"),
        // Markdown drops spaces at the start of a cell.
        Cell::Text { text, depth, .. } => format!("{}{}", "\u{2003}".repeat(*depth), escaped(text)),
        Cell::Empty | Cell::Number { .. } => escaped(&cell_text(cell, &table.columns[position], words, "; ")),
    }
}

/// Words on one line in which nothing is markup. Underscores within a word, brackets that open no link and signs that
/// start no tag mean nothing to Markdown and stay as they are.
#[must_use]
pub fn escaped(text: &str) -> String {
    let line = on_one_line(text);
    if !line.contains(['\\', '`', '*', '|', '_', '~', '<', '&', ']']) {
        return line;
    }
    let mut safe = String::with_capacity(line.len());
    let mut before = ' ';
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied().unwrap_or(' ');
        let markup = match letter {
            '\\' | '`' | '*' | '|' => true,
            '_' => !(before.is_alphanumeric() && next.is_alphanumeric()),
            '~' => next == '~' || before == '~',
            '<' => next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?'),
            '&' => next.is_ascii_alphabetic() || next == '#',
            ']' => matches!(next, '(' | '['),
            _ => false,
        };
        if markup {
            safe.push('\\');
        }
        safe.push(letter);
        before = letter;
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::{dutch, written};
    use crate::report::table::{Column, Line};

    #[test]
    fn what_looks_like_markup_is_escaped() {
        for (text, safe) in [
            ("Hulp | die past", "Hulp \\| die past"),
            ("netwerkleden* zwijgen", "netwerkleden\\* zwijgen"),
            ("sociaal_netwerk en _nadruk_", "sociaal_netwerk en \\_nadruk\\_"),
            ("[…] zo'n dag [lacht]", "[…] zo'n dag [lacht]"),
            ("[hier](adres)", "[hier\\](adres)"),
            ("a < b, <b>vet</b>", "a < b, \\<b>vet\\</b>"),
            ("R&D en &amp; en & zo", "R\\&D en \\&amp; en & zo"),
            ("een\r\nregel ’s avonds", "een regel ’s avonds"),
            ("Zoe\u{308} 👍🏽", "Zoe\u{308} 👍🏽"),
            ("a\\b", "a\\\\b"),
        ] {
            assert_eq!(escaped(text), safe);
        }
    }

    #[test]
    fn a_table_has_its_caption_above_and_its_notes_below() {
        let mut table = Table::new(
            "Zo'n titel: thema's (N=1) en labels (N=1)",
            vec![Column::text("Label"), Column::text("Leeg"), Column::number("Casussen")],
        );
        table.scope = "2 casussen".to_owned();
        table.notes.push(("*".to_owned(), "Netwerk: familie".to_owned()));
        table.notes.push((String::new(), "Zonder teken".to_owned()));
        let name = Cell::Text { text: "netwerk*".to_owned(), marks: vec!["*".to_owned()], link: None, depth: 1 };
        table.rows.push(Line::body(vec![name, Cell::Empty, Cell::count_of(1, 2, None)]));
        table.rows.push(Line::total(vec![Cell::text("Totaal"), Cell::Empty, Cell::count(2, None)]));
        table.rows.push(Line::body(vec![
            Cell::texts(vec!["een".to_owned(), "twee".to_owned()]),
            Cell::Empty,
            Cell::Empty,
        ]));
        assert_eq!(
            written(|out| write(&table, dutch(), out)),
            "**Zo'n titel: thema's (N=1) en labels (N=1)**\n\n\
             2 casussen\n\n\
             | Label | Casussen |\n\
             | --- | ---: |\n\
             | \u{2003}netwerk\\* | 1/2 |\n\
             | **Totaal** | **2** |\n\
             | een<br>twee |  |\n\
             \n\\* Netwerk: familie\n\
             \nZonder teken\n"
        );
    }
}
