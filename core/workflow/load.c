/* SPDX-License-Identifier: Apache-2.0 */

/* From files to one definition: the workflow, its parts, the lists and instruments that they name.
 */
#include "workflow/load.h"

#include "base/array.h"

#include <stdlib.h>
#include <string.h>

/* ---- Reading files */

enum status load_note(struct loading *loading, int line, enum fault_kind kind, const char *first,
                      const char *second, struct error *error)
{
    return fault_add(loading->faults, kind, loading->file, line, first, second, error);
}

static enum status remember_source(struct loading *loading, const struct yaml_source *source,
                                   struct error *error)
{
    const enum status status =
        array_reserve(&loading->sources, &loading->source_capacity,
                      sizeof(const struct yaml_source *), loading->source_count + 1, error);
    if (status == STATUS_OK)
        loading->sources[loading->source_count++] = source;
    return status;
}

/* Reads the file of that kind and id into *out; *name is NULL when there is none or it has faults.
 */
static enum status read_file(struct loading *loading, const char *kind, const char *id, int line,
                             const struct yaml_schema *schema, void *out, const char **name,
                             struct error *error)
{
    struct yaml_file *file = NULL;
    const struct yaml_source *source = library_find(loading->library, kind, id);
    const size_t faults = loading->faults->count;
    *name = NULL;
    if (source == NULL)
        return load_note(loading, line, FAULT_FILE_UNKNOWN, id, kind, error);
    struct arena *arena = &loading->definition->arena;
    enum status status = remember_source(loading, source, error);
    if (status == STATUS_OK)
        status = yaml_open(&file, source, arena, loading->faults, error);
    if (status == STATUS_OK && file != NULL)
        status = yaml_read(file, schema, out, error);
    if (status == STATUS_OK && loading->faults->count == faults)
        status = arena_copy(arena, name, source->name, strlen(source->name), error);
    yaml_close(file);
    return status;
}

/* ---- Collecting what the files share */

#define APPEND(loading, noun, item, error)                                                         \
    append(&(loading)->noun##s, &(loading)->noun##_count, &(loading)->noun##_capacity,             \
           sizeof(*(loading)->noun##s), (item), (error))

static enum status append(void *items, size_t *count, size_t *capacity, size_t size,
                          const void *item, struct error *error)
{
    const enum status status = array_reserve(items, capacity, size, *count + 1, error);
    char *first;
    if (status != STATUS_OK)
        return status;
    memcpy(&first, items, sizeof(first));
    memcpy(first + (*count)++ * size, item, size);
    return STATUS_OK;
}

struct shared {
    struct indication *indications;
    size_t indication_count;
    struct guard *guards;
    size_t guard_count;
    struct ladder *ladders;
    size_t ladder_count;
};

static enum status collect(struct loading *loading, const struct shared *shared, const char *file,
                           struct error *error)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; status == STATUS_OK && i < shared->indication_count; i++) {
        shared->indications[i].file = file;
        status = APPEND(loading, indication, &shared->indications[i], error);
    }
    for (size_t i = 0; status == STATUS_OK && i < shared->guard_count; i++) {
        shared->guards[i].file = file;
        status = APPEND(loading, guard, &shared->guards[i], error);
    }
    for (size_t i = 0; status == STATUS_OK && i < shared->ladder_count; i++) {
        shared->ladders[i].file = file;
        status = APPEND(loading, ladder, &shared->ladders[i], error);
    }
    return status;
}

static enum status load_part(struct loading *loading, const char *id, int line,
                             struct part_file *part, const char **file, struct error *error)
{
    *part = (struct part_file){ .line = 0 };
    enum status status = read_file(loading, "part", id, line, &schema_part, part, file, error);
    if (status != STATUS_OK || *file == NULL)
        return status;
    const struct shared shared = { part->indications, part->indication_count, part->guards,
                                   part->guard_count, part->ladders,          part->ladder_count };
    return collect(loading, &shared, *file, error);
}

static void mark_steps(struct stage *stage, const char *file)
{
    for (size_t i = 0; i < stage->step_count; i++) {
        stage->steps[i].file = file;
        stage->steps[i].stage = stage;
    }
}

