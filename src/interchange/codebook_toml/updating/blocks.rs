//! A codebook file cut into blocks: the fields above the first table, then one block for each table with the comments
//! that belong to it. Together the blocks are the whole text, letter for letter.

use crate::interchange::fault::Lines;
use std::ops::Range;
use toml_edit::{Document, Item, Table};

/// The whole file as places in its text.
pub(super) struct Cut {
    pub(super) head: Head,
    /// Each table, in the order of the file.
    pub(super) blocks: Vec<Block>,
    /// Which of the blocks is `[footnotes]`.
    pub(super) footnotes: Option<usize>,
    /// What follows the last block.
    pub(super) rest: Range<usize>,
}

/// The fields above the first table.
pub(super) struct Head {
    pub(super) body: Range<usize>,
    pub(super) pairs: Vec<Pair>,
    pub(super) tail: Range<usize>,
}

/// A table with what stands around it.
pub(super) struct Block {
    /// Comments above that stand apart from the table by a blank line; they outlive it.
    pub(super) floating: Range<usize>,
    /// Blank lines and comments directly above.
    pub(super) lead: Range<usize>,
    /// The line with the brackets.
    pub(super) header: Range<usize>,
    /// The lines with the fields.
    pub(super) body: Range<usize>,
    /// Comments directly below.
    pub(super) tail: Range<usize>,
    pub(super) pairs: Vec<Pair>,
    /// The keys between the brackets.
    pub(super) path: Vec<String>,
    /// 1-based line of the header.
    pub(super) line: usize,
}

/// A field: its key, the lines it takes, the place of its value.
pub(super) struct Pair {
    pub(super) key: String,
    pub(super) lines: Range<usize>,
    pub(super) value: Range<usize>,
}

/// Cuts a file whose lines all end with `\n`; nothing when it is no TOML.
pub(super) fn cut(text: &str) -> Option<Cut> {
    let document = Document::parse(text).ok()?;
    let mut tables = Vec::new();
    collect(document.as_table(), &mut Vec::new(), &mut tables);
    tables.sort_by_key(|table| table.0);
    let head_pairs = pairs(document.as_table(), text);
    let first = tables.first().map_or(text.len(), |table| line_start(text, table.0));
    let (mut head, mut between) = {
        let end = head_pairs.iter().map(|pair| pair.lines.end).max().unwrap_or(0);
        let (tail, between) = split_tail(text, end..first);
        (Head { body: 0..end, pairs: head_pairs, tail }, between)
    };
    if head.pairs.is_empty() {
        // A file that starts with a comment and has no fields yet: they would come below that comment.
        (head.body, head.tail) = (0..head.tail.end, head.tail.end..head.tail.end);
    }
    let lines = Lines::new(text);
    let mut blocks = Vec::new();
    for (at, (offset, path, table)) in tables.iter().enumerate() {
        let header = line_start(text, *offset)..line_end(text, *offset);
        let pairs = pairs(table, text);
        let body = header.end..pairs.iter().map(|pair| pair.lines.end).max().unwrap_or(header.end);
        let next = tables.get(at + 1).map_or(text.len(), |table| line_start(text, table.0));
        let (tail, after) = split_tail(text, body.end..next);
        let (floating, lead) = split_lead(text, between);
        between = after;
        let line = lines.line_of(header.start);
        blocks.push(Block { floating, lead, header, body, tail, pairs, path: path.clone(), line });
    }
    let footnotes = blocks.iter().position(|block| block.path == ["footnotes"]);
    Some(Cut { head, blocks, footnotes, rest: between })
}

type Found<'d> = (usize, Vec<String>, &'d Table);

fn collect<'d>(table: &'d Table, path: &mut Vec<String>, found: &mut Vec<Found<'d>>) {
    for (key, item) in table {
        path.push(key.to_owned());
        let mut take = |inner: &'d Table| {
            if let (Some(span), false) = (inner.span(), inner.is_dotted() || inner.is_implicit()) {
                found.push((span.start, path.clone(), inner));
            }
            collect(inner, path, found);
        };
        match item {
            Item::Table(inner) => take(inner),
            Item::ArrayOfTables(tables) => tables.iter().for_each(take),
            Item::None | Item::Value(_) => {}
        }
        path.pop();
    }
}

