//! How Dutch spells a word before an ending that begins with a vowel: a long vowel is written once (*maan, manen*), the
//! consonant after a short one twice (*man, mannen*), *f* and *s* become *v* and *z* (*brief, brieven; huis, huizen*).
//! [`bare`] goes the other way, from what stands before the ending to the words it may come from.

/// Whether it is a vowel letter; *y* counts as one.
#[must_use]
pub fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// Endings of which the vowel is weak, so that nothing changes before an ending: *wandel-en*, *kilometer-en*.
const WEAK: &[&str] = &["el", "er", "en", "em", "ig", "ik", "es", "or", "on", "it", "um", "et"];

/// The words that are spelled as `before` before a vowel, likeliest first: *man* comes from *maan*, *mann* from *man*,
/// *huiz* from *huis*, *wandel* from *wandel* or *wandeel*, *idee* from *idee*.
#[must_use]
pub fn bare(before: &str) -> Vec<String> {
    let mut from_end = before.chars().rev();
    let (Some(last), Some(second)) = (from_end.next(), from_end.next()) else { return Vec::new() };
    let third = from_end.next();
    let shorter = &before[..before.len() - last.len_utf8()];
    if is_vowel(last) {
        return if last == 'i' && !is_vowel(second) {
            // koloni-en, bacteri-en; not gooi-en.
            vec![format!("{before}e"), before.to_owned()]
        } else {
            vec![before.to_owned()]
        };
    }
    if last == second {
        // No consonant is written twice after another or after a long vowel: "wachtt" and "raadd" are of the past.
        let long = from_end.next().is_some_and(is_vowel) && !before.contains("qu");
        return if third.is_some_and(is_vowel) && !long { vec![shorter.to_owned()] } else { Vec::new() };
    }
    let hard = match last {
        'v' => Some('f'),
        'z' => Some('s'),
        _ => None,
    };
    let closed = |c: char| format!("{shorter}{c}");
    let open = matches!(second, 'a' | 'e' | 'o' | 'u') && !third.is_some_and(is_vowel);
    // After a vowel the long vowel of "-eer" and "-eel" is written once too (evalueren, industriele, creeren). Any other
    // vowel written twice is closed, so that no ending with a vowel follows.
    match third {
        Some('e') if second == 'e' && matches!(last, 'r' | 'l') => return vec![closed_long(before, last)],
        Some(third) if second == 'e' && is_vowel(third) && matches!(last, 'r' | 'l') => {
            return vec![before.to_owned(), closed_long(before, last)];
        }
        Some(third) if third == second && is_vowel(second) => return Vec::new(),
        _ => {}
    }
    // "qu" and the glide of "eeuw" are no long vowels.
    if !open || third == Some('q') || last == 'w' || last == 'x' {
        return match hard {
            Some(hard) => vec![closed(hard), before.to_owned()],
            None => vec![before.to_owned()],
        };
    }
    let long = format!("{shorter}{second}{}", hard.unwrap_or(last));
    let short = closed(hard.unwrap_or(last));
    if WEAK.iter().any(|ending| before.ends_with(ending)) && before.chars().filter(|c| is_vowel(*c)).count() > 1 {
        vec![short, long]
    } else {
        vec![long, short]
    }
}

/// The word with its last vowel, an *e*, written twice.
fn closed_long(word: &str, last: char) -> String {
    format!("{}e{last}", &word[..word.len() - last.len_utf8()])
}

