//! Dutch.

mod arranging;
mod care;
mod clauses;
mod command;
pub(super) mod concordance;
pub(super) mod counting;
mod done;
mod files;
mod finding;
mod history;
mod queries;
mod refusals;
mod synonyms;
mod tables;
mod talking;

use super::messages::Messages;
use super::phrases::{count, decimal, listed};
use super::times::{Zone, moment};
use crate::model::{Language, Level, LevelWords};

pub(super) const NL: Messages = Messages {
    language: Language::Dutch,
    refusal: refusals::refusal,
    rows: refusals::rows,
    unreadable: files::unreadable,
    file_faults: tables::file_faults,
    notice: files::notice,
    encoding: files::encoding,
    health: care::health,
    entry: history::entry,
    done: done::DONE,
    synonyms: synonyms::SYNONYMS,
    talking: talking::TALKING,
    finding: finding::FINDING,
    arranging: arranging::ARRANGING,
    command: command::COMMAND,
    words: command::WORDS,
    level,
    count,
    number: |value, decimals| decimal(value, decimals, ','),
    listed: |things| listed(things, "en"),
    date,
    time,
};

const MONTHS: [&str; 12] =
    ["jan.", "feb.", "mrt.", "apr.", "mei", "juni", "juli", "aug.", "sept.", "okt.", "nov.", "dec."];

fn date(microseconds: i64, zone: &Zone) -> String {
    let at = moment(microseconds, zone);
    format!("{} {} {}", at.day, MONTHS.get(at.month).copied().unwrap_or_default(), at.year)
}

fn time(microseconds: i64, zone: &Zone) -> String {
    let at = moment(microseconds, zone);
    format!("{} {:02}:{:02}", date(microseconds, zone), at.hour, at.minute)
}

fn level(level: Level, words: LevelWords) -> &'static str {
    let [open, axial, selective] = match words {
        LevelWords::CodeLabelTheme => ["code", "label", "thema"],
        LevelWords::CodeCoreLabelTheme => ["code", "kernlabel", "thema"],
        LevelWords::LabelCoreLabelTheme => ["label", "kernlabel", "thema"],
        LevelWords::CodeCategoryCoreCategory => ["code", "categorie", "kerncategorie"],
        LevelWords::CodeSubthemeTheme => ["code", "subthema", "thema"],
    };
    match level {
        Level::Open => open,
        Level::Axial => axial,
        Level::Selective => selective,
    }
}
