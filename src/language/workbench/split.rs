//! Splitting a code: its fragments are dealt over new codes.

/// The words of splitting a code.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "a word's name is what it says")]
pub struct SplitWords {
    pub title: fn(name: &str) -> String,
    pub lede: &'static str,
    pub names: &'static str,
    pub name: fn(count: usize) -> String,
    pub more: &'static str,
    pub fragments: &'static str,
    pub goes_to: &'static str,
    pub stays: &'static str,
    pub stays_hint: &'static str,
    pub reason: &'static str,
    pub reason_hint: &'static str,
    pub split: &'static str,
    pub back: &'static str,
    pub empty: &'static str,
    pub counter: &'static str,
    pub before: &'static str,
}

pub(super) const NL: SplitWords = SplitWords {
    title: |code| format!("Splits {code}"),
    lede: "Geef de nieuwe codes een naam. Ga daarna met de pijlen langs de fragmenten en druk op het cijfer van de code waar het naartoe gaat; 0 laat het staan.",
    names: "Nieuwe codes",
    name: |number| format!("Code {number}"),
    more: "Nog een code",
    fragments: "Fragmenten",
    goes_to: "Gaat naar",
    stays: "Blijft",
    stays_hint: "Wat je niet uitdeelt, blijft waar het is.",
    reason: "Waarom",
    reason_hint: "mag leeg blijven",
    split: "Splits de code",
    back: "Terug naar de code",
    empty: "Deze code heeft nog geen fragmenten om uit te delen.",
    counter: "tegenvoorbeeld",
    before: "Ervoor",
};

pub(super) const EN: SplitWords = SplitWords {
    title: |code| format!("Split {code}"),
    lede: "Name the new codes. Then go through the fragments with the arrows and press the digit of the code it goes to; 0 leaves it.",
    names: "New codes",
    name: |number| format!("Code {number}"),
    more: "One more code",
    fragments: "Fragments",
    goes_to: "Goes to",
    stays: "Stays",
    stays_hint: "What you do not deal stays where it is.",
    reason: "Why",
    reason_hint: "may stay empty",
    split: "Split the code",
    back: "Back to the code",
    empty: "This code has no fragments to deal yet.",
    counter: "counter-example",
    before: "Before it",
};
