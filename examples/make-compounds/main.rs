//! Makes the counts that compounds are recognised by, `data/compounds.fst`, from the word list and the lexicon; and
//! prints what the program makes of words, to measure it with.
//!
//! ```text
//! cargo run --release --example make-compounds -- --familiar words.txt --write data/compounds.fst
//! cargo run --example make-compounds -- --parts < words
//! ```
//!
//! It is made after the lexicon, with the lexicon that is in the program. `data/README.md` says where `words.txt` comes
//! from.

#![forbid(unsafe_code)]
#![warn(clippy::pedantic, missing_docs, unreachable_pub, clippy::unwrap_used)]

mod counting;
mod familiar;
mod recipe;

use clap::Parser;
use codeboom::text::dutch::compound::cutting::Cutter;
use codeboom::text::dutch::compound::judgement::evidence;
use codeboom::text::dutch::compound::parts;
use codeboom::text::dutch::compound::productivity::Productivity;
use codeboom::text::dutch::{Lexicon, lemmas};
use codeboom::text::fold::fold;
use std::error::Error;
use std::fs;
use std::io::{self, BufRead, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// Make the counts of the parts of Dutch compounds
#[derive(Debug, Clone, Parser)]
#[command(name = "make-compounds")]
struct Options {
    /// The list of words
    #[arg(long, value_name = "FILE", default_value = "/usr/share/dict/dutch")]
    list: PathBuf,
    /// The list of frequent words, as they are written
    #[arg(long, value_name = "FILE", required_if_eq("write", "true"))]
    familiar: Option<PathBuf>,
    /// Write the counts to this file
    #[arg(long, value_name = "FILE", requires = "familiar")]
    write: Option<PathBuf>,
    /// Read words, one a line, and print each with its lemmas, two tabs apart from its parts, separated by spaces
    #[arg(long)]
    parts: bool,
    /// Read words, one a line, and print each with its cheapest cut and the evidence of it, separated by tabs
    #[arg(long, conflicts_with = "parts")]
    evidence: bool,
}

fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    if let (Some(write), Some(familiar)) = (&options.write, &options.familiar) {
        let read = |path: &PathBuf| fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()));
        let bytes = recipe::make(Lexicon::shipped(), &read(&options.list)?, &read(familiar)?)?;
        fs::write(write, &bytes)?;
        eprintln!("{} bytes", bytes.len());
    }
    if options.parts {
        answer(|word| format!("{}\t{}", lemmas(word).join(" "), parts(word).join(" ")))?;
    } else if options.evidence {
        answer(written_evidence)?;
    }
    Ok(())
}

/// The cut of a word and its evidence.
fn written_evidence(word: &str) -> String {
    let cutter = Cutter { lexicon: Lexicon::shipped(), counts: Productivity::shipped() };
    let Some(cutting) = cutter.cut(word) else { return String::new() };
    let mut pieces = word.to_owned();
    cutting.cuts.iter().rev().for_each(|cut| pieces.insert(*cut, '+'));
    let evidence = evidence(cutter, word, &cutting).map(|value| value.to_string());
    format!("{pieces}\t{}", evidence.join("\t"))
}

/// Prints each word that is read, and what there is to say of it.
fn answer(of: impl Fn(&str) -> String) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let line = line?;
        writeln!(out, "{line}\t{}", of(&fold(&line)))?;
    }
    Ok(())
}

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("make-compounds: {error}");
            ExitCode::FAILURE
        }
    }
}
