//! `search --apply`: a code on everything that a search found, or first a look at what that would be.

use super::failure::Failure;
use super::output::Format;
use super::session::Session;
use crate::analysis::Study;
use crate::interchange::codings_csv;
use crate::model::PointSpan;
use crate::project::{CodedHits, HitsToCode, PlaceToCode, SearchRequest, Standing, Trial, UnknownCode, Workspace};
use crate::report::quotes::case_reference;
use crate::text::Extent;
use clap::{Args, ValueEnum};
use serde::Serialize;
use std::io::Write;
use std::sync::Arc;

/// What to do with what is found.
#[derive(Debug, Args)]
#[command(next_help_heading = "Van zoeken naar coderen")]
pub(super) struct ApplyArgs {
    /// Zet deze code op alles wat gevonden is
    #[arg(long = "apply", id = "apply", value_name = "CODE", conflicts_with = "from")]
    code: Option<String>,
    /// Wat de code krijgt
    #[arg(long, value_name = "STUK", default_value = "turn", requires = "apply")]
    extend: TypedExtent,
    /// Laat alleen zien wat gecodeerd wordt
    #[arg(long, requires = "apply")]
    dry_run: bool,
    /// Maak de code, als die nog niet bestaat
    #[arg(long, requires = "apply")]
    new: bool,
    /// Waarom, voor het logboek
    #[arg(long, default_value = "", value_name = "REDEN", hide_default_value = true, requires = "apply")]
    reason: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum TypedExtent {
    /// De hele beurt, zonder de naam ervoor
    #[value(alias = "beurt")]
    Turn,
    /// De zin om elk gevonden stuk
    #[value(alias = "zin")]
    Sentence,
    /// De alinea om elk gevonden stuk
    #[value(alias = "alinea")]
    Paragraph,
    /// Alleen de gevonden woorden
    #[value(alias = "woorden")]
    Match,
}

impl TypedExtent {
    fn extent(self) -> Extent {
        match self {
            Self::Turn => Extent::Turn,
            Self::Sentence => Extent::Sentence,
            Self::Paragraph => Extent::Paragraph,
            Self::Match => Extent::Match,
        }
    }
}

impl ApplyArgs {
    /// The code to put on what is found.
    pub(super) fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }
}

pub(super) fn run(
    args: &ApplyArgs,
    code: &str,
    session: &Session,
    workspace: &mut Workspace,
    study: &Arc<Study>,
    search: SearchRequest<'_>,
    asked: &str,
) -> Result<(), Failure> {
    let unknown = if args.new { UnknownCode::Make } else { UnknownCode::Refuse };
    let request = HitsToCode { search, asked, code, unknown, extent: args.extend.extent(), only: None };
    let (coded, trial) = if args.dry_run {
        (workspace.preview_hits(study, &request)?, Trial::DryRun)
    } else {
        (workspace.code_hits(study, &request, &args.reason)?.value, Trial::Real)
    };
    match session.format() {
        Format::Json => session.json(&Answer::new(&coded, trial, args.extend))?,
        Format::Csv => csv(session, &coded, workspace.actor())?,
        Format::Text | Format::Md if trial == Trial::DryRun => text(session, &coded)?,
        Format::Text | Format::Md => {}
    }
    session.say(&(session.messages.finding.coded)(&coded, trial));
    if trial == Trial::DryRun {
        session.note(session.messages.words.dry_run);
    }
    Ok(())
}

#[derive(Serialize)]
struct Answer<'a> {
    query: &'a str,
    code: &'a str,
    new_code: bool,
    extend: &'static str,
    dry_run: bool,
    hits: usize,
    taken: usize,
    unmarked: usize,
    added: usize,
    already: usize,
    places: Vec<PlaceJson<'a>>,
}

#[derive(Serialize)]
struct PlaceJson<'a> {
    transcript: &'a str,
    case: Option<&'a str>,
    participant: Option<&'a str>,
    line: usize,
    span: PointSpan,
    text: &'a str,
    already: bool,
    partly: bool,
}

impl<'a> Answer<'a> {
    fn new(coded: &'a CodedHits, trial: Trial, extend: TypedExtent) -> Self {
        let place = |place: &'a PlaceToCode| PlaceJson {
            transcript: &place.transcript,
            case: place.case.as_deref(),
            participant: place.participant.as_deref(),
            line: place.line,
            span: place.points,
            text: &place.words,
            already: place.standing == Standing::Coded,
            partly: place.standing == Standing::Partly,
        };
        Self {
            query: &coded.asked,
            code: &coded.code,
            new_code: coded.new_code,
            extend: match extend {
                TypedExtent::Turn => "turn",
                TypedExtent::Sentence => "sentence",
                TypedExtent::Paragraph => "paragraph",
                TypedExtent::Match => "match",
            },
            dry_run: trial == Trial::DryRun,
            hits: coded.found,
            taken: coded.taken,
            unmarked: coded.unmarked,
            added: coded.added(),
            already: coded.count(Standing::Coded),
            places: coded.places.iter().map(place).collect(),
        }
    }
}

/// What is coded, as a table of codings: rows can be taken out and the rest read in with `codings import`.
fn csv(session: &Session, coded: &CodedHits, coder: &str) -> Result<(), Failure> {
    let rows =
        coded.places.iter().filter(|place| place.standing != Standing::Coded).map(|place| codings_csv::CodingRow {
            transcript: &place.transcript,
            start: place.points.start,
            end: place.points.end,
            quote: &place.words,
            code: &coded.code,
            coder,
            note: "",
            counter: false,
        });
    let mut out = session.out();
    codings_csv::write(rows, &mut out)?;
    out.flush()?;
    Ok(())
}

/// Every place to read: where it stands, the words, and whether it is coded already.
fn text(session: &Session, coded: &CodedHits) -> Result<(), Failure> {
    let mut out = session.out();
    let words = session.table_words();
    for place in &coded.places {
        let heads = [
            Some(place.transcript.clone()),
            Some((words.attribution.line)(u32::try_from(place.line).unwrap_or(u32::MAX))),
            place.participant.clone(),
            place.case.as_deref().map(|case| case_reference(words, case)),
        ];
        let heads: Vec<String> = heads.into_iter().flatten().collect();
        writeln!(out, "{}", heads.join(" · "))?;
        for line in place.words.lines().filter(|line| !line.trim().is_empty()) {
            writeln!(out, "  {line}")?;
        }
        if let Some(note) = (session.messages.finding.standing)(place.standing) {
            writeln!(out, "  [{note}]")?;
        }
        writeln!(out)?;
    }
    out.flush()?;
    Ok(())
}
