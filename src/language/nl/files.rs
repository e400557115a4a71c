//! Why a file was not taken in, and what a person should know of one that was.

use super::clauses::lines;
use crate::import::{Encoding, FileKind, Format, LeftOut, Limit, Notice, Unreadable};
use crate::language::Message;
use crate::language::phrases::{count, counted, listed, name};

pub(super) fn unreadable(file: &str, reason: &Unreadable) -> Message {
    let clause = match reason {
        Unreadable::Empty { .. } => "er staat geen tekst in".to_owned(),
        Unreadable::Binary { found: Some(found), .. } => format!("het is {}, geen tekst", file_kind(*found)),
        Unreadable::Binary { found: None, position } => {
            format!("het is geen tekst (byte {} is geen letter)", count(position.saturating_add(1)))
        }
        Unreadable::UnknownEnding { ending } if ending.is_empty() => "de naam heeft geen uitgang".to_owned(),
        Unreadable::UnknownEnding { ending } => {
            format!("bestanden op {} worden niet gelezen", name(&format!(".{ending}")))
        }
        Unreadable::NotAZip { found: Some(found) } => format!("het is geen Word-document maar {}", file_kind(*found)),
        Unreadable::NotAZip { found: None } => "het is geen Word-document".to_owned(),
        Unreadable::Truncated => "het einde ontbreekt, alsof het kopiëren is afgebroken".to_owned(),
        Unreadable::Encrypted => "het is beveiligd met een wachtwoord".to_owned(),
        Unreadable::OldWord => "het is een oud Word-document (.doc) met een nieuwe uitgang".to_owned(),
        Unreadable::Damaged { part: None } => "het bestand is beschadigd".to_owned(),
        Unreadable::Damaged { part: Some(part) } => format!("onderdeel {} is beschadigd", name(part)),
        Unreadable::Compression { part, method } => {
            format!("onderdeel {} is ingepakt op een manier die Word niet gebruikt (nummer {method})", name(part))
        }
        Unreadable::Doctype { part } => {
            format!(
                "onderdeel {} begint als een soort bestand dat Word nooit maakt en dat schadelijk kan zijn",
                name(part)
            )
        }
        Unreadable::TooLarge { limit } => too_large(*limit),
        Unreadable::NoDocument => "er zit geen Word-tekst in".to_owned(),
        Unreadable::BadXml { part, position } => {
            let byte = usize::try_from(*position).unwrap_or(usize::MAX);
            format!("onderdeel {} breekt af bij byte {}", name(part), count(byte))
        }
    };
    let contents = match reason {
        Unreadable::Empty { notices } => notices.iter().map(notice).collect(),
        _ => Vec::new(),
    };
    Message::new(&format!("{} is niet ingelezen: {clause}", name(file))).details(contents).hints(hint(reason))
}

fn hint(reason: &Unreadable) -> Option<String> {
    match reason {
        Unreadable::Empty { notices } if notices.is_empty() => None,
        Unreadable::Empty { .. } => {
            Some("Staan er afbeeldingen van bladzijden in, laat daar dan eerst tekstherkenning op los.".to_owned())
        }
        Unreadable::Binary { found, .. } | Unreadable::NotAZip { found } => Some(kind_hint(*found)),
        Unreadable::UnknownEnding { .. } | Unreadable::NoDocument => {
            let endings: Vec<String> = Format::endings().map(|ending| format!(".{ending}")).collect();
            Some(format!("Gelezen worden {}; bewaar de tekst als een daarvan.", listed(&endings, "en")))
        }
        Unreadable::Truncated => Some("Kopieer of download het bestand opnieuw.".to_owned()),
        Unreadable::Encrypted => Some("Haal in Word het wachtwoord eraf en bewaar het opnieuw.".to_owned()),
        Unreadable::OldWord => Some("Open het in Word en bewaar het als .docx.".to_owned()),
        Unreadable::TooLarge { .. } => Some("Verdeel de tekst over meer bestanden.".to_owned()),
        Unreadable::Damaged { .. }
        | Unreadable::Compression { .. }
        | Unreadable::Doctype { .. }
        | Unreadable::BadXml { .. } => {
            Some("Open het in Word, bewaar het onder een andere naam en probeer die.".to_owned())
        }
    }
}

