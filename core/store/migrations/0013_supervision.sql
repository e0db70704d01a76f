-- SPDX-License-Identifier: Apache-2.0
-- Who has how much to do, what nobody has, who is to be seen or looked at again, what waits for an
-- approval.

-- unassigned_at: since when nobody has it; contact_on: when somebody last spoke with the person;
-- review_is_chosen: somebody chose the day of the next review, so the calendar leaves it alone.
ALTER TABLE casefile ADD COLUMN unassigned_at TEXT
    CHECK (unassigned_at IS strftime('%Y-%m-%dT%H:%M:%fZ', unassigned_at));
ALTER TABLE casefile ADD COLUMN contact_on TEXT CHECK (contact_on IS date(contact_on, '+0 days'));
ALTER TABLE casefile ADD COLUMN review_is_chosen INTEGER NOT NULL DEFAULT 0
    CHECK (review_is_chosen IN (0, 1));
UPDATE casefile SET unassigned_at = opened_at WHERE state = 'open' AND assigned_to IS NULL;
UPDATE casefile SET review_is_chosen = 1 WHERE review_on IS NOT NULL;
UPDATE casefile SET contact_on = (SELECT date(max(written_at)) FROM note
                                  WHERE note.casefile_id = casefile.id
                                  AND note.kind IN ('call', 'visit', 'interview'))
WHERE state = 'open';

-- The lists of supervision, of one worker and of the whole office, from an index each.
DROP INDEX casefile_by_review;
CREATE INDEX casefile_by_review ON casefile (assigned_to, review_on)
WHERE state = 'open' AND review_on IS NOT NULL;
CREATE INDEX casefile_of_all_by_review ON casefile (review_on)
WHERE state = 'open' AND review_on IS NOT NULL;
CREATE INDEX casefile_by_contact
ON casefile (assigned_to, risk, coalesce(contact_on, opened_on, substr(opened_at, 1, 10)))
WHERE state = 'open';
CREATE INDEX casefile_of_all_by_contact
ON casefile (risk, coalesce(contact_on, opened_on, substr(opened_at, 1, 10)))
WHERE state = 'open' AND risk IS NOT NULL;
CREATE INDEX casefile_by_no_risk
ON casefile (assigned_to, coalesce(opened_on, substr(opened_at, 1, 10)))
WHERE state = 'open' AND risk IS NULL;
CREATE INDEX casefile_of_all_by_no_risk
ON casefile (coalesce(opened_on, substr(opened_at, 1, 10)))
WHERE state = 'open' AND risk IS NULL;
CREATE INDEX casefile_of_nobody ON casefile (coalesce(unassigned_at, opened_at))
WHERE state = 'open' AND assigned_to IS NULL;
CREATE INDEX casefile_of_nobody_urgent ON casefile (coalesce(unassigned_at, opened_at))
WHERE state = 'open' AND assigned_to IS NULL AND (risk = 'high' OR urgency = 'urgent');
CREATE INDEX casefile_by_closed ON casefile (closed_on) WHERE state <> 'open';

-- A review that was held; what was said in it is a note.  due_on is NULL for one that no day was
-- set for.
CREATE TABLE casefile_review (
    casefile_id TEXT NOT NULL REFERENCES casefile (id) ON DELETE RESTRICT,
    held_at     TEXT NOT NULL CHECK (held_at IS strftime('%Y-%m-%dT%H:%M:%fZ', held_at)),
    held_on     TEXT NOT NULL CHECK (held_on IS date(held_on, '+0 days')),
    held_by     TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
    due_on      TEXT CHECK (due_on IS date(due_on, '+0 days')),
    next_on     TEXT CHECK (next_on IS date(next_on, '+0 days')),
    PRIMARY KEY (casefile_id, held_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX casefile_review_by_day ON casefile_review (held_on, due_on);

-- What somebody asked for and who answered.  step is '' unless it is a step that waits.  No words:
-- those stand where the step, the closing or the notes keep them.
CREATE TABLE approval (
    casefile_id TEXT NOT NULL REFERENCES casefile (id) ON DELETE RESTRICT,
    kind        TEXT NOT NULL CHECK (kind IN ('step', 'closing', 'handover')),
    step        TEXT NOT NULL DEFAULT '' CHECK (length(step) <= 60),
    asked_at    TEXT NOT NULL CHECK (asked_at IS strftime('%Y-%m-%dT%H:%M:%fZ', asked_at)),
    asked_by    TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
    state       TEXT NOT NULL CHECK (state IN ('pending', 'approved', 'rejected', 'withdrawn')),
    answered_at TEXT CHECK (answered_at IS strftime('%Y-%m-%dT%H:%M:%fZ', answered_at)),
    answered_by TEXT REFERENCES user (id) ON DELETE RESTRICT,
    seen_at     TEXT CHECK (seen_at IS strftime('%Y-%m-%dT%H:%M:%fZ', seen_at)),
    PRIMARY KEY (casefile_id, kind, step, asked_at),
    CHECK ((kind = 'step') = (step <> '')),
    CHECK ((state = 'pending') = (answered_at IS NULL)),
    CHECK (answered_at >= asked_at)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX approval_one_pending ON approval (casefile_id, kind, step)
WHERE state = 'pending';
CREATE INDEX approval_pending ON approval (asked_at) WHERE state = 'pending';
CREATE INDEX approval_unseen ON approval (asked_by, answered_at)
WHERE state IN ('approved', 'rejected') AND seen_at IS NULL;
CREATE INDEX approval_by_answer ON approval (answered_at) WHERE answered_at IS NOT NULL;

INSERT INTO approval (casefile_id, kind, step, asked_at, asked_by, state)
SELECT casefile_id, 'step', step, changed_at, finished_by, 'pending' FROM step_state
WHERE state = 'asked_approval' AND finished_by IS NOT NULL;
INSERT INTO approval (casefile_id, kind, asked_at, asked_by, state)
SELECT id, 'closing', closing_asked_at, closing_asked_by, 'pending' FROM casefile
WHERE closing_asked_at IS NOT NULL AND closing_asked_by IS NOT NULL;
