/* SPDX-License-Identifier: Apache-2.0 */
#include "casefile/step_private.h"

#include "casefile/casefile_lease.h"
#include "store/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CASEFILE_OF_KEY "substr(:key, 1, 36)"
#define STEP_OF_KEY     "substr(:key, 38)"

static const char SQL_START[] =
    "INSERT OR IGNORE INTO step_state (casefile_id, step, state, changed_at)"
    " VALUES (:id, :step, 'started', :now)";
static const char SQL_WRITE_ROW[] =
    "INSERT INTO step_state (casefile_id, step, state, outcome, rounds, finished_on, finished_by,"
    " approved_on, approved_by, remark, changed_at) VALUES (:id, :step, :state, :outcome, :rounds,"
    " :finished_on, :finished_by, :approved_on, :approved_by, :remark, :now)"
    " ON CONFLICT (casefile_id, step) DO UPDATE SET state = excluded.state,"
    " outcome = excluded.outcome, rounds = excluded.rounds, finished_on = excluded.finished_on,"
    " finished_by = excluded.finished_by, approved_on = excluded.approved_on,"
    " approved_by = excluded.approved_by, remark = excluded.remark,"
    " changed_at = excluded.changed_at";
static const char SQL_END_WAITS[] =
    "UPDATE step_wait SET until_day = :day WHERE casefile_id = :id AND step = :step"
    " AND until_day IS NULL AND (NOT :clock_only OR stops_clock = 1)";
static const char SQL_SNAPSHOT_STEP[] =
    "SELECT json_patch('{}', json_object('step', " STEP_OF_KEY ", 'state', state,"
    " 'outcome', outcome, 'rounds', nullif(rounds, 0), 'finished_on', finished_on,"
    " 'finished_by', finished_by, 'approved_on', approved_on, 'approved_by', approved_by,"
    " 'remark', remark,"
    " 'answers', json((SELECT nullif(json_group_object(CASE item WHEN 0 THEN field"
    " ELSE field || '#' || item END, value), '{}') FROM (SELECT field, item, value FROM answer"
    " WHERE casefile_id = " CASEFILE_OF_KEY " AND step = " STEP_OF_KEY
    " AND superseded_at IS NULL AND value <> '' ORDER BY field, item))),"
    " 'waits', json((SELECT nullif(json_group_array(json_patch('{}', json_object('rung', rung,"
    " 'for', waiting_for, 'reason', reason, 'reference', reference, 'from', from_day,"
    " 'due', due_on, 'until', until_day, 'answer', answer,"
    " 'stops_clock', nullif(stops_clock, 0)))), '[]') FROM (SELECT * FROM step_wait"
    " WHERE casefile_id = " CASEFILE_OF_KEY " AND step = " STEP_OF_KEY " ORDER BY id)))))"
    " FROM (SELECT 1) LEFT JOIN step_state ON casefile_id = " CASEFILE_OF_KEY
    " AND step = " STEP_OF_KEY;

/* ---- Why not */

static const struct {
    const char *word;
    enum status status;
} refusals[] = {
    [STEP_REFUSED_NOT] = { "", STATUS_OK },
    [STEP_REFUSED_NO_STEP] = { "no_step", STATUS_NOT_FOUND },
    [STEP_REFUSED_NO_FIELD] = { "no_field", STATUS_NOT_FOUND },
    [STEP_REFUSED_CLOSED] = { "closed", STATUS_REFUSED },
    [STEP_REFUSED_NOT_NEEDED] = { "not_needed", STATUS_REFUSED },
    [STEP_REFUSED_LOCKED] = { "locked", STATUS_REFUSED },
    [STEP_REFUSED_BLOCKED] = { "blocked", STATUS_REFUSED },
    [STEP_REFUSED_FINISHED] = { "finished", STATUS_REFUSED },
    [STEP_REFUSED_SKIPPED] = { "skipped", STATUS_REFUSED },
    [STEP_REFUSED_DECLINED] = { "declined", STATUS_REFUSED },
    [STEP_REFUSED_ASKED] = { "asked", STATUS_REFUSED },
    [STEP_REFUSED_NOT_ASKED] = { "not_asked", STATUS_REFUSED },
    [STEP_REFUSED_MISSING] = { "missing", STATUS_REFUSED },
    [STEP_REFUSED_OUTCOME] = { "outcome", STATUS_REFUSED },
    [STEP_REFUSED_NO_OUTCOME] = { "no_outcome", STATUS_REFUSED },
    [STEP_REFUSED_ROLE] = { "role", STATUS_REFUSED },
    [STEP_REFUSED_NO_RUNG] = { "no_rung", STATUS_REFUSED },
    [STEP_REFUSED_NOT_WAITING] = { "not_waiting", STATUS_REFUSED },
    [STEP_REFUSED_NO_APPROVAL] = { "no_approval", STATUS_REFUSED },
    [STEP_REFUSED_NO_SKIP] = { "no_skip", STATUS_REFUSED },
    [STEP_REFUSED_NOT_FINISHED] = { "not_finished", STATUS_REFUSED },
    [STEP_REFUSED_FUTURE] = { "future", STATUS_DATE_INVALID },
    [STEP_REFUSED_EARLY] = { "early", STATUS_DATE_INVALID },
};
_Static_assert(sizeof(refusals) / sizeof(refusals[0]) == STEP_REFUSAL_COUNT,
               "every refusal has its row");

