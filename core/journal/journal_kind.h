/* SPDX-License-Identifier: Apache-2.0 */

/* The acts of the journal that whoever looks over the office's work looks for: what was read, what
 * left the office, and who was let in.  The lists are SQL, because most of the sorting is done
 * there; the two of the partial indexes stand in the migration 0015_journal.sql too, word for
 * word. */
#ifndef QADAM_JOURNAL_JOURNAL_KIND_H
#define QADAM_JOURNAL_JOURNAL_KIND_H

enum journal_kind {
    JOURNAL_CHANGES, /* everything that is none of the others */
    JOURNAL_READS,
    JOURNAL_OUTPUTS,
    JOURNAL_ACCESS, /* who can get in, and who did */
    JOURNAL_KIND_COUNT
};

#define JOURNAL_READ_ACTS   "('casefile.read', 'person.read')"
#define JOURNAL_OUTPUT_ACTS "('output.export', 'output.list', 'output.print', 'vault.backup')"
/* Of the acts about access those that somebody should look at soon. */
#define JOURNAL_ALARM_ACTS                                                                         \
    "('casefile.break_glass', 'casefile.restrict', 'casefile.unrestrict',"                         \
    " 'compartment.grant', 'compartment.revoke', 'vault.unlock_failed', 'vault.settle')"
#define JOURNAL_ACCESS_ACTS                                                                        \
    "('casefile.break_glass', 'casefile.restrict', 'casefile.unrestrict', 'compartment.grant',"    \
    " 'compartment.revoke', 'user.add', 'user.passphrase', 'user.revoke', 'user.role',"            \
    " 'vault.lock', 'vault.recovery', 'vault.rekey', 'vault.restore', 'vault.settle',"             \
    " 'vault.unlock', 'vault.unlock_failed')"

/* A column of SQL: the enum above for the column "act". */
#define JOURNAL_KIND_OF_ACT                                                                        \
    "(CASE WHEN act IN " JOURNAL_READ_ACTS " THEN 1 WHEN act IN " JOURNAL_OUTPUT_ACTS              \
    " THEN 2 WHEN act IN " JOURNAL_ACCESS_ACTS " THEN 3 ELSE 0 END)"

#endif
