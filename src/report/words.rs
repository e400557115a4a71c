//! The words of tables. `report/` makes tables and files but holds no sentence of any language: whoever asks for a
//! table hands over a [`TableWords`], and `language/` has one for Dutch and one for English, so that a missing word
//! does not compile. Also here: how a number, a percentage and a date are written in that language.

use crate::model::{AnchorState, CodeStatus, Kind, Level, LevelWords, Origin};

/// The words of all tables in one language.
#[derive(Debug, Clone, Copy)]
pub struct TableWords {
    /// Between whole number and decimals.
    pub decimal_mark: char,
    /// Between thousands.
    pub thousands_mark: char,
    /// A date from year, month (1 to 12) and day.
    pub date: fn(i16, u8, u8) -> String,
    /// Before the last of several names, without spaces.
    pub and: &'static str,
    /// A passage between quotation marks.
    pub quoted: fn(&str) -> String,
    /// What things are called.
    pub nouns: Nouns,
    /// What the three levels of codes are called, for each set of words a project can choose.
    pub levels: fn(LevelWords) -> LevelNouns,
    /// Heads of columns and names of rows.
    pub heads: Heads,
    /// Captions of tables.
    pub captions: Captions,
    /// Scope and notes of tables.
    pub remarks: Remarks,
    /// The sorts of text.
    pub kind: fn(Kind) -> &'static str,
    /// Where a code came from.
    pub origin: fn(Origin) -> &'static str,
    /// How far the group agrees on a code.
    pub status: fn(CodeStatus) -> &'static str,
    /// How sure the place of a fragment is.
    pub state: fn(AnchorState) -> &'static str,
    /// Who said a quote, and where.
    pub attribution: AttributionWords,
}

/// A noun, for one and for several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Noun {
    /// One of them.
    pub one: &'static str,
    /// None or several.
    pub many: &'static str,
}

/// What things are called.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "each is the noun for the thing it is named after")]
pub struct Nouns {
    pub case: Noun,
    pub participant: Noun,
    pub role: Noun,
    pub transcript: Noun,
    pub moment: Noun,
    pub line: Noun,
    pub turn: Noun,
    pub fragment: Noun,
    pub counter_example: Noun,
    pub coding: Noun,
    pub coder: Noun,
    pub quote: Noun,
    pub attribute: Noun,
    pub taxonomy: Noun,
}

/// What the three levels of codes are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LevelNouns {
    /// Open codes.
    pub open: Noun,
    /// Axial codes.
    pub axial: Noun,
    /// Selective codes.
    pub selective: Noun,
}

/// Heads of columns and names of rows.
#[derive(Debug, Clone, Copy)]
pub struct Heads {
    /// Number in a taxonomy.
    pub number: &'static str,
    /// Name of a code.
    pub name: &'static str,
    /// Level of a code.
    pub level: &'static str,
    /// The full sentence behind a column head.
    pub statement: &'static str,
    /// What a code means.
    pub definition: &'static str,
    /// When to use a code.
    pub include: &'static str,
    /// When not to use it.
    pub exclude: &'static str,
    /// A typical passage.
    pub example: &'static str,
    /// Where a code came from.
    pub origin: &'static str,
    /// How far the group agrees on a code.
    pub status: &'static str,
    /// In how many cases something occurs.
    pub occurs_in: &'static str,
    /// Quotes chosen for the report.
    pub chosen_quotes: &'static str,
    /// Sort of text.
    pub kind: &'static str,
    /// Date of an interview.
    pub date: &'static str,
    /// Coders who finished a text.
    pub finished_by: &'static str,
    /// Texts that a coder has finished.
    pub finished: &'static str,
    /// Texts in which a coder has coded anything.
    pub coded_texts: &'static str,
    /// Description of a case.
    pub description: &'static str,
    /// What is counted.
    pub figure: &'static str,
    /// How many.
    pub count: &'static str,
    /// A value of an attribute.
    pub value: &'static str,
    /// A total.
    pub total: &'static str,
    /// Everything below a theme together, each counted once.
    pub together: &'static str,
    /// Codes that stand under no theme.
    pub ungrouped: &'static str,
    /// Respondents without a role.
    pub no_role: &'static str,
    /// Respondents and texts that do not belong to one case.
    pub no_case: &'static str,
    /// Without a value.
    pub no_value: &'static str,
    /// Fragments that need a look after a correction.
    pub to_check: &'static str,
    /// Fragments whose text was deleted.
    pub gone: &'static str,
    /// The counts of one group: its name, then what is counted.
    pub group: fn(&str, Noun) -> String,
    /// In a data file, the column with what a number is out of, from the head of the number's column.
    pub out_of: fn(&str) -> String,
    /// In a data file, the column with the percentage, from the head of the number's column.
    pub percentage: fn(&str) -> String,
}

