//! Codebooks that are wrong, and verbs on codes that cannot be done.

use crate::cli::desk::Desk;

#[test]
fn toml() {
    let long = "waarover niemand praat ".repeat(131);
    let long = format!("title = \"X\"\n[[theme]]\nname = \"{}\"\n", long.trim_end());
    let deep = (0..80).map(|at| format!("[[theme{}]]\nname = \"c{at}\"\n", ".code".repeat(at))).collect::<String>();
    let cases: &[(&str, &[&str])] = &[
        ("", &["leeg"]),
        (
            "title = \"X\"\n[[theme]]\nname = \"a\"\n\n[[theme]]\nname = \"A\"\n",
            &["regel 6", "‘A’", "regel 2", "also = true"],
        ),
        (
            "title = \"X\"\n[[theme]]\nname = \"a\"\n[[theme.label]]\nname = \"b\"\n[[theme.label.code]]\nname = \"a\"\n",
            &["regel 7", "‘a’", "regel 2"],
        ),
        ("title = \"X\"\n[[theme]]\nname = \"a\"\ndefinitie = \"b\"\n", &["regel 4", "‘definitie’", "‘definition’"]),
        ("title = \"X\"\n[[theme]]\nnaam = \"a\"\n", &["regel 3", "‘naam’", "‘name’"]),
        ("title = \"X\"\n[[thema]]\nname = \"a\"\n", &["regel 2", "‘thema’", "‘theme’"]),
        ("title = \"X\"\n[[theme]]\nname = a\n", &["regel 3", "aanhalingstekens"]),
        ("title = \"X\"\n[[theme]\nname = \"a\"\n", &["regel 2"]),
        ("title = \"X\"\ntitle = \"Y\"\n", &["‘title’", "twee keer"]),
        ("title = 5\n", &["regel 1", "‘title’", "tekst"]),
        ("title = \"X\"\n[[theme]]\nname = \"\"\n", &["regel 3", "leeg"]),
        ("title = \"X\"\n[[theme]]\ndefinition = \"b\"\n", &["regel 2", "‘name’"]),
        ("title = \"X\"\n[[theme]]\nname = \"a\"\ncolor = \"rood\"\n", &["regel 4", "‘rood’", "#rrggbb"]),
        ("title = \"X\"\n[[theme]]\nname = \"a\"\nstatus = \"klaar\"\n", &["regel 4", "‘klaar’", "‘vastgesteld’"]),
        ("title = \"X\"\n[footnotes]\n\"a\" = \"b\"\n", &["regel 3", "‘a’", "\"*\""]),
        ("title = \"X\"\ncases = \"casus:(\"\n", &["‘casus:(’"]),
        (&long, &["regel 3", "3\u{202f}012 tekens", "200", "`statement`"]),
        (&format!("title = \"X\"\n{deep}"), &["onder elkaar"]),
        ("Interviewer: dag\n", &["regel 1"]),
        ("\0\x01", &["geen tekstbestand"]),
    ];
    let desk = Desk::small();
    for (content, parts) in cases {
        desk.write("boek.toml", content);
        let answer = desk.refuses(&["codebook", "import", "boek.toml"]).says(parts);
        // A scope is shown as a query with its place underlined; it belongs to no line of the file.
        if !content.contains("casus:(") {
            answer.says(&["‘boek.toml’"]);
        }
    }
}

#[test]
fn csv() {
    let cases: &[(&str, &[&str])] = &[
        ("", &["leeg"]),
        ("taxonomy,name,parent\nX,a,\n", &["regel 1", "‘level’"]),
        ("taxonomy,level,name,parent,kleurtje\nX,theme,a,,\n", &["regel 1", "‘kleurtje’"]),
        ("taxonomy,level,name,parent\nX,theme,a,\nX,code,b,a\nX,code,b,a\n", &["regel 4", "‘b’", "regel 3"]),
        (
            "taxonomy,level,name,parent\nX,theme,a,\nX,code,b,c\nX,code,c,d\nX,code,d,b\n",
            &["kring", "‘b’", "‘c’", "‘d’"],
        ),
        ("taxonomy,level,name,parent\nX,code,a,a\n", &["‘a’", "kring"]),
        ("taxonomy,level,name,parent\nX,theme,zorg,\nX,label,b,zorgg\n", &["regel 3", "‘zorgg’", "‘zorg’"]),
        ("taxonomy,level,name,parent\nX,niveau 3,a,\n", &["regel 2", "‘niveau 3’", "‘label’"]),
        ("taxonomy,level,name,parent\nX,theme,a,\nX,theme,b,a\n", &["regel 3", "een thema kan niet onder een thema"]),
        ("taxonomy,level,name,parent\nX,theme,\"a,\n", &["regel 2", "aanhalingsteken"]),
        ("taxonomy,level,name,parent\nX,theme,,\n", &["regel 2", "leeg"]),
    ];
    let desk = Desk::small();
    for (content, parts) in cases {
        desk.write("boek.csv", content);
        desk.refuses(&["codebook", "import", "boek.csv"]).says(&["‘boek.csv’"]).says(parts);
    }
    desk.write("goed.toml", "title = \"Goed\"\n[[theme]]\nname = \"goed\"\n");
    desk.refuses(&["codebook", "import", "goed.toml", "boek.csv"]).says(&["‘boek.csv’"]);
}

