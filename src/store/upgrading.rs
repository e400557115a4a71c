//! From the project file of an older version of the program to that of this one. Before the file changes, a copy of it
//! as it was is put beside it, as `study.codeboom.v1`, and remembered among the copies. A project that can only be read
//! is brought up to date in memory and stays as it is on the disk.
//!
//! A version is one file of SQL on top of the one before it: a new project runs through all of them, an old one
//! through those that it lacks, so that both come out the same.

use super::care::copy_whole;
use super::writing::write_error;
use super::{Store, StoreError, prepare};
use rusqlite::{Connection, OpenFlags, TransactionBehavior, params};
use std::path::{Path, PathBuf};

/// The versions, each with what it adds to the one before it.
const VERSIONS: [(i64, &str); 4] = [
    (1, include_str!("schema.sql")),
    (2, include_str!("schema/synonyms.sql")),
    (3, include_str!("schema/bookmarks.sql")),
    (4, include_str!("schema/comments.sql")),
];

/// Newest version that this program knows.
pub(super) const NEWEST: i64 = VERSIONS[VERSIONS.len() - 1].0;

/// Copies of one version that may stand beside a project.
const MOST_COPIES: u32 = 999;

/// The statements that lead from a version to the newest one; 0 is an empty file.
pub(super) fn statements_from(version: i64) -> String {
    let added: String = VERSIONS.iter().filter(|(number, _)| *number > version).map(|(_, added)| *added).collect();
    format!("{added} PRAGMA user_version = {NEWEST};")
}

/// The version of a project file.
pub(super) fn version_of(connection: &Connection) -> rusqlite::Result<i64> {
    connection.query_row("PRAGMA user_version", [], |row| row.get(0))
}

/// Brings a file up to date and answers where its copy is; none when another process was first.
pub(super) fn upgrade(connection: &mut Connection, path: &Path, time: i64) -> Result<Option<PathBuf>, StoreError> {
    // Whoever has the lock makes the copy, and nobody writes meanwhile.
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(write_error)?;
    let version = version_of(&transaction)?;
    if version >= NEWEST {
        return Ok(None);
    }
    // Another connection reads the file as it is: the one that may write it cannot copy it.
    let reader = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    let copy = free_name(path, version);
    copy_whole(&reader, &copy)?;
    drop(reader);
    transaction.execute_batch(&statements_from(version))?;
    remember_copy(&transaction, &copy, time)?;
    transaction.commit()?;
    Ok(Some(copy))
}

/// The same project in memory, up to date.
pub(super) fn upgraded_in_memory(old: &Connection) -> Result<Connection, StoreError> {
    let mut memory = Connection::open_in_memory()?;
    rusqlite::backup::Backup::new(old, &mut memory)?.run_to_completion(4096, std::time::Duration::ZERO, None)?;
    prepare(&memory)?;
    memory.execute_batch(&format!("BEGIN; {} COMMIT;", statements_from(version_of(&memory)?)))?;
    Ok(memory)
}

/// Remembers that a copy was made, so that a later erasure can name it.
pub(super) fn remember_copy(connection: &Connection, copy: &Path, time: i64) -> Result<(), StoreError> {
    let place = std::path::absolute(copy)?;
    connection.execute("INSERT INTO copy (path, time) VALUES (?, ?)", params![place.to_string_lossy(), time])?;
    Ok(())
}

/// `study.codeboom.v1`; the ending keeps it apart from the projects of a folder. A name that is taken gets a number.
fn free_name(path: &Path, version: i64) -> PathBuf {
    let named = |ending: String| {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        PathBuf::from(name)
    };
    let first = named(format!(".v{version}"));
    if !first.exists() {
        return first;
    }
    let mut others = (2..=MOST_COPIES).map(|number| named(format!(".v{version}-{number}")));
    // With more than that the copy is refused, which leaves the project as it is.
    others.find(|name| !name.exists()).unwrap_or(first)
}

impl Store {
    /// Where the file is kept as it was before it was brought up to date, when opening it did that.
    #[must_use]
    pub fn copy_before_upgrade(&self) -> Option<&Path> {
        self.upgraded.as_deref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Language, Project, ProjectId, Synonym, SynonymId, Verb};
    use crate::store::{APPLICATION_ID, Act};

    const ACT: Act<'static> = Act { actor: "Lotte", time: 5, verb: Verb::SynonymAdd, reason: "" };

    /// A project as version 1 of the program made it.
    fn version_one(path: &Path) {
        let connection = Connection::open(path).expect("a file");
        let first = VERSIONS[0].1;
        connection
            .execute_batch(&format!(
                "BEGIN; {first} PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = 1;
                 INSERT INTO project VALUES (x'0192f0c1a0007000800000000000000a', 'Zo''n studie', 'nl', 'code_label_theme', 1);
                 COMMIT;"
            ))
            .expect("the tables of version 1");
    }

