//! Tables and the whole report as files to keep.

use crate::language::site_words;
use crate::model::Language;
use crate::project::{Refusal, scope_of};
use crate::report::quotes::Audience;
use crate::report::site::{Material, SiteOptions, site};
use crate::report::{Table, TableWords, csv, markdown};
use crate::server::answer::{Download, Fault};
use crate::server::fields::Asked;
use crate::server::query::Query;
use crate::server::visit::Visit;
use std::io::{Cursor, Write};
use zip::write::{SimpleFileOptions, ZipWriter};

/// The files that a table can become.
pub(super) const KINDS: [&str; 3] = ["csv", "md", "json"];

/// A table as a file. `json` gives the shape that scripts rely on.
pub(super) fn download(
    name: &str,
    kind: &str,
    t: &TableWords,
    table: &Table,
    json: impl FnOnce() -> serde_json::Result<Vec<u8>>,
) -> Result<Download, Fault> {
    let mut content = Vec::new();
    let (ending, sort) = match kind {
        "json" => {
            content = json().map_err(|_| Fault::broken())?;
            ("json", "application/json")
        }
        "md" => {
            markdown::write(table, t, &mut content).map_err(|_| Fault::broken())?;
            ("md", "text/markdown; charset=utf-8")
        }
        _ => {
            csv::write(table, t, &mut content).map_err(|_| Fault::broken())?;
            ("csv", "text/csv; charset=utf-8")
        }
    };
    Ok(Download { name: format!("{name}.{ending}"), sort, content })
}

/// The report as HTML pages in one zip file.
pub(super) async fn report(visit: Visit, Asked(asked): Asked<Query>) -> Result<Download, Fault> {
    let audience = match asked.get("for") {
        "bijlage" => Audience::Appendix,
        "publicatie" => Audience::Publication,
        _ => Audience::Work,
    };
    let (language, settings) = (visit.language(), &visit.workbench.settings);
    let date = (visit.messages().date)((settings.clock)(), &settings.zone);
    let content = visit.read(move |workspace, study| {
        let scopes = study.taxonomies.positions().map(|at| scope_of(study, at)).collect::<Result<_, _>>()?;
        let options = SiteOptions { audience, scopes, date, ..SiteOptions::default() };
        let mut passages = workspace.words_of(study, study.places.positions())?;
        if audience != Audience::Work {
            // What was replaced between brackets for a reader outside must not stand in full elsewhere.
            for quote in study.rows().quotes.iter().filter(|quote| !quote.report_text.is_empty()) {
                if let Some(place) = study.place_at(quote.fragment) {
                    passages[place.number()].clone_from(&quote.report_text);
                }
            }
        }
        let failed: std::cell::RefCell<Option<Refusal>> = std::cell::RefCell::new(None);
        let text = |at| {
            workspace.text(study, at).unwrap_or_else(|refusal| {
                failed.replace(Some(refusal));
                String::new()
            })
        };
        let made = zipped(&Material { study, passages: &passages, text: &text }, &options, language);
        match failed.into_inner() {
            Some(refusal) => Err(refusal),
            None => Ok(made),
        }
    });
    let content = content.await?.ok_or_else(Fault::broken)?;
    let name = format!("{}-{}.zip", visit.words().tables.report_name, asked.get("for"));
    Ok(Download { name, sort: "application/zip", content })
}

fn zipped(material: &Material<'_>, options: &SiteOptions, language: Language) -> Option<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let mut write = |name: &str, content: &[u8]| -> std::io::Result<()> {
        zip.start_file(name, SimpleFileOptions::default()).map_err(std::io::Error::other)?;
        zip.write_all(content)
    };
    site(material, options, site_words(language), &mut write).ok()?;
    zip.finish().ok().map(Cursor::into_inner)
}
