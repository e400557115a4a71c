//! The running text of a Word document, read from its first tag to its last in one go: what a person who opens the
//! document in Word sees as its text, with all tracked changes accepted. The rule stands in the module above, the
//! meaning of each tag in [`super::steps`].
//!
//! Damaged or hostile nesting (a cell without a row, a field without an end) never costs text outside it, and never
//! more memory than the text takes.

use super::fields::Fields;
use super::lines::{Lines, Paragraph, Row, Weight};
use super::properties::{ParagraphProperties, RunProperties, is_deleted};
use super::steps::{Role, Step, step};
use super::styles::{ParagraphLook, RunLook, Styles};
use super::tally::Tally;
use super::xml::{Skipped, Token, Xml};
use crate::import::{LeftOut, Limit, Unreadable};
use std::io::Read;
use std::mem;

/// Reads the part with the running text: the text, and what was counted beside it.
pub(super) fn read<R: Read>(xml: &mut Xml<'_, R>, styles: &Styles) -> Result<(Lines, Tally), Unreadable> {
    let mut walk = Walk::new(styles);
    let mut has_body = false;
    loop {
        match xml.next()? {
            Token::Open(tag) => {
                let step = step(&tag, walk.run, walk.written);
                has_body |= step == Step::Enter(Role::Body);
                walk.take(step, xml)?;
            }
            Token::Close => walk.close()?,
            Token::Text(text) => {
                if let Some(Role::Text { .. }) = walk.open.last() {
                    walk.words.push_str(&text);
                    Limit::Piece.check(walk.words.len())?;
                }
            }
            Token::End if has_body => return Ok((walk.lines, walk.tally)),
            Token::End => return Err(Unreadable::NoDocument),
        }
    }
}

struct Walk<'a> {
    styles: &'a Styles,
    /// What each open element means.
    open: Vec<Role>,
    lines: Lines,
    /// The table rows that are open, each in a cell of the one before it.
    rows: Vec<OpenRow>,
    paragraph: Option<Paragraph>,
    look: ParagraphLook,
    /// Whether a tracked change deletes the end of the paragraph.
    end_deleted: bool,
    /// A paragraph without end: the next one goes on where it stops.
    carried: Option<Paragraph>,
    run: RunLook,
    /// The words of the text element that is open.
    words: String,
    /// How many pieces of text were written.
    written: usize,
    fields: Fields,
    tally: Tally,
}

#[derive(Default)]
struct OpenRow {
    row: Row,
    deleted: bool,
    cell: Option<Lines>,
    cell_deleted: bool,
}

impl<'a> Walk<'a> {
    fn new(styles: &'a Styles) -> Self {
        Self {
            styles,
            open: Vec::new(),
            lines: Lines::default(),
            rows: Vec::new(),
            paragraph: None,
            look: ParagraphLook::default(),
            end_deleted: false,
            carried: None,
            run: RunLook::default(),
            words: String::new(),
            written: 0,
            fields: Fields::default(),
            tally: Tally::default(),
        }
    }

    /// Does what the tag that was just opened asks for.
    fn take<R: Read>(&mut self, step: Step, xml: &mut Xml<'_, R>) -> Result<(), Unreadable> {
        match step {
            Step::Enter(role) => return self.enter(role),
            Step::Note(what) => {
                self.tally.leave_out(what);
                return self.enter(Role::Other);
            }
            Step::Alternative => {
                if let Some(Role::Alternatives { taken: taken @ false }) = self.open.last_mut() {
                    *taken = true;
                    return self.enter(Role::Other);
                }
            }
            Step::ParagraphProperties => {
                let own = ParagraphProperties::read(xml)?;
                self.look = self.styles.paragraph(&own);
                self.end_deleted = own.end_deleted;
                return Ok(());
            }
            Step::RunProperties => {
                // Elsewhere than in a run they describe marks and placeholders.
                if let Some(Role::Run(_)) = self.open.last() {
                    self.run = self.styles.run(self.look, &RunProperties::read(xml)?);
                    return Ok(());
                }
            }
            Step::RowProperties => {
                let deleted = is_deleted(xml)?;
                self.rows.last_mut().into_iter().for_each(|row| row.deleted = deleted);
                return Ok(());
            }
            Step::CellProperties => {
                let deleted = is_deleted(xml)?;
                self.rows.last_mut().into_iter().for_each(|row| row.cell_deleted = deleted);
                return Ok(());
            }
            Step::LeaveOut(what) => self.tally.leave_out(what),
            Step::LeaveWordsOut(what) => {
                if xml.skip()? == Skipped::Words {
                    self.tally.leave_out(what);
                }
                return Ok(());
            }
            Step::Delete => {
                self.tally.deleted += usize::from(xml.skip()? == Skipped::Words);
                return Ok(());
            }
            Step::Write(letter) => self.write(letter.encode_utf8(&mut [0; 4]))?,
            Step::Field(mark) => self.fields.mark(mark),
            Step::PassOver => {}
        }
        xml.skip().map(|_| ())
    }

