//! Which fragments and turns are meant by `casus:3`, `rol:"sociaal netwerk" AND NOT moment:nameting`, `uitkomst:mislukt`
//! or `code:a WITHIN code:b`. A query's conditions are looked up once, against the study; a field that names what does
//! not exist is a fault with the nearest names, never an empty answer.
//!
//! `fields` gives each field its meaning, `ranges` reads `40..60`, `memos` finds what memos are about, `relations`
//! compares codings. A condition of a new kind is a new arm of [`Filter`].

mod fields;
mod memos;
mod ranges;
mod relations;

use super::list::At;
use super::naming::{NameKind, Unknown};
use super::{CodingAt, Place, Study, Text};
use crate::model::{Case, Code, Coder, FragmentId, Participant, PointSpan, fold_name, nearest_names};
use crate::text::{Field, Tree};
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A condition on fragments, turns, texts and people.
#[derive(Debug, Clone)]
pub enum Filter {
    /// All of these.
    All(Vec<Filter>),
    /// At least one of these.
    Any(Vec<Filter>),
    /// Not this.
    Not(Box<Filter>),
    /// Belongs to a case.
    Cases(BTreeSet<At<Case>>),
    /// Is (partly) said by one of these people.
    Participants(BTreeSet<At<Participant>>),
    /// Stands in one of these texts.
    Texts(BTreeSet<At<Text>>),
    /// Belongs to one of these people, cases or texts: the ones that have an attribute.
    Attribute {
        /// People.
        participants: BTreeSet<At<Participant>>,
        /// Cases.
        cases: BTreeSet<At<Case>>,
        /// Texts.
        texts: BTreeSet<At<Text>>,
    },
    /// Carries a coding with one of these codes by one of these coders; no set means any.
    Coding {
        /// Codes.
        codes: Option<BTreeSet<At<Code>>>,
        /// Coders.
        coders: Option<BTreeSet<At<Coder>>>,
    },
    /// Carries a coding that is, or is not, a counter-example.
    Counter(bool),
    /// Is one of these fragments.
    Fragments(Arc<FxHashSet<FragmentId>>),
}

/// What a filter is held against.
#[derive(Debug, Clone, Copy)]
pub struct Context<'c> {
    /// The text; none for a person without one.
    pub text: Option<At<Text>>,
    /// Whose words it is.
    pub participants: &'c [At<Participant>],
    /// Its cases.
    pub cases: &'c [At<Case>],
    /// The fragments in question; `None` when it is about people and texts as such.
    pub places: Option<&'c [&'c Place]>,
}

/// Why a filter cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FilterFault {
    /// No such field or attribute; the nearest ones.
    Field {
        /// As typed.
        name: String,
        /// Names it may have meant.
        nearest: Vec<String>,
        /// Where in the query.
        place: PointSpan,
    },
    /// The field is known, its value is not.
    Value {
        /// What was not found.
        unknown: Unknown,
        /// Where in the query.
        place: Option<PointSpan>,
    },
    /// Words of the text, where only fields can be used.
    Words {
        /// Where in the query.
        place: PointSpan,
    },
    /// The value of a field, or a side of a relation, is of another kind than is needed there.
    Expected {
        /// What is needed.
        what: Expected,
        /// Where in the query.
        place: PointSpan,
    },
    /// A range is asked of an attribute that has no numbers and no dates.
    Incomparable {
        /// The attribute, as typed.
        name: String,
        /// Where in the query.
        place: PointSpan,
    },
}

/// What is needed at a place of a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A condition on one coding: a code, label, theme or coder.
    Coding,
    /// A date, or a range of dates.
    Date,
    /// A range whose ends are numbers or dates.
    NumberOrDate,
    /// At least one word.
    Word,
    /// Yes or no.
    YesOrNo,
}

