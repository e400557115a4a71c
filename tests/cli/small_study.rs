//! The small study of the whole-program tests: four fictional interviews in two cases, their respondents, a codebook
//! and some codings. It is plain data, from which the files are written and from which `search` scans for hits by
//! itself; so turns and speakers here are known without reading them from a text.

use super::desk::Desk;

/// One interview: its name, case and moment, and who says what.
#[derive(Debug, Clone)]
pub(super) struct Interview {
    pub(super) name: &'static str,
    pub(super) case: &'static str,
    pub(super) moment: &'static str,
    pub(super) turns: Vec<(&'static str, &'static str)>,
}

/// Who asks.
pub(super) const INTERVIEWER: &str = "Interviewer";

/// Respondents: name (also their speaker label), role and case.
pub(super) const PEOPLE: &[(&str, &str, &str)] = &[
    ("Riek", "naaste", "1"),
    ("Jan", "hoofdpersoon", "1"),
    ("Toos", "naaste", "2"),
    ("Bennie", "naaste", "2"),
    ("Sjoerd", "professional", "2"),
];

pub(super) fn interviews() -> Vec<Interview> {
    vec![
        Interview {
            name: "riek",
            case: "1",
            moment: "start",
            turns: vec![
                (INTERVIEWER, "Hoe gaat het thuis?"),
                ("Riek", "Ach, je hangt de vuile was niet buiten. Zo'n dorp is dit."),
                (INTERVIEWER, "En de buren?"),
                ("Riek", "De buren helpen wel, maar vragen doe je niet. Zo’n dorp is dit."),
                (INTERVIEWER, "Wat doe je ’s avonds?"),
                ("Riek", "’s Avonds zit ik alleen, dan is het stil in huis."),
            ],
        },
        Interview {
            name: "jan",
            case: "1",
            moment: "start",
            turns: vec![
                (INTERVIEWER, "Vertel eens over de coördinator."),
                ("Jan", "Ik red me wel. De coördinator komt één keer per week."),
                (INTERVIEWER, "En helpt dat?"),
                ("Jan", "Nou ja, helpen 🙂 helpen… Ze luistert. De was doe ik zelf."),
            ],
        },
        Interview {
            name: "familie",
            case: "2",
            moment: "half jaar",
            turns: vec![
                (INTERVIEWER, "Hoe is het gegaan?"),
                ("Toos", "Wij schaamden ons dood, zo'n toestand met de buren erbij."),
                ("Sjoerd", "De hulp kwam laat. De coördinator was ziek."),
                ("Toos", "Schaamte, ja. De vuile was lag op straat."),
                (INTERVIEWER, "En jij, Bennie?"),
                ("Bennie", "Ik zei niks. ’t Was stil aan tafel."),
                ("Sjoerd", "De buren waren boos."),
                ("Bennie", "Boos? De buren helpen nu elke week."),
            ],
        },
        Interview {
            name: "sjoerd",
            case: "2",
            moment: "half jaar",
            turns: vec![
                (INTERVIEWER, "Wie belde wie?"),
                ("Sjoerd", "De coördinator belde ’s avonds; de buren waren boos."),
                (INTERVIEWER, "En de schaamte?"),
                ("Sjoerd", "Die zag je niet. Eén vast gezicht, dat helpt."),
            ],
        },
    ]
}

/// A coding: transcript, the words, the code, the coder, and whether it is a counter-example.
pub(super) type Coding = (&'static str, &'static str, &'static str, &'static str, bool);

pub(super) const CODINGS: &[Coding] = &[
    ("riek", "de vuile was niet buiten", "vuile was", "lotte", false),
    ("riek", "de vuile was niet buiten", "vuile was", "daan", false),
    ("riek", "De buren helpen wel", "buren helpen", "lotte", false),
    ("riek", "dan is het stil in huis", "stil zijn", "daan", false),
    ("jan", "Ik red me wel", "zelf redden", "lotte", false),
    ("jan", "helpen 🙂 helpen", "buren helpen", "daan", true),
    ("familie", "Wij schaamden ons dood", "schaamte", "lotte", false),
    ("familie", "Schaamte, ja. De vuile was", "schaamte", "daan", false),
    ("familie", "De vuile was lag op straat", "vuile was", "lotte", true),
    ("familie", "’t Was stil aan tafel", "stil zijn", "lotte", false),
    ("familie", "De buren helpen nu", "buren helpen", "daan", false),
    ("sjoerd", "Eén vast gezicht", "vast gezicht", "lotte", false),
];

