//! The words of tables in Dutch.

use crate::model::{AnchorState, CodeStatus, Kind, LevelWords, Origin};
use crate::report::{AttributionWords, Captions, Heads, LevelNouns, Noun, Nouns, Remarks, TableWords};

/// Dutch.
pub(super) const NL: TableWords = TableWords {
    decimal_mark: ',',
    // The narrow space that does not break.
    thousands_mark: '\u{202f}',
    date,
    and: "en",
    quoted: |text| format!("“{text}”"),
    nouns: NOUNS,
    levels,
    heads: HEADS,
    captions: CAPTIONS,
    remarks: REMARKS,
    kind,
    origin,
    status,
    state,
    attribution: AttributionWords {
        line: |line| format!("r. {line}"),
        only_one_in_role: |role| {
            format!("De studie heeft één respondent in de groep “{role}”: wie de studie kent, weet wie dit zegt.")
        },
        only_one_in_case: |role, case| {
            format!("In {case} is er één respondent in de groep “{role}”: wie de casus kent, weet wie dit zegt.")
        },
    },
};

const NOUNS: Nouns = Nouns {
    case: Noun::new("casus", "casussen"),
    participant: Noun::new("respondent", "respondenten"),
    role: Noun::new("respondentgroep", "respondentgroepen"),
    transcript: Noun::new("transcript", "transcripten"),
    moment: Noun::new("moment", "momenten"),
    line: Noun::new("regel", "regels"),
    turn: Noun::new("beurt", "beurten"),
    fragment: Noun::new("fragment", "fragmenten"),
    counter_example: Noun::new("tegenvoorbeeld", "tegenvoorbeelden"),
    coding: Noun::new("codering", "coderingen"),
    coder: Noun::new("codeur", "codeurs"),
    quote: Noun::new("citaat", "citaten"),
    attribute: Noun::new("kenmerk", "kenmerken"),
    taxonomy: Noun::new("taxonomie", "taxonomieën"),
};

const HEADS: Heads = Heads {
    number: "Nr.",
    name: "Naam",
    level: "Niveau",
    statement: "Kernzin",
    definition: "Definitie",
    include: "Wel gebruiken bij",
    exclude: "Niet gebruiken bij",
    example: "Voorbeeld",
    origin: "Herkomst",
    status: "Status",
    occurs_in: "Komt voor in",
    chosen_quotes: "Gekozen citaten",
    kind: "Soort tekst",
    date: "Datum",
    finished_by: "Afgerond door",
    finished: "Afgerond",
    coded_texts: "Gecodeerde transcripten",
    description: "Omschrijving",
    figure: "Wat",
    count: "Aantal",
    value: "Waarde",
    total: "Totaal",
    together: "Samen",
    ungrouped: "Nog niet geordend",
    no_role: "Zonder respondentgroep",
    no_case: "Zonder eigen casus",
    no_value: "Zonder waarde",
    to_check: "Fragmenten om na te kijken",
    gone: "Fragmenten waarvan de tekst is verwijderd",
    group: |group, counted| format!("{group}: {}", counted.many),
    out_of: |head| format!("{head}, van"),
    percentage: |head| format!("{head}, %"),
};

const CAPTIONS: Captions = Captions {
    taxonomy: |title, levels, themes, labels| {
        format!("{title}: {} (N={themes}) en {} (N={labels})", levels.selective.many, levels.axial.many)
    },
    cases_by_role: |cases, people| {
        format!("Casussen (N={cases}), met het aantal respondenten per respondentgroep (N={people})")
    },
    cases_by_attribute: |cases| format!("Casussen (N={cases}), met hun kenmerken in getallen"),
    codebook: |levels, [themes, labels, codes]| {
        format!(
            "Codeboek: {} (N={themes}), {} (N={labels}) en {} (N={codes})",
            levels.selective.many, levels.axial.many, levels.open.many
        )
    },
    overview: "De studie in getallen",
    roles: |people| format!("Respondenten per respondentgroep (N={people})"),
    moments: |texts| format!("Transcripten per moment (N={texts})"),
    attributes: |what, count| format!("Kenmerken van {} (N={count})", what.many),
    progress: |texts| format!("Voortgang per codeur (N={texts} {})", NOUNS.transcript.of(texts)),
};

