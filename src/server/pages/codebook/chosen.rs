//! One code with all that is known of it: what it means, where it stands, what it counts, and its latest fragments.

use crate::analysis::{At, CodeCounts, CodebookCounts, Study, Text};
use crate::model::{Code, CodeStatus, Origin, Subject};
use crate::report::{TableWords, Tints};
use crate::server::address;
use crate::server::answer::Fault;
use crate::server::quoted::{Before, Quoted, quoted};
use crate::server::visit::Visit;

/// So many of the latest fragments, and of the counter-examples, are shown.
const LATEST: usize = 3;

/// A code.
pub(super) struct Chosen {
    pub(super) name: String,
    pub(super) href: String,
    pub(super) level: &'static str,
    pub(super) level_value: &'static str,
    pub(super) status: &'static str,
    pub(super) origin: Option<&'static str>,
    /// `gemaakt door Noor op 21 nov. 2026`.
    pub(super) made: String,
    pub(super) tint: String,
    pub(super) code: Code,
    pub(super) origins: Vec<Choice>,
    pub(super) statuses: Vec<Choice>,
    pub(super) standing: Vec<Standing>,
    /// Taxonomies in which it has no place.
    pub(super) absent: Vec<String>,
    pub(super) children: Vec<(String, String)>,
    pub(super) figures: Vec<Figure>,
    pub(super) has_below: bool,
    pub(super) here: Option<(String, Counted)>,
    pub(super) codings: String,
    pub(super) total: String,
    pub(super) quotes: String,
    pub(super) latest: Vec<Quoted>,
    pub(super) counters: Vec<Quoted>,
    pub(super) counter_quotes: String,
    pub(super) compare: String,
    pub(super) split: String,
    pub(super) memos: usize,
    pub(super) part: String,
}

/// A value to choose.
pub(super) struct Choice {
    pub(super) value: &'static str,
    pub(super) name: &'static str,
    pub(super) chosen: bool,
}

/// A place in a taxonomy.
pub(super) struct Standing {
    pub(super) taxonomy: String,
    pub(super) number: String,
    /// Name and address of the codes above it, from the top down.
    pub(super) above: Vec<(String, String)>,
    /// The code right above it, as forms name it: empty at the top.
    pub(super) parent: String,
    pub(super) position: usize,
    /// It has another place in the same taxonomy.
    pub(super) several: bool,
    pub(super) board: String,
}

/// A line of the table of numbers.
pub(super) struct Figure {
    pub(super) name: String,
    pub(super) own: Counted,
    pub(super) whole: Counted,
}

/// A number and where it leads.
#[derive(Clone)]
pub(super) struct Counted {
    pub(super) count: String,
    pub(super) of: String,
    pub(super) href: String,
}

pub(super) async fn of(visit: &Visit, at: At<Code>, here: Option<At<Text>>) -> Result<Chosen, Fault> {
    let words = visit.tables();
    let id = visit.study.codes[at].id;
    let (latest, counters) = visit
        .read(move |workspace, study| {
            let mut codings: Vec<_> = study.rows().codings.iter().filter(|coding| coding.code == id).collect();
            codings.sort_by_key(|coding| std::cmp::Reverse((coding.created, coding.id)));
            let mut seen = Vec::new();
            let mut take = |counter: bool| {
                let mut places = Vec::new();
                for coding in codings.iter().filter(|coding| coding.counter == counter) {
                    if let Some(place) = study.place_at(coding.fragment)
                        && places.len() < LATEST
                        && !seen.contains(&place)
                    {
                        places.push(place);
                        seen.push(place);
                    }
                }
                places
            };
            let (latest, counters) = (take(false), take(true));
            Ok((
                quoted(workspace, study, words, &latest, Before::LeftOut)?,
                quoted(workspace, study, words, &counters, Before::LeftOut)?,
            ))
        })
        .await?;
    Ok(Chosen { latest, counters, ..bare(visit, at, here) })
}

