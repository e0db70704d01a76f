/* SPDX-License-Identifier: Apache-2.0 */
#include "term/grid.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

static const struct cell blank = { .letters = { ' ' }, .width = 1, .style = STYLE_PLAIN };

/* ---- the grid */

/* What stood on a screen is about people. */
static void cells_free(struct grid *grid)
{
    if (grid->cells != NULL)
        sodium_memzero(grid->cells,
                       sizeof(*grid->cells) * (size_t)grid->rows * (size_t)grid->columns);
    free(grid->cells);
}

enum status grid_resize(struct grid *grid, int rows, int columns, struct error *error)
{
    rows = rows < 1 ? 1 : rows > GRID_ROWS_MAX ? GRID_ROWS_MAX : rows;
    columns = columns < 1 ? 1 : columns > GRID_COLUMNS_MAX ? GRID_COLUMNS_MAX : columns;
    if (grid->cells == NULL || rows != grid->rows || columns != grid->columns) {
        struct cell *cells = calloc((size_t)rows * (size_t)columns, sizeof(*cells));
        if (cells == NULL)
            return error_set(error, STATUS_OUT_OF_MEMORY, "a screen");
        cells_free(grid);
        grid->cells = cells;
        grid->rows = rows;
        grid->columns = columns;
    }
    grid_clear(grid);
    return STATUS_OK;
}

void grid_release(struct grid *grid)
{
    cells_free(grid);
    *grid = (struct grid){ .cells = NULL };
}

void grid_clear(struct grid *grid)
{
    for (int i = 0; i < grid->rows * grid->columns; i++)
        grid->cells[i] = blank;
    grid->cursor_row = 0;
    grid->cursor_column = 0;
}

const struct cell *grid_cell(const struct grid *grid, int row, int column)
{
    return &grid->cells[row * grid->columns + column];
}

static struct cell *cell_at(struct area area, int row, int column)
{
    return &area.grid->cells[(area.row + row) * area.grid->columns + area.column + column];
}

/* ---- areas */

struct area area_of(struct grid *grid)
{
    return (struct area){ grid, 0, 0, grid->rows, grid->columns };
}

static int clamp(int value, int most)
{
    return value < 0 ? 0 : value > most ? most : value;
}

struct area area_part(struct area area, int row, int column, int rows, int columns)
{
    row = clamp(row, area.rows);
    column = clamp(column, area.columns);
    return (struct area){ area.grid, area.row + row, area.column + column,
                          clamp(rows, area.rows - row), clamp(columns, area.columns - column) };
}

/* ---- characters */

/* Half of a wide character that is written over cannot stay. */
static void cell_break(struct area area, int row, int column)
{
    struct cell *cell = cell_at(area, row, column);
    if (cell->width == 0 && area.column + column > 0)
        *(cell - 1) = blank;
    if (cell->width == 2 && area.column + column + 1 < area.grid->columns)
        *(cell + 1) = blank;
}

static void cell_put(struct area area, int row, int column, const struct cell *cell)
{
    cell_break(area, row, column);
    if (cell->width == 2)
        cell_break(area, row, column + 1);
    *cell_at(area, row, column) = *cell;
    if (cell->width == 2) {
        struct cell right = *cell;
        right.letters[0] = 0;
        right.width = 0;
        *cell_at(area, row, column + 1) = right;
    }
}

/* What a terminal could take for an order, or has no width of its own, is never sent to it. */
static bool is_shown(utf8proc_int32_t letter)
{
    const utf8proc_property_t *property = utf8proc_get_property(letter);
    return property->category >= UTF8PROC_CATEGORY_LU &&
           property->category <= UTF8PROC_CATEGORY_ZS && !property->ignorable;
}

static bool is_mark(utf8proc_int32_t letter)
{
    const utf8proc_category_t category = utf8proc_category(letter);
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME;
}

/* Reads one character with its marks; returns how many bytes it takes. */
static size_t cell_read(struct cell *out, const char *text, enum style style)
{
    utf8proc_int32_t letter;
    size_t marks = 0, used = 0;
    *out = (struct cell){ .letters = { '?' }, .width = 1, .style = (unsigned char)style };
    for (;;) {
        const utf8proc_ssize_t taken =
            utf8proc_iterate((const utf8proc_uint8_t *)text + used, -1, &letter);
        if (taken <= 0)
            return used == 0 ? 1 : used;
        if (used > 0 && (letter == 0 || !is_mark(letter)))
            return used;
        if (used > 0 && ++marks < GRID_LETTERS)
            out->letters[marks] = (uint32_t)letter;
        if (used == 0 && is_shown(letter) && !is_mark(letter)) {
            out->letters[0] = (uint32_t)letter;
            out->width = utf8proc_charwidth(letter) == 2 ? 2 : 1;
        }
        used += (size_t)taken;
    }
}

