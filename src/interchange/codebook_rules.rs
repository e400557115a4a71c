//! Rules that a codebook keeps whether it comes as TOML or as CSV: what a name and a colour may be, which level may
//! stand in which, and that a code has one level and one place in a taxonomy unless the researcher says otherwise.

use super::fault::{Problem, shown};
use crate::model::{Level, MarkedName, check_name, fold_name};
use std::collections::HashMap;

/// Codes nest no deeper than this; nobody can read such a tree, and the readers go down it by recursion.
pub(super) const DEEPEST: usize = 60;

/// Of a longer circle only the beginning is named.
const LONGEST_CIRCLE: usize = 12;

/// A colour as `#rrggbb`; `#rgb` is its short form. Empty stays empty.
pub(super) fn color(typed: &str) -> Result<String, Problem> {
    let typed = typed.trim();
    let digits = typed.strip_prefix('#').filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
    match digits {
        Some(digits) if digits.len() == 6 => Ok(typed.to_owned()),
        Some(digits) if digits.len() == 3 => {
            Ok(std::iter::once('#').chain(digits.chars().flat_map(|digit| [digit; 2])).collect())
        }
        None if typed.is_empty() => Ok(String::new()),
        Some(_) | None => Err(Problem::BadColor { found: shown(typed) }),
    }
}

/// The name without footnote marks, when it may be one.
pub(super) fn bare_name(field: &'static str, typed: &str, marks: &[String]) -> Result<String, Problem> {
    let bare = MarkedName::parse(typed, marks.iter().map(String::as_str)).name;
    check_name(&bare).map_err(|fault| Problem::BadName { field, name: shown(typed), fault })
}

/// Whether a code of one level may stand below one of another: labels in themes, open codes in all.
pub(super) fn may_stand_in(inner: Level, outer: Level) -> bool {
    match inner {
        Level::Open => true,
        Level::Axial => outer == Level::Selective,
        Level::Selective => false,
    }
}

/// The places that codes have had so far in one taxonomy.
#[derive(Debug, Default)]
pub(super) struct Places {
    codes: Vec<PlacedCode>,
    /// Index into `codes` by folded name.
    by_name: HashMap<String, usize>,
}

#[derive(Debug)]
struct PlacedCode {
    name: String,
    level: Level,
    first: Spot,
    /// Folded names of the codes above it, one for each place; empty for the top.
    parents: Vec<String>,
}

/// How far the search for circles has come with a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    OnWay,
    Done,
}

/// Where something stands in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spot {
    /// 1-based.
    pub(super) line: usize,
    /// In bytes.
    pub(super) offset: usize,
}

impl Places {
    /// Takes note of a place. It is refused when the code stands elsewhere and `also` does not allow it, when it
    /// stands in the same place already, or when it has another level there.
    pub(super) fn take(
        &mut self,
        name: &str,
        parent: &str,
        level: Level,
        also: bool,
        spot: Spot,
    ) -> Result<(), Problem> {
        let parent = fold_name(parent);
        let Some(known) = self.by_name.get(&fold_name(name)) else {
            self.by_name.insert(fold_name(name), self.codes.len());
            self.codes.push(PlacedCode { name: name.to_owned(), level, first: spot, parents: vec![parent] });
            return Ok(());
        };
        let code = &mut self.codes[*known];
        if !also || code.parents.contains(&parent) {
            return Err(Problem::NameTwice { name: shown(name), first_line: code.first.line });
        }
        if level != code.level {
            let (first_level, first_line) = (code.level, code.first.line);
            return Err(Problem::LevelDiffers { name: shown(name), level, first_level, first_line });
        }
        code.parents.push(parent);
        Ok(())
    }

    /// The circles in which codes stand below each other, each once, with the place of its first code. A code has the
    /// same codes below it wherever it stands, so a circle can also run through second places.
    pub(super) fn circles(&self) -> Vec<(usize, Problem)> {
        let mut circles = Vec::new();
        let mut states = vec![State::New; self.codes.len()];
        for start in 0..self.codes.len() {
            // The way up so far, each with the number of its parents that have been tried. By hand and not by
            // recursion, since a table may name thousands of codes below each other.
            let mut way: Vec<(usize, usize)> = Vec::new();
            if states[start] == State::New {
                states[start] = State::OnWay;
                way.push((start, 0));
            }
            while let Some((code, tried)) = way.last_mut() {
                let Some(parent) = self.codes[*code].parents.get(*tried) else {
                    states[*code] = State::Done;
                    way.pop();
                    continue;
                };
                *tried += 1;
                let Some(above) = self.by_name.get(parent).copied() else { continue };
                match states[above] {
                    State::New => {
                        states[above] = State::OnWay;
                        way.push((above, 0));
                    }
                    State::OnWay => {
                        let from = way.iter().position(|(on_way, _)| *on_way == above).unwrap_or_default();
                        circles.push(self.circle(&way[from..]));
                    }
                    State::Done => {}
                }
            }
        }
        circles
    }

