//! The words of Dutch that carry grammar rather than content: articles, pronouns, prepositions, conjunctions, the verbs
//! that help other verbs, the small adverbs, and the sounds that hold speech together. A count of words can leave them
//! out; search never does, because `niet`, `geen` and `nooit` are words that people look for.
//!
//! Words stand in the form in which they are compared, see [`super::fold`]. A word that is also a word with content
//! (`was` on the line, `weg` to walk on) is listed when speech nearly always means the other one.

use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Articles, pronouns and words that point or ask.
const PRONOUNS: &str = "\
    de het een 'n 't ik 'k jij je u hij ie zij ze wij we jullie men hem haar hen hun mij me jou ons onze mijn m'n jouw \
    uw zijn z'n d'r 'r 'm zich zichzelf mezelf mijzelf jezelf uzelf onszelf hemzelf haarzelf elkaar mekaar elkaars dit \
    dat deze die degene degenen datgene diegene diegenen hetgeen hetzelfde dezelfde zo'n zulk zulke zelf wie wat welk \
    welke wiens waar waarom wanneer hoe hoeveel iets niets niks iemand niemand alles allemaal iedereen ieder iedere elk \
    elke sommige sommigen enige enkele enkelen beide beiden ander andere anderen ergens nergens overal";

/// Prepositions, and adverbs made of them.
const PREPOSITIONS: &str = "\
    aan achter af binnen bij boven buiten door gedurende in langs met mee na naar naast om omtrent onder op over per rond \
    rondom sinds te ten ter tegen tegenover tijdens toe tot tussen uit van vanaf vanuit vanwege via volgens voor voorbij \
    wegens zonder behalve ondanks dankzij er hier daar eraan erachter eraf erbij erdoor erin ermee ernaar ernaast erom \
    eronder erop erover ertegen ertoe ertussen eruit ervan ervoor daaraan daarachter daarbij daardoor daarin daarmee \
    daarna daarnaar daarnaast daarom daaronder daarop daarover daartegen daartoe daartussen daaruit daarvan daarvoor \
    hieraan hierbij hierdoor hierin hiermee hierna hiernaast hierom hierop hierover hiertoe hieruit hiervan hiervoor \
    waaraan waarachter waarbij waardoor waarheen waarin waarmee waarna waarnaar waarom waaronder waarop waarover \
    waartegen waartoe waartussen waaruit waarvan waarvoor heen vandaan";

/// Conjunctions and the adverbs that join sentences.
const CONJUNCTIONS: &str = "\
    en of maar want dus doch noch als dan toen omdat doordat zodat opdat hoewel ofschoon terwijl zodra zolang totdat tenzij \
    mits indien voordat nadat alsof aangezien zoals zowel alhoewel echter immers bovendien namelijk trouwens overigens \
    toch ook nog al wel niet geen nooit nee neen ja jawel";

/// Verbs that help other verbs, in all their forms.
const VERBS: &str = "\
    ben bent is was waren wees weest geweest wezen zijnde heb hebt heeft had hadden hebben gehad hebbende word wordt werd \
    werden worden geworden zal zult zul zullen zou zouden zoudt kan kun kunt kunnen kon konden gekund moet moeten moest \
    moesten gemoeten mag mogen mocht mochten gemogen wil wilt willen wilde wilden wou wouden gewild hoef hoeft hoeven \
    hoefde hoefden ga gaat gaan ging gingen gegaan doe doet doen deed deden gedaan laat laten liet lieten gelaten kom komt \
    komen kwam kwamen gekomen";

/// Small adverbs, of time, place, degree and attitude.
const ADVERBS: &str = "\
    nu net straks zo dan toen altijd vaak soms weer steeds even eens ooit meteen gelijk eerst later al alweer nog alleen \
    slechts enkel zeer heel hele erg best nogal vrij tamelijk te veel vele meer meest meestal minder weinig wat bijna haast \
    ongeveer genoeg ook eigenlijk gewoon natuurlijk misschien wellicht waarschijnlijk zeker inderdaad juist precies \
    eventueel tenminste althans anders verder sowieso uiteraard toch maar eens hoor immers daarentegen terug weg samen \
    vooral zelfs bijvoorbeeld helemaal echt zomaar dus ongeveer totaal ineens opeens";

/// Sounds and words that hold speech together.
const SPEECH: &str = "\
    nou ja nee he eh ehm uh uhm uhu uhuh hm hmm mm mmm mhm oh ah ach och ok oke okay tja goh joh sorry hallo ha haha aha \
    jawel jaja neenee nounou enfin pff";

/// Numbers written in letters, since those written in digits are no content either.
const NUMBERS: &str = "\
    twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien twintig dertig veertig vijftig \
    zestig zeventig tachtig negentig honderd duizend miljoen eerste tweede derde tweeen drieen half halve anderhalf \
    anderhalve";

static LISTED: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    let lists = [PRONOUNS, PREPOSITIONS, CONJUNCTIONS, VERBS, ADVERBS, SPEECH, NUMBERS];
    lists.into_iter().flat_map(str::split_whitespace).collect()
});

/// Whether a folded word carries grammar rather than content. Numbers written in digits, and single letters, which
/// mostly are what is left of `o.a.` and `m.b.t.`, count among them.
#[must_use]
pub fn is_function_word(folded: &str) -> bool {
    let letters = folded.chars().filter(|c| c.is_alphabetic());
    let single = letters.clone().count() == 1 && folded.is_ascii();
    single || letters.count() == 0 || LISTED.contains(folded)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold::fold;

    #[test]
    fn grammar_is_told_from_content() {
        for word in [
            "De", "één", "’t", "zo’n", "m’n", "waarmee", "heeft", "Wéér", "12", "3e", "o", "nooit", "Hè", "eh",
            "Drieën",
        ] {
            assert!(is_function_word(&fold(word)), "{word}");
        }
        for word in ["schaamte", "buren", "zeg", "helpen", "coördinator", "dorp", "漢", "שלום", "ex", "40plusser"]
        {
            assert!(!is_function_word(&fold(word)), "{word}");
        }
    }

    #[test]
    fn every_listed_word_is_one_that_a_text_can_hold() {
        for word in LISTED.iter() {
            let cut: Vec<String> = crate::text::words::words(word).map(|word| word.folded.into_owned()).collect();
            assert_eq!(cut, [*word]);
        }
        assert!(LISTED.len() > 300);
    }
}
