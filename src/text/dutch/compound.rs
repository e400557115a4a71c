//! The parts inside a compound, so that who looks for *agent* with "ook in samenstellingen" finds *wijkagent* too, and
//! *gemeenteraad* is found in *deelgemeenteraadsleden*. A folded word goes in; out come its parts as they stand there and
//! as dictionary words (*draag* and *dragen* in *draaglast*, *aandacht* in *aandachtspunten*), and the compounds inside.
//!
//! [`cutting`] finds the cheapest cut, [`judgement`] says whether it is one that a reader would make, [`productivity`]
//! holds the counts that both rest on. A first part stands in plain sight at the beginning of the word and is given
//! already when a compound is likely; the last part, and all others, only when it is beyond doubt.

pub mod cutting;
pub mod judgement;
pub mod productivity;

use super::{Class, Lexicon, lemmas, spelling};
use cutting::{Cutter, Cutting, LONGEST};
use judgement::{is_from_verb, odds};
use productivity::Productivity;

/// Odds from which the first part of a word is given, and those from which all parts are.
const FIRST_PART: f32 = -1.5;
const ALL_PARTS: f32 = 1.06;

/// The shortest part that is looked into again, in bytes, and the highest cost of its parts for each of them.
const SHORTEST_INNER: usize = 6;
const INNER_COST: f32 = 2.2;

/// The most parts of which every run is given; of a longer word, which is hardly a word, only the parts.
const MOST_PARTS: usize = 6;

/// The parts inside a folded word, as they stand there and as their lemmas, each once; none when it is no compound.
#[must_use]
pub fn parts(folded: &str) -> Vec<String> {
    let cutter = shipped();
    let Some(cutting) = cut(cutter, folded) else { return Vec::new() };
    let odds = odds(cutter, folded, &cutting);
    if odds < FIRST_PART {
        return Vec::new();
    }
    let seen = if odds < ALL_PARTS { cutting.cuts[0] } else { folded.len() };
    let mut cuts = cutting.cuts.clone();
    let mut start = 0;
    for end in cutting.cuts.iter().copied().chain([folded.len()]) {
        cut_inside(cutter, &folded[start..end], start, &mut cuts);
        start = end;
    }
    cuts.retain(|cut| *cut <= seen);
    cuts.extend([0, seen]);
    cuts.sort_unstable();
    cuts.dedup();
    let mut parts = Vec::new();
    for (first, start) in cuts.iter().enumerate() {
        let longest = if cuts.len() > MOST_PARTS { 1 } else { cuts.len() };
        for (count, end) in cuts[first + 1..].iter().enumerate().take(longest) {
            let part = &folded[*start..*end];
            if part.len() == folded.len() {
                continue;
            }
            match (*end == folded.len(), count > 0) {
                (true, _) => add_last(cutter.lexicon, part, &mut parts),
                (false, false) => add_first(cutter.lexicon, part, &mut parts),
                (false, true) => add_run(cutter.lexicon, part, &mut parts),
            }
        }
    }
    parts
}

/// Where the last part of a compound begins, in bytes; none when the word is no compound.
#[must_use]
pub fn last_part(folded: &str) -> Option<usize> {
    let cutter = shipped();
    let cutting = cut(cutter, folded)?;
    (odds(cutter, folded, &cutting) >= FIRST_PART).then(|| cutting.last())
}

fn shipped() -> Cutter<'static> {
    Cutter { lexicon: Lexicon::shipped(), counts: Productivity::shipped() }
}

/// The cut of a word that is not made of a verb with its particle, nor a function word (*iedereen* is no *een*).
fn cut(cutter: Cutter<'_>, folded: &str) -> Option<Cutting> {
    if folded.len() > LONGEST || !folded.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'\'') {
        return None;
    }
    if cutter.lexicon.readings(folded).iter().any(|reading| reading.class == Class::Function) {
        return None;
    }
    let cutting = cutter.cut(folded)?;
    let (first, rest) = folded.split_at(*cutting.cuts.first()?);
    (!is_from_verb(cutter.lexicon, first, rest)).then_some(cutting)
}

