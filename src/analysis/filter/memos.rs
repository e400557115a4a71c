//! `memo:woord`: what a memo with those words is about. A memo on a fragment or a coding speaks of that fragment; one on a
//! code of every fragment with that code; one on a respondent, case or transcript of all that belongs to it. Memos on the
//! project or on a taxonomy speak of no place in a text.

use super::{Expected, Filter, FilterFault};
use crate::analysis::Study;
use crate::model::{Memo, Subject};
use crate::text::dutch::lemmas;
use crate::text::words::words;
use crate::text::{Field, Quoting};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The filter for a word or a phrase in memos.
pub(super) fn memos(field: &Field, study: &Study) -> Result<Filter, FilterFault> {
    let wanted = Wanted::new(field);
    if wanted.words.is_empty() {
        return Err(FilterFault::Expected { what: Expected::Word, place: field.place });
    }
    let subjects: BTreeSet<Subject> =
        study.rows().memos.iter().filter(|memo| wanted.stands_in(memo)).map(|memo| memo.subject).collect();
    let on = |subject| subjects.contains(&subject);
    let codes = study.codes.iter().filter(|(_, code)| on(Subject::Code(code.id))).map(|(at, _)| at);
    let participants = study.participants.iter().filter(|(_, person)| on(Subject::Participant(person.id)));
    let texts = study.texts.iter().filter(|(_, text)| on(Subject::Transcript(text.row.id)));
    let fragments = study.places.rows().iter().filter(|place| {
        on(Subject::Fragment(place.fragment))
            || study.codings_on(place).iter().any(|coding| on(Subject::Coding(coding.id)))
    });
    Ok(Filter::Any(vec![
        Filter::Attribute {
            participants: participants.map(|(at, _)| at).collect(),
            cases: study.cases.iter().filter(|(_, case)| on(Subject::Case(case.id))).map(|(at, _)| at).collect(),
            texts: texts.map(|(at, _)| at).collect(),
        },
        Filter::codes(codes.collect()),
        Filter::Fragments(Arc::new(fragments.map(|place| place.fragment).collect())),
    ]))
}

/// Words in a row.
struct Wanted {
    /// Each with what it is compared by.
    words: Vec<Vec<String>>,
    how: How,
}

/// How the words are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
    /// As typed, but for case and accents: between quotation marks.
    Typed,
    /// The last one by its beginning: with a star.
    Beginning,
    /// In any form.
    AnyForm,
}

impl How {
    /// What a word is compared by: itself, and in any form also its lemmas.
    fn keys(self, word: String) -> Vec<String> {
        match self {
            Self::Typed | Self::Beginning => vec![word],
            Self::AnyForm => {
                let mut keys = lemmas(&word);
                keys.push(word);
                keys
            }
        }
    }
}

impl Wanted {
    fn new(field: &Field) -> Self {
        let how = match field.quoting {
            Quoting::Quoted => How::Typed,
            Quoting::Bare if field.value.ends_with('*') => How::Beginning,
            Quoting::Bare => How::AnyForm,
        };
        Self { words: words(&field.value).map(|word| how.keys(word.folded.into_owned())).collect(), how }
    }

    fn stands_in(&self, memo: &Memo) -> bool {
        [&memo.title, &memo.text].into_iter().any(|text| {
            let found: Vec<_> = words(text).map(|word| self.how.keys(word.folded.into_owned())).collect();
            found.windows(self.words.len()).any(|row| self.is(row))
        })
    }

    fn is(&self, row: &[Vec<String>]) -> bool {
        let last = self.words.len() - 1;
        let fits = |at: usize, wanted: &str, word: &str| match self.how {
            How::Beginning if at == last => word.starts_with(wanted),
            How::Beginning | How::Typed | How::AnyForm => word == wanted,
        };
        let pairs = self.words.iter().zip(row).enumerate();
        pairs
            .into_iter()
            .all(|(at, (wanted, keys))| wanted.iter().any(|wanted| keys.iter().any(|word| fits(at, wanted, word))))
    }
}
