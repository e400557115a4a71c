//! Fragments as other screens show them: their words, where they stand, and the way there and back.

use crate::analysis::{At, Place, Study, Text};
use crate::model::FragmentId;
use crate::project::{Refusal, Workspace};
use crate::server::address;
use std::collections::BTreeMap;

/// Longest passage that a list shows whole, in characters; the rest is read in its transcript.
const LONGEST: usize = 700;

/// A fragment to show.
#[derive(Debug, Clone, Default)]
pub(super) struct Passage {
    /// Its words, or their beginning.
    pub(super) words: String,
    pub(super) transcript: String,
    /// `regel 12`; empty when the words are no longer in the text.
    pub(super) line: String,
    /// The way there, and back to where one came from; empty when the words are no longer in the text.
    pub(super) href: String,
}

/// The fragments of a page, read at once.
pub(super) fn passages(
    workspace: &Workspace,
    study: &Study,
    fragments: &[FragmentId],
    back: &str,
    line: fn(u32) -> String,
) -> Result<BTreeMap<FragmentId, Passage>, Refusal> {
    let places: Vec<At<Place>> = fragments.iter().filter_map(|id| study.place_at(*id)).collect();
    let words = workspace.words_of(study, places.iter().copied())?;
    let mut found = BTreeMap::new();
    for (at, words) in places.into_iter().zip(words) {
        let place = &study.places[at];
        let text = &study.texts[place.transcript].row.name;
        let there = address::place(text, place.points.start, place.points.end);
        found.insert(
            place.fragment,
            Passage {
                words: beginning(&words),
                transcript: text.clone(),
                line: line(place.line),
                href: format!("{there}&back={}", address::part(back)),
            },
        );
    }
    if fragments.iter().any(|id| !found.contains_key(id)) {
        for ((text, anchor), words) in study.gone().iter().zip(workspace.words_of_gone(study)?) {
            if fragments.contains(&anchor.fragment) {
                found.insert(anchor.fragment, gone(study, *text, &words));
            }
        }
    }
    Ok(found)
}

fn gone(study: &Study, text: At<Text>, words: &str) -> Passage {
    Passage { words: beginning(words), transcript: study.texts[text].row.name.clone(), ..Passage::default() }
}

fn beginning(words: &str) -> String {
    match words.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", words[..at].trim_end()),
        None => words.to_owned(),
    }
}

/// A text as its paragraphs.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    text.split('\n').map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
