//! Codebooks for tests: trees that keep the rules of levels, with names and texts that are hard to write down.

use crate::model::{CodeStatus, Language, Level, Origin};
use crate::project::input::{CodeInput, CodebookInput};
use proptest::prelude::*;

/// A code with nothing but a name.
pub(super) fn code(name: &str, level: Level) -> CodeInput {
    CodeInput {
        line: 0,
        level,
        name: name.to_owned(),
        also: false,
        statement: None,
        definition: None,
        include: None,
        exclude: None,
        example: None,
        color: None,
        origin: None,
        status: None,
        children: Vec::new(),
    }
}

/// A code before it has a place: its level, which of the earlier codes it goes below, and its fields.
type Loose = (usize, prop::sample::Index, String, Vec<Option<String>>, usize);

fn any_code() -> impl Strategy<Value = Loose> {
    let name = r#"[a-cé"'\\\[\]#*=.{} 👍\u{7f}]{0,10}"#.prop_map(|name| name.replace('\u{7f}', "\u{308}"));
    let text = prop::option::of("[a-c\"\"\"'\\\\\\n\\n\\t #=\\[é👍\u{1}\u{85}]{1,14}");
    (0..3_usize, any::<prop::sample::Index>(), name, prop::collection::vec(text, 5), 0..40_usize)
}

/// A tree that keeps the rules of levels; names are told apart by their number.
pub(super) fn any_codebook() -> impl Strategy<Value = CodebookInput> {
    let codes = prop::collection::vec(any_code(), 0..14);
    let notes = prop::collection::vec("[a\"\\\\\\n*]{0,5}", 0..3);
    let groups = prop::collection::vec(prop::collection::vec("[a-cé\"'\\\\\\[\\]#,👍]{0,6}", 2..4), 0..3);
    ("[a\"\\\\ #é]{0,6}", codes, notes, groups, 0..3_usize).prop_map(|(title, codes, notes, groups, language)| {
        let mut book = CodebookInput {
            title: title.trim().to_owned(),
            language: [None, Some(Language::Dutch), Some(Language::English)][language],
            footnotes: notes.into_iter().enumerate().map(|(at, note)| ("*".repeat(at + 1), note)).collect(),
            synonyms: numbered(groups),
            ..CodebookInput::default()
        };
        for (at, one) in codes.into_iter().enumerate() {
            place(&mut book, at, one);
        }
        book
    })
}

/// Forms that are told apart by their number.
fn numbered(groups: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let form = |group: usize, at: usize, form: String| format!("{group}x{at} {form}x");
    let forms = |(group, forms): (usize, Vec<String>)| {
        forms.into_iter().enumerate().map(|(at, typed)| form(group, at, typed)).collect()
    };
    groups.into_iter().enumerate().map(forms).collect()
}

fn place(book: &mut CodebookInput, at: usize, (level, below, name, texts, choice): Loose) {
    let mut made = code(&format!("{at} {name}x"), Level::ALL[level]);
    [made.statement, made.definition, made.include, made.exclude, made.example] = texts.try_into().expect("five texts");
    made.color = (choice % 3 == 0).then(|| format!("#0000{choice:02}"));
    made.origin = [None, Some(Origin::InVivo), Some(Origin::Adopted)][choice % 3];
    made.status = [None, Some(CodeStatus::Proposed)][choice % 2];
    made.also = choice % 7 == 0;
    let mut roots: Vec<&mut CodeInput> = book.placed.iter_mut().chain(&mut book.loose).collect();
    let root = (!roots.is_empty() && choice % 5 != 0).then(|| roots.swap_remove(below.index(roots.len())));
    match (made.level, root) {
        (Level::Selective, _) => book.placed.push(made),
        (Level::Axial, Some(root)) if root.level == Level::Selective => root.children.push(made),
        (Level::Open, Some(root)) => match root.children.last_mut() {
            Some(child) if choice % 2 == 0 => child.children.push(made),
            Some(_) | None => root.children.push(made),
        },
        (Level::Axial | Level::Open, _) => book.loose.push(made),
    }
}
