//! Which quotes a page shows, and in what order: by case, by code or as the transcripts stand; the chosen ones as the
//! report has them.

use crate::analysis::{At, CodingAt, Place, QuoteChoice, Study, chosen_under, coded_fragments, spread};
use crate::language::QuotesWords;
use crate::model::Code;
use crate::project::{Refusal, scope_of};
use crate::server::query::Query;
use crate::server::visit::{Apart, Visit};
use std::collections::BTreeSet;

/// A quote in its group.
pub(super) struct Entry {
    pub(super) place: At<Place>,
    /// The code under which it stands, where quotes are by code or chosen.
    pub(super) code: Option<At<Code>>,
}

/// The quotes of an address, all of them.
pub(super) struct Listing {
    pub(super) entries: Vec<Entry>,
    /// How many different fragments.
    pub(super) fragments: usize,
    /// How many of them stand here as counter-examples only.
    pub(super) counter: usize,
    /// How many are hidden from one who codes apart.
    pub(super) hidden: usize,
    /// Names of the codes that were asked for.
    pub(super) names: Vec<String>,
    /// The one code that was asked for.
    pub(super) only: Option<At<Code>>,
    choice: QuoteChoice,
    apart: Apart,
}

impl Listing {
    /// Nothing, where the condition cannot be read.
    pub(super) fn empty(visit: &Visit) -> Self {
        Self {
            entries: Vec::new(),
            fragments: 0,
            counter: 0,
            hidden: 0,
            names: Vec::new(),
            only: None,
            choice: QuoteChoice::default(),
            apart: visit.apart(),
        }
    }

    pub(super) fn new(visit: &Visit, asked: &Query) -> Result<Self, Refusal> {
        let study = &*visit.study;
        let conditions = asked.conditions();
        let mut choice = conditions.choice(study)?;
        choice.chosen_only = asked.has("chosen");
        choice.counter = match asked.get("counter") {
            "1" => Some(true),
            "0" => Some(false),
            _ => None,
        };
        if asked.has("taxonomy") {
            let at = study.find_taxonomy(Some(asked.get("taxonomy")))?;
            choice.filters.extend(scope_of(study, at)?);
            // What stands below a code in another taxonomy is not counted in this one.
            if let [name] = &conditions.codes[..] {
                let code = study.find_code(name)?;
                let nodes = study.taxonomies[at].walk().into_iter().filter(|node| node.code == code);
                let below: BTreeSet<At<Code>> = nodes.flat_map(crate::analysis::TreeNode::with_descendants).collect();
                if !below.is_empty() {
                    choice.codes = Some(below);
                }
            }
        }
        let named = [&conditions.codes, &conditions.labels, &conditions.themes].into_iter().flatten();
        let codes = named.map(|name| study.find_code(name)).collect::<Result<Vec<_>, _>>()?;
        let mut listing = Self {
            names: codes.iter().map(|at| study.codes[*at].name.clone()).collect(),
            only: if let [one] = codes[..] { Some(one) } else { None },
            choice,
            ..Self::empty(visit)
        };
        let mut places = coded_fragments(study, &listing.choice);
        let found = places.len();
        places.retain(|at| listing.codings(study, *at).next().is_some());
        listing.hidden = found - places.len();
        listing.fragments = places.len();
        listing.counter = places.iter().filter(|at| listing.codings(study, **at).all(|coding| coding.counter)).count();
        listing.entries = if asked.has("chosen") {
            listing.chosen(study, &places)
        } else {
            listing.ordered(study, places, asked.get("by"))
        };
        Ok(listing)
    }

    /// The codings for which a fragment stands here.
    pub(super) fn codings<'s>(&'s self, study: &'s Study, at: At<Place>) -> impl Iterator<Item = &'s CodingAt> {
        let place = &study.places[at];
        study.codings_on(place).iter().filter(move |coding| self.sees(place, coding) && self.wants(coding))
    }

