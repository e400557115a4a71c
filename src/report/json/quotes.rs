//! Coded fragments as JSON, written one after the other: sixty thousand of them are never in memory as a tree. Each
//! stands on a line of its own, so that line-wise tools can work with the answer too.

use super::state_key;
use crate::report::quotes::{QuoteLine, QuoteLines};
use serde::Serialize;
use std::io::{self, BufWriter, Write};

#[derive(Serialize)]
struct QuoteJson<'l> {
    transcript: &'l str,
    case: Option<&'l str>,
    participant: Option<&'l str>,
    role: Option<&'l str>,
    line: u32,
    span: crate::model::PointSpan,
    text: &'l str,
    codes: &'l [&'l str],
    coders: &'l [&'l str],
    counter: &'l [&'l str],
    state: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<NoteJson<'l>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    chosen: Vec<ChosenJson<'l>>,
}

#[derive(Serialize)]
struct NoteJson<'l> {
    code: &'l str,
    coder: &'l str,
    note: &'l str,
}

#[derive(Serialize)]
struct ChosenJson<'l> {
    code: &'l str,
    order: usize,
    introduction: &'l str,
    report_text: &'l str,
    translation: Option<&'l str>,
}

/// Writes the lines and how many were found.
///
/// # Errors
/// When writing fails.
pub fn write_quotes(lines: &QuoteLines<'_>, out: impl Write) -> io::Result<()> {
    let mut out = BufWriter::new(out);
    write!(out, "{{\"total\":{},\"quotes\":[", lines.total())?;
    for (before, line) in lines.iter().enumerate() {
        out.write_all(if before == 0 { b"\n" } else { b",\n" })?;
        serde_json::to_writer(&mut out, &quote(&line)).map_err(io::Error::from)?;
    }
    out.write_all(b"]}\n")?;
    out.flush()
}

fn quote<'l>(line: &'l QuoteLine<'l>) -> QuoteJson<'l> {
    let notes = line.notes.iter();
    let chosen = line.chosen.iter();
    QuoteJson {
        transcript: line.transcript,
        case: line.case,
        participant: line.participant,
        role: line.role,
        line: line.line,
        span: line.span,
        text: line.text,
        codes: &line.codes,
        coders: &line.coders,
        counter: &line.counter,
        state: state_key(line.state),
        notes: notes.map(|note| NoteJson { code: note.code, coder: note.coder, note: note.note }).collect(),
        chosen: chosen
            .map(|chosen| ChosenJson {
                code: chosen.code,
                order: chosen.order,
                introduction: &chosen.quote.introduction,
                // Without a shortened text the report shows the fragment as it is.
                report_text: super::known(&chosen.quote.report_text).unwrap_or(line.text),
                translation: super::known(&chosen.quote.translation),
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::{self, written};

    #[test]
    fn the_shape_is_that_of_the_contract() {
        let study = fixture::study();
        let (places, texts) = fixture::quotes(&study);
        let text = written(|out| write_quotes(&QuoteLines::new(&study, &places, &texts), out));
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], r#"{"total":6,"quotes":["#);
        assert_eq!(
            lines[1],
            concat!(
                r#"{"transcript":"resp-01","case":"1","participant":null,"role":null,"line":1,"#,
                r#""span":{"start":13,"end":26},"text":"Hoe ging dat?","codes":["losse code"],"#,
                r#""coders":["codeur-1"],"counter":[],"state":"exact"},"#
            )
        );
        assert_eq!(
            lines[2],
            concat!(
                r#"{"transcript":"resp-01","case":"1","participant":"Resp 1","role":"naaste","line":2,"#,
                r#""span":{"start":48,"end":77},"text":"vuile was hang je niet buiten","codes":["vuile was"],"#,
                r#""coders":["codeur-1","codeur-2"],"counter":[],"state":"exact","#,
                r#""notes":[{"code":"vuile was","coder":"codeur-2","note":"eigen woorden"}],"#,
                r#""chosen":[{"code":"Wat netwerkleden verzwijgen","order":1,"introduction":"Zo zegt een naaste:","#,
                r#""report_text":"vuile was […] niet buiten","translation":null}]},"#
            )
        );
        // The emoji before its end is one code point.
        assert!(lines[4].contains(r#""span":{"start":79,"end":112},"text":"'s Avonds deed ik de deur dicht 🙈""#));
        assert!(lines[6].contains(
            r#""codes":["vragen is moeilijk","vuile was"],"coders":["codeur-1","codeur-2"],"counter":["vuile was"]"#
        ));
        assert!(lines[6].ends_with("]}"));
        assert_eq!(lines.len(), 7);
        let parsed: serde_json::Value = serde_json::from_str(&text).expect("valid JSON");
        assert_eq!(parsed["quotes"].as_array().map(Vec::len), Some(6));
    }

    #[test]
    fn nothing_found_is_an_empty_list() {
        let study = fixture::study();
        let text = written(|out| write_quotes(&QuoteLines::new(&study, &[], &[]), out));
        assert_eq!(text, "{\"total\":0,\"quotes\":[]}\n");
    }
}
