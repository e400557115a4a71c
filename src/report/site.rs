//! The report as a site: HTML pages that work from a folder on disk, without network and without script. They show the
//! study at a glance, each taxonomy as a printed table, as an outline and as a codeboom, each theme with its quotes,
//! the cases, the codebook, and for the working audience the texts and memos. Every number leads to its quotes.
//!
//! In: a [`Material`], what to show, and the words. Out: files, handed out one by one, so that a large study is never
//! in memory as a whole. Whatever a researcher or respondent wrote is text: nothing of it can become markup.
//!
//! - `words` what the report says by itself, `address` file names, `escape` words as HTML, `assets` what comes along
//! - `plan` what all pages share, `view` the small parts, `quoting` quotes with their attribution, `tables` tables
//! - `glance`, `taxonomies`, `themes`, `cases`, `texts`, `codes`, `notes`: the pages

mod address;
mod assets;
mod cases;
mod codes;
mod escape;
mod glance;
mod notes;
mod plan;
mod quoting;
mod tables;
mod taxonomies;
#[cfg(test)]
mod tests;
mod texts;
mod themes;
mod view;
mod words;

pub use escape::PlainHtml;
pub use words::SiteWords;

use crate::analysis::{At, Filter, FilterFault, GroupBy, Study, Text, Unknown};
use crate::report::quotes::{Audience, Exposure};
use plan::{Page, Plan};
use rayon::prelude::*;
use std::io;

/// What the report is made from.
#[derive(Clone, Copy)]
pub struct Material<'m> {
    /// The study.
    pub study: &'m Study,
    /// The words of the fragments, in the order of the study's places.
    pub passages: &'m [String],
    /// The current text of a transcript; asked only for the working audience, one text at a time.
    pub text: &'m dyn Fn(At<Text>) -> String,
}

/// What the report shows.
#[derive(Debug, Clone, Default)]
pub struct SiteOptions {
    /// Who will read it.
    pub audience: Audience,
    /// Narrows what counts in every taxonomy.
    pub filters: Vec<Filter>,
    /// The filters in words, for the reader; empty without any.
    pub restriction: String,
    /// The own scope of each taxonomy, in their order; a missing one is none.
    pub scopes: Vec<Option<Filter>>,
    /// One set of counts per group.
    pub by: Option<GroupBy>,
    /// The date as people write it; may be empty.
    pub date: String,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Summary {
    /// Files.
    pub files: usize,
    /// Bytes.
    pub bytes: u64,
    /// Whose quotes point at them, where the attribution is meant to hide who speaks.
    pub exposures: Vec<Exposure>,
}

/// Why a report could not be written.
#[derive(Debug)]
pub enum SiteFault {
    /// The table cannot be divided as asked.
    Groups(Unknown),
    /// The table cannot be divided by this attribute.
    Attribute(FilterFault),
    /// A page could not be made or a file could not be written.
    Output(io::Error),
}

impl From<io::Error> for SiteFault {
    fn from(fault: io::Error) -> Self {
        Self::Output(fault)
    }
}

/// Pages that are made side by side before they are handed out: enough for the cores, little in memory.
const AT_ONCE: usize = 8;

/// Writes the report: `write` gets each file's name and content, the pages first.
///
/// # Errors
/// When the groups do not exist, and whatever `write` gives.
pub fn site(
    material: &Material<'_>,
    options: &SiteOptions,
    words: &SiteWords,
    write: &mut dyn FnMut(&str, &[u8]) -> io::Result<()>,
) -> Result<Summary, SiteFault> {
    let plan = Plan::new(material.study, material.passages, options, words)?;
    let mut summary = Summary { exposures: plan.exposures(), ..Summary::default() };
    let mut hand_out = |name: &str, content: &[u8]| -> io::Result<()> {
        summary.files += 1;
        summary.bytes += content.len() as u64;
        write(name, content)
    };
    for batch in plan.pages().chunks(AT_ONCE) {
        let with_text: Vec<(Page, Option<String>)> = batch
            .iter()
            .map(|page| match page {
                Page::Text(text) => (*page, Some((material.text)(*text))),
                _ => (*page, None),
            })
            .collect();
        let made: Vec<askama::Result<(String, String)>> =
            with_text.par_iter().map(|(page, text)| plan.page(*page, text.as_deref().unwrap_or_default())).collect();
        for page in made {
            let (name, html) = page.map_err(io::Error::other)?;
            hand_out(&name, html.as_bytes())?;
        }
    }
    for (name, content) in assets::ASSETS {
        hand_out(name, content)?;
    }
    Ok(summary)
}
