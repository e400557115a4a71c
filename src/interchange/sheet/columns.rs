//! Which column means what: headings in Dutch or English, in any order, case and spacing.

use super::{Sheet, SheetRow};
use crate::interchange::fault::{Faults, Problem, shown};
use crate::model::{fold_name, nearest_names};

/// Where the known columns of a table stand, and which columns are not known.
pub(in crate::interchange) struct Columns<const N: usize> {
    /// For each meaning the column that has it.
    pub(in crate::interchange) at: [Option<usize>; N],
    /// Columns with another heading, in order.
    pub(in crate::interchange) others: Vec<usize>,
}

/// Finds the columns with a known meaning; `words` are the headings for each. Two columns with one meaning are a
/// fault.
pub(in crate::interchange) fn find_columns<const N: usize>(
    sheet: &Sheet,
    words: &[&[&str]; N],
    faults: &mut Faults<'_>,
) -> Columns<N> {
    let mut columns = Columns { at: [None; N], others: Vec::new() };
    let headings: Vec<&str> = sheet.headings().collect();
    for (column, heading) in headings.iter().enumerate() {
        let folded = fold_name(heading);
        match words.iter().position(|words| words.contains(&folded.as_str())) {
            Some(meaning) => match columns.at[meaning] {
                Some(first) => faults.add(
                    sheet.heading_offset(column),
                    Problem::ColumnTwice { first: shown(headings[first]), second: shown(heading) },
                ),
                None => columns.at[meaning] = Some(column),
            },
            None if folded.is_empty() => {}
            None => columns.others.push(column),
        }
    }
    columns
}

impl<const N: usize> Columns<N> {
    /// Refuses the columns whose heading is not known, naming the known ones it may have meant.
    pub(in crate::interchange) fn refuse_others(&self, sheet: &Sheet, words: &[&[&str]; N], faults: &mut Faults<'_>) {
        for column in &self.others {
            let heading = sheet.headings[*column].name.as_str();
            let nearest = nearest_names(heading, words.iter().flat_map(|words| words.iter().copied()));
            faults.add(sheet.heading_offset(*column), Problem::ColumnUnknown { name: shown(heading), nearest });
        }
    }

    /// Refuses a table without any of these columns.
    pub(in crate::interchange) fn require(
        &self,
        sheet: &Sheet,
        words: &[&[&'static str]; N],
        meaning: usize,
        faults: &mut Faults<'_>,
    ) -> bool {
        if self.at[meaning].is_none() {
            let wanted = words[meaning].to_vec();
            let others = self.others.iter().map(|column| sheet.headings[*column].name.as_str());
            let mut nearest = Vec::new();
            for name in wanted.iter().flat_map(|word| nearest_names(word, others.clone())) {
                if !nearest.contains(&name) {
                    nearest.push(name);
                }
            }
            faults.add(sheet.heading_offset(0), Problem::ColumnMissing { wanted, nearest });
        }
        self.at[meaning].is_some()
    }
}

const YES: [&str; 7] = ["ja", "yes", "1", "x", "true", "waar", "j"];
const NO: [&str; 7] = ["nee", "no", "0", "false", "onwaar", "n", ""];

/// Whether a cell says yes; an empty one says no, and so does a column that is not there.
pub(in crate::interchange) fn yes_or_no(row: &SheetRow<'_>, column: Option<usize>, faults: &mut Faults<'_>) -> bool {
    let Some(at) = column else { return false };
    let found = row.trimmed(column);
    let among = |words: &[&str]| words.iter().any(|word| word.eq_ignore_ascii_case(&found));
    let yes = among(&YES);
    if !yes && !among(&NO) {
        let known = vec!["ja", "nee"];
        faults.add(row.offset(column), Problem::WordUnknown { field: row.heading(at), found: shown(&found), known });
    }
    yes
}
