//! What is said of codes that were arranged: many at once on the board, dealt out over new ones, or described anew.

use super::Message;
use crate::project::Dealt;

/// What verbs on many codes did.
#[derive(Debug, Clone, Copy)]
pub struct Arranging {
    /// Codes stand under another code now, or at the top.
    pub arranged: fn(codes: &[String], under: Option<&str>) -> Message,
    /// Codes left a taxonomy.
    pub unplaced: fn(codes: &[String]) -> Message,
    /// A code was made with so many others under it.
    pub grouped: fn(name: &str, codes: usize) -> Message,
    /// A code was dealt out over new ones.
    pub dealt: fn(code: &str, dealt: &Dealt) -> Message,
}
