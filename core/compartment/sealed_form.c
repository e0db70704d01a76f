/* SPDX-License-Identifier: Apache-2.0 */

/* The draft of a form as one sealed text, and all drafts about a casefile from one key to another.
 */
#include "compartment/sealed_draft_private.h"
#include "compartment/sealed_private.h"

#include "base/array.h"
#include "base/text.h"
#include "store/draft_fields.h"
#include "store/query.h"

#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SEALED_FORM "sealed/"
static const char sealed_field[] = "sealed";

static const char SQL_LIST_DRAFTS[] =
    "SELECT user_id, form, subject, fields, cursor_field, cursor_position FROM main.draft"
    " WHERE subject = :id OR subject IN"
    " (SELECT id FROM main.sealed_record WHERE casefile_id = :id)";
static const char SQL_REPLACE_DRAFT[] =
    "UPDATE main.draft SET form = :new_form, fields = :fields, cursor_field = :cursor_field,"
    " cursor_position = :cursor_position"
    " WHERE user_id = :user_id AND form = :form AND subject = :subject";
/* Such as the path of screens that somebody was on, with the step. */
static const char SQL_DROP_MENTIONS[] =
    "DELETE FROM main.draft WHERE subject <> :id AND instr(fields, :id) > 0";

/* ---- one form */

void sealed_form_name(char out[SEALED_FORM_SIZE], const struct secret *key, const char *form)
{
    unsigned char hash[SEALED_FORM_HASH];
    memcpy(out, SEALED_FORM, sizeof(SEALED_FORM) - 1);
    crypto_generichash(hash, sizeof(hash), (const unsigned char *)form, strlen(form), key->bytes,
                       key->length);
    sodium_bin2hex(out + sizeof(SEALED_FORM) - 1, SEALED_FORM_SIZE - (sizeof(SEALED_FORM) - 1),
                   hash, sizeof(hash));
}

enum { PART_FORM, PART_CURSOR_FIELD, PART_CURSOR, PART_FIELDS, PART_COUNT };
static const char *const parts[PART_COUNT] = { "form", "cursor_field", "cursor", "fields" };

enum status sealed_form_seal(char **out, struct store *store, const char *casefile_id,
                             const struct secret *key, const char *form,
                             const struct draft_content *content, struct error *error)
{
    char cursor[16];
    char *plain = NULL, *text = NULL;
    snprintf(cursor, sizeof(cursor), "%d", content->cursor_position);
    const struct draft_field fields[PART_COUNT] = {
        { parts[PART_FORM], form },
        { parts[PART_CURSOR_FIELD], content->cursor_field },
        { parts[PART_CURSOR], cursor },
        { parts[PART_FIELDS], content->fields },
    };
    *out = NULL;
    enum status status = draft_fields_write(&plain, store, fields, PART_COUNT, error);
    if (status == STATUS_OK)
        status = sealed_text_seal(&text, casefile_id, key, plain, error);
    if (status == STATUS_OK) {
        const struct draft_field field = { sealed_field, text };
        status = draft_fields_write(out, store, &field, 1, error);
    }
    text_wipe(&plain);
    free(text);
    return status;
}

struct reading {
    const char *const *names;
    size_t count;
    char *values[PART_COUNT];
};

static void read_part(void *self, const struct draft_field *field)
{
    struct reading *reading = self;
    for (size_t i = 0; i < reading->count; i++)
        if (reading->values[i] == NULL && strcmp(field->name, reading->names[i]) == 0)
            reading->values[i] = strdup(field->value);
}

/* All of the names, or STATUS_DAMAGED. */
static enum status read_parts(struct reading *reading, struct store *store, const char *json,
                              struct error *error)
{
    enum status status = draft_fields_read(store, json, read_part, reading, error);
    for (size_t i = 0; status == STATUS_OK && i < reading->count; i++)
        if (reading->values[i] == NULL)
            status = error_set(error, STATUS_DAMAGED, "a sealed draft");
    return status;
}

static void reading_release(struct reading *reading)
{
    for (size_t i = 0; i < reading->count; i++)
        text_wipe(&reading->values[i]);
}

enum status sealed_form_open(struct draft *out, char **form, struct store *store,
                             const char *casefile_id, const struct secret *key, const char *fields,
                             struct error *error)
{
    static const char *const outer_name[] = { sealed_field };
    struct reading outer = { outer_name, 1, { NULL } };
    struct reading inner = { parts, PART_COUNT, { NULL } };
    char *plain = NULL;
    *out = (struct draft){ .fields = NULL };
    enum status status = read_parts(&outer, store, fields, error);
    if (status == STATUS_OK)
        status = sealed_text_open(&plain, casefile_id, key, outer.values[0], error);
    if (status == STATUS_OK)
        status = read_parts(&inner, store, plain, error);
    if (status == STATUS_OK) {
        out->fields = inner.values[PART_FIELDS];
        out->cursor_field = inner.values[PART_CURSOR_FIELD];
        out->cursor_position = (int)strtol(inner.values[PART_CURSOR], NULL, 10);
        *form = inner.values[PART_FORM];
        inner.values[PART_FIELDS] = inner.values[PART_CURSOR_FIELD] = NULL;
        inner.values[PART_FORM] = NULL;
    }
    text_wipe(&plain);
    reading_release(&outer);
    reading_release(&inner);
    return status;
}

