//! Decides which candidates are speakers. A label has to recur or be a word for a side of the interview, has to have
//! words under it, and has to be what the text is made of; a name that speaks once is believed among other turns. In go
//! the candidates; out comes a verdict for each.
//!
//! A colon is everyday punctuation, a tab a table and a word alone on a line a heading, so each form asks its own share
//! of the paragraphs. One form is the text's own; another one is believed only for speakers of the first.

use super::candidates::{Candidates, Said};
use super::labels::Form;
use super::lines::Lines;
use super::paragraphs::WIDTHS;
use super::sides::{Sides, Tally};
use super::speaker_words::NAMES_THAT_ARE_WORDS;
use super::speakers::Kind;
use std::collections::{HashMap, HashSet};

/// What a form has to show before it is taken for the way this text marks its speakers. Shares are of paragraphs.
struct Demands {
    form: Form,
    /// Occurrences of words for a side of the interview.
    known_at_least: u32,
    /// The share of all its turns when there are such words.
    known_share: f64,
    /// The share when there are only names, at least two of them.
    names_share: f64,
    /// The share when there is a single name.
    lone_share: f64,
    /// Whether a name may speak once.
    takes_singles: bool,
}

const fn demands(form: Form, known_at_least: u32, shares: [f64; 3], takes_singles: bool) -> Demands {
    let [known_share, names_share, lone_share] = shares;
    Demands { form, known_at_least, known_share, names_share, lone_share, takes_singles }
}

/// Set by trying: high enough that reports, tables and lists stay free of speakers, low enough that an answer of six
/// paragraphs does not hide them. A share above 1 is never reached.
const DEMANDS: [Demands; 8] = [
    demands(Form::Colon, 1, [0.0, 0.05, 0.3], true),
    demands(Form::Stamp, 2, [0.0, 0.08, 0.15], true),
    demands(Form::Bracket, 2, [0.05, 0.12, 0.3], true),
    demands(Form::Bold, 2, [0.05, 0.12, 0.3], true),
    demands(Form::Tab, 2, [0.15, 0.2, 2.0], true),
    demands(Form::Dash, 2, [0.15, 0.25, 2.0], true),
    demands(Form::Alone, 2, [0.12, 0.15, 2.0], false),
    demands(Form::Capitals, 2, [0.15, 0.2, 2.0], false),
];

/// A name that speaks once is believed where the turns of others make up this share of the paragraphs.
const SINGLES_SHARE: f64 = 0.1;
/// Where a single turn is sure, it and the names together have to make up this share when it is a question…
const SHARE_BESIDE_QUESTION: f64 = 0.2;
/// … and this share when it is not.
const SHARE_BESIDE_OTHER: f64 = 0.6;

/// So many turns, taking turns, make speakers even of labels that are nouns in the same text.
const MANY_TURNS: usize = 10;

/// Which candidates are turns. `paragraphs` is how many paragraphs the text has.
pub(super) fn accepted(lines: &Lines, found: &Candidates, fields: &[bool], paragraphs: usize) -> Vec<bool> {
    let open: Vec<bool> = found
        .list
        .iter()
        .zip(fields)
        .map(|(candidate, is_field)| !is_field && found.label(candidate).kind != Kind::Field)
        .collect();
    let scale = Scale { lines, found, open, paragraphs: paragraphs.max(1), nouns: HashSet::new() }.with_nouns();
    let mut verdicts: Vec<(Form, Vec<usize>)> =
        DEMANDS.iter().map(|demands| (demands.form, scale.weigh(demands))).collect();
    verdicts.sort_by_key(|(_, turns)| std::cmp::Reverse(turns.len()));
    let mut chosen = vec![false; found.list.len()];
    let Some((own, turns)) = verdicts.first() else { return chosen };
    let mut turns_by: HashMap<u32, u32> = HashMap::new();
    for turn in turns {
        chosen[*turn] = true;
        *turns_by.entry(found.list[*turn].label).or_default() += 1;
    }
    for (_, others) in &verdicts[1..] {
        for other in others {
            chosen[*other] |= turns_by.contains_key(&found.list[*other].label);
        }
    }
    for (index, candidate) in found.list.iter().enumerate() {
        let turns = turns_by.get(&candidate.label).copied().unwrap_or(0);
        let lenient = match candidate.form {
            Form::Slip => turns > 0 && found.label(candidate).kind == Kind::Known,
            Form::Stamp | Form::Bold | Form::Colon => turns > 1 && *own != candidate.form,
            _ => false,
        };
        chosen[index] |= lenient && scale.open[index] && candidate.said > Said::Nothing;
    }
    chosen
}

