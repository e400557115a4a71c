//! `words`: which words are used, how often, and which are characteristic of a part.

use super::failure::Failure;
use super::filters::FilterArgs;
use super::output::Format;
use super::session::Session;
use crate::analysis::Study;
use crate::language::counting;
use crate::project::{Division, Interviewer, Listed, Refusal, WordsRequest, divided_by};
use crate::report::{self, Shown, WordView};
use clap::Args;

/// Least count in a comparison: of rarer words G² says too little.
const LEAST_COMPARED: u64 = 5;

/// Tel de woorden, of vind de kenmerkende woorden van een deel
#[derive(Debug, Args)]
#[command(after_help = "Voorbeelden:
  codeboom words --content                       de meest gebruikte woorden, zonder functiewoorden
  codeboom words --by role --limit 0             per respondentgroep; alle woorden
  codeboom words --role naaste --moment start    de woorden van een deel
  codeboom words --key --role naaste             wat naasten vaker of minder vaak zeggen dan anderen
  codeboom words --key --theme \"Wie zorgt\"       de kenmerkende woorden van een thema

Woorden tellen per grondvorm: gesprek en gesprekken zijn één woord. Met --code, --label, --theme en
--coded-by tellen alleen de woorden binnen die fragmenten.
Wat de interviewer zegt telt niet mee, tenzij je --interviewer geeft.")]
pub(super) struct Words {
    /// Verdeel naar role, case, moment of een kenmerk
    #[arg(long, value_name = "WAARNAAR", conflicts_with = "key")]
    by: Option<String>,
    /// Vergelijk het deel dat je kiest met de rest
    #[arg(long)]
    key: bool,
    /// Zonder lidwoorden, voornaamwoorden, hulpwerkwoorden en andere functiewoorden
    #[arg(long)]
    content: bool,
    /// Hoeveel woorden; 0 is alle
    #[arg(long, value_name = "N", default_value_t = 50)]
    limit: usize,
    /// Alleen woorden die minstens zo vaak voorkomen [standaard: 1, bij --key 5]
    #[arg(long, value_name = "N")]
    min: Option<u64>,
    /// Ook wat de interviewer zegt
    #[arg(long)]
    interviewer: bool,
    #[command(flatten)]
    filter: FilterArgs,
}

pub(super) fn run(args: &Words, session: &mut Session) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    let study = workspace.study()?;
    let condition = args.filter.typed();
    if args.key && condition.is_empty() {
        let message = (session.messages.command.bad_argument)("--key", "", "--role naaste");
        return Err(Failure::Usage(message));
    }
    let request = WordsRequest {
        filters: args.filter.filters(&study)?,
        interviewer: if args.interviewer { Interviewer::Included } else { Interviewer::LeftOut },
        listed: if args.content { Listed::Content } else { Listed::All },
    };
    let words = counting(session.messages.language);
    let least = args.min.unwrap_or(if args.key { LEAST_COMPARED } else { 1 });
    let shown = Shown { least, limit: (args.limit > 0).then_some(args.limit) };
    let view = WordView { request: &request, condition: &condition, shown, table_words: session.table_words(), words };
    let format = session.format();
    let (total, remark) = if args.key {
        let compared = workspace.compare_words(&study, &request)?;
        if format == Format::Json {
            session.json(&report::json::keyness(&compared, shown))?;
        } else {
            session.table(&view.compared(&compared), format)?;
        }
        let remark = match (compared.part.words, compared.rest.words) {
            (0, _) => Some(words.no_part),
            (_, 0) => Some(words.no_rest),
            _ => None,
        };
        (shown.often_enough(&compared.words, |line| &line.word).count(), remark)
    } else {
        let by = args.by.as_deref().map(|by| division(&study, by)).transpose()?;
        let counted = workspace.count_words(&study, &request, by.as_ref())?;
        if format == Format::Json {
            session.json(&report::json::words(&counted, shown))?;
        } else {
            session.table(&view.counted(&counted), format)?;
        }
        let remark = (counted.counts.all.words == 0).then_some(words.nothing);
        (shown.often_enough(&counted.counts.words, |word| word).count(), remark)
    };
    if study.texts.is_empty() {
        session.note(session.messages.words.no_transcripts);
    } else if let Some(remark) = remark {
        session.note(remark);
    } else {
        session.note(&(words.shown)(total, shown.limit.unwrap_or(usize::MAX).min(total)));
    }
    Ok(())
}

/// What to divide by, as typed.
fn division(study: &Study, typed: &str) -> Result<Division, Refusal> {
    match typed.to_lowercase().as_str() {
        "case" | "casus" => Ok(Division::Cases),
        _ => divided_by(study, typed).map(Division::Groups),
    }
}
