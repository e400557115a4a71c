//! The study at a glance, as a few small tables: its size, respondents per group with N and percentage, transcripts per
//! moment, how the attributes of cases, respondents and transcripts are spread, and progress per coder.

use super::attribute_names;
use crate::analysis::{self, CoderLine, NameKind, Overview, Study};
use crate::model::{Level, Subject, fold_name, natural_order, number_of};
use crate::report::table::{Cell, Column, Line, Table, Target};
use crate::report::words::{Noun, TableWords};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// More different values than this are summed up in one line.
const MANY_VALUES: usize = 12;

/// The tables of the study at a glance, in reading order; those with nothing in them are left out.
#[must_use]
pub fn overview(study: &Study, words: &TableWords) -> Vec<Table> {
    let overview = analysis::overview(study);
    let mut tables = vec![size(study, words, &overview)];
    tables.extend(roles(study, words, &overview));
    tables.extend(moments(study, words, &overview));
    for (kind, noun) in [
        (Kind::Case, words.nouns.case),
        (Kind::Participant, words.nouns.participant),
        (Kind::Transcript, words.nouns.transcript),
    ] {
        tables.extend(attributes(study, words, kind, noun));
    }
    tables.extend(progress(study, words, &overview));
    tables
}

fn size(study: &Study, words: &TableWords, overview: &Overview) -> Table {
    let nouns = &words.nouns;
    let levels = (words.levels)(study.level_words());
    let [open, axial, selective] = overview.codes;
    let columns = vec![Column::text(words.heads.figure), Column::number(words.heads.count)];
    let mut table = Table::new(words.captions.overview, columns);
    let lines = [
        (nouns.case.heads(), overview.cases),
        (nouns.participant.heads(), overview.participants),
        (nouns.transcript.heads(), overview.texts),
        (nouns.taxonomy.heads(), study.taxonomies.len()),
        (levels.noun(Level::Selective).heads(), selective),
        (levels.noun(Level::Axial).heads(), axial),
        (levels.noun(Level::Open).heads(), open),
        (nouns.fragment.heads(), overview.fragments),
        (nouns.coding.heads(), overview.codings),
    ];
    let doubtful = [(words.heads.to_check.to_owned(), overview.to_check), (words.heads.gone.to_owned(), overview.gone)];
    let shown = lines.into_iter().chain(doubtful.into_iter().filter(|(_, count)| *count > 0));
    table.rows = shown.map(|(name, count)| Line::body(vec![Cell::text(name), Cell::count(count, None)])).collect();
    table
}

fn roles(study: &Study, words: &TableWords, overview: &Overview) -> Option<Table> {
    if overview.roles.is_empty() {
        return None;
    }
    let columns = vec![Column::text(words.nouns.role.head()), Column::number(words.nouns.participant.heads())];
    let mut table = Table::new((words.captions.roles)(overview.participants), columns);
    table.rows.extend(overview.roles.iter().map(|line| {
        let name = line.role.map_or(words.heads.no_role, |role| study.roles[role].name.as_str());
        let count = Cell::count_with_share(line.participants, line.share);
        let target = line.role.map(|role| Target::QuotesOf(NameKind::Role, role.number()));
        let count = match target {
            Some(target) => count.leading_to(target),
            None => count,
        };
        Line::body(vec![Cell::text(name), count])
    }));
    let total = overview.roles.iter().map(|line| line.participants).sum();
    let share = overview.roles.iter().map(|line| line.share).sum();
    table.rows.push(Line::total(vec![Cell::text(words.heads.total), Cell::count_with_share(total, share)]));
    Some(table)
}

