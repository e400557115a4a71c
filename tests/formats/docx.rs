//! Word documents as a person gives them: small ones made here, part by part, and their damaged and hostile twins. A
//! good one gives its text and says what it left out; a bad one is refused with its reason, quickly and in little
//! memory; nothing panics.

use codeboom::import::{Encoding, FileKind, LeftOut, Limit, Notice, Reading, Unreadable, read};
use codeboom::model::Span;
use std::io::{Cursor, Write};
use zip::write::{SimpleFileOptions, ZipWriter};

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const DOCUMENT: &str = "word/document.xml";

/// A Word document under construction.
#[derive(Clone)]
struct Docx(Vec<(String, Vec<u8>)>);

impl Docx {
    /// The parts that Word always writes, with this in the body.
    fn with_body(body: &str) -> Self {
        let types = format!(
            "<Types><Override PartName='/{DOCUMENT}' ContentType='{}'/></Types>",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
        );
        Self(Vec::new())
            .part("[Content_Types].xml", &types)
            .relations("_rels/.rels", &[("officeDocument", DOCUMENT)])
            .relations("word/_rels/document.xml.rels", &[("styles", "styles.xml"), ("header", "header1.xml")])
            .part("word/styles.xml", &format!("<w:styles xmlns:w='{WORD}'>{STYLES}</w:styles>"))
            .part("word/header1.xml", &format!("<w:hdr xmlns:w='{WORD}'><w:p/></w:hdr>"))
            .part(DOCUMENT, &document(body))
    }

    /// Adds or replaces a part.
    fn part(mut self, name: &str, content: &str) -> Self {
        self.0.retain(|(known, _)| known != name);
        self.0.push((name.to_owned(), content.as_bytes().to_vec()));
        self
    }

    fn relations(self, name: &str, relations: &[(&str, &str)]) -> Self {
        let one =
            |(kind, target): &(&str, &str)| format!("<Relationship Type='{RELATIONS}/{kind}' Target='{target}'/>");
        self.part(name, &format!("<Relationships>{}</Relationships>", relations.iter().map(one).collect::<String>()))
    }

    fn without(mut self, name: &str) -> Self {
        self.0.retain(|(known, _)| known != name);
        self
    }

    fn bytes(&self) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in &self.0 {
            zip.start_file(name.as_str(), SimpleFileOptions::default()).expect("memory takes a file");
            zip.write_all(content).expect("memory takes bytes");
        }
        zip.finish().expect("memory takes a zip").into_inner()
    }

    fn read(&self) -> Result<Reading, Unreadable> {
        read("gesprek.docx", &self.bytes())
    }
}

fn document(body: &str) -> String {
    format!("<?xml version='1.0' encoding='UTF-8'?><w:document xmlns:w='{WORD}'><w:body>{body}</w:body></w:document>")
}

fn said(words: &str) -> String {
    format!("<w:p><w:r><w:t xml:space='preserve'>{words}</w:t></w:r></w:p>")
}

const STYLES: &str = "
    <w:style w:type='paragraph' w:default='1' w:styleId='Standaard'><w:name w:val='Normal'/></w:style>
    <w:style w:type='paragraph' w:styleId='Kop1'><w:name w:val='heading 1'/>
      <w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:style>
    <w:style w:type='paragraph' w:styleId='Thema'><w:name w:val='Thema'/><w:basedOn w:val='Kop1'/></w:style>
    <w:style w:type='character' w:styleId='Naam'><w:name w:val='Naam'/><w:rPr><w:b/></w:rPr></w:style>";