/// How a word may be spelled before an ending that begins with a vowel: what [`bare`] leads back to the word.
#[must_use]
pub fn before_vowel(word: &str) -> Vec<String> {
    let mut from_end = word.chars().rev();
    let (Some(last), second, third) = (from_end.next(), from_end.next(), from_end.next()) else { return Vec::new() };
    let shorter = &word[..word.len() - last.len_utf8()];
    let mut spellings = Vec::new();
    if !third.is_some_and(is_vowel) {
        spellings.push(format!("{word}{last}"));
    }
    spellings.push(word.to_owned());
    let soft = match last {
        'f' => Some('v'),
        's' => Some('z'),
        _ => None,
    };
    spellings.extend(soft.map(|soft| format!("{shorter}{soft}")));
    if second == third && second.is_some_and(|c| matches!(c, 'a' | 'e' | 'o' | 'u')) {
        let open = &shorter[..shorter.len() - 1];
        spellings.push(format!("{open}{last}"));
        spellings.extend(soft.map(|soft| format!("{open}{soft}")));
    }
    if second == Some('i') && last == 'e' {
        spellings.push(shorter.to_owned());
    }
    spellings.retain(|spelling| bare(spelling).iter().any(|found| found == word));
    spellings.dedup();
    spellings
}

/// The stem of a verb before its endings are spelled, as [`bare`] but of the infinitive: *lopen*, *loop*.
#[must_use]
pub fn stems(infinitive: &str) -> Vec<String> {
    let Some(without_n) = infinitive.strip_suffix('n') else { return Vec::new() };
    match without_n.strip_suffix('e') {
        _ if without_n.ends_with("aa") => vec![without_n[..without_n.len() - 1].to_owned()],
        Some(before) if before.ends_with(['i', 'o']) && !ends_in_glide(before) => vec![without_n.to_owned()],
        Some(before) => bare(before),
        None => Vec::new(),
    }
}

/// Whether a diphthong stands at the end, as in *gooi-en* and *roei-en*.
fn ends_in_glide(before: &str) -> bool {
    let mut from_end = before.chars().rev();
    from_end.next() == Some('i') && from_end.next().is_some_and(is_vowel)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_before_an_ending_is_found_back() {
        let cases: &[(&str, &[&str])] = &[
            ("mann", &["man"]),
            ("man", &["maan", "man"]),
            ("huiz", &["huis", "huiz"]),
            ("briev", &["brief", "briev"]),
            ("wandel", &["wandel", "wandeel"]),
            ("wolv", &["wolf", "wolv"]),
            ("werk", &["werk"]),
            ("idee", &["idee"]),
            ("koloni", &["kolonie", "koloni"]),
            ("leeuw", &["leeuw"]),
            ("bom", &["boom", "bom"]),
            ("bomm", &["bom"]),
            ("neuz", &["neus", "neuz"]),
            ("laz", &["laas", "las"]),
            ("evaluer", &["evaluer", "evalueer"]),
            ("industriel", &["industriel", "industrieel"]),
            ("creer", &["creeer"]),
            ("deel", &["deeel"]),
            ("maan", &[]),
            ("wachtt", &[]),
            ("raadd", &[]),
            ("x", &[]),
            ("", &[]),
        ];
        for (before, expected) in cases {
            assert_eq!(bare(before), *expected, "{before}");
        }
    }

    #[test]
    fn a_word_is_spelled_before_an_ending() {
        let cases: &[(&str, &[&str])] = &[
            ("maan", &["man"]),
            ("man", &["mann", "man"]),
            ("huis", &["huis", "huiz"]),
            ("werk", &["werk"]),
            ("kolonie", &["kolonie", "koloni"]),
            ("", &[]),
        ];
        for (word, expected) in cases {
            assert_eq!(before_vowel(word), *expected, "{word}");
        }
    }

    #[test]
    fn an_infinitive_loses_its_ending() {
        let cases: &[(&str, &[&str])] = &[
            ("lopen", &["loop", "lop"]),
            ("bellen", &["bel"]),
            ("gaan", &["ga"]),
            ("zien", &["zie"]),
            ("doen", &["doe"]),
            ("gooien", &["gooi"]),
            ("aaien", &["aai"]),
            ("geven", &["geef", "gef"]),
            ("verhuizen", &["verhuis", "verhuiz"]),
            ("tuin", &[]),
            ("", &[]),
        ];
        for (infinitive, expected) in cases {
            assert_eq!(stems(infinitive), *expected, "{infinitive}");
        }
    }
}
