//! What is wrong with a search or with a condition such as `casus:3`, with a mark under the place.

use super::clauses::{did_you_mean, unknown, unknown_hint};
use crate::analysis::{Expected, FilterFault};
use crate::language::Message;
use crate::language::phrases::{count, name};
use crate::language::pictures;
use crate::text::{
    DEEPEST_QUERY, LONGEST_QUERY, LONGEST_REACH, MOST_WIDENED, Operator, PatternProblem, QueryFault, QueryFaultKind,
    Side,
};

pub(super) fn query(query: &str, fault: &QueryFault) -> Message {
    let message = Message::new(&query_clause(query, fault));
    let shown = match fault.kind {
        QueryFaultKind::TooLong => Vec::new(),
        _ if query.trim().is_empty() => Vec::new(),
        _ => pictures::query(query, fault.place),
    };
    message.details(shown).hints(query_hint(query, fault))
}

pub(super) fn query_clause(query: &str, fault: &QueryFault) -> String {
    match fault.kind {
        QueryFaultKind::Empty => "er staat niets om naar te zoeken".to_owned(),
        QueryFaultKind::OnlyPunctuation => "hier staan alleen leestekens, en die worden niet gezocht".to_owned(),
        QueryFaultKind::UnclosedQuote => "dit aanhalingsteken wordt niet gesloten".to_owned(),
        QueryFaultKind::UnclosedBracket => "dit haakje wordt niet gesloten".to_owned(),
        QueryFaultKind::StrayBracket => "dit haakje sluit iets dat niet geopend is".to_owned(),
        QueryFaultKind::MissingOperand(operator, side) => {
            let side = match side {
                Side::Before => "voor",
                Side::After => "na",
            };
            format!("{side} {} staat niets om te zoeken", typed(query, fault, operator))
        }
        QueryFaultKind::TooDeep => {
            format!("hier staan meer dan {DEEPEST_QUERY} haakjes, ontkenningen of NABIJ's in elkaar")
        }
        QueryFaultKind::NotWords => "NABIJ staat tussen woorden, en dit is iets anders".to_owned(),
        QueryFaultKind::NotCodings => {
            "naast BINNEN, OVERLAPT, SAMEN en VOLGT hoort een voorwaarde op één codering".to_owned()
        }
        QueryFaultKind::NotValue => "tussen de haakjes na een veld horen alleen waarden".to_owned(),
        QueryFaultKind::BadReach => format!("na NABIJ/ hoort een getal van 1 tot {LONGEST_REACH}, of zin, of beurt"),
        QueryFaultKind::BadTurns => format!("na VOLGT/ hoort een getal van 0 tot {LONGEST_REACH}"),
        QueryFaultKind::BadFuzziness => "een woord mag één of twee letters afwijken".to_owned(),
        QueryFaultKind::PhraseNumber => "na een zinsdeel tussen aanhalingstekens staat ~ zonder getal".to_owned(),
        QueryFaultKind::SeveralWords => "dit kan alleen bij één woord, zonder streepjes of punten".to_owned(),
        QueryFaultKind::UnclosedPattern => "deze schuine streep wordt niet gesloten".to_owned(),
        QueryFaultKind::Pattern(problem) => format!("dit patroon kan niet: {}", pattern(problem)),
        QueryFaultKind::TooMany => {
            format!("er staan meer dan {} woorden met een sterretje, ~ of schuine strepen", count(MOST_WIDENED))
        }
        QueryFaultKind::TooLong => {
            format!("de zoekopdracht is langer dan {} kB", count(LONGEST_QUERY / 1024))
        }
    }
}

fn query_hint(query: &str, fault: &QueryFault) -> Option<String> {
    match fault.kind {
        QueryFaultKind::Empty | QueryFaultKind::OnlyPunctuation => {
            Some("Typ een of meer woorden, bijvoorbeeld `codeboom search schaamte`.".to_owned())
        }
        QueryFaultKind::UnclosedQuote => {
            Some("Zet achter de woorden nog een aanhalingsteken, of laat dit weg.".to_owned())
        }
        QueryFaultKind::UnclosedBracket => Some("Zet erachter nog een haakje, of laat dit weg.".to_owned()),
        QueryFaultKind::StrayBracket => Some("Laat het weg, of zet er een haakje openen voor.".to_owned()),
        QueryFaultKind::MissingOperand(operator, _) => {
            let word = typed(query, fault, operator).to_lowercase();
            Some(format!("Zoek je het woord zelf, schrijf het dan klein: {word}."))
        }
        QueryFaultKind::NotWords => Some(
            "Schrijf NABIJ tussen twee woorden of zinsdelen, of woorden met OF ertussen tussen haakjes: (broer OF zus) \
             NABIJ/5 helpen."
                .to_owned(),
        ),
        QueryFaultKind::NotCodings => Some(expected_hint(Expected::Coding).to_owned()),
        QueryFaultKind::NotValue => Some("Schrijf bijvoorbeeld casus:(1 OF 2).".to_owned()),
        QueryFaultKind::BadReach => Some("Schrijf bijvoorbeeld NABIJ/5, NABIJ/zin of NABIJ/beurt.".to_owned()),
        QueryFaultKind::BadTurns => Some("Schrijf VOLGT, of hoeveel beurten later het mag: VOLGT/3.".to_owned()),
        QueryFaultKind::BadFuzziness => Some("Schrijf woord~1 of woord~2.".to_owned()),
        QueryFaultKind::PhraseNumber => Some(
            "Met ~ tellen alle vormen van de woorden mee. Mogen er woorden tussen staan, schrijf dan vuile NABIJ/3 was."
                .to_owned(),
        ),
        QueryFaultKind::SeveralWords => Some(
            "Zoek de delen naast elkaar, met NABIJ/1 ertussen, of zet een sterretje alleen aan het eind.".to_owned(),
        ),
        QueryFaultKind::UnclosedPattern => Some(
            "Een patroon staat tussen twee schuine strepen, gaat over één woord en heeft geen spaties: /ver(geten|gat)/. \
             Zoek je dit woord zelf, zet het dan tussen aanhalingstekens."
                .to_owned(),
        ),
        QueryFaultKind::Pattern(_) => {
            Some("Zoek je dit woord zelf, zet het dan tussen aanhalingstekens in plaats van schuine strepen.".to_owned())
        }
        QueryFaultKind::TooDeep | QueryFaultKind::TooMany => None,
        QueryFaultKind::TooLong => Some(
            "Zoek in delen; met `codeboom search --from BESTAND` kan elke regel een eigen zoekopdracht zijn."
                .to_owned(),
        ),
    }
}

