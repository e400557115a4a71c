//! How one field of a noun becomes cells of a row and back. The same cells go into `SQLite` and, packed, into the history,
//! so a row and its image cannot disagree.

use crate::model::{
    AnchorState, CodeStatus, CommentKind, Forms, Id, Kind, Language, Level, LevelWords, MemoKind, Origin, PointSpan,
    Span, Subject, SubjectKind, Verb,
};
use rusqlite::types::ValueRef;
use uuid::Uuid;

/// A stored cell does not hold what its column promises: the file was damaged or written by something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct BadCell;

/// Something that hands out cells in order: a row of a query, or an image.
pub(super) trait Source {
    fn next(&mut self) -> Result<ValueRef<'_>, BadCell>;
}

/// A field of a noun.
pub(super) trait Column: Sized {
    fn put<'a>(&'a self, cells: &mut Vec<ValueRef<'a>>);
    fn take(source: &mut impl Source) -> Result<Self, BadCell>;
}

impl<T> Column for Id<T> {
    fn put<'a>(&'a self, cells: &mut Vec<ValueRef<'a>>) {
        cells.push(ValueRef::Blob(self.bytes()));
    }
    fn take(source: &mut impl Source) -> Result<Self, BadCell> {
        uuid(source.next()?).map(Self::from_uuid)
    }
}

impl<T> Column for Option<Id<T>> {
    fn put<'a>(&'a self, cells: &mut Vec<ValueRef<'a>>) {
        cells.push(self.as_ref().map_or(ValueRef::Null, |id| ValueRef::Blob(id.bytes())));
    }
    fn take(source: &mut impl Source) -> Result<Self, BadCell> {
        match source.next()? {
            ValueRef::Null => Ok(None),
            cell => uuid(cell).map(|raw| Some(Id::from_uuid(raw))),
        }
    }
}

impl Column for String {
    fn put<'a>(&'a self, cells: &mut Vec<ValueRef<'a>>) {
        cells.push(ValueRef::Text(self.as_bytes()));
    }
    fn take(source: &mut impl Source) -> Result<Self, BadCell> {
        text(source.next()?).map(str::to_owned)
    }
}

impl Column for Forms {
    fn put<'a>(&'a self, cells: &mut Vec<ValueRef<'a>>) {
        cells.push(ValueRef::Text(self.as_lines().as_bytes()));
    }
    fn take(source: &mut impl Source) -> Result<Self, BadCell> {
        text(source.next()?).map(Self::from_lines)
    }
}

impl Column for Vec<u8> {
    fn put<'a>(&'a self, cells: &mut Vec<ValueRef<'a>>) {
        cells.push(ValueRef::Blob(self));
    }
    fn take(source: &mut impl Source) -> Result<Self, BadCell> {
        source.next()?.as_blob().map(<[u8]>::to_vec).map_err(|_| BadCell)
    }
}

impl Column for i64 {
    fn put<'a>(&'a self, cells: &mut Vec<ValueRef<'a>>) {
        cells.push(ValueRef::Integer(*self));
    }
    fn take(source: &mut impl Source) -> Result<Self, BadCell> {
        source.next()?.as_i64().map_err(|_| BadCell)
    }
}

impl Column for Option<i64> {
    fn put<'a>(&'a self, cells: &mut Vec<ValueRef<'a>>) {
        cells.push(self.map_or(ValueRef::Null, ValueRef::Integer));
    }
    fn take(source: &mut impl Source) -> Result<Self, BadCell> {
        match source.next()? {
            ValueRef::Null => Ok(None),
            cell => cell.as_i64().map(Some).map_err(|_| BadCell),
        }
    }
}

impl Column for bool {
    fn put<'a>(&'a self, cells: &mut Vec<ValueRef<'a>>) {
        cells.push(ValueRef::Integer(i64::from(*self)));
    }
    fn take(source: &mut impl Source) -> Result<Self, BadCell> {
        i64::take(source).map(|number| number != 0)
    }
}

impl Column for Span {
    fn put<'a>(&'a self, cells: &mut Vec<ValueRef<'a>>) {
        cells.extend([ValueRef::Integer(self.start.into()), ValueRef::Integer(self.end.into())]);
    }
    fn take(source: &mut impl Source) -> Result<Self, BadCell> {
        let (start, end) = (position(source)?, position(source)?);
        if start <= end { Ok(Self { start, end }) } else { Err(BadCell) }
    }
}

impl Column for PointSpan {
    fn put<'a>(&'a self, cells: &mut Vec<ValueRef<'a>>) {
        cells.extend([ValueRef::Integer(self.start.into()), ValueRef::Integer(self.end.into())]);
    }
    fn take(source: &mut impl Source) -> Result<Self, BadCell> {
        let (start, end) = (position(source)?, position(source)?);
        if start <= end { Ok(Self { start, end }) } else { Err(BadCell) }
    }
}

impl Column for Subject {
    fn put<'a>(&'a self, cells: &mut Vec<ValueRef<'a>>) {
        cells.push(ValueRef::Text(self.kind().word().as_bytes()));
        cells.push(ValueRef::Blob(self.bytes()));
    }
    fn take(source: &mut impl Source) -> Result<Self, BadCell> {
        let kind = SubjectKind::take(source)?;
        Ok(Self::new(kind, uuid(source.next()?)?))
    }
}

