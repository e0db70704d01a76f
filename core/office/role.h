/* SPDX-License-Identifier: Apache-2.0 */

/* What a user may do, to the office file as a whole, to the people in it and to their casefiles.
 * Every user holds the data key, so a role is an agreement that the program keeps, not a lock;
 * FORMAT.md says against whom it helps. */
#ifndef QADAM_OFFICE_ROLE_H
#define QADAM_OFFICE_ROLE_H

#include <stdbool.h>

#include "base/error.h"

enum role {
    ROLE_CLERK,
    ROLE_COUNSELLOR,
    ROLE_SUPERVISOR,
    ROLE_TRAINER,
    ROLE_INSPECTOR,
    ROLE_RECOVERY, /* whoever holds the recovery sheet: brings users back in, nothing else */
    ROLE_COUNT
};

enum office_act {
    ACT_MANAGE_USERS, /* add, revoke, set another's passphrase, new recovery sheet */
    ACT_REKEY,
    ACT_BACKUP,
    ACT_READ_JOURNAL,
    ACT_VERIFY,
    ACT_READ_PEOPLE,
    ACT_KEEP_PEOPLE,  /* add and change */
    ACT_MERGE_PEOPLE, /* and take a merge back */
    ACT_ERASE_PEOPLE, /* for ever */
    ACT_CHANGE_RULES, /* what the law and the calendar are to the office, and its settings */
    ACT_READ_CASES,
    ACT_WORK_CASES,    /* open, answer, finish steps, ask to close */
    ACT_ASSIGN_CASES,  /* to anybody; taking what nobody has is work */
    ACT_APPROVE_CASES, /* close and reopen, and what waits for approval */
    ACT_COUNT
};

/* The stable name, as it stands in the user table: "clerk". */
const char *role_name(enum role role);
/* The role of that name; STATUS_INVALID when no user can have it. */
MUST_CHECK enum status role_parse(enum role *out, const char *name, struct error *error);
bool role_may(enum role role, enum office_act act);

#endif
