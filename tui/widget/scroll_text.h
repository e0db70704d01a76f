/* SPDX-License-Identifier: Apache-2.0 */

/* A text to read: paragraphs and headings, longer than its place on the screen. */
#ifndef QADAM_WIDGET_SCROLL_TEXT_H
#define QADAM_WIDGET_SCROLL_TEXT_H

#include "term/grid.h"
#include "term/key.h"

/* Owns its texts. */
struct scroll_text {
    struct scroll_paragraph {
        enum style style;
        int indent;
        char *text;
    } * items;
    size_t count;
    size_t capacity;
    int top; /* the first row that is shown */
};

void scroll_text_release(struct scroll_text *text);
/* Adds a paragraph, which is copied; nothing for NULL and "". */
void scroll_text_add(struct scroll_text *text, enum style style, int indent, const char *paragraph);
/* "Label: paragraph". */
void scroll_text_add_labelled(struct scroll_text *text, const char *label, const char *paragraph);
/* A heading with an empty row above it, unless it is the first. */
void scroll_text_add_heading(struct scroll_text *text, const char *heading);

int scroll_text_rows(const struct scroll_text *text, int columns);
/* Up, down, by pages, to the ends, in a place of that size; whether the key was used. */
bool scroll_text_handle(struct scroll_text *text, const struct key *key, int rows, int columns);
/* Arrows at the right say that there is more.  is_focused: the cursor stands in the first row. */
void scroll_text_draw(const struct scroll_text *text, struct area area, bool is_focused);

#endif
