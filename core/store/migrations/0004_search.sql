-- SPDX-License-Identifier: Apache-2.0
-- Finding people: by any spelling of a name, by numbers, by birth date.  Everything here is derived
-- from the other tables; core/search keeps it and says what the terms look like.

-- One row for each person who can be found.  terms is exactly what person_index holds under this
-- number, because an index without contents must be told what it is to forget.
CREATE TABLE person_search (
    number    INTEGER PRIMARY KEY,
    person_id TEXT NOT NULL UNIQUE REFERENCES person (id) ON DELETE RESTRICT,
    terms     TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE person_index USING fts5 (
    terms, content = '', detail = none, columnsize = 0, tokenize = 'ascii'
);

-- Every name that somebody has, as its sounds (skeleton) and, to find it by, without the vowels
-- (bones).  people is how many persons have it; a name that nobody has any more is removed, so
-- that erasing a person leaves nothing here.
CREATE TABLE name_sound (
    bones    TEXT NOT NULL CHECK (length(bones) BETWEEN 1 AND 60),
    skeleton TEXT NOT NULL CHECK (length(skeleton) BETWEEN 1 AND 60),
    people   INTEGER NOT NULL CHECK (people > 0),
    PRIMARY KEY (bones, skeleton)
) STRICT, WITHOUT ROWID;

-- What becomes of bones when one sound is left out: two names that differ by one typing slip meet
-- here.
CREATE TABLE name_slip (
    slip  TEXT NOT NULL CHECK (length(slip) <= 60),
    bones TEXT NOT NULL CHECK (length(bones) BETWEEN 1 AND 60),
    PRIMARY KEY (slip, bones)
) STRICT, WITHOUT ROWID;
