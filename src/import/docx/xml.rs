//! A part of a Word package as a stream of tags and text. Files come from strangers, so everything that can make XML
//! dangerous ends here: a document type is refused (no entities, no billion laughs), and depth, the size of one piece
//! and all bytes unpacked from the package are counted while they come in, whatever the file declares.
//!
//! Names are told apart by namespace, not prefix; the strict and the transitional namespaces are the same to us.

use crate::import::{Limit, Unreadable};
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::reader::NsReader;
use std::borrow::Cow;
use std::io::{self, BufRead, BufReader, Read};

/// Which vocabulary a tag belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Vocabulary {
    /// `WordprocessingML`.
    Word,
    /// Formulas.
    Math,
    /// The element that offers one content in several forms.
    Compatibility,
    /// Drawings, packages, anything else.
    Other,
}

/// An opening tag.
pub(super) struct Tag<'a> {
    pub(super) vocabulary: Vocabulary,
    /// Whether white space at the edges of its text counts.
    pub(super) keeps_space: bool,
    start: BytesStart<'a>,
}

/// What comes next in a part. An empty tag comes as an opening and a closing one.
pub(super) enum Token<'a> {
    Open(Tag<'a>),
    Close,
    Text(Cow<'a, str>),
    End,
}

/// What may still come out of a package: all its parts share one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Budget {
    pub(super) bytes: u64,
    pub(super) tags: u64,
}

impl Default for Budget {
    fn default() -> Self {
        Self { bytes: Limit::Unpacked.maximum(), tags: Limit::Tags.maximum() }
    }
}

/// A part of a package, read from start to end.
pub(super) struct Xml<'a, R: Read> {
    part: String,
    reader: NsReader<Metered<'a, R>>,
    buffer: Vec<u8>,
    /// For each open element, whether white space counts in it.
    open: Vec<bool>,
}

impl Tag<'_> {
    /// The name without prefix.
    pub(super) fn name(&self) -> &str {
        self.start.local_name().into_inner()
    }

    /// The name without prefix of a tag of `WordprocessingML`; empty for any other.
    pub(super) fn word(&self) -> &str {
        if self.vocabulary == Vocabulary::Word { self.name() } else { "" }
    }

    /// The value of an attribute by its name without prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.start.attributes();
        let found = attributes.with_checks(false).flatten().find(|found| found.key.local_name().as_ref() == name)?;
        found.normalized_value(XmlVersion::Implicit1_0).ok().map(Cow::into_owned)
    }

    /// The `val` attribute of an on-off property: on when it is not there.
    pub(super) fn is_on(&self) -> bool {
        self.attribute("val").is_none_or(|value| !matches!(&*value, "0" | "false" | "off"))
    }

    /// What the tag itself says about white space, if anything.
    fn declares_space(&self) -> Option<bool> {
        let raw = self.start.attributes_raw();
        if !raw.contains("xml:space") {
            return None;
        }
        let attribute = self.start.try_get_attribute("xml:space").ok().flatten()?;
        Some(&*attribute.value == "preserve")
    }
}

impl<'a, R: Read> Xml<'a, R> {
    /// Reads `source`, the part named `part`, within the budget of the package.
    pub(super) fn new(part: &str, source: R, budget: &'a mut Budget) -> Self {
        let source = BufReader::with_capacity(1 << 15, source);
        let mut reader = NsReader::from_reader(Metered { source, budget, piece: 0, passed: None });
        reader.config_mut().expand_empty_elements = true;
        reader.resolver_mut().set_max_namespace_bindings(1024);
        Self { part: part.to_owned(), reader, buffer: Vec::new(), open: Vec::new() }
    }

