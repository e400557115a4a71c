//! Conditions that several commands share: by case, role, respondent, moment, transcript, code, label, theme, coder, or
//! any query of fields. Several values of one option are alternatives; different options must all hold.

use crate::analysis::{Filter, QuoteChoice, Study};
use crate::project::{Conditions, Refusal, compiled};
use clap::Args;

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
    /// The same, as the verbs take them.
    fn conditions(&self) -> Conditions {
        Conditions {
            cases: self.cases.clone(),
            roles: self.roles.clone(),
            participants: self.participants.clone(),
            moments: self.moments.clone(),
            transcripts: self.transcripts.clone(),
            codes: self.codes.clone(),
            labels: self.labels.clone(),
            themes: self.themes.clone(),
            coders: self.coders.clone(),
            condition: self.condition.clone().unwrap_or_default(),
        }
    }

    /// The condition as a query, for captions.
    pub(super) fn typed(&self) -> String {
        self.conditions().typed()
    }

    /// What the options mean for coded fragments.
    pub(super) fn choice(&self, study: &Study) -> Result<QuoteChoice, Refusal> {
        if self.condition.as_deref().is_some_and(|condition| condition.trim().is_empty()) {
            // An empty condition is a mistake of whoever typed it, not the absence of one.
            compiled("", study)?;
        }
        self.conditions().choice(study)
    }

    /// What the options mean for turns and for tables.
    pub(super) fn filters(&self, study: &Study) -> Result<Vec<Filter>, Refusal> {
        self.choice(study)?;
        self.conditions().filters(study)
    }
}
