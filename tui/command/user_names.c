/* SPDX-License-Identifier: Apache-2.0 */
#include "command/user_names.h"

#include "base/array.h"
#include "language.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct loading {
    struct user_names *names;
    struct error *error;
    enum status status;
};

static bool user_note(void *self, const struct office_user *user)
{
    struct loading *loading = self;
    struct user_names *names = loading->names;
    loading->status = array_reserve(&names->items, &names->capacity, sizeof(*names->items),
                                    names->count + 1, loading->error);
    if (loading->status != STATUS_OK)
        return false;
    snprintf(names->items[names->count].id, UUID_TEXT_SIZE, "%s", user->id);
    snprintf(names->items[names->count].name, USER_NAME_SIZE, "%s", user->name);
    names->count++;
    return true;
}

enum status user_names_load(struct user_names *out, struct office *office, struct error *error)
{
    struct loading loading = { out, error, STATUS_OK };
    *out = (struct user_names){ .items = NULL };
    enum status status = office_each_user(office, user_note, &loading, error);
    return status == STATUS_OK ? loading.status : status;
}

void user_names_release(struct user_names *names)
{
    free(names->items);
    *names = (struct user_names){ .items = NULL };
}

const char *user_names_find(const struct user_names *names, const char *id)
{
    for (size_t i = 0; i < names->count; i++)
        if (strcmp(names->items[i].id, id) == 0)
            return names->items[i].name;
    if (strcmp(id, JOURNAL_ACTOR_RECOVERY) == 0)
        return C_("actor", "recovery sheet");
    return id;
}
