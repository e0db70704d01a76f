/* SPDX-License-Identifier: Apache-2.0 */

/* Memory for what is built piece by piece and thrown away as a whole, such as a definition that was
 * read from a file.  Zero-initialised to begin with. */
#ifndef QADAM_BASE_ARENA_H
#define QADAM_BASE_ARENA_H

#include "base/error.h"

#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *newest;
};

/* size bytes, all zero, aligned for everything; valid until arena_release().  *out is a void * for
 * the reason told at array_reserve(). */
MUST_CHECK enum status arena_take(struct arena *arena, void *out, size_t size, struct error *error);

/* A copy of length bytes with a zero behind them. */
MUST_CHECK enum status arena_copy(struct arena *arena, const char **out, const char *bytes,
                                  size_t length, struct error *error);

/* Frees everything; the arena is as new. */
void arena_release(struct arena *arena);

#endif
