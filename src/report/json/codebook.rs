//! The codebook as JSON: the taxonomies, and every code once with all places where it stands. Counts belong to a place,
//! because they hold what stands below the code there; a code that stands nowhere has one place without a taxonomy.

use super::{CountsJson, Pairs, level_key, level_words_key, origin_key, status_key};
use crate::analysis::{At, Branch, Study, TaxonomyTable};
use crate::model::Code;
use crate::report::lists::own_counts;
use serde::Serialize;

/// The codebook.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CodebookJson<'s> {
    level_words: &'static str,
    total: usize,
    taxonomies: Vec<Taxonomy<'s>>,
    codes: Vec<CodeJson<'s>>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct Taxonomy<'s> {
    title: &'s str,
    scope: Option<&'s str>,
    footnotes: Pairs<&'s str, &'s str>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct CodeJson<'s> {
    name: &'s str,
    level: &'static str,
    statement: &'s str,
    definition: &'s str,
    include: &'s str,
    exclude: &'s str,
    example: &'s str,
    color: Option<&'s str>,
    origin: Option<&'static str>,
    status: &'static str,
    places: Vec<PlaceJson<'s>>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct PlaceJson<'s> {
    taxonomy: Option<&'s str>,
    number: Option<String>,
    parent: Option<&'s str>,
    #[serde(flatten)]
    counts: CountsJson,
}

/// The JSON of the codebook. `tables` are the tables of the study's taxonomies, in their order.
#[must_use]
pub fn codebook<'s>(study: &'s Study, tables: &[TaxonomyTable]) -> CodebookJson<'s> {
    let mut places: Vec<Vec<PlaceJson<'s>>> = vec![Vec::new(); study.codes.len()];
    for table in tables {
        let title = &study.taxonomies[table.taxonomy].row.title;
        for root in &table.branches {
            add_places(study, title, root, None, &mut places);
        }
    }
    for code in study.unplaced() {
        let counts = own_counts(study, code).into();
        places[code.number()].push(PlaceJson { taxonomy: None, number: None, parent: None, counts });
    }
    let taxonomies = study.taxonomies.rows().iter().map(|tree| Taxonomy {
        title: &tree.row.title,
        scope: super::known(&tree.row.scope),
        footnotes: Pairs(tree.footnotes.iter().map(|note| (note.mark.as_str(), note.text.as_str())).collect()),
    });
    CodebookJson {
        level_words: level_words_key(study.level_words()),
        total: study.codes.len(),
        taxonomies: taxonomies.collect(),
        codes: study.codes.rows().iter().zip(places).map(|(code, places)| entry(code, places)).collect(),
    }
}

fn add_places<'s>(
    study: &'s Study,
    taxonomy: &'s str,
    branch: &Branch,
    parent: Option<At<Code>>,
    places: &mut [Vec<PlaceJson<'s>>],
) {
    places[branch.code.number()].push(PlaceJson {
        taxonomy: Some(taxonomy),
        number: Some(branch.number.clone()),
        parent: parent.map(|parent| study.codes[parent].name.as_str()),
        counts: branch.counts.into(),
    });
    for child in &branch.children {
        add_places(study, taxonomy, child, Some(branch.code), places);
    }
}

fn entry<'s>(code: &'s Code, places: Vec<PlaceJson<'s>>) -> CodeJson<'s> {
    CodeJson {
        name: &code.name,
        level: level_key(code.level),
        statement: &code.statement,
        definition: &code.definition,
        include: &code.include,
        exclude: &code.exclude,
        example: &code.example,
        color: super::known(&code.color),
        origin: code.origin.map(origin_key),
        status: status_key(code.status),
        places,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture::{self, written};
    use crate::report::json::write;

    #[test]
    fn every_code_is_named_once_with_its_places() {
        let study = fixture::study();
        let text = written(|out| write(&codebook(&study, &[fixture::table(&study)]), out));
        assert!(
            text.starts_with(concat!(
                r#"{"level_words":"code_label_theme","total":9,"taxonomies":[{"title":"Zo'n dag thuis","scope":null,"#,
                r#""footnotes":{"*":"Familie, vrienden en buren","**":"Ook verlegenheid"}}],"codes":["#
            )),
            "{text}"
        );
        assert!(
            text.contains(concat!(
                r#"{"name":"vuile was","level":"open","statement":"","definition":"","include":"","exclude":"","#,
                r#""example":"","color":null,"origin":"in_vivo","status":"settled","places":["#,
                r#"{"taxonomy":"Zo'n dag thuis","number":"1.1.1","parent":"Wat netwerkleden verzwijgen","cases":1,"#,
                r#""participants":2,"fragments":3,"counter_fragments":1,"counter_cases":1}]}"#
            )),
            "{text}"
        );
        assert!(
            text.contains(concat!(
                r#""places":[{"taxonomy":null,"number":null,"parent":null,"cases":1,"participants":0,"#,
                r#""fragments":1,"counter_fragments":0,"counter_cases":0}]"#
            )),
            "{text}"
        );
    }
}
