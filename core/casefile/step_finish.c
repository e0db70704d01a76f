/* SPDX-License-Identifier: Apache-2.0 */

/* A step is finished, or goes on with its next round. */
#include "casefile/approval.h"
#include "casefile/step_private.h"

#include "person/personal_text.h"
#include "store/store.h"

#include <string.h>

static const char SQL_ADD_ROUND[] =
    "INSERT INTO step_round (casefile_id, step, round, outcome, finished_on, finished_by)"
    " VALUES (:id, :step, :round, :outcome, :day, :by)"
    " ON CONFLICT (casefile_id, step, round) DO UPDATE SET outcome = excluded.outcome,"
    " finished_on = excluded.finished_on, finished_by = excluded.finished_by";
static const char SQL_SUPERSEDE_ROUND[] =
    "UPDATE answer SET superseded_at = :now"
    " WHERE casefile_id = :id AND step = :step AND superseded_at IS NULL";
static const char SQL_LAST_ASKED[] = "SELECT max(from_day) FROM step_wait"
                                     " WHERE casefile_id = :id AND step = :step"
                                     " AND until_day IS NULL";

/* ---- Roles */

bool step_is_finished_by(const struct step *step, const char *role)
{
    bool is_among = step->finish_by_count == 0;
    for (size_t i = 0; i < step->finish_by_count; i++)
        is_among = is_among || strcmp(step->finish_by[i], role) == 0;
    return is_among;
}

bool step_gives_approval(const struct step *step, const char *role)
{
    return step->approval != NULL && strcmp(step->approval, role) == 0;
}

/* ---- Done, or on to the next round */

static bool is_last_round(const struct step *step, int round, const char *outcome)
{
    bool is_last = (size_t)round >= step->rounds->at_count;
    for (size_t i = 0; outcome != NULL && i < step->rounds->last_count; i++)
        is_last = is_last || strcmp(step->rounds->last[i], outcome) == 0;
    return is_last;
}

static enum status add_round(struct step_act *act, const struct step_completion *completion,
                             int round, struct error *error)
{
    struct query query;
    query_begin(&query, act->desk->store, SQL_ADD_ROUND);
    query_bind_text(&query, ":id", act->casefile_id);
    query_bind_text(&query, ":step", completion->step->id);
    query_bind_int(&query, ":round", round);
    query_bind_text(&query, ":outcome", completion->outcome);
    query_bind_day(&query, ":day", true, completion->day);
    query_bind_text(&query, ":by", completion->finished_by);
    return query_run(&query, error);
}

/* The next round begins with an empty form.  Those of the last one stay, so that whoever reopens it
 * finds them. */
static enum status supersede_round(struct step_act *act, const char *step, struct error *error)
{
    struct query query;
    query_begin(&query, act->desk->store, SQL_SUPERSEDE_ROUND);
    query_bind_text(&query, ":id", act->casefile_id);
    query_bind_text(&query, ":step", step);
    query_bind_text(&query, ":now", act->moment);
    return query_run(&query, error);
}

enum status step_complete(struct step_act *act, const struct step_completion *completion,
                          struct error *error)
{
    const struct step *step = completion->step;
    const struct step_record *record = step_act_record(act, step->id);
    const struct outcome *outcome =
        completion->outcome == NULL ? NULL : step_find_outcome(step, completion->outcome);
    const int round = step->rounds == NULL ? 0 : (record == NULL ? 0 : record->rounds) + 1;
    const bool goes_on = round > 0 && !is_last_round(step, round, completion->outcome);
    const struct step_row row = {
        .state = goes_on                                  ? "started"
                 : outcome != NULL && outcome->is_refusal ? "refused"
                                                          : "done",
        .outcome = completion->outcome,
        .rounds = round,
        .finished_on = &completion->day,
        .finished_by = completion->finished_by,
        .is_approved = completion->is_approved,
        .remark = completion->remark,
    };
    act->result->round = round;
    enum status status = step_write_row(act, step->id, &row, error);
    if (status == STATUS_OK && step->instrument != NULL)
        status = step_write_assessment(act, completion, error);
    if (status == STATUS_OK && step->records != NULL)
        status = step_record_consents(act, step, error);
    if (status == STATUS_OK && round > 0)
        status = add_round(act, completion, round, error);
    return status == STATUS_OK && goes_on ? supersede_round(act, step->id, error) : status;
}

/* ---- Finishing */

static enum status check_outcome(struct step_act *act, const struct step *step, const char *outcome,
                                 struct error *error)
{
    if (outcome == NULL && step->outcome_count > 0)
        return step_act_refuse(act, STEP_REFUSED_OUTCOME, error);
    if (outcome != NULL && step_find_outcome(step, outcome) == NULL)
        return step_act_refuse(act, STEP_REFUSED_NO_OUTCOME, error);
    return STATUS_OK;
}

