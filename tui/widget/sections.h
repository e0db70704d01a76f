/* SPDX-License-Identifier: Apache-2.0 */

/* A list whose rows stand under headings.  The headings cannot be selected. */
#ifndef QADAM_WIDGET_SECTIONS_H
#define QADAM_WIDGET_SECTIONS_H

#include "widget/list.h"

struct section {
    const char *heading; /* translated; NULL: none */
    const char *remark;  /* a line below the rows; NULL: none */
    size_t count;        /* rows; a section without rows and remark is not shown */
};

/* As list_draw(): the rows of all sections are counted through.  Where there is room for all of it,
 * empty lines stand between the sections. */
void sections_draw(const struct list *list, const struct section *sections, size_t count,
                   struct area area, bool is_focused,
                   void (*draw_row)(const void *self, struct area row, size_t index),
                   const void *self);

#endif
