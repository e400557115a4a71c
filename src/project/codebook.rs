//! Importing a codebook: it adds and updates and deletes nothing. Names are compared case folded and without footnote
//! marks; a code that is named at another parent of the same taxonomy is moved there, and the report says so.

use super::codes::{CodeFields, blank, ensure_coder, fill, name};
use super::input::{CodeInput, CodebookInput};
use super::synonyms::add_group;
use super::{Done, Refusal, RowFault, RowReason, Workspace};
use crate::model::{
    Code, CodeId, Footnote, FootnoteId, Level, MarkedName, Origin, Placement, PlacementId, Project, Taxonomy,
    TaxonomyId, Verb, fold_name,
};
use crate::store::Writing;
use crate::text::synonyms::check_groups;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// What a codebook import did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CodebookReport {
    /// Codes made.
    pub added: usize,
    /// Codes whose level, definition or other fields changed.
    pub updated: usize,
    /// Codes that were named as they are.
    pub unchanged: usize,
    /// Codes that moved within a taxonomy: code, old parent, new parent; empty is the top.
    pub moved: Vec<(String, String, String)>,
    /// Codes whose level changed: code, old and new level.
    pub levels: Vec<(String, Level, Level)>,
    /// Titles of the taxonomies of the file.
    pub taxonomies: Vec<String>,
    /// Groups of synonyms that were made or grew, as they are now.
    pub synonyms: Vec<Vec<String>>,
}

impl Workspace {
    /// Takes over codebooks as one act.
    ///
    /// # Errors
    /// When any code of the files is wrong; then nothing is taken over, and every wrong one is named with its line.
    pub fn import_codebooks(&mut self, books: &[CodebookInput], reason: &str) -> Result<Done<CodebookReport>, Refusal> {
        for book in books {
            check(book)?;
        }
        self.run(Verb::CodebookImport, reason, |writing, _| {
            let mut importing = Importing::start(writing)?;
            for book in books {
                importing.book(writing, book)?;
            }
            let report = importing.report;
            let added = report.added.to_string();
            writing.describe([added].into_iter().chain(report.taxonomies.iter().cloned()));
            Ok(report)
        })
    }

    /// Makes an empty taxonomy.
    ///
    /// # Errors
    /// When the title cannot be a name or is taken.
    pub fn add_taxonomy(&mut self, title: &str, scope: &str, reason: &str) -> Result<Done<()>, Refusal> {
        check_scope(scope)?;
        self.run(Verb::TaxonomyEdit, reason, |writing, study| {
            let title = name(title)?;
            let wanted = fold_name(&title);
            if let Some(tree) = study.taxonomies.rows().iter().find(|tree| fold_name(&tree.row.title) == wanted) {
                let kind = crate::analysis::NameKind::Taxonomy;
                return Err(Refusal::NameTaken { kind, name: tree.row.title.clone() });
            }
            let rank = study.taxonomies.rows().iter().map(|tree| tree.row.rank + 1).max().unwrap_or(0);
            writing.describe([title.clone()]);
            writing.insert(Taxonomy { id: TaxonomyId::new(), title, scope: scope.trim().to_owned(), rank })?;
            Ok(())
        })
    }
}

/// Refuses what is no query.
pub(super) fn check_scope(scope: &str) -> Result<(), Refusal> {
    if scope.trim().is_empty() {
        return Ok(());
    }
    crate::text::parse_query(scope).map(drop).map_err(|fault| Refusal::Query { query: scope.to_owned(), fault })
}

/// Finds everything that is wrong with a codebook by itself.
fn check(book: &CodebookInput) -> Result<(), Refusal> {
    let marks: Vec<&str> = book.footnotes.iter().map(|(mark, _)| mark.as_str()).collect();
    let mut faults = Vec::new();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut path = Vec::new();
    for code in book.placed.iter().chain(&book.loose) {
        check_code(code, &marks, &mut seen, &mut path, &mut faults);
    }
    if !book.scope.trim().is_empty()
        && let Err(fault) = crate::text::parse_query(&book.scope)
    {
        faults.push(RowFault { line: 0, reason: RowReason::BadScope { query: book.scope.clone(), fault } });
    }
    if let Err(fault) = check_groups(&book.synonyms) {
        faults.push(RowFault { line: 0, reason: RowReason::Synonym(fault.reason) });
    }
    if faults.is_empty() { Ok(()) } else { Err(Refusal::Rows(faults)) }
}

fn check_code(
    code: &CodeInput,
    marks: &[&str],
    seen: &mut BTreeMap<String, usize>,
    path: &mut Vec<String>,
    faults: &mut Vec<RowFault>,
) {
    let line = code.line;
    let parsed = MarkedName::parse(&code.name, marks.iter().copied()).name;
    if let Err(fault) = crate::model::check_name(&parsed) {
        faults.push(RowFault { line, reason: RowReason::BadName { name: parsed, fault } });
        return;
    }
    if let Some(typed) = &code.color
        && super::codes::color(typed).is_err()
    {
        faults.push(RowFault { line, reason: RowReason::BadColor { color: typed.clone() } });
    }
    let key = fold_name(&parsed);
    if path.contains(&key) {
        faults.push(RowFault { line, reason: RowReason::Cycle { code: parsed } });
        return;
    }
    match seen.get(&key) {
        Some(first) if !code.also => {
            faults.push(RowFault { line, reason: RowReason::CodeTwice { code: parsed, first: *first } });
        }
        Some(_) => {}
        None => drop(seen.insert(key.clone(), line)),
    }
    path.push(key);
    for child in &code.children {
        check_code(child, marks, seen, path, faults);
    }
    path.pop();
}

