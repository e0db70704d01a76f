/* SPDX-License-Identifier: Apache-2.0 */

/* Screening again: the person says something new, so every step of the screening that was ended
 * begins anew, as one act.  The answers stand until others take their place, so that no guard falls
 * and no indication goes while somebody asks; an assessment that was finished stays as it was that
 * day. */
#include "casefile/step_private.h"

#include "person/personal_text.h"

static enum status begin_anew(struct step_act *act, const struct step *step, const char *reason,
                              struct error *error)
{
    char key[STEP_KEY_SIZE];
    const struct step_record *record = step_act_record(act, step->id);
    const struct step_row row = { .state = "started", .rounds = record->rounds, .remark = reason };
    struct act entry = step_make_act(act, "step.screen", step->id, key);
    enum status status = act_begin(&entry, act->desk->store, error);
    if (status == STATUS_OK)
        status = step_write_row(act, step->id, &row, error);
    return act_end(&entry, act->desk->store, status, error);
}

static enum status begin_all(struct step_act *act, const char *reason, struct error *error)
{
    const struct standing *standing = &act->view.standing;
    enum status status = STATUS_OK;
    bool is_known = false;
    for (size_t i = 0; status == STATUS_OK && i < standing->step_count; i++) {
        const struct step *step = standing->steps[i].step;
        is_known = is_known || step->is_screening;
        if (!step->is_screening || !step_state_is_ended(standing->steps[i].state))
            continue;
        if (act->result->step == NULL) {
            act->result->step = step;
            act->step = step->id;
        }
        status = begin_anew(act, step, reason, error);
    }
    if (status == STATUS_OK && act->result->step == NULL)
        return step_act_refuse(act, is_known ? STEP_REFUSED_NOT_FINISHED : STEP_REFUSED_NO_STEP,
                               error);
    return status;
}

static enum status do_screen(struct step_act *act, const void *order, struct error *error)
{
    struct personal_text reason = {
        .given = order, .max = CASEFILE_REMARK_MAX, .is_multiline = true, .is_required = true
    };
    enum status status = personal_texts_accept(&reason, 1, error);
    if (status == STATUS_OK)
        status = begin_all(act, reason.accepted, error);
    personal_texts_release(&reason, 1);
    return status;
}

enum status step_screen(const struct casefile_desk *desk, const char *casefile_id,
                        const char *reason, struct step_result *result, struct error *error)
{
    struct step_act act = { .desk = desk, .casefile_id = casefile_id, .result = result };
    return step_act_run(&act, do_screen, reason, error);
}
