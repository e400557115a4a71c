//! The vocabulary: Dutch function words as often as people say them, then some 120,000 content words whose frequency
//! falls with their rank (Zipf, exponent 1.05). Real words stand at fixed ranks among the made-up ones, so that a
//! search for *schaamte* or *reünie* finds about as much in every study. The forms of one stem stand near each other,
//! and compounds are made while writing too, so that a larger study keeps meeting new words, as real text does.

use crate::spelling::{Forms, Prefix, Stem};
use crate::weighted::Weighted;
use rand::Rng;
use rand::seq::IndexedRandom;
use std::collections::HashSet;

/// How often a word is said in ten thousand words of conversation, and the words said that often.
#[rustfmt::skip]
const FUNCTION_WORDS: &[(u16, &str)] = &[
    (340, "de"), (310, "dat"), (310, "en"), (310, "ik"), (280, "het"), (250, "een"), (210, "is"), (180, "van je"),
    (170, "niet"), (160, "in ja"), (140, "maar"), (130, "die te"), (105, "er ook dan op we"), (75, "wel met voor dus"),
    (60, "was als aan zo nou"), (46, "bij om heb al naar of heel"), (32, "ze wat hij over nog daar hebben"),
    (23, "toen want kan uit zijn heeft mijn moet gewoon echt"),
    (14, "even meer hoe nee hier geen weer deze had veel door waar haar toch hem eigenlijk zelf wordt alles mij"),
    (8, "misschien gaan gaat kunnen moeten komt dit tot omdat iets eens altijd nooit ben jij zou worden zeg zegt \
         goed onze hun elkaar iemand niemand niks na tegen zonder andere anders zoals soms vaak toe mee ons wie"),
    (4, "één twee drie weet denk vind vindt zij wil willen laat laten doet doen deed ging gingen kwam kwamen waren \
         werd hadden zouden moest konden kon zal mocht mag nu straks later vroeger eerst daarna daarom waarom \
         wanneer terwijl hoewel zodat totdat voordat nadat zulke zo'n m'n d'r z'n 't 'n allemaal iedereen ieder \
         elke sommige enkele best erg nogal vooral juist helemaal bijna ongeveer tussen achter onder boven naast \
         sinds volgens"),
];

/// Real content words: rank of the first among the content words, distance to the next, the words.
const REAL_WORDS: &[(usize, usize, &str)] = &[
    (
        0,
        1,
        "mensen netwerk hulp gezin moeder plan gesprek kind kinderen familie regie conferentie gemeente vader school \
         huis werk afspraken tijd jaar keer week zorg coördinator situatie vrienden buren zoon dochter zus broer \
         ouders leven probleem problemen hulpverlening kracht gevoel vraag thuis samen bang boos blij belangrijk \
         moeilijk lastig rustig",
    ),
    (
        300,
        40,
        "schaamte vertrouwen hulpverlener hulpverleners gezinnen gemeenten netwerken moeders besluit besluiten \
         veiligheid schulden woning uitkering wijkteam psychiater medicatie verslaving eenzaamheid ruzie scheiding \
         steun draagkracht voogd jeugdzorg cliënt cliënten patiënt gezinsvoogd hoofdpersoon familieleden buurvrouw \
         oma opa huisarts afspraak plannen gesprekken regiemoment eigenaarschap verwachting verwachtingen respect \
         geheim schuldgevoel opluchting weerstand samenwerking terugval 2011 Groningen politie rechter crisis opname \
         verdriet geduld",
    ),
    (
        5_000,
        400,
        "reünie schaamtegevoel schaamtevol draaglast huisuitzetting netwerkberaad gezinsplan café ideeën \
         coördinatoren reëel geïsoleerd geëmotioneerd beïnvloeden financiële officiële naïef coöperatief crèche \
         auto's oma's opa's foto's mantelzorgers herstelgesprek 75-jarige tv-gids ex-partner sociaal-psychiatrisch \
         jeugdhulpverlener buurtbemiddeling bewindvoerder dagbesteding woningcorporatie zorgmijder vuilnisophaaldag \
         verjaardagskaart Eindhoven Zwolle Marieke Johan kerstviering sleutelfiguur overbelasting",
    ),
];

/// Real first parts of compounds, so that a search inside words finds more than made-up ones.
const REAL_FIRST_PARTS: &str = "gezins netwerk hulp familie gemeente moeder kinder zorg wijk jeugd school woning \
                                schulden hulpverlenings thuis ouder vertrouwens gespreks";

