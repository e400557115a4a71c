//! Reasons as clauses, without capital and full stop: they stand alone as a sentence, behind "line 12:" in a list of
//! wrong rows, or behind the name of a file.

use crate::analysis::{NameKind, Unknown};
use crate::language::phrases::{argument, count, counted, listed, name, names, passage, shortened};
use crate::model::{LONGEST_NAME, NameFault};
use crate::project::{Outside, QuoteAmbiguous, QuoteNotFound, RowReason};
use crate::text::{ShortenFault, ShortenProblem};

/// Lines shown of those where a quote stands.
const MOST_PLACES: usize = 10;

pub(super) fn kind(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Case => "case",
        NameKind::Role => "group of respondents",
        NameKind::Participant => "respondent",
        NameKind::Transcript => "transcript",
        NameKind::Coder => "coder",
        NameKind::Code => "code",
        NameKind::Label => "label",
        NameKind::Theme => "theme",
        NameKind::Taxonomy => "taxonomy",
        NameKind::Moment => "moment",
        NameKind::Attribute => "attribute",
        NameKind::Value => "value",
    }
}

/// The kind behind its article.
pub(super) fn a_kind(named: NameKind) -> String {
    let kind = kind(named);
    if kind.starts_with('a') { format!("an {kind}") } else { format!("a {kind}") }
}

pub(super) fn unknown(unknown: &Unknown) -> String {
    let kind = kind(unknown.kind);
    match (unknown.name.trim().is_empty(), unknown.candidates.is_empty()) {
        (true, true) if unknown.kind == NameKind::Taxonomy => "there is no taxonomy yet".to_owned(),
        (true, true) => format!("the name of {} is missing", a_kind(unknown.kind)),
        (true, false) => format!("there is more than one {kind}: {}", names(&unknown.candidates, "and")),
        (false, true) => format!("there is no {kind} {}", name(&unknown.name)),
        (false, false) => {
            format!("{} could be more than one {kind}: {}", name(&unknown.name), names(&unknown.candidates, "or"))
        }
    }
}

/// Which of several names was meant.
pub(super) fn did_you_mean<S: AsRef<str>>(nearest: &[S]) -> Option<String> {
    (!nearest.is_empty()).then(|| format!("Did you mean {}?", names(nearest, "or")))
}

pub(super) fn bad_name(typed: &str, fault: NameFault) -> String {
    match fault {
        NameFault::Empty => "a name cannot be empty".to_owned(),
        NameFault::TooLong(length) => format!(
            "the name ‘{}’ is too long with {}: the limit is {LONGEST_NAME}",
            shortened(typed, 40),
            counted(length, "character", "characters")
        ),
        NameFault::Control => format!("the name {} holds a line break or another control character", name(typed)),
    }
}

pub(super) fn bad_color(typed: &str) -> String {
    format!("{} is not a colour", name(typed))
}

/// Numbers of lines as a person reads them: `lines 4, 9 and 12`.
pub(super) fn lines(lines: &[usize]) -> String {
    let mut shown: Vec<String> = lines.iter().take(MOST_PLACES).map(|line| count(*line)).collect();
    shown.dedup();
    if lines.len() > MOST_PLACES {
        shown.push(format!("{} more places", count(lines.len() - MOST_PLACES)));
    }
    let noun = if shown.len() == 1 { "line" } else { "lines" };
    format!("{noun} {}", listed(&shown, "and"))
}

fn times(number: usize) -> String {
    match number {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        _ => format!("{} times", count(number)),
    }
}

pub(super) fn quote_not_found(fault: &QuoteNotFound) -> String {
    format!("this quote is not in transcript {}", name(&fault.transcript))
}

pub(super) fn nearest_passage(fault: &QuoteNotFound) -> Option<String> {
    let (line, words) = fault.nearest.as_ref()?;
    Some(format!("line {} comes nearest: {}", count(*line), passage(words)))
}

pub(super) fn quote_ambiguous(fault: &QuoteAmbiguous) -> String {
    let (transcript, found) = (name(&fault.transcript), times(fault.lines.len()));
    let places = lines(&fault.lines);
    match fault.occurrence {
        None => format!("this quote stands {found} in transcript {transcript}, in {places}"),
        Some(asked) => format!(
            "this quote stands {found} in transcript {transcript} ({places}), so there is no number {}",
            count(asked)
        ),
    }
}