struct Importing {
    codes: FxHashMap<String, Code>,
    report: CodebookReport,
}

impl Importing {
    fn start(writing: &Writing<'_>) -> Result<Self, Refusal> {
        let codes: Vec<Code> = writing.all()?;
        let codes = codes.into_iter().map(|code| (fold_name(&code.name), code)).collect();
        Ok(Self { codes, report: CodebookReport::default() })
    }

    fn book(&mut self, writing: &mut Writing<'_>, book: &CodebookInput) -> Result<(), Refusal> {
        if let Some(language) = book.language {
            let projects: Vec<Project> = writing.all()?;
            for project in projects {
                writing.update(Project { language, ..project })?;
            }
        }
        for forms in &book.synonyms {
            let added = add_group(writing, forms)?;
            if added.changed() {
                self.report.synonyms.retain(|group| !group.iter().any(|form| added.group.contains(form)));
                self.report.synonyms.push(added.group);
            }
        }
        if !book.title.trim().is_empty() {
            let taxonomy = self.taxonomy(writing, book)?;
            let marks: Vec<&str> = book.footnotes.iter().map(|(mark, _)| mark.as_str()).collect();
            let placements: Vec<Placement> = writing.all()?;
            let mut placing = Placing {
                taxonomy,
                marks,
                old: placements.into_iter().filter(|row| row.taxonomy == taxonomy).collect(),
                named: Vec::new(),
            };
            self.children(writing, &mut placing, None, &book.placed)?;
            self.settle(writing, placing)?;
        }
        for code in &book.loose {
            self.code(writing, &code.name, code)?;
            for child in &code.children {
                self.code(writing, &child.name, child)?;
            }
        }
        Ok(())
    }

    fn taxonomy(&mut self, writing: &mut Writing<'_>, book: &CodebookInput) -> Result<TaxonomyId, Refusal> {
        let title = name(&book.title)?;
        self.report.taxonomies.push(title.clone());
        let known: Vec<Taxonomy> = writing.all()?;
        let rank = known.iter().map(|row| row.rank + 1).max().unwrap_or(0);
        let id = if let Some(row) = known.into_iter().find(|row| fold_name(&row.title) == fold_name(&title)) {
            let id = row.id;
            // A file that says nothing of the scope leaves it alone: importing deletes nothing.
            if !book.scope.trim().is_empty() {
                writing.update(Taxonomy { scope: book.scope.trim().to_owned(), ..row })?;
            }
            id
        } else {
            let row = Taxonomy { id: TaxonomyId::new(), title, scope: book.scope.trim().to_owned(), rank };
            let id = row.id;
            writing.insert(row)?;
            id
        };
        let notes: Vec<Footnote> = writing.all()?;
        for (mark, text) in &book.footnotes {
            match notes.iter().find(|note| note.taxonomy == id && note.mark == *mark) {
                Some(note) => writing.update(Footnote { text: text.clone(), ..note.clone() })?,
                None => writing.insert(Footnote {
                    id: FootnoteId::new(),
                    taxonomy: id,
                    mark: mark.clone(),
                    text: text.clone(),
                })?,
            }
        }
        Ok(id)
    }

    /// The code of that name, made or brought up to date.
    fn code(&mut self, writing: &mut Writing<'_>, typed: &str, input: &CodeInput) -> Result<CodeId, Refusal> {
        let name = name(typed)?;
        let fields = CodeFields {
            statement: input.statement.clone(),
            definition: input.definition.clone(),
            include: input.include.clone(),
            exclude: input.exclude.clone(),
            example: input.example.clone(),
            color: input.color.clone(),
            origin: input.origin,
            status: input.status,
        };
        let key = fold_name(&name);
        if let Some(known) = self.codes.get(&key) {
            let mut code = known.clone();
            fill(&mut code, &fields)?;
            if code.level != input.level {
                self.report.levels.push((code.name.clone(), code.level, input.level));
                code.level = input.level;
            }
            if code == *known {
                self.report.unchanged += 1;
            } else {
                self.report.updated += 1;
                writing.update(code.clone())?;
            }
            let id = code.id;
            self.codes.insert(key, code);
            return Ok(id);
        }
        let mut code = blank(name, input.level, None, writing.time());
        fill(&mut code, &fields)?;
        let id = code.id;
        writing.insert(code.clone())?;
        self.codes.insert(key, code);
        self.report.added += 1;
        Ok(id)
    }

