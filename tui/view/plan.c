/* SPDX-License-Identifier: Apache-2.0 */

/* All steps of a casefile on one page, stage by stage: how each stands and by when it is due. */
#include "command/case/veil.h"
#include "language.h"
#include "view/casefile_private.h"
#include "view/view_list.h"
#include "widget/list.h"
#include "wording/case_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DUE_COLUMNS = 11, MARK_COLUMNS = 10, PREVIEW_ROWS = 3 };

struct plan_view {
    struct view view;
    struct casefile_view file;
    bool has_file;
    size_t *steps; /* those that are listed, by their places in the standing */
    struct list list;
    bool is_whole; /* with the steps that are not needed */
};

static struct plan_view *plan_of(struct view *view)
{
    return (struct plan_view *)view;
}

static const struct step_standing *step_at(const struct plan_view *plan, size_t row)
{
    return &plan->file.standing.steps[plan->steps[row]];
}

/* ---- reading */

static void list_steps(struct plan_view *plan, const char *selected)
{
    const struct standing *standing = &plan->file.standing;
    size_t count = 0;
    for (size_t i = 0; i < standing->step_count && plan->steps != NULL; i++) {
        const struct step_standing *step = &standing->steps[i];
        if (!plan->is_whole && !standing_matters(step) && strcmp(step->step->id, selected) != 0)
            continue;
        if (strcmp(step->step->id, selected) == 0)
            plan->list.selected = count;
        plan->steps[count++] = i;
    }
    list_set_count(&plan->list, count);
}

static enum status load(struct app *app, struct view *view, struct error *error)
{
    struct plan_view *plan = plan_of(view);
    struct casefile_view fresh;
    const enum status status =
        casefile_view_load_to_read(app_desk(app), view->place.subject, "screen", &fresh, error);
    if (status != STATUS_OK)
        return status;
    if (plan->has_file)
        casefile_view_release(&plan->file);
    plan->file = fresh;
    plan->has_file = true;
    case_veil_draw(&app_session(app)->desk, &plan->file);
    free(plan->steps);
    plan->steps = calloc(fresh.standing.step_count + 1, sizeof(*plan->steps));
    list_steps(plan, view->place.detail);
    return STATUS_OK;
}

static void release(struct view *view)
{
    struct plan_view *plan = plan_of(view);
    free(plan->steps);
    if (plan->has_file)
        casefile_view_release(&plan->file);
}

/* ---- drawing */

static void draw_step(const void *self, struct area row, size_t index)
{
    const struct plan_view *plan = self;
    const struct step_standing *step = step_at(plan, index);
    const struct stage *stage = step->step->stage;
    const bool is_first = index == 0 || step_at(plan, index - 1)->step->stage != stage;
    char mark[STEP_MARK_SIZE], due[32] = "";
    const int stage_columns = row.columns >= 70 ? 18 : 0;
    const int title = stage_columns + (stage_columns > 0 ? 1 : 0);
    const int right = MARK_COLUMNS + DUE_COLUMNS;
    const enum style style = step->is_overdue ? STYLE_ALERT : STYLE_PLAIN;
    if (is_first && stage_columns > 0)
        area_fit(row, 0, 0, stage_columns, STYLE_STRONG, workflow_text(stage->title));
    area_fit(row, 0, title, row.columns - title - right - 1, STYLE_PLAIN,
             workflow_text(step->step->title));
    step_mark_write(mark, &plan->file.standing, step, plan->file.situation.today);
    area_fit(row, 0, row.columns - right, MARK_COLUMNS - 1, style, mark);
    if (step->has_due && !step_state_is_settled(step->state)) {
        const struct civil civil = day_to_civil(step->due);
        snprintf(due, sizeof(due), "%02d.%02d.%04d", civil.day, civil.month, civil.year);
    }
    area_fit(row, 0, row.columns - DUE_COLUMNS, DUE_COLUMNS, style, due);
}

static void draw_preview(const struct plan_view *plan, struct area area)
{
    if (plan->list.count == 0)
        return;
    const struct step_standing *step = step_at(plan, plan->list.selected);
    area_line(area, 0, 1, area.columns - 2, "─");
    area_paragraph(area_part(area, 1, 0, area.rows - 1, area.columns - 1), 0, 3, STYLE_PLAIN,
                   workflow_text(step->step->why));
}

static void draw(const struct app *app, const struct view *view, struct frame *frame)
{
    const struct plan_view *plan = (const struct plan_view *)view;
    struct area body = frame->body;
    (void)app;
    snprintf(frame->title, sizeof(frame->title), "%s", _("All steps"));
    snprintf(frame->next, sizeof(frame->next), "%s", _("Enter shows this step."));
    if (body.rows < 1)
        return;
    area_fit(body, 0, 1, body.columns - 1, STYLE_STRONG,
             workflow_text(plan->file.definition->title));
    const int preview = body.rows > 14 ? PREVIEW_ROWS : 0;
    list_draw(&plan->list, area_part(body, 1, 0, body.rows - 1 - preview, body.columns - 1), true,
              draw_step, plan);
    if (preview > 0)
        draw_preview(plan, area_part(body, body.rows - preview, 0, preview, body.columns));
}

/* ---- keys */

/* The casefile below shows it; without one it is opened. */
static void show_step(struct app *app, struct view *view)
{
    const struct plan_view *plan = plan_of(view);
    struct place place = view->place;
    struct view *below = app_below(app, view);
    if (plan->list.count == 0)
        return;
    snprintf(place.detail, sizeof(place.detail), "%s",
             step_at(plan, plan->list.selected)->step->id);
    if (below != NULL && below->class == &casefile_view_class &&
        strcmp(below->place.subject, place.subject) == 0) {
        below->place = place;
        app_back(app);
    } else
        app_replace(app, &casefile_view_class, &place);
}

static bool handle(struct app *app, struct view *view, const struct key *key)
{
    struct plan_view *plan = plan_of(view);
    if (key->code == CODE_ENTER) {
        show_step(app, view);
        return true;
    }
    const int rows = app_grid(app)->rows - 9;
    const bool is_used = list_handle(&plan->list, key, rows);
    if (is_used && plan->list.count > 0)
        snprintf(view->place.detail, sizeof(view->place.detail), "%s",
                 step_at(plan, plan->list.selected)->step->id);
    return is_used;
}

static void toggle_whole(struct app *app, struct view *view)
{
    struct plan_view *plan = plan_of(view);
    plan->is_whole = !plan->is_whole;
    list_steps(plan, view->place.detail);
    app_say(app, plan->is_whole ? _("Steps that are not needed are shown too.")
                                : _("Steps that are not needed are left out."));
}

static const struct action action_whole = { "whole", NC_("key bar", "All"),
                                            N_("Show the steps that are not needed too, or leave "
                                               "them out") };

static const struct binding keymap[] = {
    { "<F4>", &action_whole, toggle_whole, NULL },
    { .action = NULL },
};

const struct view_class plan_view_class = {
    .name = "plan",
    .about = N_("All steps of the casefile that matter as things stand, stage by stage, with how "
                "they stand and by when they are due.  Enter shows the marked one."),
    .size = sizeof(struct plan_view),
    .keymap = keymap,
    .keeps_place = true,
    .load = load,
    .draw = draw,
    .handle = handle,
    .release = release,
};
