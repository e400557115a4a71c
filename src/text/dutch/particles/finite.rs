//! Which verb a particle at the end of a main clause goes with: the nearest one before it that the lexicon knows with
//! this particle, not beyond the clause it stands in.

use super::Found;
use super::clause::{Clause, Gap};
use super::closed::{self, Kind};
use super::helpers;
use super::verbs::Verbs;
use crate::text::dutch::{Class, separable};

/// Commas between a verb and its particle at most, as around a clause or a list inside theirs.
const MOST_COMMAS: usize = 4;

/// How near a particle stands to a verb that is mostly a helper, in words.
const NEAR: usize = 12;

/// The verb before the particle at `at`, with its infinitives.
pub(super) fn before<'t>(clause: &Clause<'t>, verbs: &mut Verbs<'t>, at: usize, kind: Kind) -> Option<Found> {
    if at == 0 || !clause.ends_after_particle(at, kind, verbs) || is_no_particle(clause, at, kind) {
        return None;
    }
    let particle = clause.word(at);
    let (mut own_verb, mut commas, mut one_clause) = (false, 0, true);
    let mut nearest = None;
    for word in clause.left(at) {
        if clause.gap(word) == Gap::Comma && word + 1 < at {
            (commas, one_clause) = (commas + 1, false);
            if own_verb || commas > MOST_COMMAS {
                return None;
            }
        }
        let form = clause.word(word);
        if closed::is_small(form) {
            if closed::joins(form) {
                if own_verb {
                    return None;
                }
                one_clause = false;
            } else if closed::begins_subclause(form) && word > 0 {
                own_verb = false;
            }
            continue;
        }
        let infinitives = verbs.joined(particle, form, Class::is_finite);
        if !infinitives.is_empty() && !clause.closes_subclause(word) && is_verb_here(clause, verbs, word) {
            let seldom = kind == Kind::Adverb || particle == "goed" || at - word > NEAR;
            let light = seldom && helpers::is_light(form, particle);
            let stranded = (kind == Kind::Preposition || particle == "mee") && clause.is_stranded(at, Some(word));
            return (!light && !stranded).then_some(Found { core: word, infinitives });
        }
        if verbs.is_clearly_finite(form) {
            nearest = nearest.or(one_clause.then_some(word));
            own_verb = true;
        }
    }
    unknown(clause, verbs, at, nearest?, kind)
}

/// Whether what stands before a particle makes it something else: `en terecht`, `tot in Assen`, `de weg`, `op-en`.
fn is_no_particle(clause: &Clause<'_>, at: usize, kind: Kind) -> bool {
    let previous = clause.word(at - 1);
    // `maar` alone is an adverb: `schrijf maar op`.
    let begins = matches!(previous, "en" | "of" | "want")
        || (previous == "maar" && (at < 2 || clause.gap(at - 2) >= Gap::Comma));
    let belongs = match kind {
        Kind::Preposition => matches!(previous, "tot" | "van"),
        Kind::Adverb | Kind::Word => closed::is_determiner(previous) && !closed::may_be_pronoun(previous),
    };
    // `we zaten daar, op die stenen`
    let apart = clause.gap(at - 1) >= Gap::Comma && clause.gap(at) == Gap::None;
    begins || belongs || apart || clause.gap(at - 1) == Gap::Hyphen
}

/// A verb that the lexicon does not know with the particle: only where nothing else can be meant, the particle the last
/// word before a comma or full stop, its clause without another verb.
fn unknown<'t>(clause: &Clause<'t>, verbs: &mut Verbs<'t>, at: usize, core: usize, kind: Kind) -> Option<Found> {
    let form = clause.word(core);
    let sure = kind != Kind::Word && clause.gap(at) >= Gap::Comma && !helpers::is_helper(form);
    if !sure || clause.is_stranded(at, Some(core)) {
        return None;
    }
    let verb = verbs.infinitive(form)?;
    separable(&verb).is_none().then(|| Found { core, infinitives: vec![verb] })
}

/// Whether a word that may be a finite verb is one at its place: no noun behind an article, no infinitive behind `te`
/// or a modal.
fn is_verb_here<'t>(clause: &Clause<'t>, verbs: &mut Verbs<'t>, at: usize) -> bool {
    let form = clause.word(at);
    let touching = |word: usize| if clause.gap(word) == Gap::None { clause.word(word) } else { "" };
    let previous = at.checked_sub(1).map_or("", touching);
    let next = if clause.gap(at) == Gap::None { clause.word(at + 1) } else { "" };
    if previous == "te" {
        return false;
    }
    let is = |wanted: Class| move |class: Class| class == wanted;
    if verbs.may_be_noun(form) {
        let counted =
            closed::is_determiner(previous) || (closed::counts(previous) && verbs.has(form, is(Class::Plural)));
        // `dat schreef hij`, `je staat op`: a pronoun with a verb in its third person or its past.
        let agrees =
            closed::may_be_subject(previous) && verbs.has(form, |class| matches!(class, Class::Present | Class::Past));
        if closed::is_preposition(previous) || (counted && !agrees) {
            return false;
        }
        // A bare stem is a noun nine times out of ten, but beside *ik* and at the head of an order.
        if verbs.has_only(form, Class::is_finite, is(Class::Stem)) {
            let opens = previous.is_empty() || closed::joins(previous);
            return opens || closed::is_speaker(previous) || closed::is_speaker(next);
        }
    }
    !verbs.has_only(form, Class::is_verb, is(Class::Infinitive)) || !is_governed(clause, verbs, at)
}

/// Whether a finite verb stands before an infinitive in its clause: `zij wil hem bellen`.
fn is_governed<'t>(clause: &Clause<'t>, verbs: &mut Verbs<'t>, at: usize) -> bool {
    let inside = |word: &usize| clause.gap(*word) != Gap::Comma && !closed::joins(clause.word(*word));
    clause.left(at).take_while(inside).any(|word| verbs.is_clearly_finite(clause.word(word)))
}
