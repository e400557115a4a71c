//! Why a file was not taken in, and what a person should know of one that was.

use super::clauses::lines;
use crate::import::{Encoding, FileKind, Format, LeftOut, Limit, Notice, Unreadable};
use crate::language::Message;
use crate::language::phrases::{count, counted, listed, name};

pub(super) fn unreadable(file: &str, reason: &Unreadable) -> Message {
    let clause = match reason {
        Unreadable::Empty { .. } => "there is no text in it".to_owned(),
        Unreadable::Binary { found: Some(found), .. } => format!("it is {}, not text", file_kind(*found)),
        Unreadable::Binary { found: None, position } => {
            format!("it is not text (byte {} is no letter)", count(position.saturating_add(1)))
        }
        Unreadable::UnknownEnding { ending } if ending.is_empty() => "its name has no ending".to_owned(),
        Unreadable::UnknownEnding { ending } => {
            format!("files ending in {} cannot be read", name(&format!(".{ending}")))
        }
        Unreadable::NotAZip { found: Some(found) } => format!("it is not a Word document but {}", file_kind(*found)),
        Unreadable::NotAZip { found: None } => "it is not a Word document".to_owned(),
        Unreadable::Truncated => "its end is missing, as after a broken-off copy".to_owned(),
        Unreadable::Encrypted => "it is locked with a password".to_owned(),
        Unreadable::OldWord => "it is an old Word document (.doc) with a new ending".to_owned(),
        Unreadable::Damaged { part: None } => "the file is damaged".to_owned(),
        Unreadable::Damaged { part: Some(part) } => format!("its part {} is damaged", name(part)),
        Unreadable::Compression { part, method } => {
            format!("its part {} is packed in a way that Word does not use (number {method})", name(part))
        }
        Unreadable::Doctype { part } => {
            format!("its part {} begins like a kind of file that Word never makes and that can do harm", name(part))
        }
        Unreadable::TooLarge { limit } => too_large(*limit),
        Unreadable::NoDocument => "it holds no Word text".to_owned(),
        Unreadable::BadXml { part, position } => {
            let byte = usize::try_from(*position).unwrap_or(usize::MAX);
            format!("its part {} breaks off at byte {}", name(part), count(byte))
        }
    };
    let contents = match reason {
        Unreadable::Empty { notices } => notices.iter().map(notice).collect(),
        _ => Vec::new(),
    };
    Message::new(&format!("{} was not imported: {clause}", name(file))).details(contents).hints(hint(reason))
}

fn hint(reason: &Unreadable) -> Option<String> {
    match reason {
        Unreadable::Empty { notices } if notices.is_empty() => None,
        Unreadable::Empty { .. } => {
            Some("If it holds pictures of pages, run text recognition on them first.".to_owned())
        }
        Unreadable::Binary { found, .. } | Unreadable::NotAZip { found } => Some(kind_hint(*found)),
        Unreadable::UnknownEnding { .. } | Unreadable::NoDocument => {
            let endings: Vec<String> = Format::endings().map(|ending| format!(".{ending}")).collect();
            Some(format!("Files that can be read are {}; save the text as one of these.", listed(&endings, "and")))
        }
        Unreadable::Truncated => Some("Copy or download the file again.".to_owned()),
        Unreadable::Encrypted => Some("Take the password off in Word and save it again.".to_owned()),
        Unreadable::OldWord => Some("Open it in Word and save it as .docx.".to_owned()),
        Unreadable::TooLarge { .. } => Some("Divide the text over several files.".to_owned()),
        Unreadable::Damaged { .. }
        | Unreadable::Compression { .. }
        | Unreadable::Doctype { .. }
        | Unreadable::BadXml { .. } => Some("Open it in Word, save it under another name and try that.".to_owned()),
    }
}

