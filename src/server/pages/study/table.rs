//! The transcripts as a table that can be sorted and narrowed down; the state of it is in the address.

use super::wanted::Wanted;
use crate::analysis::{At, Progress, Study, Text, progress};
use crate::language::StudyWords;
use crate::model::{Coder, fold_name, natural_order};
use crate::project::Reading;
use crate::server::address;
use crate::server::visit::Visit;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// With more coders than this, only one's own work has a column; that of the others is summed up.
const MOST_COLUMNS: usize = 4;

/// The table.
pub(super) struct TextTable {
    /// How many transcripts the study has.
    pub(super) all: usize,
    /// Whether the work of the others is summed up in one column.
    pub(super) sums: bool,
    pub(super) heads: Vec<Head>,
    pub(super) lines: Vec<TextLine>,
    pub(super) of: String,
    pub(super) cases: Vec<(String, bool)>,
    pub(super) shows: Vec<(&'static str, &'static str, bool)>,
}

/// The head of a column.
pub(super) struct Head {
    pub(super) name: String,
    pub(super) href: String,
    /// `ascending`, `descending`, or nothing.
    pub(super) order: &'static str,
    pub(super) number: bool,
}

/// A transcript.
pub(super) struct TextLine {
    pub(super) name: String,
    pub(super) href: String,
    pub(super) case: String,
    pub(super) case_href: String,
    pub(super) people: String,
    pub(super) moment: String,
    pub(super) lines: String,
    pub(super) fragments: String,
    pub(super) quotes: String,
    pub(super) coders: Vec<CoderCell>,
    /// How many others have finished; empty when they have columns of their own.
    pub(super) others: String,
}

/// How far a coder is in a transcript.
pub(super) struct CoderCell {
    pub(super) codings: String,
    pub(super) quotes: String,
    pub(super) read: String,
    pub(super) finished: bool,
}

struct Column {
    name: String,
    coder: Option<At<Coder>>,
}

/// What is known of a text before it becomes a line.
struct Known<'s> {
    at: At<Text>,
    text: &'s Text,
    people: String,
    mine: Progress,
    percent: u32,
}

pub(super) fn table(visit: &Visit, wanted: &Wanted, everyone: &[(String, Reading)], me: &str) -> TextTable {
    let (study, w) = (visit.study.as_ref(), &visit.words().study);
    let tables = visit.tables();
    let did = progress(study);
    let reads: BTreeMap<(String, At<Text>), u32> =
        everyone.iter().map(|(name, reading)| ((fold_name(name), reading.text), reading.percent)).collect();
    let percent = |name: &str, at| reads.get(&(fold_name(name), at)).copied().unwrap_or_default();
    let columns = columns(study, me);
    let own = columns[0].coder;
    let mut known: Vec<Known<'_>> = study
        .texts
        .iter()
        .map(|(at, text)| Known {
            at,
            text,
            people: people(study, text),
            mine: own.map(|own| did.of(at, own)).unwrap_or_default(),
            percent: percent(me, at),
        })
        .filter(|known| fits(study, wanted, known))
        .collect();
    // A stable sort keeps the order of names within what is equal.
    known.sort_by(|a, b| {
        let order = compare(study, wanted.column(), a, b);
        if wanted.down { order.reverse() } else { order }
    });
    let all_columns = study.coders.len() <= MOST_COLUMNS;
    let lines = known.iter().map(|known| {
        let name = &known.text.row.name;
        let coders = columns.iter().map(|column| {
            let progress = column.coder.map(|coder| did.of(known.at, coder)).unwrap_or_default();
            let read = percent(&column.name, known.at);
            CoderCell {
                codings: (visit.messages().count)(progress.codings),
                quotes: quotes(&[("transcript", name), ("coder", &column.name)]),
                read: if read > 0 { (w.read_percent)(read) } else { String::new() },
                finished: progress.finished,
            }
        });
        let case = known.text.case.map(|at| study.cases[at].name.clone()).unwrap_or_default();
        TextLine {
            href: address::transcript(name),
            case_href: format!("/?case={}#transcripts", address::part(&case)),
            case,
            people: known.people.clone(),
            moment: moment(known.text, &tables.date_of(&known.text.row.date)),
            lines: (visit.messages().count)(known.text.structure.lines.len()),
            fragments: (visit.messages().count)(fragments(study, known.at)),
            quotes: quotes(&[("transcript", name)]),
            coders: coders.collect(),
            others: if all_columns { String::new() } else { others(study, known.at, own, w) },
            name: name.clone(),
        }
    });
    let lines: Vec<TextLine> = lines.collect();
    TextTable {
        all: study.texts.len(),
        sums: !all_columns,
        heads: heads(wanted, w, &columns, !all_columns),
        of: if wanted.narrows() { (w.of_all)(lines.len(), study.texts.len()) } else { String::new() },
        lines,
        cases: study.cases.rows().iter().map(|case| (case.name.clone(), case.name == wanted.case)).collect(),
        shows: w.shown.iter().map(|(value, name)| (*value, *name, wanted.show == *value)).collect(),
    }
}

