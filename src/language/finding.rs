//! What is said of the way from finding to coding: a code on everything that was found, and passages like those under a
//! code.

use super::Message;
use crate::project::{CodedHits, Standing, Trial};

/// Sentences about codes on what was found.
#[derive(Debug, Clone, Copy)]
pub struct Finding {
    /// A code was put on what a search found, or would be.
    pub coded: fn(coded: &CodedHits, trial: Trial) -> Message,
    /// Beside a place in a preview: why it is left alone, or what to know of it.
    pub standing: fn(standing: Standing) -> Option<&'static str>,
    /// How many passages are like those under a code, and how many fragments they were compared with.
    pub alike: fn(code: &str, shown: usize, fragments: usize) -> String,
    /// The same for one place instead of a code.
    pub alike_place: fn(shown: usize) -> String,
}
