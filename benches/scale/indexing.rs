//! The index of the program beside a bare one: the same turns of the same files, read one transcript at a time, each in
//! a fresh folder. Reading the files counts for both.

use super::Outcome;
use super::bare;
use super::budgets::Figure;
use super::corpus::{Corpus, Source};
use super::gauge::{Cost, Gauge, size_of};
use super::table::Results;
use codeboom::model::{ProjectId, RevisionId};
use codeboom::search::{Caught, SearchIndex};
use rustc_hash::FxHashMap;
use std::fs;
use std::path::Path;

/// Indexing threads of the program.
const THREADS: usize = 2;

pub(crate) fn measure(corpus: &Corpus, folder: &Path, results: &mut Results) -> Outcome<()> {
    for threads in [1, THREADS] {
        let place = folder.join(format!("bare-{threads}"));
        fs::create_dir(&place)?;
        let cost = bare::index(corpus, &place, threads)?;
        let bytes = size_of(&place)?;
        results.cost(&format!("bare tantivy, surface words, threads: {threads}"), cost, Some(bytes));
        if threads == THREADS {
            results.figure(Figure::BareIndex(cost.processor, bytes));
        }
        fs::remove_dir_all(&place)?;
    }
    let place = folder.join("own");
    let cost = own(corpus, &place)?;
    let bytes = size_of(&place)?;
    results.cost("Codeboom: index alone", cost, Some(bytes));
    results.figure(Figure::Index(cost.processor, bytes));
    Ok(())
}

/// Makes the program's index of the texts, without a project.
fn own(corpus: &Corpus, folder: &Path) -> Outcome<Cost> {
    let sources: FxHashMap<RevisionId, &Source> = corpus.texts.iter().map(|text| (RevisionId::new(), text)).collect();
    let mut wanted: Vec<RevisionId> = sources.keys().copied().collect();
    wanted.sort();
    let gauge = Gauge::start();
    let mut index = SearchIndex::open(folder, ProjectId::new()).index;
    let caught = index.catch_up(&wanted, 1, |revision| -> Outcome<_> {
        let source = sources.get(&revision).ok_or("a text that nobody gave")?;
        Ok((source.text()?, source.turns.clone()))
    })?;
    match caught {
        Caught::Done { .. } => Ok(gauge.read()),
        other => Err(format!("the index was not made: {other:?}").into()),
    }
}
