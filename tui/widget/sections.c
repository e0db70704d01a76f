/* SPDX-License-Identifier: Apache-2.0 */
#include "widget/sections.h"

#include <stdint.h>

enum { MARK_COLUMNS = 3 };

/* Lines that are no rows. */
static const size_t HEADING = SIZE_MAX;
static const size_t REMARK = SIZE_MAX - 1;

/* What is drawn and how. */
struct page {
    const struct list *list;
    const struct section *sections;
    size_t count;
    struct area area;
    bool is_focused;
    bool is_airy;
    void (*draw_row)(const void *self, struct area row, size_t index);
    const void *self;
    int top; /* the first line of all that is shown */
};

static bool is_shown(const struct section *section)
{
    return section->count > 0 || section->remark != NULL;
}

/* Calls draw for each line of the page, if it is not NULL; returns how many lines there are.
 * *selected becomes the line of the selected row. */
static int walk(const struct page *page, int *selected,
                void (*draw)(const struct page *page, int line, const struct section *section,
                             size_t index))
{
    int line = 0;
    size_t index = 0;
    for (size_t i = 0; i < page->count; i++) {
        const struct section *section = &page->sections[i];
        if (!is_shown(section))
            continue;
        line += page->is_airy && line > 0;
        if (section->heading != NULL && draw != NULL)
            draw(page, line, section, HEADING);
        line += section->heading != NULL;
        for (size_t row = 0; row < section->count; row++, index++, line++) {
            if (index == page->list->selected)
                *selected = line;
            if (draw != NULL)
                draw(page, line, section, index);
        }
        if (section->remark != NULL && draw != NULL)
            draw(page, line, section, REMARK);
        line += section->remark != NULL;
    }
    return line;
}

static void draw_line(const struct page *page, int line, const struct section *section,
                      size_t index)
{
    const struct area area = page->area;
    const int row = line - page->top;
    if (row < 0 || row >= area.rows)
        return;
    if (index == HEADING) {
        if (row + 1 < area.rows) /* not without a row below it */
            area_fit(area, row, MARK_COLUMNS, area.columns - MARK_COLUMNS, STYLE_STRONG,
                     section->heading);
        return;
    }
    if (index == REMARK) {
        area_fit(area, row, MARK_COLUMNS, area.columns - MARK_COLUMNS, STYLE_PLAIN,
                 section->remark);
        return;
    }
    if (page->is_focused && index == page->list->selected) {
        area_text(area, row, 1, STYLE_STRONG, ">");
        area_cursor(area, row, 1);
    }
    page->draw_row(page->self, area_part(area, row, MARK_COLUMNS, 1, area.columns - MARK_COLUMNS),
                   index);
}

/* Half a page further at once, so that lines move seldom. */
static int top_find(int selected, int lines, int rows)
{
    const int half = rows > 2 ? rows / 2 : 1;
    if (lines <= rows || selected < rows)
        return 0;
    return ((selected - rows) / half + 1) * half;
}

void sections_draw(const struct list *list, const struct section *sections, size_t count,
                   struct area area, bool is_focused,
                   void (*draw_row)(const void *self, struct area row, size_t index),
                   const void *self)
{
    struct page page = { list, sections, count, area, is_focused, true, draw_row, self, 0 };
    int selected = 0;
    if (area.rows < 1)
        return;
    if (walk(&page, &selected, NULL) > area.rows)
        page.is_airy = false;
    const int lines = walk(&page, &selected, NULL);
    page.top = top_find(selected, lines, area.rows);
    if (lines > area.rows)
        page.area.columns--;
    walk(&page, &selected, draw_line);
    if (lines > area.rows && area.rows > 1)
        list_draw_more(area, page.top > 0, page.top + area.rows < lines);
}
