//! What was arranged.

use crate::language::phrases::{counted, listed, name, names};
use crate::language::{Arranging, Message};
use crate::project::Dealt;

pub(super) const ARRANGING: Arranging = Arranging {
    arranged: |codes, under| {
        let under = under.map_or_else(|| "at the top".to_owned(), |parent| format!("below {}", name(parent)));
        match codes {
            [code] => Message::new(&format!("{} now stands {under}", name(code))),
            _ => Message::new(&format!("{} now stand {under}", several(codes))),
        }
    },
    unplaced: |codes| {
        let (verb, their) =
            if codes.len() == 1 { ("was", "the code and its") } else { ("were", "the codes and their") };
        Message::new(&format!("{} {verb} taken out of the taxonomy; {their} codings stay", several(codes)))
    },
    grouped: |new, codes| match codes {
        0 => Message::new(&format!("{} was made", name(new))),
        1 => Message::new(&format!("{} was made, with 1 code below it", name(new))),
        _ => Message::new(&format!("{} was made, with {codes} codes below it", name(new))),
    },
    dealt,
};

/// Names, or how many when there are more than a sentence holds.
pub(super) fn several<S: AsRef<str>>(codes: &[S]) -> String {
    if codes.len() > 4 {
        format!(
            "{} and {} more codes",
            codes[..3].iter().map(|code| name(code.as_ref())).collect::<Vec<_>>().join(", "),
            codes.len() - 3
        )
    } else {
        names(codes, "and")
    }
}

fn dealt(code: &str, dealt: &Dealt) -> Message {
    let piles: Vec<String> = dealt
        .piles
        .iter()
        .map(|(new, codings)| format!("{} to {}", counted(*codings, "coding", "codings"), name(new)))
        .collect();
    let message = Message::new(&format!("{} was split: {}", name(code), listed(&piles, "and")));
    match dealt.kept {
        0 => message.detail(format!("{} itself has no codings left.", name(code))),
        1 => message.detail("1 coding stayed where it was.".to_owned()),
        kept => message.detail(format!("{} stayed where they were.", counted(kept, "coding", "codings"))),
    }
}