/// An interview as Word stores one: own heading style, bold names, tracked changes, a table, a footnote.
const INTERVIEW: &str = "
    <w:p><w:pPr><w:pStyle w:val='Thema'/></w:pPr><w:r><w:t>Gesprek één</w:t></w:r></w:p>
    <w:p/>
    <w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Interviewer:</w:t></w:r>
      <w:r><w:t xml:space='preserve'> Hoe gaat zo'n dag &amp; avond?</w:t></w:r></w:p>
    <w:p><w:r><w:rPr><w:rStyle w:val='Naam'/></w:rPr><w:t>Joe\u{308}l:</w:t></w:r>
      <w:r><w:t xml:space='preserve'> ’s Avonds </w:t></w:r>
      <w:del w:author='x'><w:r><w:delText>niet</w:delText></w:r></w:del>
      <w:ins w:author='x'><w:r><w:t>wel</w:t></w:r></w:ins><w:r><w:t>&#x2026; 👍</w:t></w:r></w:p>
    <w:tbl><w:tr>
      <w:tc><w:p><w:r><w:t>Anna</w:t></w:r></w:p></w:tc>
      <w:tc><w:p><w:r><w:t>ja</w:t></w:r></w:p><w:p><w:r><w:t>hoor</w:t></w:r></w:p></w:tc>
    </w:tr></w:tbl>
    <w:p><w:r><w:t>Klaar.</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>
    <w:sectPr/>";

const INTERVIEW_TEXT: &str =
    "Gesprek één\n\nInterviewer: Hoe gaat zo'n dag & avond?\nJoël: ’s Avonds wel… 👍\nAnna\tja hoor\nKlaar.";

fn words<'a>(reading: &'a Reading, spans: &[Span]) -> Vec<&'a str> {
    spans.iter().map(|span| span.of(&reading.text)).collect()
}

#[test]
fn an_interview_gives_text_hints_and_notices() {
    let header = format!("<w:hdr xmlns:w='{WORD}'>{}</w:hdr>", said("Vertrouwelijk"));
    let reading = Docx::with_body(INTERVIEW).part("word/header1.xml", &header).read().expect("it is good");
    assert_eq!(reading.text, INTERVIEW_TEXT);
    assert_eq!(reading.encoding, Encoding::Docx);
    assert_eq!(words(&reading, &reading.hints.bold), ["Interviewer:", "Joël:"]);
    let paragraphs: Vec<&str> = INTERVIEW_TEXT.split('\n').filter(|line| !line.is_empty()).collect();
    assert_eq!(words(&reading, &reading.hints.paragraphs), paragraphs);
    let headings: Vec<_> =
        reading.hints.headings.iter().map(|found| (found.span.of(&reading.text), found.level)).collect();
    assert_eq!(headings, [("Gesprek één", 1)]);
    let left_out = |what| Notice::LeftOut { what, count: 1 };
    assert_eq!(
        reading.notices,
        [
            Notice::TrackedChanges { inserted: 1, deleted: 1 },
            Notice::CellsJoined { cells: 1 },
            left_out(LeftOut::Footnotes),
            left_out(LeftOut::HeadersAndFooters),
        ]
    );
}

#[test]
fn packages_of_other_programs_are_understood() {
    let plain = || Docx::with_body(&said("zo'n dag"));
    let moved = |name: &str| plain().without(DOCUMENT).part(name, &document(&said("zo'n dag")));
    let strict = plain()
        .part(DOCUMENT, &document(&said("zo'n dag")).replace(WORD, "http://purl.oclc.org/ooxml/wordprocessingml/main"))
        .part(
            "_rels/.rels",
            "<Relationships><Relationship Target='/word/document.xml'
            Type='http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument'/></Relationships>",
        );
    let prefixed =
        plain().part(DOCUMENT, &document(&said("zo'n dag")).replace("w:", "ns0:").replace("xmlns:w=", "xmlns:ns0="));
    let unprefixed = format!("<document xmlns='{WORD}'><body><p><r><t>zo'n dag</t></r></p></body></document>");
    let typed = "<Types><Override PartName='/a/tekst.xml'
        ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>";
    let cases = [
        ("as Word writes it", plain()),
        ("strict", strict),
        ("other prefix", prefixed),
        ("no prefix", plain().part(DOCUMENT, &unprefixed)),
        ("no styles", plain().without("word/styles.xml")),
        ("no relations", plain().without("_rels/.rels").without("word/_rels/document.xml.rels")),
        ("found by relation", moved("a/tekst.xml").relations("_rels/.rels", &[("officeDocument", "/a/tekst.xml")])),
        ("found by type", moved("a/tekst.xml").without("_rels/.rels").part("[Content_Types].xml", typed)),
        ("found by place", plain().without("_rels/.rels").without("[Content_Types].xml")),
        ("other capitals", moved("Word/Document.xml")),
        ("backslashes", moved("word\\document.xml")),
        ("byte order mark", plain().part(DOCUMENT, &format!("\u{FEFF}{}", document(&said("zo'n dag"))))),
        ("relation that leads outside", plain().relations("_rels/.rels", &[("officeDocument", "../../etc/passwd")])),
    ];
    for (what, docx) in cases {
        assert_eq!(docx.read().map(|reading| reading.text).as_deref(), Ok("zo'n dag"), "{what}");
    }
}

