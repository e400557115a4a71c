//! Why a verb did nothing.

use super::clauses::{
    bad_color, bad_name, color_hint, did_you_mean, kind, name_hint, nearest_passage, new_code_hint, outside,
    quote_ambiguous, quote_not_found, report_text, row, row_hint, shorten_hint, unknown, unknown_hint,
};
use super::{care, files, queries, synonyms, talking};
use crate::analysis::{NameKind, Unknown};
use crate::language::phrases::{argument, at_most, count, counted, listed, name, names, once, passage};
use crate::language::{Message, pictures};
use crate::model::nearest_names;
use crate::project::{QuoteAmbiguous, QuoteNotFound, Refusal, RowFault, RowReason};
use std::collections::BTreeSet;

pub(super) fn refusal(refusal: &Refusal) -> Message {
    match refusal {
        Refusal::Unknown(fault) => unknown_name(fault),
        Refusal::BadName { name, fault } => Message::new(&bad_name(name, *fault)).hints(name_hint(*fault)),
        Refusal::NameTaken { kind, name } => taken(*kind, name),
        Refusal::OtherContent { transcript, file } => other_content(transcript, file),
        Refusal::Unreadable { file, reason } => files::unreadable(file, reason),
        Refusal::Rows(faults) => rows("", faults),
        Refusal::QuoteNotFound(fault) => Message::new(&quote_not_found(fault))
            .detail(passage(&fault.quote))
            .details(nearest_passage(fault))
            .hint(format!(
                "Neem de woorden over zoals `codeboom show {}` ze toont, of noem de regels met `{}`.",
                argument(&fault.transcript),
                nearest_lines(fault)
            )),
        Refusal::QuoteAmbiguous(fault) => ambiguous(fault),
        Refusal::Outside(fault) => Message::new(&outside(fault))
            .hint(format!("`codeboom show {}` toont de tekst met regelnummers.", argument(&fault.transcript))),
        Refusal::Cycle { code, parent } => cycle(code, parent),
        Refusal::PlacedAlready { code, taxonomy, parent } => {
            let place =
                parent.as_ref().map_or_else(|| "bovenaan".to_owned(), |parent| format!("onder {}", name(parent)));
            Message::new(&format!("{} staat in taxonomie {} al {place}", name(code), name(taxonomy)))
                .hint("Verplaatsen doe je met `codeboom code move`.")
                .hint("Hoort de code op twee plaatsen, bevestig dat dan met `--also`.")
        }
        Refusal::NotPlaced { code, taxonomy } => {
            Message::new(&format!("{} staat niet in taxonomie {}", name(code), name(taxonomy)))
                .hint(place_hint(code, taxonomy))
        }
        Refusal::PlacedSeveralTimes { code, taxonomy, parents } => several_places(code, taxonomy, parents),
        Refusal::ParentNotPlaced { parent, taxonomy } => Message::new(&format!(
            "{} staat niet in taxonomie {}, dus er kan niets onder komen",
            name(parent),
            name(taxonomy)
        ))
        .hint(place_hint(parent, taxonomy)),
        Refusal::TextChanged { transcript } => {
            Message::new(&format!("{} is intussen verbeterd; er is niets gecodeerd", name(transcript)))
                .hint("Geef de opdracht opnieuw: er wordt dan in de nieuwe tekst gezocht.")
        }
        Refusal::NothingAlike { code } => {
            Message::new(&format!("onder {} staat nog niets om mee te vergelijken", name(code)))
                .hint("Zet de code eerst op een paar passages, of geef een omschrijving met `codeboom code redefine`.")
        }
        Refusal::SameCode { code } => {
            Message::new(&format!("{} is twee keer genoemd", name(code))).hint("Noem twee verschillende codes.")
        }
        Refusal::EmptySplit { code } => Message::new(&format!(
            "deze voorwaarde verdeelt {} niet: er gaat geen enkele codering mee, of ze gaan allemaal mee",
            name(code)
        ))
        .hint(format!("`codeboom quotes --code {}` toont wat er te verdelen is.", argument(code))),
        Refusal::NothingToResize { transcript } => Message::new(&format!(
            "op deze plek in {} staat geen codering van deze codeur; er is niets verschoven",
            name(transcript)
        )),
        Refusal::NoCoding { code, transcript } => Message::new(&format!(
            "op deze plaats in transcript {} heeft deze codeur geen codering met {}",
            name(transcript),
            name(code)
        ))
        .hint(format!("`codeboom show {}` toont welke codes waar staan.", argument(transcript))),
        Refusal::NotBelow { code } => {
            Message::new(&format!("dit fragment is niet gecodeerd met {} of met een code daaronder", name(code)))
                .hint(format!(
                    "`codeboom quotes --code {}` toont de fragmenten waaruit je kunt kiezen.",
                    argument(code)
                ))
                .hint("Of codeer het fragment eerst met `codeboom code apply`.")
        }
        Refusal::NoQuote { code, number, of } => no_quote(code, *number, *of),
        Refusal::Shortened(fault) => {
            Message::new(&format!("de tekst voor het rapport wijkt af van het fragment: {}", report_text(fault)))
                .hint(shorten_hint())
        }
        Refusal::NoMemo { number, of } => {
            let there = if *of == 0 { "er zijn nog geen memo’s".to_owned() } else { have(*of) };
            Message::new(&format!("memo {} is er niet: {there}", count(*number)))
                .hint("`codeboom memo list` toont de memo’s met hun nummer.")
        }
        Refusal::NothingSaid => talking::nothing_said(),
        Refusal::Missing(missing) => talking::missing(*missing),
        Refusal::Unchanged { transcript } => Message::new(&format!(
            "de tekst van transcript {} is al precies zo; er is niets veranderd",
            name(transcript)
        )),
        Refusal::BadColor { color } => Message::new(&bad_color(color)).hint(color_hint()),
        Refusal::BadValue { value, expected } => bad_value(value, expected),
        Refusal::Filter { query, fault } => queries::filter(query, fault),
        Refusal::Query { query, fault } => queries::query(query, fault),
        Refusal::Synonym(fault) => Message::new(&synonyms::clause(fault)).hints(synonyms::hint(fault)),
        Refusal::Store(error) => care::store(error),
        Refusal::Search(cause) => Message::new("zoeken is niet gelukt; het project zelf is ongedeerd")
            .detail(care::cause(cause))
            .hint("Verwijder de map van de zoekindex naast het project; die wordt dan opnieuw gemaakt."),
    }
}

