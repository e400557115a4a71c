//! Search gives the hits that an independent scan of the texts gives: for words, phrases and every filter, before and
//! after the verbs that change texts, people, codes and codings, with an index that is there, stale or gone.
//!
//! - `conditions` codings beside codings, ranges, memos
//! - `scan` the other way to find hits: plain loops over who said what
//! - `verbs` the small study, changed verb by verb; `example` the sixteen interviews of the worked example

mod conditions;
mod example;
mod scan;
mod verbs;
