//! Coded fragments as lines of a list: the words, whose they are, where they stand, the codes and coders. In come a
//! `Study`, the wanted fragments in order and their words (read by the caller, since a `Study` holds no text); out come
//! [`QuoteLine`]s, one at a time and borrowed, so that 60,000 of them cost no memory, and the formats that write them.
//! The person of a line is the first respondent whose turn the fragment touches, as everywhere.

mod attribution;
mod written;

pub use attribution::{Audience, Exposure, attribution, case_reference, exposure_text, exposures};
pub use written::{write_csv, write_markdown, write_plain};

use crate::analysis::{At, Place, Study};
use crate::model::{AnchorState, CodingId, FragmentId, Participant, PointSpan, Quote};
use rustc_hash::FxHashMap;

/// Coded fragments ready to be written.
#[derive(Debug, Clone)]
pub struct QuoteLines<'s> {
    study: &'s Study,
    places: &'s [At<Place>],
    texts: &'s [String],
    total: usize,
    chosen: FxHashMap<FragmentId, Vec<ChosenAs<'s>>>,
    notes: FxHashMap<CodingId, &'s str>,
}

/// One coded fragment.
#[derive(Debug, Clone)]
pub struct QuoteLine<'s> {
    /// Where it stands.
    pub at: At<Place>,
    /// The same, looked up.
    pub place: &'s Place,
    /// Name of the transcript.
    pub transcript: &'s str,
    /// Name of the case.
    pub case: Option<&'s str>,
    /// Name of the first respondent.
    pub participant: Option<&'s str>,
    /// Role of the first respondent.
    pub role: Option<&'s str>,
    /// 1-based line where it starts.
    pub line: u32,
    /// Code points in the transcript.
    pub span: PointSpan,
    /// The words as they stand in the current text.
    pub text: &'s str,
    /// Names of its codes, each once.
    pub codes: Vec<&'s str>,
    /// Those of its codes that someone put on it as a counter-example.
    pub counter: Vec<&'s str>,
    /// Who coded it, each once.
    pub coders: Vec<&'s str>,
    /// How sure the place is.
    pub state: AnchorState,
    /// Remarks of coders.
    pub notes: Vec<CodingNote<'s>>,
    /// Where it is a chosen quote.
    pub chosen: &'s [ChosenAs<'s>],
}

/// A coder's remark on a coding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodingNote<'s> {
    /// The code.
    pub code: &'s str,
    /// Who coded.
    pub coder: &'s str,
    /// The remark.
    pub note: &'s str,
}

/// A fragment as a chosen quote of one code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChosenAs<'s> {
    /// The code under which it is shown.
    pub code: &'s str,
    /// 1-based place among the quotes of that code.
    pub order: usize,
    /// How it is shown.
    pub quote: &'s Quote,
}

impl<'s> QuoteLines<'s> {
    /// Lines for these fragments. `texts` are the words of the first fragments, in the same order: a limited list has
    /// fewer texts than places, and still says how many there are.
    #[must_use]
    pub fn new(study: &'s Study, places: &'s [At<Place>], texts: &'s [String]) -> Self {
        let mut quotes: Vec<&Quote> = study.rows().quotes.iter().collect();
        quotes.sort_by_key(|quote| (quote.code, quote.rank, quote.id));
        let mut chosen: FxHashMap<FragmentId, Vec<ChosenAs<'s>>> = FxHashMap::default();
        for of_one_code in quotes.chunk_by(|a, b| a.code == b.code) {
            for (before, quote) in of_one_code.iter().enumerate() {
                let Some(code) = study.code_at(quote.code) else { continue };
                let code = study.codes[code].name.as_str();
                chosen.entry(quote.fragment).or_default().push(ChosenAs { code, order: before + 1, quote });
            }
        }
        let with_note = study.rows().codings.iter().filter(|coding| !coding.note.is_empty());
        let notes = with_note.map(|coding| (coding.id, coding.note.as_str())).collect();
        Self { study, places, texts, total: places.len(), chosen, notes }
    }

    /// How many fragments were found, shown or not.
    #[must_use]
    pub fn total(&self) -> usize {
        self.total
    }

    /// How many lines there are.
    #[must_use]
    pub fn shown(&self) -> usize {
        self.places.len().min(self.texts.len())
    }

