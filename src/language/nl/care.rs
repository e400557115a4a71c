//! What is wrong with the project file, and what `doctor` found.

use super::history;
use super::refusals::more;
use crate::language::Message;
use crate::language::phrases::{argument, at_most, count, counted, name, passage, shortened};
use crate::model::Entry;
use crate::store::{Damage, Health, StoreError};
use std::error::Error;
use std::io;
use std::path::Path;

pub(super) fn store(error: &StoreError) -> Message {
    match error {
        StoreError::Missing(path) => Message::new(&format!("er is geen project {}", path_name(path)))
            .hint(format!("Maak het met `codeboom new {}`, of noem een ander bestand met `-p`.", path_argument(path))),
        StoreError::Exists(path) => Message::new(&format!("{} bestaat al; er is niets overschreven", path_name(path)))
            .hint("Kies een andere naam."),
        StoreError::NotAProject(path) => Message::new(&format!("{} is geen project van Codeboom", path_name(path)))
            .hint("Een project is een bestand op .codeboom dat met `codeboom new` of `codeboom demo` is gemaakt."),
        StoreError::Newer { path, found, known } => {
            Message::new(&format!("{} is gemaakt met een nieuwere versie van Codeboom", path_name(path)))
                .detail(format!("Het bestand heeft indeling {found}; deze versie kent ze tot en met {known}."))
                .hint("Werk Codeboom bij; het bestand is ongedeerd.")
        }
        StoreError::Locked => {
            Message::new("een ander venster of programma is met dit project bezig; er is niets veranderd")
                .hint("Wacht tot dat klaar is en probeer het opnieuw.")
        }
        StoreError::ReadOnly => Message::new("dit project kan alleen worden gelezen; er is niets veranderd")
            .hint("Mag je in deze map niet schrijven, maak dan elders een kopie met `codeboom backup`."),
        StoreError::Full => {
            Message::new("de schijf is vol; er is niets veranderd").hint("Maak ruimte en probeer het opnieuw.")
        }
        StoreError::Damaged(words) => Message::new("het projectbestand is beschadigd")
            .detail(cause(words))
            .hint("Kopieer het bestand eerst zoals het is; `codeboom doctor` zegt daarna wat er mis is.")
            .hint("Heb je een oudere kopie, werk dan daarmee verder."),
        StoreError::ChangedSince(entries) => changed_since(entries),
        StoreError::NothingToRevert => Message::new("er is niets om ongedaan te maken of te herstellen")
            .hint("`codeboom history` toont alle stappen; met `--anyone` tellen ook de stappen van anderen."),
        // The error's own words can hold the statement that failed; what lies under it never does.
        StoreError::Database(error) => Message::new("het projectbestand is niet te gebruiken; er is niets veranderd")
            .details(error.source().map(|below| cause(&below.to_string())))
            .hint("`codeboom doctor` zegt of het bestand heel is."),
        StoreError::File(error) => {
            Message::new(&format!("het project is niet te gebruiken: {}; er is niets veranderd", io_clause(error)))
        }
    }
}

/// Technical words of another program, which are in English.
pub(super) fn cause(words: &str) -> String {
    format!("Technische melding: {}", shortened(words, 200))
}

fn path_name(path: &Path) -> String {
    name(&path.to_string_lossy())
}

fn path_argument(path: &Path) -> String {
    argument(&path.to_string_lossy())
}

fn changed_since(entries: &[Entry]) -> Message {
    let line = |entry: &Entry| {
        vec![format!("stap {} van {}: {}", entry.number, name(&entry.actor), history::entry(entry, None))]
    };
    Message::new("dit kan niet meer worden teruggedraaid: later is er op voortgebouwd")
        .details(at_most(entries, line, more))
        .hint(
            "Maak eerst die latere stappen ongedaan, de laatste eerst: `codeboom undo`, die van anderen met \
             `--anyone`.",
        )
}

/// Why a file or folder could not be used.
pub(super) fn io_clause(error: &io::Error) -> String {
    let clause = match error.kind() {
        io::ErrorKind::NotFound => "het bestand of de map is er niet",
        io::ErrorKind::PermissionDenied => "je hebt er geen toegang toe",
        io::ErrorKind::AlreadyExists => "het bestand bestaat al",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "de schijf is vol",
        io::ErrorKind::ReadOnlyFilesystem => "de schijf is alleen-lezen",
        io::ErrorKind::IsADirectory => "dit is een map, geen bestand",
        io::ErrorKind::NotADirectory => "een deel van het pad is geen map",
        io::ErrorKind::InvalidFilename => "deze bestandsnaam kan niet",
        io::ErrorKind::FileTooLarge => "het bestand is te groot voor deze schijf",
        io::ErrorKind::UnexpectedEof => "het bestand houdt te vroeg op",
        _ => return format!("de schijf werkt niet mee ({})", shortened(&error.to_string(), 200)),
    };
    clause.to_owned()
}

pub(super) fn health(health: &Health) -> Message {
    let checked = format!(
        "Nagekeken: {}, {} en {}.",
        counted(health.anchors, "plaats van een fragment", "plaatsen van fragmenten"),
        counted(health.revisions, "tekst", "teksten"),
        counted(health.entries, "stap van de geschiedenis", "stappen van de geschiedenis")
    );
    if health.damage.is_empty() {
        return Message::new("het project is in orde").detail(checked);
    }
    let number = counted(health.damage.len(), "ding is", "dingen zijn");
    Message::new(&format!("er zit schade in het project: {number} niet in orde"))
        .details(at_most(&health.damage, |damage| vec![self::damage(damage)], more))
        .detail(checked)
        .hint("Werk verder met een oudere kopie, of bewaar deze en vraag hulp.")
}

fn damage(damage: &Damage) -> String {
    match damage {
        Damage::Database(words) => cause(words),
        Damage::Reference(table) => format!("{} verwijst naar iets dat er niet meer is", thing(table)),
        Damage::Text(transcript) if transcript.is_empty() => "een tekst is anders dan hij is bewaard".to_owned(),
        Damage::Text(transcript) => {
            format!("de tekst van transcript {} is anders dan hij is bewaard", name(transcript))
        }
        Damage::Anchor { transcript, words } => {
            format!("in transcript {} staan niet meer de woorden {}", name(transcript), passage(words))
        }
        Damage::History(number) => {
            format!("stap {} van de geschiedenis is niet te lezen en dus niet ongedaan te maken", count_of(*number))
        }
    }
}

fn count_of(number: i64) -> String {
    usize::try_from(number).map_or_else(|_| number.to_string(), count)
}

/// What a person calls a row of a table of the project file.
fn thing(table: &str) -> &'static str {
    match table {
        "case" => "een casus",
        "role" => "een respondentgroep",
        "participant" => "een respondent",
        "transcript" | "revision" | "structure" | "original" => "een transcript",
        "speaker" => "een spreker",
        "attribute" => "een kenmerk",
        "coder" => "een codeur",
        "code" => "een code",
        "taxonomy" => "een taxonomie",
        "footnote" => "een noot",
        "placement" => "een plaats in een taxonomie",
        "fragment" | "anchor" | "passage" => "een fragment",
        "coding" => "een codering",
        "finish" => "een afgerond transcript",
        "quote" => "een gekozen citaat",
        "memo" => "een memo",
        "synonym" => "een groep synoniemen",
        "citation" => "een citaat in een memo",
        "entry" | "entry_parent" | "entry_transcript" | "image" => "een stap van de geschiedenis",
        _ => "iets in het project",
    }
}
