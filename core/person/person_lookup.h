/* SPDX-License-Identifier: Apache-2.0 */

/* Records by what people have of them: the first characters of an id on an old letter, a record
 * that was merged or erased since. */
#ifndef QADAM_PERSON_PERSON_LOOKUP_H
#define QADAM_PERSON_PERSON_LOOKUP_H

#include "base/error.h"
#include "store/id_lookup.h"
#include "store/moment.h"

#include <stdbool.h>

struct store;

enum { PERSON_ID_PREFIX_MIN = ID_PREFIX_MIN };

/* The id that begins so, with capitals or without hyphens too.  STATUS_INVALID when it cannot be
 * the beginning of an id or is shorter than PERSON_ID_PREFIX_MIN, STATUS_NOT_FOUND, STATUS_EXISTS
 * when several ids begin so. */
MUST_CHECK enum status person_find_id(struct store *store, const char *prefix,
                                      char out[UUID_TEXT_SIZE], struct error *error);

/* A merge that is in force; everything is borrowed during the visit. */
struct person_merge_note {
    const char *merged_id;
    const char *name; /* the main name of the merged record, "" when it has none */
    const char *reason;
    const char *merged_at;
    const char *merged_by;
};

/* The records that were merged into this one, directly, in the order in which that was done; the
 * visitor returns false to stop. */
MUST_CHECK enum status person_each_merged(struct store *store, const char *id,
                                          bool (*visit)(void *self,
                                                        const struct person_merge_note *note),
                                          void *self, struct error *error);

/* Owns its reason. */
struct person_erasure {
    char erased_at[MOMENT_TEXT_SIZE];
    char erased_by[UUID_TEXT_SIZE];
    char *reason;
};

/* STATUS_NOT_FOUND when the record was not erased.  The caller frees out->reason. */
MUST_CHECK enum status person_find_erasure(struct store *store, const char *id,
                                           struct person_erasure *out, struct error *error);

#endif
