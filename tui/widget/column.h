/* SPDX-License-Identifier: Apache-2.0 */

/* Columns of a list: how wide each is on a wide screen and on a narrow one. */
#ifndef QADAM_WIDGET_COLUMN_H
#define QADAM_WIDGET_COLUMN_H

#include "term/grid.h"

enum {
    COLUMN_REST = -1,        /* what the others leave; one column of a list */
    COLUMN_NARROW_BELOW = 70 /* columns of the list's area */
};

struct column {
    const char *title; /* to be translated */
    int wide;
    int narrow; /* 0: left out */
};

/* Which columns that are, from which one on, and how wide, in an area of so many columns.  0 for
 * what is left out. */
enum { COLUMNS_MAX = 8 };
struct column_layout {
    int begin[COLUMNS_MAX];
    int width[COLUMNS_MAX];
    size_t count;
};
struct column_layout column_layout_find(const struct column *columns, size_t count, int room);

/* Their titles, translated, in one row. */
void column_draw_titles(const struct column *columns, const struct column_layout *layout,
                        struct area area, int row, int begin);

#endif
