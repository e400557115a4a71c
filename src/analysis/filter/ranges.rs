//! Ranges in the value of a field: `40..60`, `40..`, `>=40`, `<2025-07`. Both ends of `..` belong to the range. A value is
//! compared as a number when it and the ends are numbers, else as a date.

use crate::model::{days_of, number_of};

/// A stretch of numbers or dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Range<'v> {
    low: Option<End<'v>>,
    high: Option<End<'v>>,
}

/// An end of a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct End<'v> {
    written: &'v str,
    included: bool,
}

impl<'v> Range<'v> {
    /// The range that was typed, if one was.
    pub(super) fn read(typed: &'v str) -> Option<Self> {
        let end = |written: &'v str, included| Some(End { written: written.trim(), included });
        for (sign, included) in [(">=", true), ("≥", true), (">", false)] {
            if let Some(low) = typed.strip_prefix(sign) {
                return Some(Self { low: end(low, included), high: None });
            }
        }
        for (sign, included) in [("<=", true), ("≤", true), ("<", false)] {
            if let Some(high) = typed.strip_prefix(sign) {
                return Some(Self { low: None, high: end(high, included) });
            }
        }
        let (low, high) = typed.split_once("..")?;
        let side = |written: &'v str| if written.trim().is_empty() { None } else { end(written, true) };
        let range = Self { low: side(low), high: side(high) };
        (range.low.is_some() || range.high.is_some()).then_some(range)
    }

    /// Whether its ends can be compared with anything: numbers, or dates.
    pub(super) fn is_sound(&self) -> bool {
        let all = |such: fn(&str) -> bool| [self.low, self.high].iter().flatten().all(|end| such(end.written));
        all(|written| number_of(written).is_some()) || all(|written| days_of(written).is_some())
    }

    /// Whether a value lies inside; nothing for a value that cannot be compared.
    pub(super) fn admits(&self, value: &str) -> Option<bool> {
        self.admits_number(value).or_else(|| self.admits_date(value))
    }

    fn admits_number(&self, value: &str) -> Option<bool> {
        let value = number_of(value)?;
        let mut inside = true;
        if let Some(End { written, included }) = self.low {
            let low = number_of(written)?;
            inside &= value > low || (included && value >= low);
        }
        if let Some(End { written, included }) = self.high {
            let high = number_of(written)?;
            inside &= value < high || (included && value <= high);
        }
        Some(inside)
    }

    /// Of a month or year all days must lie inside.
    pub(super) fn admits_date(&self, value: &str) -> Option<bool> {
        let value = days_of(value)?;
        let mut inside = true;
        if let Some(End { written, included }) = self.low {
            let low = days_of(written)?;
            inside &= if included { value.first >= low.first } else { value.first > low.last };
        }
        if let Some(End { written, included }) = self.high {
            let high = days_of(written)?;
            inside &= if included { value.last <= high.last } else { value.last < high.first };
        }
        Some(inside)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_hold_what_lies_between_their_ends() {
        for (typed, value, inside) in [
            ("40..60", "40", Some(true)),
            ("40..60", "60", Some(true)),
            ("40..60", "60,5", Some(false)),
            ("1,5..2.5", "2", Some(true)),
            ("-5..5", "-3", Some(true)),
            ("40..", "1000", Some(true)),
            ("..40", "41", Some(false)),
            (">40", "40", Some(false)),
            (">=40", "40", Some(true)),
            ("≥40", "39", Some(false)),
            ("<40", "39.9", Some(true)),
            ("<40", "40", Some(false)),
            ("<=40", "40", Some(true)),
            ("40..60", "onbekend", None),
            ("40..60", "", None),
            ("2025-01-01..2025-06-30", "14-3-2025", Some(true)),
            ("2025-01-01..2025-06-30", "2025-07-01", Some(false)),
            ("2025-01..2025-06", "30 juni 2025", Some(true)),
            ("2025-01..2025-06", "2025", Some(false)),
            ("2025..2026", "2025-12-31", Some(true)),
            (">2025-03", "2025-03-31", Some(false)),
            (">2025-03", "2025-04-01", Some(true)),
            ("<2025-03", "2025-02-28", Some(true)),
        ] {
            let range = Range::read(typed).unwrap_or_else(|| panic!("{typed} is a range"));
            assert!(range.is_sound(), "{typed}");
            assert_eq!(range.admits(value), inside, "{value} in {typed}");
        }
    }

    #[test]
    fn what_is_no_range_is_none() {
        for typed in ["", "40", "..", "40-60", "Gron*", "a.b"] {
            assert_eq!(Range::read(typed), None, "{typed}");
        }
        for typed in ["40..veel", "a..b", ">", "40...60", "1..2025-03-14"] {
            assert!(Range::read(typed).is_some_and(|range| !range.is_sound()), "{typed}");
        }
    }
}
