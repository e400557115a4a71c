//! Counted words as tables: each word with its forms, how often it occurs, per million words, in how many transcripts
//! and cases, and per group; and the words that are characteristic of a part beside the rest.

use super::table::{Cell, Column, Line, Table};
use super::words::{Noun, TableWords};
use crate::analysis::{Lean, per_million};
use crate::project::{ComparedWords, CountedWords, Interviewer, Listed, WordsRequest};
use crate::search::{Spread, WordCount};

/// The words of these tables in one language.
#[derive(Debug, Clone, Copy)]
pub struct CountingWords {
    /// Different words, counted.
    pub word: Noun,
    /// Head of the column of words.
    pub word_head: &'static str,
    /// The forms in which a word occurs.
    pub forms: &'static str,
    /// How often in a million words.
    pub per_million: &'static str,
    /// The same in a group, by its name.
    pub group_per_million: fn(&str) -> String,
    /// Whether the part has a word more or less often.
    pub usage: &'static str,
    /// More, less or equally often in the part.
    pub lean: fn(Lean) -> &'static str,
    /// The part that is compared.
    pub part: &'static str,
    /// Everything else.
    pub rest: &'static str,
    /// Log-likelihood.
    pub log_likelihood: &'static str,
    /// Effect size.
    pub log_ratio: &'static str,
    /// Evidence, weighed against the size of the study.
    pub bic: &'static str,
    /// Caption of a count: words.
    pub caption: fn(&str) -> String,
    /// Caption of a comparison: words of the part, words of the rest.
    pub compared: fn(&str, &str) -> String,
    /// How many different words: with their noun, then transcripts and cases with theirs; no cases when empty.
    pub different: fn(&str, &str, &str) -> String,
    /// What is compared, from the conditions as typed.
    pub compared_scope: fn(&str) -> String,
    /// Under which form words stand.
    pub note_lemma: &'static str,
    /// What the interviewer says does not count.
    pub note_interviewer: &'static str,
    /// Which words are not listed.
    pub note_content: &'static str,
    /// Words that occur less often than this are not listed.
    pub note_least: fn(&str) -> String,
    /// How to read the numbers of a comparison.
    pub notes_compared: &'static [&'static str],
    /// How many words there are and how many are shown.
    pub shown: fn(total: usize, shown: usize) -> String,
    /// There are no words, because the conditions leave nothing.
    pub nothing: &'static str,
    /// The part is everything, so that there is no rest.
    pub no_rest: &'static str,
    /// The part has no words.
    pub no_part: &'static str,
}

/// Which of the counted words are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// Those that occur at least so often.
    pub least: u64,
    /// At most so many; none gives all.
    pub limit: Option<usize>,
}

/// What stands around a table of words.
#[derive(Debug, Clone, Copy)]
pub struct WordView<'v> {
    /// What was asked for.
    pub request: &'v WordsRequest,
    /// The conditions as typed; may be empty.
    pub condition: &'v str,
    /// Which words are shown.
    pub shown: Shown,
    /// The words of tables.
    pub table_words: &'v TableWords,
    /// The words of these tables.
    pub words: &'v CountingWords,
}

impl Shown {
    /// The words that occur often enough.
    pub fn often_enough<'w, T>(
        self,
        words: &'w [T],
        word_of: impl Fn(&T) -> &WordCount + 'w,
    ) -> impl Iterator<Item = &'w T> {
        words.iter().filter(move |word| word_of(word).all.words >= self.least)
    }

    /// Of those, the ones that are shown.
    pub fn of<'w, T>(self, words: &'w [T], word_of: impl Fn(&T) -> &WordCount + 'w) -> impl Iterator<Item = &'w T> {
        self.often_enough(words, word_of).take(self.limit.unwrap_or(usize::MAX))
    }
}

/// Forms in one cell: `gesprekken 21, gesprek 20`; nothing when the word only occurs as itself.
fn forms(view: &WordView<'_>, word: &WordCount) -> Cell {
    if let [(form, _)] = &word.forms[..]
        && *form == word.lemma
    {
        return Cell::Empty;
    }
    let count = |times: &u64| view.table_words.count(whole(*times));
    let forms: Vec<String> = word.forms.iter().map(|(form, times)| format!("{form} {}", count(times))).collect();
    Cell::text(forms.join(", "))
}

fn whole(count: u64) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

fn rate(count: u64, words: u64) -> Cell {
    per_million(count, words).map_or(Cell::Empty, |rate| Cell::number(rate, 0))
}

