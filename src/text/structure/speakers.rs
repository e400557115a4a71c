//! What a speaker label looks like and who it stands for: `Resp 6`, `Mevrouw Van Dijk`, `Anna (moeder)`, `INT.`. In
//! goes what a transcriber wrote where a label may stand; out comes its kind, the key under which other spellings of it
//! fall (`RESP 6`, `resp. 6`), and whether it is the one who asks. Whether it *is* a speaker the whole text decides:
//! [`super::weighing`].

use super::speaker_words::{
    ANSWERING, ASKING, FIELD_TAILS, HEADER_FIELDS, PARTICLES, QUALIFIERS, ROLES, SPEECH_OPENINGS, SPEECH_VERBS,
    STAGE_NOTES, TITLES, VALUE_WORDS, bare, first_word, is_role, looks_like_topic,
};

/// No label is longer than this many characters.
pub(super) const LONGEST: usize = 40;
/// Nor has more words.
const MOST_WORDS: usize = 5;

/// What kind of name a label is; each needs its own amount of proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Kind {
    /// A word for a side of the interview: `Interviewer`, `Resp 6`, `Spreker 2`.
    Known,
    /// A letter or word that is such a side only beside its counterpart: `I`, `R`, `V`, `A`, `Vraag`.
    Side,
    /// Kin, function, or a surname with its title: `Buurvrouw`, `Mevrouw Van Dijk`.
    Role,
    /// Words with capitals: `Anna`, `Jan de Vries`.
    Name,
    /// Letters: `B`, `MvD`, `P3`.
    Initials,
    /// One word in lower case, or a role with more behind it: `anna`, `Zus uit Almelo`.
    Lower,
    /// A field of a header: `Datum`.
    Field,
}

/// A label as written, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Label {
    /// As the transcriber spelled it, without colon, brackets and notes such as `(lacht)`.
    pub(super) spelling: String,
    /// Equal for other spellings of the same label.
    pub(super) key: String,
    /// What kind of name it is.
    pub(super) kind: Kind,
    /// Whether it stands for the one who asks.
    pub(super) asks: bool,
}

impl Label {
    /// Reads what may be a label; `None` when it cannot be one.
    pub(super) fn read(written: &str) -> Option<Self> {
        let written = written.trim();
        if written.chars().count() > LONGEST {
            return None;
        }
        let (base, note) = split_note(written);
        let note = note.filter(|note| !is_stage_note(note));
        let kind = kind_of(base)?;
        let spelling = if note.is_some() { written } else { base };
        let noted = kind != Kind::Field && note.is_some_and(|note| ASKING.has(&first_word(note)));
        let asks = noted || (matches!(kind, Kind::Known | Kind::Side) && asks(base));
        let kind = if noted { Kind::Known } else { kind };
        Some(Self { spelling: spelling.to_owned(), key: key_of(spelling), kind, asks })
    }

    /// The key of the label without the part in brackets, where it has one: `anna` of `Anna (moeder)`.
    pub(super) fn bare_key(&self) -> Option<String> {
        let (base, note) = split_note(&self.spelling);
        note.map(|_| key_of(base))
    }

    /// Whether it is spelled with a capital, or starts with none.
    pub(super) fn has_capital(&self) -> bool {
        !self.spelling.starts_with(char::is_lowercase)
    }

    /// Whether the label ends as nouns for topics do, so that one occurrence proves nothing.
    pub(super) fn is_topical(&self) -> bool {
        self.kind == Kind::Name && !self.key.contains(' ') && looks_like_topic(&self.key)
    }
}

/// `Anna (moeder)` in its two parts.
fn split_note(written: &str) -> (&str, Option<&str>) {
    let parts = written.strip_suffix(')').and_then(|opened| opened.split_once('('));
    parts.map_or((written, None), |(base, note)| (base.trim_end(), Some(note.trim())))
}

fn is_stage_note(note: &str) -> bool {
    note.split_whitespace().map(bare).any(|word| STAGE_NOTES.has(&word))
}

