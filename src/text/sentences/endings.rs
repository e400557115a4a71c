//! Whether a full stop, question mark, exclamation mark or ellipsis ends its sentence, going by the word before it and
//! by what follows: a capital, a small letter, a digit, a mark.

use super::abbreviations::Abbreviation;
use super::breaks::is_line_end;
use super::openers;
use super::quotes::{Quotes, is_opening};

/// No word is looked at further than this, in bytes, so that endless ones cost nothing.
const LONGEST_WORD: usize = 60;

/// Sounds behind which an ellipsis is a pause.
const FILLERS: &[&str] = &["aah", "ah", "ahm", "eh", "ehm", "euh", "ehh", "hm", "hmm", "mm", "mmm", "uh", "uhm", "uhh"];

/// Verbs that say who spoke: `“Echt?” vroeg ze`, also without quotation marks.
const SPOKE: &[&str] = &[
    "antwoordde",
    "dacht",
    "fluisterde",
    "lachte",
    "riep",
    "roept",
    "schreeuwde",
    "schreef",
    "vraag",
    "vraagt",
    "vroeg",
    "vroegen",
    "zegt",
    "zei",
    "zeiden",
    "zeg",
    "zuchtte",
];

/// What kind of mark it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Stop,
    Asking,
    Ellipsis,
}

/// A mark, or a few in a row, with what closes behind it.
pub(super) struct Ending {
    kind: Kind,
    /// Where the mark begins.
    at: usize,
    /// Whether a quotation mark or bracket closes behind it.
    closed: bool,
    /// One past the mark and what closes.
    pub(super) end: usize,
}

/// What follows a mark.
enum Next<'t> {
    /// Nothing, or a mark that belongs to what came before.
    GoesOn,
    /// A word with a capital, and the text from there.
    Capital(&'t str),
    /// A word with a small letter, and the text from there.
    Small(&'t str),
    Digit,
    /// An emoji, a symbol, a letter without case.
    Other,
}

/// Whether a sentence may end with it.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '‥' | '‼' | '⁇' | '⁈' | '⁉' | '。' | '！' | '？' | '؟' | '۔' | '।')
}

/// Reads the mark at a byte.
pub(super) fn read(text: &str, at: usize, quotes: &mut Quotes) -> Ending {
    let run_from = |start: usize| text.len() - text[start..].trim_start_matches(is_mark).len();
    let mut end = run_from(at);
    let run = &text[at..end];
    let kind = if run.chars().any(|c| !matches!(c, '.' | '…' | '‥' | '。' | '۔' | '।')) {
        Kind::Asking
    } else if run.contains(['…', '‥']) || run.len() > 1 && run.is_ascii() {
        Kind::Ellipsis
    } else {
        Kind::Stop
    };
    let mut closed = false;
    loop {
        let after = quotes.close(text, end);
        if after == end {
            return Ending { kind, at, closed, end };
        }
        closed = true;
        end = run_from(after);
    }
}

impl Ending {
    /// Whether the sentence that began at `start` ends here; `line` is where the line begins.
    pub(super) fn ends(&self, text: &str, start: usize, line: usize) -> bool {
        let before = &text[start..self.at];
        if self.kind == Kind::Ellipsis && begins_with_mark(before) {
            return false;
        }
        let rest = &text[self.end..];
        if !rest.starts_with(char::is_whitespace) {
            return self.is_glued(text, rest);
        }
        let next = Next::of(rest);
        let word = word_before(text, start, self.at);
        match (self.kind, next) {
            (_, Next::GoesOn) | (Kind::Ellipsis, Next::Small(_) | Next::Digit) => false,
            (Kind::Stop, next) => self.stop_ends(word, &next, before_is_empty(text, line, self.at - word.len())),
            (Kind::Asking, Next::Small(rest)) => !self.closed && !SPOKE.contains(&first_word(rest)),
            (Kind::Asking, _) | (Kind::Ellipsis, Next::Other) => true,
            (Kind::Ellipsis, Next::Capital(rest)) => {
                let left_out = before.ends_with(['(', '[']);
                let pause = FILLERS.contains(&word.to_lowercase().as_str());
                let alone = pause && begins_with_mark(&before[..before.len() - word.len()]);
                !alone && (!(left_out || pause) || openers::opens(rest))
            }
        }
    }

    /// A full stop behind `word`; `begins_line` when nothing stands before the word on its line.
    fn stop_ends(&self, word: &str, next: &Next<'_>, begins_line: bool) -> bool {
        if !self.closed
            && let Some(abbreviation) = Abbreviation::of(word)
        {
            return match (abbreviation, next) {
                (Abbreviation::BeforeNumber, next) => !matches!(next, Next::Digit),
                (Abbreviation::MayEnd, Next::Capital(_)) => true,
                (Abbreviation::Letters, Next::Capital(rest)) => openers::opens(rest),
                _ => false,
            };
        }
        let is_number = !word.is_empty() && word.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
        match next {
            Next::Capital(_) | Next::Other => !(is_number && begins_line && word.len() <= 4),
            Next::Digit => !is_number,
            Next::Small(_) => !self.closed && is_spoken_word(word),
            Next::GoesOn => false,
        }
    }

