//! What all pages share: the tables of the taxonomies, computed once, the filters behind their numbers, the addresses of
//! everything, and which pages there are. A page asks the plan for a count, a link or a fragment, so that a number and
//! the quotes it leads to come from the same filters.

use super::view::{Figure, Frame, NavItem, NoteView, note_views};
use super::{SiteFault, SiteOptions, SiteWords, address};
use crate::analysis::{
    Admitted, At, Branch, Counts, Filter, GroupBy, NameKind, Place, Population, Study, TaxonomyOptions, TaxonomyTable,
    TaxonomyTree, Text, taxonomy_table,
};
use crate::model::{Case, Code, Level, PointSpan};
use crate::report::Tints;
use crate::report::quotes::{Audience, Exposure, exposures};
use crate::report::taxonomy::Measure;
use crate::report::{LevelNouns, TableWords, TaxonomyView, heading};
use crate::text::{Field, Quoting};
use std::collections::BTreeSet;

/// The pages of a report.
#[derive(Debug, Clone, Copy)]
pub(super) enum Page {
    Index,
    Taxonomy(At<TaxonomyTree>),
    /// What stands at the top of a taxonomy, by its rank there.
    Theme(At<TaxonomyTree>, usize),
    /// An open code in a taxonomy, by its rank among all nodes.
    Code(At<TaxonomyTree>, usize),
    /// A code that stands in no taxonomy.
    LooseCode(At<Code>),
    Cases,
    Case(At<Case>),
    Text(At<Text>),
    Codebook,
    Memos,
}

/// Support or counter-examples.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Support,
    Counter,
}

/// What all pages share.
pub(super) struct Plan<'p> {
    pub(super) study: &'p Study,
    pub(super) passages: &'p [String],
    pub(super) options: &'p SiteOptions,
    pub(super) w: &'p SiteWords,
    /// The words of tables.
    pub(super) t: &'p TableWords,
    /// The project's words for the levels.
    pub(super) levels: LevelNouns,
    pub(super) tables: Vec<TaxonomyTable>,
    /// Per taxonomy: the filters behind its numbers.
    filters: Vec<Vec<&'p Filter>>,
    /// Per group of a divided table: the filter that makes it.
    groups: Vec<Filter>,
    case_slugs: Vec<String>,
    text_slugs: Vec<String>,
    code_slugs: Vec<String>,
    tints: Tints,
}

impl<'p> Plan<'p> {
    pub(super) fn new(
        study: &'p Study,
        passages: &'p [String],
        options: &'p SiteOptions,
        w: &'p SiteWords,
    ) -> Result<Self, SiteFault> {
        let mut tables = Vec::new();
        let mut filters: Vec<Vec<&Filter>> = Vec::new();
        for at in study.taxonomies.positions() {
            let scope = options.scopes.get(at.number()).and_then(Option::as_ref);
            let own: Vec<&Filter> = options.filters.iter().chain(scope).collect();
            let table_options = TaxonomyOptions {
                filters: own.iter().map(|filter| (*filter).clone()).collect(),
                by: options.by.clone(),
            };
            tables.push(taxonomy_table(study, at, &table_options));
            filters.push(own);
        }
        let groups = match (&options.by, tables.first()) {
            (Some(by), Some(table)) => {
                let made: Result<Vec<_>, _> =
                    table.groups.iter().map(|group| group_filter(study, by, &group.name)).collect();
                made?
            }
            _ => Vec::new(),
        };
        let plan = Self {
            study,
            passages,
            options,
            w,
            t: w.tables,
            levels: (w.tables.levels)(study.level_words()),
            tables,
            filters,
            groups,
            case_slugs: address::slugs(study.cases.rows().iter().map(|case| case.name.as_str())),
            text_slugs: address::slugs(study.texts.rows().iter().map(|text| text.row.name.as_str())),
            code_slugs: address::slugs(study.codes.rows().iter().map(|code| code.name.as_str())),
            tints: Tints::new(study),
        };
        Ok(plan)
    }

