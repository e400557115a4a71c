//! Measures how often `like` finds what a coder missed. In the worked example, three in ten fragments of each code are
//! hidden, seeded and several times over; what counts is how many of the turns they stood in are among the first
//! twenty. Beside it, on the same draws: a search for the words of the code's name, and turns in random order.
//!
//! ```text
//! cargo bench --bench like
//! cargo bench --bench like -- CODE…        prints the first ten passages for these codes, to be judged by hand
//! ```

use codeboom::analysis::{At, Place, Study, Text};
use codeboom::example;
use codeboom::model::{Code, FragmentId, Language};
use codeboom::project::{AlikeRequest, Interviewer, Like, SearchRequest, Workspace};
use codeboom::search::{Matching, Order};
use codeboom::text::words::words;
use rand::SeedableRng;
use rand::seq::{IndexedRandom, SliceRandom};
use rand_chacha::ChaCha8Rng;
use std::collections::BTreeSet;
use std::sync::Arc;

const SEED: u64 = 30;
const DRAWS: usize = 5;
const HIDDEN_OF_TEN: usize = 3;
const FIRST: usize = 20;
/// Codes with fewer fragments are not measured.
const FEWEST: usize = 5;

type Turns = BTreeSet<(At<Text>, usize)>;

/// What a way of finding brings, over all draws.
#[derive(Default)]
struct Tally {
    found: usize,
    hidden: usize,
    per_draw: Vec<f64>,
}

impl Tally {
    fn add(&mut self, first: impl IntoIterator<Item = (At<Text>, usize)>, hidden: &Turns) {
        let found = first.into_iter().filter(|turn| hidden.contains(turn)).count();
        self.found += found;
        self.hidden += hidden.len();
        self.per_draw.push(share(found, hidden.len()));
    }

    fn row(&self, what: &str) {
        let all = share(self.found, self.hidden);
        let mean = self.per_draw.iter().sum::<f64>() / number(self.per_draw.len());
        println!("| {what} | {} of {} | {all:.3} | {mean:.3} |", self.found, self.hidden);
    }
}

fn share(part: usize, whole: usize) -> f64 {
    number(part) / number(whole)
}

fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).expect("the example is small"))
}

fn main() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let path = folder.path().join("voorbeeld.codeboom");
    let mut workspace =
        Workspace::create(&path, example::TITLE, Language::Dutch, example::ACTOR, || 0).expect("a project can be made");
    example::fill(&mut workspace).expect("the example fits");
    let study = workspace.study().expect("it can be read");
    let asked: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    if asked.is_empty() { measure(&mut workspace, &study) } else { show(&mut workspace, &study, &asked) }
}

fn measure(workspace: &mut Workspace, study: &Arc<Study>) {
    let mut random = ChaCha8Rng::seed_from_u64(SEED);
    let (mut like, mut name, mut chance) = (Tally::default(), Tally::default(), Tally::default());
    let mut codes = 0;
    for code in study.codes.positions() {
        let fragments = fragments_of(study, code);
        if fragments.len() < FEWEST {
            continue;
        }
        codes += 1;
        for _ in 0..DRAWS {
            let number = (fragments.len() * HIDDEN_OF_TEN + 5) / 10;
            let hidden: BTreeSet<At<Place>> = fragments.choose_multiple(&mut random, number).copied().collect();
            let kept = turns(study, fragments.iter().filter(|place| !hidden.contains(place)));
            let sought: Turns = turns(study, &hidden).difference(&kept).copied().collect();
            if sought.is_empty() {
                continue;
            }
            let less = Arc::new(without(study, code, &hidden));
            like.add(alike(workspace, &less, code, FIRST), &sought);
            let by_name = search(workspace, study, &study.codes[code].name);
            name.add(by_name.into_iter().filter(|turn| !kept.contains(turn)).take(FIRST), &sought);
            let mut any = all_turns(study, &kept);
            any.shuffle(&mut random);
            chance.add(any.into_iter().take(FIRST), &sought);
        }
    }
    println!("{codes} codes, {DRAWS} draws each, seed {SEED}; hidden turns among the first {FIRST}:\n");
    println!("| way of finding | found | of all hidden turns | mean over draws |");
    println!("| --- | --- | --- | --- |");
    like.row("`like`");
    name.row("search for the words of the code's name");
    chance.row("random order");
}

