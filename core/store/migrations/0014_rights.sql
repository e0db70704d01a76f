-- SPDX-License-Identifier: Apache-2.0
-- The rights of the people in the file: why somebody is kept longer, what they asked for and what
-- came of it; data that got out or was lost.

-- A reason to keep a record though its time is over: a court case, say.  In force until it is lifted.
CREATE TABLE person_hold (
    id        TEXT PRIMARY KEY CHECK (length(id) = 36),
    person_id TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
    reason    TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 400),
    held_at   TEXT NOT NULL CHECK (held_at IS strftime('%Y-%m-%dT%H:%M:%fZ', held_at)),
    held_by   TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
    lifted_at TEXT CHECK (lifted_at IS strftime('%Y-%m-%dT%H:%M:%fZ', lifted_at)),
    lifted_by TEXT REFERENCES user (id) ON DELETE RESTRICT,
    CHECK ((lifted_at IS NULL) = (lifted_by IS NULL))
) STRICT;
CREATE INDEX person_hold_by_person ON person_hold (person_id);

-- What a person asked the office to do with their data.
CREATE TABLE person_request (
    id          TEXT PRIMARY KEY CHECK (length(id) = 36),
    person_id   TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
    kind        TEXT NOT NULL CHECK (kind IN ('access', 'correction', 'objection', 'erasure',
                                              'restriction')),
    asked_by    TEXT NOT NULL CHECK (asked_by IN ('person', 'guardian', 'lawyer')),
    objects_to  TEXT CHECK (objects_to IN ('statistics', 'sharing', 'tracing', 'photo', 'other')),
    about       TEXT NOT NULL CHECK (length(about) BETWEEN 1 AND 2000),
    received_on TEXT NOT NULL CHECK (received_on IS date(received_on, '+0 days')),
    due_on      TEXT NOT NULL CHECK (due_on IS date(due_on, '+0 days')),
    noted_at    TEXT NOT NULL CHECK (noted_at IS strftime('%Y-%m-%dT%H:%M:%fZ', noted_at)),
    noted_by    TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
    decision    TEXT CHECK (decision IN ('granted', 'partly', 'refused')),
    reason      TEXT CHECK (length(reason) BETWEEN 1 AND 2000),
    answered_on TEXT CHECK (answered_on IS date(answered_on, '+0 days')),
    answered_by TEXT REFERENCES user (id) ON DELETE RESTRICT,
    CHECK ((kind = 'objection') = (objects_to IS NOT NULL)),
    CHECK (due_on >= received_on),
    CHECK (answered_on >= received_on),
    CHECK ((decision IS NULL) = (answered_on IS NULL)),
    CHECK (decision IS NULL OR decision = 'granted' OR reason IS NOT NULL)
) STRICT;
CREATE INDEX person_request_by_person ON person_request (person_id);
CREATE INDEX person_request_by_due ON person_request (due_on) WHERE answered_on IS NULL;

-- Personal data that got out or was lost.  No names in it: whom it concerns is a number.
CREATE TABLE breach (
    id          TEXT PRIMARY KEY CHECK (length(id) = 36),
    kind        TEXT NOT NULL CHECK (kind IN ('lost_copy', 'wrong_recipient', 'seen_by_others',
                                              'stolen_pc', 'malware', 'other')),
    what        TEXT NOT NULL CHECK (length(what) BETWEEN 1 AND 2000),
    data        TEXT CHECK (length(data) <= 2000),
    people      INTEGER CHECK (people >= 0),
    happened_on TEXT CHECK (happened_on IS date(happened_on, '+0 days')),
    noticed_at  TEXT NOT NULL CHECK (noticed_at IS strftime('%Y-%m-%dT%H:%M:%fZ', noticed_at)),
    risk        TEXT CHECK (risk IN ('low', 'medium', 'high')),
    reported_at TEXT NOT NULL CHECK (reported_at IS strftime('%Y-%m-%dT%H:%M:%fZ', reported_at)),
    reported_by TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
    closed_at   TEXT CHECK (closed_at IS strftime('%Y-%m-%dT%H:%M:%fZ', closed_at)),
    closed_by   TEXT REFERENCES user (id) ON DELETE RESTRICT,
    lessons     TEXT CHECK (length(lessons) BETWEEN 1 AND 2000),
    CHECK ((closed_at IS NULL) = (closed_by IS NULL)),
    CHECK ((closed_at IS NULL) = (lessons IS NULL))
) STRICT;
CREATE INDEX breach_by_notice ON breach (noticed_at) WHERE closed_at IS NULL;

-- What was done about it, and who was told.
CREATE TABLE breach_note (
    id        TEXT PRIMARY KEY CHECK (length(id) = 36),
    breach_id TEXT NOT NULL REFERENCES breach (id) ON DELETE RESTRICT,
    kind      TEXT NOT NULL CHECK (kind IN ('measure', 'told_people', 'told_authority',
                                            'told_partner', 'other')),
    body      TEXT NOT NULL CHECK (length(body) BETWEEN 1 AND 2000),
    noted_at  TEXT NOT NULL CHECK (noted_at IS strftime('%Y-%m-%dT%H:%M:%fZ', noted_at)),
    noted_by  TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX breach_note_by_breach ON breach_note (breach_id, noted_at);
