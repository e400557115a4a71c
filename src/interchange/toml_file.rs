//! TOML as people type it: values by key, with a fault at the exact place for a wrong type, an unknown key, a value
//! that may not stand there. The reading of codebooks and of chosen quotes is built on these.

use super::decoding::decode;
use super::fault::{Faults, FileFault, Problem, ValueType, shown};
use super::words::find_word;
use crate::model::{fold_name, nearest_names};
use std::borrow::Cow;
use toml_edit::{Document, Item, TableLike, TomlError, Value};

/// Largest TOML file, in megabytes: a hundred times the largest codebook known.
const LARGEST: usize = 16;

/// What people type in Dutch where a key is English.
const DUTCH_KEYS: [(&str, &str); 15] = [
    ("thema", "theme"),
    ("naam", "name"),
    ("titel", "title"),
    ("taal", "language"),
    ("casussen", "cases"),
    ("voetnoten", "footnotes"),
    ("synoniemen", "synonyms"),
    ("stelling", "statement"),
    ("definitie", "definition"),
    ("inclusie", "include"),
    ("exclusie", "exclude"),
    ("voorbeeld", "example"),
    ("kleur", "color"),
    ("herkomst", "origin"),
    ("ook", "also"),
];

/// The letters of a TOML file.
pub(super) fn letters(bytes: &[u8]) -> Result<Cow<'_, str>, Vec<FileFault>> {
    decode(bytes, LARGEST)
}

/// The parsed file; the first place that is no TOML goes into the faults.
pub(super) fn parse<'t>(text: &'t str, faults: &mut Faults<'t>) -> Option<Document<&'t str>> {
    match Document::parse(text) {
        Ok(document) => Some(document),
        Err(error) => {
            let span = error.span().unwrap_or_default();
            faults.add(span.start, syntax_problem(&error, text.get(span).unwrap_or_default()));
            None
        }
    }
}

fn syntax_problem(error: &TomlError, found: &str) -> Problem {
    if error.message() == "duplicate key" {
        Problem::KeyTwice { key: shown(found.trim()) }
    } else {
        Problem::Toml { message: error.message().to_owned() }
    }
}

/// A table with its place in the text.
#[derive(Clone, Copy)]
pub(super) struct Entry<'d> {
    pub(super) offset: usize,
    pub(super) table: &'d dyn TableLike,
}

impl<'d> Entry<'d> {
    /// Where a key stands; where the table starts when it has no such key.
    pub(super) fn key_offset(&self, key: &str) -> usize {
        self.table.key(key).and_then(toml_edit::Key::span).map_or(self.offset, |span| span.start)
    }

    /// Where the value of a key stands.
    pub(super) fn value_offset(&self, key: &str) -> usize {
        self.table.get(key).and_then(Item::span).map_or_else(|| self.key_offset(key), |span| span.start)
    }

    /// Refuses every key that is not known here. `elsewhere` are keys with a meaning of their own that the caller
    /// refuses itself.
    pub(super) fn refuse_unknown(&self, known: &[&str], elsewhere: &[&str], faults: &mut Faults<'_>) {
        for (key, _) in self.table.iter() {
            if !known.contains(&key) && !elsewhere.contains(&key) {
                let folded = fold_name(key);
                let dutch = DUTCH_KEYS.iter().find(|(dutch, english)| *dutch == folded && known.contains(english));
                let nearest = match dutch {
                    Some((_, english)) => vec![(*english).to_owned()],
                    None => nearest_names(key, known.iter().copied()),
                };
                faults.add(self.key_offset(key), Problem::KeyUnknown { key: shown(key), nearest });
            }
        }
    }

    /// The text of a key, with `\n` for every line break.
    pub(super) fn text(&self, key: &str, faults: &mut Faults<'_>) -> Option<String> {
        let item = self.table.get(key)?;
        if let Some(text) = item.as_str() {
            return Some(if text.contains("\r\n") { text.replace("\r\n", "\n") } else { text.to_owned() });
        }
        self.refuse_type(key, item, ValueType::Text, faults);
        None
    }

    /// The text of a key that must be there and hold more than white space.
    pub(super) fn needed(&self, key: &'static str, faults: &mut Faults<'_>) -> Option<String> {
        if !self.table.contains_key(key) {
            faults.add(self.offset, Problem::KeyMissing { key });
            return None;
        }
        let text = self.text(key, faults)?;
        if text.trim().is_empty() {
            faults.add(self.value_offset(key), Problem::KeyMissing { key });
            return None;
        }
        Some(text)
    }

