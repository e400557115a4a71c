//! The page of a theme: per label the chosen quotes with their introduction, then all quotes, folded away by case, and
//! the counter-examples apart; how the chosen quotes spread, with a warning when one respondent gives most. An open
//! code has a page of its own, which its number leads to.

use super::address;
use super::plan::{Plan, section_id};
use super::quoting::{AllQuotes, ChosenView};
use super::view::{Figure, Frame, Name, NoteView};
use crate::analysis::{At, Branch, Group, Population, TaxonomyTable, TaxonomyTree, spread};
use crate::model::{Code, Level};
use crate::report::heading;
use crate::report::quotes::{Audience, case_reference};
use askama::Template;
use std::collections::BTreeSet;

#[derive(Template)]
#[template(path = "report/theme.html")]
struct ThemePage<'p> {
    frame: Frame<'p>,
    kicker: String,
    name: Name,
    statement: &'p str,
    definition: &'p str,
    /// Numbers of the whole.
    numbers: Vec<String>,
    chosen: Vec<ChosenView<'p>>,
    /// How the chosen quotes spread: a sentence, a warning, quotes per case, quotes per respondent.
    spread: Option<SpreadView>,
    contents: Vec<Entry>,
    counters: Vec<Pointer>,
    groups: Vec<GroupPointers>,
    sections: Vec<Section<'p>>,
    notes: Vec<NoteView>,
    previous: Option<(String, String)>,
    next: Option<(String, String)>,
}

/// To quotes in a section below: where, what the section is called, how many.
struct Pointer {
    href: String,
    called: String,
    figure: String,
}

/// Where the quotes of one group of a divided table are.
struct GroupPointers {
    id: String,
    name: String,
    quotes: Vec<Pointer>,
}

struct SpreadView {
    sentence: String,
    warning: String,
    cases: String,
    people: String,
}

/// A line of the contents.
struct Entry {
    href: String,
    name: Name,
    figure: Figure,
}

/// A label with its quotes.
struct Section<'p> {
    id: String,
    /// What a link to it says.
    called: String,
    kicker: String,
    name: Name,
    definition: &'p str,
    statement: &'p str,
    numbers: Vec<String>,
    codes: Vec<(String, Figure)>,
    chosen: Vec<ChosenView<'p>>,
    all: AllQuotes<'p>,
}

#[derive(Template)]
#[template(path = "report/code.html")]
struct CodePage<'p> {
    frame: Frame<'p>,
    kicker: String,
    name: Name,
    definition: &'p str,
    codebook: String,
    numbers: Vec<String>,
    chosen: Vec<ChosenView<'p>>,
    all: AllQuotes<'p>,
    notes: Vec<NoteView>,
}

