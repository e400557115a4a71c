//! A quote as a page shows it: the words in the turn they stand in, what was said around them, whose they are, the codes,
//! and what the report makes of them.

use super::listing::{Entry, Listing};
use crate::analysis::{At, Place, Study, chosen_under};
use crate::language::QuotesWords;
use crate::model::AnchorState;
use crate::project::PlaceSurroundings;
use crate::report::Tints;
use crate::report::quotes::{Audience, attribution, case_reference};
use crate::server::address;
use crate::server::query::{Query, asking};
use crate::server::shown::{Chip, chips};
use crate::server::visit::Visit;

/// Quotes under one head.
pub(super) struct GroupView {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) href: String,
    pub(super) quotes: Vec<QuoteView>,
}

/// A quote.
pub(super) struct QuoteView {
    pub(super) id: String,
    pub(super) transcript: String,
    pub(super) start: u32,
    pub(super) end: u32,
    /// The coding that acts on the whole quote mean.
    pub(super) code: String,
    pub(super) coder: String,
    pub(super) counter: bool,
    pub(super) before: Vec<String>,
    pub(super) lead: String,
    pub(super) words: String,
    pub(super) tail: String,
    pub(super) after: Vec<String>,
    pub(super) href: String,
    pub(super) source: String,
    pub(super) check: bool,
    pub(super) codes: Vec<Chip>,
    pub(super) coders: String,
    /// The code under which it is or would be chosen.
    pub(super) under: String,
    /// Its number under that code; 0 when it is not chosen there.
    pub(super) number: usize,
    pub(super) of: usize,
    pub(super) chosen: Vec<ChosenView>,
    pub(super) edit: String,
    pub(super) comment: String,
    pub(super) memo: String,
}

/// What the report makes of a fragment.
pub(super) struct ChosenView {
    pub(super) said: String,
    pub(super) introduction: String,
    pub(super) text: String,
    pub(super) translation: String,
}

/// What all quotes of a page share.
pub(super) struct Showing<'s> {
    pub(super) visit: &'s Visit,
    pub(super) study: &'s Study,
    pub(super) tints: &'s Tints,
    pub(super) w: &'static QuotesWords,
    pub(super) listing: &'s Listing,
    pub(super) asked: &'s Query,
    pub(super) here: &'s str,
}

impl Showing<'_> {
    pub(super) fn groups(&self, words: &[String], around: &[PlaceSurroundings]) -> Vec<GroupView> {
        let mut groups: Vec<GroupView> = Vec::new();
        for ((entry, words), around) in self.listing.entries.iter().zip(words).zip(around) {
            let (name, href) = self.head(entry);
            if groups.last().is_none_or(|group| group.name != name) {
                groups.push(GroupView { id: format!("g{}", groups.len()), name, href, quotes: Vec::new() });
            }
            if let Some(group) = groups.last_mut() {
                group.quotes.push(self.quote(entry, words, around));
            }
        }
        groups
    }

    /// The head under which a quote stands, and where it leads.
    fn head(&self, entry: &Entry) -> (String, String) {
        let study = self.study;
        let place = &study.places[entry.place];
        if let Some(code) = entry.code {
            let name = &study.codes[code].name;
            return (name.clone(), address::code(name));
        }
        if self.asked.get("by") == "transcript" {
            let name = &study.texts[place.transcript].row.name;
            return (name.clone(), address::transcript(name));
        }
        match place.cases.first() {
            Some(case) => {
                let name = &study.cases[*case].name;
                (
                    case_reference(self.visit.tables(), name),
                    self.asked.address("/quotes", &[("case", name), ("shown", "")]),
                )
            }
            None => (self.w.no_case.to_owned(), String::new()),
        }
    }

    fn quote(&self, entry: &Entry, words: &str, around: &PlaceSurroundings) -> QuoteView {
        let study = self.study;
        let place = &study.places[entry.place];
        let transcript = study.texts[place.transcript].row.name.clone();
        let (start, end) = (place.points.start, place.points.end);
        let suffix = entry.code.map_or_else(String::new, |code| format!("-{}", code.number()));
        let id = format!("q{}-{start}-{end}{suffix}", place.transcript.number());
        let back = address::part(&format!("{}#{id}", self.here));
        let seen = || study.codings_on(place).iter().filter(|coding| self.listing.sees(place, coding));
        let meant = self.listing.meant(study, entry);
        let under = entry.code.or(self.listing.only).or_else(|| meant.map(|coding| coding.code));
        let of_code = under.map(|code| chosen_under(study, code)).unwrap_or_default();
        let number = of_code.iter().position(|(_, at)| *at == entry.place).map_or(0, |at| at + 1);
        let mut coders: Vec<_> = seen().map(|coding| coding.coder).collect();
        coders.sort_unstable();
        coders.dedup();
        let coders: Vec<&str> = coders.into_iter().map(|at| study.coders[at].name.as_str()).collect();
        let source = attribution(study, self.visit.tables(), place, Audience::Work);
        let (from, to) = (start.to_string(), end.to_string());
        let pairs = [("transcript", transcript.as_str()), ("start", &from), ("end", &to)];
        let name_of = |code| study.codes[code].name.clone();
        QuoteView {
            href: format!("{}&back={back}", address::place(&transcript, start, end)),
            code: meant.map(|coding| name_of(coding.code)).unwrap_or_default(),
            coder: meant.map(|coding| study.coders[coding.coder].name.clone()).unwrap_or_default(),
            counter: meant.is_some_and(|coding| coding.counter),
            before: around.before.iter().map(|near| near.words.clone()).collect(),
            lead: around.lead.clone(),
            words: words.to_owned(),
            tail: around.tail.clone(),
            after: around.after.iter().map(|near| near.words.clone()).collect(),
            source: source.trim_matches(['(', ')']).to_owned(),
            check: place.state == AnchorState::Check,
            codes: chips(study, self.tints, seen()),
            coders: (self.w.coders)(&self.visit.tables().listed(&coders)),
            under: under.map(name_of).unwrap_or_default(),
            number,
            of: of_code.len(),
            chosen: self.chosen(entry.place),
            edit: asking("/quotes/one", &[pairs[0], pairs[1], pairs[2], ("back", &format!("{}#{id}", self.here))]),
            comment: asking(
                "/comments/new",
                &[pairs[0], pairs[1], pairs[2], ("about", "coding"), ("code", &under.map(name_of).unwrap_or_default())],
            ),
            memo: asking("/memos/new", &[("about", "fragment"), ("name", &transcript), pairs[1], pairs[2]]),
            id,
            start,
            end,
            transcript,
        }
    }

    fn chosen(&self, at: At<Place>) -> Vec<ChosenView> {
        let study = self.study;
        let fragment = study.places[at].fragment;
        let mut codes: Vec<_> = study.rows().quotes.iter().filter(|quote| quote.fragment == fragment).collect();
        codes.sort_by_key(|quote| study.code_at(quote.code));
        let view = |quote: &&crate::model::Quote| {
            let code = study.code_at(quote.code)?;
            let number = chosen_under(study, code).iter().position(|(known, _)| known.id == quote.id)? + 1;
            Some(ChosenView {
                said: (self.w.chosen)(&study.codes[code].name, number),
                introduction: quote.introduction.clone(),
                text: quote.report_text.clone(),
                translation: quote.translation.clone(),
            })
        };
        codes.iter().filter_map(view).collect()
    }
}
