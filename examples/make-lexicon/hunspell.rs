//! Reads a Hunspell dictionary of Dutch: each word with its flags, and the forms that the flags make of it. `OpenTaal`'s
//! flags come in families that say what kind of form they make, see [`Family`]. Compounding flags make no forms here.

use std::collections::HashMap;

/// What the forms of a flag are of their word, by the comments in the affix file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Family {
    /// *team, teams; legende, legenden*.
    Plural,
    /// *tuin, tuintje, tuintjes*.
    Diminutive,
    /// *loop, loopt*: the third person of a stem.
    Present,
    /// *bel, belde, belden*: the past of a stem.
    PastOfStem,
    /// *rammelt, rammelde*: the past of a third person.
    PastOfPresent,
    /// *bellen, bellend, bellende*: the word is an infinitive.
    PresentParticiple,
    /// *gebeld, gebelde*: the word is a participle.
    Participle,
    /// *lelijk, lelijke*.
    Inflected,
    /// *lelijk, lelijker, lelijkere, lelijkers*.
    Comparative,
    /// *lelijk, lelijkst, lelijkste*.
    Superlative,
    /// *Anna, Anna's*.
    Genitive,
    /// A verb with a prefix; the form is what the word is.
    Prefixed,
}

impl Family {
    fn of(flag: &str) -> Option<Self> {
        Some(match flag {
            "Za" | "Zb" | "Zc" | "Zd" | "Ze" | "Zf" | "Zg" | "Zh" | "Zi" | "Zj" | "Zu" | "Zx" => Self::Plural,
            "Ya" | "Yb" | "Yc" | "Yd" | "Ye" | "Yf" | "Yg" => Self::Diminutive,
            "V3" => Self::Present,
            "Vp" | "Vq" => Self::PastOfStem,
            "Va" | "Vb" => Self::PastOfPresent,
            "Vi" => Self::PresentParticiple,
            "Ve" => Self::Participle,
            "Aa" | "Al" | "Am" | "An" | "Ar" | "Ai" => Self::Inflected,
            "Ab" | "Ac" | "Ao" | "Ap" | "Aq" | "As" | "At" | "Au" | "Av" | "Aw" | "Ax" | "Ay" => Self::Comparative,
            "Ad" | "Ae" => Self::Superlative,
            "PN" => Self::Genitive,
            _ => return None,
        })
    }
}

impl Family {
    /// Whether only the stem of a verb has such forms.
    pub(crate) fn is_of_verb(self) -> bool {
        matches!(self, Self::Present | Self::PastOfStem | Self::PastOfPresent)
    }
}

/// One rule of the affix file.
#[derive(Debug, Clone)]
struct Affix {
    strip: String,
    add: String,
    /// What the word ends with, one set of letters per place, and whether the set is of what it must not be.
    ending: Vec<(bool, Vec<char>)>,
}

impl Affix {
    fn applied_to(&self, word: &str) -> Option<String> {
        let mut from_end = word.chars().rev();
        for (not, letters) in self.ending.iter().rev() {
            if letters.contains(&from_end.next()?) == *not {
                return None;
            }
        }
        Some(format!("{}{}", word.strip_suffix(self.strip.as_str())?, self.add))
    }
}

/// A form that a flag makes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Form {
    /// The form.
    pub(crate) form: String,
    /// What it is of its word.
    pub(crate) family: Family,
}

/// A word of the dictionary.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    /// The word as it is written.
    pub(crate) word: String,
    /// Its flags.
    pub(crate) flags: Vec<String>,
    /// The forms that the flags make.
    pub(crate) forms: Vec<Form>,
}

