/* SPDX-License-Identifier: Apache-2.0 */

/* The two fields in which a new passphrase is typed. */
#ifndef QADAM_VIEW_PASSPHRASE_FIELDS_H
#define QADAM_VIEW_PASSPHRASE_FIELDS_H

#include "vault/secret.h"
#include "widget/form.h"

struct passphrase_owner {
    const char *name;
    bool is_training; /* anything will do */
};

void passphrase_fields_add(struct form *form);
/* The one with that number was left: what is wrong with it is said at once. */
void passphrase_fields_left(struct form *form, size_t field, const struct passphrase_owner *owner);
/* What was typed twice, borrowed; NULL when that will not do: a fault says why, and the focus is
 * where to type.  Two that differ are emptied. */
const struct secret *passphrase_fields_read(struct form *form,
                                            const struct passphrase_owner *owner);
/* What makes a good one, in two sentences. */
const char *passphrase_fields_advice(void);

#endif
