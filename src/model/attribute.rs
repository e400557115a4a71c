//! Attributes (kenmerken): named values of a case, participant or transcript. Values are kept as the researcher wrote
//! them; [`number_of`] reads Dutch and English numbers where an analysis needs one.

use super::{AttributeId, CaseId, CodeId, CodingId, FragmentId, ParticipantId, TaxonomyId, TranscriptId};
use uuid::Uuid;

/// A named value of a case, participant or transcript.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribute {
    /// Identity.
    pub id: AttributeId,
    /// What it says something of.
    pub subject: Subject,
    /// Name, as in the heading of the researcher's table.
    pub name: String,
    /// Value, as written.
    pub value: String,
}

/// A thing that attributes and memos can be attached to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// The study as a whole.
    Project,
    /// A case.
    Case(CaseId),
    /// A participant.
    Participant(ParticipantId),
    /// A transcript.
    Transcript(TranscriptId),
    /// A code, label or theme.
    Code(CodeId),
    /// A taxonomy.
    Taxonomy(TaxonomyId),
    /// A fragment.
    Fragment(FragmentId),
    /// A coding.
    Coding(CodingId),
}

/// The kind of a [`Subject`], without saying which one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SubjectKind {
    /// The study as a whole.
    Project,
    /// A case.
    Case,
    /// A participant.
    Participant,
    /// A transcript.
    Transcript,
    /// A code, label or theme.
    Code,
    /// A taxonomy.
    Taxonomy,
    /// A fragment.
    Fragment,
    /// A coding.
    Coding,
}

impl Subject {
    /// Its kind.
    #[must_use]
    pub fn kind(self) -> SubjectKind {
        match self {
            Self::Project => SubjectKind::Project,
            Self::Case(_) => SubjectKind::Case,
            Self::Participant(_) => SubjectKind::Participant,
            Self::Transcript(_) => SubjectKind::Transcript,
            Self::Code(_) => SubjectKind::Code,
            Self::Taxonomy(_) => SubjectKind::Taxonomy,
            Self::Fragment(_) => SubjectKind::Fragment,
            Self::Coding(_) => SubjectKind::Coding,
        }
    }

    /// The bytes of its identity without the kind; all zero for the project.
    #[must_use]
    pub fn bytes(&self) -> &[u8; 16] {
        match self {
            Self::Project => &[0; 16],
            Self::Case(id) => id.bytes(),
            Self::Participant(id) => id.bytes(),
            Self::Transcript(id) => id.bytes(),
            Self::Code(id) => id.bytes(),
            Self::Taxonomy(id) => id.bytes(),
            Self::Fragment(id) => id.bytes(),
            Self::Coding(id) => id.bytes(),
        }
    }

    /// Puts the two halves together again.
    #[must_use]
    pub fn new(kind: SubjectKind, raw: Uuid) -> Self {
        match kind {
            SubjectKind::Project => Self::Project,
            SubjectKind::Case => Self::Case(CaseId::from_uuid(raw)),
            SubjectKind::Participant => Self::Participant(ParticipantId::from_uuid(raw)),
            SubjectKind::Transcript => Self::Transcript(TranscriptId::from_uuid(raw)),
            SubjectKind::Code => Self::Code(CodeId::from_uuid(raw)),
            SubjectKind::Taxonomy => Self::Taxonomy(TaxonomyId::from_uuid(raw)),
            SubjectKind::Fragment => Self::Fragment(FragmentId::from_uuid(raw)),
            SubjectKind::Coding => Self::Coding(CodingId::from_uuid(raw)),
        }
    }
}

/// The number that a value stands for: `5,5`, `5.5`, `-3`, `1.250,75`; nothing for `2-3` or `geen`.
///
/// A point followed by exactly three digits is read as a thousands mark only when a decimal comma follows, so that
/// `1.250` is 1.25 as a spreadsheet in English would have it and `1.250,0` is 1250.
#[must_use]
pub fn number_of(value: &str) -> Option<f64> {
    let value = value.trim();
    let digits = value.strip_prefix(['-', '+']).unwrap_or(value);
    if !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let plain = match (value.contains(','), value.contains('.')) {
        (true, true) => value.replace('.', "").replace(',', "."),
        (true, false) => value.replace(',', "."),
        (false, _) => value.to_owned(),
    };
    plain.parse::<f64>().ok().filter(|number| number.is_finite())
}

#[cfg(test)]
mod tests {
    use super::number_of;

    #[test]
    fn reads_dutch_and_english_numbers() {
        for (value, number) in [
            ("5,5", Some(5.5)),
            (" 5.5 ", Some(5.5)),
            ("-3", Some(-3.0)),
            ("1.250,75", Some(1250.75)),
            ("2-3", None),
            ("geen", None),
            ("", None),
            ("inf", None),
            ("1,2,3", None),
        ] {
            assert_eq!(number_of(value), number, "{value}");
        }
    }
}
