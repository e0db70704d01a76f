-- SPDX-License-Identifier: Apache-2.0
-- Finding casefiles and notes.

-- Casefiles by the end of their number, which is what people say.
CREATE INDEX casefile_by_number_end ON casefile (substr(number, -4));

-- Notes by their words.  Their rowids may change whenever the file is copied, so the index goes by
-- a number of its own; it holds no text, and must be told what it is to forget.  core/note keeps it.
CREATE TABLE note_search (
    number  INTEGER PRIMARY KEY,
    note_id TEXT NOT NULL UNIQUE REFERENCES note (id) ON DELETE RESTRICT
) STRICT;
CREATE VIRTUAL TABLE note_index USING fts5 (
    body, content = '', detail = none, columnsize = 0, tokenize = 'unicode61'
);
INSERT INTO note_search (note_id) SELECT id FROM note ORDER BY written_at;
INSERT INTO note_index (rowid, body) SELECT number, body FROM note_search
JOIN note ON note.id = note_id;
