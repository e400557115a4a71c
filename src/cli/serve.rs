//! `serve`, and the program without a command: the workbench in the browser.

use super::failure::Failure;
use super::session::{Session, now, shown};
use crate::server::{self, ServeError, Settings};
use clap::Args;
use etcetera::BaseStrategy;
use std::path::PathBuf;

/// Open de werkbank in de browser
#[derive(Debug, Default, Args)]
#[command(
    after_help = "De werkbank luistert alleen op deze computer. Het adres werkt één keer, voor één browser; stoppen doe je met Ctrl-C."
)]
pub(super) struct Serve {
    /// Poort; anders een vrije
    #[arg(long, value_name = "N", default_value_t = 0)]
    port: u16,
    /// Noem alleen het adres; open geen browser
    #[arg(long)]
    no_open: bool,
}

pub(super) fn run(args: &Serve, session: &mut Session) -> Result<(), Failure> {
    let project = session.some_project()?;
    if let Some(path) = &project {
        // A project that cannot be opened is said here, as every command says it.
        session.globals.project = Some(path.clone());
        drop(session.open()?);
    }
    let strategy = etcetera::choose_base_strategy().ok();
    let settings = Settings {
        project,
        coder: session.actor(),
        language: session.globals.language.map(Into::into),
        home: std::env::current_dir().unwrap_or_else(|_| PathBuf::from(".")),
        memory: strategy.map(|strategy| strategy.config_dir().join("codeboom").join("workbench.toml")),
        zone: session.zone.clone(),
        clock: now,
        assets: if cfg!(debug_assertions) {
            std::env::var_os("CODEBOOM_ASSETS").filter(|folder| !folder.is_empty()).map(PathBuf::from)
        } else {
            None
        },
    };
    let messages = session.messages;
    let (quiet, opens) = (session.globals.quiet, !args.no_open);
    let served = server::serve(settings, args.port, |address| {
        // Scripts and people need the address, also when they want quiet.
        let lead = if quiet { "" } else { messages.command.serving };
        let line = format!("{lead}{}{address}", if lead.is_empty() { "" } else { " " });
        let _ = std::io::Write::write_all(&mut anstream::stderr(), format!("{line}\n").as_bytes());
        if opens && open::that_detached(address).is_err() && !quiet {
            let _ = std::io::Write::write_all(
                &mut anstream::stderr(),
                format!("{}\n", messages.command.no_browser).as_bytes(),
            );
        }
    });
    served.map_err(|error| match error {
        ServeError::Project(refusal) => Failure::Refused(refusal),
        ServeError::Listen(error) => {
            Failure::Said((messages.command.cannot_listen)(&shown(&PathBuf::from(args.port.to_string())), &error))
        }
    })
}
