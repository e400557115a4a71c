//! A Word file is a zip of XML parts. This opens it with distrust: nothing is written anywhere, only the parts that are
//! asked for are unpacked, sizes that the file declares are believed by nobody, and names that point outside the
//! package are not even listed. What a part refers to is found through the relations that the package states.

use super::xml::{Budget, Token, Xml};
use crate::import::sniff::sniff;
use crate::import::{FileKind, Limit, Unreadable};
use std::collections::HashMap;
use std::io::Cursor;
use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

/// The parts of a Word file.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Position in the archive by name in small letters: part names differ by more than capitals.
    positions: HashMap<String, usize>,
    budget: Budget,
}

/// A part being read.
pub(super) type Part<'a, 'bytes> = Xml<'a, ZipFile<'a, Cursor<&'bytes [u8]>>>;

/// Another part that a part refers to.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Relation {
    /// The last word of the relation's type: `styles`, `header`, …
    pub(super) kind: String,
    /// The name of the part in the package.
    pub(super) part: String,
}

/// The kinds of relations that matter here; a document has hundreds of others, to every picture and link.
const KINDS: [&str; 4] = ["officeDocument", "styles", "header", "footer"];

/// The starts of relation types: transitional and strict.
const RELATIONS: [&str; 2] = [
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/",
];

/// More headers and footers than any document has.
const MOST_RELATIONS: usize = 1000;

impl<'a> Package<'a> {
    /// Opens the package, or says what the file is instead.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Unreadable> {
        match sniff(bytes) {
            Some(FileKind::Zip) => {}
            Some(FileKind::OldOffice) if contains_utf16(bytes, "EncryptedPackage") => {
                return Err(Unreadable::Encrypted);
            }
            Some(FileKind::OldOffice) => return Err(Unreadable::OldWord),
            found => return Err(Unreadable::NotAZip { found }),
        }
        Limit::Entries.check(most_entries(bytes))?;
        // The list of files stands at the end: without its end mark, the end is missing.
        if !contains(bytes, b"PK\x05\x06") {
            return Err(Unreadable::Truncated);
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Damaged { part: None })?;
        let mut positions = HashMap::new();
        for position in 0..archive.len() {
            // Some programs write the backslashes of Windows.
            let name = archive.name_for_index(position).and_then(Result::ok);
            if let Some(name) = name.as_deref().filter(|name| stays_inside(name)) {
                positions.entry(name.replace('\\', "/").to_lowercase()).or_insert(position);
            }
        }
        Ok(Self { archive, positions, budget: Budget::default() })
    }

    /// Opens a part for reading; `None` when the package has none of this name.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Part<'_, 'a>>, Unreadable> {
        let Some(position) = self.positions.get(&name.to_lowercase()) else { return Ok(None) };
        let source = self.archive.by_index(*position).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Unreadable::Encrypted,
            ZipError::CompressionMethodNotSupported(method) => {
                Unreadable::Compression { part: name.to_owned(), method }
            }
            _ => Unreadable::Damaged { part: Some(name.to_owned()) },
        })?;
        Ok(Some(Xml::new(name, source, &mut self.budget)))
    }

    /// The name of the part with the running text: as the package states it, else as its types say, else where Word
    /// puts it.
    pub(super) fn document(&mut self) -> Result<String, Unreadable> {
        let stated = self.relations("")?.into_iter().find(|relation| relation.kind == "officeDocument");
        if let Some(stated) = stated.filter(|relation| self.has(&relation.part)) {
            return Ok(stated.part);
        }
        let likely = [self.typed_document()?, Some("word/document.xml".to_owned())];
        likely.into_iter().flatten().find(|part| self.has(part)).ok_or(Unreadable::NoDocument)
    }

    fn has(&self, part: &str) -> bool {
        self.positions.contains_key(&part.to_lowercase())
    }

    /// The parts that `part` refers to; for the empty name, those of the package itself.
    pub(super) fn relations(&mut self, part: &str) -> Result<Vec<Relation>, Unreadable> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let slash = if folder.is_empty() { "" } else { "/" };
        let mut relations = Vec::new();
        let Some(mut xml) = self.part(&format!("{folder}{slash}_rels/{file}.rels"))? else { return Ok(relations) };
        loop {
            match xml.next()? {
                Token::Open(tag) if tag.name() == "Relationship" && relations.len() < MOST_RELATIONS => {
                    let kind = tag.attribute("Type").unwrap_or_default();
                    let kind = RELATIONS.iter().find_map(|start| kind.strip_prefix(start)).unwrap_or_default();
                    let part = tag.attribute("Target").and_then(|target| resolved(folder, &target));
                    let outside = tag.attribute("TargetMode").is_some_and(|mode| mode == "External");
                    if let Some(part) = part.filter(|_| KINDS.contains(&kind) && !outside) {
                        relations.push(Relation { kind: kind.to_owned(), part });
                    }
                }
                Token::Open(_) | Token::Close | Token::Text(_) => {}
                Token::End => return Ok(relations),
            }
        }
    }

    fn typed_document(&mut self) -> Result<Option<String>, Unreadable> {
        let Some(mut xml) = self.part("[Content_Types].xml")? else { return Ok(None) };
        let mut found = None;
        loop {
            match xml.next()? {
                Token::Open(tag) if tag.name() == "Override" && found.is_none() => {
                    let kind = tag.attribute("ContentType").unwrap_or_default();
                    if kind.contains("word") && kind.ends_with(".main+xml") {
                        found = tag.attribute("PartName").and_then(|name| resolved("", &name));
                    }
                }
                Token::Open(_) | Token::Close | Token::Text(_) => {}
                Token::End => return Ok(found),
            }
        }
    }
}

