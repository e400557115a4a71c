//! Hits as a page shows them, and the synonyms beside a question.

use crate::analysis::Study;
use crate::language::SearchWords;
use crate::project::{Hit, Hits};
use crate::report::Tints;
use crate::report::quotes::case_reference;
use crate::server::address;
use crate::server::query::asking;
use crate::server::shown::{Chip, Piece, chips, pieces, who};
use crate::server::visit::{Apart, Visit};
use std::collections::BTreeSet;

/// Hits of one transcript that follow each other.
pub(super) struct GroupView {
    pub(super) transcript: String,
    pub(super) href: String,
    pub(super) hits: Vec<HitView>,
}

/// A turn that was found.
pub(super) struct HitView {
    pub(super) id: String,
    /// By which the hit is pointed out: where it starts, and in which transcript.
    pub(super) value: String,
    pub(super) href: String,
    pub(super) line: String,
    pub(super) pick: String,
    /// Who says it, their role, the case.
    pub(super) who: String,
    pub(super) words: Vec<Piece>,
    pub(super) codes: Vec<Chip>,
    pub(super) around: String,
}

/// A group of synonyms.
pub(super) struct SynonymView {
    pub(super) forms: String,
    pub(super) first: String,
    pub(super) remove: String,
    /// The question uses one of them.
    pub(super) used: bool,
}

/// In how many transcripts the hits stand that are shown.
pub(super) fn transcripts(hits: &Hits) -> usize {
    hits.hits.iter().map(|hit| hit.text).collect::<BTreeSet<_>>().len()
}

pub(super) fn groups(visit: &Visit, hits: &Hits, here: &str) -> Vec<GroupView> {
    let mut groups: Vec<GroupView> = Vec::new();
    let (study, tints, apart) = (&*visit.study, Tints::new(&visit.study), visit.apart());
    for (number, hit) in hits.hits.iter().enumerate() {
        let name = &study.texts[hit.text].row.name;
        let view = hit_view(visit, &tints, &apart, hit, number, here);
        match groups.last_mut().filter(|group| group.transcript == *name) {
            Some(group) => group.hits.push(view),
            None => {
                groups.push(GroupView { transcript: name.clone(), href: address::transcript(name), hits: vec![view] });
            }
        }
    }
    groups
}

fn hit_view(visit: &Visit, tints: &Tints, apart: &Apart, hit: &Hit, number: usize, here: &str) -> HitView {
    let (study, t, w) = (&*visit.study, visit.tables(), &visit.words().search);
    let name = &study.texts[hit.text].row.name;
    let speaks = who(study, hit.text, hit.unit);
    let parts = [
        speaks.participant.map(str::to_owned),
        speaks.interviewer.then(|| w.interviewer_says.to_owned()),
        speaks.role.map(str::to_owned),
        speaks.case.map(|case| case_reference(t, case)),
    ];
    let id = format!("h{number}");
    let back = address::part(&format!("{here}#{id}"));
    let line = (t.attribution.line)(u32::try_from(hit.line).unwrap_or(u32::MAX));
    let places = study.places_in(hit.text).iter().filter(|place| place.span.overlaps(hit.span));
    // The words that were meant, when there are any: that is where a reader wants to land.
    let (start, end) = match (hit.matches.first(), hit.matches.last()) {
        (Some(first), Some(last)) => (first.start, last.end),
        _ => (hit.points.start, hit.points.end),
    };
    HitView {
        value: format!("{}:{name}", hit.points.start),
        href: format!("{}&back={back}", address::place(name, start, end)),
        pick: (w.pick)(&format!("{name}, {line}")),
        who: parts.into_iter().flatten().collect::<Vec<_>>().join(", "),
        words: pieces(&hit.words, &hit.marks),
        codes: chips(
            study,
            tints,
            places.flat_map(|place| study.codings_on(place).iter().filter(|coding| apart.sees(place, coding))),
        ),
        around: asking("/search/around", &[("transcript", name), ("unit", &hit.unit.to_string())]),
        id,
        line,
    }
}

/// The groups of synonyms, those that a question uses first.
pub(super) fn synonyms(study: &Study, w: &SearchWords, question: &str) -> Vec<SynonymView> {
    let words: Vec<String> = crate::text::words::words(question).map(|word| word.folded.to_string()).collect();
    let view = |group: &crate::text::SynonymGroup| {
        let used = group
            .forms
            .iter()
            .any(|form| !form.words.is_empty() && words.windows(form.words.len()).any(|window| window == form.words));
        let forms: Vec<&str> = group.forms.iter().map(|form| form.form.as_str()).collect();
        let first = forms.first().copied().unwrap_or_default().to_owned();
        let forms = forms.join(" = ");
        SynonymView { first, remove: (w.synonym_remove)(&forms), forms, used }
    };
    let mut views: Vec<SynonymView> = study.synonyms().groups().iter().map(view).collect();
    views.sort_by_key(|view| !view.used);
    views
}
