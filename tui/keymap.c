/* SPDX-License-Identifier: Apache-2.0 */
#include "keymap.h"

#include <string.h>

bool binding_is_there(const struct binding *binding, const struct app *app, const struct view *view)
{
    return binding->is_there == NULL || binding->is_there(app, view);
}

const struct binding *keymap_find(const struct binding *keymap, const struct key *key,
                                  const struct app *app, const struct view *view)
{
    char name[KEY_NAME_SIZE];
    key_write_command(name, key);
    if (keymap == NULL || name[0] == '\0')
        return NULL;
    for (const struct binding *binding = keymap; binding->action != NULL; binding++)
        if (binding->key != NULL && strcmp(binding->key, name) == 0 &&
            binding_is_there(binding, app, view))
            return binding;
    return NULL;
}
