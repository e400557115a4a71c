//! Looks for a pattern in one segment of the index: which units may hold it, and at which positions they do.

use super::near::{Place, near};
use super::occurrences::{Detail, Occurrences};
use super::pattern::{Pattern, Slot};
use super::schema::Fields;
use crate::text::query::Reach;
use tantivy::index::SegmentReader;
use tantivy::{DocId, DocSet, TERMINATED};

/// Walks the units that may hold a pattern.
pub(super) enum Finder {
    /// One word; every unit that may hold it does.
    Word(Occurrences),
    /// Words in a row.
    Row(Row),
    /// Any of these.
    Any(Vec<Finder>),
    /// Two that stand close to each other.
    Near(Box<Close>),
}

/// Words in a row.
pub(super) struct Row {
    words: Vec<Occurrences>,
    document: DocId,
    positions: Vec<u32>,
    begins: Vec<u32>,
}

/// Two things close to each other.
pub(super) struct Close {
    left: Finder,
    right: Finder,
    reach: Reach,
    /// Where sentences begin; only opened when it matters.
    sentences: Option<Occurrences>,
    document: DocId,
}

impl Finder {
    /// Opens a pattern in a segment.
    pub(super) fn open(
        pattern: &Pattern,
        fields: Fields,
        segment: &SegmentReader,
        detail: Detail,
    ) -> tantivy::Result<Self> {
        Ok(match pattern {
            Pattern::Row(slots) => {
                if let [slot] = &slots[..] {
                    return Ok(Self::Word(Occurrences::open(slot, fields, segment, detail)?));
                }
                let words = slots.iter().map(|slot| Occurrences::open(slot, fields, segment, Detail::Places));
                let words = words.collect::<tantivy::Result<Vec<_>>>()?;
                let mut row = Row { words, document: 0, positions: Vec::new(), begins: Vec::new() };
                row.seek(0);
                Self::Row(row)
            }
            Pattern::Any(parts) => Self::Any(
                parts.iter().map(|part| Self::open(part, fields, segment, detail)).collect::<tantivy::Result<_>>()?,
            ),
            Pattern::Near { left, reach, right } => {
                let open = |side| Self::open(side, fields, segment, Detail::Places);
                let begin = Slot { words: Vec::new(), keys: vec![super::keys::sentence().to_owned()] };
                let sentences = match reach {
                    Reach::Sentence => Some(Occurrences::open(&begin, fields, segment, Detail::Places)?),
                    Reach::Words(_) | Reach::Turn => None,
                };
                let (left, right) = (open(left)?, open(right)?);
                let mut close = Close { left, right, reach: *reach, sentences, document: 0 };
                close.seek(0);
                Self::Near(Box::new(close))
            }
        })
    }

    /// The unit it stands at: one that may hold the pattern.
    pub(super) fn document(&self) -> DocId {
        match self {
            Self::Word(word) => word.doc(),
            Self::Row(row) => row.document,
            Self::Any(parts) => parts.iter().map(Self::document).min().unwrap_or(TERMINATED),
            Self::Near(close) => close.document,
        }
    }

    /// Moves on to the first unit from here that may hold the pattern.
    pub(super) fn seek(&mut self, target: DocId) -> DocId {
        match self {
            Self::Word(word) => word.seek(target),
            Self::Row(row) => row.seek(target),
            Self::Any(parts) => parts.iter_mut().map(|part| part.seek(target)).min().unwrap_or(TERMINATED),
            Self::Near(close) => close.seek(target),
        }
    }

    /// Moves on to the next unit that may hold the pattern.
    pub(super) fn advance(&mut self) -> DocId {
        let document = self.document();
        match (self, document) {
            (_, TERMINATED) => TERMINATED,
            (Self::Word(word), _) => word.advance(),
            (finder, document) => finder.seek(document + 1),
        }
    }

