//! Finds every place of an exact string in one text, many times over: 60,000 quotes are looked up in a few hundred
//! texts. Every third place of the text is noted under the five bytes that stand there; a string of seven bytes or
//! more must cover one of these at a known distance, so only a handful of places are compared. Shorter strings are
//! searched for plainly. Places that overlap are all given: a fragment may stand on the second `ja ja` of `ja ja ja`.

/// Bytes noted per place.
const GRAM: usize = 5;
/// Distance between two noted places.
const STEP: usize = 3;
/// Grams of one alignment that are weighed against each other, to follow the rarest.
const CHOICE: usize = 8;

/// The notes on one text. The same text must be given with every question.
#[derive(Debug, Clone)]
pub(crate) struct Exact {
    /// Where the places of each bucket begin in `places`.
    buckets: Vec<u32>,
    places: Vec<u32>,
}

impl Exact {
    /// Reads the text once.
    pub(crate) fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let size = (bytes.len() / STEP).next_power_of_two().clamp(1 << 8, 1 << 20);
        let mut buckets = vec![0u32; size + 1];
        let grams = || bytes.windows(GRAM).step_by(STEP).map(|gram| bucket(gram, size));
        for bucket in grams() {
            buckets[bucket + 1] += 1;
        }
        for at in 0..size {
            buckets[at + 1] += buckets[at];
        }
        let mut free = buckets.clone();
        let mut places = vec![0; buckets[size] as usize];
        for (at, bucket) in grams().enumerate() {
            places[free[bucket] as usize] = u32::try_from(at * STEP).unwrap_or(u32::MAX);
            free[bucket] += 1;
        }
        Self { buckets, places }
    }

    /// Byte offsets of all places of `words` in `text`, in reading order.
    pub(crate) fn places(&self, text: &str, words: &str) -> Vec<usize> {
        if words.len() < GRAM + STEP - 1 {
            return plain_places(text, words);
        }
        let (haystack, needle) = (text.as_bytes(), words.as_bytes());
        let mut found = Vec::new();
        for shift in 0..STEP {
            let shifts = (shift..=needle.len() - GRAM).step_by(STEP).take(CHOICE);
            let rarest =
                shifts.map(|at| (at, self.noted(&needle[at..at + GRAM]))).min_by_key(|(_, places)| places.len());
            let Some((ahead, places)) = rarest else { continue };
            let starts = places.iter().filter_map(|place| (*place as usize).checked_sub(ahead));
            found.extend(starts.filter(|start| haystack.get(*start..*start + needle.len()) == Some(needle)));
        }
        found.sort_unstable();
        found
    }

    fn noted(&self, gram: &[u8]) -> &[u32] {
        let bucket = bucket(gram, self.buckets.len() - 1);
        &self.places[self.buckets[bucket] as usize..self.buckets[bucket + 1] as usize]
    }
}

fn plain_places(text: &str, words: &str) -> Vec<usize> {
    let Some(first) = words.chars().next() else { return Vec::new() };
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find(words) {
        found.push(from + at);
        from += at + first.len_utf8();
    }
    found
}

/// `size` is a power of two.
fn bucket(gram: &[u8], size: usize) -> usize {
    let hash = gram.iter().fold(0u64, |hash, byte| (hash << 8) | u64::from(*byte)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    usize::try_from(hash >> 40).unwrap_or_default() & (size - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn finds_all_places() {
        let text = "ja ja ja, ’s avonds zo'n dag. Zo'n dag, zo'n dag 👍🏽👍🏽";
        let cases: [(&str, &[usize]); 6] = [
            ("ja ja", &[0, 3]),
            ("zo'n dag", &[22, 42]),
            ("👍🏽", &[51, 59]),
            ("’s avonds", &[10]),
            ("nee nee nee", &[]),
            ("", &[]),
        ];
        let exact = Exact::new(text);
        for (words, expected) in cases {
            assert_eq!(exact.places(text, words), expected, "{words}");
        }
    }

    proptest! {
        #[test]
        fn same_as_a_plain_search(text in "(a|b|é|👍| ){0,200}", words in "(a|b|é| ){1,9}", from in 0usize..150, len in 1usize..60) {
            let exact = Exact::new(&text);
            let cut: String = text.chars().skip(from).take(len).collect();
            for words in [words, cut] {
                prop_assert_eq!(exact.places(&text, &words), plain_places(&text, &words));
            }
        }
    }
}
