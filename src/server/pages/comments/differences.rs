//! Where two coders differ, as a list to begin the talk with. Who codes blind sees only transcripts that both coders
//! have finished, unless they asked to see the codes of others.

use super::{Choice, Tab, choice};
use crate::analysis::{At, Compared, Difference, differences};
use crate::language::CommentWords;
use crate::model::{Code, Coder, FragmentId};
use crate::server::address;
use crate::server::answer::{Fault, Page};
use crate::server::fields::Asked;
use crate::server::frame::{Frame, Screen};
use crate::server::pages::passages::{Passage, passages};
use crate::server::visit::Visit;
use askama::Template;
use serde::Deserialize;

/// The pair.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Pair {
    a: String,
    b: String,
    transcript: String,
    /// Number of the way in which they differ; empty for all.
    way: String,
    /// How many are passed over.
    from: usize,
}

/// Differences on a page.
const MOST: usize = 100;

impl Pair {
    fn address(&self, way: &str, from: usize) -> String {
        let from = if from > 0 { from.to_string() } else { String::new() };
        let asked = [("a", &*self.a), ("b", &self.b), ("transcript", &self.transcript), ("way", way), ("from", &from)];
        address::asking("/comments/differences", &asked)
    }
}

/// Two coders.
type Two = (At<Coder>, At<Coder>);

/// A code of one of the two, or of both.
struct CodeView {
    name: String,
    /// The way to the form of a comment on it.
    discuss: String,
}

/// What one of the two put on a passage and the other did not.
struct SideView {
    who: String,
    codes: Vec<CodeView>,
}

struct DifferenceView {
    way: &'static str,
    passages: Vec<Passage>,
    sides: Vec<SideView>,
    /// Comments that are on the list already.
    talks: String,
    talks_href: String,
}

#[derive(Template)]
#[template(path = "workbench/differences.html")]
struct DifferencesPage {
    frame: Frame,
    w: &'static CommentWords,
    coders: usize,
    first: Vec<Choice>,
    second: Vec<Choice>,
    same: bool,
    transcripts: Vec<Choice>,
    tabs: Vec<Tab>,
    way: String,
    earlier: String,
    later: String,
    shows_others: bool,
    found: Vec<DifferenceView>,
}

pub(super) async fn page(visit: Visit, Asked(pair): Asked<Pair>) -> Result<Page, Fault> {
    let (study, w) = (&visit.study, &visit.words().comments);
    let shows_others = visit.session.shows_others();
    let asked = pair;
    let pair = chosen(&visit, &asked)?;
    let compared = if shows_others { Compared::AtWork } else { Compared::Finished };
    let mut all = match pair {
        Some((a, b)) if a != b => differences(study, a, b, compared),
        _ => Vec::new(),
    };
    let mut texts: Vec<_> = all.iter().map(|one| one.text).collect();
    texts.dedup();
    let names = texts.into_iter().map(|at| study.texts[at].row.name.clone());
    let transcripts = names.map(|name| choice(name.clone(), name, &asked.transcript)).collect();
    if !asked.transcript.is_empty() {
        let at = study.find_text(&asked.transcript)?;
        all.retain(|one| one.text == at);
    }
    let tabs = tabs(&visit, &asked, &all);
    all.retain(|one| asked.way.is_empty() || (one.kind as usize).to_string() == asked.way);
    let number = all.len();
    let shown: Vec<Difference> = all.into_iter().skip(asked.from).take(MOST).collect();
    let later = asked.from + shown.len();
    let found = match pair {
        Some((a, b)) => views(&visit, a, b, shown).await?,
        None => Vec::new(),
    };
    let coder = |at: Option<At<Coder>>| {
        let chosen = at.map(|at| study.coders[at].name.as_str()).unwrap_or_default();
        study.coders.rows().iter().map(|row| choice(row.name.clone(), row.name.clone(), chosen)).collect()
    };
    let page = DifferencesPage {
        frame: visit.frame(Screen::Comments, w.differences),
        w,
        coders: study.coders.len(),
        first: coder(pair.map(|(a, _)| a)),
        second: coder(pair.map(|(_, b)| b)),
        same: pair.is_some_and(|(a, b)| a == b),
        shows_others,
        transcripts,
        tabs,
        earlier: if asked.from == 0 {
            String::new()
        } else {
            asked.address(&asked.way, asked.from.saturating_sub(MOST))
        },
        later: if later < number { asked.address(&asked.way, later) } else { String::new() },
        way: asked.way,
        found,
    };
    Page::of(&page)
}

