//! Drawing a number with unequal chances in constant time (Vose's alias method), because a study of 1 GB draws some
//! 200 million words. Weights go in, positions in that list come out.

use rand::Rng;

/// A list of chances to draw from.
pub(crate) struct Weighted {
    /// The chance that a drawn position is kept.
    keep: Vec<f64>,
    /// The position that is taken when it is not kept.
    other: Vec<usize>,
}

impl Weighted {
    /// Prepares a list of weights; they need not add up to one. At least one weight must be above zero.
    pub(crate) fn new(weights: &[f64]) -> Self {
        let count = u32::try_from(weights.len()).expect("no list here comes near four billion weights");
        let mean = weights.iter().sum::<f64>() / f64::from(count);
        let mut keep: Vec<f64> = weights.iter().map(|weight| weight / mean).collect();
        let mut other: Vec<usize> = (0..weights.len()).collect();
        let (mut small, mut large): (Vec<usize>, Vec<usize>) = other.iter().partition(|&&place| keep[place] < 1.0);
        while let (Some(poor), Some(&rich)) = (small.pop(), large.last()) {
            other[poor] = rich;
            keep[rich] -= 1.0 - keep[poor];
            if keep[rich] < 1.0 {
                large.pop();
                small.push(rich);
            }
        }
        Self { keep, other }
    }

    /// Weights that fall with the rank: the first is the most likely, the second 2^`exponent` times rarer, and so on.
    pub(crate) fn zipf(count: usize, exponent: f64) -> Self {
        let weights: Vec<f64> = (1u32..).take(count).map(|rank| f64::from(rank).powf(-exponent)).collect();
        Self::new(&weights)
    }

    /// A position in the list of weights.
    pub(crate) fn draw(&self, rng: &mut impl Rng) -> usize {
        let place = rng.random_range(0..self.keep.len());
        if rng.random::<f64>() < self.keep[place] { place } else { self.other[place] }
    }
}

#[cfg(test)]
mod tests {
    use super::Weighted;
    use rand::SeedableRng;
    use rand_chacha::ChaCha8Rng;

    #[test]
    fn draws_as_often_as_the_weights_say() {
        let weighted = Weighted::new(&[6.0, 0.0, 3.0, 1.0]);
        let mut rng = ChaCha8Rng::seed_from_u64(1);
        let mut seen = [0u32; 4];
        for _ in 0..10_000 {
            seen[weighted.draw(&mut rng)] += 1;
        }
        for (seen, expected) in seen.into_iter().zip([6_000u32, 0, 3_000, 1_000]) {
            assert!(seen.abs_diff(expected) <= expected / 10, "{seen} instead of about {expected}");
        }
    }
}
