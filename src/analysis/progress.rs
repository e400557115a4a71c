//! How far each coder is, text by text.

use super::list::At;
use super::{Study, Text};
use crate::model::Coder;

/// How far one coder is in one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Codings.
    pub codings: usize,
    /// Finished: no codes then means none, not missing.
    pub finished: bool,
}

/// How far everybody is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgressTable(Vec<Vec<Progress>>);

impl ProgressTable {
    /// Of one coder in one text.
    #[must_use]
    pub fn of(&self, text: At<Text>, coder: At<Coder>) -> Progress {
        self.0[text.number()][coder.number()]
    }
}

/// How far each coder is in each text.
#[must_use]
pub fn progress(study: &Study) -> ProgressTable {
    let mut table = vec![vec![Progress::default(); study.coders.len()]; study.texts.len()];
    for coding in study.codings.rows() {
        table[study.places[coding.place].transcript.number()][coding.coder.number()].codings += 1;
    }
    let texts: std::collections::BTreeMap<_, _> = study.texts.iter().map(|(at, text)| (text.row.id, at)).collect();
    for finish in study.rows().finishes.iter() {
        let coder = study.coders.iter().find(|(_, coder)| coder.id == finish.coder);
        if let (Some(text), Some((coder, _))) = (texts.get(&finish.transcript), coder) {
            table[text.number()][coder.number()].finished = true;
        }
    }
    ProgressTable(table)
}
