//! What the index is measured by: tantivy with nothing but the surface words of each turn and their positions, cut by
//! its own simple tokenizer in lower case.

use super::Outcome;
use super::corpus::Corpus;
use super::gauge::{Cost, Gauge};
use std::path::Path;
use tantivy::indexer::IndexWriterOptions;
use tantivy::schema::{IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{LowerCaser, SimpleTokenizer, TextAnalyzer};
use tantivy::{Index, IndexWriter, TantivyDocument};

/// Bytes that an indexing thread gathers before it writes a segment.
const THREAD_MEMORY: usize = 32_000_000;

/// Makes such an index in a folder.
pub(crate) fn index(corpus: &Corpus, folder: &Path, threads: usize) -> Outcome<Cost> {
    let gauge = Gauge::start();
    let mut schema = Schema::builder();
    let indexing =
        TextFieldIndexing::default().set_tokenizer("words").set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let words = schema.add_text_field("words", TextOptions::default().set_indexing_options(indexing));
    let index = Index::create_in_dir(folder, schema.build())?;
    let tokenizer = TextAnalyzer::builder(SimpleTokenizer::default()).filter(LowerCaser).build();
    index.tokenizers().register("words", tokenizer);
    let options = IndexWriterOptions::builder()
        .num_worker_threads(threads)
        .memory_budget_per_thread(THREAD_MEMORY)
        .num_merge_threads(1)
        .build();
    let mut writer: IndexWriter = index.writer_with_options(options)?;
    for source in &corpus.texts {
        let text = source.text()?;
        for turn in &source.turns {
            let mut document = TantivyDocument::new();
            document.add_text(words, turn.of(&text));
            writer.add_document(document)?;
        }
    }
    writer.commit()?;
    writer.wait_merging_threads()?;
    Ok(gauge.read())
}
