/* SPDX-License-Identifier: Apache-2.0 */

/* All cases below a line that narrows them: the line keeps the keyboard, arrows move in the list.
 */
#include "view/cases_private.h"

#include "casefile/definition_store.h"
#include "language.h"
#include "view/view_list.h"
#include "widget/column.h"
#include "wording/case_text.h"
#include "wording/due_text.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    MARK_COLUMNS = 3,
    PREVIEW_ROWS = 2,
    ROWS_AIRY = 15, /* from so many on there are empty rows and a rule */
    ROWS_PREVIEW = 9,
    PAGE_ROWS = 11,
    WIDE = 100,
    WIDER = 116,
    ENOUGH = 40,
};

static const struct {
    const char *word;
    const char *name;
} orders[] = {
    [CASEFILE_BY_DUE] = { "due", N_("Order: what is due first") },
    [CASEFILE_BY_NUMBER] = { "number", N_("Order: number") },
    [CASEFILE_BY_NAME] = { "name", N_("Order: name") },
    [CASEFILE_BY_NEWEST] = { "newest", N_("Order: the newest first") },
};
_Static_assert(sizeof(orders) / sizeof(orders[0]) == CASEFILE_ORDER_COUNT,
               "every order has its name");

static const char memory[] = "cases";

/* ---- columns */

static const struct column columns[COLUMN_COUNT] = {
    [COLUMN_NUMBER] = { N_("Number"), 11, 11 },
    [COLUMN_NAME] = { N_("Name"), COLUMN_REST, COLUMN_REST },
    [COLUMN_WORKFLOW] = { N_("Workflow"), 13, 0 },
    [COLUMN_STEP] = { N_("To be done"), 20, 14 },
    [COLUMN_DUE] = { N_("Due"), DUE_TEXT_COLUMNS, DUE_TEXT_COLUMNS },
};
static const struct column wide_columns[COLUMN_COUNT] = {
    [COLUMN_NUMBER] = { N_("Number"), 20, 20 },
    [COLUMN_NAME] = { N_("Name"), COLUMN_REST, COLUMN_REST },
    [COLUMN_WORKFLOW] = { N_("Workflow"), 14, 14 },
    [COLUMN_STEP] = { N_("To be done"), 20, 20 },
    [COLUMN_DUE] = { N_("Due"), DUE_TEXT_COLUMNS, DUE_TEXT_COLUMNS },
    [COLUMN_WHO] = { N_("Who"), 10, 10 },
    [COLUMN_OPENED] = { N_("Opened"), DUE_TEXT_COLUMNS, DUE_TEXT_COLUMNS },
};

/* ---- finding */

static void forget_found(struct cases_view *cases)
{
    for (size_t i = 0; i < cases->found.count; i++)
        if (cases->found.items[i].row.person_name != NULL)
            sodium_memzero(cases->found.items[i].row.person_name,
                           strlen(cases->found.items[i].row.person_name));
    if (cases->cells != NULL)
        sodium_memzero(cases->cells, cases->found.count * COLUMN_COUNT * CELL_SIZE);
    free(cases->cells);
    cases->cells = NULL;
    casefile_found_release(&cases->found);
    cases_forget_preview(cases);
}

static enum status find_reading(struct cases_view *cases, struct app *app,
                                const struct cases_filter *filter,
                                const struct cases_reading *reading, struct error *error)
{
    const struct casefile_question question = {
        .people = reading->has_people ? reading->people : NULL,
        .number = reading->number,
        .place = reading->place,
        .has_state = filter->has_state,
        .state = filter->state,
        .assigned_to = filter->is_mine ? app_desk(app)->actor : NULL,
        .is_unassigned = filter->is_unassigned,
        .is_late = filter->is_late,
        .is_urgent = filter->is_urgent,
        .workflows = reading->has_workflows ? reading->workflows : NULL,
        .today = app_today(app),
        .order = cases->order,
    };
    return casefile_find(app_store(app), &question, &cases->found, error);
}

