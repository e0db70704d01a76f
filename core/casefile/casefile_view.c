/* SPDX-License-Identifier: Apache-2.0 */
#include "casefile/casefile_view.h"

#include "casefile/casefile_private.h"
#include "casefile/definition_store.h"
#include "casefile/situation_load.h"

#include <stdlib.h>

enum status casefile_view_load(const struct casefile_desk *desk, const char *id,
                               struct casefile_view *out, struct error *error)
{
    *out = (struct casefile_view){ .person_name = "" };
    enum status status = situation_load(desk, id, out, error);
    if (status == STATUS_OK)
        status = definition_cache_find(desk->definitions, desk->store, out->casefile.workflow,
                                       out->casefile.version, &out->definition, error);
    if (status == STATUS_OK && out->situation.person.age < 0)
        out->situation.person.counts_as_child =
            situation_means_child(&out->situation, out->definition);
    if (status == STATUS_OK)
        status = standing_compute(&out->standing, out->definition, &out->situation, error);
    if (status != STATUS_OK)
        casefile_view_release(out);
    return status;
}

void casefile_view_release(struct casefile_view *view)
{
    standing_release(&view->standing);
    casefile_release(&view->casefile);
    arena_release(&view->arena);
    *view = (struct casefile_view){ .person_name = "" };
}

/* ---- Tasks that follow */

static bool make_task(const struct step_standing *step, const struct casefile_view *view,
                      struct task_wanted *out)
{
    *out = (struct task_wanted){ .step = step->step->id,
                                 .is_urgent = step->step->is_urgent ||
                                              view->casefile.urgency == CASEFILE_URGENT,
                                 .since = step->since };
    /* A term runs also while its step has to wait for its turn. */
    const bool is_running = step->state == STEP_LOCKED && step->has_due && step->round == 0;
    if (step->state != STEP_READY && step->state != STEP_WAITING &&
        step->state != STEP_ASKED_APPROVAL && !is_running)
        return false;
    out->kind = step->state == STEP_WAITING          ? TASK_KIND_WAITING
                : step->state == STEP_ASKED_APPROVAL ? TASK_KIND_APPROVAL
                : is_running                         ? TASK_KIND_TERM
                                                     : TASK_KIND_STEP;
    /* While the clock stands still, the day moves on with every day. */
    out->has_due_on = (step->has_due || step->has_rung_due) && !step->is_clock_stopped;
    if (out->has_due_on)
        out->due_on =
            !step->has_due || (step->has_rung_due && day_compare(step->rung_due, step->due) < 0)
                ? step->rung_due
                : step->due;
    out->has_remind_on =
        out->has_due_on && step->has_reminder && day_compare(step->reminder, out->due_on) <= 0;
    out->remind_on = step->reminder;
    /* A round whose day has not come is nobody's work before that. */
    if (step->round > 0 && step->state == STEP_READY && out->has_due_on &&
        day_compare(out->due_on, view->situation.today) > 0)
        out->since = out->due_on;
    return true;
}

enum status casefile_write_tasks(const struct casefile_desk *desk, const struct casefile_view *view,
                                 struct error *error)
{
    const bool is_open = view->casefile.state == CASEFILE_OPEN;
    const char *user = view->casefile.assigned_to;
    struct task_wanted *wanted = calloc(view->standing.step_count + 1, sizeof(*wanted));
    struct task_rewriting rewriting = { .casefile_id = view->casefile.id,
                                        .assigned_to = user[0] == '\0' ? NULL : user,
                                        .wanted = wanted,
                                        .is_cancelled = !is_open };
    if (wanted == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "tasks");
    for (size_t i = 0; is_open && i < view->standing.step_count; i++)
        if (make_task(&view->standing.steps[i], view, &wanted[rewriting.count]))
            rewriting.count++;
    const enum status status = task_rewrite(desk->store, desk->actor, &rewriting, error);
    free(wanted);
    return status == STATUS_OK ? casefile_raise_alerts(desk, view, error) : status;
}

enum status casefile_load_and_write_tasks(const struct casefile_desk *desk, const char *id,
                                          struct error *error)
{
    struct casefile_view view;
    enum status status = casefile_view_load(desk, id, &view, error);
    if (status != STATUS_OK)
        return status;
    status = casefile_write_tasks(desk, &view, error);
    casefile_view_release(&view);
    return status;
}
