//! The verbs: everything a person can do to a study. A verb checks the rules, runs one transaction and leaves one entry
//! in the history; whatever refuses it leaves the project as it was. Nothing here prints, reads the environment or
//! knows a language, because the command line and the workbench share it.
//!
//! - `workspace` an open project with its picture; who acts and when
//! - in: `importing` (and `arriving`: which transcript a file is), `participants`, `people`, `codebook`, `codes`, `arranging` many in a taxonomy, `dealing` one out over
//!   several, `revising`, `coding`, `recoding`, `resizing`, `finishing`, `finding_places`, `comments`, `correcting`, `quotes`,
//!   `memos`, `applying_hits`, `synonyms`, `settings`, `history`
//! - out: `reading` texts and passages, `exporting` what files take, `searching` hits labelled by the study,
//!   `surroundings` what was said around them, `concordance` their places in lines, `finding_alike` what a coder may have
//!   missed, `word_counting` words counted and compared
//! - `conditions` what fragments and turns are meant, by name
//! - `serving` and `bookmarks` what the workbench needs beside the verbs
//! - `input` what files bring in, `refusal` why a verb did nothing

pub mod input;

mod applying_hits;
mod arranging;
mod arriving;
mod bookmarks;
mod codebook;
mod codes;
mod coding;
mod comments;
mod concordance;
mod conditions;
mod correcting;
mod dealing;
mod exporting;
mod finding_alike;
mod finding_places;
mod finishing;
mod history;
mod importing;
mod memos;
mod participants;
mod people;
mod quotes;
mod reading;
mod recoding;
mod refusal;
mod resizing;
mod revising;
mod searching;
mod serving;
mod settings;
mod surroundings;
mod synonyms;
mod trail;
mod word_counting;
mod workspace;

pub use applying_hits::{CodedHits, HitsToCode, PlaceToCode, Standing};
pub use arranging::{Card, From, NewPile, Target};
pub use arriving::{Arrival, arrival};
pub use bookmarks::Reading;
pub use codebook::CodebookReport;
pub use codes::{CodeFields, Confirmed, Deletion, Merge, NewCode};
pub use coding::{Applied, CodingsReport, Removed, UnknownCode};
pub use comments::NewComment;
pub use concordance::{Concordance, ConcordanceLine, ConcordanceOrder};
pub use conditions::{Conditions, compiled, divided_by, scope_of};
pub use correcting::{Correction, MovedFragment};
pub use dealing::{Dealt, Pile, Split};
pub use exporting::{CodingRow, codebook_of, loose_codebook};
pub use finding_alike::{AlikeHit, AlikeHits, AlikeRequest, Like};
pub use importing::{ImportReport, ImportedText, Prepared, Trial, prepare};
pub use memos::{About, MemoEdit, NewMemo};
pub use participants::ParticipantsReport;
pub use people::{Cell, CellEdit, CellsReport, RowKey, Sheet};
pub use quotes::{QuoteEdit, QuoteRequest};
pub use recoding::{Recoded, TheCoding};
pub use refusal::{Missing, Outside, QuoteAmbiguous, QuoteNotFound, Refusal, RowFault, RowReason};
pub use resizing::Resized;
pub use revising::Revision;
pub use searching::{Hit, Hits, Interviewer, SearchRequest};
pub use settings::Settings;
pub use surroundings::{Neighbour, PlaceSurroundings, Surroundings};
pub use synonyms::{Extent, SynonymsAdded, SynonymsRemoved};
pub use trail::{Step, Touched, Trail, TrailRequest};
pub use word_counting::{ComparedWord, ComparedWords, CountedWords, Division, Listed, WordsRequest};
pub use workspace::{Done, Workspace};
