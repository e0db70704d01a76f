/* SPDX-License-Identifier: Apache-2.0 */
#include "counselling/topic_list.h"

#include "workflow/load.h"

#include <stdlib.h>
#include <string.h>

/* Where people in somebody's power ask for something else than help. */
static const char *const watchful_topics[] = { "irregular_migration", "rights_abroad", "shelter" };

/* Reads a file that is built in: what is wrong with it is a mistake in the program. */
static enum status read_builtin(struct topic_list *list, const char *kind, const char *id,
                                const struct yaml_schema *schema, void *out, struct error *error)
{
    const struct library library = library_builtin();
    const struct yaml_source *source = library_find(&library, kind, id);
    struct fault_list faults = { .items = NULL };
    struct yaml_file *file = NULL;
    if (source == NULL)
        return error_set(error, STATUS_INTERNAL, "a definition is not built in");
    enum status status = yaml_open(&file, source, &list->arena, &faults, error);
    if (status == STATUS_OK && file != NULL)
        status = yaml_read(file, schema, out, error);
    if (status == STATUS_OK && faults.count > 0)
        status = error_set(error, STATUS_INTERNAL, "a built in definition has faults");
    yaml_close(file);
    fault_list_release(&faults);
    return status;
}

enum status topic_list_load(struct topic_list *out, struct error *error)
{
    struct catalogue_file topics = { .kind = NULL };
    struct instrument_file signs = { .kind = NULL };
    *out = (struct topic_list){ .topics = NULL };
    enum status status =
        read_builtin(out, "catalogue", "counselling_topics", &schema_catalogue, &topics, error);
    if (status == STATUS_OK)
        status =
            read_builtin(out, "instrument", "forced_labour", &schema_instrument, &signs, error);
    if (status != STATUS_OK)
        return status;
    const struct instrument *instrument = &signs.instrument;
    if (instrument->dimension_count != 1 || instrument->result_count == 0 ||
        instrument->dimensions[0].question_count > SIGNS_MAX)
        return error_set(error, STATUS_INTERNAL, "the signs of forced labour have another form");
    out->topics = topics.catalogue.entries;
    out->topic_count = topics.catalogue.entry_count;
    out->signs = instrument->dimensions[0].questions;
    out->sign_count = instrument->dimensions[0].question_count;
    out->signs_intro = instrument->intro;
    out->results = instrument->results;
    out->result_count = instrument->result_count;
    return STATUS_OK;
}

void topic_list_release(struct topic_list *list)
{
    arena_release(&list->arena);
    *list = (struct topic_list){ .topics = NULL };
}

const struct choice *topic_find(const struct topic_list *list, const char *code)
{
    for (size_t i = 0; i < list->topic_count; i++)
        if (strcmp(list->topics[i].id, code) == 0)
            return &list->topics[i];
    return NULL;
}

const struct question *topic_find_sign(const struct topic_list *list, const char *code)
{
    for (size_t i = 0; i < list->sign_count; i++)
        if (strcmp(list->signs[i].id, code) == 0)
            return &list->signs[i];
    return NULL;
}

bool topic_asks_signs(const char *code)
{
    for (size_t i = 0; i < sizeof(watchful_topics) / sizeof(watchful_topics[0]); i++)
        if (strcmp(watchful_topics[i], code) == 0)
            return true;
    return false;
}

const struct result *topic_indication(const struct topic_list *list, int sign_count)
{
    size_t i = 0;
    while (i + 1 < list->result_count && list->results[i].when != NULL &&
           list->results[i].when->at_least != NULL &&
           sign_count < strtol(list->results[i].when->at_least, NULL, 10))
        i++;
    return &list->results[i];
}