/// The words of a dictionary that may stand by themselves, given the contents of its two files.
pub(crate) fn read(affixes: &str, dictionary: &str) -> Vec<Entry> {
    let (suffixes, prefixes) = affix_rules(affixes);
    let mut entries = Vec::new();
    for line in dictionary.lines().skip(1) {
        let Some(entry) = line.split_whitespace().next().filter(|entry| !entry.contains("\\/")) else { continue };
        let (word, flags) = entry.split_once('/').unwrap_or((entry, ""));
        let flags: Vec<String> =
            flags.chars().collect::<Vec<char>>().chunks(2).map(|pair| pair.iter().collect()).collect();
        // Forbidden words, and words that only stand inside others.
        if flags.iter().any(|flag| flag == "Fw" || flag == "Cx") {
            continue;
        }
        let word = plain(word);
        let mut forms = Vec::new();
        for flag in &flags {
            if let (Some(rules), Some(family)) = (suffixes.get(flag), Family::of(flag)) {
                forms.extend(rules.iter().filter_map(|rule| Some(Form { form: rule.applied_to(&word)?, family })));
            }
        }
        for prefix in flags.iter().filter_map(|flag| prefixes.get(flag)) {
            forms.push(Form { form: format!("{prefix}{word}"), family: Family::Prefixed });
        }
        entries.push(Entry { word, flags, forms });
    }
    entries
}

/// *ij* as two letters.
fn plain(text: &str) -> String {
    text.replace('ĳ', "ij").replace('Ĳ', "IJ")
}

/// The suffix rules by flag, and the prefix of each prefix flag.
fn affix_rules(affixes: &str) -> (HashMap<String, Vec<Affix>>, HashMap<String, String>) {
    let mut suffixes: HashMap<String, Vec<Affix>> = HashMap::new();
    let mut prefixes = HashMap::new();
    for line in affixes.lines() {
        let fields: Vec<&str> = line.split_whitespace().take_while(|field| !field.starts_with('#')).collect();
        let (kind, flag, strip, add) = match fields[..] {
            [kind, flag, strip, add, ..] if strip != "Y" && strip != "N" => (kind, flag, strip, add),
            _ => continue,
        };
        let add = plain(add.split('/').next().unwrap_or_default());
        if add.ends_with('-') {
            continue;
        }
        if kind == "PFX" && flag.starts_with('P') {
            prefixes.insert(flag.to_owned(), add);
        } else if kind == "SFX" {
            let strip = if strip == "0" { String::new() } else { plain(strip) };
            let ending = fields.get(4).map_or_else(Vec::new, |condition| places(condition));
            suffixes.entry(flag.to_owned()).or_default().push(Affix { strip, add, ending });
        }
    }
    (suffixes, prefixes)
}

/// The places of a condition such as `[^eo]` or `ium`.
fn places(condition: &str) -> Vec<(bool, Vec<char>)> {
    let mut places = Vec::new();
    let mut chars = condition.chars();
    while let Some(c) = chars.next() {
        match c {
            '.' | ':' => {}
            '[' => {
                let set: Vec<char> = chars.by_ref().take_while(|c| *c != ']').collect();
                match set.split_first() {
                    Some(('^', rest)) => places.push((true, rest.to_vec())),
                    _ => places.push((false, set)),
                }
            }
            _ => places.push((false, vec![c])),
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_make_the_forms_of_a_word() {
        let affixes = "SFX Zb Y 3\nSFX Zb 0 en/CaCbCp [^eo] ts:NN2\nSFX Zb 0 ën/CaCbCp [eo] ts:NN2\nSFX Zb 0 en-/CaCbCp [^eo]\n\
                       SFX Zd Y 1\nSFX Zd heid heden/CaCbCp . ts:NN2\nPFX Pb Y 1\nPFX Pb 0 aan .\n# SFX Zz 0 x .";
        let dictionary = "6\ntuin/ZbCc\nzee/Zb\nĳdelheid/Zd\nliep/Pb\nfout/ZbFw\nlos";
        let forms: Vec<(String, Vec<String>)> = read(affixes, dictionary)
            .into_iter()
            .map(|entry| (entry.word, entry.forms.into_iter().map(|form| form.form).collect()))
            .collect();
        let expected = [
            ("tuin", vec!["tuinen"]),
            ("zee", vec!["zeeën"]),
            ("ijdelheid", vec!["ijdelheden"]),
            ("liep", vec!["aanliep"]),
            ("los", vec![]),
        ];
        let expected: Vec<(String, Vec<String>)> =
            expected.map(|(word, forms)| (word.to_owned(), forms.into_iter().map(str::to_owned).collect())).to_vec();
        assert_eq!(forms, expected);
    }
}
