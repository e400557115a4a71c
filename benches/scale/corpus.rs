//! The transcripts that everybody is measured on. Each is read and taken apart once, to know its turns and to draw the
//! questions from; what is kept are the places of the turns, not the texts.

use super::Outcome;
use super::question::Question;
use super::sample::Sample;
use codeboom::import;
use codeboom::model::Span;
use codeboom::text::structure;
use std::fs;
use std::path::{Path, PathBuf};

/// Transcripts from which the questions are drawn.
const SAMPLED: usize = 150;

/// The transcripts of a study.
pub(crate) struct Corpus {
    /// The folder of the study.
    pub(crate) study: PathBuf,
    /// The transcripts, by name.
    pub(crate) texts: Vec<Source>,
    /// Bytes of text.
    pub(crate) bytes: u64,
    /// What is asked.
    pub(crate) questions: Vec<Question>,
}

/// One transcript.
pub(crate) struct Source {
    /// Its file.
    pub(crate) path: PathBuf,
    /// Its turns.
    pub(crate) turns: Vec<Span>,
}

impl Source {
    /// The text, read anew each time.
    pub(crate) fn text(&self) -> Outcome<String> {
        Ok(fs::read_to_string(&self.path)?)
    }
}

impl Corpus {
    /// Reads all transcripts, one at a time.
    pub(crate) fn read(study: &Path) -> Outcome<Self> {
        let files = fs::read_dir(study.join("transcripts"))?.map(|entry| entry.map(|entry| entry.path()));
        let mut paths = files.collect::<Result<Vec<PathBuf>, _>>()?;
        paths.sort();
        let apart = paths.len().div_ceil(SAMPLED).max(1);
        let mut sample = Sample::new();
        let mut texts = Vec::with_capacity(paths.len());
        let mut bytes = 0;
        for (number, path) in paths.into_iter().enumerate() {
            let file = fs::read(&path)?;
            let reading = import::read(&path.to_string_lossy(), &file).map_err(|fault| format!("{fault:?}"))?;
            // So that places in the canonical text are places in the file.
            if reading.text.as_bytes() != file {
                return Err(format!("{} was not made by make-study", path.display()).into());
            }
            let turns = structure(&reading.text, &reading.hints).units();
            if number % apart == 0 {
                sample.take(&reading.text, &turns);
            }
            bytes += file.len() as u64;
            texts.push(Source { path, turns });
        }
        Ok(Self { study: study.to_owned(), texts, bytes, questions: sample.questions()? })
    }

    /// How many turns there are.
    pub(crate) fn turns(&self) -> usize {
        self.texts.iter().map(|text| text.turns.len()).sum()
    }
}
