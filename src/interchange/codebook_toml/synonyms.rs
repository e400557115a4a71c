//! The synonyms of a codebook file: a list of lists above the first table, `synonyms = [["EK-c", "EKC"]]`. They belong to
//! the whole project: each file may name some, importing several adds them all together, and every exported file
//! carries all of them.
//!
//! In an existing file the groups keep their order and the comments between them; what is new comes at the end.

use super::writing::{INDENT, quoted};
use crate::interchange::fault::{Faults, Problem, shown};
use crate::interchange::toml_file::Entry;
use crate::text::SynonymFault;
use crate::text::synonyms::{GroupFault, check_groups, form_key};
use toml_edit::{Array, RawString, Value};

/// Reads the groups; a wrong one is named at its place, and then there are none.
pub(super) fn read_synonyms(root: Entry<'_>, faults: &mut Faults<'_>) -> Vec<Vec<String>> {
    let Some(lists) = root.lists("synonyms", faults) else { return Vec::new() };
    let groups: Vec<Vec<String>> = lists
        .iter()
        .map(|list| list.texts.iter().map(|(_, text)| text.trim_matches([' ', '\t']).to_owned()).collect())
        .collect();
    match check_groups(&groups) {
        Ok(()) => groups,
        Err(GroupFault { group, form, reason }) => {
            let list = &lists[group];
            let offset = match &reason {
                SynonymFault::Alone { .. } => list.offset,
                _ => list.texts.get(form).map_or(list.offset, |(offset, _)| *offset),
            };
            faults.add(offset, Problem::Synonym(shortened(reason)));
            Vec::new()
        }
    }
}

/// What was typed wrong may be very long.
fn shortened(fault: SynonymFault) -> SynonymFault {
    match fault {
        SynonymFault::BadForm { form, fault } => SynonymFault::BadForm { form: shown(&form), fault },
        other => other,
    }
}

/// The groups as a TOML value, a line each.
pub(super) fn synonyms_value(groups: &[Vec<String>]) -> Option<String> {
    if groups.is_empty() {
        return None;
    }
    let mut value = "[\n".to_owned();
    for group in groups {
        value.push_str(INDENT);
        value.push_str(&group_value(group));
        value.push_str(",\n");
    }
    value.push(']');
    Some(value)
}

fn group_value(forms: &[String]) -> String {
    let forms: Vec<String> = forms.iter().map(|form| quoted(form)).collect();
    format!("[{}]", forms.join(", "))
}

/// The wanted groups in the order in which a file has them: groups that share a form with one of the file come in its
/// place, with its forms first.
pub(super) fn ordered_as(old: &[Vec<String>], mut wanted: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let mut ordered = Vec::with_capacity(wanted.len());
    for group in old {
        let keys: Vec<String> = group.iter().map(|form| form_key(form)).collect();
        let shared = |other: &Vec<String>| other.iter().any(|form| keys.contains(&form_key(form)));
        if let Some(at) = wanted.iter().position(shared) {
            let mut forms = wanted.remove(at);
            forms.sort_by_key(|form| {
                let key = form_key(form);
                keys.iter().position(|known| *known == key).unwrap_or(keys.len())
            });
            ordered.push(forms);
        }
    }
    ordered.extend(wanted);
    ordered
}

/// The value in a file with these groups in it instead of the old ones; fresh where it cannot be carried.
pub(super) fn carry_synonyms(value: &str, old: &[Vec<String>], wanted: &[Vec<String>]) -> Option<String> {
    let fresh = synonyms_value(wanted)?;
    let carried = carried(value, old, wanted).filter(|carried| says(carried, wanted));
    Some(carried.unwrap_or(fresh))
}

