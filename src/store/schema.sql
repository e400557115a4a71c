-- The project file, version 1; later versions are in schema/. Every table is STRICT; ids are UUID v7 blobs; times are microseconds since 1970 UTC.
-- The comment above a table names its natural key: what makes two rows of two copies of a project the same thing.

-- Recorded tables: the history keeps the before and after image of every change.

-- natural key: id
CREATE TABLE project (
    id BLOB PRIMARY KEY, title TEXT NOT NULL, language TEXT NOT NULL, level_words TEXT NOT NULL, created INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- natural key: name
CREATE TABLE "case" (
    id BLOB PRIMARY KEY, name TEXT NOT NULL UNIQUE, description TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- natural key: name
CREATE TABLE role (
    id BLOB PRIMARY KEY, name TEXT NOT NULL UNIQUE, rank INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- natural key: case, name (no case compares equal to no case)
CREATE TABLE participant (
    id BLOB PRIMARY KEY, "case" BLOB REFERENCES "case", name TEXT NOT NULL, role BLOB REFERENCES role
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX participant_key ON participant (ifnull("case", x''), name);
CREATE INDEX participant_case ON participant ("case");
CREATE INDEX participant_role ON participant (role);

-- natural key: original, then name
CREATE TABLE transcript (
    id BLOB PRIMARY KEY, name TEXT NOT NULL UNIQUE, file TEXT NOT NULL, kind TEXT NOT NULL,
    "case" BLOB REFERENCES "case", moment TEXT NOT NULL, date TEXT NOT NULL, original BLOB NOT NULL,
    revision BLOB NOT NULL REFERENCES revision, structure BLOB NOT NULL REFERENCES structure, created INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX transcript_case ON transcript ("case");
CREATE INDEX transcript_original ON transcript (original);
CREATE INDEX transcript_revision ON transcript (revision);
CREATE INDEX transcript_structure ON transcript (structure);

-- natural key: transcript, label, participant
CREATE TABLE speaker (
    id BLOB PRIMARY KEY, transcript BLOB NOT NULL REFERENCES transcript, label TEXT NOT NULL,
    participant BLOB REFERENCES participant
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX speaker_key ON speaker (transcript, label, ifnull(participant, x''));
CREATE INDEX speaker_participant ON speaker (participant);

-- natural key: subject, name
CREATE TABLE attribute (
    id BLOB PRIMARY KEY, subject_kind TEXT NOT NULL, subject BLOB NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
    UNIQUE (subject, name)
) STRICT, WITHOUT ROWID;

-- natural key: name
CREATE TABLE coder (
    id BLOB PRIMARY KEY, name TEXT NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;

-- natural key: name, case folded (kept unique by the verbs: SQLite folds ASCII only)
CREATE TABLE code (
    id BLOB PRIMARY KEY, name TEXT NOT NULL UNIQUE, level TEXT NOT NULL, statement TEXT NOT NULL,
    definition TEXT NOT NULL, include TEXT NOT NULL, exclude TEXT NOT NULL, example TEXT NOT NULL, color TEXT NOT NULL,
    origin TEXT, status TEXT NOT NULL, author BLOB REFERENCES coder, created INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX code_author ON code (author);

-- natural key: title
CREATE TABLE taxonomy (
    id BLOB PRIMARY KEY, title TEXT NOT NULL UNIQUE, scope TEXT NOT NULL, rank INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- natural key: taxonomy, mark
CREATE TABLE footnote (
    id BLOB PRIMARY KEY, taxonomy BLOB NOT NULL REFERENCES taxonomy, mark TEXT NOT NULL, text TEXT NOT NULL,
    UNIQUE (taxonomy, mark)
) STRICT, WITHOUT ROWID;

-- natural key: taxonomy, parent, code (no parent compares equal to no parent)
CREATE TABLE placement (
    id BLOB PRIMARY KEY, taxonomy BLOB NOT NULL REFERENCES taxonomy, parent BLOB REFERENCES code,
    code BLOB NOT NULL REFERENCES code, rank INTEGER NOT NULL, marked TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX placement_key ON placement (taxonomy, ifnull(parent, x''), code);
CREATE INDEX placement_code ON placement (code);
CREATE INDEX placement_parent ON placement (parent);

-- natural key: that of its anchors
CREATE TABLE fragment (
    id BLOB PRIMARY KEY, transcript BLOB NOT NULL REFERENCES transcript
) STRICT, WITHOUT ROWID;
CREATE INDEX fragment_transcript ON fragment (transcript);

-- natural key: revision (by its text's hash), start, end; anchors of deleted text share a place
CREATE TABLE anchor (
    id BLOB PRIMARY KEY, fragment BLOB NOT NULL REFERENCES fragment, revision BLOB NOT NULL REFERENCES revision,
    start_byte INTEGER NOT NULL, end_byte INTEGER NOT NULL, start_point INTEGER NOT NULL, end_point INTEGER NOT NULL,
    passage BLOB NOT NULL REFERENCES passage, state TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX anchor_fragment ON anchor (fragment, revision);
CREATE UNIQUE INDEX anchor_key ON anchor (revision, start_byte, end_byte) WHERE state <> 'gone';

-- natural key: fragment, code, coder
CREATE TABLE coding (
    id BLOB PRIMARY KEY, fragment BLOB NOT NULL REFERENCES fragment, code BLOB NOT NULL REFERENCES code,
    coder BLOB NOT NULL REFERENCES coder, counter INTEGER NOT NULL, note TEXT NOT NULL, created INTEGER NOT NULL,
    UNIQUE (fragment, code, coder)
) STRICT, WITHOUT ROWID;
CREATE INDEX coding_code ON coding (code);
CREATE INDEX coding_coder ON coding (coder);

-- natural key: transcript, coder
CREATE TABLE finish (
    id BLOB PRIMARY KEY, transcript BLOB NOT NULL REFERENCES transcript, coder BLOB NOT NULL REFERENCES coder,
    created INTEGER NOT NULL, UNIQUE (transcript, coder)
) STRICT, WITHOUT ROWID;
CREATE INDEX finish_coder ON finish (coder);

-- natural key: fragment, code
CREATE TABLE quote (
    id BLOB PRIMARY KEY, fragment BLOB NOT NULL REFERENCES fragment, code BLOB NOT NULL REFERENCES code,
    rank INTEGER NOT NULL, introduction TEXT NOT NULL, report_text TEXT NOT NULL, translation TEXT NOT NULL,
    UNIQUE (fragment, code)
) STRICT, WITHOUT ROWID;
CREATE INDEX quote_code ON quote (code);

-- natural key: id only
CREATE TABLE memo (
    id BLOB PRIMARY KEY, kind TEXT NOT NULL, subject_kind TEXT NOT NULL, subject BLOB NOT NULL, title TEXT NOT NULL,
    text TEXT NOT NULL, author TEXT NOT NULL, created INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX memo_subject ON memo (subject);

-- natural key: memo, fragment
CREATE TABLE citation (
    id BLOB PRIMARY KEY, memo BLOB NOT NULL REFERENCES memo, fragment BLOB NOT NULL REFERENCES fragment,
    UNIQUE (memo, fragment)
) STRICT, WITHOUT ROWID;
CREATE INDEX citation_fragment ON citation (fragment);

-- Append-only tables: the words of people. Undo does not touch them; images refer to them by id; only erasure deletes.
-- The transcript column has no foreign key, because undoing an import removes the transcript and leaves its text.

CREATE TABLE revision (
    id BLOB PRIMARY KEY, transcript BLOB NOT NULL, number INTEGER NOT NULL, hash BLOB NOT NULL, created INTEGER NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE INDEX revision_transcript ON revision (transcript, number);

-- data: the ranges of a text, packed
CREATE TABLE structure (
    id BLOB PRIMARY KEY, revision BLOB NOT NULL REFERENCES revision, data BLOB NOT NULL
) STRICT;

CREATE TABLE passage (
    id BLOB PRIMARY KEY, transcript BLOB NOT NULL, text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The original files, which nothing needs: may be dropped. data is packed.
CREATE TABLE original (
    hash BLOB PRIMARY KEY, transcript BLOB NOT NULL, name TEXT NOT NULL, data BLOB NOT NULL
) STRICT;

-- History.

CREATE TABLE entry (
    number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, time INTEGER NOT NULL, actor TEXT NOT NULL, verb TEXT NOT NULL,
    detail TEXT NOT NULL, reason TEXT NOT NULL, target BLOB
) STRICT;
CREATE INDEX entry_target ON entry (target) WHERE target IS NOT NULL;

-- the entry before; a join has two
CREATE TABLE entry_parent (
    entry INTEGER NOT NULL REFERENCES entry, rank INTEGER NOT NULL, parent BLOB NOT NULL, PRIMARY KEY (entry, rank)
) STRICT, WITHOUT ROWID;

-- the transcripts an entry concerns
CREATE TABLE entry_transcript (
    entry INTEGER NOT NULL REFERENCES entry, transcript BLOB NOT NULL, PRIMARY KEY (entry, transcript)
) STRICT, WITHOUT ROWID;

-- before and after images of the rows an entry changed, many to a part, packed
CREATE TABLE image (
    entry INTEGER NOT NULL REFERENCES entry, part INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY (entry, part)
) STRICT;

-- Copies that the program made, so that a later erasure can name them.
CREATE TABLE copy (path TEXT NOT NULL, time INTEGER NOT NULL) STRICT;
