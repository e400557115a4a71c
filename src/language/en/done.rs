//! What verbs did, for whoever asked for them.

use super::files::notice;
use super::refusals::more;
use super::{history, synonyms};
use crate::language::Message;
use crate::language::messages::Done;
use crate::language::phrases::{argument, at_most, count, counted, listed, name, names, passage};
use crate::model::{Entry, Level, LevelWords};
use crate::project::{
    Applied, CodebookReport, CodingsReport, Correction, Deletion, ImportReport, ImportedText, Merge, MovedFragment,
    ParticipantsReport, Recoded, Removed, Resized, Split, Trial,
};

pub(super) const DONE: Done = Done {
    created: |file, title| {
        Message::new(&format!("project {} is in {}", name(title), name(file)))
            .hint(format!("Now import your transcripts: `codeboom import FOLDER -p {}`.", argument(file)))
    },
    imported,
    participants,
    corrected,
    codebook,
    codings,
    applied,
    removed: |code, transcript, removed: &Removed| {
        let number = counted(removed.codings, "coding", "codings");
        Message::new(&format!("{number} with {} taken out of {}", name(code), name(transcript)))
    },
    recoded: |recoded: &Recoded| {
        let message = Message::new(&format!(
            "this fragment of {} is now coded with {} instead of {}",
            name(&recoded.transcript),
            name(&recoded.to),
            name(&recoded.from)
        ));
        let message =
            if recoded.new_code { message.detail(format!("Code {} was made.", name(&recoded.to))) } else { message };
        match recoded.quotes {
            0 => message,
            quotes => message.detail(format!(
                "{} let go, because the code below it is gone.",
                counted(quotes, "chosen quote was", "chosen quotes were")
            )),
        }
    },
    countered: |code, transcript, counter| {
        Message::new(&if counter {
            format!("this fragment of {} is now a counter-example of {}", name(transcript), name(code))
        } else {
            format!("this fragment of {} counts again for {}", name(transcript), name(code))
        })
    },
    resized: |resized: &Resized| {
        let number = counted(resized.codings, "coding now stands", "codings now stand");
        Message::new(&format!("{number} on {}", passage(&resized.words)))
    },
    code_added: |code| Message::new(&format!("code {} has been made", name(code))),
    renamed: |old, new| Message::new(&format!("code {} is now called {}", name(old), name(new))),
    moved: |code, under| Message::new(&format!("code {} now stands {}", name(code), place(under))),
    placed: |code, under| Message::new(&format!("code {} has a place {}", name(code), place(under))),
    unplaced: |code| {
        Message::new(&format!("code {} is out of the taxonomy; the code and its codings stay", name(code)))
    },
    merged,
    split: |code, new, split: &Split| {
        Message::new(&format!(
            "{} went from {} to {}; {} stayed",
            counted(split.moved, "coding", "codings"),
            name(code),
            name(new),
            count(split.kept)
        ))
    },
    deleted,
    level_set: |code, level: Level, words: LevelWords| {
        Message::new(&format!("{} is now a {}", name(code), super::level(level, words)))
    },
    redefined: |code| Message::new(&format!("the description of {} has been updated", name(code))),
    taxonomy: |title| Message::new(&format!("taxonomy {} has been updated", name(title))),
    finished: |transcript, coder| {
        Message::new(&format!("transcript {} is finished by coder {}", name(transcript), name(coder)))
            .hint(format!("Not yet after all? `codeboom finish {} --undo`.", argument(transcript)))
    },
    unfinished: |transcript, coder| {
        Message::new(&format!("transcript {} is open again for coder {}", name(transcript), name(coder)))
    },
    quote_chosen: |code, number| Message::new(&format!("this is now chosen quote {} of {}", count(number), name(code))),
    quote_edited: |code, number| {
        Message::new(&format!("chosen quote {} of {} has been updated", count(number), name(code)))
    },
    quote_dropped: |code, number| {
        Message::new(&format!("chosen quote {} of {} was let go; the coding stays", count(number), name(code)))
    },
    memo_added: |number| Message::new(&format!("this is memo {}", count(number))),
    memo_edited: |number| Message::new(&format!("memo {} has been updated", count(number))),
    memo_deleted: |number| Message::new(&format!("memo {} has been deleted", count(number))),
    settings: || Message::new("the settings have been updated"),
    undone: |entry: &Entry| {
        Message::new(&format!("undone: {} (step {})", history::entry(entry, None), entry.number))
            .hint("Changed your mind? `codeboom redo`.")
    },
    redone: |entry: &Entry| Message::new(&format!("restored: {} (step {})", history::entry(entry, None), entry.number)),
    backed_up: |file| Message::new(&format!("there is a copy in {}", name(file))),
    nothing: || Message::new("everything was like that already; nothing has changed"),
};

