//! Tables of codings and of participants that are wrong: every wrong place is named, nothing is taken over.

use crate::cli::desk::Desk;

/// A table that is refused, and what is said.
type Case = (&'static str, &'static [&'static str]);

fn refused(command: &[&str], cases: &[Case]) {
    let desk = Desk::small();
    for (table, parts) in cases {
        desk.write("tabel.csv", table);
        desk.refuses(&[command, &["tabel.csv"]].concat()).says(&["‘tabel.csv’"]).says(parts);
    }
}

#[test]
fn codings() {
    refused(
        &["codings", "import"],
        &[
            ("", &["leeg"]),
            ("\0\x01\x02", &["geen tekstbestand", "CSV"]),
            ("transcript,quote\njan,de was\n", &["regel 1", "‘code’"]),
            ("quote,code\nde was,schaamte\n", &["regel 1", "‘transcript’"]),
            ("transcript,code\njan,schaamte\n", &["‘quote’"]),
            ("transcript,quote,kode\njan,de was,schaamte\n", &["‘kode’", "‘code’"]),
            ("transcript,quote,code\njan,\"De was,schaamte\n", &["regel 2", "aanhalingsteken", "\"\""]),
            ("transcript,quote,code\njan,\"De \"was\" doe\",schaamte\n", &["regel 2", "aanhalingsteken"]),
            (
                "transcript,quote,code\njan,De was,doe ik zelf,schaamte\n",
                &["regel 2", "4 cellen", "3", "aanhalingstekens"],
            ),
            ("transcript,quote,code\nkees,De was,schaamte\n", &["Regel 2", "transcript ‘kees’"]),
            ("transcript,quote,code\njaan,De was,schaamte\n", &["Regel 2", "‘jaan’", "‘jan’"]),
            ("transcript,quote,code\njan,De was doe,schaamtee\n", &["Regel 2", "‘schaamtee’", "‘schaamte’"]),
            ("transcript,quote,code\njan,De was doe ik niet,schaamte\n", &["Regel 2", "regel 7", "De was doe ik"]),
            ("transcript,quote,code\nriek,dorp is dit,schaamte\n", &["regel 3 en 7", "`occurrence`"]),
            ("transcript,quote,code,occurrence\nriek,dorp is dit,schaamte,4\n", &["regel 3 en 7", "4"]),
            ("transcript,quote,code,occurrence\nriek,dorp is dit,schaamte,twee\n", &["regel 2", "‘twee’"]),
            ("transcript,start,end,code\njan,9000,9010,schaamte\n", &["Regel 2", "9\u{202f}010"]),
            ("transcript,start,end,code\njan,20,10,schaamte\n", &["regel 2", "10", "20"]),
            ("transcript,start,end,code\njan,20,,schaamte\n", &["regel 2", "`start` en `end`"]),
            ("transcript,start,end,code\njan,-1,5,schaamte\n", &["regel 2", "‘-1’"]),
            ("transcript,start,end,quote,code\njan,0,5,De was,schaamte\n", &["Regel 2", "De was", "Inter"]),
            ("transcript,quote,code\njan,,schaamte\n", &["regel 2"]),
            ("transcript,quote,code\njan,De was doe,\n", &["regel 2", "‘code’"]),
            ("transcript,quote,code,counter\njan,De was doe,schaamte,misschien\n", &["regel 2", "‘misschien’"]),
        ],
    );
}

#[test]
fn every_wrong_row_is_named_with_its_line_and_the_good_ones_are_left_out() {
    let desk = Desk::small();
    desk.write(
        "tabel.csv",
        "transcript,quote,code,coder\njan,Ik red me wel,schaamte,nieuwe codeur\nkees,De was,schaamte,\n\
         jan,De was doe ik zelf,schaamtee,\nriek,dorp is dit,schaamte,\njan,De was doe ik niet,schaamte,\n",
    );
    desk.refuses(&["codings", "import", "tabel.csv"]).says(&[
        "4 regels van ‘tabel.csv’",
        "regel 3: ",
        "regel 4: er is geen code ‘schaamtee’; bedoelde je ‘schaamte’?",
        "regel 5: ",
        "regel 6: ",
    ]);
    desk.refuses(&["quotes", "--coded-by", "nieuwe codeur"]);
    let many: String = (0..60).map(|at| format!("weg{at},x,schaamte,\n")).collect();
    desk.write("tabel.csv", format!("transcript,quote,code,coder\n{many}"));
    let said = desk.refuses(&["codings", "import", "tabel.csv"]).says(&["60 regels", "regel 2: ", "40"]);
    assert!(said.stderr.lines().count() < 30, "{}", said.stderr);
}

#[test]
fn participants() {
    refused(
        &["import", "--participants"],
        &[
            ("", &["leeg"]),
            ("respondent;rol\nRiek;naaste\n", &["regel 1", "‘transcript’"]),
            ("transcript;respondent;participant\nriek;Riek;Riek\n", &["‘respondent’ en ‘participant’"]),
            ("transcript;respondent\nriek;\"Riek\n", &["regel 2", "aanhalingsteken"]),
            ("transcript;respondent\nkees;Kees\n", &["Regel 2", "transcript ‘kees’"]),
            ("transcript;respondent\nrieck;Riek\n", &["‘rieck’", "‘riek’"]),
            ("transcript;spreker;respondent\nriek;Rik;Riek\n", &["Regel 2", "‘Rik’", "‘Riek’"]),
            ("transcript;spreker;respondent\nriek;Riek;Riek\nriek;Riek;Jan\n", &["regel 2", "‘Riek’", "Regel 3"]),
            ("transcript;respondent;soort\nriek;Riek;praatje\n", &["regel 2", "‘praatje’", "interview"]),
            ("transcript;respondent;rol;\nriek;Riek;naaste;iets\n", &["‘iets’", "kop"]),
        ],
    );
}

#[test]
fn a_wrong_table_keeps_the_texts_out_too() {
    let desk = Desk::small();
    desk.write("nel.txt", "Interviewer: Dag.\n\nNel: Dag.\n\nNel: Ja.\n");
    desk.write("nel.csv", "transcript;spreker;respondent\nnel;Nol;Nel\n");
    desk.refuses(&["import", "nel.txt", "--participants", "nel.csv"]).says(&["‘nel.csv’", "‘Nol’", "‘Nel’"]);
}
