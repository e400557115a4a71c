//! `code`: put a code on a passage, and everything that can be done with codes themselves.

use super::failure::Failure;
use super::filters::FilterArgs;
use super::session::Session;
use crate::analysis::{Filter, Study};
use crate::model::{CodeStatus, Level, Origin};
use crate::project::input::{CodingInput, PlaceInput};
use crate::project::{CodeFields, Confirmed, NewCode, UnknownCode, Workspace};
use clap::{Args, Subcommand, ValueEnum};

/// Codeer een passage; maak, hernoem, verplaats, voeg samen of splits codes
#[derive(Debug, Args)]
#[command(after_help = "Voorbeelden:
  codeboom code apply \"vuile was\" --in resp-06 --quote \"hun vuile was buiten te hangen\"
  codeboom code apply schaamte --in resp-06 --lines 12-14 --new
  codeboom code rename schaamte \"schaamte voor de buren\" --reason \"besproken op 3 maart\"
  codeboom code merge gêne --into schaamte --reason \"hetzelfde\"
  codeboom code move schaamte --under \"Binnenskamers houden\"")]
pub(super) struct CodeArgs {
    #[command(subcommand)]
    act: CodeAct,
}

#[derive(Debug, Subcommand)]
enum CodeAct {
    /// Zet een code op een passage
    Apply(Apply),
    /// Haal je codering van een passage
    Remove(Remove),
    /// Maak een code
    Add(Add),
    /// Geef een code een andere naam
    Rename {
        code: String,
        new: String,
        #[arg(long, default_value = "")]
        reason: String,
    },
    /// Verplaats een code binnen een taxonomie
    Move(Place),
    /// Geef een code een plaats in een taxonomie
    Place(Place),
    /// Haal een code uit een taxonomie; de code zelf blijft
    Unplace {
        code: String,
        #[arg(long)]
        taxonomy: Option<String>,
        #[arg(long, default_value = "")]
        reason: String,
    },
    /// Voeg codes samen; coderingen gaan mee
    Merge {
        /// Codes die opgaan in de andere
        #[arg(required = true)]
        codes: Vec<String>,
        /// De code die blijft
        #[arg(long)]
        into: String,
        #[arg(long, default_value = "")]
        reason: String,
    },
    /// Splits een code: coderingen die voldoen gaan naar een nieuwe code
    Split {
        code: String,
        /// Naam van de nieuwe code
        new: String,
        #[command(flatten)]
        filter: FilterArgs,
        #[arg(long, default_value = "")]
        reason: String,
    },
    /// Verwijder een code met zijn coderingen
    Delete {
        code: String,
        #[arg(long, default_value = "")]
        reason: String,
    },
    /// Maak van een code een label of thema, of andersom
    Level {
        code: String,
        level: TypedLevel,
        #[arg(long, default_value = "")]
        reason: String,
    },
    /// Verander definitie, criteria, voorbeeld, herkomst of status
    Redefine {
        code: String,
        #[command(flatten)]
        fields: Fields,
        #[arg(long, default_value = "")]
        reason: String,
    },
}

/// Where in a transcript.
#[derive(Debug, Args)]
pub(super) struct PlaceArgs {
    /// De woorden zelf
    #[arg(long, value_name = "TEKST", group = "place")]
    quote: Option<String>,
    /// De hoeveelste, als de woorden vaker voorkomen
    #[arg(long, value_name = "N", requires = "quote")]
    occurrence: Option<usize>,
    /// Hele regels, zoals 12-14
    #[arg(long, value_name = "A-B", group = "place", value_parser = lines)]
    lines: Option<(usize, usize)>,
    /// Tekens, zoals 120..180
    #[arg(long, value_name = "S..E", group = "place", value_parser = span)]
    span: Option<(u32, u32)>,
}

impl PlaceArgs {
    /// The place that is meant; clap has seen to it that there is one.
    pub(super) fn place(&self) -> PlaceInput {
        match (&self.quote, self.lines, self.span) {
            (Some(quote), _, _) => PlaceInput::Quote { quote: quote.clone(), occurrence: self.occurrence },
            (None, Some((first, last)), _) => PlaceInput::Lines { first, last },
            (None, None, Some((start, end))) => PlaceInput::Span { start, end, quote: None },
            (None, None, None) => PlaceInput::Quote { quote: String::new(), occurrence: None },
        }
    }
}

fn lines(typed: &str) -> Result<(usize, usize), String> {
    let (first, last) = typed.split_once('-').unwrap_or((typed, typed));
    match (first.trim().parse(), last.trim().parse()) {
        (Ok(first), Ok(last)) if first >= 1 && first <= last => Ok((first, last)),
        _ => Err("regels als 12-14".to_owned()),
    }
}

