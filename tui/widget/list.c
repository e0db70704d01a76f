/* SPDX-License-Identifier: Apache-2.0 */
#include "widget/list.h"

void list_set_count(struct list *list, size_t count)
{
    list->count = count;
    if (list->selected >= count)
        list->selected = count == 0 ? 0 : count - 1;
}

static void select_by(struct list *list, long by)
{
    long at = (long)list->selected + by;
    if (at >= (long)list->count)
        at = (long)list->count - 1;
    list->selected = at < 0 ? 0 : (size_t)at;
}

bool list_handle(struct list *list, const struct key *key, int page_rows)
{
    const long page = page_rows > 1 ? page_rows - 1 : 1;
    switch ((int)key->code) {
    case CODE_UP:
        select_by(list, -1);
        return true;
    case CODE_DOWN:
        select_by(list, 1);
        return true;
    case CODE_PAGE_UP:
        select_by(list, -page);
        return true;
    case CODE_PAGE_DOWN:
        select_by(list, page);
        return true;
    case CODE_HOME:
        list->selected = 0;
        return true;
    case CODE_END:
        select_by(list, (long)list->count);
        return true;
    default:
        return false;
    }
}

/* Only as far as it must, so that rows move seldom: half a page at once. */
static size_t first_shown(const struct list *list, int rows)
{
    const size_t half = (size_t)(rows > 2 ? rows / 2 : 1);
    if (list->selected < (size_t)rows)
        return 0;
    return ((list->selected - (size_t)rows) / half + 1) * half;
}

void list_draw_more(struct area area, bool is_above, bool is_below)
{
    if (is_above)
        area_text_right(area_part(area, 0, 0, 1, area.columns), 0, STYLE_PLAIN, "↑");
    if (is_below)
        area_text_right(area, area.rows - 1, STYLE_PLAIN, "↓");
}

void list_draw(const struct list *list, struct area area, bool is_focused,
               void (*draw_row)(const void *self, struct area row, size_t index), const void *self)
{
    if (area.rows < 1)
        return;
    if (is_focused && list->count == 0)
        area_cursor(area, 0, 1);
    const size_t top = first_shown(list, area.rows);
    const bool has_more = list->count > (size_t)area.rows;
    for (int row = 0; row < area.rows && top + (size_t)row < list->count; row++) {
        const size_t index = top + (size_t)row;
        const bool is_selected = is_focused && index == list->selected;
        if (is_selected) {
            area_text(area, row, 1, STYLE_STRONG, ">");
            area_cursor(area, row, 1);
        }
        draw_row(self, area_part(area, row, 3, 1, area.columns - 3 - (has_more ? 1 : 0)), index);
    }
    if (has_more && area.rows > 1)
        list_draw_more(area, top > 0, top + (size_t)area.rows < list->count);
}
