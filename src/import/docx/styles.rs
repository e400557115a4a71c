//! What the styles of a document say: which are headings, bold, hidden or numbered, themselves or through the style
//! they are based on. Dutch and English Word name their styles differently, and people make their own; the outline
//! level decides where there is one, the name of the style else.
//!
//! Table styles and the conditional formatting of table rows are not looked at.

use super::properties::{Outline, ParagraphProperties, RunProperties};
use super::xml::{Token, Xml};
use crate::import::Unreadable;
use std::collections::HashMap;
use std::io::Read;

/// The styles of a document, by id.
#[derive(Debug, Default)]
pub(super) struct Styles {
    paragraphs: HashMap<String, Style>,
    characters: HashMap<String, Style>,
    /// The id of the style of paragraphs that name none.
    default_paragraph: Option<String>,
    /// What holds for all text.
    defaults: RunProperties,
}

/// A style as written, without what it takes from the one it is based on.
#[derive(Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    paragraph: ParagraphProperties,
    run: RunProperties,
}

/// How a paragraph looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct ParagraphLook {
    /// The level, when it is a heading.
    pub(super) heading: Option<u8>,
    pub(super) numbered: bool,
    /// What its style says about its text.
    text: RunLook,
}

/// How a run looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct RunLook {
    pub(super) bold: bool,
    pub(super) hidden: bool,
}

/// Word knows at most 4,079 styles; the rest of a longer list is passed over.
const MOST_STYLES: usize = 10_000;

/// Word bases a style on at most ten others; the bound also ends circles.
const LONGEST_CHAIN: usize = 32;

impl Styles {
    /// Reads the part with the styles.
    pub(super) fn read<R: Read>(xml: &mut Xml<'_, R>) -> Result<Self, Unreadable> {
        let mut styles = Self::default();
        loop {
            match xml.next()? {
                Token::Open(tag) => match tag.word() {
                    "rPr" => styles.defaults = RunProperties::read(xml)?,
                    "style" if styles.paragraphs.len() + styles.characters.len() < MOST_STYLES => {
                        let id = tag.attribute("styleId").unwrap_or_default();
                        let kind = tag.attribute("type");
                        let default = tag.attribute("default").is_some_and(|on| matches!(&*on, "1" | "true" | "on"));
                        let style = Style::read(xml)?;
                        match kind.as_deref() {
                            Some("character") => drop(styles.characters.insert(id, style)),
                            Some("table" | "numbering") => {}
                            _ => {
                                if default {
                                    styles.default_paragraph = Some(id.clone());
                                }
                                styles.paragraphs.insert(id, style);
                            }
                        }
                    }
                    "style" => drop(xml.skip()?),
                    _ => {}
                },
                Token::Close | Token::Text(_) => {}
                Token::End => return Ok(styles),
            }
        }
    }

    /// How a paragraph with these properties looks.
    pub(super) fn paragraph(&self, own: &ParagraphProperties) -> ParagraphLook {
        let id = own.style.as_ref().or(self.default_paragraph.as_ref());
        let chain: Vec<&Style> = chain(&self.paragraphs, id).collect();
        let unknown = id.filter(|_| chain.is_empty()).and_then(|id| heading_named(id)).map(Outline::Heading);
        let styled = chain.iter().find_map(|style| style.outline()).or(unknown);
        let numbered = own.numbered.or_else(|| chain.iter().find_map(|style| style.paragraph.numbered));
        ParagraphLook {
            heading: match own.outline.or(styled) {
                Some(Outline::Heading(level)) => Some(level),
                Some(Outline::Body) | None => None,
            },
            numbered: numbered.unwrap_or(false),
            text: look(chain.into_iter()),
        }
    }

    /// How a run with these properties looks in a paragraph.
    ///
    /// What a run says itself holds. Else bold in the style of the paragraph and in that of the run undo each other,
    /// so that stressed words stand out in a bold paragraph (ECMA-376 part 1, 17.7.3).
    pub(super) fn run(&self, paragraph: ParagraphLook, own: &RunProperties) -> RunLook {
        let styled = look(chain(&self.characters, own.style.as_ref()));
        let of_all = |on: Option<bool>| on.unwrap_or(false);
        RunLook {
            bold: own.bold.unwrap_or(of_all(self.defaults.bold) || (styled.bold != paragraph.text.bold)),
            hidden: own.hidden.unwrap_or(of_all(self.defaults.hidden) || (styled.hidden != paragraph.text.hidden)),
        }
    }
}

impl Style {
    fn read<R: Read>(xml: &mut Xml<'_, R>) -> Result<Self, Unreadable> {
        let mut style = Self::default();
        let mut inside = 1;
        while inside > 0 {
            match xml.next()? {
                Token::Open(tag) => match tag.word() {
                    "pPr" => style.paragraph = ParagraphProperties::read(xml)?,
                    "rPr" => style.run = RunProperties::read(xml)?,
                    "tblStylePr" => drop(xml.skip()?),
                    word => {
                        match word {
                            "name" => style.name = tag.attribute("val").unwrap_or_default(),
                            "basedOn" => style.based_on = tag.attribute("val"),
                            _ => {}
                        }
                        inside += 1;
                    }
                },
                Token::Close => inside -= 1,
                Token::Text(_) => {}
                Token::End => break,
            }
        }
        Ok(style)
    }