fn bare(visit: &Visit, at: At<Code>, here: Option<At<Text>>) -> Chosen {
    let (study, t, w) = (&visit.study, visit.tables(), &visit.words().codebook);
    let code = &study.codes[at];
    let counts = CodebookCounts::new(study, here);
    let below = study.with_everything_below(at);
    let (own, whole) = (counts.own(at), counts.together(below.iter().copied()));
    let part = address::part(&code.name);
    let quotes = address::quotes_of_code(&code.name);
    let date = (visit.messages().date)(code.created, &visit.workbench.settings.zone);
    let author = code.author.and_then(|id| study.rows().coders.iter().find(|coder| coder.id == id));
    let standing = standing(study, at);
    let absent = study.taxonomies.rows().iter().map(|tree| tree.row.title.clone());
    let memos = study.memos_on(Subject::Code(code.id)).len();
    Chosen {
        name: code.name.clone(),
        href: address::code(&code.name),
        level: (t.levels)(study.level_words()).noun(code.level).one,
        level_value: super::level_value(code.level),
        status: (t.status)(code.status),
        origin: code.origin.map(|origin| (t.origin)(origin)),
        made: author.map_or_else(|| (w.made)(&date), |author| (w.by)(&author.name, &date)),
        tint: Tints::new(study).class(at),
        origins: origins(t, code.origin),
        statuses: statuses(t, code.status),
        absent: absent.filter(|title| standing.iter().all(|place| place.taxonomy != *title)).collect(),
        standing,
        children: children(study, at),
        figures: figures(visit, (&own, &whole), &code.name),
        has_below: below.len() > 1,
        here: here.map(|text| {
            let name = study.texts[text].row.name.clone();
            let href = format!("{quotes}&transcript={}", address::part(&name));
            (name, Counted { count: t.count(whole.here), of: String::new(), href })
        }),
        codings: t.counted(own.codings, t.nouns.coding),
        total: t.count(whole.counts.fragments + whole.counts.counter_fragments),
        counter_quotes: format!("{quotes}&counter=1"),
        quotes,
        latest: Vec::new(),
        counters: Vec::new(),
        compare: address::compare(&code.name),
        split: format!("/codebook/split?code={part}"),
        memos,
        part,
        code: code.clone(),
    }
}

fn standing(study: &Study, at: At<Code>) -> Vec<Standing> {
    let mut standing = Vec::new();
    for tree in study.taxonomies.rows() {
        let before = standing.len();
        for (path, node) in tree.with_paths().into_iter().filter(|(_, node)| node.code == at) {
            let name = |at: &At<Code>| study.codes[*at].name.clone();
            let siblings = path.last().map_or(&tree.roots, |above| &above.children);
            let position =
                siblings.iter().position(|other| other.placement.id == node.placement.id).unwrap_or_default();
            standing.push(Standing {
                taxonomy: tree.row.title.clone(),
                number: node.number.clone(),
                parent: path.last().map(|above| name(&above.code)).unwrap_or_default(),
                above: path.iter().map(|above| (name(&above.code), address::code(&name(&above.code)))).collect(),
                position: position + 1,
                several: false,
                board: address::board(&tree.row.title),
            });
        }
        let several = standing.len() > before + 1;
        for place in &mut standing[before..] {
            place.several = several;
        }
    }
    standing
}

fn children(study: &Study, at: At<Code>) -> Vec<(String, String)> {
    let mut codes = Vec::new();
    for tree in study.taxonomies.rows() {
        for node in tree.walk().into_iter().filter(|node| node.code == at) {
            for child in &node.children {
                if !codes.contains(&child.code) {
                    codes.push(child.code);
                }
            }
        }
    }
    let name = |at: At<Code>| study.codes[at].name.clone();
    codes.into_iter().map(|at| (name(at), address::code(&name(at)))).collect()
}

fn figures(visit: &Visit, (own, whole): (&CodeCounts, &CodeCounts), name: &str) -> Vec<Figure> {
    let (t, w) = (visit.tables(), &visit.words().codebook);
    let (cases, people) = visit.study.population(&[]);
    let alone = format!("{}&alone=1", address::quotes_of_code(name));
    let all = address::quotes_of_code(name);
    let line = |name: &str, of: usize, count: fn(&CodeCounts) -> usize, more: &str| {
        let counted = |counts: &CodeCounts, href: &str| Counted {
            count: t.count(count(counts)),
            of: if of > 0 { format!("/{}", t.count(of)) } else { String::new() },
            href: format!("{href}{more}"),
        };
        Figure { name: name.to_owned(), own: counted(own, &alone), whole: counted(whole, &all) }
    };
    vec![
        line(w.fragments, 0, |counts| counts.counts.fragments, ""),
        line(w.cases_head, cases, |counts| counts.counts.cases, ""),
        line(w.participants, people, |counts| counts.counts.participants, ""),
        line(w.codings, 0, |counts| counts.codings, ""),
        line(w.counter, 0, |counts| counts.counts.counter_fragments, "&counter=1"),
    ]
}

fn origins(t: &TableWords, chosen: Option<Origin>) -> Vec<Choice> {
    [Origin::InVivo, Origin::Inductive, Origin::Deductive, Origin::Adopted]
        .into_iter()
        .map(|origin| Choice { value: origin_value(origin), name: (t.origin)(origin), chosen: chosen == Some(origin) })
        .collect()
}

fn origin_value(origin: Origin) -> &'static str {
    match origin {
        Origin::InVivo => "in-vivo",
        Origin::Inductive => "inductive",
        Origin::Deductive => "deductive",
        Origin::Adopted => "adopted",
    }
}

fn statuses(t: &TableWords, chosen: CodeStatus) -> Vec<Choice> {
    [(CodeStatus::Proposed, "proposed"), (CodeStatus::Discussed, "discussed"), (CodeStatus::Settled, "settled")]
        .into_iter()
        .map(|(status, value)| Choice { value, name: (t.status)(status), chosen: chosen == status })
        .collect()
}