fn place(under: Option<&str>) -> String {
    under.map_or_else(|| "at the top".to_owned(), |parent| format!("below {}", name(parent)))
}

fn imported(report: &ImportReport, trial: Trial) -> Message {
    let texts = counted(report.added.len(), "transcript", "transcripts");
    let clause = match (trial, report.added.len()) {
        (_, 0) => "there is no new transcript".to_owned(),
        (Trial::Real, _) => format!("{texts} imported"),
        (Trial::DryRun, _) => format!("{texts} can be imported; nothing has been saved yet"),
    };
    let remarked: Vec<&ImportedText> = report.added.iter().filter(|text| !text.notices.is_empty()).collect();
    let notices = at_most(
        &remarked,
        |text| text.notices.iter().map(|about| format!("{}: {}", name(&text.file), notice(about))).collect(),
        |rest| format!("and {rest} more files with remarks"),
    );
    let skipped = at_most(
        &report.skipped,
        |(file, transcript)| vec![format!("{} skipped: transcript {} is the same text", name(file), name(transcript))],
        |rest| format!("and {rest} more skipped"),
    );
    let mut message = Message::new(&clause).details(notices).details(skipped);
    if let Some(table) = &report.participants {
        message.detail.push(people(table));
        message.detail.extend(waiting(table));
        message.hints.extend(waiting_hint(table));
    }
    message
}

fn people(report: &ParticipantsReport) -> String {
    let made: Vec<String> = [
        (report.participants, "new respondent", "new respondents"),
        (report.cases, "new case", "new cases"),
        (report.roles, "new group of respondents", "new groups of respondents"),
    ]
    .iter()
    .filter(|(number, ..)| *number > 0)
    .map(|(number, one, many)| counted(*number, one, many))
    .collect();
    let rows = counted(report.rows, "row", "rows");
    if made.is_empty() {
        format!("Table of respondents: {rows} read, nobody new.")
    } else {
        format!("Table of respondents: {rows} read; {}.", listed(&made, "and"))
    }
}

fn waiting(report: &ParticipantsReport) -> Option<String> {
    (!report.waiting.is_empty()).then(|| format!("Not read yet: {}.", names(&report.waiting, "and")))
}

fn waiting_hint(report: &ParticipantsReport) -> Option<String> {
    (!report.waiting.is_empty())
        .then(|| "Those transcripts could not be imported; when they can, import the table again as well.".to_owned())
}

fn participants(report: &ParticipantsReport) -> Message {
    let mut message = Message { what: people(report), ..Message::default() };
    message.detail.extend(waiting(report));
    message.hints(waiting_hint(report))
}

fn corrected(correction: &Correction, trial: Trial) -> Message {
    let stay = correction.exact + correction.moved;
    let transcript = name(&correction.transcript);
    let clause = match trial {
        Trial::Real => format!("the text of transcript {transcript} has been corrected"),
        Trial::DryRun => format!("this is how transcript {transcript} would be corrected; nothing has been saved yet"),
    };
    let mut message = Message::new(&clause).detail(format!(
        "{} the same ({} in another place).",
        counted(stay, "fragment stays", "fragments stay"),
        count(correction.moved)
    ));
    if correction.joined > 0 {
        let joined = counted(correction.joined, "fragment becomes", "fragments become");
        message.detail.push(format!("{joined} one with another fragment."));
    }
    if !correction.check.is_empty() {
        message.detail.push(format!("{} to check:", counted(correction.check.len(), "fragment", "fragments")));
        message.detail.extend(at_most(&correction.check, |moved| vec![changed(moved)], more));
    }
    if !correction.gone.is_empty() {
        let gone = counted(correction.gone.len(), "fragment", "fragments");
        message.detail.push(format!("{gone} without text; the words are kept, but do not count:"));
        message.detail.extend(at_most(&correction.gone, |moved| vec![changed(moved)], more));
    }
    if !correction.lost_speakers.is_empty() {
        let lost = names(&correction.lost_speakers, "and");
        message.detail.push(format!("These speakers are no longer in the text: {lost}."));
        message.hints.push("If the speakers got other names, import the table of respondents again.".to_owned());
    }
    message.details(correction.notices.iter().map(notice))
}

