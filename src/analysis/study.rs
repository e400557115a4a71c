//! The picture: all rows of a project with the indexes that analysis needs, without any text. It is built from rows
//! alone, so that the picture after a change equals the picture of the changed project.

use super::list::{At, List};
use super::places::{CodingAt, Place, reading_order, whose};
use crate::model::{
    Anchor, AnchorState, Attribute, Case, Code, CodeId, Coder, Footnote, Fragment, FragmentId, Id, LevelWords, Memo,
    Participant, Placement, Project, Quote, Role, Rows, Structure, Subject, Taxonomy, Transcript, natural_order,
};
use crate::text::Synonyms;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The study as one moment saw it.
#[derive(Debug, Clone)]
pub struct Study {
    pub(super) rows: Rows,
    pub(super) number: i64,
    /// Cases in natural order of their names.
    pub cases: List<Case>,
    /// Roles by rank.
    pub roles: List<Role>,
    /// Participants by case and name.
    pub participants: List<Participant>,
    /// Texts in natural order of their names.
    pub texts: List<Text>,
    /// Coders who have coded or finished anything, by name.
    pub coders: List<Coder>,
    /// Codes of all levels, by name.
    pub codes: List<Code>,
    /// Taxonomies by rank.
    pub taxonomies: List<TaxonomyTree>,
    /// Fragments in the current texts, in reading order.
    pub places: List<Place>,
    /// Codings, by place.
    pub codings: List<CodingAt>,
    pub(super) by_code: Vec<Vec<At<CodingAt>>>,
    pub(super) case_positions: FxHashMap<Id<Case>, At<Case>>,
    pub(super) role_positions: FxHashMap<Id<Role>, At<Role>>,
    pub(super) code_positions: FxHashMap<CodeId, At<Code>>,
    pub(super) place_positions: FxHashMap<FragmentId, At<Place>>,
    pub(super) gone: Vec<(At<Text>, Anchor)>,
    pub(super) attributes: BTreeMap<Subject, Vec<Attribute>>,
    pub(super) synonyms: Synonyms,
}

/// A transcript with what is known of its speakers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// The transcript.
    pub row: Transcript,
    /// Its parts.
    pub structure: Arc<Structure>,
    /// Who speaks, by position of the speaker in the structure.
    pub(super) speakers: Vec<Speakers>,
    /// All participants of the transcript.
    pub everyone: Vec<At<Participant>>,
    /// Its own case, else the one case of all its participants.
    pub case: Option<At<Case>>,
    /// First of its fragments in the study's list, and one past the last.
    pub places: (u32, u32),
}

/// Who stands behind a speaker label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Speakers {
    Interviewer,
    Participants(Vec<At<Participant>>),
}

/// The participants behind a turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParticipantsOf<'s> {
    /// The one who asks.
    Interviewer,
    /// These; empty when nobody is known.
    Participants(&'s [At<Participant>]),
}

impl Text {
    /// Who speaks in a unit (a turn, or a paragraph where there are no turns).
    #[must_use]
    pub fn speakers_of(&self, unit: usize) -> ParticipantsOf<'_> {
        match self.structure.turns.get(unit) {
            None => ParticipantsOf::Participants(&self.everyone),
            Some(turn) => match &self.speakers[usize::from(turn.speaker)] {
                Speakers::Interviewer => ParticipantsOf::Interviewer,
                Speakers::Participants(people) => ParticipantsOf::Participants(people),
            },
        }
    }
}

/// A taxonomy as a tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaxonomyTree {
    /// Title, scope and rank.
    pub row: Taxonomy,
    /// Notes by mark, shortest mark first.
    pub footnotes: Vec<Footnote>,
    /// The codes at the top, in order.
    pub roots: Vec<TreeNode>,
}

/// A code in a taxonomy with what stands below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TreeNode {
    /// The code.
    pub code: At<Code>,
    /// The placement that puts it here.
    pub placement: Placement,
    /// Number in the taxonomy: `3.2`.
    pub number: String,
    /// What stands below, in order.
    pub children: Vec<TreeNode>,
}

