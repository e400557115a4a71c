//! From TOML to a codebook. Every wrong place is named at once, with its line and column.

use super::synonyms::read_synonyms;
use super::{FIELD_KEYS, ROOT_KEYS, level_key};
use crate::interchange::codebook_rules::{DEEPEST, Places, Spot, bare_name, color, may_stand_in};
use crate::interchange::fault::{Faults, FileFault, Lines, Problem, shown};
use crate::interchange::toml_file::{Entry, letters, parse};
use crate::interchange::words::{LANGUAGES, ORIGINS, STATUSES, find_word};
use crate::model::{Level, check_name};
use crate::project::input::{CodeInput, CodebookInput};

/// Reads a codebook.
///
/// # Errors
/// All that is wrong with the file, in its order.
pub fn read(bytes: &[u8]) -> Result<CodebookInput, Vec<FileFault>> {
    let text = letters(bytes)?;
    let mut faults = Faults::new(&text);
    let mut codebook = CodebookInput::default();
    if let Some(document) = parse(&text, &mut faults) {
        let root = Entry { offset: 0, table: document.as_table() };
        let mut reading = Reading { lines: Lines::new(&text), marks: Vec::new(), places: Places::default(), faults };
        codebook = reading.codebook(root);
        faults = reading.faults;
        for (offset, circle) in reading.places.circles() {
            faults.add(offset, circle);
        }
    }
    faults.check(codebook)
}

struct Reading<'t> {
    lines: Lines<'t>,
    marks: Vec<String>,
    places: Places,
    faults: Faults<'t>,
}

/// What a code stands below.
#[derive(Clone, Copy)]
struct Parent<'p> {
    name: &'p str,
    depth: usize,
}

