//! What is wrong with a codebook or a table that a person wrote: line, column, the line itself, what would be right.

use super::clauses::{bad_color, bad_name, color_hint, did_you_mean, name_hint};
use super::refusals::more;
use crate::interchange::{FileFault, Owner, Problem, ValueType};
use crate::language::Message;
use crate::language::phrases::{at_most, count, counted, listed, name, names, once};
use crate::language::pictures;
use crate::model::Level;

pub(super) fn file_faults(file: &str, faults: &[FileFault]) -> Message {
    let message = if let [only] = faults {
        let place = place(only).map(|place| format!(", {place}")).unwrap_or_default();
        Message::new(&format!("{}{place}: {}", name(file), problem(&only.problem))).details(pictures::line(only))
    } else {
        let number = counted(faults.len(), "plaats", "plaatsen");
        Message::new(&format!("in {} kloppen {number} niet; er is niets overgenomen", name(file)))
            .details(at_most(faults, block, more))
    };
    let mut hints = Vec::new();
    for fault in faults {
        once(&mut hints, hint(&fault.problem));
    }
    hints.truncate(3);
    message.hints(hints)
}

fn place(fault: &FileFault) -> Option<String> {
    let line = format!("regel {}", count(fault.line));
    match fault.column {
        Some(column) => Some(format!("{line}, kolom {}", count(column))),
        None if fault.text.is_empty() => None,
        None => Some(line),
    }
}

fn block(fault: &FileFault) -> Vec<String> {
    let place = place(fault).map(|place| format!("{place}: ")).unwrap_or_default();
    let picture = pictures::line(fault).into_iter().map(|line| format!("  {line}"));
    std::iter::once(format!("{place}{}", problem(&fault.problem))).chain(picture).collect()
}