    /// Whether whoever works here may see a coding.
    pub(super) fn sees(&self, place: &Place, coding: &CodingAt) -> bool {
        self.apart.sees(place, coding)
    }

    fn wants(&self, coding: &CodingAt) -> bool {
        let choice = &self.choice;
        choice.codes.as_ref().is_none_or(|codes| codes.contains(&coding.code))
            && choice.coders.as_ref().is_none_or(|coders| coders.contains(&coding.coder))
            && choice.counter.is_none_or(|counter| coding.counter == counter)
            && choice.filters.iter().all(|filter| filter.counts(coding))
    }

    /// Whose coding an act on the whole quote means: one's own before others'.
    pub(super) fn meant<'s>(&'s self, study: &'s Study, entry: &Entry) -> Option<&'s CodingAt> {
        let here =
            || self.codings(study, entry.place).filter(|coding| entry.code.is_none_or(|code| coding.code == code));
        let any = || here().next().or_else(|| self.codings(study, entry.place).next());
        here().find(|coding| self.apart.is_own(coding)).or_else(any)
    }

    fn ordered(&self, study: &Study, mut places: Vec<At<Place>>, by: &str) -> Vec<Entry> {
        match by {
            "code" => {
                let order = in_order(study);
                let mut entries: Vec<(usize, At<Place>, At<Code>)> = Vec::new();
                for at in places {
                    let codes: BTreeSet<At<Code>> = self.codings(study, at).map(|coding| coding.code).collect();
                    entries.extend(codes.into_iter().map(|code| (order[code.number()], at, code)));
                }
                entries.sort_unstable();
                entries.into_iter().map(|(_, place, code)| Entry { place, code: Some(code) }).collect()
            }
            "transcript" => places.into_iter().map(|place| Entry { place, code: None }).collect(),
            _ => {
                let case = |at: &At<Place>| study.places[*at].cases.first().copied();
                places.sort_by_key(|at| (case(at).is_none(), case(at), *at));
                places.into_iter().map(|place| Entry { place, code: None }).collect()
            }
        }
    }

    /// The chosen quotes as the report has them: under their codes, in their order.
    fn chosen(&self, study: &Study, places: &[At<Place>]) -> Vec<Entry> {
        let wanted: BTreeSet<At<Place>> = places.iter().copied().collect();
        let order = in_order(study);
        let mut codes: Vec<At<Code>> =
            study.rows().quotes.iter().filter_map(|quote| study.code_at(quote.code)).collect();
        codes.sort_unstable_by_key(|code| order[code.number()]);
        codes.dedup();
        let under = |code: &At<Code>| self.choice.codes.as_ref().is_none_or(|codes| codes.contains(code));
        let entries = codes.into_iter().filter(under).flat_map(|code| {
            let here = chosen_under(study, code).into_iter().filter(|(_, place)| wanted.contains(place));
            here.map(|(_, place)| Entry { place, code: Some(code) }).collect::<Vec<_>>()
        });
        entries.collect()
    }

    /// That one person gives most of the chosen quotes of the code that was asked for.
    pub(super) fn dominant(&self, study: &Study, w: &QuotesWords) -> String {
        let Some(code) = self.only else { return String::new() };
        let spread = spread(study, code);
        spread.dominant.map_or_else(String::new, |(person, quotes)| {
            (w.dominant)(&study.participants[person].name, quotes, spread.quotes)
        })
    }
}

/// The place of each code in the order of the taxonomies, then by name.
fn in_order(study: &Study) -> Vec<usize> {
    let mut order = vec![usize::MAX; study.codes.len()];
    let placed = study.taxonomies.rows().iter().flat_map(|tree| tree.walk()).map(|node| node.code);
    for (rank, code) in placed.chain(study.codes.positions()).enumerate() {
        order[code.number()] = order[code.number()].min(rank);
    }
    order
}
