//! Measures the program on a study of full size and prints each figure beside its budget:
//!
//! ```text
//! cargo run --release --example make-study -- --interviews 312 --words 10000 --codes 120 --codings 60000 --coders 3 STUDY
//! cargo bench --bench budget -- STUDY
//! ```
//!
//! Whole commands are timed as whole processes, cold but for the disk cache, best and worst of several runs; searches
//! are timed inside one process, which is how the workbench runs them. Nothing here fails on a slow figure.

use codeboom::project::{Interviewer, SearchRequest, Workspace};
use codeboom::search::{Matching, Order};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const BINARY: &str = env!("CARGO_BIN_EXE_codeboom");

struct Figures {
    rows: Vec<(String, String, String)>,
}

impl Figures {
    fn add(&mut self, work: &str, budget: &str, figure: String) {
        println!("{work:<72} {budget:>18} {figure:>34}");
        self.rows.push((work.to_owned(), budget.to_owned(), figure));
    }
}

/// Runs a command to its end; gives its time and its peak memory in megabytes.
fn run(folder: &Path, arguments: &[&str]) -> (Duration, u64) {
    let begin = Instant::now();
    let mut child = Command::new(BINARY)
        .current_dir(folder)
        .args(arguments)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    let status = PathBuf::from(format!("/proc/{}/status", child.id()));
    let mut peak = 0;
    loop {
        if let Ok(text) = std::fs::read_to_string(&status) {
            let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
            let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").trim().parse::<u64>().ok());
            peak = peak.max(kilobytes.unwrap_or(0) / 1024);
        }
        match child.try_wait().expect("the program can be waited for") {
            Some(status) => {
                assert!(status.success(), "{arguments:?} failed");
                return (begin.elapsed(), peak);
            }
            None => std::thread::sleep(Duration::from_millis(1)),
        }
    }
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn shown(times: &mut [Duration]) -> String {
    times.sort();
    let middle = times[times.len() / 2];
    let show = |time: Duration| {
        if time >= Duration::from_secs(1) {
            format!("{:.2} s", time.as_secs_f64())
        } else {
            format!("{:.0} ms", milliseconds(time))
        }
    };
    format!("{} ({}–{})", show(middle), show(times[0]), show(times[times.len() - 1]))
}

fn timed(folder: &Path, times: usize, arguments: &[&str]) -> String {
    let mut all: Vec<Duration> = (0..times).map(|_| run(folder, arguments).0).collect();
    shown(&mut all)
}

fn import(study: &Path, folder: &Path, figures: &mut Figures) {
    let transcripts = study.join("transcripts");
    let people = study.join("respondenten.csv");
    let (transcripts, people) = (transcripts.to_string_lossy(), people.to_string_lossy());
    let mut times = Vec::new();
    let mut peak = 0;
    for _ in 0..3 {
        let _ = std::fs::remove_file(folder.join("p.codeboom"));
        let _ = std::fs::remove_dir_all(folder.join("p.codeboom.index"));
        run(folder, &["new", "p.codeboom"]);
        let (time, memory) = run(folder, &["import", &transcripts, "--participants", &people]);
        times.push(time);
        peak = peak.max(memory);
    }
    figures.add("import and index 312 interviews, with participants", "≤ 6 s", shown(&mut times));
    figures.add("  peak memory", "≤ 300 MB", format!("{peak} MB"));
}

fn codings(study: &Path, folder: &Path, figures: &mut Figures) {
    let book = study.join("codeboek.toml");
    run(folder, &["codebook", "import", &book.to_string_lossy()]);
    std::fs::copy(folder.join("p.codeboom"), folder.join("before.db")).expect("a copy");
    let table = study.join("coderingen.csv");
    let mut times = Vec::new();
    for _ in 0..3 {
        std::fs::copy(folder.join("before.db"), folder.join("p.codeboom")).expect("a copy");
        times.push(run(folder, &["codings", "import", &table.to_string_lossy()]).0);
    }
    figures.add("60,000 codings from CSV, with history", "≤ 1.5 s", shown(&mut times));
    std::fs::remove_file(folder.join("before.db")).expect("the copy");
}

fn commands(folder: &Path, figures: &mut Figures) {
    for (what, arguments) in [
        ("transcripts", &["transcripts"][..]),
        ("cases", &["cases"]),
        ("codebook show", &["codebook", "show"]),
        ("history", &["history"]),
        ("settings (a verb that changes nothing)", &["settings", "--title", "p"]),
    ] {
        figures.add(&format!("cold command without text: {what}"), "≤ 150 ms", timed(folder, 7, arguments));
    }
    figures.add("taxonomy as JSON, cold", "≤ 500 ms", timed(folder, 7, &["taxonomy", "--format", "json"]));
    figures.add("taxonomy by role, cold", "≤ 500 ms", timed(folder, 7, &["taxonomy", "--by", "role"]));
    figures.add("all quotes to CSV", "≤ 500 ms", timed(folder, 5, &["quotes", "--format", "csv"]));
    figures.add("all quotes to JSON", "–", timed(folder, 5, &["quotes", "--format", "json"]));
    figures.add("all codings to CSV", "–", timed(folder, 5, &["codings", "export"]));
    let begin = Instant::now();
    run(folder, &["report", "--out", "rapport", "--for", "bijlage"]);
    figures.add("report without full texts (all quotes to HTML)", "≤ 1 s", shown(&mut [begin.elapsed()]));
    let begin = Instant::now();
    run(folder, &["report", "--out", "rapport-werk"]);
    figures.add("report with all 312 texts", "–", shown(&mut [begin.elapsed()]));
    figures.add("undo of 60,000 codings and redo", "–", {
        let undo = run(folder, &["undo", "--anyone"]).0;
        let redo = run(folder, &["redo", "--anyone"]).0;
        format!("{:.2} s + {:.2} s", undo.as_secs_f64(), redo.as_secs_f64())
    });
    figures.add("doctor: every anchor against its text", "–", timed(folder, 3, &["doctor"]));
}

fn searches(folder: &Path, figures: &mut Figures) {
    figures.add("search, cold: schaamte", "–", timed(folder, 7, &["search", "schaamte", "--format", "json"]));
    let mut workspace = Workspace::open(&folder.join("p.codeboom"), "meting", || 0).expect("the project opens");
    let queries: [(&str, &[&str]); 4] = [
        ("term", &["schaamte", "netwerk", "hulp", "moeder", "gemeente", "vertrouwen", "gezin", "regie"]),
        ("phrase", &["\"van de\"", "\"in het\"", "\"dat is\"", "\"de moeder\""]),
        ("boolean", &["hulp AND gemeente", "(moeder OR vader) NOT school", "netwerk regie", "schaamte OF vertrouwen"]),
        (
            "boolean with filters",
            &["hulp rol:professional", "moeder casus:3", "netwerk NOT moment:nameting", "regie (casus:1 OR casus:2)"],
        ),
    ];
    for (kind, queries) in queries {
        let mut times = Vec::new();
        for round in 0..30 {
            for query in queries {
                let request = SearchRequest {
                    query,
                    matching: Matching::Lemmas,
                    filters: Vec::new(),
                    interviewer: Interviewer::LeftOut,
                    limit: Some(50),
                    order: Order::Relevance,
                };
                let begin = Instant::now();
                let study = workspace.study().expect("the study can be read");
                let hits = workspace.search(&study, &request).expect("the query is good");
                if round > 0 {
                    times.push(begin.elapsed());
                }
                if hits.total == 0 && round == 0 {
                    println!("  {query} finds nothing, so it measures little");
                }
            }
        }
        times.sort();
        let p = |share: usize| milliseconds(times[(times.len() - 1) * share / 100]);
        let figure = format!("p50 {:.1} ms, p95 {:.1} ms", p(50), p(95));
        figures.add(&format!("search, warm, first 50 with marks: {kind}"), "p95 ≤ 5 ms", figure);
    }
}

fn sizes(folder: &Path, figures: &mut Figures) {
    let megabytes = |bytes: u64| format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10);
    let project = std::fs::metadata(folder.join("p.codeboom")).map_or(0, |file| file.len());
    let index: u64 = std::fs::read_dir(folder.join("p.codeboom.index"))
        .map(|files| files.filter_map(Result::ok).filter_map(|file| file.metadata().ok()).map(|file| file.len()).sum())
        .unwrap_or_default();
    figures.add("project file", "–", megabytes(project));
    figures.add("search index", "–", megabytes(index));
}

fn main() {
    let study = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    let Some(study) = study.map(PathBuf::from).filter(|study| study.join("coderingen.csv").exists()) else {
        println!("name the folder of a study; make one with:");
        println!(
            "  cargo run --release --example make-study -- --interviews 312 --words 10000 --codes 120 --codings 60000 --coders 3 STUDY"
        );
        println!("  cargo bench --bench budget -- STUDY");
        return;
    };
    let study = std::path::absolute(study).expect("a folder has a path");
    let folder = tempfile::tempdir().expect("a folder to work in");
    let mut figures = Figures { rows: Vec::new() };
    import(&study, folder.path(), &mut figures);
    codings(&study, folder.path(), &mut figures);
    commands(folder.path(), &mut figures);
    searches(folder.path(), &mut figures);
    sizes(folder.path(), &mut figures);
    println!();
    println!("| work | budget | measured |");
    println!("| --- | --- | --- |");
    for (work, budget, figure) in &figures.rows {
        println!("| {} | {budget} | {figure} |", work.trim());
    }
}
