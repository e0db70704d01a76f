/* SPDX-License-Identifier: Apache-2.0 */

/* Whether one can come to every step, and out of the workflow again. */
#include "workflow/flow.h"
#include "workflow/load.h"

#include <string.h>

enum mark { MARK_NONE, MARK_ON_THE_WAY, MARK_DONE };

struct walk {
    const struct definition *definition;
    unsigned char *marks;
    const struct step *cycle; /* a step that comes after itself */
};

static void visit(void *self, const struct step *before)
{
    struct walk *walk = self;
    const size_t index = definition_step_index(walk->definition, before);
    if (walk->marks[index] == MARK_ON_THE_WAY)
        walk->cycle = before;
    if (walk->marks[index] != MARK_NONE || walk->cycle != NULL)
        return;
    walk->marks[index] = MARK_ON_THE_WAY;
    flow_each_before(walk->definition, before, visit, walk);
    walk->marks[index] = MARK_DONE;
}

static enum status check_cycles(struct loading *loading, unsigned char *marks, struct error *error)
{
    const struct definition *definition = loading->definition;
    struct walk walk = { .definition = definition, .marks = marks };
    for (size_t i = 0; walk.cycle == NULL && i < definition->step_count; i++)
        visit(&walk, definition->steps[i]);
    if (walk.cycle == NULL)
        return STATUS_OK;
    loading->file = walk.cycle->file;
    return load_note(loading, walk.cycle->line, FAULT_CYCLE, walk.cycle->id, NULL, error);
}

/* ---- A step is reached when an outcome of a reached step opens it, or nobody has to. */

static bool is_reached(const struct definition *definition, const struct step *step,
                       const unsigned char *marks)
{
    if (!step->is_opened)
        return true;
    for (size_t i = 0; i < definition->step_count; i++) {
        const struct step *opener = definition->steps[i];
        for (size_t k = 0; marks[i] == MARK_DONE && k < opener->outcome_count; k++)
            for (size_t n = 0; n < opener->outcomes[k].opens_count; n++)
                if (strcmp(opener->outcomes[k].opens[n], step->id) == 0 && opener != step)
                    return true;
    }
    return false;
}

static enum status check_reach(struct loading *loading, unsigned char *marks, struct error *error)
{
    const struct definition *definition = loading->definition;
    bool is_changed = true;
    memset(marks, MARK_NONE, definition->step_count);
    while (is_changed) {
        is_changed = false;
        for (size_t i = 0; i < definition->step_count; i++)
            if (marks[i] == MARK_NONE && is_reached(definition, definition->steps[i], marks)) {
                marks[i] = MARK_DONE;
                is_changed = true;
            }
    }
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < definition->step_count; i++)
        if (marks[i] == MARK_NONE) {
            loading->file = definition->steps[i]->file;
            status = load_note(loading, definition->steps[i]->line, FAULT_UNREACHABLE,
                               definition->steps[i]->id, NULL, error);
        }
    return status;
}

static enum status check_stages(struct loading *loading, struct error *error)
{
    const struct definition *definition = loading->definition;
    enum status status = STATUS_OK;
    loading->file = definition->file;
    for (size_t i = 0; i < definition->stage_count; i++) {
        const struct stage *stage = &definition->stages[i];
        for (size_t k = 0; status == STATUS_OK && k < stage->after_count; k++)
            if (flow_find_stage(definition, stage->after[k]) == NULL)
                status = load_note(loading, stage->line, FAULT_STAGE_UNKNOWN, stage->after[k], NULL,
                                   error);
    }
    return status;
}

/* ---- The end */

static bool closes(const struct step *step)
{
    for (size_t i = 0; i < step->outcome_count; i++)
        if (step->outcomes[i].closes != NULL)
            return true;
    for (size_t i = 0; i < step->field_count; i++)
        if (step->fields[i].list != NULL && strcmp(step->fields[i].list, FLOW_CLOSING_LIST) == 0)
            return true;
    return false;
}

static enum status check_end(struct loading *loading, struct error *error)
{
    const struct definition *definition = loading->definition;
    for (size_t i = 0; i < definition->step_count; i++)
        if (closes(definition->steps[i]))
            return STATUS_OK;
    loading->file = definition->file;
    return load_note(loading, 0, FAULT_NO_END, NULL, NULL, error);
}

enum status check_flow(struct loading *loading, struct error *error)
{
    const size_t faults = loading->faults->count;
    unsigned char *marks = NULL;
    enum status status =
        arena_take(&loading->definition->arena, &marks, loading->definition->step_count + 1, error);
    if (status == STATUS_OK)
        status = check_stages(loading, error);
    if (status == STATUS_OK && loading->faults->count == faults)
        status = check_cycles(loading, marks, error);
    if (status == STATUS_OK)
        status = check_reach(loading, marks, error);
    if (status == STATUS_OK)
        status = check_end(loading, error);
    return status;
}