    /// Every page, in the order in which they are written.
    pub(super) fn pages(&self) -> Vec<Page> {
        let mut pages = vec![Page::Index];
        for (at, table) in self.study.taxonomies.positions().zip(&self.tables) {
            pages.push(Page::Taxonomy(at));
            pages.extend((0..table.branches.len()).map(|rank| Page::Theme(at, rank)));
            let nodes = table.walk();
            let open = nodes.iter().enumerate().filter(|(_, branch)| self.has_own_page(branch));
            pages.extend(open.map(|(rank, _)| Page::Code(at, rank)));
        }
        pages.extend(self.study.unplaced().into_iter().map(Page::LooseCode));
        if !self.study.cases.is_empty() {
            pages.push(Page::Cases);
        }
        if self.audience() != Audience::Publication {
            pages.extend(self.study.cases.positions().map(Page::Case));
        }
        pages.push(Page::Codebook);
        if self.audience() == Audience::Work {
            pages.push(Page::Memos);
            pages.extend(self.study.texts.positions().map(Page::Text));
        }
        pages
    }

    /// Makes a page: its file name and its content. `text` is that of a text's page.
    pub(super) fn page(&self, page: Page, text: &str) -> askama::Result<(String, String)> {
        let html = match page {
            Page::Index => self.glance_page(),
            Page::Taxonomy(at) => self.taxonomy_page(at),
            Page::Theme(at, rank) => self.theme_page(at, rank),
            Page::Code(at, rank) => self.code_page(at, rank),
            Page::LooseCode(code) => self.loose_code_page(code),
            Page::Cases => self.cases_page(),
            Page::Case(case) => self.case_page(case),
            Page::Text(at) => self.text_page(at, text),
            Page::Codebook => self.codebook_page(),
            Page::Memos => self.memos_page(),
        }?;
        let name = match page {
            Page::Index => "index.html".to_owned(),
            Page::Taxonomy(at) => address::taxonomy(at.number()),
            Page::Theme(at, rank) => address::theme(at.number(), &self.tables[at.number()].branches[rank].number),
            Page::Code(at, rank) => address::quotes(at.number(), &self.tables[at.number()].walk()[rank].number),
            Page::LooseCode(code) => self.loose_code_href(code),
            Page::Cases => "casussen.html".to_owned(),
            Page::Case(case) => self.case_href(case).unwrap_or_default(),
            Page::Text(at) => self.text_href(at).unwrap_or_default(),
            Page::Codebook => "codeboek.html".to_owned(),
            Page::Memos => "memos.html".to_owned(),
        };
        Ok((name, html))
    }

    pub(super) fn audience(&self) -> Audience {
        self.options.audience
    }