const REMARKS: Remarks = Remarks {
    only: |conditions| format!("alleen {}", conditions.join(" en ")),
    out_of: |count, whole, unit| format!("{count} van {whole} {unit}"),
    counts_behind_names: |counted| {
        format!(
            "Achter elke naam staat het aantal {} waarin die voorkomt; tegenvoorbeelden tellen niet mee.",
            counted.many
        )
    },
    shared_fragments: |count| match count {
        1 => "Eén fragment hoort bij meer dan één casus en telt in elk daarvan mee.".to_owned(),
        _ => format!("{count} fragmenten horen bij meer dan één casus en tellen in elk daarvan mee."),
    },
    many_values: |count, first, last| format!("{count} verschillende waarden, van {first} tot en met {last}"),
    coded_by: |coders| format!("gecodeerd door {coders}"),
    as_counter_example: |code| format!("{code} (tegenvoorbeeld)"),
    shown_of: |shown, found| format!("{shown} van {found} citaten"),
};

fn date(year: i16, month: u8, day: u8) -> String {
    const MONTHS: [&str; 12] =
        ["jan.", "feb.", "mrt.", "apr.", "mei", "juni", "juli", "aug.", "sept.", "okt.", "nov.", "dec."];
    let month = MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default();
    format!("{day} {month} {year}")
}

fn levels(words: LevelWords) -> LevelNouns {
    const CODE: Noun = Noun::new("code", "codes");
    const LABEL: Noun = Noun::new("label", "labels");
    const CORE_LABEL: Noun = Noun::new("kernlabel", "kernlabels");
    const THEME: Noun = Noun::new("thema", "thema's");
    let (open, axial, selective) = match words {
        LevelWords::CodeLabelTheme => (CODE, LABEL, THEME),
        LevelWords::CodeCoreLabelTheme => (CODE, CORE_LABEL, THEME),
        LevelWords::LabelCoreLabelTheme => (LABEL, CORE_LABEL, THEME),
        LevelWords::CodeCategoryCoreCategory => {
            (CODE, Noun::new("categorie", "categorieën"), Noun::new("kerncategorie", "kerncategorieën"))
        }
        LevelWords::CodeSubthemeTheme => (CODE, Noun::new("subthema", "subthema's"), THEME),
    };
    LevelNouns { open, axial, selective }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Interview => "interview",
        Kind::GroupInterview => "groepsinterview",
        Kind::Observation => "observatie",
        Kind::Document => "document",
        Kind::OpenAnswer => "open antwoord",
        Kind::CaseReport => "casusverslag",
    }
}

fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::InVivo => "in vivo",
        Origin::Inductive => "inductief",
        Origin::Deductive => "deductief",
        Origin::Adopted => "overgenomen",
    }
}

fn status(status: CodeStatus) -> &'static str {
    match status {
        CodeStatus::Proposed => "voorstel",
        CodeStatus::Discussed => "besproken",
        CodeStatus::Settled => "vastgesteld",
    }
}

fn state(state: AnchorState) -> &'static str {
    match state {
        AnchorState::Exact => "op zijn plaats",
        AnchorState::Moved => "meeverschoven",
        AnchorState::Check => "na te kijken",
        AnchorState::Gone => "tekst verwijderd",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_set_of_level_words_has_its_plurals() {
        let said: Vec<String> = LevelWords::ALL
            .into_iter()
            .map(levels)
            .map(|nouns| format!("{}–{}–{}", nouns.open.many, nouns.axial.many, nouns.selective.many))
            .collect();
        assert_eq!(
            said,
            [
                "codes–labels–thema's",
                "codes–kernlabels–thema's",
                "labels–kernlabels–thema's",
                "codes–categorieën–kerncategorieën",
                "codes–subthema's–thema's",
            ]
        );
    }

    #[test]
    fn the_caption_of_a_taxonomy_has_a_fixed_form() {
        let caption = (CAPTIONS.taxonomy)("Verloop", levels(LevelWords::CodeLabelTheme), 5, 33);
        assert_eq!(caption, "Verloop: thema's (N=5) en labels (N=33)");
        let one = (CAPTIONS.taxonomy)("Zo'n titel: deel 2", levels(LevelWords::CodeCategoryCoreCategory), 1, 1);
        assert_eq!(one, "Zo'n titel: deel 2: kerncategorieën (N=1) en categorieën (N=1)");
    }
}
