//! What verbs and the command line say when they succeed.

use super::{check, check_message, samples};
use crate::import::{Encoding, Notice};
use crate::language::{Message, Messages, messages};
use crate::model::{Language, Level, LevelWords, PointSpan, RevisionId, Span, Verb};
use crate::project::{
    Applied, CellsReport, CodebookReport, CodedHits, CodingsReport, Correction, Deletion, ImportReport, ImportedText,
    Merge, MovedFragment, ParticipantsReport, PlaceToCode, Removed, Resized, Split, Standing, SynonymsAdded,
    SynonymsRemoved, Trial,
};
use std::collections::BTreeSet;

fn text(notices: Vec<Notice>) -> ImportedText {
    ImportedText {
        name: "casus1".to_owned(),
        file: "casus1.txt".to_owned(),
        encoding: Encoding::Utf8,
        notices,
        characters: 20_412,
        speakers: vec![("Interviewer".to_owned(), 42, true), ("Riek".to_owned(), 41, false)],
        paragraphs: 90,
        times: 1,
    }
}

fn table() -> ParticipantsReport {
    ParticipantsReport { rows: 16, participants: 1, cases: 4, roles: 0, waiting: vec!["casus9".to_owned()] }
}

fn correction() -> Correction {
    let moved = |after: &str| MovedFragment { line: 12, before: "zo'n dag".to_owned(), after: after.to_owned() };
    Correction {
        transcript: "casus1".to_owned(),
        exact: 40,
        moved: 2,
        check: vec![moved("zo’n nacht")],
        gone: vec![moved("")],
        joined: 1,
        lost_speakers: vec!["R".to_owned()],
        notices: vec![Notice::EncodingGuessed { encoding: Encoding::Windows1252 }],
    }
}

fn cells(cells: usize, added: &[&str]) -> CellsReport {
    let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    CellsReport { cells, added: owned(added), cases: owned(&["4"]), roles: owned(&["naaste"]), rows: Vec::new() }
}

fn place(standing: Standing) -> PlaceToCode {
    PlaceToCode {
        transcript: "casus1".to_owned(),
        case: None,
        participant: None,
        line: 3,
        points: PointSpan::default(),
        words: "zo'n dag".to_owned(),
        standing,
        revision: RevisionId::new(),
        span: Span::default(),
    }
}

/// What is said when a code was put on what was found.
fn codes_on_hits(say: &Messages) -> Vec<Message> {
    let finding = say.finding;
    let coded = |taken, places: &[Standing], new_code| CodedHits {
        asked: "schaam*".to_owned(),
        code: "schaamte".to_owned(),
        new_code,
        found: 70,
        taken,
        unmarked: taken.saturating_sub(places.len()),
        places: places.iter().map(|standing| place(*standing)).collect(),
    };
    let mixed = [Standing::Free, Standing::Partly, Standing::Coded];
    vec![
        (finding.coded)(&coded(70, &mixed, false), Trial::Real),
        (finding.coded)(&coded(4, &mixed, true), Trial::DryRun),
        (finding.coded)(&coded(70, &[Standing::Coded], false), Trial::Real),
        (finding.coded)(&coded(1, &[], true), Trial::Real),
        (finding.coded)(&CodedHits { found: 0, ..coded(0, &[], true) }, Trial::Real),
    ]
}

