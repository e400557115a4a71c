//! Folders of this machine as the start screen shows them: what lies in one, and the names that files may have.

use std::path::{Path, PathBuf};

/// The ending of project files.
pub(super) const ENDING: &str = "codeboom";
/// How many folders are listed before one has to type.
const MOST: usize = 200;

/// What lies in a folder.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Listing {
    /// The folder above.
    pub(super) parent: Option<PathBuf>,
    /// Folders in it, by name.
    pub(super) folders: Vec<PathBuf>,
    /// Folders that were left out because there are so many.
    pub(super) more: usize,
    /// Project files in it, by name.
    pub(super) projects: Vec<PathBuf>,
    /// Whether it could not be read.
    pub(super) unreadable: bool,
}

/// What lies in a folder; hidden things are passed over.
pub(super) fn list(folder: &Path) -> Listing {
    let mut listing = Listing { parent: folder.parent().map(Path::to_owned), ..Listing::default() };
    let Ok(entries) = std::fs::read_dir(folder) else { return Listing { unreadable: true, ..listing } };
    for path in entries.filter_map(Result::ok).map(|entry| entry.path()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with('.') {
            continue;
        }
        let is_project = path.extension().is_some_and(|ending| ending == ENDING);
        match path.is_dir() {
            // The search index lies beside its project and is nobody's to open.
            true if name.ends_with(".codeboom.index") => {}
            true => listing.folders.push(path),
            false if is_project => listing.projects.push(path),
            false => {}
        }
    }
    let by_name = |a: &PathBuf, b: &PathBuf| crate::model::natural_order(&a.to_string_lossy(), &b.to_string_lossy());
    listing.folders.sort_by(by_name);
    listing.projects.sort_by(by_name);
    listing.more = listing.folders.len().saturating_sub(MOST);
    listing.folders.truncate(MOST);
    listing
}

/// The last part of a path.
pub(super) fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(|| path.to_string_lossy().into_owned(), |name| name.to_string_lossy().into_owned())
}

/// The file name for a project, from what was typed or else from its title; none when it can be no name.
pub(super) fn file_name(typed: &str, title: &str) -> Option<String> {
    let typed = typed.trim();
    if typed.contains(['/', '\\', ':', '\0']) || typed.starts_with('.') {
        return None;
    }
    let ending = format!(".{ENDING}");
    let stem = typed.strip_suffix(&ending).unwrap_or(typed);
    let stem = if stem.is_empty() { from_title(title) } else { stem.to_owned() };
    Some(stem).filter(|stem| !stem.is_empty() && stem.len() <= 200).map(|stem| stem + &ending)
}

/// `Zo'n studie: 2026?` becomes `zo-n-studie-2026`.
fn from_title(title: &str) -> String {
    let mut name = String::new();
    for c in title.to_lowercase().chars() {
        if c.is_alphanumeric() {
            name.push(c);
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
        if name.len() >= 60 {
            break;
        }
    }
    let name = name.trim_end_matches('-');
    if name.is_empty() { "studie".to_owned() } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_things_and_indexes_are_passed_over() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["b", "a", ".git", "x.codeboom.index"] {
            std::fs::create_dir(folder.path().join(name)).expect("made");
        }
        for name in ["studie.codeboom", "studie.codeboom.v1", "gesprek.txt", ".half.codeboom"] {
            std::fs::write(folder.path().join(name), "").expect("written");
        }
        let listing = list(folder.path());
        let names = |paths: &[PathBuf]| paths.iter().map(|path| name_of(path)).collect::<Vec<_>>();
        assert_eq!(names(&listing.folders), ["a", "b"]);
        assert_eq!(names(&listing.projects), ["studie.codeboom"]);
        assert_eq!(listing.parent.as_deref(), folder.path().parent());
        assert!(list(&folder.path().join("nergens")).unreadable);
    }

    #[test]
    fn a_file_gets_the_name_that_was_typed_or_that_of_its_title() {
        for (typed, title, name) in [
            ("", "Zo'n studie: 2026?", Some("zo-n-studie-2026.codeboom")),
            ("", "***", Some("studie.codeboom")),
            ("zorg", "x", Some("zorg.codeboom")),
            (" Zorg 2.codeboom ", "x", Some("Zorg 2.codeboom")),
            ("../zorg", "x", None),
            ("c:zorg", "x", None),
            ("a\\b", "x", None),
            (".verborgen", "x", None),
        ] {
            assert_eq!(file_name(typed, title).as_deref(), name, "{typed} {title}");
        }
    }
}
