/* SPDX-License-Identifier: Apache-2.0 */

/* Room for growing arrays.  A list keeps three members - items, count, capacity - and asks for
 * room before it appends:
 *
 *     status = array_reserve(&list->items, &list->capacity, sizeof(*list->items),
 *                            list->count + 1, error);
 *     if (status == STATUS_OK)
 *         list->items[list->count++] = item;
 */
#ifndef QADAM_BASE_ARRAY_H
#define QADAM_BASE_ARRAY_H

#include "base/error.h"

#include <stddef.h>

/* Makes room for at least that many items.  "items" is the address of the caller's pointer: a
 * void * because C has no pointer to any pointer.  NULL with capacity 0 is an empty array.  The
 * room at least doubles, so that appending n items moves them O(log n) times; new items are not
 * initialised.  After a failure the array is as it was.  The caller frees the items. */
MUST_CHECK enum status array_reserve(void *items, size_t *capacity, size_t item_size, size_t wanted,
                                     struct error *error);

#endif
