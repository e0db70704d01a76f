/* SPDX-License-Identifier: Apache-2.0 */
#include "office/role.h"

#include <string.h>

static const char *const names[] = {
    [ROLE_CLERK] = "clerk",
    [ROLE_COUNSELLOR] = "counsellor",
    [ROLE_SUPERVISOR] = "supervisor",
    [ROLE_PROTECTION_OFFICER] = "protection_officer",
    [ROLE_TRAINER] = "trainer",
    [ROLE_AUDITOR] = "auditor",
    [ROLE_ADMINISTRATOR] = "administrator",
    [ROLE_RECOVERY] = "recovery",
};
_Static_assert(sizeof(names) / sizeof(names[0]) == ROLE_COUNT, "every role has its name");

/* One letter for each role that may: Clerk, cOunsellor, Supervisor, Protection officer, Trainer,
 * Auditor, aDministrator, Recovery sheet; a point for one that may not. */
static const char rights[][ROLE_COUNT + 1] = {
    [ACT_MANAGE_USERS] = "..S...DR",     [ACT_REKEY] = "..SP..D.",
    [ACT_BACKUP] = "COSPT.DR",           [ACT_READ_JOURNAL] = "..SP.A..",
    [ACT_VERIFY] = "COSPTADR",           [ACT_READ_PEOPLE] = "COSPTA..",
    [ACT_KEEP_PEOPLE] = "COSPT...",      [ACT_MERGE_PEOPLE] = ".OSP....",
    [ACT_ERASE_PEOPLE] = "..S.....",     [ACT_EXPORT_PEOPLE] = ".OSP....",
    [ACT_CHANGE_RULES] = "..S...D.",     [ACT_READ_CASES] = "COSPTA..",
    [ACT_WORK_CASES] = "COSPT...",       [ACT_ASSIGN_CASES] = "..SP....",
    [ACT_APPROVE_CASES] = "..S.....",    [ACT_SUPERVISE] = "..SP.A..",
    [ACT_OVERRIDE_CONSENT] = "..SP....", [ACT_LOG_CONTACTS] = "COSPT...",
    [ACT_REPORT_BREACHES] = "COSPTAD.",  [ACT_KEEP_BREACHES] = "..SP....",
    [ACT_READ_RESTRICTED] = "..SP....",  [ACT_BE_NAMED_READER] = ".OSP....",
    [ACT_BREAK_GLASS] = "..S.....",      [ACT_GRANT_ACCESS] = "..SP...R",
    [ACT_LIFT_RESTRICTION] = "..SP....",
};
_Static_assert(sizeof(rights) / sizeof(rights[0]) == ACT_COUNT, "every act has its row");

const char *role_name(enum role role)
{
    return names[role];
}

enum status role_parse(enum role *out, const char *name, struct error *error)
{
    for (enum role role = ROLE_CLERK; role < ROLE_RECOVERY; role++)
        if (strcmp(name, names[role]) == 0) {
            *out = role;
            return STATUS_OK;
        }
    return error_set(error, STATUS_INVALID, "role");
}

bool role_may(enum role role, enum office_act act)
{
    return rights[act][role] != '.';
}
