//! Reasons as clauses, without capital and full stop: they stand alone as a sentence, behind "regel 12:" in a list of
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
        NameKind::Case => "casus",
        NameKind::Role => "respondentgroep",
        NameKind::Participant => "respondent",
        NameKind::Transcript => "transcript",
        NameKind::Coder => "codeur",
        NameKind::Code => "code",
        NameKind::Label => "label",
        NameKind::Theme => "thema",
        NameKind::Taxonomy => "taxonomie",
        NameKind::Moment => "moment",
        NameKind::Attribute => "kenmerk",
        NameKind::Value => "waarde",
    }
}

pub(super) fn unknown(unknown: &Unknown) -> String {
    let kind = kind(unknown.kind);
    match (unknown.name.trim().is_empty(), unknown.candidates.is_empty()) {
        (true, true) if unknown.kind == NameKind::Taxonomy => "er is nog geen taxonomie".to_owned(),
        (true, true) => format!("er is geen {kind} ingevuld"),
        (true, false) => format!("er is meer dan één {kind}: {}", names(&unknown.candidates, "en")),
        (false, true) => format!("er is geen {kind} {}", name(&unknown.name)),
        (false, false) => {
            format!("{} kan meer dan één {kind} zijn: {}", name(&unknown.name), names(&unknown.candidates, "of"))
        }
    }
}

/// Which of several names was meant.
pub(super) fn did_you_mean<S: AsRef<str>>(nearest: &[S]) -> Option<String> {
    (!nearest.is_empty()).then(|| format!("Bedoelde je {}?", names(nearest, "of")))
}

pub(super) fn bad_name(typed: &str, fault: NameFault) -> String {
    match fault {
        NameFault::Empty => "een naam mag niet leeg zijn".to_owned(),
        NameFault::TooLong(length) => format!(
            "de naam ‘{}’ is met {} te lang: {LONGEST_NAME} mag",
            shortened(typed, 40),
            counted(length, "teken", "tekens")
        ),
        NameFault::Control => format!("de naam {} bevat een regeleinde of een ander stuurteken", name(typed)),
    }
}

pub(super) fn bad_color(typed: &str) -> String {
    format!("{} is geen kleur", name(typed))
}

/// Numbers of lines as a person reads them: `regel 4, 9 en 12`.
pub(super) fn lines(lines: &[usize]) -> String {
    let mut shown: Vec<String> = lines.iter().take(MOST_PLACES).map(|line| count(*line)).collect();
    shown.dedup();
    if lines.len() > MOST_PLACES {
        shown.push(format!("nog {} plaatsen", count(lines.len() - MOST_PLACES)));
    }
    format!("regel {}", listed(&shown, "en"))
}

fn times(number: usize) -> String {
    if number == 1 { "één keer".to_owned() } else { format!("{} keer", count(number)) }
}

pub(super) fn quote_not_found(fault: &QuoteNotFound) -> String {
    format!("dit citaat staat niet in transcript {}", name(&fault.transcript))
}

pub(super) fn nearest_passage(fault: &QuoteNotFound) -> Option<String> {
    let (line, words) = fault.nearest.as_ref()?;
    Some(format!("regel {} lijkt er het meest op: {}", count(*line), passage(words)))
}

pub(super) fn quote_ambiguous(fault: &QuoteAmbiguous) -> String {
    let (transcript, found) = (name(&fault.transcript), times(fault.lines.len()));
    let places = lines(&fault.lines);
    match fault.occurrence {
        None => format!("dit citaat staat {found} in transcript {transcript}, in {places}"),
        Some(asked) => format!(
            "dit citaat staat {found} in transcript {transcript} ({places}), dus nummer {} is er niet",
            count(asked)
        ),
    }
}

