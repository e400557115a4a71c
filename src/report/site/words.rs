//! The words of the HTML report, as one struct per language, so that a missing one does not compile. What a table also
//! says (nouns, heads, captions, numbers) comes from its [`TableWords`]; here is what only pages say. Sentences with a
//! number in them are functions, because only the language knows its plurals. The values live in `language/`.

use crate::report::TableWords;

/// Everything the report's pages say by themselves.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "a word's name is what it says")]
pub struct SiteWords {
    /// Language tag of the pages.
    pub language: &'static str,
    /// The words of tables, in the same language.
    pub tables: &'static TableWords,

    pub skip: &'static str,
    pub navigation: &'static str,
    pub on_this_page: &'static str,
    pub you_are_here: &'static str,
    pub made_with: &'static str,
    /// What a version is for: working, appendix, publication.
    pub audience: [&'static str; 3],
    pub made_on: &'static str,
    pub restricted_to: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    /// Label of a table that scrolls, before its caption.
    pub scrolls: &'static str,

    pub overview: &'static str,
    pub taxonomies: &'static str,
    pub codebook: &'static str,
    pub memos: &'static str,

    pub table: &'static str,
    pub outline: &'static str,
    pub codeboom: &'static str,
    pub notes: &'static str,
    pub note: &'static str,
    pub outline_hint: &'static str,
    pub picture_hint: &'static str,

    pub no_chosen: &'static str,
    pub all_quotes: &'static str,
    pub no_quotes: &'static str,
    pub spread: &'static str,
    pub check: &'static str,
    pub translation: &'static str,

    pub texts: &'static str,
    pub no_texts: &'static str,
    pub coded_fragments: &'static str,
    pub no_codes: &'static str,
    /// Behind a fragment in which no respondent speaks, where nothing else may be said of it.
    pub nobody: &'static str,
    pub file: &'static str,
    pub about: &'static str,
    pub whole_study: &'static str,
    pub no_memos: &'static str,
    /// Theoretical, methodological, field note, reflection, decision, storyline, logbook.
    pub memo_kinds: [&'static str; 7],

    /// What a count leads to, for a screen reader: name, count.
    pub quotes_of: fn(name: &str, count: &str) -> String,
    /// Under a theme without a label between: the project's word for a label.
    pub without: fn(label: &str) -> String,
    /// How the chosen quotes of a theme spread: quotes, cases, participants, each with its noun.
    pub spread_over: fn(quotes: &str, cases: &str, participants: &str) -> String,
    /// One respondent gives most of the chosen quotes: who, how many, of how many.
    pub dominant: fn(who: &str, count: &str, of: &str) -> String,
    /// Description of the picture: title, and themes, labels and codes with their nouns.
    pub picture: fn(title: &str, themes: &str, labels: &str, codes: &str) -> String,
}