#[test]
fn what_is_no_readable_document_is_refused_with_its_reason() {
    let good = || Docx::with_body(&said("zo'n dag"));
    let part = || DOCUMENT.to_owned();
    let doctype = |name: &str| {
        let laughs = "<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]><a>&b;</a>";
        (good().part(name, laughs).bytes(), Unreadable::Doctype { part: name.to_owned() })
    };
    let absolute = good().without(DOCUMENT).part("/word/document.xml", &document(&said("x")));
    let deep = format!("{}{}", "<w:sdt>".repeat(300), "</w:sdt>".repeat(300));
    let cut = document(&said("zo'n dag")).replace("</w:body></w:document>", "");
    let position = cut.len() as u64;
    let bytes = good().bytes();
    let mut flipped = Docx::with_body(&said(&"zo'n dag ".repeat(500))).bytes();
    let middle = flipped.windows(4).rposition(|window| window == b"PK\x01\x02").expect("the list of files is there");
    let start =
        flipped.windows(DOCUMENT.len()).position(|window| window == DOCUMENT.as_bytes()).expect("the part is there");
    flipped[start + DOCUMENT.len() + 20] ^= 0xFF;
    assert!(start + DOCUMENT.len() + 20 < middle);
    let cases = [
        (Vec::new(), Unreadable::Empty { notices: vec![] }),
        (b" \r\n".to_vec(), Unreadable::Empty { notices: vec![] }),
        (Docx::with_body("<w:p/><w:p/>").bytes(), Unreadable::Empty { notices: vec![] }),
        (b"Interviewer: zo'n dag".to_vec(), Unreadable::NotAZip { found: None }),
        (b"{\\rtf1 zo'n dag}".to_vec(), Unreadable::NotAZip { found: Some(FileKind::Rtf) }),
        (b"<html><body>zo'n dag".to_vec(), Unreadable::NotAZip { found: Some(FileKind::Html) }),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 oud".to_vec(), Unreadable::OldWord),
        (bytes[..bytes.len() / 2].to_vec(), Unreadable::Truncated),
        (good().without(DOCUMENT).bytes(), Unreadable::NoDocument),
        (absolute.bytes(), Unreadable::NoDocument),
        (good().part(DOCUMENT, "<workbook/>").bytes(), Unreadable::NoDocument),
        (good().part(DOCUMENT, &cut).bytes(), Unreadable::BadXml { part: part(), position }),
        (good().part(DOCUMENT, "").bytes(), Unreadable::NoDocument),
        (good().part(DOCUMENT, &document(&deep)).bytes(), Unreadable::TooLarge { limit: Limit::Depth }),
        (flipped, Unreadable::Damaged { part: Some(part()) }),
        doctype(DOCUMENT),
        doctype("word/styles.xml"),
        doctype("_rels/.rels"),
        doctype("word/_rels/document.xml.rels"),
        doctype("word/header1.xml"),
    ];
    for (bytes, expected) in cases {
        assert_eq!(read("gesprek.docx", &bytes), Err(expected));
    }
}

#[test]
fn a_document_of_scanned_pages_says_so() {
    let page = "<w:p><w:r><w:drawing><a:blip xmlns:a='x'/></w:drawing></w:r></w:p>";
    let notices = vec![Notice::LeftOut { what: LeftOut::Pictures, count: 2 }];
    assert_eq!(Docx::with_body(&page.repeat(2)).read(), Err(Unreadable::Empty { notices }));
}

