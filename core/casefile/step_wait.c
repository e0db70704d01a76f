/* SPDX-License-Identifier: Apache-2.0 */

/* Waiting for others: asked, asked again one rung higher, answered. */
#include "casefile/step_private.h"

#include "person/personal_text.h"

#include <string.h>

static const char SQL_ADD_WAIT[] =
    "INSERT INTO step_wait (id, casefile_id, step, rung, waiting_for, reason, reference, from_day,"
    " due_on, stops_clock, noted_by) VALUES (:uuid, :id, :step, :rung, :waiting_for, :reason,"
    " :reference, :from, :due, :stops_clock, :actor)";
static const char SQL_SET_DUE[] = "UPDATE step_wait SET due_on = :due WHERE id = :uuid";
static const char SQL_ANSWER_WAIT[] =
    "UPDATE step_wait SET answer = :answer WHERE id = (SELECT id FROM step_wait"
    " WHERE casefile_id = :id AND step = :step AND until_day IS NULL ORDER BY id DESC LIMIT 1)";

enum { WAITING_FOR, REASON, REFERENCE, TEXTS };
enum { ANSWER_MAX = 2000 };

/* ---- What is waited for already */

/* Of a step's open waits: the newest, and the highest rung of those that do not stop the clock. */
struct open_waits {
    const struct step_wait *newest;
    const struct step_wait *asked;
    struct day latest; /* when the last of them began */
};

static struct open_waits find_open(const struct step_act *act, const char *step)
{
    const struct situation *situation = &act->view.situation;
    struct open_waits open = { .newest = NULL };
    for (size_t i = 0; i < situation->wait_count; i++) {
        const struct step_wait *wait = &situation->waits[i];
        if (wait->has_until || strcmp(wait->step, step) != 0)
            continue;
        if (open.newest == NULL || day_compare(wait->from, open.latest) > 0)
            open.latest = wait->from;
        open.newest = wait;
        if (!wait->stops_clock)
            open.asked = wait;
    }
    return open;
}

/* ---- Beginning */

static enum status insert_wait(struct step_act *act, const struct step_waiting *waiting, int rung,
                               const struct personal_text texts[TEXTS], const char *id,
                               struct error *error)
{
    struct query query;
    query_begin(&query, act->desk->store, SQL_ADD_WAIT);
    query_bind_text(&query, ":uuid", id);
    query_bind_text(&query, ":id", act->casefile_id);
    query_bind_text(&query, ":step", waiting->step);
    query_bind_int(&query, ":rung", rung);
    query_bind_text(&query, ":waiting_for", texts[WAITING_FOR].accepted);
    query_bind_text(&query, ":reason", texts[REASON].accepted);
    query_bind_text(&query, ":reference", texts[REFERENCE].accepted);
    query_bind_day(&query, ":from", true, waiting->from);
    query_bind_day(&query, ":due", waiting->has_due, waiting->due);
    query_bind_int(&query, ":stops_clock", waiting->stops_clock);
    query_bind_text(&query, ":actor", act->desk->actor);
    return query_run(&query, error);
}

/* The step's deadline is known once the wait is there: then it is the day that was promised. */
static enum status set_due(struct step_act *act, const char *step, const char *id,
                           struct error *error)
{
    struct casefile_view view;
    struct query query;
    enum status status = casefile_view_load(act->desk, act->casefile_id, &view, error);
    if (status != STATUS_OK)
        return status;
    const struct step_standing *standing = standing_find(&view.standing, step);
    act->result->has_due = standing != NULL && standing->has_due &&
                           day_compare(standing->due, standing->wait->from) >= 0;
    if (act->result->has_due)
        act->result->due = standing->due;
    casefile_view_release(&view);
    if (!act->result->has_due)
        return STATUS_OK;
    query_begin(&query, act->desk->store, SQL_SET_DUE);
    query_bind_text(&query, ":uuid", id);
    query_bind_day(&query, ":due", true, act->result->due);
    return query_run(&query, error);
}

static bool counts_from_asking(const struct step *step)
{
    return step->deadline != NULL && strcmp(step->deadline->from, "asked") == 0;
}

static enum status write_wait(struct step_act *act, const struct step_waiting *waiting, int rung,
                              const struct personal_text texts[TEXTS], struct error *error)
{
    char id[UUID_TEXT_SIZE];
    uuid_new(id);
    enum status status = step_act_touch(act, error);
    if (status == STATUS_OK)
        status = step_write_started(act, waiting->step, error);
    if (status == STATUS_OK)
        status = insert_wait(act, waiting, rung, texts, id, error);
    act->result->has_due = waiting->has_due;
    act->result->due = waiting->due;
    if (status == STATUS_OK && rung == 0 && !waiting->has_due && !waiting->stops_clock &&
        counts_from_asking(act->result->step))
        status = set_due(act, waiting->step, id, error);
    return status;
}

static enum status wait_within_act(struct step_act *act, const struct step_waiting *waiting,
                                   int rung, const struct personal_text texts[TEXTS],
                                   struct error *error)
{
    char key[STEP_KEY_SIZE];
    const char *name = waiting->stops_clock ? "step.stop_clock"
                       : rung > 0           ? "step.escalate"
                                            : "step.wait";
    struct act entry = step_make_act(act, name, waiting->step, key);
    enum status status = act_begin(&entry, act->desk->store, error);
    if (status == STATUS_OK)
        status = write_wait(act, waiting, rung, texts, error);
    return act_end(&entry, act->desk->store, status, error);
}

