//! What the index holds of each unit: its words as they are written and the keys that stand at them, both with
//! positions; the revision it belongs to; its number in that revision. Lemmas, stems and parts of compounds are no fields
//! of their own: the vocabulary turns them into written words. A change of anything here or in how words are cut must
//! raise [`ANALYSIS`], so that older indexes are rebuilt.

use super::cutter::{KeyCutter, WordCutter};
use crate::model::RevisionId;
use tantivy::schema::{BytesOptions, Field, IndexRecordOption, NumericOptions, Schema, TextFieldIndexing, TextOptions};
use tantivy::store::Compressor;
use tantivy::tokenizer::{TextAnalyzer, TokenizerManager};
use tantivy::{IndexSettings, Term};

/// Version of the analysis and of the layout.
pub(super) const ANALYSIS: u32 = 2;

/// Name of the column of revisions.
pub(super) const REVISION: &str = "revision";
/// Name of the column of unit numbers.
pub(super) const UNIT: &str = "unit";

const SURFACE: &str = "surface";
const KEYS: &str = "keys";

/// The fields of the index.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fields {
    pub(super) surface: Field,
    pub(super) keys: Field,
    pub(super) revision: Field,
    pub(super) unit: Field,
}

impl Fields {
    /// The schema and its fields.
    pub(super) fn schema() -> (Schema, Self) {
        let layer = |tokenizer: &str| {
            let indexing = TextFieldIndexing::default()
                .set_tokenizer(tokenizer)
                .set_index_option(IndexRecordOption::WithFreqsAndPositions);
            TextOptions::default().set_indexing_options(indexing)
        };
        let mut schema = Schema::builder();
        let fields = Self {
            surface: schema.add_text_field(SURFACE, layer(SURFACE)),
            keys: schema.add_text_field(KEYS, layer(KEYS)),
            revision: schema.add_bytes_field(REVISION, BytesOptions::default().set_indexed().set_fast()),
            unit: schema.add_u64_field(UNIT, NumericOptions::default().set_fast()),
        };
        (schema.build(), fields)
    }

    /// Everything of a revision.
    pub(super) fn of_revision(self, revision: RevisionId) -> Term {
        Term::from_field_bytes(self.revision, revision.bytes())
    }
}

/// What cuts the texts of each layer.
pub(super) fn cutters() -> TokenizerManager {
    let cutters = TokenizerManager::new();
    cutters.register(SURFACE, TextAnalyzer::from(WordCutter));
    // Asked for on behalf of the columns, though it never cuts anything.
    cutters.register("default", TextAnalyzer::from(WordCutter));
    cutters.register(KEYS, TextAnalyzer::from(KeyCutter));
    cutters
}

/// Nothing is stored, so nothing needs compressing.
pub(super) fn settings() -> IndexSettings {
    IndexSettings {
        docstore_compression: Compressor::None,
        docstore_compress_dedicated_thread: false,
        ..IndexSettings::default()
    }
}
