//! The names of the files of a report: stable, readable, safe on every file system. A case or text keeps the letters of
//! its name as far as they are Latin; whatever else is in a name becomes a hyphen, and names that fall together get a
//! number. Numbers in a taxonomy are part of the address, so that `3.2` is always found under `3-2`.

use std::collections::BTreeSet;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Longest slug; leaves room for a folder's path on systems that know only short ones.
const LONGEST: usize = 60;

/// A slug per name, all different.
#[must_use]
pub(super) fn slugs<'n>(names: impl IntoIterator<Item = &'n str>) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let mut slugs = Vec::new();
    for (position, name) in names.into_iter().enumerate() {
        let stem = slug(name);
        let stem = if stem.is_empty() { format!("nr-{}", position + 1) } else { stem };
        let mut own = stem.clone();
        let mut number = 2;
        while !taken.insert(own.clone()) {
            own = format!("{stem}-{number}");
            number += 1;
        }
        slugs.push(own);
    }
    slugs
}

fn slug(name: &str) -> String {
    let mut slug = String::new();
    for letter in name.nfkd().filter(|letter| !is_combining_mark(*letter) && !matches!(letter, '\'' | '’' | '‘')) {
        let letter = letter.to_ascii_lowercase();
        if slug.len() >= LONGEST {
            break;
        }
        if letter.is_ascii_alphanumeric() {
            slug.push(letter);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// A number of a taxonomy as part of an address: `3.2` is `3-2`.
#[must_use]
pub(super) fn dashed(number: &str) -> String {
    number.replace('.', "-")
}

/// The page of a taxonomy.
#[must_use]
pub(super) fn taxonomy(taxonomy: usize) -> String {
    format!("taxonomie-{}.html", taxonomy + 1)
}

/// The page of a theme, or of whatever else stands at the top of a taxonomy.
#[must_use]
pub(super) fn theme(taxonomy: usize, number: &str) -> String {
    let top = number.split('.').next().unwrap_or(number);
    format!("thema-{}-{top}.html", taxonomy + 1)
}

/// The page with the quotes of an open code at its place in a taxonomy.
#[must_use]
pub(super) fn quotes(taxonomy: usize, number: &str) -> String {
    format!("citaten-{}-{}.html", taxonomy + 1, dashed(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_gets_a_file_name_of_its_own() {
        let long = "é".repeat(200);
        let names =
            ["casus 1", "Casus/1", "../../etc/passwd", "“zo'n” <b>", "家族", "", "Één buurvrouw", long.as_str(), "CON"];
        let made = slugs(names);
        assert_eq!(made[..7], ["casus-1", "casus-1-2", "etc-passwd", "zon-b", "nr-5", "nr-6", "een-buurvrouw"]);
        assert_eq!(made[7].len(), LONGEST);
        let good = |slug: &String| slug.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        assert!(made.iter().all(good), "{made:?}");
    }

    #[test]
    fn suffixes_do_not_collide_with_names() {
        assert_eq!(slugs(["a", "a-2", "a"]), ["a", "a-2", "a-3"]);
        assert_eq!(slugs(["a", "a", "a-2"]), ["a", "a-2", "a-2-2"]);
    }

    #[test]
    fn numbers_are_in_the_address() {
        assert_eq!(taxonomy(0), "taxonomie-1.html");
        assert_eq!(theme(0, "2.3"), "thema-1-2.html");
        assert_eq!(quotes(1, "2.3.1"), "citaten-2-2-3-1.html");
    }
}
