//! Coded fragments: which of them answer to a code, a coder or a filter, and how the quotes chosen for a theme spread
//! over cases and respondents.

use super::list::At;
use super::{CodingAt, Filter, Place, Study};
use crate::model::{Case, Code, CodeId, Coder, Participant, Quote};
use std::collections::{BTreeMap, BTreeSet};

/// Which coded fragments are wanted.
#[derive(Debug, Clone, Default)]
pub struct QuoteChoice {
    /// Carries one of these codes; `None` is any code.
    pub codes: Option<BTreeSet<At<Code>>>,
    /// By one of these coders, and with one of those codes.
    pub coders: Option<BTreeSet<At<Coder>>>,
    /// And, where this is said, as a counter-example or as support.
    pub counter: Option<bool>,
    /// Answers to all of these.
    pub filters: Vec<Filter>,
    /// Chosen for the report.
    pub chosen_only: bool,
}

/// The coded fragments that are wanted, in reading order.
#[must_use]
pub fn coded_fragments(study: &Study, choice: &QuoteChoice) -> Vec<At<Place>> {
    let filters: Vec<&Filter> = choice.filters.iter().collect();
    let chosen: BTreeSet<_> = if choice.chosen_only {
        study.rows().quotes.iter().map(|quote| quote.fragment).collect()
    } else {
        BTreeSet::new()
    };
    let wanted = |coding: &CodingAt| {
        choice.codes.as_ref().is_none_or(|codes| codes.contains(&coding.code))
            && choice.coders.as_ref().is_none_or(|coders| coders.contains(&coding.coder))
            && choice.counter.is_none_or(|counter| coding.counter == counter)
            && filters.iter().all(|filter| filter.counts(coding))
    };
    study
        .places
        .iter()
        .filter(|(_, place)| !choice.chosen_only || chosen.contains(&place.fragment))
        .filter(|(_, place)| study.codings_on(place).iter().any(wanted))
        .filter(|(_, place)| study.admitted(place, &filters).is_some())
        .map(|(at, _)| at)
        .collect()
}

/// How the chosen quotes of a theme spread.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spread {
    /// Quotes chosen under the code and everything below it.
    pub quotes: usize,
    /// Quotes per case.
    pub cases: BTreeMap<At<Case>, usize>,
    /// Quotes per participant.
    pub participants: BTreeMap<At<Participant>, usize>,
    /// A participant who gives more than half of three quotes or more.
    pub dominant: Option<(At<Participant>, usize)>,
}

/// How the quotes chosen under a code and everything below it spread over cases and respondents.
#[must_use]
pub fn spread(study: &Study, code: At<Code>) -> Spread {
    let codes: BTreeSet<CodeId> = study.with_everything_below(code).into_iter().map(|at| study.codes[at].id).collect();
    let chosen: BTreeSet<_> =
        study.rows().quotes.iter().filter(|quote| codes.contains(&quote.code)).map(|quote| quote.fragment).collect();
    let mut spread = Spread::default();
    for place in chosen.into_iter().filter_map(|fragment| study.place_at(fragment)) {
        let place = &study.places[place];
        spread.quotes += 1;
        for case in &place.cases {
            *spread.cases.entry(*case).or_default() += 1;
        }
        for person in &place.participants {
            *spread.participants.entry(*person).or_default() += 1;
        }
    }
    let most = spread.participants.iter().max_by_key(|(_, quotes)| **quotes);
    spread.dominant = most
        .map(|(person, quotes)| (*person, *quotes))
        .filter(|(_, quotes)| spread.quotes >= 3 && quotes * 2 > spread.quotes);
    spread
}

/// The chosen quotes under a code that stand in the current text, in order, with their places.
#[must_use]
pub fn chosen_under(study: &Study, code: At<Code>) -> Vec<(&Quote, At<Place>)> {
    let quotes = study.quotes_under(study.codes[code].id);
    quotes.into_iter().filter_map(|quote| Some((quote, study.place_at(quote.fragment)?))).collect()
}
