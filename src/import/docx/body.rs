//! The running text of a Word document, read from its first tag to its last in one go: what a person who opens the
//! document in Word sees as its text, with all tracked changes accepted. The rule stands in the module above, the
//! meaning of each tag in [`super::steps`].
//!
//! Damaged or hostile nesting (a cell without a row, a field without an end) never costs text outside it, and never more
//! memory than the text takes.

use super::lines::{Lines, Paragraph, Row, Weight};
use super::properties::{ParagraphProperties, RunProperties, is_deleted};
use super::steps::{FieldMark, Role, Step, step};
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
    fields: Vec<Field>,
    /// How many of the fields are in their instruction.
    asking: usize,
    tally: Tally,
}

#[derive(Default)]
struct OpenRow {
    row: Row,
    deleted: bool,
    cell: Option<Lines>,
    cell_deleted: bool,
}

/// How far an open field is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Instruction,
    Result,
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
            fields: Vec::new(),
            asking: 0,
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
            Step::Field(mark) => self.field(mark),
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
        if text.is_empty() || self.is_in_instruction() {
            return Ok(());
        }
        self.written += 1;
        let weight = if self.run.bold { Weight::Bold } else { Weight::Normal };
        self.paragraph.get_or_insert_default().push(text, weight)
    }

    fn field(&mut self, mark: FieldMark) {
        let ended = match mark {
            FieldMark::Begin => {
                self.fields.push(Field::Instruction);
                self.asking += 1;
                return;
            }
            FieldMark::Separate => self.fields.last_mut().map(|field| mem::replace(field, Field::Result)),
            FieldMark::End => self.fields.pop(),
        };
        self.asking -= usize::from(ended == Some(Field::Instruction));
    }

    /// Whether the text is the result of a field within the instruction of another. The instruction itself is no text
    /// element, so that a field without end costs nothing.
    fn is_in_instruction(&self) -> bool {
        self.asking > usize::from(self.fields.last() == Some(&Field::Instruction))
    }

    fn end_paragraph(&mut self) -> Result<(), Unreadable> {
        if self.asking > 0 {
            self.fields.retain(|field| *field == Field::Result);
            self.asking = 0;
        }
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
mod tests {
    use super::*;
    use crate::import::Notice;

    /// Reads a body; a word in brackets is a run, `[b|…]` a bold one.
    fn read_body(inner: &str) -> Result<(Lines, Tally), Unreadable> {
        let source = format!(
            "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'
                xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' xmlns:m='{}' xmlns:a='drawing'
                xml:space='preserve'><w:body>{}</w:body></w:document>",
            "http://schemas.openxmlformats.org/officeDocument/2006/math",
            runs(inner),
        );
        let mut unpacked = u64::MAX;
        super::read(&mut Xml::new("word/document.xml", source.as_bytes(), &mut unpacked), &Styles::default())
    }

    fn runs(shorthand: &str) -> String {
        shorthand
            .replace("[b|", "<w:r><w:rPr><w:b/></w:rPr><w:t>")
            .replace("[v|", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>")
            .replace('[', "<w:r><w:t>")
            .replace(']', "</w:t></w:r>")
    }

    fn text(inner: &str) -> String {
        read_body(inner).expect("the body is good").0.text
    }

    #[test]
    fn paragraphs_and_what_stands_in_them() {
        let cases = [
            ("<w:p>[Anna: ][zo'n dag]</w:p><w:p/><w:p>[’s avonds]</w:p>", "Anna: zo'n dag\n\n’s avonds"),
            ("<w:p>[Jo][e][\u{308}l 👍 &amp; &#235;]</w:p>", "Joël 👍 & ë"),
            ("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/></w:r></w:p>", "a\tb\nc\n"),
            ("<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr>[a]</w:p>", "a"),
            (
                "<w:p><w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>mail</w:t><w:softHyphen/></w:r></w:p>",
                "e\u{2011}mail\u{AD}",
            ),
            ("<w:p><w:r><w:sym w:font='Wingdings' w:char='F04A'/></w:r></w:p>", "☺"),
            ("<w:p><w:r><w:t xml:space='default'>  a \n b  </w:t></w:r>[ c\nd]</w:p>", "a   b c d"),
            ("<w:p><w:hyperlink>[a]</w:hyperlink><w:smartTag>[b]</w:smartTag></w:p>", "ab"),
            ("<w:sdt><w:sdtPr><w:t>x</w:t></w:sdtPr><w:sdtContent><w:p>[a]</w:p></w:sdtContent></w:sdt>", "a"),
            ("<w:p><m:oMath><m:r><w:rPr><w:b/></w:rPr><m:t>x+1</m:t></m:r></m:oMath><a:t>niet</a:t></w:p>", "x+1"),
            ("<w:nieuw><w:p>[a]</w:p></w:nieuw>[los]", "a\nlos"),
            ("<w:p>[a]<w:p>[b]</w:p>[c]</w:p>", "a\nb\nc"),
        ];
        for (inner, expected) in cases {
            assert_eq!(text(inner), expected, "{inner}");
        }
    }

    #[test]
    fn tables_are_lines_of_cells() {
        let cell = |inner: &str| format!("<w:tc><w:tcPr/>{inner}</w:tc>");
        let row =
            |cells: &[&str]| format!("<w:tr>{}</w:tr>", cells.iter().map(|inner| cell(inner)).collect::<String>());
        let table = |rows: &[String]| format!("<w:tbl><w:tblPr/>{}</w:tbl>", rows.concat());
        let dialogue = table(&[
            row(&["<w:p>[Anna]</w:p>", "<w:p>[zo'n dag]</w:p><w:p/><w:p>[ja]</w:p>"]),
            row(&["<w:p>[Riek]</w:p>", "<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r></w:p>"]),
        ]);
        let frame = table(&[row(&["<w:p>[a]</w:p><w:p/><w:p>[b]</w:p>"])]);
        let nested = table(&[row(&["<w:p>[x]</w:p>", &format!("<w:p>[y]</w:p>{dialogue}<w:p/>")])]);
        let cases = [
            (dialogue, "Anna\tzo'n dag ja\nRiek\ta b c"),
            (frame, "a\n\nb"),
            (nested, "x\ty Anna zo'n dag ja Riek a b c"),
            (format!("<w:p>[voor]</w:p>{}<w:p>[na]</w:p>", table(&[row(&["<w:p/>", "<w:p/>"])])), "voor\n\t\nna"),
            ("<w:tbl><w:tr/></w:tbl><w:tc><w:p>[los]</w:p></w:tc>".into(), "los"),
        ];
        for (inner, expected) in cases {
            assert_eq!(text(&inner), expected, "{inner}");
        }
    }

    #[test]
    fn tracked_changes_are_read_as_accepted() {
        let mark = |change: &str| format!("<w:pPr><w:rPr><w:{change} w:id='1'/></w:rPr></w:pPr>");
        let deleted = mark("del");
        let inserted = mark("ins");
        let cases = [
            ("<w:p>[a]<w:del><w:r><w:delText>weg</w:delText></w:r></w:del><w:ins>[b]</w:ins></w:p>".into(), "ab", 1, 1),
            ("<w:p><w:moveFrom>[a]</w:moveFrom>[b]<w:moveTo>[a]</w:moveTo></w:p>".into(), "ba", 1, 1),
            ("<w:p><w:ins><w:del>[nooit]</w:del></w:ins>[a]</w:p>".into(), "a", 0, 1),
            (format!("<w:p>{deleted}[een ]</w:p><w:p>[twee]</w:p>"), "een twee", 0, 0),
            (format!("<w:p>{inserted}[een]</w:p><w:p>[twee]</w:p>"), "een\ntwee", 0, 0),
            (format!("<w:p>{deleted}<w:del>[weg]</w:del></w:p><w:p>[a]</w:p>"), "a", 0, 1),
            (format!("<w:p>[a]</w:p><w:p>{deleted}<w:del>[weg]</w:del></w:p>"), "a", 0, 1),
            ("<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>[weg]</w:p></w:tc></w:tr><w:p>[a]</w:p>".into(), "a", 0, 1),
            ("<w:p>[a]<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>b</w:t></w:r></w:p>".into(),
                "ab", 0, 0),
        ];
        for (inner, expected, inserted, deleted) in cases {
            let (lines, tally) = read_body(&inner).expect("the body is good");
            assert_eq!((&*lines.text, tally.inserted, tally.deleted), (expected, inserted, deleted), "{inner}");
        }
    }

    #[test]
    fn fields_give_their_result_and_broken_ones_cost_nothing() {
        let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>");
        let (begin, separate, end) = (mark("begin"), mark("separate"), mark("end"));
        let ask = "<w:r><w:instrText>PAGE</w:instrText></w:r>";
        let cases = [
            (format!("<w:p>[a]{begin}{ask}{separate}[1]{end}[b]</w:p>"), "a1b"),
            (format!("<w:p>{begin}{ask}{begin}{ask}{separate}[binnen]{end}{separate}[buiten]{end}</w:p>"), "buiten"),
            ("<w:p><w:fldSimple w:instr='PAGE'>[2]</w:fldSimple></w:p>".to_owned(), "2"),
            (format!("<w:p>{begin}{begin}[a]</w:p><w:p>[b]{end}{end}{separate}[c]</w:p>"), "\nbc"),
            (format!("<w:p>{begin}[a]</w:p><w:p>[b]</w:p>"), "a\nb"),
        ];
        for (inner, expected) in cases {
            assert_eq!(text(&inner), expected, "{inner}");
        }
    }

    #[test]
    fn what_stands_beside_the_text_is_counted() {
        let boxed = "<w:txbxContent><w:p>[in een kader]</w:p></w:txbxContent>";
        let choice = format!("<mc:Choice><w:r><a:wsp>{boxed}<a:blip/></a:wsp></w:r></mc:Choice>");
        let fallback = format!("<mc:Fallback><w:r><w:pict>{boxed}</w:pict></w:r></mc:Fallback>");
        let (_, tally) = read_body(&format!(
            "<w:p>[a]<mc:AlternateContent>{choice}{fallback}</mc:AlternateContent>
               <w:r><w:footnoteReference w:id='2'/><w:endnoteReference/></w:r>
               <w:r><w:commentReference/></w:r><w:r><w:commentReference/></w:r><w:r><w:object><a:imagedata/></w:object></w:r>
               [v|geheim]</w:p>
             <w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>[punt]</w:p>
             <w:p><w:pPr><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr>[geen]</w:p>
             <w:tr><w:tc><w:p>[a]</w:p></w:tc><w:tc><w:p>[b]</w:p><w:p>[c]</w:p></w:tc></w:tr>"
        ))
        .expect("the body is good");
        let expected = [
            (LeftOut::Footnotes, 1),
            (LeftOut::Endnotes, 1),
            (LeftOut::Comments, 2),
            (LeftOut::TextBoxes, 1),
            (LeftOut::Pictures, 1),
            (LeftOut::Embedded, 1),
            (LeftOut::HiddenText, 1),
            (LeftOut::ListNumbers, 1),
        ];
        let expected = expected.map(|(what, count)| Notice::LeftOut { what, count });
        assert_eq!(tally.notices(), [&[Notice::CellsJoined { cells: 1 }], &expected[..]].concat());
    }

    #[test]
    fn one_of_several_forms_is_taken() {
        let forms = |inner: &str| text(&format!("<w:p><mc:AlternateContent>{inner}</mc:AlternateContent></w:p>"));
        assert_eq!(forms("<mc:Choice>[a]</mc:Choice><mc:Choice>[b]</mc:Choice><mc:Fallback>[c]</mc:Fallback>"), "a");
        assert_eq!(forms("<mc:Fallback>[c]</mc:Fallback>"), "c");
    }

    #[test]
    fn bold_and_headings_are_ranges_over_the_text() {
        let (lines, _) = read_body(
            "<w:p><w:pPr><w:outlineLvl w:val='0'/></w:pPr>[Gesprek één]</w:p><w:p>[b|Joe\u{308}l][b|:][ ja ][b|heel]</w:p>
             <w:tr><w:tc><w:p>[b|Anna]</w:p></w:tc><w:tc><w:p>[zo'n]</w:p></w:tc></w:tr>",
        )
        .expect("the body is good");
        assert_eq!(lines.text, "Gesprek één\nJoël: ja heel\nAnna\tzo'n");
        let words = |span: &crate::model::Span| span.of(&lines.text).to_owned();
        assert_eq!(lines.hints.bold.iter().map(words).collect::<Vec<_>>(), ["Joël:", "heel", "Anna"]);
        assert_eq!(
            lines.hints.paragraphs.iter().map(words).collect::<Vec<_>>(),
            lines.text.split('\n').collect::<Vec<_>>()
        );
        assert_eq!(lines.hints.headings.len(), 1);
        assert_eq!(
            (words(&lines.hints.headings[0].span), lines.hints.headings[0].level),
            ("Gesprek één".to_owned(), 1)
        );
    }

    #[test]
    fn what_is_no_word_text_is_refused() {
        let mut unpacked = u64::MAX;
        let mut xml = Xml::new("xl/workbook.xml", &b"<workbook><body>a</body></workbook>"[..], &mut unpacked);
        assert_eq!(super::read(&mut xml, &Styles::default()).err(), Some(Unreadable::NoDocument));
    }
}
