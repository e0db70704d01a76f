-- SPDX-License-Identifier: Apache-2.0
-- Referrals that are answered by a short code, whose slip tells exactly what was chosen, and that
-- never go to the country that somebody fears.

-- The languages that a body speaks, the one for writing to it first.
CREATE TABLE agency_language (
    agency_id TEXT NOT NULL REFERENCES agency (id) ON DELETE RESTRICT,
    position  INTEGER NOT NULL CHECK (position >= 0),
    language  TEXT NOT NULL CHECK (length(language) BETWEEN 2 AND 20),
    PRIMARY KEY (agency_id, position),
    UNIQUE (agency_id, language)
) STRICT, WITHOUT ROWID;

-- Whose body it is, when that is another country than the one it stands in: consulates.
ALTER TABLE agency ADD COLUMN of_country TEXT CHECK (of_country GLOB '[A-Z][A-Z][A-Z]');

-- Whether the country of origin must not be asked, as the workflow's guards had it after the last
-- act; NULL before the first one since this column is there.
ALTER TABLE casefile ADD COLUMN bars_origin INTEGER CHECK (bars_origin IN (0, 1));

-- code stands on the slip and is what the answer is typed with; escalated_on is when the silence
-- went up to the supervisor.
ALTER TABLE referral ADD COLUMN code TEXT CHECK (length(code) = 6);
ALTER TABLE referral ADD COLUMN escalated_on TEXT
    CHECK (escalated_on IS date(escalated_on, '+0 days'));
CREATE UNIQUE INDEX referral_by_code ON referral (code) WHERE code IS NOT NULL;

-- What the other body was told of the person: nothing but these rows and the message.
CREATE TABLE referral_item (
    referral_id TEXT NOT NULL REFERENCES referral (id) ON DELETE RESTRICT,
    item        TEXT NOT NULL CHECK (item IN ('initials', 'name', 'phone', 'language', 'age')),
    value       TEXT NOT NULL CHECK (length(value) BETWEEN 1 AND 400),
    PRIMARY KEY (referral_id, item)
) STRICT, WITHOUT ROWID;

DROP INDEX referral_by_due;
CREATE INDEX referral_by_due ON referral (due_on)
WHERE state IN ('drafted', 'sent', 'accepted', 'attended');