fn kind_hint(found: Option<FileKind>) -> String {
    let hint = match found {
        Some(FileKind::Recording) => "Laat de opname eerst uitschrijven.",
        Some(FileKind::Picture) => "Laat er eerst tekstherkenning op los.",
        Some(FileKind::Pdf) => "Kopieer de tekst naar een .txt- of .docx-bestand.",
        Some(FileKind::Zip) => {
            "Is het een Word-document, laat de naam dan eindigen op .docx; een archief pak je eerst uit."
        }
        Some(FileKind::Archive) => "Pak het eerst uit.",
        Some(FileKind::OldOffice | FileKind::Rtf | FileKind::Html) => "Open het in Word en bewaar het als .docx.",
        None => "Open het in het programma waarmee het is gemaakt en bewaar het als .txt of .docx.",
    };
    hint.to_owned()
}

fn file_kind(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Pdf => "een pdf",
        FileKind::Zip => "een zip-bestand",
        FileKind::OldOffice => "een oud Office-bestand",
        FileKind::Rtf => "een RTF-bestand",
        FileKind::Html => "een webpagina",
        FileKind::Picture => "een afbeelding",
        FileKind::Recording => "een geluids- of beeldopname",
        FileKind::Archive => "een ingepakt archief",
    }
}

fn too_large(limit: Limit) -> String {
    let maximum = usize::try_from(limit.maximum()).unwrap_or(usize::MAX);
    let megabytes = format!("{} MB", count(maximum / 1_000_000));
    match limit {
        Limit::Text => format!("de tekst is groter dan {megabytes}"),
        Limit::Unpacked => format!("uitgepakt is het groter dan {megabytes}"),
        Limit::Entries => format!("er zitten meer dan {} bestanden in", count(maximum)),
        Limit::Depth => format!("de onderdelen zitten meer dan {} keer in elkaar", count(maximum)),
        Limit::Tags => format!("er staan meer dan {} opmaakcodes in", count(maximum)),
        Limit::Piece => format!("één alinea of tabelrij is groter dan {megabytes}"),
    }
}

pub(super) fn notice(notice: &Notice) -> String {
    match notice {
        Notice::EncodingGuessed { encoding } => {
            format!("de letters zijn gelezen als {}; kijk of ë en ’ kloppen", self::encoding(*encoding))
        }
        Notice::LostCharacters { count, lines: at } => {
            let lost = counted(*count, "teken is verloren gegaan en staat", "tekens zijn verloren gegaan en staan");
            let place = if at.is_empty() { String::new() } else { format!(", in {}", lines(at)) };
            format!("{lost} als � in de tekst{place}")
        }
        Notice::TrackedChanges { inserted, deleted } => format!(
            "bijgehouden wijzigingen zijn gelezen alsof alles is geaccepteerd: {}, {}",
            counted(*inserted, "toevoeging staat erin", "toevoegingen staan erin"),
            counted(*deleted, "verwijdering niet", "verwijderingen niet")
        ),
        Notice::LeftOut { what, count } => {
            let (one, many) = left_out(*what);
            format!("niet overgenomen: {}", counted(*count, one, many))
        }
        Notice::CellsJoined { cells } => counted(
            *cells,
            "tabelcel met meer alinea’s is één regel geworden",
            "tabelcellen met meer alinea’s zijn elk één regel geworden",
        ),
    }
}

fn left_out(what: LeftOut) -> (&'static str, &'static str) {
    match what {
        LeftOut::Footnotes => ("voetnoot", "voetnoten"),
        LeftOut::Endnotes => ("eindnoot", "eindnoten"),
        LeftOut::Comments => ("opmerking in de kantlijn", "opmerkingen in de kantlijn"),
        LeftOut::TextBoxes => ("tekstvak", "tekstvakken"),
        LeftOut::HeadersAndFooters => ("kop- of voettekst", "kop- en voetteksten"),
        LeftOut::Pictures => ("afbeelding", "afbeeldingen"),
        LeftOut::Embedded => ("ingesloten bestand", "ingesloten bestanden"),
        LeftOut::HiddenText => ("stuk verborgen tekst", "stukken verborgen tekst"),
        LeftOut::ListNumbers => ("nummer of teken van een opsomming", "nummers of tekens van opsommingen"),
    }
}

pub(super) fn encoding(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Utf16Le => "UTF-16 (Unicode van Kladblok)",
        Encoding::Utf16Be => "UTF-16 (hoogste byte eerst)",
        Encoding::Windows1252 => "Windows-1252",
        Encoding::Other(name) => name,
        Encoding::Docx => "Word-document",
    }
}
