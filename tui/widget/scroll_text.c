/* SPDX-License-Identifier: Apache-2.0 */
#include "widget/scroll_text.h"

#include "base/array.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MARGIN = 2 }; /* columns at the right, for the arrows */

void scroll_text_release(struct scroll_text *text)
{
    for (size_t i = 0; i < text->count; i++) {
        text_wipe(&text->items[i].text);
    }
    free(text->items);
    *text = (struct scroll_text){ .items = NULL };
}

static void add(struct scroll_text *text, enum style style, int indent, char *paragraph)
{
    if (paragraph == NULL || array_reserve(&text->items, &text->capacity, sizeof(*text->items),
                                           text->count + 1, NULL) != STATUS_OK) {
        free(paragraph);
        return;
    }
    text->items[text->count++] = (struct scroll_paragraph){ style, indent, paragraph };
}

static char *copy_of(const char *text)
{
    char *copy = NULL;
    return text_copy(&copy, text, NULL) == STATUS_OK ? copy : NULL;
}

void scroll_text_add(struct scroll_text *text, enum style style, int indent, const char *paragraph)
{
    if (paragraph != NULL && paragraph[0] != '\0')
        add(text, style, indent, copy_of(paragraph));
}

void scroll_text_add_labelled(struct scroll_text *text, const char *label, const char *paragraph)
{
    char *line = NULL;
    size_t size = 0;
    if (paragraph == NULL || paragraph[0] == '\0')
        return;
    FILE *memory = open_memstream(&line, &size);
    if (memory == NULL)
        return;
    fprintf(memory, "%s: %s", label, paragraph);
    if (fclose(memory) == 0)
        add(text, STYLE_PLAIN, 0, line);
    else
        free(line);
}

void scroll_text_add_heading(struct scroll_text *text, const char *heading)
{
    if (text->count > 0)
        add(text, STYLE_PLAIN, 0, copy_of(""));
    scroll_text_add(text, STYLE_STRONG, 0, heading);
}

/* ---- measuring */

static int width_of(const struct scroll_paragraph *paragraph, int columns)
{
    const int width = columns - MARGIN - paragraph->indent;
    return width < 1 ? 1 : width;
}

static int rows_of(const struct scroll_paragraph *paragraph, int columns)
{
    return paragraph->text[0] == '\0'
               ? 1
               : paragraph_rows(paragraph->text, width_of(paragraph, columns));
}

int scroll_text_rows(const struct scroll_text *text, int columns)
{
    int rows = 0;
    for (size_t i = 0; i < text->count; i++)
        rows += rows_of(&text->items[i], columns);
    return rows;
}

static int top_shown(const struct scroll_text *text, int rows, int columns)
{
    const int last = scroll_text_rows(text, columns) - rows;
    const int top = text->top > last ? last : text->top;
    return top < 0 ? 0 : top;
}

/* ---- keys */

bool scroll_text_handle(struct scroll_text *text, const struct key *key, int rows, int columns)
{
    const int page = rows > 1 ? rows - 1 : 1;
    int top = top_shown(text, rows, columns);
    switch ((int)key->code) {
    case CODE_UP:
        top -= 1;
        break;
    case CODE_DOWN:
        top += 1;
        break;
    case CODE_PAGE_UP:
        top -= page;
        break;
    case CODE_PAGE_DOWN:
        top += page;
        break;
    case CODE_HOME:
        top = 0;
        break;
    case CODE_END:
        top = scroll_text_rows(text, columns);
        break;
    default:
        return false;
    }
    text->top = top;
    text->top = top_shown(text, rows, columns);
    return true;
}

/* ---- showing */

/* The rows of a paragraph from that one on; it begins in "row" of the area. */
static void draw_paragraph(const struct scroll_paragraph *paragraph, struct area area, int row)
{
    const int width = width_of(paragraph, area.columns);
    const char *at = paragraph->text;
    for (; *at != '\0' && row < area.rows; row++) {
        size_t skipped = 0;
        const size_t taken = paragraph_line(at, width, &skipped);
        char *line = row < 0 ? NULL : strndup(at, taken);
        if (line != NULL)
            area_text(area, row, paragraph->indent, paragraph->style, line);
        free(line);
        at += taken + skipped;
        if (taken + skipped == 0)
            return;
    }
}

void scroll_text_draw(const struct scroll_text *text, struct area area, bool is_focused)
{
    if (area.rows < 1 || area.columns < 1)
        return;
    const int top = top_shown(text, area.rows, area.columns);
    const int rows = scroll_text_rows(text, area.columns);
    int row = -top;
    for (size_t i = 0; i < text->count && row < area.rows; i++) {
        draw_paragraph(&text->items[i], area, row);
        row += rows_of(&text->items[i], area.columns);
    }
    if (top > 0)
        area_text_right(area, 0, STYLE_PLAIN, "↑");
    if (top + area.rows < rows)
        area_text_right(area, area.rows - 1, STYLE_PLAIN, "↓");
    if (is_focused)
        area_cursor(area, 0, 0);
}