/// Lower case, only letters and digits with single spaces, none before a number, numbers without leading zeros.
fn key_of(label: &str) -> String {
    let mut key = String::with_capacity(label.len());
    let mut gap = false;
    for c in label.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() || c == '(' {
            if gap && !key.is_empty() && !c.is_ascii_digit() {
                key.push(' ');
            }
            gap = false;
            if c.is_ascii_digit()
                && key.ends_with('0')
                && !key.trim_end_matches('0').ends_with(|c: char| c.is_ascii_digit())
            {
                key.pop();
            }
            key.push(c);
        } else if c == ' ' || c == '\u{a0}' || c == '_' || c == '-' || c == '\t' {
            gap = true;
        }
    }
    key
}

fn asks(base: &str) -> bool {
    let mut words = base.split([' ', '_', '\u{a0}', '/', '&']).map(letters).filter(|word| !word.is_empty());
    let first = words.next().unwrap_or_default();
    let word = if QUALIFIERS.has(&first) { words.next().unwrap_or_default() } else { first };
    ASKING.has(&word) || matches!(word.as_str(), "i" | "v" | "q" | "vraag" | "question" | "vr")
}

/// The letters of a word in lower case: `int` of `Int.1`.
fn letters(word: &str) -> String {
    word.chars().filter(|c| c.is_alphabetic() || matches!(c, '\'' | '’')).flat_map(char::to_lowercase).collect()
}

fn kind_of(base: &str) -> Option<Kind> {
    let allowed = |c: char| c.is_alphanumeric() || " .'’-_/&+\u{a0}()".contains(c);
    if !base.chars().all(allowed) || !base.chars().any(char::is_alphabetic) {
        return None;
    }
    let words: Vec<&str> = base.split([' ', '_', '\u{a0}']).filter(|word| !word.is_empty()).collect();
    let first = words.first()?;
    if words.len() > MOST_WORDS || !dots_are_fine(&words) {
        return None;
    }
    let lower: Vec<String> = words.iter().map(|word| bare(word)).collect();
    let is_letter = first.chars().filter(|c| c.is_alphanumeric()).count() == 1;
    let capital_letter = is_letter && !first.chars().any(char::is_lowercase);
    if SPEECH_OPENINGS.has(&lower[0]) && !capital_letter {
        return None;
    }
    let numbered = words.iter().any(|word| word.chars().any(|c| c.is_ascii_digit()));
    let tail = letters(words.last().unwrap_or(first));
    let stem = letters(first);
    let known_at = usize::from(QUALIFIERS.has(&stem) && words.len() > 1);
    let known = letters(words[known_at]);
    if ASKING.has(&known) || ANSWERING.has(&known) {
        let after = &lower[known_at + 1..];
        if after.iter().any(|word| FIELD_TAILS.has(word)) && !numbered {
            return Some(Kind::Field);
        }
        let names = words[known_at + 1..].iter().all(|word| is_name_word(word) || ASKING.has(&bare(word)));
        return names.then_some(Kind::Known);
    }
    if lower.iter().skip(1).any(|word| FIELD_TAILS.has(word))
        || (!is_role(&known) && lower.iter().any(|word| is_field(word)))
    {
        return Some(Kind::Field);
    }
    if matches!(stem.as_str(), "vraag" | "antwoord" | "question" | "answer" | "vr" | "antw") && words.len() <= 2 {
        return if numbered || words.len() > 1 { Some(Kind::Field) } else { Some(Kind::Side) };
    }
    if words.len() == 1 && matches!(stem.as_str(), "i" | "r" | "v" | "a" | "q") && !numbered && is_letter {
        return Some(Kind::Side);
    }
    if words.len() <= 2
        && numbered
        && matches!(stem.as_str(), "i" | "r")
        && lower.iter().skip(1).all(|word| is_number(word))
    {
        return Some(Kind::Known);
    }
    person_kind(&words, &lower, &tail)
}

