/* SPDX-License-Identifier: Apache-2.0 */

/* What the fields of a draft hold, as the JSON object that draft.h keeps. */
#ifndef QADAM_STORE_DRAFT_FIELDS_H
#define QADAM_STORE_DRAFT_FIELDS_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>

struct store;

struct draft_field {
    const char *name;
    const char *value;
};

/* *out is a JSON object, which the caller frees. */
MUST_CHECK enum status draft_fields_write(char **out, struct store *store,
                                          const struct draft_field *fields, size_t count,
                                          struct error *error);

/* Visits them in their order; everything is borrowed during the visit. */
MUST_CHECK enum status draft_fields_read(struct store *store, const char *json,
                                         void (*visit)(void *self, const struct draft_field *field),
                                         void *self, struct error *error);

#endif