    fn outline(&self) -> Option<Outline> {
        self.paragraph.outline.or_else(|| heading_named(&self.name).map(Outline::Heading))
    }
}

/// A style and those it is based on, the nearest first.
fn chain<'a>(styles: &'a HashMap<String, Style>, id: Option<&String>) -> impl Iterator<Item = &'a Style> {
    let first = id.and_then(|id| styles.get(id));
    let next = |style: &&'a Style| style.based_on.as_ref().and_then(|id| styles.get(id));
    std::iter::successors(first, next).take(LONGEST_CHAIN)
}

fn look<'a>(chain: impl Iterator<Item = &'a Style>) -> RunLook {
    let (mut bold, mut hidden) = (None, None);
    for style in chain {
        bold = bold.or(style.run.bold);
        hidden = hidden.or(style.run.hidden);
    }
    RunLook { bold: bold.unwrap_or(false), hidden: hidden.unwrap_or(false) }
}

/// The level of a heading by the name or id of its style, in Dutch or English.
fn heading_named(name: &str) -> Option<u8> {
    let name: String = name.to_lowercase().chars().filter(|letter| !matches!(letter, ' ' | '-' | '_')).collect();
    let level = ["heading", "kop"].iter().find_map(|word| name.strip_prefix(word));
    match (level.map(str::parse), &*name) {
        (Some(Ok(level @ 1..=9)), _) => Some(level),
        (_, "title" | "titel") => Some(1),
        (_, "subtitle" | "ondertitel") => Some(2),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::xml::Budget;
    use super::*;

    fn styles(inner: &str) -> Styles {
        let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        let source = format!("<w:styles xmlns:w='{word}'>{inner}</w:styles>");
        let mut budget = Budget::default();
        Styles::read(&mut Xml::new("word/styles.xml", source.as_bytes(), &mut budget)).expect("the styles are good")
    }

    fn paragraph(style: &str) -> ParagraphProperties {
        ParagraphProperties { style: Some(style.to_owned()), ..ParagraphProperties::default() }
    }

    #[test]
    fn headings_by_level_name_or_ancestor() {
        let styles = styles(
            "<w:style w:type='paragraph' w:default='1' w:styleId='Standaard'><w:name w:val='Normal'/></w:style>
             <w:style w:type='paragraph' w:styleId='Kop2'><w:name w:val='heading 2'/></w:style>
             <w:style w:type='paragraph' w:styleId='Eigen'><w:name w:val='Mijn kop'/><w:basedOn w:val='Kop2'/></w:style>
             <w:style w:type='paragraph' w:styleId='Plat'><w:name w:val='x'/><w:basedOn w:val='Kop2'/>
               <w:pPr><w:outlineLvl w:val='9'/></w:pPr></w:style>
             <w:style w:type='paragraph' w:styleId='Thema'><w:name w:val='Thema'/>
               <w:pPr><w:outlineLvl w:val='2'/></w:pPr></w:style>
             <w:style w:type='paragraph' w:styleId='Titel'><w:name w:val='Title'/></w:style>
             <w:style w:type='paragraph' w:styleId='A'><w:name w:val='a'/><w:basedOn w:val='B'/></w:style>
             <w:style w:type='paragraph' w:styleId='B'><w:name w:val='b'/><w:basedOn w:val='A'/></w:style>",
        );
        let cases = [
            ("Standaard", None),
            ("Kop2", Some(2)),
            ("Eigen", Some(2)),
            ("Plat", None),
            ("Thema", Some(3)),
            ("Titel", Some(1)),
            ("A", None),
            ("Kop1", Some(1)),
            ("Heading3", Some(3)),
            ("Koptekst", None),
            ("Heading", None),
            ("Kop10", None),
        ];
        for (style, expected) in cases {
            assert_eq!(styles.paragraph(&paragraph(style)).heading, expected, "{style}");
        }
        let own = ParagraphProperties { outline: Some(Outline::Body), ..paragraph("Kop2") };
        assert_eq!(styles.paragraph(&own).heading, None);
    }

    #[test]
    fn bold_from_run_style_and_paragraph() {
        let styles = styles(
            "<w:style w:type='paragraph' w:styleId='Naam'><w:rPr><w:b/></w:rPr></w:style>
             <w:style w:type='paragraph' w:styleId='Kind'><w:basedOn w:val='Naam'/></w:style>
             <w:style w:type='paragraph' w:styleId='Niet'><w:basedOn w:val='Naam'/>
               <w:rPr><w:b w:val='0'/></w:rPr></w:style>
             <w:style w:type='character' w:styleId='Sterk'><w:rPr><w:b/></w:rPr></w:style>",
        );
        let run = |style: Option<&str>, bold| RunProperties { style: style.map(str::to_owned), bold, hidden: None };
        let cases = [
            ("Standaard", run(None, None), false),
            ("Standaard", run(None, Some(true)), true),
            ("Standaard", run(Some("Sterk"), None), true),
            ("Standaard", run(Some("Sterk"), Some(false)), false),
            ("Naam", run(None, None), true),
            ("Kind", run(None, None), true),
            ("Niet", run(None, None), false),
            ("Naam", run(None, Some(false)), false),
            ("Naam", run(Some("Sterk"), None), false),
        ];
        for (style, properties, expected) in cases {
            let look = styles.run(styles.paragraph(&paragraph(style)), &properties);
            assert_eq!(look.bold, expected, "{style} {properties:?}");
        }
    }
}
