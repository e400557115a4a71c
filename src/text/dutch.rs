//! What a Dutch reader knows of words: which forms belong together and what kind of word each is.
//!
//! - `lemma` the lemmas of a word, which is all that search needs; `analysis` a lemma with its kind
//! - `compound` the parts inside a word that is made of several
//! - `lexicon` the words that are known, read from data that `examples/make-lexicon` makes
//! - `unknown` all other words, by rule; `spelling` how Dutch writes a stem before an ending
//! - `verbs` separable verbs and the particles they part with, `particles` where a text has the two apart
//!
//! All words are in the form that [`crate::text::fold`] gives them; lemmas too, so that *idee* is the lemma of *ideeen*
//! and *cafe* that of *cafeetje*. A word that could be a form of several words has all of their lemmas.

mod analysis;
pub mod compound;
mod lemma;
mod lexicon;
mod particles;
pub mod spelling;
mod unknown;
mod verbs;

pub use analysis::{Analysis, Class};
pub use lemma::{analyses, first_person, is_known, lemmas, lemmas_by};
pub use lexicon::{Damaged, Edit, Lexicon};
pub use particles::{ApartVerb, apart};
pub use unknown::guesses;
pub use verbs::{PARTICLES, Separable, infinitives, separable};

/// The version of the rules and the lexicon together: an index of another version is built anew.
pub const VERSION: u32 = 2;
