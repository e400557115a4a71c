//! Counting: distinct fragments, participants and cases, each once, support and counter-examples apart. A filter or a
//! group narrows a fragment down to the people it admits, so that the numbers of a table always fit the N above it.

use super::list::At;
use super::{Context, Filter, Place, Study, Text};
use crate::model::{Case, Participant};
use rustc_hash::FxHashSet;

/// Numbers of distinct things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Cases in which it occurs.
    pub cases: usize,
    /// Participants in whose words it occurs.
    pub participants: usize,
    /// Fragments.
    pub fragments: usize,
    /// Fragments coded as counter-example.
    pub counter_fragments: usize,
    /// Cases with a counter-example.
    pub counter_cases: usize,
}

/// A count under way.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    cases: FxHashSet<At<Case>>,
    participants: FxHashSet<At<Participant>>,
    fragments: FxHashSet<At<Place>>,
    counter_fragments: FxHashSet<At<Place>>,
    counter_cases: FxHashSet<At<Case>>,
}

/// The part of a fragment that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Admitted {
    /// The people who count.
    pub participants: Vec<At<Participant>>,
    /// The cases that count.
    pub cases: Vec<At<Case>>,
}

impl Tally {
    /// Counts a coding on a fragment.
    pub fn add(&mut self, place: At<Place>, admitted: &Admitted, counter: bool) {
        if counter {
            self.counter_fragments.insert(place);
            self.counter_cases.extend(&admitted.cases);
        } else {
            self.fragments.insert(place);
            self.participants.extend(&admitted.participants);
            self.cases.extend(&admitted.cases);
        }
    }

    /// Counts everything that another tally counted.
    pub fn merge(&mut self, other: &Self) {
        self.cases.extend(&other.cases);
        self.participants.extend(&other.participants);
        self.fragments.extend(&other.fragments);
        self.counter_fragments.extend(&other.counter_fragments);
        self.counter_cases.extend(&other.counter_cases);
    }

    /// The numbers.
    #[must_use]
    pub fn counts(&self) -> Counts {
        Counts {
            cases: self.cases.len(),
            participants: self.participants.len(),
            fragments: self.fragments.len(),
            counter_fragments: self.counter_fragments.len(),
            counter_cases: self.counter_cases.len(),
        }
    }
}

impl Study {
    /// The case of a participant.
    #[must_use]
    pub fn case_of(&self, person: At<Participant>) -> Option<At<Case>> {
        self.participants[person].case.and_then(|id| self.case_at(id))
    }

    /// The part of a fragment that these filters admit, each held against every participant on their own; `None` when
    /// nothing is left.
    #[must_use]
    pub fn admitted(&self, place: &Place, filters: &[&Filter]) -> Option<Admitted> {
        if filters.is_empty() {
            return Some(Admitted { participants: place.participants.clone(), cases: place.cases.clone() });
        }
        let holds = |participants: &[At<Participant>], cases: &[At<Case>]| {
            let context = Context { text: Some(place.transcript), participants, cases, places: Some(&[place]) };
            filters.iter().all(|filter| filter.holds(self, &context))
        };
        if place.participants.is_empty() {
            let good = holds(&[], &place.cases);
            return good.then(|| Admitted { participants: Vec::new(), cases: place.cases.clone() });
        }
        let text_case = self.texts[place.transcript].case;
        let mut admitted = Admitted { participants: Vec::new(), cases: Vec::new() };
        for person in &place.participants {
            let case = self.case_of(*person).or(text_case);
            if holds(&[*person], case.as_slice()) {
                admitted.participants.push(*person);
                if let Some(case) = case
                    && !admitted.cases.contains(&case)
                {
                    admitted.cases.push(case);
                }
            }
        }
        (!admitted.participants.is_empty()).then_some(admitted)
    }

    /// How many cases and participants the study has within these filters: the N of a table.
    #[must_use]
    pub fn population(&self, filters: &[&Filter]) -> (usize, usize) {
        let mut cases: FxHashSet<At<Case>> = FxHashSet::default();
        let mut people: FxHashSet<At<Participant>> = FxHashSet::default();
        let holds = |text: Option<At<Text>>, participants: &[At<Participant>], cases: &[At<Case>]| {
            let context = Context { text, participants, cases, places: None };
            filters.iter().all(|filter| filter.holds(self, &context))
        };
        let mut texts_of: Vec<Vec<At<Text>>> = vec![Vec::new(); self.participants.len()];
        for (at, text) in self.texts.iter() {
            for person in &text.everyone {
                texts_of[person.number()].push(at);
            }
            if text.everyone.is_empty() && holds(Some(at), &[], text.case.as_slice()) {
                cases.extend(text.case);
            }
        }
        for person in self.participants.positions() {
            let own = self.case_of(person);
            let texts = &texts_of[person.number()];
            if texts.is_empty() && holds(None, &[person], own.as_slice()) {
                people.insert(person);
                cases.extend(own);
            }
            // Someone without a case of their own counts for the case of every text that the filters admit.
            for text in texts {
                let case = own.or(self.texts[*text].case);
                if holds(Some(*text), &[person], case.as_slice()) {
                    people.insert(person);
                    cases.extend(case);
                }
            }
        }
        // A case without texts and people still belongs to the study.
        let with_someone: FxHashSet<At<Case>> = self
            .participants
            .positions()
            .filter_map(|person| self.case_of(person))
            .chain(self.texts.rows().iter().filter_map(|text| text.case))
            .collect();
        for case in self.cases.positions().filter(|case| !with_someone.contains(case)) {
            if holds(None, &[], &[case]) {
                cases.insert(case);
            }
        }
        (cases.len(), people.len())
    }
}
