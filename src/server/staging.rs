//! Files that a browser has sent and that are not in the project yet: read and taken apart, to be looked at and put right
//! first. They live in memory only, with the browser that sent them, and go when another project is opened.

use crate::import::Unreadable;
use crate::interchange::{FileFault, TableKind, codebook_csv, codebook_toml, codings_csv, participants_csv, recognise};
use crate::language::Message;
use crate::model::Structure;
use crate::project::input::{CodebookInput, CodingInput, ParticipantsInput};
use crate::project::{Prepared, prepare};
use crate::text::{LabelRole, label_roles, with_roles};
use std::sync::Arc;

/// The largest file that is taken, in bytes.
pub(super) const LARGEST: usize = 64 << 20;
/// The most that may wait at once, in bytes.
pub(super) const MOST: usize = 256 << 20;

/// What waits in a browser.
#[derive(Debug, Default)]
pub(super) struct Staging {
    /// Number of the project for which it waits.
    project: u64,
    next: u32,
    files: Vec<Arc<Staged>>,
}

/// A file that waits.
#[derive(Debug, Clone)]
pub(super) struct Staged {
    pub(super) id: u32,
    /// Its name.
    pub(super) file: String,
    /// Its size in bytes.
    pub(super) bytes: usize,
    pub(super) content: Content,
    /// The transcript that it corrects, when it was sent for that.
    pub(super) corrects: Option<String>,
    /// What was said when it was refused.
    pub(super) refused: Option<Message>,
}

/// What was found in a file.
#[derive(Debug, Clone)]
pub(super) enum Content {
    /// A text.
    Text(Box<StagedText>),
    Participants(ParticipantsInput),
    Codebook(Vec<CodebookInput>),
    Codings(Vec<CodingInput>),
    /// No text that can be read.
    Unreadable(Unreadable),
    /// A table or codebook with mistakes in it.
    Wrong(Vec<FileFault>),
}

/// A text, with what was found and what was said of its speakers.
#[derive(Debug, Clone)]
pub(super) struct StagedText {
    /// As it will go in.
    pub(super) prepared: Prepared,
    /// The structure as the heuristics found it.
    pub(super) found: Structure,
    /// The role of each speaker that was found.
    pub(super) roles: Vec<LabelRole>,
}

/// Reads a file; takes as long as its size asks.
pub(super) fn read(file: &str, bytes: &[u8]) -> Content {
    match recognise(file, bytes) {
        None => match prepare(file, bytes) {
            Ok(prepared) => {
                let (found, roles) = (prepared.structure.clone(), label_roles(&prepared.structure));
                Content::Text(Box::new(StagedText { prepared, found, roles }))
            }
            Err(reason) => Content::Unreadable(reason),
        },
        Some(TableKind::Participants) => {
            participants_csv::read(bytes).map_or_else(Content::Wrong, Content::Participants)
        }
        Some(TableKind::Codings) => codings_csv::read(bytes).map_or_else(Content::Wrong, Content::Codings),
        Some(TableKind::CodebookCsv) => codebook_csv::read(bytes).map_or_else(Content::Wrong, Content::Codebook),
        Some(TableKind::CodebookToml) => {
            codebook_toml::read(bytes).map_or_else(Content::Wrong, |book| Content::Codebook(vec![book]))
        }
    }
}

impl StagedText {
    /// Puts right what the speakers are.
    fn set_roles(&mut self, roles: Vec<LabelRole>) {
        self.prepared.structure = with_roles(&self.found, &roles);
        self.roles = roles;
    }
}

impl Staging {
    /// Starts anew when another project was opened since.
    pub(super) fn for_project(&mut self, project: u64) -> &mut Self {
        if self.project != project {
            (self.project, self.files) = (project, Vec::new());
        }
        self
    }

    /// How much waits, in bytes.
    pub(super) fn bytes(&self) -> usize {
        self.files.iter().map(|file| file.bytes).sum()
    }