fn pairs(table: &Table, text: &str) -> Vec<Pair> {
    let pair = |(path, value): (Vec<&toml_edit::Key>, &toml_edit::Value)| {
        let key = path.last()?.span()?;
        let value = value.span()?;
        let lines = line_start(text, key.start)..line_end(text, value.end.max(1) - 1);
        Some(Pair { key: path.first()?.get().to_owned(), lines, value })
    };
    let mut pairs: Vec<Pair> = table.get_values().into_iter().filter_map(pair).collect();
    pairs.sort_by_key(|pair| pair.lines.start);
    pairs
}

fn line_start(text: &str, offset: usize) -> usize {
    text[..offset].rfind('\n').map_or(0, |at| at + 1)
}

fn line_end(text: &str, offset: usize) -> usize {
    text[offset..].find('\n').map_or(text.len(), |at| offset + at + 1)
}

/// Comments that follow a table without a blank line belong to it, unless the next table follows them so too.
fn split_tail(text: &str, between: Range<usize>) -> (Range<usize>, Range<usize>) {
    let last = between.end == text.len();
    let blank = blank_lines(text, &between).next().map(|line| line.start);
    let end = blank.unwrap_or(if last { between.end } else { between.start });
    (between.start..end, end..between.end)
}

/// What stands above a table: first what a blank line keeps apart, then what belongs to it.
fn split_lead(text: &str, between: Range<usize>) -> (Range<usize>, Range<usize>) {
    let mut lead = between.end;
    for line in blank_lines(text, &between).collect::<Vec<_>>().into_iter().rev() {
        // Only the last run of blank lines counts.
        if lead != between.end && line.end != lead {
            break;
        }
        lead = line.start;
    }
    let lead = if lead == between.end { between.start } else { lead };
    (between.start..lead, lead..between.end)
}

fn blank_lines<'t>(text: &'t str, range: &Range<usize>) -> impl Iterator<Item = Range<usize>> + 't {
    let mut at = range.start;
    text[range.clone()].split_inclusive('\n').filter_map(move |line| {
        let place = at..at + line.len();
        at = place.end;
        line.trim().is_empty().then_some(place)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# Kop\n\n# Bij de titel\ntitle = \"T\" # klein\n# Onder de titel\n\n# Los\n\n# Bij noten\n[footnotes]\n\"*\" = \"n\"\n[[theme]]\nname = \"a\"\n# onder a\n\n\n# Los twee\n\n  # Bij b\n  [[theme.label]]\n  name = \"b\"\n# slot\n\n# einde\n";

    #[test]
    fn the_blocks_are_the_whole_text() {
        let cut = cut(TEXT).expect("it is TOML");
        let mut whole = [cut.head.body.clone(), cut.head.tail.clone()].map(|part| &TEXT[part]).concat();
        for block in &cut.blocks {
            for part in [&block.floating, &block.lead, &block.header, &block.body, &block.tail] {
                whole.push_str(&TEXT[part.clone()]);
            }
        }
        whole.push_str(&TEXT[cut.rest.clone()]);
        assert_eq!(whole, TEXT);
    }

    #[test]
    fn comments_belong_to_what_they_touch() {
        let cut = cut(TEXT).expect("it is TOML");
        let part = |range: &Range<usize>| &TEXT[range.clone()];
        assert_eq!(part(&cut.head.tail), "# Onder de titel\n");
        let parts: Vec<_> =
            cut.blocks.iter().map(|block| (part(&block.floating), part(&block.lead), part(&block.tail))).collect();
        assert_eq!(
            parts,
            [
                ("\n# Los\n", "\n# Bij noten\n", ""),
                ("", "", "# onder a\n"),
                ("\n\n# Los twee\n", "\n  # Bij b\n", "# slot\n"),
            ]
        );
        assert_eq!(part(&cut.rest), "\n# einde\n");
        assert_eq!(cut.footnotes, Some(0));
        assert_eq!(cut.blocks[2].line, 20);
    }
}