impl TreeNode {
    /// The code and all codes below it, each place once.
    #[must_use]
    pub fn with_descendants(&self) -> Vec<At<Code>> {
        let mut codes = vec![self.code];
        for child in &self.children {
            codes.extend(child.with_descendants());
        }
        codes
    }

    /// This node and those below it, from the top down.
    #[must_use]
    pub fn walk(&self) -> Vec<&Self> {
        let mut nodes = vec![self];
        for child in &self.children {
            nodes.extend(child.walk());
        }
        nodes
    }
}

impl TaxonomyTree {
    /// All nodes, from the top down.
    #[must_use]
    pub fn walk(&self) -> Vec<&TreeNode> {
        self.roots.iter().flat_map(TreeNode::walk).collect()
    }

    /// All nodes, from the top down, each with the nodes above it.
    #[must_use]
    pub fn with_paths(&self) -> Vec<(Vec<&TreeNode>, &TreeNode)> {
        fn below<'t>(nodes: &'t [TreeNode], path: &[&'t TreeNode], all: &mut Vec<(Vec<&'t TreeNode>, &'t TreeNode)>) {
            for node in nodes {
                all.push((path.to_vec(), node));
                below(&node.children, &[path, &[node]].concat(), all);
            }
        }
        let mut all = Vec::new();
        below(&self.roots, &[], &mut all);
        all
    }

    /// The marks that have a note.
    #[must_use]
    pub fn marks(&self) -> Vec<&str> {
        self.footnotes.iter().map(|note| note.mark.as_str()).collect()
    }
}

impl Study {
    /// Builds the picture of these rows; `number` is that of the last history entry they reflect.
    #[must_use]
    pub fn build(rows: Rows, number: i64) -> Self {
        let cases = sorted(&rows.cases, |a, b| natural_order(&a.name, &b.name));
        let roles = sorted(&rows.roles, |a, b| a.rank.cmp(&b.rank).then_with(|| natural_order(&a.name, &b.name)));
        let case_positions: FxHashMap<_, _> = cases.iter().map(|(at, case)| (case.id, at)).collect();
        let role_positions: FxHashMap<_, _> = roles.iter().map(|(at, role)| (role.id, at)).collect();
        let case_at = |id: Option<Id<Case>>| id.and_then(|id| case_positions.get(&id).copied());
        let participants = sorted(&rows.participants, |a, b| {
            case_at(a.case).cmp(&case_at(b.case)).then_with(|| natural_order(&a.name, &b.name))
        });
        let codes = sorted(&rows.codes, |a, b| natural_order(&a.name, &b.name));
        let code_positions: FxHashMap<_, _> = codes.iter().map(|(at, code)| (code.id, at)).collect();
        let coders = working_coders(&rows);
        let mut texts = texts_of(&rows, &participants, |person| case_at(person.case), &case_positions);
        let taxonomies = trees(&rows, &code_positions);
        let mut attributes: BTreeMap<Subject, Vec<Attribute>> = BTreeMap::new();
        for attribute in rows.attributes.iter() {
            attributes.entry(attribute.subject).or_default().push(attribute.clone());
        }
        for list in attributes.values_mut() {
            list.sort_by(|a, b| natural_order(&a.name, &b.name));
        }
        let (anchors, gone) = current_anchors(&rows, &texts);
        let mut places: Vec<Place> = anchors
            .par_iter()
            .map(|(at, anchor)| {
                let text = &texts[at.number()];
                let (people, place_cases) =
                    whose(text, anchor.span, participants.rows(), |person| case_at(person.case), At::number);
                Place {
                    fragment: anchor.fragment,
                    transcript: *at,
                    span: anchor.span,
                    points: anchor.points,
                    line: u32::try_from(text.structure.line_of(anchor.span.start)).unwrap_or(u32::MAX),
                    passage: anchor.passage,
                    state: anchor.state,
                    participants: people,
                    cases: place_cases,
                    codings: (0, 0),
                }
            })
            .collect();
        let place_positions: FxHashMap<FragmentId, At<Place>> =
            places.iter().enumerate().map(|(at, place)| (place.fragment, At::new(at))).collect();
        let codings = codings_of(&rows, &place_positions, &code_positions, &coders);
        let by_code = index_codings(&codings, &mut places, codes.len());
        index_places(&places, &mut texts);
        let synonyms = Synonyms::new(&rows.synonyms);
        Self {
            rows,
            number,
            cases,
            roles,
            participants,
            texts: List::new(texts),
            coders,
            codes,
            taxonomies,
            places: List::new(places),
            codings: List::new(codings),
            by_code,
            case_positions,
            role_positions,
            code_positions,
            place_positions,
            gone,
            attributes,
            synonyms,
        }
    }