fn moments(study: &Study, words: &TableWords, overview: &Overview) -> Option<Table> {
    if overview.moments.is_empty() {
        return None;
    }
    let columns = vec![Column::text(words.nouns.moment.head()), Column::number(words.nouns.transcript.heads())];
    let mut table = Table::new((words.captions.moments)(overview.texts), columns);
    let known: usize = overview.moments.iter().map(|(_, count)| count).sum();
    let mut lines: Vec<(&str, usize)> = overview.moments.iter().map(|(name, count)| (name.as_str(), *count)).collect();
    if known < study.texts.len() {
        lines.push((words.heads.no_value, study.texts.len() - known));
    }
    let body = lines.into_iter().map(|(name, count)| Line::body(vec![Cell::text(name), Cell::count(count, None)]));
    table.rows = body.collect();
    table.rows.push(Line::total(vec![Cell::text(words.heads.total), Cell::count(overview.texts, None)]));
    Some(table)
}

/// The values of one attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttributeValues<'s> {
    /// Name of the attribute.
    pub name: &'s str,
    /// Its values in natural order, each with how many things have it.
    pub values: Vec<(&'s str, usize)>,
    /// How many things have no value.
    pub without: usize,
}

/// Whose attributes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Case,
    Participant,
    Transcript,
}

/// How the attributes of these things are spread over their values. Values that differ in case only are one.
#[must_use]
pub fn attribute_values<'s>(study: &'s Study, subjects: &[Subject]) -> Vec<AttributeValues<'s>> {
    let kinds: Vec<_> = subjects.first().map(|subject| subject.kind()).into_iter().collect();
    let names = attribute_names(study, |subject| kinds.contains(&subject.kind()));
    let spread = names.into_iter().map(|name| {
        let mut counts: BTreeMap<String, (&str, usize)> = BTreeMap::new();
        for value in subjects.iter().filter_map(|subject| study.attribute(*subject, name)) {
            counts.entry(fold_name(value)).or_insert((value, 0)).1 += 1;
        }
        let mut values: Vec<(&str, usize)> = counts.into_values().collect();
        values.sort_by(|a, b| by_value(a.0, b.0));
        let with: usize = values.iter().map(|(_, count)| count).sum();
        AttributeValues { name, values, without: subjects.len() - with }
    });
    spread.collect()
}

/// Numbers by their size (`9`, `10,5`), then words as a reader expects.
fn by_value(a: &str, b: &str) -> Ordering {
    match (number_of(a), number_of(b)) {
        (Some(x), Some(y)) => x.total_cmp(&y),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => natural_order(a, b),
    }
}

/// The things of a kind.
pub(crate) fn subjects(study: &Study, kind: Kind) -> Vec<Subject> {
    match kind {
        Kind::Case => study.cases.rows().iter().map(|row| Subject::Case(row.id)).collect(),
        Kind::Participant => study.participants.rows().iter().map(|row| Subject::Participant(row.id)).collect(),
        Kind::Transcript => study.texts.rows().iter().map(|text| Subject::Transcript(text.row.id)).collect(),
    }
}

