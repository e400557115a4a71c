//! The study at a glance: how many cases, respondents per role, texts and codings; the overview of cases with
//! respondents per role or numeric attributes, whichever the study has; progress per coder.

use super::list::At;
use super::{Study, Text};
use crate::model::{Case, Coder, Role, Subject, number_of};
use std::collections::BTreeSet;

/// The study in numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    /// Cases.
    pub cases: usize,
    /// Participants.
    pub participants: usize,
    /// Respondents per role, in order; those without a role last.
    pub roles: Vec<RoleLine>,
    /// Texts.
    pub texts: usize,
    /// Moments with their number of texts, in the order of the table of moments.
    pub moments: Vec<(String, usize)>,
    /// Codes by level: open, axial, selective.
    pub codes: [usize; 3],
    /// Fragments that carry a code.
    pub fragments: usize,
    /// Codings.
    pub codings: usize,
    /// Progress per coder.
    pub coders: Vec<CoderLine>,
    /// Fragments that need a look after a correction, and those whose text was deleted.
    pub to_check: usize,
    /// Fragments whose text was deleted.
    pub gone: usize,
}

/// Respondents of one role.
#[derive(Debug, Clone, PartialEq)]
pub struct RoleLine {
    /// The role; `None` for those without.
    pub role: Option<At<Role>>,
    /// Respondents.
    pub participants: usize,
    /// Share of all respondents, 0 to 1.
    pub share: f64,
}

/// What one coder did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CoderLine {
    /// The coder.
    pub coder: At<Coder>,
    /// Codings.
    pub codings: usize,
    /// Texts with at least one coding.
    pub texts: usize,
    /// Texts marked as finished.
    pub finished: usize,
}

/// One line of the overview of cases.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseLine {
    /// The case.
    pub case: At<Case>,
    /// Respondents per role, in the order of the roles, those without a role last.
    pub roles: Vec<usize>,
    /// Respondents.
    pub participants: usize,
    /// Its texts.
    pub texts: Vec<At<Text>>,
    /// Fragments.
    pub fragments: usize,
    /// Numeric attributes, in the order of [`CaseOverview::attributes`]; `None` where the case has no value.
    pub numbers: Vec<Option<f64>>,
}

/// The overview of cases.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseOverview {
    /// Names of the attributes that are numbers in every case that has them.
    pub attributes: Vec<String>,
    /// A line per case.
    pub lines: Vec<CaseLine>,
    /// Whether any respondent has no role.
    pub some_without_role: bool,
}

/// The study in numbers.
#[must_use]
pub fn overview(study: &Study) -> Overview {
    let people = study.participants.rows();
    let line = |role: Option<At<Role>>, participants: usize| RoleLine {
        role,
        participants,
        share: ratio(participants, people.len()),
    };
    let mut roles: Vec<RoleLine> = study
        .roles
        .iter()
        .map(|(at, role)| line(Some(at), people.iter().filter(|person| person.role == Some(role.id)).count()))
        .collect();
    let without = people.iter().filter(|person| person.role.is_none()).count();
    if without > 0 {
        roles.push(line(None, without));
    }
    let texts_at = |moment: &str| study.texts.rows().iter().filter(|text| text.row.moment == moment).count();
    let moments = study.moments().into_iter().map(|moment| (moment.to_owned(), texts_at(moment))).collect();
    let level = |wanted| study.codes.rows().iter().filter(|code| code.level == wanted).count();
    Overview {
        cases: study.cases.len(),
        participants: people.len(),
        roles,
        texts: study.texts.len(),
        moments,
        codes: crate::model::Level::ALL.map(level),
        fragments: study.places.rows().iter().filter(|place| !study.codings_on(place).is_empty()).count(),
        codings: study.codings.len(),
        coders: coders(study),
        to_check: study.places.rows().iter().filter(|place| place.state == crate::model::AnchorState::Check).count(),
        gone: study.gone().len(),
    }
}

fn coders(study: &Study) -> Vec<CoderLine> {
    let mut texts: Vec<BTreeSet<At<Text>>> = vec![BTreeSet::new(); study.coders.len()];
    let mut codings = vec![0; study.coders.len()];
    for coding in study.codings.rows() {
        codings[coding.coder.number()] += 1;
        texts[coding.coder.number()].insert(study.places[coding.place].transcript);
    }
    study
        .coders
        .iter()
        .map(|(at, coder)| CoderLine {
            coder: at,
            codings: codings[at.number()],
            texts: texts[at.number()].len(),
            finished: study.rows().finishes.iter().filter(|finish| finish.coder == coder.id).count(),
        })
        .collect()
}

/// The overview of cases.
#[must_use]
pub fn cases(study: &Study) -> CaseOverview {
    let names = study.attribute_names(|subject| matches!(subject, Subject::Case(_)));
    let attributes: Vec<String> = names
        .into_iter()
        .filter(|name| {
            let values = study.cases.rows().iter().filter_map(|case| study.attribute(Subject::Case(case.id), name));
            values.clone().next().is_some() && values.into_iter().all(|value| number_of(value).is_some())
        })
        .map(str::to_owned)
        .collect();
    let mut lines: Vec<CaseLine> = study
        .cases
        .iter()
        .map(|(at, case)| CaseLine {
            case: at,
            roles: vec![0; study.roles.len() + 1],
            participants: 0,
            texts: Vec::new(),
            fragments: 0,
            numbers: attributes
                .iter()
                .map(|name| study.attribute(Subject::Case(case.id), name).and_then(number_of))
                .collect(),
        })
        .collect();
    for (at, person) in study.participants.iter() {
        if let Some(case) = study.case_of(at) {
            let line = &mut lines[case.number()];
            let role = person.role.and_then(|id| study.role_at(id)).map_or(study.roles.len(), At::number);
            line.roles[role] += 1;
            line.participants += 1;
        }
    }
    for (at, text) in study.texts.iter() {
        if let Some(case) = text.case {
            lines[case.number()].texts.push(at);
        }
    }
    for place in study.places.rows().iter().filter(|place| !study.codings_on(place).is_empty()) {
        for case in &place.cases {
            lines[case.number()].fragments += 1;
        }
    }
    let some_without_role = lines.iter().any(|line| line.roles.last().is_some_and(|count| *count > 0));
    CaseOverview { attributes, lines, some_without_role }
}

#[expect(clippy::cast_precision_loss, reason = "counts of people are far below 2^52")]
fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
