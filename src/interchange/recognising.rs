//! What a table is, told by its headings, so that a file that was dropped goes to the reader that understands it.

use super::sheet::Sheet;
use crate::model::fold_name;

/// What can be in a file that people write beside their texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableKind {
    /// Who speaks where.
    Participants,
    /// Codes and their order, as a table.
    CodebookCsv,
    /// Codes and their order, as TOML.
    CodebookToml,
    /// Which code stands on which words.
    Codings,
}

/// What a file is by its name and headings; none when it is no table, but perhaps a text. A table that cannot be read
/// counts as one of participants, whose reader then says what is wrong.
#[must_use]
pub fn recognise(name: &str, bytes: &[u8]) -> Option<TableKind> {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    match ending.as_deref() {
        Some("toml") => Some(TableKind::CodebookToml),
        Some("csv" | "tsv") => Some(of_headings(bytes)),
        Some(_) | None => None,
    }
}

fn of_headings(bytes: &[u8]) -> TableKind {
    let Ok(sheet) = Sheet::read(bytes) else { return TableKind::Participants };
    let headings: Vec<String> = sheet.headings().map(fold_name).collect();
    let has = |names: &[&str]| headings.iter().any(|heading| names.contains(&heading.as_str()));
    if has(&["transcript"]) {
        let coded = has(&["code"]) && has(&["quote", "citaat", "start", "begin"]);
        return if coded { TableKind::Codings } else { TableKind::Participants };
    }
    if has(&["level", "niveau"]) && has(&["name", "naam"]) { TableKind::CodebookCsv } else { TableKind::Participants }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_tell_what_a_table_is() {
        for (name, text, kind) in [
            ("respondenten.csv", "transcript;respondent;rol\nriek;Riek;moeder", Some(TableKind::Participants)),
            ("coderingen.CSV", "Transcript,Citaat,Code\nriek,\"zo'n dag\",rust", Some(TableKind::Codings)),
            ("codings.csv", "transcript;start;end;code;coder\nriek;0;4;rust;Noor", Some(TableKind::Codings)),
            ("codeboek.csv", "taxonomy,level,name\n,open,rust", Some(TableKind::CodebookCsv)),
            ("codeboek.csv", "niveau;naam\nopen;rust", Some(TableKind::CodebookCsv)),
            ("leeg.csv", "", Some(TableKind::Participants)),
            ("boek.toml", "title = \"Zorg\"", Some(TableKind::CodebookToml)),
            ("riek.txt", "transcript;code;citaat", None),
            ("zonder", "", None),
        ] {
            assert_eq!(recognise(name, text.as_bytes()), kind, "{name}: {text}");
        }
    }
}
