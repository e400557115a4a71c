//! Coding apart before coding together: while a pair has not both finished a transcript, neither should see what the
//! other put on it, or the second coding is no second opinion (independent coding, as every coefficient of agreement
//! between coders assumes; Krippendorff 2018, ch. 12).

use super::list::At;
use super::{Study, Text};
use crate::model::{Coder, fold_name};
use std::collections::BTreeSet;

impl Study {
    /// The coders with a coding in a text, by position.
    #[must_use]
    pub fn coders_in(&self, text: At<Text>) -> BTreeSet<At<Coder>> {
        self.places_in(text).iter().flat_map(|place| self.codings_on(place)).map(|coding| coding.coder).collect()
    }

    /// The coders who have finished a text, by position.
    #[must_use]
    pub fn finished_in(&self, text: At<Text>) -> BTreeSet<At<Coder>> {
        let id = self.texts[text].row.id;
        let finishes = self.rows().finishes.iter().filter(|row| row.transcript == id);
        let position = |coder| self.coders.iter().find(|(_, row)| row.id == coder).map(|(at, _)| at);
        finishes.filter_map(|row| position(row.coder)).collect()
    }

    /// Whether the codings of others in a text are to stay hidden from a coder: others have coded it, and no pair has
    /// finished it. Once two have, everyone may see, also who comes later.
    #[must_use]
    pub fn others_are_hidden(&self, text: At<Text>, coder: &str) -> bool {
        let wanted = fold_name(coder);
        let own = self.coders.iter().find(|(_, row)| fold_name(&row.name) == wanted).map(|(at, _)| at);
        let coded = self.coders_in(text);
        let others = coded.iter().any(|at| Some(*at) != own);
        others && self.finished_in(text).len() < 2
    }
}
