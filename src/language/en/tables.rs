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
        let number = counted(faults.len(), "place", "places");
        Message::new(&format!("{} is wrong in {number}; nothing was taken over", name(file)))
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
    let line = format!("line {}", count(fault.line));
    match fault.column {
        Some(column) => Some(format!("{line}, column {}", count(column))),
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
        Problem::Empty => "the file is empty".to_owned(),
        Problem::NotText => "this is not a text file".to_owned(),
        Problem::Spreadsheet => "this is the spreadsheet itself, not a CSV".to_owned(),
        Problem::TooBig { megabytes } => format!("the file is larger than {} MB", count(*megabytes)),
        Problem::DamagedLetters => "letters are damaged here".to_owned(),
        Problem::ColumnMissing { wanted, .. } => format!("there is no column {}", names(wanted, "or")),
        Problem::ColumnUnknown { name: column, .. } => format!("column {} is not known", name(column)),
        Problem::ColumnTwice { first, second } => {
            format!("the columns {} and {} mean the same", name(first), name(second))
        }
        Problem::HeadingMissing { found } => format!("{} stands in a column without a heading", name(found)),
        Problem::CellCount { expected, found } => {
            format!("this row has {}, the heading line has {}", counted(*found, "cell", "cells"), count(*expected))
        }
        Problem::QuoteUnclosed => "this quotation mark is not closed".to_owned(),
        Problem::QuoteStray => "something stands behind the closing quotation mark".to_owned(),
        Problem::CellEmpty { column } => format!("column {} is empty here", name(column)),
        Problem::HalfSpan => "`start` and `end` come together; only one of them is filled in".to_owned(),
        Problem::EmptySpan { start, end } => {
            format!("the end ({}) must come after the start ({})", whole(*end), whole(*start))
        }
        Problem::NotANumber { field, found } => format!("{} in {} is not a whole number", name(found), name(field)),
        Problem::NobodyNamed => "this row names no transcript and no respondent".to_owned(),
        Problem::OwnerMissing { column, owner } => {
            format!("column {} belongs to {}", name(column), owner_missing(*owner))
        }
        Problem::Toml { message } => format!("the form is not right here ({})", message.trim().replace('\n', " ")),
        Problem::KeyTwice { key } => format!("key {} stands here twice", name(key)),
        Problem::KeyUnknown { key, .. } => format!("key {} is not known", name(key)),
        Problem::KeyMissing { key } => format!("key {} is missing", name(key)),
        Problem::WrongType { key, expected, found } => {
            format!("{} takes {}, not {}", name(key), value_type(*expected), found_type(*found))
        }
        Problem::BadMark { mark } => format!("a note is marked by one or more asterisks, not by {}", name(mark)),
        Problem::WordUnknown { field, found, .. } => format!("{} cannot stand at {}", name(found), name(field)),
        Problem::BadColor { found } => bad_color(found),
        Problem::BadName { name, fault, field } => {
            let named = if *field == "name" { String::new() } else { format!("{}: ", self::name(field)) };
            format!("{named}{}", bad_name(name, *fault))
        }
        Problem::NameTwice { name: code, first_line } => {
            format!("{} stands in line {} of the same taxonomy already", name(code), count(*first_line))
        }
        Problem::LevelDiffers { name: code, level: here, first_level, first_line } => format!(
            "{} is {} here, but {} in line {}",
            name(code),
            level(*here),
            level(*first_level),
            count(*first_line)
        ),
        Problem::NotInside { inner, outer } => format!("{} cannot stand below {}", level(*inner), level(*outer)),
        Problem::ParentMissing { parent, .. } => {
            format!("{} stands above this code, but has no row of its own in this taxonomy", name(parent))
        }
        Problem::Cycle { names: codes, lines } => {
            let lines: Vec<String> = lines.iter().map(|line| count(*line)).collect();
            format!(
                "these codes stand below each other in a circle: {} (line {})",
                names(codes, "and"),
                listed(&lines, "and")
            )
        }
        Problem::TooDeep { limit } => format!("more than {} codes stand below each other here", count(*limit)),
        Problem::Synonym(fault) => super::synonyms::clause(fault),
        Problem::BadSubject { found } => format!("{} is nothing that a memo can be about", name(found)),
    }
}