/// Wrong rows, each with its line.
pub(super) fn rows(file: &str, faults: &[RowFault]) -> Message {
    let of = if file.is_empty() { String::new() } else { format!(" van {}", name(file)) };
    let lines: BTreeSet<usize> = faults.iter().map(|fault| fault.line).collect();
    let message = match faults {
        [RowFault { line: 0, reason }] => {
            let of = if file.is_empty() { String::new() } else { format!("{}: ", name(file)) };
            Message::new(&format!("{of}{}", row(reason))).details(picture(reason))
        }
        _ if lines.len() == 1 => {
            let line = lines.first().map(|line| count(*line)).unwrap_or_default();
            Message::new(&format!("regel {line}{of} klopt niet; er is niets overgenomen")).details(at_most(
                faults,
                |fault| with_picture(row(&fault.reason), &fault.reason),
                more,
            ))
        }
        _ => Message::new(&format!("{} regels{of} kloppen niet; er is niets overgenomen", count(lines.len())))
            .details(at_most(faults, |fault| with_picture(placed(fault), &fault.reason), more)),
    };
    let mut hints = Vec::new();
    for fault in faults {
        once(&mut hints, all_rows_hint(&fault.reason, faults.len()));
    }
    hints.truncate(3);
    message.hints(hints)
}

pub(super) fn more(rest: &str) -> String {
    format!("en nog {rest}")
}

fn with_picture(line: String, reason: &RowReason) -> Vec<String> {
    std::iter::once(line).chain(picture(reason).into_iter().map(|line| format!("  {line}"))).collect()
}

/// The condition of a taxonomy, with a mark under what is wrong.
fn picture(reason: &RowReason) -> Vec<String> {
    match reason {
        RowReason::BadScope { query, fault } => pictures::query(query, fault.place),
        _ => Vec::new(),
    }
}

fn placed(fault: &RowFault) -> String {
    if fault.line == 0 {
        return row(&fault.reason);
    }
    let near = match &fault.reason {
        RowReason::Unknown(unknown) => did_you_mean(&unknown.nearest).map(|hint| format!("; {}", lower(&hint))),
        _ => None,
    };
    format!("regel {}: {}{}", count(fault.line), row(&fault.reason), near.unwrap_or_default())
}

fn lower(hint: &str) -> String {
    hint.replacen('B', "b", 1)
}

/// A hint for rows: what is said of one name is said beside its line when there are more rows.
fn all_rows_hint(reason: &RowReason, rows: usize) -> Option<String> {
    match reason {
        RowReason::Unknown(unknown) if rows > 1 && unknown.candidates.is_empty() => match unknown.kind {
            NameKind::Code => {
                Some("Maak nieuwe codes met `codeboom code add`, of lees eerst het codeboek in.".to_owned())
            }
            NameKind::Transcript => Some("`codeboom transcripts` toont hoe de transcripten heten.".to_owned()),
            _ => None,
        },
        _ => row_hint(reason),
    }
}

