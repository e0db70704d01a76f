/* SPDX-License-Identifier: Apache-2.0 */

/* One file by itself. */
#include "workflow/library.h"
#include "workflow/schema.h"

#include <stdio.h>
#include <string.h>

/* Room for what any of the kinds is read into; nobody looks at it. */
union any_file {
    struct workflow_file workflow;
    struct part_file part;
    struct catalogue_file catalogue;
    struct instrument_file instrument;
};

static const struct {
    const char *kind;
    const struct yaml_schema *schema;
} kinds[] = {
    { "workflow", &schema_workflow },
    { "part", &schema_part },
    { "catalogue", &schema_catalogue },
    { "instrument", &schema_instrument },
};

static enum status read_as_its_kind(struct yaml_file *file, const char *name,
                                    struct fault_list *faults, struct error *error)
{
    union any_file any;
    const char *kind = yaml_top_value(file, "kind");
    memset(&any, 0, sizeof(any));
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
        if (strcmp(kinds[i].kind, kind) == 0)
            return yaml_read(file, kinds[i].schema, &any, error);
    return fault_add(faults, FAULT_KIND_UNKNOWN, name, 1, kind, NULL, error);
}

enum status library_check_file(const struct yaml_source *source, char id[YAML_ID_MAX + 1],
                               bool *is_workflow, struct fault_list *faults, struct error *error)
{
    struct arena arena = { .newest = NULL };
    struct yaml_file *file = NULL;
    id[0] = '\0';
    *is_workflow = false;
    enum status status = yaml_open(&file, source, &arena, faults, error);
    if (status == STATUS_OK && file != NULL) {
        snprintf(id, YAML_ID_MAX + 1, "%s", yaml_top_value(file, "id"));
        *is_workflow = strcmp(yaml_top_value(file, "kind"), "workflow") == 0;
        status = read_as_its_kind(file, source->name, faults, error);
    }
    yaml_close(file);
    arena_release(&arena);
    return status;
}

enum status library_each_text(const struct yaml_source *source,
                              void (*visit)(void *self, const char *key, const char *text,
                                            int line),
                              void *self, struct error *error)
{
    struct arena arena = { .newest = NULL };
    struct fault_list faults = { .items = NULL };
    struct yaml_file *file = NULL;
    enum status status = yaml_open(&file, source, &arena, &faults, error);
    if (status == STATUS_OK && file != NULL) {
        yaml_watch_texts(file, visit, self);
        status = read_as_its_kind(file, source->name, &faults, error);
    }
    yaml_close(file);
    arena_release(&arena);
    fault_list_release(&faults);
    return status;
}
