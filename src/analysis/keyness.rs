//! How characteristic a word is of a part of a study: its counts in the part and in the rest in, numbers out.
//!
//! - *Log-likelihood* G² says how sure the difference is: `2·(a·ln(a/E1) + b·ln(b/E2))` with `E1 = c·(a+b)/(c+d)` and
//!   `E2 = d·(a+b)/(c+d)`, for `a` of `c` words in the part and `b` of `d` in the rest; a count of zero adds nothing.
//!   From Dunning (1993), in the form of Rayson & Garside (2000), which corpus linguistics uses.
//! - *Log ratio* says how large it is: `log2((a/c)/(b/d))`, each point a doubling (Hardie 2014). A count of zero stands
//!   as 0.5, as there, or the ratio would have no value.
//! - *BIC* weighs G² against the size of the study: `G² − ln(c+d)` (Wilson 2013); from 2 on the evidence is positive,
//!   from 6 strong, from 10 very strong (Kass & Raftery 1995), below 0 it speaks for no difference at all.

use std::cmp::Ordering;

/// What a count of zero stands as in a log ratio.
const INSTEAD_OF_ZERO: f64 = 0.5;

/// The counts that a word is judged by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Usage {
    /// How often the word stands in the part.
    pub in_part: u64,
    /// Words of the part.
    pub part: u64,
    /// How often the word stands in the rest.
    pub in_rest: u64,
    /// Words of the rest.
    pub rest: u64,
}

/// How characteristic a word is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Keyness {
    /// Whether the part has the word more or less often than the rest.
    pub lean: Lean,
    /// G², 0 or more: how sure the difference is.
    pub log_likelihood: f64,
    /// Doublings from the rest to the part; negative when the part has the word less often.
    pub log_ratio: f64,
    /// G² less the natural logarithm of all words.
    pub bic: f64,
}

/// On which side a word is used more, for its size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lean {
    /// More often in the part.
    Over,
    /// Less often in the part.
    Under,
    /// Equally often.
    Even,
}

impl Usage {
    /// Judges the word; nothing when the part or the rest has no words, since there is nothing to compare then.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "counts of words are far below 2^52")]
    pub fn keyness(self) -> Option<Keyness> {
        if self.part == 0 || self.rest == 0 {
            return None;
        }
        let [a, b, c, d] = [self.in_part, self.in_rest, self.part, self.rest].map(|count| count as f64);
        let share = (a + b) / (c + d);
        let term = |seen: f64, expected: f64| if seen > 0.0 { seen * (seen / expected).ln() } else { 0.0 };
        // Rounding may leave a trace below zero where both sides are equal.
        let log_likelihood = (2.0 * (term(a, c * share) + term(b, d * share))).max(0.0);
        let filled = |count: f64| if count > 0.0 { count } else { INSTEAD_OF_ZERO };
        let log_ratio = if a + b > 0.0 { ((filled(a) / c) / (filled(b) / d)).log2() } else { 0.0 };
        // Compared as whole numbers: two equal shares may differ in their last bit.
        let (over, under) =
            (u128::from(self.in_part) * u128::from(self.rest), u128::from(self.in_rest) * u128::from(self.part));
        let lean = match over.cmp(&under) {
            Ordering::Greater => Lean::Over,
            Ordering::Less => Lean::Under,
            Ordering::Equal => Lean::Even,
        };
        Some(Keyness { lean, log_likelihood, log_ratio, bic: log_likelihood - (c + d).ln() })
    }
}

