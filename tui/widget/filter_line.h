/* SPDX-License-Identifier: Apache-2.0 */

/* One line to type into above a list: letters go into it, arrows move in the list.  The cursor
 * stands where something changed last. */
#ifndef QADAM_WIDGET_FILTER_LINE_H
#define QADAM_WIDGET_FILTER_LINE_H

#include "term/grid.h"
#include "widget/text_input.h"

struct filter_line {
    struct text_input input;
    bool is_typing; /* the last key was for it */
};

/* Whether the key was used; *is_changed when the text became another one.  Keys that were not are
 * the list's. */
bool filter_line_handle(struct filter_line *line, const struct key *key, bool *is_changed);
void filter_line_set(struct filter_line *line, const char *text);
const char *filter_line_text(const struct filter_line *line);
void filter_line_release(struct filter_line *line);

/* In the first row of the area; sets the cursor while something is typed, so it comes after the
 * list.  remark stands behind it where there is room; may be NULL. */
void filter_line_draw(const struct filter_line *line, struct area area, const char *label,
                      const char *remark);

#endif
