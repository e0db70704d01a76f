/* SPDX-License-Identifier: Apache-2.0 */

/* What a user may do, to the office file as a whole, to the people in it and to their casefiles:
 * one table.  Every user holds the data key, so a role is an agreement that the program keeps, not
 * a lock; only what lies in compartments is locked.  FORMAT.md of the vault says against whom each
 * helps. */
#ifndef QADAM_OFFICE_ROLE_H
#define QADAM_OFFICE_ROLE_H

#include <stdbool.h>

#include "base/error.h"

enum role {
    ROLE_CLERK,
    ROLE_COUNSELLOR,
    ROLE_SUPERVISOR,
    ROLE_PROTECTION_OFFICER, /* answers for the restricted files */
    ROLE_TRAINER,
    ROLE_AUDITOR,
    ROLE_ADMINISTRATOR, /* keeps users and settings, and reads no files */
    ROLE_RECOVERY,      /* whoever holds the recovery sheet: brings users back in, nothing else */
    ROLE_COUNT
};

enum office_act {
    ACT_MANAGE_USERS, /* add, revoke, set another's passphrase, new recovery sheet */
    ACT_REKEY,
    ACT_BACKUP,
    ACT_READ_JOURNAL,
    ACT_VERIFY,
    ACT_READ_PEOPLE,
    ACT_KEEP_PEOPLE,   /* add and change */
    ACT_MERGE_PEOPLE,  /* and take a merge back */
    ACT_ERASE_PEOPLE,  /* for ever */
    ACT_EXPORT_PEOPLE, /* everything that is kept about somebody, on one sheet */
    ACT_CHANGE_RULES,  /* what the law and the calendar are to the office, and its settings */
    ACT_READ_CASES,
    ACT_WORK_CASES,       /* open, answer, finish steps, ask to close */
    ACT_ASSIGN_CASES,     /* to anybody; taking what nobody has is work */
    ACT_APPROVE_CASES,    /* close and reopen, and what waits for approval */
    ACT_SUPERVISE,        /* see who has how much to do, and what waits for whom */
    ACT_OVERRIDE_CONSENT, /* let data out that no consent covers, with a written reason */
    ACT_LOG_CONTACTS,     /* of the hotline and the counselling room */
    ACT_REPORT_BREACHES,
    ACT_KEEP_BREACHES,
    ACT_READ_RESTRICTED,  /* can be made a reader of a compartment */
    ACT_BE_NAMED_READER,  /* can be given a single restricted file */
    ACT_BREAK_GLASS,      /* open a restricted file in an emergency, with a reason that all see */
    ACT_GRANT_ACCESS,     /* let others read restricted files */
    ACT_LIFT_RESTRICTION, /* make a restricted file an ordinary one */
    ACT_COUNT
};

/* The stable name, as it stands in the user table: "clerk". */
const char *role_name(enum role role);
/* The role of that name; STATUS_INVALID when no user can have it. */
MUST_CHECK enum status role_parse(enum role *out, const char *name, struct error *error);
bool role_may(enum role role, enum office_act act);

#endif
