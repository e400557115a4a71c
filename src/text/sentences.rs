//! Cuts a text into sentences, written ones and spoken ones. A sentence ends at a full stop, question mark, exclamation
//! mark or ellipsis, with the quotation marks and brackets that close behind it; unless what stands before is an
//! abbreviation (`dhr.`, `o.a.`, `J.P.`), or what follows goes on (`“Ga je mee?” vroeg ze`, `ik dacht… nou ja`).
//! A blank line always ends one, a single line break only where the line itself tells so.
//!
//! A text in, spans out: in order, without white space around them, together everything that is not white space. A
//! speaker's label and a time mark belong to the sentence behind them. Linear in the text, whatever the text.
//!
//! - `abbreviations` words that end in a full stop, `openers` words that begin sentences
//! - `endings` whether a mark ends its sentence, `quotes` closing marks, `breaks` line breaks

mod abbreviations;
mod breaks;
mod endings;
mod openers;
mod quotes;
#[cfg(test)]
mod tests;

use crate::model::Span;
use breaks::Break;
use quotes::Quotes;

/// The sentences of a text, in order.
///
/// ```
/// use codeboom::text::sentences;
///
/// let text = "R: Dhr. De Wit kwam o.a. om 12.30 u. langs. “Ga je mee?” vroeg hij… Nee dus.";
/// let found: Vec<&str> = sentences(text).into_iter().map(|sentence| sentence.of(text)).collect();
/// assert_eq!(found, ["R: Dhr. De Wit kwam o.a. om 12.30 u. langs.", "“Ga je mee?” vroeg hij…", "Nee dus."]);
/// ```
#[must_use]
pub fn sentences(text: &str) -> Vec<Span> {
    let mut cutter = Cutter { text, start: 0, line: 0, quotes: Quotes::default(), found: Vec::new() };
    let mut at = 0;
    while let Some(c) = next_mark(text, &mut at) {
        at = match c {
            _ if breaks::is_line_end(c) => cutter.pass_break(at),
            _ if endings::is_mark(c) => cutter.pass_mark(at),
            _ => {
                cutter.quotes.pass(text, at, c);
                at + c.len_utf8()
            }
        };
    }
    cutter.cut(text.len());
    cutter.found
}

/// Moves `at` to the next character that means something here, and gives it.
fn next_mark(text: &str, at: &mut usize) -> Option<char> {
    let plain = |byte: &u8| byte.is_ascii() && !matches!(byte, b'.' | b'!' | b'?' | b'"' | b'\n' | b'\x0c');
    loop {
        *at += text.as_bytes().get(*at..)?.iter().take_while(|byte| plain(byte)).count();
        let c = text.get(*at..)?.chars().next()?;
        if c.is_ascii() || endings::is_mark(c) || breaks::is_line_end(c) {
            return Some(c);
        }
        *at += c.len_utf8();
    }
}

struct Cutter<'t> {
    text: &'t str,
    /// Where the sentence begins that is being read.
    start: usize,
    /// Where the line begins.
    line: usize,
    quotes: Quotes,
    found: Vec<Span>,
}

impl Cutter<'_> {
    /// Ends the sentence at a byte.
    fn cut(&mut self, end: usize) {
        let sentence = self.text.get(self.start..end).unwrap_or_default();
        let trimmed = sentence.trim();
        if !trimmed.is_empty() {
            let start = self.start + (sentence.len() - sentence.trim_start().len());
            self.found.push(Span::new(start, start + trimmed.len()));
        }
        self.start = end;
    }

    /// Reads white space that begins with a line end; gives the byte behind it.
    fn pass_break(&mut self, at: usize) -> usize {
        let found = breaks::read(self.text, self.line, at);
        if found.kind != Break::Wrapped {
            self.cut(at);
            if found.kind == Break::Blank {
                self.quotes = Quotes::default();
            }
        }
        self.line = found.next_line;
        found.end
    }

    /// Reads a mark that may end the sentence, and what closes behind it; gives the byte behind it.
    fn pass_mark(&mut self, at: usize) -> usize {
        let mark = endings::read(self.text, at, &mut self.quotes);
        if mark.ends(self.text, self.start, self.line) {
            self.cut(mark.end);
        }
        mark.end
    }
}
