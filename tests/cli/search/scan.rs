//! Hits by plain loops over what was said: no index, no structure read from text, no code of the program. Who says what
//! and what is coded is known beforehand; here are only the rules that a reader of the manual knows: a word is letters,
//! digits and the apostrophes in it, compared without capitals and accents; a hit is a turn.

use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// Someone who speaks, or the interviewer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Voice {
    pub(super) participant: Option<String>,
    pub(super) role: Option<String>,
    pub(super) case: Option<String>,
}

impl Voice {
    pub(super) fn is_interviewer(&self) -> bool {
        self.participant.is_none()
    }
}

/// A turn: its whole line or lines, the speaker's label included.
#[derive(Debug, Clone)]
pub(super) struct Turn {
    pub(super) voice: Voice,
    pub(super) text: String,
    /// First code point in the transcript.
    pub(super) start: usize,
    /// 1-based line.
    pub(super) line: usize,
}

impl Turn {
    pub(super) fn end(&self) -> usize {
        self.start + self.text.chars().count()
    }
}

/// A transcript.
#[derive(Debug, Clone)]
pub(super) struct Text {
    pub(super) name: String,
    pub(super) case: Option<String>,
    pub(super) moment: String,
    pub(super) turns: Vec<Turn>,
}

/// A coding: code points of its transcript, code, coder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) transcript: String,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) code: String,
    pub(super) coder: String,
}

/// What is searched.
#[derive(Debug, Clone, Default)]
pub(super) struct World {
    pub(super) texts: Vec<Text>,
    pub(super) marks: Vec<Mark>,
    /// For every code, what stands above it.
    pub(super) above: BTreeMap<String, Vec<String>>,
}

/// A condition on turns.
pub(super) type Condition<'c> = &'c dyn Fn(&World, &Text, &Turn) -> bool;

impl World {
    /// The marks that touch a turn.
    pub(super) fn marks_on<'w>(&'w self, text: &'w Text, turn: &'w Turn) -> impl Iterator<Item = &'w Mark> {
        let here = |mark: &&Mark| mark.transcript == text.name && mark.start < turn.end() && turn.start < mark.end;
        self.marks.iter().filter(here)
    }

    /// Whether a mark has the code or one that stands below it.
    pub(super) fn is_below(&self, mark: &Mark, code: &str) -> bool {
        mark.code == code || self.above.get(&mark.code).is_some_and(|above| above.iter().any(|name| name == code))
    }

    /// The turns in which the words stand in a row and that answer to the condition, as the program should give them,
    /// in the order of transcript and place.
    pub(super) fn hits(&self, typed: &str, condition: Condition<'_>) -> Vec<Value> {
        let wanted: Vec<String> = words(typed).into_iter().map(|word| word.form).collect();
        let mut hits = Vec::new();
        for text in &self.texts {
            for turn in &text.turns {
                let matches = places(&turn.text, &wanted);
                if !matches.is_empty() && condition(self, text, turn) {
                    hits.push(self.hit(text, turn, &matches));
                }
            }
        }
        hits.sort_by_key(place);
        hits
    }

    fn hit(&self, text: &Text, turn: &Turn, matches: &[(usize, usize)]) -> Value {
        let codes: BTreeSet<&str> = self.marks_on(text, turn).map(|mark| mark.code.as_str()).collect();
        let matches: Vec<Value> =
            matches.iter().map(|(from, to)| json!({ "start": turn.start + from, "end": turn.start + to })).collect();
        let case = turn.voice.case.as_ref().or(text.case.as_ref());
        json!({
            "transcript": text.name, "case": case, "participant": turn.voice.participant, "role": turn.voice.role,
            "line": turn.line, "span": { "start": turn.start, "end": turn.end() }, "matches": matches,
            "text": turn.text, "codes": codes,
        })
    }
}

/// What identifies a hit, for sorting.
pub(super) fn place(hit: &Value) -> (String, u64) {
    (hit["transcript"].as_str().unwrap_or_default().to_owned(), hit["span"]["start"].as_u64().unwrap_or_default())
}

/// An answer of the program in the form of [`World::hits`]: sorted, with the codes in order, without later fields.
pub(super) fn answered(answer: &Value) -> Vec<Value> {
    let mut hits = answer["hits"].as_array().unwrap().clone();
    assert_eq!(answer["total"], hits.len(), "all hits were asked for: {answer}");
    for hit in &mut hits {
        let mut codes: Vec<String> = serde_json::from_value(hit["codes"].take()).unwrap();
        codes.sort();
        hit["codes"] = json!(codes);
        let known = ["transcript", "case", "participant", "role", "line", "span", "matches", "text", "codes"];
        hit.as_object_mut().unwrap().retain(|key, _| known.contains(&key.as_str()));
    }
    hits.sort_by_key(place);
    hits
}

/// A word as it is compared, and its place in code points.
pub(super) struct Word {
    pub(super) form: String,
    start: usize,
    end: usize,
}

/// Where the words stand in a row; places that overlap count as one.
fn places(text: &str, wanted: &[String]) -> Vec<(usize, usize)> {
    let found = words(text);
    let mut places: Vec<(usize, usize)> = Vec::new();
    for run in found.windows(wanted.len().max(1)) {
        if !wanted.is_empty() && run.iter().map(|word| &word.form).eq(wanted) {
            let (start, end) = (run[0].start, run[run.len() - 1].end);
            match places.last_mut() {
                Some(last) if start < last.1 => last.1 = end,
                _ => places.push((start, end)),
            }
        }
    }
    places
}

/// The words of a text.
pub(super) fn words(text: &str) -> Vec<Word> {
    let letters: Vec<char> = text.chars().collect();
    let apostrophe = |at: usize| letters.get(at).is_some_and(|c| ['\'', '’'].contains(c));
    let letter = |at: usize| letters.get(at).is_some_and(|c| c.is_alphanumeric());
    let mut words = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let start = at;
        if apostrophe(at) {
            at += 1;
        }
        let from = at;
        while letter(at) || (at > from && apostrophe(at) && letter(at + 1)) {
            at += 1;
        }
        if at == from {
            at = start + 1;
            continue;
        }
        let bare: String = letters[from..at].iter().flat_map(|c| c.to_lowercase()).map(plain).collect();
        let short = ["t", "s", "n", "k", "m", "r", "ns"].contains(&bare.as_str());
        // `'t` and `'s` keep the apostrophe in front; before any other word it is a quotation mark.
        let (form, start) = if from > start && short { (format!("'{bare}"), start) } else { (bare, from) };
        words.push(Word { form, start, end: at });
    }
    words
}

/// A letter without its accent, an apostrophe in one shape: as many as Dutch needs.
fn plain(letter: char) -> char {
    match letter {
        'á' | 'à' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        '’' => '\'',
        other => other,
    }
}
