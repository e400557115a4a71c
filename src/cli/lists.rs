//! `transcripts`, `cases`, `participants`: what there is.

use super::failure::Failure;
use super::output::Format;
use super::session::Session;
use crate::analysis::Study;
use crate::report::{self, Table, TableWords};

/// A list of the study.
#[derive(Debug, Clone, Copy)]
pub(super) enum List {
    Transcripts,
    Cases,
    Participants,
}

pub(super) fn run(list: List, session: &mut Session) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    let study = workspace.study()?;
    let words = &session.messages.words;
    let (empty, invitation) = match list {
        List::Transcripts => (study.texts.is_empty(), words.no_transcripts),
        List::Cases => (study.cases.is_empty(), words.no_cases),
        List::Participants => (study.participants.is_empty(), words.no_participants),
    };
    if empty {
        session.note(invitation);
    }
    if session.format() == Format::Json {
        return match list {
            List::Transcripts => session.json(&report::json::transcripts(&study)),
            List::Cases => session.json(&report::json::cases(&study)),
            List::Participants => session.json(&report::json::participants(&study)),
        };
    }
    let make: fn(&Study, &TableWords) -> Table = match list {
        List::Transcripts => report::lists::transcripts,
        List::Cases => report::lists::cases,
        List::Participants => report::lists::participants,
    };
    session.table(&make(&study, session.table_words()), session.format())
}