fn kind_hint(found: Option<FileKind>) -> String {
    let hint = match found {
        Some(FileKind::Recording) => "Have the recording transcribed first.",
        Some(FileKind::Picture) => "Run text recognition on it first.",
        Some(FileKind::Pdf) => "Copy the text into a .txt or .docx file.",
        Some(FileKind::Zip) => "If it is a Word document, let its name end in .docx; unpack an archive first.",
        Some(FileKind::Archive) => "Unpack it first.",
        Some(FileKind::OldOffice | FileKind::Rtf | FileKind::Html) => "Open it in Word and save it as .docx.",
        None => "Open it in the program that made it and save it as .txt or .docx.",
    };
    hint.to_owned()
}

fn file_kind(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Pdf => "a PDF",
        FileKind::Zip => "a zip file",
        FileKind::OldOffice => "an old Office file",
        FileKind::Rtf => "an RTF file",
        FileKind::Html => "a web page",
        FileKind::Picture => "a picture",
        FileKind::Recording => "a recording of sound or video",
        FileKind::Archive => "a packed archive",
    }
}

fn too_large(limit: Limit) -> String {
    let maximum = usize::try_from(limit.maximum()).unwrap_or(usize::MAX);
    let megabytes = format!("{} MB", count(maximum / 1_000_000));
    match limit {
        Limit::Text => format!("its text is larger than {megabytes}"),
        Limit::Unpacked => format!("unpacked it is larger than {megabytes}"),
        Limit::Entries => format!("it holds more than {} files", count(maximum)),
        Limit::Depth => format!("its parts stand inside each other more than {} times", count(maximum)),
        Limit::Tags => format!("it holds more than {} formatting tags", count(maximum)),
        Limit::Piece => format!("one paragraph or table row is larger than {megabytes}"),
    }
}

pub(super) fn notice(notice: &Notice) -> String {
    match notice {
        Notice::EncodingGuessed { encoding } => {
            format!("the letters were read as {}; check that ë and ’ are right", self::encoding(*encoding))
        }
        Notice::LostCharacters { count, lines: at } => {
            let lost = counted(*count, "character is lost and stands", "characters are lost and stand");
            let place = if at.is_empty() { String::new() } else { format!(", in {}", lines(at)) };
            format!("{lost} as � in the text{place}")
        }
        Notice::TrackedChanges { inserted, deleted } => format!(
            "tracked changes were read as if all were accepted: {}, {}",
            counted(*inserted, "insertion is in the text", "insertions are in the text"),
            counted(*deleted, "deletion is not", "deletions are not")
        ),
        Notice::LeftOut { what, count } => {
            let (one, many) = left_out(*what);
            format!("left out: {}", counted(*count, one, many))
        }
        Notice::CellsJoined { cells } => counted(
            *cells,
            "table cell of several paragraphs became one line",
            "table cells of several paragraphs became one line each",
        ),
    }
}

fn left_out(what: LeftOut) -> (&'static str, &'static str) {
    match what {
        LeftOut::Footnotes => ("footnote", "footnotes"),
        LeftOut::Endnotes => ("endnote", "endnotes"),
        LeftOut::Comments => ("comment in the margin", "comments in the margin"),
        LeftOut::TextBoxes => ("text box", "text boxes"),
        LeftOut::HeadersAndFooters => ("header or footer", "headers and footers"),
        LeftOut::Pictures => ("picture", "pictures"),
        LeftOut::Embedded => ("embedded file", "embedded files"),
        LeftOut::HiddenText => ("stretch of hidden text", "stretches of hidden text"),
        LeftOut::ListNumbers => ("number or bullet of a list", "numbers or bullets of lists"),
    }
}

pub(super) fn encoding(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Utf16Le => "UTF-16 (Unicode of Notepad)",
        Encoding::Utf16Be => "UTF-16 (high byte first)",
        Encoding::Windows1252 => "Windows-1252",
        Encoding::Other(name) => name,
        Encoding::Docx => "Word document",
    }
}
