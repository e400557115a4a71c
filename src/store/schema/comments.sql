-- Version 4 of the project file: what is still to be talked about.

-- natural key: id only. code: none once it was deleted; former is then its name. fragment: none for the code as such. A
-- comment outlives the coding that it is about, so it refers to fragment and code, and to the coder by name
CREATE TABLE comment (
    id BLOB PRIMARY KEY, code BLOB REFERENCES code, former TEXT NOT NULL, fragment BLOB REFERENCES fragment,
    coder TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, author TEXT NOT NULL, created INTEGER NOT NULL,
    reply_to BLOB REFERENCES comment, settled INTEGER, settled_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX comment_code ON comment (code);
CREATE INDEX comment_fragment ON comment (fragment);
CREATE INDEX comment_reply ON comment (reply_to);
