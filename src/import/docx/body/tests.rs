//! The rules of the running text, as tables of Word's tags and the text they give. A word in square brackets is short
//! for a run of text, `[b|…]` for one in bold, `[v|…]` for a hidden one.

use super::super::xml::Budget;
use super::*;
use crate::import::Notice;

fn read_body(inner: &str) -> Result<(Lines, Tally), Unreadable> {
    let source = format!(
        "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'
            xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' xmlns:m='{}' xmlns:a='drawing'
            xml:space='preserve'><w:body>{}</w:body></w:document>",
        "http://schemas.openxmlformats.org/officeDocument/2006/math",
        runs(inner),
    );
    let mut budget = Budget::default();
    super::read(&mut Xml::new("word/document.xml", source.as_bytes(), &mut budget), &Styles::default())
}

fn runs(shorthand: &str) -> String {
    shorthand
        .replace("[b|", "<w:r><w:rPr><w:b/></w:rPr><w:t>")
        .replace("[v|", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>")
        .replace('[', "<w:r><w:t>")
        .replace(']', "</w:t></w:r>")
}

fn text(inner: &str) -> String {
    read_body(inner).expect("the body is good").0.text
}

#[test]
fn paragraphs_and_what_stands_in_them() {
    let cases = [
        ("<w:p>[Anna: ][zo'n dag]</w:p><w:p/><w:p>[’s avonds]</w:p>", "Anna: zo'n dag\n\n’s avonds"),
        ("<w:p>[Jo][e][\u{308}l 👍 &amp; &#235;]</w:p>", "Joël 👍 & ë"),
        ("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/></w:r></w:p>", "a\tb\nc\n"),
        ("<w:p><w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr>[a]</w:p>", "a"),
        ("<w:p><w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>mail</w:t><w:softHyphen/></w:r></w:p>", "e\u{2011}mail\u{AD}"),
        ("<w:p><w:r><w:sym w:font='Wingdings' w:char='F04A'/></w:r></w:p>", "☺"),
        ("<w:p><w:r><w:t xml:space='default'>  a \n b  </w:t></w:r>[ c\nd]</w:p>", "a   b c d"),
        ("<w:p><w:hyperlink>[a]</w:hyperlink><w:smartTag>[b]</w:smartTag></w:p>", "ab"),
        ("<w:sdt><w:sdtPr><w:t>x</w:t></w:sdtPr><w:sdtContent><w:p>[a]</w:p></w:sdtContent></w:sdt>", "a"),
        ("<w:p><m:oMath><m:r><w:rPr><w:b/></w:rPr><m:t>x+1</m:t></m:r></m:oMath><a:t>niet</a:t></w:p>", "x+1"),
        ("<w:nieuw><w:p>[a]</w:p></w:nieuw>[los]", "a\nlos"),
        ("<w:p>[a]<w:p>[b]</w:p>[c]</w:p>", "a\nb\nc"),
    ];
    for (inner, expected) in cases {
        assert_eq!(text(inner), expected, "{inner}");
    }
}

#[test]
fn tables_are_lines_of_cells() {
    let cell = |inner: &str| format!("<w:tc><w:tcPr/>{inner}</w:tc>");
    let row = |cells: &[&str]| format!("<w:tr>{}</w:tr>", cells.iter().map(|inner| cell(inner)).collect::<String>());
    let table = |rows: &[String]| format!("<w:tbl><w:tblPr/>{}</w:tbl>", rows.concat());
    let dialogue = table(&[
        row(&["<w:p>[Anna]</w:p>", "<w:p>[zo'n dag]</w:p><w:p/><w:p>[ja]</w:p>"]),
        row(&["<w:p>[Riek]</w:p>", "<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r></w:p>"]),
    ]);
    let frame = table(&[row(&["<w:p>[a]</w:p><w:p/><w:p>[b]</w:p>"])]);
    let nested = table(&[row(&["<w:p>[x]</w:p>", &format!("<w:p>[y]</w:p>{dialogue}<w:p/>")])]);
    let cases = [
        (dialogue, "Anna\tzo'n dag ja\nRiek\ta b c"),
        (frame, "a\n\nb"),
        (nested, "x\ty Anna zo'n dag ja Riek a b c"),
        (format!("<w:p>[voor]</w:p>{}<w:p>[na]</w:p>", table(&[row(&["<w:p/>", "<w:p/>"])])), "voor\n\t\nna"),
        ("<w:tbl><w:tr/></w:tbl><w:tc><w:p>[los]</w:p></w:tc>".into(), "los"),
    ];
    for (inner, expected) in cases {
        assert_eq!(text(&inner), expected, "{inner}");
    }
}

#[test]
fn tracked_changes_are_read_as_accepted() {
    let mark = |change: &str| format!("<w:pPr><w:rPr><w:{change} w:id='1'/></w:rPr></w:pPr>");
    let deleted = mark("del");
    let inserted = mark("ins");
    let cases = [
        ("<w:p>[a]<w:del><w:r><w:delText>weg</w:delText></w:r></w:del><w:ins>[b]</w:ins></w:p>".into(), "ab", 1, 1),
        ("<w:p><w:moveFrom>[a]</w:moveFrom>[b]<w:moveTo>[a]</w:moveTo></w:p>".into(), "ba", 1, 1),
        ("<w:p><w:ins><w:del>[nooit]</w:del></w:ins>[a]</w:p>".into(), "a", 0, 1),
        (format!("<w:p>{deleted}[een ]</w:p><w:p>[twee]</w:p>"), "een twee", 0, 0),
        (format!("<w:p>{inserted}[een]</w:p><w:p>[twee]</w:p>"), "een\ntwee", 0, 0),
        (format!("<w:p>{deleted}<w:del>[weg]</w:del></w:p><w:p>[a]</w:p>"), "a", 0, 1),
        (format!("<w:p>[a]</w:p><w:p>{deleted}<w:del>[weg]</w:del></w:p>"), "a", 0, 1),
        ("<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>[weg]</w:p></w:tc></w:tr><w:p>[a]</w:p>".into(), "a", 0, 1),
        (
            "<w:p>[a]<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>b</w:t></w:r></w:p>"
                .into(),
            "ab",
            0,
            0,
        ),
    ];
    for (inner, expected, inserted, deleted) in cases {
        let (lines, tally) = read_body(&inner).expect("the body is good");
        assert_eq!((&*lines.text, tally.inserted, tally.deleted), (expected, inserted, deleted), "{inner}");
    }
}

#[test]
fn fields_give_their_result_and_broken_ones_cost_nothing() {
    let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>");
    let (begin, separate, end) = (mark("begin"), mark("separate"), mark("end"));
    let ask = "<w:r><w:instrText>PAGE</w:instrText></w:r>";
    let cases = [
        (format!("<w:p>[a]{begin}{ask}{separate}[1]{end}[b]</w:p>"), "a1b"),
        (format!("<w:p>{begin}{ask}{begin}{ask}{separate}[binnen]{end}{separate}[buiten]{end}</w:p>"), "buiten"),
        ("<w:p><w:fldSimple w:instr='PAGE'>[2]</w:fldSimple></w:p>".to_owned(), "2"),
        (format!("<w:p>{begin}{begin}[a]</w:p><w:p>[b]{end}{end}{separate}[c]</w:p>"), "\nbc"),
        (format!("<w:p>{begin}[a]</w:p><w:p>[b]</w:p>"), "a\nb"),
    ];
    for (inner, expected) in cases {
        assert_eq!(text(&inner), expected, "{inner}");
    }
}

#[test]
fn what_stands_beside_the_text_is_counted() {
    let boxed = "<w:txbxContent><w:p>[in een kader]</w:p></w:txbxContent>";
    let choice = format!("<mc:Choice><w:r><a:wsp>{boxed}<a:blip/></a:wsp></w:r></mc:Choice>");
    let fallback = format!("<mc:Fallback><w:r><w:pict>{boxed}</w:pict></w:r></mc:Fallback>");
    let (_, tally) = read_body(&format!(
        "<w:p>[a]<mc:AlternateContent>{choice}{fallback}</mc:AlternateContent>
           <w:r><w:footnoteReference w:id='2'/><w:endnoteReference/></w:r>
           <w:r><w:commentReference/></w:r><w:r><w:commentReference/></w:r>
           <w:r><w:object><a:imagedata/></w:object></w:r>
           [v|geheim]</w:p>
         <w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>[punt]</w:p>
         <w:p><w:pPr><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr>[geen]</w:p>
         <w:tr><w:tc><w:p>[a]</w:p></w:tc><w:tc><w:p>[b]</w:p><w:p>[c]</w:p></w:tc></w:tr>"
    ))
    .expect("the body is good");
    let expected = [
        (LeftOut::Footnotes, 1),
        (LeftOut::Endnotes, 1),
        (LeftOut::Comments, 2),
        (LeftOut::TextBoxes, 1),
        (LeftOut::Pictures, 1),
        (LeftOut::Embedded, 1),
        (LeftOut::HiddenText, 1),
        (LeftOut::ListNumbers, 1),
    ];
    let expected = expected.map(|(what, count)| Notice::LeftOut { what, count });
    assert_eq!(tally.notices(), [&[Notice::CellsJoined { cells: 1 }], &expected[..]].concat());
}

#[test]
fn one_of_several_forms_is_taken() {
    let forms = |inner: &str| text(&format!("<w:p><mc:AlternateContent>{inner}</mc:AlternateContent></w:p>"));
    assert_eq!(forms("<mc:Choice>[a]</mc:Choice><mc:Choice>[b]</mc:Choice><mc:Fallback>[c]</mc:Fallback>"), "a");
    assert_eq!(forms("<mc:Fallback>[c]</mc:Fallback>"), "c");
}

#[test]
fn bold_and_headings_are_ranges_over_the_text() {
    let (lines, _) = read_body(
        "<w:p><w:pPr><w:outlineLvl w:val='0'/></w:pPr>[Gesprek één]</w:p><w:p>[b|Joe\u{308}l][b|:][ ja ][b|heel]</w:p>
         <w:tr><w:tc><w:p>[b|Anna]</w:p></w:tc><w:tc><w:p>[zo'n]</w:p></w:tc></w:tr>",
    )
    .expect("the body is good");
    assert_eq!(lines.text, "Gesprek één\nJoël: ja heel\nAnna\tzo'n");
    let words = |span: &crate::model::Span| span.of(&lines.text).to_owned();
    assert_eq!(lines.hints.bold.iter().map(words).collect::<Vec<_>>(), ["Joël:", "heel", "Anna"]);
    assert_eq!(
        lines.hints.paragraphs.iter().map(words).collect::<Vec<_>>(),
        lines.text.split('\n').collect::<Vec<_>>()
    );
    assert_eq!(lines.hints.headings.len(), 1);
    assert_eq!((words(&lines.hints.headings[0].span), lines.hints.headings[0].level), ("Gesprek één".to_owned(), 1));
}

#[test]
fn what_is_no_word_text_is_refused() {
    let mut budget = Budget::default();
    let mut xml = Xml::new("xl/workbook.xml", &b"<workbook><body>a</body></workbook>"[..], &mut budget);
    assert_eq!(super::read(&mut xml, &Styles::default()).err(), Some(Unreadable::NoDocument));
}
