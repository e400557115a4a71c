//! `synonyms`: words that search treats as one.

use super::failure::Failure;
use super::output::Format;
use super::session::Session;
use crate::analysis::Study;
use crate::project::Extent;
use crate::report::{Cell, Column, Line, Table};
use crate::text::synonyms::EQUALS;
use clap::{Args, Subcommand};
use serde::Serialize;

/// Laat synoniemen zien, voeg ze toe of haal ze weg: woorden die bij het zoeken als één gelden
#[derive(Debug, Args)]
#[command(after_help = "Voorbeelden:
  codeboom synonyms
  codeboom synonyms add EK-c \"Eigen Kracht-conferentie\" EKC
  codeboom synonyms add \"EK-c = Eigen Kracht-conferentie = EKC\"
  codeboom synonyms remove EKC
  codeboom synonyms remove EK-c --group")]
pub(super) struct SynonymsArgs {
    #[command(subcommand)]
    act: Option<SynonymsAct>,
}

#[derive(Debug, Subcommand)]
enum SynonymsAct {
    /// Maak woorden synoniemen; groepen met een woord gemeen worden er één
    Add {
        /// Woorden of groepjes woorden, los of met = ertussen
        #[arg(required = true, value_name = "WOORD")]
        forms: Vec<String>,
        /// Waarom, voor het logboek
        #[arg(long, default_value = "", value_name = "REDEN")]
        reason: String,
    },
    /// Haal woorden weg uit hun groep
    Remove {
        /// Woorden of groepjes woorden, los of met = ertussen
        #[arg(required = true, value_name = "WOORD")]
        forms: Vec<String>,
        /// De hele groep
        #[arg(long)]
        group: bool,
        /// Waarom, voor het logboek
        #[arg(long, default_value = "", value_name = "REDEN")]
        reason: String,
    },
}

#[derive(Serialize)]
struct GroupJson<'s> {
    forms: Vec<&'s str>,
}

pub(super) fn run(args: &SynonymsArgs, session: &mut Session) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    let messages = session.messages;
    match &args.act {
        None => return list(session, &*workspace.study()?),
        Some(SynonymsAct::Add { forms, reason }) => {
            let added = workspace.add_synonyms(&apart(forms), reason)?.value;
            let message = if added.changed() { (messages.synonyms.added)(&added) } else { (messages.done.nothing)() };
            session.say(&message);
        }
        Some(SynonymsAct::Remove { forms, group, reason }) => {
            let extent = if *group { Extent::Groups } else { Extent::Forms };
            let removed = workspace.remove_synonyms(&apart(forms), extent, reason)?.value;
            session.say(&(messages.synonyms.removed)(&removed));
        }
    }
    Ok(())
}

/// The forms of arguments such as `EK-c` and `EK-c = EKC`.
fn apart(typed: &[String]) -> Vec<String> {
    typed.iter().flat_map(|argument| argument.split(EQUALS)).map(|form| form.trim().to_owned()).collect()
}

fn list(session: &Session, study: &Study) -> Result<(), Failure> {
    let words = session.messages.synonyms;
    if study.synonyms().is_empty() {
        session.note(words.none);
    }
    let groups = study.synonyms().groups().iter();
    let groups = groups.map(|group| group.forms.iter().map(|form| form.form.as_str()).collect::<Vec<&str>>());
    if session.format() == Format::Json {
        let groups: Vec<GroupJson<'_>> = groups.map(|forms| GroupJson { forms }).collect();
        return session.json(&serde_json::json!({ "total": groups.len(), "synonyms": groups }));
    }
    let mut table = Table::new("", vec![Column::text(words.head)]);
    for forms in groups {
        table.rows.push(Line::body(vec![Cell::text(forms.join(" = "))]));
    }
    session.table(&table, session.format())
}