    fn enter(&mut self, role: Role) -> Result<(), Unreadable> {
        match role {
            Role::Paragraph => {
                self.end_paragraph()?;
                self.look = self.styles.paragraph(&ParagraphProperties::default());
                self.paragraph = Some(self.carried.take().unwrap_or_default());
            }
            Role::Run(_) => self.run = self.styles.run(self.look, &RunProperties::default()),
            Role::Text { .. } => self.words.clear(),
            Role::Row => {
                self.end_block()?;
                self.rows.push(OpenRow::default());
            }
            Role::Cell => self.rows.last_mut().into_iter().for_each(|row| {
                row.cell.get_or_insert_default();
            }),
            Role::Other | Role::Body | Role::Inserted(_) | Role::Alternatives { .. } => {}
        }
        self.open.push(role);
        Ok(())
    }

    fn close(&mut self) -> Result<(), Unreadable> {
        match self.open.pop() {
            Some(Role::Paragraph) => self.end_paragraph(),
            Some(Role::Run(around)) => {
                self.run = around;
                Ok(())
            }
            Some(Role::Text { keeps_space }) => {
                // Line ends in the file are white space to Word, unlike its own line breaks.
                let words = mem::take(&mut self.words).replace('\n', " ");
                self.write(if keeps_space { &words } else { words.trim_matches([' ', '\t']) })
            }
            Some(Role::Inserted(before)) => {
                self.tally.inserted += usize::from(self.written > before);
                Ok(())
            }
            Some(Role::Cell) => self.end_cell(),
            Some(Role::Row) => self.end_row(),
            Some(Role::Body) => self.end_block(),
            Some(Role::Other | Role::Alternatives { .. }) | None => Ok(()),
        }
    }

    fn write(&mut self, text: &str) -> Result<(), Unreadable> {
        if self.run.hidden {
            if !text.trim().is_empty() {
                self.tally.leave_out(LeftOut::HiddenText);
            }
            return Ok(());
        }
        if text.is_empty() || self.fields.hide_text() {
            return Ok(());
        }
        self.written += 1;
        let weight = if self.run.bold { Weight::Bold } else { Weight::Normal };
        self.paragraph.get_or_insert_default().push(text, weight)
    }

    fn end_paragraph(&mut self) -> Result<(), Unreadable> {
        self.fields.end_paragraph();
        let end_deleted = mem::take(&mut self.end_deleted);
        let Some(mut paragraph) = self.paragraph.take() else { return Ok(()) };
        if end_deleted {
            self.carried = Some(paragraph);
            return Ok(());
        }
        if self.look.numbered && !paragraph.is_blank() {
            self.tally.leave_out(LeftOut::ListNumbers);
        }
        paragraph.heading = self.look.heading;
        self.push(&mut paragraph)
    }

    /// Ends what is open before a table, at the end of a cell or of the text; a carried paragraph can go no further.
    fn end_block(&mut self) -> Result<(), Unreadable> {
        self.end_paragraph()?;
        match self.carried.take() {
            Some(mut paragraph) if !paragraph.is_blank() => self.push(&mut paragraph),
            Some(_) | None => Ok(()),
        }
    }

    fn push(&mut self, paragraph: &mut Paragraph) -> Result<(), Unreadable> {
        let (lines, limit) = self.block();
        lines.push(paragraph);
        limit.check(lines.text.len())
    }

    fn end_cell(&mut self) -> Result<(), Unreadable> {
        self.end_block()?;
        let Some(row) = self.rows.last_mut() else { return Ok(()) };
        let deleted = mem::take(&mut row.cell_deleted);
        match row.cell.take() {
            Some(_) if deleted => self.tally.deleted += 1,
            Some(cell) => row.row.push(cell)?,
            None => {}
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), Unreadable> {
        self.end_block()?;
        let Some(OpenRow { row, deleted, .. }) = self.rows.pop() else { return Ok(()) };
        if deleted {
            self.tally.deleted += 1;
            return Ok(());
        }
        self.tally.cells_joined += row.squeezed;
        let (lines, limit) = self.block();
        row.finish(lines);
        limit.check(lines.text.len())
    }

    /// Where paragraphs go: the innermost open cell, else the running text.
    fn block(&mut self) -> (&mut Lines, Limit) {
        match self.rows.iter_mut().rev().find_map(|row| row.cell.as_mut()) {
            Some(cell) => (cell, Limit::Piece),
            None => (&mut self.lines, Limit::Text),
        }
    }
}

#[cfg(test)]
mod tests;
