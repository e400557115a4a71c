//! The command line: arguments in, verbs and reports called, output out. One file per command; no rule of the study
//! lives here. Data goes to stdout, everything else to stderr; exit 0 done, 1 refused or wrong input, 2 usage, 3 broken.
//!
//! - `session` project, language, format and where output goes; `failure` how a command fails; `output` formats
//! - `filters` conditions and `matching` ways to compare words, which several commands share
//! - `care` (new, settings, doctor, backup), `demo`, `import`, `correct`, `lists`, `show`, `codebook`, `code`,
//!   `codings`, `search`, `applying` (a code on what was found), `like`, `kwic`, `words`, `synonyms`, `sentences`,
//!   `quotes`, `taxonomy`, `report`, `history`, `memo`, `serve` (the workbench, also without a command), `manual` (man
//!   pages and completions)

mod applying;
mod care;
mod code;
mod codebook;
mod codings;
mod correct;
mod demo;
mod failure;
mod filters;
mod history;
mod import;
mod kwic;
mod like;
mod lists;
mod manual;
mod matching;
mod memo;
mod output;
mod quotes;
mod report;
mod search;
mod sentences;
mod serve;
mod session;
mod show;
mod synonyms;
mod taxonomy;
mod words;

use clap::{Parser, Subcommand};
use failure::Failure;
use lists::List;
use session::{Globals, Session};
use std::ffi::OsString;
use std::process::ExitCode;

/// Codeboom: van interviews naar thema's, labels en citaten
#[derive(Debug, Parser)]
#[command(
    name = "codeboom",
    version,
    disable_help_subcommand = true,
    after_help = "Zonder opdracht opent de werkbank in de browser. Of begin zo:
  codeboom demo                                    een uitgewerkt voorbeeld, met rapport
  codeboom new studie.codeboom                     een eigen project
  codeboom import interviews/                      lees je teksten in
  codeboom codebook import codeboek.toml           en je codeboek
  codeboom code apply schaamte --in resp-06 --quote \"de vuile was\"
  codeboom taxonomy                                de tabel van thema's en labels
  codeboom report --out rapport                    alles als webpagina's

Meer over een opdracht: codeboom import --help"
)]
struct Arguments {
    #[command(flatten)]
    globals: Globals,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Demo(demo::Demo),
    New(care::New),
    Import(import::Import),
    Correct(correct::Correct),
    /// Lijst van transcripten
    Transcripts,
    Show(show::Show),
    /// Overzicht van casussen
    Cases,
    /// Lijst van respondenten
    Participants,
    Codebook(codebook::CodebookArgs),
    Code(code::CodeArgs),
    Codings(codings::CodingsArgs),
    Finish(codings::Finish),
    Search(search::Search),
    Like(like::LikeArgs),
    Sentences(sentences::Sentences),
    Kwic(kwic::Kwic),
    Words(words::Words),
    Quotes(quotes::Quotes),
    Quote(quotes::QuoteArgs),
    Taxonomy(taxonomy::Taxonomy),
    Report(report::Report),
    Synonyms(synonyms::SynonymsArgs),
    Memo(memo::MemoArgs),
    History(history::History),
    Undo(history::Revert),
    /// Herstel wat je ongedaan maakte
    Redo(history::Revert),
    Settings(care::SettingsArgs),
    /// Onderzoek of het project heel is
    Doctor,
    Backup(care::Backup),
    Serve(serve::Serve),
    Completions(manual::Completions),
    Man(manual::Man),
}

/// Runs the program on these arguments.
#[must_use]
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let parsed = match Arguments::try_parse_from(arguments) {
        Ok(parsed) => parsed,
        Err(error) => {
            let code = if error.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS };
            // A closed pipe is no failure.
            let _ = error.print();
            return code;
        }
    };
    let mut session = Session::new(parsed.globals);
    // Most people never type a command: the workbench opens.
    let command = parsed.command.unwrap_or(Command::Serve(serve::Serve::default()));
    match perform(&command, &mut session) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if let Some(message) = failure.message(session.messages) {
                session.complain(&message);
            }
            failure.code()
        }
    }
}

fn perform(command: &Command, session: &mut Session) -> Result<(), Failure> {
    match command {
        Command::Serve(args) => serve::run(args, session),
        Command::Demo(args) => demo::run(args, session),
        Command::New(args) => care::new(args, session),
        Command::Import(args) => import::run(args, session),
        Command::Correct(args) => correct::run(args, session),
        Command::Transcripts => lists::run(List::Transcripts, session),
        Command::Show(args) => show::run(args, session),
        Command::Cases => lists::run(List::Cases, session),
        Command::Participants => lists::run(List::Participants, session),
        Command::Codebook(args) => codebook::run(args, session),
        Command::Code(args) => code::run(args, session),
        Command::Codings(args) => codings::run(args, session),
        Command::Finish(args) => codings::finish(args, session),
        Command::Search(args) => search::run(args, session),
        Command::Sentences(args) => sentences::run(args, session),
        Command::Kwic(args) => kwic::run(args, session),
        Command::Words(args) => words::run(args, session),
        Command::Like(args) => like::run(args, session),
        Command::Quotes(args) => quotes::run(args, session),
        Command::Quote(args) => quotes::choose(args, session),
        Command::Taxonomy(args) => taxonomy::run(args, session),
        Command::Report(args) => report::run(args, session),
        Command::Synonyms(args) => synonyms::run(args, session),
        Command::Memo(args) => memo::run(args, session),
        Command::History(args) => history::run(args, session),
        Command::Undo(args) => history::undo(args, session),
        Command::Redo(args) => history::redo(args, session),
        Command::Settings(args) => care::settings(args, session),
        Command::Doctor => care::doctor(session),
        Command::Backup(args) => care::backup(args, session),
        Command::Completions(args) => manual::completions(args, session),
        Command::Man(args) => manual::man(args, session),
    }
}