/// What verbs and the command line say when they succeed.
#[expect(clippy::too_many_lines, reason = "one of everything that can be said")]
fn successes(say: &Messages) -> Vec<Message> {
    let done = say.done;
    let import = |added| ImportReport {
        added,
        skipped: vec![("oud.txt".to_owned(), "casus2".to_owned())],
        refused: Vec::new(),
        participants: Some(table()),
    };
    let codebook = CodebookReport {
        added: 1,
        updated: 2,
        unchanged: 1250,
        moved: vec![("a".to_owned(), "b".to_owned(), String::new())],
        levels: vec![("a".to_owned(), Level::Open, Level::Axial)],
        taxonomies: vec!["Thuis".to_owned()],
        synonyms: vec![vec!["EK-c".to_owned(), "EKC".to_owned()]],
    };
    let applied = |stood, new_code| Applied {
        code: "schaamte".to_owned(),
        transcript: "casus1".to_owned(),
        line: 12,
        words: "zo'n dag".to_owned(),
        stood,
        new_code,
        near: if new_code { vec!["schaamtevol".to_owned()] } else { Vec::new() },
    };
    let forms = || vec!["EK-c".to_owned(), "Eigen Kracht-conferentie".to_owned()];
    let synonyms = |new, known| SynonymsAdded { group: forms(), new, known };
    let command = say.command;
    let denied = || std::io::Error::from(std::io::ErrorKind::PermissionDenied);
    vec![
        (done.created)("onderzoek.codeboom", "Thuis"),
        (done.imported)(&import(vec![text(vec![Notice::LostCharacters { count: 1, lines: vec![3] }])]), Trial::Real),
        (done.imported)(&import(vec![text(Vec::new()), text(Vec::new())]), Trial::DryRun),
        (done.imported)(&ImportReport::default(), Trial::Real),
        (done.participants)(&table()),
        (done.corrected)(&correction(), Trial::Real),
        (done.corrected)(&correction(), Trial::DryRun),
        (done.codebook)(&codebook, LevelWords::CodeSubthemeTheme),
        (done.codings)(&CodingsReport { added: 60_000, stood: 1, coders: vec!["Lotte".to_owned()] }),
        (done.codings)(&CodingsReport { added: 1, stood: 0, coders: Vec::new() }),
        (done.applied)(&applied(false, true)),
        (done.applied)(&applied(true, false)),
        (done.resized)(&Resized {
            codings: 1,
            transcript: "casus1".to_owned(),
            line: 3,
            words: "de vuile was".to_owned(),
        }),
        (done.removed)("schaamte", "casus1", &Removed { codings: 1 }),
        (done.code_added)("schaamte"),
        (done.renamed)("vuile was", "schaamte"),
        (done.moved)("vuile was", Some("schaamte")),
        (done.placed)("vuile was", None),
        (done.unplaced)("vuile was"),
        (done.merged)("schaamte", &Merge { moved: 12, joined: 1 }),
        (done.split)("schaamte", "deur dicht", &Split { moved: 3, kept: 9 }),
        (done.deleted)("schaamte", &Deletion { codings: 12, quotes: 1, lifted: 2 }),
        (done.level_set)("schaamte", Level::Axial, LevelWords::CodeCoreLabelTheme),
        (done.redefined)("schaamte"),
        (done.taxonomy)("Thuis"),
        (done.finished)("casus1", "Lotte"),
        (done.unfinished)("casus1", "Lotte"),
        (done.quote_chosen)("schaamte", 2),
        (done.quote_edited)("schaamte", 2),
        (done.quote_dropped)("schaamte", 2),
        (done.memo_added)(2),
        (done.memo_edited)(2),
        (done.memo_deleted)(2),
        (say.talking.comment_added)("schaamte"),
        (say.talking.comment_answered)(),
        (say.talking.comment_edited)(),
        (say.talking.comment_settled)(),
        (say.talking.comment_reopened)(),
        (say.talking.comment_deleted)(),
        (say.talking.memo_kept)(),
        (say.talking.memo_gone)(),
        (say.talking.cells)(&cells(1, &[])),
        (say.talking.cells)(&cells(12, &["Riek", "Daan"])),
        (say.talking.cells)(&cells(12, &["a", "b", "c", "d", "e", "f"])),
        (say.talking.rows_deleted)(&["Riek".to_owned()]),
        (say.talking.rows_deleted)(&forms()),
        (say.talking.speakers)("casus1"),
        (say.talking.attribute_renamed)("leeftijd", "jaren"),
        (say.talking.attribute_deleted)("leeftijd", 1),
        (say.talking.roles_ordered)(),
        (say.synonyms.added)(&synonyms(3, 0)),
        (say.synonyms.added)(&synonyms(1, 1)),
        (say.synonyms.added)(&synonyms(0, 2)),
        (say.synonyms.removed)(&SynonymsRemoved {
            removed: vec!["EKC".to_owned()],
            along: vec!["beraad".to_owned()],
            left: vec![forms()],
        }),
        (say.synonyms.removed)(&SynonymsRemoved { removed: forms(), ..SynonymsRemoved::default() }),
        (done.settings)(),
        (done.undone)(&samples::entry(Verb::CodeAdd, &["schaamte"])),
        (done.redone)(&samples::entry(Verb::CodeAdd, &["schaamte"])),
        (done.backed_up)("kopie.codeboom"),
        (done.nothing)(),
        (command.no_project)(),
        (command.several_projects)(&["a.codeboom".to_owned(), "b c.codeboom".to_owned()]),
        (command.no_such_path)("map"),
        (command.cannot_read)("map", &denied()),
        (command.cannot_write)("map", &denied()),
        (command.nothing_to_read)("map"),
        (command.not_among)("--format", "jsn", &["text", "json"]),
        (command.bad_argument)("--lines", "3,4", "3-4"),
        (command.written)("codeboek.toml"),
        (command.report)("uit/index.html", 60),
        (command.demo)("voorbeeld.codeboom", "voorbeeld-rapport/index.html"),
        (command.demo_there)("voorbeeld.codeboom", "voorbeeld-rapport/index.html"),
        (command.demo_changed)("voorbeeld.codeboom"),
    ]
}

#[test]
fn every_success_is_said() {
    let all = |say: &Messages| [successes(say), codes_on_hits(say)].concat();
    let (nl, en) = (all(messages(Language::Dutch)), all(messages(Language::English)));
    let mut said = BTreeSet::new();
    for (dutch, english) in nl.iter().zip(&en) {
        check_message(dutch);
        check_message(english);
        dutch.detail.iter().chain(&english.detail).for_each(|line| check(line));
        assert_ne!(dutch.what, english.what);
        assert_eq!(
            (dutch.detail.len(), dutch.hints.len()),
            (english.detail.len(), english.hints.len()),
            "one language says more: {dutch:?} {english:?}"
        );
        assert!(said.insert(dutch.lines().collect::<Vec<_>>()), "twice: {dutch:?}");
    }
}

#[test]
fn counts_agree_with_their_nouns() {
    let command = messages(Language::Dutch).command;
    for (total, shown, said) in [
        (0, 0, "Geen treffers."),
        (1, 1, "1 treffer."),
        (312, 312, "312 treffers."),
        (1250, 50, "1\u{202F}250 treffers; de eerste 50 staan hier. Alles zie je met `--limit 0`."),
        (2, 1, "2 treffers; de eerste staat hier. Alles zie je met `--limit 0`."),
    ] {
        assert_eq!((command.hits)(total, shown), said);
    }
    assert_eq!(
        (command.decided)(&text(Vec::new())),
        [
            "‘casus1’ (‘casus1.txt’, UTF-8)",
            "  20\u{202F}412 tekens, 83 beurten, 1 tijdmarkering",
            "  ‘Interviewer’: 42 beurten, stelt de vragen",
            "  ‘Riek’: 41 beurten",
        ]
    );
}
