/* SPDX-License-Identifier: Apache-2.0 */

/* What was typed into a form: found in the workflow, read, and checked against what the form asks
 * once all of it is there. */
#include "casefile/step_private.h"

#include "base/array.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define EVIDENCE_PREFIX "evidence."

enum { ROWS_MAX = 200 };

/* ---- Which field it is */

static const struct evidence *find_evidence(const struct step *step, const char *path)
{
    const size_t length = sizeof(EVIDENCE_PREFIX) - 1;
    if (strncmp(path, EVIDENCE_PREFIX, length) != 0)
        return NULL;
    for (size_t i = 0; i < step->evidence_count; i++)
        if (strcmp(step->evidence[i].type, path + length) == 0)
            return &step->evidence[i];
    return NULL;
}

/* The step's id is "step", or the beginning of the path up to its first dot. */
static enum status find_step(struct step_act *act, const struct answer_input *input,
                             struct answer_draft *out, struct error *error)
{
    char id[STEP_PATH_SIZE];
    const char *path = input->path == NULL ? "" : input->path;
    const char *dot = strchr(path, '.');
    snprintf(out->path, sizeof(out->path), "%s", path);
    if (input->step != NULL)
        return step_act_find(act, input->step, &out->standing, error);
    if (dot == NULL || (size_t)(dot - path) >= sizeof(id))
        return step_act_refuse(act, STEP_REFUSED_NO_STEP, error);
    snprintf(id, sizeof(id), "%.*s", (int)(dot - path), path);
    snprintf(out->path, sizeof(out->path), "%s", dot + 1);
    return step_act_find(act, id, &out->standing, error);
}

static void name_field(struct step_act *act, const struct answer_draft *draft)
{
    act->result->step = draft->step;
    snprintf(act->result->field, sizeof(act->result->field), "%s", draft->path);
    act->result->item = draft->item;
}

static enum status find_field(struct step_act *act, const struct answer_input *input,
                              struct answer_draft *out, struct error *error)
{
    enum status status = find_step(act, input, out, error);
    if (status == STATUS_OK)
        status = step_act_require_open(act, out->standing, error);
    if (status != STATUS_OK)
        return status;
    out->step = out->standing->step;
    out->item = input->item;
    out->field = step_find_field(out->step, out->path);
    out->evidence = out->field == NULL ? find_evidence(out->step, out->path) : NULL;
    const bool is_column = out->field != NULL && strchr(out->path, '.') != NULL;
    const bool has_row = out->item >= 1 && out->item <= ROWS_MAX;
    if ((out->field != NULL || out->evidence != NULL) && is_column == has_row &&
        (has_row || out->item == 0))
        return STATUS_OK;
    name_field(act, out);
    return step_act_refuse(act, STEP_REFUSED_NO_FIELD, error);
}

/* ---- What it says */

static const struct field *find_rows(const struct answer_draft *draft)
{
    char id[STEP_PATH_SIZE];
    if (draft->item == 0)
        return NULL;
    snprintf(id, sizeof(id), "%.*s", (int)strcspn(draft->path, "."), draft->path);
    return step_find_field(draft->step, id);
}

static enum status add_fault(struct step_act *act, const struct answer_draft *draft,
                             enum answer_fault fault, long long limit, struct error *error)
{
    struct step_result *result = act->result;
    const enum status status =
        array_reserve(&result->faults, &result->fault_capacity, sizeof(*result->faults),
                      result->fault_count + 1, error);
    if (status != STATUS_OK)
        return status;
    struct answer_trouble *trouble = &result->faults[result->fault_count++];
    *trouble = (struct answer_trouble){
        .step = draft->step, .item = draft->item, .fault = fault, .limit = limit
    };
    snprintf(trouble->field, sizeof(trouble->field), "%s", draft->path);
    return STATUS_OK;
}

static enum status read_value(struct step_act *act, struct answer_draft *draft, const char *typed,
                              struct error *error)
{
    const struct answer_context context = { .today = act->desk->today,
                                            .birth = act->view.person_birth,
                                            .has_birth = act->view.has_person_birth };
    const struct field *rows = find_rows(draft);
    enum answer_fault fault = ANSWER_OK;
    long long limit = 0;
    const char *word = NULL;
    enum status status = STATUS_OK;
    if (rows != NULL && rows->most.is_given && draft->item > rows->most.value) {
        fault = ANSWER_HIGH;
        limit = rows->most.value;
    } else if (draft->field != NULL) {
        status =
            answer_normalize(&draft->value, &fault, &limit, draft->field, typed, &context, error);
    } else {
        fault = answer_normalize_evidence(&word, typed);
        status = word == NULL ? STATUS_OK : text_copy(&draft->value, word, error);
    }
    if (status != STATUS_OK || fault == ANSWER_OK || fault == ANSWER_EMPTY)
        return status;
    return add_fault(act, draft, fault, limit, error);
}