const FIXED_PREFIXES: &[&str] = &["be", "ver", "ont", "her"];
const SEPARABLE_PREFIXES: &[&str] = &["op", "aan", "uit", "af", "mee", "door", "over", "in", "terug", "voor"];
const REAL_SEPARABLE: &[(&str, &str)] = &[
    ("belt", "op"),
    ("pakt", "aan"),
    ("hangt", "samen"),
    ("legt", "uit"),
    ("vraagt", "aan"),
    ("werkt", "mee"),
    ("geeft", "toe"),
    ("lost", "op"),
];

/// Words that want a content word after them.
const ARTICLES: &[&str] = &["de", "het", "een", "mijn", "m'n", "deze", "zo'n", "onze", "te"];

const CONTENT_WORDS: usize = 120_000;
/// More stems than are needed: of the rarest only the commonest forms get a place.
const STEMS: u32 = 30_000;
const EXPONENT: f64 = 1.05;
/// The rank at which Zipf's law meets the frequency of the rarest function words.
const FIRST_RANK: u32 = 180;

/// All words that texts are written with.
pub(crate) struct Lexicon {
    words: Vec<String>,
    chances: Weighted,
    content_chances: Weighted,
    /// How many function words stand before the content words.
    function_words: usize,
    first_parts: Vec<String>,
    last_parts: Vec<String>,
    part_chances: Weighted,
    /// Separable verbs: the finite form and what stands at the end of the clause.
    separable: Vec<(String, String)>,
}

impl Lexicon {
    /// Makes the vocabulary.
    pub(crate) fn new(rng: &mut impl Rng) -> Self {
        let mut weights = Vec::new();
        let mut words: Vec<String> = Vec::new();
        for (per_ten_thousand, list) in FUNCTION_WORDS {
            for word in list.split_whitespace() {
                words.push(word.to_owned());
                weights.push(f64::from(*per_ten_thousand) / 10_000.0);
            }
        }
        let function_words = words.len();
        let mut maker = Maker::new(&words);
        maker.make_stems(rng);
        words.extend(maker.by_rank());

        let content: Vec<f64> = (0u32..)
            .take(words.len() - function_words)
            .map(|rank| f64::from(rank + FIRST_RANK).powf(-EXPONENT))
            .collect();
        let (left, total) = (1.0 - weights.iter().sum::<f64>(), content.iter().sum::<f64>());
        weights.extend(content.iter().map(|weight| weight / total * left));
        Self {
            chances: Weighted::new(&weights),
            content_chances: Weighted::new(&content),
            part_chances: Weighted::zipf(maker.first_parts.len().min(maker.last_parts.len()), 0.8),
            words,
            function_words,
            first_parts: maker.first_parts,
            last_parts: maker.last_parts,
            separable: maker.separable,
        }
    }

    /// The word at a rank.
    pub(crate) fn word(&self, rank: usize) -> &str {
        &self.words[rank]
    }

    /// Whether this rank is that of a content word.
    pub(crate) fn is_content(&self, rank: usize) -> bool {
        rank >= self.function_words
    }

    /// The rank of any word.
    pub(crate) fn draw(&self, rng: &mut impl Rng) -> usize {
        self.chances.draw(rng)
    }

    /// The rank of a content word.
    pub(crate) fn draw_content(&self, rng: &mut impl Rng) -> usize {
        self.function_words + self.content_chances.draw(rng)
    }

    /// A compound that is in no list.
    pub(crate) fn draw_compound(&self, rng: &mut impl Rng) -> String {
        let (first, last) = (self.part_chances.draw(rng), self.part_chances.draw(rng));
        format!("{}{}", self.first_parts[first], self.last_parts[last])
    }

    /// The two parts of a separable verb.
    pub(crate) fn draw_separable(&self, rng: &mut impl Rng) -> (&str, &str) {
        self.separable.choose(rng).map_or(("gaat", "mee"), |(finite, end)| (finite, end))
    }

    /// Whether a content word belongs after this one.
    pub(crate) fn wants_content(word: &str) -> bool {
        ARTICLES.contains(&word)
    }
}

/// Collects made-up forms until they are put in order of rank.
struct Maker {
    /// Only asked what it contains; no order comes from it.
    known: HashSet<String>,
    /// Form and how rare it is.
    forms: Forms,
    nouns: Vec<Stem>,
    first_parts: Vec<String>,
    last_parts: Vec<String>,
    separable: Vec<(String, String)>,
}

