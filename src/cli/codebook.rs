//! `codebook`: in, out and on the screen.

use super::failure::Failure;
use super::output::Format;
use super::session::{Session, shown};
use crate::analysis::{TaxonomyOptions, taxonomy_table};
use crate::interchange::{codebook_csv, codebook_toml};
use crate::project::input::CodebookInput;
use crate::project::{Refusal, codebook_of, loose_codebook, scope_of};
use crate::report;
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// Lees een codeboek in, schrijf het weg of bekijk het
#[derive(Debug, Args)]
#[command(after_help = "Voorbeelden:
  codeboom codebook import codeboek.toml        voegt toe en werkt bij, verwijdert niets
  codeboom codebook import verloop.toml hulp.toml
  codeboom codebook export codeboek.toml        bestaand bestand: je opmerkingen blijven staan
  codeboom codebook show")]
pub(super) struct CodebookArgs {
    #[command(subcommand)]
    act: CodebookAct,
}

#[derive(Debug, Subcommand)]
enum CodebookAct {
    /// Neem codeboeken op (TOML of CSV); voegt toe en werkt bij, verwijdert niets
    Import {
        #[arg(required = true, value_name = "BESTAND")]
        files: Vec<PathBuf>,
        #[arg(long, default_value = "", value_name = "REDEN")]
        reason: String,
    },
    /// Schrijf het codeboek naar een bestand (TOML of CSV), of naar het scherm
    Export {
        #[arg(value_name = "BESTAND")]
        file: Option<PathBuf>,
        /// Welke taxonomie, voor TOML
        #[arg(long, value_name = "TITEL")]
        taxonomy: Option<String>,
    },
    /// Laat het codeboek zien
    Show,
}

pub(super) fn run(args: &CodebookArgs, session: &mut Session) -> Result<(), Failure> {
    match &args.act {
        CodebookAct::Import { files, reason } => import(session, files, reason),
        CodebookAct::Export { file, taxonomy } => export(session, file.as_ref(), taxonomy.as_deref()),
        CodebookAct::Show => show(session),
    }
}

fn import(session: &mut Session, files: &[PathBuf], reason: &str) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    let mut books: Vec<CodebookInput> = Vec::new();
    for path in files {
        let bytes = session.read(path)?;
        let faulty = |faults| Failure::File(shown(path), faults);
        if let Some(Format::Csv) = Format::of(path) {
            books.extend(codebook_csv::read(&bytes).map_err(faulty)?);
        } else {
            let mut book = codebook_toml::read(&bytes).map_err(faulty)?;
            if book.title.trim().is_empty() && !book.placed.is_empty() {
                book.title = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            }
            books.push(book);
        }
    }
    let done = workspace.import_codebooks(&books, reason).map_err(|refusal| match refusal {
        Refusal::Rows(rows) => Failure::Rows(files.iter().map(|path| shown(path)).collect::<Vec<_>>().join(", "), rows),
        other => Failure::Refused(other),
    })?;
    session.say(&(session.messages.done.codebook)(&done.value, workspace.project()?.level_words));
    Ok(())
}

fn export(session: &mut Session, file: Option<&PathBuf>, taxonomy: Option<&str>) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    let study = workspace.study()?;
    let table = match file {
        Some(path) => session.ending_among(path, &[".toml", ".csv"])? == ".csv",
        None => session.globals.format == Some(Format::Csv),
    };
    let content = if table {
        let mut books: Vec<CodebookInput> = study
            .taxonomies
            .positions()
            .map(|at| CodebookInput { loose: Vec::new(), ..codebook_of(&study, at) })
            .collect();
        if books.iter().any(|book| !book.footnotes.is_empty() || !book.scope.is_empty()) || !study.synonyms().is_empty()
        {
            session.note(session.messages.words.codebook_table);
        }
        books.push(loose_codebook(&study));
        let mut out = Vec::new();
        codebook_csv::write(&books, &mut out)?;
        out
    } else {
        let book = if study.taxonomies.is_empty() && taxonomy.is_none() {
            loose_codebook(&study)
        } else {
            codebook_of(&study, study.find_taxonomy(taxonomy).map_err(Refusal::from)?)
        };
        match file.filter(|path| path.metadata().is_ok_and(|known| known.len() > 0)) {
            Some(path) => {
                let old = session.read(path)?;
                codebook_toml::update(&old, &book).map_err(|faults| Failure::File(shown(path), faults))?.into_bytes()
            }
            None => codebook_toml::write(&book).into_bytes(),
        }
    };
    if let Some(path) = file {
        session.write(path, &content)
    } else {
        use std::io::Write;
        let mut out = session.out();
        out.write_all(&content)?;
        out.flush()?;
        Ok(())
    }
}

fn show(session: &mut Session) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    let study = workspace.study()?;
    if study.codes.is_empty() {
        session.note(session.messages.words.no_codes);
    }
    let mut tables = Vec::new();
    for at in study.taxonomies.positions() {
        let filters = scope_of(&study, at)?.into_iter().collect();
        tables.push(taxonomy_table(&study, at, &TaxonomyOptions { filters, by: None }));
    }
    match session.format() {
        Format::Json => session.json(&report::json::codebook(&study, &tables)),
        format => session.table(&report::lists::codebook(&study, session.table_words(), &tables), format),
    }
}
