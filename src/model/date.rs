//! Dates as people write them in a table: `2025-03-14`, `14-3-2025`, `14/03/2025`, `14 maart 2025`, and months and years
//! as a whole. They are read only where a search or an analysis compares them; what is kept is what was written.

/// The days that a written date covers, both as year × 10,000 + month × 100 + day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// The first day.
    pub first: u32,
    /// The last day; of a month always the 31st, since days are only compared.
    pub last: u32,
}

const MONTHS: [&[&str]; 12] = [
    &["januari", "january", "jan"],
    &["februari", "february", "feb"],
    &["maart", "march", "mrt", "mar"],
    &["april", "apr"],
    &["mei", "may"],
    &["juni", "june", "jun"],
    &["juli", "july", "jul"],
    &["augustus", "august", "aug"],
    &["september", "sept", "sep"],
    &["oktober", "october", "okt", "oct"],
    &["november", "nov"],
    &["december", "dec"],
];

/// The days that a written date stands for; nothing for what is no date. Of three numbers the year has four digits and
/// stands first or last, the month in the middle.
#[must_use]
pub fn days_of(written: &str) -> Option<Days> {
    let lower = written.trim().to_lowercase();
    let parts: Vec<&str> = lower.split(['-', '/', '.', ' ']).filter(|part| !part.is_empty()).take(4).collect();
    let (year, month, day) = match parts[..] {
        [year] => (year_of(year)?, None, None),
        [a, b] => {
            let (year, month) = year_and(a, b)?;
            (year, Some(month_of(month)?), None)
        }
        [a, month, b] => {
            let (year, day) = year_and(a, b)?;
            (year, Some(month_of(month)?), Some(day_of(day)?))
        }
        _ => return None,
    };
    let at = |month: u32, day: u32| year * 10_000 + month * 100 + day;
    Some(Days { first: at(month.unwrap_or(1), day.unwrap_or(1)), last: at(month.unwrap_or(12), day.unwrap_or(31)) })
}

/// The year and the other part; nothing when both or neither can be a year.
fn year_and<'p>(a: &'p str, b: &'p str) -> Option<(u32, &'p str)> {
    match (year_of(a), year_of(b)) {
        (Some(year), None) => Some((year, b)),
        (None, Some(year)) => Some((year, a)),
        (Some(_), Some(_)) | (None, None) => None,
    }
}

fn year_of(part: &str) -> Option<u32> {
    number(part).filter(|_| part.len() == 4)
}

fn month_of(part: &str) -> Option<u32> {
    let named = MONTHS.iter().zip(1..).find(|(names, _)| names.contains(&part)).map(|(_, month)| month);
    named.or_else(|| number(part).filter(|month| (1..=12).contains(month) && part.len() <= 2))
}

fn day_of(part: &str) -> Option<u32> {
    number(part).filter(|day| (1..=31).contains(day) && part.len() <= 2)
}

fn number(part: &str) -> Option<u32> {
    part.parse().ok().filter(|_| part.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        for (written, expected) in [
            ("2025-03-14", Some((20_250_314, 20_250_314))),
            ("14-3-2025", Some((20_250_314, 20_250_314))),
            ("14/03/2025", Some((20_250_314, 20_250_314))),
            ("14.03.2025", Some((20_250_314, 20_250_314))),
            (" 14 maart 2025 ", Some((20_250_314, 20_250_314))),
            ("1 Mei 2024", Some((20_240_501, 20_240_501))),
            ("2025-03", Some((20_250_301, 20_250_331))),
            ("maart 2025", Some((20_250_301, 20_250_331))),
            ("2025", Some((20_250_101, 20_251_231))),
            ("", None),
            ("14-3", None),
            ("14-3-25", None),
            ("2025-13-01", None),
            ("2025-00-01", None),
            ("32-1-2025", None),
            ("2025-2026", None),
            ("+202-01", None),
            ("voorjaar 2025", None),
            ("1-2-3-2025", None),
            ("99999999999", None),
        ] {
            let found = days_of(written).map(|days| (days.first, days.last));
            assert_eq!(found, expected, "{written}");
        }
    }
}