/* The rung that this wait is: 0 asks, then each is one higher. */
static enum status find_rung(struct step_act *act, const struct step_waiting *waiting, int *out,
                             struct error *error)
{
    const struct step_standing *standing;
    *out = 0;
    enum status status = step_act_find(act, waiting->step, &standing, error);
    if (status == STATUS_OK)
        status = step_act_require_open(act, standing, error);
    if (status == STATUS_OK)
        status = step_act_require_past(act, waiting->from, error);
    if (status != STATUS_OK)
        return status;
    const struct open_waits open = find_open(act, waiting->step);
    if (open.newest != NULL && day_compare(waiting->from, open.latest) < 0)
        return step_act_refuse(act, STEP_REFUSED_EARLY, error);
    if (waiting->has_due && day_compare(waiting->due, waiting->from) < 0)
        return step_act_refuse(act, STEP_REFUSED_EARLY, error);
    if (open.asked == NULL || waiting->stops_clock)
        return STATUS_OK;
    const struct ladder *ladder = standing->step->ladder;
    if (ladder == NULL || (size_t)open.asked->rung >= ladder->rung_count)
        return step_act_refuse(act, STEP_REFUSED_NO_RUNG, error);
    *out = open.asked->rung + 1;
    return STATUS_OK;
}

static enum status do_wait(struct step_act *act, const void *order, struct error *error)
{
    const struct step_waiting *waiting = order;
    struct personal_text texts[TEXTS] = {
        [WAITING_FOR] = { .given = waiting->waiting_for, .max = 200, .is_required = true },
        [REASON] = { .given = waiting->reason, .max = 400, .is_required = waiting->stops_clock },
        [REFERENCE] = { .given = waiting->reference, .max = 40 },
    };
    int rung = 0;
    enum status status = personal_texts_accept(texts, TEXTS, error);
    if (status == STATUS_OK)
        status = find_rung(act, waiting, &rung, error);
    if (status == STATUS_OK)
        status = wait_within_act(act, waiting, rung, texts, error);
    personal_texts_release(texts, TEXTS);
    return status;
}

enum status step_begin_wait(const struct casefile_desk *desk, const char *casefile_id,
                            const struct step_waiting *waiting, struct step_result *result,
                            struct error *error)
{
    struct step_act act = {
        .desk = desk, .casefile_id = casefile_id, .step = waiting->step, .result = result
    };
    return step_act_run(&act, do_wait, waiting, error);
}

static enum status look_wait(struct step_act *act, const void *order, struct error *error)
{
    int rung;
    return find_rung(act, order, &rung, error);
}

enum status step_may_wait(const struct casefile_desk *desk, const char *casefile_id,
                          const struct step_waiting *waiting, struct step_result *result,
                          struct error *error)
{
    struct step_act act = { .desk = desk, .casefile_id = casefile_id, .result = result };
    return step_act_look(&act, look_wait, waiting, error);
}

/* ---- Answered */

struct resuming {
    const char *step;
    struct day day;
    const char *answer;
};

static enum status write_answer(struct step_act *act, const char *step, const char *answer,
                                struct error *error)
{
    struct query query;
    if (answer == NULL)
        return STATUS_OK;
    query_begin(&query, act->desk->store, SQL_ANSWER_WAIT);
    query_bind_text(&query, ":id", act->casefile_id);
    query_bind_text(&query, ":step", step);
    query_bind_text(&query, ":answer", answer);
    return query_run(&query, error);
}

static enum status resume_within_act(struct step_act *act, const struct resuming *resuming,
                                     bool clock_only, const char *answer, struct error *error)
{
    char key[STEP_KEY_SIZE];
    struct act entry = step_make_act(act, "step.resume", resuming->step, key);
    enum status status = act_begin(&entry, act->desk->store, error);
    if (status == STATUS_OK)
        status = step_act_touch(act, error);
    if (status == STATUS_OK)
        status = write_answer(act, resuming->step, answer, error);
    if (status == STATUS_OK)
        status = step_end_waits(act, resuming->step, resuming->day, clock_only, error);
    return act_end(&entry, act->desk->store, status, error);
}

static enum status check_resuming(struct step_act *act, const struct resuming *resuming,
                                  const struct open_waits *open, struct error *error)
{
    const struct step_standing *standing;
    enum status status = step_act_find(act, resuming->step, &standing, error);
    if (status == STATUS_OK && open->newest == NULL)
        status = step_act_refuse(act, STEP_REFUSED_NOT_WAITING, error);
    if (status == STATUS_OK)
        status = step_act_require_past(act, resuming->day, error);
    if (status == STATUS_OK && day_compare(resuming->day, open->latest) < 0)
        status = step_act_refuse(act, STEP_REFUSED_EARLY, error);
    return status;
}

static enum status do_resume(struct step_act *act, const void *order, struct error *error)
{
    const struct resuming *resuming = order;
    const struct open_waits open = find_open(act, resuming->step);
    struct personal_text answer = { .given = resuming->answer,
                                    .max = ANSWER_MAX,
                                    .is_multiline = true };
    enum status status = personal_texts_accept(&answer, 1, error);
    if (status == STATUS_OK)
        status = check_resuming(act, resuming, &open, error);
    if (status == STATUS_OK)
        status = resume_within_act(act, resuming, open.newest != NULL && open.newest->stops_clock,
                                   answer.accepted, error);
    personal_texts_release(&answer, 1);
    return status;
}

enum status step_resume(const struct casefile_desk *desk, const char *casefile_id, const char *step,
                        struct day day, const char *answer, struct step_result *result,
                        struct error *error)
{
    const struct resuming resuming = { step, day, answer };
    struct step_act act = {
        .desk = desk, .casefile_id = casefile_id, .step = step, .result = result
    };
    return step_act_run(&act, do_resume, &resuming, error);
}