    /// The next tag or text. Comments and instructions come as empty text.
    pub(super) fn next(&mut self) -> Result<Token<'_>, Unreadable> {
        let Self { part, reader, buffer, open } = self;
        buffer.clear();
        reader.get_mut().piece = 0;
        let event = match reader.read_event_into(buffer) {
            Ok(event) => event,
            Err(error) => return Err(failure(part, reader, &error)),
        };
        Ok(match event {
            Event::Start(start) | Event::Empty(start) => {
                let tags = &mut reader.get_mut().budget.tags;
                *tags = tags.checked_sub(1).ok_or(Unreadable::TooLarge { limit: Limit::Tags })?;
                let vocabulary = vocabulary(&reader.resolver().resolve_element(start.name()).0);
                let mut tag = Tag { vocabulary, keeps_space: open.last().is_some_and(|outer| *outer), start };
                tag.keeps_space = tag.declares_space().unwrap_or(tag.keeps_space);
                open.push(tag.keeps_space);
                Limit::Depth.check(open.len())?;
                Token::Open(tag)
            }
            Event::End(_) => {
                open.pop();
                Token::Close
            }
            Event::Text(text) => Token::Text(text.xml10_content()),
            Event::CData(text) => Token::Text(text.xml10_content()),
            Event::GeneralRef(reference) => match letter(&reference) {
                Some(letter) => Token::Text(letter),
                None => return Err(bad_xml(part, reader)),
            },
            Event::DocType(_) => return Err(Unreadable::Doctype { part: part.clone() }),
            Event::Comment(_) | Event::PI(_) | Event::Decl(_) => Token::Text(Cow::Borrowed("")),
            Event::Eof if open.is_empty() => Token::End,
            Event::Eof => return Err(bad_xml(part, reader)),
        })
    }

    /// Shows every tag inside the element that was opened last to `look`, up to its end.
    pub(super) fn each(&mut self, mut look: impl FnMut(&Tag<'_>) -> Visit) -> Result<(), Unreadable> {
        let mut inside = 1;
        while inside > 0 {
            match self.next()? {
                Token::Open(tag) => match look(&tag) {
                    Visit::Enter => inside += 1,
                    Visit::PassOver => {
                        self.skip()?;
                    }
                },
                Token::Close => inside -= 1,
                Token::Text(_) => {}
                Token::End => break,
            }
        }
        Ok(())
    }

    /// Passes over the rest of the element that was opened last; says whether there were words in it.
    pub(super) fn skip(&mut self) -> Result<Skipped, Unreadable> {
        let mut skipped = Skipped::Nothing;
        let mut inside = 1;
        loop {
            match self.next()? {
                Token::Open(_) => inside += 1,
                Token::Close => inside -= 1,
                Token::Text(text) if text.trim().is_empty() => {}
                Token::Text(_) => skipped = Skipped::Words,
                Token::End => return Ok(skipped),
            }
            if inside == 0 {
                return Ok(skipped);
            }
        }
    }
}

/// What to do with a tag that was shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Visit {
    Enter,
    PassOver,
}

/// What a passed-over element held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Skipped {
    Words,
    Nothing,
}

/// The transitional namespaces (ECMA-376 part 4) and the strict ones (part 1).
fn vocabulary(resolved: &ResolveResult<'_>) -> Vocabulary {
    let ResolveResult::Bound(Namespace(name)) = resolved else { return Vocabulary::Other };
    match *name {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        | "http://purl.oclc.org/ooxml/wordprocessingml/main" => Vocabulary::Word,
        "http://schemas.openxmlformats.org/officeDocument/2006/math"
        | "http://purl.oclc.org/ooxml/officeDocument/math" => Vocabulary::Math,
        "http://schemas.openxmlformats.org/markup-compatibility/2006" => Vocabulary::Compatibility,
        _ => Vocabulary::Other,
    }
}

/// The letter a reference stands for: one of the five of XML, or a number.
fn letter(reference: &BytesRef<'_>) -> Option<Cow<'static, str>> {
    match resolve_xml_entity(reference) {
        Some(letter) => Some(Cow::Borrowed(letter)),
        None => reference.resolve_char_ref().ok().flatten().map(|letter| Cow::Owned(letter.to_string())),
    }
}

fn bad_xml<R: Read>(part: &str, reader: &NsReader<Metered<'_, R>>) -> Unreadable {
    let position = match reader.error_position() {
        0 => reader.buffer_position(),
        position => position,
    };
    Unreadable::BadXml { part: part.to_owned(), position }
}

fn failure<R: Read>(part: &str, reader: &NsReader<Metered<'_, R>>, error: &quick_xml::Error) -> Unreadable {
    match (reader.get_ref().passed, error) {
        (Some(limit), _) => Unreadable::TooLarge { limit },
        (None, quick_xml::Error::Io(_)) => Unreadable::Damaged { part: Some(part.to_owned()) },
        (None, _) => bad_xml(part, reader),
    }
}

/// A source that stops when too much comes out of it.
struct Metered<'a, R> {
    source: BufReader<R>,
    budget: &'a mut Budget,
    /// Bytes of the tag or text that is being read.
    piece: u64,
    /// The limit that was passed.
    passed: Option<Limit>,
}

impl<R: Read> Read for Metered<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(into)?;
        self.consume(count);
        Ok(count)
    }
}

