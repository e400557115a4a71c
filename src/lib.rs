//! Codeboom takes a researcher from a pile of Dutch interview transcripts to the code tree that a qualitative study ends
//! with, and to the tables that stand in its report: themes, labels, in how many cases, with which quotes. One program,
//! one project file, no account, no network.
//!
//! # The nouns
//!
//! A *project* is one study in one file. A *transcript* is one text, spoken in *turns*; a *participant* with a *role*
//! speaks in it and belongs to a *case*. A *fragment* is a stretch of a transcript that carries *codings*: one *code*
//! by one *coder*. Codes are open, axial (*labels*) or selective (*themes*) and stand in *taxonomies*. All of them are
//! plain data in [`model`].
//!
//! # The rooms
//!
//! Dependencies point one way, and a test holds them to it:
//!
//! ```text
//! model ← text ← store, import, search, analysis ← project ← report, interchange ← example, language ← server ← cli
//! ```
//!
//! - [`text`] pure functions on strings: canonical form, turns, sentences, positions, moving spans, the query language,
//!   and what a Dutch reader knows of words ([`text::dutch`], with its data in `data/`)
//! - [`store`] the project file and its history, the only place that knows SQL
//! - [`import`] bytes in; canonical text, hints and remarks out; one file per format
//! - [`search`] the tantivy index: words as written, the vocabulary that knows their forms, hits, marks
//! - [`analysis`] the immutable picture of a study, and everything that is computed from it
//! - [`project`] the verbs: everything a person can do
//! - [`report`] tables as data, then HTML, CSV, Markdown, JSON, SVG
//! - [`interchange`] files that people write: codebooks, codings, participants
//! - [`example`] the worked example, embedded
//! - [`language`] every sentence, in Dutch and English
//! - [`server`] the workbench in the browser: pages, acts, live word of changes, and who may ask
//! - [`cli`] the command line
//!
//! # Four walks
//!
//! **An interview's way to a table.** `cli/import` hands bytes to [`project::prepare`]: `import/` makes them canonical
//! text, `text/structure` finds the turns. [`project::Workspace::import`] writes them as one verb; `store/` records each
//! changed row under one history entry. Codings come the same way. [`project::Workspace::study`] builds an
//! [`analysis::Study`] of the rows; [`analysis::taxonomy_table`] counts each fragment, participant and case once;
//! `report/taxonomy` lays the counts out and `report/csv`, `report/site` and the others write them.
//!
//! **A coding's way to the disk.** [`project::Workspace::apply_code`] finds the quote in the current text
//! (`text/locate`), makes or finds the fragment there, and inserts the coding through `store::Writing`, which keeps
//! before and after images. The transaction ends in one entry; its changes make the next `Study` (`analysis/apply`).
//! Undo replays the before images as a new entry (`store/reverting`).
//!
//! **A question's way to its hits.** `text/query` makes a tree of `opbellen NABIJ/5 zus`. In `search/`, `pattern` asks the
//! vocabulary for every written form of each word; `finder` walks the postings of these forms; what the study must decide
//! (`casus:3`, codings beside codings) is an [`analysis::Filter`], held against each unit that is left. `marks` shows the
//! same pattern in the text of each hit, and [`project::Workspace`] labels it with who speaks.
//!
//! **A key's way to the disk and back.** In a browser `transcript.js` turns the selection into code points
//! (`transcript/positions.js`), shows the code at once and sends a form to `server/acts/coding`. `server/guard` has let
//! the request in, `server/desk` calls the verb, makes the next `Study` and tells every open page through `server/live`;
//! the page then asks for the rows it touched (`server/pages/transcript`) and puts them in place of the old ones.
//!
//! Start reading at [`model`], then [`project::Workspace`].

pub mod analysis;
pub mod cli;
pub mod example;
pub mod import;
pub mod interchange;
pub mod language;
pub mod model;
pub mod project;
pub mod report;
pub mod search;
pub mod server;
pub mod store;
pub mod text;
