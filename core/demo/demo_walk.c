/* SPDX-License-Identifier: Apache-2.0 */
#include "demo/demo_walk.h"

#include "casefile/casefile_store.h"
#include "casefile/step_store.h"

#include <string.h>

enum { ACTS_MAX = 80, LAST_DAY = INT32_MAX };

/* The demo user is a supervisor, who may do everything; who asks for approval acts as counsellor.
 */
static const char deciding_role[] = "supervisor";
static const char asking_role[] = "counsellor";

static struct day days_after(struct day day, int days)
{
    return (struct day){ day.number + days };
}

static bool has_come(const struct casefile_desk *desk, struct day day)
{
    return day_compare(day, desk->today) <= 0;
}

static bool is_stop(const struct demo_case *walked, const struct step *step)
{
    const struct demo_course *course = walked->course;
    return course->stop != DEMO_STOP_NEVER && strcmp(course->stop_step, step->id) == 0;
}

/* ---- When */

/* The day before which the step is not begun. */
static struct day first_day(const struct demo_case *walked, const struct step_standing *standing)
{
    const struct step *step = standing->step;
    const struct demo_hint *hint = demo_hint_find(walked->course->path, step->id, DEMO_HINT_DAY);
    struct day day = walked->opened;
    if (hint != NULL)
        day = days_after(walked->opened, hint->number);
    /* The next round has its own day, and so has the last day of a paper. */
    if (standing->has_due && day_compare(day, standing->due) < 0 &&
        (step->rounds != NULL || (step->deadline != NULL && step->deadline->is_exact)))
        day = standing->due;
    return day;
}

static struct day answer_day(const struct demo_case *walked, const struct step *step)
{
    for (size_t i = 0; i < walked->asked_count; i++)
        if (walked->asked[i].step == step)
            return walked->asked[i].answered_on;
    return (struct day){ LAST_DAY };
}

static bool is_reminded(const struct demo_case *walked, const struct step_standing *standing)
{
    return standing->state == STEP_WAITING && standing->rung != NULL && standing->has_rung_due &&
           is_stop(walked, standing->step) && walked->reminders < walked->course->reminders;
}

static struct day day_of(const struct demo_case *walked, const struct step_standing *standing)
{
    if (is_reminded(walked, standing))
        return standing->rung_due;
    if (standing->state == STEP_WAITING)
        return answer_day(walked, standing->step);
    return standing->state == STEP_READY ? first_day(walked, standing) : (struct day){ LAST_DAY };
}

/* ---- Acts */

static enum status explain(const struct step *step, const struct step_result *result,
                           enum status status, struct error *error)
{
    if (status == STATUS_REFUSED || status == STATUS_INVALID || status == STATUS_NOT_FOUND ||
        status == STATUS_DATE_INVALID)
        return error_set(error, STATUS_INVALID, "step %s is refused (%d) %s", step->id,
                         (int)result->refusal, result->field);
    return status;
}

static enum status skip(const struct casefile_desk *desk, const struct demo_case *walked,
                        const struct step *step, const char *reason, struct error *error)
{
    struct step_result result;
    const enum status status = step_skip(desk, walked->id, step->id, reason, &result, error);
    const enum status explained = explain(step, &result, status, error);
    step_result_release(&result);
    return explained;
}

static enum status ask(const struct casefile_desk *desk, struct demo_case *walked,
                       const struct step *step, struct error *error)
{
    const struct demo_hint *hint = demo_hint_find(walked->course->path, step->id, DEMO_HINT_ASK);
    const int days = hint != NULL ? hint->number : (int)demo_random_between(&walked->random, 2, 7);
    struct step_result result;
    const struct step_waiting waiting = { .step = step->id,
                                          .waiting_for = demo_hint_whom(walked->course->path, step),
                                          .from = desk->today };
    const enum status status = step_begin_wait(desk, walked->id, &waiting, &result, error);
    const enum status explained = explain(step, &result, status, error);
    step_result_release(&result);
    if (!is_stop(walked, step) && walked->asked_count < DEMO_ASKED_MAX) {
        walked->asked[walked->asked_count].step = step;
        walked->asked[walked->asked_count++].answered_on = days_after(desk->today, days);
    }
    return explained;
}

static const char *choose_outcome(const struct demo_case *walked, const struct step *step)
{
    const struct demo_hint *hint =
        demo_hint_find(walked->course->path, step->id, DEMO_HINT_OUTCOME);
    if (hint != NULL)
        return hint->value;
    for (size_t i = 0; i < step->outcome_count; i++)
        if (!step->outcomes[i].is_refusal)
            return step->outcomes[i].id;
    return NULL;
}

static enum status finish(const struct casefile_desk *desk, struct demo_case *walked,
                          const struct step *step, struct error *error)
{
    struct step_result result;
    const struct step_finishing finishing = { .step = step->id,
                                              .outcome = choose_outcome(walked, step),
                                              .day = desk->today };
    enum status status = demo_answer_step(desk, walked->id, step, walked->course->path,
                                          &walked->speaker, &walked->random, error);
    if (status != STATUS_OK)
        return status;
    status = step_finish(desk, walked->id, &finishing, &result, error);
    status = explain(step, &result, status, error);
    step_result_release(&result);
    return status;
}