fn hint(problem: &Problem) -> Option<String> {
    let hint = match problem {
        Problem::NotText | Problem::Spreadsheet => "Save the table as CSV in your spreadsheet program.",
        Problem::TooBig { .. } => "Divide the table over several files.",
        Problem::DamagedLetters => "Save the file again as UTF-8 and type the damaged letters anew.",
        Problem::ColumnMissing { nearest, .. } if nearest.is_empty() => return None,
        Problem::ColumnMissing { nearest, wanted } => {
            return Some(format!("Call column {} {}, if that is the same.", names(nearest, "or"), names(wanted, "or")));
        }
        Problem::ColumnUnknown { nearest, .. }
        | Problem::KeyUnknown { nearest, .. }
        | Problem::ParentMissing { nearest, .. } => return did_you_mean(nearest),
        Problem::ColumnTwice { .. } => "Keep one of the two columns.",
        Problem::HeadingMissing { .. } => "Give the column a heading, or empty its cells.",
        Problem::CellCount { .. } => {
            "If a cell holds a comma or a semicolon, put double quotation marks around the cell."
        }
        Problem::QuoteUnclosed | Problem::QuoteStray => "A quotation mark within a cell is written twice: \"\".",
        Problem::OwnerMissing { owner: Owner::Participant, .. } => "Fill in the column `participant` in this row too.",
        Problem::OwnerMissing { owner: Owner::Transcript, .. } => "Fill in the column `transcript` in this row too.",
        Problem::Toml { .. } => "Text belongs between quotation marks, and a heading between brackets: [[theme]].",
        Problem::WrongType { expected, .. } => return Some(example(*expected).to_owned()),
        Problem::BadMark { .. } => "Write, for instance, \"*\" = \"the text of the note\".",
        Problem::WordUnknown { known, .. } => return Some(format!("Choose from {}.", names(known, "and"))),
        Problem::BadColor { .. } => return Some(color_hint()),
        Problem::BadName { fault, .. } => return name_hint(*fault),
        Problem::NameTwice { .. } => "If a code belongs in two places, put `also = true` at the second.",
        Problem::NotInside { .. } => "Labels stand below themes, and codes below labels, themes or other codes.",
        Problem::Synonym(fault) => return super::synonyms::hint(fault),
        Problem::BadSubject { .. } => {
            "A memo is about the whole study, or about a case, respondent, transcript, code or taxonomy."
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
        Owner::Participant => "a respondent, but this row names none",
        Owner::Transcript => "a transcript, but this row names none",
    }
}

/// The words that a codebook file itself uses for the levels.
fn level(level: Level) -> &'static str {
    match level {
        Level::Open => "a code",
        Level::Axial => "a label",
        Level::Selective => "a theme",
    }
}

fn found_type(found: ValueType) -> &'static str {
    match found {
        ValueType::Text => "text",
        ValueType::Number => "a number",
        ValueType::YesNo => "`true` or `false`",
        ValueType::Date => "a date",
        ValueType::List => "a list",
        ValueType::Lists => "a list of lists",
        ValueType::Table | ValueType::Tables => "a table",
    }
}

fn value_type(expected: ValueType) -> &'static str {
    match expected {
        ValueType::Text => "text between quotation marks",
        ValueType::Number => "a number",
        ValueType::YesNo => "`true` or `false`",
        ValueType::Date => "a date",
        ValueType::List => "a list",
        ValueType::Lists => "a list of lists",
        ValueType::Table => "a table",
        ValueType::Tables => "a row of tables",
    }
}

fn example(expected: ValueType) -> &'static str {
    match expected {
        ValueType::Text => "Write, for instance, name = \"vuile was\".",
        ValueType::Number => "Write the number without quotation marks.",
        ValueType::YesNo => "Write true or false without quotation marks.",
        ValueType::Date => "Write a date as 2026-11-21.",
        ValueType::List => "Write a list between square brackets: [\"a\", \"b\"].",
        ValueType::Lists => "Put each group between brackets: [[\"EK-c\", \"EKC\"], [\"a\", \"b\"]].",
        ValueType::Table => "Write the heading between single brackets: [footnotes].",
        ValueType::Tables => "Write the heading between double brackets: [[theme]].",
    }
}
