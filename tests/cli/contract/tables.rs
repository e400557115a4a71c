//! Tables as people read them and as spreadsheets take them.

use crate::cli::desk::Desk;
use insta::assert_snapshot;

#[test]
fn a_taxonomy_in_columns() {
    let desk = Desk::small();
    assert_snapshot!(desk.does(&["taxonomy"]).stdout, @r###"
Thuis: thema's (N=2) en labels (N=3)
2 casussen en 5 respondenten
──────────────────────────────────
Thema / label           Casussen
──────────────────────────────────
Binnenskamers houden*        2/2
  Voor het dorp              2/2
  Stilte in huis             2/2

Hulp van buiten              2/2
  Buren en dorp              2/2
  vast gezicht               1/2
──────────────────────────────────
* Ook wat de buren zien
Achter elke naam staat het aantal casussen waarin die voorkomt; tegenvoorbeelden tellen niet mee.
"###);
}

#[test]
fn a_taxonomy_in_lines() {
    let desk = Desk::small();
    assert_snapshot!(desk.does(&["taxonomy", "--layout", "outline", "--format", "md"]).stdout, @r###"
**Thuis: thema's (N=2) en labels (N=3)**

2 casussen en 5 respondenten

| Nr. | Thema | Kernzin | Label | Codes | Komt voor in | Respondenten (N=5) | Fragmenten | Tegenvoorbeelden |
| --- | --- | --- | --- | --- | ---: | ---: | ---: | ---: |
| **1** | **Binnenskamers houden\*** | **Wat thuis gebeurt, blijft thuis.** |  |  | **2 van 2 casussen** | **3** | **5** | **1** |
| 1.1 |  |  | Voor het dorp | vuile was; schaamte | 2 van 2 casussen | 2 | 3 | 1 |
| 1.2 |  |  | Stilte in huis | stil zijn | 2 van 2 casussen | 2 | 2 | 0 |
| **2** | **Hulp van buiten** |  |  | **vast gezicht** | **2 van 2 casussen** | **3** | **3** | **1** |
| 2.1 |  |  | Buren en dorp | buren helpen | 2 van 2 casussen | 2 | 2 | 1 |
|  | **Totaal** |  |  |  | **2 van 2 casussen** | **4** | **8** | **2** |

\* Ook wat de buren zien
"###);
}

#[test]
fn the_caption_has_the_words_of_the_project() {
    let desk = Desk::small();
    let caption = |expected: &str| {
        for format in ["text", "md"] {
            desk.does(&["taxonomy", "--format", format]).shows(&[expected]);
        }
    };
    caption("Thuis: thema's (N=2) en labels (N=3)");
    desk.does(&["settings", "--levels", "code-kernlabel-thema"]);
    caption("Thuis: thema's (N=2) en kernlabels (N=3)");
    desk.does(&["settings", "--levels", "code-categorie-kerncategorie"]);
    caption("Thuis: kerncategorieën (N=2) en categorieën (N=3)");
    desk.does(&["settings", "--levels", "code-subthema-thema"]);
    caption("Thuis: thema's (N=2) en subthema's (N=3)");
    desk.does(&["settings", "--levels", "code-label-thema", "--project-language", "en"]);
    caption("Thuis: themes (N=2) and labels (N=3)");
}

#[test]
fn the_caption_stands_in_the_report_letter_by_letter() {
    let desk = Desk::small();
    desk.does(&["report", "--out", "rapport"]);
    let pages: Vec<_> = std::fs::read_dir(desk.at("rapport")).unwrap().map(|entry| entry.unwrap().path()).collect();
    let html = pages.iter().filter(|path| path.extension().is_some_and(|ending| ending == "html"));
    let captions = html.filter(|path| {
        let page = std::fs::read_to_string(path).unwrap().replace("&#39;", "'").replace("&#x27;", "'");
        page.contains("Thuis: thema's (N=2) en labels (N=3)")
    });
    assert!(captions.count() >= 1, "no page has the caption");
}

#[test]
fn piped_output_is_not_wrapped() {
    let desk = Desk::small();
    let long = "Wat de buren, de kerk, de winkel en de hele straat volgens de netwerkleden van elkaar weten, zeggen, \
                verzwijgen en denken te weten over wat er achter de voordeur van dit gezin aan de hand is geweest";
    assert!((190..=200).contains(&long.chars().count()), "{}", long.chars().count());
    desk.does(&["code", "rename", "Voor het dorp", long]);
    for arguments in [
        &["taxonomy"][..],
        &["taxonomy", "--layout", "outline"],
        &["taxonomy", "--format", "md"],
        &["taxonomy", "--format", "csv"],
        &["codebook", "show"],
        &["codebook", "export"],
    ] {
        let outcome = desk.does(arguments);
        assert!(outcome.stdout.lines().any(|line| line.contains(long)), "{arguments:?}\n{}", outcome.stdout);
    }
    let words = "woord ".repeat(400);
    desk.write("lang.txt", format!("Riek: {words}\n\nRiek: ja\n"));
    desk.does(&["import", "lang.txt"]);
    for arguments in [&["show", "lang"][..], &["search", "woord"]] {
        assert!(desk.does(arguments).stdout.contains(words.trim_end()), "{arguments:?}");
    }
}

#[test]
fn csv_is_one_record_per_row() {
    let desk = Desk::small();
    for arguments in [
        &["transcripts"][..],
        &["cases"],
        &["participants"],
        &["codebook", "show"],
        &["quotes"],
        &["taxonomy"],
        &["taxonomy", "--layout", "outline", "--by", "role"],
        &["search", "de"],
        &["history"],
    ] {
        let content = desk.does(&[arguments, &["--format", "csv"]].concat()).stdout;
        let mut reader = csv::Reader::from_reader(content.as_bytes());
        let width = reader.headers().unwrap().len();
        let rows = reader.records().map(|row| assert_eq!(row.unwrap().len(), width)).count();
        assert!(rows > 1, "{arguments:?}: {content}");
        assert!(!content.starts_with('\u{feff}'), "{arguments:?}: {content}");
    }
}

#[test]
fn the_ending_of_the_file_says_the_format() {
    let desk = Desk::small();
    for (ending, format) in [("csv", "csv"), ("md", "md"), ("json", "json"), ("txt", "text")] {
        let file = format!("tabel.{ending}");
        desk.does(&["taxonomy", "--out", &file]).says(&[&file]);
        assert_eq!(desk.text(&file), desk.does(&["taxonomy", "--format", format]).stdout, "{file}");
    }
    for arguments in [
        &["taxonomy", "--out", "tabel.xlsx"][..],
        &["codings", "export", "coderingen.xlsx"],
        &["codebook", "export", "codeboek.docx"],
    ] {
        let outcome = desk.leaves_alone(arguments);
        assert!(matches!(outcome.code, Some(1 | 2)), "an unknown ending was taken: {outcome:?}");
        outcome.says(&[arguments.last().unwrap().split_once('.').unwrap().1]);
    }
}

#[test]
#[cfg(unix)]
fn files_can_be_read_by_whoever_may_read_the_folder() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::small();
    let mode = |name: &str| desk.at(name).metadata().unwrap().permissions().mode() & 0o777;
    desk.write("gewoon.txt", "zoals elk nieuw bestand");
    desk.does(&["codings", "export", "coderingen.csv"]);
    desk.does(&["taxonomy", "--out", "tabel.md"]);
    desk.does(&["backup", "kopie.codeboom"]);
    for name in ["coderingen.csv", "tabel.md", "kopie.codeboom"] {
        assert_eq!(mode(name), mode("gewoon.txt"), "{name}");
    }
    desk.write("codeboek.toml", "");
    std::fs::set_permissions(desk.at("codeboek.toml"), std::fs::Permissions::from_mode(0o664)).unwrap();
    desk.does(&["codebook", "export", "codeboek.toml", "-p", "studie.codeboom"]);
    assert_eq!(mode("codeboek.toml"), 0o664, "a file that is written over keeps who may use it");
}
