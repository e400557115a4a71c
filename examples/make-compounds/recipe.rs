//! From the sources to the bytes that ship.

use crate::counting::{self, Counts};
use crate::familiar;
use codeboom::text::dutch::compound::cutting::Cutter;
use codeboom::text::dutch::compound::productivity::{Entry, Productivity};
use codeboom::text::dutch::{Class, Lexicon};
use codeboom::text::fold::fold;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

/// The least that a part is counted before it is kept: what was counted less is taken for chance.
const LEAST: f64 = 0.5;

/// The shortest word of which it matters how familiar it is, in bytes; shorter ones are hardly ever compounds.
const SHORTEST_COMPOUND: usize = 6;

/// The counts of the words of a list, as they ship.
pub(crate) fn make(lexicon: &Lexicon<'_>, list: &str, frequent: &str) -> Result<Vec<u8>, Box<dyn Error>> {
    let words = words(lexicon, list);
    let counts = counting::count(lexicon, &words);
    let mut entries = entries(&counts);
    let bytes = written(&entries)?;
    let cutter = Cutter { lexicon, counts: &Productivity::new(&bytes)? };
    let familiar = familiar::read(frequent);
    for word in words.iter().filter(|word| word.len() >= SHORTEST_COMPOUND && familiar.contains(*word)) {
        let is_lemma = lexicon.readings(word).iter().any(|reading| reading.lemma == *word);
        if is_lemma && cutter.cut(word).is_some_and(|cutting| !cutting.first_is_unknown) {
            entries.entry(word).or_default().familiar = true;
        }
    }
    Ok(written(&entries)?)
}

/// The words of a list that the lexicon has and that are more than names, in order.
fn words(lexicon: &Lexicon<'_>, list: &str) -> Vec<String> {
    let words: BTreeSet<String> = list.lines().map(|line| fold(line.trim()).into_owned()).collect();
    let counts = |word: &String| {
        word.bytes().all(|byte| byte.is_ascii_lowercase())
            && lexicon.readings(word).iter().any(|reading| reading.class != Class::Name)
    };
    words.into_iter().filter(counts).collect()
}

/// The costs of the parts that were counted often enough.
fn entries(counts: &Counts) -> BTreeMap<&str, Entry> {
    let total = counts.total();
    #[expect(clippy::cast_possible_truncation, reason = "a cost is kept in quarters")]
    let cost = |count: f64| (-(count / total).ln()) as f32;
    let mut entries: BTreeMap<&str, Entry> = BTreeMap::new();
    for (part, count) in counts.first.iter().filter(|(_, count)| **count >= LEAST) {
        entries.entry(part).or_default().first = Some(cost(*count));
    }
    for (lemma, count) in counts.last.iter().filter(|(_, count)| **count >= LEAST) {
        entries.entry(lemma).or_default().last = Some(cost(*count));
    }
    entries
}

fn written(entries: &BTreeMap<&str, Entry>) -> Result<Vec<u8>, fst::Error> {
    let mut map = fst::MapBuilder::memory();
    for (word, entry) in entries {
        map.insert(word, entry.packed())?;
    }
    map.into_inner()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;
    use std::process::Command;

    const MODEL: &str = "/usr/share/tesseract-ocr/5/tessdata/nld.traineddata";

    /// The frequent words of the model, by the commands in `data/README.md`.
    fn frequent_words(folder: &Path) -> Option<String> {
        let run = |program: &str, arguments: &[&str]| {
            let ran = Command::new(program).args(arguments).current_dir(folder).output().ok()?;
            ran.status.success().then_some(())
        };
        run("combine_tessdata", &["-u", MODEL, "nld."])?;
        run("dawg2wordlist", &["nld.lstm-unicharset", "nld.lstm-word-dawg", "words.txt"])?;
        std::fs::read_to_string(folder.join("words.txt")).ok()
    }

    #[test]
    fn the_shipped_counts_are_those_of_the_sources() {
        let folder = tempfile::tempdir().expect("a folder for the words");
        let list = std::fs::read_to_string("/usr/share/dict/dutch");
        let (Ok(list), Some(frequent)) = (list, frequent_words(folder.path())) else {
            eprintln!("skipped: wdutch, tesseract-ocr and tesseract-ocr-nld are not all installed");
            return;
        };
        let shipped = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/data/compounds.fst")).expect("it ships");
        assert!(make(Lexicon::shipped(), &list, &frequent).expect("the sources can be read") == shipped);
    }

    #[test]
    fn words_are_counted_on_the_side_where_they_stand() {
        let words =
            ["wijkagent", "wijkagenten", "wijkraad", "gemeenteraad", "stadsraad", "stadswijk"].map(str::to_owned);
        let counts = counting::count(Lexicon::shipped(), &words);
        let of = |counts: &BTreeMap<String, f64>, part: &str| counts.get(part).copied().unwrap_or_default();
        assert!(of(&counts.first, "wijk") > 2.0 && of(&counts.first, "stads") > 1.0, "{counts:?}");
        assert!(of(&counts.last, "raad") > 2.0 && of(&counts.last, "agent") > 1.0, "{counts:?}");
        assert!(of(&counts.last, "agenten") == 0.0, "last parts are counted by lemma");
    }
}
