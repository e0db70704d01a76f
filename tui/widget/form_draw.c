/* SPDX-License-Identifier: Apache-2.0 */
#include "base/text.h"
#include "language.h"
#include "widget/form_private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    INDENT = 1,
    LABEL_SHARE = 45, /* percent: a longer label has lines of its own */
    LABEL_MIN = 10,
    FRAME_BUTTON_SIZE = 400,
    LINES_ROWS = 4, /* of a text of several lines */
    INPUT_MAX = 40,
    FAULT_SIZE = 800,
    CHOICE_MIN = 8,
    LONG_ASIDE_COLUMNS = 18,
    ASIDE_COLUMNS = 10, /* kept free behind a field that has something to say */
};

/* How the fields are laid out: the same for drawing and measuring. */
struct layout {
    int label_columns; /* of those labels that stand beside their field */
    int columns;
};

/* ---- measuring */

static bool is_beside(const struct form_field *field, int columns)
{
    return drawn_width(field->label) <= columns * LABEL_SHARE / 100;
}

static struct layout layout_find(const struct form *form, int columns)
{
    struct layout layout = { LABEL_MIN, columns };
    for (size_t i = 0; i < form->count; i++) {
        const struct form_field *field = &form->fields[i];
        const int width = drawn_width(field->label);
        const bool counts = field->kind != FORM_HEADING && field->kind != FORM_REMARK &&
                            !field->is_hidden && is_beside(field, columns);
        if (counts && width > layout.label_columns)
            layout.label_columns = width;
    }
    return layout;
}

static int input_rows(const struct form_field *field)
{
    return field->kind == FORM_LINES ? LINES_ROWS : 1;
}

/* What is wrong with it in a sentence; false when nothing is. */
static bool fault_write(const struct form_field *field, char out[FAULT_SIZE])
{
    const unsigned long letters = text_length(text_input_text(&field->input));
    if (field->input.is_cut)
        snprintf(out, FAULT_SIZE,
                 language_plural("Only %lu letter fits here: the rest was not taken.",
                                 "Only %lu letters fit here: the rest was not taken.", letters),
                 letters);
    else if (field->fault != NULL)
        snprintf(out, FAULT_SIZE, "%s", field->fault);
    return field->input.is_cut || field->fault != NULL;
}

static int field_rows(const struct form_field *field, const struct layout *layout)
{
    char fault[FAULT_SIZE];
    if (field->is_hidden)
        return 0;
    if (field->kind == FORM_HEADING)
        return 2;
    if (field->kind == FORM_REMARK)
        return paragraph_rows(field->label, layout->columns - INDENT);
    int rows = input_rows(field);
    if (!is_beside(field, layout->columns))
        rows += paragraph_rows(field->label, layout->columns - INDENT);
    if (fault_write(field, fault))
        rows += paragraph_rows(fault, layout->columns - INDENT - 4);
    return rows;
}

/* ---- one field */

/* As wide as its widest option, so that short ones can all be named behind it. */
static int choice_columns(const struct form_field *field)
{
    int columns = CHOICE_MIN;
    for (size_t i = 0; i < field->option_count; i++) {
        const int width = drawn_width(field->options[i].text);
        columns = width > columns ? width : columns;
    }
    return columns < INPUT_MAX ? columns : INPUT_MAX;
}

static int input_columns(const struct form_field *field, int room)
{
    const bool is_choice =
        field->kind == FORM_CHOICE && field->option_count > 0 && !field->allows_other;
    const int wish = field->kind == FORM_DATE    ? FORM_DATE_COLUMNS + 1
                     : field->columns > 0        ? field->columns
                     : field->kind == FORM_LINES ? room
                     : is_choice                 ? choice_columns(field)
                                                 : INPUT_MAX;
    /* What stands behind it is worth more than the end of an empty field. */
    const bool has_aside = field->option_count > 0 || field->is_required || field->remark != NULL;
    const int aside =
        field->option_count > 0 && field->is_required ? LONG_ASIDE_COLUMNS : ASIDE_COLUMNS;
    const int most = has_aside && room - aside >= CHOICE_MIN ? room - aside : room;
    return wish < most ? wish : most;
}

/* All of them, or where to find them. */
static void write_options(FILE *stream, const struct form_field *field, int room)
{
    char *text = NULL;
    size_t size = 0;
    FILE *memory = open_memstream(&text, &size);
    if (memory == NULL)
        return;
    for (size_t i = 0; i < field->option_count; i++)
        fprintf(memory, "%s%s", i == 0 ? "" : " / ", field->options[i].text);
    if (fclose(memory) == 0)
        fputs(drawn_width(text) > room ? _("F4 list") : text, stream);
    free(text);
}

