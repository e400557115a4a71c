//! The next picture. A verb's changes are laid over the rows of the last picture, tables that did not change are
//! shared, and the indexes are built anew: with 60,000 codings that takes some tens of milliseconds. Where only codings
//! changed there is a shorter way (`codings`); a property test holds both to a rebuild.

mod codings;

use super::Study;
use crate::model::{Change, Changes, Id, Row, Rows};
use rustc_hash::FxHashMap;
use std::sync::Arc;

impl Study {
    /// The picture after these changes.
    #[must_use]
    pub fn apply(&self, changes: &Changes) -> Self {
        let Some(entry) = &changes.entry else { return self.clone() };
        let mut rows = self.rows().clone();
        lay_over(&mut rows, &changes.rows);
        if !changes.structures.is_empty() || rows.transcripts.len() != self.rows().transcripts.len() {
            let used: std::collections::BTreeSet<_> = rows.transcripts.iter().map(|row| row.structure).collect();
            let structures = Arc::make_mut(&mut rows.structures);
            structures.extend(changes.structures.iter().cloned());
            structures.retain(|id, _| used.contains(id));
        }
        codings::after_codings(self, &rows, entry.number, &changes.rows)
            .unwrap_or_else(|| Self::build(rows, entry.number))
    }
}

fn lay_over(rows: &mut Rows, changes: &[Change]) {
    macro_rules! lay {
        ($($noun:ident in $plural:ident),* $(,)?) => {
            $({
                let mut latest = FxHashMap::default();
                for change in changes {
                    match (&change.before, &change.after) {
                        (_, Some(Row::$noun(after))) => drop(latest.insert(after.id, Some(after.clone()))),
                        (Some(Row::$noun(before)), None) => drop(latest.insert(before.id, None)),
                        _ => {}
                    }
                }
                if !latest.is_empty() {
                    merge(Arc::make_mut(&mut rows.$plural), latest, |row| row.id);
                }
            })*
        };
    }
    lay!(
        Project in projects, Case in cases, Role in roles, Participant in participants, Transcript in transcripts,
        Speaker in speakers, Attribute in attributes, Coder in coders, Code in codes, Taxonomy in taxonomies,
        Footnote in footnotes, Placement in placements, Fragment in fragments, Anchor in anchors, Coding in codings,
        Finish in finishes, Quote in quotes, Memo in memos, Citation in citations,
        Synonym in synonyms, Comment in comments,
    );
}

/// Lays changed rows over a table that is in the order of its ids; `None` takes a row away.
fn merge<T>(table: &mut Vec<T>, mut latest: FxHashMap<Id<T>, Option<T>>, id: impl Fn(&T) -> Id<T>) {
    table.retain_mut(|row| match latest.remove(&id(row)) {
        None => true,
        Some(None) => false,
        Some(Some(after)) => {
            *row = after;
            true
        }
    });
    let before = table.len();
    table.extend(latest.into_values().flatten());
    if table.len() > before {
        table.sort_by_key(|row| id(row));
    }
}