#[test]
fn a_file_that_turns_a_branch_round() {
    let desk = Desk::small();
    desk.does(&["code", "add", "onder", "--under", "vuile was"]);
    desk.write("om.csv", "taxonomy,level,name,parent\nThuis,code,onder,Voor het dorp\nThuis,label,Voor het dorp,\n");
    desk.does(&["codebook", "import", "om.csv"]);
    desk.write("kring.csv", "taxonomy,level,name,parent\nThuis,code,vuile was,onder\nThuis,code,onder,vuile was\n");
    desk.refuses(&["codebook", "import", "kring.csv"]).says(&["‘vuile was’", "‘onder’"]);
}

#[test]
fn verbs_on_codes() {
    let desk = Desk::small();
    let long = "x".repeat(3000);
    let cases: &[(&[&str], &[&str])] = &[
        (&["add", "Schaamte"], &["‘schaamte’", "codeboom code merge"]),
        (&["add", ""], &["leeg"]),
        (&["add", "twee\nregels"], &["regel"]),
        (&["add", &long], &["3\u{202f}000 tekens", "200"]),
        (&["add", "nieuw", "--under", "Voor het drop"], &["‘Voor het drop’", "‘Voor het dorp’"]),
        (&["add", "nieuw", "--color", "blauw"], &["‘blauw’", "#rrggbb"]),
        (&["add", "nieuw", "--taxonomy", "Thuiss"], &["‘Thuiss’", "‘Thuis’"]),
        (&["add", "nieuw", "--under", "zelf redden"], &["‘zelf redden’", "codeboom code place"]),
        (&["rename", "schamte", "gêne"], &["‘schamte’", "‘schaamte’"]),
        (&["rename", "schaamte", "stil zijn"], &["‘stil zijn’", "codeboom code merge"]),
        (&["rename", "schaamte", &long], &["3\u{202f}000 tekens", "200"]),
        (&["move", "Voor het dorp", "--under", "vuile was"], &["‘vuile was’ staat zelf onder ‘Voor het dorp’"]),
        (&["move", "Binnenskamers houden", "--under", "Binnenskamers houden"], &["onder zichzelf"]),
        (&["move", "zelf redden", "--under", "Voor het dorp"], &["‘zelf redden’", "codeboom code place"]),
        (&["place", "schaamte", "--under", "Stilte in huis"], &["‘Voor het dorp’", "--also"]),
        (&["unplace", "zelf redden"], &["‘zelf redden’", "‘Thuis’"]),
        (&["merge", "schaamte", "--into", "schaamte"], &["‘schaamte’", "twee"]),
        (&["merge", "schaamte", "--into", "stilzijn"], &["‘stilzijn’", "‘stil zijn’"]),
        (&["split", "schaamte", "gêne", "--case", "9"], &["casus ‘9’"]),
        (&["split", "schaamte", "gêne", "--case", "1"], &["‘schaamte’", "codeboom quotes --code schaamte"]),
        (&["split", "schaamte", "vuile was", "--participant", "Toos"], &["‘vuile was’"]),
        (&["delete", "schaamtes"], &["‘schaamtes’", "‘schaamte’"]),
        (&["redefine", "schaamte", "--color", "#12"], &["‘#12’", "#rrggbb"]),
        (&["level", "schamte", "thema"], &["‘schamte’", "‘schaamte’"]),
    ];
    for (arguments, parts) in cases {
        desk.refuses(&[&["code"], *arguments].concat()).says(parts);
    }
}
