/* SPDX-License-Identifier: Apache-2.0 */
#include "workflow/flow.h"

#include <string.h>

const struct stage *flow_find_stage(const struct definition *definition, const char *id)
{
    for (size_t i = 0; i < definition->stage_count; i++)
        if (strcmp(definition->stages[i].id, id) == 0)
            return &definition->stages[i];
    return NULL;
}

bool flow_opens(const struct step *opener, const struct step *step)
{
    for (size_t i = 0; i < opener->outcome_count; i++)
        for (size_t k = 0; k < opener->outcomes[i].opens_count; k++)
            if (strcmp(opener->outcomes[i].opens[k], step->id) == 0)
                return true;
    return false;
}

void flow_each_predecessor(const struct definition *definition, const struct step *step,
                           void (*visit)(void *self, const struct step *before), void *self)
{
    for (size_t i = 0; i < step->after_count; i++) {
        const struct step *before = definition_find_step(definition, step->after[i]);
        if (before != NULL)
            visit(self, before);
    }
    for (size_t i = 0; i < step->stage->after_count; i++) {
        const struct stage *stage = flow_find_stage(definition, step->stage->after[i]);
        for (size_t k = 0; stage != NULL && k < stage->step_count; k++)
            visit(self, &stage->steps[k]);
    }
}

/* ---- Deciders */

struct search {
    const struct definition *definition;
    const struct step *step;
    void (*visit)(void *self, const struct step *before);
    void *self;
};

/* A step depends on what was written before it; what comes later cannot be waited for. */
static void report(const struct search *search, const char *path)
{
    char id[YAML_ID_MAX + 1] = "";
    const size_t length = strcspn(path, ".");
    if (length >= sizeof(id))
        return;
    memcpy(id, path, length);
    const struct step *before = definition_find_step(search->definition, id);
    if (before != NULL && before != search->step &&
        definition_step_index(search->definition, before) <
            definition_step_index(search->definition, search->step))
        search->visit(search->self, before);
}

/* No deeper than YAML_DEPTH_MAX.  NOLINTNEXTLINE(misc-no-recursion) */
static void look(const struct search *search, const struct condition *condition)
{
    if (condition == NULL)
        return;
    if (condition->field != NULL)
        report(search, condition->field);
    if (condition->step != NULL)
        report(search, condition->step);
    for (size_t i = 0; i < condition->all_count; i++)
        look(search, &condition->all[i]);
    for (size_t i = 0; i < condition->any_count; i++)
        look(search, &condition->any[i]);
    look(search, condition->negated);
}

void flow_each_decider(const struct definition *definition, const struct step *step,
                       void (*visit)(void *self, const struct step *before), void *self)
{
    const struct search search = { definition, step, visit, self };
    look(&search, step->when);
    look(&search, step->stage->when);
    for (size_t i = 0; step->is_opened && i < definition->step_count; i++)
        if (definition->steps[i] != step && flow_opens(definition->steps[i], step))
            visit(self, definition->steps[i]);
}

void flow_each_before(const struct definition *definition, const struct step *step,
                      void (*visit)(void *self, const struct step *before), void *self)
{
    flow_each_predecessor(definition, step, visit, self);
    flow_each_decider(definition, step, visit, self);
}
