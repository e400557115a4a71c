//! Finds verbs that stand apart from their particle: *belde* and *op* in `zij belde hem gisteren op`, and in `op te
//! bellen`, `op zou bellen`. Search writes *opbellen* beside them, so that one query finds the verb however it is used.
//!
//! The words of a turn or paragraph in; pairs of words with their infinitive out. A particle counts at the end of its
//! clause only: `hij loopt op straat` has a preposition. No sentence is parsed; the rules look at the words around a
//! particle, a bounded number of them, so that a whole study costs a fraction of its indexing.
//!
//! - `closed` the small words that the rules know, `helpers` verbs that help others, `verbs` what the lexicon says
//! - `clause` where clauses end, `cluster` verbs behind their particle, `finite` the verb before it

mod clause;
mod closed;
mod cluster;
mod finite;
mod helpers;
#[cfg(test)]
mod tests;
mod verbs;

use crate::text::words::Word;
use clause::{Clause, Gap};
use closed::Kind;
use verbs::Verbs;

/// A verb whose particle stands apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApartVerb {
    /// The infinitive, folded: *opbellen*.
    pub verb: String,
    /// Which word is the verb.
    pub core: usize,
    /// Which word is the particle.
    pub particle: usize,
}

/// The verb that was found for a particle.
struct Found {
    /// Which word it is.
    core: usize,
    /// What it may be a form of, without the particle.
    infinitives: Vec<String>,
}

/// The verbs among `words`, the words of `text`, whose particle stands apart; in the order of their particles. A form
/// of two verbs gives both.
#[must_use]
pub fn apart(text: &str, words: &[Word<'_>]) -> Vec<ApartVerb> {
    let clause = Clause { text, words };
    let mut verbs = Verbs::default();
    let mut apart = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let Some(kind) = Kind::of(&word.folded) else { continue };
        // `ten onder gaan` is no *ondergaan*, `naar buiten gaan` no *buitengaan*.
        let named = at > 0 && matches!(clause.word(at - 1), "ten" | "ter" | "naar");
        if named || clause.is_circled(at) {
            continue;
        }
        let found = if clause.gap(at) == Gap::None && clause.word(at + 1) == "te" {
            cluster::behind_te(&clause, &mut verbs, at)
        } else {
            cluster::behind(&clause, &mut verbs, at, kind).or_else(|| finite::before(&clause, &mut verbs, at, kind))
        };
        let Some(Found { core, infinitives }) = found else { continue };
        let joined = |verb: String| ApartVerb { verb: format!("{}{verb}", word.folded), core, particle: at };
        apart.extend(infinitives.into_iter().map(joined));
    }
    apart
}
