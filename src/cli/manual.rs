//! `completions` and `man`: made from the commands themselves, so that they cannot be behind.

use super::Arguments;
use super::failure::Failure;
use super::session::{Session, shown};
use clap::{Args, CommandFactory};
use clap_complete::Shell;
use std::io::Write;
use std::path::PathBuf;

/// Aanvullen met Tab voor je shell
#[derive(Debug, Args)]
#[command(after_help = "Voorbeeld:
  codeboom completions bash > ~/.local/share/bash-completion/completions/codeboom")]
pub(super) struct Completions {
    /// Shell
    shell: Shell,
}

/// Schrijf de handleiding als manpagina's
#[derive(Debug, Args)]
pub(super) struct Man {
    /// Map voor de pagina's
    #[arg(long, value_name = "MAP")]
    out: PathBuf,
}

pub(super) fn completions(args: &Completions, session: &Session) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Arguments::command(), "codeboom", &mut script);
    let mut out = session.out();
    out.write_all(&script)?;
    out.flush()?;
    Ok(())
}

pub(super) fn man(args: &Man, session: &Session) -> Result<(), Failure> {
    let failed = |error| Failure::Said((session.messages.command.cannot_write)(&shown(&args.out), &error));
    std::fs::create_dir_all(&args.out).map_err(failed)?;
    clap_mangen::generate_to(Arguments::command(), &args.out).map_err(failed)?;
    session.say(&(session.messages.command.written)(&shown(&args.out.join("codeboom.1"))));
    Ok(())
}
