-- Version 3 of the project file: how far each coder has read. Nobody's act, so no history and no image; and no foreign
-- key, because undoing an import removes the transcript and redoing it brings the same one back.

-- natural key: transcript, coder (by name: who has only read is no coder yet)
CREATE TABLE bookmark (
    transcript BLOB NOT NULL, coder TEXT NOT NULL, line INTEGER NOT NULL, furthest INTEGER NOT NULL,
    time INTEGER NOT NULL, PRIMARY KEY (transcript, coder)
) STRICT, WITHOUT ROWID;