impl WordView<'_> {
    fn count(&self, count: u64) -> String {
        self.table_words.count(whole(count))
    }

    /// What a table covers: how many words, transcripts and cases.
    fn covers(&self, different: usize, all: Spread) -> String {
        let t = self.table_words;
        let cases = if all.cases > 0 { t.counted(all.cases, t.nouns.case) } else { String::new() };
        let transcripts = t.counted(all.texts, t.nouns.transcript);
        (self.words.different)(&t.counted(different, self.words.word), &transcripts, &cases)
    }

    fn notes(&self) -> Vec<(String, String)> {
        let mut notes = vec![self.words.note_lemma.to_owned()];
        if self.request.interviewer == Interviewer::LeftOut {
            notes.push(self.words.note_interviewer.to_owned());
        }
        if self.request.listed == Listed::Content {
            notes.push(self.words.note_content.to_owned());
        }
        if self.shown.least > 1 {
            notes.push((self.words.note_least)(&self.count(self.shown.least)));
        }
        notes.into_iter().map(|note| (String::new(), note)).collect()
    }

    /// The table of a count.
    #[must_use]
    pub fn counted(&self, counted: &CountedWords) -> Table {
        let (t, w) = (self.table_words, self.words);
        let all = counted.counts.all;
        let mut columns = vec![
            Column::text(w.word_head),
            Column::number(t.heads.count),
            Column::number(w.per_million),
            Column::number(t.nouns.transcript.heads()),
            Column::number(t.nouns.case.heads()),
        ];
        for (name, group) in counted.groups.iter().zip(&counted.counts.groups) {
            columns.push(Column::number(name).with_unit(format!("N={}", self.count(group.words))));
            columns.push(Column::number((w.group_per_million)(name)));
        }
        columns.push(Column::text(w.forms));
        let mut table = Table::new((w.caption)(&self.count(all.words)), columns);
        table.scope = self.covers(counted.counts.words.len(), all);
        if !self.condition.is_empty() {
            table.scope = format!("{}; {}", table.scope, (t.remarks.only)(&[self.condition]));
        }
        for word in self.shown.of(&counted.counts.words, |word| word) {
            let mut cells = vec![
                Cell::text(&word.lemma),
                Cell::count(whole(word.all.words), None),
                rate(word.all.words, all.words),
                Cell::count_of(word.all.texts, all.texts, None),
                if all.cases > 0 { Cell::count_of(word.all.cases, all.cases, None) } else { Cell::Empty },
            ];
            for (own, group) in word.groups.iter().zip(&counted.counts.groups) {
                cells.push(Cell::count(whole(own.words), None));
                cells.push(rate(own.words, group.words));
            }
            cells.push(forms(self, word));
            table.rows.push(Line::body(cells));
        }
        table.notes = self.notes();
        table
    }

    /// The table of a comparison.
    #[must_use]
    pub fn compared(&self, compared: &ComparedWords) -> Table {
        let (t, w) = (self.table_words, self.words);
        let (part, rest) = (compared.part, compared.rest);
        let columns = vec![
            Column::text(w.word_head),
            Column::text(w.usage),
            Column::number(w.part),
            Column::number((w.group_per_million)(w.part)),
            Column::number(t.nouns.transcript.heads()),
            Column::number(w.rest),
            Column::number((w.group_per_million)(w.rest)),
            Column::number(w.log_likelihood),
            Column::number(w.log_ratio),
            Column::number(w.bic),
            Column::text(w.forms),
        ];
        let mut table = Table::new((w.compared)(&self.count(part.words), &self.count(rest.words)), columns);
        table.scope = (w.compared_scope)(self.condition);
        for line in self.shown.of(&compared.words, |line| &line.word) {
            let [own, other] = [0, 1].map(|group| line.word.groups.get(group).copied().unwrap_or_default());
            table.rows.push(Line::body(vec![
                Cell::text(&line.word.lemma),
                Cell::text((w.lean)(line.keyness.lean)),
                Cell::count(whole(own.words), None),
                rate(own.words, part.words),
                Cell::count_of(own.texts, part.texts, None),
                Cell::count(whole(other.words), None),
                rate(other.words, rest.words),
                Cell::number(line.keyness.log_likelihood, 2),
                Cell::number(line.keyness.log_ratio, 2),
                Cell::number(line.keyness.bic, 2),
                forms(self, &line.word),
            ]));
        }
        table.notes = self.notes();
        table.notes.extend(w.notes_compared.iter().map(|note| (String::new(), (*note).to_owned())));
        table
    }
}

#[cfg(test)]
mod tests;
