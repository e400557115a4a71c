//! The board's verbs over the worked example.

use super::*;
use crate::model::{Language, PointSpan};
use crate::project::Pile;

const TAXONOMY: &str = "Hoe de zorg verschuift";

fn example() -> (tempfile::TempDir, Workspace) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("voorbeeld.codeboom");
    let mut workspace =
        Workspace::create(&path, crate::example::TITLE, Language::Dutch, "Noor", || 1_795_700_000_000_000)
            .expect("a project");
    crate::example::fill(&mut workspace).expect("the example fits");
    (folder, workspace)
}

fn children(workspace: &mut Workspace, under: &str) -> Vec<String> {
    let study = workspace.study().expect("a study");
    let tree = &study.taxonomies[study.find_taxonomy(Some(TAXONOMY)).expect("the taxonomy")];
    let at = study.find_code(under).expect("the code");
    let node = tree.walk().into_iter().find(|node| node.code == at).expect("a place");
    node.children.iter().map(|child| study.codes[child.code].name.clone()).collect()
}

fn card(code: &str) -> Card<'_> {
    Card { code, from: From::Anywhere }
}

fn under(under: &str, position: Option<usize>) -> Target<'_> {
    Target { taxonomy: Some(TAXONOMY), under: Some(under), position }
}

#[test]
fn several_cards_move_in_their_order_and_are_one_act() {
    let (_folder, mut workspace) = example();
    let label = "Nachten zonder slaap maken de dagen zwaar";
    let before = children(&mut workspace, label);
    let cards = [card("geld telt mee"), card("de vuile was")];
    let done = workspace.arrange_codes(&cards, &under(label, Some(2)), "").expect("it moves");
    let detail = done.changes.entry.expect("an entry").detail;
    assert_eq!(detail, ["geld telt mee", TAXONOMY, label, "de vuile was"]);
    let mut wanted = before.clone();
    wanted.splice(1..1, ["geld telt mee".to_owned(), "de vuile was".to_owned()]);
    assert_eq!(children(&mut workspace, label), wanted);
    workspace.undo(crate::store::Whose::Own, "").expect("undone");
    assert_eq!(children(&mut workspace, label), before);
}

#[test]
fn what_stands_where_it_goes_changes_nothing() {
    let (_folder, mut workspace) = example();
    let label = "Nachten zonder slaap maken de dagen zwaar";
    let first = children(&mut workspace, label)[0].clone();
    let done = workspace.arrange_codes(&[card(&first)], &under(label, Some(1)), "").expect("nothing to refuse");
    assert!(done.changes.entry.is_none());
}

#[test]
fn a_code_never_comes_under_itself_nor_a_pile_under_its_own_card() {
    let (_folder, mut workspace) = example();
    let theme = "De naasten houden het lang binnenskamers";
    let refused = workspace.arrange_codes(&[card(theme)], &under("Voor het dorp blijft de deur dicht", None), "");
    assert!(matches!(refused, Err(Refusal::Cycle { .. })), "{refused:?}");
    let pile = NewPile { name: "buiten", level: Level::Axial, at: under("Voor het dorp blijft de deur dicht", None) };
    let refused = workspace.group_codes(&pile, &[card(theme)], "");
    assert!(matches!(refused, Err(Refusal::Cycle { .. })), "{refused:?}");
}

#[test]
fn a_pile_is_made_of_cards_in_one_act() {
    let (_folder, mut workspace) = example();
    let theme = "De naasten houden het lang binnenskamers";
    let pile = NewPile { name: "gewoon praten", level: Level::Axial, at: under(theme, Some(1)) };
    let cards = [card("toen anders verteld"), card("praten over gewone dingen")];
    workspace.group_codes(&pile, &cards, "horen bij elkaar").expect("a pile");
    assert_eq!(children(&mut workspace, theme)[0], "gewoon praten");
    assert_eq!(children(&mut workspace, "gewoon praten"), ["toen anders verteld", "praten over gewone dingen"]);
    let again = workspace.group_codes(&pile, &[], "");
    assert!(matches!(again, Err(Refusal::NameTaken { .. })), "{again:?}");
}

