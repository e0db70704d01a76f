/* SPDX-License-Identifier: Apache-2.0 */

/* Which key does what, in tables: the loop, the key bar, the menu and the help all read the same
 * ones, so that none of them can be wrong. */
#ifndef QADAM_KEYMAP_H
#define QADAM_KEYMAP_H

#include "action.h"
#include "term/key.h"

#include <stdbool.h>
#include <stddef.h>

struct app;
struct view;

struct binding {
    const char *key; /* a name of key.h; NULL: only in the menu */
    const struct action *action;
    void (*run)(struct app *app, struct view *view);
    /* Whether it can be done now; NULL: always. */
    bool (*is_there)(const struct app *app, const struct view *view);
};

/* Tables end with a binding without an action.  NULL is an empty one.  Returns NULL when no binding
 * of the table that can be done now has that key; keys are taken as key_write_command() names
 * them. */
const struct binding *keymap_find(const struct binding *keymap, const struct key *key,
                                  const struct app *app, const struct view *view);

bool binding_is_there(const struct binding *binding, const struct app *app,
                      const struct view *view);

#endif
