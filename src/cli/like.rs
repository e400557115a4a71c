//! `like`: the passages that are most like those already under a code and do not carry it, with the words that speak for
//! each.

use super::code::PlaceArgs;
use super::failure::Failure;
use super::filters::FilterArgs;
use super::output::Format;
use super::search::{Whose, codes};
use super::session::Session;
use crate::analysis::{Filter, Study};
use crate::model::PointSpan;
use crate::project::{AlikeHit, AlikeHits, AlikeRequest, Interviewer, Like};
use crate::report::quotes::case_reference;
use crate::report::{self, Screen};
use clap::Args;
use serde::Serialize;
use std::io::Write;

/// Zoek passages die lijken op wat al onder een code staat
#[derive(Debug, Args)]
#[command(
    group = clap::ArgGroup::new("place").multiple(false),
    after_help = "Voorbeelden:
  codeboom like schaamte                          wat lijkt op schaamte, maar die code nog niet heeft
  codeboom like schaamte --role naaste --limit 5
  codeboom like --in resp-06 --lines 12-14        wat lijkt op deze passage

Bij elke passage staan de woorden die ervoor spreken. Of de code er hoort, beslis jij.
Een label of thema telt alles mee wat eronder staat. Met --coded-by gaat het om wat die codeur gecodeerd heeft."
)]
pub(super) struct LikeArgs {
    /// Code, label of thema, bij naam of nummer
    #[arg(value_name = "CODE", required_unless_present = "transcript", conflicts_with = "transcript")]
    code: Option<String>,
    /// In plaats van een code: een passage uit dit transcript
    #[arg(long = "in", id = "transcript", value_name = "T", requires = "place")]
    transcript: Option<String>,
    #[command(flatten)]
    place: PlaceArgs,
    /// Hoeveel passages; 0 is alle
    #[arg(long, value_name = "N", default_value_t = 20)]
    limit: usize,
    /// Ook wat de interviewer zegt
    #[arg(long)]
    interviewer: bool,
    #[command(flatten)]
    filter: FilterArgs,
}

pub(super) fn run(args: &LikeArgs, session: &mut Session) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    let study = workspace.study()?;
    let choice = args.filter.choice(&study)?;
    let mut filters = choice.filters;
    if choice.codes.is_some() {
        filters.push(Filter::Coding { codes: choice.codes, coders: None });
    }
    let place = args.place.place();
    let like = match (&args.code, &args.transcript) {
        (Some(code), _) => Like::Code(study.find_code(code).map_err(crate::project::Refusal::from)?),
        (None, transcript) => Like::Place { transcript: transcript.as_deref().unwrap_or_default(), place: &place },
    };
    let code = match like {
        Like::Code(code) => Some(study.codes[code].name.as_str()),
        Like::Place { .. } => None,
    };
    let request = AlikeRequest {
        like,
        coders: choice.coders,
        filters,
        interviewer: if args.interviewer { Interviewer::Included } else { Interviewer::LeftOut },
        limit: (args.limit > 0).then_some(args.limit),
    };
    let found = workspace.find_alike(&study, &request)?;
    match session.format() {
        Format::Json => session.json(&Answer::new(&study, code, &found)),
        Format::Csv => csv(session, &study, &found),
        Format::Text | Format::Md => {
            text(session, &study, &found)?;
            let finding = &session.messages.finding;
            session.note(&match code {
                Some(code) => (finding.alike)(code, found.hits.len(), found.fragments),
                None => (finding.alike_place)(found.hits.len()),
            });
            Ok(())
        }
    }
}

#[derive(Serialize)]
struct Answer<'a> {
    code: Option<&'a str>,
    fragments: usize,
    total: usize,
    hits: Vec<PassageJson<'a>>,
}

#[derive(Serialize)]
struct PassageJson<'a> {
    transcript: &'a str,
    case: Option<&'a str>,
    participant: Option<&'a str>,
    role: Option<&'a str>,
    line: usize,
    span: PointSpan,
    matches: &'a [PointSpan],
    text: &'a str,
    codes: Vec<&'a str>,
    score: f64,
    words: Vec<WordJson<'a>>,
}

#[derive(Serialize)]
struct WordJson<'a> {
    word: &'a str,
    share: f64,
}