fn attributes(study: &Study, words: &TableWords, kind: Kind, noun: Noun) -> Option<Table> {
    let subjects = subjects(study, kind);
    let spread = attribute_values(study, &subjects);
    if spread.is_empty() {
        return None;
    }
    let columns =
        vec![Column::text(words.nouns.attribute.head()), Column::text(words.heads.value), Column::number(noun.heads())];
    let mut table = Table::new((words.captions.attributes)(noun, subjects.len()), columns);
    for attribute in spread {
        let mut lines: Vec<(String, usize)> = match &attribute.values[..] {
            [(first, _), .., (last, _)] if attribute.values.len() > MANY_VALUES => {
                let with = subjects.len() - attribute.without;
                vec![((words.remarks.many_values)(attribute.values.len(), first, last), with)]
            }
            values => values.iter().map(|(value, count)| ((*value).to_owned(), *count)).collect(),
        };
        if attribute.without > 0 {
            lines.push((words.heads.no_value.to_owned(), attribute.without));
        }
        for (position, (value, count)) in lines.into_iter().enumerate() {
            let name = if position == 0 { Cell::text(attribute.name) } else { Cell::Empty };
            let number = Cell::count_with_share(count, share(count, subjects.len()));
            table.rows.push(Line::body(vec![name, Cell::text(value), number]));
        }
    }
    Some(table)
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

fn progress(study: &Study, words: &TableWords, overview: &Overview) -> Option<Table> {
    if overview.coders.is_empty() {
        return None;
    }
    let texts = study.texts.len();
    let columns = vec![
        Column::text(words.nouns.coder.head()),
        Column::number(words.nouns.coding.heads()),
        Column::number(words.heads.coded_texts),
        Column::number(words.heads.finished),
    ];
    let mut table = Table::new((words.captions.progress)(texts), columns);
    table.rows = overview
        .coders
        .iter()
        .map(|CoderLine { coder, codings, texts: coded, finished }| {
            Line::body(vec![
                Cell::text(&study.coders[*coder].name),
                Cell::count(*codings, Some(Target::QuotesOf(NameKind::Coder, coder.number()))),
                Cell::count_of(*coded, texts, None),
                Cell::count_of(*finished, texts, None),
            ])
        })
        .collect();
    Some(table)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::csv;
    use crate::report::fixture::{self, dutch, written};
    use std::sync::Arc;

    #[test]
    fn the_study_fits_on_a_page() {
        let tables = overview(&fixture::study(), dutch());
        let captions: Vec<&str> = tables.iter().map(|table| table.caption.as_str()).collect();
        assert_eq!(
            captions,
            [
                "De studie in getallen",
                "Respondenten per respondentgroep (N=3)",
                "Transcripten per moment (N=3)",
                "Kenmerken van casussen (N=2)",
                "Kenmerken van respondenten (N=3)",
                "Voortgang per codeur (N=3 transcripten)",
            ]
        );
        let as_csv = |at: usize| written(|out| csv::write(&tables[at], dutch(), out));
        assert_eq!(
            as_csv(0),
            "Wat,Aantal\nCasussen,2\nRespondenten,3\nTranscripten,3\nTaxonomieën,1\nThema's,2\nLabels,2\nCodes,5\n\
             Fragmenten,6\nCoderingen,8\n"
        );
        assert_eq!(
            as_csv(1),
            "Respondentgroep,Respondenten,\"Respondenten, %\"\n\
             naaste,2,66.7\nprofessional,1,33.3\nTotaal,3,100\n"
        );
        assert_eq!(as_csv(2), "Moment,Transcripten\nstart,2\nZonder waarde,1\nTotaal,3\n");
        assert_eq!(
            as_csv(3),
            "Kenmerk,Waarde,Casussen,\"Casussen, %\"\n\
             huisgenoten,\"1,5\",1,50\n,2,1,50\nregio,Twente,1,50\n,Zonder waarde,1,50\n"
        );
        assert_eq!(
            as_csv(5),
            "Codeur,Coderingen,Gecodeerde transcripten,\"Gecodeerde transcripten, van\",Afgerond,\"Afgerond, van\"\n\
             codeur-1,5,2,3,1,3\ncodeur-2,3,3,3,0,3\n"
        );
    }

    #[test]
    fn many_values_are_summed_up() {
        let mut rows = fixture::rows();
        let case = rows.cases[0].clone();
        let attribute = rows.attributes[0].clone();
        for year in 1..=20 {
            let case = crate::model::Case { id: crate::model::Id::new(), name: format!("c{year}"), ..case.clone() };
            let subject = Subject::Case(case.id);
            Arc::make_mut(&mut rows.cases).push(case);
            let value = if year == 20 { "onbekend".to_owned() } else { year.to_string() };
            Arc::make_mut(&mut rows.attributes).push(crate::model::Attribute {
                id: crate::model::Id::new(),
                subject,
                value,
                ..attribute.clone()
            });
        }
        let tables = overview(&Study::build(rows, 1), dutch());
        let text = written(|out| csv::write(&tables[3], dutch(), out));
        assert!(
            text.contains("huisgenoten,\"21 verschillende waarden, van 1 tot en met onbekend\",22,100\n"),
            "{text}"
        );
    }
}