/// What the weighing looks at.
struct Scale<'t> {
    lines: &'t Lines<'t>,
    found: &'t Candidates,
    /// Candidates that are no header fields.
    open: Vec<bool>,
    paragraphs: usize,
    /// Labels of one word that the text also uses as a noun, in lower case.
    nouns: HashSet<u32>,
}

impl Scale<'_> {
    /// Dutch writes nouns small and names large: a label that also occurs small is probably no name.
    fn with_nouns(mut self) -> Self {
        let labels = self.found.labels.iter().zip(0u32..);
        let names = labels.filter(|(label, _)| {
            label.kind == Kind::Name && !label.key.contains(' ') && !NAMES_THAT_ARE_WORDS.has(&label.key)
        });
        let names: HashMap<&str, u32> = names.map(|(label, index)| (label.key.as_str(), index)).collect();
        if !names.is_empty() {
            let words = self.lines.text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() <= 48);
            let small = words.filter(|word| word.starts_with(char::is_lowercase));
            self.nouns = small.filter_map(|word| names.get(word).copied()).collect();
        }
        self
    }

    /// The candidates in one form that are turns, in order.
    fn weigh(&self, demands: &Demands) -> Vec<usize> {
        let own: Vec<usize> = (0..self.found.list.len())
            .filter(|index| self.open[*index] && self.found.list[*index].form == demands.form)
            .collect();
        let mut tallies = vec![Tally::default(); self.found.labels.len()];
        for index in &own {
            let candidate = &self.found.list[*index];
            let tally = &mut tallies[candidate.label as usize];
            tally.count += 1;
            tally.answered += u32::from(candidate.said > Said::Nothing);
            tally.spoken += u32::from(candidate.said >= Said::Words);
            tally.sentences += u32::from(candidate.said == Said::Sentence);
        }
        let base = self.base(&tallies);
        let turns: Vec<usize> =
            own.iter().copied().filter(|index| base.contains(&self.found.list[*index].label)).collect();
        if turns.is_empty() || !self.is_enough(demands, &tallies, &base, &turns) {
            return Vec::new();
        }
        if !demands.takes_singles {
            return turns;
        }
        let singles = self.singles(&own, &turns, &tallies);
        let mut all = turns;
        all.extend(singles);
        all.sort_unstable();
        all
    }

    /// The labels that recur or are words for a side of the interview, and have words under them.
    fn base(&self, tallies: &[Tally]) -> HashSet<u32> {
        let labels = &self.found.labels;
        let sides = Sides::of(self.found, tallies);
        let mut base = HashSet::new();
        for ((label, tally), index) in labels.iter().zip(tallies).zip(0u32..) {
            let doubtful = label.is_topical() || self.nouns.contains(&index);
            let speaks = match label.kind {
                Kind::Known => sides.hear(index, *tally),
                Kind::Side => sides.hear(index, *tally) && sides.allow(&label.key, *tally),
                Kind::Role => tally.count > 1 && tally.spoken > 0,
                Kind::Name if doubtful => tally.count > 2 && tally.spoken * 4 >= tally.count * 3,
                Kind::Name => tally.count > 1 && tally.spoken * 2 >= tally.count,
                Kind::Initials => tally.count > 1 && tally.spoken * 2 >= tally.count && !sides.is_list,
                Kind::Lower => tally.count > 2 && tally.spoken * 2 >= tally.count,
                Kind::Field => false,
            };
            if speaks {
                base.insert(index);
            }
        }
        base
    }

    /// Whether the turns make up enough of the text for their form.
    fn is_enough(&self, demands: &Demands, tallies: &[Tally], base: &HashSet<u32>, turns: &[usize]) -> bool {
        let kind_is = |index: u32, kinds: &[Kind]| kinds.contains(&self.found.labels[index as usize].kind);
        let known: u32 = base
            .iter()
            .filter(|index| kind_is(**index, &[Kind::Known, Kind::Side]))
            .map(|index| tallies[*index as usize].count)
            .sum();
        let sentences: u32 = base.iter().map(|index| tallies[*index as usize].sentences).sum();
        let share = self.share(turns.len());
        if known >= demands.known_at_least {
            return share >= demands.known_share && (sentences > 0 || turns.len() > 1);
        }
        let doubtful = |index: &u32| self.nouns.contains(index) || self.found.labels[*index as usize].is_topical();
        let names = base.iter().filter(|index| !doubtful(index)).count();
        let spoken: u32 = base.iter().map(|index| tallies[*index as usize].spoken).sum();
        match names {
            _ if (spoken as usize) * 10 < turns.len() * 6 => false,
            0 => turns.len() >= MANY_TURNS && share >= demands.lone_share && self.alternate(turns),
            1 => turns.len() > 1 && share >= demands.lone_share,
            _ => turns.len() > 2 && share >= demands.names_share && self.alternate(turns),
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "counts of paragraphs are far below 2^52")]
    fn share(&self, turns: usize) -> f64 {
        turns as f64 / self.paragraphs as f64
    }

    /// Whether speakers mostly follow each other, rather than themselves.
    fn alternate(&self, turns: &[usize]) -> bool {
        let label = |index: usize| self.found.list[index].label;
        let changes = turns.windows(2).filter(|pair| label(pair[0]) != label(pair[1])).count();
        changes * 5 >= (turns.len() - 1) * 2
    }

    /// Persons who speak once between the others.
    fn singles(&self, own: &[usize], turns: &[usize], tallies: &[Tally]) -> Vec<usize> {
        let is_turn: HashSet<usize> = turns.iter().copied().collect();
        let could: Vec<usize> = own.iter().copied().filter(|index| !is_turn.contains(index)).collect();
        let first = turns[0];
        let asked = self.found.label(&self.found.list[first]).asks;
        let enough = match turns.len() {
            1 if asked => self.share(1 + could.len()) >= SHARE_BESIDE_QUESTION,
            1 => self.share(1 + could.len()) >= SHARE_BESIDE_OTHER,
            _ => self.share(turns.len()) >= SINGLES_SHARE,
        };
        if !enough {
            return Vec::new();
        }
        let later: Vec<usize> = turns.iter().copied().filter(|turn| self.found.list[*turn].line > 0).collect();
        let spaced = later.iter().filter(|turn| self.follows_blank(**turn)).count() * 5 >= later.len() * 4;
        let spaced = spaced && !later.is_empty();
        let terse = turns.iter().filter(|turn| self.is_terse(**turn)).count() * 2 > turns.len();
        let capital = self.found.label(&self.found.list[first]).has_capital();
        could
            .iter()
            .copied()
            .filter(|index| {
                let candidate = &self.found.list[*index];
                let label = self.found.label(candidate);
                let once = tallies[candidate.label as usize].count == 1;
                let placed = *index > first || self.leads_to(*index, first);
                let alone = || !self.has_lone_neighbour(*index, &is_turn, own);
                let named = match label.kind {
                    Kind::Role => true,
                    Kind::Name => {
                        let doubtful = label.is_topical() || self.nouns.contains(&candidate.label);
                        !doubtful && !label.key.starts_with("de ") && alone()
                    }
                    Kind::Initials => terse && alone(),
                    Kind::Known | Kind::Side | Kind::Lower | Kind::Field => false,
                };
                once && placed
                    && named
                    && label.has_capital() == capital
                    && !self.is_wrapped_into(*index)
                    && candidate.said >= Said::Words
                    && (!spaced || self.follows_blank(*index) || candidate.line == 0)
            })
            .collect()
    }

    fn follows_blank(&self, index: usize) -> bool {
        let line = self.found.list[index].line as usize;
        line == 0 || self.lines.is_blank(line - 1)
    }

    /// Whether the line above breaks off in mid-sentence, as wrapped lines do.
    fn is_wrapped_into(&self, index: usize) -> bool {
        let above = (self.found.list[index].line as usize).checked_sub(1);
        let words = above.map_or("", |line| self.lines.words(line));
        WIDTHS.contains(&words.chars().take(WIDTHS.end).count())
            && words.ends_with(|c: char| c.is_alphanumeric() || c == ',')
    }

    /// Whether the label is a letter or two.
    fn is_terse(&self, index: usize) -> bool {
        matches!(self.found.label(&self.found.list[index]).kind, Kind::Side | Kind::Initials)
    }

    /// Whether turn `first` stands right under the line of candidate `index`.
    fn leads_to(&self, index: usize, first: usize) -> bool {
        let line = self.found.list[index].line as usize;
        self.lines.filled_from(line + 1) == Some(self.found.list[first].line as usize)
    }

    /// Whether another label that is no turn stands on the line before or after: then it is a list.
    fn has_lone_neighbour(&self, index: usize, is_turn: &HashSet<usize>, own: &[usize]) -> bool {
        let line = |index: usize| self.found.list[index].line as usize;
        let place = own.partition_point(|other| *other < index);
        let before = place.checked_sub(1).map(|place| own[place]);
        let after = own.get(place + 1).copied();
        let is_alone = |other: &usize| !is_turn.contains(other);
        before.filter(is_alone).is_some_and(|other| self.lines.filled_from(line(other) + 1) == Some(line(index)))
            || after.filter(is_alone).is_some_and(|other| self.lines.filled_from(line(index) + 1) == Some(line(other)))
    }
}