#[test]
fn a_label_and_its_codes_leave_together_and_nothing_hangs_in_the_air() {
    let (_folder, mut workspace) = example();
    let (theme, label) = ("De naasten houden het lang binnenskamers", "Voor het dorp blijft de deur dicht");
    let codes = children(&mut workspace, label);
    let gone = [card(theme), card(label), card(&codes[0])];
    workspace.unplace_codes(&gone, Some(TAXONOMY), "").expect("they leave");
    let study = workspace.study().expect("a study");
    let taxonomy = study.taxonomies[study.find_taxonomy(Some(TAXONOMY)).expect("the taxonomy")].row.id;
    let rows: Vec<_> = study.rows().placements.iter().filter(|row| row.taxonomy == taxonomy).collect();
    for row in &rows {
        assert!(row.parent.is_none_or(|parent| rows.iter().any(|other| other.code == parent)), "{row:?}");
    }
    let walked = study.taxonomies.rows()[0].walk().len();
    assert_eq!(walked, rows.len(), "every place can be reached");
}

#[test]
fn fragments_are_dealt_over_new_codes_and_the_rest_stays() {
    let (_folder, mut workspace) = example();
    let study = workspace.study().expect("a study");
    let at = study.find_code("de vuile was").expect("the code");
    let mut places: Vec<(String, PointSpan)> = Vec::new();
    for coding in study.codings_with(at) {
        let place = &study.places[study.codings[*coding].place];
        let key = (study.texts[place.transcript].row.name.clone(), place.points);
        if !places.contains(&key) {
            places.push(key);
        }
    }
    let all = study.codings_with(at).len();
    let piles = [Pile { name: "praat", fragments: &places[..2] }, Pile { name: "trots", fragments: &places[2..3] }];
    let dealt = workspace.deal_code("de vuile was", &piles, "").expect("dealt").value;
    assert_eq!(dealt.piles.len(), 2);
    assert_eq!(dealt.kept + dealt.piles.iter().map(|(_, codings)| codings).sum::<usize>(), all);
    let label = children(&mut workspace, "Voor het dorp blijft de deur dicht");
    assert_eq!(label[label.len() - 2..], ["praat", "trots"]);
    for (refused, why) in [
        (workspace.deal_code("de vuile was", &[], ""), "nothing is dealt"),
        (workspace.deal_code("de vuile was", &[Pile { name: "schaamte 2", fragments: &[] }], ""), "an empty pile"),
        (workspace.deal_code("de vuile was", &[Pile { name: "x", fragments: &places[..1] }], ""), "no longer coded so"),
        (workspace.deal_code("de vuile was", &[Pile { name: "trots", fragments: &places[3..4] }], ""), "a taken name"),
    ] {
        assert!(refused.is_err(), "{why}");
    }
}

#[test]
fn a_form_with_name_level_and_definition_is_one_act() {
    use crate::project::{CodeFields, Revision};
    let (_folder, mut workspace) = example();
    let revision = Revision {
        name: Some("vuile was".to_owned()),
        level: Some(Level::Axial),
        fields: CodeFields { definition: Some("  Wat binnen blijft. ".to_owned()), ..CodeFields::default() },
    };
    let done = workspace.revise_code("de vuile was", &revision, "").expect("revised");
    assert_eq!(done.changes.entry.expect("an entry").verb, Verb::CodeRename);
    let study = workspace.study().expect("a study");
    let row = &study.codes[study.find_code("vuile was").expect("its new name")];
    assert_eq!((row.level, row.definition.as_str()), (Level::Axial, "Wat binnen blijft."));
    let same = workspace.revise_code("vuile was", &Revision::default(), "").expect("nothing to refuse");
    assert!(same.changes.entry.is_none());
    workspace.undo(crate::store::Whose::Own, "").expect("undone");
    assert!(workspace.study().expect("a study").find_code("vuile was").is_err());
}

#[test]
fn a_preview_of_a_merge_counts_what_the_merge_then_does() {
    let (_folder, mut workspace) = example();
    let study = workspace.study().expect("a study");
    let (source, target) = (study.find_code("de vuile was"), study.find_code("deur dicht houden"));
    let preview = crate::analysis::merge_preview(&study, &[source.expect("a code")], target.expect("a code"));
    let done = workspace.merge_codes_as(&["de vuile was"], "deur dicht houden", Some("Samen."), "").expect("merged");
    assert_eq!((preview.moving, preview.joining), (done.value.moved, done.value.joined));
    let study = workspace.study().expect("a study");
    let target = study.find_code("deur dicht houden").expect("a code");
    assert_eq!(study.codings_with(target).len(), preview.stays + preview.moving);
    assert_eq!(study.codes[target].definition, "Samen.");
}
