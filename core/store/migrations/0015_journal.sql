-- SPDX-License-Identifier: Apache-2.0
-- The journal by who, by when and by what, for whoever looks over the work of the office: counts are
-- answered by an index alone, and a page of entries is read from the end of one.

DROP INDEX journal_by_time;
CREATE INDEX journal_by_time ON journal (at, actor, act);
CREATE INDEX journal_by_actor ON journal (actor, sequence, act);

-- What is rare among a million entries.  The lists of acts stand in core/journal/journal_kind.h too:
-- a query uses such an index only when its own list is the same.
CREATE INDEX journal_reads ON journal (sequence, actor)
WHERE act IN ('casefile.read', 'person.read');
CREATE INDEX journal_outputs ON journal (sequence, actor)
WHERE act IN ('output.export', 'output.list', 'output.print', 'vault.backup');
CREATE INDEX journal_alarms ON journal (sequence, actor)
WHERE act IN ('casefile.break_glass', 'casefile.restrict', 'casefile.unrestrict',
              'compartment.grant', 'compartment.revoke', 'vault.unlock_failed', 'vault.settle');