/// Captions of tables.
#[derive(Debug, Clone, Copy)]
pub struct Captions {
    /// Of a taxonomy: title, number of themes, number of labels.
    pub taxonomy: fn(&str, LevelNouns, usize, usize) -> String,
    /// Of the overview of cases with respondents per role: cases, respondents.
    pub cases_by_role: fn(usize, usize) -> String,
    /// Of the overview of cases with their numeric attributes: cases.
    pub cases_by_attribute: fn(usize) -> String,
    /// Of the codebook: themes, labels, open codes.
    pub codebook: fn(LevelNouns, [usize; 3]) -> String,
    /// Of the study in numbers.
    pub overview: &'static str,
    /// Of respondents per role: respondents.
    pub roles: fn(usize) -> String,
    /// Of texts per moment: texts that have one.
    pub moments: fn(usize) -> String,
    /// Of the attributes of a kind of thing: what, how many.
    pub attributes: fn(Noun, usize) -> String,
    /// Of progress per coder: texts in the study.
    pub progress: fn(usize) -> String,
}

/// Scope and notes of tables.
#[derive(Debug, Clone, Copy)]
pub struct Remarks {
    /// What a table is restricted to, from the conditions as typed.
    pub only: fn(&[&str]) -> String,
    /// Cell of a count out of a whole: number, whole, unit.
    pub out_of: fn(&str, &str, &str) -> String,
    /// What the counts behind the names of a taxonomy are.
    pub counts_behind_names: fn(Noun) -> String,
    /// Some fragments belong to several cases and count in each: how many.
    pub shared_fragments: fn(usize) -> String,
    /// An attribute with many values: how many different ones, the first and the last.
    pub many_values: fn(usize, &str, &str) -> String,
    /// Before the coders of a quote.
    pub coded_by: fn(&str) -> String,
    /// A code that was put on a fragment as a counter-example.
    pub as_counter_example: fn(&str) -> String,
    /// Quotes shown, quotes found.
    pub shown_of: fn(&str, &str) -> String,
}

/// Who said a quote, and where.
#[derive(Debug, Clone, Copy)]
pub struct AttributionWords {
    /// A line by its number.
    pub line: fn(u32) -> String,
    /// Only one person in the study has this role.
    pub only_one_in_role: fn(&str) -> String,
    /// Only one person in this case (second, as the attribution writes it) has this role (first).
    pub only_one_in_case: fn(&str, &str) -> String,
}

impl Noun {
    /// A noun.
    #[must_use]
    pub const fn new(one: &'static str, many: &'static str) -> Self {
        Self { one, many }
    }

    /// The form that goes with a count.
    #[must_use]
    pub fn of(self, count: usize) -> &'static str {
        if count == 1 { self.one } else { self.many }
    }

    /// As the head of a column of names.
    #[must_use]
    pub fn head(self) -> String {
        heading(self.one)
    }

    /// As the head of a column of numbers.
    #[must_use]
    pub fn heads(self) -> String {
        heading(self.many)
    }
}

impl LevelNouns {
    /// The noun of a level.
    #[must_use]
    pub fn noun(self, level: Level) -> Noun {
        match level {
            Level::Open => self.open,
            Level::Axial => self.axial,
            Level::Selective => self.selective,
        }
    }
}

