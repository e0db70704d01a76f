-- SPDX-License-Identifier: Apache-2.0
-- What callers and visitors asked, what they were told, and the answers that an office keeps for
-- them.  The table of calls had no writer before this version: it is made anew.

DROP TABLE hotline;

-- An answer of the catalogue is never written over: a change is another version, so that what was
-- told once can be read later.
CREATE TABLE advice (
    id        TEXT PRIMARY KEY CHECK (length(id) = 36),
    topic     TEXT NOT NULL CHECK (length(topic) BETWEEN 1 AND 40),
    version   INTEGER NOT NULL CHECK (version >= 1),
    is_active INTEGER NOT NULL CHECK (is_active IN (0, 1))
) STRICT;

CREATE TABLE advice_version (
    advice_id     TEXT NOT NULL REFERENCES advice (id) ON DELETE RESTRICT,
    version       INTEGER NOT NULL CHECK (version >= 1),
    provider      TEXT CHECK (length(provider) <= 200),
    address       TEXT CHECK (length(address) <= 400),
    hours         TEXT CHECK (length(hours) <= 200),
    cost          TEXT CHECK (length(cost) <= 200),
    legal_basis   TEXT CHECK (length(legal_basis) <= 400),
    source        TEXT CHECK (length(source) <= 400),
    valid_until   TEXT CHECK (valid_until IS date(valid_until, '+0 days')),
    check_locally INTEGER NOT NULL CHECK (check_locally IN (0, 1)),
    checked_on    TEXT CHECK (checked_on IS date(checked_on, '+0 days')),
    checked_by    TEXT REFERENCES user (id) ON DELETE RESTRICT,
    written_at    TEXT NOT NULL CHECK (written_at IS strftime('%Y-%m-%dT%H:%M:%fZ', written_at)),
    written_by    TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
    PRIMARY KEY (advice_id, version),
    CHECK (checked_on IS NOT NULL OR checked_by IS NULL)
) STRICT;

CREATE TABLE advice_text (
    advice_id TEXT NOT NULL,
    version   INTEGER NOT NULL,
    language  TEXT NOT NULL CHECK (length(language) BETWEEN 2 AND 3),
    title     TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
    body      TEXT NOT NULL CHECK (length(body) BETWEEN 1 AND 2000),
    PRIMARY KEY (advice_id, version, language),
    FOREIGN KEY (advice_id, version)
        REFERENCES advice_version (advice_id, version) ON DELETE RESTRICT
) STRICT;

-- Day and time are those of the office's wall.  There is no column for a name or a telephone
-- number: who is not anonymous is somebody whose record or casefile is linked.
CREATE TABLE hotline (
    id              TEXT PRIMARY KEY CHECK (length(id) = 36),
    day             TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
    time            TEXT NOT NULL CHECK (time GLOB '[0-2][0-9]:[0-5][0-9]'),
    minutes         INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
    taken_by        TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
    channel         TEXT NOT NULL CHECK (channel IN ('telephone', 'visit', 'messenger', 'letter',
                                                     'other')),
    language        TEXT NOT NULL CHECK (length(language) BETWEEN 2 AND 3),
    caller          TEXT NOT NULL CHECK (caller IN ('self', 'family', 'employer', 'official',
                                                    'other')),
    country         TEXT CHECK (length(country) = 3),
    -- Neither: the caller is anonymous.
    person_id       TEXT REFERENCES person (id) ON DELETE RESTRICT,
    casefile_id     TEXT REFERENCES casefile (id) ON DELETE RESTRICT,
    is_worrying     INTEGER NOT NULL CHECK (is_worrying IN (0, 1)),
    question        TEXT CHECK (length(question) <= 2000),
    result          TEXT CHECK (length(result) <= 2000),
    call_back_state TEXT CHECK (call_back_state IN ('open', 'done', 'given_up')),
    call_back_on    TEXT CHECK (call_back_on IS date(call_back_on, '+0 days')),
    call_back_time  TEXT CHECK (length(call_back_time) <= 60),
    call_back_way   TEXT CHECK (call_back_way IN ('caller_rings', 'telephone', 'messenger',
                                                  'through_other')),
    code_word       TEXT CHECK (length(code_word) <= 40),
    corrects        TEXT UNIQUE REFERENCES hotline (id) ON DELETE RESTRICT,
    written_at      TEXT NOT NULL
                    CHECK (written_at IS strftime('%Y-%m-%dT%H:%M:%fZ', written_at)),
    CHECK ((call_back_state IS NULL) = (call_back_on IS NULL)),
    CHECK ((call_back_state IS NULL) = (call_back_way IS NULL))
) STRICT;

CREATE INDEX hotline_by_day ON hotline (day, time);
CREATE INDEX hotline_by_person ON hotline (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX hotline_by_casefile ON hotline (casefile_id) WHERE casefile_id IS NOT NULL;
CREATE INDEX hotline_by_call_back ON hotline (call_back_on) WHERE call_back_state = 'open';

CREATE TABLE hotline_topic (
    contact_id TEXT NOT NULL REFERENCES hotline (id) ON DELETE RESTRICT,
    topic      TEXT NOT NULL CHECK (length(topic) BETWEEN 1 AND 40),
    PRIMARY KEY (contact_id, topic)
) STRICT, WITHOUT ROWID;

CREATE TABLE hotline_sign (
    contact_id TEXT NOT NULL REFERENCES hotline (id) ON DELETE RESTRICT,
    sign       TEXT NOT NULL CHECK (length(sign) BETWEEN 1 AND 40),
    answer     TEXT NOT NULL CHECK (answer IN ('yes', 'no', 'unknown')),
    PRIMARY KEY (contact_id, sign)
) STRICT, WITHOUT ROWID;

CREATE TABLE hotline_agency (
    contact_id TEXT NOT NULL REFERENCES hotline (id) ON DELETE RESTRICT,
    agency_id  TEXT NOT NULL REFERENCES agency (id) ON DELETE RESTRICT,
    PRIMARY KEY (contact_id, agency_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX hotline_agency_by_agency ON hotline_agency (agency_id);

-- checked_on: when the answer had last been checked as it was told.
CREATE TABLE hotline_told (
    contact_id TEXT NOT NULL REFERENCES hotline (id) ON DELETE RESTRICT,
    advice_id  TEXT NOT NULL,
    version    INTEGER NOT NULL,
    checked_on TEXT CHECK (checked_on IS date(checked_on, '+0 days')),
    PRIMARY KEY (contact_id, advice_id, version),
    FOREIGN KEY (advice_id, version)
        REFERENCES advice_version (advice_id, version) ON DELETE RESTRICT
) STRICT, WITHOUT ROWID;

CREATE INDEX hotline_told_by_answer ON hotline_told (advice_id, version);

CREATE TABLE hotline_try (
    contact_id TEXT NOT NULL REFERENCES hotline (id) ON DELETE RESTRICT,
    number     INTEGER NOT NULL CHECK (number >= 1),
    day        TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
    tried_by   TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
    outcome    TEXT NOT NULL CHECK (outcome IN ('done', 'failed', 'given_up')),
    PRIMARY KEY (contact_id, number)
) STRICT, WITHOUT ROWID;
