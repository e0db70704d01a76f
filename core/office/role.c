/* SPDX-License-Identifier: Apache-2.0 */
#include "office/role.h"

#include <string.h>

#define MAY(act)   (1u << (act))

#define MAY_OFFICE (MAY(ACT_BACKUP) | MAY(ACT_VERIFY))
#define MAY_PEOPLE (MAY(ACT_READ_PEOPLE) | MAY(ACT_KEEP_PEOPLE))
#define MAY_CASES  (MAY(ACT_READ_CASES) | MAY(ACT_WORK_CASES))

static const struct {
    const char *name;
    unsigned acts;
} roles[] = {
    [ROLE_CLERK] = { "clerk", MAY_OFFICE | MAY_PEOPLE | MAY_CASES },
    [ROLE_COUNSELLOR] = { "counsellor",
                          MAY_OFFICE | MAY_PEOPLE | MAY_CASES | MAY(ACT_MERGE_PEOPLE) },
    [ROLE_SUPERVISOR] = { "supervisor", MAY_OFFICE | MAY_PEOPLE | MAY_CASES |
                                            MAY(ACT_MERGE_PEOPLE) | MAY(ACT_ERASE_PEOPLE) |
                                            MAY(ACT_ASSIGN_CASES) | MAY(ACT_APPROVE_CASES) |
                                            MAY(ACT_MANAGE_USERS) | MAY(ACT_REKEY) |
                                            MAY(ACT_READ_JOURNAL) | MAY(ACT_CHANGE_RULES) },
    [ROLE_TRAINER] = { "trainer", MAY_OFFICE | MAY_PEOPLE | MAY_CASES },
    [ROLE_INSPECTOR] = { "inspector", MAY(ACT_READ_JOURNAL) | MAY(ACT_VERIFY) |
                                          MAY(ACT_READ_PEOPLE) | MAY(ACT_READ_CASES) },
    [ROLE_RECOVERY] = { "recovery", MAY_OFFICE | MAY(ACT_MANAGE_USERS) },
};
_Static_assert(sizeof(roles) / sizeof(roles[0]) == ROLE_COUNT, "every role has its row");

const char *role_name(enum role role)
{
    return roles[role].name;
}

enum status role_parse(enum role *out, const char *name, struct error *error)
{
    for (enum role role = ROLE_CLERK; role < ROLE_RECOVERY; role++)
        if (strcmp(name, roles[role].name) == 0) {
            *out = role;
            return STATUS_OK;
        }
    return error_set(error, STATUS_INVALID, "role");
}

bool role_may(enum role role, enum office_act act)
{
    return (roles[role].acts & MAY(act)) != 0;
}