/* Not before the casefile was opened, and not before the last of those asked was asked. */
static enum status check_day(struct step_act *act, const char *step, struct day day,
                             struct error *error)
{
    struct query query;
    bool has_asked;
    enum status status = step_act_require_past(act, day, error);
    if (status == STATUS_OK && day_compare(day, act->view.situation.opened) < 0)
        status = step_act_refuse(act, STEP_REFUSED_EARLY, error);
    if (status != STATUS_OK)
        return status;
    query_begin(&query, act->desk->store, SQL_LAST_ASKED);
    query_bind_text(&query, ":id", act->casefile_id);
    query_bind_text(&query, ":step", step);
    struct day asked = day;
    has_asked = query_next_row(&query);
    if (has_asked)
        asked = query_day(&query, 0, &has_asked);
    status = query_end(&query, error);
    if (status == STATUS_OK && has_asked && day_compare(day, asked) < 0)
        return step_act_refuse(act, STEP_REFUSED_EARLY, error);
    return status;
}

static enum status check_missing(struct step_act *act, const struct step *step, struct error *error)
{
    const enum status status = step_list_missing(&act->result->missing, step, &act->view.standing,
                                                 &act->view.situation, error);
    if (status == STATUS_OK && act->result->missing.count > 0)
        return step_act_refuse(act, STEP_REFUSED_MISSING, error);
    return status;
}

static enum status check_finishing(struct step_act *act, const struct step_finishing *finishing,
                                   struct error *error)
{
    const struct step_standing *standing;
    enum status status = step_act_find(act, finishing->step, &standing, error);
    if (status == STATUS_OK)
        status = step_act_require_open(act, standing, error);
    if (status != STATUS_OK)
        return status;
    const struct step *step = standing->step;
    if (!step_is_finished_by(step, act->desk->role))
        return step_act_refuse(act, STEP_REFUSED_ROLE, error);
    status = check_outcome(act, step, finishing->outcome, error);
    if (status == STATUS_OK)
        status = check_day(act, step->id, finishing->day, error);
    return status == STATUS_OK ? check_missing(act, step, error) : status;
}

static enum status write_finishing(struct step_act *act, const struct step_finishing *finishing,
                                   const char *remark, struct error *error)
{
    const struct step *step = act->result->step;
    const struct step_record *record = step_act_record(act, step->id);
    const bool is_approved = step_gives_approval(step, act->desk->role);
    const struct step_completion completion = { .step = step,
                                                .outcome = finishing->outcome,
                                                .day = finishing->day,
                                                .finished_by = act->desk->actor,
                                                .is_approved = is_approved,
                                                .remark = remark };
    const struct step_row asked = { .state = "asked_approval",
                                    .outcome = finishing->outcome,
                                    .rounds = record == NULL ? 0 : record->rounds,
                                    .finished_on = &finishing->day,
                                    .finished_by = act->desk->actor,
                                    .remark = remark };
    enum status status = step_act_touch(act, error);
    if (status == STATUS_OK)
        status = step_end_waits(act, step->id, finishing->day, false, error);
    if (status != STATUS_OK)
        return status;
    if (step->approval == NULL || is_approved)
        return step_complete(act, &completion, error);
    const struct approval_key key = { act->casefile_id, APPROVAL_STEP, step->id };
    status = step_write_row(act, step->id, &asked, error);
    return status == STATUS_OK ? approval_ask(act->desk, &key, error) : status;
}

static enum status finish_within_act(struct step_act *act, const struct step_finishing *finishing,
                                     const char *remark, struct error *error)
{
    char key[STEP_KEY_SIZE];
    struct act entry = step_make_act(act, "step.finish", finishing->step, key);
    enum status status = act_begin(&entry, act->desk->store, error);
    if (status == STATUS_OK)
        status = write_finishing(act, finishing, remark, error);
    return act_end(&entry, act->desk->store, status, error);
}

static enum status do_finish(struct step_act *act, const void *order, struct error *error)
{
    const struct step_finishing *finishing = order;
    struct personal_text remark = { .given = finishing->remark,
                                    .max = CASEFILE_REMARK_MAX,
                                    .is_multiline = true };
    enum status status = personal_texts_accept(&remark, 1, error);
    if (status == STATUS_OK)
        status = check_finishing(act, finishing, error);
    if (status == STATUS_OK)
        status = finish_within_act(act, finishing, remark.accepted, error);
    personal_texts_release(&remark, 1);
    return status;
}

enum status step_finish(const struct casefile_desk *desk, const char *casefile_id,
                        const struct step_finishing *finishing, struct step_result *result,
                        struct error *error)
{
    struct step_act act = { .seals = true,
                            .desk = desk,
                            .casefile_id = casefile_id,
                            .step = finishing->step,
                            .result = result };
    return step_act_run(&act, do_finish, finishing, error);
}
