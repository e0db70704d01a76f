/* SPDX-License-Identifier: Apache-2.0 */
#include "view/search_private.h"

#include "base/array.h"
#include "base/text.h"
#include "view/view_list.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

void search_rows_release(struct search_rows *rows)
{
    for (size_t i = 0; i < rows->count; i++) {
        text_wipe(&rows->items[i].name);
        text_wipe(&rows->items[i].about);
    }
    if (rows->items != NULL)
        sodium_memzero(rows->items, rows->capacity * sizeof(*rows->items));
    free(rows->items);
    *rows = (struct search_rows){ .items = NULL };
}

struct search_row *search_rows_add(struct search_rows *rows, enum search_group group)
{
    if (array_reserve(&rows->items, &rows->capacity, sizeof(*rows->items), rows->count + 1, NULL) !=
        STATUS_OK)
        return NULL;
    struct search_row *row = &rows->items[rows->count++];
    *row = (struct search_row){ .class = NULL };
    rows->counts[group]++;
    return row;
}

static bool is_person(const struct search_row *row)
{
    return row->class == &person_view_class && row->has_birth;
}

enum search_group search_rows_group(const struct search_rows *rows, size_t place)
{
    return (enum search_group)(
        rows->is_command_first ? (place + SEARCH_GROUP_COUNT - 1) % SEARCH_GROUP_COUNT : place);
}

size_t search_rows_begin(const struct search_rows *rows, enum search_group group)
{
    size_t begin = 0;
    for (size_t place = 0; search_rows_group(rows, place) != group; place++)
        begin += rows->counts[search_rows_group(rows, place)];
    return begin;
}

size_t search_rows_twin(const struct search_rows *rows, size_t index)
{
    const size_t begin = search_rows_begin(rows, SEARCH_PEOPLE);
    const size_t end = begin + rows->counts[SEARCH_PEOPLE];
    if (index < begin || index >= end || !is_person(&rows->items[index]))
        return SEARCH_NOBODY;
    for (size_t i = begin; i < end; i++)
        if (i != index && is_person(&rows->items[i]) &&
            rows->items[i].birth.precision == rows->items[index].birth.precision &&
            day_compare(rows->items[i].birth.day, rows->items[index].birth.day) == 0)
            return i;
    return SEARCH_NOBODY;
}