fn span(typed: &str) -> Result<(u32, u32), String> {
    let parsed = typed.split_once("..").map(|(start, end)| (start.trim().parse(), end.trim().parse()));
    match parsed {
        Some((Ok(start), Ok(end))) if start < end => Ok((start, end)),
        _ => Err("tekens als 120..180".to_owned()),
    }
}

#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("place").required(true).multiple(false))]
struct Apply {
    /// Code, bij naam of nummer
    code: String,
    /// Transcript
    #[arg(long = "in", value_name = "T")]
    transcript: String,
    #[command(flatten)]
    place: PlaceArgs,
    /// Maak de code als hij nog niet bestaat
    #[arg(long)]
    new: bool,
    /// Tegenvoorbeeld: telt niet als steun
    #[arg(long)]
    counter: bool,
    /// Opmerking bij de codering
    #[arg(long, default_value = "", value_name = "TEKST")]
    note: String,
    /// Waarom, voor het logboek
    #[arg(long, default_value = "", value_name = "REDEN")]
    reason: String,
}

#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("place").required(true).multiple(false))]
struct Remove {
    /// Code, bij naam of nummer
    code: String,
    /// Transcript
    #[arg(long = "in", value_name = "T")]
    transcript: String,
    #[command(flatten)]
    place: PlaceArgs,
    /// Waarom, voor het logboek
    #[arg(long, default_value = "", value_name = "REDEN")]
    reason: String,
}

#[derive(Debug, Args)]
struct Add {
    /// Naam
    name: String,
    /// Niveau
    #[arg(long, value_name = "NIVEAU")]
    level: Option<TypedLevel>,
    /// Onder welk thema, label of welke code
    #[arg(long, value_name = "CODE")]
    under: Option<String>,
    /// In welke taxonomie
    #[arg(long, value_name = "TITEL")]
    taxonomy: Option<String>,
    #[command(flatten)]
    fields: Fields,
    /// Waarom, voor het logboek
    #[arg(long, default_value = "", value_name = "REDEN")]
    reason: String,
}

#[derive(Debug, Args)]
struct Place {
    /// Code, bij naam of nummer
    code: String,
    /// Onder welk thema, label of welke code; zonder: bovenaan
    #[arg(long, value_name = "CODE")]
    under: Option<String>,
    /// In welke taxonomie
    #[arg(long, value_name = "TITEL")]
    taxonomy: Option<String>,
    /// De hoeveelste plaats onder de ouder
    #[arg(long, value_name = "N")]
    position: Option<usize>,
    /// Ook hier, naast de plaats die de code al heeft
    #[arg(long)]
    also: bool,
    /// Waarom, voor het logboek
    #[arg(long, default_value = "", value_name = "REDEN")]
    reason: String,
}

#[derive(Debug, Args)]
struct Fields {
    /// De hele zin achter de kop van een kolom
    #[arg(long, value_name = "TEKST")]
    statement: Option<String>,
    /// Wat de code betekent
    #[arg(long, value_name = "TEKST")]
    definition: Option<String>,
    /// Wanneer wel
    #[arg(long, value_name = "TEKST")]
    include: Option<String>,
    /// Wanneer niet
    #[arg(long, value_name = "TEKST")]
    exclude: Option<String>,
    /// Een typische passage
    #[arg(long, value_name = "TEKST")]
    example: Option<String>,
    /// Kleur als #rrggbb
    #[arg(long, value_name = "KLEUR")]
    color: Option<String>,
    /// Herkomst
    #[arg(long, value_name = "HERKOMST")]
    origin: Option<TypedOrigin>,
    /// Status
    #[arg(long, value_name = "STATUS")]
    status: Option<TypedStatus>,
}

