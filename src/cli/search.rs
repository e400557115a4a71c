//! `search`: turns that hold words, with their place marked.

use super::failure::Failure;
use super::filters::FilterArgs;
use super::output::Format;
use super::session::Session;
use crate::analysis::{CodingAt, ParticipantsOf, Study};
use crate::model::PointSpan;
use crate::project::{Hit, Hits, Interviewer, Refusal, SearchRequest, Workspace};
use crate::report::quotes::case_reference;
use crate::report::{self, Screen};
use crate::search::{Matching, Order};
use clap::{Args, ValueEnum};
use serde::Serialize;
use std::collections::BTreeSet;
use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

/// Zoek in de transcripten
#[derive(Debug, Args)]
#[command(after_help = "Voorbeelden:
  codeboom search schaamte                       alle vormen van het woord
  codeboom search '\"vuile was\"'                  woorden die naast elkaar staan
  codeboom search 'buren AND (hulp OR steun) NOT gemeente'
  codeboom search schaamte --role naaste --theme \"Wie zorgt\"
  codeboom search 'casus:3 vragen'               velden: casus rol respondent moment transcript code label thema codeur,
                                                 en elk kenmerk, zoals regio:Twente

AND, OR en NOT (of EN, OF, NIET) zijn hoofdletters; en, of en niet zijn gewone woorden.
Wat de interviewer zegt telt niet mee, tenzij je --interviewer geeft.")]
pub(super) struct Search {
    /// Wat je zoekt
    #[arg(value_name = "VRAAG", required_unless_present = "from")]
    query: Vec<String>,
    /// Vragen uit een bestand, een per regel; antwoordt met een regel JSON per vraag
    #[arg(long, value_name = "BESTAND", conflicts_with = "query")]
    from: Option<PathBuf>,
    /// Hoeveel treffers; 0 is alle
    #[arg(long, value_name = "N", default_value_t = 50)]
    limit: usize,
    /// Alleen precies deze woordvormen
    #[arg(long)]
    exact: bool,
    /// Ook wat de interviewer zegt
    #[arg(long)]
    interviewer: bool,
    /// Volgorde
    #[arg(long, value_name = "VOLGORDE", default_value = "relevance")]
    sort: Sort,
    #[command(flatten)]
    filter: FilterArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Sort {
    /// Beste eerst
    Relevance,
    /// Zoals ze in de teksten staan
    Text,
}

pub(super) fn run(args: &Search, session: &mut Session) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    let study = workspace.study()?;
    let filters = args.filter.filters(&study)?;
    let request = |query| SearchRequest {
        query,
        matching: if args.exact { Matching::Exact } else { Matching::Stems },
        filters: filters.clone(),
        interviewer: if args.interviewer { Interviewer::Included } else { Interviewer::LeftOut },
        limit: (args.limit > 0).then_some(args.limit),
        order: match args.sort {
            Sort::Relevance => Order::Relevance,
            Sort::Text => Order::Text,
        },
    };
    if let Some(path) = &args.from {
        let bytes = session.read(path)?;
        let queries = String::from_utf8_lossy(&bytes);
        return answer_all(session, &mut workspace, &study, queries.lines(), request);
    }
    let query = args.query.join(" ");
    let hits = workspace.search(&study, &request(&query))?;
    match session.format() {
        Format::Json => session.json(&Answer::new(&study, &hits)),
        Format::Csv => csv(session, &study, &hits),
        Format::Text | Format::Md => text(session, &study, &hits),
    }
}

fn answer_all<'q>(
    session: &Session,
    workspace: &mut Workspace,
    study: &Arc<Study>,
    queries: impl Iterator<Item = &'q str>,
    request: impl Fn(&'q str) -> SearchRequest<'q>,
) -> Result<(), Failure> {
    let mut out = session.out();
    for query in queries.filter(|query| !query.trim().is_empty()) {
        match workspace.search(study, &request(query)) {
            Ok(hits) => serde_json::to_writer(&mut out, &Answer::new(study, &hits)).map_err(std::io::Error::from)?,
            Err(refusal @ (Refusal::Query { .. } | Refusal::Filter { .. })) => {
                let error = (session.messages.refusal)(&refusal).what;
                let line = serde_json::json!({ "query": query, "error": error, "hits": [] });
                serde_json::to_writer(&mut out, &line).map_err(std::io::Error::from)?;
            }
            Err(refusal) => return Err(refusal.into()),
        }
        writeln!(out)?;
    }
    out.flush()?;
    Ok(())
}

#[derive(Serialize)]
struct Answer<'a> {
    query: &'a str,
    total: usize,
    hits: Vec<HitJson<'a>>,
}

#[derive(Serialize)]
struct HitJson<'a> {
    transcript: &'a str,
    case: Option<&'a str>,
    participant: Option<&'a str>,
    role: Option<&'a str>,
    line: usize,
    span: PointSpan,
    matches: &'a [PointSpan],
    text: &'a str,
    codes: Vec<&'a str>,
    counter: Vec<&'a str>,
}

