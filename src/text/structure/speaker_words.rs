//! The Dutch words that tell a speaker label from what only looks like one: kin and functions that people are named
//! after, the words transcribers use for the two sides of an interview, and against them the fields of a header, the
//! topics of a report and the openings of speech. All in lower case, looked up whole.

use std::collections::HashSet;
use std::sync::OnceLock;

/// A list of words to look up in.
pub(super) struct Words {
    list: &'static str,
    set: OnceLock<HashSet<&'static str>>,
}

impl Words {
    const fn of(list: &'static str) -> Self {
        Self { list, set: OnceLock::new() }
    }

    /// Whether `word`, in lower case, is in the list.
    pub(super) fn has(&self, word: &str) -> bool {
        self.set.get_or_init(|| self.list.split_whitespace().collect()).contains(word)
    }
}

/// The first word of `text` in lower case, without punctuation around it.
pub(super) fn first_word(text: &str) -> String {
    text.split_whitespace().map(bare).find(|word| !word.is_empty()).unwrap_or_default()
}

/// The last word of `text` in lower case, without punctuation around it.
pub(super) fn last_word(text: &str) -> String {
    text.split_whitespace().next_back().map(bare).unwrap_or_default()
}

/// `word` in lower case, without punctuation around it.
pub(super) fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// Whether `word` names a person by kin or function, also as the last part of a compound: `wijkverpleegkundige`.
pub(super) fn is_role(word: &str) -> bool {
    ROLES.has(word) || ROLE_ENDINGS.iter().any(|ending| word.len() > ending.len() && word.ends_with(ending))
}

/// Whether `word` ends as Dutch nouns for topics do and first names seldom: `Toelichting`, `Veiligheid`.
pub(super) fn looks_like_topic(word: &str) -> bool {
    TOPIC_ENDINGS.iter().any(|ending| word.len() > ending.len() + 1 && word.ends_with(ending))
}

const ROLE_ENDINGS: [&str; 40] = [
    "moeder",
    "vader",
    "dochter",
    "zoon",
    "ouder",
    "ouders",
    "kind",
    "zus",
    "zusje",
    "broer",
    "broertje",
    "vrouw",
    "vriend",
    "vriendin",
    "werker",
    "werkster",
    "begeleider",
    "begeleidster",
    "verlener",
    "verleenster",
    "kundige",
    "medewerker",
    "medewerkster",
    "coördinator",
    "manager",
    "consulent",
    "consulente",
    "ambtenaar",
    "arts",
    "agent",
    "leraar",
    "docent",
    "leider",
    "leidster",
    "deskundige",
    "beschermer",
    "bewoner",
    "lid",
    "zorger",
    "therapeut",
];

const TOPIC_ENDINGS: [&str; 38] = [
    "ing",
    "ingen",
    "heid",
    "heden",
    "tie",
    "ties",
    "teit",
    "teiten",
    "schap",
    "schappen",
    "isme",
    "ment",
    "menten",
    "plan",
    "vraag",
    "vragen",
    "doel",
    "punt",
    "punten",
    "datum",
    "nummer",
    "duur",
    "plaats",
    "niveau",
    "lijst",
    "soort",
    "aantal",
    "cijfer",
    "cijfers",
    "tijd",
    "lijn",
    "wijze",
    "problemen",
    "kosten",
    "gegevens",
    "thema",
    "type",
    "vlakte",
];

/// Words for the one who asks.
pub(super) static ASKING: Words = Words::of(
    "interviewer interviewster interviewers int intv interv ivr ier onderzoeker onderzoekster onderzoekers
     vraagsteller vraagstelster vragensteller gespreksleider gespreksleidster gespreksvoerder moderator facilitator",
);

/// Words for the one who answers, whoever that is.
pub(super) static ANSWERING: Words = Words::of(
    "respondent respondente resp geïnterviewde geinterviewde deelnemer deelneemster participant informant informante
     proefpersoon spreker spreekster speaker spk persoon gesprekspartner panellid",
);