    /// Whether a unit that may hold the pattern always does.
    pub(super) fn is_certain(&self) -> bool {
        match self {
            Self::Word(_) => true,
            Self::Any(parts) => parts.iter().all(Self::is_certain),
            Self::Row(_) | Self::Near(_) => false,
        }
    }

    /// How often the current unit holds the pattern.
    pub(super) fn count(&mut self) -> u32 {
        match self {
            Self::Word(word) => word.times(),
            Self::Any(parts) => {
                let document = parts.iter().map(Self::document).min().unwrap_or(TERMINATED);
                parts.iter_mut().filter(|part| part.document() == document).map(Self::count).sum()
            }
            Self::Row(row) => {
                row.find();
                narrow(row.begins.len())
            }
            Self::Near(close) => narrow(close.places().len()),
        }
    }

    /// Where the current unit holds the pattern, sorted.
    fn places(&mut self) -> Vec<Place> {
        match self {
            Self::Word(word) => {
                let (mut positions, mut places) = (Vec::new(), Vec::new());
                word.places(&mut positions, &mut places);
                places
            }
            Self::Row(row) => {
                row.find();
                let length = narrow(row.words.len());
                row.begins.iter().map(|start| Place { start: *start, end: start + length }).collect()
            }
            Self::Any(parts) => {
                let document = parts.iter().map(Self::document).min().unwrap_or(TERMINATED);
                let here = parts.iter_mut().filter(|part| part.document() == document);
                let mut places: Vec<Place> = here.flat_map(Self::places).collect();
                places.sort_unstable();
                places.dedup();
                places
            }
            Self::Near(close) => close.places(),
        }
    }

    /// About how many units may hold it.
    pub(super) fn most(&self) -> u32 {
        match self {
            Self::Word(word) => word.size_hint(),
            Self::Row(row) => row.words.iter().map(DocSet::size_hint).min().unwrap_or(0),
            Self::Any(parts) => parts.iter().map(Self::most).fold(0, u32::saturating_add),
            Self::Near(close) => close.left.most().min(close.right.most()),
        }
    }
}

impl Row {
    fn seek(&mut self, target: DocId) -> DocId {
        let mut target = target;
        'units: loop {
            for word in &mut self.words {
                let document = word.seek(target);
                if document > target {
                    target = document;
                    if target == TERMINATED {
                        break 'units;
                    }
                    continue 'units;
                }
            }
            break;
        }
        self.document = if self.words.iter().any(|word| word.doc() == TERMINATED) { TERMINATED } else { target };
        self.document
    }

    /// Finds where the row begins in the current unit.
    fn find(&mut self) {
        self.begins.clear();
        let Some((first, rest)) = self.words.split_first_mut() else { return };
        first.positions(&mut self.begins);
        for (on, word) in (1..).zip(rest) {
            if self.begins.is_empty() {
                return;
            }
            word.positions(&mut self.positions);
            let mut at = 0;
            let positions = &self.positions;
            self.begins.retain(|begin| {
                while at < positions.len() && positions[at] < begin + on {
                    at += 1;
                }
                positions.get(at) == Some(&(begin + on))
            });
        }
    }
}

impl Close {
    fn seek(&mut self, target: DocId) -> DocId {
        let mut target = target;
        loop {
            let left = self.left.seek(target);
            let right = self.right.seek(left);
            self.document = right;
            if left == right || right == TERMINATED {
                return self.document;
            }
            target = right;
        }
    }

    fn places(&mut self) -> Vec<Place> {
        let (left, right) = (self.left.places(), self.right.places());
        if left.is_empty() || right.is_empty() {
            return Vec::new();
        }
        let mut begins = Vec::new();
        if let Some(sentences) = &mut self.sentences
            && sentences.seek(self.document) == self.document
        {
            sentences.positions(&mut begins);
        }
        let pairs = near(&left, &right, self.reach, &begins);
        let mut places: Vec<Place> = pairs.into_iter().map(|(l, r)| left[l].with(right[r])).collect();
        places.sort_unstable();
        places.dedup();
        places
    }
}

fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
