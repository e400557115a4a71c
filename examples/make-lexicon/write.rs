//! Writes the lexicon in the form that `text/dutch/lexicon` reads: the sets of edits, the most used in front, and the map
//! from each word to its set.

use crate::readings::Readings;
use codeboom::text::dutch::Edit;
use std::collections::BTreeMap;
use std::error::Error;

/// The bytes of a lexicon. `particles` gives the length of the particle of each separable infinitive.
///
/// # Errors
/// When a word is too long for its edit, or there are more sets than fit.
pub(crate) fn lexicon(readings: &Readings, particles: &BTreeMap<String, usize>) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut words = Vec::new();
    let mut uses: BTreeMap<Vec<Edit>, usize> = BTreeMap::new();
    for (word, readings) in readings.all() {
        let edits = readings.iter().map(|reading| Edit::between(word, &reading.lemma, Some(reading.class)));
        let parted = particles.get(word).map(|length| Edit::without_beginning(*length));
        let edits: Option<Vec<Edit>> = edits.chain(parted).collect();
        let edits = edits.ok_or_else(|| format!("{word:?} is too long"))?;
        *uses.entry(edits.clone()).or_default() += 1;
        words.push((word, edits));
    }
    let mut sets: Vec<(&Vec<Edit>, usize)> = uses.iter().map(|(edits, uses)| (edits, *uses)).collect();
    sets.sort_by(|(left, often), (right, seldom)| seldom.cmp(often).then(left.cmp(right)));
    let numbers: BTreeMap<&Vec<Edit>, u64> =
        sets.iter().zip(0..).map(|((edits, _), number)| (*edits, number)).collect();

    let mut bytes = u32::try_from(sets.len())?.to_le_bytes().to_vec();
    let mut written = Vec::new();
    for (edits, _) in &sets {
        edits.iter().for_each(|edit| edit.write(&mut written));
        bytes.extend(u32::try_from(written.len())?.to_le_bytes());
    }
    bytes.extend(&written);
    let mut map = fst::MapBuilder::memory();
    for (word, edits) in &words {
        map.insert(word, numbers[edits])?;
    }
    bytes.extend(map.into_inner()?);
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use codeboom::text::dutch::{Class, Lexicon};

    #[test]
    fn what_is_written_is_read_again() {
        let mut readings = Readings::default();
        readings.add("opgebeld", Class::Participle, "opbellen");
        readings.add("opbellen", Class::Infinitive, "opbellen");
        readings.add("was", Class::Past, "zijn");
        readings.add("was", Class::Noun, "was");
        let bytes = lexicon(&readings, &BTreeMap::from([("opbellen".to_owned(), 2)])).expect("short words");
        let lexicon = Lexicon::new(&bytes).expect("just written");
        let lemmas = |word| lexicon.readings(word).into_iter().map(|reading| reading.lemma).collect::<Vec<String>>();
        assert_eq!(lemmas("was"), ["zijn", "was"]);
        assert_eq!(lemmas("opgebeld"), ["opbellen"]);
        assert_eq!(lexicon.verb_within("opbellen").as_deref(), Some("bellen"));
        assert_eq!(lexicon.verb_within("was"), None);
        assert!(lexicon.readings("wassen").is_empty());
        assert_eq!(lexicon.len(), 3);
    }
}
