//! Measures search at scale: Codeboom, a bare tantivy index, `SQLite` FTS5 and ripgrep on the same transcripts, one
//! after the other in one run, and prints the figures as Markdown:
//!
//! ```text
//! cargo run --release --example make-study -- --interviews 312 --words 10000 STUDY      # 22 MB
//! cargo run --release --example make-study -- --interviews 4500 --words 30000 STUDY     # 1 GB
//! cargo bench --bench scale -- STUDY [--only codeboom|index|fts5|ripgrep]
//! ```
//!
//! Everything is built in a temporary folder beside STUDY, so that all files lie on one disk, and one transcript is in
//! memory at a time. The questions come from the texts by frequency and chance with a fixed seed. Nothing here fails on a
//! slow figure.

mod asking;
mod bare;
mod budgets;
mod codeboom;
mod corpus;
mod fts5;
mod gauge;
mod indexing;
mod question;
mod ripgrep;
mod sample;
mod table;
mod timing;

use clap::{Parser, ValueEnum};
use corpus::Corpus;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use table::Results;

/// What a step of the measurement gives.
pub(crate) type Outcome<T> = Result<T, Box<dyn Error>>;

/// Measure search at scale
#[derive(Debug, Parser)]
struct Arguments {
    /// A folder that make-study made
    study: Option<PathBuf>,
    /// Only these; all without it
    #[arg(long, value_enum)]
    only: Vec<Contestant>,
    /// Given by cargo
    #[arg(long, hide = true)]
    bench: bool,
}

/// Who is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Contestant {
    /// The program as people use it: import, searches, an edit.
    Codeboom,
    /// The index of the program beside a bare tantivy index.
    Index,
    /// `SQLite` FTS5.
    Fts5,
    /// ripgrep.
    Ripgrep,
}

type Measure = fn(&Corpus, &Path, &mut Results) -> Outcome<()>;

const CONTESTANTS: &[(Contestant, Measure)] = &[
    (Contestant::Ripgrep, ripgrep::measure),
    (Contestant::Fts5, fts5::measure),
    (Contestant::Index, indexing::measure),
    (Contestant::Codeboom, codeboom::measure),
];

fn run(study: &Path, only: &[Contestant]) -> Outcome<()> {
    let study = std::path::absolute(study)?;
    eprintln!("reading {}", study.display());
    let corpus = Corpus::read(&study)?;
    let mut results = Results::new(&corpus);
    for (contestant, measure) in CONTESTANTS {
        if !only.is_empty() && !only.contains(contestant) {
            continue;
        }
        eprintln!("measuring {contestant:?}");
        let folder = tempfile::Builder::new().prefix("scale-").tempdir_in(study.parent().unwrap_or(&study))?;
        // What one of them cannot do is a line of the outcome; the others are measured all the same.
        if let Err(error) = measure(&corpus, folder.path(), &mut results) {
            results.remark(format!("{contestant:?}: {error}"));
        }
    }
    print!("{}", results.markdown());
    Ok(())
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let Some(study) = arguments.study.filter(|study| study.join("transcripts").is_dir()) else {
        println!("name the folder of a study; make one with:");
        println!("  cargo run --release --example make-study -- --interviews 4500 --words 30000 STUDY");
        println!("  cargo bench --bench scale -- STUDY");
        return ExitCode::SUCCESS;
    };
    match run(&study, &arguments.only) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("scale: {error}");
            ExitCode::FAILURE
        }
    }
}
