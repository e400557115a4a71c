//! The project file itself: something else, from the future, damaged, in use, on a disk that is full or may not be
//! written; and the index beside it, which may be anything.

use crate::cli::desk::{Desk, Outcome, PROJECT};
use rusqlite::Connection;
use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

#[test]
fn a_file_that_is_no_project() {
    let desk = Desk::empty();
    let other = Connection::open(desk.at("ander.codeboom")).unwrap();
    other.execute_batch("CREATE TABLE interview (tekst TEXT); INSERT INTO interview VALUES ('Riek: ja')").unwrap();
    drop(other);
    desk.write("brief.codeboom", "Beste Riek,\n");
    desk.write("leeg.codeboom", "");
    desk.write("kort.codeboom", "SQLite format 3\0");
    fs::create_dir(desk.at("map.codeboom")).unwrap();
    for name in ["ander.codeboom", "brief.codeboom", "leeg.codeboom", "kort.codeboom", "map.codeboom"] {
        let bytes = fs::read(desk.at(name)).ok();
        for command in [&["transcripts"][..], &["code", "add", "x"], &["search", "x"], &["undo"], &["doctor"]] {
            let outcome = desk.run(&[command, &["-p", name]].concat()).ended(1);
            outcome.says(&[&format!("‘{name}’ is geen project"), "codeboom new"]);
        }
        assert_eq!(fs::read(desk.at(name)).ok(), bytes, "{name}");
    }
    desk.run(&["transcripts", "-p", "weg.codeboom"]).ended(1).says(&["‘weg.codeboom’", "codeboom new weg.codeboom"]);
    assert_eq!(desk.names().len(), 5, "{:?}", desk.names());
}

#[test]
fn a_project_of_a_newer_version() {
    let desk = Desk::small();
    let mut bytes = desk.bytes(PROJECT);
    // The version stands in the header of the file, big endian.
    bytes[60..64].copy_from_slice(&9_u32.to_be_bytes());
    desk.write(PROJECT, &bytes);
    for command in [&["transcripts"][..], &["code", "add", "x"], &["backup", "kopie.codeboom"]] {
        desk.refuses(command).says(&[&format!("‘{PROJECT}’"), "nieuwere versie", "9", "ongedeerd"]);
    }
}

#[test]
fn a_damaged_project_is_broken_and_doctor_says_so() {
    let desk = Desk::small();
    let whole = desk.bytes(PROJECT);
    desk.write(PROJECT, &whole[..whole.len() / 3]);
    for command in [&["transcripts"][..], &["code", "add", "x"], &["doctor"]] {
        desk.leaves_alone(command).ended(3).says(&["beschadigd"]);
    }
    desk.write(PROJECT, &whole);
    let project = Connection::open(desk.at(PROJECT)).unwrap();
    project
        .execute("UPDATE anchor SET start_byte = start_byte + 1 WHERE id = (SELECT min(id) FROM anchor)", [])
        .unwrap();
    drop(project);
    desk.leaves_alone(&["doctor"]).ended(1).says(&["schade", "oudere kopie"]);
    assert_eq!(desk.run(&["doctor", "--format", "json"]).stdout.matches("\"sound\": false").count(), 1);
}

#[test]
fn a_project_in_use_can_be_read_and_is_refused_for_writing() {
    let desk = Desk::small();
    desk.does(&["search", "buren"]);
    let other = Connection::open(desk.at(PROJECT)).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let writing = desk.start(&["code", "add", "nieuw"]);
    assert_eq!(desk.json(&["transcripts"])["total"], 4);
    assert!(desk.json(&["search", "buren"])["total"].as_u64() > Some(0));
    desk.write("nel.txt", "Nel: Ja.\n");
    let importing = desk.start(&["import", "nel.txt"]);
    for running in [writing, importing] {
        running.end().ended(1).says(&["ander", "probeer het opnieuw"]);
    }
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!((desk.steps(), desk.json(&["transcripts"])["total"].clone()), (4, 4.into()));
    desk.does(&["code", "add", "nieuw"]);
}

/// The program as somebody who may read the project but not write it: root may write anything, so that root becomes
/// nobody here.
#[cfg(unix)]
fn as_a_reader(desk: &Desk, arguments: &[&str]) -> Outcome {
    use std::os::unix::fs::MetadataExt;
    use std::os::unix::process::CommandExt;
    let root = desk.path().metadata().unwrap().uid() == 0;
    let program = if root { desk.at("codeboom") } else { env!("CARGO_BIN_EXE_codeboom").into() };
    let mut command = desk.prepare(Command::new(program), arguments);
    if root {
        command.uid(65534).gid(65534);
    }
    Outcome::of(&command.output().unwrap(), arguments)
}

/// Nobody may not look where the program was built; a link is made where that can be, else a copy.
#[cfg(unix)]
fn lend_the_program(desk: &Desk) {
    let program = env!("CARGO_BIN_EXE_codeboom");
    fs::hard_link(program, desk.at("codeboom")).or_else(|_| fs::copy(program, desk.at("codeboom")).map(drop)).unwrap();
}

