/* SPDX-License-Identifier: Apache-2.0 */
#include "support/tui/scripted_port.h"

#include "base/array.h"
#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/* ---- the port */

static bool is_pause(const struct scripted_key *next)
{
    return next->key.code == CODE_NONE;
}

/* Lets the time pass up to what comes next; false when the reader's patience ends before. */
static bool wait_for_next(struct scripted_port *port, int *timeout_ms)
{
    const struct scripted_key *next = &port->script[port->next];
    const int left = next->after_ms - port->waited_ms;
    const int waits = *timeout_ms >= 0 && left > *timeout_ms ? *timeout_ms : left;
    port->now_ms += waits > 0 ? waits : 0;
    if (waits < left) {
        port->waited_ms += waits;
        return false;
    }
    *timeout_ms -= *timeout_ms >= 0 && waits > 0 ? waits : 0;
    port->waited_ms = 0;
    port->next++;
    return true;
}

/* At the end of the script somebody who waits for ever gets no key, and others are told at once
 * that none came: what happens by itself is tested with a pause. */
static bool scripted_read(void *self, int timeout_ms, struct key *out)
{
    struct scripted_port *port = self;
    *out = (struct key){ .code = CODE_NONE };
    while (port->next < port->count) {
        const struct scripted_key *next = &port->script[port->next];
        if (!wait_for_next(port, &timeout_ms))
            return false;
        if (is_pause(next))
            continue;
        *out = next->key;
        out->pasted = next->pasted;
        out->at_ms = port->now_ms;
        port->rows = next->rows > 0 ? next->rows : port->rows;
        port->columns = next->columns > 0 ? next->columns : port->columns;
        return true;
    }
    return timeout_ms == PORT_FOREVER;
}

static void scripted_show(void *self, const struct grid *grid)
{
    struct scripted_port *port = self;
    struct error error;
    port->shows++;
    assert_ok(grid_resize(&port->shown, grid->rows, grid->columns, &error));
    memcpy(port->shown.cells, grid->cells,
           sizeof(*grid->cells) * (size_t)grid->rows * (size_t)grid->columns);
    port->shown.cursor_row = grid->cursor_row;
    port->shown.cursor_column = grid->cursor_column;
    assert_in_range(grid->cursor_row, 0, grid->rows - 1);
    assert_in_range(grid->cursor_column, 0, grid->columns - 1);
}

static void scripted_get_size(void *self, int *rows, int *columns)
{
    const struct scripted_port *port = self;
    *rows = port->rows;
    *columns = port->columns;
}

static long long scripted_now_ms(void *self)
{
    return ((const struct scripted_port *)self)->now_ms;
}

static void scripted_redraw(void *self)
{
    ((struct scripted_port *)self)->redraws++;
}

static void scripted_wipe(void *self)
{
    struct scripted_port *port = self;
    port->wipes++;
    grid_release(&port->shown);
}

void scripted_port_begin(struct scripted_port *port, int rows, int columns)
{
    *port = (struct scripted_port){
        .rows = rows, .columns = columns, .now_ms = 1000, .gap_ms = SCRIPTED_TYPING_MS
    };
    port->port = (struct port){
        scripted_read, scripted_show, scripted_get_size, scripted_now_ms, scripted_redraw,
        scripted_wipe, port
    };
}

void scripted_port_forget(struct scripted_port *port)
{
    if (port->next == 0)
        return;
    for (size_t i = 0; i < port->next; i++)
        free(port->script[i].pasted);
    memmove(port->script, port->script + port->next,
            (port->count - port->next) * sizeof(*port->script));
    port->count -= port->next;
    port->next = 0;
}

void scripted_port_end(struct scripted_port *port)
{
    for (size_t i = 0; i < port->count; i++)
        free(port->script[i].pasted);
    free(port->script);
    grid_release(&port->shown);
}

/* ---- the script */

static struct scripted_key *add(struct scripted_port *port, const struct key *key)
{
    struct error error;
    assert_ok(array_reserve(&port->script, &port->capacity, sizeof(*port->script), port->count + 1,
                            &error));
    struct scripted_key *added = &port->script[port->count++];
    *added = (struct scripted_key){ .key = *key, .after_ms = port->gap_ms };
    return added;
}

