/* SPDX-License-Identifier: Apache-2.0 */

/* Who is who: the names behind the ids that journal and history hold. */
#ifndef QADAM_COMMAND_USER_NAMES_H
#define QADAM_COMMAND_USER_NAMES_H

#include "office/office.h"

struct user_names {
    struct {
        char id[UUID_TEXT_SIZE];
        char name[USER_NAME_SIZE];
    } * items;
    size_t count;
    size_t capacity;
};

/* All users of the file, revoked ones too.  The caller releases *out, also after a failure. */
MUST_CHECK enum status user_names_load(struct user_names *out, struct office *office,
                                       struct error *error);
void user_names_release(struct user_names *names);

/* The user's name, words for the recovery sheet, or the id itself.  Borrowed. */
const char *user_names_find(const struct user_names *names, const char *id);

#endif
