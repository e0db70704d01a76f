/* SPDX-License-Identifier: Apache-2.0 */
#include "command/label.h"

#include "base/text.h"
#include "language.h"
#include "sentence.h"

#include <string.h>

static const char *const roles[] = {
    [ROLE_CLERK] = N_("clerk"),           [ROLE_COUNSELLOR] = N_("counsellor"),
    [ROLE_SUPERVISOR] = N_("supervisor"), [ROLE_TRAINER] = N_("trainer"),
    [ROLE_INSPECTOR] = N_("inspector"),   [ROLE_RECOVERY] = N_("recovery sheet"),
};
_Static_assert(sizeof(roles) / sizeof(roles[0]) == ROLE_COUNT, "every role has its label");

static const struct {
    const char *act;
    const char *label;
} acts[] = {
    { "user.add", N_("user added") },
    { "user.passphrase", N_("new passphrase") },
    { "user.revoke", N_("user revoked") },
    { "vault.backup", N_("backup made") },
    { "vault.create", N_("file made") },
    { "vault.recovery", N_("new recovery sheet") },
    { "vault.rekey", N_("file encrypted anew") },
    { "vault.restore", N_("restored from a backup") },
    { "vault.settle", N_("list of users put right after a fault") },
};

const char *label_role(enum role role)
{
    return language_text(roles[role]);
}

const char *label_act(const char *act)
{
    for (size_t i = 0; i < sizeof(acts) / sizeof(acts[0]); i++)
        if (strcmp(acts[i].act, act) == 0)
            return language_text(acts[i].label);
    return act;
}

void label_print_padded(const char *name, size_t columns)
{
    size_t width = text_width(name);
    sentence_write_name(stdout, name);
    printf("%*s", width < columns ? (int)(columns - width) : 0, "");
}