/* ---- lines */

static int draw_bytes(struct area area, int row, int column, int limit, enum style style,
                      const char *text, size_t length)
{
    struct cell cell;
    int used = 0;
    if (row < 0 || row >= area.rows || column < 0)
        return 0;
    for (size_t at = 0; at < length && text[at] != '\0';) {
        at += cell_read(&cell, text + at, style);
        if (used + cell.width > limit || column + used + cell.width > area.columns)
            break;
        cell_put(area, row, column + used, &cell);
        used += cell.width;
    }
    return used;
}

int area_text(struct area area, int row, int column, enum style style, const char *text)
{
    return draw_bytes(area, row, column, area.columns, style, text, strlen(text));
}

int drawn_width(const char *text)
{
    struct cell cell;
    int width = 0;
    while (*text != '\0') {
        text += cell_read(&cell, text, STYLE_PLAIN);
        width += cell.width;
    }
    return width;
}

int area_fit(struct area area, int row, int column, int columns, enum style style, const char *text)
{
    if (columns > area.columns - column)
        columns = area.columns - column;
    if (columns <= 0)
        return 0;
    if (drawn_width(text) <= columns)
        return draw_bytes(area, row, column, columns, style, text, strlen(text));
    const int used = draw_bytes(area, row, column, columns - 1, style, text, strlen(text));
    return used + area_text(area, row, column + used, style, "…");
}

void area_text_right(struct area area, int row, enum style style, const char *text)
{
    const int width = drawn_width(text);
    area_text(area, row, width < area.columns ? area.columns - width : 0, style, text);
}

/* ---- paragraphs */

size_t paragraph_line(const char *text, int columns, size_t *skipped)
{
    struct cell cell;
    size_t at = 0, space = 0;
    int width = 0;
    *skipped = 0;
    while (text[at] != '\0' && text[at] != '\n') {
        const size_t taken = cell_read(&cell, text + at, STYLE_PLAIN);
        if (width + cell.width > columns) {
            if (text[at] == ' ')
                space = at;
            *skipped = space > 0;
            return space > 0 ? space : at > 0 ? at : taken;
        }
        if (text[at] == ' ')
            space = at;
        width += cell.width;
        at += taken;
    }
    *skipped = text[at] == '\n';
    return at;
}

int area_paragraph(struct area area, int row, int column, enum style style, const char *text)
{
    size_t skipped;
    int rows = 0;
    const int columns = area.columns - column < 1 ? 1 : area.columns - column;
    while (*text != '\0') {
        const size_t taken = paragraph_line(text, columns, &skipped);
        draw_bytes(area, row + rows, column, columns, style, text, taken);
        rows++;
        text += taken + skipped;
    }
    return rows;
}

int paragraph_rows(const char *text, int columns)
{
    size_t skipped;
    int rows = 0;
    while (*text != '\0') {
        text += paragraph_line(text, columns < 1 ? 1 : columns, &skipped);
        text += skipped;
        rows++;
    }
    return rows;
}

/* ---- shapes */

void area_line(struct area area, int row, int column, int columns, const char *character)
{
    for (int i = 0; i < columns; i++)
        area_text(area, row, column + i, STYLE_PLAIN, character);
}

void area_fill(struct area area, enum style style)
{
    struct cell cell = blank;
    cell.style = (unsigned char)style;
    for (int row = 0; row < area.rows; row++)
        for (int column = 0; column < area.columns; column++)
            cell_put(area, row, column, &cell);
}

void area_box(struct area area, const char *title)
{
    const int right = area.columns - 1, bottom = area.rows - 1;
    if (right < 1 || bottom < 1)
        return;
    area_line(area, 0, 1, right - 1, "─");
    area_line(area, bottom, 1, right - 1, "─");
    for (int row = 1; row < bottom; row++) {
        area_text(area, row, 0, STYLE_PLAIN, "│");
        area_text(area, row, right, STYLE_PLAIN, "│");
    }
    area_text(area, 0, 0, STYLE_PLAIN, "┌");
    area_text(area, 0, right, STYLE_PLAIN, "┐");
    area_text(area, bottom, 0, STYLE_PLAIN, "└");
    area_text(area, bottom, right, STYLE_PLAIN, "┘");
    if (title != NULL && title[0] != '\0') {
        const int used = area_fit(area, 0, 2, right - 3, STYLE_STRONG, title);
        area_text(area, 0, 1, STYLE_PLAIN, " ");
        area_text(area, 0, 2 + used, STYLE_PLAIN, " ");
    }
}

void area_cursor(struct area area, int row, int column)
{
    if (area.rows < 1 || area.columns < 1)
        return;
    area.grid->cursor_row = area.row + clamp(row, area.rows - 1);
    area.grid->cursor_column = area.column + clamp(column, area.columns - 1);
}
