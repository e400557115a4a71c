//! What is asked, in no program's language. Each contestant puts it into its own words, or says that it cannot.

/// A kind of question: a row of the outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Term,
    Phrase,
    LemmaPhrase,
    Boolean,
    Filters,
    Prefix,
    OneLetter,
    Fuzzy,
    Regex,
    Near,
    Inside,
    Broad,
}

/// All kinds, in the order of the outcome, with their names there.
pub(crate) const KINDS: &[(Kind, &str)] = &[
    (Kind::Term, "term"),
    (Kind::Phrase, "exact phrase"),
    (Kind::LemmaPhrase, "lemma phrase"),
    (Kind::Boolean, "boolean"),
    (Kind::Filters, "boolean with filters"),
    (Kind::Prefix, "prefix"),
    (Kind::OneLetter, "prefix of one letter"),
    (Kind::Fuzzy, "fuzzy"),
    (Kind::Regex, "regex"),
    (Kind::Near, "NEAR/5"),
    (Kind::Inside, "inside compounds"),
    (Kind::Broad, "broad"),
];

/// One question.
#[derive(Debug, Clone)]
pub(crate) struct Question {
    pub(crate) kind: Kind,
    pub(crate) asked: Asked,
}

/// Its words, all of them plain lower-case letters.
#[derive(Debug, Clone)]
pub(crate) enum Asked {
    /// A word.
    Word(String),
    /// Words in a row.
    Row(Vec<String>),
    /// Both words.
    Both(String, String),
    /// One of the first two, without the third.
    EitherWithout(String, String, String),
    /// A word, said by someone of this role; roles are counted round.
    OfRole(String, usize),
    /// A word, in this case or the next; cases are counted round.
    OfCases(String, usize),
    /// A word that begins so.
    Start(String),
    /// A word, or one that differs in a letter.
    Like(String),
    /// A word with this start and this end, either of which may be empty.
    Shape(String, String),
    /// Two words with at most five between them.
    Close(String, String),
}
