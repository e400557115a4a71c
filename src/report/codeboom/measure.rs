//! How wide words are in Source Sans 3, so that a picture can be laid out without a browser: advance widths of the
//! font in thousandths of its size, regular and semibold, with a margin for browsers that show another font. From
//! words and a width, [`wrap`] makes lines that fit; it never drops a letter.

use unicode_segmentation::UnicodeSegmentation;

/// How heavy letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    /// 400.
    Regular,
    /// 600.
    Semibold,
}

/// Letters are taken a little wider than they are, because another font may stand in and hinting rounds up.
const MARGIN: f64 = 1.06;

/// What a letter that is not in the tables takes: as wide as the font is high, enough for any script.
const UNKNOWN: u16 = 1000;

/// `U+0020` to `U+007E`.
#[rustfmt::skip]
const ASCII: [[u16; 95]; 2] = [[
    200, 289, 426, 497, 497, 824, 609, 249, 303, 303, 418, 497, 249, 311, 249, 350,
    497, 497, 497, 497, 497, 497, 497, 497, 497, 497, 249, 249, 497, 497, 497, 425,
    847, 543, 588, 571, 615, 527, 494, 617, 652, 263, 479, 579, 486, 727, 647, 664,
    566, 664, 569, 534, 536, 645, 515, 786, 513, 476, 539, 303, 350, 303, 497, 500,
    542, 504, 553, 456, 555, 496, 292, 504, 544, 246, 247, 495, 255, 829, 547, 542,
    555, 555, 347, 419, 338, 544, 467, 719, 446, 467, 425, 303, 241, 303, 497,
], [
    200, 315, 482, 513, 513, 841, 639, 275, 324, 324, 438, 513, 275, 322, 275, 344,
    513, 513, 513, 513, 513, 513, 513, 513, 513, 513, 275, 275, 513, 513, 513, 444,
    875, 558, 597, 576, 625, 538, 510, 628, 663, 282, 494, 597, 502, 745, 657, 674,
    582, 674, 592, 545, 546, 655, 536, 800, 541, 501, 540, 324, 344, 324, 513, 500,
    549, 516, 563, 462, 564, 507, 317, 520, 558, 262, 263, 522, 271, 843, 560, 549,
    564, 564, 373, 431, 361, 556, 495, 748, 481, 495, 443, 324, 255, 324, 513,
]];

/// `U+00A0` to `U+00FF`.
#[rustfmt::skip]
const LATIN: [[u16; 96]; 2] = [[
    200, 289, 497, 497, 497, 497, 241, 497, 542, 744, 345, 429, 497, 311, 423, 542,
    331, 497, 367, 367, 542, 562, 560, 249, 542, 367, 365, 429, 781, 808, 796, 425,
    544, 544, 544, 544, 544, 544, 822, 571, 527, 527, 527, 527, 263, 263, 263, 263,
    639, 647, 664, 664, 664, 664, 664, 497, 664, 645, 645, 645, 645, 476, 583, 576,
    504, 504, 504, 504, 504, 504, 778, 456, 496, 496, 496, 496, 246, 246, 246, 246,
    544, 547, 542, 542, 542, 542, 542, 497, 542, 544, 544, 544, 544, 467, 555, 467,
], [
    200, 315, 513, 513, 513, 513, 255, 513, 549, 747, 352, 455, 513, 322, 443, 549,
    348, 513, 372, 372, 549, 578, 599, 275, 549, 372, 369, 455, 795, 827, 807, 444,
    558, 558, 558, 558, 558, 558, 834, 576, 538, 538, 538, 538, 282, 282, 282, 282,
    651, 656, 674, 674, 674, 674, 674, 513, 674, 655, 655, 655, 655, 501, 600, 604,
    516, 516, 516, 516, 516, 516, 780, 462, 507, 507, 507, 507, 262, 262, 262, 262,
    552, 560, 549, 549, 549, 549, 549, 513, 549, 556, 556, 556, 556, 495, 564, 495,
]];

/// Punctuation beyond Latin-1: thin and narrow spaces, dashes, quotation marks, bullet, ellipsis, prime, euro.
#[rustfmt::skip]
const PUNCTUATION: [(char, u16); 15] = [
    ('\u{2009}', 100), ('\u{202f}', 200), ('–', 480), ('—', 800), ('‘', 275), ('’', 275), ('‚', 275), ('“', 482),
    ('”', 482), ('„', 482), ('•', 325), ('…', 964), ('′', 275), ('−', 513), ('€', 513),
];

/// Width of these words at a size in pixels.
pub(super) fn width(words: &str, weight: Weight, size: f64) -> f64 {
    let thousandths: u32 = words.chars().map(|letter| u32::from(advance(letter, weight))).sum();
    f64::from(thousandths) / 1000.0 * size * MARGIN
}

fn advance(letter: char, weight: Weight) -> u16 {
    let row = match weight {
        Weight::Regular => 0,
        Weight::Semibold => 1,
    };
    let code = letter as usize;
    match code {
        0x20..=0x7e => ASCII[row][code - 0x20],
        0xa0..=0xff => LATIN[row][code - 0xa0],
        0x300..=0x36f | 0x200b..=0x200f | 0xfe00..=0xfe0f => 0,
        _ => PUNCTUATION.iter().find(|(known, _)| *known == letter).map_or(UNKNOWN, |(_, advance)| *advance),
    }
}

/// The words in lines no wider than `limit`, broken at spaces; a word that is too wide alone is broken within.
pub(super) fn wrap(words: &str, weight: Weight, size: f64, limit: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in words.split_whitespace() {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if width(&longer, weight, size) <= limit {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for cluster in word.graphemes(true) {
            let longer = format!("{line}{cluster}");
            if !line.is_empty() && width(&longer, weight, size) > limit {
                lines.push(std::mem::replace(&mut line, cluster.to_owned()));
            } else {
                line = longer;
            }
        }
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_and_keep_every_letter() {
        let long = "Onafhankelijkheidsverklaringsprocedurebegeleidingscommissie".repeat(3);
        for words in ["zo'n dag", "’s avonds nog éven bellen met de noaber", "", long.as_str(), "家族が助ける 👩‍👧 ja"]
        {
            for limit in [60.0, 120.0, 300.0] {
                let lines = wrap(words, Weight::Regular, 14.0, limit);
                let letters = |text: &str| text.split_whitespace().collect::<String>();
                assert_eq!(letters(&lines.concat()), letters(words), "{words}");
                assert!(lines.iter().all(|line| width(line, Weight::Regular, 14.0) <= limit), "{lines:?} in {limit}");
            }
        }
    }

    #[test]
    fn semibold_is_wider_and_accents_count_nothing() {
        assert!(width("thema", Weight::Semibold, 14.0) > width("thema", Weight::Regular, 14.0));
        let (one, two) = (width("ë", Weight::Regular, 14.0), width("e\u{308}", Weight::Regular, 14.0));
        assert!((one - two).abs() < f64::EPSILON, "ë in both forms");
    }
}
