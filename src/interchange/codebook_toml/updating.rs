//! From a codebook and the file it once came from to that file brought up to date: values change in their place, new
//! codes come where they belong, codes that are gone take their table with them, and all that the researcher typed
//! around it (comments, order of keys, spacing, words in English or Dutch) stays.
//!
//! The text is cut into blocks, one for each table, and put together again; a block that does not change keeps its
//! letters. The result is read back: should it not say the same as the codebook, a fresh file is handed out instead.

mod blocks;
mod editing;
mod matching;

use super::level_key;
use super::reading::read;
use super::synonyms::{carry_synonyms, ordered_as};
use super::writing::{INDENT, code_table, code_values, footnote_table, head_values, header, quoted, write};
use crate::interchange::fault::FileFault;
use crate::interchange::toml_file::letters;
use crate::model::Level;
use crate::project::input::{CodeInput, CodebookInput};
use blocks::{Block, Cut, cut};
use editing::{Change, Edit, edit, indented};
use matching::{Node, flatten, match_codes};
use std::collections::HashMap;

/// The existing file with this codebook in it. A field that is `None` or empty goes from the file; a new code whose
/// definition and place are those of one that is gone counts as that code under a new name.
///
/// # Errors
/// All that is wrong with the existing file, in its order.
pub fn update(existing: &[u8], codebook: &CodebookInput) -> Result<String, Vec<FileFault>> {
    let old = read(existing)?;
    let text = letters(existing)?;
    let mut wanted = as_read(codebook);
    wanted.synonyms = ordered_as(&old.synonyms, wanted.synonyms);
    if as_read(&old) == wanted {
        return Ok(text.into_owned());
    }
    let updated = carry(&text, &old, &wanted);
    match read(updated.as_bytes()) {
        Ok(again) if as_read(&again) == wanted => Ok(updated),
        Ok(_) | Err(_) => Ok(write(codebook)),
    }
}

/// The codebook as reading gives it: nothing empty, top-level labels and codes not placed, no lines.
pub(super) fn as_read(codebook: &CodebookInput) -> CodebookInput {
    let (themes, others): (Vec<_>, Vec<_>) = codebook.placed.iter().partition(|code| code.level == Level::Selective);
    CodebookInput {
        title: codebook.title.trim().to_owned(),
        language: codebook.language,
        scope: codebook.scope.trim().to_owned(),
        footnotes: codebook.footnotes.clone(),
        synonyms: codebook.synonyms.clone(),
        placed: themes.into_iter().map(code_as_read).collect(),
        loose: others.into_iter().chain(&codebook.loose).map(code_as_read).collect(),
    }
}

fn code_as_read(code: &CodeInput) -> CodeInput {
    let text = |field: &Option<String>| field.clone().filter(|text| !text.is_empty());
    CodeInput {
        line: 0,
        level: code.level,
        name: code.name.trim().to_owned(),
        also: code.also,
        statement: text(&code.statement),
        definition: text(&code.definition),
        include: text(&code.include),
        exclude: text(&code.exclude),
        example: text(&code.example),
        color: text(&code.color),
        origin: code.origin,
        status: code.status,
        children: code.children.iter().map(code_as_read).collect(),
    }
}

/// Puts the file together again.
pub(super) fn carry(text: &str, old: &CodebookInput, wanted: &CodebookInput) -> String {
    let crlf = text.contains("\r\n");
    let mut text = text.replace("\r\n", "\n");
    if !text.ends_with('\n') {
        text.push('\n');
    }
    let Some(cut) = cut(&text) else { return write(wanted) };
    let updated = Carrying::new(&text, &cut, old, wanted).put_together();
    if crlf { updated.replace('\n', "\r\n") } else { updated }
}

struct Carrying<'c> {
    text: &'c str,
    cut: &'c Cut,
    old: &'c CodebookInput,
    wanted: &'c CodebookInput,
    old_nodes: Vec<Node<'c>>,
    nodes: Vec<Node<'c>>,
    /// For each wanted code the old one that it was.
    matches: Vec<Option<usize>>,
    /// For each wanted code its block in the file; none when it is new or was typed in a list.
    blocks: Vec<Option<usize>>,
    indent: String,
    /// Whether tables stand apart by blank lines.
    spaced: bool,
}

