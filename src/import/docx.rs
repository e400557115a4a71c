//! Word documents (`.docx`). The canonical text is what a person sees in Word as running text:
//!
//! - A paragraph is a line, an empty one an empty line; nothing is added between them. A tab is `\t`, a line or page
//!   break in a paragraph `\n`; soft and non-breaking hyphens stay. Letters are composed (NFC).
//! - A table row is a line with `\t` between its cells; line ends and tabs within a cell become a space. A row of one
//!   cell is only a frame: its paragraphs are lines. A table in a cell is part of the cell.
//! - Tracked changes are read as accepted: inserted text is in, deleted text out, counted in a notice.
//! - Headings (by outline level or style) and bold become hints. A field counts with its result; of one content offered
//!   in several forms the first is taken.
//! - Not in the text, counted in notices: foot- and endnotes, comments, text boxes, headers, pictures, embedded files,
//!   hidden text, automatic numbers of lists.

mod body;
mod fields;
mod lines;
mod package;
mod properties;
mod steps;
mod styles;
mod symbols;
mod tally;
mod xml;

use super::{Encoding, LeftOut, Reading, Unreadable, plain};
use package::Package;
use std::collections::BTreeSet;
use std::io::Read;
use styles::Styles;
use xml::{Token, Xml};

/// Reads a Word document.
pub(super) fn read(bytes: &[u8]) -> Result<Reading, Unreadable> {
    if bytes.trim_ascii().is_empty() {
        return Err(Unreadable::Empty { notices: Vec::new() });
    }
    let mut package = Package::open(bytes)?;
    let document = package.document()?;
    let relations = package.relations(&document)?;
    let styles = match relations.iter().find(|relation| relation.kind == "styles") {
        Some(relation) => package.part(&relation.part)?.map(|mut xml| Styles::read(&mut xml)).transpose()?,
        None => None,
    };
    let mut source = package.part(&document)?.ok_or(Unreadable::NoDocument)?;
    let (lines, mut tally) = body::read(&mut source, &styles.unwrap_or_default())?;
    drop(source);
    let is_edge = |kind: &str| kind == "header" || kind == "footer";
    let edges: BTreeSet<_> = relations.into_iter().filter(|relation| is_edge(&relation.kind)).collect();
    for edge in edges {
        if package.part(&edge.part)?.map(|mut xml| has_words(&mut xml)).transpose()? == Some(true) {
            tally.leave_out(LeftOut::HeadersAndFooters);
        }
    }
    let mut notices = tally.notices();
    if lines.text.trim().is_empty() {
        return Err(Unreadable::Empty { notices });
    }
    notices.extend(plain::lost_characters(&lines.text));
    Ok(Reading { text: lines.text, encoding: Encoding::Docx, hints: lines.hints, notices })
}

/// Whether a header or footer says more than a page number.
fn has_words<R: Read>(xml: &mut Xml<'_, R>) -> Result<bool, Unreadable> {
    let mut in_text = false;
    let mut found = false;
    loop {
        match xml.next()? {
            Token::Open(tag) => in_text = tag.word() == "t",
            Token::Close => in_text = false,
            Token::Text(text) => found |= in_text && text.chars().any(char::is_alphabetic),
            Token::End => return Ok(found),
        }
    }
}