impl Plan<'_> {
    pub(super) fn theme_page(&self, at: At<TaxonomyTree>, rank: usize) -> askama::Result<String> {
        let table = &self.tables[at.number()];
        let theme = &table.branches[rank];
        let code = &self.study.codes[theme.code];
        let mut sections = Vec::new();
        for child in &theme.children {
            self.sections(at, child, &mut sections);
        }
        sections.extend(self.rest(at, theme));
        let mut frame = self.frame(code.name.clone(), &address::taxonomy(at.number()));
        frame.path = self.path(at);
        let neighbour = |branch: &Branch| (self.branch_href(at, branch), self.study.codes[branch.code].name.clone());
        let counters = sections.iter().filter(|section| section.all.counter_total > 0);
        let pointer = |section: &Section<'_>, id: &str, count: usize| Pointer {
            href: format!("#{id}"),
            called: section.called.clone(),
            figure: self.t.count(count),
        };
        let counters = counters.map(|section| pointer(section, &section.all.counter_id, section.all.counter_total));
        let group = |(number, group): (usize, &Group)| {
            let quotes = sections.iter().filter_map(|section| {
                let part = section.all.parts.get(number).filter(|part| !part.bundles.is_empty())?;
                let count = part.bundles.iter().map(|bundle| bundle.quotes.len()).sum();
                Some(pointer(section, &part.id, count))
            });
            GroupPointers { id: format!("groep-{}", number + 1), name: group.name.clone(), quotes: quotes.collect() }
        };
        let groups: Vec<_> = table.groups.iter().enumerate().map(group).collect();
        let page = ThemePage {
            kicker: self.kicker(theme),
            name: self.name(at, &theme.printed),
            statement: &code.statement,
            definition: &code.definition,
            numbers: self.numbers(table.of, theme),
            chosen: self.chosen(Some(at), theme.code),
            spread: self.spread_of(theme.code),
            contents: self.contents(at, table, theme),
            counters: counters.collect(),
            groups,
            sections,
            notes: self.notes(table, theme.walk()),
            previous: rank.checked_sub(1).and_then(|rank| table.branches.get(rank)).map(neighbour),
            next: table.branches.get(rank + 1).map(neighbour),
            frame,
        };
        page.render()
    }

    pub(super) fn code_page(&self, at: At<TaxonomyTree>, rank: usize) -> askama::Result<String> {
        let table = &self.tables[at.number()];
        let branch = table.walk()[rank];
        let top = branch.number.split('.').next().unwrap_or_default();
        let theme = table.branches.iter().find(|theme| theme.number == top).unwrap_or(branch);
        let mut frame = self.frame(self.study.codes[branch.code].name.clone(), &address::taxonomy(at.number()));
        frame.path = self.path(at);
        frame.path.push((self.branch_href(at, theme), self.study.codes[theme.code].name.clone()));
        let parent = branch.number.rsplit_once('.').map_or("", |(parent, _)| parent);
        if let Some(label) = table.walk().into_iter().find(|node| node.number == parent && node.number != top) {
            frame.path.push((self.branch_href(at, label), self.study.codes[label.code].name.clone()));
        }
        let page = CodePage {
            frame,
            name: self.name(at, &branch.printed),
            notes: self.notes(table, [branch]),
            ..self.quotes_page(Some(at), table.of, branch)
        };
        page.render()
    }

    pub(super) fn loose_code_page(&self, code: At<Code>) -> askama::Result<String> {
        let (branch, of) = self.loose(code);
        self.quotes_page(None, of, &branch).render()
    }

    fn quotes_page<'b>(&'b self, at: Option<At<TaxonomyTree>>, of: Population, branch: &Branch) -> CodePage<'b> {
        let code = &self.study.codes[branch.code];
        let here = at.map_or_else(|| "codeboek.html".to_owned(), |at| address::taxonomy(at.number()));
        let below = branch.walk().into_iter().map(|branch| branch.code).collect();
        CodePage {
            frame: self.frame(code.name.clone(), &here),
            kicker: self.kicker(branch),
            name: Name::new(&code.name, &[], self.w),
            definition: &code.definition,
            codebook: self.codebook_href(branch.code),
            numbers: self.numbers(of, branch),
            chosen: self.chosen(at, branch.code),
            all: self.all_quotes(at, &below, ""),
            notes: Vec::new(),
        }
    }

    fn path(&self, at: At<TaxonomyTree>) -> Vec<(String, String)> {
        vec![(address::taxonomy(at.number()), self.study.taxonomies[at].row.title.clone())]
    }

    /// `Thema 2`.
    fn kicker(&self, branch: &Branch) -> String {
        let noun = self.levels.noun(self.study.codes[branch.code].level).one;
        let kicker = format!("{} {}", heading(noun), branch.number);
        kicker.trim_end().to_owned()
    }

    /// `12 van 18 casussen`, `34 respondenten`, `120 fragmenten`, `2 tegenvoorbeelden`.
    fn numbers(&self, of: Population, branch: &Branch) -> Vec<String> {
        let (t, nouns, counts) = (self.t, &self.t.nouns, &branch.counts);
        let mut numbers = Vec::new();
        if of.cases > 0 {
            let unit = nouns.case.of(of.cases);
            numbers.push((t.remarks.out_of)(&t.count(counts.cases), &t.count(of.cases), unit));
        }
        if of.participants > 0 {
            numbers.push(t.counted(counts.participants, nouns.participant));
        }
        numbers.push(t.counted(counts.fragments, nouns.fragment));
        if counts.counter_fragments > 0 {
            numbers.push(t.counted(counts.counter_fragments, nouns.counter_example));
        }
        numbers
    }

    fn contents(&self, at: At<TaxonomyTree>, table: &TaxonomyTable, theme: &Branch) -> Vec<Entry> {
        let labels =
            theme.walk().into_iter().skip(1).filter(|branch| self.study.codes[branch.code].level != Level::Open);
        let entry = |branch: &Branch| Entry {
            href: format!("#{}", section_id(&branch.number)),
            name: self.name(at, &branch.printed).in_link(),
            figure: self.branch_figure(at, table, branch),
        };
        labels.map(entry).collect()
    }

    /// A section per label, however deep; open codes belong to the section above them.
    fn sections<'b>(&'b self, at: At<TaxonomyTree>, branch: &'b Branch, sections: &mut Vec<Section<'b>>) {
        let code = &self.study.codes[branch.code];
        if code.level == Level::Open {
            return;
        }
        let table = &self.tables[at.number()];
        let below: BTreeSet<At<Code>> = branch.walk().into_iter().map(|branch| branch.code).collect();
        let id = section_id(&branch.number);
        let open = branch.walk().into_iter().skip(1).filter(|child| self.study.codes[child.code].level == Level::Open);
        let open: Vec<&Branch> = open.collect();
        let mut chosen = self.chosen(Some(at), branch.code);
        chosen.extend(open.iter().flat_map(|child| self.chosen(Some(at), child.code)));
        sections.push(Section {
            called: self.kicker(branch),
            kicker: self.kicker(branch),
            name: self.name(at, &branch.printed),
            definition: &code.definition,
            statement: &code.statement,
            numbers: self.numbers(table.of, branch),
            codes: self.code_links(at, table, &open),
            chosen,
            all: self.all_quotes(Some(at), &below, &format!("{id}-")),
            id,
        });
        for child in &branch.children {
            self.sections(at, child, sections);
        }
    }

    fn code_links(&self, at: At<TaxonomyTree>, table: &TaxonomyTable, open: &[&Branch]) -> Vec<(String, Figure)> {
        let link = |child: &&Branch| {
            let name = self.study.codes[child.code].name.clone();
            (name, self.branch_figure(at, table, child))
        };
        open.iter().map(link).collect()
    }

    /// What hangs directly on the theme: its own codings and open codes without a label between.
    fn rest<'b>(&'b self, at: At<TaxonomyTree>, theme: &'b Branch) -> Option<Section<'b>> {
        let table = &self.tables[at.number()];
        let direct = theme.children.iter().filter(|child| self.study.codes[child.code].level == Level::Open);
        let open: Vec<&Branch> = direct.flat_map(Branch::walk).collect();
        let codes: BTreeSet<At<Code>> = open.iter().map(|branch| branch.code).chain([theme.code]).collect();
        let all = self.all_quotes(Some(at), &codes, "direct-");
        if open.is_empty() && all.total == 0 && all.counter_total == 0 {
            return None;
        }
        let bare = theme.children.len() == open.len();
        let called = if bare { heading(self.t.nouns.quote.many) } else { (self.w.without)(self.levels.axial.one) };
        Some(Section {
            id: "direct".to_owned(),
            kicker: String::new(),
            name: Name::new(&called, &[], self.w),
            called,
            definition: "",
            statement: "",
            numbers: Vec::new(),
            codes: self.code_links(at, table, &open),
            chosen: open.iter().flat_map(|child| self.chosen(Some(at), child.code)).collect(),
            all,
        })
    }

    fn spread_of(&self, theme: At<Code>) -> Option<SpreadView> {
        let seen = spread(self.study, theme);
        if seen.quotes == 0 {
            return None;
        }
        let (t, nouns) = (self.t, &self.t.nouns);
        let dominant = seen.dominant.map(|(person, count)| {
            (self.w.dominant)(&self.person_called(person), &t.count(count), &t.count(seen.quotes))
        });
        let mut cases: Vec<_> = seen.cases.iter().collect();
        cases.sort_by_key(|(at, count)| (std::cmp::Reverse(**count), **at));
        let cases = cases.into_iter().map(|(at, count)| {
            format!("{} ({})", case_reference(self.t, &self.study.cases[*at].name), t.count(*count))
        });
        let mut people: Vec<_> = seen.participants.iter().collect();
        people.sort_by_key(|(at, count)| (std::cmp::Reverse(**count), **at));
        let people = people.into_iter().map(|(at, count)| format!("{} ({})", self.person_called(*at), t.count(*count)));
        // Who said it is not told beside where, unless to the researchers themselves.
        let (told, named) = (self.audience() == Audience::Work, self.audience() != Audience::Publication);
        Some(SpreadView {
            sentence: (self.w.spread_over)(
                &t.counted(seen.quotes, nouns.quote),
                &t.counted(seen.cases.len(), nouns.case),
                &t.counted(seen.participants.len(), nouns.participant),
            ),
            warning: dominant.unwrap_or_default(),
            cases: if told { cases.collect::<Vec<_>>().join(", ") } else { String::new() },
            people: if named { people.collect::<Vec<_>>().join(", ") } else { String::new() },
        })
    }
}