/* ---- all about a casefile */

struct kept {
    char user_id[UUID_TEXT_SIZE];
    char *form;
    char *subject;
    struct draft draft;
};

struct kept_list {
    struct kept *items;
    size_t count;
    size_t capacity;
};

static void kept_release(struct kept *kept)
{
    free(kept->form);
    free(kept->subject);
    draft_release(&kept->draft);
}

static enum status collect(struct kept_list *out, struct query *query, struct error *error)
{
    enum status status =
        array_reserve(&out->items, &out->capacity, sizeof(*out->items), out->count + 1, error);
    if (status != STATUS_OK)
        return status;
    struct kept *kept = &out->items[out->count++];
    *kept = (struct kept){ .form = NULL };
    query_copy_text(query, 0, kept->user_id, sizeof(kept->user_id));
    status = text_copy(&kept->form, query_text(query, 1), error);
    if (status == STATUS_OK)
        status = text_copy(&kept->subject, query_text(query, 2), error);
    if (status == STATUS_OK)
        status = text_copy(&kept->draft.fields, query_text(query, 3), error);
    if (status == STATUS_OK)
        status = text_copy(&kept->draft.cursor_field, query_text(query, 4), error);
    kept->draft.cursor_position = query_int(query, 5);
    return status;
}

static enum status list(struct kept_list *out, struct store *store, const char *casefile_id,
                        struct error *error)
{
    struct query query;
    enum status status = STATUS_OK;
    query_begin(&query, store, SQL_LIST_DRAFTS);
    query_bind_text(&query, ":id", casefile_id);
    while (status == STATUS_OK && query_next_row(&query))
        status = collect(out, &query, error);
    const enum status ended = query_end(&query, status == STATUS_OK ? error : NULL);
    return status == STATUS_OK ? ended : status;
}

static enum status replace(struct store *store, const struct kept *kept, const char *form,
                           const struct draft_content *content, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_REPLACE_DRAFT);
    query_bind_text(&query, ":user_id", kept->user_id);
    query_bind_text(&query, ":form", kept->form);
    query_bind_text(&query, ":subject", kept->subject);
    query_bind_text(&query, ":new_form", form);
    query_bind_text(&query, ":fields", content->fields);
    query_bind_text(&query, ":cursor_field", content->cursor_field);
    query_bind_int(&query, ":cursor_position", content->cursor_position);
    return query_run(&query, error);
}

static enum status move_one(struct store *store, const char *casefile_id, const struct kept *kept,
                            const struct secret *from, const struct secret *to, struct error *error)
{
    struct draft opened = { .fields = NULL };
    char form[SEALED_FORM_SIZE];
    char *name = NULL, *sealed = NULL;
    const struct draft *draft = from == NULL ? &kept->draft : &opened;
    enum status status = STATUS_OK;
    if (from != NULL)
        status =
            sealed_form_open(&opened, &name, store, casefile_id, from, kept->draft.fields, error);
    const char *real_form = from == NULL ? kept->form : name;
    struct draft_content content = { draft->fields, draft->cursor_field, draft->cursor_position };
    if (status == STATUS_OK && to != NULL) {
        status = sealed_form_seal(&sealed, store, casefile_id, to, real_form, &content, error);
        sealed_form_name(form, to, real_form);
        content = (struct draft_content){ .fields = sealed, .cursor_field = "" };
    }
    if (status == STATUS_OK)
        status = replace(store, kept, to == NULL ? real_form : form, &content, error);
    draft_release(&opened);
    free(name);
    free(sealed);
    return status;
}

enum status sealed_move_drafts(struct store *store, const char *casefile_id,
                               const struct secret *from, const struct secret *to,
                               struct error *error)
{
    struct kept_list drafts = { .items = NULL };
    enum status status = list(&drafts, store, casefile_id, error);
    for (size_t i = 0; status == STATUS_OK && i < drafts.count; i++)
        status = move_one(store, casefile_id, &drafts.items[i], from, to, error);
    for (size_t i = 0; i < drafts.count; i++)
        kept_release(&drafts.items[i]);
    free(drafts.items);
    return status == STATUS_OK && from == NULL
               ? sealed_run(store, SQL_DROP_MENTIONS, casefile_id, error)
               : status;
}
