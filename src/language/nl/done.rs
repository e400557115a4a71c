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
        Message::new(&format!("project {} staat in {}", name(title), name(file)))
            .hint(format!("Lees nu je transcripten in: `codeboom import MAP -p {}`.", argument(file)))
    },
    imported,
    participants,
    corrected,
    codebook,
    codings,
    applied,
    removed: |code, transcript, removed: &Removed| {
        let number = counted(removed.codings, "codering", "coderingen");
        Message::new(&format!("{number} met {} weggehaald uit {}", name(code), name(transcript)))
    },
    recoded: |recoded: &Recoded| {
        let message = Message::new(&format!(
            "dit fragment in {} is nu gecodeerd met {} in plaats van {}",
            name(&recoded.transcript),
            name(&recoded.to),
            name(&recoded.from)
        ));
        let message = if recoded.new_code {
            message.detail(format!("Code {} is nieuw gemaakt.", name(&recoded.to)))
        } else {
            message
        };
        match recoded.quotes {
            0 => message,
            quotes => message.detail(format!(
                "{} losgelaten, want de code eronder is weg.",
                counted(quotes, "gekozen citaat is", "gekozen citaten zijn")
            )),
        }
    },
    countered: |code, transcript, counter| {
        Message::new(&if counter {
            format!("dit fragment in {} is nu een tegenvoorbeeld van {}", name(transcript), name(code))
        } else {
            format!("dit fragment in {} telt weer mee voor {}", name(transcript), name(code))
        })
    },
    resized: |resized: &Resized| {
        let number = counted(resized.codings, "codering staat", "coderingen staan");
        Message::new(&format!("{number} nu op {}", passage(&resized.words)))
    },
    code_added: |code| Message::new(&format!("code {} is gemaakt", name(code))),
    renamed: |old, new| Message::new(&format!("code {} heet nu {}", name(old), name(new))),
    moved: |code, under| Message::new(&format!("code {} staat nu {}", name(code), place(under))),
    placed: |code, under| Message::new(&format!("code {} heeft een plaats {}", name(code), place(under))),
    unplaced: |code| {
        Message::new(&format!("code {} is uit de taxonomie gehaald; de code en de coderingen blijven", name(code)))
    },
    merged,
    split: |code, new, split: &Split| {
        Message::new(&format!(
            "{} gingen van {} naar {}; {} bleven",
            counted(split.moved, "codering", "coderingen"),
            name(code),
            name(new),
            count(split.kept)
        ))
    },
    deleted,
    level_set: |code, level: Level, words: LevelWords| {
        Message::new(&format!("{} is nu een {}", name(code), super::level(level, words)))
    },
    redefined: |code| Message::new(&format!("de omschrijving van {} is bijgewerkt", name(code))),
    taxonomy: |title| Message::new(&format!("taxonomie {} is bijgewerkt", name(title))),
    finished: |transcript, coder| {
        Message::new(&format!("transcript {} is afgerond door codeur {}", name(transcript), name(coder)))
            .hint(format!("Toch nog niet? `codeboom finish {} --undo`.", argument(transcript)))
    },
    unfinished: |transcript, coder| {
        Message::new(&format!("transcript {} is weer open voor codeur {}", name(transcript), name(coder)))
    },
    quote_chosen: |code, number| {
        Message::new(&format!("dit is nu gekozen citaat {} bij {}", count(number), name(code)))
    },
    quote_edited: |code, number| {
        Message::new(&format!("gekozen citaat {} bij {} is bijgewerkt", count(number), name(code)))
    },
    quote_dropped: |code, number| {
        Message::new(&format!("gekozen citaat {} bij {} is losgelaten; de codering blijft", count(number), name(code)))
    },
    memo_added: |number| Message::new(&format!("dit is memo {}", count(number))),
    memo_edited: |number| Message::new(&format!("memo {} is bijgewerkt", count(number))),
    memo_deleted: |number| Message::new(&format!("memo {} is verwijderd", count(number))),
    settings: || Message::new("de instellingen zijn bijgewerkt"),
    undone: |entry: &Entry| {
        Message::new(&format!("ongedaan gemaakt: {} (stap {})", history::entry(entry, None), entry.number))
            .hint("Toch niet? `codeboom redo`.")
    },
    redone: |entry: &Entry| Message::new(&format!("hersteld: {} (stap {})", history::entry(entry, None), entry.number)),
    backed_up: |file| Message::new(&format!("er staat een kopie in {}", name(file))),
    nothing: || Message::new("alles was al zo; er is niets veranderd"),
};