/// Adds the cuts inside a part, as places in the word.
fn cut_inside(cutter: Cutter<'_>, part: &str, start: usize, cuts: &mut Vec<usize>) {
    if part.len() < SHORTEST_INNER {
        return;
    }
    let bare = part.strip_suffix('s').filter(|bare| cutter.lexicon.contains(bare)).unwrap_or(part);
    let Some(cutting) = cut(cutter, bare) else { return };
    let bytes = f32::from(u8::try_from(bare.len()).unwrap_or(u8::MAX));
    // Inside another word a particle is hardly ever a part: "toeslag", "opvang" and "overlast" are of verbs, whatever
    // their vowel.
    let particle = judgement::is_particle(&bare[..cutting.cuts[0]]);
    if particle || cutting.first_is_unknown || cutting.cost > INNER_COST * bytes {
        return;
    }
    let mut from = 0;
    for end in cutting.cuts.iter().copied().chain([bare.len()]) {
        cut_inside(cutter, &bare[from..end], start + from, cuts);
        from = end;
    }
    cuts.extend(cutting.cuts.iter().map(|cut| start + cut));
}

/// Adds a last part and its lemmas. What is a plural by its spelling is given as one, even where another reading is
/// likelier for a word that stands alone: *kost* for *kosten*, *loop* for *lopen* in *waterlopen*.
fn add_last(lexicon: &Lexicon<'_>, part: &str, parts: &mut Vec<String>) {
    add(part.to_owned(), parts);
    for lemma in lemmas(part) {
        add(lemma, parts);
    }
    let mut singulars = part.strip_suffix("en").map(spelling::bare).unwrap_or_default();
    singulars.extend(part.strip_suffix('n').filter(|one| one.ends_with('e')).map(str::to_owned));
    for singular in singulars {
        if is_noun(lexicon, &singular) {
            add(singular, parts);
        }
    }
}

/// Adds a part that another follows, with and without the letters that link, and its lemmas.
fn add_first(lexicon: &Lexicon<'_>, part: &str, parts: &mut Vec<String>) {
    add(part.to_owned(), parts);
    let linked = part.strip_suffix('s').filter(|stem| lexicon.contains(stem) || !lexicon.contains(part));
    let stem = linked.unwrap_or(part);
    if stem.len() > 2 && lexicon.contains(stem) {
        add(stem.to_owned(), parts);
    }
    // As it stands ("mensen", "oorlogs"), as the plural of a noun and as the infinitive of a verb: "kinder" is of
    // "kinderen", "draag" of "dragen", "scheeps" of "schepen", "zonne" of "zonnen".
    let longer = match stem.strip_suffix('e') {
        Some(_) => vec![format!("{stem}n")],
        None => spelling::before_vowel(stem).into_iter().map(|before| format!("{before}en")).collect(),
    };
    let readings_of = |form: &String| lexicon.readings(form);
    for reading in [part.to_owned(), stem.to_owned()].iter().flat_map(readings_of) {
        if !matches!(reading.class, Class::Comparative | Class::Superlative | Class::Present | Class::Past) {
            add(reading.lemma, parts);
        }
    }
    if let Some(one) = part.strip_suffix('n').filter(|one| one.ends_with('e') && is_noun(lexicon, one)) {
        add(one.to_owned(), parts);
    }
    for reading in longer.iter().flat_map(readings_of) {
        if matches!(reading.class, Class::Plural | Class::Infinitive) {
            add(reading.lemma, parts);
        }
    }
}

/// Adds several parts in a row, which may be a word together.
fn add_run(lexicon: &Lexicon<'_>, run: &str, parts: &mut Vec<String>) {
    add(run.to_owned(), parts);
    if let Some(word) = run.strip_suffix('s').filter(|word| lexicon.contains(word) || !lexicon.contains(run)) {
        add(word.to_owned(), parts);
    }
    for reading in lexicon.readings(run) {
        add(reading.lemma, parts);
    }
}

fn is_noun(lexicon: &Lexicon<'_>, word: &str) -> bool {
    lexicon.readings(word).iter().any(|reading| reading.class == Class::Noun)
}

