//! The only place that makes sentences. Whatever the program has to say to a person (why something was refused, what a
//! verb did, what stands in the history) goes through [`Messages`], a struct with a value per language, so that a
//! missing sentence does not compile. Typed reasons and reports go in; plain sentences come out, never an id, a type
//! name or SQL.
//!
//! - `messages` the struct, `nl` and `en` its values, file by file side by side
//! - `phrases` names, passages, counts and lists inside a sentence, `pictures` a caret under the wrong place
//! - `times` moments in the person's own time zone
//! - `synonyms`, `arranging` the messages of one subject, `tables_nl`, `site_nl` and their English twins: the words of tables and of the report
//! - `workbench` what the pages of the workbench say, a file per screen with both languages

mod arranging;
mod en;
mod finding;
mod message;
mod messages;
mod nl;
mod phrases;
mod pictures;
mod site_en;
mod site_nl;
mod synonyms;
mod tables_en;
mod tables_nl;
mod talking;
mod times;
mod workbench;

pub use arranging::Arranging;
pub use finding::Finding;
pub use message::Message;
pub use messages::{Command, Done, Heads, Messages, Skipped, Words};
pub use synonyms::SynonymMessages;
pub use talking::Talking;
pub use times::Zone;
pub use workbench::{
    BoardWords, CodeBoxWords, CodebookWords, CommentWords, CompareWords, ConditionWords, CorrectWords, FrameWords,
    HistoryWords, ImportWords, KeyWords, MemoWords, MergeWords, PeopleWords, QuotesWords, SearchWords, SplitWords,
    StartWords, StudyWords, TablesWords, TranscriptWords, WorkbenchWords, workbench_words,
};

use crate::model::Language;
use crate::report::site::SiteWords;
use crate::report::{ConcordanceWords, CountingWords, TableWords};

/// A clause as a sentence of its own: with a capital and a full stop.
#[must_use]
pub fn as_sentence(clause: &str) -> String {
    phrases::sentence(clause)
}

/// A clause with a capital, as it stands in a cell.
#[must_use]
pub fn capitalised(clause: &str) -> String {
    let mut letters = clause.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Everything the program says in a language.
#[must_use]
pub fn messages(language: Language) -> &'static Messages {
    match language {
        Language::Dutch => &nl::NL,
        Language::English => &en::EN,
    }
}

/// The words of tables.
#[must_use]
pub fn tables(language: Language) -> &'static TableWords {
    match language {
        Language::Dutch => &tables_nl::NL,
        Language::English => &tables_en::EN,
    }
}

/// The words of the report's pages.
#[must_use]
pub fn site_words(language: Language) -> &'static SiteWords {
    match language {
        Language::Dutch => &site_nl::SITE,
        Language::English => &site_en::SITE,
    }
}

/// The words of counted words.
#[must_use]
pub fn counting(language: Language) -> &'static CountingWords {
    match language {
        Language::Dutch => &nl::counting::COUNTING,
        Language::English => &en::counting::COUNTING,
    }
}

/// The words of concordances.
#[must_use]
pub fn concordance(language: Language) -> &'static ConcordanceWords {
    match language {
        Language::Dutch => &nl::concordance::CONCORDANCE,
        Language::English => &en::concordance::CONCORDANCE,
    }
}

#[cfg(test)]
mod tests;
