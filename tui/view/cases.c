/* SPDX-License-Identifier: Apache-2.0 */

/* All cases below a line that narrows them: the line keeps the keyboard, arrows move in the list.
 */
#include "casefile/definition_store.h"
#include "language.h"
#include "view/cases_filter.h"
#include "view/view_list.h"
#include "widget/column.h"
#include "widget/filter_line.h"
#include "widget/list.h"
#include "wording/case_text.h"
#include "wording/due_text.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/app.h"

enum {
    MARK_COLUMNS = 3,
    PREVIEW_ROWS = 2,
    ROWS_AIRY = 15, /* from so many on there are empty rows and a rule */
    ROWS_PREVIEW = 9,
    PAGE_ROWS = 11,
    WIDE = 100,
    WIDER = 116,
    CELL_SIZE = 256,
};

struct cases_view {
    struct view view;
    struct filter_line filter;
    bool is_stale; /* the filter was changed since the list was read */
    enum casefile_order order;
    struct casefile_found_list found;
    struct cases_workflow workflows[CASES_WORKFLOWS_MAX];
    size_t workflow_count;
    long total;
    struct list list;
    char (*cells)[CELL_SIZE];  /* of the found: COLUMN_COUNT for each */
    char seen[UUID_TEXT_SIZE]; /* whose preview that is */
    char *preview;             /* NULL: none */
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

enum {
    COLUMN_NUMBER,
    COLUMN_NAME,
    COLUMN_WORKFLOW,
    COLUMN_STEP,
    COLUMN_DUE,
    COLUMN_WHO,
    COLUMN_OPENED,
    COLUMN_COUNT
};

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

/* What has to be done next, or why nothing has. */
static void write_step(char out[CELL_SIZE], struct case_desk *desk,
                       const struct casefile_found *found)
{
    const struct casefile_row *row = &found->row;
    const char *title = row->task_title == NULL ? "" : row->task_title;
    if (row->task_step[0] != '\0')
        title = case_desk_step_title(desk, row->workflow, row->version, row->task_step);
    if (row->state != CASEFILE_OPEN)
        snprintf(out, CELL_SIZE, "%s", case_text_state(row->state));
    else
        snprintf(out, CELL_SIZE, "%s%s", found->is_waiting ? _("waiting: ") : "", title);
}

static void write_cells(struct cases_view *cases, struct app *app, size_t index)
{
    const struct casefile_found *found = &cases->found.items[index];
    const struct casefile_row *row = &found->row;
    struct case_desk *desk = &app_session(app)->desk;
    char(*cells)[CELL_SIZE] = &cases->cells[index * COLUMN_COUNT];
    char due[DUE_TEXT_SIZE];
    snprintf(cells[COLUMN_NUMBER], CELL_SIZE, "%s", row->number);
    snprintf(cells[COLUMN_NAME], CELL_SIZE, "%s%s%s", row->is_restricted ? _("RESTRICTED") : "",
             row->is_restricted ? " " : "", row->person_name == NULL ? "" : row->person_name);
    snprintf(cells[COLUMN_WORKFLOW], CELL_SIZE, "%s",
             case_desk_workflow_title(desk, row->workflow, row->version));
    write_step(cells[COLUMN_STEP], desk, found);
    cells[COLUMN_DUE][0] = '\0';
    if (row->has_task_due) {
        due_text(due, row->task_due, app_today(app));
        snprintf(cells[COLUMN_DUE], CELL_SIZE, "%s", due);
    }
    snprintf(cells[COLUMN_WHO], CELL_SIZE, "%s", case_desk_user_name(desk, row->assigned_to));
    due_text_day(due, row->opened_on, app_today(app));
    snprintf(cells[COLUMN_OPENED], CELL_SIZE, "%s", due);
}

/* ---- finding */

static void forget_preview(struct cases_view *cases)
{
    if (cases->preview != NULL)
        sodium_memzero(cases->preview, strlen(cases->preview));
    free(cases->preview);
    cases->preview = NULL;
    cases->seen[0] = '\0';
}

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
    forget_preview(cases);
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
        status = find_reading(cases, app, &filter, &readings[i], error);
    if (status == STATUS_OK && cases->found.count > 0) {
        cases->cells = calloc(cases->found.count * COLUMN_COUNT, CELL_SIZE);
        if (cases->cells == NULL)
            status = error_set(error, STATUS_OUT_OF_MEMORY, "cells");
    }
    for (size_t i = 0; i < cases->found.count && cases->cells != NULL; i++)
        write_cells(cases, app, i);
    list_set_count(&cases->list, cases->cells == NULL ? 0 : cases->found.count);
    sodium_memzero(&filter, sizeof(filter));
    sodium_memzero(readings, sizeof(readings));
    return status;
}

