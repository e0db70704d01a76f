/* SPDX-License-Identifier: Apache-2.0 */
#include "base/array.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { CAPACITY_FIRST = 8 };

enum status array_reserve(void *items, size_t *capacity, size_t item_size, size_t wanted,
                          struct error *error)
{
    assert(item_size > 0);
    if (wanted <= *capacity)
        return STATUS_OK;
    /* Differences of pointers must fit too, hence not SIZE_MAX. */
    size_t most = (size_t)PTRDIFF_MAX / item_size;
    if (wanted > most)
        return error_set(error, STATUS_OUT_OF_MEMORY, "an array of %zu items", wanted);

    size_t grown = *capacity > most / 2 ? most : *capacity * 2;
    if (grown < CAPACITY_FIRST && CAPACITY_FIRST <= most)
        grown = CAPACITY_FIRST;
    if (grown < wanted)
        grown = wanted;

    /* Copied as bytes: a T * may not be read through a void **. */
    void *room;
    memcpy(&room, items, sizeof(room));
    room = realloc(room, grown * item_size);
    if (room == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "an array of %zu items", grown);
    memcpy(items, &room, sizeof(room));
    *capacity = grown;
    return STATUS_OK;
}