/// One's own column first, then those of the others when there are few.
fn columns(study: &Study, me: &str) -> Vec<Column> {
    let is_me = |coder: &Coder| fold_name(&coder.name) == fold_name(me);
    let own = study.coders.iter().find(|(_, coder)| is_me(coder)).map(|(at, _)| at);
    let mut columns = vec![Column { name: me.to_owned(), coder: own }];
    if study.coders.len() <= MOST_COLUMNS {
        let others = study.coders.iter().filter(|(_, coder)| !is_me(coder));
        columns.extend(others.map(|(at, coder)| Column { name: coder.name.clone(), coder: Some(at) }));
    }
    columns
}

fn heads(wanted: &Wanted, w: &StudyWords, columns: &[Column], others: bool) -> Vec<Head> {
    let head = |name: &str, column: &str, number: bool| Head {
        name: name.to_owned(),
        href: if column.is_empty() { String::new() } else { wanted.sorted_by(column) },
        order: match (wanted.column() == column, wanted.down) {
            (false, _) => "",
            (true, false) => "ascending",
            (true, true) => "descending",
        },
        number,
    };
    let mut heads = vec![
        head(w.transcript, "name", false),
        head(w.case, "case", false),
        head(w.respondents, "people", false),
        head(w.moment, "moment", false),
        head(w.lines, "lines", true),
        head(w.fragments, "fragments", true),
    ];
    for (at, column) in columns.iter().enumerate() {
        heads.push(head(&column.name, if at == 0 { "mine" } else { "" }, true));
    }
    if others {
        heads.push(head(w.others, "", false));
    }
    heads
}

fn fits(study: &Study, wanted: &Wanted, known: &Known<'_>) -> bool {
    let case = known.text.case.map(|at| study.cases[at].name.as_str());
    let typed = fold_name(&wanted.q);
    let row = &known.text.row;
    let said = || [row.name.as_str(), &known.people, &row.moment, &row.date, case.unwrap_or_default()].map(fold_name);
    let untouched = known.percent == 0 && known.mine.codings == 0 && !known.mine.finished;
    (typed.is_empty() || said().iter().any(|words| words.contains(&typed)))
        && (wanted.case.is_empty() || case == Some(wanted.case.as_str()))
        && match wanted.show.as_str() {
            "unread" => untouched,
            "open" => !known.mine.finished,
            "finished" => known.mine.finished,
            _ => true,
        }
}

fn compare(study: &Study, column: &str, a: &Known<'_>, b: &Known<'_>) -> Ordering {
    match column {
        "case" => a.text.case.map_or(usize::MAX, At::number).cmp(&b.text.case.map_or(usize::MAX, At::number)),
        "people" => natural_order(&a.people, &b.people),
        "moment" => natural_order(&moment(a.text, &a.text.row.date), &moment(b.text, &b.text.row.date)),
        "lines" => a.text.structure.lines.len().cmp(&b.text.structure.lines.len()),
        "fragments" => fragments(study, a.at).cmp(&fragments(study, b.at)),
        "mine" => (a.mine.finished, a.percent, a.mine.codings).cmp(&(b.mine.finished, b.percent, b.mine.codings)),
        _ => a.at.cmp(&b.at),
    }
}

fn fragments(study: &Study, at: At<Text>) -> usize {
    study.places_in(at).iter().filter(|place| !study.codings_on(place).is_empty()).count()
}

fn people(study: &Study, text: &Text) -> String {
    let names: Vec<&str> = text.everyone.iter().map(|at| study.participants[*at].name.as_str()).collect();
    names.join(", ")
}

fn moment(text: &Text, date: &str) -> String {
    let parts = [text.row.moment.as_str(), date];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

/// How many of the others who coded or finished the text have finished it.
fn others(study: &Study, at: At<Text>, own: Option<At<Coder>>, w: &StudyWords) -> String {
    let did = progress_of_others(study, at, own);
    if did.is_empty() {
        return String::new();
    }
    (w.others_finished)(did.iter().filter(|finished| **finished).count(), did.len())
}

fn progress_of_others(study: &Study, at: At<Text>, own: Option<At<Coder>>) -> Vec<bool> {
    let finished = study.finished_in(at);
    let everyone = study.coders_in(at).union(&finished).copied().collect::<Vec<_>>();
    everyone.into_iter().filter(|coder| Some(*coder) != own).map(|coder| finished.contains(&coder)).collect()
}

/// The quotes of a transcript, of a coder, or both.
pub(super) fn quotes(filters: &[(&str, &str)]) -> String {
    let parts: Vec<String> = filters.iter().map(|(name, value)| format!("{name}={}", address::part(value))).collect();
    format!("/quotes?{}", parts.join("&"))
}
