//! Conditions by name, as options of a command and as fields of a page bring them: by case, role, respondent, moment,
//! transcript, code, label, theme, coder, or any query of fields. Several values of one sort are alternatives; different
//! sorts must all hold.

use super::Refusal;
use crate::analysis::{At, Filter, GroupBy, NameKind, QuoteChoice, Study, TaxonomyTree, Unknown};
use crate::model::{fold_name, nearest_names};
use crate::text::parse_query;
use std::collections::BTreeSet;

/// What is named.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each holds the names of the things it is named after")]
pub struct Conditions {
    pub cases: Vec<String>,
    pub roles: Vec<String>,
    pub participants: Vec<String>,
    pub moments: Vec<String>,
    pub transcripts: Vec<String>,
    pub codes: Vec<String>,
    pub labels: Vec<String>,
    pub themes: Vec<String>,
    pub coders: Vec<String>,
    /// A query of fields, as typed; empty for none.
    pub condition: String,
}

impl Conditions {
    /// The conditions as one query, for captions and the history.
    #[must_use]
    pub fn typed(&self) -> String {
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
        match self.condition.trim() {
            "" => {}
            condition if parts.is_empty() => parts.push(condition.to_owned()),
            condition => parts.push(format!("({condition})")),
        }
        parts.join(" ")
    }

    /// What they mean for coded fragments.
    ///
    /// # Errors
    /// When something does not exist, or the query cannot be read.
    pub fn choice(&self, study: &Study) -> Result<QuoteChoice, Refusal> {
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
        if !self.condition.trim().is_empty() {
            filters.push(compiled(&self.condition, study)?);
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
        Ok(QuoteChoice { codes, coders, filters, ..QuoteChoice::default() })
    }

    /// What they mean for turns and for tables.
    ///
    /// # Errors
    /// When something does not exist, or the query cannot be read.
    pub fn filters(&self, study: &Study) -> Result<Vec<Filter>, Refusal> {
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
///
/// # Errors
/// When it cannot be read, or names what does not exist.
pub fn compiled(query: &str, study: &Study) -> Result<Filter, Refusal> {
    let tree = parse_query(query).map_err(|fault| Refusal::Query { query: query.to_owned(), fault })?;
    Filter::compile(&tree, study).map_err(|fault| Refusal::Filter { query: query.to_owned(), fault })
}

/// A taxonomy's own scope as a filter; none when it has none.
///
/// # Errors
/// When the scope cannot be read, or names what does not exist any more.
pub fn scope_of(study: &Study, at: At<TaxonomyTree>) -> Result<Option<Filter>, Refusal> {
    let scope = study.taxonomies[at].row.scope.trim();
    if scope.is_empty() { Ok(None) } else { compiled(scope, study).map(Some) }
}

/// What to divide a table by, as typed: roles, moments or an attribute.
///
/// # Errors
/// When there is no such attribute.
pub fn divided_by(study: &Study, typed: &str) -> Result<GroupBy, Refusal> {
    match typed.to_lowercase().as_str() {
        "role" | "rol" | "groep" => Ok(GroupBy::Role),
        "moment" | "meting" => Ok(GroupBy::Moment),
        _ => {
            let names = study.attribute_names(|_| true);
            let wanted = fold_name(typed);
            match names.iter().find(|name| fold_name(name) == wanted) {
                Some(name) => Ok(GroupBy::Attribute((*name).to_owned())),
                None => Err(Refusal::Unknown(Unknown {
                    kind: NameKind::Attribute,
                    name: typed.to_owned(),
                    nearest: nearest_names(typed, names.into_iter().chain(["role", "moment"])),
                    candidates: Vec::new(),
                })),
            }
        }
    }
}
