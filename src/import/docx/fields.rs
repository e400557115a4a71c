//! Fields of a Word document: an instruction (“the number of this page”) and the result that Word shows for it. The
//! result is text; the instruction is not, and neither are the results of fields within it.
//!
//! A field of which the marks are damaged must not swallow an interview: text directly in an instruction stays, since
//! Word never writes any there, and an instruction ends with its paragraph at the latest.

use super::steps::FieldMark;

/// The fields that are open, the outermost first.
#[derive(Debug, Default)]
pub(super) struct Fields {
    open: Vec<Place>,
    /// How many are in their instruction.
    asking: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Instruction,
    Result,
}

impl Fields {
    /// Takes note of a mark.
    pub(super) fn mark(&mut self, mark: FieldMark) {
        let left = match mark {
            FieldMark::Begin => {
                self.open.push(Place::Instruction);
                self.asking += 1;
                return;
            }
            FieldMark::Separate => self.open.last_mut().map(|place| std::mem::replace(place, Place::Result)),
            FieldMark::End => self.open.pop(),
        };
        self.asking -= usize::from(left == Some(Place::Instruction));
    }

    /// Whether text now belongs to the instruction of a field.
    pub(super) fn hide_text(&self) -> bool {
        self.asking > usize::from(self.open.last() == Some(&Place::Instruction))
    }

    /// Ends the instructions that are still open.
    pub(super) fn end_paragraph(&mut self) {
        if self.asking > 0 {
            self.open.retain(|place| *place == Place::Result);
            self.asking = 0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_text_within_the_instruction_of_an_outer_field_is_hidden() {
        let cases = [
            ("", false),
            ("(", false),
            ("(|", false),
            ("((|", true),
            ("((|)", false),
            ("((|)|", false),
            ("(|(", false),
            ("(|((|", true),
            ("((|¶", false),
            (")|)", false),
            ("((|))(", false),
        ];
        for (marks, expected) in cases {
            let mut fields = Fields::default();
            for mark in marks.chars() {
                match mark {
                    '(' => fields.mark(FieldMark::Begin),
                    '|' => fields.mark(FieldMark::Separate),
                    ')' => fields.mark(FieldMark::End),
                    _ => fields.end_paragraph(),
                }
            }
            assert_eq!(fields.hide_text(), expected, "{marks}");
        }
    }
}