    /// Everything but places, codings and texts: what a coding cannot touch.
    pub(super) fn without_places(&self) -> Self {
        Self {
            rows: Rows::default(),
            number: self.number,
            cases: self.cases.clone(),
            roles: self.roles.clone(),
            participants: self.participants.clone(),
            texts: List::default(),
            coders: self.coders.clone(),
            codes: self.codes.clone(),
            taxonomies: self.taxonomies.clone(),
            places: List::default(),
            codings: List::default(),
            by_code: Vec::new(),
            case_positions: self.case_positions.clone(),
            role_positions: self.role_positions.clone(),
            code_positions: self.code_positions.clone(),
            place_positions: FxHashMap::default(),
            gone: self.gone.clone(),
            attributes: self.attributes.clone(),
            synonyms: self.synonyms.clone(),
        }
    }

    /// The rows it was built from.
    #[must_use]
    pub fn rows(&self) -> &Rows {
        &self.rows
    }

    /// Number of the last history entry it reflects.
    #[must_use]
    pub fn number(&self) -> i64 {
        self.number
    }

    /// Title, language and words of the project.
    ///
    /// # Panics
    /// Never: a project file has one project row from its first entry on, which no verb removes.
    #[must_use]
    pub fn project(&self) -> &Project {
        self.rows.projects.first().expect("a project file always holds its project row")
    }

    /// The project's words for the levels.
    #[must_use]
    pub fn level_words(&self) -> LevelWords {
        self.project().level_words
    }

    /// Position of a case.
    #[must_use]
    pub fn case_at(&self, id: Id<Case>) -> Option<At<Case>> {
        self.case_positions.get(&id).copied()
    }

    /// Position of a role.
    #[must_use]
    pub fn role_at(&self, id: Id<Role>) -> Option<At<Role>> {
        self.role_positions.get(&id).copied()
    }

    /// Position of a code.
    #[must_use]
    pub fn code_at(&self, id: CodeId) -> Option<At<Code>> {
        self.code_positions.get(&id).copied()
    }

    /// Position of a fragment, when it stands in the current text.
    #[must_use]
    pub fn place_at(&self, id: FragmentId) -> Option<At<Place>> {
        self.place_positions.get(&id).copied()
    }

    /// The codings with a code, in reading order.
    #[must_use]
    pub fn codings_with(&self, code: At<Code>) -> &[At<CodingAt>] {
        &self.by_code[code.number()]
    }

    /// The codings on a fragment.
    #[must_use]
    pub fn codings_on(&self, place: &Place) -> &[CodingAt] {
        &self.codings.rows()[place.codings.0 as usize..place.codings.1 as usize]
    }

    /// The fragments of a text, in reading order.
    #[must_use]
    pub fn places_in(&self, text: At<Text>) -> &[Place] {
        let (start, end) = self.texts[text].places;
        &self.places.rows()[start as usize..end as usize]
    }

    /// Fragments whose text was deleted: they count nowhere and are listed.
    #[must_use]
    pub fn gone(&self) -> &[(At<Text>, Anchor)] {
        &self.gone
    }

