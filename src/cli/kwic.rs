//! `kwic`: words in their sentences, the places below each other.

use super::failure::Failure;
use super::filters::FilterArgs;
use super::matching::MatchingArgs;
use super::output::{self, Format};
use super::session::Session;
use crate::language::concordance;
use crate::project::{ConcordanceOrder, Interviewer, SearchRequest};
use crate::report::concordance::page;
use crate::report::{self, ConcordanceView, Screen};
use crate::search::Order;
use clap::{Args, ValueEnum};
use std::io::Write;
use std::path::PathBuf;

/// Letters of context on either side in files.
const CONTEXT: usize = 80;

/// Zet woorden in hun zin onder elkaar (concordantie)
#[derive(Debug, Args)]
#[command(after_help = "Voorbeelden:
  codeboom kwic schaamte                         elke plaats op een regel
  codeboom kwic 'hulp OR steun' --sort right     geordend op wat erachter staat
  codeboom kwic '\"vuile was\"' --role naaste      alleen wat naasten zeggen
  codeboom kwic netwerk --limit 0 --out netwerk.html
                                                 als webpagina, om te lezen en af te drukken

De vraag is dezelfde als bij search; zie codeboom search --help.")]
pub(super) struct Kwic {
    /// Wat je zoekt
    #[arg(value_name = "VRAAG", required = true)]
    query: Vec<String>,
    /// Hoeveel tekens er links en rechts staan; anders wat er op het scherm past
    #[arg(long, value_name = "N")]
    width: Option<usize>,
    /// Volgorde
    #[arg(long, value_name = "VOLGORDE", default_value = "text")]
    sort: Sort,
    /// Hoeveel plaatsen; 0 is alle
    #[arg(long, value_name = "N", default_value_t = 50)]
    limit: usize,
    #[command(flatten)]
    matching: MatchingArgs,
    /// Ook wat de interviewer zegt
    #[arg(long)]
    interviewer: bool,
    #[command(flatten)]
    filter: FilterArgs,
    /// Bestand (.html, .csv, .md, .json, .txt) in plaats van het scherm
    #[arg(long, value_name = "BESTAND")]
    out: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Sort {
    /// Op de woorden links
    Left,
    /// Op de woorden rechts
    Right,
    /// Zoals ze in de teksten staan
    Text,
    /// Op casus
    Case,
}

impl From<Sort> for ConcordanceOrder {
    fn from(sort: Sort) -> Self {
        match sort {
            Sort::Left => Self::Left,
            Sort::Right => Self::Right,
            Sort::Text => Self::Text,
            Sort::Case => Self::Case,
        }
    }
}

/// In what the concordance is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Page,
    Data(Format),
}

pub(super) fn run(args: &Kwic, session: &mut Session) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    let study = workspace.study()?;
    let form = form(args, session)?;
    let screen = if args.out.is_some() { Screen::Pipe } else { session.screen() };
    let query = args.query.join(" ");
    let request = SearchRequest {
        query: &query,
        matching: args.matching.matching(),
        filters: args.filter.filters(&study)?,
        interviewer: if args.interviewer { Interviewer::Included } else { Interviewer::LeftOut },
        limit: None,
        order: Order::Text,
    };
    let context = match (args.width, screen) {
        (Some(width), _) => width,
        (None, Screen::Terminal(width)) => usize::from(width),
        (None, Screen::Pipe) => CONTEXT,
    };
    let order = args.sort.into();
    let found = workspace.concordance(&study, &request, order, context, (args.limit > 0).then_some(args.limit))?;
    let words = concordance(session.messages.language);
    let view = ConcordanceView { study: &study, found: &found, table_words: session.table_words(), words };
    let mut content = Vec::new();
    match form {
        Form::Page => content.extend(page(&view, order, &args.filter.typed())?.into_bytes()),
        Form::Data(Format::Json) => {
            let json = report::json::concordance(&study, &found);
            serde_json::to_writer_pretty(&mut content, &json).map_err(std::io::Error::from)?;
            content.push(b'\n');
        }
        Form::Data(Format::Text) => view.write_lines(screen, args.width, &mut content)?,
        Form::Data(format @ (Format::Csv | Format::Md)) => {
            output::table(&view.table(), session.table_words(), format, screen, &mut content)?;
        }
    }
    if let Some(path) = &args.out {
        session.write(path, &content)?;
    } else {
        let mut out = session.out();
        out.write_all(&content)?;
        out.flush()?;
    }
    let mut said = format!("{}.", (words.found)(found.total, found.turns, found.lines.len()));
    if found.lines.len() < found.total {
        said = format!("{said} {}", words.see_all);
    }
    if study.texts.is_empty() {
        session.note(session.messages.words.no_transcripts);
    } else if found.total == 0 && found.turns > 0 {
        session.note(words.no_words);
    } else {
        session.note(&said);
    }
    Ok(())
}

/// What to write: a page when the file's ending says so, else the format that was asked for.
fn form(args: &Kwic, session: &Session) -> Result<Form, Failure> {
    let Some(path) = &args.out else { return Ok(Form::Data(session.format())) };
    match session.ending_among(path, &[".html", ".csv", ".md", ".json", ".txt"])? {
        ".html" => Ok(Form::Page),
        _ => session.format_for(Some(path)).map(Form::Data),
    }
}