/* ---- the lines below the list */

/* NULL: what is not of a step. */
static bool is_hidden(const struct case_desk *desk, const struct casefile_row *row,
                      const struct step *step)
{
    struct casefile casefile = { .state = row->state };
    memcpy(casefile.assigned_to, row->assigned_to, sizeof(casefile.assigned_to));
    return case_desk_hides(desk, &casefile, step);
}

static void write_waiting(FILE *stream, struct case_desk *desk, const struct casefile_row *row,
                          const struct casefile_glance *glance, struct day today)
{
    char day[DUE_TEXT_SIZE];
    const struct definition *definition = NULL;
    const struct step *step = NULL;
    if (definition_cache_find(desk->desk.definitions, desk->desk.store, row->workflow, row->version,
                              &definition, NULL) == STATUS_OK)
        step = definition_find_step(definition, glance->waiting_step);
    if (glance->waiting_for == NULL)
        return;
    due_text_day(day, glance->waiting_since, today);
    /* Whom a restricted step waits for is not for everybody's eyes. */
    fprintf(stream, "%s %s (%s).", _("Waiting for:"),
            is_hidden(desk, row, step) ? _("(restricted)") : glance->waiting_for, day);
}

static void write_next_step(FILE *stream, struct case_desk *desk, const struct casefile_row *row)
{
    const char *title =
        row->task_step[0] == '\0'
            ? row->task_title
            : case_desk_step_title(desk, row->workflow, row->version, row->task_step);
    if (row->state != CASEFILE_OPEN)
        fprintf(stream, "%s", case_text_state(row->state));
    else if (title != NULL && title[0] != '\0')
        fprintf(stream, "%s %s.  ", _("To be done:"), title);
}

static void write_preview(FILE *stream, struct app *app, const struct casefile_row *row,
                          const struct casefile_glance *glance)
{
    struct case_desk *desk = &app_session(app)->desk;
    char birth[DATE_TEXT_SIZE], full[DUE_TEXT_SIZE];
    fputs(row->person_name == NULL ? "" : row->person_name, stream);
    if (glance->has_birth) {
        date_format(birth, glance->birth);
        due_text_full(full, glance->birth.day);
        fprintf(stream, ", %s", glance->birth.precision == DATE_PRECISION_DAY ? full : birth);
    }
    if (glance->birth_place != NULL)
        fprintf(stream, ", %s", glance->birth_place);
    fprintf(stream, ".  %s", case_desk_workflow_title(desk, row->workflow, row->version));
    if (glance->issue != NULL && !(row->is_restricted && is_hidden(desk, row, NULL)))
        fprintf(stream, ": %s", glance->issue);
    fputc('\n', stream);
    write_next_step(stream, desk, row);
    write_waiting(stream, desk, row, glance, app_today(app));
}

/* For the marked case, when it is another one. */
static void look(struct cases_view *cases, struct app *app)
{
    struct casefile_glance glance;
    size_t size = 0;
    if (cases->list.count == 0)
        return;
    const struct casefile_row *row = &cases->found.items[cases->list.selected].row;
    if (strcmp(row->id, cases->seen) == 0)
        return;
    forget_preview(cases);
    memcpy(cases->seen, row->id, sizeof(cases->seen));
    if (casefile_look(app_store(app), row->id, &glance, NULL) != STATUS_OK)
        return;
    FILE *stream = open_memstream(&cases->preview, &size);
    if (stream != NULL) {
        write_preview(stream, app, row, &glance);
        if (fclose(stream) != 0)
            forget_preview(cases);
    }
    casefile_glance_release(&glance);
}

static void prepare(struct app *app, struct view *view)
{
    struct cases_view *cases = (struct cases_view *)view;
    struct error error = { 0 };
    if (cases->is_stale && find(cases, app, &error) != STATUS_OK)
        app_fail(app, &error);
    look(cases, app);
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
                       : _("No case fits.  Backspace widens the filter.  F3 also finds people "
                           "without a case."));
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
                     _("name, number, place, state, mine, late"));
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
                "spelling, a number or its end, a place, a workflow, open, closed, mine, late.  "
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
