/* SPDX-License-Identifier: Apache-2.0 */
#include "view/record_list.h"

#include "base/date_entry.h"
#include "base/text.h"
#include "compartment/sealed_draft.h"
#include "language.h"
#include "wording/due_text.h"
#include "wording/local_time.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

enum {
    MARK_COLUMNS = 3, /* of the widget: " > " */
    ROWS_AIRY = 14,   /* from so many on there are empty rows and a rule */
    ROWS_PREVIEW = 8,
    PREVIEW_ROWS = 2,
};

const struct action record_action_open = { "open", NC_("key bar", "Open"), N_("Show all of it") };
const struct action record_action_new = { "new", NC_("key bar", "New"), N_("Write a new one") };

/* ---- drawing */

struct drawing {
    const struct record_list *records;
    struct column_layout layout;
};

static void draw_row(const void *self, struct area row, size_t index)
{
    const struct drawing *drawing = self;
    char cell[RECORD_CELL_SIZE];
    for (size_t i = 0; i < drawing->layout.count; i++) {
        if (drawing->layout.width[i] == 0)
            continue;
        cell[0] = '\0';
        const enum style style =
            drawing->records->write_cell(drawing->records->self, index, i, cell);
        cell[strcspn(cell, "\n")] = '\0';
        area_fit(row, 0, drawing->layout.begin[i], drawing->layout.width[i], style, cell);
    }
    sodium_memzero(cell, sizeof(cell));
}

static void draw_preview(const struct record_list *records, struct area area)
{
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);
    if (stream == NULL)
        return;
    records->write_preview(records->self, records->list->selected, stream);
    if (fclose(stream) == 0)
        area_paragraph(area, 0, 0, STYLE_PLAIN, text);
    if (text != NULL)
        sodium_memzero(text, size);
    free(text);
}

static void capital(char out[KEY_TEXT_SIZE], const char *key)
{
    snprintf(out, KEY_TEXT_SIZE, "%s", key);
    if (out[0] >= 'a' && out[0] <= 'z')
        out[0] = (char)(out[0] - 'a' + 'A');
}

/* "N New   C Correct": the letters of the keymap that do something now. */
static void draw_letters(const struct app *app, const struct view *view, struct area area, int row)
{
    int column = MARK_COLUMNS;
    char key[KEY_TEXT_SIZE];
    for (const struct binding *binding = view->class->keymap;
         binding != NULL && binding->action != NULL; binding++) {
        if (binding->key == NULL || strlen(binding->key) != 1 ||
            !binding_is_there(binding, app, view))
            continue;
        capital(key, binding->key);
        column += area_text(area, row, column, STYLE_STRONG, key) + 1;
        column += area_text(area, row, column, STYLE_PLAIN,
                            language_text_in("key bar", binding->action->label)) +
                  3;
    }
}

static int draw_top(const struct record_list *records, const struct drawing *drawing,
                    struct area body)
{
    int row = 0;
    if (records->heading != NULL)
        area_fit(body, row++, 1, body.columns - 1, STYLE_STRONG, records->heading);
    row += records->rows_above;
    row += body.rows >= ROWS_AIRY;
    if (records->list->count > 0 && body.rows > ROWS_PREVIEW)
        column_draw_titles(records->columns, &drawing->layout, body, row++, MARK_COLUMNS);
    return row;
}

void record_list_draw(const struct record_list *records, const struct app *app,
                      const struct view *view, struct area body)
{
    const struct drawing drawing = { records,
                                     column_layout_find(records->columns, records->column_count,
                                                        body.columns - MARK_COLUMNS) };
    const bool is_airy = body.rows >= ROWS_AIRY;
    const bool has_preview =
        records->write_preview != NULL && body.rows >= ROWS_PREVIEW && records->list->count > 0;
    const int top = draw_top(records, &drawing, body);
    const int bottom = 1 + (has_preview ? PREVIEW_ROWS + is_airy : 0) + is_airy;
    if (records->list->count == 0)
        area_paragraph(area_part(body, top, 0, body.rows - top, body.columns - 1), 0, MARK_COLUMNS,
                       STYLE_PLAIN, records->empty);
    else
        list_draw(records->list, area_part(body, top, 0, body.rows - top - bottom, body.columns),
                  true, draw_row, &drawing);
    int row = body.rows - bottom;
    if (has_preview) {
        if (is_airy)
            area_line(body, row++, MARK_COLUMNS, body.columns - MARK_COLUMNS - 1, "─");
        draw_preview(records, area_part(body, row, MARK_COLUMNS, PREVIEW_ROWS,
                                        body.columns - MARK_COLUMNS - 1));
    }
    draw_letters(app, view, body, body.rows - 1);
}

/* ---- fields */

static bool add_user(void *self, const struct office_user *user)
{
    struct form_field *field = self;
    if (user->is_active && user->role != ROLE_AUDITOR)
        form_field_option(field, user->id, user->name);
    return true;
}