/// The kind of a label that names a person.
fn person_kind(words: &[&str], lower: &[String], tail: &str) -> Option<Kind> {
    let starts_upper = words[0].chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
    let title = usize::from(lower[0] == "de");
    let surname = words.get(title + 1..).filter(|_| TITLES.has(&lower[title])).unwrap_or_default();
    if surname.iter().all(|word| is_name_word(word)) && surname.iter().any(|word| starts_with_capital(word)) {
        return Some(Kind::Role);
    }
    let start = usize::from(QUALIFIERS.has(&lower[0]) && words.len() > 1);
    let role = letters(words[start]);
    if is_role(&role) && words[start + 1..].iter().all(|word| is_name_word(word)) {
        return Some(Kind::Role);
    }
    // `Medewerker gemeente`, `Zus uit Almelo`: too much like a sentence to be believed before it recurs.
    if is_role(&role) && words.len() > 1 && !lower.iter().any(|word| SPEECH_VERBS.has(word)) {
        return Some(Kind::Lower);
    }
    if words.len() > 1
        && start == 0
        && matches!(lower[0].as_str(), "de" | "het" | "'t")
        && is_role(tail)
        && starts_upper
    {
        return Some(Kind::Name);
    }
    if !starts_upper {
        let titled = words.len() > 1 && TITLES.has(&lower[0]);
        if titled && words.iter().all(|word| word.chars().all(|c| c.is_alphabetic() || c == '.')) {
            return Some(Kind::Lower);
        }
        let plain = words.len() == 1 && words[0].chars().all(char::is_alphabetic) && words[0].chars().count() > 1;
        return plain.then_some(Kind::Lower);
    }
    if PARTICLES.has(&lower[0]) && words.len() == 1 && lower[0].chars().count() > 1 {
        return None;
    }
    if words.len() <= 2 && is_initials(words[0]) && lower.iter().skip(1).all(|word| is_number(word)) {
        return Some(Kind::Initials);
    }
    words.iter().all(|word| is_name_word(word)).then_some(Kind::Name)
}

/// Whether a word, with or without a number behind it, names a field of a header: `Datum`, `Stap2`.
fn is_field(word: &str) -> bool {
    HEADER_FIELDS.has(word) || HEADER_FIELDS.has(word.trim_end_matches(|c: char| c.is_ascii_digit()))
}

/// `B`, `MvD`, `P3`, `S.`.
fn is_initials(word: &str) -> bool {
    let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
    let capitals = letters.iter().filter(|c| c.is_uppercase()).count();
    (letters.len() == 1 && capitals == 1)
        || (letters.len() <= 3 && capitals >= 2)
        || (letters.len() <= 4 && capitals >= 2 && capitals < letters.len())
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| c.is_ascii_digit())
}

fn starts_with_capital(word: &str) -> bool {
    word.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_uppercase)
}

/// Whether a word may stand in a name: a capital, a number, `van`, a role, `+`.
fn is_name_word(word: &str) -> bool {
    let lower = bare(word);
    starts_with_capital(word)
        || is_number(&lower)
        || PARTICLES.has(&word.to_lowercase())
        || is_role(&lower)
        || word == "/"
}

/// A dot in a label only abbreviates: `Int.`, `Mw.`, `J.`.
fn dots_are_fine(words: &[&str]) -> bool {
    words.iter().all(|word| {
        let Some((stem, rest)) = word.split_once('.') else { return true };
        let stem = stem.to_lowercase();
        let known = ASKING.has(&stem) || ANSWERING.has(&stem) || TITLES.has(&stem) || ROLES.has(&stem);
        known || (stem.chars().count() <= 2 && rest.split('.').all(|part| part.chars().count() <= 2)) || stem == "nr"
    })
}

/// Whether `value` is what stands in a header field behind `Interviewer:` rather than what someone says: a name, a
/// role, a number, `vrouw, 45 jaar`.
pub(super) fn is_field_value(value: &str) -> bool {
    let value = value.trim();
    let words: Vec<&str> = value.split_whitespace().take(9).collect();
    let open_ended = !value.ends_with(['?', '!', '…', ';']) && (!value.ends_with('.') || is_abbreviation_end(value));
    if words.is_empty() || words.len() > 8 || value.len() > 80 || !open_ended {
        return false;
    }
    let opens_speech = SPEECH_OPENINGS.has(&bare(words[0])) && !VALUE_WORDS.has(&bare(words[0]));
    !opens_speech
        && words.iter().all(|word| {
            let plain = bare(word);
            plain.is_empty() || is_name_word(word) || VALUE_WORDS.has(&plain) || PARTICLES.has(&plain)
        })
}

