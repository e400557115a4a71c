//! Which quotation marks close. Curly marks say so themselves; a straight one closes when it stands against the word
//! before it, and where it stands loose on both sides, when one is open.

/// What is open at a place in the text.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Quotes {
    /// Whether a straight double quotation mark was opened and not closed.
    open: bool,
}

impl Quotes {
    /// Takes note of the character at `at`, when it is a straight double quotation mark.
    pub(super) fn pass(&mut self, text: &str, at: usize, c: char) {
        if c != '"' {
            return;
        }
        let before = text[..at].chars().next_back().is_none_or(|c| c.is_whitespace() || is_opening(c));
        let after = text[at + 1..].chars().next().is_none_or(|c| !c.is_alphanumeric() && !is_opening(c));
        self.open = match (before, after) {
            (true, false) => true,
            (false, true) => false,
            _ => !self.open,
        };
    }

    /// The byte behind the marks that close at `at`, directly or after blanks; `at` itself when none does.
    pub(super) fn close(&mut self, text: &str, at: usize) -> usize {
        let end = self.close_directly(text, at);
        self.close_loosely(text, end).unwrap_or(end)
    }

    fn close_directly(&mut self, text: &str, at: usize) -> usize {
        let mut end = at;
        while let Some(c) = text[end..].chars().next() {
            let after = end + c.len_utf8();
            let word_follows = text[after..].starts_with(char::is_alphanumeric);
            match c {
                '"' | '\'' | '’' | '‘' | '“' if word_follows => break,
                '"' => self.open = false,
                '\'' | '’' | '‘' | '“' | '”' | '»' | ')' | ']' | '}' | '*' | '_' => {}
                _ => break,
            }
            end = after;
        }
        end
    }

    /// Marks with a blank before them, as typists and old newspapers write: `Dat was het. "`.
    fn close_loosely(&mut self, text: &str, at: usize) -> Option<usize> {
        let rest = &text[at..];
        let blanks = rest.len() - rest.trim_start_matches([' ', '\u{a0}']).len();
        let rest = &rest[blanks..];
        let mark = ["''", "’’", "”", "»", "\""].into_iter().find(|mark| rest.starts_with(mark))?;
        let stands_loose = rest[mark.len()..].chars().next().is_none_or(|c| !c.is_alphanumeric() && !is_opening(c));
        // Of two loose ones in a row the first closes and the second opens.
        let closes = mark != "\"" || self.open || rest[1..].trim_start().starts_with('"');
        if blanks == 0 || !stands_loose || !closes {
            return None;
        }
        if mark == "\"" {
            self.open = false;
        }
        Some(at + blanks + mark.len())
    }
}

/// Marks behind which something begins.
pub(super) fn is_opening(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '“' | '„' | '‘' | '«' | '"' | '\'' | '’' | '*' | '_')
}