/* Marks the case of that id again, wherever it stands now. */
static void mark(struct cases_view *cases, const char *id)
{
    for (size_t i = 0; i < cases->list.count && id[0] != '\0'; i++)
        if (strcmp(cases->found.items[i].row.id, id) == 0)
            cases->list.selected = i;
}

static enum status find(struct cases_view *cases, struct app *app, struct error *error)
{
    struct cases_filter filter;
    struct cases_reading readings[CASES_READINGS_MAX];
    enum status status = STATUS_OK;
    forget_found(cases);
    cases->is_stale = false;
    cases_filter_read(&filter, filter_line_text(&cases->filter));
    const size_t count =
        cases_filter_readings(&filter, cases->workflows, cases->workflow_count, readings);
    for (size_t i = 0; i < count && status == STATUS_OK; i++)
        /* Places are looked at one by one: only when names do not say enough. */
        if (readings[i].place == NULL || cases->found.count < ENOUGH)
            status = find_reading(cases, app, &filter, &readings[i], error);
    if (status == STATUS_OK && cases->found.count > 0) {
        cases->cells = calloc(cases->found.count * COLUMN_COUNT, CELL_SIZE);
        if (cases->cells == NULL)
            status = error_set(error, STATUS_OUT_OF_MEMORY, "cells");
    }
    for (size_t i = 0; i < cases->found.count && cases->cells != NULL; i++)
        cases_write_cells(cases, app, i);
    list_set_count(&cases->list, cases->cells == NULL ? 0 : cases->found.count);
    sodium_memzero(&filter, sizeof(filter));
    sodium_memzero(readings, sizeof(readings));
    return status;
}

static void prepare(struct app *app, struct view *view)
{
    struct cases_view *cases = (struct cases_view *)view;
    struct error error = { 0 };
    if (cases->is_stale && find(cases, app, &error) != STATUS_OK)
        app_fail(app, &error);
    cases_look(cases, app);
    if (cases->list.count == 0)
        cases->filter.is_typing = true; /* there is nothing else that could have the cursor */
}

/* ---- loading */

struct workflow_visit {
    struct cases_view *cases;
    struct casefile_desk *desk;
};

static bool visit_workflow(void *self, const struct definition_note *note)
{
    struct workflow_visit *visit = self;
    struct cases_view *cases = visit->cases;
    const struct definition *definition = NULL;
    if (!note->is_newest ||
        definition_cache_find(visit->desk->definitions, visit->desk->store, note->workflow,
                              note->version, &definition, NULL) != STATUS_OK)
        return true;
    struct cases_workflow *workflow = &cases->workflows[cases->workflow_count++];
    memcpy(workflow->id, note->workflow, sizeof(workflow->id));
    workflow->titles[0] = workflow_text(definition->title);
    workflow->titles[1] = definition->title;
    return cases->workflow_count < CASES_WORKFLOWS_MAX;
}

static enum casefile_order order_recall(const struct app *app)
{
    const char *word = app_recall(app, memory, "order");
    for (int i = 0; i < CASEFILE_ORDER_COUNT && word != NULL; i++)
        if (strcmp(orders[i].word, word) == 0)
            return (enum casefile_order)i;
    return CASEFILE_BY_DUE;
}

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct cases_view *cases = (struct cases_view *)view;
    struct workflow_visit visit = { cases, app_desk(app) };
    if (!session_may(app_session(app), ACT_READ_CASES))
        return error_set(error, STATUS_REFUSED, "cases are not for this role");
    if (!view->is_loaded)
        filter_line_set(&cases->filter, view->place.detail);
    cases->order = order_recall(app);
    cases->workflow_count = 0;
    enum status status = definition_store_each(app_desk(app)->definitions, app_store(app),
                                               visit_workflow, &visit, error);
    if (status == STATUS_OK)
        status = casefile_count(app_store(app), &cases->total, error);
    char seen[UUID_TEXT_SIZE];
    memcpy(seen, cases->seen, sizeof(seen));
    if (status == STATUS_OK)
        status = find(cases, app, error);
    mark(cases, seen);
    return status;
}

static void release(struct view *view)
{
    struct cases_view *cases = (struct cases_view *)view;
    forget_found(cases);
    filter_line_release(&cases->filter);
}

