/* SPDX-License-Identifier: Apache-2.0 */
#include "workflow/standing.h"

#include "compartment/compartment.h"
#include "workflow/flow.h"
#include "workflow/standing_private.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* ---- What is known */

const char *situation_answer(const struct situation *situation, const char *step, const char *field,
                             int item)
{
    for (size_t i = 0; i < situation->answer_count; i++) {
        const struct answer_given *answer = &situation->answers[i];
        if (answer->item == item && strcmp(answer->field, field) == 0 &&
            strcmp(answer->step, step) == 0)
            return answer->value;
    }
    return NULL;
}

int situation_rows(const struct situation *situation, const char *step, const char *rows)
{
    const size_t length = strlen(rows);
    int highest = 0;
    for (size_t i = 0; i < situation->answer_count; i++) {
        const struct answer_given *answer = &situation->answers[i];
        if (answer->item > highest && strncmp(answer->field, rows, length) == 0 &&
            answer->field[length] == '.' && strcmp(answer->step, step) == 0)
            highest = answer->item;
    }
    return highest;
}

bool person_is_child(const struct person_facts *person)
{
    enum { ADULT_AGE = 18 };
    return person->age >= 0 ? person->age < ADULT_AGE : person->counts_as_child;
}

static bool field_means_child(const struct field *field, const char *answer)
{
    for (size_t i = 0; answer != NULL && i < field->means_child_count; i++)
        if (strcmp(field->means_child[i], answer) == 0)
            return true;
    return false;
}

bool situation_means_child(const struct situation *situation, const struct definition *definition)
{
    for (size_t i = 0; i < definition->step_count; i++) {
        const struct step *step = definition->steps[i];
        for (size_t k = 0; k < step->field_count; k++)
            if (step->fields[k].means_child_count > 0 &&
                field_means_child(&step->fields[k],
                                  situation_answer(situation, step->id, step->fields[k].id, 0)))
                return true;
    }
    return false;
}

const struct step_record *situation_record(const struct situation *situation, const char *step)
{
    for (size_t i = 0; i < situation->record_count; i++)
        if (strcmp(situation->records[i].step, step) == 0)
            return &situation->records[i];
    return NULL;
}

static const struct step_wait *find_open_wait(const struct situation *situation, const char *step)
{
    for (size_t i = situation->wait_count; i > 0; i--)
        if (!situation->waits[i - 1].has_until && strcmp(situation->waits[i - 1].step, step) == 0)
            return &situation->waits[i - 1];
    return NULL;
}

static bool has_answers(const struct situation *situation, const char *step)
{
    for (size_t i = 0; i < situation->answer_count; i++)
        if (strcmp(situation->answers[i].step, step) == 0)
            return true;
    return false;
}

/* ---- Indications: one may follow from another, so until no more are found */

static bool has_indication(const struct standing *standing, const struct indication *indication)
{
    for (size_t i = 0; i < standing->indication_count; i++)
        if (standing->indications[i] == indication)
            return true;
    return false;
}

static void find_indications(struct standing *standing, const struct situation *situation)
{
    const struct definition *definition = standing->definition;
    bool is_changed = true;
    while (is_changed) {
        is_changed = false;
        for (size_t i = 0; i < definition->indication_count; i++) {
            const struct indication *indication = &definition->indications[i];
            if (has_indication(standing, indication) ||
                !condition_is_met(indication->when, definition, situation, standing))
                continue;
            standing->indications[standing->indication_count++] = indication;
            if (indication->compartment > 0)
                standing->compartments |= COMPARTMENT_BIT(indication->compartment - 1);
            is_changed = true;
        }
    }
}

/* ---- The state of each step */

bool step_state_is_settled(enum step_state state)
{
    return state == STEP_NOT_NEEDED || state == STEP_BLOCKED || step_state_is_ended(state);
}

bool step_state_is_open(enum step_state state)
{
    return state == STEP_READY || state == STEP_WAITING || state == STEP_ASKED_APPROVAL;
}

bool step_state_is_ended(enum step_state state)
{
    return state == STEP_DONE || state == STEP_SKIPPED || state == STEP_REFUSED;
}

struct computing {
    struct standing *standing;
    const struct situation *situation;
    bool *is_computed;
    /* Of the step whose predecessors are being visited. */
    const struct step *first_unsettled;
    struct day latest;
};

static void compute_step(struct computing *computing, size_t index);

static void look_at(void *self, const struct step *before)
{
    struct computing *computing = self;
    const size_t index = definition_step_index(computing->standing->definition, before);
    const struct step *unsettled = computing->first_unsettled;
    const struct day latest = computing->latest;
    if (!computing->is_computed[index])
        compute_step(computing, index);
    const struct step_standing *standing = &computing->standing->steps[index];
    const bool is_settled = step_state_is_settled(standing->state);
    computing->first_unsettled = unsettled == NULL && !is_settled ? before : unsettled;
    computing->latest = latest;
    if (is_settled && day_compare(standing->since, latest) > 0)
        computing->latest = standing->since;
}