pub(super) fn outside(outside: &Outside) -> String {
    let (first, last) = outside.asked;
    let transcript = name(&outside.transcript);
    let unit = if outside.lines { ("line", "lines") } else { ("character", "characters") };
    let asked = if outside.lines && first == last {
        format!("line {}", count(first))
    } else {
        format!("{} {} to {}", unit.1, count(first), count(last))
    };
    let reversed = if outside.lines { first > last } else { first >= last };
    if reversed {
        format!("{asked} cannot be: the end must come after the start")
    } else if last > outside.length || outside.lines && first == 0 {
        format!("transcript {transcript} has {}, so it has no {asked}", counted(outside.length, unit.0, unit.1))
    } else {
        format!("there are no words in {asked} of transcript {transcript}")
    }
}

/// What is wrong with a row of a table or a codebook.
pub(super) fn row(reason: &RowReason) -> String {
    match reason {
        RowReason::Unknown(fault) => unknown(fault),
        RowReason::BadName { name, fault } => bad_name(name, *fault),
        RowReason::QuoteNotFound(fault) => {
            let near = nearest_passage(fault).map(|near| format!("; {near}")).unwrap_or_default();
            format!("quote {} is not in transcript {}{near}", passage(&fault.quote), name(&fault.transcript))
        }
        RowReason::QuoteAmbiguous(fault) => format!("{}: {}", quote_ambiguous(fault), passage(&fault.quote)),
        RowReason::Outside(fault) => outside(fault),
        RowReason::OtherWords { transcript, expected, found } => {
            format!("this place in transcript {} reads {}, not {}", name(transcript), passage(found), passage(expected))
        }
        RowReason::NoSpeaker { transcript, speaker, known } if known.is_empty() => {
            format!("no speakers were found in transcript {}, so not {} either", name(transcript), name(speaker))
        }
        RowReason::NoSpeaker { transcript, speaker, known } => {
            format!("transcript {} has no speaker {}, but {}", name(transcript), name(speaker), names(known, "and"))
        }
        RowReason::SpeakerTwice { transcript, speaker, first } if speaker.is_empty() => format!(
            "the speakers of transcript {} have a respondent already, in line {}",
            name(transcript),
            count(*first)
        ),
        RowReason::SpeakerTwice { transcript, speaker, first } => format!(
            "speaker {} of transcript {} has a respondent already, in line {}",
            name(speaker),
            name(transcript),
            count(*first)
        ),
        RowReason::CodeTwice { code, first } => {
            format!("{} stands in line {} of the same taxonomy already", name(code), count(*first))
        }
        RowReason::Cycle { code } => format!("{} would stand below itself", name(code)),
        RowReason::BadColor { color } => bad_color(color),
        RowReason::Shortened(fault) => report_text(fault),
        RowReason::Synonym(fault) => super::synonyms::clause(fault),
        RowReason::BadScope { query, fault } => {
            format!("the condition {} is not right: {}", name(query), super::queries::query_clause(query, fault))
        }
    }
}

/// What to do about a wrong row, for all rows with that reason.
pub(super) fn row_hint(reason: &RowReason) -> Option<String> {
    match reason {
        RowReason::Unknown(fault) => unknown_hint(fault),
        RowReason::BadName { fault, .. } => name_hint(*fault),
        RowReason::QuoteNotFound(_) => Some(
            "Copy a quote to the letter; `codeboom show` with the name of the transcript shows the text.".to_owned(),
        ),
        RowReason::QuoteAmbiguous(_) => {
            Some("Copy more words, or say in the column `occurrence` which one it is: 1 is the first.".to_owned())
        }
        RowReason::Outside(_) => Some("`codeboom show` with the name of the transcript shows the lines.".to_owned()),
        RowReason::OtherWords { .. } => Some(
            "The table belongs to another version of the text. Leave out `start` and `end` to look for the quote."
                .to_owned(),
        ),
        RowReason::NoSpeaker { known, .. } if known.is_empty() => {
            Some("Leave the column `speaker` empty: without speakers a row stands for the whole text.".to_owned())
        }
        RowReason::NoSpeaker { .. } => Some("Write the speaker as the transcript does, without the colon.".to_owned()),
        RowReason::SpeakerTwice { .. } => {
            Some("Say in the column `speaker` who is who; every speaker has one respondent.".to_owned())
        }
        RowReason::CodeTwice { .. } => {
            Some("If a code belongs in two places, put `also = true` at the second.".to_owned())
        }
        RowReason::BadColor { .. } => Some(color_hint()),
        RowReason::Shortened(_) => Some(shorten_hint()),
        RowReason::Synonym(fault) => super::synonyms::hint(fault),
        RowReason::Cycle { .. } | RowReason::BadScope { .. } => None,
    }
}