    fn children(
        &mut self,
        writing: &mut Writing<'_>,
        placing: &mut Placing<'_>,
        parent: Option<CodeId>,
        inputs: &[CodeInput],
    ) -> Result<(), Refusal> {
        for (rank, input) in (0..).zip(inputs) {
            let parsed = MarkedName::parse(&input.name, placing.marks.iter().copied());
            let code = self.code(writing, &parsed.name, input)?;
            let notes = !placing.marks.is_empty();
            placing.named.push(Named { code, parent, rank, also: input.also, marked: parsed.marked, notes });
            self.children(writing, placing, Some(code), &input.children)?;
        }
        Ok(())
    }

    /// Brings the placements of the taxonomy in line with what the file names.
    fn settle(&mut self, writing: &mut Writing<'_>, placing: Placing<'_>) -> Result<(), Refusal> {
        let Placing { taxonomy, old, named, .. } = placing;
        let name_of = |codes: &FxHashMap<String, Code>, id: Option<CodeId>| -> String {
            codes.values().find(|code| Some(code.id) == id).map(|code| code.name.clone()).unwrap_or_default()
        };
        let mut kept: Vec<PlacementId> = Vec::new();
        for place in &named {
            let here = old.iter().find(|row| row.code == place.code && row.parent == place.parent);
            let free = |row: &&Placement| {
                row.code == place.code
                    && !named.iter().any(|other| other.code == row.code && other.parent == row.parent)
                    && !kept.contains(&row.id)
            };
            let elsewhere = if place.also { None } else { old.iter().find(free) };
            match (here, elsewhere) {
                (Some(row), _) => {
                    kept.push(row.id);
                    // A table without footnotes knows no marks; those in the project stay.
                    let marked = if place.notes { &place.marked } else { &row.marked };
                    writing.update(Placement { rank: place.rank, marked: marked.clone(), ..row.clone() })?;
                }
                (None, Some(row)) => {
                    kept.push(row.id);
                    let from = name_of(&self.codes, row.parent);
                    let to = name_of(&self.codes, place.parent);
                    self.report.moved.push((name_of(&self.codes, Some(place.code)), from, to));
                    writing.update(Placement {
                        parent: place.parent,
                        rank: place.rank,
                        marked: place.marked.clone(),
                        ..row.clone()
                    })?;
                }
                (None, None) => {
                    let row = Placement {
                        id: PlacementId::new(),
                        taxonomy,
                        parent: place.parent,
                        code: place.code,
                        rank: place.rank,
                        marked: place.marked.clone(),
                    };
                    writing.insert(row)?;
                }
            }
        }
        // What the file does not name stays, behind what it names.
        for row in old.iter().filter(|row| !kept.contains(&row.id)) {
            let named_here = named.iter().filter(|place| place.parent == row.parent).count();
            let behind = i64::try_from(named_here).expect("siblings are counted in thousands at most");
            if row.rank < behind {
                writing.update(Placement { rank: row.rank + behind, ..row.clone() })?;
            }
        }
        refuse_cycles(writing, taxonomy, &self.codes)
    }
}

struct Placing<'b> {
    taxonomy: TaxonomyId,
    marks: Vec<&'b str>,
    old: Vec<Placement>,
    named: Vec<Named>,
}

struct Named {
    code: CodeId,
    parent: Option<CodeId>,
    rank: i64,
    also: bool,
    marked: String,
    /// Whether the file has footnotes at all.
    notes: bool,
}

/// A file can turn an existing branch round: A under B where B stands under A.
fn refuse_cycles(writing: &Writing<'_>, taxonomy: TaxonomyId, codes: &FxHashMap<String, Code>) -> Result<(), Refusal> {
    let rows: Vec<Placement> = writing.all()?;
    let mut below: BTreeMap<Option<CodeId>, Vec<CodeId>> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.taxonomy == taxonomy) {
        below.entry(row.parent).or_default().push(row.code);
    }
    let mut reached: Vec<CodeId> = below.get(&None).cloned().unwrap_or_default();
    let mut at = 0;
    while at < reached.len() {
        for child in below.get(&Some(reached[at])).into_iter().flatten() {
            if !reached.contains(child) {
                reached.push(*child);
            }
        }
        at += 1;
    }
    let lost = rows.iter().find(|row| row.taxonomy == taxonomy && !reached.contains(&row.code));
    let name = |id| codes.values().find(|code| code.id == id).map(|code| code.name.clone()).unwrap_or_default();
    match lost {
        Some(row) => Err(Refusal::Cycle { code: name(row.code), parent: row.parent.map(name).unwrap_or_default() }),
        None => Ok(()),
    }
}

/// Keeps the acting person's name available to verbs that make codes on the fly.
pub(super) fn new_code(
    writing: &mut Writing<'_>,
    study: &crate::analysis::Study,
    actor: &str,
    typed: &str,
    origin: Option<Origin>,
) -> Result<CodeId, Refusal> {
    let name = name(typed)?;
    super::codes::refuse_taken(study, &name, None)?;
    let author = ensure_coder(writing, actor)?;
    let code = Code { origin, ..blank(name, Level::Open, Some(author), writing.time()) };
    let id = code.id;
    writing.insert(code)?;
    Ok(id)
}