enum status step_act_refuse(struct step_act *act, enum step_refusal refusal, struct error *error)
{
    act->result->refusal = refusal;
    return error_set(error, refusals[refusal].status, "the step: %s", refusals[refusal].word);
}

enum status step_act_find(struct step_act *act, const char *step, const struct step_standing **out,
                          struct error *error)
{
    *out = standing_find(&act->view.standing, step);
    if (*out == NULL)
        return step_act_refuse(act, STEP_REFUSED_NO_STEP, error);
    act->result->step = (*out)->step;
    return STATUS_OK;
}

enum status step_act_require_open(struct step_act *act, const struct step_standing *standing,
                                  struct error *error)
{
    static const enum step_refusal closed[STEP_STATE_COUNT] = {
        [STEP_NOT_NEEDED] = STEP_REFUSED_NOT_NEEDED, [STEP_LOCKED] = STEP_REFUSED_LOCKED,
        [STEP_BLOCKED] = STEP_REFUSED_BLOCKED,       [STEP_READY] = STEP_REFUSED_NOT,
        [STEP_WAITING] = STEP_REFUSED_NOT,           [STEP_ASKED_APPROVAL] = STEP_REFUSED_ASKED,
        [STEP_DONE] = STEP_REFUSED_FINISHED,         [STEP_SKIPPED] = STEP_REFUSED_SKIPPED,
        [STEP_REFUSED] = STEP_REFUSED_DECLINED,
    };
    act->result->step = standing->step;
    if (closed[standing->state] == STEP_REFUSED_NOT)
        return STATUS_OK;
    act->result->lock = standing->lock;
    act->result->guard = standing->guard;
    return step_act_refuse(act, closed[standing->state], error);
}

enum status step_act_require_past(struct step_act *act, struct day day, struct error *error)
{
    if (day_compare(day, act->desk->today) > 0)
        return step_act_refuse(act, STEP_REFUSED_FUTURE, error);
    return STATUS_OK;
}

const struct step_record *step_act_record(const struct step_act *act, const char *step)
{
    const struct situation *situation = &act->view.situation;
    for (size_t i = 0; i < situation->record_count; i++)
        if (strcmp(situation->records[i].step, step) == 0)
            return &situation->records[i];
    return NULL;
}

/* ---- The frame of every act */

static enum status require_lease(struct step_act *act, struct error *error)
{
    struct casefile_lease lease;
    if (act->ignores_lease)
        return STATUS_OK;
    const enum status status =
        casefile_lease_require(act->desk->store, act->desk->actor, act->casefile_id, &lease, error);
    if (status == STATUS_IN_USE)
        memcpy(act->result->user_id, lease.user_id, sizeof(lease.user_id));
    return status;
}

/* Where the casefile stands after the act. */
static enum status tell_standing(struct step_act *act, struct error *error)
{
    struct casefile_view after;
    enum status status = casefile_view_load(act->desk, act->casefile_id, &after, error);
    if (status != STATUS_OK)
        return status;
    const struct step_standing *step =
        act->step == NULL ? NULL : standing_find(&after.standing, act->step);
    if (step != NULL)
        act->result->state = step->state;
    memcpy(act->result->changed_at, after.casefile.changed_at, MOMENT_TEXT_SIZE);
    act->compartments = after.standing.compartments;
    status = casefile_write_tasks(act->desk, &after, error);
    casefile_view_release(&after);
    return status;
}

/* Where nobody has a key at hand (a rehearsal that makes casefiles), whoever runs it seals. */
static enum status seal(struct step_act *act, bool is_sealed, struct error *error)
{
    if (!act->seals || act->compartments == 0 || store_keyring(act->desk->store) == NULL)
        return STATUS_OK;
    act->result->became_restricted = !is_sealed;
    return casefile_restrict(act->desk, act->casefile_id, act->compartments, error);
}

