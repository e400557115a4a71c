//! Words in their sentences: every place that a query means on a line of its own, the place in one column, so that the
//! eye runs down what stands before and behind it. As lines for a terminal, as a table, and as a page that needs no
//! other file.
//!
//! - `lines` for the terminal and for text files, `page` for a browser and for paper

mod lines;
mod page;

pub use page::page;

use super::quotes::case_reference;
use super::shown::on_one_line;
use super::table::{Cell, Column, Line, Table, Target};
use super::words::TableWords;
use crate::analysis::Study;
use crate::project::{Concordance, ConcordanceLine};

/// The words of concordances in one language.
#[derive(Debug, Clone, Copy)]
pub struct ConcordanceWords {
    /// Language tag of the page.
    pub language: &'static str,
    /// Where a place stands.
    pub place: &'static str,
    /// What is said before it.
    pub before: &'static str,
    /// The words that were meant.
    pub keyword: &'static str,
    /// What is said behind it.
    pub after: &'static str,
    /// Who speaks.
    pub speaker: &'static str,
    /// Title of the page, before the query.
    pub title: &'static str,
    /// How many places there are, with how many turns, and how many of them are shown.
    pub found: fn(total: usize, turns: usize, shown: usize) -> String,
    /// How to see all of them.
    pub see_all: &'static str,
    /// The query names no words, so that there is nothing to show.
    pub no_words: &'static str,
    /// The order of the lines, as a clause: left, right, text, case.
    pub order: [&'static str; 4],
    /// Before the conditions.
    pub restricted_to: &'static str,
    /// How to read the page.
    pub hint: &'static str,
    /// Under the page.
    pub made_with: &'static str,
}

/// A concordance with what is needed to show it.
#[derive(Debug, Clone, Copy)]
pub struct ConcordanceView<'v> {
    /// The study.
    pub study: &'v Study,
    /// The places.
    pub found: &'v Concordance,
    /// The words of tables.
    pub table_words: &'v TableWords,
    /// The words of concordances.
    pub words: &'v ConcordanceWords,
}

impl ConcordanceView<'_> {
    fn name(&self, line: &ConcordanceLine) -> &str {
        &self.study.texts[line.text].row.name
    }

    fn participant(&self, line: &ConcordanceLine) -> &str {
        line.participant.map_or("", |person| &self.study.participants[person].name)
    }

    fn case(&self, line: &ConcordanceLine) -> &str {
        line.case.map_or("", |case| &self.study.cases[case].name)
    }

    /// Who speaks: name, role and case, as far as they are known.
    fn speaker(&self, line: &ConcordanceLine) -> String {
        let case = line.case.map(|_| case_reference(self.table_words, self.case(line)));
        let parts = [self.participant(line).to_owned(), line.role(self.study).unwrap_or_default().to_owned()];
        let known: Vec<String> = parts.into_iter().chain(case).filter(|part| !part.is_empty()).collect();
        known.join(", ")
    }

    /// The concordance as a table, for files.
    #[must_use]
    pub fn table(&self) -> Table {
        let (nouns, w) = (&self.table_words.nouns, self.words);
        let columns = vec![
            Column::text(nouns.transcript.head()),
            Column::number(nouns.line.head()),
            Column::text(nouns.case.head()),
            Column::text(nouns.participant.head()),
            Column::text(nouns.role.head()),
            Column::text(w.before),
            Column::text(w.keyword),
            Column::text(w.after),
        ];
        let mut table = Table::new("", columns);
        for line in &self.found.lines {
            let link = Target::Text { text: line.text.number(), line: line.line };
            table.rows.push(Line::body(vec![
                Cell::linked(self.name(line), Some(link)),
                Cell::count(line.line, None),
                Cell::text(self.case(line)),
                Cell::text(self.participant(line)),
                Cell::text(line.role(self.study).unwrap_or_default()),
                Cell::text(on_one_line(&line.before)),
                Cell::text(on_one_line(&line.keyword)),
                Cell::text(on_one_line(&line.after)),
            ]));
        }
        table
    }
}

#[cfg(test)]
mod tests;
