//! Moving the edge of what was coded: a coder's codings on one stretch go to another stretch, and only theirs. Whoever
//! else coded the old stretch keeps it.

use super::coding::{add_fragment, coded_place, drop_quotes_without_ground};
use super::input::PlaceInput;
use super::{Done, Refusal, Workspace};
use crate::model::{Coding, Quote, Verb, fold_name};
use crate::text::check_shortened;

/// Codings that went to another stretch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resized {
    /// How many codings went along.
    pub codings: usize,
    /// Name of the transcript.
    pub transcript: String,
    /// 1-based line where the stretch starts now.
    pub line: usize,
    /// The coded words now.
    pub words: String,
}

impl Workspace {
    /// Moves a coder's codings from one stretch of a transcript to another; an empty coder is the acting one. Chosen
    /// quotes go along when nobody else's coding keeps them where they are.
    ///
    /// # Errors
    /// When a place cannot be found, the coder has nothing there, or a quote's report text would no longer be true to
    /// its fragment.
    pub fn resize_codings(
        &mut self,
        transcript: &str,
        from: &PlaceInput,
        to: &PlaceInput,
        coder: &str,
        reason: &str,
    ) -> Result<Done<Resized>, Refusal> {
        let whose = fold_name(if coder.is_empty() { self.actor() } else { coder });
        self.run(Verb::CodingResize, reason, |writing, study| {
            let (text, old, _, _) = coded_place(writing, study, transcript, from)?;
            let (_, new, points, words) = coded_place(writing, study, transcript, to)?;
            let none = || Refusal::NothingToResize { transcript: text.row.name.clone() };
            let coder = study.rows().coders.iter().find(|row| fold_name(&row.name) == whose).ok_or_else(none)?;
            let fragment = writing.fragment_at(text.row.revision, old)?.ok_or_else(none)?;
            let moving: Vec<Coding> =
                writing.codings_on(fragment)?.into_iter().filter(|row| row.coder == coder.id).collect();
            if moving.is_empty() {
                return Err(none());
            }
            let resized = Resized {
                codings: moving.len(),
                transcript: text.row.name.clone(),
                line: text.structure.line_of(new.start),
                words: words.clone(),
            };
            writing.concern(text.row.id);
            writing.describe([text.row.name.clone(), moving.len().to_string()]);
            if old == new {
                return Ok(resized);
            }
            let target = match writing.fragment_at(text.row.revision, new)? {
                Some(known) => known,
                None => add_fragment(writing, text, new, points, &words)?,
            };
            let standing = writing.codings_on(target)?;
            for coding in &moving {
                super::comments::follow(writing, study, coding, target, coding.code)?;
                let twin = standing.iter().find(|row| row.code == coding.code && row.coder == coding.coder);
                if let Some(twin) = twin {
                    // The same code stands there already; what was noted with it stays.
                    let notes = [twin.note.as_str(), coding.note.as_str()];
                    let note = notes.into_iter().filter(|note| !note.is_empty()).collect::<Vec<_>>().join("\n");
                    writing.update(Coding { note, ..twin.clone() })?;
                    writing.delete(coding)?;
                } else {
                    writing.update(Coding { fragment: target, ..coding.clone() })?;
                }
            }
            let kept = writing.codings_on(fragment)?;
            for quote in writing.quotes_of(fragment)? {
                let below = study.code_at(quote.code).map(|at| study.with_everything_below(at)).unwrap_or_default();
                let covered = |row: &Coding| study.code_at(row.code).is_some_and(|at| below.contains(&at));
                if kept.iter().any(covered) || !moving.iter().any(covered) {
                    continue;
                }
                if !quote.report_text.is_empty()
                    && let Err(fault) = check_shortened(&words, &quote.report_text)
                {
                    return Err(Refusal::Shortened(fault));
                }
                if writing.quotes_under(quote.code)?.iter().any(|row| row.fragment == target) {
                    writing.delete(&quote)?;
                } else {
                    writing.update(Quote { fragment: target, ..quote })?;
                }
            }
            drop_quotes_without_ground(writing, study, fragment)?;
            writing.sweep([fragment])?;
            Ok(resized)
        })
    }
}
