//! `sentences`: how the program cuts a text into sentences, to see and to check.

use super::failure::Failure;
use super::output::Format;
use super::session::Session;
use crate::import::{self, Limit, Unreadable};
use crate::text::sentences;
use clap::Args;
use std::io::{self, Read, Write};

/// Deel een tekst op in zinnen
#[derive(Debug, Args)]
#[command(after_help = "Voorbeelden:
  codeboom sentences < interview.txt               één zin per regel
  echo 'Dhr. Bos kwam. Hij bleef…' | codeboom sentences

Zo deelt Codeboom een tekst zelf ook op. Een projectbestand is niet nodig.")]
pub(super) struct Sentences {}

pub(super) fn run(_args: &Sentences, session: &Session) -> Result<(), Failure> {
    let mut bytes = Vec::new();
    let unread = |error: io::Error| Failure::Said((session.messages.command.cannot_read)("stdin", &error));
    io::stdin().lock().take(2 * Limit::Text.maximum() + 2).read_to_end(&mut bytes).map_err(unread)?;
    let text = match import::read("stdin.txt", &bytes) {
        Ok(reading) => reading.text,
        Err(Unreadable::Empty { .. }) => String::new(),
        Err(reason) => return Err(Failure::Said((session.messages.unreadable)("stdin", &reason))),
    };
    let found = sentences(&text);
    if session.format() == Format::Json {
        let lines: Vec<String> = found.into_iter().map(|sentence| on_one_line(sentence.of(&text))).collect();
        return session.json(&serde_json::json!({ "total": lines.len(), "sentences": lines }));
    }
    let mut out = session.out();
    for sentence in found {
        writeln!(out, "{}", on_one_line(sentence.of(&text)))?;
    }
    out.flush()?;
    Ok(())
}

/// The sentence with each line break, and the blanks around it, as one blank.
fn on_one_line(sentence: &str) -> String {
    let breaks = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
    let lines = sentence.split(breaks).map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(" ")
}