impl TableWords {
    /// A number with the language's marks: `1 250,5`.
    #[must_use]
    pub fn number(&self, value: f64, decimals: u8) -> String {
        let plain = format!("{value:.*}", usize::from(decimals));
        let (sign, plain) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("-", rest));
        let (whole, rest) = plain.split_once('.').unwrap_or((plain, ""));
        let mut written = String::from(sign);
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at) % 3 == 0 {
                written.push(self.thousands_mark);
            }
            written.push(digit);
        }
        if !rest.is_empty() {
            written.push(self.decimal_mark);
            written.push_str(rest);
        }
        written
    }

    /// A count with the language's marks.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
    pub fn count(&self, count: usize) -> String {
        self.number(count as f64, 0)
    }

    /// A count with its noun: `1 casus`, `12 casussen`.
    #[must_use]
    pub fn counted(&self, count: usize, noun: Noun) -> String {
        format!("{} {}", self.count(count), noun.of(count))
    }

    /// A share of a whole (0 to 1) as a whole percentage; what is there never becomes 0%.
    #[must_use]
    pub fn percent(&self, share: f64) -> String {
        if share > 0.0 && share < 0.005 { "<1%".to_owned() } else { format!("{}%", self.number(share * 100.0, 0)) }
    }

    /// Several names in a sentence: `a, b en c`.
    #[must_use]
    pub fn listed(&self, names: &[&str]) -> String {
        match names {
            [] => String::new(),
            [one] => (*one).to_owned(),
            [first @ .., last] => format!("{} {} {last}", first.join(", "), self.and),
        }
    }

    /// A date as the language writes it. Dates are kept as the researcher typed them; only `2026-11-21` and
    /// `21-11-2026` are sure enough to be written anew.
    #[must_use]
    pub fn date_of(&self, typed: &str) -> String {
        let parts: Vec<&str> = typed.trim().split('-').collect();
        let read = match parts[..] {
            [year, month, day] if year.len() == 4 => Some((year, month, day)),
            [day, month, year] if year.len() == 4 => Some((year, month, day)),
            _ => None,
        };
        read.and_then(|(year, month, day)| {
            let (year, month, day): (i16, u8, u8) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
            ((1..=12).contains(&month) && (1..=31).contains(&day)).then(|| (self.date)(year, month, day))
        })
        .unwrap_or_else(|| typed.to_owned())
    }
}

/// A word as the head of a column: its first letter a capital.
#[must_use]
pub fn heading(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::{dutch, english};

    #[test]
    fn numbers_follow_the_language() {
        for (value, decimals, nl, en) in [
            (0.0, 0, "0", "0"),
            (999.0, 0, "999", "999"),
            (1250.5, 1, "1\u{202f}250,5", "1\u{202f}250.5"),
            (-60000.0, 0, "-60\u{202f}000", "-60\u{202f}000"),
            (1_234_567.0, 0, "1\u{202f}234\u{202f}567", "1\u{202f}234\u{202f}567"),
        ] {
            assert_eq!(dutch().number(value, decimals), nl);
            assert_eq!(english().number(value, decimals), en);
        }
    }

    #[test]
    fn percentages_are_whole_and_never_hide_what_is_there() {
        for (share, written) in [(0.0, "0%"), (0.001, "<1%"), (1.0 / 3.0, "33%"), (1.0, "100%")] {
            assert_eq!(dutch().percent(share), written);
        }
    }

    #[test]
    fn dates_are_written_anew_only_when_they_are_sure() {
        for (typed, nl) in [
            ("2026-11-21", "21 nov. 2026"),
            ("1-3-2026", "1 mrt. 2026"),
            ("najaar 2026", "najaar 2026"),
            ("11/21/2026", "11/21/2026"),
            ("2026-13-01", "2026-13-01"),
            ("", ""),
        ] {
            assert_eq!(dutch().date_of(typed), nl, "{typed}");
        }
        assert_eq!(english().date_of("2026-11-21"), "21 Nov 2026");
    }

    #[test]
    fn names_are_listed_as_in_a_sentence() {
        for (names, nl) in [
            (&[][..], ""),
            (&["Bennie"], "Bennie"),
            (&["Bennie", "Zoë"], "Bennie en Zoë"),
            (&["a", "b", "c"], "a, b en c"),
        ] {
            assert_eq!(dutch().listed(names), nl);
        }
    }

    #[test]
    fn heads_start_with_a_capital() {
        for (word, head) in [("thema's", "Thema's"), ("één", "Één"), ("", "")] {
            assert_eq!(heading(word), head);
        }
    }
}
