//! The keys of the workbench: each action has a name, a key to begin with, and the screens on which it works. A person may
//! change a key or switch single keys off altogether (WCAG 2.1.4); the choice is remembered between runs. A name may stand
//! on more than one screen: it is one choice, and has the same key on each.

use std::collections::BTreeMap;

/// Something that a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Action {
    /// The name by which scripts and the list of keys know it.
    pub(super) name: &'static str,
    /// The key at first, as a browser names it; `Shift+` and `Alt+` may stand before it.
    pub(super) key: &'static str,
    /// The screen; empty for all.
    pub(super) screen: &'static str,
}

const fn action(name: &'static str, key: &'static str, screen: &'static str) -> Action {
    Action { name, key, screen }
}

/// Every action, in the order in which the list of keys shows them.
pub(super) const ACTIONS: &[Action] = &[
    action("help", "?", ""),
    action("back", "Backspace", ""),
    action("undo", "u", ""),
    action("redo", "Shift+U", ""),
    action("find", "/", ""),
    action("memo", "m", ""),
    action("go-study", "g s", ""),
    action("go-codebook", "g c", ""),
    action("go-board", "g b", ""),
    action("go-search", "g z", ""),
    action("go-quotes", "g q", ""),
    action("go-tables", "g t", ""),
    action("go-comments", "g d", ""),
    action("go-memos", "g m", ""),
    action("go-people", "g r", ""),
    action("go-history", "g h", ""),
    action("next-turn", "j", "transcript"),
    action("previous-turn", "k", "transcript"),
    action("by-turn", "b", "transcript"),
    action("by-sentence", "z", "transcript"),
    action("by-word", "w", "transcript"),
    action("code", "c", "transcript"),
    action("again", ".", "transcript"),
    action("in-vivo", "i", "transcript"),
    action("next-fragment", "n", "transcript"),
    action("previous-fragment", "p", "transcript"),
    action("cycle", "o", "transcript"),
    action("edge", "e", "transcript"),
    action("remove", "x", "transcript"),
    action("discuss", "d", "transcript"),
    action("compare", "v", "transcript"),
    action("codes", "f", "transcript"),
    action("finish", "Shift+F", "transcript"),
    action("filter-codes", "f", "codebook"),
    action("new-code", "n", "codebook"),
    action("edit-code", "e", "codebook"),
    action("move-code", "w", "codebook"),
    action("merge-code", "s", "codebook"),
    action("split-code", "p", "codebook"),
    action("compare-code", "v", "codebook"),
    action("filter-cards", "f", "board"),
    action("choose-card", "x", "board"),
    action("make-label", "l", "board"),
    action("make-theme", "t", "board"),
    action("move-cards", "w", "board"),
    action("merge-cards", "s", "board"),
    action("take-out", "Delete", "board"),
    action("compare-card", "v", "board"),
    action("next-quote", "j", "compare"),
    action("previous-quote", "k", "compare"),
    action("leave-compare", "v", "compare"),
    action("next-comment", "j", "comments"),
    action("previous-comment", "k", "comments"),
    action("answer", "a", "comments"),
    action("settle", "x", "comments"),
    action("edit-comment", "e", "comments"),
    action("to-place", "o", "comments"),
    action("discuss-difference", "d", "comments"),
    action("edit-memo", "e", "memos"),
    action("to-cited", "o", "memos"),
    action("next-hit", "j", "search"),
    action("previous-hit", "k", "search"),
    action("choose-hit", "x", "search"),
    action("choose-hits", "a", "search"),
    action("code-hits", "c", "search"),
    action("hit-context", "o", "search"),
    action("next-quote", "j", "quotes"),
    action("previous-quote", "k", "quotes"),
    action("choose-quote", "c", "quotes"),
    action("edit-quote", "e", "quotes"),
    action("counter-quote", "t", "quotes"),
    action("recode-quote", "r", "quotes"),
    action("discuss-quote", "d", "quotes"),
];

/// What a person chose.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Chosen {
    /// Single keys do nothing.
    pub(super) off: bool,
    /// Keys that differ, by name of the action.
    pub(super) keys: BTreeMap<String, String>,
}

impl Chosen {
    /// The key of an action.
    pub(super) fn key<'k>(&'k self, action: &'k Action) -> &'k str {
        self.keys.get(action.name).map_or(action.key, String::as_str)
    }
}

/// The keys as the script reads them.
pub(super) fn as_json(chosen: &Chosen) -> String {
    let keys: serde_json::Map<String, serde_json::Value> =
        ACTIONS.iter().map(|action| (action.name.to_owned(), chosen.key(action).into())).collect();
    serde_json::json!({ "off": chosen.off, "keys": keys }).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_actions_of_a_screen_share_a_key() {
        for (at, one) in ACTIONS.iter().enumerate() {
            for other in &ACTIONS[at + 1..] {
                let together = one.screen.is_empty() || other.screen.is_empty() || one.screen == other.screen;
                assert!(!together || one.key != other.key, "{one:?} {other:?}");
                assert!(one.name != other.name || one.screen != other.screen, "{one:?}");
                assert!(one.name != other.name || one.key == other.key, "one choice, one key: {one:?} {other:?}");
            }
        }
    }
}