static bool opens(const struct step *opener, const char *outcome_id, const struct step *step)
{
    const struct outcome *outcome =
        outcome_id == NULL ? NULL : step_find_outcome(opener, outcome_id);
    for (size_t i = 0; outcome != NULL && i < outcome->opens_count; i++)
        if (strcmp(outcome->opens[i], step->id) == 0)
            return true;
    return false;
}

/* An outcome that waits for approval opens nothing yet; of a step that comes again each round
 * counts, so that a good round does not take back what a bad one began. */
static bool is_opened_by(const struct step *step, const struct step *opener,
                         const struct situation *situation)
{
    const struct step_record *record = situation_record(situation, opener->id);
    if (record != NULL && record->decision != DECISION_ASKED_APPROVAL &&
        opens(opener, record->outcome, step))
        return true;
    for (size_t i = 0; i < situation->round_count; i++)
        if (strcmp(situation->rounds[i].step, opener->id) == 0 &&
            opens(opener, situation->rounds[i].outcome, step))
            return true;
    return false;
}

static bool is_opened(const struct computing *computing, const struct step *step)
{
    const struct definition *definition = computing->standing->definition;
    bool is_opened = !step->is_opened;
    for (size_t i = 0; !is_opened && i < definition->step_count; i++)
        is_opened = is_opened_by(step, definition->steps[i], computing->situation);
    return is_opened;
}

static bool meets_conditions(const struct computing *computing, const struct step *step)
{
    const struct definition *definition = computing->standing->definition;
    const struct situation *situation = computing->situation;
    return condition_is_met(step->stage->when, definition, situation, computing->standing) &&
           condition_is_met(step->when, definition, situation, computing->standing);
}

const struct guard *standing_find_guard(const struct standing *standing,
                                        const struct situation *situation, const char *contact)
{
    const struct definition *definition = standing->definition;
    for (size_t i = 0; contact != NULL && i < definition->guard_count; i++)
        if (strcmp(definition->guards[i].contact, contact) == 0 &&
            condition_is_met(definition->guards[i].when, definition, situation, standing))
            return &definition->guards[i];
    return NULL;
}

/* What somebody decided stands, whatever was answered since. */
static bool take_decision(struct step_standing *standing, const struct step_record *record)
{
    static const struct {
        bool is_decided;
        enum step_state state;
    } decisions[DECISION_COUNT] = {
        [DECISION_ASKED_APPROVAL] = { true, STEP_ASKED_APPROVAL },
        [DECISION_DONE] = { true, STEP_DONE },
        [DECISION_SKIPPED] = { true, STEP_SKIPPED },
        [DECISION_REFUSED] = { true, STEP_REFUSED },
    };
    if (record == NULL || !decisions[record->decision].is_decided)
        return false;
    standing->state = decisions[record->decision].state;
    if (record->has_finished_on)
        standing->since = record->finished_on;
    return true;
}

/* The step that can be done now, of those that have to come before: the first one that is not
 * locked itself. */
static const struct step *find_lock(const struct computing *computing)
{
    const struct standing *standing = computing->standing;
    const struct step *lock = computing->first_unsettled;
    for (size_t i = 0; lock != NULL && i < standing->step_count; i++) {
        const struct step_standing *before =
            &standing->steps[definition_step_index(standing->definition, lock)];
        if (before->state != STEP_LOCKED || before->lock == NULL)
            break;
        lock = before->lock;
    }
    return lock;
}

static void compute_open_step(struct computing *computing, struct step_standing *standing)
{
    const struct definition *definition = computing->standing->definition;
    const struct step *step = standing->step;
    computing->first_unsettled = NULL;
    computing->latest = computing->situation->opened;
    flow_each_decider(definition, step, look_at, computing);
    standing->is_fitting = meets_conditions(computing, step);
    if (!standing->is_fitting || !is_opened(computing, step)) {
        standing->lock = find_lock(computing);
        standing->state = standing->lock != NULL ? STEP_LOCKED : STEP_NOT_NEEDED;
        return;
    }
    standing->guard = standing_find_guard(computing->standing, computing->situation, step->contact);
    if (standing->guard != NULL) {
        standing->state = STEP_BLOCKED;
        return;
    }
    computing->first_unsettled = NULL;
    flow_each_predecessor(definition, step, look_at, computing);
    standing->lock = find_lock(computing);
    standing->since = computing->latest;
    standing->ready_since = computing->latest;
    standing->wait = find_open_wait(computing->situation, step->id);
    standing->state = standing->lock != NULL   ? STEP_LOCKED
                      : standing->wait != NULL ? STEP_WAITING
                                               : STEP_READY;
    if (standing->state == STEP_WAITING)
        standing->since = standing->wait->from;
}

