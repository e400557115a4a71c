-- Version 2 of the project file: words that search treats as one.

-- natural key: its forms, compared by their words; groups that share a form are one (kept so by the verbs). forms: a
-- line each
CREATE TABLE synonym (
    id BLOB PRIMARY KEY, forms TEXT NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;
