//! What a query asks for, as a tree. Conditions on the study (fields, codings) and words of the text stand side by side;
//! what a field's value means is not decided here.

use crate::model::PointSpan;

/// What a query asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tree {
    /// Each of these.
    All(Vec<Tree>),
    /// At least one of these.
    Any(Vec<Tree>),
    /// Not this.
    Not(Box<Tree>),
    /// A property of the place: its case, its codes, its role.
    Field(Field),
    /// Words of the text.
    Words(Words),
    /// Words of the text that stand close to each other.
    Near(Near),
    /// A coding that stands in a certain way to another one.
    Codings(Relation),
    /// Any coding at all; where it stands in the query.
    Coded(PointSpan),
}

/// A condition `name:value`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The name as typed, without quotation marks.
    pub name: String,
    /// The value as typed, without quotation marks.
    pub value: String,
    /// How the value was typed.
    pub quoting: Quoting,
    /// Where the condition stands in the query.
    pub place: PointSpan,
}

/// Whether the value of a field may be a range or end in a star.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quoting {
    /// Typed bare: `40..60`, `>40` and `Gron*` mean more than their letters.
    Bare,
    /// Between quotation marks: nothing but these letters.
    Quoted,
}

/// Words to look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// How to look for them.
    pub kind: WordsKind,
    /// As typed, without quotation marks, slashes, star or tilde; holds at least one word, or is a regular expression.
    pub text: String,
    /// Where they stand in the query.
    pub place: PointSpan,
}

/// Ways to look for words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WordsKind {
    /// A word in any of its forms; one with hyphens or dots is looked for as its parts in a row.
    Term,
    /// These words in a row, exactly as typed but for case and accents.
    Phrase,
    /// These words in a row, each in any of its forms.
    Lemmas,
    /// Words that begin so; of one with hyphens or dots the last part is the beginning, the others stand before it.
    Prefix,
    /// One word, but for so many letters added, left out or exchanged: 1 or 2.
    Fuzzy(u8),
    /// Whole words that fit a regular expression, which [`super::word_pattern`] reads.
    Regex,
}

/// Words that stand close to each other, in either order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Near {
    /// [`Tree::Words`], a [`Tree::Any`] of them, or a [`Tree::Near`], whose right side is then the one that is close.
    pub left: Box<Tree>,
    /// How close.
    pub reach: Reach,
    /// [`Tree::Words`] or a [`Tree::Any`] of them.
    pub right: Box<Tree>,
    /// Where the operator stands in the query.
    pub place: PointSpan,
}

/// How close words stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reach {
    /// At most so many words on: 1 is the next word. Of phrases the ends that face each other count.
    Words(u32),
    /// In one sentence.
    Sentence,
    /// In one turn, or one paragraph where there are no turns.
    Turn,
}

/// A coding that stands in a certain way to another coding of the same transcript. The left one is what is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// Conditions on one coding: fields, [`Tree::Coded`], and All, Any and Not of them.
    pub left: Box<Tree>,
    /// How the left one stands to the right one.
    pub kind: RelationKind,
    /// The same as for the left.
    pub right: Box<Tree>,
    /// Where the operator stands in the query.
    pub place: PointSpan,
}

/// How the fragment of one coding stands to that of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RelationKind {
    /// It lies inside it, or is the same.
    Within,
    /// They share text, but neither lies inside the other.
    Overlaps,
    /// They share text.
    Cooccurs,
    /// It begins where the other ends or later, in the same turn or at most so many turns on.
    Follows(u32),
}

impl Tree {
    /// The field conditions, in the order typed; also those inside a relation of codings.
    #[must_use]
    pub fn fields(&self) -> Vec<&Field> {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::fields).collect(),
            Self::Not(part) => part.fields(),
            Self::Field(field) => vec![field],
            Self::Near(Near { left, right, .. }) | Self::Codings(Relation { left, right, .. }) => {
                [left, right].into_iter().flat_map(|side| side.fields()).collect()
            }
            Self::Words(_) | Self::Coded(_) => Vec::new(),
        }
    }
}
