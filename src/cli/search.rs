//! `search`: turns that hold words, with their place marked.

use super::applying::{self, ApplyArgs};
use super::failure::Failure;
use super::filters::{FILTERS, FilterArgs};
use super::matching::MatchingArgs;
use super::output::Format;
use super::session::Session;
use crate::analysis::{At, CodingAt, ParticipantsOf, Study, Text};
use crate::model::PointSpan;
use crate::project::{Hit, Hits, Interviewer, Neighbour, Refusal, SearchRequest, Surroundings, Workspace};
use crate::report::quotes::case_reference;
use crate::report::{self, Screen};
use crate::search::Order;
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
  codeboom search '\"vuile was\"'                  precies deze woorden naast elkaar; '\"vuile was\"~' in al hun vormen
  codeboom search 'buren AND (hulp OR steun) NOT gemeente'
  codeboom search 'net*' '*werk' 'netwrek~1'     wat zo begint, wat zo eindigt, wat een letter scheelt
  codeboom search '/ver(geten|gat)/'             woorden die op een patroon passen
  codeboom search 'regie* NABIJ/5 netwerk'       hooguit vijf woorden verder; NABIJ/zin, NABIJ/beurt: in een zin, een beurt
  codeboom search schaamte --role naaste --theme \"Wie zorgt\"
  codeboom search 'casus:(3 OF 4) leeftijd:40..60 vragen'
  codeboom search 'code:schaamte BINNEN code:buren'
  codeboom search 'schaamte NIET gecodeerd'

Velden: casus rol respondent moment datum transcript code label thema codeur tegenvoorbeeld memo, en elk kenmerk uit je
tabel, zoals regio:Twente. Waarden: regio:Gron*, leeftijd:40..60, leeftijd:>40, casus:(1 OF 2), \"zorg duur\":3.

Coderingen: BINNEN (WITHIN), OVERLAPT (OVERLAPS), SAMEN (COOCCURS), VOLGT en VOLGT/3 (FOLLOWS), NIET gecodeerd (NOT coded).

Operatoren zijn hoofdletters: EN, OF, NIET, NABIJ (AND, OR, NOT, NEAR); en, of en niet zijn gewone woorden. Een streepje
hoort bij het woord.
Wat de interviewer zegt telt niet mee, tenzij je --interviewer geeft.")]
pub(super) struct Search {
    /// Wat je zoekt
    #[arg(value_name = "VRAAG", required_unless_present_any = FILTERS, required_unless_present = "from")]
    query: Vec<String>,
    /// Vragen uit een bestand, een per regel; antwoordt met een regel JSON per vraag
    #[arg(long, value_name = "BESTAND", conflicts_with = "query")]
    from: Option<PathBuf>,
    /// Hoeveel treffers; 0 is alle [anders 50, en met --apply alle]
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
    #[command(flatten)]
    matching: MatchingArgs,
    /// Ook wat de interviewer zegt
    #[arg(long)]
    interviewer: bool,
    /// Volgorde
    #[arg(long, value_name = "VOLGORDE", default_value = "relevance")]
    sort: Sort,
    /// Met zoveel beurten ervoor en erna
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    context: usize,
    #[command(flatten)]
    apply: ApplyArgs,
    #[command(flatten)]
    filter: FilterArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Sort {
    /// Beste eerst
    Relevance,
    /// Zoals ze in de teksten staan
    Text,
    /// Per casus, dan zoals ze in de teksten staan
    Case,
}

pub(super) fn run(args: &Search, session: &mut Session) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    let study = workspace.study()?;
    let filters = args.filter.filters(&study)?;
    let limit = args.limit.or_else(|| args.apply.code().is_none().then_some(50));
    let request = |query| SearchRequest {
        query,
        matching: args.matching.matching(),
        filters: filters.clone(),
        interviewer: if args.interviewer { Interviewer::Included } else { Interviewer::LeftOut },
        limit: limit.filter(|limit| *limit > 0),
        order: match args.sort {
            Sort::Relevance => Order::Relevance,
            Sort::Text => Order::Text,
            Sort::Case => Order::Case,
        },
    };
    if let Some(path) = &args.from {
        let bytes = session.read(path)?;
        let queries = String::from_utf8_lossy(&bytes);
        return answer_all(session, &mut workspace, &study, queries.lines(), request, args.context);
    }
    let typed = args.query.join(" ");
    let filters = args.filter.typed();
    let asked = [typed.trim(), &filters].join(" ");
    // Without words, the conditions are the query: every turn that they hold for.
    let query = if args.query.is_empty() { filters } else { typed };
    if let Some(code) = args.apply.code() {
        return applying::run(&args.apply, code, session, &mut workspace, &study, request(&query), &asked);
    }
    let hits = workspace.search(&study, &request(&query))?;
    let around = workspace.surroundings(&study, &hits.hits, args.context)?;
    match session.format() {
        Format::Json => session.json(&Answer::new(&study, &hits, &around)),
        Format::Csv => csv(session, &study, &hits),
        Format::Text | Format::Md => text(session, &study, &hits, &around),
    }
}

