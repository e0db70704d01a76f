-- SPDX-License-Identifier: Apache-2.0
-- The office itself: its identity, its users, what they did, and what they have not finished.
--
-- In all migrations: ids that can travel to another office are UUIDv7 texts; times are UTC
-- ("2026-11-23T18:48:07.123Z"); a date is "2026-11-23"; a check that compares with IS lets NULL
-- pass, NOT NULL is said where it is meant.

-- One row.  office_id never changes: the journal's chain begins with it.  header_sequence is the
-- sequence of the file's header that the database last saw, so that an older header put back
-- is noticed.  recovery_public_key is to the recovery sheet what user.public_key is to a user.
CREATE TABLE vault_state (
    id              INTEGER PRIMARY KEY CHECK (id = 1),
    office_id       TEXT NOT NULL CHECK (length(office_id) BETWEEN 16 AND 64),
    header_sequence INTEGER NOT NULL CHECK (header_sequence >= 0),
    recovery_public_key BLOB CHECK (length(recovery_public_key) = 32)
) STRICT;

CREATE TRIGGER vault_state_office_id_stays BEFORE UPDATE OF office_id ON vault_state
BEGIN
    SELECT RAISE(ABORT, 'the office id never changes');
END;

CREATE TRIGGER vault_state_stays BEFORE DELETE ON vault_state
BEGIN
    SELECT RAISE(ABORT, 'the office id never changes');
END;

-- Which keys there are and what they default to is in setting.c.
CREATE TABLE setting (
    key   TEXT PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 40),
    value TEXT NOT NULL CHECK (length(value) <= 400)
) STRICT, WITHOUT ROWID;

-- login_folded is the login without differences of case, so that "Aigul" and "AIGUL" are one.
-- public_key is the open half of the X25519 pair whose secret half is in the user's keyslot.
CREATE TABLE user (
    id           TEXT PRIMARY KEY CHECK (length(id) = 36),
    login        TEXT NOT NULL CHECK (length(login) BETWEEN 1 AND 40),
    login_folded TEXT NOT NULL UNIQUE CHECK (length(login_folded) BETWEEN 1 AND 80),
    display_name TEXT NOT NULL CHECK (length(display_name) BETWEEN 1 AND 120),
    role         TEXT NOT NULL
                 CHECK (role IN ('clerk', 'counsellor', 'supervisor', 'trainer', 'inspector')),
    public_key   BLOB NOT NULL CHECK (length(public_key) = 32),
    state        TEXT NOT NULL CHECK (state IN ('active', 'revoked')),
    created_at   TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%fZ', created_at)),
    revoked_at   TEXT CHECK (revoked_at IS strftime('%Y-%m-%dT%H:%M:%fZ', revoked_at)),
    CHECK ((state = 'revoked') = (revoked_at IS NOT NULL))
) STRICT;

-- Hash-chained; see core/journal/journal.h for what the hash covers.  before and after are JSON;
-- whoever writes checks that, because SQLite trusts no JSON function inside a schema.
CREATE TABLE journal (
    sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
    at       TEXT NOT NULL CHECK (at IS strftime('%Y-%m-%dT%H:%M:%fZ', at)),
    actor    TEXT NOT NULL CHECK (actor IN ('recovery', 'system') OR length(actor) = 36),
    act      TEXT NOT NULL CHECK (length(act) BETWEEN 1 AND 60),
    noun     TEXT NOT NULL CHECK (length(noun) BETWEEN 1 AND 40),
    subject  TEXT NOT NULL CHECK (length(subject) <= 120),
    before   TEXT,
    after    TEXT,
    hash     BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE INDEX journal_by_time ON journal (at);
CREATE INDEX journal_by_subject ON journal (subject, sequence);

-- Also stops INSERT OR REPLACE, which deletes without asking the trigger for DELETE.
CREATE TRIGGER journal_has_no_gaps BEFORE INSERT ON journal
WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM journal)
BEGIN
    SELECT RAISE(ABORT, 'the journal has no gaps');
END;

CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is not changed');
END;

CREATE TRIGGER journal_is_not_shortened BEFORE DELETE ON journal
BEGIN
    SELECT RAISE(ABORT, 'the journal is not shortened');
END;

-- A form that somebody has not finished.  subject is '' for something new.
CREATE TABLE draft (
    user_id         TEXT NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    form            TEXT NOT NULL CHECK (length(form) BETWEEN 1 AND 80),
    subject         TEXT NOT NULL CHECK (length(subject) <= 120),
    fields          TEXT NOT NULL,
    cursor_field    TEXT NOT NULL CHECK (length(cursor_field) <= 80),
    cursor_position INTEGER NOT NULL CHECK (cursor_position >= 0),
    saved_at        TEXT NOT NULL CHECK (saved_at IS strftime('%Y-%m-%dT%H:%M:%fZ', saved_at)),
    PRIMARY KEY (user_id, form, subject)
) STRICT, WITHOUT ROWID;

-- weekend holds one digit for each day off, 1 = Monday ... 7 = Sunday.
CREATE TABLE calendar (
    id      TEXT PRIMARY KEY CHECK (length(id) = 36),
    country TEXT NOT NULL CHECK (country IN ('KZ', 'KG', 'TJ', 'TM', 'UZ')),
    name    TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    weekend TEXT NOT NULL CHECK (weekend NOT GLOB '*[^1-7]*' AND length(weekend) < 7),
    source  TEXT NOT NULL CHECK (length(source) <= 400),
    UNIQUE (country, name)
) STRICT;

-- A day that is not what its weekday says: a holiday, or a Saturday that is worked.
CREATE TABLE calendar_day (
    calendar_id TEXT NOT NULL REFERENCES calendar (id) ON DELETE CASCADE,
    day         TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
    is_working  INTEGER NOT NULL CHECK (is_working IN (0, 1)),
    name        TEXT NOT NULL CHECK (length(name) <= 120),
    is_checked  INTEGER NOT NULL DEFAULT 0 CHECK (is_checked IN (0, 1)),
    PRIMARY KEY (calendar_id, day)
) STRICT, WITHOUT ROWID;

-- The last number given out, for each country, office and year.
CREATE TABLE case_number (
    country TEXT NOT NULL CHECK (country IN ('KZ', 'KG', 'TJ', 'TM', 'UZ')),
    office  TEXT NOT NULL CHECK (length(office) BETWEEN 2 AND 8 AND office NOT GLOB '*[^A-Z0-9]*'),
    year    INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 9999),
    last    INTEGER NOT NULL CHECK (last BETWEEN 1 AND 999999),
    PRIMARY KEY (country, office, year)
) STRICT, WITHOUT ROWID;
