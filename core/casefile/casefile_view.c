/* SPDX-License-Identifier: Apache-2.0 */
#include "casefile/casefile_view.h"

#include "casefile/casefile_private.h"
#include "casefile/definition_store.h"
#include "casefile/situation_load.h"
#include "journal/journal_note.h"

#include <stdlib.h>

static enum status load_opened(const struct casefile_desk *desk, const char *id,
                               struct casefile_view *out, struct error *error)
{
    enum status status = situation_load(desk, id, out, error);
    if (status == STATUS_OK)
        status = definition_cache_find(desk->definitions, desk->store, out->casefile.workflow,
                                       out->casefile.version, &out->definition, error);
    if (status == STATUS_OK && out->situation.person.age < 0)
        out->situation.person.counts_as_child =
            situation_means_child(&out->situation, out->definition);
    if (status == STATUS_OK)
        status = standing_compute(&out->standing, out->definition, &out->situation, error);
    return status;
}

enum status casefile_view_load(const struct casefile_desk *desk, const char *id,
                               struct casefile_view *out, struct error *error)
{
    struct sealed_opening opening;
    *out = (struct casefile_view){ .person_name = "" };
    enum status status = sealed_open(desk->store, id, &opening, error);
    if (status == STATUS_OK)
        status = load_opened(desk, id, out, error);
    status = sealed_close(desk->store, &opening, status, error);
    if (status != STATUS_OK)
        casefile_view_release(out);
    return status;
}

enum status casefile_view_load_to_read(const struct casefile_desk *desk, const char *id,
                                       const char *from, struct casefile_view *out,
                                       struct error *error)
{
    enum status status = casefile_view_load(desk, id, out, error);
    if (status != STATUS_OK || !out->casefile.is_restricted)
        return status;
    const struct journal_reading reading = { .actor = desk->actor,
                                             .noun = "casefile",
                                             .subject = out->casefile.id,
                                             .from = from,
                                             .is_restricted = true };
    status = journal_note_reading(desk->store, &reading, error);
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

/* ---- What follows for others */

static const char SQL_BAR_ORIGIN[] = "UPDATE casefile SET bars_origin = :bars WHERE id = :id AND"
                                     " bars_origin IS NOT :bars AND is_restricted = 0";

/* Referrals and requests have to know it without the workflow (origin_rule.h). */
static enum status write_bars(const struct casefile_desk *desk, const struct casefile_view *view,
                              struct error *error)
{
    struct query query;
    query_begin(&query, desk->store, SQL_BAR_ORIGIN);
    query_bind_text(&query, ":id", view->casefile.id);
    query_bind_int(&query, ":bars",
                   standing_find_guard(&view->standing, &view->situation, "origin") != NULL);
    return query_run(&query, error);
}

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
    enum status status = task_rewrite(desk->store, desk->actor, &rewriting, error);
    free(wanted);
    if (status == STATUS_OK)
        status = write_bars(desk, view, error);
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
