//! Where each coder was reading, so that they can go on there. No verb: it leaves no entry, because nothing of the study
//! changes.

use super::{Refusal, Workspace};
use crate::analysis::{At, Study, Text};
use crate::model::{Bookmark, fold_name};

/// How far one coder is in one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// The text.
    pub text: At<Text>,
    /// 1-based line where they were last; never past the end.
    pub line: u32,
    /// Share of the text that was read, in whole percents.
    pub percent: u32,
    /// When, microseconds since 1970 UTC.
    pub time: i64,
}

impl Workspace {
    /// Keeps the line at which someone is reading, and how far down they have seen the text. A line past the end is the
    /// last one.
    ///
    /// # Errors
    /// When there is no such transcript, or the project cannot be written.
    pub fn keep_bookmark(
        &self,
        study: &Study,
        transcript: &str,
        coder: &str,
        line: u32,
        seen: u32,
    ) -> Result<(), Refusal> {
        let text = &study.texts[study.find_text(transcript)?];
        let last = last_line(text);
        let seen = seen.max(end_of_unit(text, line));
        Ok(self.store.keep_bookmark(&Bookmark {
            transcript: text.row.id,
            coder: coder.to_owned(),
            line: line.clamp(1, last),
            furthest: seen.max(line).clamp(1, last),
            time: self.now(),
        })?)
    }

    /// How far a coder is in the texts of the study, the latest first.
    ///
    /// # Errors
    /// When the project cannot be read.
    pub fn readings(&self, study: &Study, coder: &str) -> Result<Vec<Reading>, Refusal> {
        let wanted = fold_name(coder);
        Ok(self
            .all_readings(study)?
            .into_iter()
            .filter(|(name, _)| fold_name(name) == wanted)
            .map(|(_, at)| at)
            .collect())
    }

    /// How far everybody is: name of the coder and place, the latest first.
    ///
    /// # Errors
    /// When the project cannot be read.
    pub fn all_readings(&self, study: &Study) -> Result<Vec<(String, Reading)>, Refusal> {
        let at: std::collections::BTreeMap<_, _> = study.texts.iter().map(|(at, text)| (text.row.id, at)).collect();
        let known = |bookmark: Bookmark| {
            // The text of an import that was undone is not there to be read.
            let text = *at.get(&bookmark.transcript)?;
            let last = last_line(&study.texts[text]);
            // A correction may have made the text shorter.
            let percent = bookmark.furthest.min(last) * 100 / last;
            let reading = Reading { text, line: bookmark.line.min(last), percent, time: bookmark.time };
            Some((bookmark.coder, reading))
        };
        Ok(self.store.bookmarks()?.into_iter().filter_map(known).collect())
    }
}

/// The last line on which something stands.
fn last_line(text: &Text) -> u32 {
    let paragraphs = text.structure.paragraphs.last().map(|span| span.end);
    let end = text.structure.turns.last().map(|turn| turn.span.end).max(paragraphs);
    let line = end.map_or(1, |end| text.structure.line_of(end.saturating_sub(1)));
    u32::try_from(line).unwrap_or(u32::MAX).max(1)
}

/// The last line of the turn or paragraph that a line belongs to: who sees where it begins reads it to its end.
fn end_of_unit(text: &Text, line: u32) -> u32 {
    let structure = &text.structure;
    let at = usize::try_from(line).unwrap_or(usize::MAX).saturating_sub(1);
    let Some(start) = structure.lines.get(at) else { return line };
    let units = structure.units();
    let after = units.partition_point(|span| span.end <= *start);
    let inside = units.get(after).filter(|span| span.start <= *start).map(|span| structure.line_of(span.end - 1));
    inside.and_then(|line| u32::try_from(line).ok()).unwrap_or(line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;
    use crate::project::{Trial, prepare};
    use crate::store::Whose;

    #[test]
    fn reading_leaves_no_trace_and_only_goes_further() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("studie.codeboom");
        let mut workspace = Workspace::create(&path, "Studie", Language::Dutch, "Noor", || 5).expect("a project");
        let text = "Interviewer: Hoe gaat het?\nRiek: Goed, hoor.\nRiek: Zo'n dag.\nRiek: Tja.";
        let files = vec![prepare("riek.txt", text.as_bytes()).expect("a text")];
        workspace.import(files, None, &[], Trial::Real, "").expect("imported");
        let study = workspace.study().expect("a study");
        workspace.keep_bookmark(&study, "riek", "Noor", 3, 3).expect("kept");
        workspace.keep_bookmark(&study, "riek", "Noor", 2, 2).expect("kept");
        workspace.keep_bookmark(&study, "riek", "Lotte", 900, 0).expect("kept");
        let of = |workspace: &Workspace, study: &Study, coder: &str| {
            let found = workspace.readings(study, coder).expect("readings");
            found.iter().map(|at| (at.line, at.percent)).collect::<Vec<_>>()
        };
        assert_eq!(of(&workspace, &study, "noor"), [(2, 75)]);
        assert_eq!(of(&workspace, &study, "Lotte"), [(4, 100)], "a line past the end is the last one");
        assert_eq!(workspace.entries().expect("entries").len(), 2, "no entry for reading");
        assert!(workspace.keep_bookmark(&study, "nergens", "Noor", 1, 1).is_err());

        workspace.undo(Whose::Own, "").expect("the import is undone, bookmarks or not");
        let empty = workspace.study().expect("a study");
        assert_eq!(of(&workspace, &empty, "Noor"), []);
        workspace.redo(Whose::Own, "").expect("restored");
        let again = workspace.study().expect("a study");
        assert_eq!(of(&workspace, &again, "Noor"), [(2, 75)]);
        assert!(workspace.examine().expect("examined").damage.is_empty());
    }
}
