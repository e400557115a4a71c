//! Questions in Codeboom's query language, and how they are put to it: the one place that knows the program's search.

use super::Outcome;
use super::question::{Asked, Kind, Question};
use codeboom::analysis::Study;
use codeboom::project::{Interviewer, SearchRequest, Workspace};
use codeboom::search::{Matching, Order};

/// Hits that are shown with their marks.
const SHOWN: usize = 50;

/// How the words of each kind are compared.
fn matching(kind: Kind) -> Matching {
    match kind {
        Kind::Inside => Matching::Inside,
        Kind::Broad => Matching::Broad,
        _ => Matching::Lemmas,
    }
}

/// A question ready to be put.
pub(crate) struct Put {
    query: String,
    matching: Matching,
    interviewer: Interviewer,
}

impl Put {
    /// A word as typed, whoever says it.
    pub(crate) fn word(word: &str) -> Self {
        Self { query: word.to_owned(), matching: Matching::Exact, interviewer: Interviewer::Included }
    }
}

/// The questions of a kind.
pub(crate) fn put(questions: &[Question], kind: Kind, study: &Study) -> Vec<Put> {
    let asked = questions.iter().filter(|question| question.kind == kind);
    let put =
        |question| Put { query: query(question, study), matching: matching(kind), interviewer: Interviewer::LeftOut };
    asked.map(put).collect()
}

/// A question as a person types it.
fn query(question: &Question, study: &Study) -> String {
    let of = |names: Vec<&str>, at: usize| {
        names.get(at % names.len().max(1)).map_or(String::new(), |name| format!("\"{name}\""))
    };
    let role = |at| of(study.roles.rows().iter().map(|role| role.name.as_str()).collect(), at);
    let case = |at| of(study.cases.rows().iter().map(|case| case.name.as_str()).collect(), at);
    match &question.asked {
        Asked::Word(word) => word.clone(),
        Asked::Row(words) if question.kind == Kind::LemmaPhrase => format!("\"{}\"~", words.join(" ")),
        Asked::Row(words) => format!("\"{}\"", words.join(" ")),
        Asked::Both(one, other) => format!("{one} AND {other}"),
        Asked::EitherWithout(one, other, without) => format!("({one} OR {other}) NOT {without}"),
        Asked::OfRole(word, at) => format!("{word} rol:{}", role(*at)),
        Asked::OfCases(word, at) => format!("{word} (casus:{} OR casus:{})", case(*at), case(*at + 1)),
        Asked::Start(start) => format!("{start}*"),
        Asked::Like(word) => format!("{word}~1"),
        Asked::Shape(start, end) => format!("/{start}.*{end}/"),
        Asked::Close(one, other) => format!("{one} NEAR/5 {other}"),
    }
}

/// Puts a question as the workbench does, with the picture of the study as it is now; gives the number of hits. The
/// first fifty are read and marked.
pub(crate) fn ask(workspace: &mut Workspace, put: &Put) -> Outcome<usize> {
    let study = workspace.study().map_err(|refusal| format!("{refusal:?}"))?;
    let request = SearchRequest {
        query: &put.query,
        matching: put.matching,
        filters: Vec::new(),
        interviewer: put.interviewer,
        limit: Some(SHOWN),
        order: Order::Relevance,
    };
    let hits = workspace.search(&study, &request).map_err(|refusal| format!("{}: {refusal:?}", put.query))?;
    Ok(hits.total)
}