/// The operator as it was typed, without what follows its slash: Dutch and English ones both work.
fn typed(query: &str, fault: &QueryFault, operator: Operator) -> String {
    let (start, end) = (fault.place.start as usize, fault.place.end as usize);
    let word: String = query.chars().skip(start).take(end.saturating_sub(start)).collect();
    let word = word.split('/').next().unwrap_or_default();
    let known = operator.words();
    known.into_iter().find(|known| *known == word).unwrap_or(known[0]).to_owned()
}

pub(super) fn filter(query: &str, fault: &FilterFault) -> Message {
    match fault {
        FilterFault::Field { name: field, nearest, place } => {
            Message::new(&format!("er is geen veld of kenmerk {}", name(field)))
                .details(pictures::query(query, *place))
                .hints(did_you_mean(nearest))
                .hint(
                    "Velden zijn casus, rol, respondent, transcript, moment, datum, codeur, code, label, thema, \
             tegenvoorbeeld en memo, en elk kenmerk uit je eigen tabel.",
                )
        }
        FilterFault::Value { unknown: value, place } => {
            let picture = place.map(|place| pictures::query(query, place)).unwrap_or_default();
            Message::new(&unknown(value)).details(picture).hints(unknown_hint(value))
        }
        FilterFault::Words { place } => Message::new("hier kan alleen een voorwaarde staan, geen woorden uit de tekst")
            .details(pictures::query(query, *place))
            .hint("Schrijf een veld met een waarde, zoals casus:3 of rol:\"sociaal netwerk\".")
            .hint("Woorden zoek je met `codeboom search`."),
        FilterFault::Expected { what, place } => {
            Message::new(expected(*what)).details(pictures::query(query, *place)).hint(expected_hint(*what))
        }
        FilterFault::Incomparable { name: attribute, place } => {
            Message::new(&format!("kenmerk {} heeft geen getallen of datums om te vergelijken", name(attribute)))
                .details(pictures::query(query, *place))
                .hint("Vraag naar een waarde zoals die in je tabel staat, of naar het begin ervan met een sterretje.")
        }
    }
}

fn expected(what: Expected) -> &'static str {
    match what {
        Expected::Coding => "dit veld zegt niets over een codering",
        Expected::Date => "dit is geen datum",
        Expected::NumberOrDate => "aan een kant van dit bereik staat geen getal en geen datum",
        Expected::Word => "hier hoort een woord dat in een memo kan staan",
        Expected::YesOrNo => "hier hoort ja of nee",
    }
}

fn expected_hint(what: Expected) -> &'static str {
    match what {
        Expected::Coding => {
            "Dat is code, label, thema, codeur of tegenvoorbeeld, zoals in code:\"vuile was\" BINNEN thema:schaamte."
        }
        Expected::Date => "Schrijf datum:2025-03-14, datum:2025-03, of van tot en met: datum:2025-01-01..2025-06-30.",
        Expected::NumberOrDate => {
            "Schrijf leeftijd:40..60, leeftijd:>=40 of intake:2025-01..2025-06. Zoek je deze tekens zelf, zet ze dan \
             tussen aanhalingstekens."
        }
        Expected::Word => "Schrijf memo:schaamte of memo:\"nog eens lezen\".",
        Expected::YesOrNo => "Schrijf tegenvoorbeeld:ja of tegenvoorbeeld:nee.",
    }
}

/// What is wrong with a regular expression.
fn pattern(problem: PatternProblem) -> &'static str {
    match problem {
        PatternProblem::UnclosedGroup => "een haakje wordt niet gesloten",
        PatternProblem::UnopenedGroup => "een haakje sluit iets dat niet geopend is",
        PatternProblem::UnclosedClass => "een vierkant haakje wordt niet gesloten",
        PatternProblem::ClassRange => "tussen vierkante haakjes loopt een reeks van achter naar voren",
        PatternProblem::NothingToRepeat => "er staat niets dat herhaald kan worden voor *, + of ?",
        PatternProblem::Count => "tussen accolades staat geen aantal",
        PatternProblem::Escape => "de letter na \\ heeft geen betekenis",
        PatternProblem::LastEscape => "na de laatste \\ staat niets",
        PatternProblem::LookAround => "vooruit- of terugkijken kan niet",
        PatternProblem::Property => "deze eigenschap van letters bestaat niet",
        PatternProblem::TooDeep => "er staan te veel haakjes in elkaar",
        PatternProblem::TooLarge => "het herhaalt zo vaak dat het te groot wordt",
        PatternProblem::Other => "het is niet te lezen",
    }
}