void record_add_staff(struct app *app, struct form_field *field)
{
    struct error error = { 0 };
    if (office_each_user(app_session(app)->desk.office, add_user, field, &error) != STATUS_OK)
        app_fail(app, &error);
}

void record_add_truth(struct form_field *field)
{
    form_field_option(field, "no", _("no"));
    form_field_option(field, "yes", _("yes"));
}

bool record_day(const struct form *form, const char *id, struct day *out)
{
    struct date date;
    const char *typed = form_value(form, id);
    if (typed[0] == '\0' || date_entry_parse_near(&date, typed, form->today, NULL) != STATUS_OK ||
        date.precision != DATE_PRECISION_DAY)
        return false;
    *out = date.day;
    return true;
}

void record_forget_fault(struct app *app, struct view *below, struct form *form, size_t field)
{
    (void)app;
    (void)below;
    if (form->fields[field].kind != FORM_DATE)
        form_field_fault(&form->fields[field], NULL);
}

void record_fault(struct form *form, const char *id, const char *fault)
{
    form_field_fault(form_find(form, id), fault);
    form_focus(form, id);
}

bool record_require_day(struct form *form, const char *id, struct day *out)
{
    if (record_day(form, id, out))
        return true;
    record_fault(form, id, _("Type a whole day: 24.11.2026, t for today, +3 for in three days."));
    return false;
}

bool record_is_past(const struct form *form, const char *id)
{
    struct day day;
    return record_day(form, id, &day) && day_compare(day, form->today) < 0;
}

bool record_require_text(struct form *form, const char *id, const char *fault)
{
    const char *text = form_value(form, id);
    if (text[strspn(text, " \n\t")] != '\0') {
        form_field_fault(form_find(form, id), NULL);
        return true;
    }
    record_fault(form, id, fault);
    return false;
}

char *record_take_text(const struct form *form, const char *id)
{
    const char *text = form_value(form, id);
    return text[strspn(text, " \n\t")] == '\0' ? NULL : strdup(text);
}

/* ---- words */

void record_write_time(char out[RECORD_TIME_SIZE], const char *moment, struct day today,
                       bool with_hour)
{
    enum { DAY_END = DAY_TEXT_SIZE - 1, HOUR_SIZE = sizeof("10:42") };
    char time[LOCAL_TIME_SIZE];
    char day_text[DAY_TEXT_SIZE];
    char shown[DUE_TEXT_SIZE];
    struct day day;
    local_time_format(time, moment);
    snprintf(day_text, sizeof(day_text), "%.10s", time);
    snprintf(out, RECORD_TIME_SIZE, "%.16s", time);
    if (day_parse(&day, day_text, NULL) != STATUS_OK || strlen(time) < DAY_END + HOUR_SIZE)
        return;
    due_text_day(shown, day, today);
    snprintf(out, RECORD_TIME_SIZE, with_hour ? "%s %.5s" : "%s", shown, time + DAY_END + 1);
}

void record_fill(char *out, size_t size, const char *text, const char *value)
{
    const char *hole = strstr(text, "%s");
    if (hole == NULL)
        snprintf(out, size, "%s", text);
    else
        snprintf(out, size, "%.*s%s%s", (int)(hole - text), text, value, hole + 2);
}

char *record_join(const char *left, const char *right)
{
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);
    if (stream == NULL)
        return NULL;
    fprintf(stream, "%s, %s", left, right);
    if (fclose(stream) == 0)
        return text;
    free(text);
    return NULL;
}

void record_write_line(FILE *stream, const char *label, const char *value)
{
    if (value != NULL && value[0] != '\0')
        fprintf(stream, "%s: %s\n", label, value);
}

void record_write_day(FILE *stream, const char *label, bool has_day, struct day day)
{
    char text[DUE_TEXT_SIZE];
    if (!has_day)
        return;
    due_text_full(text, day);
    record_write_line(stream, label, text);
}

bool record_has_draft(struct app *app, const char *form, const char *subject)
{
    struct draft draft;
    const struct draft_key key = { app_desk(app)->actor, form, subject };
    if (sealed_draft_load(app_store(app), &key, &draft, NULL) != STATUS_OK)
        return false;
    draft_release(&draft);
    return true;
}

void record_write_draft(struct frame *frame, bool has_draft)
{
    if (has_draft)
        snprintf(frame->right, sizeof(frame->right), "%s", _("a draft is kept: N goes on"));
}

const char *record_user(const struct app *app, const char *id)
{
    return case_desk_user_name(&app_session_of(app)->desk, id);
}

void record_say_failure(struct app *app, const struct error *error, enum status status,
                        const char *text)
{
    if (error->status == status)
        app_say(app, text);
    else
        app_fail(app, error);
}
