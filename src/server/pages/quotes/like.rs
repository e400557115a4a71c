//! Passages like those under a code that do not carry it yet, with the words that speak for each: what may have been
//! missed. Whether the code belongs there, the reader says.

use crate::language::{ConditionWords, QuotesWords};
use crate::project::{AlikeRequest, Interviewer, Like, Refusal};
use crate::report::Tints;
use crate::report::quotes::case_reference;
use crate::server::address;
use crate::server::answer::{Fault, Page, without_commands};
use crate::server::fields::Asked;
use crate::server::frame::{Frame, Screen};
use crate::server::query::{Query, asking};
use crate::server::shown::{Chip, Piece, chips, pieces, who};
use crate::server::visit::Visit;
use askama::Template;

/// How many are shown.
const SHOWN: usize = 30;

#[derive(Template)]
#[template(path = "workbench/like.html")]
struct LikePage {
    frame: Frame,
    w: &'static QuotesWords,
    c: &'static ConditionWords,
    title: String,
    code: String,
    said: String,
    button: String,
    back: String,
    passages: Vec<PassageView>,
}

struct PassageView {
    id: String,
    transcript: String,
    start: u32,
    end: u32,
    href: String,
    source: String,
    words: Vec<Piece>,
    because: String,
    codes: Vec<Chip>,
}

pub(super) async fn like(visit: Visit, Asked(asked): Asked<Query>) -> Result<Page, Fault> {
    let (w, c) = (&visit.words().quotes, &visit.words().conditions);
    let study = &*visit.study;
    let at = study.find_code(asked.get("code"))?;
    let code = study.codes[at].name.clone();
    let found = visit.search(move |workspace, study| {
        let request = AlikeRequest {
            like: Like::Code(at),
            coders: None,
            filters: Vec::new(),
            interviewer: Interviewer::LeftOut,
            limit: Some(SHOWN),
        };
        match workspace.find_alike(study, &request) {
            Err(nothing @ Refusal::NothingAlike { .. }) => Ok(Err(nothing)),
            other => other.map(Ok),
        }
    });
    let (said, hits) = match found.await? {
        Ok(found) => ((visit.messages().finding.alike)(&code, found.hits.len(), found.fragments), found.hits),
        Err(nothing) => (without_commands((visit.messages().refusal)(&nothing)).what, Vec::new()),
    };
    let here = asking("/quotes/like", &[("code", &code)]);
    let (t, tints) = (visit.tables(), Tints::new(study));
    let apart = visit.apart();
    let passages = hits.iter().enumerate().map(|(number, alike)| {
        let hit = &alike.hit;
        let name = &study.texts[hit.text].row.name;
        let speaks = who(study, hit.text, hit.unit);
        let id = format!("a{number}");
        let parts = [
            Some(name.clone()),
            speaks.participant.map(str::to_owned),
            speaks.role.map(str::to_owned),
            speaks.case.map(|case| case_reference(t, case)),
            Some((t.attribution.line)(u32::try_from(hit.line).unwrap_or(u32::MAX))),
        ];
        let words: Vec<&str> = alike.words.iter().map(|word| word.word.as_str()).collect();
        let places = study.places_in(hit.text).iter().filter(|place| place.span.overlaps(hit.span));
        // A coding is of what is said, not of who says it.
        let label = study.texts[hit.text].structure.turns.get(hit.unit).map_or(hit.span.start, |turn| turn.label.end);
        let before = hit.words.get(..(label.saturating_sub(hit.span.start)) as usize).unwrap_or_default();
        let blank = hit.words[before.len()..].chars().take_while(|c| c.is_whitespace()).count();
        let skipped = u32::try_from(before.chars().count() + blank).unwrap_or_default();
        PassageView {
            href: format!(
                "{}&back={}",
                address::place(name, hit.points.start, hit.points.end),
                address::part(&format!("{here}#{id}"))
            ),
            source: parts.into_iter().flatten().collect::<Vec<_>>().join(", "),
            words: pieces(&hit.words, &hit.marks),
            because: (w.because)(&words.join(", ")),
            codes: chips(
                study,
                &tints,
                places.flat_map(|place| study.codings_on(place).iter().filter(|coding| apart.sees(place, coding))),
            ),
            transcript: name.clone(),
            start: (hit.points.start + skipped).min(hit.points.end),
            end: hit.points.end,
            id,
        }
    });
    let page = LikePage {
        frame: visit.frame(Screen::Quotes, (w.like_title)(&code)),
        w,
        c,
        title: (w.like_title)(&code),
        button: (w.code_with)(&code),
        back: address::quotes_of_code(&code),
        passages: passages.collect(),
        said,
        code,
    };
    Page::of(&page)
}