    /// The attributes of a thing, by name.
    #[must_use]
    pub fn attributes(&self, subject: Subject) -> &[Attribute] {
        self.attributes.get(&subject).map_or(&[], Vec::as_slice)
    }

    /// The value of one attribute, its name compared without regard to case.
    #[must_use]
    pub fn attribute(&self, subject: Subject, name: &str) -> Option<&str> {
        let wanted = crate::model::fold_name(name);
        let found = self.attributes(subject).iter().find(|known| crate::model::fold_name(&known.name) == wanted);
        found.map(|attribute| attribute.value.as_str())
    }

    /// The names of all attributes of one kind of thing, in natural order.
    #[must_use]
    pub fn attribute_names(&self, of: impl Fn(Subject) -> bool) -> Vec<&str> {
        let mut names: Vec<&str> = self
            .attributes
            .iter()
            .filter(|(subject, _)| of(**subject))
            .flat_map(|(_, list)| list.iter().map(|attribute| attribute.name.as_str()))
            .collect();
        names.sort_by(|a, b| natural_order(a, b));
        names.dedup();
        names
    }

    /// The moments of measurement, in the order in which they first occur as far as dates tell, else by name.
    #[must_use]
    pub fn moments(&self) -> Vec<&str> {
        let mut first: BTreeMap<&str, &str> = BTreeMap::new();
        for text in self.texts.rows().iter().filter(|text| !text.row.moment.is_empty()) {
            let date = first.entry(&text.row.moment).or_insert(&text.row.date);
            if date.is_empty() || (!text.row.date.is_empty() && text.row.date.as_str() < *date) {
                *date = &text.row.date;
            }
        }
        let mut moments: Vec<(&str, &str)> = first.into_iter().collect();
        moments.sort_by(|a, b| a.1.cmp(b.1).then_with(|| natural_order(a.0, b.0)));
        moments.into_iter().map(|(name, _)| name).collect()
    }

    /// The chosen quotes under a code, in order.
    #[must_use]
    pub fn quotes_under(&self, code: CodeId) -> Vec<&Quote> {
        let mut quotes: Vec<&Quote> = self.rows.quotes.iter().filter(|quote| quote.code == code).collect();
        quotes.sort_by_key(|quote| (quote.rank, quote.id));
        quotes
    }

    /// The memos on a thing, the oldest first.
    #[must_use]
    pub fn memos_on(&self, subject: Subject) -> Vec<&Memo> {
        self.rows.memos.iter().filter(|memo| memo.subject == subject).collect()
    }

    /// The words that search treats as one.
    #[must_use]
    pub fn synonyms(&self) -> &Synonyms {
        &self.synonyms
    }

    /// The codes that stand in no taxonomy, by name.
    #[must_use]
    pub fn unplaced(&self) -> Vec<At<Code>> {
        let placed: std::collections::BTreeSet<CodeId> = self.rows.placements.iter().map(|row| row.code).collect();
        self.codes.iter().filter(|(_, code)| !placed.contains(&code.id)).map(|(at, _)| at).collect()
    }
}

fn sorted<T: Clone>(rows: &[T], order: impl Fn(&T, &T) -> std::cmp::Ordering) -> List<T> {
    let mut rows = rows.to_vec();
    rows.sort_by(order);
    List::new(rows)
}

/// Who only acted is no coder in analysis: a coder row stays only while it is used, but its use may be as author.
fn working_coders(rows: &Rows) -> List<Coder> {
    let mut working: rustc_hash::FxHashSet<Id<Coder>> = rows.codings.iter().map(|coding| coding.coder).collect();
    working.extend(rows.finishes.iter().map(|finish| finish.coder));
    let mut coders: Vec<Coder> = rows.coders.iter().filter(|coder| working.contains(&coder.id)).cloned().collect();
    coders.sort_by(|a, b| natural_order(&a.name, &b.name));
    List::new(coders)
}

