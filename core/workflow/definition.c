/* SPDX-License-Identifier: Apache-2.0 */
#include "workflow/definition.h"

#include <stdlib.h>
#include <string.h>

void definition_release(struct definition *definition)
{
    if (definition == NULL)
        return;
    arena_release(&definition->arena);
    free(definition);
}

const struct step *definition_find_step(const struct definition *definition, const char *id)
{
    for (size_t i = 0; i < definition->step_count; i++)
        if (strcmp(definition->steps[i]->id, id) == 0)
            return definition->steps[i];
    return NULL;
}

size_t definition_step_index(const struct definition *definition, const struct step *step)
{
    size_t index = 0;
    while (index < definition->step_count && definition->steps[index] != step)
        index++;
    return index;
}

const struct catalogue *definition_find_catalogue(const struct definition *definition,
                                                  const char *id)
{
    for (size_t i = 0; i < definition->catalogue_count; i++)
        if (strcmp(definition->catalogues[i].id, id) == 0)
            return &definition->catalogues[i];
    return NULL;
}

static const struct field *find_field(const struct field *fields, size_t count, const char *id,
                                      size_t length)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(fields[i].id) == length && memcmp(fields[i].id, id, length) == 0)
            return &fields[i];
    return NULL;
}

const struct field *step_find_field(const struct step *step, const char *path)
{
    const size_t length = strcspn(path, ".");
    const struct field *field = find_field(step->fields, step->field_count, path, length);
    if (field == NULL || path[length] == '\0')
        return field;
    path += length + 1;
    return find_field(field->fields, field->field_count, path, strlen(path));
}

const struct outcome *step_find_outcome(const struct step *step, const char *id)
{
    for (size_t i = 0; i < step->outcome_count; i++)
        if (strcmp(step->outcomes[i].id, id) == 0)
            return &step->outcomes[i];
    return NULL;
}

const struct choice *field_find_choice(const struct field *field, const char *id)
{
    for (size_t i = 0; i < field->choice_count; i++)
        if (strcmp(field->choices[i].id, id) == 0)
            return &field->choices[i];
    return NULL;
}