pub(super) fn outside(outside: &Outside) -> String {
    let (first, last) = outside.asked;
    let transcript = name(&outside.transcript);
    let unit = if outside.lines { ("regel", "regels") } else { ("teken", "tekens") };
    let asked = if outside.lines && first == last {
        format!("regel {}", count(first))
    } else {
        format!("{} {} tot {}{}", unit.0, count(first), if outside.lines { "en met " } else { "" }, count(last))
    };
    let reversed = if outside.lines { first > last } else { first >= last };
    if reversed {
        format!("{asked} kan niet: het einde moet na het begin komen")
    } else if last > outside.length || outside.lines && first == 0 {
        format!("transcript {transcript} heeft {}, dus {asked} is er niet", counted(outside.length, unit.0, unit.1))
    } else {
        format!("in transcript {transcript} staan bij {asked} geen woorden")
    }
}

/// What is wrong with a row of a table or a codebook.
pub(super) fn row(reason: &RowReason) -> String {
    match reason {
        RowReason::Unknown(fault) => unknown(fault),
        RowReason::BadName { name, fault } => bad_name(name, *fault),
        RowReason::QuoteNotFound(fault) => {
            let near = nearest_passage(fault).map(|near| format!("; {near}")).unwrap_or_default();
            format!("citaat {} staat niet in transcript {}{near}", passage(&fault.quote), name(&fault.transcript))
        }
        RowReason::QuoteAmbiguous(fault) => format!("{}: {}", quote_ambiguous(fault), passage(&fault.quote)),
        RowReason::Outside(fault) => outside(fault),
        RowReason::OtherWords { transcript, expected, found } => format!(
            "op deze plaats in transcript {} staat {}, niet {}",
            name(transcript),
            passage(found),
            passage(expected)
        ),
        RowReason::NoSpeaker { transcript, speaker, known } if known.is_empty() => {
            format!("in transcript {} zijn geen sprekers herkend, dus ook {} niet", name(transcript), name(speaker))
        }
        RowReason::NoSpeaker { transcript, speaker, known } => {
            format!("transcript {} heeft geen spreker {}, wel {}", name(transcript), name(speaker), names(known, "en"))
        }
        RowReason::SpeakerTwice { transcript, speaker, first } if speaker.is_empty() => {
            format!(
                "de sprekers van transcript {} hebben al een respondent in regel {}",
                name(transcript),
                count(*first)
            )
        }
        RowReason::SpeakerTwice { transcript, speaker, first } => format!(
            "spreker {} van transcript {} heeft al een respondent in regel {}",
            name(speaker),
            name(transcript),
            count(*first)
        ),
        RowReason::CodeTwice { code, first } => {
            format!("{} staat al in regel {} van dezelfde taxonomie", name(code), count(*first))
        }
        RowReason::Cycle { code } => format!("{} zou onder zichzelf komen te staan", name(code)),
        RowReason::BadColor { color } => bad_color(color),
        RowReason::Shortened(fault) => report_text(fault),
        RowReason::Synonym(fault) => super::synonyms::clause(fault),
        RowReason::BadScope { query, fault } => {
            format!("de voorwaarde {} klopt niet: {}", name(query), super::queries::query_clause(query, fault))
        }
    }
}

