//! Makes the lexicon that ships in the program, `data/lexicon.bin`, from `OpenTaal`'s word list and dictionary and the
//! tables in `data/`; and prints what the program makes of words, to measure it with.
//!
//! ```text
//! cargo run --example make-lexicon -- --write data/lexicon.bin
//! cargo run --example make-lexicon -- --lemmas < words         # by the lexicon that the sources make now
//! ```
//!
//! Debian's packages `wdutch` and `hunspell-nl` hold the two sources. `data/README.md` says which versions and under
//! which licences.

#![forbid(unsafe_code)]
#![warn(clippy::pedantic, missing_docs, unreachable_pub, clippy::unwrap_used)]

mod adjectives;
mod compounds;
mod families;
mod hunspell;
mod nouns;
mod pruning;
mod readings;
mod recipe;
mod tables;
mod verbs;
mod wordlist;
mod write;

use clap::Parser;
use codeboom::text::dutch::{Analysis, Lexicon, lemmas_by};
use codeboom::text::fold::fold;
use recipe::{Sources, Tables};
use std::error::Error;
use std::fs;
use std::io::{self, BufRead, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// Make the lexicon of Dutch words
#[derive(Debug, Clone, Parser)]
#[command(name = "make-lexicon")]
struct Options {
    /// The list of words
    #[arg(long, value_name = "FILE", default_value = "/usr/share/dict/dutch")]
    list: PathBuf,
    /// The folder with the dictionary, nl.aff and nl.dic
    #[arg(long, value_name = "DIR", default_value = "/usr/share/hunspell")]
    dictionary: PathBuf,
    /// The folder with the tables written by hand
    #[arg(long, value_name = "DIR", default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/data"))]
    tables: PathBuf,
    /// Write the lexicon to this file
    #[arg(long, value_name = "FILE")]
    write: Option<PathBuf>,
    /// Read words, one a line, and print each with its lemmas, separated by tabs
    #[arg(long)]
    lemmas: bool,
    /// Read words, one a line, and print each with its readings in the lexicon, class:lemma
    #[arg(long, conflicts_with = "lemmas")]
    readings: bool,
}

impl Options {
    fn sources(&self) -> Result<Sources, Box<dyn Error>> {
        let read = |path: PathBuf| fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()));
        Ok(Sources {
            affixes: read(self.dictionary.join("nl.aff"))?,
            dictionary: read(self.dictionary.join("nl.dic"))?,
            list: read(self.list.clone())?,
            tables: Tables {
                strong_verbs: read(self.tables.join("strong-verbs.txt"))?,
                nouns: read(self.tables.join("irregular-nouns.txt"))?,
                adjectives: read(self.tables.join("irregular-adjectives.txt"))?,
                kept: read(self.tables.join("kept-readings.txt"))?,
            },
        })
    }
}

fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    let made = recipe::make(&options.sources()?)?;
    let bytes = write::lexicon(&made.readings, &made.particles)?;
    if let Some(path) = &options.write {
        fs::write(path, &bytes)?;
    }
    let lexicon = Lexicon::new(&bytes)?;
    eprintln!("{} words, {} separable verbs, {} bytes", lexicon.len(), made.particles.len(), bytes.len());
    if options.lemmas {
        answer(|word| lemmas_by(&lexicon, word))?;
    } else if options.readings {
        let written = |reading: Analysis| format!("{:?}:{}", reading.class, reading.lemma);
        answer(|word| lexicon.readings(word).into_iter().map(written).collect())?;
    }
    Ok(())
}

/// Prints each word that is read, and what there is to say of it.
fn answer(of: impl Fn(&str) -> Vec<String>) -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let line = line?;
        writeln!(out, "{line}\t{}", of(&fold(&line)).join("\t"))?;
    }
    Ok(())
}

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("make-lexicon: {error}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_lexicon_is_what_the_sources_make() {
        let options = Options::parse_from(["make-lexicon"]);
        let sources = match options.sources() {
            Ok(sources) => sources,
            Err(error) => return eprintln!("skipped, the sources are not installed: {error}"),
        };
        let made = recipe::make(&sources).expect("the tables are good");
        let bytes = write::lexicon(&made.readings, &made.particles).expect("all words fit");
        let shipped = fs::read(options.tables.join("lexicon.bin")).expect("it ships");
        assert!(bytes == shipped, "data/lexicon.bin is of other sources, tables or rules: make it again");
    }
}
