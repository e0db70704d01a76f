-- SPDX-License-Identifier: Apache-2.0
-- Consent in all that it has to say: what for, to whom, who decided, and when it was taken back.
-- Whatever was written wrongly is superseded, and whatever was withdrawn stays: what had been sent
-- was sent with it.

CREATE TABLE consent_anew (
    id              TEXT PRIMARY KEY CHECK (length(id) = 36),
    person_id       TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
    purpose         TEXT NOT NULL CHECK (purpose IN ('case_work', 'statistics', 'tracing',
                                                     'sharing', 'photo', 'other')),
    about           TEXT CHECK (length(about) BETWEEN 1 AND 400),
    is_agreed       INTEGER NOT NULL DEFAULT 1 CHECK (is_agreed IN (0, 1)),
    recipient       TEXT NOT NULL DEFAULT '' CHECK (length(recipient) <= 40),
    agency_id       TEXT REFERENCES agency (id) ON DELETE RESTRICT,
    given_by        TEXT NOT NULL CHECK (given_by IN ('person', 'caregiver', 'guardian', 'other')),
    giver_id        TEXT REFERENCES person (id) ON DELETE RESTRICT,
    giver_name      TEXT CHECK (length(giver_name) BETWEEN 1 AND 240),
    is_understood   INTEGER NOT NULL DEFAULT 1 CHECK (is_understood IN (0, 1)),
    language        TEXT NOT NULL CHECK (length(language) BETWEEN 2 AND 20),
    is_read_aloud   INTEGER NOT NULL CHECK (is_read_aloud IN (0, 1)),
    has_assent      INTEGER CHECK (has_assent IN (0, 1)),
    given_on        TEXT NOT NULL CHECK (given_on IS date(given_on, '+0 days')),
    expires_on      TEXT CHECK (expires_on IS date(expires_on, '+0 days')),
    withdrawn_on    TEXT CHECK (withdrawn_on IS date(withdrawn_on, '+0 days')),
    withdrawn_by    TEXT CHECK (length(withdrawn_by) BETWEEN 1 AND 240),
    withdrawn_reason TEXT CHECK (length(withdrawn_reason) BETWEEN 1 AND 400),
    superseded_by   TEXT REFERENCES consent (id) ON DELETE RESTRICT,
    casefile_id     TEXT REFERENCES casefile (id) ON DELETE RESTRICT,
    taken_at        TEXT NOT NULL CHECK (taken_at IS strftime('%Y-%m-%dT%H:%M:%fZ', taken_at)),
    taken_by        TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
    CHECK (recipient = '' OR agency_id IS NULL),
    CHECK (purpose <> 'sharing' OR is_agreed = 0 OR recipient <> '' OR agency_id IS NOT NULL),
    CHECK (expires_on >= given_on),
    CHECK (withdrawn_on >= given_on),
    CHECK (withdrawn_on IS NULL OR is_agreed = 1)
) STRICT;
-- No version of the program had written any; a row of an older table gave no kind of body.
INSERT INTO consent_anew (id, person_id, purpose, recipient, given_by, giver_id, language,
                          is_read_aloud, has_assent, given_on, expires_on, withdrawn_on, taken_at,
                          taken_by)
SELECT id, person_id, purpose, iif(purpose = 'sharing', 'other', ''), given_by, giver_id, language,
       is_read_aloud, has_assent, date(given_at), max(expires_on, date(given_at)),
       date(withdrawn_at), given_at, taken_by
FROM consent;
CREATE TABLE consent_withheld (
    id         TEXT PRIMARY KEY CHECK (length(id) = 36),
    consent_id TEXT NOT NULL REFERENCES consent (id) ON DELETE RESTRICT,
    what       TEXT CHECK (length(what) BETWEEN 1 AND 400),
    whom       TEXT NOT NULL DEFAULT '' CHECK (length(whom) <= 40),
    reason     TEXT NOT NULL CHECK (reason IN ('fear_of_harm', 'tells_it_self', 'other'))
) STRICT;
INSERT INTO consent_withheld (id, consent_id, what, whom, reason)
SELECT id, id, nullif(withhold, ''), '', coalesce(withhold_reason, 'other')
FROM consent WHERE withhold IS NOT NULL;
DROP TABLE consent;
ALTER TABLE consent_anew RENAME TO consent;

CREATE INDEX consent_by_person ON consent (person_id, purpose);
CREATE INDEX consent_by_giver ON consent (giver_id) WHERE giver_id IS NOT NULL;
CREATE INDEX consent_by_agency ON consent (agency_id) WHERE agency_id IS NOT NULL;
CREATE INDEX consent_by_casefile ON consent (casefile_id) WHERE casefile_id IS NOT NULL;
CREATE INDEX consent_by_successor ON consent (superseded_by) WHERE superseded_by IS NOT NULL;
CREATE INDEX consent_withheld_by_consent ON consent_withheld (consent_id);

-- What left the office without consent: who answered for it, as what, and why.
CREATE TABLE consent_override (
    id         TEXT PRIMARY KEY CHECK (length(id) = 36),
    person_id  TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
    use        TEXT NOT NULL CHECK (use IN ('referral', 'print', 'export')),
    record_id  TEXT CHECK (length(record_id) = 36),
    purpose    TEXT NOT NULL CHECK (purpose IN ('case_work', 'statistics', 'tracing', 'sharing',
                                                'photo', 'other')),
    recipient  TEXT NOT NULL DEFAULT '' CHECK (length(recipient) <= 40),
    agency_id  TEXT REFERENCES agency (id) ON DELETE RESTRICT,
    verdict    TEXT NOT NULL CHECK (length(verdict) BETWEEN 1 AND 40),
    reason     TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 400),
    role       TEXT NOT NULL CHECK (length(role) BETWEEN 1 AND 40),
    made_at    TEXT NOT NULL CHECK (made_at IS strftime('%Y-%m-%dT%H:%M:%fZ', made_at)),
    made_by    TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT
) STRICT;

CREATE INDEX consent_override_by_person ON consent_override (person_id);
CREATE INDEX consent_override_by_agency ON consent_override (agency_id)
    WHERE agency_id IS NOT NULL;
