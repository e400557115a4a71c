//! Words that are written with a full stop behind them, by what may follow. Words that are ordinary words as well
//! (`zo.`, `ma.`, `mei.`) are left out, or count before a number only.

/// What a full stop behind a word may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// Something always follows: a name, a thing, a list.
    GoesOn,
    /// An abbreviation when a number follows.
    BeforeNumber,
    /// May stand at the end; then a capital follows.
    MayEnd,
    /// Letters with full stops between: initials, or an abbreviation that is in no list.
    Letters,
}

/// Titles, and words that lead up to something.
const GO_ON: &[&str] = &[
    "a.d.h.v", "a.h.w", "aanst", "afd", "alg", "bc", "bijv", "bisd", "br", "burg", "bv", "c.q", "ca", "cf", "cie",
    "d.d", "d.i", "d.m.v", "d.w.z", "dhr", "dir", "dr", "dra", "drs", "ds", "e.h", "ev", "evt", "excl", "fa", "fam",
    "gebr", "gld", "h.h", "hh", "hr", "i.c", "i.c.m", "i.e", "i.g.v", "i.h.a", "i.h.b", "i.h.k.v", "i.o", "i.o.m",
    "i.p.v", "i.s.m", "i.t.t", "i.v.m", "incl", "ing", "ir", "jhr", "kand", "kard", "ll.m", "lt", "m.a.w", "m.b.t",
    "m.b.v", "m.i.v", "m.m.v", "m.n", "m.u.v", "maj", "max", "mej", "mevr", "mgr", "min", "mnd", "mr", "mrs", "ms",
    "mvr", "mw", "n.a.v", "nl", "o.a", "o.b.v", "o.g.v", "o.i.v", "o.l.v", "o.m", "o.v.v", "ongev", "p.a", "plm",
    "pres", "prof", "resp", "secr", "sgt", "sr", "st", "ste", "t.a.v", "t.b.v", "t.g.v", "t.h.v", "t.n.v", "t.o.v",
    "t.w", "t.w.v", "v.d", "v.w.b", "vgl", "vnl", "vs", "w.o", "wed", "wrsch", "z.g", "zgn", "zr",
];

/// Before a number: parts of a book, months, measures.
const BEFORE_NUMBER: &[&str] = &[
    "aanh", "aant", "afb", "afl", "apr", "art", "aug", "bijl", "blz", "dec", "dl", "feb", "febr", "fig", "fol", "hfst",
    "hst", "jan", "jrg", "jul", "jun", "mrt", "nov", "no", "nr", "nrs", "okt", "p", "par", "pag", "pp", "sept", "tab",
    "tel", "v", "vol", "vr",
];

/// May end a sentence.
const MAY_END: &[&str] = &[
    "a.s",
    "a.u.b",
    "al",
    "b.d",
    "b.v",
    "c.s",
    "chr",
    "co",
    "e.a",
    "e.d",
    "e.o",
    "e.v",
    "em",
    "enz",
    "etc",
    "ets",
    "h.t",
    "i.d",
    "id",
    "inc",
    "j.l",
    "jl",
    "jr",
    "k.k",
    "ltd",
    "m.i",
    "n.chr",
    "n.n.b",
    "n.v",
    "n.v.t",
    "o.b.s",
    "o.i",
    "o.i.d",
    "p.d",
    "p.j",
    "p.k",
    "p.m",
    "p.p",
    "p.w",
    "r.k",
    "s.v.p",
    "t.z.t",
    "u",
    "v.chr",
    "w.v.t.t.k",
    "z.i",
    "z.o.z",
    "z.s.m",
    "zn",
];

impl Abbreviation {
    /// What the full stop means behind `word`, which is given without it; none when it is an ordinary word.
    pub(super) fn of(word: &str) -> Option<Self> {
        let listed = |list: &[&str]| list.iter().any(|one| one.eq_ignore_ascii_case(word));
        let letters = || {
            let short = |part: &str| part.chars().count() <= 2 && part.chars().all(char::is_alphabetic);
            let single = word.chars().count() == 1 || INITIALS.contains(&word);
            word.starts_with(char::is_alphabetic) && (single || (word.contains('.') && word.split('.').all(short)))
        };
        match () {
            () if listed(GO_ON) => Some(Self::GoesOn),
            () if listed(MAY_END) => Some(Self::MayEnd),
            () if listed(BEFORE_NUMBER) && word.len() > 1 => Some(Self::BeforeNumber),
            () if letters() => Some(Self::Letters),
            () => None,
        }
    }
}

/// Initials of more than one letter.
const INITIALS: &[&str] = &["Aug", "Ch", "Chr", "Fr", "IJ", "Jac", "Joh", "Ph", "Th", "Tj", "Wm"];
