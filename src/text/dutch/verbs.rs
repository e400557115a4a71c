//! Verbs that come apart: *opbellen* is *bellen* with the particle *op*, and *zij belde hem op* is a use of it.

use super::{Lexicon, analyses};

/// Particles that part from their verb in a main clause, folded.
pub const PARTICLES: &[&str] = &[
    "aan",
    "achter",
    "achteraan",
    "achterna",
    "achterom",
    "achterop",
    "achterover",
    "achteruit",
    "af",
    "bij",
    "bijeen",
    "binnen",
    "boven",
    "dicht",
    "deel",
    "door",
    "dood",
    "droog",
    "er",
    "fijn",
    "gade",
    "gelijk",
    "gerust",
    "gevangen",
    "glad",
    "goed",
    "groot",
    "hard",
    "heen",
    "hoog",
    "huis",
    "in",
    "ineen",
    "kapot",
    "klaar",
    "klem",
    "kwijt",
    "langs",
    "leeg",
    "lief",
    "los",
    "mede",
    "mee",
    "mis",
    "na",
    "neer",
    "om",
    "omhoog",
    "omlaag",
    "omver",
    "onder",
    "op",
    "opeen",
    "open",
    "over",
    "overeen",
    "paard",
    "plaats",
    "plat",
    "prijs",
    "raak",
    "recht",
    "rond",
    "samen",
    "scheef",
    "schoon",
    "schuil",
    "stand",
    "stil",
    "stop",
    "stuk",
    "tegemoet",
    "tegen",
    "tekort",
    "teleur",
    "teloor",
    "tentoon",
    "terecht",
    "terneer",
    "terug",
    "teweeg",
    "thuis",
    "toe",
    "tussen",
    "uit",
    "uiteen",
    "vast",
    "veil",
    "vol",
    "voor",
    "voorbij",
    "voorop",
    "voort",
    "vooruit",
    "vrij",
    "waar",
    "warm",
    "wakker",
    "weer",
    "weg",
    "zwart",
];

/// The two parts of a separable verb.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Separable {
    /// What stands apart: *op*.
    pub particle: String,
    /// The infinitive of the rest: *bellen*.
    pub verb: String,
}

/// The parts of an infinitive that comes apart; none when it does not, or is not known.
#[must_use]
pub fn separable(infinitive: &str) -> Option<Separable> {
    let verb = Lexicon::shipped().verb_within(infinitive)?;
    let particle = infinitive.strip_suffix(verb.as_str())?.to_owned();
    Some(Separable { particle, verb })
}

/// The infinitives of a form that can be the verb of a sentence: *belde* gives *bellen*. An infinitive gives itself.
#[must_use]
pub fn infinitives(form: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for analysis in analyses(form).into_iter().filter(|analysis| analysis.class.is_finite()) {
        if !found.contains(&analysis.lemma) {
            found.push(analysis.lemma);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separable_verbs_give_their_parts() {
        let cases = [
            ("opbellen", Some(("op", "bellen"))),
            ("teleurstellen", Some(("teleur", "stellen"))),
            ("aankomen", Some(("aan", "komen"))),
            ("uitbreiden", Some(("uit", "breiden"))),
            ("meedoen", Some(("mee", "doen"))),
            ("deelnemen", Some(("deel", "nemen"))),
            ("voorbereiden", Some(("voor", "bereiden"))),
            ("bellen", None),
            ("verlopen", None),
            ("onderzoeken", None),
            ("antwoorden", None),
            ("overtuigen", None),
            ("huis", None),
            ("", None),
        ];
        for (infinitive, expected) in cases {
            let parts = separable(infinitive);
            assert_eq!(parts.as_ref().map(|p| (p.particle.as_str(), p.verb.as_str())), expected, "{infinitive}");
        }
    }

    #[test]
    fn finite_forms_give_their_infinitive() {
        let cases: &[(&str, &[&str])] = &[
            ("belde", &["bellen"]),
            ("belden", &["bellen"]),
            ("bel", &["bellen"]),
            ("liep", &["lopen"]),
            ("heeft", &["hebben"]),
            ("komt", &["komen"]),
            ("lopen", &["lopen"]),
            ("gelopen", &[]),
            ("huis", &["huizen"]),
            ("xyz", &[]),
        ];
        for (form, expected) in cases {
            assert_eq!(infinitives(form), *expected, "{form}");
        }
    }

    #[test]
    fn the_particles_are_in_order_and_each_stands_once() {
        let mut sorted: Vec<&str> = PARTICLES.to_vec();
        sorted.dedup();
        assert_eq!(sorted.len(), PARTICLES.len());
    }
}
