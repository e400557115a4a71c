//! The budgets of the design that this measurement can judge, and the figures that are held against them.

use super::question::{KINDS, Kind};
use super::table::{megabytes, time};
use std::time::Duration;

/// Text from which a study counts as large: the budget of answers is wider there.
const LARGE: u64 = 500_000_000;

/// A figure with a budget.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Figure {
    /// Wall time of importing and indexing.
    Import(Duration),
    /// Peak memory of that.
    ImportMemory(u64),
    /// Processor time and bytes of the program's index.
    Index(Duration, u64),
    /// The same of the bare index, with as many threads.
    BareIndex(Duration, u64),
    /// p95 of the answers to a kind of question.
    Answer(Kind, Duration),
    /// p50 and p95 of writing an edit.
    EditWritten(Duration, Duration),
    /// p50 and p95 from then until it is found.
    EditFound(Duration, Duration),
}

/// Lines of the table: what, budget, figure.
pub(crate) fn lines(figures: &[Figure], bytes: u64) -> Vec<[String; 3]> {
    let line = |what: &str, budget: &str, figure: String| [what.to_owned(), budget.to_owned(), figure];
    let large = bytes >= LARGE;
    let bare = figures.iter().find_map(|figure| match figure {
        Figure::BareIndex(processor, bytes) => Some((*processor, *bytes)),
        _ => None,
    });
    let judged = figures.iter().filter_map(|figure| match *figure {
        Figure::Import(wall) => Some(line("import and index", if large { "–" } else { "≤ 10 s" }, time(wall))),
        Figure::ImportMemory(bytes) => {
            Some(line("its peak memory", if large { "≤ 2 GB" } else { "≤ 300 MB" }, megabytes(bytes)))
        }
        Figure::Index(processor, bytes) => {
            let (bare_processor, bare_bytes) = bare?;
            let figure = format!(
                "size {:.2} ×, CPU {:.2} ×",
                ratio(bytes, bare_bytes),
                processor.as_secs_f64() / bare_processor.as_secs_f64().max(f64::EPSILON)
            );
            Some(line("index against the bare one", "size ≤ 2 ×, CPU ≤ 3 ×", figure))
        }
        Figure::BareIndex(..) => None,
        Figure::Answer(kind, p95) => {
            let name = KINDS.iter().find(|(of, _)| *of == kind).map_or("", |(_, name)| *name);
            let budget = match kind {
                Kind::Term | Kind::Phrase | Kind::Boolean | Kind::Filters => {
                    if large {
                        "p95 ≤ 50 ms"
                    } else {
                        "p95 ≤ 5 ms"
                    }
                }
                _ => "–",
            };
            Some(line(&format!("answer, {name}"), budget, format!("p95 {}", time(p95))))
        }
        Figure::EditWritten(p50, p95) => {
            Some(line("an edit, until it is on disk", "–", format!("p50 {}, p95 {}", time(p50), time(p95))))
        }
        Figure::EditFound(p50, p95) => Some(line(
            "an edit, from there until it is found",
            "≤ 50 ms",
            format!("p50 {}, p95 {}", time(p50), time(p95)),
        )),
    });
    judged.collect()
}

#[expect(clippy::cast_precision_loss, reason = "sizes of files are far below 2^52")]
fn ratio(one: u64, other: u64) -> f64 {
    one as f64 / other.max(1) as f64
}
