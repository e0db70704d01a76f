/* SPDX-License-Identifier: Apache-2.0 */
#include "workflow/restriction.h"

#include <string.h>

struct search {
    const struct definition *definition;
    size_t depth; /* indications that may follow upon each other: they can name themselves */
};

static bool is_restricted(const struct search *search, const char *path)
{
    const size_t length = strcspn(path, ".");
    for (size_t i = 0; i < search->definition->step_count; i++) {
        const struct step *step = search->definition->steps[i];
        if (step->is_restricted && strlen(step->id) == length &&
            memcmp(step->id, path, length) == 0)
            return true;
    }
    return false;
}

static const struct indication *find_indication(const struct definition *definition, const char *id)
{
    for (size_t i = 0; i < definition->indication_count; i++)
        if (strcmp(definition->indications[i].id, id) == 0)
            return &definition->indications[i];
    return NULL;
}

/* No deeper than YAML_DEPTH_MAX for each indication.  NOLINTBEGIN(misc-no-recursion) */
static bool tells(const struct condition *condition, const struct search *search);

static bool one_tells(const struct condition *conditions, size_t count, const struct search *search)
{
    for (size_t i = 0; i < count; i++)
        if (tells(&conditions[i], search))
            return true;
    return false;
}

static bool indication_tells(const char *id, const struct search *search)
{
    const struct indication *indication = find_indication(search->definition, id);
    const struct search further = { search->definition, search->depth - 1 };
    return indication != NULL && search->depth > 0 && tells(indication->when, &further);
}

static bool tells(const struct condition *condition, const struct search *search)
{
    if (condition == NULL)
        return false;
    if (condition->field != NULL)
        return is_restricted(search, condition->field);
    if (condition->step != NULL)
        return condition->outcome != NULL && is_restricted(search, condition->step);
    if (condition->indication != NULL)
        return indication_tells(condition->indication, search);
    return tells(condition->negated, search) ||
           one_tells(condition->all, condition->all_count, search) ||
           one_tells(condition->any, condition->any_count, search);
}
/* NOLINTEND(misc-no-recursion) */

bool condition_tells_restricted(const struct condition *condition,
                                const struct definition *definition)
{
    const struct search search = { definition, definition->indication_count };
    return tells(condition, &search);
}