fn add(part: String, parts: &mut Vec<String>) {
    if !part.is_empty() && !parts.contains(&part) {
        parts.push(part);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn compounds_are_found_by_their_parts() {
        let cases: &[(&str, &[&str])] = &[
            ("wijkagent", &["wijk", "agent"]),
            ("wijkagenten", &["wijk", "agent"]),
            ("huisbezoeken", &["huis", "bezoek"]),
            ("huurachterstand", &["huur", "achterstand"]),
            ("buurtbewoner", &["buurt", "bewoner"]),
            ("huisartsenpraktijk", &["huisarts", "praktijk"]),
            ("stadsdeelkantoor", &["stadsdeel", "stad", "deel", "kantoor"]),
            ("kinderopvangtoeslag", &["kind", "kinder", "kinderopvang", "opvang", "toeslag"]),
            ("schuldhulpverleningstraject", &["schuld", "hulpverlening", "traject"]),
            ("woonbegeleiders", &["wonen", "woon", "begeleider"]),
            ("leesgroepjes", &["lezen", "lees", "groep"]),
            ("scheepsramp", &["schip", "ramp"]),
            ("familiegesprekken", &["familie", "gesprek"]),
            ("vertrouwensband", &["vertrouwen", "band"]),
            ("nachtdiensten", &["nacht", "dienst"]),
            ("eigenkrachtcoordinator", &["coordinator"]),
            ("jansenscholen", &["school"]),
        ];
        for (word, expected) in cases {
            let found = parts(word);
            for part in *expected {
                assert!(found.iter().any(|found| found == part), "{word}: {part} in {found:?}");
            }
        }
    }

    #[test]
    fn other_words_have_no_last_part() {
        let cases = [
            "organisatie",
            "president",
            "verkiezing",
            "gelegenheid",
            "aanbieding",
            "karper",
            "vertellen",
            "gevallen",
            "misschien",
            "eigenlijk",
            "belangrijkste",
            "opgebeld",
            "onmogelijk",
            "uitnodigingen",
            "democratie",
            "situaties",
            "betrokkenheid",
            "herinneringen",
            "kapitein",
            "interview",
            "respondent",
        ];
        for word in cases {
            let found = parts(word);
            assert!(!found.iter().any(|part| word.ends_with(part.as_str())), "{word}: {found:?}");
        }
    }

    #[test]
    fn a_word_that_everybody_uses_as_one_is_not_found_by_its_last_part() {
        for (word, part) in
            [("ziekenhuis", "huis"), ("netwerk", "werk"), ("hoofdstuk", "stuk"), ("tijdschrift", "schrift")]
        {
            let found = parts(word);
            assert!(!found.iter().any(|found| found == part), "{word}: {found:?}");
        }
    }

    #[test]
    fn the_last_part_begins_where_the_others_end() {
        let cases = [
            ("wijkagenten", Some("agenten")),
            ("buurtnetwerkjes", Some("netwerkjes")),
            ("jeugdzorgmedewerkers", Some("medewerkers")),
            ("organisatie", None),
            ("", None),
        ];
        for (word, expected) in cases {
            assert_eq!(last_part(word).map(|at| &word[at..]), expected, "{word}");
        }
    }

    #[test]
    fn a_part_is_given_once_and_never_empty_nor_the_word_itself() {
        for word in ["werkwerkwerk", "tuintuintuintuintuin", "gemeentegemeenteraadsraadsledenledenvergadering"] {
            let found = parts(word);
            for (at, part) in found.iter().enumerate() {
                assert!(!part.is_empty() && part != word && !found[..at].contains(part), "{word}: {found:?}");
            }
        }
    }

    #[test]
    fn endless_words_are_left_alone() {
        for word in ["a".repeat(240), "huis".repeat(60), "s".repeat(64), "en".repeat(32), "\u{e9}".repeat(30)] {
            assert!(parts(&word).len() < 200, "{word}");
        }
        assert_eq!(parts(&"huis".repeat(60)), Vec::<String>::new());
    }

    proptest! {
        #[test]
        fn any_text_is_cut_or_left_alone(word in "\\PC{0,40}") {
            prop_assert!(parts(&word).iter().all(|part| !part.is_empty()));
            prop_assert!(last_part(&word).is_none_or(|at| at > 0 && at < word.len()));
        }

        #[test]
        fn words_made_of_words_are_cut_between_letters(
            word in "(huis|werk|stads|kinder|ver|ge|op|s|en|zorg|raads|leden|'s|gemeente){0,9}(en|je|s|ing)?"
        ) {
            prop_assert!(parts(&word).iter().all(|part| !part.is_empty()));
            prop_assert!(last_part(&word).is_none_or(|at| at > 0 && at < word.len()));
        }
    }
}
