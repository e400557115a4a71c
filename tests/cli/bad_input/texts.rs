//! Files that cannot be taken in.

use crate::cli::desk::Desk;
use crate::cli::small_study;
use std::io::{Cursor, Write};
use zip::write::{SimpleFileOptions, ZipWriter};

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A Word document of these parts.
fn docx(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn document(before: &str, words: &str) -> Vec<u8> {
    let body = format!("<w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body>");
    let text = format!("<?xml version='1.0'?>{before}<w:document xmlns:w='{WORD}'>{body}</w:document>");
    let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    let types = format!("<Types><Override PartName='/word/document.xml' ContentType='{kind}'/></Types>");
    let to = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
    let relations = format!("<Relationships><Relationship Type='{to}' Target='word/document.xml'/></Relationships>");
    docx(&[("[Content_Types].xml", &types), ("_rels/.rels", &relations), ("word/document.xml", &text)])
}

#[test]
fn a_file_that_is_no_text_is_refused_by_name_with_the_way_out() {
    let good = document("", "Riek: zo'n dorp is dit.");
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    png.extend([0; 40]);
    let cases: &[(&str, Vec<u8>, &[&str])] = &[
        ("leeg.txt", Vec::new(), &["geen tekst"]),
        ("wit.md", b" \r\n\t\n".to_vec(), &["geen tekst"]),
        ("ruis.txt", b"Riek: ja\0\x01\x02\x03nee".to_vec(), &["geen tekst", ".txt of .docx"]),
        ("foto.txt", png, &["afbeelding", "tekstherkenning"]),
        ("artikel.txt", b"%PDF-1.7\n%\xE2\xE3".to_vec(), &["pdf", ".docx"]),
        ("opname.mp3", b"ID3".to_vec(), &[".mp3", ".txt, .md en .docx"]),
        ("gesprek", b"Riek: ja".to_vec(), &["uitgang", ".txt, .md en .docx"]),
        ("nep.docx", b"Riek: ja".to_vec(), &["geen Word-document"]),
        ("af.docx", good[..good.len() - 40].to_vec(), &["einde ontbreekt", "opnieuw"]),
        ("half.docx", good[..good.len() / 2].to_vec(), &["einde ontbreekt", "opnieuw"]),
        ("vreemd.docx", document("<!DOCTYPE x [<!ENTITY a 'b'>]>", "&a;"), &["word/document.xml", "Word"]),
        ("tabel.docx", docx(&[("xl/workbook.xml", "<workbook/>")]), &["geen Word-tekst", ".docx"]),
        ("stuk.docx", document("", "Riek: <w:b>ja</w:t>"), &["word/document.xml"]),
    ];
    let desk = Desk::small();
    for (name, bytes, parts) in cases {
        desk.write(name, bytes);
        desk.refuses(&["import", name]).says(&[&format!("‘{name}’")]).says(parts);
        desk.refuses(&["import", name, "--dry-run"]).says(&[name]);
        desk.refuses(&["correct", "jan", name]).says(&[name]);
    }
    desk.write("goed.docx", good);
    desk.does(&["import", "goed.docx"]);
    desk.does(&["show", "goed"]).shows(&["zo'n dorp is dit."]);
}

#[test]
fn a_document_that_unpacks_to_gigabytes_is_refused_in_little_memory() {
    let desk = Desk::small();
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let dense = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    zip.start_file("word/document.xml", dense).unwrap();
    let megabyte = vec![b' '; 1 << 20];
    for _ in 0..210 {
        zip.write_all(&megabyte).unwrap();
    }
    desk.write("bom.docx", zip.finish().unwrap().into_inner());
    // The limit is on the whole process: more and it would be ended.
    let arguments = ["-c", "ulimit -v 1000000; exec \"$0\" import bom.docx", env!("CARGO_BIN_EXE_codeboom")];
    let before = desk.history();
    let output = desk.prepare(std::process::Command::new("sh"), &arguments).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("‘bom.docx’") && !said.contains("memory"), "{said}");
    assert_eq!(desk.history(), before);
}

#[test]
fn a_path_that_is_not_there_is_refused() {
    let desk = Desk::small();
    desk.refuses(&["import", "interviews"]).says(&["‘interviews’ bestaat niet"]);
    desk.refuses(&["import", "a.txt", "b.txt"]).says(&["‘a.txt’"]);
    desk.refuses(&["correct", "jan", "weg.txt"]).says(&["‘weg.txt’"]);
    desk.refuses(&["import", "--participants", "weg.csv"]).says(&["‘weg.csv’"]);
    desk.refuses(&["codebook", "import", "weg.toml"]).says(&["‘weg.toml’"]);
    desk.refuses(&["codings", "import", "weg.csv"]).says(&["‘weg.csv’"]);
    desk.refuses(&["search", "--from", "weg.txt"]).says(&["‘weg.txt’"]);
    std::fs::create_dir(desk.at("map")).unwrap();
    desk.refuses(&["codings", "import", "map"]).says(&["‘map’", "map, geen bestand"]);
}

