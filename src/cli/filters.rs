//! Conditions that several commands share: by case, role, respondent, moment, transcript, code, label, theme, coder, or
//! any query of fields. Several values of one option are alternatives; different options must all hold.

use crate::analysis::{Filter, NameKind, QuoteChoice, Study};
use crate::project::Refusal;
use crate::text::parse_query;
use clap::Args;
use std::collections::BTreeSet;

/// The arguments of [`FilterArgs`], any of which can stand for a query.
pub(super) const FILTERS: [&str; 10] =
    ["cases", "roles", "participants", "moments", "transcripts", "codes", "labels", "themes", "coders", "condition"];

/// The shared options.
#[derive(Debug, Clone, Default, Args)]
pub(super) struct FilterArgs {
    /// Alleen deze casus
    #[arg(long = "case", alias = "casus", value_name = "CASUS")]
    cases: Vec<String>,
    /// Alleen respondenten met deze rol
    #[arg(long = "role", alias = "rol", value_name = "ROL")]
    roles: Vec<String>,
    /// Alleen deze respondent
    #[arg(long = "participant", alias = "respondent", value_name = "NAAM")]
    participants: Vec<String>,
    /// Alleen dit moment (meting)
    #[arg(long = "moment", value_name = "MOMENT")]
    moments: Vec<String>,
    /// Alleen dit transcript
    #[arg(long = "transcript", value_name = "T")]
    transcripts: Vec<String>,
    /// Alleen met deze code, of een code eronder
    #[arg(long = "code", value_name = "CODE")]
    codes: Vec<String>,
    /// Alleen met dit label, of een code eronder
    #[arg(long = "label", value_name = "LABEL")]
    labels: Vec<String>,
    /// Alleen met dit thema, of iets eronder
    #[arg(long = "theme", alias = "thema", value_name = "THEMA")]
    themes: Vec<String>,
    /// Alleen gecodeerd door deze codeur
    #[arg(long = "coded-by", value_name = "CODEUR")]
    coders: Vec<String>,
    /// Voorwaarde op kenmerken, zoals 'regio:Twente AND NOT rol:professional'
    #[arg(long = "where", value_name = "VOORWAARDE")]
    condition: Option<String>,
}

impl FilterArgs {
    /// The condition as a query, for captions.
    pub(super) fn typed(&self) -> String {
        let lists = [
            ("casus", &self.cases),
            ("rol", &self.roles),
            ("respondent", &self.participants),
            ("moment", &self.moments),
            ("transcript", &self.transcripts),
            ("code", &self.codes),
            ("label", &self.labels),
            ("thema", &self.themes),
            ("codeur", &self.coders),
        ];
        let mut parts: Vec<String> = lists
            .iter()
            .filter_map(|(name, values)| {
                let each: Vec<String> = values.iter().map(|value| format!("{name}:{}", quoted(value))).collect();
                match &each[..] {
                    [] => None,
                    [one] => Some(one.clone()),
                    several => Some(format!("({})", several.join(" OR "))),
                }
            })
            .collect();
        match &self.condition {
            Some(condition) if parts.is_empty() => parts.push(condition.clone()),
            Some(condition) => parts.push(format!("({condition})")),
            None => {}
        }
        parts.join(" ")
    }

    /// What the options mean for coded fragments.
    pub(super) fn choice(&self, study: &Study) -> Result<QuoteChoice, Refusal> {
        let mut filters = Vec::new();
        for (kind, names) in [
            (NameKind::Case, &self.cases),
            (NameKind::Role, &self.roles),
            (NameKind::Participant, &self.participants),
            (NameKind::Moment, &self.moments),
            (NameKind::Transcript, &self.transcripts),
        ] {
            if !names.is_empty() {
                let any = names.iter().map(|name| Filter::named(kind, name, study)).collect::<Result<_, _>>()?;
                filters.push(Filter::Any(any));
            }
        }
        if let Some(condition) = &self.condition {
            filters.push(compile(condition, study)?);
        }
        let mut codes: Option<BTreeSet<_>> = None;
        for (kind, names) in
            [(NameKind::Code, &self.codes), (NameKind::Label, &self.labels), (NameKind::Theme, &self.themes)]
        {
            let find = match kind {
                NameKind::Label => Study::find_label,
                NameKind::Theme => Study::find_theme,
                _ => Study::find_code,
            };
            let mut any = BTreeSet::new();
            for name in names {
                any.extend(study.with_everything_below(find(study, name)?));
            }
            if !names.is_empty() {
                codes = Some(codes.map_or(any.clone(), |codes| codes.intersection(&any).copied().collect()));
            }
        }
        let mut coders = BTreeSet::new();
        for name in &self.coders {
            coders.insert(study.find_coder(name)?);
        }
        let coders = if self.coders.is_empty() { None } else { Some(coders) };
        Ok(QuoteChoice { codes, coders, filters, chosen_only: false })
    }

    /// What the options mean for turns and for tables.
    pub(super) fn filters(&self, study: &Study) -> Result<Vec<Filter>, Refusal> {
        let choice = self.choice(study)?;
        let mut filters = choice.filters;
        if choice.codes.is_some() || choice.coders.is_some() {
            filters.push(Filter::Coding { codes: choice.codes, coders: choice.coders });
        }
        Ok(filters)
    }
}

fn quoted(value: &str) -> String {
    if value.contains(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '_' | '.')) {
        format!("\"{value}\"")
    } else {
        value.to_owned()
    }
}

/// A filter from a query of fields.
pub(super) fn compile(query: &str, study: &Study) -> Result<Filter, Refusal> {
    let tree = parse_query(query).map_err(|fault| Refusal::Query { query: query.to_owned(), fault })?;
    Filter::compile(&tree, study).map_err(|fault| Refusal::Filter { query: query.to_owned(), fault })
}
