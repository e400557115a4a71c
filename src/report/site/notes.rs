//! The memos, for the researchers themselves: what was noted while working, what it is about, and the fragments that it
//! cites.

use super::plan::Plan;
use super::quoting::QuoteView;
use super::view::{Frame, paragraphs};
use crate::model::{Memo, Subject};
use crate::report::quotes::case_reference;
use askama::Template;

#[derive(Template)]
#[template(path = "report/memos.html")]
struct MemosPage<'p> {
    frame: Frame<'p>,
    memos: Vec<MemoView<'p>>,
}

/// A memo.
struct MemoView<'p> {
    kind: &'static str,
    title: &'p str,
    author: &'p str,
    about: String,
    about_href: String,
    paragraphs: Vec<&'p str>,
    cited: Vec<QuoteView<'p>>,
}

impl Plan<'_> {
    pub(super) fn memos_page(&self) -> askama::Result<String> {
        let mut memos: Vec<&Memo> = self.study.rows().memos.iter().collect();
        memos.sort_by_key(|memo| (memo.created, memo.id));
        let page = MemosPage {
            frame: self.frame(self.w.memos.to_owned(), "memos.html"),
            memos: memos.into_iter().map(|memo| self.memo(memo)).collect(),
        };
        page.render()
    }

    fn memo<'b>(&'b self, memo: &'b Memo) -> MemoView<'b> {
        let (about, about_href) = self.subject(memo.subject);
        let cited = self.study.rows().citations.iter().filter(|citation| citation.memo == memo.id);
        MemoView {
            kind: self.w.memo_kinds[memo.kind as usize],
            title: &memo.title,
            author: &memo.author,
            about,
            about_href,
            paragraphs: paragraphs(&memo.text),
            cited: cited
                .filter_map(|citation| self.study.place_at(citation.fragment))
                .map(|place| self.quote(place, None))
                .collect(),
        }
    }

    /// What a memo is about, as a name and an address.
    fn subject(&self, subject: Subject) -> (String, String) {
        let study = self.study;
        let text = |found: Option<(crate::analysis::At<crate::analysis::Text>, u32)>| {
            found.map(|(at, line)| {
                let name = format!("{}, {}", study.texts[at].row.name, (self.t.attribution.line)(line));
                (name, self.text_href(at).map(|href| format!("{href}#r{line}")).unwrap_or_default())
            })
        };
        let fragment = |id| {
            let place = study.place_at(id).map(|place| &study.places[place]);
            text(place.map(|place| (place.transcript, place.line)))
        };
        let found = match subject {
            Subject::Project => None,
            Subject::Case(id) => study
                .case_at(id)
                .map(|at| (case_reference(self.t, &study.cases[at].name), self.case_href(at).unwrap_or_default())),
            Subject::Participant(id) => {
                let person = study.participants.iter().find(|(_, person)| person.id == id);
                person.map(|(at, _)| {
                    let case = study.case_of(at).and_then(|case| self.case_href(case));
                    (self.person_called(at), case.unwrap_or_default())
                })
            }
            Subject::Transcript(id) => {
                let found = study.texts.iter().find(|(_, text)| text.row.id == id);
                found.map(|(at, text)| (text.row.name.clone(), self.text_href(at).unwrap_or_default()))
            }
            Subject::Code(id) => study.code_at(id).map(|at| (study.codes[at].name.clone(), self.codebook_href(at))),
            Subject::Taxonomy(id) => study
                .taxonomies
                .iter()
                .find(|(_, tree)| tree.row.id == id)
                .map(|(at, tree)| (tree.row.title.clone(), super::address::taxonomy(at.number()))),
            Subject::Fragment(id) => fragment(id),
            Subject::Coding(id) => {
                let coding = study.codings.rows().iter().find(|coding| coding.id == id);
                coding.and_then(|coding| {
                    let place = &study.places[coding.place];
                    text(Some((place.transcript, place.line)))
                        .map(|(name, href)| (format!("{}, {name}", study.codes[coding.code].name), href))
                })
            }
        };
        found.unwrap_or_else(|| (self.w.whole_study.to_owned(), String::new()))
    }
}