impl<'c> Carrying<'c> {
    fn new(text: &'c str, cut: &'c Cut, old: &'c CodebookInput, wanted: &'c CodebookInput) -> Self {
        let old_nodes = flatten(old);
        let nodes = flatten(wanted);
        let matches = match_codes(&old_nodes, &nodes);
        let by_line: HashMap<usize, usize> =
            cut.blocks.iter().enumerate().map(|(at, block)| (block.line, at)).collect();
        let blocks = matches.iter().map(|was| by_line.get(&old_nodes[(*was)?].code.line).copied()).collect();
        let nested = cut.blocks.iter().find(|block| block.path.len() > 1);
        let indent = nested.map_or_else(
            || INDENT.to_owned(),
            |block| {
                let whole = indented(&text[block.header.clone()]);
                whole[..whole.len() / (block.path.len() - 1)].to_owned()
            },
        );
        let spaced =
            cut.blocks.len() < 2 || cut.blocks[1..].iter().any(|block| text[block.lead.clone()].starts_with('\n'));
        Self { text, cut, old, wanted, old_nodes, nodes, matches, blocks, indent, spaced }
    }

    fn put_together(&self) -> String {
        let emitted = self.emitted_blocks();
        let footnotes = self.footnotes(&emitted);
        let (above, below) = match self.cut.footnotes {
            Some(at) if at > 0 => (String::new(), footnotes),
            Some(_) | None => (footnotes, String::new()),
        };
        let mut out = self.head();
        out.push_str(&above);
        let mut path = Vec::new();
        for at in self.order() {
            path.truncate(self.nodes[at].depth);
            path.push(level_key(self.nodes[at].code.level));
            out.push_str(&self.code(at, &path, &emitted));
        }
        out.push_str(&below);
        out.push_str(&self.floating(self.cut.blocks.len(), &emitted));
        out.push_str(&self.text[self.cut.rest.clone()]);
        let start = out.len() - out.trim_start_matches('\n').len();
        out.split_off(start)
    }

    fn emitted_blocks(&self) -> Vec<bool> {
        let mut emitted = vec![false; self.cut.blocks.len()];
        for block in self.blocks.iter().flatten() {
            emitted[*block] = true;
        }
        if let Some(footnotes) = self.cut.footnotes {
            emitted[footnotes] = !self.wanted.footnotes.is_empty();
        }
        emitted
    }

    /// The comments that stand apart above a block, with those above the blocks before it that are gone.
    fn floating(&self, block: usize, emitted: &[bool]) -> String {
        let first = emitted[..block].iter().rposition(|emitted| *emitted).map_or(0, |last| last + 1);
        let above = self.cut.blocks.iter().take(block + 1).skip(first);
        above.map(|block| &self.text[block.floating.clone()]).collect()
    }

    fn head(&self) -> String {
        let head = &self.cut.head;
        let old = head_values(self.old);
        let mut changes: Vec<(String, Change)> = head_values(self.wanted)
            .into_iter()
            .zip(old)
            .map(|((key, value), (_, old))| (key.to_owned(), Change::between(old.as_deref(), value)))
            .collect();
        if let Some(pair) = head.pairs.iter().find(|pair| pair.key == "synonyms")
            && self.old.synonyms != self.wanted.synonyms
        {
            let value = carry_synonyms(&self.text[pair.value.clone()], &self.old.synonyms, &self.wanted.synonyms);
            changes.retain(|(key, _)| key != "synonyms");
            changes.push(("synonyms".to_owned(), value.map_or(Change::Remove, Change::Set)));
        }
        // Codes and footnotes that were typed in one line, as lists, come back as tables.
        for key in ["theme", "label", "code"] {
            changes.push((key.to_owned(), Change::Remove));
        }
        if self.old.footnotes != self.wanted.footnotes {
            changes.push(("footnotes".to_owned(), Change::Remove));
        }
        edit(
            self.text,
            &Edit { body: head.body.clone(), pairs: &head.pairs, changes: &changes, indent: "", anew: false },
        ) + &self.text[head.tail.clone()]
    }

    fn footnotes(&self, emitted: &[bool]) -> String {
        let wanted = &self.wanted.footnotes;
        let Some(block_at) = self.cut.footnotes else {
            let kept = self.old.footnotes == *wanted || wanted.is_empty();
            return if kept { String::new() } else { format!("\n{}", footnote_table(wanted)) };
        };
        if wanted.is_empty() {
            return String::new();
        }
        let block = &self.cut.blocks[block_at];
        let lead = self.floating(block_at, emitted) + &self.text[block.lead.clone()];
        let tail = &self.text[block.tail.clone()];
        match self.note_changes() {
            Some(changes) => {
                let pairs = &block.pairs;
                let body = Edit { body: block.body.clone(), pairs, changes: &changes, indent: "", anew: false };
                format!("{lead}{}{}{tail}", &self.text[block.header.clone()], edit(self.text, &body))
            }
            None => format!("{lead}{}{tail}", footnote_table(wanted)),
        }
    }