#[test]
fn too_many_files_are_refused() {
    let mut docx = Docx::with_body(&said("zo'n dag"));
    docx.0.extend((0..10_000).map(|at| (format!("word/media/{at}"), Vec::new())));
    assert_eq!(docx.read(), Err(Unreadable::TooLarge { limit: Limit::Entries }));
}

/// Bits in the order in which deflate packs them.
#[derive(Default)]
struct Bits(Vec<bool>);

impl Bits {
    /// A number, its lowest bit first.
    fn number(&mut self, value: usize, bits: usize) {
        self.0.extend((0..bits).map(|bit| value >> bit & 1 == 1));
    }

    /// A Huffman code, as written on paper.
    fn code(&mut self, code: &str) {
        self.0.extend(code.bytes().map(|bit| bit == b'1'));
    }

    fn bytes(&self) -> Vec<u8> {
        let byte = |bits: &[bool]| bits.iter().rev().fold(0, |byte, bit| byte << 1 | u8::from(*bit));
        self.0.chunks(8).map(byte).collect()
    }
}

/// A document that unpacks to two gigabytes: `before`, then again and again `between` and a megabyte of spaces. It
/// takes a few megabytes, in deflate (RFC 1951) that says “the same 258 bytes again” eight million times. Packing so
/// much for real would take half a minute.
fn bomb(before: &str, between: &str) -> Vec<u8> {
    const SPACES: &str = "      ";
    let stored = |text: &str| {
        let length = u16::try_from(text.len()).expect("the text is short");
        [&[0], &length.to_le_bytes()[..], &(!length).to_le_bytes(), text.as_bytes()].concat()
    };
    // A block with three codes: the end, a match of 258 bytes, and the distance of six bytes.
    let mut bits = Bits::default();
    for (value, width) in [(0, 1), (2, 2), (29, 5), (4, 5), (14, 4)] {
        bits.number(value, width);
    }
    // How long the codes are that list the codes: “18: many zeros” one bit, “17: some zeros” and “1” two.
    for width in [0, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2] {
        bits.number(width, 3);
    }
    let many_zeros = |bits: &mut Bits, count: usize| {
        bits.code("0");
        bits.number(count - 11, 7);
    };
    many_zeros(&mut bits, 138);
    many_zeros(&mut bits, 118);
    bits.code("10");
    many_zeros(&mut bits, 28);
    bits.code("10");
    bits.code("11");
    bits.number(4 - 3, 3);
    bits.code("10");
    (0..(1 << 20) / 258).for_each(|_| bits.code("101"));
    bits.code("0");
    // The empty stored block after it fills the last byte.
    bits.number(0, 3);
    let spaces = [bits.bytes(), vec![0, 0, 0xFF, 0xFF]].concat();
    let round = [stored(between), stored(SPACES), spaces].concat();
    let packed =
        [stored(&document(before).replace("</w:body></w:document>", "")), round.repeat(2048), vec![3, 0]].concat();
    zip_of(DOCUMENT, &packed, 2 << 30)
}

/// A zip with one deflated file, which declares `size` for it.
fn zip_of(name: &str, packed: &[u8], size: u32) -> Vec<u8> {
    let number = |value: usize| u32::try_from(value).expect("the zip is small").to_le_bytes();
    let shared =
        [&[20, 0, 0, 0, 8, 0], &[0; 8][..], &number(packed.len()), &size.to_le_bytes(), &number(name.len())].concat();
    let local = [b"PK\x03\x04", &shared[..], name.as_bytes(), packed].concat();
    let listed = [b"PK\x01\x02\x14\0", &shared[..], &[0; 14], name.as_bytes()].concat();
    let end = [b"PK\x05\x06\0\0\0\0\x01\0\x01\0", &number(listed.len())[..], &number(local.len()), &[0; 2]].concat();
    [local, listed, end].concat()
}