/// The fragments that carry a code.
fn fragments_of(study: &Study, code: At<Code>) -> Vec<At<Place>> {
    let places: BTreeSet<At<Place>> =
        study.codings_with(code).iter().map(|coding| study.codings[*coding].place).collect();
    places.into_iter().collect()
}

/// The turns of respondents that fragments touch.
fn turns<'a>(study: &Study, places: impl IntoIterator<Item = &'a At<Place>>) -> Turns {
    let touched = places.into_iter().flat_map(|at| {
        let place = &study.places[*at];
        let turns = study.texts[place.transcript].structure.turns_in(place.span);
        turns.map(|(unit, _)| (place.transcript, unit)).collect::<Vec<_>>()
    });
    touched.filter(|(text, unit)| !is_interviewer(study, *text, *unit)).collect()
}

fn all_turns(study: &Study, except: &Turns) -> Vec<(At<Text>, usize)> {
    let of_text = |(at, text): (At<Text>, &Text)| (0..text.structure.turns.len()).map(move |unit| (at, unit));
    let all = study.texts.iter().flat_map(of_text);
    all.filter(|turn| !except.contains(turn) && !is_interviewer(study, turn.0, turn.1)).collect()
}

fn is_interviewer(study: &Study, text: At<Text>, unit: usize) -> bool {
    let structure = &study.texts[text].structure;
    structure.speakers[usize::from(structure.turns[unit].speaker)].interviewer
}

/// The study as if nobody had put the code on these fragments.
fn without(study: &Study, code: At<Code>, hidden: &BTreeSet<At<Place>>) -> Study {
    let fragments: BTreeSet<FragmentId> = hidden.iter().map(|at| study.places[*at].fragment).collect();
    let mut rows = study.rows().clone();
    let code = study.codes[code].id;
    let stays = rows.codings.iter().filter(|row| row.code != code || !fragments.contains(&row.fragment));
    rows.codings = Arc::new(stays.cloned().collect());
    Study::build(rows, study.number())
}

fn alike(workspace: &mut Workspace, study: &Arc<Study>, code: At<Code>, limit: usize) -> Vec<(At<Text>, usize)> {
    let request = AlikeRequest {
        like: Like::Code(code),
        coders: None,
        filters: Vec::new(),
        interviewer: Interviewer::LeftOut,
        limit: Some(limit),
    };
    let found = workspace.find_alike(study, &request).expect("there is something to compare with");
    found.hits.iter().map(|found| (found.hit.text, found.hit.unit)).collect()
}

/// The turns with any word of a name, the best first.
fn search(workspace: &mut Workspace, study: &Arc<Study>, name: &str) -> Vec<(At<Text>, usize)> {
    let any: Vec<String> = words(name).map(|word| word.folded.into_owned()).collect();
    let request = SearchRequest {
        query: &any.join(" OR "),
        matching: Matching::default(),
        filters: Vec::new(),
        interviewer: Interviewer::LeftOut,
        limit: None,
        order: Order::Relevance,
    };
    let found = workspace.search(study, &request).expect("the words of a name are a query");
    found.hits.iter().map(|hit| (hit.text, hit.unit)).collect()
}

fn show(workspace: &mut Workspace, study: &Arc<Study>, codes: &[String]) {
    for typed in codes {
        let code = study.find_code(typed).expect("there is such a code");
        let request = AlikeRequest {
            like: Like::Code(code),
            coders: None,
            filters: Vec::new(),
            interviewer: Interviewer::LeftOut,
            limit: Some(10),
        };
        let found = workspace.find_alike(study, &request).expect("there is something to compare with");
        println!("{} ({} fragments)\n", study.codes[code].name, found.fragments);
        for alike in &found.hits {
            let speaking: Vec<&str> = alike.words.iter().map(|word| word.word.as_str()).collect();
            println!("{:.2}  {}\n      {}", alike.score, speaking.join(", "), alike.hit.words);
        }
        println!();
    }
}