static enum status do_body(struct step_act *act,
                           enum status (*body)(struct step_act *act, const void *order,
                                               struct error *error),
                           const void *order, struct error *error)
{
    enum status status = require_lease(act, error);
    if (status == STATUS_OK)
        status = casefile_view_load(act->desk, act->casefile_id, &act->view, error);
    if (status != STATUS_OK)
        return status;
    if (act->view.casefile.state != CASEFILE_OPEN)
        status = step_act_refuse(act, STEP_REFUSED_CLOSED, error);
    if (status == STATUS_OK)
        status = body(act, order, error);
    casefile_view_release(&act->view);
    return status;
}

enum status step_act_look(struct step_act *act,
                          enum status (*body)(struct step_act *act, const void *order,
                                              struct error *error),
                          const void *order, struct error *error)
{
    struct sealed_opening opening;
    *act->result = (struct step_result){ .refusal = STEP_REFUSED_NOT };
    enum status status = sealed_open(act->desk->store, act->casefile_id, &opening, error);
    if (status == STATUS_OK)
        status = do_body(act, body, order, error);
    return sealed_close(act->desk->store, &opening, status, error);
}

enum status step_act_run(struct step_act *act,
                         enum status (*body)(struct step_act *act, const void *order,
                                             struct error *error),
                         const void *order, struct error *error)
{
    struct sealed_act frame;
    *act->result = (struct step_result){ .refusal = STEP_REFUSED_NOT };
    enum status status = sealed_act_begin(&frame, act->desk->store, act->casefile_id, error);
    if (status != STATUS_OK)
        return status;
    status = do_body(act, body, order, error);
    if (status == STATUS_OK)
        status = tell_standing(act, error);
    if (status == STATUS_OK)
        status = seal(act, frame.opening.is_opened, error);
    status = sealed_act_end(&frame, act->desk->store, status, error);
    if (status == STATUS_OK && frame.is_own && act->result->became_restricted)
        sealed_forget_log(act->desk->store);
    return status;
}

void step_result_release(struct step_result *result)
{
    free(result->faults);
    free(result->missing.items);
    free(result->dependents);
    *result = (struct step_result){ .refusal = STEP_REFUSED_NOT };
}

/* ---- Writing */

enum status step_act_touch(struct step_act *act, struct error *error)
{
    if (act->moment[0] != '\0')
        return STATUS_OK;
    return casefile_touch(act->desk->store, act->casefile_id, act->moment, error);
}

struct act step_make_act(const struct step_act *act, const char *name, const char *step,
                         char key[STEP_KEY_SIZE])
{
    snprintf(key, STEP_KEY_SIZE, "%s/%s", act->casefile_id, step);
    return (struct act){
        .entry = { .actor = act->desk->actor,
                   .act = name,
                   .noun = "casefile",
                   .subject = act->casefile_id },
        .person_id = act->view.casefile.person_id,
        .snapshot = SQL_SNAPSHOT_STEP,
        .key = key,
    };
}

static void begin_step(struct query *query, struct step_act *act, const char *sql, const char *step)
{
    query_begin(query, act->desk->store, sql);
    query_bind_text(query, ":id", act->casefile_id);
    query_bind_text(query, ":step", step);
}

enum status step_write_started(struct step_act *act, const char *step, struct error *error)
{
    struct query query;
    begin_step(&query, act, SQL_START, step);
    query_bind_text(&query, ":now", act->moment);
    return query_run(&query, error);
}

enum status step_write_row(struct step_act *act, const char *step, const struct step_row *row,
                           struct error *error)
{
    struct query query;
    enum status status = step_act_touch(act, error);
    if (status != STATUS_OK)
        return status;
    begin_step(&query, act, SQL_WRITE_ROW, step);
    query_bind_text(&query, ":state", row->state);
    query_bind_text(&query, ":outcome", row->outcome);
    query_bind_int(&query, ":rounds", row->rounds);
    query_bind_day(&query, ":finished_on", row->finished_on != NULL,
                   row->finished_on == NULL ? act->desk->today : *row->finished_on);
    query_bind_text(&query, ":finished_by", row->finished_by);
    query_bind_day(&query, ":approved_on", row->is_approved, act->desk->today);
    query_bind_text(&query, ":approved_by", row->is_approved ? act->desk->actor : NULL);
    query_bind_text(&query, ":remark", row->remark);
    query_bind_text(&query, ":now", act->moment);
    return query_run(&query, error);
}

enum status step_end_waits(struct step_act *act, const char *step, struct day day, bool clock_only,
                           struct error *error)
{
    struct query query;
    begin_step(&query, act, SQL_END_WAITS, step);
    query_bind_day(&query, ":day", true, day);
    query_bind_int(&query, ":clock_only", clock_only);
    return query_run(&query, error);
}
