-- SPDX-License-Identifier: Apache-2.0
-- Who has to be told of an indication, since when, and who has seen it.  One row for each time that
-- an indication came up: gone_at says when it was no longer there, so that it is told again when it
-- returns.  indication is '' where the casefile is restricted: the file itself says which.

CREATE TABLE casefile_alert (
    id          TEXT PRIMARY KEY CHECK (length(id) = 36),
    casefile_id TEXT NOT NULL REFERENCES casefile (id) ON DELETE RESTRICT,
    indication  TEXT NOT NULL CHECK (length(indication) <= 40),
    for_role    TEXT NOT NULL CHECK (length(for_role) BETWEEN 1 AND 40),
    raised_at   TEXT NOT NULL CHECK (raised_at IS strftime('%Y-%m-%dT%H:%M:%fZ', raised_at)),
    raised_by   TEXT NOT NULL REFERENCES user (id) ON DELETE RESTRICT,
    gone_at     TEXT CHECK (gone_at IS strftime('%Y-%m-%dT%H:%M:%fZ', gone_at)),
    seen_at     TEXT CHECK (seen_at IS strftime('%Y-%m-%dT%H:%M:%fZ', seen_at)),
    seen_by     TEXT REFERENCES user (id) ON DELETE RESTRICT,
    remark      TEXT CHECK (length(remark) <= 2000),
    CHECK ((seen_at IS NULL) = (seen_by IS NULL)),
    CHECK (gone_at >= raised_at AND seen_at >= raised_at)
) STRICT;

CREATE INDEX casefile_alert_by_casefile ON casefile_alert (casefile_id);
CREATE INDEX casefile_alert_open ON casefile_alert (for_role, raised_at) WHERE seen_at IS NULL;