/* "<Wait:500>" and "<Resize:60x16>"; how many bytes, 0 when it is none of them. */
static size_t add_event(struct scripted_port *port, const char *text)
{
    int number = 0, other = 0, length = 0;
    if (sscanf(text, "<Wait:%d>%n", &number, &length) == 1 && length > 0) {
        add(port, &(struct key){ .code = CODE_NONE })->after_ms = number;
        return (size_t)length;
    }
    if (sscanf(text, "<Resize:%dx%d>%n", &number, &other, &length) == 2 && length > 0) {
        struct scripted_key *key = add(port, &(struct key){ .code = CODE_RESIZE });
        key->columns = number;
        key->rows = other;
        return (size_t)length;
    }
    return 0;
}

void scripted_port_type(struct scripted_port *port, const char *keys)
{
    struct key key;
    while (*keys != '\0') {
        size_t length = add_event(port, keys);
        if (length == 0) {
            length = key_parse(&key, keys);
            if (length == 0)
                fail_msg("no key: %s", keys);
            add(port, &key);
        }
        keys += length;
    }
}

void scripted_port_type_ahead(struct scripted_port *port, const char *keys)
{
    port->gap_ms = SCRIPTED_AHEAD_MS;
    scripted_port_type(port, keys);
    port->gap_ms = SCRIPTED_TYPING_MS;
}

void scripted_port_paste(struct scripted_port *port, const char *text)
{
    add(port, &(struct key){ .code = CODE_PASTE })->pasted = strdup(text);
}

void scripted_port_scan(struct scripted_port *port, const char *zone)
{
    for (const char *at = zone; *at != '\0'; at++) {
        struct key key = { .code = *at == '\n' ? CODE_ENTER : CODE_TEXT };
        key.text[0] = *at == '\n' ? (char)0 : *at;
        add(port, &key)->after_ms = at == zone ? SCRIPTED_TYPING_MS : SCRIPTED_SCANNER_MS;
    }
}

bool scripted_port_has_more(const struct scripted_port *port)
{
    return port->next < port->count;
}

bool scripted_run(struct scripted_port *port, struct app *app)
{
    while (scripted_port_has_more(port))
        if (!app_turn(app))
            return false;
    return true;
}

bool scripted_do(struct scripted_port *port, struct app *app, const char *keys)
{
    scripted_port_type(port, keys);
    return scripted_run(port, app);
}

/* ---- what is shown */

void grid_row_text(const struct grid *grid, int row, char out[SCRIPTED_ROW_SIZE])
{
    size_t length = 0, kept = 0;
    for (int column = 0; column < grid->columns; column++) {
        const struct cell *cell = grid_cell(grid, row, column);
        for (int i = 0; i < GRID_LETTERS && cell->letters[i] != 0 && cell->width > 0; i++)
            length += (size_t)utf8proc_encode_char((utf8proc_int32_t)cell->letters[i],
                                                   (utf8proc_uint8_t *)out + length);
        if (cell->width > 0 && cell->letters[0] != ' ')
            kept = length;
        assert_true(length + 64 < SCRIPTED_ROW_SIZE);
    }
    out[kept] = '\0';
}

int grid_find(const struct grid *grid, const char *text)
{
    char row[SCRIPTED_ROW_SIZE];
    for (int i = 0; i < grid->rows; i++) {
        grid_row_text(grid, i, row);
        if (strstr(row, text) != NULL)
            return i;
    }
    return -1;
}

void grid_print(const struct grid *grid)
{
    char row[SCRIPTED_ROW_SIZE];
    for (int i = 0; i < grid->rows; i++) {
        grid_row_text(grid, i, row);
        print_error("%2d|%s\n", i + 1, row);
    }
    print_error("cursor in row %d, column %d\n", grid->cursor_row + 1, grid->cursor_column + 1);
}

void assert_shown(const struct scripted_port *port, const char *text)
{
    if (grid_find(&port->shown, text) < 0) {
        grid_print(&port->shown);
        fail_msg("\"%s\" is not on the screen", text);
    }
}

void assert_not_shown(const struct scripted_port *port, const char *text)
{
    if (port->shown.cells != NULL && grid_find(&port->shown, text) >= 0) {
        grid_print(&port->shown);
        fail_msg("\"%s\" is on the screen", text);
    }
}