#[test]
fn a_folder_with_nothing_to_read_is_refused() {
    let desk = Desk::small();
    std::fs::create_dir(desk.at("leeg")).unwrap();
    desk.refuses(&["import", "leeg"]).says(&["‘leeg’", ".txt, .md en .docx"]);
    desk.write("map/.geheim.txt", "Riek: ja");
    desk.write("map/~$gesprek.docx", "slot");
    desk.write("map/foto.jpg", "x");
    desk.write("map/onder/lijst.xlsx", "x");
    let said = desk.refuses(&["import", "map"]).says(&["‘map’"]);
    said.says(&[".geheim.txt", "~$gesprek.docx", "foto.jpg", "onder/lijst.xlsx"]);
}

#[test]
fn what_is_skipped_in_a_folder_is_said_and_the_rest_comes_in() {
    let desk = Desk::new();
    desk.write("map/riek.txt", "Riek: ja\n");
    desk.write("map/.verborgen.txt", "Riek: nee\n");
    desk.write("map/foto.jpg", "x");
    desk.does(&["import", "map"]).says(&[".verborgen.txt", "foto.jpg", "1 transcript"]);
    assert_eq!(desk.json(&["transcripts"])["total"], 1);
}

#[test]
fn a_bad_file_is_named_and_does_not_stop_the_good_ones() {
    let desk = Desk::new();
    small_study::put(&desk);
    desk.write("teksten/leeg.txt", "");
    desk.write("teksten/nep.docx", "x");
    desk.run(&["import", "teksten", "--participants", "respondenten.csv"]).ended(1).says(&[
        "‘leeg.txt’",
        "‘nep.docx’",
        "4 transcripten",
    ]);
    assert_eq!((desk.json(&["transcripts"])["total"].clone(), desk.steps()), (4.into(), 2), "one step");
    assert_eq!(desk.json(&["participants"])["total"], 5);
}

#[test]
fn a_participants_row_of_a_file_that_failed_waits() {
    let desk = Desk::new();
    small_study::put(&desk);
    desk.write("teksten/jan.txt", "");
    let outcome = desk.run(&["import", "teksten", "--participants", "respondenten.csv"]).ended(1);
    outcome.says(&["‘jan.txt’", "3 transcripten", "‘jan’"]);
    assert_eq!(desk.json(&["transcripts"])["total"], 3);
}

#[test]
fn the_same_text_is_skipped_and_another_text_of_that_name_refused() {
    let desk = Desk::small();
    small_study::put(&desk);
    desk.leaves_alone(&["import", "teksten/jan.txt"]).ended(0).says(&["‘jan.txt’", "‘jan’"]);
    desk.write("kopie.txt", desk.bytes("teksten/jan.txt"));
    desk.leaves_alone(&["import", "kopie.txt"]).ended(0).says(&["‘kopie.txt’", "‘jan’"]);
    desk.write("nieuw/jan.txt", "Jan: Iets anders.\n");
    desk.refuses(&["import", "nieuw/jan.txt"]).says(&["‘jan’", "`codeboom correct jan nieuw/jan.txt`"]);
    desk.refuses(&["import", "nieuw"]).says(&["`codeboom correct jan nieuw/jan.txt`"]);
    desk.does(&["correct", "jan", "nieuw/jan.txt"]);
    desk.refuses(&["correct", "jan", "nieuw/jan.txt"]).says(&["‘jan’", "al precies zo"]);
    desk.refuses(&["correct", "jantje", "nieuw/jan.txt"]).says(&["‘jantje’", "‘jan’"]);
}

/// Five megabytes in one file stand for the fifty that are promised, which take half a minute without optimisation; the
/// bound itself is far above both.
#[test]
fn a_very_large_text_works() {
    let desk = Desk::new();
    let turn = "Riek: Ach, je hangt de vuile was niet buiten, en zo'n dorp is dit; ’s avonds is het stil.\n\n";
    let mut text = turn.repeat(5_000_000 / turn.len());
    text.push_str("Riek: Alleen hier staat een naald.\n");
    desk.write("groot.txt", &text);
    desk.does(&["import", "groot.txt"]);
    let hit = desk.json(&["search", "naald"]);
    assert_eq!(hit["total"], 1);
    assert_eq!(hit["hits"][0]["span"]["end"].as_u64().unwrap() as usize + 1, text.chars().count());
    desk.does(&["code", "apply", "naald", "--new", "--in", "groot", "--quote", "Alleen hier"]);
    desk.is_sound();
}
