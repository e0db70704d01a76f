/* SPDX-License-Identifier: Apache-2.0 */

/* Ids by their first signs, as people copy them from an old letter. */
#ifndef QADAM_STORE_ID_LOOKUP_H
#define QADAM_STORE_ID_LOOKUP_H

#include "base/error.h"
#include "store/uuid.h"

struct store;

enum { ID_PREFIX_MIN = 8 };

/* The end of a constant "SELECT id FROM ... WHERE " for id_find(): all ids that begin so lie
 * between the text itself and the text with a sign behind it that is greater than any of an id. */
#define SQL_ID_BEGINS_SO "id >= :prefix AND id < :prefix || 'g' LIMIT 2"

/* The id that begins so, with capitals or without hyphens too.  STATUS_INVALID when it cannot be
 * the beginning of an id or is shorter than ID_PREFIX_MIN, STATUS_NOT_FOUND, STATUS_EXISTS when
 * several ids begin so. */
MUST_CHECK enum status id_find(struct store *store, const char *sql, const char *prefix,
                               char out[UUID_TEXT_SIZE], struct error *error);

#endif