/// Whether a name in the archive is that of a part; one that climbs out or starts at the root is never opened.
fn stays_inside(name: &str) -> bool {
    !name.starts_with(['/', '\\']) && !name.contains([':', '\0']) && name.split(['/', '\\']).all(|step| step != "..")
}

/// The name in the package that `target` means when stated in `folder`; `None` when it points outside.
fn resolved(folder: &str, target: &str) -> Option<String> {
    let target = target.replace('\\', "/");
    if target.contains([':', '\0']) {
        return None;
    }
    let (folder, target) = target.strip_prefix('/').map_or((folder, &*target), |absolute| ("", absolute));
    let mut name: Vec<&str> = Vec::new();
    for step in folder.split('/').chain(target.split('/')) {
        match step {
            "" | "." => {}
            ".." => {
                name.pop()?;
            }
            step => name.push(step),
        }
    }
    Some(name.join("/"))
}

/// The most files that the zip can make its reader list: the entries of the list as they stand, or the larger number
/// that a zip64 record claims, for which room would be made.
fn most_entries(bytes: &[u8]) -> usize {
    const COMMENT_AND_RECORDS: usize = (1 << 16) + 100;
    let listed = bytes.windows(4).filter(|window| window == b"PK\x01\x02").count();
    let tail = bytes.get(bytes.len().saturating_sub(COMMENT_AND_RECORDS)..).unwrap_or(bytes);
    if !contains(tail, b"PK\x06\x07") {
        return listed;
    }
    let records = bytes.windows(40).filter(|window| window.starts_with(b"PK\x06\x06"));
    let claimed = records.filter_map(|record| record[32..].first_chunk()).map(|count| u64::from_le_bytes(*count)).max();
    listed.max(usize::try_from(claimed.unwrap_or_default()).unwrap_or(usize::MAX))
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

fn contains_utf16(bytes: &[u8], wanted: &str) -> bool {
    let wanted: Vec<u8> = wanted.encode_utf16().flat_map(u16::to_le_bytes).collect();
    contains(bytes, &wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_resolved_inside_the_package_only() {
        let cases = [
            ("", "word/document.xml", Some("word/document.xml")),
            ("", "/word/document.xml", Some("word/document.xml")),
            ("word", "styles.xml", Some("word/styles.xml")),
            ("word", "/word/styles.xml", Some("word/styles.xml")),
            ("word", "../customXml/./item.xml", Some("customXml/item.xml")),
            ("word", "media\\één.xml", Some("word/media/één.xml")),
            ("word", "../../etc/passwd", None),
            ("", "C:\\x.xml", None),
            ("word", "http://example.org/x", None),
        ];
        for (folder, target, expected) in cases {
            assert_eq!(resolved(folder, target).as_deref(), expected, "{folder} {target}");
        }
        for name in
            ["/word/document.xml", "word/../document.xml", "..\\document.xml", "\\document.xml", "C:document.xml"]
        {
            assert!(!stays_inside(name), "{name}");
        }
        assert!(stays_inside("word\\zo'n..xml"));
    }

    #[test]
    fn what_is_no_package_is_named() {
        let old = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
        let locked = [&old[..], b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"].concat();
        let cases: [(&[u8], Unreadable); 6] = [
            (b"", Unreadable::NotAZip { found: None }),
            (b"Interviewer: zo'n dag", Unreadable::NotAZip { found: None }),
            (b"%PDF-1.7", Unreadable::NotAZip { found: Some(FileKind::Pdf) }),
            (&old, Unreadable::OldWord),
            (&locked, Unreadable::Encrypted),
            (b"PK\x03\x04 half", Unreadable::Truncated),
        ];
        for (bytes, expected) in cases {
            assert_eq!(Package::open(bytes).err(), Some(expected), "{bytes:?}");
        }
    }

    #[test]
    fn entries_are_counted_as_they_stand_and_as_claimed() {
        assert_eq!(most_entries(&b"PK\x01\x02....".repeat(3)), 3);
        let claim = [b"PK\x06\x06".as_slice(), &[0; 28], &u64::MAX.to_le_bytes(), b"PK\x06\x07"].concat();
        assert!(Limit::Entries.check(most_entries(&claim)).is_err());
    }
}
