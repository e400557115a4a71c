//! A look at what coding the found turns would do: every place with what stood there before, and the button that does it.

use super::{ASKED, question, request};
use crate::language::{ConditionWords, SearchWords};
use crate::project::{CodedHits, HitsToCode, Refusal, Standing, Trial, UnknownCode};
use crate::report::quotes::case_reference;
use crate::server::address;
use crate::server::answer::{Fault, Page};
use crate::server::fields::Asked;
use crate::server::frame::{Frame, Screen};
use crate::server::query::Query;
use crate::server::visit::Visit;
use crate::text::Extent;
use askama::Template;

/// Places that are shown; the others are counted.
const SHOWN: usize = 200;

#[derive(Template)]
#[template(path = "workbench/search_preview.html")]
struct PreviewPage {
    frame: Frame,
    w: &'static SearchWords,
    c: &'static ConditionWords,
    said: String,
    details: Vec<String>,
    added: usize,
    apply: String,
    places: Vec<PlaceView>,
    rest: String,
    kept: Vec<(String, String)>,
    back: String,
}

struct PlaceView {
    head: String,
    href: String,
    words: String,
    note: &'static str,
    coded: bool,
}

/// What a form asks to code. Hits are named by where they start and their transcript.
#[derive(Debug)]
pub(in crate::server) struct Wanted {
    query: String,
    pub(in crate::server) code: String,
    unknown: UnknownCode,
    extent: Extent,
    only: Option<Vec<(String, u32)>>,
    asked: Query,
}

impl Wanted {
    pub(in crate::server) fn of(asked: Query) -> Self {
        let hits = asked.all("hit").into_iter().filter_map(|hit| {
            let (start, name) = hit.split_once(':')?;
            Some((name.to_owned(), start.parse().ok()?))
        });
        Self {
            query: question(&asked),
            code: asked.get("code-name").trim().to_owned(),
            unknown: if asked.has("new") { UnknownCode::Make } else { UnknownCode::Refuse },
            extent: match asked.get("extent") {
                "sentence" => Extent::Sentence,
                "paragraph" => Extent::Paragraph,
                "match" => Extent::Match,
                _ => Extent::Turn,
            },
            only: (asked.get("which") != "all").then(|| hits.collect()),
            asked,
        }
    }

    /// Nothing was chosen of what was found.
    pub(in crate::server) fn is_nothing(&self) -> bool {
        self.only.as_ref().is_some_and(Vec::is_empty)
    }

    /// The search as a person asked for it, conditions included.
    fn told(&self) -> String {
        let conditions = self.asked.conditions().typed();
        if self.asked.has("q") { format!("{} {conditions}", self.query).trim().to_owned() } else { conditions }
    }

    /// Hands what is wanted to a verb.
    pub(in crate::server) fn hand<T>(
        &self,
        study: &crate::analysis::Study,
        verb: impl FnOnce(&HitsToCode<'_>) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        verb(&HitsToCode {
            search: request(study, &self.asked, &self.query, None)?,
            asked: &self.told(),
            code: &self.code,
            unknown: self.unknown,
            extent: self.extent,
            only: self.only.as_deref(),
        })
    }
}

pub(super) async fn preview(visit: Visit, Asked(asked): Asked<Query>) -> Result<Page, Fault> {
    let (w, c) = (&visit.words().search, &visit.words().conditions);
    let kept = asked.pairs(&[&ASKED[..], &["hit", "which", "code-name", "extent", "new", "sort"][..]].concat());
    let address =
        asked.address("/search", &[("hit", ""), ("which", ""), ("code-name", ""), ("extent", ""), ("new", "")]);
    let wanted = Wanted::of(asked);
    if wanted.is_nothing() {
        return Err(Fault::said(crate::language::Message { what: w.none_chosen.to_owned(), ..Default::default() }));
    }
    let coder = visit.coder();
    let coded = visit.search(move |workspace, study| {
        workspace.set_actor(&coder);
        wanted.hand(study, |request| workspace.preview_hits(study, request))
    });
    let coded = coded.await?;
    let message = (visit.messages().finding.coded)(&coded, Trial::DryRun);
    let page = PreviewPage {
        frame: visit.frame(Screen::Search, w.preview_title),
        w,
        c,
        said: message.what,
        details: message.detail,
        added: coded.added(),
        apply: (w.apply)(coded.added()),
        places: places(&visit, &coded),
        rest: match coded.places.len().saturating_sub(SHOWN) {
            0 => String::new(),
            rest => (w.and_more)(rest),
        },
        kept,
        back: address,
    };
    Page::of(&page)
}

fn places(visit: &Visit, coded: &CodedHits) -> Vec<PlaceView> {
    let t = visit.tables();
    let view = |place: &crate::project::PlaceToCode| {
        let heads = [
            Some(place.transcript.clone()),
            Some((t.attribution.line)(u32::try_from(place.line).unwrap_or(u32::MAX))),
            place.participant.clone(),
            place.case.as_deref().map(|case| case_reference(t, case)),
        ];
        PlaceView {
            head: heads.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            href: address::place(&place.transcript, place.points.start, place.points.end),
            words: place.words.clone(),
            note: (visit.messages().finding.standing)(place.standing).unwrap_or_default(),
            coded: place.standing == Standing::Coded,
        }
    };
    coded.places.iter().take(SHOWN).map(view).collect()
}
