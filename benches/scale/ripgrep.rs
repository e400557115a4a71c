//! ripgrep over the files themselves: no index, so each search reads everything. Times are those of whole processes, and
//! a hit is a line. Terms, phrases and regular expressions: at a second or more each, other kinds would teach nothing new.

use super::Outcome;
use super::corpus::Corpus;
use super::gauge::run;
use super::question::{Asked, KINDS, Kind, Question};
use super::table::Results;
use super::timing::repeat;
use std::path::Path;
use std::process::Command;

pub(crate) fn measure(corpus: &Corpus, _: &Path, results: &mut Results) -> Outcome<()> {
    if version().is_none() {
        return Err("rg is not installed".into());
    }
    let transcripts = corpus.study.join("transcripts");
    for (kind, name) in KINDS {
        let of_kind = corpus.questions.iter().filter(|question| question.kind == *kind);
        let Some(patterns) = of_kind.map(pattern).collect::<Option<Vec<String>>>() else { continue };
        eprintln!("  {name}");
        let search = |pattern: &str| {
            let mut command = Command::new("rg");
            command.args(["--ignore-case", "--with-filename", "--line-number", "--regexp", pattern]).arg(&transcripts);
            command
        };
        let mut timing = repeat(&patterns, |pattern| {
            run(&mut search(pattern))?;
            Ok(0)
        })?;
        let mut counts = Vec::new();
        for pattern in &patterns {
            let lines = search(pattern).args(["--count", "--no-filename"]).output()?.stdout;
            let counted = String::from_utf8_lossy(&lines);
            counts.push(counted.lines().filter_map(|line| line.rsplit(':').next()?.parse::<usize>().ok()).sum());
        }
        counts.sort_unstable();
        timing.hits = counts.get(counts.len() / 2).copied().unwrap_or(0);
        results.answers("ripgrep", *kind, timing);
    }
    Ok(())
}

/// The version, if it is installed.
pub(crate) fn version() -> Option<String> {
    let output = Command::new("rg").arg("--version").output().ok()?;
    String::from_utf8_lossy(&output.stdout).lines().next().map(str::to_owned)
}

/// A question as a regular expression over lines; none where that is no way to ask it.
fn pattern(question: &Question) -> Option<String> {
    match (question.kind, &question.asked) {
        (Kind::Term, Asked::Word(word)) => Some(format!(r"\b{word}\b")),
        (Kind::Phrase, Asked::Row(words)) => Some(format!(r"\b{}\b", words.join(r"\W+"))),
        (_, Asked::Shape(start, end)) => Some(format!(r"\b{start}\w*{end}\b")),
        _ => None,
    }
}