impl Filter {
    /// A filter from a query without words of the text: fields, and codings beside codings.
    ///
    /// # Errors
    /// A [`FilterFault`] that names the place in the query.
    pub fn compile(tree: &Tree, study: &Study) -> Result<Self, FilterFault> {
        let all = |trees: &[Tree]| trees.iter().map(|tree| Self::compile(tree, study)).collect::<Result<Vec<_>, _>>();
        match tree {
            Tree::All(trees) => all(trees).map(Self::All),
            Tree::Any(trees) => all(trees).map(Self::Any),
            Tree::Not(tree) => Self::compile(tree, study).map(|filter| Self::Not(Box::new(filter))),
            Tree::Field(field) => Self::field(field, study),
            Tree::Coded(_) => Ok(Self::Coding { codes: None, coders: None }),
            Tree::Codings(relation) => relations::related(relation, study),
            Tree::Words(words) => Err(FilterFault::Words { place: words.place }),
            Tree::Near(near) => Err(FilterFault::Words { place: near.place }),
        }
    }

    /// A filter from one field of a query.
    ///
    /// # Errors
    /// A [`FilterFault`] that names the place in the query.
    pub fn field(field: &Field, study: &Study) -> Result<Self, FilterFault> {
        fields::filter(field, study)
    }

    /// A filter for one thing of a kind.
    ///
    /// # Errors
    /// When the study has no such thing.
    pub fn named(kind: NameKind, name: &str, study: &Study) -> Result<Self, Unknown> {
        Ok(match kind {
            NameKind::Case => Self::Cases(BTreeSet::from([study.find_case(name)?])),
            NameKind::Role => {
                let role = study.roles[study.find_role(name)?].id;
                let people = study.participants.iter().filter(|(_, person)| person.role == Some(role));
                Self::Participants(people.map(|(at, _)| at).collect())
            }
            NameKind::Participant => Self::Participants(study.find_participants(name)?.into_iter().collect()),
            NameKind::Transcript => Self::Texts(BTreeSet::from([study.find_text(name)?])),
            NameKind::Moment => Self::moment(name, study)?,
            NameKind::Coder => Self::Coding { codes: None, coders: Some(BTreeSet::from([study.find_coder(name)?])) },
            NameKind::Code => Self::codes(study.with_everything_below(study.find_code(name)?)),
            NameKind::Label => Self::codes(study.with_everything_below(study.find_label(name)?)),
            NameKind::Theme => Self::codes(study.with_everything_below(study.find_theme(name)?)),
            NameKind::Taxonomy | NameKind::Attribute | NameKind::Value => {
                unreachable!("taxonomies and attributes are no fields of their own")
            }
        })
    }

    /// A filter for fragments with any of these codes.
    #[must_use]
    pub fn codes(codes: BTreeSet<At<Code>>) -> Self {
        Self::Coding { codes: Some(codes), coders: None }
    }

    fn moment(name: &str, study: &Study) -> Result<Self, Unknown> {
        let wanted = fold_name(name);
        let texts: BTreeSet<_> = study
            .texts
            .iter()
            .filter(|(_, text)| fold_name(&text.row.moment) == wanted && !wanted.is_empty())
            .map(|(at, _)| at)
            .collect();
        if texts.is_empty() {
            let known = study.texts.rows().iter().map(|text| text.row.moment.as_str()).filter(|name| !name.is_empty());
            let nearest = nearest_names(name, known);
            return Err(Unknown { kind: NameKind::Moment, name: name.to_owned(), nearest, candidates: Vec::new() });
        }
        Ok(Self::Texts(texts))
    }

    /// Whether any part of it is about codings.
    #[must_use]
    pub fn asks_for_codings(&self) -> bool {
        match self {
            Self::All(filters) | Self::Any(filters) => filters.iter().any(Self::asks_for_codings),
            Self::Not(filter) => filter.asks_for_codings(),
            Self::Coding { .. } | Self::Counter(_) | Self::Fragments(_) => true,
            Self::Cases(_) | Self::Participants(_) | Self::Texts(_) | Self::Attribute { .. } => false,
        }
    }