/* What stands behind the field: what follows from it, or how it is filled in. */
static char *aside_make(const struct form_field *field, int room)
{
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);
    if (stream == NULL)
        return NULL;
    const bool is_empty = text_input_text(&field->input)[0] == '\0';
    if (field->is_required && is_empty && !field->is_read_only && field->remark == NULL) {
        /* TRANSLATORS: a field that has to be filled in; what can be typed there follows. */
        fprintf(stream, "%s  ", C_("form", "needed"));
        fflush(stream);
        room -= drawn_width(text);
    }
    if (field->remark != NULL)
        fputs(field->remark, stream);
    else if (field->option_count > 0 && !field->is_read_only)
        write_options(stream, field, room);
    else if (is_empty && field->hint != NULL && drawn_width(field->hint) <= room)
        fputs(field->hint, stream); /* else the last line but one says it */
    if (field->is_held)
        fprintf(stream, " %s", _("held"));
    return fclose(stream) == 0 ? text : NULL;
}

static void draw_aside(const struct form_field *field, struct area area, int row, int column)
{
    const int room = area.columns - column;
    char *text = room > 3 ? aside_make(field, room) : NULL;
    if (text != NULL)
        area_fit(area, row, column, room, STYLE_PLAIN, text);
    free(text);
}

/* Without a copy: a secret stays where it is. */
static int count_letters(const char *text, size_t length)
{
    int count = 0;
    for (size_t i = 0; i < length; i++)
        count += (text[i] & 0xC0) != 0x80;
    return count;
}

static int cursor_column(const struct form_field *field, size_t from)
{
    const size_t cursor = field->input.cursor;
    if (field->kind == FORM_DATE)
        return form_masked_column(text_input_text(&field->input), cursor);
    if (field->kind == FORM_CHOICE || field->kind == FORM_CHOICES)
        return 0;
    if (field->kind == FORM_SECRET)
        return count_letters(text_input_text(&field->input), cursor);
    return text_input_column(&field->input, from);
}

static void draw_line_input(const struct form_field *field, struct area area, bool is_focused)
{
    char *shown = form_field_shown(field);
    if (shown == NULL)
        return;
    const bool is_plain = field->kind == FORM_TEXT;
    const size_t from =
        is_focused && is_plain ? text_input_first_shown(&field->input, area.columns) : 0;
    const enum style style = is_focused ? STYLE_FOCUS : STYLE_PLAIN;
    int used = is_focused && is_plain ? area_text(area, 0, 0, style, shown + from)
                                      : area_fit(area, 0, 0, area.columns, style, shown);
    static const char mask[] = "__.__.____ "; /* the last column is the cursor's */
    const char *value = text_input_text(&field->input);
    const bool is_masked = field->kind == FORM_DATE && (value[0] == '\0' || form_is_dotted(value));
    for (; used < area.columns && !field->is_read_only; used++) {
        char rest[2] = { is_focused || field->kind == FORM_DATE ? ' ' : '_', '\0' };
        if (is_masked && used <= FORM_DATE_COLUMNS)
            rest[0] = mask[used];
        area_text(area, 0, used, style, rest);
    }
    if (is_focused)
        area_cursor(area, 0, cursor_column(field, from));
    free(shown);
}

/* Where the cursor of a text of several lines stands among all of its rows. */
static void cursor_find(const struct text_input *input, int columns, int *row, int *column)
{
    const char *text = text_input_text(input);
    size_t at = 0, skipped = 0;
    int line = 0;
    *row = *column = 0;
    do {
        const size_t taken = paragraph_line(text + at, columns, &skipped);
        if (input->cursor >= at && input->cursor <= at + taken) {
            *row = line;
            *column = text_input_column(input, at);
        }
        at += taken + skipped;
        line++;
    } while (text[at] != '\0');
    if (skipped > 0 && text[at - 1] == '\n' && input->cursor == at) {
        *row = line;
        *column = 0;
    }
}

/* A text of several lines: the rows around the cursor. */
static void draw_lines_input(const struct form_field *field, struct area area, bool is_focused)
{
    const char *text = text_input_text(&field->input);
    const enum style style = is_focused ? STYLE_FOCUS : STYLE_PLAIN;
    int cursor_row, cursor_at;
    size_t at = 0, skipped = 0;
    cursor_find(&field->input, area.columns, &cursor_row, &cursor_at);
    const int first = cursor_row >= area.rows ? cursor_row - area.rows + 1 : 0;
    area_fill(area, style);
    for (int i = 0; i < area.rows && !is_focused; i++)
        area_line(area, i, 0, area.columns, "_");
    for (int i = 0; i < first + area.rows && text[at] != '\0'; i++) {
        const size_t taken = paragraph_line(text + at, area.columns, &skipped);
        char *line = strndup(text + at, taken);
        if (line != NULL && i >= first)
            area_text(area, i - first, 0, style, line);
        text_wipe(&line);
        at += taken + skipped;
    }
    if (is_focused)
        area_cursor(area, cursor_row - first, cursor_at);
}

static void draw_input(const struct form_field *field, struct area area, bool is_focused)
{
    if (field->kind == FORM_LINES)
        draw_lines_input(field, area, is_focused);
    else
        draw_line_input(field, area, is_focused);
}