impl<R: Read> BufRead for Metered<'_, R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let available = self.source.fill_buf()?;
        if !available.is_empty() && self.budget.bytes == 0 {
            self.passed = Some(Limit::Unpacked);
        } else if self.piece > Limit::Piece.maximum() {
            self.passed = Some(Limit::Piece);
        }
        if self.passed.is_some() { Err(io::Error::other("a limit is passed")) } else { Ok(available) }
    }

    fn consume(&mut self, count: usize) {
        self.source.consume(count);
        self.budget.bytes = self.budget.bytes.saturating_sub(count as u64);
        self.piece += count as u64;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{empty, repeat};

    const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    const PART: &str = "word/document.xml";

    fn tokens(source: impl Read) -> Result<String, Unreadable> {
        let mut budget = Budget::default();
        let mut xml = Xml::new(PART, source, &mut budget);
        let mut seen = String::new();
        loop {
            match xml.next()? {
                Token::Open(tag) => seen.extend(["<", tag.word(), if tag.keeps_space { " keep>" } else { ">" }]),
                Token::Close => seen += "</>",
                Token::Text(text) => seen += &text,
                Token::End => return Ok(seen),
            }
        }
    }

    #[test]
    fn names_count_by_namespace_and_references_become_letters() {
        let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
        let cases = [
            (format!("<w:p xmlns:w='{WORD}'><w:t/>ë &amp; &#235;&#x1F44D;</w:p>"), "<p><t></>ë & ë👍</>"),
            (format!("<p xmlns='{strict}'><!-- x --><t>zo'n</t></p>"), "<p><t>zo'n</></>"),
            (format!("<x:p xmlns:x='{WORD}' xmlns:y='z'><y:t>a<![CDATA[<b>]]></y:t></x:p>"), "<p><>a<b></></>"),
            ("<w:p>a</w:p>".to_owned(), "<>a</>"),
            (
                format!("<p xmlns='{WORD}' xml:space='preserve'><t/><t xml:space='default'/></p>"),
                "<p keep><t keep></><t></></>",
            ),
            ("\u{FEFF}<?xml version='1.0'?><a>\r\n</a>".to_owned(), "<>\n</>"),
        ];
        for (source, expected) in cases {
            assert_eq!(tokens(source.as_bytes()).as_deref(), Ok(expected), "{source}");
        }
    }

    #[test]
    fn what_breaks_the_rules_is_refused_with_its_place() {
        let part = || PART.to_owned();
        let bad = |position| Unreadable::BadXml { part: part(), position };
        let cases: [(&[u8], Unreadable); 8] = [
            (b"<a>", bad(3)),
            (b"<a></b>", bad(3)),
            (b"<a>&nbsp;</a>", bad(9)),
            (b"<a>&#0;</a>", bad(7)),
            (b"<a>& b</a>", bad(3)),
            (b"<a>\xFF</a>", bad(4)),
            (b"<!DOCTYPE a><a/>", Unreadable::Doctype { part: part() }),
            (b"<a><!DOCTYPE a [<!ENTITY b 'c'>]></a>", Unreadable::Doctype { part: part() }),
        ];
        for (source, expected) in cases {
            assert_eq!(tokens(source), Err(expected), "{:?}", String::from_utf8_lossy(source));
        }
    }

    #[test]
    fn growth_is_counted_while_it_comes_in() {
        let cases: [(&mut dyn Read, Limit); 3] = [
            (&mut repeat(b' '), Limit::Piece),
            (&mut b"<a ".chain(repeat(b'x')), Limit::Piece),
            (&mut io::Cursor::new("<a>".repeat(300)).chain(empty()), Limit::Depth),
        ];
        for (source, limit) in cases {
            assert_eq!(tokens(source), Err(Unreadable::TooLarge { limit }));
        }
        let mut few_tags = Budget { tags: 2, ..Budget::default() };
        let mut xml = Xml::new(PART, &b"<a><b/><c/></a>"[..], &mut few_tags);
        assert!(xml.next().is_ok());
        assert_eq!(xml.skip(), Err(Unreadable::TooLarge { limit: Limit::Tags }));
        let mut few_bytes = Budget { bytes: 10, ..Budget::default() };
        let mut xml = Xml::new(PART, &b"<a>zo'n lange tekst</a>"[..], &mut few_bytes);
        assert!(xml.next().is_ok());
        // What stands ready in the buffer may still be read; the next look at the source refuses.
        let outcome = (0..3).map(|_| xml.next().map(|_| ())).find(Result::is_err);
        assert_eq!(outcome, Some(Err(Unreadable::TooLarge { limit: Limit::Unpacked })));
    }
}