    /// The study they are from.
    #[must_use]
    pub fn study(&self) -> &'s Study {
        self.study
    }

    /// The lines, in order.
    pub fn iter(&self) -> impl Iterator<Item = QuoteLine<'_>> {
        self.places.iter().zip(self.texts).map(|(at, text)| self.line(*at, text))
    }

    fn line<'l>(&'l self, at: At<Place>, text: &'l str) -> QuoteLine<'l> {
        let study = self.study;
        let place = &study.places[at];
        let person: Option<&Participant> = place.participants.first().map(|person| &study.participants[*person]);
        let codings = study.codings_on(place);
        let mut line = QuoteLine {
            at,
            place,
            transcript: &study.texts[place.transcript].row.name,
            case: place.cases.first().map(|case| study.cases[*case].name.as_str()),
            participant: person.map(|person| person.name.as_str()),
            role: person.and_then(|person| study.role_at(person.role?)).map(|role| study.roles[role].name.as_str()),
            line: place.line,
            span: place.points,
            text,
            codes: Vec::with_capacity(codings.len()),
            counter: Vec::new(),
            coders: Vec::with_capacity(codings.len()),
            state: place.state,
            notes: Vec::new(),
            chosen: self.chosen.get(&place.fragment).map_or(&[], Vec::as_slice),
        };
        let mut coders: Vec<_> = codings.iter().map(|coding| coding.coder).collect();
        coders.sort_unstable();
        coders.dedup();
        line.coders.extend(coders.into_iter().map(|coder| study.coders[coder].name.as_str()));
        for coding in codings {
            let code = study.codes[coding.code].name.as_str();
            // Codings of a place are in the order of their codes, so that equal names follow each other.
            if line.codes.last() != Some(&code) {
                line.codes.push(code);
            }
            if coding.counter && line.counter.last() != Some(&code) {
                line.counter.push(code);
            }
            if let Some(note) = self.notes.get(&coding.id) {
                line.notes.push(CodingNote { code, coder: &study.coders[coding.coder].name, note });
            }
        }
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::fixture;

    #[test]
    fn a_line_says_whose_words_they_are_and_what_they_were_coded_with() {
        let study = fixture::study();
        let (places, texts) = fixture::quotes(&study);
        let lines = QuoteLines::new(&study, &places, &texts);
        let said: Vec<String> = lines
            .iter()
            .map(|line| {
                format!(
                    "{} {} {} {} r{} [{}] -[{}] {}",
                    line.transcript,
                    line.case.unwrap_or("?"),
                    line.participant.unwrap_or("?"),
                    line.role.unwrap_or("?"),
                    line.line,
                    line.codes.join(";"),
                    line.counter.join(";"),
                    line.coders.join(";"),
                )
            })
            .collect();
        assert_eq!(
            said,
            [
                "resp-01 1 ? ? r1 [losse code] -[] codeur-1",
                "resp-01 1 Resp 1 naaste r2 [vuile was] -[] codeur-1;codeur-2",
                "resp-01 1 Resp 1 naaste r2 [roddel] -[] codeur-1",
                "resp-01 1 Resp 1 naaste r2 [deur dicht] -[] codeur-1",
                "resp-02 1 Resp 1 naaste r2 [vuile was] -[] codeur-2",
                "resp-03 2 Resp 3 naaste r2 [vragen is moeilijk;vuile was] -[vuile was] codeur-1;codeur-2",
            ]
        );
    }

    #[test]
    fn remarks_and_chosen_places_come_along() {
        let study = fixture::study();
        let (places, texts) = fixture::quotes(&study);
        let lines = QuoteLines::new(&study, &places, &texts);
        let line = lines.iter().nth(1).expect("six fragments");
        assert_eq!(line.notes, [CodingNote { code: "vuile was", coder: "codeur-2", note: "eigen woorden" }]);
        let chosen: Vec<_> = line.chosen.iter().map(|chosen| (chosen.code, chosen.order)).collect();
        assert_eq!(chosen, [("Wat netwerkleden verzwijgen", 1)]);
    }

    #[test]
    fn a_limited_list_still_knows_its_total() {
        let study = fixture::study();
        let (places, texts) = fixture::quotes(&study);
        let lines = QuoteLines::new(&study, &places, &texts[..2]);
        assert_eq!((lines.total(), lines.shown(), lines.iter().count()), (6, 2, 2));
    }
}
