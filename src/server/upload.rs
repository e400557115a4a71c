//! Files that a browser sends. They are read one after the other as they come in, and taken apart on a thread where that
//! may take time; what is too large is refused before it is looked at.

use super::answer::Fault;
use super::staging::{LARGEST, MOST, read};
use super::visit::Visit;
use crate::language::Message;
use axum::extract::Multipart;

/// What came in.
#[derive(Debug, Default)]
pub(super) struct Sent {
    /// The files, by the numbers under which they wait.
    pub(super) ids: Vec<u32>,
    /// The transcript that the form names.
    pub(super) transcript: String,
}

/// Takes the files of a form. Those that correct a text are kept apart from those to import.
pub(super) async fn receive(visit: &Visit, mut parts: Multipart, correcting: bool) -> Result<Sent, Fault> {
    let words = &visit.words().import;
    let too_large = |file: &str| {
        let what = (words.too_large)(file);
        Fault::said(Message { what, hints: vec![words.too_large_hint.to_owned()], ..Message::default() })
    };
    let mut sent = Sent::default();
    while let Some(part) = parts.next_field().await.map_err(|refused| Fault::too_much(refused.status()))? {
        let name = part.name().unwrap_or_default().to_owned();
        let Some(file) = part.file_name().map(str::to_owned) else {
            let value = part.text().await.map_err(|refused| Fault::too_much(refused.status()))?;
            if name == "transcript" {
                sent.transcript = value;
            }
            continue;
        };
        let bytes = part.bytes().await.map_err(|_| too_large(&file))?;
        // A form without a chosen file sends one without a name.
        if file.is_empty() {
            continue;
        }
        let number = visit.workbench.project_number();
        let waits = visit.session.staging().for_project(number).bytes();
        if bytes.len() > LARGEST || waits + bytes.len() > MOST {
            return Err(too_large(&file));
        }
        let size = bytes.len();
        let (content, file) = visit
            .blocking(move || {
                let content = read(&file, &bytes);
                Ok((content, file))
            })
            .await?;
        let corrects = correcting.then(|| sent.transcript.clone());
        sent.ids.push(visit.session.staging().for_project(number).add(file, size, content, corrects));
    }
    if sent.ids.is_empty() {
        return Err(Fault::said(Message { what: words.no_file.to_owned(), ..Message::default() }));
    }
    Ok(sent)
}