/// All differences, and those of each way that occurs.
fn tabs(visit: &Visit, asked: &Pair, all: &[Difference]) -> Vec<Tab> {
    let w = &visit.words().comments;
    let mut tabs = vec![Tab { href: asked.address("", 0), name: (w.differ)(all.len()), here: asked.way.is_empty() }];
    for (way, name) in w.ways.iter().enumerate() {
        let number = all.iter().filter(|one| one.kind as usize == way).count();
        let word = way.to_string();
        if number > 0 {
            let name = format!("{name}: {}", (visit.messages().count)(number));
            tabs.push(Tab { href: asked.address(&word, 0), name, here: asked.way == word });
        }
    }
    tabs
}

/// The two who were named; else whoever works here and the first other one, else the first two.
fn chosen(visit: &Visit, pair: &Pair) -> Result<Option<Two>, Fault> {
    let study = &visit.study;
    if study.coders.len() < 2 {
        return Ok(None);
    }
    let me = study.find_coder(&visit.coder()).ok();
    let a = if pair.a.is_empty() { me.unwrap_or(At::new(0)) } else { study.find_coder(&pair.a)? };
    let other = || study.coders.positions().find(|at| *at != a);
    let b = if pair.b.is_empty() { other() } else { Some(study.find_coder(&pair.b)?) };
    Ok(b.map(|b| (a, b)))
}

async fn views(
    visit: &Visit,
    a: At<Coder>,
    b: At<Coder>,
    found: Vec<Difference>,
) -> Result<Vec<DifferenceView>, Fault> {
    let fragments: Vec<FragmentId> =
        found.iter().flat_map(|one| &one.places).map(|at| visit.study.places[*at].fragment).collect();
    let (back, line) = (visit.address.clone(), visit.words().comments.line);
    let words = visit.read(move |workspace, study| passages(workspace, study, &fragments, &back, line)).await?;
    let study = &visit.study;
    Ok(found
        .into_iter()
        .map(|one| {
            let side = |who: String, codes: &[At<Code>], coder: Option<At<Coder>>| SideView {
                codes: codes.iter().map(|code| code_view(visit, &one, *code, coder)).collect(),
                who,
            };
            let name = |at: At<Coder>| study.coders[at].name.clone();
            let sides = [
                side(name(a), &one.only_first, Some(a)),
                side(name(b), &one.only_second, Some(b)),
                side(visit.words().comments.both.to_owned(), &one.both, None),
            ];
            let here: Vec<FragmentId> = one.places.iter().map(|at| study.places[*at].fragment).collect();
            let talks = study.rows().comments.iter().filter(|comment| comment.reply_to.is_none());
            let talks = talks.filter(|comment| comment.fragment.is_some_and(|id| here.contains(&id))).count();
            DifferenceView {
                way: visit.words().comments.ways[one.kind as usize],
                passages: here.iter().filter_map(|id| words.get(id).cloned()).collect(),
                sides: sides.into_iter().filter(|side| !side.codes.is_empty()).collect(),
                talks: if talks > 0 { (visit.words().comments.on_the_list)(talks) } else { String::new() },
                talks_href: format!(
                    "/comments?state=all&transcript={}",
                    address::part(&study.texts[one.text].row.name)
                ),
            }
        })
        .collect())
}

/// A code, with the form about the coding of it: on the first of the fragments that carries it.
fn code_view(visit: &Visit, one: &Difference, code: At<Code>, coder: Option<At<Coder>>) -> CodeView {
    let study = &visit.study;
    let carries = |place: &crate::analysis::Place| {
        let whose = |at: At<Coder>| coder.is_none_or(|coder| coder == at);
        study.codings_on(place).iter().any(|coding| coding.code == code && whose(coding.coder))
    };
    let places = one.places.iter().map(|at| &study.places[*at]);
    let place = places.clone().find(|place| carries(place)).or_else(|| places.clone().next());
    let name = study.codes[code].name.clone();
    let text = place.map(|place| study.texts[place.transcript].row.name.as_str()).unwrap_or_default();
    let point = |of: fn(&crate::analysis::Place) -> u32| place.map(|place| of(place).to_string()).unwrap_or_default();
    let discuss = address::asking(
        "/comments/new",
        &[
            ("code", &name),
            ("transcript", text),
            ("start", &point(|place| place.points.start)),
            ("end", &point(|place| place.points.end)),
            ("coder", coder.map(|coder| study.coders[coder].name.as_str()).unwrap_or_default()),
            ("back", &visit.address),
        ],
    );
    CodeView { name, discuss }
}