#[test]
#[cfg(unix)]
fn an_older_project_that_may_not_be_written_can_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::small();
    let project = Connection::open(desk.at(PROJECT)).unwrap();
    project
        .execute_batch("DROP TABLE comment; DROP TABLE bookmark; DROP TABLE synonym; PRAGMA user_version = 1")
        .unwrap();
    drop(project);
    lend_the_program(&desk);
    fs::set_permissions(desk.path(), fs::Permissions::from_mode(0o555)).unwrap();
    let before = (desk.bytes(PROJECT), desk.names());
    for reading in [&["transcripts"][..], &["search", "buren"], &["synonyms"], &["doctor"]] {
        as_a_reader(&desk, reading).ended(0);
    }
    as_a_reader(&desk, &["synonyms", "add", "EK-c", "EKC"]).ended(1).says(&["alleen worden gelezen"]);
    assert!((desk.bytes(PROJECT), desk.names()) == before);
    fs::set_permissions(desk.path(), fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
#[cfg(unix)]
fn a_project_that_may_not_be_written_can_be_read() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::small();
    let mode = |name: &str, mode: u32| fs::set_permissions(desk.at(name), fs::Permissions::from_mode(mode)).unwrap();
    fs::create_dir(desk.at("uit")).unwrap();
    mode("uit", 0o777);
    desk.write("nel.txt", "Nel: Ja.\n");
    lend_the_program(&desk);
    for (file, folder) in [(0o444, 0o555), (0o666, 0o555), (0o444, 0o777)] {
        mode(PROJECT, file);
        mode("", folder);
        let before = desk.bytes(PROJECT);
        for reading in [
            &["transcripts"][..],
            &["search", "buren"],
            &["search", "\"de buren\"", "--case", "2"],
            &["search", "buren", "--apply", "schaamte", "--dry-run"],
            &["like", "schaamte"],
            &["taxonomy"],
            &["quotes"],
            &["history"],
            &["show", "riek"],
            &["doctor"],
            &["codings", "export", "uit/coderingen.csv"],
            &["report", "--out", "uit/rapport"],
            &["backup", "uit/kopie.codeboom"],
        ] {
            as_a_reader(&desk, reading).ended(0);
        }
        fs::remove_file(desk.at("uit/kopie.codeboom")).unwrap();
        for writing in [
            &["code", "add", "nieuw"][..],
            &["search", "buren", "--apply", "schaamte"],
            &["import", "nel.txt"],
            &["undo"],
            &["memo", "add", "tekst"],
            &["finish", "riek"],
            &["settings", "--title", "X"],
        ] {
            as_a_reader(&desk, writing).ended(1).says(&["alleen worden gelezen", "codeboom backup"]);
        }
        assert!(desk.bytes(PROJECT) == before, "{file:o} {folder:o}");
        mode("", 0o755);
    }
    as_a_reader(&desk, &["new", "ander.codeboom"]).ended(1).says(&["‘ander.codeboom’"]);
    as_a_reader(&desk, &["backup", "ander.codeboom"]).ended(1).says(&["‘ander.codeboom’"]);
    as_a_reader(&desk, &["report", "--out", "rapport"]).ended(1).says(&["‘rapport’"]);
    as_a_reader(&desk, &["demo"]).ended(1);
    mode(PROJECT, 0o000);
    as_a_reader(&desk, &["transcripts"]).ended(1).says(&[PROJECT, "geen toegang"]);
}

/// More text than fits, in words that no packing makes small.
fn much_text() -> String {
    let mut state = 7_u64;
    let mut letter = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        char::from(b'a' + u8::try_from((state >> 33) % 26).unwrap())
    };
    (0..60_000).map(|_| (0..12).map(|_| letter()).collect::<String>() + " ").collect()
}

#[test]
#[cfg(unix)]
fn a_full_disk_leaves_the_project_as_it_was() {
    let desk = Desk::small();
    desk.write("veel.txt", much_text());
    let before = (desk.history(), desk.json(&["codings", "export"]));
    // No file may grow past one megabyte, as on a disk with that much left. Some of it is said by the system otherwise
    // than of a real disk, which only root can make small.
    let script = "trap '' XFSZ; ulimit -f \"$1\"; shift; exec \"$0\" \"$@\"";
    let limited = |blocks: &str, arguments: &[&str]| {
        let shell = ["-c", script, env!("CARGO_BIN_EXE_codeboom"), blocks];
        let mut command = desk.prepare(Command::new("sh"), &[&shell[..], arguments].concat());
        Outcome::of(&command.output().unwrap(), arguments)
    };
    let size = desk.bytes(PROJECT).len() / 512;
    limited(&(size + 20).to_string(), &["import", "veel.txt"]).ended(3).says(&["niets veranderd"]);
    limited("2", &["code", "add", "nieuw"]).ended(3).says(&["niets veranderd"]);
    limited("2", &["backup", "kopie.codeboom"]).ended(3);
    let outcome = limited("2", &["codings", "export", "uit.csv"]);
    assert!(matches!(outcome.code, Some(0 | 1 | 3)), "{outcome:?}");
    limited("2", &["search", "buren"]).ended(0).shows(&["De buren helpen"]);
    assert_eq!((desk.history(), desk.json(&["codings", "export"])), before);
    assert!(!desk.at("kopie.codeboom").exists());
    desk.is_sound();
    desk.does(&["import", "veel.txt"]);
}

