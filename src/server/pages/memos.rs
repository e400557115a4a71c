//! Memos, the newest first, and the logbook in the order of time; and the form for a memo on anything.

mod form;

use super::passages::{Passage, paragraphs, passages};
use crate::language::MemoWords;
use crate::model::{FragmentId, Memo, MemoKind, Subject, SubjectKind, fold_name, natural_order};
use crate::server::address;
use crate::server::answer::{Fault, Page};
use crate::server::fields::Asked;
use crate::server::frame::{Frame, Screen};
use crate::server::routes::Route;
use crate::server::visit::Visit;
use askama::Template;
use serde::Deserialize;
use std::collections::BTreeMap;

pub(super) fn routes() -> Vec<Route> {
    vec![Route::page("/memos", memos), Route::page("/memos/new", form::new)]
}

/// Which memos are shown.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Chosen {
    kind: String,
    about: String,
    name: String,
    author: String,
    q: String,
}

/// Kinds as forms and addresses have them.
const KINDS: [&str; 7] =
    ["theoretical", "methodological", "field-note", "reflection", "decision", "storyline", "logbook"];

/// Sorts of thing that a memo is about, as forms and addresses have them.
const ABOUTS: [&str; 6] = ["project", "case", "participant", "transcript", "code", "taxonomy"];

/// The kind of a word of a form.
pub(in crate::server) fn memo_kind(word: &str) -> Option<MemoKind> {
    MemoKind::ALL.into_iter().find(|kind| KINDS[*kind as usize] == word)
}

fn about_word(kind: SubjectKind) -> &'static str {
    match kind {
        SubjectKind::Project => ABOUTS[0],
        SubjectKind::Case => ABOUTS[1],
        SubjectKind::Participant => ABOUTS[2],
        SubjectKind::Transcript | SubjectKind::Fragment | SubjectKind::Coding => ABOUTS[3],
        SubjectKind::Code => ABOUTS[4],
        SubjectKind::Taxonomy => ABOUTS[5],
    }
}

impl Chosen {
    fn logbook(&self) -> bool {
        self.kind == KINDS[6]
    }

    fn filters(&self) -> bool {
        let kind = !self.kind.is_empty() && !self.logbook();
        kind || [&self.about, &self.author, &self.q, &self.name].iter().any(|value| !value.is_empty())
    }

    fn admits(&self, memo: &Memo, about: &str) -> bool {
        let wanted = fold_name(&self.q);
        let said = || fold_name(&format!("{} {} {about}", memo.title, memo.text));
        (self.kind.is_empty() || KINDS[memo.kind as usize] == self.kind)
            && (self.about.is_empty() || about_word(memo.subject.kind()) == self.about)
            && (self.name.is_empty() || about == self.name)
            && (self.author.is_empty() || memo.author == self.author)
            && wanted.split(' ').all(|word| said().contains(word))
    }
}

struct Choice {
    value: String,
    name: String,
    chosen: bool,
}

fn choice(value: impl Into<String>, name: impl Into<String>, chosen: &str) -> Choice {
    let value = value.into();
    Choice { chosen: value == chosen, name: name.into(), value }
}

struct MemoView {
    id: String,
    kind: &'static str,
    kinds: Vec<Choice>,
    title: String,
    author: String,
    when: String,
    about: String,
    about_href: String,
    text: String,
    paragraphs: Vec<String>,
    cited: Vec<Passage>,
}

#[derive(Template)]
#[template(path = "workbench/memos.html")]
struct MemosPage {
    frame: Frame,
    w: &'static MemoWords,
    logbook: bool,
    any: bool,
    filtered: bool,
    number: String,
    q: String,
    kinds: Vec<Choice>,
    abouts: Vec<Choice>,
    authors: Vec<Choice>,
    memos: Vec<MemoView>,
}

