//! Lists of quotes as CSV, Markdown and text for a terminal. CSV is data: its columns have the names of the JSON, and
//! its words stand as in the transcript; the other two are for reading, on one line each and with an attribution.

use super::{Audience, QuoteLine, QuoteLines, attribution};
use crate::model::AnchorState;
use crate::report::csv::unwritable;
use crate::report::json::state_key;
use crate::report::markdown::escaped;
use crate::report::plain::{Screen, strong, wrapped};
use crate::report::shown::on_one_line;
use crate::report::words::TableWords;
use std::io::{self, BufWriter, Write};

/// Writes a line of CSV per quote, under one line of heads. Several codes or coders are parted by `; `.
///
/// # Errors
/// When writing fails.
pub fn write_csv(lines: &QuoteLines<'_>, out: impl Write) -> io::Result<()> {
    let mut file = csv::Writer::from_writer(out);
    file.write_record([
        "transcript",
        "case",
        "participant",
        "role",
        "line",
        "start",
        "end",
        "text",
        "codes",
        "counter",
        "coders",
        "state",
    ])
    .map_err(unwritable)?;
    for line in lines.iter() {
        file.write_record([
            line.transcript,
            line.case.unwrap_or_default(),
            line.participant.unwrap_or_default(),
            line.role.unwrap_or_default(),
            &line.line.to_string(),
            &line.span.start.to_string(),
            &line.span.end.to_string(),
            line.text,
            &line.codes.join("; "),
            &line.counter.join("; "),
            &line.coders.join("; "),
            state_key(line.state),
        ])
        .map_err(unwritable)?;
    }
    file.flush()
}

/// Writes a block quotation per quote.
///
/// # Errors
/// When writing fails.
pub fn write_markdown(
    lines: &QuoteLines<'_>,
    words: &TableWords,
    audience: Audience,
    out: impl Write,
) -> io::Result<()> {
    let mut out = BufWriter::new(out);
    for (before, line) in lines.iter().enumerate() {
        if before > 0 {
            writeln!(out)?;
        }
        for chosen in line.chosen.iter().filter(|chosen| !chosen.quote.introduction.is_empty()) {
            writeln!(out, "{}\n", escaped(&chosen.quote.introduction))?;
        }
        let source = attribution(lines.study(), words, line.place, audience);
        let text = (words.quoted)(&escaped(as_read(&line, audience)));
        writeln!(out, "> {}  ", spaced(&[&text, &escaped(&source)]))?;
        writeln!(out, "> *{}*", escaped(&described(&line, words, audience)))?;
    }
    out.flush()
}

/// Writes the words of each quote with their attribution, and below them where they stand and how they were coded.
///
/// # Errors
/// When writing fails.
pub fn write_plain(
    lines: &QuoteLines<'_>,
    words: &TableWords,
    audience: Audience,
    screen: Screen,
    out: impl Write,
) -> io::Result<()> {
    let mut out = BufWriter::new(out);
    for line in lines.iter() {
        let source = attribution(lines.study(), words, line.place, audience);
        let said = spaced(&[&(words.quoted)(&on_one_line(as_read(&line, audience))), &source]);
        let head = described(&line, words, audience);
        match screen {
            Screen::Terminal(width) => {
                let width = usize::from(width);
                writeln!(out, "{}\n{}\n", strong(&wrapped(&head, 0, width), screen), wrapped(&said, 2, width))?;
            }
            Screen::Pipe => writeln!(out, "{head}\n  {said}\n")?,
        }
    }
    if lines.shown() < lines.total() {
        let (shown, total) = (words.count(lines.shown()), words.count(lines.total()));
        writeln!(out, "{}", (words.remarks.shown_of)(&shown, &total))?;
    }
    out.flush()
}

/// The words as this audience reads them: those who work on the study as they stand, others as chosen for the report.
fn as_read<'l>(line: &QuoteLine<'l>, audience: Audience) -> &'l str {
    let shortened = line.chosen.iter().map(|chosen| chosen.quote.report_text.as_str()).find(|text| !text.is_empty());
    match audience {
        Audience::Work => line.text,
        Audience::Appendix | Audience::Publication => shortened.unwrap_or(line.text),
    }
}

