//! Where one slot occurs in a segment: the postings of all its forms as one list. Forms of one word count as one word,
//! also for its weight, so a rare form of a common word does not outweigh a rare word.
//!
//! A slot may stand for tens of thousands of forms (`b*`). The postings of the commonest are walked side by side, the
//! rest are gathered first; so time and memory are bounded by how often the forms occur, not by how many they are.

use super::near::Place;
use super::pattern::Slot;
use super::schema::Fields;
use tantivy::index::SegmentReader;
use tantivy::postings::{Postings, SegmentPostings};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, DocSet, TERMINATED, Term};

/// Lists that are walked side by side.
const SIDE_BY_SIDE: usize = 12;

/// What is asked of the occurrences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Detail {
    /// How many there are in a document.
    Count,
    /// Where they stand.
    Places,
}

/// The documents of a segment in which a slot occurs, in order.
pub(super) struct Occurrences {
    lists: Vec<List>,
    document: DocId,
    /// Upper bound of the number of documents.
    most: u32,
}

enum List {
    Postings(Box<SegmentPostings>),
    Gathered(Gathered),
}

/// Occurrences that were read into memory, by document and position; where only counts are asked for, positions are
/// zero and stand as often as the form occurs.
struct Gathered {
    all: Vec<(DocId, u32)>,
    at: usize,
}

impl Gathered {
    fn document(&self) -> DocId {
        self.all.get(self.at).map_or(TERMINATED, |(document, _)| *document)
    }

    /// Those in the current document.
    fn here(&self) -> &[(DocId, u32)] {
        let document = self.document();
        let rest = &self.all[self.at..];
        let count = rest.iter().take_while(|(other, _)| *other == document).count();
        &rest[..count]
    }

    fn seek(&mut self, target: DocId) {
        self.at += self.all[self.at..].partition_point(|(document, _)| *document < target);
    }
}

impl List {
    fn document(&self) -> DocId {
        match self {
            Self::Postings(postings) => postings.doc(),
            Self::Gathered(gathered) => gathered.document(),
        }
    }

    fn seek(&mut self, target: DocId) {
        match self {
            Self::Postings(postings) if postings.doc() < target => {
                postings.seek(target);
            }
            Self::Postings(_) => {}
            Self::Gathered(gathered) => gathered.seek(target),
        }
    }

    fn advance(&mut self) {
        match self {
            Self::Postings(postings) => {
                postings.advance();
            }
            Self::Gathered(gathered) => gathered.at += gathered.here().len(),
        }
    }
}

impl Occurrences {
    /// The occurrences of a slot in a segment.
    pub(super) fn open(slot: &Slot, fields: Fields, segment: &SegmentReader, detail: Detail) -> tantivy::Result<Self> {
        let option = match detail {
            Detail::Count => IndexRecordOption::WithFreqs,
            Detail::Places => IndexRecordOption::WithFreqsAndPositions,
        };
        let mut found = Vec::new();
        for (field, terms) in [(fields.surface, &slot.words), (fields.keys, &slot.keys)] {
            if terms.is_empty() {
                continue;
            }
            let index = segment.inverted_index(field)?;
            for term in terms {
                if let Some(info) = index.get_term_info(&Term::from_field_text(field, term))? {
                    found.push((index.clone(), info));
                }
            }
        }
        found.sort_by_key(|(_, info)| std::cmp::Reverse(info.doc_freq));
        let most = found.iter().map(|(_, info)| info.doc_freq).fold(0, u32::saturating_add).min(segment.max_doc());
        let apart = if found.len() > SIDE_BY_SIDE { SIDE_BY_SIDE - 1 } else { found.len() };
        let mut lists = Vec::with_capacity(apart + 1);
        for (index, info) in &found[..apart] {
            lists.push(List::Postings(Box::new(index.read_postings_from_terminfo(info, option)?)));
        }
        if apart < found.len() {
            let mut all = Vec::new();
            let mut positions = Vec::new();
            for (index, info) in &found[apart..] {
                let mut postings = index.read_postings_from_terminfo(info, option)?;
                while postings.doc() != TERMINATED {
                    match detail {
                        Detail::Places => postings.positions(&mut positions),
                        Detail::Count => {
                            positions.clear();
                            positions.resize(postings.term_freq() as usize, 0);
                        }
                    }
                    all.extend(positions.iter().map(|position| (postings.doc(), *position)));
                    postings.advance();
                }
            }
            all.sort_unstable();
            lists.push(List::Gathered(Gathered { all, at: 0 }));
        }
        let mut occurrences = Self { lists, document: 0, most };
        occurrences.settle();
        Ok(occurrences)
    }

    fn settle(&mut self) -> DocId {
        self.document = self.lists.iter().map(List::document).min().unwrap_or(TERMINATED);
        self.document
    }

    /// How often the slot occurs in the current document.
    pub(super) fn times(&self) -> u32 {
        let of = |list: &List| match list {
            List::Postings(postings) => postings.term_freq(),
            List::Gathered(gathered) => u32::try_from(gathered.here().len()).unwrap_or(u32::MAX),
        };
        self.lists.iter().filter(|list| list.document() == self.document).map(of).sum()
    }

    /// The positions at which the slot occurs in the current document, sorted.
    pub(super) fn positions(&mut self, positions: &mut Vec<u32>) {
        positions.clear();
        let mut lists = 0;
        for list in self.lists.iter_mut().filter(|list| list.document() == self.document) {
            match list {
                List::Postings(postings) => postings.append_positions_with_offset(0, positions),
                List::Gathered(gathered) => positions.extend(gathered.here().iter().map(|(_, position)| *position)),
            }
            lists += 1;
        }
        if lists > 1 {
            positions.sort_unstable();
            positions.dedup();
        }
    }

    /// The same as places of one word.
    pub(super) fn places(&mut self, positions: &mut Vec<u32>, places: &mut Vec<Place>) {
        self.positions(positions);
        places.clear();
        places.extend(positions.iter().copied().map(Place::at));
    }
}

impl DocSet for Occurrences {
    fn advance(&mut self) -> DocId {
        let document = self.document;
        for list in &mut self.lists {
            if list.document() == document && document != TERMINATED {
                list.advance();
            }
        }
        self.settle()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        if self.document < target {
            for list in &mut self.lists {
                list.seek(target);
            }
            self.settle();
        }
        self.document
    }

    fn doc(&self) -> DocId {
        self.document
    }

    fn size_hint(&self) -> u32 {
        self.most
    }
}