fn unknown_name(fault: &Unknown) -> Message {
    let mut message = Message::new(&unknown(fault));
    message.hints.extend(unknown_hint(fault));
    // A mistyped code may also be a new one.
    if fault.kind == NameKind::Code && !fault.nearest.is_empty() && fault.candidates.is_empty() {
        message.hints.push(new_code_hint(&fault.name));
    }
    message
}

fn taken(named: NameKind, typed: &str) -> Message {
    let message = Message::new(&format!("er is al een {} {}", kind(named), name(typed))).hint("Kies een andere naam.");
    match named {
        NameKind::Code | NameKind::Label | NameKind::Theme => {
            message.hint("Is het dezelfde code, voeg ze dan samen met `codeboom code merge`.")
        }
        NameKind::Case
        | NameKind::Role
        | NameKind::Participant
        | NameKind::Transcript
        | NameKind::Coder
        | NameKind::Taxonomy
        | NameKind::Moment
        | NameKind::Attribute
        | NameKind::Value => message,
    }
}

fn other_content(transcript: &str, file: &str) -> Message {
    Message::new(&format!(
        "{} is niet ingelezen: transcript {} is er al, met een andere tekst",
        name(file),
        name(transcript)
    ))
    .hint(format!(
        "Is dit een verbeterde tekst, geef dan `codeboom correct {} {}`; met `--dry-run` zie je \
         eerst wat er verschuift.",
        argument(transcript),
        argument(file)
    ))
    .hint("Is het een ander gesprek, geef het bestand dan een andere naam.")
}

/// The option that codes the line of the nearest passage.
fn nearest_lines(fault: &QuoteNotFound) -> String {
    fault.nearest.as_ref().map_or_else(|| "--lines".to_owned(), |(line, _)| format!("--lines {line}-{line}"))
}

fn ambiguous(fault: &QuoteAmbiguous) -> Message {
    Message::new(&quote_ambiguous(fault)).detail(passage(&fault.quote)).hint(
        "Neem meer woorden over, of zeg met `--occurrence` (in een CSV de kolom `occurrence`) welke het is; \
         1 is de eerste.",
    )
}

fn cycle(code: &str, parent: &str) -> Message {
    if parent.is_empty() || code == parent {
        return Message::new(&format!("{} kan niet onder zichzelf staan", name(code)));
    }
    Message::new(&format!("{0} kan niet onder {1} komen, want {1} staat zelf onder {0}", name(code), name(parent)))
        .hint(format!("Verplaats eerst {}.", name(parent)))
}

fn several_places(code: &str, taxonomy: &str, parents: &[String]) -> Message {
    let under =
        |parent: &String| if parent.is_empty() { "bovenaan".to_owned() } else { format!("onder {}", name(parent)) };
    let places: Vec<String> = parents.iter().map(under).collect();
    Message::new(&format!(
        "{} staat in taxonomie {} op {}: {}",
        name(code),
        name(taxonomy),
        counted(parents.len(), "plaats", "plaatsen"),
        listed(&places, "en")
    ))
    .hint(
        "Haal de code eerst weg met `codeboom code unplace` en zet die daarna met `codeboom code place` waar je wilt.",
    )
}

fn place_hint(code: &str, taxonomy: &str) -> String {
    let (code, taxonomy) = (argument(code), argument(taxonomy));
    format!("Geef de code daar eerst een plaats: `codeboom code place {code} --taxonomy {taxonomy}`.")
}

fn no_quote(code: &str, number: usize, of: usize) -> Message {
    if of == 0 {
        return Message::new(&format!("bij {} zijn nog geen citaten gekozen", name(code)))
            .hint("Kies er een met `codeboom quote choose`.");
    }
    let there = have(of);
    Message::new(&format!("bij {} is geen gekozen citaat nummer {}: {there}", name(code), count(number)))
        .hint(format!("`codeboom quotes --chosen --code {}` toont ze op volgorde.", argument(code)))
}

fn have(of: usize) -> String {
    if of == 1 { "er is er één".to_owned() } else { format!("er zijn er {}", count(of)) }
}

fn bad_value(value: &str, expected: &[&str]) -> Message {
    let nearest = nearest_names(value, expected.iter().copied());
    Message::new(&format!("{} kan hier niet staan", name(value)))
        .hints(did_you_mean(&nearest))
        .hint(format!("Kies uit {}.", names(expected, "en")))
}
