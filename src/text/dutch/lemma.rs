//! The lemmas of a word: what search writes beside each word and looks for. *liep*, *loopt* and *gelopen* meet in
//! *lopen*; *wijkagenten* and *wijkagent* in *wijkagent*. A known word has the readings of the lexicon, another one those
//! of the rules. Every word has at least one lemma, in the last resort itself.
//!
//! A noun that could be the first person of a verb (*werk*, *hoop*, *begin*) is taken for the noun, unless the lexicon has
//! the verb in front (*krijg*): in running text it is one nine times out of ten. Beside *ik* it is the verb, see
//! [`first_person`].

use super::{Analysis, Class, Lexicon, guesses};

/// The readings of a known word, likeliest first; none when the lexicon does not have it.
#[must_use]
pub fn analyses(folded: &str) -> Vec<Analysis> {
    Lexicon::shipped().readings(folded)
}

/// Whether the lexicon has the word.
#[must_use]
pub fn is_known(folded: &str) -> bool {
    Lexicon::shipped().contains(folded)
}

/// All words that a word could be a form of, likeliest first, each once; never none.
#[must_use]
pub fn lemmas(folded: &str) -> Vec<String> {
    lemmas_by(Lexicon::shipped(), folded)
}

/// As [`lemmas`], by another lexicon.
#[must_use]
pub fn lemmas_by(lexicon: &Lexicon<'_>, folded: &str) -> Vec<String> {
    let mut readings = lexicon.readings(folded);
    if readings.is_empty() {
        readings = guesses(lexicon, folded);
    }
    if let Some(noun) = readings.iter().position(|reading| reading.class == Class::Noun) {
        let likelier = readings.split_off(noun);
        readings.extend(likelier.into_iter().filter(|reading| reading.class != Class::Stem));
    }
    let mut lemmas: Vec<String> = Vec::with_capacity(readings.len().max(1));
    for Analysis { lemma, .. } in readings {
        if !lemma.is_empty() && !lemmas.contains(&lemma) {
            lemmas.push(lemma);
        }
    }
    if lemmas.is_empty() {
        lemmas.push(folded.to_owned());
    }
    lemmas
}

/// The infinitives of a word that [`lemmas`] takes for a noun and that stands beside *ik*: *hoop* in *ik hoop* and
/// *hoop ik* is *hopen*. None for words that are not such.
#[must_use]
pub fn first_person(folded: &str) -> Vec<String> {
    let readings = analyses(folded).into_iter();
    let after_noun = readings.skip_while(|reading| reading.class != Class::Noun);
    after_noun.filter(|reading| reading.class == Class::Stem).map(|reading| reading.lemma).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_meet_in_its_lemma() {
        let cases: &[(&str, &[&str])] = &[
            ("lopen", &["liep", "liepen", "loopt", "gelopen", "lopend"]),
            ("bellen", &["belt", "belde", "belden", "gebeld"]),
            ("verhuizen", &["verhuist", "verhuisde", "verhuisd"]),
            ("interviewen", &["geinterviewd", "interviewde"]),
            ("evalueren", &["geevalueerd", "evalueert"]),
            ("opbellen", &["opgebeld", "opbelde"]),
            ("zijn", &["is", "was", "waren", "geweest", "bent"]),
            ("hebben", &["heeft", "had", "gehad"]),
            ("kind", &["kinderen", "kindje", "kinderen"]),
            ("stad", &["steden", "stadje"]),
            ("binnenstad", &["binnensteden"]),
            ("familielid", &["familieleden"]),
            ("idee", &["ideeen", "ideetje"]),
            ("thema", &["thema's"]),
            ("cafe", &["cafes", "cafeetje"]),
            ("koning", &["koningen", "koninkje"]),
            ("mogelijkheid", &["mogelijkheden"]),
            ("criterium", &["criteria"]),
            ("kolonie", &["kolonien", "kolonies"]),
            ("coordinator", &["coordinatoren", "coordinators"]),
            ("groot", &["grote", "groter", "grootste"]),
            ("boos", &["boze", "bozer"]),
            ("goed", &["goede", "beter", "best"]),
            ("jong", &["jonge", "jongeren", "jongste"]),
            ("mijn", &["m'n", "mijn"]),
            ("het", &["'t"]),
            ("wijkagent", &["wijkagenten"]),
        ];
        for (lemma, forms) in cases {
            for form in *forms {
                assert!(lemmas(form).iter().any(|found| found == lemma), "{form}: {:?}", lemmas(form));
            }
        }
    }

    #[test]
    fn words_that_only_look_alike_do_not_meet() {
        let cases = [
            ("maan", "man"),
            ("manen", "mannen"),
            ("bom", "boom"),
            ("bommen", "bomen"),
            ("geval", "vallen"),
            ("gevolg", "volgen"),
            ("gemeente", "menen"),
            ("gewas", "was"),
            ("gewond", "winnen"),
            ("gevecht", "vechten"),
            ("gebied", "bieden"),
            ("vader", "vaderschap"),
            ("regering", "regeren"),
            ("recht", "rechters"),
            ("kant", "kunnen"),
            ("wild", "willen"),
            ("weten", "wijten"),
            ("weg", "wegens"),
        ];
        for (one, other) in cases {
            let (one_of, other_of) = (lemmas(one), lemmas(other));
            assert!(!one_of.iter().any(|lemma| other_of.contains(lemma)), "{one} {one_of:?}, {other} {other_of:?}");
        }
    }

    #[test]
    fn a_noun_beside_ik_is_a_verb() {
        assert_eq!(first_person("hoop"), ["hopen"]);
        assert_eq!(lemmas("hoop"), ["hoop"]);
        for no_noun in ["denk", "huis je", "gemeente", ""] {
            assert!(first_person(no_noun).is_empty(), "{no_noun}");
        }
    }
}