static int draw_field(const struct form_field *field, struct area area, int row,
                      const struct layout *layout, bool is_focused)
{
    char fault[FAULT_SIZE];
    const int begin = row;
    int column = INDENT + 2;
    if (is_beside(field, layout->columns))
        column = INDENT + layout->label_columns + 1;
    const int label =
        area_paragraph(area, row, INDENT, is_focused ? STYLE_STRONG : STYLE_PLAIN, field->label);
    if (!is_beside(field, layout->columns))
        row += label;
    const int columns = input_columns(field, area.columns - column);
    draw_input(field, area_part(area, row, column, input_rows(field), columns), is_focused);
    if (field->kind != FORM_LINES)
        draw_aside(field, area, row, column + columns + 2);
    row += input_rows(field);
    if (fault_write(field, fault)) {
        area_text(area, row, INDENT + 1, STYLE_ALERT, "!");
        row += area_paragraph(area, row, INDENT + 3, STYLE_ALERT, fault);
    }
    return row - begin;
}

/* ---- the form */

static int draw_one(const struct form *form, size_t index, struct area area, int row,
                    const struct layout *layout)
{
    const struct form_field *field = &form->fields[index];
    if (field->is_hidden)
        return 0;
    if (field->kind == FORM_HEADING) {
        area_fit(area, row + 1, INDENT, area.columns - INDENT, STYLE_STRONG, field->label);
        return 2;
    }
    if (field->kind == FORM_REMARK)
        return area_paragraph(area, row, INDENT, STYLE_PLAIN, field->label);
    return draw_field(field, area, row, layout, index == form->focus);
}

static void draw_button(const struct form *form, struct area area, int row)
{
    char text[FRAME_BUTTON_SIZE];
    const bool is_focused = form->focus >= form->count;
    snprintf(text, sizeof(text), "[ %s  %s ]", C_("key", "Enter"), form->button);
    area_fit(area, row, INDENT, area.columns - INDENT, is_focused ? STYLE_FOCUS : STYLE_PLAIN,
             text);
    if (is_focused)
        area_cursor(area, row, INDENT + 2);
}

/* The first field that is drawn, so that the focused one is seen whole with something above it. */
static size_t first_drawn(const struct form *form, const struct layout *layout, int rows)
{
    int height = form->focus >= form->count ? 2 : 0;
    size_t first = form->focus < form->count ? form->focus + 1 : form->count;
    if (first < form->count)
        height += field_rows(&form->fields[first], layout); /* what comes next is seen too */
    while (first > 0) {
        height += field_rows(&form->fields[first - 1], layout);
        if (height > rows)
            break;
        first--;
    }
    return first > form->focus ? form->focus : first;
}

void form_draw(const struct form *form, struct area area)
{
    const struct layout layout = layout_find(form, area.columns);
    int row = 0, focus_row = 0;
    const size_t first = first_drawn(form, &layout, area.rows);
    if (first > 0)
        area_text_right(area, 0, STYLE_PLAIN, "↑");
    for (size_t i = first; i < form->count && row < area.rows; i++) {
        const int rows = draw_one(form, i, area, row, &layout);
        if (i == form->focus)
            focus_row = row + rows - 1 - (form->fields[i].fault != NULL);
        row += rows;
    }
    if (row + 1 < area.rows && form->button != NULL)
        draw_button(form, area, row + 1);
    else if (row >= area.rows && area.rows > 1)
        area_text_right(area, area.rows - 1, STYLE_PLAIN, "↓");
    if (form->lookup.is_open) {
        const struct form_field *field = form_focused(form);
        form_draw_lookup(form, area, focus_row,
                         is_beside(field, layout.columns) ? layout.label_columns : INDENT + 2);
    }
}

void form_write_next(const struct form *form, char *out, size_t size)
{
    const struct form_field *field = form_focused(form);
    if (form->lookup.is_open && field->kind == FORM_CHOICES)
        snprintf(out, size, "%s", _("Space marks, Enter goes on.  Letters narrow the list."));
    else if (form->lookup.is_open)
        snprintf(out, size, "%s", _("Enter takes the marked one.  Letters narrow the list."));
    else if (field == NULL)
        snprintf(out, size, "%s", form->button == NULL ? "" : form->button);
    else if (field->hint != NULL)
        snprintf(out, size, "%s", field->hint);
    else if (field->kind == FORM_LINES)
        snprintf(out, size, "%s", _("Enter begins a new line, on an empty one it goes on."));
    else if (field->kind == FORM_DATE)
        snprintf(out, size, "%s", _("a date: 14.06.1991 or 140691, a year alone, t today, +3, -1"));
    else if (field->option_count > 0)
        snprintf(out, size, "%s", _("type the first letters, or F4 for the list"));
    else
        snprintf(out, size, "%s", _("Enter goes to the next field."));
}