impl Fields {
    fn fields(&self) -> CodeFields {
        CodeFields {
            statement: self.statement.clone(),
            definition: self.definition.clone(),
            include: self.include.clone(),
            exclude: self.exclude.clone(),
            example: self.example.clone(),
            color: self.color.clone(),
            origin: self.origin.map(TypedOrigin::origin),
            status: self.status.map(TypedStatus::status),
        }
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum TypedLevel {
    #[value(alias = "code")]
    Open,
    #[value(alias = "label", alias = "axiaal")]
    Axial,
    #[value(alias = "theme", alias = "thema", alias = "selectief")]
    Selective,
}

impl TypedLevel {
    fn level(self) -> Level {
        match self {
            Self::Open => Level::Open,
            Self::Axial => Level::Axial,
            Self::Selective => Level::Selective,
        }
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum TypedOrigin {
    #[value(name = "in-vivo", alias = "in vivo")]
    InVivo,
    #[value(alias = "inductive")]
    Inductief,
    #[value(alias = "deductive")]
    Deductief,
    #[value(alias = "adopted")]
    Overgenomen,
}

impl TypedOrigin {
    fn origin(self) -> Origin {
        match self {
            Self::InVivo => Origin::InVivo,
            Self::Inductief => Origin::Inductive,
            Self::Deductief => Origin::Deductive,
            Self::Overgenomen => Origin::Adopted,
        }
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum TypedStatus {
    #[value(alias = "proposed")]
    Voorstel,
    #[value(alias = "discussed")]
    Besproken,
    #[value(alias = "settled")]
    Vastgesteld,
}

impl TypedStatus {
    fn status(self) -> CodeStatus {
        match self {
            Self::Voorstel => CodeStatus::Proposed,
            Self::Besproken => CodeStatus::Discussed,
            Self::Vastgesteld => CodeStatus::Settled,
        }
    }
}

pub(super) fn run(args: &CodeArgs, session: &mut Session) -> Result<(), Failure> {
    let mut workspace = session.open()?;
    let messages = session.messages;
    let done = &messages.done;
    let message = match &args.act {
        CodeAct::Apply(apply) => {
            let unknown = if apply.new { UnknownCode::Make } else { UnknownCode::Refuse };
            let request = coding(&apply.code, &apply.transcript, apply.place.place(), apply.counter, &apply.note);
            (done.applied)(&workspace.apply_code(&request, unknown, &apply.reason)?.value)
        }
        CodeAct::Remove(remove) => {
            let request = coding(&remove.code, &remove.transcript, remove.place.place(), false, "");
            let removed = workspace.remove_coding(&request, &remove.reason)?.value;
            (done.removed)(&remove.code, &remove.transcript, &removed)
        }
        CodeAct::Add(add) => {
            let new = NewCode {
                name: &add.name,
                level: add.level.map(TypedLevel::level),
                under: add.under.as_deref(),
                taxonomy: add.taxonomy.as_deref(),
                fields: add.fields.fields(),
            };
            (done.code_added)(&workspace.add_code(&new, &add.reason)?.value)
        }
        CodeAct::Rename { code, new, reason } => {
            workspace.rename_code(code, new, reason)?;
            (done.renamed)(code, new)
        }
        CodeAct::Move(place) => {
            let (under, taxonomy) = (place.under.as_deref(), place.taxonomy.as_deref());
            workspace.move_code(&place.code, under, taxonomy, place.position, &place.reason)?;
            (done.moved)(&place.code, under)
        }
        CodeAct::Place(place) => {
            let confirmed = if place.also { Confirmed::Yes } else { Confirmed::No };
            let (under, taxonomy) = (place.under.as_deref(), place.taxonomy.as_deref());
            workspace.place_code(&place.code, under, taxonomy, confirmed, &place.reason)?;
            (done.placed)(&place.code, under)
        }
        CodeAct::Unplace { code, taxonomy, reason } => {
            workspace.unplace_code(code, taxonomy.as_deref(), reason)?;
            (done.unplaced)(code)
        }
        CodeAct::Merge { codes, into, reason } => {
            let others: Vec<&str> = codes.iter().map(String::as_str).collect();
            (done.merged)(into, &workspace.merge_codes(&others, into, reason)?.value)
        }
        CodeAct::Split { code, new, filter, reason } => split(&mut workspace, session, code, new, filter, reason)?,
        CodeAct::Delete { code, reason } => (done.deleted)(code, &workspace.delete_code(code, reason)?.value),
        CodeAct::Level { code, level, reason } => {
            workspace.set_level(code, level.level(), reason)?;
            (done.level_set)(code, level.level(), workspace.project()?.level_words)
        }
        CodeAct::Redefine { code, fields, reason } => {
            let changed = workspace.redefine_code(code, &fields.fields(), reason)?.changes.entry.is_some();
            if changed { (done.redefined)(code) } else { (done.nothing)() }
        }
    };
    session.say(&message);
    Ok(())
}

fn split(
    workspace: &mut Workspace,
    session: &Session,
    code: &str,
    new: &str,
    filter: &FilterArgs,
    reason: &str,
) -> Result<crate::language::Message, Failure> {
    let meant = |study: &Study| Ok(Filter::All(filter.filters(study)?));
    let split = workspace.split_code(code, new, meant, reason)?.value;
    Ok((session.messages.done.split)(code, new, &split))
}

fn coding(code: &str, transcript: &str, place: PlaceInput, counter: bool, note: &str) -> CodingInput {
    CodingInput {
        line: 0,
        transcript: transcript.to_owned(),
        place,
        code: code.to_owned(),
        coder: String::new(),
        note: note.to_owned(),
        counter,
    }
}