    /// The frame around a page; `here` is the address of the main part it belongs to.
    pub(super) fn frame(&self, title: String, here: &str) -> Frame<'p> {
        let mut nav = vec![("index.html".to_owned(), self.w.overview.to_owned())];
        for (at, tree) in self.study.taxonomies.iter() {
            nav.push((address::taxonomy(at.number()), tree.row.title.clone()));
        }
        if !self.study.cases.is_empty() {
            nav.push(("casussen.html".to_owned(), heading(self.t.nouns.case.many)));
        }
        nav.push(("codeboek.html".to_owned(), self.w.codebook.to_owned()));
        if self.audience() == Audience::Work {
            nav.push(("memos.html".to_owned(), self.w.memos.to_owned()));
        }
        let nav = nav.into_iter().map(|(href, name)| NavItem { here: href == here, href, name }).collect();
        Frame {
            w: self.w,
            study: &self.study.project().title,
            title,
            nav,
            audience: self.w.audience[self.audience() as usize],
            date: &self.options.date,
            restriction: &self.options.restriction,
            path: Vec::new(),
        }
    }

    pub(super) fn case_href(&self, case: At<Case>) -> Option<String> {
        (self.audience() != Audience::Publication).then(|| format!("casus-{}.html", self.case_slugs[case.number()]))
    }

    pub(super) fn text_href(&self, text: At<Text>) -> Option<String> {
        (self.audience() == Audience::Work).then(|| format!("transcript-{}.html", self.text_slugs[text.number()]))
    }

    /// Where a code stands in the codebook.
    pub(super) fn codebook_href(&self, code: At<Code>) -> String {
        format!("codeboek.html#{}", self.codebook_id(code))
    }

    pub(super) fn codebook_id(&self, code: At<Code>) -> String {
        format!("code-{}", self.code_slugs[code.number()])
    }

    pub(super) fn loose_code_href(&self, code: At<Code>) -> String {
        format!("citaten-{}.html", self.code_slugs[code.number()])
    }

    /// Whether a branch has its quotes on a page of its own; the others have a section on the page of their theme.
    pub(super) fn has_own_page(&self, branch: &Branch) -> bool {
        branch.number.contains('.') && self.study.codes[branch.code].level == Level::Open
    }

    /// Where the quotes of a branch are.
    pub(super) fn branch_href(&self, taxonomy: At<TaxonomyTree>, branch: &Branch) -> String {
        if branch.number.is_empty() {
            self.loose_code_href(branch.code)
        } else if self.has_own_page(branch) {
            address::quotes(taxonomy.number(), &branch.number)
        } else if branch.number.contains('.') {
            format!("{}#{}", address::theme(taxonomy.number(), &branch.number), section_id(&branch.number))
        } else {
            address::theme(taxonomy.number(), &branch.number)
        }
    }

    /// The address of a branch with a part of its page: `alle`, `tegen`, `groep-2`.
    pub(super) fn branch_part(&self, taxonomy: At<TaxonomyTree>, branch: &Branch, part: &str) -> String {
        let section = branch.number.contains('.') && !self.has_own_page(branch);
        let page = self.branch_href(taxonomy, branch);
        let page = page.split('#').next().unwrap_or_default();
        if section { format!("{page}#{}-{part}", section_id(&branch.number)) } else { format!("{page}#{part}") }
    }

    /// A code that stands in no taxonomy, with its counts in the whole study and what they are out of: no taxonomy's
    /// scope narrows them.
    pub(super) fn loose(&self, code: At<Code>) -> (Branch, Population) {
        let codes = BTreeSet::from([code]);
        let sides = [Side::Support, Side::Counter].map(|side| self.fragments(None, &codes, side, None));
        let cases = |found: &[(At<Place>, Admitted)]| {
            found.iter().flat_map(|(_, part)| part.cases.iter().copied()).collect::<BTreeSet<_>>().len()
        };
        let people = sides[0].iter().flat_map(|(_, part)| part.participants.iter().copied());
        let counts = Counts {
            cases: cases(&sides[0]),
            participants: people.collect::<BTreeSet<_>>().len(),
            fragments: sides[0].len(),
            counter_fragments: sides[1].len(),
            counter_cases: cases(&sides[1]),
        };
        let (cases, participants) = self.study.population(&self.filters_of(None));
        let printed = self.study.codes[code].name.clone();
        let branch =
            Branch { code, number: String::new(), printed, counts, by_group: Vec::new(), children: Vec::new() };
        (branch, Population { cases, participants })
    }

    /// What is shown behind a name: cases out of all, respondents where there are no cases, else fragments.
    pub(super) fn figure(&self, counts: &Counts, of: Population, name: &str, href: String) -> Figure {
        let Self { w, t, .. } = self;
        let measure = Measure::of(of);
        let (count, noun) = (measure.count(counts), measure.noun(t));
        let (short, long) = match measure.whole(of) {
            Some(whole) => {
                let (count, all) = (t.count(count), t.count(whole));
                (format!("{count}/{all}"), (t.remarks.out_of)(&count, &all, noun.of(whole)))
            }
            None => (t.count(count), t.counted(count, noun)),
        };
        Figure { label: (w.quotes_of)(name, &long), short, long, href }
    }

    /// The fragments behind a count, in reading order, each with the people and cases that count.
    pub(super) fn fragments(
        &self,
        taxonomy: Option<At<TaxonomyTree>>,
        codes: &BTreeSet<At<Code>>,
        side: Side,
        group: Option<usize>,
    ) -> Vec<(At<Place>, Admitted)> {
        let mut filters = self.filters_of(taxonomy);
        filters.extend(group.and_then(|group| self.groups.get(group)));
        let codings = codes.iter().flat_map(|code| self.study.codings_with(*code));
        let places: BTreeSet<At<Place>> = codings
            .map(|at| &self.study.codings[*at])
            .filter(|coding| coding.counter == (side == Side::Counter))
            .filter(|coding| filters.iter().all(|filter| filter.counts(coding)))
            .map(|coding| coding.place)
            .collect();
        let admitted = |at: At<Place>| self.study.admitted(&self.study.places[at], &filters).map(|part| (at, part));
        places.into_iter().filter_map(admitted).collect()
    }

    /// A taxonomy with what is needed to lay it out.
    pub(super) fn view<'v>(&'v self, table: &'v TaxonomyTable) -> TaxonomyView<'v> {
        TaxonomyView { study: self.study, table, words: self.t, condition: &self.options.restriction }
    }

    /// The notes whose marks stand in these branches, in the order in which a reader meets them.
    pub(super) fn notes<'b>(
        &self,
        table: &TaxonomyTable,
        shown: impl IntoIterator<Item = &'b Branch>,
    ) -> Vec<NoteView> {
        let view = self.view(table);
        let names: Vec<_> = shown.into_iter().map(|branch| view.name(branch)).collect();
        note_views(view.notes(&names), &self.study.taxonomies[table.taxonomy].footnotes)
    }

    /// The filters behind the numbers of a taxonomy.
    pub(super) fn filters_of(&self, taxonomy: Option<At<TaxonomyTree>>) -> Vec<&'p Filter> {
        match taxonomy {
            Some(at) => self.filters[at.number()].clone(),
            None => self.options.filters.iter().collect(),
        }
    }

    pub(super) fn passage(&self, place: At<Place>) -> &'p str {
        self.passages.get(place.number()).map_or("", String::as_str)
    }

    pub(super) fn tint(&self, code: At<Code>) -> (u8, u8) {
        self.tints.of(code)
    }

    /// Whose quotes point at them, where the attribution is meant to hide who speaks.
    pub(super) fn exposures(&self) -> Vec<Exposure> {
        if self.audience() == Audience::Work {
            return Vec::new();
        }
        let coded = self.study.places.iter().filter(|(_, place)| !self.study.codings_on(place).is_empty());
        exposures(self.study, &coded.map(|(at, _)| at).collect::<Vec<_>>())
    }
}

/// The id of a section on a theme's page.
pub(super) fn section_id(number: &str) -> String {
    format!("n{}", address::dashed(number))
}

fn group_filter(study: &Study, by: &GroupBy, name: &str) -> Result<Filter, SiteFault> {
    match by {
        GroupBy::Role => Filter::named(NameKind::Role, name, study).map_err(SiteFault::Groups),
        GroupBy::Moment => Filter::named(NameKind::Moment, name, study).map_err(SiteFault::Groups),
        GroupBy::Attribute(attribute) => {
            let field = Field {
                name: attribute.clone(),
                value: name.to_owned(),
                quoting: Quoting::Quoted,
                place: PointSpan::default(),
            };
            Filter::field(&field, study).map_err(SiteFault::Attribute)
        }
    }
}

/// A part of a whole, 0 to 1.
#[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2^52")]
pub(super) fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