static enum status load_stage(struct loading *loading, struct stage *stage, struct error *error)
{
    struct part_file part;
    const char *file;
    mark_steps(stage, loading->file);
    if (stage->include == NULL && stage->step_count == 0)
        return load_note(loading, stage->line, FAULT_NO_STEPS, stage->id, NULL, error);
    if (stage->include == NULL)
        return STATUS_OK;
    if (stage->step_count > 0)
        return load_note(loading, stage->line, FAULT_STEPS_AND_PART, stage->id, NULL, error);
    const enum status status = load_part(loading, stage->include, stage->line, &part, &file, error);
    if (status != STATUS_OK || file == NULL)
        return status;
    stage->steps = part.steps;
    stage->step_count = part.step_count;
    mark_steps(stage, file);
    if (part.step_count == 0)
        return load_note(loading, stage->line, FAULT_NO_STEPS, stage->include, NULL, error);
    return STATUS_OK;
}

static enum status load_parts(struct loading *loading, struct error *error)
{
    const struct workflow_file *workflow = &loading->workflow;
    const struct shared own = { workflow->indications, workflow->indication_count,
                                workflow->guards,      workflow->guard_count,
                                workflow->ladders,     workflow->ladder_count };
    enum status status = collect(loading, &own, loading->file, error);
    for (size_t i = 0; status == STATUS_OK && i < workflow->uses_count; i++) {
        struct part_file part;
        const char *file;
        status = load_part(loading, workflow->uses[i], workflow->line, &part, &file, error);
    }
    for (size_t i = 0; status == STATUS_OK && i < workflow->stage_count; i++)
        status = load_stage(loading, &workflow->stages[i], error);
    return status;
}

static enum status list_steps(struct loading *loading, struct error *error)
{
    struct definition *definition = loading->definition;
    size_t count = 0;
    for (size_t i = 0; i < definition->stage_count; i++)
        count += definition->stages[i].step_count;
    const enum status status = arena_take(&definition->arena, &definition->steps,
                                          (count + 1) * sizeof(const struct step *), error);
    if (status != STATUS_OK)
        return status;
    for (size_t i = 0; i < definition->stage_count; i++)
        for (size_t k = 0; k < definition->stages[i].step_count; k++) {
            const struct step *step = &definition->stages[i].steps[k];
            definition->steps[definition->step_count++] = step;
        }
    return STATUS_OK;
}

static enum status load_workflow(struct loading *loading, const char *id, struct error *error)
{
    struct definition *definition = loading->definition;
    const char *file;
    loading->file = id;
    enum status status =
        read_file(loading, "workflow", id, 0, &schema_workflow, &loading->workflow, &file, error);
    if (status != STATUS_OK || file == NULL)
        return status;
    loading->file = file;
    definition->file = file;
    definition->id = loading->workflow.id;
    definition->version = loading->workflow.version;
    definition->title = loading->workflow.title;
    definition->purpose = loading->workflow.purpose;
    definition->origin = loading->workflow.origin;
    definition->stages = loading->workflow.stages;
    definition->stage_count = loading->workflow.stage_count;
    status = load_parts(loading, error);
    if (status == STATUS_OK)
        status = list_steps(loading, error);
    return status;
}

enum status load_catalogue(struct loading *loading, const char *id, int line,
                           const struct catalogue **out, struct error *error)
{
    struct catalogue_file file = { .kind = NULL };
    const char *name;
    *out = NULL;
    for (size_t i = 0; i < loading->catalogue_count; i++)
        if (strcmp(loading->catalogues[i].id, id) == 0)
            *out = &loading->catalogues[i];
    if (*out != NULL)
        return STATUS_OK;
    enum status status =
        read_file(loading, "catalogue", id, line, &schema_catalogue, &file, &name, error);
    if (status != STATUS_OK || name == NULL)
        return status;
    const char *asking = loading->file;
    loading->file = name;
    status = check_origin(loading, &file.catalogue.origin, file.catalogue.line, id, error);
    loading->file = asking;
    if (status == STATUS_OK)
        status = APPEND(loading, catalogue, &file.catalogue, error);
    if (status == STATUS_OK)
        *out = &loading->catalogues[loading->catalogue_count - 1];
    return status;
}

