//! What scripts say. `{0}` and `{1}` stand for what they fill in.

pub(super) const NL: &[(&str, &str)] = &[
    ("offline", "De werkbank antwoordt niet. Draait Codeboom nog? Wat je het laatst deed is misschien niet bewaard."),
    ("undo", "Maak ongedaan"),
    ("changed-by", "{0}: {1}"),
    ("close", "Sluit"),
    ("chosen", "{0} gekozen"),
    ("dialog-preview", "Vooraf bekijken"),
    ("dialog-quote", "Citaat"),
];

pub(super) const EN: &[(&str, &str)] = &[
    ("offline", "The workbench does not answer. Is Codeboom still running? What you did last may not be saved."),
    ("undo", "Undo"),
    ("changed-by", "{0}: {1}"),
    ("close", "Close"),
    ("chosen", "{0} chosen"),
    ("dialog-preview", "A look first"),
    ("dialog-quote", "Quote"),
];
