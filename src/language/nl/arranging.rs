//! What was arranged.

use crate::language::phrases::{counted, listed, name, names};
use crate::language::{Arranging, Message};
use crate::project::Dealt;

pub(super) const ARRANGING: Arranging = Arranging {
    arranged: |codes, under| {
        let under = under.map_or_else(|| "bovenaan".to_owned(), |parent| format!("onder {}", name(parent)));
        match codes {
            [code] => Message::new(&format!("{} staat nu {under}", name(code))),
            _ => Message::new(&format!("{} staan nu {under}", several(codes))),
        }
    },
    unplaced: |codes| {
        let (verb, their) = if codes.len() == 1 { ("is", "de code en haar") } else { ("zijn", "de codes en hun") };
        Message::new(&format!("{} {verb} uit de taxonomie gehaald; {their} coderingen blijven", several(codes)))
    },
    grouped: |new, codes| match codes {
        0 => Message::new(&format!("{} is gemaakt", name(new))),
        1 => Message::new(&format!("{} is gemaakt, met 1 code eronder", name(new))),
        _ => Message::new(&format!("{} is gemaakt, met {codes} codes eronder", name(new))),
    },
    dealt,
};

/// Names, or how many when there are more than a sentence holds.
pub(super) fn several<S: AsRef<str>>(codes: &[S]) -> String {
    if codes.len() > 4 {
        format!(
            "{} en nog {} codes",
            codes[..3].iter().map(|code| name(code.as_ref())).collect::<Vec<_>>().join(", "),
            codes.len() - 3
        )
    } else {
        names(codes, "en")
    }
}

fn dealt(code: &str, dealt: &Dealt) -> Message {
    let piles: Vec<String> = dealt
        .piles
        .iter()
        .map(|(new, codings)| format!("{} naar {}", counted(*codings, "codering", "coderingen"), name(new)))
        .collect();
    let message = Message::new(&format!("{} is gesplitst: {}", name(code), listed(&piles, "en")));
    match dealt.kept {
        0 => message.detail(format!("{} heeft zelf geen coderingen meer.", name(code))),
        1 => message.detail("1 codering bleef waar zij was.".to_owned()),
        kept => message.detail(format!("{} bleven waar zij waren.", counted(kept, "codering", "coderingen"))),
    }
}
