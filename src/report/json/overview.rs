//! The study at a glance as JSON.

use super::{Pairs, language_key, level_words_key};
use crate::analysis::{self, Study};
use crate::report::lists::{Kind, attribute_values, subjects};
use serde::Serialize;

/// The study in numbers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OverviewJson<'s> {
    title: &'s str,
    language: &'static str,
    level_words: &'static str,
    cases: usize,
    participants: usize,
    roles: Vec<RoleShare<'s>>,
    transcripts: usize,
    moments: Vec<Moment>,
    taxonomies: Vec<&'s str>,
    codes: Codes,
    fragments: usize,
    codings: usize,
    to_check: usize,
    gone: usize,
    coders: Vec<Progress<'s>>,
    attributes: Vec<Attribute<'s>>,
}

/// Participants of a role; `null` for those without.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct RoleShare<'s> {
    role: Option<&'s str>,
    participants: usize,
    share: f64,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Moment {
    moment: String,
    transcripts: usize,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Codes {
    open: usize,
    axial: usize,
    selective: usize,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Progress<'s> {
    coder: &'s str,
    codings: usize,
    transcripts: usize,
    finished: usize,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Attribute<'s> {
    of: &'static str,
    name: &'s str,
    values: Pairs<&'s str, usize>,
    without: usize,
}

/// The JSON of the study at a glance.
#[must_use]
pub fn overview(study: &Study) -> OverviewJson<'_> {
    let overview = analysis::overview(study);
    let project = study.project();
    let [open, axial, selective] = overview.codes;
    let roles = overview.roles.iter().map(|line| RoleShare {
        role: line.role.map(|role| study.roles[role].name.as_str()),
        participants: line.participants,
        share: line.share,
    });
    let coders = overview.coders.iter().map(|line| Progress {
        coder: &study.coders[line.coder].name,
        codings: line.codings,
        transcripts: line.texts,
        finished: line.finished,
    });
    let kinds = [("case", Kind::Case), ("participant", Kind::Participant), ("transcript", Kind::Transcript)];
    let attributes = kinds.into_iter().flat_map(|(of, kind)| {
        let spread = attribute_values(study, &subjects(study, kind));
        spread.into_iter().map(move |attribute| Attribute {
            of,
            name: attribute.name,
            values: Pairs(attribute.values),
            without: attribute.without,
        })
    });
    OverviewJson {
        title: &project.title,
        language: language_key(project.language),
        level_words: level_words_key(project.level_words),
        cases: overview.cases,
        participants: overview.participants,
        roles: roles.collect(),
        transcripts: overview.texts,
        moments: overview.moments.into_iter().map(|(moment, transcripts)| Moment { moment, transcripts }).collect(),
        taxonomies: study.taxonomies.rows().iter().map(|tree| tree.row.title.as_str()).collect(),
        codes: Codes { open, axial, selective },
        fragments: overview.fragments,
        codings: overview.codings,
        to_check: overview.to_check,
        gone: overview.gone,
        coders: coders.collect(),
        attributes: attributes.collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::{self, written};
    use crate::report::json::write;

    #[test]
    fn the_shape_of_the_study_at_a_glance() {
        let study = fixture::study();
        let text = written(|out| write(&overview(&study), out));
        let shares = (2.0_f64 / 3.0, 1.0_f64 / 3.0);
        let expected = format!(
            concat!(
                r#"{{"title":"Samen | thuis","language":"nl","level_words":"code_label_theme","cases":2,"#,
                r#""participants":3,"roles":[{{"role":"naaste","participants":2,"share":{}}},"#,
                r#"{{"role":"professional","participants":1,"share":{}}}],"transcripts":3,"#,
                r#""moments":[{{"moment":"start","transcripts":2}}],"taxonomies":["Zo'n dag thuis"],"#,
                r#""codes":{{"open":5,"axial":2,"selective":2}},"fragments":6,"codings":8,"to_check":0,"gone":0,"#,
                r#""coders":[{{"coder":"codeur-1","codings":5,"transcripts":2,"finished":1}},"#,
                r#"{{"coder":"codeur-2","codings":3,"transcripts":3,"finished":0}}],"#,
                r#""attributes":[{{"of":"case","name":"huisgenoten","values":{{"1,5":1,"2":1}},"without":0}},"#,
                r#"{{"of":"case","name":"regio","values":{{"Twente":1}},"without":1}},"#,
                r#"{{"of":"participant","name":"leeftijd","values":{{"79":1}},"without":2}}]}}"#,
                "\n"
            ),
            shares.0, shares.1
        );
        assert_eq!(text, expected);
    }
}