/* ---- drawing */

struct drawing {
    const struct cases_view *cases;
    struct column_layout layout;
    struct day today;
};

static void draw_row(const void *self, struct area row, size_t index)
{
    const struct drawing *drawing = self;
    const struct casefile_row *shown = &drawing->cases->found.items[index].row;
    char(*cells)[CELL_SIZE] = &drawing->cases->cells[index * COLUMN_COUNT];
    for (size_t i = 0; i < drawing->layout.count; i++) {
        const char *text = cells[i];
        if (drawing->layout.width[i] == 0)
            continue;
        if (i == COLUMN_NUMBER && drawn_width(text) > drawing->layout.width[i])
            text = case_number_short(shown->number);
        const bool is_alert = i == COLUMN_DUE && shown->has_task_due &&
                              day_compare(shown->task_due, drawing->today) < 0;
        area_fit(row, 0, drawing->layout.begin[i], drawing->layout.width[i],
                 is_alert ? STYLE_ALERT : STYLE_PLAIN, text);
    }
}

static void write_count(const struct cases_view *cases, char *out, size_t size)
{
    const unsigned long total = (unsigned long)cases->total;
    const char *more = cases->found.has_more ? "+" : "";
    snprintf(out, size, language_plural("%zu%s of %lu%s case", "%zu%s of %lu%s cases", total),
             cases->found.count, more, total, cases->total == CASEFILE_COUNT_MAX ? "+" : "");
}

static void draw_list(const struct app *app, const struct cases_view *cases, struct area area)
{
    const bool is_wide = area.columns >= WIDE;
    const struct column *shown = is_wide ? wide_columns : columns;
    const struct drawing drawing = {
        .cases = cases,
        .today = app_today(app),
        .layout = column_layout_find(shown,
                                     area.columns >= WIDER ? COLUMN_COUNT
                                     : is_wide             ? COLUMN_OPENED
                                                           : COLUMN_WHO,
                                     area.columns - MARK_COLUMNS),
    };
    column_draw_titles(shown, &drawing.layout, area, 0, MARK_COLUMNS);
    list_draw(&cases->list, area_part(area, 1, 0, area.rows - 1, area.columns), true, draw_row,
              &drawing);
}

static void draw_empty(const struct cases_view *cases, struct area area)
{
    area_paragraph(area, 0, MARK_COLUMNS, STYLE_PLAIN,
                   cases->total == 0
                       ? _("There is no case yet.  F7 takes in a new person; a case is opened from "
                           "there.")
                       : _("No case fits: nobody of that name, and no such number or place.  "
                           "Backspace widens the filter.  F3 also finds people without a "
                           "case."));
}

static void draw_preview(const struct cases_view *cases, struct area area)
{
    char line[CELL_SIZE * 4];
    const char *text = cases->preview == NULL ? "" : cases->preview;
    for (int row = 0; row < area.rows; row++) {
        const size_t length = strcspn(text, "\n");
        snprintf(line, sizeof(line), "%.*s", (int)length, text);
        area_fit(area, row, 0, area.columns, STYLE_PLAIN, line);
        text += length + (text[length] != '\0');
    }
    sodium_memzero(line, sizeof(line));
}

