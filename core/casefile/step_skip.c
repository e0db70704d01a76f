/* SPDX-License-Identifier: Apache-2.0 */

/* A step is skipped, or begun again after it was finished. */
#include "casefile/step_private.h"

#include "base/array.h"
#include "person/personal_text.h"
#include "workflow/flow.h"

#include <stdlib.h>

/* ---- Which finished steps come after one */

/* A mark for each step: it comes after the one in question. */
struct following {
    const struct definition *definition;
    bool *marks;
    bool is_after; /* of the step that is looked at */
};

static void look_before(void *self, const struct step *before)
{
    struct following *following = self;
    following->is_after = following->is_after ||
                          following->marks[definition_step_index(following->definition, before)];
}

static void mark_following(struct following *following, const struct step *step)
{
    const struct definition *definition = following->definition;
    bool is_changed = true;
    following->marks[definition_step_index(definition, step)] = true;
    while (is_changed) {
        is_changed = false;
        for (size_t i = 0; i < definition->step_count; i++) {
            following->is_after = following->marks[i];
            if (!following->is_after)
                flow_each_before(definition, definition->steps[i], look_before, following);
            is_changed = is_changed || following->is_after != following->marks[i];
            following->marks[i] = following->is_after;
        }
    }
}

static bool is_decided(enum step_state state)
{
    return state == STEP_DONE || state == STEP_SKIPPED || state == STEP_REFUSED ||
           state == STEP_ASKED_APPROVAL;
}

static enum status list_dependents(struct step_act *act, const struct step *step,
                                   struct error *error)
{
    const struct standing *standing = &act->view.standing;
    struct step_result *result = act->result;
    struct following following = { .definition = act->view.definition };
    following.marks = calloc(standing->step_count + 1, sizeof(*following.marks));
    if (following.marks == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "steps");
    mark_following(&following, step);
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < standing->step_count; i++) {
        const struct step_standing *after = &standing->steps[i];
        if (!following.marks[i] || after->step == step || !is_decided(after->state))
            continue;
        status = array_reserve(&result->dependents, &result->dependent_capacity,
                               sizeof(const struct step *), result->dependent_count + 1, error);
        if (status == STATUS_OK)
            result->dependents[result->dependent_count++] = after->step;
    }
    free(following.marks);
    return status;
}

/* ---- The two acts: a step and a reason */

struct reasoned {
    const char *name; /* of the act */
    const char *step;
    const char *reason;
    enum status (*check)(struct step_act *act, const struct step_standing *standing,
                         struct error *error);
    enum status (*write)(struct step_act *act, const struct step *step, const char *reason,
                         struct error *error);
};

static enum status do_within_act(struct step_act *act, const struct reasoned *order,
                                 const char *reason, struct error *error)
{
    char key[STEP_KEY_SIZE];
    struct act entry = step_make_act(act, order->name, order->step, key);
    enum status status = act_begin(&entry, act->desk->store, error);
    if (status == STATUS_OK)
        status = order->write(act, act->result->step, reason, error);
    return act_end(&entry, act->desk->store, status, error);
}

static enum status do_reasoned(struct step_act *act, const void *self, struct error *error)
{
    const struct reasoned *order = self;
    const struct step_standing *standing;
    struct personal_text reason = { .given = order->reason,
                                    .max = CASEFILE_REMARK_MAX,
                                    .is_multiline = true,
                                    .is_required = true };
    enum status status = step_act_find(act, order->step, &standing, error);
    if (status == STATUS_OK)
        status = order->check(act, standing, error);
    if (status == STATUS_OK)
        status = personal_texts_accept(&reason, 1, error);
    if (status == STATUS_OK)
        status = do_within_act(act, order, reason.accepted, error);
    personal_texts_release(&reason, 1);
    return status;
}

/* Skipping settles a step as finishing does, and approving what was finished. */
static bool may_settle(const struct step *step, const char *role)
{
    return step->approval != NULL ? step_gives_approval(step, role)
                                  : step_is_finished_by(step, role);
}