    /// A mark without white space behind it ends the sentence where a typist forgot the space: `hoor.Ja`.
    fn is_glued(&self, text: &str, rest: &str) -> bool {
        let mut after = rest.chars();
        let begins = after.next().is_some_and(char::is_uppercase) && after.next().is_some_and(char::is_lowercase);
        let head = &text[..self.at];
        let far = head.ceil_char_boundary(head.len().saturating_sub(LONGEST_WORD));
        let word = head[far..].rsplit(char::is_whitespace).next().unwrap_or_default();
        let tail = &rest[..rest.floor_char_boundary(LONGEST_WORD)];
        let behind = tail.split(char::is_whitespace).next().unwrap_or_default();
        let behind = behind.trim_end_matches(|c| is_mark(c) || matches!(c, ',' | ':' | ';'));
        let in_address = |part: &str| part.contains(['.', '@', '/', '\\', '_', '=', '&']);
        let inside = word.trim_start_matches(|c: char| !c.is_alphanumeric());
        begins
            && !in_address(inside)
            && !in_address(behind)
            && (self.kind != Kind::Stop || (is_spoken_word(inside) && Abbreviation::of(inside).is_none()))
    }
}

impl<'t> Next<'t> {
    /// What comes first in `rest`, behind white space, opening marks and dashes.
    fn of(rest: &'t str) -> Self {
        let mut rest = rest.trim_start();
        let near = rest.floor_char_boundary(4 * LONGEST_WORD);
        rest = &rest[..near];
        if rest.starts_with(",,") {
            rest = rest.trim_start_matches(',');
        }
        for _ in 0..8 {
            let Some(c) = rest.chars().next() else { return Self::GoesOn };
            let after = &rest[c.len_utf8()..];
            match c {
                '\'' | '’' | '‘' if is_clitic(after) => {
                    return match after.split_whitespace().nth(1).and_then(|word| word.chars().next()) {
                        Some(c) if c.is_uppercase() => Self::Capital(rest),
                        _ => Self::Small(rest),
                    };
                }
                '-' | '–' | '—' | '•' => rest = after.trim_start(),
                '[' if after.split_once("] ").is_some_and(|(remark, behind)| is_remark(remark, behind)) => {
                    return Self::Capital(rest);
                }
                _ if is_opening(c) => rest = after.trim_start_matches([' ', '\u{a0}']),
                _ if is_line_end(c)
                    || is_mark(c)
                    || matches!(c, ',' | ';' | ':' | ')' | ']' | '}' | '&' | '=' | '/') =>
                {
                    return Self::GoesOn;
                }
                _ if c.is_uppercase() => return Self::Capital(rest),
                _ if c.is_lowercase() => return Self::Small(rest),
                _ if c.is_numeric() => return Self::Digit,
                _ => return Self::Other,
            }
        }
        Self::Other
    }
}

/// Whether nothing has been said before the mark: `… en toen`, `R: … ja`.
fn begins_with_mark(before: &str) -> bool {
    let last = before.trim_end().chars().next_back();
    last.is_none_or(|c| c == ':' || c == '–' || (is_opening(c) && !matches!(c, '(' | '[')))
}

/// Whether something like `[lacht]` stands before a sentence.
fn is_remark(remark: &str, behind: &str) -> bool {
    remark.len() < LONGEST_WORD && behind.starts_with(char::is_uppercase)
}

/// Whether `'t`, `'s`, `'n` or `'k` begins here, without its apostrophe.
fn is_clitic(after: &str) -> bool {
    let mut chars = after.chars();
    chars.next().is_some_and(|c| matches!(c, 't' | 's' | 'n' | 'k' | 'm' | 'r'))
        && chars.next().is_some_and(char::is_whitespace)
}

/// The word that ends at `at`, with the full stops, hyphens and apostrophes inside it.
fn word_before(text: &str, start: usize, at: usize) -> &str {
    let from = text.ceil_char_boundary(start.max(at.saturating_sub(LONGEST_WORD)));
    let head = &text[from..at];
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '\'' | '’' | ',' | '\u{300}'..='\u{36f}');
    let word = &head[head.trim_end_matches(inside).len()..];
    word.trim_start_matches(|c: char| !c.is_alphanumeric())
}

/// Whether the line holds nothing before `at`.
fn before_is_empty(text: &str, line: usize, at: usize) -> bool {
    at.checked_sub(line).is_some_and(|len| len < LONGEST_WORD) && text[line..at].trim().is_empty()
}

fn first_word(text: &str) -> &str {
    text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default()
}

/// Whether it looks like a word, not like an abbreviation: small letters with a vowel among them.
fn is_spoken_word(word: &str) -> bool {
    let last = word.rsplit(['-', '\'', '’']).next().unwrap_or_default();
    word.chars().count() > 1
        && last.chars().all(char::is_alphabetic)
        && last.ends_with(char::is_lowercase)
        && word.to_lowercase().contains(['a', 'e', 'i', 'o', 'u', 'y', 'é', 'è', 'ë', 'ï', 'ö', 'ü', 'ê', 'á', 'ó'])
}