/// Codes; for those who work on the study also the place, the coders and whether the place is in doubt. The name of a
/// transcript often names somebody, so that nobody else gets to see it.
fn described(line: &QuoteLine<'_>, words: &TableWords, audience: Audience) -> String {
    let named = |code: &&str| {
        if line.counter.contains(code) { (words.remarks.as_counter_example)(code) } else { (*code).to_owned() }
    };
    let codes = line.codes.iter().map(named).collect::<Vec<_>>().join("; ");
    match audience {
        Audience::Appendix | Audience::Publication => return codes,
        Audience::Work => {}
    }
    let mut said = vec![codes];
    if !line.coders.is_empty() {
        said.push((words.remarks.coded_by)(&words.listed(&line.coders)));
    }
    match line.state {
        AnchorState::Exact | AnchorState::Moved => {}
        AnchorState::Check | AnchorState::Gone => said.push((words.state)(line.state).to_owned()),
    }
    said.retain(|part| !part.is_empty());
    format!("{}:{} {}", line.transcript, line.line, said.join(", "))
}

fn spaced(parts: &[&str]) -> String {
    let known: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    known.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::{self, dutch, written};

    fn with_lines(write: impl FnOnce(&QuoteLines<'_>, &mut Vec<u8>) -> io::Result<()>) -> String {
        let study = fixture::study();
        let (places, texts) = fixture::quotes(&study);
        let lines = QuoteLines::new(&study, &places, &texts[..5]);
        written(|out| write(&lines, out))
    }

    #[test]
    fn csv_holds_the_words_as_they_stand() {
        let text = with_lines(|lines, out| write_csv(lines, out));
        let expected = "transcript,case,participant,role,line,start,end,text,codes,counter,coders,state\n\
            resp-01,1,,,1,13,26,Hoe ging dat?,losse code,,codeur-1,exact\n\
            resp-01,1,Resp 1,naaste,2,48,77,vuile was hang je niet buiten,vuile was,,codeur-1; codeur-2,exact\n";
        assert!(text.starts_with(expected), "{text}");
        assert!(text.contains("\"Ik belde haar op.\nResp 2: We kwamen er zó langs\",vuile was,,codeur-2,exact\n"));
    }

    #[test]
    fn markdown_is_a_block_quotation() {
        let text = with_lines(|lines, out| write_markdown(lines, dutch(), Audience::Appendix, out));
        assert!(
            text.contains(
                "\nZo zegt een naaste:\n\n\
                 > “vuile was […] niet buiten” (Resp 1, naaste)  \n\
                 > *vuile was*\n"
            ),
            "{text}"
        );
    }

    #[test]
    fn readers_outside_see_neither_transcripts_nor_coders() {
        for audience in [Audience::Appendix, Audience::Publication] {
            let plain = with_lines(|lines, out| write_plain(lines, dutch(), audience, Screen::Pipe, out));
            let markdown = with_lines(|lines, out| write_markdown(lines, dutch(), audience, out));
            for text in [plain, markdown] {
                assert!(!text.contains("resp-0") && !text.contains("codeur-"), "{text}");
            }
        }
    }

    #[test]
    fn through_a_pipe_a_quote_is_two_lines() {
        let text = with_lines(|lines, out| write_plain(lines, dutch(), Audience::Work, Screen::Pipe, out));
        assert!(
            text.contains(
                "resp-02:2 vuile was, gecodeerd door codeur-2\n  \
                 “Ik belde haar op. Resp 2: We kwamen er zó langs” \
                 (Resp 1 en Resp 2, naaste en professional, casus 1, r. 2)\n"
            ),
            "{text}"
        );
        assert!(text.ends_with("\n5 van 6 citaten\n"), "{text}");
    }

    #[test]
    fn on_a_terminal_quotes_are_wrapped() {
        let text = with_lines(|lines, out| write_plain(lines, dutch(), Audience::Work, Screen::Terminal(40), out));
        let wide = text.lines().filter(|line| !line.contains('\u{1b}') && line.chars().count() > 40);
        assert_eq!(wide.count(), 0, "{text}");
    }
}
