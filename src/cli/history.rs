//! `history`, `undo` and `redo`: the trail, and the way back.

use super::failure::Failure;
use super::output::Format;
use super::session::Session;
use crate::model::{Entry, Verb};
use crate::report::{Cell, Column, Line, Table};
use crate::store::Whose;
use clap::Args;
use serde::Serialize;
use std::collections::BTreeMap;

/// Laat zien wie wanneer wat deed en waarom
#[derive(Debug, Args)]
pub(super) struct History {
    /// Hoeveel van de laatste stappen; 0 is alle
    #[arg(long, value_name = "N", default_value_t = 50)]
    limit: usize,
}

/// Maak je laatste stap ongedaan
#[derive(Debug, Args)]
#[command(
    after_help = "Er verdwijnt niets: ook het ongedaan maken staat in de geschiedenis, en met redo herstel je het."
)]
pub(super) struct Revert {
    /// De laatste stap van wie dan ook
    #[arg(long)]
    anyone: bool,
    /// Waarom, voor het logboek
    #[arg(long, default_value = "", value_name = "REDEN")]
    reason: String,
}

impl Revert {
    fn whose(&self) -> Whose {
        if self.anyone { Whose::Anyones } else { Whose::Own }
    }
}

#[derive(Serialize)]
struct Step<'a> {
    number: i64,
    time: String,
    actor: &'a str,
    what: String,
    reason: &'a str,
    undone: bool,
}

pub(super) fn run(args: &History, session: &mut Session) -> Result<(), Failure> {
    let workspace = session.open()?;
    let entries = workspace.entries()?;
    let undone = undone(&entries);
    let by_id: BTreeMap<_, _> = entries.iter().map(|entry| (entry.id, entry)).collect();
    let from = if args.limit == 0 { 0 } else { entries.len().saturating_sub(args.limit) };
    let steps = entries[from..].iter().map(|entry| {
        let target = entry.target.and_then(|id| by_id.get(&id).copied());
        Step {
            number: entry.number,
            time: jiff::Timestamp::from_microsecond(entry.time).map(|time| time.to_string()).unwrap_or_default(),
            actor: &entry.actor,
            what: (session.messages.entry)(entry, target),
            reason: &entry.reason,
            undone: undone.contains(&entry.number),
        }
    });
    if session.format() == Format::Json {
        let steps: Vec<Step<'_>> = steps.collect();
        return session.json(&serde_json::json!({ "total": entries.len(), "entries": steps }));
    }
    let heads = session.messages.words.heads;
    let mut table = Table::new("", Vec::new());
    table.columns = vec![
        Column::number(heads.number),
        Column::text(heads.when),
        Column::text(heads.who),
        Column::text(heads.what),
        Column::text(heads.why),
    ];
    for (step, entry) in steps.zip(&entries[from..]) {
        let what = if step.undone { format!("{} ({})", step.what, heads.undone) } else { step.what };
        table.rows.push(Line::body(vec![
            Cell::count(usize::try_from(step.number).unwrap_or_default(), None),
            Cell::text((session.messages.time)(entry.time, &session.zone)),
            Cell::text(step.actor),
            Cell::text(what),
            Cell::text(step.reason),
        ]));
    }
    session.table(&table, session.format())
}

/// The numbers of entries that stand undone.
fn undone(entries: &[Entry]) -> Vec<i64> {
    let mut last: BTreeMap<_, Verb> = BTreeMap::new();
    for entry in entries {
        if let Some(target) = entry.target {
            last.insert(target, entry.verb);
        }
    }
    entries.iter().filter(|entry| last.get(&entry.id) == Some(&Verb::Undo)).map(|entry| entry.number).collect()
}

pub(super) fn undo(args: &Revert, session: &mut Session) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    let entry = workspace.undo(args.whose(), &args.reason)?.value;
    session.say(&(session.messages.done.undone)(&entry));
    Ok(())
}

pub(super) fn redo(args: &Revert, session: &mut Session) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    let entry = workspace.redo(args.whose(), &args.reason)?.value;
    session.say(&(session.messages.done.redone)(&entry));
    Ok(())
}