enum status load_instrument(struct loading *loading, const char *id, int line,
                            const struct instrument **out, struct error *error)
{
    struct instrument_file file = { .kind = NULL };
    *out = NULL;
    for (size_t i = 0; i < loading->instrument_count; i++)
        if (strcmp(loading->instruments[i].id, id) == 0)
            *out = &loading->instruments[i];
    if (*out != NULL)
        return STATUS_OK;
    const char *name;
    enum status status =
        read_file(loading, "instrument", id, line, &schema_instrument, &file, &name, error);
    if (status != STATUS_OK || name == NULL)
        return status;
    file.instrument.file = name;
    status = APPEND(loading, instrument, &file.instrument, error);
    if (status == STATUS_OK)
        *out = &loading->instruments[loading->instrument_count - 1];
    return status;
}

/* ---- From collected to kept: the arrays move into the arena */

static enum status keep(struct loading *loading, void *out, const void *items, size_t size,
                        struct error *error)
{
    char *copy = NULL;
    const enum status status = arena_take(&loading->definition->arena, &copy, size + 1, error);
    if (status == STATUS_OK && size > 0)
        memcpy(copy, items, size);
    memcpy(out, &copy, sizeof(copy));
    return status;
}

static enum status keep_shared(struct loading *loading, struct error *error)
{
    struct definition *definition = loading->definition;
    definition->indication_count = loading->indication_count;
    definition->guard_count = loading->guard_count;
    definition->ladder_count = loading->ladder_count;
    enum status status = keep(loading, &definition->indications, loading->indications,
                              loading->indication_count * sizeof(*loading->indications), error);
    if (status == STATUS_OK)
        status = keep(loading, &definition->guards, loading->guards,
                      loading->guard_count * sizeof(*loading->guards), error);
    if (status == STATUS_OK)
        status = keep(loading, &definition->ladders, loading->ladders,
                      loading->ladder_count * sizeof(*loading->ladders), error);
    return status;
}

static enum status keep_lists(struct loading *loading, struct error *error)
{
    struct definition *definition = loading->definition;
    definition->catalogue_count = loading->catalogue_count;
    definition->source_count = loading->source_count;
    enum status status = keep(loading, &definition->catalogues, loading->catalogues,
                              loading->catalogue_count * sizeof(*loading->catalogues), error);
    if (status == STATUS_OK)
        status = keep(loading, &definition->sources, loading->sources,
                      loading->source_count * sizeof(const struct yaml_source *), error);
    return status;
}

static enum status check_all(struct loading *loading, struct error *error)
{
    struct definition *definition = loading->definition;
    enum status status = check_ids(loading, error);
    if (status == STATUS_OK)
        status = check_shared(loading, error);
    for (size_t i = 0; status == STATUS_OK && i < definition->step_count; i++)
        status = check_step(loading, definition->steps[i], error);
    if (status == STATUS_OK)
        status = check_flow(loading, error);
    return status;
}

/* A file with holes would only make more faults that are none. */
static bool is_sound(const struct loading *loading)
{
    return loading->faults->count == loading->faults_before;
}

static enum status load(struct loading *loading, const char *workflow, struct error *error)
{
    enum status status = load_workflow(loading, workflow, error);
    if (status != STATUS_OK || !is_sound(loading))
        return status;
    status = keep_shared(loading, error);
    if (status == STATUS_OK)
        status = load_resolve(loading, error);
    if (status == STATUS_OK)
        status = keep_lists(loading, error);
    if (status == STATUS_OK && is_sound(loading))
        status = check_all(loading, error);
    return status;
}

static void release(struct loading *loading)
{
    free(loading->sources);
    free(loading->indications);
    free(loading->guards);
    free(loading->ladders);
    free(loading->catalogues);
    free(loading->instruments);
}

enum status library_load(struct definition **out, const struct library *library,
                         const char *workflow, struct fault_list *faults, struct error *error)
{
    const size_t before = faults->count;
    struct loading loading = { .library = library, .faults = faults, .faults_before = before };
    *out = NULL;
    loading.definition = calloc(1, sizeof(*loading.definition));
    if (loading.definition == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "a workflow");
    const enum status status = load(&loading, workflow, error);
    release(&loading);
    if (status == STATUS_OK && faults->count == before) {
        *out = loading.definition;
        return STATUS_OK;
    }
    fault_list_sort(faults);
    definition_release(loading.definition);
    return status;
}