async fn memos(visit: Visit, Asked(chosen): Asked<Chosen>) -> Result<Page, Fault> {
    let (study, w) = (&visit.study, &visit.words().memos);
    let all = &study.rows().memos;
    let mut shown: Vec<(Memo, String, String)> = all
        .iter()
        .map(|memo| {
            let (about, href) = subject(&visit, memo.subject);
            (memo.clone(), about, href)
        })
        .filter(|(memo, about, _)| chosen.admits(memo, about))
        .collect();
    shown.sort_by_key(|(memo, ..)| (memo.created, memo.id));
    if !chosen.logbook() {
        shown.reverse();
    }
    let number = (w.number)(shown.len());
    let mut authors: Vec<&str> = all.iter().map(|memo| memo.author.as_str()).collect();
    authors.sort_by(|a, b| natural_order(a, b));
    authors.dedup();
    let authors = authors.into_iter().map(|name| choice(name, name, &chosen.author)).collect();
    let any = all.iter().any(|memo| !chosen.logbook() || memo.kind == MemoKind::Logbook);
    let page = MemosPage {
        frame: visit.frame(Screen::Memos, if chosen.logbook() { w.logbook } else { w.title }),
        w,
        logbook: chosen.logbook(),
        any,
        filtered: chosen.filters(),
        number,
        kinds: kinds(w, &chosen.kind),
        abouts: ABOUTS.iter().zip(w.abouts).map(|(word, name)| choice(*word, name, &chosen.about)).collect(),
        authors,
        memos: views(&visit, shown).await?,
        q: chosen.q,
    };
    Page::of(&page)
}

fn kinds(w: &MemoWords, chosen: &str) -> Vec<Choice> {
    KINDS.iter().zip(w.kinds).map(|(word, name)| choice(*word, name, chosen)).collect()
}

async fn views(visit: &Visit, shown: Vec<(Memo, String, String)>) -> Result<Vec<MemoView>, Fault> {
    let study = &visit.study;
    let mut cites: BTreeMap<_, Vec<FragmentId>> = BTreeMap::new();
    for citation in study.rows().citations.iter() {
        cites.entry(citation.memo).or_default().push(citation.fragment);
    }
    let of = |memo: &Memo| {
        let mut all = cites.get(&memo.id).cloned().unwrap_or_default();
        if let Subject::Fragment(id) = memo.subject {
            all.push(id);
        }
        all
    };
    let fragments: Vec<FragmentId> = shown.iter().flat_map(|(memo, ..)| of(memo)).collect();
    let w = &visit.words().memos;
    let (back, line) = (visit.address.clone(), w.line);
    let words = visit.read(move |workspace, study| passages(workspace, study, &fragments, &back, line)).await?;
    Ok(shown
        .into_iter()
        .map(|(memo, about, about_href)| MemoView {
            cited: of(&memo).iter().filter_map(|id| words.get(id).cloned()).collect(),
            id: memo.id.uuid().to_string(),
            kind: w.kinds[memo.kind as usize],
            kinds: kinds(w, KINDS[memo.kind as usize]),
            when: (visit.messages().time)(memo.created, &visit.workbench.settings.zone),
            paragraphs: paragraphs(&memo.text),
            title: memo.title,
            author: memo.author,
            text: memo.text,
            about,
            about_href,
        })
        .collect())
}

/// What a memo is about: a name, and the way to it.
fn subject(visit: &Visit, subject: Subject) -> (String, String) {
    let study = &visit.study;
    let found = match subject {
        Subject::Project => None,
        Subject::Case(id) => study.case_at(id).map(|at| (study.cases[at].name.clone(), "/people".to_owned())),
        Subject::Participant(id) => {
            let person = study.participants.rows().iter().find(|person| person.id == id);
            person.map(|person| (person.name.clone(), "/people?tab=participants".to_owned()))
        }
        Subject::Transcript(id) => {
            let text = study.texts.rows().iter().find(|text| text.row.id == id);
            text.map(|text| (text.row.name.clone(), address::transcript(&text.row.name)))
        }
        Subject::Code(id) => {
            study.code_at(id).map(|at| (study.codes[at].name.clone(), address::code(&study.codes[at].name)))
        }
        Subject::Taxonomy(id) => study
            .taxonomies
            .rows()
            .iter()
            .find(|tree| tree.row.id == id)
            .map(|tree| (tree.row.title.clone(), format!("/codebook?taxonomy={}", address::part(&tree.row.title)))),
        Subject::Fragment(id) => study
            .text_of_fragment(id)
            .map(|at| (study.texts[at].row.name.clone(), address::transcript(&study.texts[at].row.name))),
        Subject::Coding(id) => study.codings.rows().iter().find(|coding| coding.id == id).map(|coding| {
            let name = &study.codes[coding.code].name;
            (name.clone(), address::code(name))
        }),
    };
    found.unwrap_or_else(|| (visit.words().memos.whole_study.to_owned(), String::new()))
}
