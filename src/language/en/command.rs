//! What the command line says on its own.

use super::care::{cause, io_clause};
use super::files::{encoding, notice};
use crate::import::Format;
use crate::language::Message;
use crate::language::messages::{Command, Heads, Skipped, Words};
use crate::language::phrases::{argument, count, counted, listed, name, names};
use crate::model::nearest_names;
use crate::project::ImportedText;

pub(super) const COMMAND: Command = Command {
    serving: "The workbench is open at",
    no_browser: "No browser opened. Open the address yourself.",
    cannot_listen: |port, error| {
        Message::new(&format!("the workbench cannot listen on port {port}: {error}"))
            .hint("Choose another port with `--port`, or leave it out.")
    },
    no_project: || {
        Message::new("there is no project in this folder")
            .hint("Make one with `codeboom new study.codeboom`, or name the file with `-p`.")
            .hint("To look around first, `codeboom demo` sets up an example.")
    },
    several_projects: |files| {
        Message::new(&format!("there are {} in this folder", counted(files.len(), "project", "projects")))
            .details(files.iter().map(|file| name(file)))
            .hints(files.first().map(|file| format!("Name one, for instance `-p {}`.", argument(file))))
    },
    no_such_path: |path| Message::new(&format!("{} does not exist", name(path))),
    cannot_read: |path, error| Message::new(&format!("{} cannot be read: {}", name(path), io_clause(error))),
    cannot_write: |path, error| Message::new(&format!("{} cannot be written: {}", name(path), io_clause(error))),
    nothing_to_read: |folder| {
        Message::new(&format!("there is no file in {} that can be imported", name(folder)))
            .hint(format!("Files that can be read are {}.", endings()))
    },
    skipped: |file, why| match why {
        Skipped::Hidden => format!("{} skipped: hidden file", name(file)),
        Skipped::Ending => format!("{} skipped: only {} are read", name(file), endings()),
    },
    not_among: |option, typed, known| {
        let nearest = nearest_names(typed, known.iter().copied());
        let mean = (!nearest.is_empty()).then(|| format!("Did you mean {}?", names(&nearest, "or")));
        Message::new(&format!("`{option}` does not take {}", name(typed)))
            .hints(mean)
            .hint(format!("Choose from {}.", names(known, "and")))
    },
    bad_argument: |option, typed, example| {
        Message::new(&format!("`{option}` does not take {}", name(typed)))
            .hint(format!("Write, for instance, `{option} {example}`."))
    },
    decided,
    hits: |total, shown| found(total, shown, "hit", "hits"),
    quotes: |total, shown| found(total, shown, "quote", "quotes"),
    upgraded: |copy| {
        format!(
            "This project was brought up to date with this version of Codeboom. As it was, it is kept in {}.",
            name(copy)
        )
    },
    written: |file| Message::new(&format!("written: {}", name(file))),
    report: |page, files| {
        Message::new(&format!("the report is ready: {}", counted(files, "file", "files")))
            .hint(format!("Open {} in your browser.", name(page)))
    },
    demo: |project, page| {
        let project = argument(project);
        Message::new("the example study is ready")
            .hint(format!("Open {} in your browser.", name(page)))
            .hint(format!("Search it: `codeboom search schamen -p {project}`."))
            .hint(format!("Read and code in it in the workbench: `codeboom serve -p {project}`."))
            .hint("Your own study begins with `codeboom new study.codeboom`.")
    },
    demo_there: |project, page| {
        Message::new(&format!("the example study is there already, in {}", name(project)))
            .hint(format!("Open {} in your browser.", name(page)))
    },
    demo_changed: |project| {
        Message::new(&format!("{} has been changed and will not be overwritten", name(project)))
            .hint("Make a new example under another name: `codeboom demo other.codeboom`.")
    },
    index_in_memory: |why| format!("The search index cannot be kept here; the search went without it. {}", cause(why)),
};

fn endings() -> String {
    let endings: Vec<String> = Format::endings().map(|ending| format!(".{ending}")).collect();
    listed(&endings, "and")
}

pub(super) fn found(total: usize, shown: usize, one: &str, many: &str) -> String {
    match total {
        0 => format!("No {many}."),
        _ if shown >= total => format!("{}.", counted(total, one, many)),
        _ => {
            let first =
                if shown == 1 { "the first one is".to_owned() } else { format!("the first {} are", count(shown)) };
            format!("{}; {first} here. See all with `--limit 0`.", counted(total, one, many))
        }
    }
}

fn decided(text: &ImportedText) -> Vec<String> {
    let mut lines = vec![format!("{} ({}, {})", name(&text.name), name(&text.file), encoding(text.encoding))];
    let turns: usize = text.speakers.iter().map(|(_, turns, _)| turns).sum();
    let cut = if turns == 0 {
        counted(text.paragraphs, "paragraph, no speakers found", "paragraphs, no speakers found")
    } else {
        counted(turns, "turn", "turns")
    };
    let times =
        if text.times == 0 { String::new() } else { format!(", {}", counted(text.times, "time mark", "time marks")) };
    lines.push(format!("  {}, {cut}{times}", counted(text.characters, "character", "characters")));
    lines.extend(text.speakers.iter().map(|(label, turns, interviewer)| {
        let asks = if *interviewer { ", asks the questions" } else { "" };
        format!("  {}: {}{asks}", name(label), counted(*turns, "turn", "turns"))
    }));
    lines.extend(text.notices.iter().map(|about| format!("  {}", notice(about))));
    lines
}

pub(super) const WORDS: Words = Words {
    dry_run: "This was a trial: nothing has been saved.",
    read_only: "This project can only be read.",
    index_rebuilt: "The search index was made anew.",
    no_transcripts: "There are no transcripts yet. Import them with `codeboom import FOLDER`.",
    no_cases: "There are no cases yet. They come from a table of respondents: \
               `codeboom import --participants TABLE.csv`.",
    no_participants: "There are no respondents yet. Import a table: `codeboom import --participants TABLE.csv`.",
    no_codes: "There are no codes yet. Import a codebook with `codeboom codebook import FILE`, or begin with \
               `codeboom code add NAME`.",
    no_taxonomy: "There is no taxonomy yet. Import one with `codeboom codebook import FILE.toml`.",
    codebook_table: "A CSV holds no footnotes, no synonyms and no condition on cases. Keep the codebook as TOML too, to have those.",
    no_memos: "There are no memos yet. Write one with `codeboom memo add`.",
    untitled: "untitled",
    error: "error",
    notice: "note",
    reading: "Reading files",
    indexing: "Making it searchable",
    coding: "Placing codings",
    reporting: "Writing the report",
    examining: "Examining the project",
    heads: Heads {
        number: "no.",
        when: "when",
        who: "who",
        what: "what",
        why: "why",
        kind: "kind",
        about: "about",
        title: "title",
        undone: "undone",
    },
};