static enum status do_step(const struct casefile_desk *desk, struct demo_case *walked,
                           const struct step_standing *standing, struct error *error)
{
    const struct step *step = standing->step;
    const struct demo_path *path = walked->course->path;
    const struct demo_hint *hint = demo_hint_find(path, step->id, DEMO_HINT_SKIP);
    if (hint != NULL)
        return skip(desk, walked, step, hint->value, error);
    if (step->may_skip && !demo_hint_is_any(path, step->id))
        return skip(desk, walked, step, "Сейчас не требуется", error);
    if (is_reminded(walked, standing))
        walked->reminders++;
    else if (standing->state == STEP_WAITING || step->ladder == NULL)
        return finish(desk, walked, step, error);
    return ask(desk, walked, step, error);
}

/* What its course ends with. */
static enum status stop(const struct casefile_desk *desk, struct demo_case *walked,
                        const struct step *step, struct error *error)
{
    struct casefile_desk asking = *desk;
    walked->has_stopped = true;
    walked->is_resting = walked->course->stop == DEMO_STOP_READY;
    asking.role = asking_role;
    if (walked->course->stop == DEMO_STOP_ASKED)
        return ask(desk, walked, step, error);
    if (walked->course->stop == DEMO_STOP_FOR_APPROVAL)
        return finish(&asking, walked, step, error);
    return STATUS_OK;
}

static enum status close_for(const struct casefile_desk *desk, struct demo_case *walked,
                             enum closing_reason reason, struct error *error)
{
    struct casefile_closed closed;
    const struct casefile_closing closing = { .reason = reason, .is_approver = true };
    walked->is_resting = true;
    walked->is_closed = true;
    return casefile_close(desk, walked->id, &closing, &closed, error);
}

/* Everything is done: it is closed for the reason that the last step says. */
static enum status close_finished(const struct casefile_desk *desk, struct demo_case *walked,
                                  const struct situation *situation, struct error *error)
{
    enum closing_reason reason;
    const char *word = situation_answer(situation, "closing", "reason", 0);
    const enum status status = closing_reason_parse(&reason, word == NULL ? "" : word, error);
    return status == STATUS_OK ? close_for(desk, walked, reason, error) : status;
}

/* ---- A day */

/* What is done next today; NULL: nothing, and *wake is when to look again. */
static const struct step_standing *choose(const struct casefile_desk *desk,
                                          const struct demo_case *walked,
                                          const struct standing *standing, struct day *wake)
{
    const struct step_standing *chosen = NULL;
    const struct step_standing *last = NULL;
    *wake = (struct day){ LAST_DAY };
    for (size_t i = 0; i < standing->step_count; i++) {
        const struct step_standing *step = &standing->steps[i];
        const struct day day = day_of(walked, step);
        if (!has_come(desk, day) && day_compare(day, *wake) < 0)
            *wake = day;
        if (!has_come(desk, day))
            continue;
        const bool is_last = is_stop(walked, step->step) && step->state == STEP_READY;
        if (is_last && walked->course->stop == DEMO_STOP_READY)
            return step;
        if (is_last)
            last = step;
        else if (chosen == NULL || step == standing->next)
            chosen = step;
    }
    return chosen != NULL ? chosen : last;
}

static enum status act(const struct casefile_desk *desk, struct demo_case *walked, bool *is_done,
                       struct error *error)
{
    struct casefile_view view;
    struct day wake;
    enum status status = casefile_view_load(desk, walked->id, &view, error);
    if (status != STATUS_OK)
        return status;
    const struct step_standing *chosen = choose(desk, walked, &view.standing, &wake);
    *is_done = chosen == NULL;
    if (chosen != NULL && chosen->state == STEP_READY && is_stop(walked, chosen->step))
        status = stop(desk, walked, chosen->step, error);
    else if (chosen != NULL)
        status = do_step(desk, walked, chosen, error);
    else if (view.standing.is_finished)
        status = close_finished(desk, walked, &view.situation, error);
    walked->wake = wake;
    if (chosen == NULL && wake.number == LAST_DAY)
        walked->is_resting = true;
    casefile_view_release(&view);
    return status;
}

enum status demo_case_walk(const struct casefile_desk *desk, struct demo_case *out,
                           struct error *error)
{
    struct casefile_desk deciding = *desk;
    const struct demo_course *course = out->course;
    bool is_done = false;
    enum status status = STATUS_OK;
    deciding.role = deciding_role;
    if (course->closes_after > 0 && has_come(desk, days_after(out->opened, course->closes_after)))
        return close_for(&deciding, out, course->closing, error);
    for (int i = 0; status == STATUS_OK && !is_done && !out->is_resting; i++) {
        if (i == ACTS_MAX)
            return error_set(error, STATUS_INVALID, "%s never ends", course->path->workflow);
        status = act(&deciding, out, &is_done, error);
    }
    if (course->closes_after > 0 &&
        day_compare(days_after(out->opened, course->closes_after), out->wake) < 0)
        out->wake = days_after(out->opened, course->closes_after);
    if (course->closes_after > 0)
        out->is_resting = out->is_closed;
    return status;
}
