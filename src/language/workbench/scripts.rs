//! What scripts say. `{0}` and `{1}` stand for what they fill in.

pub(super) const NL: &[(&str, &str)] = &[
    ("offline", "De werkbank antwoordt niet. Draait Codeboom nog? Wat je het laatst deed is misschien niet bewaard."),
    ("undo", "Maak ongedaan"),
    ("changed-by", "{0}: {1}"),
    ("close", "Sluit"),
    ("switched", "Er is een ander project geopend. Deze pagina hoort nog bij het vorige."),
    ("reload", "Naar het open project"),
    ("sending", "Bestand {0} van {1}: {2}"),
    ("received", "Gelezen: {0}"),
    ("too-large", "‘{0}’ is groter dan 64 MB en is niet verstuurd."),
    ("reading-in", "Bezig met inlezen"),
];

pub(super) const EN: &[(&str, &str)] = &[
    ("offline", "The workbench does not answer. Is Codeboom still running? What you did last may not be saved."),
    ("undo", "Undo"),
    ("changed-by", "{0}: {1}"),
    ("close", "Close"),
    ("switched", "Another project has been opened. This page still belongs to the one before."),
    ("reload", "To the open project"),
    ("sending", "File {0} of {1}: {2}"),
    ("received", "Read: {0}"),
    ("too-large", "‘{0}’ is larger than 64 MB and was not sent."),
    ("reading-in", "Importing"),
];
