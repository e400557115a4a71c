//! The question of an address, for screens whose whole state stands in it: what was asked, the conditions it names, and
//! addresses that ask the same with something changed.

use super::address::part;
use crate::project::Conditions;
use serde::Deserialize;

/// Names and values in the order of the address; a name may occur several times.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(transparent)]
pub(super) struct Query(Vec<(String, String)>);

/// The conditions that an address can name.
pub(super) const CONDITIONS: [&str; 10] =
    ["code", "label", "theme", "case", "role", "participant", "moment", "transcript", "coder", "where"];

impl Query {
    /// The value of a name; empty when it is not there.
    pub(super) fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str())
    }

    /// All values of a name that say something.
    pub(super) fn all(&self, name: &str) -> Vec<String> {
        let such = self.0.iter().filter(|(known, value)| known == name && !value.trim().is_empty());
        such.map(|(_, value)| value.clone()).collect()
    }

    /// Whether a name has a value.
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(known, value)| known == name && !value.is_empty())
    }

    /// A number, within bounds.
    pub(super) fn number(&self, name: &str, usual: usize, most: usize) -> usize {
        self.get(name).trim().parse().unwrap_or(usual).min(most)
    }

    /// The conditions that are named.
    pub(super) fn conditions(&self) -> Conditions {
        Conditions {
            cases: self.all("case"),
            roles: self.all("role"),
            participants: self.all("participant"),
            moments: self.all("moment"),
            transcripts: self.all("transcript"),
            codes: self.all("code"),
            labels: self.all("label"),
            themes: self.all("theme"),
            coders: self.all("coder"),
            condition: self.get("where").to_owned(),
        }
    }

    /// The named pairs that say something, for hidden fields of a form.
    pub(super) fn pairs(&self, names: &[&str]) -> Vec<(String, String)> {
        let such = self.0.iter().filter(|(name, value)| names.contains(&name.as_str()) && !value.is_empty());
        such.cloned().collect()
    }

    /// The same question at a page, with other values for some names; an empty value leaves the name out.
    pub(super) fn address(&self, page: &str, other: &[(&str, &str)]) -> String {
        let kept = self.0.iter().filter(|(name, _)| !other.iter().any(|(changed, _)| changed == name));
        let pairs = kept.map(|(name, value)| (name.as_str(), value.as_str())).chain(other.iter().copied());
        let told: Vec<String> = pairs
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| format!("{}={}", part(name), part(value)))
            .collect();
        if told.is_empty() { page.to_owned() } else { format!("{page}?{}", told.join("&")) }
    }
}

/// The address of a page with these values; empty ones are left out.
pub(super) fn asking(page: &str, pairs: &[(&str, &str)]) -> String {
    Query::default().address(page, pairs)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query(text: &str) -> Query {
        serde_html_form::from_str(text).expect("a question")
    }

    #[test]
    fn what_is_changed_replaces_and_the_rest_stays() {
        let asked = query("q=zo%27n+dag&case=3&case=4&shown=50&role=");
        assert_eq!(asked.address("/search", &[("shown", "100")]), "/search?q=zo%27n%20dag&case=3&case=4&shown=100");
        assert_eq!(asked.address("/search", &[("case", ""), ("shown", "")]), "/search?q=zo%27n%20dag");
        assert_eq!(query("").address("/quotes", &[]), "/quotes");
        assert_eq!((asked.conditions().cases, asked.has("role")), (vec!["3".to_owned(), "4".to_owned()], false));
        assert_eq!((asked.number("shown", 10, 40), asked.number("q", 10, 40)), (40, 10));
    }
}
