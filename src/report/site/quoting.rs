//! Quotes on a page: the words of a fragment in paragraphs, whose they are as far as this audience may know, and where
//! they lead. Working pages say "(Resp 6, coördinator, casus 3, r. 12)"; an appendix leaves out case and line, a
//! publication keeps the role only.

use super::plan::{Plan, Side};
use super::view::paragraphs;
use crate::analysis::{Admitted, At, Place, TaxonomyTree, chosen_under};
use crate::model::{AnchorState, Case, Code, Participant, Role};
use crate::report::quotes::{Audience, attribution, case_reference};
use std::collections::{BTreeMap, BTreeSet};

/// A fragment as it is shown.
#[derive(Debug, Clone)]
pub(super) struct QuoteView<'p> {
    pub(super) paragraphs: Vec<&'p str>,
    pub(super) source: String,
    /// Where it stands in its text, when the text is part of the report.
    pub(super) href: Option<String>,
    /// The codes that make it belong here; empty when there is only one.
    pub(super) codes: String,
    pub(super) check: bool,
}

/// A chosen quote.
#[derive(Debug, Clone)]
pub(super) struct ChosenView<'p> {
    pub(super) introduction: &'p str,
    pub(super) translation: &'p str,
    pub(super) q: QuoteView<'p>,
}

/// The quotes of one case, or of one role where cases are hidden.
#[derive(Debug, Clone)]
pub(super) struct Bundle<'p> {
    pub(super) heading: String,
    pub(super) figure: String,
    pub(super) quotes: Vec<QuoteView<'p>>,
}

/// The quotes of a whole, or of one group of a divided table.
#[derive(Debug, Clone)]
pub(super) struct Part<'p> {
    pub(super) id: String,
    /// Empty for the whole.
    pub(super) heading: String,
    pub(super) bundles: Vec<Bundle<'p>>,
}

/// All quotes of a code or label.
#[derive(Debug, Clone)]
pub(super) struct AllQuotes<'p> {
    pub(super) total: usize,
    pub(super) figure: String,
    pub(super) parts: Vec<Part<'p>>,
    pub(super) counter: Vec<Bundle<'p>>,
    pub(super) counter_total: usize,
    pub(super) counter_figure: String,
    pub(super) counter_id: String,
    /// Few enough to show open.
    pub(super) few: bool,
}

/// So many quotes are shown without another click.
const FEW: usize = 40;

