//! Style, scripts and fonts. They lie in the program itself, under an address that changes with their content, so that a
//! browser may keep them for good.

use super::answer::Fault;
use super::routes::Route;
use super::visit::Caller;
use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::sync::OnceLock;

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_bytes!(concat!("../../templates/assets/", $name)))),*]
    };
}

/// Names and contents.
const FILES: &[(&str, &[u8])] = files![
    "look.css",
    "fonts/source-serif-4.woff2",
    "fonts/source-serif-4-italic.woff2",
    "fonts/source-sans-3.woff2",
    "fonts/source-serif-4-OFL.txt",
    "fonts/source-sans-3-OFL.txt",
    "workbench/icon.svg",
    "workbench/frame.css",
    "workbench/main.js",
    "workbench/markup.js",
    "workbench/send.js",
    "workbench/say.js",
    "workbench/keys.js",
    "workbench/live.js",
    "workbench/roving.js",
    "workbench/parts.js",
    "workbench/codebook.css",
    "workbench/codebook.js",
    "workbench/tree.js",
    "workbench/split.js",
    "workbench/merging.js",
    "workbench/board.css",
    "workbench/board.js",
    "workbench/board_moves.js",
    "workbench/compare.css",
    "workbench/compare.js",
    "workbench/find.css",
    "workbench/search.js",
    "workbench/quotes.css",
    "workbench/quotes.js",
    "workbench/passages.js",
    "workbench/place.js",
    "workbench/renew.js",
    "workbench/refresh.js",
    "workbench/history.css",
    "workbench/history.js",
    "workbench/study.css",
    "workbench/study.js",
    "workbench/start.css",
    "workbench/start.js",
    "workbench/import.css",
    "workbench/import.js",
    "workbench/transcript.css",
    "workbench/codebox.css",
    "workbench/transcript.js",
    "workbench/picker.js",
    "workbench/transcript/positions.js",
    "workbench/transcript/choosing.js",
    "workbench/transcript/codings.js",
    "workbench/transcript/edges.js",
    "workbench/transcript/side.js",
    "workbench/ask.js",
    "workbench/comments.css",
    "workbench/comments.js",
    "workbench/memo.js",
    "workbench/memos.css",
    "workbench/memos.js",
    "workbench/people.css",
    "workbench/people.js",
    "workbench/grid.js",
    "workbench/paste.js",
];

pub(super) fn route() -> Route {
    Route::page("/assets/{build}/{*file}", file)
}

/// Where the files lie.
pub(super) fn address(from_disk: bool) -> String {
    static BUILD: OnceLock<String> = OnceLock::new();
    let build = BUILD.get_or_init(|| {
        let mut hash = Sha256::new();
        for (name, content) in FILES {
            hash.update(name.as_bytes());
            hash.update(content);
        }
        hash.finalize().iter().take(8).fold(String::new(), |mut digits, byte| {
            // A string takes everything.
            let _ = write!(digits, "{byte:02x}");
            digits
        })
    });
    format!("/assets/{}", if from_disk { "disk" } else { build })
}

async fn file(caller: Caller, Path((_, name)): Path<(String, String)>) -> Result<Response, Fault> {
    let (_, content) = FILES.iter().find(|(known, _)| *known == name).ok_or_else(Fault::nothing_here)?;
    let sort = match name.rsplit('.').next().unwrap_or_default() {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "woff2" => "font/woff2",
        _ => "text/plain; charset=utf-8",
    };
    // Whoever works on style and scripts sees them at once; only names of the list are read.
    if let Some(folder) = &caller.workbench.settings.assets {
        let read = std::fs::read(folder.join(&name)).map_err(|_| Fault::nothing_here())?;
        return Ok(([(CONTENT_TYPE, sort), (CACHE_CONTROL, "no-store")], read).into_response());
    }
    Ok(([(CONTENT_TYPE, sort), (CACHE_CONTROL, "private, max-age=31536000, immutable")], *content).into_response())
}