fn says(value: &str, wanted: &[Vec<String>]) -> bool {
    let Ok(Value::Array(lists)) = value.parse::<Value>() else { return false };
    let texts = |list: &Value| -> Option<Vec<String>> {
        list.as_array()?.iter().map(|text| text.as_str().map(|text| text.trim().to_owned())).collect()
    };
    lists.iter().map(texts).eq(wanted.iter().cloned().map(Some))
}

fn carried(value: &str, old: &[Vec<String>], wanted: &[Vec<String>]) -> Option<String> {
    let Value::Array(mut lists) = value.parse::<Value>().ok()? else { return None };
    // Both are in one order: what the file has and the project has not goes, and what is left changes in its place.
    let mut next = 0;
    for group in old {
        let stays = wanted.get(next).filter(|other| share_a_form(group, other));
        match stays {
            Some(forms) if forms == group => next += 1,
            Some(forms) if forms.starts_with(group) => {
                let list = lists.get_mut(next)?.as_array_mut()?;
                list.extend(forms[group.len()..].iter().map(String::as_str));
                next += 1;
            }
            Some(forms) => {
                let decor = lists.get(next)?.decor().clone();
                let mut changed: Value = group_value(forms).parse().ok()?;
                *changed.decor_mut() = decor;
                lists.replace_formatted(next, changed);
                next += 1;
            }
            None => remove(&mut lists, next)?,
        }
    }
    for forms in &wanted[next..] {
        append(&mut lists, group_value(forms).parse().ok()?)?;
    }
    let mut value = Value::Array(lists);
    value.decor_mut().clear();
    Some(value.to_string())
}

fn share_a_form(one: &[String], other: &[String]) -> bool {
    let keys: Vec<String> = one.iter().map(|form| form_key(form)).collect();
    other.iter().any(|form| keys.contains(&form_key(form)))
}

/// Takes a list away with the comments above it and behind it; a comment behind what stands before it stays there.
fn remove(lists: &mut Array, at: usize) -> Option<()> {
    let removed = lists.remove(at);
    let own = text_of(removed.decor().prefix())?;
    let behind = own.split_once('\n').map(|(behind, _)| behind);
    if let Some(next) = lists.get_mut(at) {
        let after = text_of(next.decor().prefix())?;
        let prefix = match (behind, after.find('\n')) {
            (Some(behind), Some(line)) => format!("{behind}{}", &after[line..]),
            (Some(_), None) => own,
            (None, _) if at == 0 => own,
            (None, _) => after,
        };
        next.decor_mut().set_prefix(prefix);
    } else if let Some(behind) = behind {
        let after = text_of(removed.decor().suffix())? + lists.trailing().as_str()?;
        let rest = after.find('\n').map_or("\n", |line| &after[line..]);
        lists.set_trailing(format!("{behind}{rest}"));
        lists.set_trailing_comma(true);
    }
    Some(())
}

/// Puts a list at the end, laid out as the one before it; comments that stood at the end come before it.
fn append(lists: &mut Array, mut list: Value) -> Option<()> {
    let several_lines = lists.to_string().contains('\n');
    let mut between = String::new();
    let mut indent = INDENT.to_owned();
    if let Some(last) = lists.len().checked_sub(1).and_then(|last| lists.get_mut(last)) {
        if let Some((_, before)) = text_of(last.decor().prefix())?.rsplit_once('\n') {
            before.clone_into(&mut indent);
        }
        between = text_of(last.decor().suffix())?;
        last.decor_mut().set_suffix("");
    }
    between.push_str(lists.trailing().as_str()?);
    if several_lines || lists.is_empty() {
        let comments = between.trim_end();
        list.decor_mut().set_prefix(format!("{comments}\n{indent}"));
        lists.set_trailing("\n");
        lists.set_trailing_comma(true);
    } else {
        list.decor_mut().set_prefix(" ");
    }
    lists.push_formatted(list);
    Some(())
}

fn text_of(raw: Option<&RawString>) -> Option<String> {
    raw.map_or(Some(String::new()), |raw| raw.as_str().map(str::to_owned))
}