    /// Whether a coding counts under this filter: one that asks for coders counts only what they coded.
    #[must_use]
    pub fn counts(&self, coding: &CodingAt) -> bool {
        match self {
            Self::All(filters) => filters.iter().all(|filter| filter.counts(coding)),
            Self::Coding { coders: Some(coders), .. } => coders.contains(&coding.coder),
            Self::Coding { coders: None, .. }
            | Self::Any(_)
            | Self::Not(_)
            | Self::Counter(_)
            | Self::Fragments(_)
            | Self::Cases(_)
            | Self::Participants(_)
            | Self::Texts(_)
            | Self::Attribute { .. } => true,
        }
    }

    /// Whether a coding answers to a filter that is about codings only.
    fn fits(&self, coding: &CodingAt) -> bool {
        match self {
            Self::All(filters) => filters.iter().all(|filter| filter.fits(coding)),
            Self::Any(filters) => filters.iter().any(|filter| filter.fits(coding)),
            Self::Not(filter) => !filter.fits(coding),
            Self::Coding { codes, coders } => {
                codes.as_ref().is_none_or(|codes| codes.contains(&coding.code))
                    && coders.as_ref().is_none_or(|coders| coders.contains(&coding.coder))
            }
            Self::Counter(counter) => coding.counter == *counter,
            Self::Cases(_) | Self::Participants(_) | Self::Texts(_) | Self::Attribute { .. } | Self::Fragments(_) => {
                false
            }
        }
    }

    /// Whether the filter holds. Without fragments in question, conditions on codings are left open, and a filter that
    /// hangs on them alone holds.
    #[must_use]
    pub fn holds(&self, study: &Study, context: &Context<'_>) -> bool {
        self.verdict(study, context).unwrap_or(true)
    }

    fn verdict(&self, study: &Study, context: &Context<'_>) -> Option<bool> {
        match self {
            Self::All(filters) => {
                let mut verdict = Some(true);
                for filter in filters {
                    match filter.verdict(study, context) {
                        Some(false) => return Some(false),
                        Some(true) => {}
                        None => verdict = None,
                    }
                }
                verdict
            }
            Self::Any(filters) => {
                let mut verdict = Some(false);
                for filter in filters {
                    match filter.verdict(study, context) {
                        Some(true) => return Some(true),
                        Some(false) => {}
                        None => verdict = None,
                    }
                }
                verdict
            }
            Self::Not(filter) => filter.verdict(study, context).map(|holds| !holds),
            Self::Cases(cases) => Some(context.cases.iter().any(|case| cases.contains(case))),
            Self::Participants(people) => Some(context.participants.iter().any(|person| people.contains(person))),
            Self::Texts(texts) => Some(context.text.is_some_and(|text| texts.contains(&text))),
            Self::Attribute { participants, cases, texts } => Some(
                context.participants.iter().any(|person| participants.contains(person))
                    || context.cases.iter().any(|case| cases.contains(case))
                    || context.text.is_some_and(|text| texts.contains(&text)),
            ),
            Self::Coding { .. } | Self::Counter(_) => {
                let places = context.places?;
                Some(places.iter().any(|place| study.codings_on(place).iter().any(|coding| self.fits(coding))))
            }
            Self::Fragments(fragments) => {
                let places = context.places?;
                Some(places.iter().any(|place| fragments.contains(&place.fragment)))
            }
        }
    }
}

impl Study {
    /// A code and everything that stands below it in any taxonomy.
    #[must_use]
    pub fn with_everything_below(&self, code: At<Code>) -> BTreeSet<At<Code>> {
        let mut below = BTreeSet::from([code]);
        for tree in self.taxonomies.rows() {
            for node in tree.walk().into_iter().filter(|node| node.code == code) {
                below.extend(node.with_descendants());
            }
        }
        below
    }
}