impl<'p> Plan<'p> {
    /// All quotes of these codes; `id` starts the ids of their parts (`n2-3-`, or nothing).
    pub(super) fn all_quotes(
        &self,
        taxonomy: Option<At<TaxonomyTree>>,
        codes: &BTreeSet<At<Code>>,
        id: &str,
    ) -> AllQuotes<'p> {
        let support = self.fragments(taxonomy, codes, Side::Support, None);
        let counter = self.fragments(taxonomy, codes, Side::Counter, None);
        let groups = taxonomy.map_or(&[][..], |at| &self.tables[at.number()].groups);
        let mut parts = Vec::new();
        if groups.is_empty() {
            parts.push(Part {
                id: format!("{id}alle"),
                heading: String::new(),
                bundles: self.bundles(&support, codes, Side::Support),
            });
        } else {
            let mut rest: BTreeSet<At<Place>> = support.iter().map(|(at, _)| *at).collect();
            for (number, group) in groups.iter().enumerate() {
                let own = self.fragments(taxonomy, codes, Side::Support, Some(number));
                for (at, _) in &own {
                    rest.remove(at);
                }
                parts.push(Part {
                    id: format!("{id}groep-{}", number + 1),
                    heading: group.name.clone(),
                    bundles: self.bundles(&own, codes, Side::Support),
                });
            }
            let rest: Vec<_> = support.iter().filter(|(at, _)| rest.contains(at)).cloned().collect();
            if !rest.is_empty() {
                let bundles = self.bundles(&rest, codes, Side::Support);
                parts.push(Part { id: format!("{id}groep-0"), heading: self.t.heads.no_value.to_owned(), bundles });
            }
        }
        AllQuotes {
            total: support.len(),
            figure: self.t.count(support.len()),
            parts,
            counter: self.bundles(&counter, codes, Side::Counter),
            counter_total: counter.len(),
            counter_figure: self.t.count(counter.len()),
            counter_id: format!("{id}tegen"),
            few: support.len() <= FEW,
        }
    }

    fn bundles(&self, fragments: &[(At<Place>, Admitted)], codes: &BTreeSet<At<Code>>, side: Side) -> Vec<Bundle<'p>> {
        let mut bundles: BTreeMap<usize, Vec<QuoteView<'p>>> = BTreeMap::new();
        for (at, admitted) in fragments {
            let key = match self.audience() {
                Audience::Work => admitted.cases.first().map_or(usize::MAX, |case| case.number()),
                Audience::Appendix | Audience::Publication => {
                    let role = admitted.participants.first().and_then(|person| self.role_of(*person));
                    role.map_or(usize::MAX, At::number)
                }
            };
            bundles.entry(key).or_default().push(self.quote(*at, Some((codes, side))));
        }
        let heading = |key: usize| match self.audience() {
            Audience::Work if key == usize::MAX => self.t.heads.no_case.to_owned(),
            Audience::Work => case_reference(self.t, &self.study.cases[At::<Case>::new(key)].name),
            Audience::Appendix | Audience::Publication if key == usize::MAX => self.t.heads.no_role.to_owned(),
            Audience::Appendix | Audience::Publication => self.study.roles[At::<Role>::new(key)].name.clone(),
        };
        let bundle = |(key, quotes): (usize, Vec<_>)| Bundle {
            heading: heading(key),
            figure: self.t.count(quotes.len()),
            quotes,
        };
        bundles.into_iter().map(bundle).collect()
    }

    /// A fragment as a quote; with codes, it says which of several make it belong here.
    pub(super) fn quote(&self, at: At<Place>, here: Option<(&BTreeSet<At<Code>>, Side)>) -> QuoteView<'p> {
        let place = &self.study.places[at];
        let codes = match here {
            Some((codes, side)) if codes.len() > 1 => {
                let counter = side == Side::Counter;
                let own = self.study.codings_on(place).iter().filter(|coding| coding.counter == counter);
                let mut own: Vec<_> = own.map(|coding| coding.code).filter(|code| codes.contains(code)).collect();
                own.dedup();
                let names: Vec<&str> = own.into_iter().map(|code| self.study.codes[code].name.as_str()).collect();
                names.join(" · ")
            }
            _ => String::new(),
        };
        QuoteView {
            paragraphs: self.paragraphs_of(at),
            source: self.source(place),
            href: self.text_href(place.transcript).map(|href| format!("{href}#r{}", place.line)),
            codes,
            check: place.state == AnchorState::Check && self.audience() == Audience::Work,
        }
    }

    /// The words of a fragment, cut where the text starts a paragraph or another speaks.
    fn paragraphs_of(&self, at: At<Place>) -> Vec<&'p str> {
        let place = &self.study.places[at];
        let passage = self.passage(at);
        let structure = &self.study.texts[place.transcript].structure;
        let first = structure.paragraphs.partition_point(|span| span.start <= place.span.start);
        let starts = structure.paragraphs[first..].iter().map(|span| span.start).take_while(|at| *at < place.span.end);
        let mut cuts: Vec<usize> = starts.map(|start| (start - place.span.start) as usize).collect();
        let turns = structure.turns_in(place.span).map(|(_, turn)| turn.span.start);
        cuts.extend(turns.filter(|start| *start > place.span.start).map(|start| (start - place.span.start) as usize));
        cuts.sort_unstable();
        let mut parts = Vec::with_capacity(cuts.len() + 1);
        let mut from = 0;
        for cut in cuts.into_iter().chain([passage.len()]) {
            if let Some(part) = passage.get(from..cut) {
                parts.extend(paragraphs(part));
                from = cut;
            }
        }
        parts
    }

    /// The quotes chosen under a code, as far as they fall within the taxonomy's filters.
    pub(super) fn chosen(&self, taxonomy: Option<At<TaxonomyTree>>, code: At<Code>) -> Vec<ChosenView<'p>> {
        let study: &'p crate::analysis::Study = self.study;
        chosen_under(study, code)
            .into_iter()
            .filter(|(_, at)| self.is_admitted(taxonomy, *at))
            .map(|(quote, at)| {
                let mut q = self.quote(at, None);
                if !quote.report_text.is_empty() {
                    q.paragraphs = paragraphs(&quote.report_text);
                }
                ChosenView { introduction: &quote.introduction, translation: &quote.translation, q }
            })
            .collect()
    }

    pub(super) fn role_of(&self, person: At<Participant>) -> Option<At<Role>> {
        self.study.participants[person].role.and_then(|id| self.study.role_at(id))
    }

    fn is_admitted(&self, taxonomy: Option<At<TaxonomyTree>>, at: At<Place>) -> bool {
        self.study.admitted(&self.study.places[at], &self.filters_of(taxonomy)).is_some()
    }

    /// Whose words a fragment is, as far as this audience may know, with its brackets.
    fn source(&self, place: &Place) -> String {
        let source = attribution(self.study, self.t, place, self.audience());
        if source.is_empty() { format!("({})", self.w.nobody) } else { source }
    }
}
