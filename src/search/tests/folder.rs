//! What may happen to the folder of an index.

use super::super::schema::ANALYSIS;
use super::super::{Caught, OpenState, Options, RebuildReason, SearchFault, SearchIndex};
use super::study::{Study, Text, meaning};
use crate::model::ProjectId;
use crate::text::query::parse;
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

fn study(seed: u64) -> Study {
    Study::random(&mut ChaCha8Rng::seed_from_u64(seed), 12, 20)
}

fn indexed(folder: &Path, project: ProjectId, study: &Study) -> SearchIndex {
    let mut index = SearchIndex::open(folder, project).index;
    index.catch_up(&study.wanted, 1, |revision| study.fetch(revision)).expect("all texts are there");
    index
}

/// The number of hits of each of a few queries, through whatever the index holds.
fn answers(index: &SearchIndex, study: &Study) -> Result<Vec<usize>, SearchFault<String>> {
    let searcher = index.searcher(&study.wanted, |revision| study.fetch(revision))?;
    let queries = ["de", "gesprek", "\"zo'n de\"", "niet NOT ja casus:2", "NOT de", "ek-c OR eend OR beurt:even"];
    let count = |query| {
        let tree = parse(query).map_err(|fault| SearchFault::Caller(format!("{fault:?}")))?;
        Ok(searcher.search(&tree, meaning, &Options::default())?.found.total)
    };
    queries.into_iter().map(count).collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|path| !path.to_string_lossy().ends_with(".lock"));
    files.sort();
    files
}

#[test]
fn an_index_in_order_is_kept_and_needs_no_texts() {
    let (folder, project, study) = (tempfile::tempdir().expect("a folder"), ProjectId::new(), study(1));
    assert_eq!(SearchIndex::open(folder.path(), project).state, OpenState::Created);
    let index = indexed(folder.path(), project, &study);
    let mut again = SearchIndex::open(folder.path(), project);
    assert_eq!(again.state, OpenState::Kept);
    assert_eq!(again.index.holds(), &study.wanted.iter().copied().collect());
    assert_eq!(again.index.history(), 1);
    assert_eq!(again.index.damaged_files(), Ok(Vec::new()));
    let caught = again.index.catch_up(&study.wanted, 9, |_| Err("not asked for"));
    assert_eq!(caught, Ok(Caught::UpToDate));
    assert_eq!(answers(&again.index, &study), answers(&index, &study));
}

#[test]
fn an_index_of_another_project_or_version_is_made_again() {
    let (folder, project, study) = (tempfile::tempdir().expect("a folder"), ProjectId::new(), study(2));
    let index = indexed(folder.path(), project, &study);
    let expected = answers(&index, &study);
    let stray = folder.path().join("notities.txt");
    fs::write(&stray, "van iemand anders").expect("a folder that can be written");

    let other = SearchIndex::open(folder.path(), ProjectId::new());
    assert_eq!(other.state, OpenState::Rebuilt(RebuildReason::OtherProject));
    assert!(other.index.holds().is_empty());
    drop(other);

    drop(indexed(folder.path(), project, &study));
    let meta = folder.path().join("meta.json");
    let text = fs::read_to_string(&meta).expect("a committed index");
    fs::write(&meta, text.replace(&format!("\"payload\": \"{ANALYSIS} "), "\"payload\": \"0 "))
        .expect("a folder that can be written");
    let mut older = SearchIndex::open(folder.path(), project);
    assert_eq!(older.state, OpenState::Rebuilt(RebuildReason::OtherVersion));
    older.index.catch_up(&study.wanted, 2, |revision| study.fetch(revision)).expect("all texts are there");
    assert_eq!(answers(&older.index, &study), expected);
    assert!(stray.exists(), "only the index's own files are deleted");
}

type Damage = fn(&Path);

