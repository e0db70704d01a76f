/* SPDX-License-Identifier: Apache-2.0 */

/* What was typed into the form of a step on a screen and never given: here every answer counts at
 * once, so it becomes one. */
#include "compartment/sealed_draft.h"
#include "language.h"
#include "linear/linear_form.h"
#include "store/draft_fields.h"
#include "wording/case_path.h"

#include <string.h>

enum { FORM_SIZE = CASEFILE_WORKFLOW_SIZE + 8 };

struct taking {
    struct linear_case *hand;
    const struct step *step;
    unsigned long taken;
    unsigned long wrong;
};

static void take_field(void *self, const struct draft_field *field)
{
    struct taking *taking = self;
    struct linear_case *hand = taking->hand;
    char path[STEP_PATH_SIZE];
    int item = 0;
    struct error error = { 0 };
    if (field->value[0] == '\0' || !case_path_parse(path, &item, field->name, strlen(field->name)))
        return;
    const struct case_place place = case_place_find(taking->step, path, item);
    const char *answer = situation_answer(&hand->view.situation, taking->step->id, path, item);
    if ((place.field == NULL && place.evidence == NULL) ||
        (answer != NULL && strcmp(answer, field->value) == 0))
        return;
    const struct answer_input input = { taking->step->id, path, item, field->value };
    const struct answer_act act = { .inputs = &input, .count = 1 };
    step_result_release(&hand->result);
    if (step_answer(linear_case_desk(hand), hand->id, &act, &hand->result, &error) == STATUS_OK)
        taking->taken++;
    else
        taking->wrong++;
    step_result_release(&hand->result);
}

static void tell(const struct taking *taking)
{
    if (taking->taken > 0)
        linear_say(language_plural("%lu answer of a form that was begun is taken over.",
                                   "%lu answers of a form that was begun are taken over.",
                                   taking->taken),
                   taking->taken);
    if (taking->wrong > 0)
        linear_say("%s", _("Some of what was typed there cannot be kept as it is: it is asked for "
                           "again."));
}

bool linear_draft_take(struct linear_case *hand, const struct step *step)
{
    char form[FORM_SIZE];
    struct draft draft;
    struct error error = { 0 };
    struct store *store = linear_store(hand->linear);
    struct taking taking = { .hand = hand, .step = step };
    snprintf(form, sizeof(form), "step/%s", step->id);
    const struct draft_key key = { linear_case_desk(hand)->actor, form, hand->id };
    if (sealed_draft_load(store, &key, &draft, &error) != STATUS_OK)
        return true;
    if (!linear_case_take(hand)) {
        draft_release(&draft);
        return false;
    }
    enum status status = draft_fields_read(store, draft.fields, take_field, &taking, &error);
    draft_release(&draft);
    if (status == STATUS_OK)
        status = sealed_draft_discard(store, &key, &error);
    if (status != STATUS_OK)
        linear_fail(&error);
    tell(&taking);
    return linear_case_look(hand);
}