impl<'a> Answer<'a> {
    fn new(study: &'a Study, code: Option<&'a str>, found: &'a AlikeHits) -> Self {
        let passage = |alike: &'a AlikeHit| {
            let hit = &alike.hit;
            let whose = Whose::of(study, hit.text, hit.unit);
            PassageJson {
                transcript: &study.texts[hit.text].row.name,
                case: whose.case,
                participant: whose.participant,
                role: whose.role,
                line: hit.line,
                span: hit.points,
                matches: &hit.matches,
                text: &hit.words,
                codes: codes(study, hit, |_| true),
                score: rounded(alike.score),
                words: alike
                    .words
                    .iter()
                    .map(|word| WordJson { word: &word.word, share: rounded(word.share) })
                    .collect(),
            }
        };
        Self { code, fragments: found.fragments, total: found.total, hits: found.hits.iter().map(passage).collect() }
    }
}

/// With three decimals: more would only look exact.
fn rounded(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

fn speaking(alike: &AlikeHit) -> String {
    let words: Vec<&str> = alike.words.iter().map(|speaking| speaking.word.as_str()).collect();
    words.join(", ")
}

fn csv(session: &Session, study: &Study, found: &AlikeHits) -> Result<(), Failure> {
    let mut file = csv::Writer::from_writer(session.out());
    let heads =
        ["transcript", "case", "participant", "role", "line", "start", "end", "score", "words", "text", "codes"];
    file.write_record(heads).map_err(report::csv::unwritable)?;
    for alike in &found.hits {
        let hit = &alike.hit;
        let whose = Whose::of(study, hit.text, hit.unit);
        file.write_record([
            study.texts[hit.text].row.name.as_str(),
            whose.case.unwrap_or_default(),
            whose.participant.unwrap_or_default(),
            whose.role.unwrap_or_default(),
            &hit.line.to_string(),
            &hit.points.start.to_string(),
            &hit.points.end.to_string(),
            &rounded(alike.score).to_string(),
            &speaking(alike),
            &hit.words,
            &codes(study, hit, |_| true).join("; "),
        ])
        .map_err(report::csv::unwritable)?;
    }
    file.flush()?;
    Ok(())
}

/// Passages to read: where each stands, what speaks for it, and the words with those in bold.
fn text(session: &Session, study: &Study, found: &AlikeHits) -> Result<(), Failure> {
    let mut out = session.out();
    let words = session.table_words();
    let styled = matches!(session.screen(), Screen::Terminal(_));
    let quiet = if styled { anstyle::Style::new().dimmed() } else { anstyle::Style::new() };
    let strong = if styled { anstyle::Style::new().bold() } else { anstyle::Style::new() };
    let (strong_on, strong_off) = (strong.to_string(), format!("{strong:#}"));
    for alike in &found.hits {
        let hit = &alike.hit;
        let whose = Whose::of(study, hit.text, hit.unit);
        let heads = [
            Some(study.texts[hit.text].row.name.clone()),
            Some((words.attribution.line)(u32::try_from(hit.line).unwrap_or(u32::MAX))),
            whose.participant.map(str::to_owned),
            whose.role.map(str::to_owned),
            whose.case.map(|case| case_reference(words, case)),
        ];
        let heads: Vec<String> = heads.into_iter().flatten().collect();
        writeln!(out, "{quiet}{}{quiet:#}", heads.join(" · "))?;
        let mut shown = String::new();
        let mut at = 0;
        for mark in &hit.marks {
            let (start, end) = (mark.start as usize, mark.end as usize);
            shown.push_str(&hit.words[at..start]);
            shown.extend([strong_on.as_str(), &hit.words[start..end], strong_off.as_str()]);
            at = end;
        }
        shown.push_str(&hit.words[at..]);
        for line in shown.lines().filter(|line| !line.trim().is_empty()) {
            writeln!(out, "  {line}")?;
        }
        let score = (session.messages.number)(alike.score, 2);
        writeln!(out, "  {quiet}{score}: {}{quiet:#}", speaking(alike))?;
        let codes = codes(study, hit, |_| true);
        if !codes.is_empty() {
            writeln!(out, "  {quiet}[{}]{quiet:#}", codes.join("; "))?;
        }
        writeln!(out)?;
    }
    out.flush()?;
    Ok(())
}
