//! The words of tables in English.

use crate::model::{AnchorState, CodeStatus, Kind, LevelWords, Origin};
use crate::report::{AttributionWords, Captions, Heads, LevelNouns, Noun, Nouns, Remarks, TableWords};

/// English.
pub(super) const EN: TableWords = TableWords {
    decimal_mark: '.',
    // The narrow space that does not break.
    thousands_mark: '\u{202f}',
    date,
    and: "and",
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
        line: |line| format!("l. {line}"),
        only_one_in_role: |role| {
            format!("The study has one respondent in the group “{role}”: who knows the study knows who says this.")
        },
        only_one_in_case: |role, case| {
            format!("There is one respondent in the group “{role}” in {case}: who knows the case knows who says this.")
        },
    },
};

const NOUNS: Nouns = Nouns {
    case: Noun::new("case", "cases"),
    participant: Noun::new("respondent", "respondents"),
    role: Noun::new("respondent group", "respondent groups"),
    transcript: Noun::new("transcript", "transcripts"),
    moment: Noun::new("moment", "moments"),
    line: Noun::new("line", "lines"),
    turn: Noun::new("turn", "turns"),
    fragment: Noun::new("fragment", "fragments"),
    counter_example: Noun::new("counter-example", "counter-examples"),
    coding: Noun::new("coding", "codings"),
    coder: Noun::new("coder", "coders"),
    quote: Noun::new("quote", "quotes"),
    attribute: Noun::new("attribute", "attributes"),
    taxonomy: Noun::new("taxonomy", "taxonomies"),
};

const HEADS: Heads = Heads {
    number: "No.",
    name: "Name",
    level: "Level",
    statement: "Key sentence",
    definition: "Definition",
    include: "Use for",
    exclude: "Do not use for",
    example: "Example",
    origin: "Origin",
    status: "Status",
    occurs_in: "Occurs in",
    chosen_quotes: "Chosen quotes",
    kind: "Kind of text",
    date: "Date",
    finished_by: "Finished by",
    finished: "Finished",
    coded_texts: "Coded transcripts",
    description: "Description",
    figure: "What",
    count: "Number",
    value: "Value",
    total: "Total",
    together: "Together",
    ungrouped: "Not grouped yet",
    no_role: "Without respondent group",
    no_case: "Without a case of their own",
    no_value: "Without a value",
    to_check: "Fragments that need a look",
    gone: "Fragments whose text was deleted",
    group: |group, counted| format!("{group}: {}", counted.many),
    out_of: |head| format!("{head}, out of"),
    percentage: |head| format!("{head}, %"),
};

const CAPTIONS: Captions = Captions {
    taxonomy: |title, levels, themes, labels| {
        format!("{title}: {} (N={themes}) and {} (N={labels})", levels.selective.many, levels.axial.many)
    },
    cases_by_role: |cases, people| {
        format!("Cases (N={cases}), with the number of respondents per respondent group (N={people})")
    },
    cases_by_attribute: |cases| format!("Cases (N={cases}), with their attributes in numbers"),
    codebook: |levels, [themes, labels, codes]| {
        format!(
            "Codebook: {} (N={themes}), {} (N={labels}) and {} (N={codes})",
            levels.selective.many, levels.axial.many, levels.open.many
        )
    },
    overview: "The study in numbers",
    roles: |people| format!("Respondents per respondent group (N={people})"),
    moments: |texts| format!("Transcripts per moment (N={texts})"),
    attributes: |what, count| format!("Attributes of {} (N={count})", what.many),
    progress: |texts| format!("Progress per coder (N={texts} {})", NOUNS.transcript.of(texts)),
};

const REMARKS: Remarks = Remarks {
    only: |conditions| format!("only {}", conditions.join(" and ")),
    out_of: |count, whole, unit| format!("{count} of {whole} {unit}"),
    counts_behind_names: |counted| {
        format!(
            "Behind each name stands the number of {} in which it occurs; counter-examples do not count.",
            counted.many
        )
    },
    shared_fragments: |count| match count {
        1 => "One fragment belongs to more than one case and counts in each of them.".to_owned(),
        _ => format!("{count} fragments belong to more than one case and count in each of them."),
    },
    many_values: |count, first, last| format!("{count} different values, from {first} to {last}"),
    coded_by: |coders| format!("coded by {coders}"),
    as_counter_example: |code| format!("{code} (counter-example)"),
    shown_of: |shown, found| format!("{shown} of {found} quotes"),
};

fn date(year: i16, month: u8, day: u8) -> String {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];
    let month = MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default();
    format!("{day} {month} {year}")
}

fn levels(words: LevelWords) -> LevelNouns {
    const CODE: Noun = Noun::new("code", "codes");
    const LABEL: Noun = Noun::new("label", "labels");
    const CORE_LABEL: Noun = Noun::new("core label", "core labels");
    const THEME: Noun = Noun::new("theme", "themes");
    let (open, axial, selective) = match words {
        LevelWords::CodeLabelTheme => (CODE, LABEL, THEME),
        LevelWords::CodeCoreLabelTheme => (CODE, CORE_LABEL, THEME),
        LevelWords::LabelCoreLabelTheme => (LABEL, CORE_LABEL, THEME),
        LevelWords::CodeCategoryCoreCategory => {
            (CODE, Noun::new("category", "categories"), Noun::new("core category", "core categories"))
        }
        LevelWords::CodeSubthemeTheme => (CODE, Noun::new("subtheme", "subthemes"), THEME),
    };
    LevelNouns { open, axial, selective }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Interview => "interview",
        Kind::GroupInterview => "group interview",
        Kind::Observation => "observation",
        Kind::Document => "document",
        Kind::OpenAnswer => "open answer",
        Kind::CaseReport => "case report",
    }
}

fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::InVivo => "in vivo",
        Origin::Inductive => "inductive",
        Origin::Deductive => "deductive",
        Origin::Adopted => "adopted",
    }
}

fn status(status: CodeStatus) -> &'static str {
    match status {
        CodeStatus::Proposed => "proposed",
        CodeStatus::Discussed => "discussed",
        CodeStatus::Settled => "settled",
    }
}

fn state(state: AnchorState) -> &'static str {
    match state {
        AnchorState::Exact => "in place",
        AnchorState::Moved => "moved along",
        AnchorState::Check => "needs a look",
        AnchorState::Gone => "text deleted",
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
                "codes–labels–themes",
                "codes–core labels–themes",
                "labels–core labels–themes",
                "codes–categories–core categories",
                "codes–subthemes–themes",
            ]
        );
    }

    #[test]
    fn the_caption_of_a_taxonomy_has_a_fixed_form() {
        let caption = (CAPTIONS.taxonomy)("Course", levels(LevelWords::CodeLabelTheme), 5, 33);
        assert_eq!(caption, "Course: themes (N=5) and labels (N=33)");
    }
}
