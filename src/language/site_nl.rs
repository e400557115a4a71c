//! The words of the HTML report's pages in Dutch.

use super::tables_nl::NL;
use crate::report::site::SiteWords;

/// The words of the pages.
pub(super) const SITE: SiteWords = SiteWords {
    language: "nl",
    tables: &NL,

    skip: "Naar de inhoud",
    navigation: "Onderdelen van het rapport",
    on_this_page: "Op deze pagina",
    you_are_here: "Je bent hier",
    made_with: "Gemaakt met Codeboom.",
    audience: [
        "Werkversie met de volledige transcripten. Niet bedoeld om te verspreiden.",
        "Bijlage: zonder transcripten; bij een citaat staan respondent en groep.",
        "Versie voor publicatie: zonder transcripten; bij een citaat staat alleen de respondentgroep.",
    ],
    made_on: "Gemaakt op",
    restricted_to: "Beperkt tot",
    previous: "Vorige",
    next: "Volgende",
    scrolls: "Tabel die je kunt schuiven",

    overview: "Overzicht",
    taxonomies: "Taxonomieën",
    codebook: "Codeboek",
    memos: "Memo’s",

    table: "Tabel",
    outline: "Uitwerking",
    codeboom: "Codeboom",
    notes: "Noten",
    note: "noot",
    outline_hint: "Elk getal telt verschillende casussen, respondenten of fragmenten, met alles wat eronder staat \
                   erbij. Een tegenvoorbeeld telt niet mee en staat apart.",
    picture_hint: "Lees van links naar rechts. Hoe dikker de lijn, in hoe meer casussen het voorkomt.",

    no_chosen: "Hiervoor zijn nog geen citaten gekozen.",
    all_quotes: "Alle citaten",
    no_quotes: "Hier zijn geen fragmenten bij gecodeerd.",
    spread: "Spreiding van de gekozen citaten",
    check: "nakijken: de tekst is hier gecorrigeerd",
    translation: "Vertaling",

    texts: "Transcripten",
    no_texts: "Bij deze casus horen geen transcripten.",
    coded_fragments: "Gecodeerde fragmenten",
    no_codes: "In dit transcript is nog niets gecodeerd.",
    nobody: "niet de woorden van een respondent",
    file: "Bestand",
    about: "Bij",
    whole_study: "het hele onderzoek",
    no_memos: "Er zijn nog geen memo’s geschreven.",
    memo_kinds: [
        "Theoretische memo",
        "Methodologische memo",
        "Veldnotitie",
        "Reflectie",
        "Besluit",
        "Verhaallijn",
        "Logboek",
    ],

    quotes_of: |name, count| format!("{count}: naar de citaten bij {name}"),
    without: |label| format!("Zonder {label}"),
    spread_over: |quotes, cases, participants| {
        format!("In dit thema staan {quotes} gekozen, uit {cases} en van {participants}.")
    },
    dominant: |who, count, of| format!("Let op: {count} van deze {of} citaten komen van één respondent, {who}."),
    picture: |title, themes, labels, codes| {
        format!(
            "Een boom die van links naar rechts loopt, van de titel “{title}” naar {themes}, {labels} en {codes}. Hoe \
             dikker een lijn, in hoe meer casussen het voorkomt. De tabellen op deze pagina geven dezelfde namen en \
             getallen."
        )
    },
};