    /// Lets a file wait; one of the same name takes the place of the one before.
    pub(super) fn add(&mut self, file: String, bytes: usize, content: Content, corrects: Option<String>) -> u32 {
        self.next += 1;
        let id = self.next;
        let staged = Arc::new(Staged { id, file, bytes, content, corrects, refused: None });
        let same = |other: &&mut Arc<Staged>| other.file == staged.file && other.corrects == staged.corrects;
        match self.files.iter_mut().find(same) {
            Some(before) => *before = staged,
            None => self.files.push(staged),
        }
        id
    }

    /// What waits to be imported, in the order in which it came.
    pub(super) fn to_import(&self) -> Vec<Arc<Staged>> {
        self.files.iter().filter(|file| file.corrects.is_none()).cloned().collect()
    }

    pub(super) fn find(&self, id: u32) -> Option<Arc<Staged>> {
        self.files.iter().find(|file| file.id == id).cloned()
    }

    /// Says what the speakers of a text are.
    pub(super) fn set_roles(&mut self, id: u32, roles: Vec<LabelRole>) -> bool {
        self.change(id, |file| match &mut file.content {
            Content::Text(text) if text.found.speakers.len() == roles.len() => {
                text.set_roles(roles);
                true
            }
            _ => false,
        })
    }

    /// Keeps a file with why it was refused.
    pub(super) fn refuse(&mut self, id: u32, why: Message) {
        self.change(id, |file| {
            file.refused = Some(why);
            true
        });
    }

    pub(super) fn remove(&mut self, id: u32) -> Option<Arc<Staged>> {
        let at = self.files.iter().position(|file| file.id == id)?;
        Some(self.files.remove(at))
    }

    pub(super) fn clear(&mut self) {
        self.files.retain(|file| file.corrects.is_some());
    }

    fn change(&mut self, id: u32, change: impl FnOnce(&mut Staged) -> bool) -> bool {
        let file = self.files.iter_mut().find(|file| file.id == id);
        file.is_some_and(|file| change(Arc::make_mut(file)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Interviewer: Hoe gaat het?\nRiek: Goed, hoor.\nInterviewer: Zo'n dag?\nRiek: Ja.";

    #[test]
    fn what_waits_belongs_to_one_project() {
        let mut staging = Staging::default();
        staging.for_project(1).add("riek.txt".to_owned(), 4, read("riek.txt", TEXT.as_bytes()), None);
        assert_eq!(staging.for_project(1).to_import().len(), 1);
        assert_eq!(staging.for_project(2).to_import().len(), 0);
    }

    #[test]
    fn a_file_that_is_sent_again_takes_the_place_of_the_first() {
        let mut staging = Staging::default();
        let first = staging.add("riek.txt".to_owned(), 4, read("riek.txt", b"Ja."), None);
        staging.add("jan.txt".to_owned(), 5, read("jan.txt", b"Nee."), None);
        staging.add("riek.txt".to_owned(), 6, read("riek.txt", b"Ja hoor."), Some("riek".to_owned()));
        let again = staging.add("riek.txt".to_owned(), 7, read("riek.txt", b"Ja, ja."), None);
        let names: Vec<_> = staging.to_import().iter().map(|file| (file.id, file.file.clone())).collect();
        assert_eq!(names, [(again, "riek.txt".to_owned()), (2, "jan.txt".to_owned())]);
        assert!(staging.find(first).is_none());
        assert_eq!(staging.bytes(), 5 + 6 + 7);
    }

    #[test]
    fn speakers_can_be_put_right_and_put_back() {
        let mut staging = Staging::default();
        let id = staging.add("riek.txt".to_owned(), 4, read("riek.txt", TEXT.as_bytes()), None);
        let turns = |staging: &Staging| match &staging.find(id).expect("it waits").content {
            Content::Text(text) => (text.prepared.structure.turns.len(), text.prepared.structure.speakers.len()),
            _ => panic!("a text"),
        };
        assert_eq!(turns(&staging), (4, 2));
        assert!(staging.set_roles(id, vec![LabelRole::NoSpeaker; 2]));
        assert_eq!(turns(&staging), (0, 0));
        assert!(staging.set_roles(id, vec![LabelRole::Respondent; 2]));
        assert_eq!(turns(&staging), (4, 2));
        assert!(!staging.set_roles(id, vec![LabelRole::Respondent]), "a role for each speaker");
        assert!(!staging.set_roles(99, Vec::new()));
    }
}