impl Maker {
    fn new(function_words: &[String]) -> Self {
        let real = REAL_WORDS.iter().flat_map(|(_, _, list)| list.split_whitespace()).map(str::to_owned);
        Self {
            known: function_words.iter().cloned().chain(real).collect(),
            forms: Vec::new(),
            nouns: Vec::new(),
            first_parts: REAL_FIRST_PARTS.split_whitespace().map(str::to_owned).collect(),
            last_parts: Vec::new(),
            separable: REAL_SEPARABLE.iter().map(|&(finite, end)| (finite.to_owned(), end.to_owned())).collect(),
        }
    }

    fn make_stems(&mut self, rng: &mut impl Rng) {
        for number in 1..=STEMS {
            // Frequent words are short and simple, rare ones long and composed.
            let rarity = (number * 10 / STEMS).min(6);
            let syllables = match rng.random_range(0..10) {
                draw if draw < 8 - rarity => 1,
                9 if rarity > 2 => 3,
                _ => 2,
            };
            let stem = Stem::make(syllables, rng);
            let forms = match rng.random_range(0..20) {
                0..=8 if !self.nouns.is_empty() && rng.random_ratio(1 + rarity, 10) => self.compound(rng),
                0..=8 => {
                    self.first_parts.push(stem.linked(rng));
                    self.last_parts.push(stem.bare());
                    self.nouns.push(stem.clone());
                    stem.noun()
                }
                9..=13 => self.verb(&stem, rng),
                14..=16 => stem.adjective(),
                17..=18 => stem.derived(rng),
                _ => stem.open_noun(rng),
            };
            for (rarer, form) in forms {
                if self.known.insert(form.clone()) {
                    self.forms.push((f64::from(number) * rarer * rng.random_range(0.7..1.4), form));
                }
            }
        }
    }

    fn verb(&mut self, stem: &Stem, rng: &mut impl Rng) -> Forms {
        match rng.random_range(0..6) {
            0 => stem.verb(Prefix::Fixed(FIXED_PREFIXES.choose(rng).copied().unwrap_or("be"))),
            1 | 2 => {
                let end = SEPARABLE_PREFIXES.choose(rng).copied().unwrap_or("op");
                self.separable.push((stem.finite(), end.to_owned()));
                stem.verb(Prefix::Separable(end))
            }
            _ => stem.verb(Prefix::None),
        }
    }

    /// A noun of two parts, sometimes three.
    fn compound(&self, rng: &mut impl Rng) -> Forms {
        let part = |rng: &mut _| self.first_parts.choose(rng).map_or("hulp", String::as_str);
        let first = if rng.random_ratio(1, 8) { format!("{}{}", part(rng), part(rng)) } else { part(rng).to_owned() };
        self.nouns.choose(rng).map(|last| last.after(&first).noun()).unwrap_or_default()
    }

    /// The content words, the most frequent first, real ones at their own ranks.
    fn by_rank(&mut self) -> Vec<String> {
        self.forms.sort_by(|(one, _), (other, _)| one.total_cmp(other));
        let mut made_up = self.forms.drain(..).map(|(_, form)| form);
        let mut ranked: Vec<Option<String>> = vec![None; CONTENT_WORDS];
        for (first, step, list) in REAL_WORDS {
            for (place, word) in (*first..).step_by(*step).zip(list.split_whitespace()) {
                ranked[place] = Some(word.to_owned());
            }
        }
        ranked.into_iter().map_while(|real| real.or_else(|| made_up.next())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{CONTENT_WORDS, Lexicon};
    use rand::SeedableRng;
    use rand_chacha::ChaCha8Rng;
    use std::collections::BTreeSet;

    #[test]
    fn real_words_stand_at_their_ranks_and_every_word_once() {
        let lexicon = Lexicon::new(&mut ChaCha8Rng::seed_from_u64(1));
        for (rank, word) in [(0, "mensen"), (300, "schaamte"), (340, "vertrouwen"), (5_000, "reünie")] {
            assert_eq!(lexicon.word(lexicon.function_words + rank), word);
        }
        let distinct: BTreeSet<_> = lexicon.words.iter().collect();
        assert_eq!(distinct.len(), lexicon.words.len());
        assert_eq!(lexicon.words.len(), lexicon.function_words + CONTENT_WORDS);
    }

    #[test]
    fn function_words_are_as_frequent_as_stated() {
        let mut rng = ChaCha8Rng::seed_from_u64(2);
        let lexicon = Lexicon::new(&mut rng);
        let said = (0..100_000).filter(|_| lexicon.word(lexicon.draw(&mut rng)) == "de").count();
        assert!((3_100..3_700).contains(&said), "{said}");
    }
}