/// Kin, neighbours and functions.
pub(super) static ROLES: Words = Words::of(
    "mevrouw mevr mw meneer dhr moeder vader mama papa mam pap ma pa moe zoon dochter zus zusje broer broertje opa oma
     grootvader grootmoeder oom tante nicht neef nichtje neefje kleinzoon kleindochter kleinkind schoonzus zwager
     partner man vrouw echtgenoot echtgenote vriend vriendin ex ouder ouders kind kinderen jongen meisje jongere
     weduwe weduwnaar verloofde gast bezoek bezoeker bezoekster buurman buurvrouw buur buren buurmeisje buurjongen
     noaber kennis omstander hulpverlener hulpverleenster begeleider begeleidster verpleegkundige verpleger
     verpleegster verzorgende verzorger verzorgster zuster arts huisarts dokter psychiater psycholoog psychologe
     therapeut fysiotherapeut ergotherapeut logopedist casemanager coördinator coordinator mentor bewindvoerder
     curator voogd consulent consulente ambtenaar wijkagent agent agente leraar lerares docent docente juf meester
     leerkracht student studente stagiair stagiaire leerling vrijwilliger vrijwilligster maatje mantelzorger tolk
     voorzitter notulist secretaris directeur directrice manager teamleider medewerker medewerkster zorgverlener
     zorgkundige ondersteuner ondersteunster cliënt cliënte client patiënt patiënte bewoner bewoonster hoofdpersoon
     aanmelder burger wethouder burgemeester dominee pastor pastoor imam advocaat advocate rechter notaris
     receptionist receptioniste schoonmaker schoonmaakster kapper kapster kok chauffeur boer boerin ondernemer
     werkgever werknemer collega baas chef trainer trainster coach professional expert specialist onbekend onbekende
     allen allemaal iedereen beiden samen publiek zaal stem serveerster ober postbode bode winkelier huismeester
     werker werkster wijkteam",
);

/// What stands before a surname.
pub(super) static TITLES: Words = Words::of(
    "mevrouw mevr mw meneer mijnheer dhr heer dr drs prof ir mr ing ds pastor pater zuster broeder oom tante opa oma
     juf meester dokter",
);

/// First names that are also ordinary words, so that their small twins prove nothing.
pub(super) static NAMES_THAT_ARE_WORDS: Words = Words::of(
    "wil joke roos floor merel storm beer bloem jet lente lot linde fleur sterre ster iris heide bas mark max ad teun
     toon mees raaf ties vos wolf rein rik hein ward trui trees pien puck ans els tine mei juli dien cor nel bets bo
     do jan piet klaas henk kees fee hoop faas stien riet stijn ruud toos bart bram lief bert frans hans rob bob job
     sil lies",
);

/// Small words inside names and descriptions of persons.
pub(super) static PARTICLES: Words =
    Words::of("van von de der den het 't ’t ten ter te la le el al di du d' in en & + of bij uit op ’s 's y");

/// Fields of a header, topics, parts of reports: never a speaker.
pub(super) static HEADER_FIELDS: Words = Words::of(
    "datum data tijd tijdstip tijdsduur tijdsbestek duur lengte aanvang begintijd starttijd eindtijd begin einde start
     locatie plaats adres postcode woonplaats telefoon telefoonnummer tel mobiel email e-mail mail website url link
     bron onderwerp betreft thema thema's topic topics titel ondertitel auteur auteurs schrijver versie bestand
     bestandsnaam opname opnameduur audio audiobestand video transcript transcriptie transcribent transcribeur
     transcriptionist getranscribeerd uitgewerkt uitwerking verslag verslaglegging notulen agenda project onderzoek
     onderzoeksvraag deelvraag deelvragen hoofdvraag interviewvraag stelling refrein couplet strofe studie casus
     casusnummer case nummer nr nummers naam namen voornaam achternaam geboortedatum geboortejaar geboorteplaats
     geboorteland leeftijd geslacht gender sekse beroep functie opleiding opleidingsniveau werkervaring ervaring
     burgerlijke nationaliteit herkomst etniciteit achtergrond organisatie instelling afdeling bedrijf school
     woonsituatie gezinssituatie gezinssamenstelling gezin huishouden verblijfplaats diagnose diagnoses problematiek
     klachten aanwezig aanwezigen afwezig afwezigen deelnemers respondenten geïnterviewden sprekers legenda
     afkortingen codering codes code id interviewnummer respondentnummer interview interviews gesprek gesprekken
     sessie ronde meting meetmoment moment setting context situatie samenvatting conclusie conclusies inleiding
     voorwoord nawoord bijlage bijlagen hoofdstuk paragraaf tabel figuur grafiek noot noten voetnoot opmerking
     opmerkingen toelichting aantekening aantekeningen memo observatie observaties veldnotitie veldnotities
     bijzonderheden vervolg vervolgactie vervolgacties actie acties actiepunt actiepunten afspraak afspraken besluit
     besluiten doel doelen doelgroep doelstelling aanleiding resultaat resultaten effect effecten advies adviezen
     aanbeveling aanbevelingen tip tips voordeel voordelen nadeel nadelen oplossing oplossingen probleem problemen
     reden redenen oorzaak oorzaken gevolg gevolgen stap stappen fase dag dagdeel week weken maand jaar maandag
     dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september
     oktober november december voorbeeld voorbeelden citaat quote definitie definities betekenis nota nb ps n.b. p.s.
     pro pro's contra con plus plussen min minnen plan plannen kosten prijs bedrag totaal subtotaal aantal aantallen
     gemiddelde gemiddeld percentage score scores cijfer cijfers schaal oppervlakte inwoners inwonertal hoogte breedte
     gewicht temperatuur snelheid afstand ligging provincie gemeente land regio wijk buurt stad dorp hoofdstad taal
     talen methode methoden variabele variabelen sleutelwoorden trefwoorden keywords abstract literatuur referentie
     referenties bronnen status vertrouwelijk toestemming categorie label kenmerk kenmerken type soort vorm rol
     relatie sterk sterkte sterktes zwakte zwaktes kans kansen bedreiging bedreigingen succesfactor succesfactoren
     valkuil valkuilen optie opties keuze punt punten onderdeel deel groep groepen item items artikel art lid
     bladzijde blz pagina pag regel ingrediënten bereiding benodigdheden medicatie medicijnen hulpvraag hulpvragen
     aandachtspunten verbeterpunten variant alternatief regels hypothese hypotheses contact contactpersoon geboren
     reisafstand antwoordopties uitkomst waarde eenheid budget subsidie bereikbaarheid openingstijden doorlooptijd
     bijeenkomst werkzaamheden taken taak dagbesteding wonen werk werken inkomen gezondheid netwerk financiën vrije
     hobby hobby's filename file date place location duration time title author name age",
);