impl Reading<'_> {
    fn codebook(&mut self, root: Entry<'_>) -> CodebookInput {
        root.refuse_unknown(&ROOT_KEYS, &[], &mut self.faults);
        let title = root.text("title", &mut self.faults).unwrap_or_default().trim().to_owned();
        if !title.is_empty()
            && let Err(fault) = check_name(&title)
        {
            let problem = Problem::BadName { field: "title", name: shown(&title), fault };
            self.faults.add(root.value_offset("title"), problem);
        }
        let footnotes = self.footnotes(root);
        self.marks = footnotes.iter().map(|(mark, _)| mark.clone()).collect();
        CodebookInput {
            title,
            language: root.word("language", &LANGUAGES, &mut self.faults),
            scope: root.text("cases", &mut self.faults).unwrap_or_default().trim().to_owned(),
            synonyms: read_synonyms(root, &mut self.faults),
            footnotes,
            placed: self.codes(root, &[Level::Selective], None),
            loose: self.codes(root, &[Level::Axial, Level::Open], None),
        }
    }

    fn footnotes(&mut self, root: Entry<'_>) -> Vec<(String, String)> {
        let Some(notes) = root.single("footnotes", &mut self.faults) else { return Vec::new() };
        let mut footnotes = Vec::new();
        for (mark, _) in notes.table.iter() {
            if mark.is_empty() || mark.bytes().any(|byte| byte != b'*') {
                self.faults.add(notes.key_offset(mark), Problem::BadMark { mark: shown(mark) });
            } else if let Some(note) = notes.text(mark, &mut self.faults) {
                footnotes.push((mark.to_owned(), note));
            }
        }
        footnotes
    }

    /// The codes of these levels directly below a table, in the order of the file.
    fn codes(&mut self, above: Entry<'_>, levels: &[Level], parent: Option<Parent<'_>>) -> Vec<CodeInput> {
        let mut entries = Vec::new();
        for level in levels {
            let tables = above.tables(level_key(*level), &mut self.faults);
            entries.extend(tables.into_iter().map(|entry| (entry, *level)));
        }
        entries.sort_by_key(|(entry, _)| entry.offset);
        entries.into_iter().filter_map(|(entry, level)| self.code(entry, level, parent)).collect()
    }

    fn code(&mut self, entry: Entry<'_>, level: Level, parent: Option<Parent<'_>>) -> Option<CodeInput> {
        let depth = parent.map_or(1, |parent| parent.depth + 1);
        if depth > DEEPEST {
            self.faults.add(entry.offset, Problem::TooDeep { limit: DEEPEST });
            return None;
        }
        let (inside, outside): (Vec<Level>, Vec<Level>) =
            [Level::Selective, Level::Axial, Level::Open].into_iter().partition(|inner| may_stand_in(*inner, level));
        self.refuse_misplaced(entry, level, &inside, &outside);
        let also = entry.yes("also", &mut self.faults);
        let name = self.name(entry, level, also, parent);
        let mut code = CodeInput {
            line: self.lines.line_of(entry.offset),
            level,
            name: name.as_ref().map(|name| name.typed.clone()).unwrap_or_default(),
            also,
            statement: entry.text("statement", &mut self.faults),
            definition: entry.text("definition", &mut self.faults),
            include: entry.text("include", &mut self.faults),
            exclude: entry.text("exclude", &mut self.faults),
            example: entry.text("example", &mut self.faults),
            color: self.checked(entry, "color", |typed| color(typed).map(Some)),
            origin: self.checked(entry, "origin", |typed| optional(typed, |word| find_word("origin", word, &ORIGINS))),
            status: self.checked(entry, "status", |typed| optional(typed, |word| find_word("status", word, &STATUSES))),
            children: Vec::new(),
        };
        // Codes below a nameless one are read as well, so that their faults are named too.
        let bare = name.as_ref().map(|name| name.bare.as_str()).unwrap_or_default();
        code.children = self.codes(entry, &inside, Some(Parent { name: bare, depth }));
        name.map(|_| code)
    }

    fn refuse_misplaced(&mut self, entry: Entry<'_>, level: Level, inside: &[Level], outside: &[Level]) {
        let known: Vec<&str> = FIELD_KEYS.into_iter().chain(inside.iter().map(|inner| level_key(*inner))).collect();
        let elsewhere: Vec<&str> = outside.iter().map(|inner| level_key(*inner)).collect();
        entry.refuse_unknown(&known, &elsewhere, &mut self.faults);
        for inner in outside {
            let key = level_key(*inner);
            if entry.table.contains_key(key) {
                self.faults.add(entry.key_offset(key), Problem::NotInside { inner: *inner, outer: level });
            }
        }
    }

    fn name(&mut self, entry: Entry<'_>, level: Level, also: bool, parent: Option<Parent<'_>>) -> Option<Name> {
        if !entry.table.contains_key("name") {
            self.faults.add(entry.offset, Problem::KeyMissing { key: "name" });
            return None;
        }
        let typed = entry.text("name", &mut self.faults)?.trim().to_owned();
        let above = parent.map_or("", |parent| parent.name);
        let spot = Spot { line: self.lines.line_of(entry.offset), offset: entry.value_offset("name") };
        let bare = bare_name("name", &typed, &self.marks)
            .and_then(|bare| self.places.take(&bare, above, level, also, spot).map(|()| bare));
        match bare {
            Ok(bare) => Some(Name { typed, bare }),
            Err(problem) => {
                self.faults.add(entry.value_offset("name"), problem);
                None
            }
        }
    }

    fn checked<T>(
        &mut self,
        entry: Entry<'_>,
        key: &str,
        check: impl Fn(&str) -> Result<Option<T>, Problem>,
    ) -> Option<T> {
        let typed = entry.text(key, &mut self.faults)?;
        check(&typed).unwrap_or_else(|problem| {
            self.faults.add(entry.value_offset(key), problem);
            None
        })
    }
}

struct Name {
    typed: String,
    bare: String,
}

/// An empty text stands for no choice.
fn optional<T>(typed: &str, find: impl Fn(&str) -> Result<T, Problem>) -> Result<Option<T>, Problem> {
    if typed.trim().is_empty() { Ok(None) } else { find(typed).map(Some) }
}
