//! A concordance as JSON: each place with the words before and behind it as they stand in the text.

use crate::analysis::Study;
use crate::model::PointSpan;
use crate::project::Concordance;
use serde::Serialize;

/// A concordance.
#[derive(Debug, Serialize)]
pub struct ConcordanceJson<'c> {
    query: &'c str,
    total: usize,
    turns: usize,
    lines: Vec<LineJson<'c>>,
}

#[derive(Debug, Serialize)]
struct LineJson<'c> {
    transcript: &'c str,
    case: Option<&'c str>,
    participant: Option<&'c str>,
    role: Option<&'c str>,
    line: usize,
    span: PointSpan,
    before: &'c str,
    #[serde(rename = "match")]
    keyword: &'c str,
    after: &'c str,
}

/// The JSON of a concordance.
#[must_use]
pub fn concordance<'c>(study: &'c Study, found: &'c Concordance) -> ConcordanceJson<'c> {
    let lines = found.lines.iter().map(|line| LineJson {
        transcript: &study.texts[line.text].row.name,
        case: line.case.map(|case| study.cases[case].name.as_str()),
        participant: line.participant.map(|person| study.participants[person].name.as_str()),
        role: line.role(study),
        line: line.line,
        span: line.points,
        before: &line.before,
        keyword: &line.keyword,
        after: &line.after,
    });
    ConcordanceJson { query: &found.query, total: found.total, turns: found.turns, lines: lines.collect() }
}
