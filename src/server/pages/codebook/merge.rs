//! What a merge would come to, to look at before it is done.

use crate::analysis::{At, MergePreview, merge_preview};
use crate::language::MergeWords;
use crate::model::Code;
use crate::report::TableWords;
use crate::server::address;
use crate::server::answer::{Fault, Page, is_own};
use crate::server::fields::Asked;
use crate::server::frame::{Frame, Screen};
use crate::server::quoted::{Before, Quoted, quoted};
use crate::server::visit::Visit;
use askama::Template;
use serde::Deserialize;

/// So many fragments that carry both codes are shown.
const SHOWN: usize = 5;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Wish {
    /// What goes, once per code.
    code: Vec<String>,
    /// What stays.
    into: String,
    /// Only the middle of the page.
    piece: bool,
    back: String,
}

#[derive(Template)]
#[template(path = "workbench/merge.html")]
struct MergePage {
    frame: Frame,
    w: &'static MergeWords,
    m: Merge,
}

#[derive(Template)]
#[template(path = "workbench/partials/merge.html")]
struct MergePiece {
    w: &'static MergeWords,
    m: Merge,
}

/// What a merge comes to.
struct Merge {
    into: String,
    sources: Vec<String>,
    in_dialog: bool,
    /// The first code that goes, when it is the only one: the two can be swapped.
    swap: Option<String>,
    names: String,
    /// What is counted, and the number.
    lines: Vec<(String, String)>,
    definition: String,
    /// Heading and text of what the others mean.
    theirs: Vec<(String, String)>,
    shared: Vec<Quoted>,
    back: String,
}

impl Merge {
    fn quoted_into(&self) -> String {
        format!("‘{}’", self.into)
    }
}

pub(super) async fn page(visit: Visit, Asked(wish): Asked<Wish>) -> Result<Page, Fault> {
    let study = &visit.study;
    let into = study.find_code(&wish.into)?;
    let mut sources: Vec<At<Code>> = Vec::new();
    for code in &wish.code {
        let at = study.find_code(code)?;
        if at != into && !sources.contains(&at) {
            sources.push(at);
        }
    }
    let w = &visit.words().merge;
    if sources.is_empty() {
        let message = crate::language::Message { what: w.same.to_owned(), ..Default::default() };
        return Err(Fault::said(message));
    }
    let preview = merge_preview(study, &sources, into);
    let (t, shown) = (visit.tables(), preview.shared.iter().copied().take(SHOWN).collect::<Vec<_>>());
    let shared = visit.read(move |workspace, study| quoted(workspace, study, t, &shown, Before::LeftOut)).await?;
    let name = |at: At<Code>| study.codes[at].name.clone();
    let back = if is_own(&wish.back) { wish.back } else { address::code(&name(into)) };
    let swap = match sources[..] {
        [one] => Some(format!(
            "/codebook/merge?code={}&into={}&back={}",
            address::part(&name(into)),
            address::part(&name(one)),
            address::part(&back)
        )),
        _ => None,
    };
    let names: Vec<String> = sources.iter().map(|at| format!("‘{}’", name(*at))).collect();
    let merge = Merge {
        into: name(into),
        in_dialog: wish.piece,
        swap,
        names: (visit.messages().listed)(&names),
        lines: lines(w, t, &preview, &name(into)),
        definition: study.codes[into].definition.clone(),
        theirs: sources
            .iter()
            .filter(|at| !study.codes[**at].definition.is_empty())
            .map(|at| ((w.theirs)(&format!("‘{}’", name(*at))), study.codes[*at].definition.clone()))
            .collect(),
        sources: sources.into_iter().map(name).collect(),
        shared,
        back,
    };
    if wish.piece {
        return Page::of(&MergePiece { w, m: merge });
    }
    let frame = visit.frame(Screen::Codebook, (w.title)(&merge.into));
    Page::of(&MergePage { frame, w, m: merge })
}

fn lines(w: &MergeWords, t: &TableWords, preview: &MergePreview, into: &str) -> Vec<(String, String)> {
    let mut lines = vec![
        ((w.stays)(&format!("‘{into}’")), t.count(preview.stays)),
        (w.moving.to_owned(), t.count(preview.moving)),
        (w.joining.to_owned(), t.count(preview.joining)),
        (w.after.to_owned(), t.count(preview.stays + preview.moving)),
        (w.fragments.to_owned(), t.count(preview.fragments)),
    ];
    for (name, count) in [(w.quotes, preview.quotes), (w.children, preview.children.len())] {
        if count > 0 {
            lines.push((name.to_owned(), t.count(count)));
        }
    }
    lines
}
