//! Whether a word that can be cut is a compound. *drukkings-groep* is; *kar-pers* is not, nor, for who searches, is
//! *ziekenhuis*: a word that everybody uses as one, and that builds compounds itself, is no longer read as its parts,
//! least of all by a short last part: *huis-bezoek* and *wijk-agent* still are.
//!
//! The weights are those of a logistic regression over the evidence of a cut. `examples/make-compounds --evidence`
//! prints it for any list of words, so that they can be fitted again.

use super::cutting::{Cutter, Cutting};
use crate::text::dutch::{Class, Lexicon, spelling};

/// Words that a verb parts with and that stand before nouns too: *voor-zitten*, *voor-gevel*.
const PARTICLES: &[&str] = &[
    "aan", "achter", "af", "bij", "bijeen", "binnen", "buiten", "door", "heen", "in", "los", "mee", "na", "neer", "om",
    "onder", "op", "over", "rond", "samen", "tegen", "terug", "toe", "tussen", "uit", "vast", "voor", "voort", "weg",
];

/// Endings that make a noun or an adjective of a verb.
const FROM_VERB: &[&str] = &[
    "", "en", "end", "ende", "enden", "ing", "ingen", "er", "ers", "der", "ders", "ster", "sters", "sel", "sels", "st",
    "t", "lijk", "lijke", "baar", "bare", "enis",
];

/// What speaks for and against a compound, in the order of their weights.
pub const EVIDENCE: [&str; 12] = [
    "cost",
    "cost of the last part",
    "bytes",
    "bytes of a known word",
    "known",
    "builds compounds itself",
    "familiar, with a last part of up to four bytes",
    "last part under four bytes",
    "last part of four bytes",
    "first part is a particle",
    "first part is unknown",
    "more than two parts",
];

/// The weight of each, and what the odds are without any.
const WEIGHTS: [f32; EVIDENCE.len()] = [-0.16, -0.34, 0.25, -0.06, -1.12, -0.82, -1.12, 1.31, 0.24, -1.3, -1.4, 0.35];
const BIAS: f32 = 5.65;

/// The evidence of a cut.
#[must_use]
pub fn evidence(cutter: Cutter<'_>, word: &str, cutting: &Cutting) -> [f32; EVIDENCE.len()] {
    let bytes = |text: &str| f32::from(u8::try_from(text.len()).unwrap_or(u8::MAX));
    let yes = |holds: bool| f32::from(u8::from(holds));
    let first = &word[..cutting.cuts.first().copied().unwrap_or_default()];
    let last = &word[cutting.last()..];
    let readings = cutter.lexicon.readings(word);
    let known = !readings.is_empty();
    let mut familiar = false;
    let mut itself = 0.0_f32;
    for lemma in readings.iter().map(|reading| reading.lemma.as_str()) {
        let of = cutter.counts.of(lemma);
        let linked = cutter.counts.of(&format!("{lemma}s")).first;
        familiar |= of.familiar;
        itself = itself.max([of.first, of.last, linked].into_iter().flatten().map(times).sum());
    }
    [
        cutting.cost,
        cutting.last_cost,
        bytes(word),
        if known { bytes(word) } else { 0.0 },
        yes(known),
        itself.ln_1p(),
        yes(familiar && last.len() <= 4),
        yes(last.len() < 4),
        yes(last.len() == 4),
        yes(is_particle(first)),
        yes(cutting.first_is_unknown),
        yes(cutting.cuts.len() > 1),
    ]
}

/// Whether it is a word that a verb parts with.
#[must_use]
pub fn is_particle(part: &str) -> bool {
    PARTICLES.contains(&part)
}

/// Whether a word with a particle in front is made of the verb with that particle, and not of the particle and a noun:
/// *aanbieding* of *aanbieden*, but *voorgevel* of *gevel*.
#[must_use]
pub fn is_from_verb(lexicon: &Lexicon<'_>, first: &str, rest: &str) -> bool {
    let is_verb = |verb: &str| lexicon.readings(verb).iter().any(|reading| reading.class == Class::Infinitive);
    let stems = FROM_VERB.iter().filter_map(|ending| rest.strip_suffix(ending)).filter(|stem| stem.len() > 1);
    is_particle(first)
        && (is_only_verb(lexicon, &format!("{first}{rest}"))
            || stems
                .flat_map(|stem| spelling::before_vowel(stem).into_iter().chain([stem.to_owned()]))
                .any(|stem| is_verb(&format!("{first}{stem}en"))))
}

/// Whether a word is known as a form of verbs alone.
fn is_only_verb(lexicon: &Lexicon<'_>, word: &str) -> bool {
    let readings = lexicon.readings(word);
    !readings.is_empty() && readings.iter().all(|reading| reading.class.is_verb())
}

/// How often a part was counted, from its cost.
fn times(cost: f32) -> f32 {
    /// The logarithm of the number of parts that were counted.
    const ALL: f32 = 12.3;
    (ALL - cost).exp()
}

/// How much more likely than not a cut word is a compound, as the logarithm of the odds.
#[must_use]
pub fn odds(cutter: Cutter<'_>, word: &str, cutting: &Cutting) -> f32 {
    let evidence = evidence(cutter, word, cutting);
    BIAS + evidence.iter().zip(WEIGHTS).map(|(value, weight)| value * weight).sum::<f32>()
}
