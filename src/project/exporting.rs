//! What files take out of a study: codebooks in the shape that importing reads, and codings row by row.

use super::input::{CodeInput, CodebookInput};
use super::{Refusal, Workspace};
use crate::analysis::{At, CodingAt, Study, TaxonomyTree, TreeNode};
use crate::model::Code;
use crate::text::SynonymGroup;
use std::collections::BTreeSet;

/// A coding as a table has it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct CodingRow {
    /// Transcript.
    pub transcript: String,
    /// First code point.
    pub start: u32,
    /// One past the last.
    pub end: u32,
    /// The words.
    pub quote: String,
    /// Code.
    pub code: String,
    /// Coder.
    pub coder: String,
    /// Remark.
    pub note: String,
    /// A counter-example.
    pub counter: bool,
}

/// A taxonomy in the shape of a codebook file. Codes that stand in no taxonomy go with the first one; the synonyms, which
/// belong to the whole project as its language does, go with every one.
#[must_use]
pub fn codebook_of(study: &Study, taxonomy: At<TaxonomyTree>) -> CodebookInput {
    let tree = &study.taxonomies[taxonomy];
    let mut seen = BTreeSet::new();
    CodebookInput {
        title: tree.row.title.clone(),
        language: Some(study.project().language),
        scope: tree.row.scope.clone(),
        footnotes: tree.footnotes.iter().map(|note| (note.mark.clone(), note.text.clone())).collect(),
        synonyms: synonyms(study),
        placed: tree.roots.iter().map(|node| branch(study, node, &mut seen)).collect(),
        loose: if taxonomy.number() == 0 { loose(study) } else { Vec::new() },
    }
}

/// The codes that stand in no taxonomy, and the synonyms, in the shape of a codebook file without a title.
#[must_use]
pub fn loose_codebook(study: &Study) -> CodebookInput {
    CodebookInput { synonyms: synonyms(study), loose: loose(study), ..CodebookInput::default() }
}

fn synonyms(study: &Study) -> Vec<Vec<String>> {
    let forms = |group: &SynonymGroup| group.forms.iter().map(|form| form.form.clone()).collect();
    study.synonyms().groups().iter().map(forms).collect()
}

fn loose(study: &Study) -> Vec<CodeInput> {
    study.unplaced().into_iter().map(|at| entry(&study.codes[at], String::new(), false)).collect()
}

fn branch(study: &Study, node: &TreeNode, seen: &mut BTreeSet<At<Code>>) -> CodeInput {
    let also = !seen.insert(node.code);
    let mut code = entry(&study.codes[node.code], node.placement.marked.clone(), also);
    code.children = node.children.iter().map(|child| branch(study, child, seen)).collect();
    code
}

fn entry(code: &Code, marked: String, also: bool) -> CodeInput {
    let some = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    CodeInput {
        line: 0,
        level: code.level,
        name: if marked.is_empty() { code.name.clone() } else { marked },
        also,
        statement: some(&code.statement),
        definition: some(&code.definition),
        include: some(&code.include),
        exclude: some(&code.exclude),
        example: some(&code.example),
        color: some(&code.color),
        origin: code.origin,
        status: Some(code.status),
        children: Vec::new(),
    }
}

impl Workspace {
    /// Calls `each` with every coding in reading order.
    ///
    /// # Errors
    /// When the words of a fragment cannot be read.
    pub fn codings(&self, study: &Study, mut each: impl FnMut(CodingRow)) -> Result<(), Refusal> {
        let codings: &[CodingAt] = study.codings.rows();
        let notes: rustc_hash::FxHashMap<_, _> =
            study.rows().codings.iter().map(|coding| (coding.id, coding.note.as_str())).collect();
        let passages = codings.iter().map(|coding| study.places[coding.place].passage);
        let mut at = 0;
        self.store.passages(passages, |words| {
            let coding = &codings[at];
            let place = &study.places[coding.place];
            each(CodingRow {
                transcript: study.texts[place.transcript].row.name.clone(),
                start: place.points.start,
                end: place.points.end,
                quote: words.to_owned(),
                code: study.codes[coding.code].name.clone(),
                coder: study.coders[coding.coder].name.clone(),
                note: notes.get(&coding.id).copied().unwrap_or_default().to_owned(),
                counter: coding.counter,
            });
            at += 1;
        })?;
        Ok(())
    }
}
