//! How made-up Dutch words are spelled. A stem is put together from syllables (onset, vowel, coda) and then inflected
//! by the rules of Dutch spelling: *maak, maken*; *pak, pakken*; *huis, huizen*; *bal, balletje*; *fietste* but
//! *reisde*. The words mean nothing; what matters is that their forms relate to each other the way Dutch forms do,
//! since search folds and stems them.

use rand::Rng;
use rand::seq::IndexedRandom;

/// The vowel of a last syllable, by what an ending does to its spelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Vowel {
    /// *pak*: the consonant doubles before a vowel.
    Short(&'static str),
    /// *maak*: written twice, but once in an open syllable.
    Long(&'static str),
    /// *boek*: always written the same.
    Fixed(&'static str),
    /// The unstressed *e* of *borstel*.
    Weak,
}

/// A word before its endings: everything up to the last vowel, that vowel, and the consonants after it as they sound
/// before a vowel (*huiz*, *briev*).
#[derive(Debug, Clone)]
pub(crate) struct Stem {
    head: String,
    vowel: Vowel,
    coda: &'static str,
}

/// Forms of one word, each with how much rarer it is than the most frequent one.
pub(crate) type Forms = Vec<(f64, String)>;

/// How a verb begins.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Prefix {
    /// *ge-* in the participle.
    None,
    /// *be-, ver-, ont-*: no *ge-* in the participle.
    Fixed(&'static str),
    /// *op-, aan-*: before *ge-*, and apart from the verb in a main clause.
    Separable(&'static str),
}

#[rustfmt::skip]
const ONSETS: &[&str] = &[
    "b", "d", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "z", "b", "d", "h", "k", "l", "m", "r",
    "v", "w", "bl", "br", "dr", "dw", "fl", "fr", "gl", "gr", "kl", "kn", "kr", "kw", "pl", "pr", "sch", "schr", "sl",
    "sm", "sn", "sp", "spr", "st", "str", "tr", "tw", "vl", "vr", "zw",
];
#[rustfmt::skip]
const SHORT_CODAS: &[&str] = &[
    "b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "k", "l", "n", "p", "r", "s", "t", "ch", "cht", "ft",
    "ks", "ld", "lg", "lk", "lm", "lp", "lv", "mp", "nd", "ng", "nk", "ns", "nst", "nt", "ps", "rd", "rg", "rk", "rm",
    "rn", "rp", "rs", "rst", "rt", "rv", "rz", "sp", "st", "ts",
];
#[rustfmt::skip]
const LONG_CODAS: &[&str] = &[
    "b", "d", "g", "k", "l", "m", "n", "p", "r", "t", "v", "z", "d", "g", "k", "l", "n", "r", "t", "v", "z", "nd",
    "rd", "rt", "st", "ns", "ts",
];
const FIXED_VOWELS: &[&str] = &["ie", "oe", "eu", "ui", "ij", "ei", "ou", "au", "ie", "oe", "ij"];
const SINGLE_VOWELS: &[&str] = &["a", "e", "o", "u"];
const SHORT_VOWELS: &[&str] = &["a", "e", "i", "o", "u"];

impl Stem {
    /// A stem of this many syllables.
    pub(crate) fn make(syllables: usize, rng: &mut impl Rng) -> Self {
        let mut head = String::new();
        for place in 0..syllables {
            if place > 0 || !rng.random_ratio(1, 14) {
                head.push_str(pick(ONSETS, rng));
            }
            if place + 1 == syllables {
                break;
            }
            match rng.random_range(0..5) {
                0 | 1 => head.push_str(pick(SINGLE_VOWELS, rng)),
                2 => head.push_str(pick(FIXED_VOWELS, rng)),
                _ => {
                    head.push_str(pick(SHORT_VOWELS, rng));
                    head.push_str(pick(&["l", "m", "n", "r", "s", "k", "p", "t"], rng));
                }
            }
        }
        let (vowel, codas) = match rng.random_range(0..10) {
            0..=4 => (Vowel::Short(pick(SHORT_VOWELS, rng)), SHORT_CODAS),
            5..=7 => (Vowel::Long(pick(SINGLE_VOWELS, rng)), LONG_CODAS),
            _ => (Vowel::Fixed(pick(FIXED_VOWELS, rng)), LONG_CODAS),
        };
        let stem = Self { head, vowel, coda: pick(codas, rng) };
        if rng.random_ratio(1, 6) {
            let coda = pick(&["l", "r", "l", "r", "n", "m"], rng);
            return Self { head: stem.before_vowel(), vowel: Vowel::Weak, coda };
        }
        stem
    }

    /// The same stem with a word in front of it: the way compounds are made.
    pub(crate) fn after(&self, first: &str) -> Self {
        Self { head: format!("{first}{}", self.head), ..self.clone() }
    }

    /// The stem as a word of its own: *maak*, *huis*.
    pub(crate) fn bare(&self) -> String {
        let coda = match self.coda.strip_suffix(['v', 'z']) {
            Some(rest) if self.coda.ends_with('v') => format!("{rest}f"),
            Some(rest) => format!("{rest}s"),
            None => self.coda.to_owned(),
        };
        let vowel = match self.vowel {
            Vowel::Long(vowel) => vowel.repeat(2),
            Vowel::Short(vowel) | Vowel::Fixed(vowel) => vowel.to_owned(),
            Vowel::Weak => "e".to_owned(),
        };
        format!("{}{vowel}{coda}", self.head)
    }

    /// The stem as it stands before an ending that begins with a vowel: *mak-*, *pakk-*, *huiz-*.
    pub(crate) fn before_vowel(&self) -> String {
        let Self { head, coda, .. } = self;
        match self.vowel {
            Vowel::Short(vowel) if coda.len() == 1 => format!("{head}{vowel}{coda}{coda}"),
            Vowel::Long(vowel) if coda.len() > 1 => format!("{head}{vowel}{vowel}{coda}"),
            Vowel::Short(vowel) | Vowel::Long(vowel) | Vowel::Fixed(vowel) => format!("{head}{vowel}{coda}"),
            Vowel::Weak => format!("{head}e{coda}"),
        }
    }

    /// The first part of a compound, linked with nothing, *s* or *en*.
    pub(crate) fn linked(&self, rng: &mut impl Rng) -> String {
        match rng.random_range(0..20) {
            0..=10 => self.bare(),
            11..=15 if !self.bare().ends_with('s') => self.bare() + "s",
            _ if self.vowel == Vowel::Weak => self.bare(),
            _ => self.before_vowel() + "en",
        }
    }

    /// Singular, plural, diminutive and its plural.
    pub(crate) fn noun(&self) -> Forms {
        let (bare, open) = (self.bare(), self.before_vowel());
        let plural = if self.vowel == Vowel::Weak { format!("{bare}s") } else { format!("{open}en") };
        let small = self.diminutive();
        vec![(1.0, bare), (1.8, plural), (7.0, small.clone()), (14.0, small + "s")]
    }

    fn diminutive(&self) -> String {
        let bare = self.bare();
        let strong_short = matches!(self.vowel, Vowel::Short(_));
        match self.coda {
            "l" | "m" | "n" | "r" | "ng" if strong_short => self.before_vowel() + "etje",
            coda if coda.ends_with('m') => bare + "pje",
            "l" | "n" | "r" | "rn" => bare + "tje",
            _ => bare + "je",
        }
    }

    /// Present, past and participles.
    pub(crate) fn verb(&self, prefix: Prefix) -> Forms {
        let (bare, open) = (self.bare(), self.before_vowel());
        let dental =
            if self.coda.ends_with(['t', 'k', 'f', 's', 'p']) || self.coda.ends_with("ch") { "t" } else { "d" };
        let present = if bare.ends_with('t') { bare.clone() } else { format!("{bare}t") };
        let complete = if bare.ends_with(['t', 'd']) { bare.clone() } else { format!("{bare}{dental}") };
        let (front, participle) = match prefix {
            Prefix::None => ("", with_ge(&complete)),
            Prefix::Fixed(front) => (front, format!("{front}{complete}")),
            Prefix::Separable(front) => (front, format!("{front}{}", with_ge(&complete))),
        };
        let mut forms = vec![
            (1.0, format!("{front}{open}en")),
            (1.4, participle.clone()),
            (9.0, format!("{front}{open}end")),
            (11.0, format!("{front}{open}ende")),
        ];
        // After a dental the stem would change once more (gezet, gezette), so those participles stay uninflected.
        if !bare.ends_with(['t', 'd']) {
            forms.push((5.0, participle + "e"));
        }
        // A separable verb is one word in a subordinate clause only, so these forms are rarer there.
        let rarer = if matches!(prefix, Prefix::Separable(_)) { 3.0 } else { 1.0 };
        forms.extend([
            (1.2 * rarer, format!("{front}{present}")),
            (2.2 * rarer, format!("{front}{bare}{dental}e")),
            (3.5 * rarer, format!("{front}{bare}{dental}en")),
        ]);
        forms
    }

    /// The third person singular without a prefix: what is left of a separable verb in a main clause.
    pub(crate) fn finite(&self) -> String {
        let bare = self.bare();
        if bare.ends_with('t') { bare } else { bare + "t" }
    }

    /// The adjective with its degrees.
    pub(crate) fn adjective(&self) -> Forms {
        let (bare, open) = (self.bare(), self.before_vowel());
        let more = if self.coda.ends_with('r') { format!("{bare}der") } else { format!("{open}er") };
        let most = if bare.ends_with('s') { format!("{bare}t") } else { format!("{bare}st") };
        vec![
            (1.3, bare),
            (1.0, format!("{open}e")),
            (3.0, more.clone()),
            (7.0, more + "e"),
            (6.0, most.clone()),
            (5.0, most + "e"),
        ]
    }

    /// Longer words derived from the stem: *-ing*, *-heid*, *-er*, *-ster*, *-loos*, *-achtig*, *-baar*, *-schap*.
    pub(crate) fn derived(&self, rng: &mut impl Rng) -> Forms {
        let (bare, open) = (self.bare(), self.before_vowel());
        match rng.random_range(0..6) {
            0 | 1 => vec![(1.0, format!("{open}ing")), (2.0, format!("{open}ingen"))],
            2 => vec![(1.0, format!("{bare}heid")), (4.0, format!("{bare}heden"))],
            3 => vec![(1.0, format!("{open}er")), (1.5, format!("{open}ers")), (6.0, format!("{bare}ster"))],
            4 => vec![(1.0, format!("{bare}loos")), (1.0, format!("{bare}loze")), (3.0, format!("{bare}achtig"))],
            _ => vec![(1.0, format!("{bare}baar")), (1.2, format!("{bare}bare")), (3.0, format!("{bare}schap"))],
        }
    }

    /// A noun that ends in a full vowel, like *auto, auto's, autootje*.
    pub(crate) fn open_noun(&self, rng: &mut impl Rng) -> Forms {
        let (base, vowel) = (self.before_vowel(), pick(&["a", "o", "u"], rng));
        vec![
            (1.0, format!("{base}{vowel}")),
            (1.5, format!("{base}{vowel}'s")),
            (8.0, format!("{base}{vowel}{vowel}tje")),
        ]
    }
}

/// *ge-* before a participle, with a diaeresis where two vowels would be read as one: *geërfd*, *geïnd*, *geijkt*.
fn with_ge(participle: &str) -> String {
    let rest = |first| participle.strip_prefix(first).unwrap_or_default();
    match participle.get(..2) {
        Some("ij" | "ie" | "ui") => format!("ge{participle}"),
        _ if participle.starts_with('e') => format!("geë{}", rest('e')),
        _ if participle.starts_with('i') => format!("geï{}", rest('i')),
        _ if participle.starts_with('u') => format!("geü{}", rest('u')),
        _ => format!("ge{participle}"),
    }
}

fn pick(list: &[&'static str], rng: &mut impl Rng) -> &'static str {
    list.choose(rng).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Forms, Prefix, Stem, Vowel};

    fn words(forms: &Forms) -> String {
        forms.iter().map(|(_, form)| form.as_str()).collect::<Vec<_>>().join(" ")
    }

    fn stem(head: &str, vowel: Vowel, coda: &'static str) -> Stem {
        Stem { head: head.to_owned(), vowel, coda }
    }

    #[test]
    fn nouns_are_spelled_as_in_dutch() {
        let cases = [
            (stem("b", Vowel::Short("a"), "l"), "bal ballen balletje balletjes"),
            (stem("m", Vowel::Long("a"), "n"), "maan manen maantje maantjes"),
            (stem("h", Vowel::Fixed("ui"), "z"), "huis huizen huisje huisjes"),
            (stem("br", Vowel::Fixed("ie"), "v"), "brief brieven briefje briefjes"),
            (stem("b", Vowel::Fixed("oe"), "k"), "boek boeken boekje boekjes"),
            (stem("p", Vowel::Long("a"), "rd"), "paard paarden paardje paardjes"),
            (stem("b", Vowel::Long("o"), "m"), "boom bomen boompje boompjes"),
            (stem("r", Vowel::Short("i"), "ng"), "ring ringen ringetje ringetjes"),
            (stem("borst", Vowel::Weak, "l"), "borstel borstels borsteltje borsteltjes"),
        ];
        for (stem, expected) in cases {
            assert_eq!(words(&stem.noun()), expected);
        }
    }

    #[test]
    fn verbs_are_spelled_as_in_dutch() {
        let cases = [
            (
                stem("m", Vowel::Long("a"), "k"),
                Prefix::None,
                "maken gemaakt makend makende gemaakte maakt maakte maakten",
            ),
            (
                stem("p", Vowel::Short("a"), "k"),
                Prefix::None,
                "pakken gepakt pakkend pakkende gepakte pakt pakte pakten",
            ),
            (
                stem("r", Vowel::Fixed("ei"), "z"),
                Prefix::None,
                "reizen gereisd reizend reizende gereisde reist reisde reisden",
            ),
            (stem("z", Vowel::Short("e"), "t"), Prefix::None, "zetten gezet zettend zettende zet zette zetten"),
            (
                stem("w", Vowel::Short("e"), "rk"),
                Prefix::Fixed("ver"),
                "verwerken verwerkt verwerkend verwerkende verwerkte verwerkt verwerkte verwerkten",
            ),
            (
                stem("b", Vowel::Short("e"), "l"),
                Prefix::Separable("op"),
                "opbellen opgebeld opbellend opbellende opgebelde opbelt opbelde opbelden",
            ),
            (stem("", Vowel::Short("e"), "rv"), Prefix::None, "erven geërfd ervend ervende geërfde erft erfde erfden"),
        ];
        for (stem, prefix, expected) in cases {
            assert_eq!(words(&stem.verb(prefix)), expected);
        }
    }

    #[test]
    fn adjectives_are_spelled_as_in_dutch() {
        let cases = [
            (stem("d", Vowel::Short("u"), "n"), "dun dunne dunner dunnere dunst dunste"),
            (stem("w", Vowel::Long("a"), "r"), "waar ware waarder waardere waarst waarste"),
            (stem("w", Vowel::Fixed("ij"), "z"), "wijs wijze wijzer wijzere wijst wijste"),
        ];
        for (stem, expected) in cases {
            assert_eq!(words(&stem.adjective()), expected);
        }
    }
}
