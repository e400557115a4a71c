//! The small parts that pages are made of: the frame around a page, a printed name with its footnote marks, a count
//! that leads to quotes, a footnote.

use super::SiteWords;
use crate::model::{Footnote, MarkedName, NamePiece};
use askama::Template;

/// What stands around every page.
#[derive(Debug, Clone)]
pub(super) struct Frame<'p> {
    pub(super) w: &'p SiteWords,
    /// Title of the study.
    pub(super) study: &'p str,
    /// Title of the page.
    pub(super) title: String,
    pub(super) nav: Vec<NavItem>,
    /// What this version is for.
    pub(super) audience: &'static str,
    pub(super) date: &'p str,
    pub(super) restriction: &'p str,
    /// Where the page belongs, from the top down: address and name.
    pub(super) path: Vec<(String, String)>,
}

/// A main part of the report.
#[derive(Debug, Clone)]
pub(super) struct NavItem {
    pub(super) href: String,
    pub(super) name: String,
    pub(super) here: bool,
}

/// A name as printed, its footnote marks leading to the notes of the page.
#[derive(Debug, Clone, Default, Template)]
#[template(path = "report/partials/name.html")]
pub(super) struct Name {
    pieces: Vec<Piece>,
    /// Whether the marks lead to the notes; not inside a link, which cannot hold another.
    marks_lead: bool,
}

#[derive(Debug, Clone)]
struct Piece {
    words: String,
    /// Mark, id of its note, and what a screen reader says.
    mark: Option<(String, String, String)>,
}

impl Name {
    /// Takes a printed name apart.
    pub(super) fn new(printed: &str, notes: &[Footnote], w: &SiteWords) -> Self {
        let marks: Vec<&str> = notes.iter().map(|note| note.mark.as_str()).collect();
        let pieces = MarkedName::pieces(printed, marks.iter().copied())
            .into_iter()
            .map(|piece| match piece {
                NamePiece::Words(words) => Piece { words: words.to_owned(), mark: None },
                NamePiece::Mark(mark) => {
                    let number = marks.iter().position(|known| *known == mark).unwrap_or_default() + 1;
                    let spoken = format!("{} {number}", w.note);
                    Piece { words: String::new(), mark: Some((mark.to_owned(), note_id(number), spoken)) }
                }
            })
            .collect();
        Self { pieces, marks_lead: true }
    }

    /// The same for inside a link.
    pub(super) fn in_link(self) -> Self {
        Self { marks_lead: false, ..self }
    }
}

fn note_id(number: usize) -> String {
    format!("noot-{number}")
}

/// A note under a table.
#[derive(Debug, Clone)]
pub(super) struct NoteView {
    pub(super) id: String,
    pub(super) mark: String,
    pub(super) text: String,
}

/// Notes in the order in which they are shown, with the ids that the marks lead to.
pub(super) fn note_views(shown: Vec<(String, String)>, known: &[Footnote]) -> Vec<NoteView> {
    let number = |mark: &str| known.iter().position(|note| note.mark == mark).unwrap_or_default() + 1;
    let marked = shown.into_iter().filter(|(mark, _)| !mark.is_empty());
    marked.map(|(mark, text)| NoteView { id: note_id(number(&mark)), mark, text }).collect()
}

/// A count that leads to what was counted.
#[derive(Debug, Clone, Default)]
pub(super) struct Figure {
    /// `12/18`.
    pub(super) short: String,
    /// `12 van 18 casussen`.
    pub(super) long: String,
    /// What a screen reader says of the link.
    pub(super) label: String,
    pub(super) href: String,
}

/// Paragraphs of something a person wrote.
pub(super) fn paragraphs(text: &str) -> Vec<&str> {
    text.split("\n\n").map(str::trim).filter(|part| !part.is_empty()).collect()
}
