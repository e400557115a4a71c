//! `SQLite` FTS5 over the same turns: words as they stand (unicode61 without accents), written in one transaction without
//! a journal and then optimised, so that it is at its best. An answer is the first fifty turns by bm25, highlighted.

use super::Outcome;
use super::corpus::Corpus;
use super::gauge::Gauge;
use super::question::{Asked, KINDS, Kind, Question};
use super::table::Results;
use super::timing::repeat;
use rusqlite::Connection;
use std::path::Path;

const SETTINGS: &str = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -200000;";
const TABLE: &str = "CREATE VIRTUAL TABLE turns USING fts5(words, tokenize = 'unicode61 remove_diacritics 2')";
const ANSWER: &str =
    "SELECT rowid, highlight(turns, 0, '[', ']') FROM turns WHERE turns MATCH ?1 ORDER BY rank LIMIT 50";
const COUNT: &str = "SELECT count(*) FROM turns WHERE turns MATCH ?1";

pub(crate) fn measure(corpus: &Corpus, folder: &Path, results: &mut Results) -> Outcome<()> {
    let path = folder.join("turns.db");
    let gauge = Gauge::start();
    let mut database = Connection::open(&path)?;
    database.execute_batch(SETTINGS)?;
    database.execute(TABLE, []).map_err(|error| format!("this SQLite has no FTS5: {error}"))?;
    fill(corpus, &mut database)?;
    database.execute("INSERT INTO turns(turns) VALUES('optimize')", [])?;
    let cost = gauge.read();
    // The table holds the texts too; the index is the rest.
    let index: i64 = database.query_row("SELECT sum(length(block)) FROM turns_data", [], |row| row.get(0))?;
    let index = u64::try_from(index)?;
    results.cost("SQLite FTS5", cost, Some(index));
    results.remark(format!(
        "FTS5 keeps the texts too: its whole file is {} MB.",
        std::fs::metadata(&path)?.len() / 1_000_000
    ));
    for (kind, name) in KINDS {
        let of_kind = corpus.questions.iter().filter(|question| question.kind == *kind);
        let Some(queries) = of_kind.map(query).collect::<Option<Vec<String>>>() else { continue };
        eprintln!("  {name}");
        let mut timing = repeat(&queries, |query| answer(&database, query))?;
        timing.hits = middle_count(&database, &queries)?;
        results.answers("FTS5", *kind, timing);
    }
    Ok(())
}

fn fill(corpus: &Corpus, database: &mut Connection) -> Outcome<()> {
    let writing = database.transaction()?;
    let mut insert = writing.prepare("INSERT INTO turns(words) VALUES (?1)")?;
    for source in &corpus.texts {
        let text = source.text()?;
        for turn in &source.turns {
            insert.execute([turn.of(&text)])?;
        }
    }
    drop(insert);
    writing.commit()?;
    Ok(())
}

/// Reads the first fifty turns with their marks.
fn answer(database: &Connection, query: &str) -> Outcome<usize> {
    let mut statement = database.prepare_cached(ANSWER)?;
    let mut rows = statement.query([query])?;
    let mut read = 0;
    while let Some(row) = rows.next()? {
        let marked: String = row.get(1)?;
        read += usize::from(marked.contains('['));
    }
    Ok(read)
}

fn middle_count(database: &Connection, queries: &[String]) -> Outcome<usize> {
    let mut counts = Vec::new();
    for query in queries {
        let count: i64 = database.query_row(COUNT, [query], |row| row.get(0))?;
        counts.push(usize::try_from(count)?);
    }
    counts.sort_unstable();
    Ok(counts.get(counts.len() / 2).copied().unwrap_or(0))
}

/// A question as FTS5 understands it; none where it knows no such thing.
fn query(question: &Question) -> Option<String> {
    match (question.kind, &question.asked) {
        (Kind::Term, Asked::Word(word)) => Some(format!("\"{word}\"")),
        (Kind::Phrase, Asked::Row(words)) => Some(format!("\"{}\"", words.join(" "))),
        (_, Asked::Both(one, other)) => Some(format!("\"{one}\" AND \"{other}\"")),
        (_, Asked::EitherWithout(one, other, without)) => Some(format!("(\"{one}\" OR \"{other}\") NOT \"{without}\"")),
        (_, Asked::Start(start)) => Some(format!("\"{start}\" *")),
        (_, Asked::Close(one, other)) => Some(format!("NEAR(\"{one}\" \"{other}\", 5)")),
        (
            _,
            Asked::Word(_) | Asked::Row(_) | Asked::Like(_) | Asked::Shape(..) | Asked::OfRole(..) | Asked::OfCases(..),
        ) => None,
    }
}
