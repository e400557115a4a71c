//! `quotes`: coded fragments, and `quote`: choosing from them for the report.

use super::code::PlaceArgs;
use super::failure::Failure;
use super::filters::FilterArgs;
use super::output::Format;
use super::session::Session;
use crate::analysis::coded_fragments;
use crate::project::{QuoteEdit, QuoteRequest};
use crate::report::quotes::{Audience, QuoteLines, write_csv, write_markdown, write_plain};
use crate::report::{self};
use clap::{Args, Subcommand, ValueEnum};
use std::io::Write;

/// Laat gecodeerde fragmenten zien, met wie het zei en waar
#[derive(Debug, Args)]
#[command(after_help = "Voorbeelden:
  codeboom quotes --theme \"Wie zorgt, raakt op\"
  codeboom quotes --code schaamte --role naaste --limit 10
  codeboom quotes --chosen --format md > citaten.md")]
pub(super) struct Quotes {
    #[command(flatten)]
    filter: FilterArgs,
    /// Alleen wat voor het rapport gekozen is
    #[arg(long)]
    chosen: bool,
    /// Hoeveel; 0 is alle
    #[arg(long, value_name = "N", default_value_t = 0)]
    limit: usize,
    /// Voor wie de bronvermelding is
    #[arg(long = "for", value_name = "VOOR", default_value = "werk")]
    audience: For,
}

/// Who will read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum For {
    /// Naam, rol, casus en regel
    Werk,
    /// Naam en rol
    Bijlage,
    /// Alleen de rol
    Publicatie,
}

impl From<For> for Audience {
    fn from(typed: For) -> Self {
        match typed {
            For::Werk => Self::Work,
            For::Bijlage => Self::Appendix,
            For::Publicatie => Self::Publication,
        }
    }
}

pub(super) fn run(args: &Quotes, session: &mut Session) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    let study = workspace.study()?;
    let mut choice = args.filter.choice(&study)?;
    choice.chosen_only = args.chosen;
    let places = coded_fragments(&study, &choice);
    let shown = if args.limit == 0 { places.len() } else { args.limit.min(places.len()) };
    let texts = workspace.words_of(&study, places[..shown].iter().copied())?;
    let lines = QuoteLines::new(&study, &places, &texts);
    let words = session.table_words();
    let audience = Audience::from(args.audience);
    let mut out = session.out();
    match session.format() {
        Format::Json => report::json::write_quotes(&lines, &mut out)?,
        Format::Csv => write_csv(&lines, &mut out)?,
        Format::Md => write_markdown(&lines, words, audience, &mut out)?,
        Format::Text => write_plain(&lines, words, audience, session.screen(), &mut out)?,
    }
    out.flush()?;
    if session.format() == Format::Text {
        session.note(&(session.messages.command.quotes)(places.len(), shown));
    }
    Ok(())
}

/// Kies citaten voor het rapport, orden ze, kort ze in, leid ze in
#[derive(Debug, Args)]
#[command(after_help = "Voorbeelden:
  codeboom quote choose \"Voor het dorp blijft de deur dicht\" --in resp-06 --quote \"hun vuile was buiten te hangen\"
  codeboom quote edit schaamte 1 --introduction \"Een moeder van 79 zegt:\" --report \"hun vuile was […]\"
  codeboom quote edit schaamte 3 --position 1
  codeboom quote drop schaamte 2

Inkorten kan alleen met […] (weggelaten) en [vervangen woorden]; de rest moet er letterlijk staan.")]
pub(super) struct QuoteArgs {
    #[command(subcommand)]
    act: QuoteAct,
}

#[derive(Debug, Subcommand)]
enum QuoteAct {
    /// Kies een gecodeerde passage, onder een code, label of thema
    #[command(group = clap::ArgGroup::new("place").required(true).multiple(false))]
    Choose {
        code: String,
        #[arg(long = "in", value_name = "T")]
        transcript: String,
        #[command(flatten)]
        place: PlaceArgs,
        #[command(flatten)]
        edit: EditArgs,
        #[arg(long, default_value = "", value_name = "REDEN")]
        reason: String,
    },
    /// Verander volgorde, inleiding of ingekorte tekst van het hoeveelste citaat onder een code
    Edit {
        code: String,
        #[arg(value_name = "N")]
        number: usize,
        #[command(flatten)]
        edit: EditArgs,
        #[arg(long, default_value = "", value_name = "REDEN")]
        reason: String,
    },
    /// Laat een citaat vallen; de codering blijft
    Drop {
        code: String,
        #[arg(value_name = "N")]
        number: usize,
        #[arg(long, default_value = "", value_name = "REDEN")]
        reason: String,
    },
}

#[derive(Debug, Args)]
struct EditArgs {
    /// De hoeveelste plaats onder de code
    #[arg(long, value_name = "N")]
    position: Option<usize>,
    /// Zin die het citaat inleidt
    #[arg(long, value_name = "ZIN")]
    introduction: Option<String>,
    /// Ingekorte tekst
    #[arg(long = "report", value_name = "TEKST")]
    report_text: Option<String>,
    /// Vertaling
    #[arg(long, value_name = "TEKST")]
    translation: Option<String>,
}

impl EditArgs {
    fn edit(&self) -> QuoteEdit {
        QuoteEdit {
            position: self.position,
            introduction: self.introduction.clone(),
            report_text: self.report_text.clone(),
            translation: self.translation.clone(),
        }
    }
}

pub(super) fn choose(args: &QuoteArgs, session: &mut Session) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    let done = &session.messages.done;
    let message = match &args.act {
        QuoteAct::Choose { code, transcript, place, edit, reason } => {
            let request = QuoteRequest { code, transcript, place: place.place(), edit: edit.edit() };
            (done.quote_chosen)(code, workspace.choose_quote(&request, reason)?.value)
        }
        QuoteAct::Edit { code, number, edit, reason } => {
            workspace.edit_quote(code, *number, &edit.edit(), reason)?;
            (done.quote_edited)(code, *number)
        }
        QuoteAct::Drop { code, number, reason } => {
            workspace.drop_quote(code, *number, reason)?;
            (done.quote_dropped)(code, *number)
        }
    };
    session.say(&message);
    Ok(())
}
