//! The codebook: every code with what it means, when to use it and when not, where it came from, and where it stands in
//! the taxonomies, with the count it has there.

use super::plan::Plan;
use super::view::{Figure, Frame};
use crate::analysis::At;
use crate::model::{Code, Level};
use crate::report::heading;
use askama::Template;

#[derive(Template)]
#[template(path = "report/codebook.html")]
struct CodebookPage<'p> {
    frame: Frame<'p>,
    caption: String,
    parts: Vec<LevelPart<'p>>,
}

/// The codes of one level.
struct LevelPart<'p> {
    id: &'static str,
    heading: String,
    figure: String,
    codes: Vec<CodeView<'p>>,
}

/// A code.
struct CodeView<'p> {
    id: String,
    name: &'p str,
    /// Origin and status.
    about: String,
    definition: &'p str,
    statement: &'p str,
    /// Heading and text of what else is said about it.
    said: Vec<(&'static str, &'p str)>,
    /// Taxonomy and number, address there, count.
    places: Vec<(String, Figure)>,
}

impl Plan<'_> {
    pub(super) fn codebook_page(&self) -> askama::Result<String> {
        let of = |level: Level| self.study.codes.rows().iter().filter(|code| code.level == level).count();
        let caption =
            (self.t.captions.codebook)(self.levels, [of(Level::Selective), of(Level::Axial), of(Level::Open)]);
        let part = |id, level| LevelPart {
            id,
            heading: heading(self.levels.noun(level).many),
            figure: self.t.count(of(level)),
            codes: self
                .study
                .codes
                .iter()
                .filter(|(_, code)| code.level == level)
                .map(|(at, code)| self.code(at, code))
                .collect(),
        };
        let parts = [part("thema", Level::Selective), part("label", Level::Axial), part("code", Level::Open)];
        let page = CodebookPage {
            frame: self.frame(self.w.codebook.to_owned(), "codeboek.html"),
            caption,
            parts: parts.into_iter().filter(|part| !part.codes.is_empty()).collect(),
        };
        page.render()
    }

    fn code<'b>(&'b self, at: At<Code>, code: &'b Code) -> CodeView<'b> {
        let heads = &self.t.heads;
        let origin = code.origin.map(|origin| (self.t.origin)(origin));
        let about: Vec<&str> = origin.into_iter().chain([(self.t.status)(code.status)]).collect();
        let said = [(heads.include, &code.include), (heads.exclude, &code.exclude), (heads.example, &code.example)];
        let mut places = Vec::new();
        for (taxonomy, tree) in self.study.taxonomies.iter() {
            let table = &self.tables[taxonomy.number()];
            for branch in table.walk().into_iter().filter(|branch| branch.code == at) {
                places.push((
                    format!("{} {}", tree.row.title, branch.number),
                    self.branch_figure(taxonomy, table, branch),
                ));
            }
        }
        if places.is_empty() {
            places.push((self.t.heads.ungrouped.to_owned(), self.loose_figure(at)));
        }
        CodeView {
            id: self.codebook_id(at),
            name: &code.name,
            about: about.join(" · "),
            definition: &code.definition,
            statement: &code.statement,
            said: said
                .into_iter()
                .filter(|(_, text)| !text.is_empty())
                .map(|(head, text)| (head, text.as_str()))
                .collect(),
            places,
        }
    }
}