static void draw_bottom(const struct cases_view *cases, struct area body, int rows)
{
    const int top = body.rows - rows;
    if (rows > PREVIEW_ROWS + 1)
        area_line(body, top, MARK_COLUMNS, body.columns - 2 * MARK_COLUMNS, "─");
    if (rows > 1)
        draw_preview(cases, area_part(body, body.rows - 1 - PREVIEW_ROWS, MARK_COLUMNS,
                                      PREVIEW_ROWS, body.columns - MARK_COLUMNS - 1));
    char count[FRAME_TEXT_SIZE], text[FRAME_TEXT_SIZE * 2];
    write_count(cases, count, sizeof(count));
    snprintf(text, sizeof(text), "%s.  %s.  %s", count, language_text(orders[cases->order].name),
             cases->found.has_more ? _("There are more: type more to narrow.") : "");
    area_fit(body, body.rows - 1, 1, body.columns - 2, STYLE_PLAIN, text);
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct cases_view *cases = (const struct cases_view *)view;
    const struct area body = frame->body;
    const bool is_airy = body.rows >= ROWS_AIRY;
    const int bottom =
        body.rows < 5 ? 0 : 1 + (body.rows >= ROWS_PREVIEW ? PREVIEW_ROWS + is_airy : 0);
    snprintf(frame->title, sizeof(frame->title), "%s", _("Cases"));
    write_count(cases, frame->right, sizeof(frame->right));
    snprintf(frame->next, sizeof(frame->next), "%s",
             cases->list.count == 0 ? _("Backspace widens the filter.  Esc goes back.")
                                    : _("Enter opens this case.  Letters narrow the list."));
    const int top = 1 + is_airy;
    const struct area middle = area_part(body, top, 0, body.rows - top - bottom, body.columns - 1);
    if (cases->list.count == 0)
        draw_empty(cases, middle);
    else
        draw_list(app, cases, middle);
    if (bottom > 0)
        draw_bottom(cases, body, bottom);
    filter_line_draw(&cases->filter, area_part(body, 0, 0, 1, body.columns), _("Filter"),
                     _("name, number, place, mine, late, urgent"));
}

/* ---- keys */

/* A longer one is not kept: half a letter is none. */
static void keep_place(struct cases_view *cases)
{
    char *detail = cases->view.place.detail;
    const char *text = filter_line_text(&cases->filter);
    snprintf(detail, PLACE_DETAIL_SIZE, "%s", strlen(text) < PLACE_DETAIL_SIZE ? text : "");
}

static bool handle(struct app *app, struct view *view, const struct key *key)
{
    struct cases_view *cases = (struct cases_view *)view;
    bool is_changed = false;
    if (key->code == CODE_UP || key->code == CODE_DOWN || key->code == CODE_PAGE_UP ||
        key->code == CODE_PAGE_DOWN) {
        prepare(app, view);
        cases->filter.is_typing = false;
        return list_handle(&cases->list, key, PAGE_ROWS);
    }
    if (filter_line_handle(&cases->filter, key, &is_changed)) {
        cases->is_stale |= is_changed;
        cases->list.selected = is_changed ? 0 : cases->list.selected;
        keep_place(cases);
        return true;
    }
    if (key->code != CODE_ENTER)
        return false;
    prepare(app, view);
    if (cases->list.count == 0)
        return true;
    struct place place = { .detail = "" };
    memcpy(place.subject, cases->found.items[cases->list.selected].row.id, UUID_TEXT_SIZE);
    app_open(app, &casefile_view_class, &place);
    return true;
}

static void next_order(struct app *app, struct view *view)
{
    struct cases_view *cases = (struct cases_view *)view;
    cases->order = (enum casefile_order)((cases->order + 1) % CASEFILE_ORDER_COUNT);
    app_remember(app, memory, "order", orders[cases->order].word);
    cases->is_stale = true;
    cases->list.selected = 0;
    app_say(app, language_text(orders[cases->order].name));
}

static void empty_filter(struct app *app, struct view *view)
{
    struct cases_view *cases = (struct cases_view *)view;
    (void)app;
    filter_line_set(&cases->filter, "");
    keep_place(cases);
    cases->is_stale = true;
}

static const struct action action_order = { "order", NC_("key bar", "Sort"),
                                            N_("Put the cases in another order") };

static const struct binding keymap[] = {
    { "<F4>", &action_order, next_order, NULL },
    { "<C-u>", &action_clear, empty_filter, NULL },
    { .action = NULL },
};

const struct view_class cases_view_class = {
    .name = "cases",
    .about = N_("All cases of this office.  What you type narrows the list: a name in any "
                "spelling, a number or its end, a place, a workflow, open, closed, mine, late, "
                "urgent.  "
                "The arrows move in the list."),
    .size = sizeof(struct cases_view),
    .keymap = keymap,
    .keeps_place = true,
    .load = load,
    .prepare = prepare,
    .draw = draw,
    .handle = handle,
    .release = release,
};
