//! `taxonomy`: the theme and label table, on the screen or in a file.

use super::failure::Failure;
use super::filters::FilterArgs;
use super::output::{self, Format};
use super::session::Session;
use crate::analysis::{TaxonomyOptions, taxonomy_table};
use crate::project::{Refusal, Workspace, divided_by, scope_of};
use crate::report::taxonomy::{ChosenTexts, TaxonomyView, chosen_places, columns, outline};
use crate::report::{self, Screen};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// De tabel van thema's en labels, met in hoeveel casussen ze voorkomen
#[derive(Debug, Args)]
#[command(after_help = "Voorbeelden:
  codeboom taxonomy                                     de enige taxonomie, als kolommen
  codeboom taxonomy \"Hoe de zorg verschuift\" --layout outline
  codeboom taxonomy --by role                           een kolom per respondentgroep
  codeboom taxonomy --where 'moment:start' --out tabel.csv
  codeboom taxonomy new \"Nieuwe titel\"                  een lege taxonomie")]
pub(super) struct Taxonomy {
    /// Titel van de taxonomie; new TITEL maakt een lege
    #[arg(value_name = "TITEL", num_args = 0..=2)]
    title: Vec<String>,
    /// Opmaak
    #[arg(long, value_name = "OPMAAK", default_value = "columns")]
    layout: Layout,
    /// Verdeel naar role, moment of een kenmerk
    #[arg(long, value_name = "WAARNAAR")]
    by: Option<String>,
    #[command(flatten)]
    filter: FilterArgs,
    /// Bestand (.csv, .md, .json, .txt) in plaats van het scherm
    #[arg(long, value_name = "BESTAND")]
    out: Option<PathBuf>,
    /// Waarom, voor het logboek (bij new)
    #[arg(long, default_value = "", value_name = "REDEN")]
    reason: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Layout {
    /// Zoals gedrukt: thema's als koppen, labels eronder
    Columns,
    /// Regel voor regel, met definities en citaten
    Outline,
}

pub(super) fn run(args: &Taxonomy, session: &mut Session) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    if let [new, title] = &args.title[..] {
        if new != "new" {
            return Err(Failure::Usage((session.messages.command.bad_argument)("taxonomy", new, "new \"…\"")));
        }
        workspace.add_taxonomy(title, args.filter.typed().as_str(), &args.reason)?;
        session.say(&(session.messages.done.taxonomy)(title));
        return Ok(());
    }
    let study = workspace.study()?;
    let at = study.find_taxonomy(args.title.first().map(String::as_str)).map_err(Refusal::from)?;
    let mut filters = args.filter.filters(&study)?;
    filters.extend(scope_of(&study, at)?);
    let by = args.by.as_deref().map(|by| divided_by(&study, by)).transpose()?;
    let table = taxonomy_table(&study, at, &TaxonomyOptions { filters, by });
    let condition = args.filter.typed();
    let view = TaxonomyView { study: &study, table: &table, words: session.table_words(), condition: &condition };
    let format = session.format_for(args.out.as_deref())?;
    let content = write(args, session, &workspace, &view, format)?;
    if let Some(path) = &args.out {
        session.write(path, &content)
    } else {
        use std::io::Write;
        let mut out = session.out();
        out.write_all(&content)?;
        out.flush()?;
        Ok(())
    }
}

fn write(
    args: &Taxonomy,
    session: &Session,
    workspace: &Workspace,
    view: &TaxonomyView<'_>,
    format: Format,
) -> Result<Vec<u8>, Failure> {
    let mut content = Vec::new();
    if format == Format::Json {
        let json = report::json::taxonomy(view);
        serde_json::to_writer_pretty(&mut content, &json).map_err(std::io::Error::from)?;
        content.push(b'\n');
        return Ok(content);
    }
    let screen = if args.out.is_some() { Screen::Pipe } else { session.screen() };
    let table = match args.layout {
        Layout::Columns if format == Format::Text => columns(view).table_for(session.table_words(), screen),
        Layout::Columns => columns(view).table(session.table_words()),
        Layout::Outline => {
            let places = chosen_places(view.study);
            let words = workspace.words_of(view.study, places.iter().copied())?;
            let chosen = ChosenTexts { texts: places.into_iter().zip(words).collect(), ..ChosenTexts::default() };
            outline(view, &chosen)
        }
    };
    output::table(&table, session.table_words(), format, screen, &mut content)?;
    Ok(content)
}
