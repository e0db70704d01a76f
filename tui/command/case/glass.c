/* SPDX-License-Identifier: Apache-2.0 */
#include "command/case/glass.h"

#include <string.h>

struct filter {
    const char *own_name;
    bool (*visit)(void *self, const struct glass_break *glass);
    void *self;
};

static bool pass(void *self, const struct glass_break *glass)
{
    const struct filter *filter = self;
    return strcmp(glass->user_name, filter->own_name) == 0 || filter->visit(filter->self, glass);
}

enum status glass_each(struct case_desk *desk,
                       bool (*visit)(void *self, const struct glass_break *glass), void *self,
                       struct error *error)
{
    struct filter filter = { case_desk_user_name(desk, desk->desk.actor), visit, self };
    if (keyring_compartments(store_keyring(desk->desk.store), COMPARTMENT_READER) == 0)
        return STATUS_OK;
    return sealed_each_glass_break(desk->desk.store, pass, &filter, error);
}