pub(super) const CODEBOOK: &str = r##"# Codeboek van de kleine studie
title = "Thuis"

[footnotes]
"*" = "Ook wat de buren zien"

[[theme]]
name = "Binnenskamers houden*"      # de kop van kolom 1
statement = "Wat thuis gebeurt, blijft thuis."
color = "#56B4E9"

  [[theme.label]]
  name = "Voor het dorp"

    # een uitdrukking van Riek
    [[theme.label.code]]
    name = "vuile was"
    definition = "Niet praten over wat thuis gebeurt."
    origin = "in vivo"

    # schaamte is nog niet besproken
    [[theme.label.code]]
    name = "schaamte"

  [[theme.label]]
  name = "Stilte in huis"

    [[theme.label.code]]
    name = "stil zijn"

[[theme]]
name = "Hulp van buiten"

  [[theme.label]]
  name = "Buren en dorp"

    [[theme.label.code]]
    name = "buren helpen"

  [[theme.code]]
  name = "vast gezicht"

[[code]]
name = "zelf redden"
"##;

/// The taxonomy of [`CODEBOOK`] as far as filters go: a code and what stands above it.
pub(super) const ABOVE: &[(&str, &[&str])] = &[
    ("vuile was", &["Voor het dorp", "Binnenskamers houden"]),
    ("schaamte", &["Voor het dorp", "Binnenskamers houden"]),
    ("stil zijn", &["Stilte in huis", "Binnenskamers houden"]),
    ("buren helpen", &["Buren en dorp", "Hulp van buiten"]),
    ("vast gezicht", &["Hulp van buiten"]),
    ("zelf redden", &[]),
];

/// The text of an interview as a transcriber types it.
pub(super) fn typed(turns: &[(&str, &str)]) -> String {
    let turns: Vec<String> = turns.iter().map(|(speaker, words)| format!("{speaker}: {words}")).collect();
    turns.join("\n\n") + "\n"
}

/// The respondents of an interview as rows of a table.
pub(super) fn people(interview: &Interview) -> String {
    let row = |(name, role, case): &(&str, &str, &str)| {
        format!("{};{name};{name};{role};{case};{}\n", interview.name, interview.moment)
    };
    PEOPLE.iter().filter(|person| interview.turns.iter().any(|turn| turn.0 == person.0)).map(row).collect()
}

pub(super) const PEOPLE_HEADS: &str = "transcript;spreker;respondent;rol;casus;moment\n";

/// Puts the files of the study on a desk: `teksten/`, `respondenten.csv`, `thuis.toml` and `coderingen.csv`. One text
/// has the line ends and the letters of an older Windows program.
pub(super) fn put(desk: &Desk) {
    let mut table = PEOPLE_HEADS.to_owned();
    for interview in interviews() {
        let text = typed(&interview.turns);
        let file = format!("teksten/{}.txt", interview.name);
        if interview.name == "sjoerd" {
            let lines = text.replace('\n', "\r\n");
            let (old, _, lost) = encoding_rs::WINDOWS_1252.encode(&lines);
            assert!(!lost);
            desk.write(&file, old);
        } else {
            desk.write(&file, text);
        }
        table.push_str(&people(&interview));
    }
    desk.write("respondenten.csv", table);
    desk.write("thuis.toml", CODEBOOK);
    let mut codings = "transcript,quote,code,coder,counter\n".to_owned();
    for (transcript, quote, code, coder, counter) in CODINGS {
        let counter = if *counter { "ja" } else { "" };
        codings.push_str(&format!("{transcript},\"{quote}\",{code},{coder},{counter}\n"));
    }
    desk.write("coderingen.csv", codings);
}