    /// What happens to each footnote; nothing when they come in another order, which takes a fresh table.
    fn note_changes(&self) -> Option<Vec<(String, Change)>> {
        let (old, wanted) = (&self.old.footnotes, &self.wanted.footnotes);
        let note = |notes: &[(String, String)], mark: &String| {
            notes.iter().find(|(other, _)| other == mark).map(|(_, note)| quoted(note))
        };
        let stay = old.iter().map(|(mark, _)| mark).filter(|mark| note(wanted, mark).is_some());
        let known = wanted.iter().map(|(mark, _)| mark).filter(|mark| note(old, mark).is_some());
        if !stay.eq(known) {
            return None;
        }
        let gone = old.iter().filter(|(mark, _)| note(wanted, mark).is_none());
        let change = |(mark, _): &(String, String)| {
            (mark.clone(), Change::between(note(old, mark).as_deref(), note(wanted, mark)))
        };
        Some(wanted.iter().chain(gone).map(change).collect())
    }

    /// One code's table, from its block when it has one.
    fn code(&self, at: usize, path: &[&'static str], emitted: &[bool]) -> String {
        let code = self.nodes[at].code;
        let language = self.wanted.language.unwrap_or_default();
        let (Some(block_at), Some(old)) = (self.blocks[at], self.matches[at]) else {
            let gap = if self.spaced { "\n" } else { "" };
            return format!("{gap}{}", code_table(code, path, &self.indent, language));
        };
        let block = &self.cut.blocks[block_at];
        let mut changes: Vec<(String, Change)> = code_values(code, language)
            .into_iter()
            .zip(code_values(self.old_nodes[old].code, language))
            .map(|((key, value), (_, old))| (key.to_owned(), Change::between(old.as_deref(), value)))
            .collect();
        changes.extend(["label", "code"].map(|key| (key.to_owned(), Change::Remove)));
        let moved = block.path != path;
        let indent = if moved { self.indent.repeat(path.len() - 1) } else { self.indent_of(block) };
        let whole =
            Edit { body: block.body.clone(), pairs: &block.pairs, changes: &changes, indent: &indent, anew: moved };
        let around = |body: &std::ops::Range<usize>| {
            edit(self.text, &Edit { body: body.clone(), pairs: &[], changes: &[], indent: &indent, anew: moved })
        };
        let head = if moved { header(path, &indent) } else { self.text[block.header.clone()].to_owned() };
        self.floating(block_at, emitted)
            + &around(&block.lead)
            + &head
            + &edit(self.text, &whole)
            + &around(&block.tail)
    }

    /// What the fields of a table stand behind.
    fn indent_of(&self, block: &Block) -> String {
        let line = block.pairs.first().map_or(block.header.clone(), |pair| pair.lines.clone());
        indented(&self.text[line]).to_owned()
    }

    /// The order of the wanted codes: themes as wanted, codes without place as wanted, and the two among each other as
    /// they stood in the file.
    fn order(&self) -> Vec<usize> {
        let tops: Vec<usize> = (0..self.nodes.len()).filter(|at| self.nodes[*at].depth == 0).collect();
        let ends = tops.iter().skip(1).copied().chain([self.nodes.len()]);
        let (mut themes, mut others) = (Vec::new(), Vec::new());
        let (mut last_theme, mut last_other) = (0, None);
        for (top, end) in tops.iter().zip(ends) {
            let was_top = self.matches[*top].is_some_and(|old| self.old_nodes[old].depth == 0);
            let stood = if was_top { self.blocks[*top] } else { None };
            if self.nodes[*top].code.level == Level::Selective {
                last_theme = last_theme.max(stood.unwrap_or(0));
                themes.push((last_theme, *top..end));
            } else {
                last_other = last_other.max(stood).or(Some(usize::MAX));
                others.push((last_other.unwrap_or(usize::MAX), *top..end));
            }
        }
        // Both are ascending, and a stable sort keeps each in its own order.
        themes.append(&mut others);
        themes.sort_by_key(|(stood, _)| *stood);
        themes.into_iter().flat_map(|(_, codes)| codes).collect()
    }
}
