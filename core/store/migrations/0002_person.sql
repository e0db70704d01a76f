-- SPDX-License-Identifier: Apache-2.0
-- People, how they belong together, their papers, what they agreed to.
--
-- Countries are ISO 3166-1 alpha-3 or the ICAO codes XXA (stateless), XXB (refugee), XXC (other
-- refugee), XXX (not stated).  Languages are ISO 639-1, or ISO 639-3 where there is no shorter one.

-- birth_date is the first day of what is known: with the precision 'year' 1984-01-01 stands for
-- "in 1984".  sex is ISO/IEC 5218: 0 not known, 1 male, 2 female, 9 not applicable.
-- duplicate_of points to the record that stays; the merged one keeps its id for old letters.
CREATE TABLE person (
    id              TEXT PRIMARY KEY CHECK (length(id) = 36),
    sex             INTEGER NOT NULL CHECK (sex IN (0, 1, 2, 9)),
    birth_date      TEXT CHECK (birth_date IS date(birth_date, '+0 days')),
    birth_precision TEXT CHECK (birth_precision IN ('day', 'month', 'year', 'estimated')),
    birth_place     TEXT CHECK (length(birth_place) <= 200),
    birth_country   TEXT CHECK (birth_country GLOB '[A-Z][A-Z][A-Z]'),
    death_date      TEXT CHECK (death_date IS date(death_date, '+0 days')),
    -- REF, ASY, STA, UND...: the population group of the statistics, and the legal status.
    population_group TEXT CHECK (length(population_group) BETWEEN 2 AND 12),
    legal_status    TEXT CHECK (length(legal_status) BETWEEN 2 AND 40),
    origin_country  TEXT CHECK (origin_country GLOB '[A-Z][A-Z][A-Z]'),
    arrived_on      TEXT CHECK (arrived_on IS date(arrived_on, '+0 days')),
    language        TEXT CHECK (length(language) BETWEEN 2 AND 20),
    needs_interpreter INTEGER NOT NULL DEFAULT 0 CHECK (needs_interpreter IN (0, 1)),
    marital_status  TEXT CHECK (length(marital_status) <= 20),
    occupation      TEXT CHECK (length(occupation) <= 120),
    education       TEXT CHECK (length(education) <= 40),
    is_restricted   INTEGER NOT NULL DEFAULT 0 CHECK (is_restricted IN (0, 1)),
    is_demo         INTEGER NOT NULL DEFAULT 0 CHECK (is_demo IN (0, 1)),
    duplicate_of    TEXT REFERENCES person (id) ON DELETE RESTRICT,
    state           TEXT NOT NULL DEFAULT 'active'
                    CHECK (state IN ('active', 'duplicate', 'died', 'archived')),
    retain_until    TEXT CHECK (retain_until IS date(retain_until, '+0 days')),
    created_at      TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%fZ', created_at)),
    created_by      TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
    changed_at      TEXT NOT NULL CHECK (changed_at IS strftime('%Y-%m-%dT%H:%M:%fZ', changed_at)),
    CHECK ((birth_date IS NULL) = (birth_precision IS NULL)),
    CHECK (birth_precision IS NOT 'month' OR birth_date GLOB '*-01'),
    CHECK (birth_precision IS NOT 'year' OR birth_date GLOB '*-01-01'),
    CHECK (death_date IS NULL OR birth_date IS NULL OR death_date >= birth_date),
    CHECK ((state = 'duplicate') = (duplicate_of IS NOT NULL)),
    CHECK (duplicate_of IS NOT id)
) STRICT;

CREATE INDEX person_by_birth ON person (birth_date);
CREATE INDEX person_by_duplicate ON person (duplicate_of) WHERE duplicate_of IS NOT NULL;

CREATE TABLE person_nationality (
    person_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
    country   TEXT NOT NULL CHECK (country GLOB '[A-Z][A-Z][A-Z]'),
    state     TEXT NOT NULL CHECK (state IN ('held', 'claimed', 'lost', 'renounced', 'denied')),
    PRIMARY KEY (person_id, country)
) STRICT, WITHOUT ROWID;

-- Specific needs: UNHCR codes such as "CR-CP".  They are facts for help, never a verdict.
CREATE TABLE person_need (
    id         TEXT PRIMARY KEY CHECK (length(id) = 36),
    person_id  TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
    code       TEXT NOT NULL CHECK (code GLOB '[A-Z][A-Z]*' AND length(code) BETWEEN 2 AND 12),
    noted_at   TEXT NOT NULL CHECK (noted_at IS strftime('%Y-%m-%dT%H:%M:%fZ', noted_at)),
    noted_by   TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
    ended_at   TEXT CHECK (ended_at IS strftime('%Y-%m-%dT%H:%M:%fZ', ended_at))
) STRICT;

CREATE INDEX person_need_by_person ON person_need (person_id);

