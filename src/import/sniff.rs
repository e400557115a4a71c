//! What a file really is, by its first bytes, so that a recording, a PDF or an old Word file under a wrong ending is
//! named for what it is instead of being read as gibberish.

/// A kind of file known by its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// PDF.
    Pdf,
    /// A zip package: also `.docx`, `.xlsx`, `.odt`.
    Zip,
    /// An Office file of before 2007, or a newer one with a password.
    OldOffice,
    /// Rich text.
    Rtf,
    /// A web page.
    Html,
    /// A picture.
    Picture,
    /// Sound or video.
    Recording,
    /// An archive other than zip.
    Archive,
}

/// Magic numbers as their formats define them; where letters could open a transcript (`ID3: ja`), the bytes after them
/// are asked for too.
const MAGIC: [(&[u8], FileKind); 25] = [
    (b"%PDF-", FileKind::Pdf),
    (b"PK\x03\x04", FileKind::Zip),
    (b"PK\x05\x06", FileKind::Zip),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", FileKind::OldOffice),
    (b"{\\rtf", FileKind::Rtf),
    (b"<!DOCTYPE html", FileKind::Html),
    (b"<!doctype html", FileKind::Html),
    (b"<html", FileKind::Html),
    (b"<HTML", FileKind::Html),
    (b"\x89PNG\r\n", FileKind::Picture),
    (b"\xFF\xD8\xFF", FileKind::Picture),
    (b"GIF87a", FileKind::Picture),
    (b"GIF89a", FileKind::Picture),
    (b"II*\0", FileKind::Picture),
    (b"MM\0*", FileKind::Picture),
    (b"ID3\x02", FileKind::Recording),
    (b"ID3\x03", FileKind::Recording),
    (b"ID3\x04", FileKind::Recording),
    (b"OggS\0", FileKind::Recording),
    (b"fLaC\0", FileKind::Recording),
    (b"\x1A\x45\xDF\xA3", FileKind::Recording),
    (b"0&\xB2u\x8Ef\xCF\x11", FileKind::Recording),
    (b"\x1F\x8B\x08", FileKind::Archive),
    (b"7z\xBC\xAF\x27\x1C", FileKind::Archive),
    (b"Rar!\x1A\x07", FileKind::Archive),
];

/// The kind of file, when its first bytes give it away.
pub(super) fn sniff(bytes: &[u8]) -> Option<FileKind> {
    let known = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, kind)| *kind);
    known.or_else(|| match (bytes.get(..4), bytes.get(4..8), bytes.get(8..12)) {
        (Some(b"RIFF"), _, Some(b"WAVE" | b"AVI ")) | (_, Some(b"ftyp"), _) => Some(FileKind::Recording),
        (Some(b"RIFF"), _, Some(b"WEBP")) => Some(FileKind::Picture),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_kinds_from_transcripts() {
        let cases: [(&[u8], Option<FileKind>); 9] = [
            (b"%PDF-1.7\n", Some(FileKind::Pdf)),
            (b"RIFF\x10\0\0\0WAVEfmt ", Some(FileKind::Recording)),
            (b"\0\0\0\x18ftypM4A ", Some(FileKind::Recording)),
            (b"\xFF\xD8\xFF\xE0", Some(FileKind::Picture)),
            (b"", None),
            (b"PK", None),
            (b"ID3: ja hoor", None),
            (b"GIF was een plaatje", None),
            (b"Interviewer: zo'n dag", None),
        ];
        for (bytes, expected) in cases {
            assert_eq!(sniff(bytes), expected, "{bytes:?}");
        }
    }
}