fn place(under: Option<&str>) -> String {
    under.map_or_else(|| "bovenaan".to_owned(), |parent| format!("onder {}", name(parent)))
}

fn imported(report: &ImportReport, trial: Trial) -> Message {
    let texts = counted(report.added.len(), "transcript", "transcripten");
    let clause = match (trial, report.added.len()) {
        (_, 0) => "er is geen nieuw transcript bij".to_owned(),
        (Trial::Real, 1) => format!("{texts} is ingelezen"),
        (Trial::Real, _) => format!("{texts} zijn ingelezen"),
        (Trial::DryRun, 1) => format!("{texts} kan worden ingelezen; er is nog niets opgeslagen"),
        (Trial::DryRun, _) => format!("{texts} kunnen worden ingelezen; er is nog niets opgeslagen"),
    };
    let remarked: Vec<&ImportedText> = report.added.iter().filter(|text| !text.notices.is_empty()).collect();
    let notices = at_most(
        &remarked,
        |text| text.notices.iter().map(|about| format!("{}: {}", name(&text.file), notice(about))).collect(),
        |rest| format!("en nog {rest} bestanden met opmerkingen"),
    );
    let skipped = at_most(
        &report.skipped,
        |(file, transcript)| {
            vec![format!("{} overgeslagen: dezelfde tekst is al transcript {}", name(file), name(transcript))]
        },
        |rest| format!("en nog {rest} overgeslagen"),
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
        (report.participants, "nieuwe respondent", "nieuwe respondenten"),
        (report.cases, "nieuwe casus", "nieuwe casussen"),
        (report.roles, "nieuwe respondentgroep", "nieuwe respondentgroepen"),
    ]
    .iter()
    .filter(|(number, ..)| *number > 0)
    .map(|(number, one, many)| counted(*number, one, many))
    .collect();
    let rows = counted(report.rows, "rij", "rijen");
    if made.is_empty() {
        format!("Respondententabel: {rows} verwerkt, niemand nieuw.")
    } else {
        format!("Respondententabel: {rows} verwerkt; {}.", listed(&made, "en"))
    }
}

fn waiting(report: &ParticipantsReport) -> Option<String> {
    (!report.waiting.is_empty()).then(|| format!("Nog niet verwerkt: {}.", names(&report.waiting, "en")))
}

fn waiting_hint(report: &ParticipantsReport) -> Option<String> {
    (!report.waiting.is_empty()).then(|| {
        "Die transcripten konden niet worden ingelezen; lukt dat later, lees dan ook de tabel opnieuw in.".to_owned()
    })
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
        Trial::Real => format!("de tekst van transcript {transcript} is verbeterd"),
        Trial::DryRun => format!("zo zou transcript {transcript} worden verbeterd; er is nog niets opgeslagen"),
    };
    let mut message = Message::new(&clause).detail(format!(
        "{} gelijk ({} verschoven).",
        counted(stay, "fragment blijft", "fragmenten blijven"),
        count(correction.moved)
    ));
    if correction.joined > 0 {
        let joined = counted(correction.joined, "fragment valt", "fragmenten vallen");
        message.detail.push(format!("{joined} samen met een ander fragment."));
    }
    if !correction.check.is_empty() {
        message.detail.push(format!("{} na te kijken:", counted(correction.check.len(), "fragment", "fragmenten")));
        message.detail.extend(at_most(&correction.check, |moved| vec![changed(moved)], more));
    }
    if !correction.gone.is_empty() {
        let gone = counted(correction.gone.len(), "fragment", "fragmenten");
        message.detail.push(format!("{gone} zonder tekst; de woorden blijven bewaard, maar tellen niet mee:"));
        message.detail.extend(at_most(&correction.gone, |moved| vec![changed(moved)], more));
    }
    if !correction.lost_speakers.is_empty() {
        let lost = names(&correction.lost_speakers, "en");
        message.detail.push(format!("Deze sprekers staan niet meer in de tekst: {lost}."));
        message.hints.push("Zijn de sprekers anders gaan heten, lees dan de respondententabel opnieuw in.".to_owned());
    }
    message.details(correction.notices.iter().map(notice))
}

