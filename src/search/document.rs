//! A unit on its way into the index. Units of one transcript share its text instead of copying it, which keeps the queue
//! to the indexing threads small.

use super::schema::Fields;
use crate::model::{RevisionId, Span};
use std::iter::Empty;
use std::sync::Arc;
use tantivy::Document;
use tantivy::schema::Field;
use tantivy::schema::document::{ReferenceValue, ReferenceValueLeaf, Value};

/// One unit of one revision.
#[derive(Debug, Clone)]
pub(super) struct UnitDocument {
    pub(super) fields: Fields,
    pub(super) text: Arc<str>,
    pub(super) span: Span,
    pub(super) revision: RevisionId,
    pub(super) number: u32,
}

/// What a field of a unit holds.
#[derive(Debug, Clone, Copy)]
pub(super) enum UnitValue<'a> {
    Text(&'a str),
    Bytes(&'a [u8]),
    Number(u64),
}

impl Document for UnitDocument {
    type Value<'a> = UnitValue<'a>;
    type FieldsValuesIter<'a> = std::array::IntoIter<(Field, UnitValue<'a>), 4>;

    fn iter_fields_and_values(&self) -> Self::FieldsValuesIter<'_> {
        let words = UnitValue::Text(self.span.of(&self.text));
        [
            (self.fields.surface, words),
            (self.fields.keys, words),
            (self.fields.revision, UnitValue::Bytes(self.revision.bytes())),
            (self.fields.unit, UnitValue::Number(self.number.into())),
        ]
        .into_iter()
    }
}

impl<'a> Value<'a> for UnitValue<'a> {
    type ArrayIter = Empty<Self>;
    type ObjectIter = Empty<(&'a str, Self)>;

    fn as_value(&self) -> ReferenceValue<'a, Self> {
        ReferenceValue::Leaf(match *self {
            Self::Text(text) => ReferenceValueLeaf::Str(text),
            Self::Bytes(bytes) => ReferenceValueLeaf::Bytes(bytes),
            Self::Number(number) => ReferenceValueLeaf::U64(number),
        })
    }
}