#[cfg(test)]
mod tests {
    use crate::text::{Hints, structure};

    fn labels(text: &str) -> Vec<String> {
        let found = structure(text, &Hints::default());
        found.turns.iter().map(|turn| found.speakers[turn.speaker as usize].label.clone()).collect()
    }

    #[test]
    fn a_label_recurs_or_is_known() {
        let cases: [(&str, &[&str]); 10] = [
            ("Oppervlakte: 2106 km²", &[]),
            ("Anna: Ik kwam binnen en het was stil.\n\nToen ging ik weer weg.", &[]),
            ("Anna: Ik kwam.\nBert: En toen?\nAnna: Ik ging.", &["Anna", "Bert", "Anna"]),
            ("Interviewer: En toen?", &["Interviewer"]),
            ("Interviewer:\n\n", &[]),
            ("Resp 6: Ik vond het mooi, zo'n avond.\n\nTot zover.", &["Resp 6"]),
            ("R: 0,83", &[]),
            ("V: Ik weet het niet zeker.", &[]),
            ("anna: hoi\nbert: hoi allemaal", &[]),
            ("Interviewer: Jan de Vries", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(labels(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_form_has_to_be_what_the_text_is_made_of() {
        let prose = "Het was een lange dag, en niemand zei iets over het plan.\n\n".repeat(30);
        let cases = [
            "Jan – kwam later.\n\nEls – ging eerder.\n\nJan – belde nog.\n\nEls – ook.\n\n",
            "Anna\n\nkwam binnen.\n\nBert\n\nging weg.\n\nAnna\n\nbleef.\n\nBert\n\nook.\n\n",
            "Anna\tkwam binnen met koek.\n\nBert\tging weg zonder koek.\n\nAnna\tbleef zitten tot laat.\n\nBert\tkwam terug.\n\n",
        ];
        for dialogue in cases {
            assert_eq!(labels(&format!("{prose}{dialogue}")), [""; 0], "{dialogue:?} in much prose");
            assert_ne!(labels(dialogue), [""; 0], "{dialogue:?} by itself");
        }
    }

    #[test]
    fn names_that_are_nouns_in_the_same_text_need_more() {
        let text = "Kern: dat is de kern van de zaak.\n\nRand: de rand hoort erbij.\n\nKern: en dat ook, zei men.\n\nRand: ja.\n";
        assert_eq!(labels(text), [""; 0]);
        assert_eq!(labels(&text.replace("Kern:", "Karin:").replace("Rand:", "Bo:")).len(), 4);
    }
}