fn changed(moved: &MovedFragment) -> String {
    let line = count(moved.line);
    if moved.after.is_empty() {
        format!("  vroeger regel {line}: {}", passage(&moved.before))
    } else {
        format!("  regel {line}: {} werd {}", passage(&moved.before), passage(&moved.after))
    }
}

fn codebook(report: &CodebookReport, words: LevelWords) -> Message {
    let titles =
        if report.taxonomies.is_empty() { String::new() } else { format!(" {}", names(&report.taxonomies, "en")) };
    let counts = format!(
        "{}, {} bijgewerkt, {} ongewijzigd",
        counted(report.added, "nieuwe code", "nieuwe codes"),
        count(report.updated),
        count(report.unchanged)
    );
    let under = |parent: &String| place(Some(parent.as_str()).filter(|parent| !parent.is_empty()));
    let moved = at_most(
        &report.moved,
        |(code, from, to)| vec![format!("{} stond {} en staat nu {}", name(code), under(from), under(to))],
        |rest| format!("en nog {rest} verplaatst"),
    );
    let levels = at_most(
        &report.levels,
        |(code, old, new)| {
            let (old, new) = (super::level(*old, words), super::level(*new, words));
            vec![format!("{} is nu {new}, en was {old}", name(code))]
        },
        |rest| format!("en nog {rest} met een ander niveau"),
    );
    Message::new(&format!("codeboek{titles} ingelezen: {counts}"))
        .details(moved)
        .details(levels)
        .details(synonyms::of_codebook(&report.synonyms))
}

fn codings(report: &CodingsReport) -> Message {
    let mut message = Message::new(&match report.added {
        1 => "1 codering is toegevoegd".to_owned(),
        added => format!("{} zijn toegevoegd", counted(added, "codering", "coderingen")),
    });
    if report.stood > 0 {
        message.detail.push(format!("{} er al.", counted(report.stood, "rij stond", "rijen stonden")));
    }
    if !report.coders.is_empty() {
        let one = report.coders.len() == 1;
        let new = if one { "Nieuwe codeur" } else { "Nieuwe codeurs" };
        message.detail.push(format!("{new}: {}.", names(&report.coders, "en")));
    }
    message
}

fn applied(applied: &Applied) -> Message {
    let (code, transcript) = (name(&applied.code), name(&applied.transcript));
    let clause = if applied.stood {
        format!("{code} stond al op regel {} van {transcript}", count(applied.line))
    } else {
        format!("{code} staat op regel {} van {transcript}", count(applied.line))
    };
    // Whoever types a name in full may not have seen that there is one much like it.
    let clause = match applied.near[..] {
        [] => clause,
        _ => format!("{clause} en lijkt op {}", names(&applied.near, "en")),
    };
    let message = Message::new(&clause).detail(passage(&applied.words));
    if applied.new_code { message.detail(format!("Code {code} is nieuw gemaakt.")) } else { message }
}

fn merged(into: &str, merge: &Merge) -> Message {
    let codings = counted(merge.moved, "codering ging", "coderingen gingen");
    let message = Message::new(&format!("samengevoegd tot {}: {codings} mee", name(into)));
    if merge.joined == 0 {
        return message;
    }
    let joined = counted(merge.joined, "codering stond", "coderingen stonden");
    message.detail(format!("{joined} er al van dezelfde codeur op hetzelfde fragment."))
}

fn deleted(code: &str, deletion: &Deletion) -> Message {
    let codings = counted(deletion.codings, "codering", "coderingen");
    let mut message = Message::new(&format!("code {} is verwijderd, met {codings}", name(code)));
    if deletion.quotes > 0 {
        let quotes = counted(deletion.quotes, "gekozen citaat is", "gekozen citaten zijn");
        message.detail.push(format!("{quotes} ook weg."));
    }
    if deletion.lifted > 0 {
        let lifted = counted(deletion.lifted, "code schoof", "codes schoven");
        message.detail.push(format!("{lifted} een plaats omhoog."));
    }
    message.hint("Toch niet? `codeboom undo`.")
}