pub(super) fn unknown_hint(unknown: &Unknown) -> Option<String> {
    let empty = unknown.name.trim().is_empty();
    if !unknown.candidates.is_empty() {
        return Some(match unknown.kind {
            NameKind::Taxonomy => "Give the title of the taxonomy you mean.".to_owned(),
            _ => "Give the whole name.".to_owned(),
        });
    }
    if empty && unknown.kind == NameKind::Taxonomy {
        return Some("Read one with `codeboom codebook import FILE.toml`.".to_owned());
    }
    if !unknown.nearest.is_empty() {
        return did_you_mean(&unknown.nearest);
    }
    let see = match unknown.kind {
        NameKind::Case => "`codeboom cases` shows the cases.",
        NameKind::Role | NameKind::Participant => "`codeboom participants` shows the respondents and their groups.",
        NameKind::Transcript | NameKind::Moment => "`codeboom transcripts` shows the transcripts.",
        NameKind::Code if !empty => return Some(new_code_hint(&unknown.name)),
        NameKind::Code | NameKind::Label | NameKind::Theme => "`codeboom codebook show` shows the codebook.",
        NameKind::Coder => "A coder is someone who has coded or finished a transcript; check the spelling.",
        NameKind::Taxonomy => "`codeboom codebook show` shows the taxonomies.",
        NameKind::Attribute | NameKind::Value => {
            "Attributes and values come from the table of respondents; `codeboom participants` shows them."
        }
    };
    Some(see.to_owned())
}

/// How to make a code that does not exist.
pub(super) fn new_code_hint(code: &str) -> String {
    let add = format!("`codeboom code add {}`", argument(code));
    format!("If it is a new code, make it with {add}, or add `--new` to `code apply`.")
}

pub(super) fn name_hint(fault: NameFault) -> Option<String> {
    match fault {
        NameFault::Empty => None,
        NameFault::TooLong(_) => {
            Some("Choose a shorter name; a code can keep the whole sentence as its `statement`.".to_owned())
        }
        NameFault::Control => Some("Type the name again on one line.".to_owned()),
    }
}

pub(super) fn color_hint() -> String {
    "Write a colour as #rrggbb, such as #0072b2.".to_owned()
}

/// What is wrong with the text of a quote as the report should print it.
pub(super) fn report_text(fault: &ShortenFault) -> String {
    let (ours, theirs) = (passage(&fault.words), passage(&fault.fragment));
    match fault.problem {
        ShortenProblem::NotThere if fault.fragment.is_empty() => format!("{ours} is not in the fragment"),
        ShortenProblem::NotThere => format!("{ours} is not in the fragment, which reads {theirs} there"),
        ShortenProblem::LeftOut => format!("something was left out here without […]: {theirs}"),
        ShortenProblem::OutOfOrder => format!("{ours} stands earlier in the fragment than what comes before it"),
        ShortenProblem::CutsWord => format!("{ours} breaks off a word; the fragment reads {theirs}"),
        ShortenProblem::Unclosed => format!("this bracket is not closed: {ours}"),
        ShortenProblem::Empty if fault.words.is_empty() => "nothing of the quote is left".to_owned(),
        ShortenProblem::Empty => format!("there are only brackets: {ours}"),
    }
}

pub(super) fn shorten_hint() -> String {
    "A quote may only leave out with […] and replace between square brackets, as in [the daughter].".to_owned()
}
