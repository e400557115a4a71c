//! Importing texts. Files are read and taken apart first, side by side; then everything that could be read is written as
//! one act. A bad file is named and does not stop the good ones; equal bytes are skipped; a known file name with other
//! content is refused, because that is a correction.

use super::input::ParticipantsInput;
use super::participants::{self, ParticipantsReport};
use super::{Done, Refusal, Workspace};
use crate::analysis::{NameKind, Study, Text};
use crate::import::{self, Encoding, Notice, Unreadable};
use crate::model::{Kind, RevisionId, Structure, StructureId, Transcript, TranscriptId, Verb, fold_name};
use crate::store::{NewRevision, Writing};
use crate::text;
use rustc_hash::{FxHashMap, FxHashSet};
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

/// What a file would be in a study.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arrival {
    /// A new transcript of this name.
    New(String),
    /// A transcript that has the very same bytes.
    Same(String),
    /// A transcript of that name with another text: a correction, perhaps.
    Other(String),
}

/// What one file would be in the study; among several that are imported together names may differ.
#[must_use]
pub fn arrival(study: &Study, file: &Prepared) -> Arrival {
    let texts = study.texts.rows();
    if let Some(text) = texts.iter().find(|text| text.row.original == file.hash) {
        return Arrival::Same(text.row.name.clone());
    }
    let known = Known::of(study);
    let names = choose_names(&known, std::slice::from_ref(file));
    let name = names.into_iter().next().unwrap_or_default();
    match known.text(&name, &file.file) {
        Some(text) => Arrival::Other(text.row.name.clone()),
        None => Arrival::New(name),
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

/// The texts of the study by their folded names and by the folded names of their files: looked up once for each file of
/// an import of thousands.
struct Known<'s> {
    by_name: FxHashMap<String, Vec<&'s Text>>,
    by_file: FxHashMap<String, Vec<&'s Text>>,
}

impl<'s> Known<'s> {
    fn of(study: &'s Study) -> Self {
        let mut known = Self { by_name: FxHashMap::default(), by_file: FxHashMap::default() };
        for text in study.texts.rows() {
            known.by_name.entry(fold_name(&text.row.name)).or_default().push(text);
            known.by_file.entry(fold_name(&text.row.file)).or_default().push(text);
        }
        known
    }

    /// The text that a file of this name would be.
    fn text(&self, name: &str, file: &str) -> Option<&'s Text> {
        let first = |texts: Option<&Vec<&'s Text>>| texts.and_then(|texts| texts.first()).copied();
        first(self.by_name.get(&fold_name(name))).or_else(|| {
            let by_file = if name == stem(file) { self.by_file.get(&fold_name(base(file))) } else { None };
            first(by_file)
        })
    }

    /// Whether the stem is the name of a text that came from a file of another name.
    fn taken_by_other_file(&self, stem: &str, base: &str) -> bool {
        let texts = self.by_name.get(&fold_name(stem));
        texts.is_some_and(|texts| texts.iter().any(|text| fold_name(self::base(&text.row.file)) != fold_name(base)))
    }
}

/// The name of each transcript: the file name without ending; with it where two files share a stem; with the folder
/// where two share the whole name.
fn choose_names(known: &Known<'_>, files: &[Prepared]) -> Vec<String> {
    let mut bases: FxHashMap<String, usize> = FxHashMap::default();
    let mut stems: FxHashMap<String, usize> = FxHashMap::default();
    for file in files {
        *bases.entry(fold_name(base(&file.file))).or_default() += 1;
        *stems.entry(fold_name(stem(&file.file))).or_default() += 1;
    }
    let shared = |counts: &FxHashMap<String, usize>, name: &str| counts.get(&fold_name(name)).is_some_and(|n| *n > 1);
    files
        .iter()
        .map(|file| {
            let (stem, base) = (stem(&file.file), base(&file.file));
            if shared(&bases, base) {
                file.file.clone()
            } else if shared(&stems, stem) || known.taken_by_other_file(stem, base) {
                base.to_owned()
            } else {
                stem.to_owned()
            }
        })
        .collect()
}

fn base(file: &str) -> &str {
    file.rsplit(['/', '\\']).next().unwrap_or(file)
}

fn stem(file: &str) -> &str {
    let base = base(file);
    base.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()).map_or(base, |(stem, _)| stem)
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
