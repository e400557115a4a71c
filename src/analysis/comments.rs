//! Comments as a study sees them: which stand at a coding or a code, and what answers them.

use super::list::At;
use super::places::CodingAt;
use super::{Study, Text};
use crate::model::{CodeId, Comment, CommentId, FragmentId};

impl Study {
    /// A comment.
    #[must_use]
    pub fn comment(&self, id: CommentId) -> Option<&Comment> {
        self.rows().comments.iter().find(|comment| comment.id == id)
    }

    /// What answers a comment, the oldest first.
    pub fn answers_to(&self, id: CommentId) -> impl Iterator<Item = &Comment> {
        self.rows().comments.iter().filter(move |comment| comment.reply_to == Some(id))
    }

    /// The comments on a coding, those on nobody's in particular included, without their answers.
    #[must_use]
    pub fn comments_on(&self, coding: &CodingAt) -> Vec<&Comment> {
        let (fragment, code) = (self.places[coding.place].fragment, self.codes[coding.code].id);
        let coder = &self.coders[coding.coder].name;
        let meant = |comment: &&Comment| {
            comment.reply_to.is_none()
                && comment.fragment == Some(fragment)
                && comment.code == Some(code)
                && (comment.coder.is_empty() || comment.coder == *coder)
        };
        self.rows().comments.iter().filter(meant).collect()
    }

    /// The comments on a code and all its codings, without their answers.
    #[must_use]
    pub fn comments_under(&self, code: CodeId) -> Vec<&Comment> {
        let meant = |comment: &&Comment| comment.reply_to.is_none() && comment.code == Some(code);
        self.rows().comments.iter().filter(meant).collect()
    }

    /// The transcript of a fragment, wherever it stands.
    #[must_use]
    pub fn text_of_fragment(&self, id: FragmentId) -> Option<At<Text>> {
        let gone = || self.gone().iter().find(|(_, anchor)| anchor.fragment == id).map(|(at, _)| *at);
        self.place_at(id).map(|at| self.places[at].transcript).or_else(gone)
    }
}