/// How often something stands in a million words; nothing where there are no words.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "counts of words are far below 2^52")]
pub fn per_million(count: u64, words: u64) -> Option<f64> {
    (words > 0).then(|| count as f64 * 1_000_000.0 / words as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn judged(in_part: u64, part: u64, in_rest: u64, rest: u64) -> Keyness {
        Usage { in_part, part, in_rest, rest }.keyness().expect("both sides have words")
    }

    fn near(value: f64, expected: f64) -> bool {
        (value - expected).abs() < 0.005
    }

    /// The example with which Lancaster University teaches the log-likelihood wizard of Rayson: a word that occurs 52
    /// times in 50,000 words and 57 times in 75,000 has G² = +2.65.
    #[test]
    fn the_published_example_of_log_likelihood() {
        let found = judged(52, 50_000, 57, 75_000);
        assert!(near(found.log_likelihood, 2.65), "{found:?}");
        assert_eq!(found.lean, Lean::Over);
        let turned = judged(57, 75_000, 52, 50_000);
        assert!(near(turned.log_likelihood, 2.65), "{turned:?}");
        assert_eq!(turned.lean, Lean::Under);
    }

    /// The example of Hardie (2014): 0.0006 beside 0.0002 is three times as often, and its binary logarithm is 1.58;
    /// each further point is a doubling.
    #[test]
    fn the_published_example_of_the_log_ratio() {
        for (a, c, b, d, expected) in [
            (6, 10_000, 2, 10_000, 1.585),
            (2, 10_000, 6, 10_000, -1.585),
            (2, 1000, 2, 2000, 1.0),
            (4, 1000, 2, 2000, 2.0),
            (5, 1000, 5, 1000, 0.0),
        ] {
            assert!(near(judged(a, c, b, d).log_ratio, expected), "{a}/{c} {b}/{d}");
        }
    }

    #[test]
    fn a_count_of_zero_has_a_finite_ratio_and_adds_nothing_to_the_likelihood() {
        let found = judged(8, 1000, 0, 1000);
        assert!(near(found.log_ratio, 4.0), "8 beside 0.5 is sixteen times: {found:?}");
        assert!(near(found.log_likelihood, 2.0 * 8.0 * 2.0_f64.ln()), "{found:?}");
        let found = judged(0, 1000, 8, 1000);
        assert!(near(found.log_ratio, -4.0), "{found:?}");
        let none = judged(0, 1000, 0, 10);
        assert_eq!((none.lean, none.log_ratio, none.log_likelihood), (Lean::Even, 0.0, 0.0));
    }

    #[test]
    fn evidence_is_weighed_against_the_size_of_the_study() {
        let found = judged(52, 50_000, 57, 75_000);
        assert!(near(found.bic, found.log_likelihood - 125_000_f64.ln()), "{found:?}");
        assert!(found.bic < 0.0, "2.65 is no evidence in 125,000 words");
    }

    #[test]
    fn without_a_part_or_a_rest_there_is_nothing_to_compare() {
        for (part, rest) in [(0, 10), (10, 0), (0, 0)] {
            assert_eq!(Usage { in_part: 0, part, in_rest: 0, rest }.keyness(), None);
        }
    }

    #[test]
    fn rates_are_per_million_words() {
        for (count, words, rate) in [(41, 3_000_000, Some(13.666)), (1, 4, Some(250_000.0)), (0, 9, Some(0.0))] {
            assert_eq!(
                per_million(count, words).map(|found| (found * 10.0).round()),
                rate.map(|r| (r * 10.0_f64).round())
            );
        }
        assert_eq!(per_million(0, 0), None);
    }

    proptest! {
        #[test]
        fn numbers_are_finite_and_turn_round_with_the_sides(
            part in 1_u64..5_000_000, rest in 1_u64..5_000_000, a in 0.0..1.0_f64, b in 0.0..1.0_f64,
        ) {
            #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let share = |of: u64, share: f64| (of as f64 * share) as u64;
            let (in_part, in_rest) = (share(part, a), share(rest, b));
            let found = judged(in_part, part, in_rest, rest);
            let turned = judged(in_rest, rest, in_part, part);
            prop_assert!(found.log_likelihood.is_finite() && found.log_ratio.is_finite() && found.bic.is_finite());
            prop_assert!((found.log_likelihood - turned.log_likelihood).abs() <= 1e-6 * (1.0 + found.log_likelihood));
            prop_assert!((found.log_ratio + turned.log_ratio).abs() < 1e-9);
            let leans = [(Lean::Over, Lean::Under), (Lean::Under, Lean::Over), (Lean::Even, Lean::Even)];
            prop_assert!(leans.contains(&(found.lean, turned.lean)));
        }
    }
}
