-- SPDX-License-Identifier: Apache-2.0
-- The work on a case: its steps and answers, the plan, what was given and asked for, the bodies
-- that help, and what has to be done when.

-- A casefile finishes on the workflow and version it was opened with.
CREATE TABLE casefile (
    id               TEXT PRIMARY KEY CHECK (length(id) = 36),
    number           TEXT NOT NULL UNIQUE
                     CHECK (number GLOB '[KTU][A-Z]-*-[0-9][0-9][0-9][0-9]-*' AND
                            substr(number, -7) GLOB '-[0-9][0-9][0-9][0-9][0-9][0-9]'),
    person_id        TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
    workflow         TEXT NOT NULL CHECK (length(workflow) BETWEEN 1 AND 60),
    workflow_version INTEGER NOT NULL CHECK (workflow_version > 0),
    state            TEXT NOT NULL CHECK (state IN ('open', 'closed', 'transferred', 'duplicate')),
    risk             TEXT CHECK (risk IN ('high', 'medium', 'low')),
    urgency          TEXT NOT NULL DEFAULT 'normal' CHECK (urgency IN ('urgent', 'high', 'normal')),
    is_restricted    INTEGER NOT NULL DEFAULT 0 CHECK (is_restricted IN (0, 1)),
    intake_source    TEXT CHECK (intake_source IN ('walk_in', 'referral', 'outreach', 'hotline',
                                                   'transfer', 'other')),
    issue            TEXT CHECK (length(issue) <= 2000),
    assigned_to      TEXT REFERENCES user (id) ON DELETE RESTRICT,
    opened_at        TEXT NOT NULL CHECK (opened_at IS strftime('%Y-%m-%dT%H:%M:%fZ', opened_at)),
    opened_by        TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
    closed_at        TEXT CHECK (closed_at IS strftime('%Y-%m-%dT%H:%M:%fZ', closed_at)),
    closed_by        TEXT REFERENCES user (id) ON DELETE RESTRICT,
    closure_reason   TEXT CHECK (closure_reason IN ('goals_reached', 'naturalised',
                         'document_delivered', 'referred', 'left_area', 'consent_withdrawn',
                         'no_contact', 'refused_final', 'transferred', 'duplicate', 'died',
                         'other')),
    reopened_count   INTEGER NOT NULL DEFAULT 0 CHECK (reopened_count >= 0),
    review_on        TEXT CHECK (review_on IS date(review_on, '+0 days')),
    parent_id        TEXT REFERENCES casefile (id) ON DELETE RESTRICT,
    changed_at       TEXT NOT NULL CHECK (changed_at IS strftime('%Y-%m-%dT%H:%M:%fZ', changed_at)),
    CHECK ((state = 'open') = (closed_at IS NULL)),
    CHECK ((closed_at IS NULL) = (closure_reason IS NULL)),
    CHECK (closed_at >= opened_at),
    CHECK (parent_id IS NOT id)
) STRICT;

CREATE INDEX casefile_by_person ON casefile (person_id);
CREATE INDEX casefile_by_assigned ON casefile (assigned_to, state);
CREATE INDEX casefile_by_opened ON casefile (opened_at);
CREATE INDEX casefile_by_review ON casefile (review_on) WHERE state = 'open';
CREATE INDEX casefile_by_parent ON casefile (parent_id) WHERE parent_id IS NOT NULL;

