//! One reading of a word: the word in the dictionary that it is a form of, and which form it is.

/// What a form is of its lemma. The order is that of likelihood for a form that has several readings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Article, pronoun, preposition, conjunction, adverb, numeral: *de*, *hem*, *toch*.
    Function,
    /// A noun as the dictionary has it: *huis*.
    Noun,
    /// An adjective as the dictionary has it: *groot*.
    Adjective,
    /// Second or third person of the present: *loopt*.
    Present,
    /// Past: *liep*, *belden*.
    Past,
    /// Infinitive, which is the plural of the present too: *lopen*.
    Infinitive,
    /// Past participle, with its endings: *gelopen*, *gebeld*, *gebelde*.
    Participle,
    /// Plural of a noun: *huizen*.
    Plural,
    /// Present participle, with its endings: *lopend*, *lopende*.
    PresentParticiple,
    /// Another form of an adjective in the same degree: *grote*, *groots*, *groten*.
    Inflected,
    /// *groter*, *grotere*.
    Comparative,
    /// *grootst*, *grootste*.
    Superlative,
    /// *huisje*, *huisjes*.
    Diminutive,
    /// First person of the present, and what a verb is before its endings: *loop*.
    Stem,
    /// A name, or its genitive: *Groningen*, *Groningens*.
    Name,
    /// A known word of which no more is known.
    Other,
}

impl Class {
    /// All of them, in order.
    pub const ALL: [Self; 16] = [
        Self::Function,
        Self::Noun,
        Self::Adjective,
        Self::Present,
        Self::Past,
        Self::Infinitive,
        Self::Participle,
        Self::Plural,
        Self::PresentParticiple,
        Self::Inflected,
        Self::Comparative,
        Self::Superlative,
        Self::Diminutive,
        Self::Stem,
        Self::Name,
        Self::Other,
    ];

    /// Whether the form can be the verb of a sentence: *loop*, *loopt*, *liep*, and *lopen* as a plural.
    #[must_use]
    pub fn is_finite(self) -> bool {
        matches!(self, Self::Present | Self::Past | Self::Stem | Self::Infinitive)
    }

    /// Whether the form is one of a verb.
    #[must_use]
    pub fn is_verb(self) -> bool {
        self.is_finite() || matches!(self, Self::Participle | Self::PresentParticiple)
    }

    /// Whether the form is one of a noun.
    #[must_use]
    pub fn is_noun(self) -> bool {
        matches!(self, Self::Noun | Self::Plural | Self::Diminutive)
    }

    /// Whether the form is one of an adjective.
    #[must_use]
    pub fn is_adjective(self) -> bool {
        matches!(self, Self::Adjective | Self::Inflected | Self::Comparative | Self::Superlative)
    }

    /// Whether the form is the lemma itself.
    #[must_use]
    pub fn is_lemma(self) -> bool {
        matches!(self, Self::Function | Self::Noun | Self::Adjective | Self::Infinitive | Self::Name | Self::Other)
    }
}

/// One reading of a word.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Analysis {
    /// What the form is.
    pub class: Class,
    /// The word it is a form of, folded.
    pub lemma: String,
}