#[test]
fn bombs_are_refused_while_they_unpack() {
    let cases = [
        ("endless paragraphs", bomb("", "<w:p/>"), Limit::Unpacked),
        ("an endless row", bomb("<w:tr>", "<w:tc><w:p/></w:tc>"), Limit::Unpacked),
        ("an endless text", bomb("<w:p><w:r><w:t>", ""), Limit::Piece),
        (
            "an endless paragraph",
            bomb("<w:p><w:r><w:t xml:space='preserve'>", "</w:t><w:t xml:space='preserve'>"),
            Limit::Piece,
        ),
        ("an endless tag", bomb("<w:p ", ""), Limit::Piece),
    ];
    for (what, bytes, limit) in cases {
        assert!(bytes.len() < 6 << 20, "{what} takes {} bytes", bytes.len());
        assert_eq!(read("bom.docx", &bytes), Err(Unreadable::TooLarge { limit }), "{what}");
    }
}

#[test]
fn declared_sizes_are_not_believed() {
    let mut bytes = Docx::with_body(&said("zo'n dag")).bytes();
    let name = bytes.windows(DOCUMENT.len()).rposition(|window| window == DOCUMENT.as_bytes()).expect("it is listed");
    // In the list of files the size stands 22 bytes before the name.
    let size = name - 22..name - 18;
    bytes[size.clone()].copy_from_slice(&u32::MAX.wrapping_sub(1).to_le_bytes());
    assert_eq!(read("gesprek.docx", &bytes).map(|reading| reading.text).as_deref(), Ok("zo'n dag"));
    bytes[size].copy_from_slice(&10_u32.to_le_bytes());
    assert_eq!(read("gesprek.docx", &bytes), Err(Unreadable::Damaged { part: Some(DOCUMENT.to_owned()) }));
}

/// A small reproducible source of chance.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound as u64).expect("the bound is a usize")
    }
}

/// Whatever came out must fit together.
fn is_sound(reading: &Reading) -> bool {
    let hints = &reading.hints;
    let headings = hints.headings.iter().map(|heading| heading.span);
    let mut spans = hints.bold.iter().copied().chain(hints.paragraphs.iter().copied()).chain(headings);
    spans.all(|span| {
        let words = span.of(&reading.text);
        !words.is_empty() && words.trim() == words
    })
}

#[test]
fn random_damage_never_panics() {
    let good = Docx::with_body(INTERVIEW);
    let whole = good.bytes();
    let (mut refused, mut read_anyway) = (0, 0);
    for seed in 1..=300 {
        let mut chance = Chance(0x9E37_79B9_7F4A_7C15_u64.wrapping_mul(seed));
        let bytes = if seed % 2 == 0 {
            let mut bytes = whole.clone();
            for _ in 0..=chance.below(8) {
                let at = chance.below(bytes.len());
                bytes[at] ^= 1 << chance.below(8);
            }
            bytes
        } else {
            let mut docx = good.clone();
            let part = chance.below(docx.0.len());
            let content = &mut docx.0[part].1;
            for _ in 0..=chance.below(4) {
                let at = chance.below(content.len());
                content[at] = b"<>/&;'\"= w:prt\0\xFF"[chance.below(16)];
            }
            docx.bytes()
        };
        match read("gesprek.docx", &bytes) {
            Ok(reading) => {
                assert!(is_sound(&reading), "seed {seed}");
                read_anyway += 1;
            }
            Err(_) => refused += 1,
        }
    }
    assert!(refused > 50 && read_anyway > 20, "{refused} refused, {read_anyway} read: the damage tests nothing");
}

#[test]
fn cut_off_anywhere_it_is_refused() {
    let whole = Docx::with_body(INTERVIEW).bytes();
    for length in 0..whole.len() {
        assert!(read("gesprek.docx", &whole[..length]).is_err(), "{length} bytes of {}", whole.len());
    }
}

#[test]
fn lines_of_text_come_back_as_they_went_in() {
    let text = "Anna: zo'n dag  met   spaties \n\n ’s avonds é ë ï 👩‍👧 \t <b>&amp;</b> \"x\" ]]> …\n\n\nEinde";
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let body: String = escaped.split('\n').map(said).collect();
    assert_eq!(Docx::with_body(&body).read().map(|reading| reading.text).as_deref(), Ok(text));
}