-- Dependants and others whom the casefile is also about.
CREATE TABLE casefile_person (
    casefile_id TEXT NOT NULL REFERENCES casefile (id) ON DELETE RESTRICT,
    person_id   TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
    part        TEXT NOT NULL CHECK (length(part) BETWEEN 1 AND 40),
    PRIMARY KEY (casefile_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX casefile_person_by_person ON casefile_person (person_id);

-- Who may see a restricted casefile.
CREATE TABLE casefile_reader (
    casefile_id TEXT NOT NULL REFERENCES casefile (id) ON DELETE RESTRICT,
    user_id     TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
    granted_at  TEXT NOT NULL CHECK (granted_at IS strftime('%Y-%m-%dT%H:%M:%fZ', granted_at)),
    granted_by  TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
    PRIMARY KEY (casefile_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX casefile_reader_by_user ON casefile_reader (user_id);

-- What somebody decided about a step; everything else is computed by the engine.
CREATE TABLE step_state (
    casefile_id  TEXT NOT NULL REFERENCES casefile (id) ON DELETE RESTRICT,
    step         TEXT NOT NULL CHECK (length(step) BETWEEN 1 AND 60),
    state        TEXT NOT NULL CHECK (state IN ('started', 'waiting', 'asked_approval', 'done',
                                                'skipped', 'refused')),
    outcome      TEXT CHECK (length(outcome) <= 60),
    started_at   TEXT CHECK (started_at IS strftime('%Y-%m-%dT%H:%M:%fZ', started_at)),
    finished_at  TEXT CHECK (finished_at IS strftime('%Y-%m-%dT%H:%M:%fZ', finished_at)),
    finished_by  TEXT REFERENCES user (id) ON DELETE RESTRICT,
    approved_at  TEXT CHECK (approved_at IS strftime('%Y-%m-%dT%H:%M:%fZ', approved_at)),
    approved_by  TEXT REFERENCES user (id) ON DELETE RESTRICT,
    due_on       TEXT CHECK (due_on IS date(due_on, '+0 days')),
    remark       TEXT CHECK (length(remark) <= 2000),
    PRIMARY KEY (casefile_id, step),
    CHECK (state NOT IN ('done', 'skipped', 'refused') OR finished_at IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX step_state_by_due ON step_state (due_on) WHERE finished_at IS NULL;

-- The clock of a step stands still while something is missing; never without a reason.
CREATE TABLE step_pause (
    id          TEXT PRIMARY KEY CHECK (length(id) = 36),
    casefile_id TEXT NOT NULL,
    step        TEXT NOT NULL,
    reason      TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 400),
    from_day    TEXT NOT NULL CHECK (from_day IS date(from_day, '+0 days')),
    until_day   TEXT CHECK (until_day IS date(until_day, '+0 days')),
    FOREIGN KEY (casefile_id, step) REFERENCES step_state (casefile_id, step) ON DELETE RESTRICT,
    CHECK (until_day >= from_day)
) STRICT;

CREATE INDEX step_pause_by_step ON step_pause (casefile_id, step);

-- An answer is never changed: a new one supersedes it.  item counts the rows of a field that
-- repeats.  event_day is when it happened, answered_at when it was typed.
CREATE TABLE answer (
    id            TEXT PRIMARY KEY CHECK (length(id) = 36),
    casefile_id   TEXT NOT NULL REFERENCES casefile (id) ON DELETE RESTRICT,
    step          TEXT NOT NULL CHECK (length(step) BETWEEN 1 AND 60),
    field         TEXT NOT NULL CHECK (length(field) BETWEEN 1 AND 60),
    item          INTEGER NOT NULL DEFAULT 0 CHECK (item >= 0),
    value         TEXT NOT NULL CHECK (length(value) <= 20000),
    event_day     TEXT CHECK (event_day IS date(event_day, '+0 days')),
    answered_at   TEXT NOT NULL
                  CHECK (answered_at IS strftime('%Y-%m-%dT%H:%M:%fZ', answered_at)),
    answered_by   TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
    superseded_at TEXT CHECK (superseded_at IS strftime('%Y-%m-%dT%H:%M:%fZ', superseded_at))
) STRICT;

CREATE UNIQUE INDEX answer_one_in_force ON answer (casefile_id, step, field, item)
WHERE superseded_at IS NULL;
CREATE INDEX answer_by_casefile ON answer (casefile_id);

-- One thing that is to be done for a reintegration or integration plan.
CREATE TABLE plan_item (
    id               TEXT PRIMARY KEY CHECK (length(id) = 36),
    casefile_id      TEXT NOT NULL REFERENCES casefile (id) ON DELETE RESTRICT,
    dimension        TEXT NOT NULL CHECK (dimension IN ('economic', 'social', 'psychosocial')),
    objective        TEXT NOT NULL CHECK (length(objective) BETWEEN 1 AND 400),
    activity         TEXT NOT NULL CHECK (length(activity) <= 400),
    agency_id        TEXT REFERENCES agency (id) ON DELETE RESTRICT,
    provider         TEXT CHECK (length(provider) <= 200),
    support          TEXT CHECK (support IN ('cash', 'in_kind', 'none')),
    budget_minor     INTEGER CHECK (budget_minor >= 0),
    currency         TEXT CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
    start_on         TEXT CHECK (start_on IS date(start_on, '+0 days')),
    due_on           TEXT CHECK (due_on IS date(due_on, '+0 days')),
    responsible      TEXT CHECK (length(responsible) <= 120),
    own_contribution TEXT CHECK (length(own_contribution) <= 400),
    risk             TEXT CHECK (length(risk) <= 400),
    evidence         TEXT CHECK (length(evidence) <= 400),
    state            TEXT NOT NULL
                     CHECK (state IN ('planned', 'running', 'done', 'cancelled', 'not_available')),
    changed_at       TEXT NOT NULL CHECK (changed_at IS strftime('%Y-%m-%dT%H:%M:%fZ', changed_at)),
    CHECK ((budget_minor IS NULL) = (currency IS NULL)),
    CHECK (due_on >= start_on)
) STRICT;

CREATE INDEX plan_item_by_casefile ON plan_item (casefile_id);
CREATE INDEX plan_item_by_agency ON plan_item (agency_id) WHERE agency_id IS NOT NULL;
CREATE INDEX plan_item_by_due ON plan_item (due_on) WHERE state IN ('planned', 'running');

-- One use of an instrument.  The raw answers stay, so that scores can be computed again.
CREATE TABLE assessment (
    id                 TEXT PRIMARY KEY CHECK (length(id) = 36),
    casefile_id        TEXT NOT NULL REFERENCES casefile (id) ON DELETE RESTRICT,
    person_id          TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
    instrument         TEXT NOT NULL CHECK (length(instrument) BETWEEN 1 AND 60),
    instrument_version INTEGER NOT NULL CHECK (instrument_version > 0),
    held_on            TEXT NOT NULL CHECK (held_on IS date(held_on, '+0 days')),
    held_by            TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
    state              TEXT NOT NULL CHECK (state IN ('begun', 'finished', 'void')),
    remark             TEXT CHECK (length(remark) <= 2000)
) STRICT;

CREATE INDEX assessment_by_casefile ON assessment (casefile_id);
CREATE INDEX assessment_by_person ON assessment (person_id, instrument, held_on);

CREATE TABLE assessment_answer (
    assessment_id TEXT NOT NULL REFERENCES assessment (id) ON DELETE RESTRICT,
    question      TEXT NOT NULL CHECK (length(question) BETWEEN 1 AND 60),
    value         TEXT NOT NULL CHECK (length(value) <= 2000),
    PRIMARY KEY (assessment_id, question)
) STRICT, WITHOUT ROWID;

-- score is NULL when too little was answered.
CREATE TABLE assessment_score (
    assessment_id  TEXT NOT NULL REFERENCES assessment (id) ON DELETE RESTRICT,
    dimension      TEXT NOT NULL CHECK (length(dimension) BETWEEN 1 AND 40),
    score          REAL,
    answered_count INTEGER NOT NULL CHECK (answered_count >= 0),
    asked_count    INTEGER NOT NULL CHECK (asked_count >= answered_count),
    is_official    INTEGER NOT NULL CHECK (is_official IN (0, 1)),
    PRIMARY KEY (assessment_id, dimension)
) STRICT, WITHOUT ROWID;

-- The directory of bodies: who helps with what, where, and since when that was last checked.
CREATE TABLE agency (
    id           TEXT PRIMARY KEY CHECK (length(id) = 36),
    name         TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    kind         TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
    country      TEXT NOT NULL CHECK (country GLOB '[A-Z][A-Z][A-Z]'),
    place        TEXT CHECK (length(place) <= 200),
    address      TEXT CHECK (length(address) <= 400),
    phone        TEXT CHECK (length(phone) <= 120),
    hours        TEXT CHECK (length(hours) <= 200),
    cost         TEXT CHECK (length(cost) <= 200),
    legal_basis  TEXT CHECK (length(legal_basis) <= 400),
    valid_until  TEXT CHECK (valid_until IS date(valid_until, '+0 days')),
    checked_on   TEXT CHECK (checked_on IS date(checked_on, '+0 days')),
    checked_by   TEXT REFERENCES user (id) ON DELETE RESTRICT,
    is_protected INTEGER NOT NULL DEFAULT 0 CHECK (is_protected IN (0, 1)),
    is_active    INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1))
) STRICT;

CREATE INDEX agency_by_name ON agency (name);

CREATE TABLE agency_service (
    agency_id TEXT NOT NULL REFERENCES agency (id) ON DELETE RESTRICT,
    service   TEXT NOT NULL CHECK (length(service) BETWEEN 1 AND 60),
    PRIMARY KEY (agency_id, service)
) STRICT, WITHOUT ROWID;

CREATE INDEX agency_service_by_service ON agency_service (service);

-- The ledger of requests to archives, consulates, registries: out, reminded, answered.
CREATE TABLE document_request (
    id              TEXT PRIMARY KEY CHECK (length(id) = 36),
    casefile_id     TEXT NOT NULL REFERENCES casefile (id) ON DELETE RESTRICT,
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

CREATE INDEX document_request_by_casefile ON document_request (casefile_id);
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

-- What proves identity, kinship or ownership when the paper itself is lost.
CREATE TABLE evidence (
    id            TEXT PRIMARY KEY CHECK (length(id) = 36),
    casefile_id   TEXT NOT NULL REFERENCES casefile (id) ON DELETE RESTRICT,
    type          TEXT NOT NULL CHECK (length(type) BETWEEN 1 AND 60),
    issuer        TEXT CHECK (length(issuer) <= 200),
    number        TEXT CHECK (length(number) <= 60),
    dated_on      TEXT CHECK (dated_on IS date(dated_on, '+0 days')),
    is_original   INTEGER NOT NULL CHECK (is_original IN (0, 1)),
    language      TEXT CHECK (length(language) BETWEEN 2 AND 20),
    is_translated INTEGER NOT NULL DEFAULT 0 CHECK (is_translated IN (0, 1)),
    verdict       TEXT CHECK (verdict IN ('accepted', 'weak', 'contradictory', 'refused')),
    remark        TEXT CHECK (length(remark) <= 2000)
) STRICT;

CREATE INDEX evidence_by_casefile ON evidence (casefile_id);

-- What the office itself gave.
CREATE TABLE service (
    id           TEXT PRIMARY KEY CHECK (length(id) = 36),
    casefile_id  TEXT NOT NULL REFERENCES casefile (id) ON DELETE RESTRICT,
    person_id    TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
    kind         TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 60),
    given_on     TEXT NOT NULL CHECK (given_on IS date(given_on, '+0 days')),
    given_by     TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
    amount_minor INTEGER CHECK (amount_minor >= 0),
    currency     TEXT CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
    remark       TEXT CHECK (length(remark) <= 2000),
    plan_item_id TEXT REFERENCES plan_item (id) ON DELETE RESTRICT,
    CHECK ((amount_minor IS NULL) = (currency IS NULL))
) STRICT;

CREATE INDEX service_by_casefile ON service (casefile_id);
CREATE INDEX service_by_person ON service (person_id);
CREATE INDEX service_by_day ON service (given_on, kind);
CREATE INDEX service_by_plan_item ON service (plan_item_id) WHERE plan_item_id IS NOT NULL;

-- A person sent to another body.  No state but the first without its date.
CREATE TABLE referral (
    id              TEXT PRIMARY KEY CHECK (length(id) = 36),
    number          TEXT UNIQUE CHECK (length(number) <= 40),
    casefile_id     TEXT NOT NULL REFERENCES casefile (id) ON DELETE RESTRICT,
    agency_id       TEXT NOT NULL REFERENCES agency (id) ON DELETE RESTRICT,
    consent_id      TEXT REFERENCES consent (id) ON DELETE RESTRICT,
    override_reason TEXT CHECK (length(override_reason) BETWEEN 1 AND 400),
    service         TEXT NOT NULL CHECK (length(service) BETWEEN 1 AND 60),
    reason          TEXT NOT NULL CHECK (length(reason) <= 2000),
    urgency         TEXT NOT NULL CHECK (urgency IN ('urgent', 'high', 'normal')),
    state           TEXT NOT NULL CHECK (state IN ('drafted', 'sent', 'accepted', 'declined',
                                                   'attended', 'missed', 'answered', 'revoked')),
    decline_reason  TEXT CHECK (length(decline_reason) <= 400),
    outcome         TEXT CHECK (outcome IN ('provided', 'already_received', 'not_applicable',
                                            'declined_by_person', 'unavailable')),
    sent_at         TEXT CHECK (sent_at IS strftime('%Y-%m-%dT%H:%M:%fZ', sent_at)),
    sent_by         TEXT REFERENCES user (id) ON DELETE RESTRICT,
    accepted_on     TEXT CHECK (accepted_on IS date(accepted_on, '+0 days')),
    attended_on     TEXT CHECK (attended_on IS date(attended_on, '+0 days')),
    answered_on     TEXT CHECK (answered_on IS date(answered_on, '+0 days')),
    answer          TEXT CHECK (length(answer) <= 2000),
    due_on          TEXT CHECK (due_on IS date(due_on, '+0 days')),
    reminders       INTEGER NOT NULL DEFAULT 0 CHECK (reminders >= 0),
    changed_at      TEXT NOT NULL CHECK (changed_at IS strftime('%Y-%m-%dT%H:%M:%fZ', changed_at)),
    -- Nobody's data leaves without consent, or without a written reason why not.
    CHECK (state IN ('drafted', 'revoked') OR
           (sent_at IS NOT NULL AND (consent_id IS NOT NULL OR override_reason IS NOT NULL))),
    CHECK (state <> 'declined' OR decline_reason IS NOT NULL),
    CHECK (state <> 'attended' OR attended_on IS NOT NULL),
    CHECK (state <> 'answered' OR answered_on IS NOT NULL)
) STRICT;

CREATE INDEX referral_by_casefile ON referral (casefile_id);
CREATE INDEX referral_by_agency ON referral (agency_id, state);
CREATE INDEX referral_by_consent ON referral (consent_id) WHERE consent_id IS NOT NULL;
CREATE INDEX referral_by_due ON referral (due_on) WHERE state IN ('sent', 'accepted', 'attended');

-- Something somebody has to do by a day.
CREATE TABLE task (
    id          TEXT PRIMARY KEY CHECK (length(id) = 36),
    casefile_id TEXT REFERENCES casefile (id) ON DELETE RESTRICT,
    step        TEXT CHECK (length(step) <= 60),
    title       TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    assigned_to TEXT REFERENCES user (id) ON DELETE RESTRICT,
    due_on      TEXT CHECK (due_on IS date(due_on, '+0 days')),
    state       TEXT NOT NULL CHECK (state IN ('open', 'done', 'cancelled')),
    created_at  TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%fZ', created_at)),
    created_by  TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
    finished_at TEXT CHECK (finished_at IS strftime('%Y-%m-%dT%H:%M:%fZ', finished_at)),
    CHECK ((state = 'open') = (finished_at IS NULL))
) STRICT;

CREATE INDEX task_by_due ON task (assigned_to, due_on) WHERE state = 'open';
CREATE INDEX task_by_casefile ON task (casefile_id);

-- Local time, because that is what the slip of paper says.
CREATE TABLE appointment (
    id          TEXT PRIMARY KEY CHECK (length(id) = 36),
    casefile_id TEXT REFERENCES casefile (id) ON DELETE RESTRICT,
    person_id   TEXT REFERENCES person (id) ON DELETE RESTRICT,
    user_id     TEXT REFERENCES user (id) ON DELETE RESTRICT,
    agency_id   TEXT REFERENCES agency (id) ON DELETE RESTRICT,
    day         TEXT NOT NULL CHECK (day IS date(day, '+0 days')),
    time        TEXT CHECK (time IS strftime('%H:%M', time)),
    minutes     INTEGER NOT NULL DEFAULT 30 CHECK (minutes BETWEEN 1 AND 1440),
    place       TEXT CHECK (length(place) <= 200),
    about       TEXT NOT NULL CHECK (length(about) <= 400),
    state       TEXT NOT NULL CHECK (state IN ('planned', 'attended', 'missed', 'cancelled'))
) STRICT;

CREATE INDEX appointment_by_day ON appointment (day, time);
CREATE INDEX appointment_by_casefile ON appointment (casefile_id);
CREATE INDEX appointment_by_person ON appointment (person_id);
CREATE INDEX appointment_by_agency ON appointment (agency_id) WHERE agency_id IS NOT NULL;

-- A note is never changed; a correction is another note.
CREATE TABLE note (
    id              TEXT PRIMARY KEY CHECK (length(id) = 36),
    casefile_id     TEXT REFERENCES casefile (id) ON DELETE RESTRICT,
    person_id       TEXT REFERENCES person (id) ON DELETE RESTRICT,
    kind            TEXT NOT NULL CHECK (kind IN ('note', 'call', 'visit', 'interview',
                                                  'no_contact', 'correction')),
    is_confidential INTEGER NOT NULL DEFAULT 0 CHECK (is_confidential IN (0, 1)),
    corrects        TEXT REFERENCES note (id) ON DELETE RESTRICT,
    body            TEXT NOT NULL CHECK (length(body) BETWEEN 1 AND 20000),
    written_at      TEXT NOT NULL CHECK (written_at IS strftime('%Y-%m-%dT%H:%M:%fZ', written_at)),
    written_by      TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
    CHECK (casefile_id IS NOT NULL OR person_id IS NOT NULL)
) STRICT;

CREATE INDEX note_by_casefile ON note (casefile_id, written_at);
CREATE INDEX note_by_person ON note (person_id, written_at);
CREATE INDEX note_by_corrected ON note (corrects) WHERE corrects IS NOT NULL;

-- House, land, share: what is claimed, on which right, and who holds it today.
CREATE TABLE property_claim (
    id               TEXT PRIMARY KEY CHECK (length(id) = 36),
    casefile_id      TEXT NOT NULL REFERENCES casefile (id) ON DELETE RESTRICT,
    claimant_id      TEXT NOT NULL REFERENCES person (id) ON DELETE RESTRICT,
    kind             TEXT NOT NULL CHECK (kind IN ('house', 'flat', 'plot', 'land_share',
                                                   'commercial', 'movable', 'other')),
    address          TEXT CHECK (length(address) <= 400),
    cadastral_number TEXT CHECK (length(cadastral_number) <= 60),
    country          TEXT CHECK (country GLOB '[A-Z][A-Z][A-Z]'),
    basis            TEXT CHECK (basis IN ('purchase', 'privatisation', 'inheritance', 'allotment',
                                           'use', 'other')),
    share_numerator   INTEGER CHECK (share_numerator > 0),
    share_denominator INTEGER CHECK (share_denominator > 0),
    class            TEXT CHECK (class IN ('paper_lost', 'unregistered', 'inheritance_gap',
                                           'occupied', 'destroyed', 'debt_block')),
    present_holder   TEXT CHECK (length(present_holder) <= 240),
    state            TEXT NOT NULL CHECK (state IN ('described', 'requested', 'filed', 'negotiated',
                         'in_court', 'restored', 'compensated', 'refused', 'withdrawn')),
    filed_on         TEXT CHECK (filed_on IS date(filed_on, '+0 days')),
    limitation_on    TEXT CHECK (limitation_on IS date(limitation_on, '+0 days')),
    closed_on        TEXT CHECK (closed_on IS date(closed_on, '+0 days')),
    remark           TEXT CHECK (length(remark) <= 2000),
    changed_at       TEXT NOT NULL CHECK (changed_at IS strftime('%Y-%m-%dT%H:%M:%fZ', changed_at)),
    CHECK ((share_numerator IS NULL) = (share_denominator IS NULL)),
    CHECK (share_numerator <= share_denominator)
) STRICT;

CREATE INDEX property_claim_by_casefile ON property_claim (casefile_id);
CREATE INDEX property_claim_by_claimant ON property_claim (claimant_id);
CREATE INDEX property_claim_by_limitation ON property_claim (limitation_on)
WHERE closed_on IS NULL;

-- Calls and questions at the counter; the caller may stay unnamed.
CREATE TABLE hotline (
    id            TEXT PRIMARY KEY CHECK (length(id) = 36),
    at            TEXT NOT NULL CHECK (at IS strftime('%Y-%m-%dT%H:%M:%fZ', at)),
    taken_by      TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
    channel       TEXT NOT NULL CHECK (channel IN ('phone', 'counter', 'messenger', 'email',
                                                   'outreach', 'other')),
    language      TEXT NOT NULL CHECK (length(language) BETWEEN 2 AND 20),
    is_anonymous  INTEGER NOT NULL CHECK (is_anonymous IN (0, 1)),
    person_id     TEXT REFERENCES person (id) ON DELETE RESTRICT,
    topic         TEXT NOT NULL CHECK (length(topic) BETWEEN 1 AND 60),
    question      TEXT CHECK (length(question) <= 2000),
    answer        TEXT CHECK (length(answer) <= 2000),
    answer_source TEXT CHECK (length(answer_source) <= 400),
    source_day    TEXT CHECK (source_day IS date(source_day, '+0 days')),
    has_risk      INTEGER NOT NULL DEFAULT 0 CHECK (has_risk IN (0, 1)),
    agency_id     TEXT REFERENCES agency (id) ON DELETE RESTRICT,
    call_back_on  TEXT CHECK (call_back_on IS date(call_back_on, '+0 days')),
    minutes       INTEGER CHECK (minutes BETWEEN 0 AND 1440),
    CHECK (is_anonymous = 0 OR person_id IS NULL)
) STRICT;

CREATE INDEX hotline_by_time ON hotline (at);
CREATE INDEX hotline_by_person ON hotline (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX hotline_by_agency ON hotline (agency_id) WHERE agency_id IS NOT NULL;
CREATE INDEX hotline_by_call_back ON hotline (call_back_on) WHERE call_back_on IS NOT NULL;