#[test]
fn a_damaged_index_is_made_again() {
    let study = study(3);
    let expected = answers(&SearchIndex::in_memory(ProjectId::new()), &study);
    let damages: [(&str, Damage); 5] = [
        ("cut in half", |path| {
            let bytes = fs::read(path).expect("a file");
            fs::write(path, &bytes[..bytes.len() / 2]).expect("a file that can be written");
        }),
        ("emptied", |path| fs::write(path, []).expect("a file that can be written")),
        ("rubbish", |path| fs::write(path, b"{\"segments\": 3").expect("a file that can be written")),
        ("deleted", |path| fs::remove_file(path).expect("a file")),
        ("every 50th byte changed", |path| {
            let mut bytes = fs::read(path).expect("a file");
            bytes.iter_mut().step_by(50).for_each(|byte| *byte = byte.wrapping_add(101));
            fs::write(path, bytes).expect("a file that can be written");
        }),
    ];
    let (sound, project) = (tempfile::tempdir().expect("a folder"), ProjectId::new());
    drop(indexed(sound.path(), project, &study));
    let whole = files(sound.path());
    assert!(whole.len() > 5);
    for (what, damage) in damages {
        for hit in &whole {
            let folder = tempfile::tempdir().expect("a folder");
            let copy = |file: &Path| folder.path().join(file.file_name().expect("files have names"));
            for file in &whole {
                fs::copy(file, copy(file)).expect("a folder that can be written");
            }
            damage(&copy(hit));
            let name = format!("{what}: {}", hit.display());

            let mut opened = SearchIndex::open(folder.path(), project);
            assert!(!opened.index.is_in_memory(), "{name}");
            // Damage that opening does not meet is met by searching or by comparing with the checksums.
            let seen = opened.state != OpenState::Kept;
            match answers(&opened.index, &study) {
                Ok(found) => {
                    let bytes_changed = what == "every 50th byte changed";
                    let checked = opened.index.damaged_files().expect("files that can be read");
                    assert!(bytes_changed && !checked.is_empty() || Ok(found) == expected, "{name}");
                }
                Err(fault) => assert!(!seen && matches!(fault, SearchFault::Damaged(_)), "{name}: {fault}"),
            }
            if !seen {
                opened.index.renew();
            }
            let caught = opened.index.catch_up(&study.wanted, 2, |revision| study.fetch(revision));
            assert!(matches!(caught, Ok(Caught::Done { .. } | Caught::UpToDate)), "{name}: {caught:?}");
            assert_eq!(answers(&opened.index, &study), expected, "{name}");
            let again = SearchIndex::open(folder.path(), project);
            assert_eq!(answers(&again.index, &study), expected, "{name}");
        }
    }
}

#[test]
fn two_writers_at_the_same_moment_both_end_whole() {
    let (folder, project) = (tempfile::tempdir().expect("a folder"), ProjectId::new());
    let (path, one, two) = (folder.path(), study(4), study(5));
    let write = |study: &Study, history: i64| {
        for round in 0..6 {
            let mut index = SearchIndex::open(path, project).index;
            let wanted = &study.wanted[..study.wanted.len() - round];
            let caught = index.catch_up(wanted, history, |revision| study.fetch(revision)).expect("all texts");
            assert!(!matches!(caught, Caught::Refused(_)), "{caught:?}");
        }
    };
    std::thread::scope(|scope| {
        scope.spawn(|| write(&one, 1));
        scope.spawn(|| write(&two, 2));
    });
    for study in [&one, &two] {
        let index = SearchIndex::open(path, project);
        assert_eq!(index.state, OpenState::Kept);
        assert_eq!(index.index.damaged_files(), Ok(Vec::new()));
        assert_eq!(answers(&index.index, study), answers(&SearchIndex::in_memory(project), study));
    }
}

