/* SPDX-License-Identifier: Apache-2.0 */

/* What a screen shall show: cells with letters and styles, and where the cursor stands.  Views draw
 * into areas of a grid; a port (port.h) brings it to people's eyes. */
#ifndef QADAM_TERM_GRID_H
#define QADAM_TERM_GRID_H

#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { GRID_LETTERS = TEXT_MARKS_MAX + 1, GRID_ROWS_MAX = 200, GRID_COLUMNS_MAX = 400 };

/* Every one has a shape without colour; a colour never says anything that words do not. */
enum style {
    STYLE_PLAIN,
    STYLE_STRONG,  /* headings, what is to be done now */
    STYLE_FOCUS,   /* the field that is typed into, the button with the focus */
    STYLE_BANNER,  /* a bar across the screen */
    STYLE_ALERT,   /* late, wrong, dangerous */
    STYLE_WARNING, /* worth a look */
    STYLE_COUNT
};

struct cell {
    uint32_t letters[GRID_LETTERS]; /* a character and its marks; 0 after the last */
    unsigned char width;            /* 1 or 2; 0: the right half of a wide one */
    unsigned char style;            /* enum style */
};

/* Owns its cells, which are wiped before they are let go. */
struct grid {
    int rows;
    int columns;
    struct cell *cells;
    int cursor_row;
    int cursor_column;
};

MUST_CHECK enum status grid_resize(struct grid *grid, int rows, int columns, struct error *error);
void grid_release(struct grid *grid);
/* Nothing but spaces, the cursor in the upper left corner. */
void grid_clear(struct grid *grid);
const struct cell *grid_cell(const struct grid *grid, int row, int column);

/* A rectangle of a grid; what is drawn outside of it is cut off.  Areas are passed by value. */
struct area {
    struct grid *grid;
    int row;
    int column;
    int rows;
    int columns;
};

struct area area_of(struct grid *grid);
/* A part of it, in its own rows and columns; smaller where it would stick out. */
struct area area_part(struct area area, int row, int column, int rows, int columns);

/* Draws one line and returns how many columns it took.  What cannot be shown is a "?".  Of what is
 * too long as much is drawn as fits. */
int area_text(struct area area, int row, int column, enum style style, const char *text);
/* The same in at most that many columns; when it is too long, its last one is "…". */
int area_fit(struct area area, int row, int column, int columns, enum style style,
             const char *text);
/* Ends in the last column of the area. */
void area_text_right(struct area area, int row, enum style style, const char *text);
/* Broken between words from that row on, indented; returns how many rows it took.  Lines that are
 * in the text stay. */
int area_paragraph(struct area area, int row, int column, enum style style, const char *text);
/* How many rows that would take. */
int paragraph_rows(const char *text, int columns);
/* How many bytes of the text stand in its first line, and how many behind them stand in none. */
size_t paragraph_line(const char *text, int columns, size_t *skipped);
/* As area_text() draws it: what has no width by itself takes a column there. */
int drawn_width(const char *text);

/* One character, columns times. */
void area_line(struct area area, int row, int column, int columns, const char *character);
void area_fill(struct area area, enum style style);
/* A frame along the border, with a title in its upper side (may be NULL). */
void area_box(struct area area, const char *title);
void area_cursor(struct area area, int row, int column);

#endif
