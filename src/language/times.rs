//! Moments as people read them: a point in time, kept as microseconds UTC, in the time zone of whoever reads.

use jiff::Timestamp;
use jiff::tz::TimeZone;

/// A time zone.
#[derive(Debug, Clone)]
pub struct Zone(TimeZone);

impl Zone {
    /// The time zone of this machine; UTC when it has none.
    #[must_use]
    pub fn local() -> Self {
        Self(TimeZone::try_system().unwrap_or(TimeZone::UTC))
    }

    /// Coordinated universal time.
    #[must_use]
    pub fn utc() -> Self {
        Self(TimeZone::UTC)
    }
}

/// A moment on the clock and the calendar of a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Moment {
    pub(super) year: i16,
    /// Position in a list of months: 0 is January.
    pub(super) month: usize,
    pub(super) day: i8,
    pub(super) hour: i8,
    pub(super) minute: i8,
}

/// The moment of so many microseconds since 1970 UTC; one beyond the calendar becomes its first or last.
pub(super) fn moment(microseconds: i64, zone: &Zone) -> Moment {
    let ends = if microseconds < 0 { Timestamp::MIN } else { Timestamp::MAX };
    let there = Timestamp::from_microsecond(microseconds).unwrap_or(ends).to_zoned(zone.0.clone());
    let month = usize::try_from(there.month() - 1).unwrap_or_default();
    Moment { year: there.year(), month, day: there.day(), hour: there.hour(), minute: there.minute() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_read_in_the_zone() {
        let amsterdam = Zone(TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").expect("a zone"));
        let of = |zone: &Zone, microseconds| {
            let at = moment(microseconds, zone);
            (at.year, at.month, at.day, at.hour, at.minute)
        };
        for (microseconds, utc, local) in [
            (0, (1970, 0, 1, 0, 0), (1970, 0, 1, 1, 0)),
            (1_795_266_180_000_000, (2026, 10, 21, 13, 3), (2026, 10, 21, 14, 3)),
            (1_782_858_600_000_000, (2026, 5, 30, 22, 30), (2026, 6, 1, 0, 30)),
            (-1, (1969, 11, 31, 23, 59), (1970, 0, 1, 0, 59)),
        ] {
            assert_eq!(of(&Zone::utc(), microseconds), utc);
            assert_eq!(of(&amsterdam, microseconds), local);
        }
        assert_eq!(moment(i64::MAX, &Zone::utc()).year, 9999);
        assert_eq!(moment(i64::MIN, &Zone::utc()).year, -9999);
    }
}