/// Whether the dot at the end belongs to a short word: `Jan V.`
fn is_abbreviation_end(value: &str) -> bool {
    value.split_whitespace().next_back().is_some_and(|word| word.chars().count() <= 3)
}

/// Whether `words` open as speech does: `Ja`, `Nou ja`, `Ik`.
pub(super) fn opens_speech(words: &str) -> bool {
    SPEECH_OPENINGS.has(&first_word(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_by_kind() {
        let cases = [
            (
                Kind::Known,
                "Interviewer|interviewster|Int.|INT|Interviewer 2|Resp 6|RESP. 06|R1|Respondent|Spreker 1|SPEAKER_00|Onderzoeker",
            ),
            (
                Kind::Known,
                "Interviewer (Jan)|Jan (interviewer)|Geïnterviewde|Onbekende spreker|Eerste interviewer|Deelnemer 3",
            ),
            (Kind::Side, "I|R|V|A|Q|i|Vraag|Antwoord|I.|R."),
            (
                Kind::Role,
                "Moeder|buurvrouw|Wijkverpleegkundige|Mevrouw Van Dijk|Mw. Jansen|De heer Bos|Zoon Tim|Moeder van Tim",
            ),
            (
                Kind::Name,
                "Anna|Jan de Vries|Anna (moeder)|Zoë|D'Hondt|Anne-Marie|Anna en Bert|MARIAN|El Amrani|J. de Vries",
            ),
            (Kind::Initials, "B|MvD|LS|P3|A.B."),
            (Kind::Lower, "anna|mevrouw van dijk|Medewerker Wmo-loket gemeente|Zus die verderop woont"),
            (
                Kind::Field,
                "Datum|Respondent nummer|Locatie|Oppervlakte|Duur opname|Vraag 3|Maandag|Interviewer naam|Stap 2",
            ),
        ];
        for (kind, labels) in cases {
            for label in labels.split('|') {
                assert_eq!(Label::read(label).map(|label| label.kind), Some(kind), "{label}");
            }
        }
    }

    #[test]
    fn what_can_be_no_label() {
        let cases = [
            "Moeder zei",
            "let op",
            "Let op",
            "bijvoorbeeld",
            "Dus",
            "Nou ja",
            "NB",
            "Toen zei ze",
            "Mijn moeder zei",
            "Hij zei",
            "Joh. 3",
            "Specifiek voor digitale conferenties",
            "Het belangrijkste",
            "12",
            "",
            "…",
            "Ten tweede",
            "En ik zo",
            "’s Avonds",
            "Een hele lange naam van meer dan veertig tekens",
            "Wat vond u daar nou van",
        ];
        for label in cases {
            assert_eq!(Label::read(label), None, "{label}");
        }
    }

    #[test]
    fn spellings_of_one_label_have_one_key() {
        let same = [
            "Resp 6|RESP 6|resp. 6|Resp. 06|Resp6|resp  6",
            "Int.|INT|int",
            "Mevrouw Van Dijk|mevrouw van dijk|MEVROUW VAN DIJK",
            "Toos (lacht)|Toos|TOOS (zachtjes)",
            "SPEAKER_00|Speaker 00|speaker 0",
        ];
        for spellings in same {
            let keys: Vec<_> = spellings.split('|').map(|one| Label::read(one).map(|label| label.key)).collect();
            assert!(keys[0].is_some() && keys.windows(2).all(|pair| pair[0] == pair[1]), "{spellings}: {keys:?}");
        }
        let apart = ["Resp 1|Resp 10", "R1|R11", "Anna|Anne", "Interviewer (Jan)|Interviewer (Els)"];
        for spellings in apart {
            let keys: Vec<_> = spellings.split('|').map(|one| Label::read(one).map(|label| label.key)).collect();
            assert_ne!(keys[0], keys[1], "{spellings}");
        }
    }

    #[test]
    fn values_of_header_fields() {
        for value in ["Jan de Vries", "Anna", "moeder", "vrouw, 45 jaar", "R12", "mevrouw T. Jansen (64)", "Jan V."] {
            assert!(is_field_value(value), "{value}");
        }
        for value in ["Ja", "Goedemorgen.", "Kun je beginnen?", "Successen en motivatie", "", "Nee, Jan niet"] {
            assert!(!is_field_value(value), "{value}");
        }
    }
}
