-- SPDX-License-Identifier: Apache-2.0
-- Restricted casefiles are sealed a second time: the file's own key opens every page, but what such a
-- casefile holds only opens with keys that few users have.  core/compartment keeps all of this;
-- FORMAT.md of the vault says what is sealed how and what stays readable.

-- What a restricted casefile is about: asylum, trafficking, violence, children.  is_stale: somebody
-- who held its key was revoked, and the key has not been changed since.
CREATE TABLE compartment (
    name       TEXT PRIMARY KEY CHECK (name IN ('asylum', 'trafficking', 'violence', 'children')),
    public_key BLOB NOT NULL CHECK (length(public_key) = 32),
    made_at    TEXT NOT NULL CHECK (made_at IS strftime('%Y-%m-%dT%H:%M:%fZ', made_at)),
    is_stale   INTEGER NOT NULL DEFAULT 0 CHECK (is_stale IN (0, 1))
) STRICT, WITHOUT ROWID;

-- Who holds the secret half of its key, sealed to the holder's personal key: a user, or the recovery
-- sheet.  Who holds it for emergencies only opens a casefile after saying why.  proof can only be made
-- by who holds the key: rows that somebody else put here get no new one.
CREATE TABLE compartment_member (
    compartment TEXT NOT NULL REFERENCES compartment (name) ON DELETE RESTRICT,
    holder      TEXT NOT NULL CHECK (holder = 'recovery' OR length(holder) = 36),
    mode        TEXT NOT NULL CHECK (mode IN ('reader', 'emergency')),
    sealed_key  BLOB NOT NULL CHECK (length(sealed_key) = 80),
    proof       BLOB NOT NULL CHECK (length(proof) = 32),
    granted_at  TEXT NOT NULL CHECK (granted_at IS strftime('%Y-%m-%dT%H:%M:%fZ', granted_at)),
    granted_by  TEXT NOT NULL CHECK (granted_by IN ('recovery', 'system') OR
                                     length(granted_by) = 36),
    PRIMARY KEY (compartment, holder)
) STRICT, WITHOUT ROWID;

-- All that such a casefile holds, in one piece.
CREATE TABLE sealed_casefile (
    casefile_id TEXT PRIMARY KEY REFERENCES casefile (id) ON DELETE RESTRICT,
    body        BLOB NOT NULL,
    sealed_at   TEXT NOT NULL CHECK (sealed_at IS strftime('%Y-%m-%dT%H:%M:%fZ', sealed_at))
) STRICT;

-- Its key, sealed to each compartment (in those it is not in, to no purpose: nobody shall see in which
-- it is) and to the users who read this one casefile.
CREATE TABLE sealed_casefile_key (
    casefile_id TEXT NOT NULL REFERENCES casefile (id) ON DELETE RESTRICT,
    holder      TEXT NOT NULL CHECK (holder IN ('asylum', 'trafficking', 'violence', 'children') OR
                                     length(holder) = 36),
    sealed_key  BLOB NOT NULL CHECK (length(sealed_key) = 80),
    proof       BLOB CHECK (length(proof) = 32), -- of a user's row, likewise
    PRIMARY KEY (casefile_id, holder)
) STRICT, WITHOUT ROWID;

CREATE INDEX sealed_casefile_key_by_holder ON sealed_casefile_key (holder);

-- Where a record went that can be named by its id or the number on a paper.
CREATE TABLE sealed_record (
    id          TEXT PRIMARY KEY CHECK (length(id) = 36),
    casefile_id TEXT NOT NULL REFERENCES casefile (id) ON DELETE RESTRICT,
    reference   TEXT UNIQUE CHECK (length(reference) BETWEEN 1 AND 40)
) STRICT, WITHOUT ROWID;

CREATE INDEX sealed_record_by_casefile ON sealed_record (casefile_id);

-- The entries of the journal whose words lie in a sealed casefile.
CREATE TABLE sealed_history (
    journal_sequence INTEGER PRIMARY KEY REFERENCES journal (sequence) ON DELETE RESTRICT,
    casefile_id      TEXT NOT NULL REFERENCES casefile (id) ON DELETE RESTRICT
) STRICT;

CREATE INDEX sealed_history_by_casefile ON sealed_history (casefile_id);

-- Somebody opened a restricted casefile in an emergency; until when they may, and who has seen that.
CREATE TABLE glass_break (
    id          TEXT PRIMARY KEY CHECK (length(id) = 36),
    casefile_id TEXT NOT NULL REFERENCES casefile (id) ON DELETE RESTRICT,
    user_id     TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
    broken_at   TEXT NOT NULL CHECK (broken_at IS strftime('%Y-%m-%dT%H:%M:%fZ', broken_at)),
    until_at    TEXT NOT NULL CHECK (until_at IS strftime('%Y-%m-%dT%H:%M:%fZ', until_at)),
    seen_at     TEXT CHECK (seen_at IS strftime('%Y-%m-%dT%H:%M:%fZ', seen_at)),
    seen_by     TEXT REFERENCES user (id) ON DELETE RESTRICT,
    CHECK ((seen_at IS NULL) = (seen_by IS NULL))
) STRICT;

CREATE INDEX glass_break_by_casefile ON glass_break (casefile_id, user_id);
CREATE INDEX glass_break_unseen ON glass_break (broken_at) WHERE seen_at IS NULL;

-- What stands in words on the casefile itself is sealed with the rest, so it lies apart.
CREATE TABLE casefile_words (
    casefile_id    TEXT PRIMARY KEY REFERENCES casefile (id) ON DELETE RESTRICT,
    issue          TEXT CHECK (length(issue) <= 2000),
    closing_remark TEXT CHECK (length(closing_remark) <= 2000)
) STRICT, WITHOUT ROWID;
INSERT INTO casefile_words (casefile_id, issue, closing_remark)
SELECT id, issue, closing_remark FROM casefile WHERE issue NOTNULL OR closing_remark NOTNULL;
ALTER TABLE casefile DROP COLUMN issue;
ALTER TABLE casefile DROP COLUMN closing_remark;

-- No program has ever written a row into it: who reads a restricted casefile holds a key to it.
DROP TABLE casefile_reader;