/// Words that may stand before the word for a side of the interview or a role: `Eerste interviewer`.
pub(super) static QUALIFIERS: Words = Words::of(
    "eerste tweede derde vierde andere onbekende unknown mannelijke vrouwelijke oude oudste jongste jonge persoonlijk
     maatschappelijk sociaal pedagogisch intern extern ambulant",
);

/// Words after `Respondent` or `Interviewer` that make a header field of it: `Respondent nummer: 12`.
pub(super) static FIELD_TAILS: Words = Words::of(
    "nummer nummers nr naam namen code id leeftijd geslacht gegevens functie profiel kenmerken achtergrond beroep rol
     datum vragen vraag groep initialen pseudoniem",
);

/// Words that open speech or notes on speech: never a speaker, whatever follows.
pub(super) static SPEECH_OPENINGS: Words = Words::of(
    "let nb ps dus nou nu ja jawel jazeker nee neen ok oké oke okee okay kijk luister eh ehm uh uhm hm hmm mm mmm mhm
     tja ach och oh ooh ah aha ha hè he hé hey hoi hallo halló moi dag doei goed goeie goede goeiemorgen goedemorgen
     goeiemiddag goedemiddag goedenavond goeienavond welkom precies inderdaad klopt juist bijvoorbeeld bijv bv en maar
     want of omdat toen dan daarna daarom daardoor daarbij daarnaast daar hier eerst later eigenlijk gewoon misschien
     soms altijd nooit wel niet ook nog al alleen echt ik jij je jou u hij zij ze wij we jullie die dat deze dit het
     een één er mijn m'n m’n jouw uw zijn z'n z’n haar ons onze hun wat wie waar waarom hoe welke welk wanneer zei
     zegt vraagt vroeg dacht riep zeg bedoel denk weet vind nogmaals kortom concreet enfin oftewel ofwel namelijk
     immers trouwens overigens anders zoals net als dank bedankt dankjewel dankuwel graag sorry pardon stop wacht kom
     ga vervolgens bij in op aan van voor met zonder over onder tussen tegen door na uit om tot sinds per vanaf
     volgens behalve niks niets iets iemand niemand alles veel weinig meer minder zo zo'n zo’n zulke zeker natuurlijk
     helaas gelukkig jammer mooi leuk prima fijn top even ten enerzijds anderzijds eerlijk letterlijk vandaag gisteren
     morgen vanochtend vanmiddag vanavond allereerst tenslotte uiteindelijk samengevat verder voorts bovendien toch
     hoezo ander andere alle elke elk ieder iedere lachen lacht lachend gelach gelacht stilte pauze onverstaanbaar
     kruispraat hoest kucht zucht snik huilt huilen muziek geluid telefoon deurbel applaus einde begin nvt n.v.t etc
     enzovoort sic http https mailto ftp www weetje feit fout onwaar geen",
);

