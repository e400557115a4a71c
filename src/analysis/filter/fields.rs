//! From a field of a query to a filter. The value is first taken as it stands; only what is no name or value of the study
//! is read as a beginning (`Gron*`) or a range (`40..60`), so that a value `>65` in somebody's table can be asked for.

use super::memos::memos;
use super::ranges::Range;
use super::{Expected, Filter, FilterFault};
use crate::analysis::naming::{NameKind, Unknown};
use crate::analysis::{At, Study, Text};
use crate::model::{Case, Level, Participant, Subject, days_of, fold_name, nearest_names, number_of};
use crate::text::{Field, Quoting};
use std::collections::BTreeSet;

/// What a field of every study is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum About {
    Named(NameKind),
    Date,
    Counter,
    Memo,
}

/// The fields that every study has, each with its names.
const FIELDS: &[(About, &[&str])] = &[
    (About::Named(NameKind::Case), &["casus", "case"]),
    (About::Named(NameKind::Role), &["rol", "role", "groep"]),
    (About::Named(NameKind::Participant), &["respondent", "participant"]),
    (About::Named(NameKind::Transcript), &["transcript"]),
    (About::Named(NameKind::Moment), &["moment", "meting"]),
    (About::Named(NameKind::Coder), &["codeur", "coder"]),
    (About::Named(NameKind::Code), &["code"]),
    (About::Named(NameKind::Label), &["label"]),
    (About::Named(NameKind::Theme), &["thema", "theme"]),
    (About::Date, &["datum", "date"]),
    (About::Counter, &["tegenvoorbeeld", "counter"]),
    (About::Memo, &["memo"]),
];

fn about(name: &str) -> Option<About> {
    let name = fold_name(name);
    FIELDS.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(about, _)| *about)
}

/// Whether a field says something of one coding.
pub(super) fn is_about_codings(field: &Field) -> bool {
    match about(&field.name) {
        Some(About::Named(kind)) => {
            matches!(kind, NameKind::Coder | NameKind::Code | NameKind::Label | NameKind::Theme)
        }
        Some(About::Counter) => true,
        Some(About::Date | About::Memo) | None => false,
    }
}

/// What a field means.
pub(super) fn filter(field: &Field, study: &Study) -> Result<Filter, FilterFault> {
    match about(&field.name) {
        Some(About::Named(kind)) => named(kind, field, study),
        Some(About::Date) => date(field, study),
        Some(About::Counter) => counter(field),
        Some(About::Memo) => memos(field, study),
        None => attribute(field, study),
    }
}

/// A value with a star or a range; quotation marks make it plain letters.
enum Wide<'v> {
    Begins(String),
    Between(Range<'v>),
}

impl<'v> Wide<'v> {
    fn read(field: &'v Field) -> Option<Self> {
        match field.quoting {
            Quoting::Quoted => None,
            Quoting::Bare => match field.value.strip_suffix('*') {
                Some(beginning) => Some(Self::Begins(fold_name(beginning))),
                None => Range::read(&field.value).map(Self::Between),
            },
        }
    }

    fn admits(&self, value: &str) -> bool {
        match self {
            Self::Begins(beginning) => fold_name(value).starts_with(beginning),
            Self::Between(range) => range.admits(value) == Some(true),
        }
    }
}

fn named(kind: NameKind, field: &Field, study: &Study) -> Result<Filter, FilterFault> {
    let unknown = match Filter::named(kind, &field.value, study) {
        Ok(filter) => return Ok(filter),
        Err(unknown) => unknown,
    };
    let names: BTreeSet<&str> = match Wide::read(field) {
        Some(wide) => names(kind, study).into_iter().filter(|name| wide.admits(name)).collect(),
        None => BTreeSet::new(),
    };
    let fault = |unknown| FilterFault::Value { unknown, place: Some(field.place) };
    if names.is_empty() {
        return Err(fault(unknown));
    }
    let each = names.into_iter().map(|name| Filter::named(kind, name, study));
    each.collect::<Result<_, _>>().map(Filter::Any).map_err(fault)
}

/// All names of a kind.
fn names(kind: NameKind, study: &Study) -> Vec<&str> {
    let codes = |level: Option<Level>| {
        let such = study.codes.rows().iter().filter(move |code| level.is_none_or(|level| code.level == level));
        such.map(|code| code.name.as_str()).collect()
    };
    match kind {
        NameKind::Case => study.cases.rows().iter().map(|case| case.name.as_str()).collect(),
        NameKind::Role => study.roles.rows().iter().map(|role| role.name.as_str()).collect(),
        NameKind::Participant => study.participants.rows().iter().map(|person| person.name.as_str()).collect(),
        NameKind::Transcript => study.texts.rows().iter().map(|text| text.row.name.as_str()).collect(),
        NameKind::Moment => study.moments(),
        NameKind::Coder => study.coders.rows().iter().map(|coder| coder.name.as_str()).collect(),
        NameKind::Code => codes(None),
        NameKind::Label => codes(Some(Level::Axial)),
        NameKind::Theme => codes(Some(Level::Selective)),
        NameKind::Taxonomy | NameKind::Attribute | NameKind::Value => Vec::new(),
    }
}