    fn tables(connection: &Connection) -> Vec<(String, String)> {
        let sql = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name";
        let mut statement = connection.prepare(sql).expect("a statement");
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).expect("rows");
        rows.map(|row| row.expect("two texts")).collect()
    }

    #[test]
    fn an_old_project_is_copied_and_then_brought_up_to_date() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("studie.codeboom");
        version_one(&path);
        let old = std::fs::read(&path).expect("the file");
        let mut store = Store::open(&path, 7).expect("an old project opens");
        let copy = folder.path().join("studie.codeboom.v1");
        assert_eq!(store.copy_before_upgrade(), Some(copy.as_path()));
        let kept = Connection::open(&copy).expect("the copy");
        assert_eq!(version_of(&kept).expect("a version"), 1);
        assert_eq!(tables(&kept), {
            std::fs::write(folder.path().join("oud"), &old).expect("written");
            tables(&Connection::open(folder.path().join("oud")).expect("as it was"))
        });
        let registered: (String, i64) = store
            .connection
            .query_row("SELECT path, time FROM copy", [], |row| Ok((row.get(0)?, row.get(1)?)))
            .expect("one copy");
        assert_eq!(registered, (copy.to_string_lossy().into_owned(), 7));

        let new = folder.path().join("nieuw.codeboom");
        let project = Project {
            id: ProjectId::new(),
            title: "Nieuw".to_owned(),
            language: Language::Dutch,
            level_words: crate::model::LevelWords::default(),
            created: 1,
        };
        let fresh = Store::create(&new, project, Act { verb: Verb::New, ..ACT }).expect("a new project");
        assert_eq!(tables(&store.connection), tables(&fresh.connection), "old and new come out the same");
        assert_eq!(version_of(&fresh.connection).expect("a version"), NEWEST);

        let forms = crate::model::Forms::new(&["EK-c", "EKC"]);
        let row = Synonym { id: SynonymId::new(), forms };
        store.write(ACT, |writing| -> Result<(), StoreError> { writing.insert(row.clone()) }).expect("written");
        assert_eq!(store.all::<Project>().expect("rows")[0].title, "Zo'n studie");
        drop(store);
        let again = Store::open(&path, 8).expect("it opens");
        assert_eq!(again.copy_before_upgrade(), None, "once is enough");
        assert_eq!(again.all::<Synonym>().expect("rows"), [row]);
        assert!(again.examine().expect("examined").damage.is_empty());
    }

    #[test]
    fn an_older_copy_is_never_overwritten() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("studie.codeboom");
        std::fs::write(folder.path().join("studie.codeboom.v1"), "van vorige week").expect("written");
        version_one(&path);
        let store = Store::open(&path, 7).expect("an old project opens");
        assert_eq!(store.copy_before_upgrade(), Some(folder.path().join("studie.codeboom.v1-2").as_path()));
        let kept = std::fs::read(folder.path().join("studie.codeboom.v1")).expect("the file");
        assert_eq!(kept, b"van vorige week");
    }

    #[test]
    fn a_project_that_another_process_is_writing_stays_as_it_is() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("studie.codeboom");
        version_one(&path);
        let mut connection = Connection::open(&path).expect("the file");
        connection.busy_timeout(std::time::Duration::ZERO).expect("no waiting");
        let other = Connection::open(&path).expect("the file");
        other.execute_batch("BEGIN IMMEDIATE").expect("the lock");
        assert!(matches!(upgrade(&mut connection, &path, 7), Err(StoreError::Locked)));
        assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 1, "no copy was made");
        other.execute_batch("ROLLBACK").expect("let go");
        assert!(upgrade(&mut connection, &path, 7).expect("upgraded").is_some());
        assert_eq!(upgrade(&mut connection, &path, 7).expect("done already"), None);
    }

    #[test]
    fn what_can_only_be_read_is_brought_up_to_date_in_memory() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("studie.codeboom");
        version_one(&path);
        let old = std::fs::read(&path).expect("the file");
        let immutable = super::super::open_immutable(&path).expect("readable");
        let memory = upgraded_in_memory(&immutable).expect("up to date");
        assert_eq!(version_of(&memory).expect("a version"), NEWEST);
        let title: String = memory.query_row("SELECT title FROM project", [], |row| row.get(0)).expect("a row");
        assert_eq!(title, "Zo'n studie");
        let none: i64 = memory.query_row("SELECT count(*) FROM synonym", [], |row| row.get(0)).expect("a count");
        assert_eq!(none, 0);
        assert_eq!(std::fs::read(&path).expect("the file"), old);
    }
}
