/* SPDX-License-Identifier: Apache-2.0 */

/* What was finished is approved, or given back.  The form is not touched, so whoever has it in hand
 * is not in the way. */
#include "casefile/approval.h"
#include "casefile/step_private.h"

#include "person/personal_text.h"
#include "store/store.h"

#include <stdlib.h>
#include <string.h>

static const char SQL_FIND_ROW[] = "SELECT coalesce(finished_by, ''), remark FROM step_state"
                                   " WHERE casefile_id = :id AND step = :step";

/* What was asked for. */
struct asked {
    char finished_by[UUID_TEXT_SIZE];
    char *remark; /* owned */
};

static enum status find_asked(struct step_act *act, const char *step, struct asked *out,
                              struct error *error)
{
    struct query query;
    const struct step_standing *standing;
    *out = (struct asked){ .finished_by = "" };
    enum status status = step_act_find(act, step, &standing, error);
    if (status == STATUS_OK && standing->state != STEP_ASKED_APPROVAL)
        status = step_act_refuse(act, STEP_REFUSED_NO_APPROVAL, error);
    if (status != STATUS_OK)
        return status;
    query_begin(&query, act->desk->store, SQL_FIND_ROW);
    query_bind_text(&query, ":id", act->casefile_id);
    query_bind_text(&query, ":step", step);
    if (query_next_row(&query)) {
        query_copy_text(&query, 0, out->finished_by, sizeof(out->finished_by));
        out->remark = query_take_text(&query, 1);
    }
    return query_end_found(&query, error);
}

static enum status approve_asked(struct step_act *act, const struct asked *asked,
                                 struct error *error)
{
    char key[STEP_KEY_SIZE];
    const struct step *step = act->result->step;
    const struct step_record *record = step_act_record(act, step->id);
    const struct step_completion completion = { .step = step,
                                                .outcome = record->outcome,
                                                .day = record->finished_on,
                                                .finished_by = asked->finished_by,
                                                .is_approved = true,
                                                .remark = asked->remark };
    if (!step_gives_approval(step, act->desk->role))
        return step_act_refuse(act, STEP_REFUSED_ROLE, error);
    struct act entry = step_make_act(act, "step.approve", step->id, key);
    enum status status = act_begin(&entry, act->desk->store, error);
    if (status == STATUS_OK)
        status = step_act_touch(act, error);
    if (status == STATUS_OK)
        status = step_complete(act, &completion, error);
    const struct approval_key asking = { act->casefile_id, APPROVAL_STEP, step->id };
    if (status == STATUS_OK)
        status = approval_answer(act->desk, &asking, APPROVAL_APPROVED, error);
    return act_end(&entry, act->desk->store, status, error);
}

static enum status do_approve(struct step_act *act, const void *order, struct error *error)
{
    struct asked asked;
    enum status status = find_asked(act, order, &asked, error);
    if (status == STATUS_OK)
        status = approve_asked(act, &asked, error);
    free(asked.remark);
    return status;
}

enum status step_approve(const struct casefile_desk *desk, const char *casefile_id,
                         const char *step, struct step_result *result, struct error *error)
{
    struct step_act act = { .desk = desk,
                            .casefile_id = casefile_id,
                            .step = step,
                            .ignores_lease = true,
                            .result = result };
    return step_act_run(&act, do_approve, step, error);
}

struct returning {
    const char *step;
    const char *remark;
};

/* Whoever asked takes it back. */
static bool may_return(const struct step_act *act, const struct asked *asked)
{
    return step_gives_approval(act->result->step, act->desk->role) ||
           strcmp(asked->finished_by, act->desk->actor) == 0;
}

static enum status look_return(struct step_act *act, const void *order, struct error *error)
{
    struct asked asked;
    enum status status = find_asked(act, order, &asked, error);
    if (status == STATUS_OK && !may_return(act, &asked))
        status = step_act_refuse(act, STEP_REFUSED_ROLE, error);
    free(asked.remark);
    return status;
}

static enum status return_asked(struct step_act *act, const struct asked *asked, const char *remark,
                                struct error *error)
{
    char key[STEP_KEY_SIZE];
    const struct step *step = act->result->step;
    const struct step_record *record = step_act_record(act, step->id);
    const struct step_row row = { .state = "started", .rounds = record->rounds, .remark = remark };
    if (!may_return(act, asked))
        return step_act_refuse(act, STEP_REFUSED_ROLE, error);
    struct act entry = step_make_act(act, "step.return", step->id, key);
    enum status status = act_begin(&entry, act->desk->store, error);
    if (status == STATUS_OK)
        status = step_write_row(act, step->id, &row, error);
    const struct approval_key asking = { act->casefile_id, APPROVAL_STEP, step->id };
    if (status == STATUS_OK)
        status = approval_answer(act->desk, &asking,
                                 step_gives_approval(step, act->desk->role) ? APPROVAL_REJECTED
                                                                            : APPROVAL_WITHDRAWN,
                                 error);
    return act_end(&entry, act->desk->store, status, error);
}

static enum status do_return(struct step_act *act, const void *order, struct error *error)
{
    const struct returning *returning = order;
    struct asked asked = { .remark = NULL };
    struct personal_text remark = { .given = returning->remark,
                                    .max = CASEFILE_REMARK_MAX,
                                    .is_multiline = true,
                                    .is_required = true };
    enum status status = personal_texts_accept(&remark, 1, error);
    if (status == STATUS_OK)
        status = find_asked(act, returning->step, &asked, error);
    if (status == STATUS_OK)
        status = return_asked(act, &asked, remark.accepted, error);
    personal_texts_release(&remark, 1);
    free(asked.remark);
    return status;
}

enum status step_return(const struct casefile_desk *desk, const char *casefile_id, const char *step,
                        const char *remark, struct step_result *result, struct error *error)
{
    const struct returning returning = { step, remark };
    struct step_act act = { .desk = desk,
                            .casefile_id = casefile_id,
                            .step = step,
                            .ignores_lease = true,
                            .result = result };
    return step_act_run(&act, do_return, &returning, error);
}

enum status step_may_return(const struct casefile_desk *desk, const char *casefile_id,
                            const char *step, struct step_result *result, struct error *error)
{
    struct step_act act = {
        .desk = desk, .casefile_id = casefile_id, .ignores_lease = true, .result = result
    };
    return step_act_look(&act, look_return, step, error);
}