#[test]
fn an_older_picture_adds_and_does_not_drop() {
    let (folder, project, old) = (tempfile::tempdir().expect("a folder"), ProjectId::new(), study(6));
    let mut new = study(6);
    new.wanted.clone_from(&old.wanted);
    new.texts = old.wanted.iter().zip(study(6).texts.into_values()).map(|(revision, text)| (*revision, text)).collect();
    new.replace(0, Text::random(&mut ChaCha8Rng::seed_from_u64(60), 9));
    let mut index = SearchIndex::open(folder.path(), project).index;
    index.catch_up(&new.wanted, 20, |revision| new.fetch(revision)).expect("all texts");
    let caught = index.catch_up(&old.wanted, 19, |revision| old.fetch(revision));
    assert_eq!(caught, Ok(Caught::Done { added: 1, dropped: 0 }));
    assert_eq!((index.holds().len(), index.history()), (13, 20));
    assert_eq!(index.catch_up(&old.wanted, 19, |_| Err("not asked for")), Ok(Caught::UpToDate));
    assert_eq!(answers(&index, &old), answers(&SearchIndex::in_memory(project), &old));
    let caught = index.catch_up(&new.wanted, 21, |_| Err("not asked for"));
    assert_eq!(caught, Ok(Caught::Done { added: 0, dropped: 1 }));
    assert_eq!(answers(&index, &new), answers(&SearchIndex::in_memory(project), &new));
}

#[test]
fn who_cannot_write_searches_in_memory() {
    let (folder, project, study) = (tempfile::tempdir().expect("a folder"), ProjectId::new(), study(7));
    let expected = answers(&SearchIndex::in_memory(project), &study);

    let mut index = SearchIndex::open(folder.path(), project).index;
    let held = super::super::folder::lock(folder.path(), Duration::ZERO).ok().expect("nobody else writes");
    index.patience = Duration::from_millis(50);
    assert_eq!(index.catch_up(&study.wanted, 1, |_| Err("not asked for")), Ok(Caught::Busy));
    assert_eq!(answers(&index, &study), expected);
    drop(held);

    let file = folder.path().join("bestand");
    fs::write(&file, "geen map").expect("a folder that can be written");
    let mut refused = SearchIndex::open(&file.join("index"), project);
    assert!(matches!(refused.state, OpenState::InMemory(_)));
    assert_eq!(answers(&refused.index, &study), expected);
    let caught = refused.index.catch_up(&study.wanted, 1, |revision| study.fetch(revision));
    assert_eq!(caught, Ok(Caught::Done { added: 12, dropped: 0 }));
    assert_eq!(answers(&refused.index, &study), expected);
}

#[test]
fn a_text_that_cannot_be_read_leaves_the_index_as_it_was() {
    let (folder, project, study) = (tempfile::tempdir().expect("a folder"), ProjectId::new(), study(8));
    let mut index = SearchIndex::open(folder.path(), project).index;
    index.catch_up(&study.wanted[..6], 1, |revision| study.fetch(revision)).expect("all texts");
    let last = study.wanted[11];
    let refuse = |revision| if revision == last { Err("gewist".to_owned()) } else { study.fetch(revision) };
    assert_eq!(index.catch_up(&study.wanted, 2, refuse), Err("gewist".to_owned()));
    assert_eq!((index.holds().len(), index.history()), (6, 1));
    let fault = index.searcher(&study.wanted, refuse).err();
    assert_eq!(fault, Some(SearchFault::Caller("gewist".to_owned())));
    index.catch_up(&study.wanted, 2, |revision| study.fetch(revision)).expect("all texts");
    assert_eq!(answers(&index, &study), answers(&SearchIndex::in_memory(project), &study));
}

#[test]
fn many_small_corrections_leave_few_files() {
    let (folder, project) = (tempfile::tempdir().expect("a folder"), ProjectId::new());
    let mut random = ChaCha8Rng::seed_from_u64(9);
    let mut study = study(9);
    let mut index = indexed(folder.path(), project, &study);
    for history in 2..40 {
        let text = Text::random(&mut random, 5);
        study.replace(history % 12, text);
        let history = i64::try_from(history).expect("small");
        index.catch_up(&study.wanted, history, |revision| study.fetch(revision)).expect("all texts");
    }
    assert!(files(folder.path()).len() < 100, "{}", files(folder.path()).len());
    assert_eq!(answers(&index, &study), answers(&SearchIndex::in_memory(project), &study));
}
