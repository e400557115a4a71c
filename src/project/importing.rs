//! Importing texts. Files are read and taken apart first, side by side; then everything that could be read is written as
//! one act. A bad file is named and does not stop the good ones; equal bytes are skipped; a known file name with other
//! content is refused, because that is a correction.

use super::arriving::{Known, base, choose_names};
use super::input::ParticipantsInput;
use super::participants::{self, ParticipantsReport};
use super::{Done, Refusal, Workspace};
use crate::analysis::{NameKind, Study};
use crate::import::{self, Encoding, Notice, Unreadable};
use crate::model::{Kind, RevisionId, Structure, StructureId, Transcript, TranscriptId, Verb, fold_name};
use crate::store::{NewRevision, Writing};
use crate::text;
use rustc_hash::FxHashSet;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// A file that was read and taken apart.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// Name of the file, with the folder it was found in.
    pub file: String,
    /// SHA-256 of its bytes.
    pub hash: Vec<u8>,
    /// The bytes, packed.
    pub(super) packed: Vec<u8>,
    /// The canonical text.
    pub text: String,
    /// How the letters were stored.
    pub encoding: Encoding,
    /// What the person should know.
    pub notices: Vec<Notice>,
    /// Lines, turns, time marks and the rest.
    pub structure: Structure,
}

/// Reads a file's bytes and takes its text apart: needs no project, so files can be prepared side by side.
///
/// # Errors
/// The reason why the file cannot be read.
pub fn prepare(file: &str, bytes: &[u8]) -> Result<Prepared, Unreadable> {
    let reading = import::read(file, bytes)?;
    let structure = text::structure(&reading.text, &reading.hints);
    Ok(Prepared {
        file: file.to_owned(),
        hash: Sha256::digest(bytes).to_vec(),
        packed: lz4_flex::compress_prepend_size(bytes),
        text: reading.text,
        encoding: reading.encoding,
        notices: reading.notices,
        structure,
    })
}

/// What an import did, file by file.
#[derive(Debug, Default)]
pub struct ImportReport {
    /// Texts taken over.
    pub added: Vec<ImportedText>,
    /// Files whose bytes the project holds already, with the transcript that has them.
    pub skipped: Vec<(String, String)>,
    /// Files refused, each with its reason.
    pub refused: Vec<Refusal>,
    /// What the table of participants did.
    pub participants: Option<ParticipantsReport>,
}

/// A text taken over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedText {
    /// Name of the transcript.
    pub name: String,
    /// The file.
    pub file: String,
    /// How the letters were stored.
    pub encoding: Encoding,
    /// What the person should know.
    pub notices: Vec<Notice>,
    /// Characters of the text.
    pub characters: usize,
    /// Speakers with their number of turns; the interviewer is marked.
    pub speakers: Vec<(String, usize, bool)>,
    /// Paragraphs.
    pub paragraphs: usize,
    /// Time marks.
    pub times: usize,
}

/// Whether an import is only tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trial {
    /// Everything is decided and nothing written.
    DryRun,
    /// Written.
    Real,
}

impl Workspace {
    /// Takes over texts, and the table of participants that goes with them, as one act. `failed` names the files that
    /// could not be read, so that the table may speak of them.
    ///
    /// # Errors
    /// When the table is wrong, or the project cannot be written; a file that is refused is in the report instead.
    pub fn import(
        &mut self,
        files: Vec<Prepared>,
        table: Option<&ParticipantsInput>,
        failed: &[String],
        trial: Trial,
        reason: &str,
    ) -> Result<Done<ImportReport>, Refusal> {
        self.run(Verb::Import, reason, |writing, study| {
            let mut report = ImportReport::default();
            for (name, file) in sort_out(study, files, &mut report) {
                report.added.push(describe(&name, &file));
                write(writing, name, &file)?;
            }
            if let Some(table) = table {
                let (rows, number) = writing.rows()?;
                let study = Study::build(rows, number);
                let mut unread = failed.to_vec();
                unread.extend(report.refused.iter().filter_map(|refusal| match refusal {
                    Refusal::OtherContent { file, .. } => Some(file.clone()),
                    _ => None,
                }));
                report.participants = Some(participants::apply(writing, &study, table, &unread)?);
            }
            let names = report.added.iter().map(|text| text.name.clone()).take(3);
            writing.describe([report.added.len().to_string()].into_iter().chain(names));
            if trial == Trial::DryRun {
                writing.abandon();
            }
            Ok(report)
        })
    }
}

/// Decides for every file whether it comes in, and under which name.
fn sort_out(study: &Study, files: Vec<Prepared>, report: &mut ImportReport) -> Vec<(String, Prepared)> {
    let mut by_hash: BTreeMap<Vec<u8>, String> = BTreeMap::new();
    for text in study.texts.rows() {
        by_hash.insert(text.row.original.clone(), text.row.name.clone());
    }
    let mut fresh: Vec<Prepared> = Vec::new();
    for file in files {
        if let Some(known) = by_hash.get(&file.hash) {
            report.skipped.push((file.file, known.clone()));
            continue;
        }
        by_hash.insert(file.hash.clone(), base(&file.file).to_owned());
        fresh.push(file);
    }
    let known = Known::of(study);
    let names = choose_names(&known, &fresh);
    let mut batch: Vec<(String, Prepared)> = Vec::new();
    let mut taken: FxHashSet<String> = FxHashSet::default();
    for (file, name) in fresh.into_iter().zip(names) {
        match known.text(&name, &file.file) {
            Some(text) => {
                report.refused.push(Refusal::OtherContent { transcript: text.row.name.clone(), file: file.file });
            }
            None => match super::codes::name(&name) {
                Ok(name) if !taken.insert(fold_name(&name)) => {
                    report.refused.push(Refusal::NameTaken { kind: NameKind::Transcript, name });
                }
                Ok(name) => batch.push((name, file)),
                Err(refusal) => report.refused.push(refusal),
            },
        }
    }
    batch
}

fn write(writing: &mut Writing<'_>, name: String, file: &Prepared) -> Result<(), Refusal> {
    let id = TranscriptId::new();
    let (revision, structure): (RevisionId, StructureId) = writing.add_revision(&NewRevision {
        transcript: id,
        number: 1,
        text: &file.text,
        structure: &file.structure,
    })?;
    writing.add_original(id, &file.file, &file.hash, &file.packed)?;
    let voices = file.structure.speakers.iter().filter(|speaker| !speaker.interviewer).count();
    writing.insert(Transcript {
        id,
        name,
        file: base(&file.file).to_owned(),
        kind: if voices > 2 { Kind::GroupInterview } else { Kind::Interview },
        case: None,
        moment: String::new(),
        date: String::new(),
        original: file.hash.clone(),
        revision,
        structure,
        created: writing.time(),
    })?;
    Ok(())
}

fn describe(name: &str, file: &Prepared) -> ImportedText {
    let structure = &file.structure;
    let turns = |speaker: usize| structure.turns.iter().filter(|turn| usize::from(turn.speaker) == speaker).count();
    ImportedText {
        name: name.to_owned(),
        file: file.file.clone(),
        encoding: file.encoding,
        notices: file.notices.clone(),
        characters: file.text.chars().count(),
        speakers: structure
            .speakers
            .iter()
            .enumerate()
            .map(|(at, speaker)| (speaker.label.clone(), turns(at), speaker.interviewer))
            .collect(),
        paragraphs: structure.paragraphs.len(),
        times: structure.times.len(),
    }
}
