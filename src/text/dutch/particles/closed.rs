//! The small words that tell where clauses begin and end and what a particle may be besides. Words are folded. Closed
//! classes of the language only; everything else is asked of the lexicon.

/// What else a particle may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A preposition: *op*, *in*.
    Preposition,
    /// Nothing that takes a noun behind it: *terug*, *neer*.
    Adverb,
    /// A noun or an adjective: *plaats*, *vrij*; particle only where nothing says otherwise.
    Word,
}

impl Kind {
    /// The kind of a particle; none when the word is none.
    pub(super) fn of(word: &str) -> Option<Self> {
        match word {
            "aan" | "achter" | "bij" | "binnen" | "boven" | "buiten" | "door" | "in" | "langs" | "na" | "om"
            | "onder" | "op" | "over" | "rond" | "tegen" | "tussen" | "uit" | "voor" => Some(Self::Preposition),
            "achterna" | "achterover" | "achteruit" | "af" | "bijeen" | "heen" | "ineen" | "kwijt" | "mee" | "neer"
            | "omhoog" | "omlaag" | "omver" | "opeen" | "overeen" | "samen" | "tegemoet" | "teleur" | "teloor"
            | "teniet" | "tentoon" | "terecht" | "terneer" | "terug" | "teweeg" | "thuis" | "toe" | "uiteen"
            | "voorbij" | "voorop" | "voort" | "vooruit" | "weg" => Some(Self::Adverb),
            "adem" | "deel" | "dicht" | "dood" | "droog" | "gade" | "gelijk" | "goed" | "groot" | "hard" | "hoog"
            | "kapot" | "klaar" | "klem" | "leeg" | "les" | "lief" | "los" | "mede" | "mis" | "open" | "plaats"
            | "plat" | "prijs" | "raak" | "recht" | "schoon" | "schuil" | "stand" | "stil" | "stop" | "stuk"
            | "vast" | "vlak" | "vol" | "vrij" | "waar" | "wakker" | "warm" | "weer" | "zwart" => Some(Self::Word),
            _ => None,
        }
    }
}

/// Words that a noun follows.
pub(super) fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "aan"
            | "achter"
            | "behalve"
            | "bij"
            | "binnen"
            | "boven"
            | "buiten"
            | "door"
            | "gedurende"
            | "in"
            | "jegens"
            | "langs"
            | "met"
            | "na"
            | "naar"
            | "om"
            | "omtrent"
            | "ondanks"
            | "onder"
            | "op"
            | "over"
            | "per"
            | "richting"
            | "rond"
            | "sinds"
            | "tegen"
            | "tegenover"
            | "ten"
            | "ter"
            | "tijdens"
            | "tot"
            | "tussen"
            | "uit"
            | "van"
            | "vanaf"
            | "vanuit"
            | "vanwege"
            | "via"
            | "volgens"
            | "voor"
            | "wegens"
            | "zonder"
    )
}

/// Words for a preposition behind `er`, `daar`, `waar`: *mee* for *met*, *toe* for *tot*.
pub(super) fn is_adposition(word: &str) -> bool {
    is_preposition(word) || matches!(word, "mee" | "toe" | "af" | "heen" | "vandaan")
}

/// Words that begin a clause and stand at no other place in it.
pub(super) fn begins_subclause(word: &str) -> bool {
    matches!(
        word,
        "dat"
            | "omdat"
            | "doordat"
            | "zodat"
            | "opdat"
            | "terwijl"
            | "voordat"
            | "nadat"
            | "totdat"
            | "hoewel"
            | "als"
            | "toen"
            | "wanneer"
            | "indien"
            | "tenzij"
            | "mits"
            | "zodra"
            | "zolang"
            | "alsof"
            | "aangezien"
            | "die"
            | "wie"
            | "wat"
            | "waarin"
            | "waarop"
            | "waaraan"
            | "waarbij"
            | "waardoor"
            | "waarmee"
            | "waarna"
            | "waaruit"
            | "waarom"
            | "waarvan"
            | "waarvoor"
            | "waarover"
            | "hoe"
            | "welke"
            | "welk"
            | "zoals"
            | "waar"
            | "naarmate"
            | "sinds"
            | "omtrent"
    )
}

/// Words that join two clauses, or two parts of one.
pub(super) fn joins(word: &str) -> bool {
    matches!(word, "en" | "maar" | "want" | "of" | "dus" | "noch")
}

/// `er`, `daar`, `hier`, `waar`: a preposition at some place behind them belongs to them.
pub(super) fn takes_preposition(word: &str) -> bool {
    matches!(word, "er" | "d'r" | "daar" | "hier" | "waar" | "ergens" | "nergens" | "overal")
}