fn changed(moved: &MovedFragment) -> String {
    let line = count(moved.line);
    if moved.after.is_empty() {
        format!("  formerly line {line}: {}", passage(&moved.before))
    } else {
        format!("  line {line}: {} became {}", passage(&moved.before), passage(&moved.after))
    }
}

fn codebook(report: &CodebookReport, words: LevelWords) -> Message {
    let titles =
        if report.taxonomies.is_empty() { String::new() } else { format!(" {}", names(&report.taxonomies, "and")) };
    let counts = format!(
        "{}, {} updated, {} unchanged",
        counted(report.added, "new code", "new codes"),
        count(report.updated),
        count(report.unchanged)
    );
    let under = |parent: &String| place(Some(parent.as_str()).filter(|parent| !parent.is_empty()));
    let moved = at_most(
        &report.moved,
        |(code, from, to)| vec![format!("{} stood {} and now stands {}", name(code), under(from), under(to))],
        |rest| format!("and {rest} more moved"),
    );
    let levels = at_most(
        &report.levels,
        |(code, old, new)| {
            let (old, new) = (super::level(*old, words), super::level(*new, words));
            vec![format!("{} is a {new} now, and was a {old}", name(code))]
        },
        |rest| format!("and {rest} more with another level"),
    );
    Message::new(&format!("codebook{titles} imported: {counts}"))
        .details(moved)
        .details(levels)
        .details(synonyms::of_codebook(&report.synonyms))
}

fn codings(report: &CodingsReport) -> Message {
    let mut message = Message::new(&format!("{} added", counted(report.added, "coding", "codings")));
    if report.stood > 0 {
        message.detail.push(format!("{} there already.", counted(report.stood, "row was", "rows were")));
    }
    if !report.coders.is_empty() {
        let new = if report.coders.len() == 1 { "New coder" } else { "New coders" };
        message.detail.push(format!("{new}: {}.", names(&report.coders, "and")));
    }
    message
}

fn applied(applied: &Applied) -> Message {
    let (code, transcript) = (name(&applied.code), name(&applied.transcript));
    let clause = if applied.stood {
        format!("{code} stood in line {} of {transcript} already", count(applied.line))
    } else {
        format!("{code} stands in line {} of {transcript}", count(applied.line))
    };
    // Whoever types a name in full may not have seen that there is one much like it.
    let clause = match applied.near[..] {
        [] => clause,
        _ => format!("{clause} and resembles {}", names(&applied.near, "and")),
    };
    let message = Message::new(&clause).detail(passage(&applied.words));
    if applied.new_code { message.detail(format!("Code {code} is new.")) } else { message }
}

fn merged(into: &str, merge: &Merge) -> Message {
    let codings = counted(merge.moved, "coding", "codings");
    let message = Message::new(&format!("merged into {}: {codings} went along", name(into)));
    if merge.joined == 0 {
        return message;
    }
    let joined = counted(merge.joined, "coding was", "codings were");
    message.detail(format!("{joined} there already, by the same coder on the same fragment."))
}

fn deleted(code: &str, deletion: &Deletion) -> Message {
    let codings = counted(deletion.codings, "coding", "codings");
    let mut message = Message::new(&format!("code {} has been deleted, with {codings}", name(code)));
    if deletion.quotes > 0 {
        message.detail.push(format!("{} gone too.", counted(deletion.quotes, "chosen quote is", "chosen quotes are")));
    }
    if deletion.lifted > 0 {
        message.detail.push(format!("{} up one place.", counted(deletion.lifted, "code moved", "codes moved")));
    }
    message.hint("Changed your mind? `codeboom undo`.")
}
