//! What every command needs: which project, who acts, in which language and format, and where output goes. Data goes to
//! stdout, everything else to stderr.

use super::failure::Failure;
use super::output::Format;
use crate::language::{Message, Messages, Zone, messages, tables};
use crate::model::Language;
use crate::project::{Refusal, Workspace};
use crate::report::{Screen, Table, TableWords};
use crate::store::{StoreError, half_file};
use clap::{Args, ValueEnum};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// Options that stand before or after any command.
#[derive(Debug, Clone, Args)]
pub(super) struct Globals {
    /// Projectbestand; anders `CODEBOOM_PROJECT` of het enige *.codeboom in deze map
    #[arg(short, long, global = true, value_name = "BESTAND", env = "CODEBOOM_PROJECT", hide_env = true)]
    pub(super) project: Option<PathBuf>,
    /// Wie er werkt; anders `CODEBOOM_CODER` of je inlognaam. Filtert niets
    #[arg(long, global = true, value_name = "NAAM", env = "CODEBOOM_CODER", hide_env = true)]
    pub(super) coder: Option<String>,
    /// Taal van de meldingen; anders die van het project
    #[arg(long, global = true, value_name = "TAAL")]
    pub(super) language: Option<Tongue>,
    /// Vorm van de uitvoer
    #[arg(long, global = true, value_name = "VORM")]
    pub(super) format: Option<Format>,
    /// Alleen gegevens en fouten
    #[arg(short, long, global = true)]
    pub(super) quiet: bool,
}

/// A language as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Tongue {
    Nl,
    En,
}

impl From<Tongue> for Language {
    fn from(tongue: Tongue) -> Self {
        match tongue {
            Tongue::Nl => Self::Dutch,
            Tongue::En => Self::English,
        }
    }
}

/// What a command works with.
pub(super) struct Session {
    pub(super) globals: Globals,
    pub(super) messages: &'static Messages,
    pub(super) zone: Zone,
}

impl Session {
    pub(super) fn new(globals: Globals) -> Self {
        let language = globals.language.map_or(Language::Dutch, Language::from);
        Self { globals, messages: messages(language), zone: Zone::local() }
    }

    /// Who acts: as typed, else the login name, else `codeur`.
    pub(super) fn actor(&self) -> String {
        let login = || ["USER", "LOGNAME", "USERNAME"].iter().find_map(|name| std::env::var(name).ok());
        let named = self.globals.coder.clone().or_else(login).filter(|name| !name.trim().is_empty());
        named.unwrap_or_else(|| "codeur".to_owned())
    }

    /// Opens the project; from then on its language counts, unless another was asked for.
    pub(super) fn open(&mut self) -> Result<Workspace, Failure> {
        let path = self.project_path()?;
        let workspace = Workspace::open(&path, &self.actor(), now)
            .map_err(|refusal| named(refusal, &path, self.messages.command.cannot_read))?;
        if self.globals.language.is_none() {
            self.messages = messages(workspace.project()?.language);
        }
        if let Some(copy) = workspace.copy_before_upgrade() {
            self.note(&(self.messages.command.upgraded)(&shown(copy)));
        }
        Ok(workspace)
    }

    /// The project that was named, else the only one here; none when there are none or several.
    pub(super) fn some_project(&self) -> Result<Option<PathBuf>, Failure> {
        if self.globals.project.is_some() {
            return self.project_path().map(Some);
        }
        Ok(self.project_path().ok())
    }

    fn project_path(&self) -> Result<PathBuf, Failure> {
        if let Some(path) = &self.globals.project {
            return Ok(path.clone());
        }
        let mut here: Vec<PathBuf> = std::fs::read_dir(".")
            .map(|entries| entries.filter_map(Result::ok).map(|entry| entry.path()).collect())
            .unwrap_or_default();
        for path in &mut here {
            *path = path.strip_prefix(".").unwrap_or(path).to_owned();
        }
        here.retain(|path| path.is_file() && path.extension().is_some_and(|ending| ending == "codeboom"));
        here.sort();
        match &here[..] {
            [one] => Ok(one.clone()),
            [] => Err(Failure::Said((self.messages.command.no_project)())),
            several => {
                let names: Vec<String> = several.iter().map(|path| shown(path)).collect();
                Err(Failure::Said((self.messages.command.several_projects)(&names)))
            }
        }
    }

