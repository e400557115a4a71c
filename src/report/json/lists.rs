//! Transcripts, cases and participants as JSON.

use super::{Pairs, attributes_of, kind_key, known};
use crate::analysis::{self, At, CaseLine, Study};
use crate::model::{Participant, Subject};
use crate::report::lists::{role_of, shares, text_work};
use serde::Serialize;

/// The transcripts of a study.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TranscriptsJson<'s> {
    total: usize,
    transcripts: Vec<Transcript<'s>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Transcript<'s> {
    name: &'s str,
    file: &'s str,
    kind: &'static str,
    case: Option<&'s str>,
    participants: Vec<Person<'s>>,
    moment: Option<&'s str>,
    date: Option<&'s str>,
    lines: usize,
    turns: usize,
    fragments: usize,
    codings: usize,
    finished: Vec<&'s str>,
    attributes: Pairs<&'s str, &'s str>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Person<'s> {
    name: &'s str,
    role: Option<&'s str>,
}

/// The JSON of the list of transcripts.
#[must_use]
pub fn transcripts(study: &Study) -> TranscriptsJson<'_> {
    let work = text_work(study);
    let person = |at: &At<Participant>| {
        let row = &study.participants[*at];
        Person { name: &row.name, role: role_of(study, row) }
    };
    let transcripts = study.texts.iter().map(|(at, text)| {
        let done = &work[at.number()];
        Transcript {
            name: &text.row.name,
            file: &text.row.file,
            kind: kind_key(text.row.kind),
            case: text.case.map(|case| study.cases[case].name.as_str()),
            participants: text.everyone.iter().map(person).collect(),
            moment: known(&text.row.moment),
            date: known(&text.row.date),
            lines: text.structure.lines.len(),
            turns: text.structure.turns.len(),
            fragments: done.fragments,
            codings: done.codings,
            finished: done.finished_by.iter().map(|coder| study.coders[*coder].name.as_str()).collect(),
            attributes: attributes_of(study.attributes(Subject::Transcript(text.row.id))),
        }
    });
    TranscriptsJson { total: study.texts.len(), transcripts: transcripts.collect() }
}

/// The cases of a study.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CasesJson<'s> {
    total: usize,
    cases: Vec<Case<'s>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Case<'s> {
    name: &'s str,
    description: &'s str,
    participants: usize,
    roles: Vec<RoleCount<'s>>,
    transcripts: Vec<&'s str>,
    fragments: usize,
    attributes: Pairs<&'s str, &'s str>,
}

/// How many participants have a role; `null` for those without.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct RoleCount<'s> {
    role: Option<&'s str>,
    participants: usize,
}

/// The JSON of the overview of cases.
#[must_use]
pub fn cases(study: &Study) -> CasesJson<'_> {
    let overview = analysis::cases(study);
    let roles = |line: &CaseLine| -> Vec<RoleCount<'_>> {
        let names = study.roles.rows().iter().map(|role| Some(role.name.as_str())).chain([None]);
        let counts = names.zip(line.roles.iter().copied());
        let counts = counts.map(|(role, participants)| RoleCount { role, participants });
        counts.filter(|count| count.role.is_some() || count.participants > 0).collect()
    };
    let cases = overview.lines.iter().map(|line| {
        let case = &study.cases[line.case];
        Case {
            name: &case.name,
            description: &case.description,
            participants: line.participants,
            roles: roles(line),
            transcripts: line.texts.iter().map(|text| study.texts[*text].row.name.as_str()).collect(),
            fragments: line.fragments,
            attributes: attributes_of(study.attributes(Subject::Case(case.id))),
        }
    });
    CasesJson { total: study.cases.len(), cases: cases.collect() }
}

/// The participants of a study.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ParticipantsJson<'s> {
    total: usize,
    participants: Vec<ParticipantJson<'s>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct ParticipantJson<'s> {
    name: &'s str,
    case: Option<&'s str>,
    role: Option<&'s str>,
    transcripts: Vec<&'s str>,
    fragments: usize,
    attributes: Pairs<&'s str, &'s str>,
}

/// The JSON of the list of participants.
#[must_use]
pub fn participants(study: &Study) -> ParticipantsJson<'_> {
    let shares = shares(study);
    let participants = study.participants.iter().map(|(at, person)| {
        let share = &shares[at.number()];
        ParticipantJson {
            name: &person.name,
            case: study.case_of(at).map(|case| study.cases[case].name.as_str()),
            role: role_of(study, person),
            transcripts: share.texts.iter().map(|text| study.texts[*text].row.name.as_str()).collect(),
            fragments: share.fragments,
            attributes: attributes_of(study.attributes(Subject::Participant(person.id))),
        }
    });
    ParticipantsJson { total: study.participants.len(), participants: participants.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::{self, written};
    use crate::report::json::write;

    #[test]
    fn transcripts_know_their_people_and_progress() {
        let study = fixture::study();
        let text = written(|out| write(&transcripts(&study), out));
        assert!(
            text.starts_with(concat!(
                r#"{"total":3,"transcripts":[{"name":"resp-01","file":"resp-01.txt","kind":"interview","case":"1","#,
                r#""participants":[{"name":"Resp 1","role":"naaste"}],"moment":"start","date":"2026-11-21","#,
                r#""lines":2,"turns":2,"fragments":4,"codings":5,"finished":["codeur-1"],"attributes":{}},"#
            )),
            "{text}"
        );
        assert!(text.contains(r#""moment":null,"date":null,"#), "{text}");
    }

    #[test]
    fn cases_are_strings_with_their_roles_and_attributes() {
        let study = fixture::study();
        let text = written(|out| write(&cases(&study), out));
        assert_eq!(
            text,
            concat!(
                r#"{"total":2,"cases":[{"name":"1","description":"Boerderij in het buitengebied","participants":2,"#,
                r#""roles":[{"role":"naaste","participants":1},{"role":"professional","participants":1}],"#,
                r#""transcripts":["resp-01","resp-02"],"fragments":5,"attributes":{"huisgenoten":"2","regio":"Twente"}},"#,
                r#"{"name":"2","description":"","participants":1,"#,
                r#""roles":[{"role":"naaste","participants":1},{"role":"professional","participants":0}],"#,
                r#""transcripts":["resp-03"],"fragments":1,"attributes":{"huisgenoten":"1,5"}}]}"#,
                "\n"
            )
        );
    }

    #[test]
    fn participants_know_their_transcripts() {
        let study = fixture::study();
        let text = written(|out| write(&participants(&study), out));
        assert!(
            text.starts_with(concat!(
                r#"{"total":3,"participants":[{"name":"Resp 1","case":"1","role":"naaste","#,
                r#""transcripts":["resp-01","resp-02"],"fragments":4,"attributes":{"leeftijd":"79"}},"#
            )),
            "{text}"
        );
    }
}
