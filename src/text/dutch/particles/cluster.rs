//! Verbs behind their particle at the end of a clause: `op te bellen`, `op heeft gebeld`, `op zou kunnen bellen`, and
//! `plaats vindt`, which should have been written as one.

use super::Found;
use super::clause::{Clause, Gap};
use super::closed::{self, Kind};
use super::helpers;
use super::verbs::{Verbs, is_known_with};
use crate::text::dutch::Class;

/// Verbs between a particle and its verb at most: `op zou hebben kunnen bellen`.
const MOST_HELPERS: usize = 3;

/// The verb in `op te bellen`, `op te kunnen bellen`.
pub(super) fn behind_te<'t>(clause: &Clause<'t>, verbs: &mut Verbs<'t>, at: usize) -> Option<Found> {
    let particle = clause.word(at);
    let mut core = at + 2;
    while core < at + 2 + MOST_HELPERS
        && helpers::is_helper(clause.word(core))
        && verbs.is_infinitive(clause.word(core + 1))
    {
        core += 1;
    }
    let form = clause.word(core);
    if (at..core).any(|word| clause.gap(word) != Gap::None) || !verbs.is_infinitive(form) {
        return None;
    }
    // `op te hebben gebeld`
    if helpers::is_helper(form) && clause.gap(core) == Gap::None {
        let infinitives = verbs.joined(particle, clause.word(core + 1), |class| class == Class::Participle);
        if !infinitives.is_empty() {
            return Some(Found { core: core + 1, infinitives });
        }
    }
    // `om te vormen` and `door te dringen` have a particle where another `om` went before: `om het om te vormen`.
    if closed::leads_to_te(particle) && !clause.left(at).any(|word| clause.word(word) == "om") {
        return None;
    }
    // Behind a particle that leads to nothing else, any verb parts from it, known or not: but `er iets aan te doen`.
    let free = || !closed::may_lead_to_te(particle) && !clause.is_stranded(at, None);
    let parts = is_known_with(particle, form) || free();
    parts.then(|| Found { core, infinitives: vec![form.to_owned()] })
}

/// The verb in `op heeft gebeld`, `op zou kunnen bellen`, `plaats vindt`.
pub(super) fn behind<'t>(clause: &Clause<'t>, verbs: &mut Verbs<'t>, at: usize, kind: Kind) -> Option<Found> {
    let first = at + 1;
    let mut last = first;
    while last < first + MOST_HELPERS && clause.gap(last) == Gap::None && helpers::is_helper(clause.word(last)) {
        last += 1;
    }
    // The last of the helpers may be the verb itself: `uit gaat`.
    (first..=last).rev().take(2).find_map(|core| {
        let form = clause.word(core);
        let together = (at..core).all(|word| clause.gap(word) == Gap::None);
        if !together || closed::is_small(form) || closed::follows(form) || !clause.ends_after(core) {
            return None;
        }
        let behind_helper = core > first;
        let fits = |class: Class| class.is_finite() || (behind_helper && class == Class::Participle);
        let infinitives = verbs.joined(clause.word(at), form, fits);
        // `op schoot`, `door roken`, `waar hij op wacht`
        let is_preposition = kind == Kind::Preposition
            && (clause.is_stranded(at, None)
                || (!behind_helper && (verbs.may_be_noun(form) || verbs.is_infinitive(form))));
        (!infinitives.is_empty() && !is_preposition).then_some(Found { core, infinitives })
    })
}
