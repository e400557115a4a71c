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
                "Copy the words as `codeboom show {}` shows them, or give the lines with `{}`.",
                argument(&fault.transcript),
                nearest_lines(fault)
            )),
        Refusal::QuoteAmbiguous(fault) => ambiguous(fault),
        Refusal::Outside(fault) => Message::new(&outside(fault))
            .hint(format!("`codeboom show {}` shows the text with line numbers.", argument(&fault.transcript))),
        Refusal::Cycle { code, parent } => cycle(code, parent),
        Refusal::PlacedAlready { code, taxonomy, parent } => {
            let place =
                parent.as_ref().map_or_else(|| "at the top".to_owned(), |parent| format!("below {}", name(parent)));
            Message::new(&format!("{} stands {place} in taxonomy {} already", name(code), name(taxonomy)))
                .hint("Move it with `codeboom code move`.")
                .hint("If the code belongs in two places, confirm that with `--also`.")
        }
        Refusal::NotPlaced { code, taxonomy } => {
            Message::new(&format!("{} does not stand in taxonomy {}", name(code), name(taxonomy)))
                .hint(place_hint(code, taxonomy))
        }
        Refusal::PlacedSeveralTimes { code, taxonomy, parents } => several_places(code, taxonomy, parents),
        Refusal::ParentNotPlaced { parent, taxonomy } => Message::new(&format!(
            "{} does not stand in taxonomy {}, so nothing can be put below it",
            name(parent),
            name(taxonomy)
        ))
        .hint(place_hint(parent, taxonomy)),
        Refusal::TextChanged { transcript } => {
            Message::new(&format!("{} was corrected in the meantime; nothing was coded", name(transcript)))
                .hint("Give the command again: it will then search the new text.")
        }
        Refusal::NothingAlike { code } => {
            Message::new(&format!("there is nothing under {} yet to compare with", name(code)))
                .hint("Put the code on a few passages first, or describe it with `codeboom code redefine`.")
        }
        Refusal::SameCode { code } => {
            Message::new(&format!("{} is named twice", name(code))).hint("Name two different codes.")
        }
        Refusal::EmptySplit { code } => Message::new(&format!(
            "this condition does not divide {}: no coding would go along, or all of them would",
            name(code)
        ))
        .hint(format!("`codeboom quotes --code {}` shows what there is to divide.", argument(code))),
        Refusal::NothingToResize { transcript } => {
            Message::new(&format!("this coder has no coding at that place in {}; nothing was moved", name(transcript)))
        }
        Refusal::NoCoding { code, transcript } => Message::new(&format!(
            "this coder has no coding with {} at this place in transcript {}",
            name(code),
            name(transcript)
        ))
        .hint(format!("`codeboom show {}` shows which codes stand where.", argument(transcript))),
        Refusal::NotBelow { code } => {
            Message::new(&format!("this fragment is not coded with {} or with a code below it", name(code)))
                .hint(format!("`codeboom quotes --code {}` shows the fragments to choose from.", argument(code)))
                .hint("Or code the fragment first with `codeboom code apply`.")
        }
        Refusal::NoQuote { code, number, of } => no_quote(code, *number, *of),
        Refusal::Shortened(fault) => {
            Message::new(&format!("the text for the report differs from the fragment: {}", report_text(fault)))
                .hint(shorten_hint())
        }
        Refusal::NoMemo { number, of } => {
            let there = if *of == 0 { "there are no memos yet".to_owned() } else { have(*of) };
            Message::new(&format!("there is no memo {}: {there}", count(*number)))
                .hint("`codeboom memo list` shows the memos with their numbers.")
        }
        Refusal::NothingSaid => talking::nothing_said(),
        Refusal::Missing(missing) => talking::missing(*missing),
        Refusal::Unchanged { transcript } => Message::new(&format!(
            "the text of transcript {} is like that already; nothing has changed",
            name(transcript)
        )),
        Refusal::BadColor { color } => Message::new(&bad_color(color)).hint(color_hint()),
        Refusal::BadValue { value, expected } => bad_value(value, expected),
        Refusal::Filter { query, fault } => queries::filter(query, fault),
        Refusal::Query { query, fault } => queries::query(query, fault),
        Refusal::Synonym(fault) => Message::new(&synonyms::clause(fault)).hints(synonyms::hint(fault)),
        Refusal::Store(error) => care::store(error),
        Refusal::Search(cause) => Message::new("the search failed; the project itself is unharmed")
            .detail(care::cause(cause))
            .hint("Delete the folder of the search index beside the project; it will be made again."),
    }
}