    /// The words of tables.
    pub(super) fn table_words(&self) -> &'static TableWords {
        tables(self.messages.language)
    }

    /// The format that was asked for, else text.
    pub(super) fn format(&self) -> Format {
        self.globals.format.unwrap_or(Format::Text)
    }

    /// The format for a file: as asked for, else as its ending says.
    pub(super) fn format_for(&self, file: Option<&Path>) -> Result<Format, Failure> {
        match (self.globals.format, file) {
            (Some(format), _) => Ok(format),
            (None, None) => Ok(Format::Text),
            (None, Some(path)) => Format::of(path).ok_or_else(|| {
                let ending = path.extension().unwrap_or_default().to_string_lossy().into_owned();
                Failure::Usage((self.messages.command.not_among)("--out", &ending, &[".csv", ".md", ".json", ".txt"]))
            }),
        }
    }

    /// Which of a few endings a file has that will be written.
    pub(super) fn ending_among(&self, path: &Path, known: &[&'static str]) -> Result<&'static str, Failure> {
        let typed = path.extension().map(|ending| format!(".{}", ending.to_string_lossy())).unwrap_or_default();
        let found = known.iter().find(|ending| ending.eq_ignore_ascii_case(&typed)).copied();
        found.ok_or_else(|| Failure::Usage((self.messages.command.not_among)("BESTAND", &typed, known)))
    }

    /// Where data goes.
    #[expect(clippy::unused_self, reason = "where output goes is the session's to say")]
    pub(super) fn out(&self) -> impl Write + use<> {
        BufWriter::with_capacity(1 << 16, anstream::AutoStream::auto(io::stdout()))
    }

    /// The width of the terminal, or none when output is piped.
    #[expect(clippy::unused_self, reason = "where output goes is the session's to say")]
    pub(super) fn screen(&self) -> Screen {
        if io::stdout().is_terminal() {
            let width = console_width().unwrap_or(100);
            Screen::Terminal(width)
        } else {
            Screen::Pipe
        }
    }

    /// Says what was done, unless quiet.
    pub(super) fn say(&self, message: &Message) {
        if !self.globals.quiet {
            print_message(message);
        }
    }

    /// Says something to know, unless quiet.
    pub(super) fn note(&self, text: &str) {
        if !self.globals.quiet {
            let _ = writeln!(anstream::stderr(), "{text}");
        }
    }

    /// Says what went wrong.
    pub(super) fn complain(&self, message: &Message) {
        let style = anstyle::Style::new().fg_color(Some(anstyle::AnsiColor::Red.into())).bold();
        let mut err = anstream::stderr().lock();
        let mut lines = message.lines();
        // Nobody can be told that nobody can be told.
        let _ = writeln!(err, "{style}{}:{style:#} {}", self.messages.words.error, lines.next().unwrap_or_default());
        for line in lines {
            let _ = writeln!(err, "{line}");
        }
    }

    /// Writes a table in the format that was asked for; JSON tables have writers of their own.
    pub(super) fn table(&self, table: &Table, format: Format) -> Result<(), Failure> {
        let mut out = self.out();
        super::output::table(table, self.table_words(), format, self.screen(), &mut out)?;
        out.flush()?;
        Ok(())
    }

    /// Writes JSON.
    pub(super) fn json(&self, value: &impl serde::Serialize) -> Result<(), Failure> {
        let mut out = self.out();
        serde_json::to_writer_pretty(&mut out, value).map_err(io::Error::from)?;
        writeln!(out)?;
        out.flush()?;
        Ok(())
    }

    /// Reads a file that was named.
    pub(super) fn read(&self, path: &Path) -> Result<Vec<u8>, Failure> {
        if !path.exists() {
            return Err(Failure::Said((self.messages.command.no_such_path)(&shown(path))));
        }
        std::fs::read(path).map_err(|error| Failure::Said((self.messages.command.cannot_read)(&shown(path), &error)))
    }

    /// Writes a whole file, which is there in full or not at all.
    pub(super) fn write(&self, path: &Path, content: &[u8]) -> Result<(), Failure> {
        let failed = |error: io::Error| Failure::Said((self.messages.command.cannot_write)(&shown(path), &error));
        let mut half = half_file(path).map_err(failed)?;
        half.write_all(content).map_err(failed)?;
        half.persist(path).map_err(|error| failed(error.error))?;
        self.say(&(self.messages.command.written)(&shown(path)));
        Ok(())
    }

    /// A bar for long work; shows nothing when stderr is no terminal or quiet was asked for.
    pub(super) fn progress(&self, length: usize, what: &'static str) -> indicatif::ProgressBar {
        if self.globals.quiet || !io::stderr().is_terminal() {
            return indicatif::ProgressBar::hidden();
        }
        let style = indicatif::ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} {eta}")
            .expect("the template is a constant");
        indicatif::ProgressBar::new(length as u64).with_style(style).with_message(what)
    }
}

fn print_message(message: &Message) {
    let mut err = anstream::stderr().lock();
    for line in message.lines() {
        // A closed stderr is no reason to stop.
        let _ = writeln!(err, "{line}");
    }
}

/// A file that the system does not let anyone use, by its name.
pub(super) fn named(refusal: Refusal, path: &Path, cannot: fn(&str, &io::Error) -> Message) -> Failure {
    match refusal {
        Refusal::Store(StoreError::File(error)) if error.kind() == io::ErrorKind::PermissionDenied => {
            Failure::Said(cannot(&shown(path), &error))
        }
        other => Failure::Refused(other),
    }
}

/// A path as a person reads it.
pub(super) fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// Now, microseconds since 1970 UTC.
pub(super) fn now() -> i64 {
    jiff::Timestamp::now().as_microsecond()
}

/// The width of the terminal, as the shell tells it.
fn console_width() -> Option<u16> {
    comfy_table::Table::new().width()
}