-- Every way a name was ever written.  The parts are as written, in NFC; who has one name only
-- has it in full_name alone.  skeleton is derived from full_name for the search.
CREATE TABLE person_name (
    id          TEXT PRIMARY KEY CHECK (length(id) = 36),
    person_id   TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
    kind        TEXT NOT NULL CHECK (kind IN ('main', 'former', 'birth', 'alias', 'document',
                                              'nickname', 'transliteration')),
    script      TEXT NOT NULL CHECK (script IN ('Latn', 'Cyrl', 'Arab', 'Zyyy')),
    full_name   TEXT NOT NULL CHECK (length(full_name) BETWEEN 1 AND 240),
    surname     TEXT CHECK (length(surname) <= 120),
    given_name  TEXT CHECK (length(given_name) <= 120),
    patronymic  TEXT CHECK (length(patronymic) <= 120),
    skeleton    TEXT NOT NULL DEFAULT '',
    document_id TEXT REFERENCES identity_document (id) ON DELETE RESTRICT,
    valid_from  TEXT CHECK (valid_from IS date(valid_from, '+0 days')),
    valid_until TEXT CHECK (valid_until IS date(valid_until, '+0 days')),
    created_at  TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%fZ', created_at)),
    CHECK (valid_until >= valid_from)
) STRICT;

CREATE INDEX person_name_by_person ON person_name (person_id);
CREATE INDEX person_name_by_skeleton ON person_name (skeleton);
CREATE INDEX person_name_by_document ON person_name (document_id) WHERE document_id IS NOT NULL;
CREATE UNIQUE INDEX person_name_one_main ON person_name (person_id) WHERE kind = 'main';

CREATE TABLE household (
    id         TEXT PRIMARY KEY CHECK (length(id) = 36),
    name       TEXT NOT NULL CHECK (length(name) <= 240),
    address    TEXT CHECK (length(address) <= 400),
    place_code TEXT CHECK (length(place_code) <= 20),
    created_at TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%fZ', created_at))
) STRICT;

CREATE TABLE household_member (
    household_id TEXT NOT NULL REFERENCES household (id) ON DELETE RESTRICT,
    person_id    TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
    is_head      INTEGER NOT NULL DEFAULT 0 CHECK (is_head IN (0, 1)),
    joined_on    TEXT CHECK (joined_on IS date(joined_on, '+0 days')),
    left_on      TEXT CHECK (left_on IS date(left_on, '+0 days')),
    PRIMARY KEY (household_id, person_id),
    CHECK (left_on >= joined_on)
) STRICT, WITHOUT ROWID;

CREATE INDEX household_member_by_person ON household_member (person_id);
CREATE UNIQUE INDEX household_member_one_head ON household_member (household_id)
WHERE is_head = 1 AND left_on IS NULL;

-- "person is the kind of other": mother, guardian, spouse...
CREATE TABLE relation (
    id         TEXT PRIMARY KEY CHECK (length(id) = 36),
    person_id  TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
    other_id   TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
    kind       TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
    is_proved  INTEGER NOT NULL DEFAULT 0 CHECK (is_proved IN (0, 1)),
    ended_on   TEXT CHECK (ended_on IS date(ended_on, '+0 days')),
    UNIQUE (person_id, other_id, kind),
    CHECK (person_id <> other_id)
) STRICT;

CREATE INDEX relation_by_other ON relation (other_id);

-- Papers that prove who somebody is, or proved it once, or are being asked for.
CREATE TABLE identity_document (
    id              TEXT PRIMARY KEY CHECK (length(id) = 36),
    person_id       TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
    type            TEXT NOT NULL CHECK (length(type) BETWEEN 1 AND 60),
    state           TEXT NOT NULL
                    CHECK (state IN ('held', 'lost', 'stolen', 'damaged', 'expired',
                                     'kept_by_other', 'applied_for', 'issued', 'refused')),
    series          TEXT CHECK (length(series) <= 20),
    number          TEXT CHECK (length(number) <= 40),
    number_folded   TEXT CHECK (length(number_folded) <= 60),
    personal_number TEXT CHECK (length(personal_number) <= 40),
    issuer_country  TEXT CHECK (issuer_country GLOB '[A-Z][A-Z][A-Z]'),
    issuer          TEXT CHECK (length(issuer) <= 200),
    issued_place    TEXT CHECK (length(issued_place) <= 200),
    issued_on       TEXT CHECK (issued_on IS date(issued_on, '+0 days')),
    expires_on      TEXT CHECK (expires_on IS date(expires_on, '+0 days')),
    holder_text     TEXT CHECK (length(holder_text) <= 240),
    mrz             TEXT CHECK (mrz NOT GLOB '*[^A-Z0-9<|]*' AND length(mrz) <= 100),
    is_original_seen INTEGER NOT NULL DEFAULT 0 CHECK (is_original_seen IN (0, 1)),
    copy_location   TEXT CHECK (length(copy_location) <= 200),
    remark          TEXT CHECK (length(remark) <= 2000),
    created_at      TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%fZ', created_at)),
    changed_at      TEXT NOT NULL CHECK (changed_at IS strftime('%Y-%m-%dT%H:%M:%fZ', changed_at)),
    CHECK (expires_on >= issued_on)
) STRICT;

