//! The few formatting properties that say something about a transcript: which style a paragraph or run has, whether it
//! is a heading, bold, hidden, numbered or deleted. The same elements stand in paragraphs, runs and styles.

use super::xml::{Visit, Xml};
use crate::import::Unreadable;
use std::io::Read;

/// Properties of a paragraph (`w:pPr`).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ParagraphProperties {
    pub(super) style: Option<String>,
    pub(super) outline: Option<Outline>,
    /// Whether Word shows a number or bullet.
    pub(super) numbered: Option<bool>,
    /// Whether the end of the paragraph is deleted, so that it runs on into the next.
    pub(super) end_deleted: bool,
}

/// Where a paragraph stands in the outline of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outline {
    /// A heading; 1 is the highest.
    Heading(u8),
    Body,
}

/// Properties of a run (`w:rPr`).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct RunProperties {
    pub(super) style: Option<String>,
    pub(super) bold: Option<bool>,
    pub(super) hidden: Option<bool>,
}

impl ParagraphProperties {
    /// Reads the rest of the element that was opened last.
    pub(super) fn read<R: Read>(xml: &mut Xml<'_, R>) -> Result<Self, Unreadable> {
        let mut properties = Self::default();
        xml.each(|tag| {
            match tag.word() {
                "pStyle" => properties.style = tag.attribute("val"),
                "outlineLvl" => properties.outline = tag.attribute("val").and_then(|level| outline(&level)),
                "numId" => properties.numbered = tag.attribute("val").map(|number| number != "0"),
                "del" | "moveFrom" => properties.end_deleted = true,
                // How it was before a tracked change, or the layout of the pages.
                "pPrChange" | "rPrChange" | "sectPr" => return Visit::PassOver,
                _ => {}
            }
            Visit::Enter
        })?;
        Ok(properties)
    }
}

impl RunProperties {
    /// Reads the rest of the element that was opened last.
    pub(super) fn read<R: Read>(xml: &mut Xml<'_, R>) -> Result<Self, Unreadable> {
        let mut properties = Self::default();
        xml.each(|tag| {
            match tag.word() {
                "rStyle" => properties.style = tag.attribute("val"),
                "b" => properties.bold = Some(tag.is_on()),
                "vanish" => properties.hidden = Some(tag.is_on()),
                "rPrChange" => return Visit::PassOver,
                _ => {}
            }
            Visit::Enter
        })?;
        Ok(properties)
    }
}

/// Whether the properties of a table row or cell (`w:trPr`, `w:tcPr`), opened last, say that it is deleted.
pub(super) fn is_deleted<R: Read>(xml: &mut Xml<'_, R>) -> Result<bool, Unreadable> {
    let mut deleted = false;
    xml.each(|tag| {
        deleted |= matches!(tag.word(), "del" | "cellDel");
        if matches!(tag.word(), "trPrChange" | "tcPrChange") { Visit::PassOver } else { Visit::Enter }
    })?;
    Ok(deleted)
}

/// Word counts outline levels from 0; 9 is running text.
fn outline(level: &str) -> Option<Outline> {
    match level.parse() {
        Ok(level @ 0..=8) => Some(Outline::Heading(level + 1)),
        Ok(9) => Some(Outline::Body),
        Ok(_) | Err(_) => None,
    }
}
