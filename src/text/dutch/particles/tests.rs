//! Sentences as people write and say them, with the verbs that must be found and nothing beside them.

use super::*;
use crate::text::words::words;
use proptest::prelude::*;

/// What is found in a text: each infinitive, with the two words as they stand there.
fn found(text: &str) -> Vec<String> {
    let cut: Vec<Word<'_>> = words(text).collect();
    let show = |verb: ApartVerb| {
        format!("{} {}+{}", verb.verb, cut[verb.core].span.of(text), cut[verb.particle].span.of(text))
    };
    apart(text, &cut).into_iter().map(show).collect()
}

fn check(cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        assert_eq!(found(text), *expected, "{text:?}");
    }
}

#[test]
fn a_particle_at_the_end_of_a_main_clause_goes_with_its_verb() {
    check(&[
        ("Zij belde hem gisteren op.", &["opbellen belde+op"]),
        ("Bel je hem morgen op?", &["opbellen Bel+op"]),
        ("Bel me op!", &["opbellen Bel+op"]),
        ("Schrijf maar op.", &["opschrijven Schrijf+op"]),
        ("Ze belde hem op en legde het uit.", &["opbellen belde+op", "uitleggen legde+uit"]),
        ("Hij belde op met de vraag of het kon.", &["opbellen belde+op"]),
        ("Toen gaf hij op omdat niemand hielp.", &["opgeven gaf+op"]),
        ("Hij trekt zich terug uit de politiek.", &["terugtrekken trekt+terug"]),
        ("Zij stelt zich voor aan de buren.", &["voorstellen stelt+voor"]),
        ("Ik vraag me af of dat zo is.", &["afvragen vraag+af"]),
        ("Zij gaf aan dat ze moe was.", &["aangeven gaf+aan"]),
        ("Het gesprek vindt plaats op school.", &["plaatsvinden vindt+plaats"]),
        ("Vind je het goed dat ik dit opneem?", &["goedvinden Vind+goed"]),
        ("Dat stelde me erg teleur.", &["teleurstellen stelde+teleur"]),
        ("Wij nodigden, na lang beraad, ook de buren uit.", &["uitnodigen nodigden+uit"]),
        ("“Doe je mee?” vroeg hij.", &["meedoen Doe+mee"]),
        ("Hij nam zijn zus (die nooit wil) mee.", &["meenemen nam+mee"]),
        ("De hulp viel tegen en het netwerk haakte af.", &["tegenvallen viel+tegen", "afhaken haakte+af"]),
    ]);
}

#[test]
fn a_particle_before_its_verbs_goes_with_the_last() {
    check(&[
        ("Ik probeerde hem op te bellen.", &["opbellen bellen+op"]),
        ("Om dat op te kunnen lossen, moet je praten.", &["oplossen lossen+op"]),
        ("Hij beweert haar op te hebben gebeld.", &["opbellen gebeld+op"]),
        ("Ik weet dat ze hem op heeft gebeld.", &["opbellen gebeld+op"]),
        ("omdat zij hem nooit op zou bellen", &["opbellen bellen+op"]),
        ("als het gesprek plaats vindt, ben ik er", &["plaatsvinden vindt+plaats"]),
        ("Het was moeilijk om goed met hem om te gaan.", &["omgaan gaan+om"]),
        ("Zij hoopt weer thuis te komen en mee te doen.", &["thuiskomen komen+thuis", "meedoen doen+mee"]),
    ]);
}

#[test]
fn spoken_sentences_are_read_as_well() {
    check(&[
        ("en toen eh… toen belde ze me op, hè", &["opbellen belde+op"]),
        ("ik bel 'm wel op hoor", &["opbellen bel+op"]),
        ("nou ja toen ging ie weg en kwam niet meer terug", &["weggaan ging+weg", "terugkomen kwam+terug"]),
        ("R: Ja, die schreef dat op.", &["opschrijven schreef+op"]),
        ("maar je staat op, je kleedt je aan", &["opstaan staat+op", "aankleden kleedt+aan"]),
        ("[lacht] Toen liep ik weg.", &["weglopen liep+weg"]),
        ("dan neem je d'r gewoon eentje mee", &[]),
    ]);
}