fn texts_of(
    rows: &Rows,
    participants: &List<Participant>,
    case_of: impl Fn(&Participant) -> Option<At<Case>>,
    cases: &FxHashMap<Id<Case>, At<Case>>,
) -> Vec<Text> {
    let people: FxHashMap<_, _> = participants.iter().map(|(at, person)| (person.id, at)).collect();
    let mut labels: FxHashMap<_, Vec<&crate::model::Speaker>> = FxHashMap::default();
    for speaker in rows.speakers.iter() {
        labels.entry(speaker.transcript).or_default().push(speaker);
    }
    let mut texts: Vec<Text> = rows
        .transcripts
        .iter()
        .map(|row| {
            let structure = rows.structures.get(&row.structure).cloned().unwrap_or_default();
            let known: &[&crate::model::Speaker] = labels.get(&row.id).map_or(&[], Vec::as_slice);
            let behind = |label: &str| -> Vec<At<Participant>> {
                let folded = crate::model::fold_name(label);
                let mut found: Vec<_> = known
                    .iter()
                    .filter(|speaker| crate::model::fold_name(&speaker.label) == folded)
                    .filter_map(|speaker| people.get(&speaker.participant?).copied())
                    .collect();
                found.sort_unstable();
                found
            };
            let rest = behind("");
            let speakers = structure
                .speakers
                .iter()
                .map(|speaker| {
                    let own = behind(&speaker.label);
                    if !own.is_empty() {
                        Speakers::Participants(own)
                    } else if speaker.interviewer {
                        Speakers::Interviewer
                    } else {
                        Speakers::Participants(rest.clone())
                    }
                })
                .collect();
            let mut everyone: Vec<_> =
                known.iter().filter_map(|speaker| people.get(&speaker.participant?).copied()).collect();
            everyone.sort_unstable();
            everyone.dedup();
            let mut theirs: Vec<_> = everyone.iter().filter_map(|at| case_of(&participants[*at])).collect();
            theirs.sort_unstable();
            theirs.dedup();
            let own = row.case.and_then(|id| cases.get(&id).copied());
            let case = own.or_else(|| if let [one] = theirs[..] { Some(one) } else { None });
            Text { row: row.clone(), structure, speakers, everyone, case, places: (0, 0) }
        })
        .collect();
    texts.sort_by(|a, b| natural_order(&a.row.name, &b.row.name));
    texts
}

fn trees(rows: &Rows, codes: &FxHashMap<CodeId, At<Code>>) -> List<TaxonomyTree> {
    let mut taxonomies: Vec<&Taxonomy> = rows.taxonomies.iter().collect();
    taxonomies.sort_by(|a, b| a.rank.cmp(&b.rank).then(a.id.cmp(&b.id)));
    let trees = taxonomies.into_iter().map(|row| {
        let mut below: BTreeMap<Option<CodeId>, Vec<&Placement>> = BTreeMap::new();
        for placement in rows.placements.iter().filter(|placement| placement.taxonomy == row.id) {
            below.entry(placement.parent).or_default().push(placement);
        }
        for list in below.values_mut() {
            list.sort_by_key(|placement| (placement.rank, placement.id));
        }
        let mut footnotes: Vec<Footnote> =
            rows.footnotes.iter().filter(|note| note.taxonomy == row.id).cloned().collect();
        footnotes.sort_by_key(|note| note.mark.len());
        let roots = branch(None, "", &below, codes, &mut Vec::new());
        TaxonomyTree { row: row.clone(), footnotes, roots }
    });
    List::new(trees.collect())
}

fn branch(
    parent: Option<CodeId>,
    number: &str,
    below: &BTreeMap<Option<CodeId>, Vec<&Placement>>,
    codes: &FxHashMap<CodeId, At<Code>>,
    path: &mut Vec<CodeId>,
) -> Vec<TreeNode> {
    let mut nodes = Vec::new();
    for placement in below.get(&parent).into_iter().flatten() {
        // The verbs refuse a cycle; a damaged file must not hang the program.
        let Some(code) = codes.get(&placement.code).filter(|_| !path.contains(&placement.code)) else { continue };
        let own = format!("{number}{}", nodes.len() + 1);
        path.push(placement.code);
        let children = branch(Some(placement.code), &format!("{own}."), below, codes, path);
        path.pop();
        nodes.push(TreeNode { code: *code, placement: (*placement).clone(), number: own, children });
    }
    nodes
}

