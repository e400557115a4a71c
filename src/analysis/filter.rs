//! Which fragments and turns are meant by `casus:3`, `rol:"sociaal netwerk" AND NOT moment:nameting` or
//! `uitkomst:mislukt`. A query's fields are looked up once, against the names of the study; a field that names what
//! does not exist is a fault with the nearest names, never an empty answer.

use super::list::At;
use super::naming::{NameKind, Unknown};
use super::{CodingAt, Place, Study, Text};
use crate::model::{Case, Code, Coder, Participant, PointSpan, Subject, fold_name, nearest_names};
use crate::text::{Field, Tree};
use std::collections::BTreeSet;

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
}

/// The fields that every study has, each with its names.
const FIELDS: &[(NameKind, &[&str])] = &[
    (NameKind::Case, &["casus", "case"]),
    (NameKind::Role, &["rol", "role", "groep"]),
    (NameKind::Participant, &["respondent", "participant"]),
    (NameKind::Transcript, &["transcript"]),
    (NameKind::Moment, &["moment", "meting"]),
    (NameKind::Coder, &["codeur", "coder"]),
    (NameKind::Code, &["code"]),
    (NameKind::Label, &["label"]),
    (NameKind::Theme, &["thema", "theme"]),
];

impl Filter {
    /// A filter from a query that holds fields only.
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
            Tree::Words(words) => Err(FilterFault::Words { place: words.place }),
        }
    }

    /// A filter from one field of a query.
    ///
    /// # Errors
    /// A [`FilterFault`] that names the place in the query.
    pub fn field(field: &Field, study: &Study) -> Result<Self, FilterFault> {
        let name = fold_name(&field.name);
        let known = FIELDS.iter().find(|(_, names)| names.contains(&name.as_str()));
        match known {
            Some((kind, _)) => Self::named(*kind, &field.value, study)
                .map_err(|unknown| FilterFault::Value { unknown, place: Some(field.place) }),
            None => Self::attribute(field, study),
        }
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

    fn attribute(field: &Field, study: &Study) -> Result<Self, FilterFault> {
        let name = fold_name(&field.name);
        let wanted = fold_name(&field.value);
        let mut values = BTreeSet::new();
        let (mut participants, mut cases, mut texts) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        let mut has = |subject: Subject| {
            let value = study.attribute(subject, &name);
            values.extend(value.map(str::to_owned));
            value.is_some_and(|value| same_value(value, &wanted))
        };
        participants
            .extend(study.participants.iter().filter(|(_, row)| has(Subject::Participant(row.id))).map(|(at, _)| at));
        cases.extend(study.cases.iter().filter(|(_, row)| has(Subject::Case(row.id))).map(|(at, _)| at));
        texts.extend(study.texts.iter().filter(|(_, text)| has(Subject::Transcript(text.row.id))).map(|(at, _)| at));
        if values.is_empty() {
            let fields = FIELDS.iter().flat_map(|(_, names)| names.iter().copied());
            let known = fields.chain(study.attribute_names(|_| true));
            let nearest = nearest_names(&field.name, known);
            return Err(FilterFault::Field { name: field.name.clone(), nearest, place: field.place });
        }
        if participants.is_empty() && cases.is_empty() && texts.is_empty() {
            let nearest = nearest_names(&field.value, values.iter().map(String::as_str));
            let unknown = Unknown { kind: NameKind::Value, name: field.value.clone(), nearest, candidates: Vec::new() };
            return Err(FilterFault::Value { unknown, place: Some(field.place) });
        }
        Ok(Self::Attribute { participants, cases, texts })
    }

    /// Whether any part of it is about codings.
    #[must_use]
    pub fn asks_for_codings(&self) -> bool {
        match self {
            Self::All(filters) | Self::Any(filters) => filters.iter().any(Self::asks_for_codings),
            Self::Not(filter) => filter.asks_for_codings(),
            Self::Coding { .. } => true,
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
            | Self::Cases(_)
            | Self::Participants(_)
            | Self::Texts(_)
            | Self::Attribute { .. } => true,
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
            Self::Coding { codes, coders } => {
                let wanted = |coding: &CodingAt| {
                    codes.as_ref().is_none_or(|codes| codes.contains(&coding.code))
                        && coders.as_ref().is_none_or(|coders| coders.contains(&coding.coder))
                };
                let places = context.places?;
                Some(places.iter().any(|place| study.codings_on(place).iter().any(wanted)))
            }
        }
    }
}

/// Values are the same when they read the same, or are the same number.
fn same_value(value: &str, wanted: &str) -> bool {
    fold_name(value) == wanted
        || crate::model::number_of(value)
            .zip(crate::model::number_of(wanted))
            .is_some_and(|(a, b)| (a - b).abs() < f64::EPSILON)
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
