-- SPDX-License-Identifier: Apache-2.0
-- What the work with people needs beyond their records: history that can be erased, merging that
-- can be taken back, papers whose state changes, requests before there is a casefile.

-- What a change of a person was, word for word.  The journal cannot forget, people have the right to
-- be forgotten: so the journal's entry holds the names of the changed fields and the hash of this
-- row (salted, so that nobody can guess names by trying), and the words themselves stand here until
-- the person is erased.
CREATE TABLE history (
    journal_sequence INTEGER PRIMARY KEY REFERENCES journal (sequence) ON DELETE RESTRICT,
    person_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
    before    TEXT,
    after     TEXT,
    salt      BLOB NOT NULL CHECK (length(salt) = 16),
    CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT;

CREATE INDEX history_by_person ON history (person_id);

-- Two records that were one person.  Everything of the merged record moves to the survivor; each
-- moved row is noted with what it was, so that the merge can be taken back.
CREATE TABLE person_merge (
    id          TEXT PRIMARY KEY CHECK (length(id) = 36),
    survivor_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
    merged_id   TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
    reason      TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 400),
    merged_at   TEXT NOT NULL CHECK (merged_at IS strftime('%Y-%m-%dT%H:%M:%fZ', merged_at)),
    merged_by   TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
    undone_at   TEXT CHECK (undone_at IS strftime('%Y-%m-%dT%H:%M:%fZ', undone_at)),
    undone_by   TEXT REFERENCES user (id) ON DELETE RESTRICT,
    CHECK (survivor_id <> merged_id),
    CHECK ((undone_at IS NULL) = (undone_by IS NULL))
) STRICT;

CREATE INDEX person_merge_by_survivor ON person_merge (survivor_id);
CREATE UNIQUE INDEX person_merge_one_in_force ON person_merge (merged_id) WHERE undone_at IS NULL;
CREATE INDEX person_merge_by_merged ON person_merge (merged_id);

-- noun is the table, row_key what finds the row in it, before what the merge overwrote or dropped
-- (JSON).
CREATE TABLE person_merge_row (
    merge_id TEXT NOT NULL REFERENCES person_merge (id) ON DELETE RESTRICT,
    noun     TEXT NOT NULL CHECK (length(noun) BETWEEN 1 AND 40),
    row_key  TEXT NOT NULL CHECK (length(row_key) BETWEEN 1 AND 120),
    before   TEXT,
    PRIMARY KEY (merge_id, noun, row_key)
) STRICT, WITHOUT ROWID;

-- Who was erased, when, why: without any name.  The id stays so that other records keep their
-- references.
CREATE TABLE person_erasure (
    person_id TEXT PRIMARY KEY REFERENCES person (id) ON DELETE RESTRICT,
    reason    TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 400),
    erased_at TEXT NOT NULL CHECK (erased_at IS strftime('%Y-%m-%dT%H:%M:%fZ', erased_at)),
    erased_by TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT
) STRICT;

-- What happened to a paper: since when it is held, lost, applied for...
CREATE TABLE identity_document_state (
    id          TEXT PRIMARY KEY CHECK (length(id) = 36),
    document_id TEXT NOT NULL REFERENCES identity_document (id) ON DELETE RESTRICT,
    state       TEXT NOT NULL
                CHECK (state IN ('held', 'lost', 'stolen', 'damaged', 'expired',
                                 'kept_by_other', 'applied_for', 'issued', 'refused')),
    since       TEXT CHECK (since IS date(since, '+0 days')),
    circumstances TEXT CHECK (length(circumstances) <= 2000),
    noted_at    TEXT NOT NULL CHECK (noted_at IS strftime('%Y-%m-%dT%H:%M:%fZ', noted_at)),
    noted_by    TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT
) STRICT;

CREATE INDEX identity_document_state_by_document ON identity_document_state (document_id);

-- The search has tables of its own now.
DROP INDEX person_name_by_skeleton;
ALTER TABLE person_name DROP COLUMN skeleton;

-- The ledger of requests was written for casefiles only, but a request can be sent on the first day,
-- before there is a casefile.  No program has ever written a row into the two tables, so they are
-- made anew.
DROP TABLE document_request_step;
DROP TABLE document_request;

CREATE TABLE document_request (
    id              TEXT PRIMARY KEY CHECK (length(id) = 36),
    person_id       TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
    casefile_id     TEXT REFERENCES casefile (id) ON DELETE RESTRICT,
    document_id     TEXT REFERENCES identity_document (id) ON DELETE RESTRICT,
    agency_id       TEXT REFERENCES agency (id) ON DELETE RESTRICT,
    kind            TEXT NOT NULL CHECK (kind IN ('archive', 'registry', 'consulate', 'court',
                                                  'issuer', 'property_register', 'other')),
    addressee       TEXT NOT NULL CHECK (length(addressee) BETWEEN 1 AND 200),
    about           TEXT NOT NULL CHECK (length(about) BETWEEN 1 AND 400),
    outgoing_number TEXT CHECK (length(outgoing_number) <= 40),
    receipt_number  TEXT CHECK (length(receipt_number) <= 40),
    state           TEXT NOT NULL CHECK (state IN ('drafted', 'sent', 'reminded', 'escalated',
                                                   'answered', 'refused', 'silent', 'withdrawn')),
    sent_on         TEXT CHECK (sent_on IS date(sent_on, '+0 days')),
    due_on          TEXT CHECK (due_on IS date(due_on, '+0 days')),
    answered_on     TEXT CHECK (answered_on IS date(answered_on, '+0 days')),
    answer          TEXT CHECK (length(answer) <= 2000),
    answer_kind     TEXT CHECK (answer_kind IN ('confirmed', 'partly', 'not_found', 'denied')),
    fee_minor       INTEGER CHECK (fee_minor >= 0),
    currency        TEXT CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
    waiver_ground   TEXT CHECK (length(waiver_ground) <= 200),
    changed_at      TEXT NOT NULL CHECK (changed_at IS strftime('%Y-%m-%dT%H:%M:%fZ', changed_at)),
    CHECK (state = 'drafted' OR sent_on IS NOT NULL OR state = 'withdrawn'),
    CHECK (answered_on >= sent_on),
    CHECK ((fee_minor IS NULL) = (currency IS NULL))
) STRICT;

CREATE INDEX document_request_by_person ON document_request (person_id);
CREATE INDEX document_request_by_casefile ON document_request (casefile_id)
WHERE casefile_id IS NOT NULL;
CREATE INDEX document_request_by_document ON document_request (document_id)
WHERE document_id IS NOT NULL;
CREATE INDEX document_request_by_agency ON document_request (agency_id) WHERE agency_id IS NOT NULL;
CREATE INDEX document_request_by_due ON document_request (due_on) WHERE answered_on IS NULL;

-- Every rung of the ladder: reminder, head of office, higher authority, prosecutor, court...
CREATE TABLE document_request_step (
    id              TEXT PRIMARY KEY CHECK (length(id) = 36),
    request_id      TEXT NOT NULL REFERENCES document_request (id) ON DELETE RESTRICT,
    rung            INTEGER NOT NULL CHECK (rung BETWEEN 1 AND 6),
    day             TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
    addressee       TEXT NOT NULL CHECK (length(addressee) BETWEEN 1 AND 200),
    outgoing_number TEXT CHECK (length(outgoing_number) <= 40),
    answer          TEXT CHECK (length(answer) <= 2000),
    next_on         TEXT CHECK (next_on IS date(next_on, '+0 days')),
    CHECK (next_on >= day)
) STRICT;

CREATE INDEX document_request_step_by_request ON document_request_step (request_id);