fn problem(problem: &Problem) -> String {
    match problem {
        Problem::Empty => "het bestand is leeg".to_owned(),
        Problem::NotText => "dit is geen tekstbestand".to_owned(),
        Problem::Spreadsheet => "dit is het rekenblad zelf, geen CSV".to_owned(),
        Problem::TooBig { megabytes } => format!("het bestand is groter dan {} MB", count(*megabytes)),
        Problem::DamagedLetters => "hier zijn letters beschadigd".to_owned(),
        Problem::ColumnMissing { wanted, .. } => format!("er is geen kolom {}", names(wanted, "of")),
        Problem::ColumnUnknown { name: column, .. } => format!("kolom {} is niet bekend", name(column)),
        Problem::ColumnTwice { first, second } => {
            format!("de kolommen {} en {} betekenen hetzelfde", name(first), name(second))
        }
        Problem::HeadingMissing { found } => format!("{} staat in een kolom zonder kop", name(found)),
        Problem::CellCount { expected, found } => {
            format!("deze rij heeft {}, de kopregel heeft er {}", counted(*found, "cel", "cellen"), count(*expected))
        }
        Problem::QuoteUnclosed => "dit aanhalingsteken wordt niet gesloten".to_owned(),
        Problem::QuoteStray => "achter het sluitende aanhalingsteken staat nog iets".to_owned(),
        Problem::CellEmpty { column } => format!("in kolom {} is niets ingevuld", name(column)),
        Problem::HalfSpan => "`start` en `end` horen samen; er is maar één van de twee ingevuld".to_owned(),
        Problem::EmptySpan { start, end } => {
            format!("het einde ({}) moet na het begin ({}) komen", whole(*end), whole(*start))
        }
        Problem::NotANumber { field, found } => format!("{} in {} is geen heel getal", name(found), name(field)),
        Problem::NobodyNamed => "deze rij noemt geen transcript en geen respondent".to_owned(),
        Problem::OwnerMissing { column, owner } => {
            format!("kolom {} hoort bij {}", name(column), owner_missing(*owner))
        }
        Problem::Toml { message } => format!("de opmaak klopt hier niet ({})", message.trim().replace('\n', " ")),
        Problem::KeyTwice { key } => format!("sleutel {} staat er twee keer", name(key)),
        Problem::KeyUnknown { key, .. } => format!("sleutel {} is niet bekend", name(key)),
        Problem::KeyMissing { key } => format!("sleutel {} ontbreekt", name(key)),
        Problem::WrongType { key, expected, found } => {
            format!("bij {} hoort {}, geen {}", name(key), value_type(*expected), bare_type(*found))
        }
        Problem::BadMark { mark } => format!("een noot heeft een of meer sterretjes als teken, niet {}", name(mark)),
        Problem::WordUnknown { field, found, .. } => format!("{} kan bij {} niet staan", name(found), name(field)),
        Problem::BadColor { found } => bad_color(found),
        Problem::BadName { name, fault, field } => {
            let named = if *field == "name" { String::new() } else { format!("{}: ", self::name(field)) };
            format!("{named}{}", bad_name(name, *fault))
        }
        Problem::NameTwice { name: code, first_line } => {
            format!("{} staat al in regel {} van dezelfde taxonomie", name(code), count(*first_line))
        }
        Problem::LevelDiffers { name: code, level: here, first_level, first_line } => format!(
            "{} is hier {}, maar in regel {} {}",
            name(code),
            level(*here),
            count(*first_line),
            level(*first_level)
        ),
        Problem::NotInside { inner, outer } => format!("{} kan niet onder {} staan", level(*inner), level(*outer)),
        Problem::ParentMissing { parent, .. } => {
            format!("{} staat boven deze code, maar heeft in deze taxonomie geen eigen rij", name(parent))
        }
        Problem::Cycle { names: codes, lines } => {
            let lines: Vec<String> = lines.iter().map(|line| count(*line)).collect();
            format!(
                "deze codes staan in een kring onder elkaar: {} (regel {})",
                names(codes, "en"),
                listed(&lines, "en")
            )
        }
        Problem::TooDeep { limit } => format!("hier staan meer dan {} codes onder elkaar", count(*limit)),
        Problem::Synonym(fault) => super::synonyms::clause(fault),
        Problem::BadSubject { found } => format!("{} is niets waar een memo over kan gaan", name(found)),
    }
}

fn hint(problem: &Problem) -> Option<String> {
    let hint = match problem {
        Problem::NotText | Problem::Spreadsheet => "Bewaar de tabel in je rekenprogramma als CSV.",
        Problem::TooBig { .. } => "Verdeel de tabel over meer bestanden.",
        Problem::DamagedLetters => "Bewaar het bestand opnieuw als UTF-8 en typ de beschadigde letters over.",
        Problem::ColumnMissing { nearest, .. } if nearest.is_empty() => return None,
        Problem::ColumnMissing { nearest, wanted } => {
            return Some(format!(
                "Noem kolom {} voortaan {}, als dat dezelfde is.",
                names(nearest, "of"),
                names(wanted, "of")
            ));
        }
        Problem::ColumnUnknown { nearest, .. }
        | Problem::KeyUnknown { nearest, .. }
        | Problem::ParentMissing { nearest, .. } => return did_you_mean(nearest),
        Problem::ColumnTwice { .. } => "Houd een van de twee kolommen over.",
        Problem::HeadingMissing { .. } => "Geef de kolom een kop, of maak de cellen leeg.",
        Problem::CellCount { .. } => {
            "Staat er een komma of puntkomma in een cel, zet die cel dan tussen dubbele aanhalingstekens."
        }
        Problem::QuoteUnclosed | Problem::QuoteStray => "Een aanhalingsteken binnen een cel schrijf je dubbel: \"\".",
        Problem::OwnerMissing { owner: Owner::Participant, .. } => "Vul in deze rij ook de kolom `respondent` in.",
        Problem::OwnerMissing { owner: Owner::Transcript, .. } => "Vul in deze rij ook de kolom `transcript` in.",
        Problem::Toml { .. } => "Tekst hoort tussen aanhalingstekens, en een kop tussen haken: [[theme]].",
        Problem::WrongType { expected, .. } => return Some(example(*expected).to_owned()),
        Problem::BadMark { .. } => "Schrijf bijvoorbeeld \"*\" = \"de tekst van de noot\".",
        Problem::WordUnknown { known, .. } => return Some(format!("Kies uit {}.", names(known, "en"))),
        Problem::BadColor { .. } => return Some(color_hint()),
        Problem::BadName { fault, .. } => return name_hint(*fault),
        Problem::NameTwice { .. } => "Moet een code op twee plaatsen staan, zet dan bij de tweede `also = true`.",
        Problem::NotInside { .. } => "Labels staan onder thema’s, en codes onder labels, thema’s of andere codes.",
        Problem::Synonym(fault) => return super::synonyms::hint(fault),
        Problem::BadSubject { .. } => {
            "Een memo gaat over het hele onderzoek, of over een casus, respondent, transcript, code of taxonomie."
        }
        Problem::Empty
        | Problem::CellEmpty { .. }
        | Problem::HalfSpan
        | Problem::EmptySpan { .. }
        | Problem::NotANumber { .. }
        | Problem::NobodyNamed
        | Problem::KeyTwice { .. }
        | Problem::KeyMissing { .. }
        | Problem::LevelDiffers { .. }
        | Problem::Cycle { .. }
        | Problem::TooDeep { .. } => return None,
    };
    Some(hint.to_owned())
}