impl<'a> Answer<'a> {
    fn new(study: &'a Study, hits: &'a Hits) -> Self {
        let list = hits.hits.iter().map(|hit| {
            let whose = Whose::of(study, hit);
            HitJson {
                transcript: &study.texts[hit.text].row.name,
                case: whose.case,
                participant: whose.participant,
                role: whose.role,
                line: hit.line,
                span: hit.points,
                matches: &hit.matches,
                text: &hit.words,
                codes: codes(study, hit, |_| true),
                counter: codes(study, hit, |coding| coding.counter),
            }
        });
        Self { query: &hits.query, total: hits.total, hits: list.collect() }
    }
}

/// Whose words a hit is.
struct Whose<'a> {
    case: Option<&'a str>,
    participant: Option<&'a str>,
    role: Option<&'a str>,
}

impl<'a> Whose<'a> {
    fn of(study: &'a Study, hit: &Hit) -> Self {
        let text = &study.texts[hit.text];
        let first = match text.speakers_of(hit.unit) {
            ParticipantsOf::Interviewer => None,
            ParticipantsOf::Participants(people) => people.first().copied(),
        };
        let case = first.and_then(|person| study.case_of(person)).or(text.case);
        let person = first.map(|at| &study.participants[at]);
        let role = person.and_then(|person| person.role).and_then(|id| study.role_at(id));
        Self {
            case: case.map(|at| study.cases[at].name.as_str()),
            participant: person.map(|person| person.name.as_str()),
            role: role.map(|at| study.roles[at].name.as_str()),
        }
    }
}

/// The codes of such codings on the fragments that a hit overlaps, each once.
fn codes<'a>(study: &'a Study, hit: &Hit, such: impl Fn(&CodingAt) -> bool) -> Vec<&'a str> {
    let places = study.places_in(hit.text).iter().filter(|place| place.span.overlaps(hit.span));
    let codings = places.flat_map(|place| study.codings_on(place)).filter(|coding| such(coding));
    let codes: BTreeSet<_> = codings.map(|coding| coding.code).collect();
    codes.into_iter().map(|code| study.codes[code].name.as_str()).collect()
}

fn csv(session: &Session, study: &Study, hits: &Hits) -> Result<(), Failure> {
    let mut file = csv::Writer::from_writer(session.out());
    let write =
        |file: &mut csv::Writer<_>, record: &[String]| file.write_record(record).map_err(report::csv::unwritable);
    let heads = ["transcript", "case", "participant", "role", "line", "start", "end", "text", "codes"];
    write(&mut file, &heads.map(str::to_owned))?;
    for hit in &hits.hits {
        let whose = Whose::of(study, hit);
        let text = |word: Option<&str>| word.unwrap_or_default().to_owned();
        write(
            &mut file,
            &[
                study.texts[hit.text].row.name.clone(),
                text(whose.case),
                text(whose.participant),
                text(whose.role),
                hit.line.to_string(),
                hit.points.start.to_string(),
                hit.points.end.to_string(),
                hit.words.clone(),
                codes(study, hit, |_| true).join("; "),
            ],
        )?;
    }
    file.flush()?;
    Ok(())
}

/// Hits to read: where it stands, then the words with what was meant in bold.
fn text(session: &Session, study: &Study, hits: &Hits) -> Result<(), Failure> {
    let mut out = session.out();
    let words = session.table_words();
    let quiet = anstyle::Style::new().dimmed();
    let strong = anstyle::Style::new().bold().underline();
    let (quiet_on, quiet_off, on, off) = match session.screen() {
        Screen::Terminal(_) => (quiet.to_string(), format!("{quiet:#}"), strong.to_string(), format!("{strong:#}")),
        Screen::Pipe => (String::new(), String::new(), String::new(), String::new()),
    };
    for hit in &hits.hits {
        let whose = Whose::of(study, hit);
        let case = whose.case.map(|case| case_reference(words, case));
        let place = [
            Some(study.texts[hit.text].row.name.clone()),
            Some((words.attribution.line)(u32::try_from(hit.line).unwrap_or(u32::MAX))),
            whose.participant.map(str::to_owned),
            whose.role.map(str::to_owned),
            case,
        ];
        let place: Vec<String> = place.into_iter().flatten().collect();
        writeln!(out, "{quiet_on}{}{quiet_off}", place.join(" · "))?;
        let mut shown = String::new();
        let mut at = 0;
        for mark in &hit.marks {
            let (start, end) = (mark.start as usize, mark.end as usize);
            shown.push_str(&hit.words[at..start]);
            shown.extend([on.as_str(), &hit.words[start..end], off.as_str()]);
            at = end;
        }
        shown.push_str(&hit.words[at..]);
        for line in shown.lines().filter(|line| !line.trim().is_empty()) {
            writeln!(out, "  {line}")?;
        }
        let codes = codes(study, hit, |_| true);
        if !codes.is_empty() {
            writeln!(out, "  {quiet_on}[{}]{quiet_off}", codes.join("; "))?;
        }
        writeln!(out)?;
    }
    out.flush()?;
    session.note(&(session.messages.command.hits)(hits.total, hits.hits.len()));
    Ok(())
}