/// Verbs that follow a person in a sentence: `Moeder zei:` introduces what she said, it labels nothing.
pub(super) static SPEECH_VERBS: Words = Words::of(
    "zei zeiden zegt zeggen zeg zegde vroeg vroegen vraagt vragen riep riepen roept dacht denkt vond vindt vertelde
     vertelt belde belt schreef schrijft antwoordde antwoordt reageerde reageert ging gaat kwam komt wilde wil had
     heeft was is wordt werd deed doet keek kijkt merkte merkt begon begint bleef blijft moest moet kan kon mag mocht
     zou zal gaf geeft weer altijd dan toen zo ook",
);

/// Notes on how something is said, as they stand in brackets after a name: `Riek (lacht):`.
pub(super) static STAGE_NOTES: Words = Words::of(
    "lacht lachend lachen lachje zucht zuchtend huilt huilend fluistert fluisterend knikt knikkend boos emotioneel
     geëmotioneerd zacht zachtjes hard roept roepend onverstaanbaar aarzelend aarzelt stil hoest kucht snikt glimlacht
     grinnikt grinnikend schudt instemmend twijfelend ironisch vervolg vervolgt onderbreekt onderbrekend door tegelijk
     gelijktijdig opgelucht verbaasd geïrriteerd",
);

/// What a person is called in the value of a header field, beside roles and names.
pub(super) static VALUE_WORDS: Words = Words::of(
    "jaar jr nr nummer onbekend anoniem m v x man vrouw mannelijk vrouwelijk interviewer interviewster onderzoeker
     onderzoekster respondent respondente geïnterviewde student studente master bachelor hbo wo mbo dr drs mevrouw
     mevr mw meneer dhr ing ir prof pseudoniem fictief gefingeerd alias",
);

/// First words of header fields for a length or a clock time.
pub(super) static DURATION_FIELDS: Words = Words::of(
    "duur lengte tijdsduur opnameduur opnametijd looptijd speelduur gespreksduur interviewduur tijd tijdstip begintijd
     starttijd eindtijd aanvang datum totale totaal tijdsbestek",
);

/// Words near a clock time in speech.
pub(super) static CLOCK_WORDS: Words = Words::of(
    "om rond omstreeks tegen vanaf uur uurtje kwart half halfvijf trein bus bussen tram vliegtuig klok wekker ochtends
     middags avonds nachts ofzo precies stipt",
);

/// Books of the Bible that are quoted with chapter and verse.
pub(super) static BIBLE_BOOKS: Words = Words::of(
    "genesis gen exodus ex leviticus numeri deuteronomium jozua richteren ruth samuël koningen job psalm psalmen ps
     spreuken prediker hooglied jesaja jeremia ezechiël daniël dan hosea joël amos jona micha zacharia maleachi
     matteüs mattheüs matt marcus markus lucas lukas luk johannes joh handelingen hand romeinen rom korintiërs
     korinthe kor galaten efeziërs filippenzen kolossenzen tessalonicenzen timoteüs titus hebreeën hebr jakobus jak
     petrus petr judas openbaring openb soera sura koran",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whole_and_in_lower_case() {
        assert!(ASKING.has("interviewer") && !ASKING.has("Interviewer") && !ASKING.has("view"));
        assert_eq!(first_word("  “Zo'n dag”, zei ze"), "zo'n");
        assert_eq!(last_word("’s Avonds 🙂 CAFÉ."), "café");
        assert_eq!(first_word("🙂 …"), "");
    }

    #[test]
    fn roles_also_end_compounds_and_topics_have_their_endings() {
        for role in ["moeder", "wijkverpleegkundige", "pleegzoon", "jeugdwerker", "buurvrouw"] {
            assert!(is_role(role), "{role}");
        }
        for other in ["anna", "tafel", "oppervlakte"] {
            assert!(!is_role(other), "{other}");
        }
        assert!(looks_like_topic("toelichting") && looks_like_topic("veiligheid") && !looks_like_topic("riek"));
    }

    #[test]
    fn no_word_is_both_a_role_and_a_field() {
        let both = ROLES.list.split_whitespace().filter(|word| HEADER_FIELDS.has(word) || SPEECH_OPENINGS.has(word));
        assert_eq!(both.collect::<Vec<_>>(), [""; 0]);
    }
}