static enum status read_all(struct answer_drafts *out, struct step_act *act,
                            const struct answer_act *order, struct error *error)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < order->count; i++) {
        struct answer_draft *draft = &out->items[out->count++];
        const char *typed = order->inputs[i].value;
        status = find_field(act, &order->inputs[i], draft, error);
        if (status == STATUS_OK)
            status = read_value(act, draft, typed == NULL ? "" : typed, error);
    }
    if (status == STATUS_OK && act->result->fault_count > 0)
        status =
            error_set(error, STATUS_INVALID, "%zu answers are wrong", act->result->fault_count);
    return status;
}

/* ---- Whether it is asked, given all the answers that come together */

struct outlook {
    struct answer_given *answers;
    struct situation situation;
    struct standing standing;
};

static void put_answer(struct outlook *outlook, const struct answer_draft *draft)
{
    size_t at = 0;
    for (; at < outlook->situation.answer_count; at++) {
        const struct answer_given *answer = &outlook->answers[at];
        if (answer->item == draft->item && strcmp(answer->field, draft->path) == 0 &&
            strcmp(answer->step, draft->step->id) == 0)
            break;
    }
    if (draft->value != NULL) {
        outlook->answers[at] = (struct answer_given){ .step = draft->step->id,
                                                      .field = draft->path,
                                                      .item = draft->item,
                                                      .value = draft->value };
        outlook->situation.answer_count += at == outlook->situation.answer_count;
    } else if (at < outlook->situation.answer_count) {
        outlook->answers[at] = outlook->answers[--outlook->situation.answer_count];
    }
}

static enum status make_outlook(struct outlook *out, const struct step_act *act,
                                const struct answer_drafts *drafts, struct error *error)
{
    const struct situation *now = &act->view.situation;
    *out = (struct outlook){ .situation = *now };
    out->answers = calloc(now->answer_count + drafts->count + 1, sizeof(*out->answers));
    if (out->answers == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "answers");
    if (now->answer_count > 0)
        memcpy(out->answers, now->answers, now->answer_count * sizeof(*out->answers));
    out->situation.answers = out->answers;
    for (size_t i = 0; i < drafts->count; i++)
        if (drafts->items[i].step != NULL) /* it was found, or nobody came here */
            put_answer(out, &drafts->items[i]);
    return standing_compute(&out->standing, act->view.definition, &out->situation, error);
}

static bool is_asked(const struct answer_draft *draft, const struct step_act *act,
                     const struct outlook *outlook)
{
    const struct definition *definition = act->view.definition;
    const struct field *rows = find_rows(draft);
    if (draft->value == NULL) /* what is not asked any more can still be taken back */
        return true;
    if (draft->evidence != NULL)
        return evidence_is_asked(draft->evidence, definition, &outlook->situation,
                                 &outlook->standing);
    if (rows != NULL &&
        !field_is_asked(rows, draft->step, definition, &outlook->situation, &outlook->standing, 0))
        return false;
    return field_is_asked(draft->field, draft->step, definition, &outlook->situation,
                          &outlook->standing, draft->item);
}

static enum status require_asked(const struct answer_drafts *drafts, struct step_act *act,
                                 struct error *error)
{
    struct outlook outlook;
    enum status status = make_outlook(&outlook, act, drafts, error);
    for (size_t i = 0; status == STATUS_OK && i < drafts->count; i++)
        if (!is_asked(&drafts->items[i], act, &outlook)) {
            name_field(act, &drafts->items[i]);
            status = step_act_refuse(act, STEP_REFUSED_NOT_ASKED, error);
        }
    standing_release(&outlook.standing);
    free(outlook.answers);
    return status;
}

enum status answer_drafts_read(struct answer_drafts *out, struct step_act *act,
                               const struct answer_act *order, struct error *error)
{
    *out = (struct answer_drafts){ .count = 0 };
    out->items = calloc(order->count + 1, sizeof(*out->items));
    if (out->items == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "answers");
    const enum status status = read_all(out, act, order, error);
    return status == STATUS_OK ? require_asked(out, act, error) : status;
}

void answer_drafts_release(struct answer_drafts *drafts)
{
    for (size_t i = 0; i < drafts->count; i++)
        free(drafts->items[i].value);
    free(drafts->items);
    *drafts = (struct answer_drafts){ .count = 0 };
}