fn position(source: &mut impl Source) -> Result<u32, BadCell> {
    u32::try_from(i64::take(source)?).map_err(|_| BadCell)
}

fn uuid(cell: ValueRef<'_>) -> Result<Uuid, BadCell> {
    Uuid::from_slice(cell.as_blob().map_err(|_| BadCell)?).map_err(|_| BadCell)
}

fn text(cell: ValueRef<'_>) -> Result<&str, BadCell> {
    cell.as_str().map_err(|_| BadCell)
}

/// An enum that is stored as a word; the words are part of the file format and never change.
pub(super) trait Word: Sized + Copy + 'static {
    const WORDS: &'static [(Self, &'static str)];
    fn word(self) -> &'static str;
}

macro_rules! words {
    ($($kind:ident { $($arm:ident = $word:literal),* $(,)? })*) => { $(
        impl Word for $kind {
            const WORDS: &'static [(Self, &'static str)] = &[$((Self::$arm, $word)),*];
            fn word(self) -> &'static str {
                match self { $(Self::$arm => $word),* }
            }
        }
        impl Column for $kind {
            fn put<'a>(&'a self, cells: &mut Vec<ValueRef<'a>>) {
                cells.push(ValueRef::Text(self.word().as_bytes()));
            }
            fn take(source: &mut impl Source) -> Result<Self, BadCell> {
                let cell = source.next()?;
                let word = text(cell)?;
                Self::WORDS.iter().find(|(_, known)| *known == word).map(|(arm, _)| *arm).ok_or(BadCell)
            }
        }
    )* };
}

words! {
    AnchorState { Exact = "exact", Moved = "moved", Check = "check", Gone = "gone" }
    Level { Open = "open", Axial = "axial", Selective = "selective" }
    Origin { InVivo = "in_vivo", Inductive = "inductive", Deductive = "deductive", Adopted = "adopted" }
    CodeStatus { Proposed = "proposed", Discussed = "discussed", Settled = "settled" }
    Language { Dutch = "nl", English = "en" }
    LevelWords {
        CodeLabelTheme = "code_label_theme", CodeCoreLabelTheme = "code_core_label_theme",
        LabelCoreLabelTheme = "label_core_label_theme", CodeCategoryCoreCategory = "code_category_core_category",
        CodeSubthemeTheme = "code_subtheme_theme",
    }
    Kind {
        Interview = "interview", GroupInterview = "group_interview", Observation = "observation",
        Document = "document", OpenAnswer = "open_answer", CaseReport = "case_report",
    }
    MemoKind {
        Theoretical = "theoretical", Methodological = "methodological", FieldNote = "field_note",
        Reflection = "reflection", Decision = "decision", Storyline = "storyline", Logbook = "logbook",
    }
    CommentKind { Question = "question", Proposal = "proposal", Decision = "decision", Answer = "answer" }
    SubjectKind {
        Project = "project", Case = "case", Participant = "participant", Transcript = "transcript", Code = "code",
        Taxonomy = "taxonomy", Fragment = "fragment", Coding = "coding",
    }
    Verb {
        New = "new", Settings = "settings", Import = "import", Participants = "participants", Correct = "correct",
        CodebookImport = "codebook_import", CodeAdd = "code_add", CodeRename = "code_rename", CodeMove = "code_move",
        CodePlace = "code_place", CodeUnplace = "code_unplace", CodeMerge = "code_merge", CodeSplit = "code_split",
        CodeDelete = "code_delete", CodeLevel = "code_level", CodeRedefine = "code_redefine",
        CodingApply = "coding_apply", CodingRemove = "coding_remove", CodingResize = "coding_resize",
        CodingsImport = "codings_import",
        CodingRecode = "coding_recode", CodingCounter = "coding_counter",
        HitsCode = "hits_code", Finish = "finish", Unfinish = "unfinish", QuoteChoose = "quote_choose", QuoteEdit = "quote_edit",
        QuoteDrop = "quote_drop", MemoAdd = "memo_add", MemoEdit = "memo_edit", MemoDelete = "memo_delete",
        TaxonomyEdit = "taxonomy_edit",
        CommentAdd = "comment_add", CommentAnswer = "comment_answer", CommentEdit = "comment_edit",
        CommentSettle = "comment_settle", CommentReopen = "comment_reopen", CommentDelete = "comment_delete",
        PeopleEdit = "people_edit", PeopleDelete = "people_delete", SpeakersSet = "speakers_set",
        AttributeRename = "attribute_rename", AttributeDelete = "attribute_delete", RolesOrder = "roles_order",
        SynonymAdd = "synonym_add", SynonymRemove = "synonym_remove", Undo = "undo", Redo = "redo",
    }
}

impl Column for Option<Origin> {
    fn put<'a>(&'a self, cells: &mut Vec<ValueRef<'a>>) {
        cells.push(self.map_or(ValueRef::Null, |origin| ValueRef::Text(origin.word().as_bytes())));
    }
    fn take(source: &mut impl Source) -> Result<Self, BadCell> {
        match source.next()? {
            ValueRef::Null => Ok(None),
            cell => {
                let word = text(cell)?;
                Origin::WORDS.iter().find(|(_, known)| *known == word).map(|(arm, _)| Some(*arm)).ok_or(BadCell)
            }
        }
    }
}
