//! The files that every report carries along: the stylesheet and the fonts with their licences. They lie in the
//! program itself, so that a report needs no network and no other file.

/// Names and contents.
pub(super) const ASSETS: [(&str, &[u8]); 7] = [
    ("assets/look.css", include_bytes!("../../../templates/assets/look.css")),
    ("assets/report.css", include_bytes!("../../../templates/assets/report.css")),
    ("assets/fonts/source-serif-4.woff2", include_bytes!("../../../templates/assets/fonts/source-serif-4.woff2")),
    (
        "assets/fonts/source-serif-4-italic.woff2",
        include_bytes!("../../../templates/assets/fonts/source-serif-4-italic.woff2"),
    ),
    ("assets/fonts/source-sans-3.woff2", include_bytes!("../../../templates/assets/fonts/source-sans-3.woff2")),
    ("assets/fonts/source-serif-4-OFL.txt", include_bytes!("../../../templates/assets/fonts/source-serif-4-OFL.txt")),
    ("assets/fonts/source-sans-3-OFL.txt", include_bytes!("../../../templates/assets/fonts/source-sans-3-OFL.txt")),
];