    fn circle(&self, way: &[(usize, usize)]) -> (usize, Problem) {
        let codes: Vec<&PlacedCode> = way.iter().map(|(code, _)| &self.codes[*code]).collect();
        let offset = codes.iter().map(|code| code.first.offset).min().unwrap_or_default();
        let names = codes.iter().take(LONGEST_CIRCLE).map(|code| shown(&code.name)).collect();
        let lines = codes.iter().take(LONGEST_CIRCLE).map(|code| code.first.line).collect();
        (offset, Problem::Cycle { names, lines })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{LONGEST_NAME, NameFault};

    #[test]
    fn colours_come_in_two_lengths() {
        for (typed, read) in [
            ("#0072B2", Some("#0072B2")),
            (" #aBc ", Some("#aaBBcc")),
            ("", Some("")),
            ("0072B2", None),
            ("#0072B", None),
            ("#00é2b2", None),
            ("rood", None),
            ("#", None),
        ] {
            assert_eq!(color(typed).ok().as_deref(), read, "{typed}");
        }
    }

    #[test]
    fn marks_do_not_count_in_a_name() {
        let marks = ["*".to_owned()];
        let long = "ë".repeat(LONGEST_NAME);
        assert_eq!(bare_name("name", "De naasten* helpen", &marks).as_deref(), Ok("De naasten helpen"));
        assert_eq!(bare_name("name", &format!("{long}*"), &marks).as_deref(), Ok(long.as_str()));
        for (typed, fault) in [
            ("*", NameFault::Empty),
            ("twee\nregels", NameFault::Control),
            (&*format!("{long}e"), NameFault::TooLong(LONGEST_NAME + 1)),
        ] {
            let problem = Problem::BadName { field: "name", name: shown(typed), fault };
            assert_eq!(bare_name("name", typed, &marks), Err(problem));
        }
    }

    #[test]
    fn a_second_place_needs_also_and_another_parent() {
        let mut places = Places::default();
        let mut take =
            |name, parent, level, also, line| places.take(name, parent, level, also, Spot { line, offset: line * 10 });
        assert_eq!(take("Zo'n dag", "steun", Level::Open, false, 1), Ok(()));
        let twice = |name: &str| Err(Problem::NameTwice { name: name.to_owned(), first_line: 1 });
        assert_eq!(take("zo'n  DAG", "last", Level::Open, false, 2), twice("zo'n  DAG"));
        assert_eq!(take("zo'n dag", "last", Level::Open, true, 3), Ok(()));
        assert_eq!(take("zo'n dag", "Last", Level::Open, true, 4), twice("zo'n dag"));
        let differs = take("zo'n dag", "rust", Level::Axial, true, 5);
        assert!(matches!(differs, Err(Problem::LevelDiffers { first_line: 1, .. })));
    }

    #[test]
    fn circles_are_found_through_second_places_too() {
        let circles = |rows: &[(&str, &str)]| {
            let mut places = Places::default();
            for (at, (name, parent)) in rows.iter().enumerate() {
                let spot = Spot { line: at + 2, offset: at };
                places.take(name, parent, Level::Open, true, spot).expect("the places differ");
            }
            let found = places.circles().into_iter().map(|(_, problem)| match problem {
                Problem::Cycle { names, lines } => format!("{} {lines:?}", names.join(">")),
                other => panic!("{other:?}"),
            });
            found.collect::<Vec<_>>()
        };
        let none: [&str; 0] = [];
        assert_eq!(circles(&[("a", ""), ("b", "a"), ("c", "b"), ("d", "a"), ("c", "d")]), none);
        assert_eq!(circles(&[("a", "A")]), ["a [2]"]);
        assert_eq!(circles(&[("a", "c"), ("b", "a"), ("c", "b"), ("d", "c")]), ["a>c>b [2, 4, 3]"]);
        assert_eq!(circles(&[("a", ""), ("b", "a"), ("b", ""), ("a", "b")]), ["a>b [2, 3]"]);
        assert_eq!(circles(&[("a", "b"), ("b", "a"), ("c", "d"), ("d", "c")]).len(), 2);
        let long: Vec<(String, String)> = (0..50_000).map(|at| (at.to_string(), (at + 1).to_string())).collect();
        let long: Vec<(&str, &str)> = long.iter().map(|(name, parent)| (name.as_str(), parent.as_str())).collect();
        assert_eq!(circles(&long), none);
    }
}