/* Who can bring it about that the step is settled again. */
static bool may_unsettle(const struct step *step, const char *role)
{
    const bool has_finishers = step->finish_by_count > 0 || step->approval == NULL;
    return step_gives_approval(step, role) || (has_finishers && step_is_finished_by(step, role));
}

static enum status refuse_role(struct step_act *act, const struct step *step, struct error *error)
{
    act->result->is_for_approval = step->approval != NULL;
    return step_act_refuse(act, STEP_REFUSED_ROLE, error);
}

static enum status check_skip(struct step_act *act, const struct step_standing *standing,
                              struct error *error)
{
    const enum status status = step_act_require_open(act, standing, error);
    if (status == STATUS_OK && !standing->step->may_skip)
        return step_act_refuse(act, STEP_REFUSED_NO_SKIP, error);
    if (status == STATUS_OK && !may_settle(standing->step, act->desk->role))
        return refuse_role(act, standing->step, error);
    return status;
}

static enum status look_skip(struct step_act *act, const void *order, struct error *error)
{
    const struct step_standing *standing;
    const enum status status = step_act_find(act, order, &standing, error);
    return status == STATUS_OK ? check_skip(act, standing, error) : status;
}

enum status step_may_skip(const struct casefile_desk *desk, const char *casefile_id,
                          const char *step, struct step_result *result, struct error *error)
{
    struct step_act act = { .desk = desk, .casefile_id = casefile_id, .result = result };
    return step_act_look(&act, look_skip, step, error);
}

static enum status write_skip(struct step_act *act, const struct step *step, const char *reason,
                              struct error *error)
{
    const struct step_record *record = step_act_record(act, step->id);
    const struct step_row row = { .state = "skipped",
                                  .rounds = record == NULL ? 0 : record->rounds,
                                  .finished_on = &act->desk->today,
                                  .finished_by = act->desk->actor,
                                  .remark = reason };
    const enum status status = step_write_row(act, step->id, &row, error);
    return status == STATUS_OK ? step_end_waits(act, step->id, act->desk->today, false, error)
                               : status;
}

enum status step_skip(const struct casefile_desk *desk, const char *casefile_id, const char *step,
                      const char *reason, struct step_result *result, struct error *error)
{
    const struct reasoned order = { "step.skip", step, reason, check_skip, write_skip };
    struct step_act act = {
        .desk = desk, .casefile_id = casefile_id, .step = step, .result = result
    };
    return step_act_run(&act, do_reasoned, &order, error);
}

static enum status check_reopen(struct step_act *act, const struct step_standing *standing,
                                struct error *error)
{
    if (standing->state == STEP_ASKED_APPROVAL)
        return step_act_refuse(act, STEP_REFUSED_ASKED, error);
    if (!is_decided(standing->state))
        return step_act_refuse(act, STEP_REFUSED_NOT_FINISHED, error);
    if (!may_unsettle(standing->step, act->desk->role))
        return refuse_role(act, standing->step, error);
    return list_dependents(act, standing->step, error);
}

static enum status write_reopen(struct step_act *act, const struct step *step, const char *reason,
                                struct error *error)
{
    const struct step_standing *standing = standing_find(&act->view.standing, step->id);
    const struct step_record *record = step_act_record(act, step->id);
    const bool was_round = record->rounds > 0 && standing->state != STEP_SKIPPED;
    const struct step_row row = { .state = "started",
                                  .rounds = record->rounds - (was_round ? 1 : 0),
                                  .remark = reason };
    const enum status status = step_write_row(act, step->id, &row, error);
    const bool was_assessed = step->instrument != NULL && standing->state != STEP_SKIPPED;
    return status == STATUS_OK && was_assessed ? step_void_assessment(act, step->id, error)
                                               : status;
}

enum status step_reopen(const struct casefile_desk *desk, const char *casefile_id, const char *step,
                        const char *reason, struct step_result *result, struct error *error)
{
    const struct reasoned order = { "step.reopen", step, reason, check_reopen, write_reopen };
    struct step_act act = {
        .desk = desk, .casefile_id = casefile_id, .step = step, .result = result
    };
    return step_act_run(&act, do_reasoned, &order, error);
}