    /// The yes or no of a key; no when it is not there.
    pub(super) fn yes(&self, key: &str, faults: &mut Faults<'_>) -> bool {
        let Some(item) = self.table.get(key) else { return false };
        item.as_bool().unwrap_or_else(|| {
            self.refuse_type(key, item, ValueType::YesNo, faults);
            false
        })
    }

    /// The thing that a word stands for; white space and case do not matter.
    pub(super) fn word<T: Copy>(&self, key: &str, words: &[(&'static str, T)], faults: &mut Faults<'_>) -> Option<T> {
        let typed = self.text(key, faults)?;
        find_word(key, &typed, words).map_err(|problem| faults.add(self.value_offset(key), problem)).ok()
    }

    /// The tables under a key, `[[key]]` or a list of `{…}`.
    pub(super) fn tables(&self, key: &str, faults: &mut Faults<'_>) -> Vec<Entry<'d>> {
        let start = self.value_offset(key);
        match self.table.get(key) {
            None | Some(Item::None) => Vec::new(),
            Some(Item::ArrayOfTables(tables)) => {
                let entry = |table: &'d toml_edit::Table| Entry { offset: start_of(table.span(), start), table };
                tables.iter().map(entry).collect()
            }
            Some(Item::Value(Value::Array(values))) => {
                let mut entries = Vec::new();
                for value in values {
                    let offset = start_of(value.span(), start);
                    match value {
                        Value::InlineTable(table) => entries.push(Entry { offset, table }),
                        other => faults.add(offset, wrong_type(key, type_of_value(other), ValueType::Table)),
                    }
                }
                entries
            }
            Some(item @ (Item::Value(_) | Item::Table(_))) => {
                self.refuse_type(key, item, ValueType::Tables, faults);
                Vec::new()
            }
        }
    }

    /// The lists of texts under a key, `[["a", "b"], …]`; nothing when there is no such key or a value is of another
    /// kind.
    pub(super) fn lists(&self, key: &str, faults: &mut Faults<'_>) -> Option<Vec<TextList>> {
        let item = self.table.get(key)?;
        let Some(values) = item.as_array() else {
            self.refuse_type(key, item, ValueType::Lists, faults);
            return None;
        };
        let start = self.value_offset(key);
        let mut lists = Vec::new();
        let mut good = true;
        for value in values {
            let offset = start_of(value.span(), start);
            let mut list = TextList { offset, texts: Vec::new() };
            for text in value.as_array().into_iter().flatten() {
                let offset = start_of(text.span(), offset);
                if let Some(text) = text.as_str() {
                    list.texts.push((offset, text.to_owned()));
                } else {
                    faults.add(offset, wrong_type(key, type_of_value(text), ValueType::Text));
                    good = false;
                }
            }
            if !value.is_array() {
                faults.add(offset, wrong_type(key, type_of_value(value), ValueType::Lists));
                good = false;
            }
            lists.push(list);
        }
        good.then_some(lists)
    }

    /// The table under a key, `[key]` or `{…}`.
    pub(super) fn single(&self, key: &str, faults: &mut Faults<'_>) -> Option<Entry<'d>> {
        let item = self.table.get(key)?;
        let offset = self.value_offset(key);
        if let Some(table) = item.as_table_like() {
            return Some(Entry { offset, table });
        }
        self.refuse_type(key, item, ValueType::Table, faults);
        None
    }

    fn refuse_type(&self, key: &str, item: &Item, expected: ValueType, faults: &mut Faults<'_>) {
        faults.add(self.value_offset(key), wrong_type(key, type_of(item), expected));
    }
}

/// A list of texts with its place in the file.
pub(super) struct TextList {
    pub(super) offset: usize,
    /// Each text with its place.
    pub(super) texts: Vec<(usize, String)>,
}

fn start_of(span: Option<std::ops::Range<usize>>, otherwise: usize) -> usize {
    span.map_or(otherwise, |span| span.start)
}

fn wrong_type(key: &str, found: ValueType, expected: ValueType) -> Problem {
    Problem::WrongType { key: shown(key), expected, found }
}

fn type_of(item: &Item) -> ValueType {
    match item {
        Item::Value(value) => type_of_value(value),
        Item::ArrayOfTables(_) => ValueType::Tables,
        Item::None | Item::Table(_) => ValueType::Table,
    }
}

fn type_of_value(value: &Value) -> ValueType {
    match value {
        Value::String(_) => ValueType::Text,
        Value::Integer(_) | Value::Float(_) => ValueType::Number,
        Value::Boolean(_) => ValueType::YesNo,
        Value::Datetime(_) => ValueType::Date,
        Value::Array(_) => ValueType::List,
        Value::InlineTable(_) => ValueType::Table,
    }
}
