/* SPDX-License-Identifier: Apache-2.0 */

/* Rows of which one is selected: it is marked with ">", and the cursor stands there. */
#ifndef QADAM_WIDGET_LIST_H
#define QADAM_WIDGET_LIST_H

#include "term/grid.h"
#include "term/key.h"

struct list {
    size_t count;
    size_t selected;
};

/* Another number of rows; the selection stays where it can. */
void list_set_count(struct list *list, size_t count);
/* Up, down, by pages, to the ends; whether the key was used. */
bool list_handle(struct list *list, const struct key *key, int page_rows);

/* Calls draw_row for each row that fits into the area and sets the cursor on the selected one.
 * is_focused: whether the keyboard is here; else nothing is marked. */
void list_draw(const struct list *list, struct area area, bool is_focused,
               void (*draw_row)(const void *self, struct area row, size_t index), const void *self);

/* Marks in the last column that there are rows above or below. */
void list_draw_more(struct area area, bool is_above, bool is_below);

#endif