/// The anchors of the current texts in reading order, and those whose text was deleted.
#[expect(clippy::type_complexity, reason = "two lists of one shape, one of them borrowed")]
fn current_anchors<'r>(rows: &'r Rows, texts: &[Text]) -> (Vec<(At<Text>, &'r Anchor)>, Vec<(At<Text>, Anchor)>) {
    let current: FxHashMap<_, _> =
        texts.iter().enumerate().map(|(at, text)| (text.row.revision, At::<Text>::new(at))).collect();
    let transcripts: FxHashMap<_, _> =
        texts.iter().enumerate().map(|(at, text)| (text.row.id, At::<Text>::new(at))).collect();
    // An anchor counts for its own fragment's transcript only; both tables are in the order of ids.
    let fragment_texts: FxHashMap<FragmentId, At<Text>> = rows
        .fragments
        .iter()
        .filter_map(|Fragment { id, transcript }| Some((*id, *transcripts.get(transcript)?)))
        .collect();
    let mut standing = Vec::with_capacity(rows.fragments.len());
    let mut gone = Vec::new();
    for anchor in rows.anchors.iter() {
        let Some(at) = current.get(&anchor.revision) else { continue };
        if fragment_texts.get(&anchor.fragment) != Some(at) {
            continue;
        }
        match anchor.state {
            AnchorState::Gone => gone.push((*at, anchor.clone())),
            AnchorState::Exact | AnchorState::Moved | AnchorState::Check => standing.push((*at, anchor)),
        }
    }
    standing.par_sort_unstable_by(reading_order);
    (standing, gone)
}

fn codings_of(
    rows: &Rows,
    places: &FxHashMap<FragmentId, At<Place>>,
    codes: &FxHashMap<CodeId, At<Code>>,
    coders: &List<Coder>,
) -> Vec<CodingAt> {
    let coders: FxHashMap<_, _> = coders.iter().map(|(at, coder)| (coder.id, at)).collect();
    let mut codings: Vec<CodingAt> = rows
        .codings
        .iter()
        .filter_map(|coding| {
            Some(CodingAt {
                id: coding.id,
                place: *places.get(&coding.fragment)?,
                code: *codes.get(&coding.code)?,
                coder: *coders.get(&coding.coder)?,
                counter: coding.counter,
            })
        })
        .collect();
    codings.par_sort_unstable_by_key(|coding| (coding.place, coding.code, coding.coder));
    codings
}

pub(super) fn index_codings(codings: &[CodingAt], places: &mut [Place], codes: usize) -> Vec<Vec<At<CodingAt>>> {
    let mut by_code = vec![Vec::new(); codes];
    for (position, coding) in codings.iter().enumerate() {
        by_code[coding.code.number()].push(At::new(position));
        let range = &mut places[coding.place.number()].codings;
        let position = u32::try_from(position).unwrap_or(u32::MAX);
        if range.1 == 0 {
            range.0 = position;
        }
        range.1 = position + 1;
    }
    by_code
}

pub(super) fn index_places(places: &[Place], texts: &mut [Text]) {
    for (position, place) in places.iter().enumerate() {
        let range = &mut texts[place.transcript.number()].places;
        let position = u32::try_from(position).unwrap_or(u32::MAX);
        if range.1 == 0 {
            range.0 = position;
        }
        range.1 = position + 1;
    }
}

impl PartialEq for Study {
    /// Two pictures are equal when they show the same: the number of the entry does not count.
    fn eq(&self, other: &Self) -> bool {
        self.rows == other.rows
            && self.texts == other.texts
            && self.places == other.places
            && self.codings == other.codings
            && self.taxonomies == other.taxonomies
            && self.coders == other.coders
    }
}