fn answer_all<'q>(
    session: &Session,
    workspace: &mut Workspace,
    study: &Arc<Study>,
    queries: impl Iterator<Item = &'q str>,
    request: impl Fn(&'q str) -> SearchRequest<'q>,
    context: usize,
) -> Result<(), Failure> {
    let mut out = session.out();
    for query in queries.filter(|query| !query.trim().is_empty()) {
        match workspace.search(study, &request(query)) {
            Ok(hits) => {
                let around = workspace.surroundings(study, &hits.hits, context)?;
                serde_json::to_writer(&mut out, &Answer::new(study, &hits, &around)).map_err(std::io::Error::from)?;
            }
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
    #[serde(skip_serializing_if = "Option::is_none")]
    context: Option<ContextJson<'a>>,
}

impl<'a> Answer<'a> {
    fn new(study: &'a Study, hits: &'a Hits, around: &'a [Surroundings]) -> Self {
        let list = hits.hits.iter().zip(around).map(|(hit, around)| {
            let whose = Whose::of(study, hit.text, hit.unit);
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
                context: ContextJson::new(study, hit, around),
            }
        });
        Self { query: &hits.query, total: hits.total, hits: list.collect() }
    }
}

#[derive(Serialize)]
struct ContextJson<'a> {
    before: Vec<NeighbourJson<'a>>,
    after: Vec<NeighbourJson<'a>>,
}

#[derive(Serialize)]
struct NeighbourJson<'a> {
    participant: Option<&'a str>,
    role: Option<&'a str>,
    line: usize,
    span: PointSpan,
    text: &'a str,
}

impl<'a> ContextJson<'a> {
    /// None when nothing around the hit was asked for, or there is nothing.
    fn new(study: &'a Study, hit: &Hit, around: &'a Surroundings) -> Option<Self> {
        let list = |neighbours: &'a [Neighbour]| -> Vec<NeighbourJson<'a>> {
            let json = |near: &'a Neighbour| {
                let whose = Whose::of(study, hit.text, near.unit);
                let (participant, role) = (whose.participant, whose.role);
                NeighbourJson { participant, role, line: near.line, span: near.points, text: &near.words }
            };
            neighbours.iter().map(json).collect()
        };
        let nothing = around.before.is_empty() && around.after.is_empty();
        (!nothing).then(|| Self { before: list(&around.before), after: list(&around.after) })
    }
}

/// Whose words a turn is.
pub(super) struct Whose<'a> {
    pub(super) case: Option<&'a str>,
    pub(super) participant: Option<&'a str>,
    pub(super) role: Option<&'a str>,
}

impl<'a> Whose<'a> {
    pub(super) fn of(study: &'a Study, text: At<Text>, unit: usize) -> Self {
        let text = &study.texts[text];
        let first = match text.speakers_of(unit) {
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
pub(super) fn codes<'a>(study: &'a Study, hit: &Hit, such: impl Fn(&CodingAt) -> bool) -> Vec<&'a str> {
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
        let whose = Whose::of(study, hit.text, hit.unit);
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
fn text(session: &Session, study: &Study, hits: &Hits, around: &[Surroundings]) -> Result<(), Failure> {
    let mut out = session.out();
    let words = session.table_words();
    let quiet = anstyle::Style::new().dimmed();
    let strong = anstyle::Style::new().bold().underline();
    let (quiet_on, quiet_off, on, off) = match session.screen() {
        Screen::Terminal(_) => (quiet.to_string(), format!("{quiet:#}"), strong.to_string(), format!("{strong:#}")),
        Screen::Pipe => (String::new(), String::new(), String::new(), String::new()),
    };
    for (hit, around) in hits.hits.iter().zip(around) {
        let whose = Whose::of(study, hit.text, hit.unit);
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
        near(&mut out, &around.before, &quiet_on, &quiet_off)?;
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
        near(&mut out, &around.after, &quiet_on, &quiet_off)?;
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

/// What was said around a hit, further in than the hit itself.
fn near(out: &mut impl Write, turns: &[Neighbour], on: &str, off: &str) -> Result<(), Failure> {
    for line in turns.iter().flat_map(|turn| turn.words.lines()).filter(|line| !line.trim().is_empty()) {
        writeln!(out, "    {on}{line}{off}")?;
    }
    Ok(())
}