/// Wrong rows, each with its line.
pub(super) fn rows(file: &str, faults: &[RowFault]) -> Message {
    let of = if file.is_empty() { String::new() } else { format!(" of {}", name(file)) };
    let lines: BTreeSet<usize> = faults.iter().map(|fault| fault.line).collect();
    let message = match faults {
        [RowFault { line: 0, reason }] => {
            let of = if file.is_empty() { String::new() } else { format!("{}: ", name(file)) };
            Message::new(&format!("{of}{}", row(reason))).details(picture(reason))
        }
        _ if lines.len() == 1 => {
            let line = lines.first().map(|line| count(*line)).unwrap_or_default();
            Message::new(&format!("line {line}{of} is not right; nothing was taken over")).details(at_most(
                faults,
                |fault| with_picture(row(&fault.reason), &fault.reason),
                more,
            ))
        }
        _ => Message::new(&format!("{} lines{of} are not right; nothing was taken over", count(lines.len())))
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
    format!("and {rest} more")
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
    format!("line {}: {}{}", count(fault.line), row(&fault.reason), near.unwrap_or_default())
}

fn lower(hint: &str) -> String {
    hint.replacen('D', "d", 1)
}

/// A hint for rows: what is said of one name is said beside its line when there are more rows.
fn all_rows_hint(reason: &RowReason, rows: usize) -> Option<String> {
    match reason {
        RowReason::Unknown(unknown) if rows > 1 && unknown.candidates.is_empty() => match unknown.kind {
            NameKind::Code => Some("Make new codes with `codeboom code add`, or read the codebook first.".to_owned()),
            NameKind::Transcript => Some("`codeboom transcripts` shows what the transcripts are called.".to_owned()),
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
    let message = Message::new(&format!("there is {} {} already", super::clauses::a_kind(named), name(typed)))
        .hint("Choose another name.");
    match named {
        NameKind::Code | NameKind::Label | NameKind::Theme => {
            message.hint(format!("If it is the same {}, join them with `codeboom code merge`.", kind(named)))
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
        "{} was not imported: transcript {} is there already, with another text",
        name(file),
        name(transcript)
    ))
    .hint(format!(
        "If this is a better text, use `codeboom correct {} {}`; with `--dry-run` you see first what will move.",
        argument(transcript),
        argument(file)
    ))
    .hint("If it is another interview, give the file another name.")
}

/// The option that codes the line of the nearest passage.
fn nearest_lines(fault: &QuoteNotFound) -> String {
    fault.nearest.as_ref().map_or_else(|| "--lines".to_owned(), |(line, _)| format!("--lines {line}-{line}"))
}

fn ambiguous(fault: &QuoteAmbiguous) -> Message {
    Message::new(&quote_ambiguous(fault)).detail(passage(&fault.quote)).hint(
        "Copy more words, or say with `--occurrence` (in a CSV the column `occurrence`) which one it is; \
         1 is the first.",
    )
}

fn cycle(code: &str, parent: &str) -> Message {
    if parent.is_empty() || code == parent {
        return Message::new(&format!("{} cannot stand below itself", name(code)));
    }
    Message::new(&format!("{0} cannot go below {1}, because {1} itself stands below {0}", name(code), name(parent)))
        .hint(format!("Move {} first.", name(parent)))
}

fn several_places(code: &str, taxonomy: &str, parents: &[String]) -> Message {
    let under =
        |parent: &String| if parent.is_empty() { "at the top".to_owned() } else { format!("below {}", name(parent)) };
    let places: Vec<String> = parents.iter().map(under).collect();
    Message::new(&format!(
        "{} stands in {} of taxonomy {}: {}",
        name(code),
        counted(parents.len(), "place", "places"),
        name(taxonomy),
        listed(&places, "and")
    ))
    .hint(
        "Take the code out first with `codeboom code unplace`, then put it where you want with `codeboom code place`.",
    )
}

fn place_hint(code: &str, taxonomy: &str) -> String {
    let (code, taxonomy) = (argument(code), argument(taxonomy));
    format!("Give the code a place there first: `codeboom code place {code} --taxonomy {taxonomy}`.")
}

fn no_quote(code: &str, number: usize, of: usize) -> Message {
    if of == 0 {
        return Message::new(&format!("no quotes have been chosen for {} yet", name(code)))
            .hint("Choose one with `codeboom quote choose`.");
    }
    Message::new(&format!("there is no chosen quote number {} for {}: {}", count(number), name(code), have(of)))
        .hint(format!("`codeboom quotes --chosen --code {}` shows them in order.", argument(code)))
}

fn have(of: usize) -> String {
    if of == 1 { "there is one".to_owned() } else { format!("there are {}", count(of)) }
}

fn bad_value(value: &str, expected: &[&str]) -> Message {
    let nearest = nearest_names(value, expected.iter().copied());
    Message::new(&format!("{} cannot stand here", name(value)))
        .hints(did_you_mean(&nearest))
        .hint(format!("Choose from {}.", names(expected, "and")))
}