static void compute_step(struct computing *computing, size_t index)
{
    struct step_standing *standing = &computing->standing->steps[index];
    const struct situation *situation = computing->situation;
    assert(standing->step != NULL);
    const struct step_record *record = situation_record(situation, standing->step->id);
    computing->is_computed[index] = true;
    standing->since = situation->opened;
    if (record != NULL && record->outcome != NULL)
        standing->outcome = step_find_outcome(standing->step, record->outcome);
    standing->is_started = (record != NULL && record->decision != DECISION_NONE) ||
                           has_answers(situation, standing->step->id);
    if (!take_decision(standing, record)) {
        compute_open_step(computing, standing);
    } else if (standing->state == STEP_ASKED_APPROVAL) {
        computing->latest = situation->opened;
        flow_each_before(computing->standing->definition, standing->step, look_at, computing);
        standing->ready_since = computing->latest;
    }
}

/* ---- The whole */

static void find_closing(struct standing *standing, const struct situation *situation)
{
    for (size_t i = standing->step_count; i > 0 && standing->closes == NULL; i--) {
        const struct step_standing *step = &standing->steps[i - 1];
        if (step->state != STEP_DONE && step->state != STEP_REFUSED &&
            step->state != STEP_ASKED_APPROVAL)
            continue;
        if (step->outcome != NULL)
            standing->closes = step->outcome->closes;
        for (size_t k = 0; k < step->step->field_count && standing->closes == NULL; k++) {
            const struct field *field = &step->step->fields[k];
            if (field->list != NULL && strcmp(field->list, FLOW_CLOSING_LIST) == 0)
                standing->closes = situation_answer(situation, step->step->id, field->id, 0);
        }
    }
}

static enum status allocate(struct standing *out, const struct definition *definition,
                            bool **is_computed, struct error *error)
{
    *out = (struct standing){ .definition = definition, .step_count = definition->step_count };
    out->steps = calloc(definition->step_count + 1, sizeof(*out->steps));
    out->indications = calloc(definition->indication_count + 1, sizeof(const struct indication *));
    *is_computed = calloc(definition->step_count + 1, sizeof(**is_computed));
    if (out->steps == NULL || out->indications == NULL || *is_computed == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "a standing");
    for (size_t i = 0; i < definition->step_count; i++)
        out->steps[i].step = definition->steps[i];
    return STATUS_OK;
}

static enum status count_missing(struct standing *standing, const struct situation *situation,
                                 struct error *error)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < standing->step_count; i++) {
        struct step_standing *step = &standing->steps[i];
        struct missing_list missing = { .items = NULL };
        if (step->state != STEP_READY && step->state != STEP_WAITING)
            continue;
        status = step_list_missing(&missing, step->step, standing, situation, error);
        step->missing_count = missing.count;
        free(missing.items);
    }
    return status;
}

static enum status compute_days(struct standing *standing, const struct situation *situation,
                                struct error *error)
{
    enum status status = STATUS_OK;
    standing->is_finished = true;
    for (size_t i = 0; status == STATUS_OK && i < standing->step_count; i++) {
        if (step_state_is_settled(standing->steps[i].state))
            continue;
        standing->is_finished = false;
        /* Nobody knows yet whether there will be such a term. */
        if (standing->steps[i].state == STEP_LOCKED && !standing->steps[i].is_fitting)
            continue;
        status = standing_find_days(&standing->steps[i], situation, error);
    }
    return status;
}

enum status standing_compute(struct standing *out, const struct definition *definition,
                             const struct situation *situation, struct error *error)
{
    bool *is_computed;
    enum status status = allocate(out, definition, &is_computed, error);
    if (status == STATUS_OK) {
        struct computing computing = { .standing = out,
                                       .situation = situation,
                                       .is_computed = is_computed };
        find_indications(out, situation);
        for (size_t i = 0; i < out->step_count; i++)
            if (!is_computed[i])
                compute_step(&computing, i);
        status = compute_days(out, situation, error);
    }
    free(is_computed);
    if (status == STATUS_OK)
        status = count_missing(out, situation, error);
    if (status == STATUS_OK)
        status = standing_find_warnings(out, situation, error);
    if (status == STATUS_OK) {
        find_closing(out, situation);
        standing_choose_next(out, situation);
    } else {
        standing_release(out);
    }
    return status;
}

void standing_release(struct standing *standing)
{
    free(standing->steps);
    free(standing->indications);
    free(standing->warnings);
    *standing = (struct standing){ .definition = NULL };
}

const struct step_standing *standing_find(const struct standing *standing, const char *step)
{
    for (size_t i = 0; i < standing->step_count; i++)
        if (strcmp(standing->steps[i].step->id, step) == 0)
            return &standing->steps[i];
    return NULL;
}

const char *step_state_word(enum step_state state)
{
    static const char *const words[STEP_STATE_COUNT] = {
        [STEP_NOT_NEEDED] = "not_needed",
        [STEP_LOCKED] = "locked",
        [STEP_BLOCKED] = "blocked",
        [STEP_READY] = "ready",
        [STEP_WAITING] = "waiting",
        [STEP_ASKED_APPROVAL] = "asked_approval",
        [STEP_DONE] = "done",
        [STEP_SKIPPED] = "skipped",
        [STEP_REFUSED] = "refused",
    };
    return (unsigned)state < STEP_STATE_COUNT ? words[state] : "unknown";
}