/// Words that only a clause begins with, never what a preposition takes: *ik*, *hij*.
pub(super) fn is_subject(word: &str) -> bool {
    matches!(word, "ik" | "'k" | "hij" | "we" | "wij" | "jij" | "men")
}

/// Numbers and quantities: a noun follows.
pub(super) fn counts(word: &str) -> bool {
    // Four digits are a year.
    (1..4).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
        || matches!(
            word,
            "twee"
                | "drie"
                | "vier"
                | "vijf"
                | "zes"
                | "zeven"
                | "acht"
                | "negen"
                | "tien"
                | "paar"
                | "veel"
                | "weinig"
                | "meer"
                | "enkele"
                | "enige"
                | "hoeveel"
                | "vele"
                | "sommige"
                | "verschillende"
                | "zoveel"
                | "elf"
                | "twaalf"
                | "twintig"
                | "dertig"
                | "honderd"
        )
}

/// Words that look like an article and may stand alone: `dat schreef hij`, `zij nam het mee`.
pub(super) fn may_be_pronoun(word: &str) -> bool {
    may_be_subject(word) || matches!(word, "haar" | "ons")
}

/// Words that look like an article and may be the subject.
pub(super) fn may_be_subject(word: &str) -> bool {
    matches!(word, "je" | "het" | "'t" | "dat" | "die" | "dit" | "deze")
}

/// Words beside which a verb has no ending: *ik hoop*, *hoop je*.
pub(super) fn is_speaker(word: &str) -> bool {
    matches!(word, "ik" | "'k" | "je" | "jij")
}

/// Articles and words in their place.
pub(super) fn is_determiner(word: &str) -> bool {
    matches!(
        word,
        "de" | "het"
            | "'t"
            | "een"
            | "'n"
            | "deze"
            | "dit"
            | "mijn"
            | "m'n"
            | "jouw"
            | "je"
            | "zijn"
            | "z'n"
            | "haar"
            | "ons"
            | "onze"
            | "hun"
            | "uw"
            | "geen"
            | "elke"
            | "elk"
            | "iedere"
            | "ieder"
            | "alle"
            | "welke"
            | "zo'n"
            | "die"
            | "dat"
    )
}

/// Adverbs of time and stance that follow a particle, and are not what a preposition takes.
pub(super) fn follows(word: &str) -> bool {
    matches!(
        word,
        "niet"
            | "ook"
            | "nog"
            | "vandaag"
            | "gisteren"
            | "gisteravond"
            | "morgen"
            | "eerst"
            | "meteen"
            | "direct"
            | "daarna"
            | "toch"
            | "altijd"
            | "soms"
            | "vaak"
            | "opnieuw"
            | "hoor"
            | "he"
            | "ja"
            | "nee"
            | "zeg"
            | "eens"
            | "eigenlijk"
            | "gewoon"
            | "natuurlijk"
            | "misschien"
            | "bijvoorbeeld"
            | "trouwens"
            | "dan"
            | "nu"
            | "wel"
            | "inmiddels"
            | "alsnog"
            | "vervolgens"
            | "daarom"
            | "daarbij"
            | "daarmee"
            | "daarvoor"
            | "daarin"
            | "daarop"
            | "hiermee"
            | "hierbij"
            | "hiervoor"
            | "ermee"
            | "erbij"
            | "eruit"
            | "ervan"
            | "ervoor"
            | "waarschijnlijk"
            | "eh"
            | "uh"
            | "ehm"
            | "uhm"
    )
}

/// Words that are never a verb, so that nobody need look them up.
pub(super) fn is_small(word: &str) -> bool {
    word.len() < 2
        || (word != "zijn" && is_determiner(word))
        || is_preposition(word)
        || begins_subclause(word)
        || joins(word)
        || takes_preposition(word)
        || is_subject(word)
}

/// Particles that lead up to `te` themselves: `om te gaan`, `door te bellen`, `zonder te`.
pub(super) fn leads_to_te(particle: &str) -> bool {
    matches!(particle, "om" | "door")
}

/// Particles that other verbs keep in front: *onderzoeken*, *overtuigen*, *voltooien*.
pub(super) fn may_stay(particle: &str) -> bool {
    matches!(particle, "aan" | "achter" | "door" | "mis" | "om" | "onder" | "over" | "vol" | "voor" | "weer")
}

/// Prepositions and adjectives that `te` may follow without being a particle: *na te hebben gegeten*, *open te gaan*.
pub(super) fn may_lead_to_te(particle: &str) -> bool {
    leads_to_te(particle) || matches!(particle, "na" | "voor") || Kind::of(particle) == Some(Kind::Word)
}
