//! Who said a quote, and where, between brackets behind it. How much it tells depends on who reads: fellow researchers
//! want to find the place, readers of an appendix tell voices apart, readers of a publication see the role alone. And
//! since a role can be one person, [`exposures`] says which quotes would still point at somebody.

use crate::analysis::{At, Place, Study};
use crate::model::{Case, Participant, Role, fold_name};
use crate::report::shown::distinct;
use crate::report::words::TableWords;
use std::collections::BTreeSet;

/// Who reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Audience {
    /// Those who work on the study (werk).
    #[default]
    Work,
    /// Readers of an appendix (bijlage).
    Appendix,
    /// Readers of a publication (publicatie).
    Publication,
}

/// A part of an attribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Participant,
    Role,
    Case,
    Line,
}

impl Audience {
    /// Every audience, the one that sees most first.
    pub const ALL: [Self; 3] = [Self::Work, Self::Appendix, Self::Publication];

    /// The template: which parts stand between the brackets, in order.
    fn parts(self) -> &'static [Part] {
        match self {
            Self::Work => &[Part::Participant, Part::Role, Part::Case, Part::Line],
            Self::Appendix => &[Part::Participant, Part::Role],
            Self::Publication => &[Part::Role],
        }
    }
}

/// The attribution of a fragment with its brackets: `(Resp 6, coördinator, casus 3, r. 12)`. A fragment in which several
/// people speak names them all. Parts that are not known are left out; when none is known it is empty.
#[must_use]
pub fn attribution(study: &Study, words: &TableWords, place: &Place, audience: Audience) -> String {
    let people: Vec<&Participant> = place.participants.iter().map(|person| &study.participants[*person]).collect();
    let parts = audience.parts().iter().map(|part| match part {
        Part::Participant => words.listed(&distinct(people.iter().map(|person| person.name.as_str()))),
        Part::Role => words.listed(&distinct(people.iter().filter_map(|person| role_name(study, person)))),
        Part::Case => {
            let cases: Vec<String> =
                place.cases.iter().map(|case| case_reference(words, &study.cases[*case].name)).collect();
            words.listed(&distinct(cases.iter().map(String::as_str)))
        }
        Part::Line => (words.attribution.line)(place.line),
    });
    let known: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    if known.is_empty() { String::new() } else { format!("({})", known.join(", ")) }
}

fn role_name<'s>(study: &'s Study, person: &Participant) -> Option<&'s str> {
    person.role.and_then(|role| study.role_at(role)).map(|role| study.roles[role].name.as_str())
}

/// `casus 3`; a name that already says so (`Casus 3`) stays as it is.
#[must_use]
pub fn case_reference(words: &TableWords, name: &str) -> String {
    let noun = words.nouns.case.one;
    let folded = fold_name(name);
    let said = folded.strip_prefix(noun).is_some_and(|rest| !rest.starts_with(char::is_alphabetic));
    if said { name.to_owned() } else { format!("{noun} {name}") }
}

/// A respondent whom a role points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exposure {
    /// The role.
    pub role: At<Role>,
    /// The case in which nobody else has it; none when nobody else in the whole study has it.
    pub case: Option<At<Case>>,
    /// The respondent.
    pub participant: At<Participant>,
}

/// Who can be recognised by their role alone, or by their role within their case, among the people who speak in these
/// fragments.
#[must_use]
pub fn exposures(study: &Study, places: &[At<Place>]) -> Vec<Exposure> {
    let quoted: BTreeSet<At<Participant>> =
        places.iter().flat_map(|place| study.places[*place].participants.iter().copied()).collect();
    let mut exposures: Vec<Exposure> = Vec::new();
    for participant in quoted {
        let person = &study.participants[participant];
        let Some(role) = person.role.and_then(|role| study.role_at(role)) else { continue };
        let same_role = || study.participants.rows().iter().filter(|other| other.role == person.role);
        if same_role().count() == 1 {
            exposures.push(Exposure { role, case: None, participant });
        } else if person.case.is_some() && same_role().filter(|other| other.case == person.case).count() == 1 {
            exposures.push(Exposure { role, case: study.case_of(participant), participant });
        }
    }
    exposures.sort_unstable();
    exposures
}

/// An exposure as a warning. It names the role and the case, not the respondent.
#[must_use]
pub fn exposure_text(study: &Study, words: &TableWords, exposure: &Exposure) -> String {
    let role = &study.roles[exposure.role].name;
    match exposure.case {
        None => (words.attribution.only_one_in_role)(role),
        Some(case) => (words.attribution.only_one_in_case)(role, &case_reference(words, &study.cases[case].name)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Rows;
    use crate::report::fixture::{self, dutch, english};
    use std::sync::Arc;

    #[test]
    fn each_audience_sees_its_own_parts() {
        let study = fixture::study();
        for (place, audience, nl, en) in [
            (1, Audience::Work, "(Resp 1, naaste, casus 1, r. 2)", "(Resp 1, naaste, case 1, l. 2)"),
            (1, Audience::Appendix, "(Resp 1, naaste)", "(Resp 1, naaste)"),
            (1, Audience::Publication, "(naaste)", "(naaste)"),
            // The interviewer alone: no respondent, no role.
            (0, Audience::Work, "(casus 1, r. 1)", "(case 1, l. 1)"),
            (0, Audience::Appendix, "", ""),
            (0, Audience::Publication, "", ""),
            // Two respondents in one fragment.
            (
                4,
                Audience::Work,
                "(Resp 1 en Resp 2, naaste en professional, casus 1, r. 2)",
                "(Resp 1 and Resp 2, naaste and professional, case 1, l. 2)",
            ),
            (4, Audience::Publication, "(naaste en professional)", "(naaste and professional)"),
        ] {
            let place = &study.places[At::new(place)];
            assert_eq!(attribution(&study, dutch(), place, audience), nl);
            assert_eq!(attribution(&study, english(), place, audience), en);
        }
    }

    #[test]
    fn a_case_is_not_called_case_twice() {
        for (name, said) in [
            ("3", "casus 3"),
            ("Casus 3", "Casus 3"),
            ("casus-a", "casus-a"),
            ("casuïstiek", "casus casuïstiek"),
            ("Wessels", "casus Wessels"),
            ("éé", "casus éé"),
        ] {
            assert_eq!(case_reference(dutch(), name), said);
        }
    }

    fn warned(rows: Rows) -> Vec<String> {
        let study = Study::build(rows, 1);
        let places: Vec<_> = study.places.positions().collect();
        exposures(&study, &places).iter().map(|exposure| exposure_text(&study, dutch(), exposure)).collect()
    }

    #[test]
    fn a_role_that_is_one_person_is_warned_of() {
        assert_eq!(
            warned(fixture::rows()),
            [
                "In casus 1 is er één respondent in de groep “naaste”: wie de casus kent, weet wie dit zegt.",
                "In casus 2 is er één respondent in de groep “naaste”: wie de casus kent, weet wie dit zegt.",
                "De studie heeft één respondent in de groep “professional”: wie de studie kent, weet wie dit zegt.",
            ]
        );
    }

    #[test]
    fn who_shares_a_role_within_the_case_is_not() {
        let mut rows = fixture::rows();
        let people = Arc::make_mut(&mut rows.participants);
        let (case, role) = (people[0].case, people[0].role);
        people[1].role = role;
        people[2].case = case;
        assert_eq!(warned(rows), Vec::<String>::new());
    }
}
