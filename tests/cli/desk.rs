//! The fixture of the whole-program tests: a folder of its own, a project in it, and the built program run there in a
//! clean environment. Whatever a test runs must never panic and never colour piped output; [`Desk::refuses`] and
//! [`Desk::leaves_alone`] also prove that nothing changed.

use super::small_study;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::OnceLock;
use tempfile::TempDir;

/// The project of a desk.
pub(super) const PROJECT: &str = "studie.codeboom";

/// A folder to work in.
pub(super) struct Desk {
    folder: TempDir,
}

impl Desk {
    /// An empty folder.
    pub(super) fn empty() -> Self {
        Self { folder: tempfile::Builder::new().prefix("bureau-").tempdir().unwrap() }
    }

    /// A folder with an empty project.
    pub(super) fn new() -> Self {
        let desk = Self::empty();
        desk.does(&["new", PROJECT, "--title", "Studie"]);
        desk
    }

    /// A folder with the small study as a project; the files it was made of are in [`small_study`].
    pub(super) fn small() -> Self {
        static SMALL: OnceLock<Vec<u8>> = OnceLock::new();
        let made = SMALL.get_or_init(|| {
            let desk = Self::new();
            small_study::put(&desk);
            desk.does(&["import", "teksten", "--participants", "respondenten.csv"]);
            desk.does(&["codebook", "import", "thuis.toml"]);
            desk.does(&["codings", "import", "coderingen.csv"]);
            desk.bytes(PROJECT)
        });
        let desk = Self::empty();
        desk.write(PROJECT, made);
        desk
    }

    /// A folder with the worked example, as `demo` makes it, but without its report.
    pub(super) fn example() -> Self {
        static EXAMPLE: OnceLock<Vec<u8>> = OnceLock::new();
        let made = EXAMPLE.get_or_init(|| {
            let desk = Self::empty();
            desk.does(&["demo"]);
            desk.bytes("voorbeeld.codeboom")
        });
        let desk = Self::empty();
        desk.write(PROJECT, made);
        desk
    }

    pub(super) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(super) fn at(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    /// Writes a file, with the folders above it.
    pub(super) fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.at(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }

    pub(super) fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.at(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    pub(super) fn text(&self, name: &str) -> String {
        String::from_utf8(self.bytes(name)).unwrap()
    }

    /// The names of what lies in the folder, in order.
    pub(super) fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.path()).unwrap();
        let names: BTreeSet<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.into_iter().collect()
    }

    /// The program with these arguments, not yet started.
    pub(super) fn command(&self, arguments: &[&str]) -> Command {
        self.prepare(Command::new(env!("CARGO_BIN_EXE_codeboom")), arguments)
    }

    /// Another program, or a copy of this one, run as [`Desk::command`] runs it.
    pub(super) fn prepare(&self, mut command: Command, arguments: &[&str]) -> Command {
        command.args(arguments).current_dir(self.path()).stdin(Stdio::null());
        command.env_clear().env("USER", "lotte").env("HOME", self.path()).env("TZ", "UTC");
        if let Some(path) = std::env::var_os("PATH") {
            command.env("PATH", path);
        }
        command
    }

    /// Runs the program to its end.
    pub(super) fn run(&self, arguments: &[&str]) -> Outcome {
        Outcome::of(&self.command(arguments).output().unwrap(), arguments)
    }

    /// Starts the program and lets it run beside the test.
    pub(super) fn start(&self, arguments: &[&str]) -> Running {
        let mut command = self.command(arguments);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        Running { child: command.spawn().unwrap(), arguments: arguments.join(" ") }
    }

    /// Runs a command that must succeed.
    pub(super) fn does(&self, arguments: &[&str]) -> Outcome {
        self.run(arguments).ended(0)
    }

    /// Runs a command that must succeed, and gives the JSON that it answers with.
    pub(super) fn json(&self, arguments: &[&str]) -> serde_json::Value {
        let outcome = self.does(&[arguments, &["--format", "json"]].concat());
        serde_json::from_str(&outcome.stdout).unwrap_or_else(|error| panic!("{error}: {}", outcome.stdout))
    }

    /// Runs a command that must be refused: exit 1, a message that says so, no data, and everything as it was.
    pub(super) fn refuses(&self, arguments: &[&str]) -> Outcome {
        let outcome = self.leaves_alone(arguments).ended(1);
        assert_eq!(outcome.stdout, "", "data beside a refusal of {}", outcome.arguments);
        assert!(outcome.stderr.contains("fout: "), "no message: {outcome:?}");
        outcome
    }

    /// Runs a command that must change nothing, however it ends.
    pub(super) fn leaves_alone(&self, arguments: &[&str]) -> Outcome {
        let before = self.picture();
        let outcome = self.run(arguments);
        assert!(self.picture() == before, "something changed: {outcome:?}\n{:?}", self.names());
        outcome
    }

    /// The project file, its history and the names of what lies beside it; the index and its folder do not count.
    fn picture(&self) -> (Option<Vec<u8>>, String, Vec<String>) {
        let project = fs::read(self.at(PROJECT)).ok();
        let names = self.names().into_iter().filter(|name| !name.ends_with(".codeboom.index")).collect();
        (project, self.history(), names)
    }

    /// The whole history as it is printed for programs; empty when there is no project that can be read.
    pub(super) fn history(&self) -> String {
        self.run(&["history", "--limit", "0", "--format", "json", "-p", PROJECT]).stdout
    }

    /// How many steps the history has.
    pub(super) fn steps(&self) -> u64 {
        self.json(&["history", "--limit", "1", "-p", PROJECT])["total"].as_u64().unwrap()
    }

    /// The project can prove all of itself.
    pub(super) fn is_sound(&self) {
        assert_eq!(self.json(&["doctor"])["sound"], true);
    }
}

/// A program that runs beside the test.
pub(super) struct Running {
    pub(super) child: Child,
    arguments: String,
}

impl Running {
    /// Waits for its end.
    pub(super) fn end(self) -> Outcome {
        Outcome::of(&self.child.wait_with_output().unwrap(), &[&self.arguments])
    }
}

/// How a run ended.
#[derive(Debug)]
pub(super) struct Outcome {
    arguments: String,
    /// Exit code; none when it was ended from outside.
    pub(super) code: Option<i32>,
    pub(super) stdout: String,
    pub(super) stderr: String,
}

impl Outcome {
    pub(super) fn of(output: &Output, arguments: &[&str]) -> Self {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        let outcome = Self {
            arguments: arguments.join(" "),
            code: output.status.code(),
            stdout: text(&output.stdout),
            stderr: text(&output.stderr),
        };
        for trace in ["panicked", "RUST_BACKTRACE", "SQL", "Error(", "\u{1b}["] {
            assert!(!outcome.stderr.contains(trace), "{trace:?} in a message: {outcome:?}");
        }
        assert!(!outcome.stdout.contains('\u{1b}'), "colour in a pipe: {outcome:?}");
        outcome
    }

    /// It ended with this exit code.
    #[track_caller]
    pub(super) fn ended(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{self:?}");
        self
    }

    /// Its messages hold each of these.
    #[track_caller]
    pub(super) fn says(self, parts: &[&str]) -> Self {
        for part in parts {
            assert!(self.stderr.contains(part), "{part:?} is not said by {}:\n{}", self.arguments, self.stderr);
        }
        self
    }

    /// Its data holds each of these.
    #[track_caller]
    pub(super) fn shows(self, parts: &[&str]) -> Self {
        for part in parts {
            assert!(self.stdout.contains(part), "{part:?} is not shown by {}:\n{}", self.arguments, self.stdout);
        }
        self
    }
}