fn whole(number: u32) -> String {
    usize::try_from(number).map_or_else(|_| number.to_string(), count)
}

fn owner_missing(owner: Owner) -> &'static str {
    match owner {
        Owner::Participant => "een respondent, maar deze rij noemt er geen",
        Owner::Transcript => "een transcript, maar deze rij noemt er geen",
    }
}

/// The words that a codebook file itself uses for the levels.
fn level(level: Level) -> &'static str {
    match level {
        Level::Open => "een code",
        Level::Axial => "een label",
        Level::Selective => "een thema",
    }
}

fn bare_type(found: ValueType) -> &'static str {
    match found {
        ValueType::Text => "tekst",
        ValueType::Number => "getal",
        ValueType::YesNo => "`true` of `false`",
        ValueType::Date => "datum",
        ValueType::List => "lijst",
        ValueType::Lists => "lijst van lijsten",
        ValueType::Table | ValueType::Tables => "tabel",
    }
}

fn value_type(expected: ValueType) -> &'static str {
    match expected {
        ValueType::Text => "tekst tussen aanhalingstekens",
        ValueType::Number => "een getal",
        ValueType::YesNo => "`true` of `false`",
        ValueType::Date => "een datum",
        ValueType::List => "een lijst",
        ValueType::Lists => "een lijst van lijsten",
        ValueType::Table => "een tabel",
        ValueType::Tables => "een rij tabellen",
    }
}

fn example(expected: ValueType) -> &'static str {
    match expected {
        ValueType::Text => "Schrijf bijvoorbeeld name = \"vuile was\".",
        ValueType::Number => "Schrijf het getal zonder aanhalingstekens.",
        ValueType::YesNo => "Schrijf true of false zonder aanhalingstekens.",
        ValueType::Date => "Schrijf een datum als 2026-11-21.",
        ValueType::List => "Schrijf een lijst tussen vierkante haken: [\"a\", \"b\"].",
        ValueType::Lists => "Schrijf elke groep tussen haken: [[\"EK-c\", \"EKC\"], [\"a\", \"b\"]].",
        ValueType::Table => "Schrijf de kop tussen enkele haken: [footnotes].",
        ValueType::Tables => "Schrijf de kop tussen dubbele haken: [[theme]].",
    }
}
