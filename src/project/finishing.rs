//! A transcript that a coder has finished, so that no codes means none; and opened again.

use super::codes::ensure_coder;
use super::{Done, Refusal, Workspace};
use crate::model::{Finish, FinishId, Verb, fold_name};

impl Workspace {
    /// Marks a transcript as finished by the acting coder: no codes then means none.
    ///
    /// # Errors
    /// When there is no such transcript.
    pub fn finish(&mut self, transcript: &str, coder: &str, reason: &str) -> Result<Done<String>, Refusal> {
        let whose = if coder.is_empty() { self.actor().to_owned() } else { coder.to_owned() };
        self.run(Verb::Finish, reason, |writing, study| {
            let text = &study.texts[study.find_text(transcript)?];
            let coder = ensure_coder(writing, &whose)?;
            let stands = study.rows().finishes.iter().any(|row| row.transcript == text.row.id && row.coder == coder);
            if !stands {
                let created = writing.time();
                writing.insert(Finish { id: FinishId::new(), transcript: text.row.id, coder, created })?;
            }
            writing.describe([text.row.name.clone(), whose.clone()]);
            Ok(text.row.name.clone())
        })
    }

    /// Opens a finished transcript again for the acting coder.
    ///
    /// # Errors
    /// When there is no such transcript.
    pub fn unfinish(&mut self, transcript: &str, coder: &str, reason: &str) -> Result<Done<String>, Refusal> {
        let whose = if coder.is_empty() { self.actor().to_owned() } else { coder.to_owned() };
        self.run(Verb::Unfinish, reason, |writing, study| {
            let text = &study.texts[study.find_text(transcript)?];
            let wanted = fold_name(&whose);
            let own = study.rows().coders.iter().find(|coder| fold_name(&coder.name) == wanted);
            for row in study.rows().finishes.iter() {
                if row.transcript == text.row.id && own.is_some_and(|coder| coder.id == row.coder) {
                    writing.delete(row)?;
                }
            }
            writing.describe([text.row.name.clone(), whose.clone()]);
            Ok(text.row.name.clone())
        })
    }
}
