//! The words of the HTML report's pages in English.

use super::tables_en::EN;
use crate::report::site::SiteWords;

/// The words of the pages.
pub(super) const SITE: SiteWords = SiteWords {
    language: "en",
    tables: &EN,

    skip: "Skip to the content",
    navigation: "Parts of the report",
    on_this_page: "On this page",
    you_are_here: "You are here",
    made_with: "Made with Codeboom.",
    audience: [
        "Working version with the full transcripts. Not meant to be passed on.",
        "Appendix: no transcripts; quotes name respondent and group.",
        "Version for publication: no transcripts; quotes name the respondent group only.",
    ],
    made_on: "Made on",
    restricted_to: "Restricted to",
    previous: "Previous",
    next: "Next",
    scrolls: "Table that scrolls",

    overview: "Overview",
    taxonomies: "Taxonomies",
    codebook: "Codebook",
    memos: "Memos",

    table: "Table",
    outline: "Outline",
    codeboom: "Code tree",
    notes: "Notes",
    note: "note",
    outline_hint: "Each number counts distinct cases, respondents or fragments, together with everything below. A \
                   counter-example does not count and stands apart.",
    picture_hint: "Read from left to right. The thicker the line, the more cases it occurs in.",

    no_chosen: "No quotes have been chosen for this yet.",
    all_quotes: "All quotes",
    no_quotes: "No fragments have been coded with this.",
    spread: "Spread of the chosen quotes",
    check: "to check: the text was corrected here",
    translation: "Translation",

    texts: "Transcripts",
    no_texts: "This case has no transcripts.",
    coded_fragments: "Coded fragments",
    no_codes: "Nothing has been coded in this transcript yet.",
    nobody: "not a respondent’s words",
    file: "File",
    about: "On",
    whole_study: "the whole study",
    no_memos: "No memos have been written yet.",
    memo_kinds: [
        "Theoretical memo",
        "Methodological memo",
        "Field note",
        "Reflection",
        "Decision",
        "Storyline",
        "Logbook",
    ],

    quotes_of: |name, count| format!("{count}: to the quotes for {name}"),
    without: |label| format!("Without a {label}"),
    spread_over: |quotes, cases, participants| {
        format!("Chosen in this theme: {quotes}, from {cases} and {participants}.")
    },
    dominant: |who, count, of| format!("Note: {count} of these {of} quotes come from one respondent, {who}."),
    picture: |title, themes, labels, codes| {
        format!(
            "A tree that reads from left to right, from the title “{title}” to {themes}, {labels} and {codes}. The \
             thicker a line, the more cases it occurs in. The tables on this page give the same names and numbers."
        )
    },
};
