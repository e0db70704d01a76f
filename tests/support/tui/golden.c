/* SPDX-License-Identifier: Apache-2.0 */
#include "support/tui/golden.h"

#include "support/tui/scripted_port.h"
#include "support/unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { GOLDEN_PATH_SIZE = 512, GOLDEN_MAX = 1 << 20 };

static const char *const style_names[STYLE_COUNT] = {
    [STYLE_STRONG] = "strong", [STYLE_FOCUS] = "reverse",   [STYLE_BANNER] = "banner",
    [STYLE_ALERT] = "alert",   [STYLE_WARNING] = "warning",
};

/* ---- a grid as text */

static void write_runs(FILE *stream, const struct grid *grid, int row)
{
    for (int column = 0; column < grid->columns;) {
        const unsigned char style = grid_cell(grid, row, column)->style;
        int end = column;
        while (end < grid->columns && grid_cell(grid, row, end)->style == style)
            end++;
        if (style != STYLE_PLAIN)
            fprintf(stream, "r%d c%d-%d %s\n", row + 1, column + 1, end, style_names[style]);
        column = end;
    }
}

static char *grid_write(const struct grid *grid)
{
    char row[SCRIPTED_ROW_SIZE];
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);
    assert_non_null(stream);
    fprintf(stream, "%dx%d cursor r%d c%d\n----\n", grid->columns, grid->rows, grid->cursor_row + 1,
            grid->cursor_column + 1);
    for (int i = 0; i < grid->rows; i++) {
        grid_row_text(grid, i, row);
        fprintf(stream, "%s\n", row);
    }
    fprintf(stream, "----\n");
    for (int i = 0; i < grid->rows; i++)
        write_runs(stream, grid, i);
    assert_int_equal(fclose(stream), 0);
    return text;
}

/* ---- comparing */

static char *golden_read(const char *path)
{
    FILE *file = fopen(path, "r");
    if (file == NULL)
        return NULL;
    char *text = calloc(1, GOLDEN_MAX);
    assert_non_null(text);
    const size_t length = fread(text, 1, GOLDEN_MAX - 1, file);
    text[length] = '\0';
    fclose(file);
    return text;
}

static void golden_accept(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static size_t line_length(const char *text)
{
    return strcspn(text, "\n");
}

/* Line by line, each that differs in both ways. */
static void print_difference(const char *expected, const char *actual)
{
    while (*expected != '\0' || *actual != '\0') {
        const size_t left = line_length(expected), right = line_length(actual);
        if (left != right || memcmp(expected, actual, left) != 0)
            print_error("- %.*s\n+ %.*s\n", (int)left, expected, (int)right, actual);
        expected += left + (expected[left] == '\n');
        actual += right + (actual[right] == '\n');
    }
}

void golden_check(const struct grid *grid, const char *name)
{
    char path[GOLDEN_PATH_SIZE];
    const char *update = getenv("UPDATE_GOLDEN");
    snprintf(path, sizeof(path), "%s/%s.screen", QADAM_SCREENS, name);
    char *actual = grid_write(grid);
    if (update != NULL && strcmp(update, "1") == 0) {
        golden_accept(path, actual);
        free(actual);
        return;
    }
    char *expected = golden_read(path);
    const bool is_same = expected != NULL && strcmp(expected, actual) == 0;
    if (!is_same) {
        print_error("tests/screens/%s.screen%s\n", name, expected == NULL ? " is not there" : "");
        print_difference(expected == NULL ? "" : expected, actual);
        print_error("All of it as it is now:\n%s", actual);
    }
    free(expected);
    free(actual);
    assert_true(is_same);
}