/// What to do about a wrong row, for all rows with that reason.
pub(super) fn row_hint(reason: &RowReason) -> Option<String> {
    match reason {
        RowReason::Unknown(fault) => unknown_hint(fault),
        RowReason::BadName { fault, .. } => name_hint(*fault),
        RowReason::QuoteNotFound(_) => Some(
            "Neem een citaat letterlijk over; `codeboom show` met de naam van het transcript toont de tekst."
                .to_owned(),
        ),
        RowReason::QuoteAmbiguous(_) => {
            Some("Neem meer woorden over, of zeg in de kolom `occurrence` welke het is: 1 is de eerste.".to_owned())
        }
        RowReason::Outside(_) => Some("`codeboom show` met de naam van het transcript toont de regels.".to_owned()),
        RowReason::OtherWords { .. } => Some(
            "De tabel hoort bij een andere versie van de tekst. Laat `start` en `end` weg om op het citaat te zoeken."
                .to_owned(),
        ),
        RowReason::NoSpeaker { known, .. } if known.is_empty() => {
            Some("Laat de kolom `spreker` leeg: zonder sprekers geldt een rij voor de hele tekst.".to_owned())
        }
        RowReason::NoSpeaker { .. } => {
            Some("Schrijf de spreker zoals die in het transcript staat, zonder dubbele punt.".to_owned())
        }
        RowReason::SpeakerTwice { .. } => {
            Some("Zeg in de kolom `spreker` wie wie is; per spreker is er één respondent.".to_owned())
        }
        RowReason::CodeTwice { .. } => {
            Some("Moet een code op twee plaatsen staan, zet dan bij de tweede `also = true`.".to_owned())
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
            NameKind::Taxonomy => "Noem de titel van de taxonomie die je bedoelt.".to_owned(),
            _ => "Noem de hele naam.".to_owned(),
        });
    }
    if empty && unknown.kind == NameKind::Taxonomy {
        return Some("Lees er een in met `codeboom codebook import BESTAND.toml`.".to_owned());
    }
    if !unknown.nearest.is_empty() {
        return did_you_mean(&unknown.nearest);
    }
    let see = match unknown.kind {
        NameKind::Case => "`codeboom cases` toont de casussen.",
        NameKind::Role | NameKind::Participant => "`codeboom participants` toont de respondenten en hun groep.",
        NameKind::Transcript | NameKind::Moment => "`codeboom transcripts` toont de transcripten.",
        NameKind::Code if !empty => return Some(new_code_hint(&unknown.name)),
        NameKind::Code | NameKind::Label | NameKind::Theme => "`codeboom codebook show` toont het codeboek.",
        NameKind::Coder => "Een codeur is wie zelf gecodeerd of een transcript afgerond heeft; let op de spelling.",
        NameKind::Taxonomy => "`codeboom codebook show` toont de taxonomieën.",
        NameKind::Attribute | NameKind::Value => {
            "Kenmerken en waarden komen uit de tabel met respondenten; `codeboom participants` toont ze."
        }
    };
    Some(see.to_owned())
}

/// How to make a code that does not exist.
pub(super) fn new_code_hint(code: &str) -> String {
    let add = format!("`codeboom code add {}`", argument(code));
    format!("Is het een nieuwe code, maak die dan met {add}, of zet `--new` achter `code apply`.")
}

pub(super) fn name_hint(fault: NameFault) -> Option<String> {
    match fault {
        NameFault::Empty => None,
        NameFault::TooLong(_) => {
            Some("Kies een kortere naam; de hele zin kan bij een code als kernzin (`statement`).".to_owned())
        }
        NameFault::Control => Some("Typ de naam over op één regel.".to_owned()),
    }
}

pub(super) fn color_hint() -> String {
    "Schrijf een kleur als #rrggbb, bijvoorbeeld #0072b2.".to_owned()
}

/// What is wrong with the text of a quote as the report should print it.
pub(super) fn report_text(fault: &ShortenFault) -> String {
    let (ours, theirs) = (passage(&fault.words), passage(&fault.fragment));
    match fault.problem {
        ShortenProblem::NotThere if fault.fragment.is_empty() => format!("{ours} staat niet in het fragment"),
        ShortenProblem::NotThere => format!("{ours} staat niet in het fragment; daar staat {theirs}"),
        ShortenProblem::LeftOut => format!("hier is zonder […] iets weggelaten: {theirs}"),
        ShortenProblem::OutOfOrder => format!("{ours} staat eerder in het fragment dan wat ervoor staat"),
        ShortenProblem::CutsWord => format!("{ours} breekt een woord af; in het fragment staat {theirs}"),
        ShortenProblem::Unclosed => format!("dit haakje wordt niet gesloten: {ours}"),
        ShortenProblem::Empty if fault.words.is_empty() => "er blijft niets van het citaat over".to_owned(),
        ShortenProblem::Empty => format!("er staan alleen haakjes: {ours}"),
    }
}

pub(super) fn shorten_hint() -> String {
    "Een citaat mag alleen korter worden met […] en iets vervangen tussen vierkante haken, zoals [de dochter]."
        .to_owned()
}
