/* SPDX-License-Identifier: Apache-2.0 */
#include "counselling/first_advice.h"

#include "base/array.h"
#include "base/text.h"
#include "counselling/advice_store.h"
#include "journal/act.h"

#include <string.h>

/* ---- the file */

struct file_text {
    int line;
    const char *language;
    const char *title;
    const char *body;
};

struct file_entry {
    int line;
    const char *topic;
    const char *source;
    struct file_text *texts;
    size_t text_count;
};

struct file {
    int line;
    const char *kind;
    struct file_entry *entries;
    size_t entry_count;
};

static const struct yaml_key text_keys[] = {
    { .name = "language",
      .kind = YAML_CODE,
      .offset = offsetof(struct file_text, language),
      .is_required = true },
    { .name = "title",
      .kind = YAML_WORDS,
      .offset = offsetof(struct file_text, title),
      .is_required = true },
    { .name = "body",
      .kind = YAML_WORDS,
      .offset = offsetof(struct file_text, body),
      .is_required = true },
};
static const struct yaml_schema text_schema = {
    .size = sizeof(struct file_text),
    .line_offset = offsetof(struct file_text, line),
    .keys = text_keys,
    .key_count = sizeof(text_keys) / sizeof(text_keys[0]),
};
static const struct yaml_key entry_keys[] = {
    { .name = "topic",
      .kind = YAML_ID,
      .offset = offsetof(struct file_entry, topic),
      .is_required = true },
    { .name = "source", .kind = YAML_WORDS, .offset = offsetof(struct file_entry, source) },
    { .name = "texts",
      .kind = YAML_OBJECTS,
      YAML_LIST(struct file_entry, texts, text_count),
      .is_required = true,
      .schema = &text_schema },
};
static const struct yaml_schema entry_schema = {
    .size = sizeof(struct file_entry),
    .line_offset = offsetof(struct file_entry, line),
    .keys = entry_keys,
    .key_count = sizeof(entry_keys) / sizeof(entry_keys[0]),
};
static const struct yaml_key file_keys[] = {
    { .name = "kind", .kind = YAML_ID, .offset = offsetof(struct file, kind), .is_required = true },
    { .name = "entries",
      .kind = YAML_OBJECTS,
      YAML_LIST(struct file, entries, entry_count),
      .is_required = true,
      .schema = &entry_schema },
};
static const struct yaml_schema file_schema = {
    .size = sizeof(struct file),
    .line_offset = offsetof(struct file, line),
    .keys = file_keys,
    .key_count = sizeof(file_keys) / sizeof(file_keys[0]),
};

/* ---- from the file to answers */

static enum status fill(struct advice *advice, const struct file_entry *entry, struct error *error)
{
    enum status status = STATUS_OK;
    *advice = (struct advice){ .version = 1, .is_active = true, .check_locally = true };
    if (strlen(entry->topic) >= sizeof(advice->topic))
        return error_set(error, STATUS_INTERNAL, "a first answer has a long topic");
    memcpy(advice->topic, entry->topic, strlen(entry->topic) + 1);
    if (entry->source != NULL)
        status = text_copy(&advice->source, entry->source, error);
    for (size_t i = 0; i < entry->text_count && status == STATUS_OK; i++)
        status = advice_set_text(advice, entry->texts[i].language, entry->texts[i].title,
                                 entry->texts[i].body, error);
    return status;
}

static enum status add_entries(struct advice_list *out, const struct file *file,
                               struct error *error)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < file->entry_count && status == STATUS_OK; i++) {
        status =
            array_reserve(&out->items, &out->capacity, sizeof(*out->items), out->count + 1, error);
        if (status == STATUS_OK)
            status = fill(&out->items[out->count++], &file->entries[i], error);
    }
    return status;
}

static enum status read_source(struct advice_list *out, const struct yaml_source *source,
                               struct error *error)
{
    struct arena arena = { .newest = NULL };
    struct fault_list faults = { .items = NULL };
    struct file content = { .kind = NULL };
    struct yaml_file *file = NULL;
    enum status status = yaml_open(&file, source, &arena, &faults, error);
    if (status == STATUS_OK && file != NULL)
        status = yaml_read(file, &file_schema, &content, error);
    if (status == STATUS_OK && faults.count > 0)
        status = error_set(error, STATUS_INTERNAL, "%s: line %d: %s", source->name,
                           faults.items[0].line, fault_name(faults.items[0].kind));
    if (status == STATUS_OK)
        status = add_entries(out, &content, error);
    yaml_close(file);
    fault_list_release(&faults);
    arena_release(&arena);
    return status;
}

enum status first_advice_list(struct advice_list *out, struct error *error)
{
    enum status status = STATUS_OK;
    *out = (struct advice_list){ .items = NULL };
    for (size_t i = 0; i < first_advice_files_count && status == STATUS_OK; i++)
        status = read_source(out, &first_advice_files[i], error);
    if (status != STATUS_OK)
        advice_list_release(out);
    return status;
}

/* ---- taking them over */

static bool has_topic(const struct advice_list *list, const char *topic)
{
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->items[i].topic, topic) == 0)
            return true;
    return false;
}

static enum status take_missing(struct store *store, const char *actor,
                                const struct topic_list *topics, struct advice_list *first,
                                struct day today, size_t *added, struct error *error)
{
    const struct advice_filter everything = { .includes_inactive = true };
    struct advice_list known;
    enum status status = advice_list(store, &everything, &known, error);
    if (status != STATUS_OK)
        return status;
    for (size_t i = 0; i < first->count && status == STATUS_OK; i++) {
        if (has_topic(&known, first->items[i].topic))
            continue;
        status = advice_add(store, actor, topics, &first->items[i], today, error);
        *added += status == STATUS_OK;
    }
    advice_list_release(&known);
    return status;
}

enum status first_advice_take(struct store *store, const char *actor,
                              const struct topic_list *topics, struct day today, size_t *added,
                              struct error *error)
{
    bool is_own;
    struct advice_list first;
    *added = 0;
    enum status status = first_advice_list(&first, error);
    if (status != STATUS_OK)
        return status;
    status = act_join(store, &is_own, error);
    if (status == STATUS_OK) {
        status = take_missing(store, actor, topics, &first, today, added, error);
        status = act_commit(store, is_own, status, error);
    }
    advice_list_release(&first);
    return status;
}
