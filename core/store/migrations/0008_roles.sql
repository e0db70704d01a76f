-- SPDX-License-Identifier: Apache-2.0
-- Roles of their own for those who answer for restricted files and for those who only keep the users;
-- who looks over the work of the office is an auditor.

CREATE TABLE user_anew (
    id           TEXT PRIMARY KEY CHECK (length(id) = 36),
    login        TEXT NOT NULL CHECK (length(login) BETWEEN 1 AND 40),
    login_folded TEXT NOT NULL UNIQUE CHECK (length(login_folded) BETWEEN 1 AND 80),
    display_name TEXT NOT NULL CHECK (length(display_name) BETWEEN 1 AND 120),
    role         TEXT NOT NULL
                 CHECK (role IN ('clerk', 'counsellor', 'supervisor', 'protection_officer',
                                 'trainer', 'auditor', 'administrator')),
    public_key   BLOB NOT NULL CHECK (length(public_key) = 32),
    state        TEXT NOT NULL CHECK (state IN ('active', 'revoked')),
    created_at   TEXT NOT NULL CHECK (created_at IS strftime('%Y-%m-%dT%H:%M:%fZ', created_at)),
    revoked_at   TEXT CHECK (revoked_at IS strftime('%Y-%m-%dT%H:%M:%fZ', revoked_at)),
    CHECK ((state = 'revoked') = (revoked_at IS NOT NULL))
) STRICT;
INSERT INTO user_anew (id, login, login_folded, display_name, role, public_key, state, created_at,
                       revoked_at)
SELECT id, login, login_folded, display_name,
       CASE role WHEN 'inspector' THEN 'auditor' ELSE role END, public_key, state, created_at,
       revoked_at
FROM user;
DROP TABLE user;
ALTER TABLE user_anew RENAME TO user;
