//! What every tag of a Word document means for its text: the table that [`super::body`] walks by. Whoever wants another
//! element read, counted or left out changes it here.
//!
//! Elements that are not known are entered, never passed over: a wrapper of a later Word must not cost its words.

use super::styles::RunLook;
use super::symbols::symbol;
use super::xml::{Tag, Vocabulary};
use crate::import::LeftOut;

/// What an opening tag asks for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Go in; the role says what its close means.
    Enter(Role),
    PassOver,
    /// Count it and pass over it.
    LeaveOut(LeftOut),
    /// Count it when there are words in it, and pass over it.
    LeaveWordsOut(LeftOut),
    /// Count it and go in.
    Note(LeftOut),
    /// Text that a tracked change takes away.
    Delete,
    /// One of several forms of one content.
    Alternative,
    Write(char),
    Field(FieldMark),
    ParagraphProperties,
    RunProperties,
    RowProperties,
    CellProperties,
}

/// What an open element means for its close.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Role {
    Other,
    Body,
    Paragraph,
    /// With the look of the text around it, which returns after it.
    Run(RunLook),
    Text {
        keeps_space: bool,
    },
    /// Text that a tracked change adds, with how much was written before it.
    Inserted(usize),
    Row,
    Cell,
    /// One content in several forms; whether one was taken.
    Alternatives {
        taken: bool,
    },
}

/// The marks of a field: begin, instruction, separate, result, end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FieldMark {
    Begin,
    Separate,
    End,
}

/// The step for a tag, given the look of the text so far and how many pieces were written.
pub(super) fn step(tag: &Tag<'_>, look: RunLook, written: usize) -> Step {
    match (tag.vocabulary, tag.name()) {
        (Vocabulary::Word, name) => word_step(tag, name, look, written),
        (Vocabulary::Math, "r") => Step::Enter(Role::Run(look)),
        (Vocabulary::Math, "t") => Step::Enter(Role::Text { keeps_space: true }),
        (Vocabulary::Compatibility, "AlternateContent") => Step::Enter(Role::Alternatives { taken: false }),
        (Vocabulary::Compatibility, "Choice" | "Fallback") => Step::Alternative,
        (Vocabulary::Other, "blip" | "imagedata" | "chart" | "relIds") => Step::Note(LeftOut::Pictures),
        (Vocabulary::Math | Vocabulary::Compatibility | Vocabulary::Other, _) => Step::Enter(Role::Other),
    }
}

fn word_step(tag: &Tag<'_>, name: &str, look: RunLook, written: usize) -> Step {
    match name {
        "body" => Step::Enter(Role::Body),
        "p" => Step::Enter(Role::Paragraph),
        "pPr" => Step::ParagraphProperties,
        "r" => Step::Enter(Role::Run(look)),
        "rPr" => Step::RunProperties,
        "t" => Step::Enter(Role::Text { keeps_space: tag.keeps_space }),
        "tr" => Step::Enter(Role::Row),
        "trPr" => Step::RowProperties,
        "tc" => Step::Enter(Role::Cell),
        "tcPr" => Step::CellProperties,
        "ins" | "moveTo" => Step::Enter(Role::Inserted(written)),
        "del" | "moveFrom" => Step::Delete,
        "tab" | "ptab" => Step::Write('\t'),
        "br" | "cr" => Step::Write('\n'),
        "noBreakHyphen" => Step::Write('\u{2011}'),
        "softHyphen" => Step::Write('\u{AD}'),
        "sym" => {
            let [font, code] = ["font", "char"].map(|name| tag.attribute(name).unwrap_or_default());
            Step::Write(symbol(&font, &code).unwrap_or('\u{FFFD}'))
        }
        "fldChar" => match tag.attribute("fldCharType").as_deref() {
            Some("begin") => Step::Field(FieldMark::Begin),
            Some("separate") => Step::Field(FieldMark::Separate),
            Some("end") => Step::Field(FieldMark::End),
            Some(_) | None => Step::PassOver,
        },
        "footnoteReference" => Step::LeaveOut(LeftOut::Footnotes),
        "endnoteReference" => Step::LeaveOut(LeftOut::Endnotes),
        "commentReference" => Step::LeaveOut(LeftOut::Comments),
        "object" | "altChunk" | "subDoc" => Step::LeaveOut(LeftOut::Embedded),
        "txbxContent" => Step::LeaveWordsOut(LeftOut::TextBoxes),
        // What a field asks, deleted letters, layout, and the small letters above ruby text.
        "instrText" | "delInstrText" | "delText" | "tblPr" | "tblPrEx" | "tblGrid" | "sectPr" | "sdtPr"
        | "sdtEndPr" | "rt" => Step::PassOver,
        _ => Step::Enter(Role::Other),
    }
}