CREATE INDEX identity_document_by_person ON identity_document (person_id);
CREATE INDEX identity_document_by_number ON identity_document (number_folded)
WHERE number_folded IS NOT NULL;
CREATE INDEX identity_document_by_personal_number ON identity_document (personal_number)
WHERE personal_number IS NOT NULL;
CREATE INDEX identity_document_by_expiry ON identity_document (expires_on) WHERE state = 'held';

-- Telephone, post, messenger, next of kin: how to reach a person, and whether it is safe to.
CREATE TABLE contact (
    id         TEXT PRIMARY KEY CHECK (length(id) = 36),
    person_id  TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
    kind       TEXT NOT NULL CHECK (kind IN ('phone', 'address', 'email', 'messenger', 'other')),
    value      TEXT NOT NULL CHECK (length(value) BETWEEN 1 AND 400),
    -- Digits only, for the search by telephone.
    digits     TEXT CHECK (digits NOT GLOB '*[^0-9]*' AND length(digits) <= 20),
    owner      TEXT CHECK (length(owner) <= 120),
    is_safe    INTEGER NOT NULL DEFAULT 1 CHECK (is_safe IN (0, 1)),
    valid_from TEXT CHECK (valid_from IS date(valid_from, '+0 days')),
    valid_until TEXT CHECK (valid_until IS date(valid_until, '+0 days')),
    CHECK (valid_until >= valid_from)
) STRICT;

CREATE INDEX contact_by_person ON contact (person_id);
CREATE INDEX contact_by_digits ON contact (digits) WHERE digits IS NOT NULL;

-- What a person agreed to.  Withdrawing is a date, never a deletion.
CREATE TABLE consent (
    id             TEXT PRIMARY KEY CHECK (length(id) = 36),
    person_id      TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
    purpose        TEXT NOT NULL CHECK (purpose IN ('case_work', 'statistics', 'tracing',
                                                    'sharing', 'photo', 'other')),
    recipient      TEXT NOT NULL DEFAULT '' CHECK (length(recipient) <= 200),
    withhold       TEXT CHECK (length(withhold) <= 400),
    withhold_from  TEXT CHECK (length(withhold_from) <= 200),
    withhold_reason TEXT CHECK (withhold_reason IN ('fear_of_harm', 'tells_it_self', 'other')),
    given_by       TEXT NOT NULL CHECK (given_by IN ('person', 'caregiver', 'guardian', 'other')),
    giver_id       TEXT REFERENCES person (id) ON DELETE RESTRICT,
    language       TEXT NOT NULL CHECK (length(language) BETWEEN 2 AND 20),
    is_read_aloud  INTEGER NOT NULL CHECK (is_read_aloud IN (0, 1)),
    has_assent     INTEGER CHECK (has_assent IN (0, 1)),
    given_at       TEXT NOT NULL CHECK (given_at IS strftime('%Y-%m-%dT%H:%M:%fZ', given_at)),
    taken_by       TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
    expires_on     TEXT CHECK (expires_on IS date(expires_on, '+0 days')),
    withdrawn_at   TEXT CHECK (withdrawn_at IS strftime('%Y-%m-%dT%H:%M:%fZ', withdrawn_at)),
    CHECK (withdrawn_at >= given_at)
) STRICT;

CREATE INDEX consent_by_person ON consent (person_id, purpose);
CREATE INDEX consent_by_giver ON consent (giver_id) WHERE giver_id IS NOT NULL;

-- A scan or photo, whole.  4 MiB is what an old PC can show and print.
CREATE TABLE attachment (
    id         TEXT PRIMARY KEY CHECK (length(id) = 36),
    noun       TEXT NOT NULL CHECK (length(noun) BETWEEN 1 AND 40),
    subject    TEXT NOT NULL CHECK (length(subject) = 36),
    name       TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    media_type TEXT NOT NULL CHECK (length(media_type) BETWEEN 3 AND 100),
    size       INTEGER NOT NULL CHECK (size BETWEEN 0 AND 4194304),
    hash       BLOB NOT NULL CHECK (length(hash) = 32),
    added_at   TEXT NOT NULL CHECK (added_at IS strftime('%Y-%m-%dT%H:%M:%fZ', added_at)),
    added_by   TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
    content    BLOB NOT NULL CHECK (length(content) = size)
) STRICT;

CREATE INDEX attachment_by_subject ON attachment (noun, subject);
