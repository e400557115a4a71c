//! How a transcript is cut into rows to read: paragraphs, and turns within them.

use crate::model::{Span, Structure};

/// The paragraphs of a text, cut also where a turn starts; everything that is not white space is in one of them.
#[must_use]
pub fn pieces(structure: &Structure, words: &str) -> Vec<Span> {
    let mut starts: Vec<u32> = structure.paragraphs.iter().map(|span| span.start).collect();
    starts.extend(structure.turns.iter().map(|turn| turn.span.start));
    starts.push(0);
    starts.retain(|start| words.is_char_boundary(*start as usize));
    starts.sort_unstable();
    starts.dedup();
    let end = u32::try_from(words.len()).unwrap_or(u32::MAX);
    let ends = starts.iter().skip(1).copied().chain([end]);
    starts
        .iter()
        .zip(ends)
        .filter_map(|(start, end)| {
            let piece = words.get(*start as usize..end as usize)?;
            let (lead, kept) = (piece.len() - piece.trim_start().len(), piece.trim().len());
            (kept > 0).then(|| Span::new(*start as usize + lead, *start as usize + lead + kept))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_in_a_piece_and_pieces_keep_their_order() {
        let words = "\n\nI: Hoe gaat 't?\nR: Nou ja, zo'n dag…\n\n’s Avonds niet 👵.\n";
        let at = |part: &str| u32::try_from(words.find(part).expect("part of the text")).expect("short");
        let turn = |part: &str, end: &str, speaker| crate::model::Turn {
            span: Span { start: at(part), end: at(end) },
            label: Span { start: at(part), end: at(part) + 2 },
            speaker,
        };
        let structure = Structure {
            lines: vec![0, 1, 2],
            paragraphs: vec![Span { start: at("I:"), end: at("’s") }, Span { start: at("’s"), end: at("👵") }],
            turns: vec![turn("I:", "R:", 0), turn("R:", "👵", 1)],
            ..Structure::default()
        };
        let found: Vec<&str> = pieces(&structure, words).into_iter().map(|span| span.of(words)).collect();
        assert_eq!(found, ["I: Hoe gaat 't?", "R: Nou ja, zo'n dag…", "’s Avonds niet 👵."]);
        assert_eq!(pieces(&Structure::default(), " \n ").len(), 0);
        assert_eq!(pieces(&Structure::default(), "één").len(), 1, "a text without structure is shown whole");
    }
}