#[test]
#[cfg(target_os = "linux")]
fn a_disk_that_is_really_full() {
    let desk = Desk::small();
    desk.write("veel.txt", much_text());
    fs::create_dir(desk.at("schijf")).unwrap();
    let program = env!("CARGO_BIN_EXE_codeboom");
    let script = format!(
        "mount -t tmpfs -o size=1200k tmpfs schijf || exit 77; cp {PROJECT} schijf/
         for verb in 'import veel.txt' 'import veel.txt' 'doctor' 'search buren' 'new schijf/nieuw'; do
             \"$0\" -p schijf/{PROJECT} $verb; echo \"$?\"
             case $verb in search*) head -c 2000000 /dev/zero > schijf/vol 2> stil;; esac
         done; \"$0\" -p schijf/{PROJECT} code add x; echo \"$?\"; rm schijf/vol; ls schijf"
    );
    // A mount of its own, which vanishes with the process.
    let output = desk.prepare(Command::new("unshare"), &["-rm", "sh", "-c", &script, program]).output();
    let Ok(output) = output else {
        eprintln!("skipped: there is no unshare here");
        return;
    };
    let outcome = Outcome::of(&output, &["op een volle schijf"]);
    if outcome.stderr.contains("Operation not permitted") || output.status.code() == Some(77) {
        eprintln!("skipped: no disk can be mounted here: {}", outcome.stderr);
        return;
    }
    let codes: Vec<&str> = outcome.stdout.lines().filter(|line| line.parse::<u8>().is_ok()).collect();
    assert_eq!(codes, ["3", "3", "0", "0", "3", "3"], "{outcome:?}");
    assert_eq!(outcome.stderr.matches("De schijf is vol; er is niets veranderd.").count(), 4, "{outcome:?}");
    let names: Vec<&str> = outcome.stdout.lines().rev().take_while(|line| line.starts_with("studie")).collect();
    assert!(names.iter().all(|name| [PROJECT, "studie.codeboom.index"].contains(name)), "{names:?}");
    outcome.shows(&["De buren helpen"]);
}

#[test]
fn an_index_that_is_gone_or_anything_else_is_made_again() {
    let desk = Desk::small();
    let truth = desk.json(&["search", "buren OF \"vuile was\" OF stil"]);
    assert!(truth["total"].as_u64() > Some(4));
    let index = desk.at("studie.codeboom.index");
    let same = |what: &str| {
        for _ in 0..2 {
            assert_eq!(desk.json(&["search", "buren OF \"vuile was\" OF stil"]), truth, "{what}");
        }
    };
    let files = || fs::read_dir(&index).unwrap().map(|entry| entry.unwrap().path()).collect::<BTreeSet<_>>();
    fs::remove_dir_all(&index).unwrap();
    same("gone");
    for file in files() {
        fs::write(file, "").unwrap();
    }
    same("emptied");
    for file in files() {
        fs::write(file, "Beste Riek,").unwrap();
    }
    same("something else");
    for file in files() {
        let half = fs::metadata(&file).unwrap().len() / 2;
        fs::File::options().write(true).open(file).unwrap().set_len(half).unwrap();
    }
    same("cut off");
    for at in 0..files().len() {
        // Each time the whole index is another one, with other names.
        let Some(file) = files().into_iter().nth(at) else { continue };
        fs::remove_file(&file).unwrap();
        same(&format!("without {}", file.display()));
    }
    fs::remove_dir_all(&index).unwrap();
    fs::write(&index, "een bestand waar een map hoort").unwrap();
    same("a file in its place");
    fs::remove_file(&index).unwrap();
    same("gone again");
    let other = Desk::small();
    other.does(&["code", "add", "x"]);
    desk.does(&["search", "buren"]);
    fs::remove_dir_all(&index).unwrap();
    let stranger = Desk::example();
    stranger.does(&["search", "buren"]);
    fs::rename(stranger.at("studie.codeboom.index"), &index).unwrap();
    same("of another project");
}

#[test]
fn an_index_with_a_wrong_byte_never_gives_wrong_hits() {
    let desk = Desk::small();
    let query = "buren OF \"vuile was\" OF stil";
    let truth = desk.json(&["search", query]);
    let index = desk.at("studie.codeboom.index");
    let whole: Vec<_> = fs::read_dir(&index)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.clone(), fs::read(path).unwrap()))
        .collect();
    for (damaged, bytes) in &whole {
        let step = (bytes.len() / 12).max(1);
        for at in (0..bytes.len()).step_by(step) {
            fs::remove_dir_all(&index).unwrap();
            fs::create_dir(&index).unwrap();
            for (path, bytes) in &whole {
                fs::write(path, bytes).unwrap();
            }
            let mut wrong = bytes.clone();
            wrong[at] ^= 0xff;
            fs::write(damaged, wrong).unwrap();
            assert_eq!(desk.json(&["search", query]), truth, "byte {at} of {}", damaged.display());
        }
    }
}
