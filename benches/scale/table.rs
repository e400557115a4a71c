//! The outcome as Markdown: the machine, what making cost, how quick the answers were, and the budgets.

use super::budgets::{self, Figure};
use super::corpus::Corpus;
use super::gauge::Cost;
use super::question::{KINDS, Kind};
use super::ripgrep;
use super::timing::Timing;
use std::fmt::Write;
use std::fs;
use std::time::Duration;

/// Who answers, in the order of the columns.
const ANSWERING: [&str; 3] = ["Codeboom", "FTS5", "ripgrep"];

/// Everything that was measured.
pub(crate) struct Results {
    study: String,
    bytes: u64,
    load_before: String,
    costs: Vec<(String, Cost, Option<u64>)>,
    answers: Vec<(&'static str, Kind, Timing)>,
    figures: Vec<Figure>,
    remarks: Vec<String>,
}

impl Results {
    pub(crate) fn new(corpus: &Corpus) -> Self {
        let study = format!(
            "{} transcripts, {} turns, {} of text",
            corpus.texts.len(),
            corpus.turns(),
            megabytes(corpus.bytes)
        );
        Self {
            study,
            bytes: corpus.bytes,
            load_before: load(),
            costs: Vec::new(),
            answers: Vec::new(),
            figures: Vec::new(),
            remarks: Vec::new(),
        }
    }

    /// What something cost, with the size of what was made.
    pub(crate) fn cost(&mut self, what: &str, cost: Cost, bytes: Option<u64>) {
        eprintln!("  {what}: {}", time(cost.wall));
        self.costs.push((what.to_owned(), cost, bytes));
    }

    /// How quick someone's answers to a kind of question were.
    pub(crate) fn answers(&mut self, who: &'static str, kind: Kind, timing: Timing) {
        self.answers.push((who, kind, timing));
    }

    /// A figure that has a budget.
    pub(crate) fn figure(&mut self, figure: Figure) {
        self.figures.push(figure);
    }

    /// A sentence under the tables.
    pub(crate) fn remark(&mut self, remark: String) {
        self.remarks.push(remark);
    }

    pub(crate) fn markdown(&self) -> String {
        let mut out = String::new();
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{}. {}. Load {} before, {} after.\n", self.study, machine(), self.load_before, load());
        let _ = writeln!(out, "{}.\n", versions().join(", "));
        let _ = writeln!(out, "| made | wall | CPU | peak memory | size |\n| --- | --- | --- | --- | --- |");
        for (what, cost, bytes) in &self.costs {
            let size = bytes.map_or("–".to_owned(), megabytes);
            let (wall, processor, memory) = (time(cost.wall), time(cost.processor), megabytes(cost.memory));
            let _ = writeln!(out, "| {what} | {wall} | {processor} | {memory} | {size} |");
        }
        let heads = ANSWERING.map(|who| format!("{who} p50 · p95 (hits)"));
        let _ = writeln!(out, "\n| asked | {} |\n| --- | --- | --- | --- |", heads.join(" | "));
        for (kind, name) in KINDS {
            let cells = ANSWERING.map(|who| self.cell(who, *kind));
            let _ = writeln!(out, "| {name} | {} |", cells.join(" | "));
        }
        let _ = writeln!(out, "\n| work | budget | measured |\n| --- | --- | --- |");
        for line in budgets::lines(&self.figures, self.bytes) {
            let _ = writeln!(out, "| {} |", line.join(" | "));
        }
        for remark in &self.remarks {
            let _ = write!(out, "\n- {remark}");
        }
        out.push('\n');
        out
    }

    fn cell(&self, who: &str, kind: Kind) -> String {
        let found = self.answers.iter().find(|(by, of, _)| *by == who && *of == kind);
        found.map_or("–".to_owned(), |(_, _, timing)| {
            format!("{} · {} ({})", time(timing.p50), time(timing.p95), timing.hits)
        })
    }
}

/// A time to read.
pub(crate) fn time(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    match seconds {
        _ if seconds >= 100.0 => format!("{seconds:.0} s"),
        _ if seconds >= 1.0 => format!("{seconds:.2} s"),
        _ if seconds >= 0.1 => format!("{:.0} ms", seconds * 1000.0),
        _ => format!("{:.2} ms", seconds * 1000.0),
    }
}

/// A size to read.
pub(crate) fn megabytes(bytes: u64) -> String {
    format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10)
}

fn machine() -> String {
    let processor = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name =
        processor.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": ")).map(|(_, name)| name);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    format!("{cores} cores ({})", name.unwrap_or("unknown"))
}

fn versions() -> Vec<String> {
    vec![
        format!("Codeboom {}", env!("CARGO_PKG_VERSION")),
        tantivy::version_string().to_owned(),
        format!("SQLite {}", rusqlite::version()),
        ripgrep::version().unwrap_or("ripgrep is not installed".to_owned()),
    ]
}

/// How busy the machine is: the mean over a minute.
fn load() -> String {
    let text = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split(' ').next().unwrap_or("?").to_owned()
}