/// The texts of a date or a stretch of dates; an attribute of that name counts as well.
fn date(field: &Field, study: &Study) -> Result<Filter, FilterFault> {
    let wanted = fold_name(&field.value);
    let dated = |such: &dyn Fn(&str) -> bool| -> BTreeSet<At<Text>> {
        study.texts.iter().filter(|(_, text)| such(&text.row.date)).map(|(at, _)| at).collect()
    };
    let mut texts = dated(&|date| !date.is_empty() && fold_name(date) == wanted);
    let range = match field.quoting {
        Quoting::Bare => Range::read(&field.value),
        Quoting::Quoted => None,
    };
    let days = days_of(&field.value);
    match (range, days) {
        (Some(range), _) if range.is_sound() => texts.extend(dated(&|date| range.admits_date(date) == Some(true))),
        (_, Some(days)) => texts.extend(dated(&|date| {
            days_of(date).is_some_and(|date| days.first <= date.first && date.last <= days.last)
        })),
        (_, None) if texts.is_empty() && !has_attribute(study, &field.name) => {
            return Err(FilterFault::Expected { what: Expected::Date, place: field.place });
        }
        (_, None) => {}
    }
    if !has_attribute(study, &field.name) {
        return Ok(Filter::Texts(texts));
    }
    match attribute(field, study) {
        Ok(attribute) => Ok(Filter::Any(vec![Filter::Texts(texts), attribute])),
        Err(_) if days.is_some() || !texts.is_empty() => Ok(Filter::Texts(texts)),
        Err(fault) => Err(fault),
    }
}

fn counter(field: &Field) -> Result<Filter, FilterFault> {
    match fold_name(&field.value).as_str() {
        "ja" | "yes" => Ok(Filter::Counter(true)),
        "nee" | "no" => Ok(Filter::Counter(false)),
        _ => Err(FilterFault::Expected { what: Expected::YesOrNo, place: field.place }),
    }
}

fn has_attribute(study: &Study, name: &str) -> bool {
    let name = fold_name(name);
    study.attribute_names(|_| true).into_iter().any(|known| fold_name(known) == name)
}

/// The people, cases and texts that have an attribute.
struct Having<'s> {
    participants: Vec<(At<Participant>, &'s str)>,
    cases: Vec<(At<Case>, &'s str)>,
    texts: Vec<(At<Text>, &'s str)>,
}

impl<'s> Having<'s> {
    fn of(study: &'s Study, name: &str) -> Self {
        let name = fold_name(name);
        let value = |subject| study.attribute(subject, &name);
        Self {
            participants: study
                .participants
                .iter()
                .filter_map(|(at, person)| Some((at, value(Subject::Participant(person.id))?)))
                .collect(),
            cases: study.cases.iter().filter_map(|(at, case)| Some((at, value(Subject::Case(case.id))?))).collect(),
            texts: study
                .texts
                .iter()
                .filter_map(|(at, text)| Some((at, value(Subject::Transcript(text.row.id))?)))
                .collect(),
        }
    }

    fn values(&self) -> impl Iterator<Item = &'s str> {
        let (people, cases) = (self.participants.iter().map(|(_, value)| *value), self.cases.iter());
        people.chain(cases.map(|(_, value)| *value)).chain(self.texts.iter().map(|(_, value)| *value))
    }

    fn filter(&self, such: impl Fn(&str) -> bool) -> Filter {
        fn kept<T>(list: &[(At<T>, &str)], such: impl Fn(&str) -> bool) -> BTreeSet<At<T>> {
            list.iter().filter(|(_, value)| such(value)).map(|(at, _)| *at).collect()
        }
        Filter::Attribute {
            participants: kept(&self.participants, &such),
            cases: kept(&self.cases, &such),
            texts: kept(&self.texts, &such),
        }
    }
}

fn attribute(field: &Field, study: &Study) -> Result<Filter, FilterFault> {
    let having = Having::of(study, &field.name);
    if having.values().next().is_none() {
        let fields = FIELDS.iter().flat_map(|(_, names)| names.iter().copied());
        let nearest = nearest_names(&field.name, fields.chain(study.attribute_names(|_| true)));
        return Err(FilterFault::Field { name: field.name.clone(), nearest, place: field.place });
    }
    let wanted = fold_name(&field.value);
    if having.values().any(|value| same_value(value, &wanted)) {
        return Ok(having.filter(|value| same_value(value, &wanted)));
    }
    match Wide::read(field) {
        Some(Wide::Between(range)) if !range.is_sound() => {
            Err(FilterFault::Expected { what: Expected::NumberOrDate, place: field.place })
        }
        Some(Wide::Between(range)) if !having.values().any(|value| range.admits(value).is_some()) => {
            Err(FilterFault::Incomparable { name: field.name.clone(), place: field.place })
        }
        Some(wide @ Wide::Between(_)) => Ok(having.filter(|value| wide.admits(value))),
        Some(wide @ Wide::Begins(_)) if having.values().any(|value| wide.admits(value)) => {
            Ok(having.filter(|value| wide.admits(value)))
        }
        Some(Wide::Begins(_)) | None => {
            let values: BTreeSet<&str> = having.values().collect();
            let nearest = nearest_names(&field.value, values);
            let unknown = Unknown { kind: NameKind::Value, name: field.value.clone(), nearest, candidates: Vec::new() };
            Err(FilterFault::Value { unknown, place: Some(field.place) })
        }
    }
}

/// Values are the same when they read the same, or are the same number.
fn same_value(value: &str, wanted: &str) -> bool {
    fold_name(value) == wanted
        || number_of(value).zip(number_of(wanted)).is_some_and(|(a, b)| (a - b).abs() < f64::EPSILON)
}
