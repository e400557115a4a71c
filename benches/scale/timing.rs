//! Asks the same questions again and again and says how long the answers took.

use super::Outcome;
use std::time::{Duration, Instant};

/// Rounds over the questions of a kind, beside the first, which does not count.
const ROUNDS: usize = 30;
/// After this time no new round begins, but two rounds are always made.
const ENOUGH: Duration = Duration::from_secs(12);

/// How long answers took.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Timing {
    /// Half of them took no longer.
    pub(crate) p50: Duration,
    /// All but a twentieth took no longer.
    pub(crate) p95: Duration,
    /// Hits of a question: the middle one of them.
    pub(crate) hits: usize,
}

/// Asks all questions, at least twice and once for warming up. `ask` gives the number of hits.
pub(crate) fn repeat<Q>(questions: &[Q], mut ask: impl FnMut(&Q) -> Outcome<usize>) -> Outcome<Timing> {
    let mut hits = Vec::with_capacity(questions.len());
    for question in questions {
        hits.push(ask(question)?);
    }
    let begun = Instant::now();
    let mut times = Vec::new();
    for round in 0..ROUNDS {
        if round >= 2 && begun.elapsed() > ENOUGH {
            break;
        }
        for question in questions {
            let asked = Instant::now();
            ask(question)?;
            times.push(asked.elapsed());
        }
    }
    hits.sort_unstable();
    Ok(Timing {
        p50: share(&mut times, 50),
        p95: share(&mut times, 95),
        hits: hits.get(hits.len() / 2).copied().unwrap_or(0),
    })
}

/// The time that this share of a hundred does not pass.
pub(crate) fn share(times: &mut [Duration], share: usize) -> Duration {
    times.sort_unstable();
    times.get(times.len().saturating_sub(1) * share / 100).copied().unwrap_or_default()
}
