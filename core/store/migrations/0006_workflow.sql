-- SPDX-License-Identifier: Apache-2.0
-- What walking somebody through a workflow needs: definitions that stay while a casefile is open on
-- them, the office's own copy of its country's rules, steps that wait and come again, tasks that
-- follow from due dates.

-- The definition that casefiles run on, as it was when the first of them was opened, so that each is
-- finished on it whatever the program brings later.
CREATE TABLE workflow_definition (
    workflow TEXT NOT NULL CHECK (length(workflow) BETWEEN 1 AND 60),
    version  INTEGER NOT NULL CHECK (version > 0),
    is_own   INTEGER NOT NULL DEFAULT 0 CHECK (is_own IN (0, 1)),
    added_at TEXT NOT NULL CHECK (added_at IS strftime('%Y-%m-%dT%H:%M:%fZ', added_at)),
    added_by TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
    PRIMARY KEY (workflow, version)
) STRICT, WITHOUT ROWID;

-- Its files: the workflow, and the parts, catalogues and instruments it uses.
CREATE TABLE workflow_file (
    workflow TEXT NOT NULL,
    version  INTEGER NOT NULL,
    name     TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    body     TEXT NOT NULL,
    PRIMARY KEY (workflow, version, name),
    FOREIGN KEY (workflow, version) REFERENCES workflow_definition (workflow, version)
    ON DELETE RESTRICT
) STRICT;

-- The country pack as the office has it; what it changed lies in the body.  base is the text of the
-- program's pack that it was made from, so that a newer one can be compared with both.
CREATE TABLE country_pack (
    country    TEXT PRIMARY KEY CHECK (length(country) = 2),
    version    INTEGER NOT NULL CHECK (version > 0),
    body       TEXT NOT NULL,
    base       TEXT NOT NULL,
    changed_at TEXT NOT NULL CHECK (changed_at IS strftime('%Y-%m-%dT%H:%M:%fZ', changed_at)),
    changed_by TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT
) STRICT;

-- opened_on is the local day that deadlines count from.
ALTER TABLE casefile ADD COLUMN opened_on TEXT CHECK (opened_on IS date(opened_on, '+0 days'));
ALTER TABLE casefile ADD COLUMN closed_on TEXT CHECK (closed_on IS date(closed_on, '+0 days'));
ALTER TABLE casefile ADD COLUMN household_id TEXT REFERENCES household (id) ON DELETE RESTRICT;
ALTER TABLE casefile ADD COLUMN closing_asked_at TEXT
    CHECK (closing_asked_at IS strftime('%Y-%m-%dT%H:%M:%fZ', closing_asked_at));
ALTER TABLE casefile ADD COLUMN closing_asked_by TEXT REFERENCES user (id) ON DELETE RESTRICT;
ALTER TABLE casefile ADD COLUMN closing_asked_reason TEXT CHECK (length(closing_asked_reason) <= 60);
-- To whom it was transferred, what "other" means, why closing was refused.
ALTER TABLE casefile ADD COLUMN closing_remark TEXT CHECK (length(closing_remark) <= 2000);
CREATE INDEX casefile_by_household ON casefile (household_id) WHERE household_id IS NOT NULL;
-- Lists of casefiles, the newest first.
DROP INDEX casefile_by_assigned;
CREATE INDEX casefile_by_assigned ON casefile (assigned_to, state, id);
CREATE INDEX casefile_by_state ON casefile (state, id);

