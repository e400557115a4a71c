//! Which colour and line a code has wherever it is shown: eight colours that stay apart for colour-blind people, repeated
//! with another line style, and always beside the code's name.

use crate::analysis::{At, Study};
use crate::model::{Code, Level};

/// The eight colours for colour-blind people of Okabe and Ito (2008), as the stylesheet has them.
const COLORS: [(i32, i32, i32); 8] = [
    (230, 159, 0),
    (86, 180, 233),
    (0, 158, 115),
    (240, 228, 66),
    (0, 114, 178),
    (213, 94, 0),
    (204, 121, 167),
    (120, 120, 120),
];
const LINE_STYLES: usize = 4;

/// The tints of all codes of a study.
#[derive(Debug, Clone)]
pub struct Tints(Vec<(u8, u8)>);

impl Tints {
    /// A code's tint is that of its own colour, else of the theme above it, else it follows from when it was made; codes
    /// of one tint differ in line style. Another code never changes how the others look.
    #[must_use]
    pub fn new(study: &Study) -> Self {
        let mut tints: Vec<Option<u8>> = study.codes.rows().iter().map(|code| nearest(&code.color)).collect();
        for tree in study.taxonomies.rows() {
            for (rank, root) in tree.roots.iter().enumerate() {
                let own = tints[root.code.number()].unwrap_or_else(|| small(rank % COLORS.len()));
                for code in root.with_descendants() {
                    tints[code.number()].get_or_insert(own);
                }
            }
        }
        let mut used = [0_usize; COLORS.len()];
        let mut by_age: Vec<At<Code>> = study.codes.positions().collect();
        by_age.sort_unstable_by_key(|at| study.codes[*at].id);
        let mut looks = vec![(0, 0); tints.len()];
        for (age, at) in by_age.into_iter().enumerate() {
            let tint = tints[at.number()].unwrap_or_else(|| small(age % COLORS.len()));
            let style = used[usize::from(tint)] % LINE_STYLES;
            used[usize::from(tint)] += usize::from(study.codes[at].level == Level::Open);
            looks[at.number()] = (tint, small(style));
        }
        Self(looks)
    }

    /// Colour (0 to 7) and line style (0 to 3) of a code.
    #[must_use]
    pub fn of(&self, code: At<Code>) -> (u8, u8) {
        self.0[code.number()]
    }

    /// The same as classes of the stylesheet: `k3 s1`.
    #[must_use]
    pub fn class(&self, code: At<Code>) -> String {
        let (tint, style) = self.of(code);
        format!("k{tint} s{style}")
    }
}

fn nearest(color: &str) -> Option<u8> {
    let hex = color.strip_prefix('#').filter(|hex| hex.len() == 6 && hex.is_ascii())?;
    let part = |at: usize| i32::from_str_radix(&hex[at..at + 2], 16).ok();
    let (red, green, blue) = (part(0)?, part(2)?, part(4)?);
    let distance = |tint: &(i32, i32, i32)| (tint.0 - red).pow(2) + (tint.1 - green).pow(2) + (tint.2 - blue).pow(2);
    (0..COLORS.len()).min_by_key(|at| distance(&COLORS[*at])).map(small)
}

fn small(number: usize) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}