#[test]
fn prepositions_nouns_and_adverbs_are_no_particles() {
    for text in [
        "Hij loopt op straat.",
        "Zij werkt aan een plan en belt met haar zus.",
        "De man waar hij op wacht, komt niet.",
        "Daar hou ik van, dat weet je.",
        "Het boek dat erover gaat, ligt in de kast.",
        "Zij belde om te vragen hoe het ging.",
        "Hij zat met een kind op schoot.",
        "Ze gingen naar buiten.",
        "Hij ging van huis tot huis, tot in Groningen.",
        "Drie weken later was het op.",
        "Het hout is op.",
        "Ze hebben het over school en over thuis.",
        "Dat is de weg.",
        "Hij gaf het boek aan dat meisje.",
        "Het ging om de kinderen heen.",
        "De familie ging ten onder aan de ruzie.",
        "Ik praat over hoe het gaat.",
        "Zij willen om tot een plan te komen eerst praten.",
        "Kort voor hij kwam, was er niemand.",
        "Wie belt? Op maandag ben ik er niet.",
        "op-en-top, in en uit",
        "op",
        "",
    ] {
        assert!(found(text).is_empty(), "{text:?}: {:?}", found(text));
    }
}

#[test]
fn a_long_text_of_particles_is_read_in_one_go() {
    for piece in ["op ", "belde op ", "belde, ", "op te ", "op kunnen ", "waar op, "] {
        let text = piece.repeat(3_000);
        let cut: Vec<Word<'_>> = words(&text).collect();
        assert!(apart(&text, &cut).len() <= cut.len(), "{piece:?}");
    }
}

/// How the rules do on annotated sentences in which a verb and its particle are known to stand apart.
#[test]
fn annotated_sentences_hold_what_their_annotators_found() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/dutch");
    let read = |name: &str| std::fs::read_to_string(folder.join(name));
    let (Ok(sentences), Ok(verbs)) = (read("corpus_sentences.tsv"), read("separable_dev.tsv")) else {
        eprintln!("skipped: {} is not there", folder.display());
        return;
    };
    let mut sought: std::collections::BTreeMap<&str, Vec<&str>> = std::collections::BTreeMap::new();
    let mut expected = 0_u32;
    for line in verbs.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        for sentence in cells.get(3).into_iter().flat_map(|ids| ids.split('|')).filter(|id| !id.is_empty()) {
            sought.entry(sentence.rsplit('\\').next().unwrap_or_default()).or_default().push(cells[0]);
            expected += 1;
        }
    }
    let mut hit = 0_u32;
    for (id, text) in sentences.lines().filter_map(|line| line.split_once('\t')) {
        let Some(wanted) = sought.get(id) else { continue };
        let cut: Vec<Word<'_>> = words(text).collect();
        let verbs = apart(text, &cut);
        hit +=
            u32::try_from(wanted.iter().filter(|verb| verbs.iter().any(|one| one.verb == **verb)).count()).unwrap_or(0);
    }
    let recall = f64::from(hit) / f64::from(expected.max(1));
    assert!(expected > 0 && recall >= 0.85, "recall {recall:.3} of {expected}");
}

proptest! {
    #[test]
    fn the_words_named_are_words_of_the_text(
        text in "((op|aan|te|belde|gaf|hij|er|en|dat|kunnen|bellen|de|\\PC{0,5})[ ,.…-]{1,2}){0,40}"
    ) {
        let cut: Vec<Word<'_>> = words(&text).collect();
        for verb in apart(&text, &cut) {
            prop_assert!(verb.core < cut.len() && verb.particle < cut.len() && verb.core != verb.particle);
            prop_assert!(verb.verb.starts_with(&*cut[verb.particle].folded));
        }
    }
}