-- Casefiles that belong together without one having opened the other.
CREATE TABLE casefile_link (
    casefile_id TEXT NOT NULL REFERENCES casefile (id) ON DELETE RESTRICT,
    other_id    TEXT NOT NULL REFERENCES casefile (id) ON DELETE RESTRICT,
    linked_at   TEXT NOT NULL CHECK (linked_at IS strftime('%Y-%m-%dT%H:%M:%fZ', linked_at)),
    linked_by   TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
    PRIMARY KEY (casefile_id, other_id),
    CHECK (casefile_id < other_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX casefile_link_by_other ON casefile_link (other_id);

-- Somebody has a casefile's form in hand; nobody else writes into it until they are done or the time
-- is over.
CREATE TABLE casefile_lease (
    casefile_id TEXT PRIMARY KEY REFERENCES casefile (id) ON DELETE RESTRICT,
    user_id     TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
    since       TEXT NOT NULL CHECK (since IS strftime('%Y-%m-%dT%H:%M:%fZ', since)),
    until       TEXT NOT NULL CHECK (until IS strftime('%Y-%m-%dT%H:%M:%fZ', until))
) STRICT, WITHOUT ROWID;

-- No program has ever written a row into these four, so they are made anew: days are local days,
-- waiting is one thing, whether a body has to answer or a paper is missing, and the name of a field
-- may be that of rows with that of a column.
DROP TABLE step_pause;
DROP TABLE step_state;
DROP TABLE task;
DROP TABLE answer;

-- An answer is never changed: a new one supersedes it.  item counts the rows of a field that
-- repeats; an empty value takes an answer back.  event_day is when it happened, answered_at when it
-- was typed.
CREATE TABLE answer (
    id            TEXT PRIMARY KEY CHECK (length(id) = 36),
    casefile_id   TEXT NOT NULL REFERENCES casefile (id) ON DELETE RESTRICT,
    step          TEXT NOT NULL CHECK (length(step) BETWEEN 1 AND 60),
    field         TEXT NOT NULL CHECK (length(field) BETWEEN 1 AND 100),
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

-- What somebody decided about a step; everything else is computed by the engine.
CREATE TABLE step_state (
    casefile_id  TEXT NOT NULL REFERENCES casefile (id) ON DELETE RESTRICT,
    step         TEXT NOT NULL CHECK (length(step) BETWEEN 1 AND 60),
    state        TEXT NOT NULL CHECK (state IN ('started', 'asked_approval', 'done', 'skipped',
                                                'refused')),
    outcome      TEXT CHECK (length(outcome) <= 60),
    rounds       INTEGER NOT NULL DEFAULT 0 CHECK (rounds >= 0),
    finished_on  TEXT CHECK (finished_on IS date(finished_on, '+0 days')),
    finished_by  TEXT REFERENCES user (id) ON DELETE RESTRICT,
    approved_on  TEXT CHECK (approved_on IS date(approved_on, '+0 days')),
    approved_by  TEXT REFERENCES user (id) ON DELETE RESTRICT,
    remark       TEXT CHECK (length(remark) <= 2000),
    changed_at   TEXT NOT NULL CHECK (changed_at IS strftime('%Y-%m-%dT%H:%M:%fZ', changed_at)),
    PRIMARY KEY (casefile_id, step),
    CHECK (state = 'started' OR finished_on IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- Waiting for somebody: since when, for whom, why, until when they should have answered.  rung 0 is
-- the request itself, 1 and up the ladder.  stops_clock: the term of the step stands still meanwhile,
-- because something is missing.
CREATE TABLE step_wait (
    id          TEXT PRIMARY KEY CHECK (length(id) = 36),
    casefile_id TEXT NOT NULL REFERENCES casefile (id) ON DELETE RESTRICT,
    step        TEXT NOT NULL CHECK (length(step) BETWEEN 1 AND 60),
    rung        INTEGER NOT NULL DEFAULT 0 CHECK (rung >= 0),
    waiting_for TEXT NOT NULL CHECK (length(waiting_for) BETWEEN 1 AND 200),
    reason      TEXT CHECK (length(reason) <= 400),
    reference   TEXT CHECK (length(reference) <= 40),
    from_day    TEXT NOT NULL CHECK (from_day IS date(from_day, '+0 days')),
    due_on      TEXT CHECK (due_on IS date(due_on, '+0 days')),
    until_day   TEXT CHECK (until_day IS date(until_day, '+0 days')),
    answer      TEXT CHECK (length(answer) <= 2000),
    stops_clock INTEGER NOT NULL DEFAULT 0 CHECK (stops_clock IN (0, 1)),
    noted_by    TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
    CHECK (until_day >= from_day),
    CHECK (due_on >= from_day),
    CHECK (stops_clock = 0 OR reason IS NOT NULL)
) STRICT;
CREATE INDEX step_wait_by_step ON step_wait (casefile_id, step);

-- A round of a step that comes again; its answers stand in "answer", superseded.
CREATE TABLE step_round (
    casefile_id TEXT NOT NULL REFERENCES casefile (id) ON DELETE RESTRICT,
    step        TEXT NOT NULL CHECK (length(step) BETWEEN 1 AND 60),
    round       INTEGER NOT NULL CHECK (round > 0),
    outcome     TEXT CHECK (length(outcome) <= 60),
    finished_on TEXT NOT NULL CHECK (finished_on IS date(finished_on, '+0 days')),
    finished_by TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
    PRIMARY KEY (casefile_id, step, round)
) STRICT, WITHOUT ROWID;

-- Of which step it is an assessment: several steps may use one instrument.
ALTER TABLE assessment ADD COLUMN step TEXT CHECK (length(step) BETWEEN 1 AND 60);

-- Something somebody has to do by a day.  Those of a step are written by the engine with every act on
-- the casefile: exactly one open row for each step that is ready, waits, asks for approval, or whose
-- term runs before its turn has come; none for the others.  remind_on is the next day on which somebody wants to be reminded before it is due.
CREATE TABLE task (
    id          TEXT PRIMARY KEY CHECK (length(id) = 36),
    casefile_id TEXT REFERENCES casefile (id) ON DELETE RESTRICT,
    step        TEXT CHECK (length(step) BETWEEN 1 AND 60),
    kind        TEXT NOT NULL CHECK (kind IN ('step', 'waiting', 'approval', 'term', 'own')),
    title       TEXT CHECK (length(title) BETWEEN 1 AND 200),
    assigned_to TEXT REFERENCES user (id) ON DELETE RESTRICT,
    is_urgent   INTEGER NOT NULL DEFAULT 0 CHECK (is_urgent IN (0, 1)),
    since       TEXT NOT NULL CHECK (since IS date(since, '+0 days')),
    due_on      TEXT CHECK (due_on IS date(due_on, '+0 days')),
    remind_on   TEXT CHECK (remind_on IS date(remind_on, '+0 days')),
    state       TEXT NOT NULL CHECK (state IN ('open', 'done', 'cancelled')),
    created_at  TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%fZ', created_at)),
    created_by  TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
    finished_at TEXT CHECK (finished_at IS strftime('%Y-%m-%dT%H:%M:%fZ', finished_at)),
    CHECK ((state = 'open') = (finished_at IS NULL)),
    CHECK ((kind = 'own') = (title IS NOT NULL)),
    CHECK (kind = 'own' OR (casefile_id IS NOT NULL AND step IS NOT NULL)),
    CHECK (remind_on <= due_on)
) STRICT;

-- "My day" of one user and of the whole office, from the index alone: so that each has
-- even the state, though it is the same in all.
CREATE INDEX task_by_due ON task (assigned_to, due_on, kind, since, remind_on, is_urgent, state)
WHERE state = 'open';
CREATE INDEX task_by_reminder ON task (assigned_to, remind_on, due_on, kind, since, is_urgent, state)
WHERE state = 'open' AND remind_on IS NOT NULL;
CREATE INDEX task_by_since ON task (assigned_to, kind, since, due_on, remind_on, is_urgent, state)
WHERE state = 'open';
CREATE INDEX task_of_all_by_due ON task (due_on, kind, since, remind_on, is_urgent, state)
WHERE state = 'open';
CREATE INDEX task_of_all_by_reminder ON task (remind_on, due_on, kind, since, is_urgent, state)
WHERE state = 'open' AND remind_on IS NOT NULL;
CREATE INDEX task_of_all_by_since ON task (kind, since, due_on, remind_on, is_urgent, state)
WHERE state = 'open';
-- The urgent stand before the others however many those are; there are few of them.
CREATE INDEX task_by_urgency ON task (assigned_to, due_on, remind_on, kind, since, is_urgent, state)
WHERE state = 'open' AND is_urgent = 1;
CREATE INDEX task_of_all_by_urgency ON task (due_on, remind_on, kind, since, is_urgent, state)
WHERE state = 'open' AND is_urgent = 1;
CREATE UNIQUE INDEX task_one_for_step ON task (casefile_id, step)
WHERE state = 'open' AND kind <> 'own';
CREATE INDEX task_by_casefile ON task (casefile_id, state, is_urgent, due_on, since);
