/* SPDX-License-Identifier: Apache-2.0 */
#include "compartment/sealed_draft.h"

#include "base/array.h"
#include "base/text.h"
#include "compartment/sealed_draft_private.h"
#include "compartment/sealed_private.h"
#include "store/query.h"
#include "store/store.h"

#include <stdlib.h>
#include <string.h>

static const char SQL_FIND_CASEFILE[] =
    "SELECT casefile_id FROM main.sealed_casefile WHERE casefile_id = :subject"
    " UNION ALL SELECT casefile_id FROM main.sealed_record WHERE id = :subject LIMIT 1";

/* What a draft is about, when that is sealed. */
struct sealed_subject {
    char casefile_id[UUID_TEXT_SIZE]; /* "": it is not */
    struct secret *key;               /* NULL: none, or it is not */
};

static enum status find_subject(struct sealed_subject *out, struct store *store,
                                const char *subject, struct error *error)
{
    struct query query;
    *out = (struct sealed_subject){ .key = NULL };
    query_begin(&query, store, SQL_FIND_CASEFILE);
    query_bind_text(&query, ":subject", subject);
    if (query_next_row(&query))
        query_copy_text(&query, 0, out->casefile_id, sizeof(out->casefile_id));
    const enum status status = query_end(&query, error);
    if (status != STATUS_OK || out->casefile_id[0] == '\0')
        return status;
    return sealed_find_key(&out->key, store, store_keyring(store), out->casefile_id, NULL, error);
}

/* ---- one draft */

enum status sealed_draft_save(struct store *store, const struct draft_key *key,
                              const struct draft_content *content, struct error *error)
{
    struct sealed_subject subject;
    char form[SEALED_FORM_SIZE];
    char *fields = NULL;
    enum status status = find_subject(&subject, store, key->subject, error);
    if (status == STATUS_OK && subject.key == NULL)
        return draft_save(store, key, content, error);
    if (status == STATUS_OK)
        status = sealed_form_seal(&fields, store, subject.casefile_id, subject.key, key->form,
                                  content, error);
    if (status == STATUS_OK) {
        sealed_form_name(form, subject.key, key->form);
        const struct draft_key sealed = { key->user_id, form, key->subject };
        status = draft_save(store, &sealed,
                            &(struct draft_content){ .fields = fields, .cursor_field = "" }, error);
    }
    secret_free(&subject.key);
    free(fields);
    return status;
}

enum status sealed_draft_load(struct store *store, const struct draft_key *key, struct draft *out,
                              struct error *error)
{
    struct sealed_subject subject;
    struct draft kept = { .fields = NULL };
    char form[SEALED_FORM_SIZE];
    char *name = NULL;
    *out = (struct draft){ .fields = NULL };
    enum status status = find_subject(&subject, store, key->subject, error);
    if (status == STATUS_OK && subject.key == NULL)
        return draft_load(store, key, out, error);
    if (status == STATUS_OK) {
        sealed_form_name(form, subject.key, key->form);
        const struct draft_key sealed = { key->user_id, form, key->subject };
        status = draft_load(store, &sealed, &kept, error);
    }
    if (status == STATUS_OK)
        status = sealed_form_open(out, &name, store, subject.casefile_id, subject.key, kept.fields,
                                  error);
    if (status == STATUS_OK)
        memcpy(out->saved_at, kept.saved_at, sizeof(out->saved_at));
    secret_free(&subject.key);
    draft_release(&kept);
    free(name);
    return status;
}

enum status sealed_draft_discard(struct store *store, const struct draft_key *key,
                                 struct error *error)
{
    struct sealed_subject subject;
    char form[SEALED_FORM_SIZE];
    enum status status = find_subject(&subject, store, key->subject, error);
    if (status == STATUS_RESTRICTED)
        return STATUS_OK;
    if (status != STATUS_OK)
        return status;
    if (subject.key == NULL)
        return draft_discard(store, key, error);
    sealed_form_name(form, subject.key, key->form);
    const struct draft_key sealed = { key->user_id, form, key->subject };
    status = draft_discard(store, &sealed, error);
    secret_free(&subject.key);
    return status;
}

/* ---- all of a user */

struct summary {
    char *form;
    char *subject;
    char saved_at[MOMENT_TEXT_SIZE];
};

struct collection {
    struct summary *items;
    size_t count;
    size_t capacity;
    enum status status;
    struct error *error;
};

static void collect(void *self, const struct draft_summary *draft)
{
    struct collection *collection = self;
    if (collection->status == STATUS_OK)
        collection->status =
            array_reserve(&collection->items, &collection->capacity, sizeof(*collection->items),
                          collection->count + 1, collection->error);
    if (collection->status != STATUS_OK)
        return;
    struct summary *summary = &collection->items[collection->count++];
    *summary = (struct summary){ .form = NULL };
    memcpy(summary->saved_at, draft->saved_at, sizeof(summary->saved_at));
    collection->status = text_copy(&summary->form, draft->form, collection->error);
    if (collection->status == STATUS_OK)
        collection->status = text_copy(&summary->subject, draft->subject, collection->error);
}

/* Puts the real name of the form in the place of the sealed one; STATUS_RESTRICTED. */
static enum status reveal(struct summary *summary, struct store *store, const char *user_id,
                          struct error *error)
{
    struct sealed_subject subject;
    struct draft kept = { .fields = NULL }, draft = { .fields = NULL };
    const struct draft_key key = { user_id, summary->form, summary->subject };
    char *name = NULL;
    enum status status = find_subject(&subject, store, summary->subject, error);
    if (status == STATUS_OK && subject.key != NULL)
        status = draft_load(store, &key, &kept, error);
    if (status == STATUS_OK && subject.key != NULL)
        status = sealed_form_open(&draft, &name, store, subject.casefile_id, subject.key,
                                  kept.fields, error);
    if (status == STATUS_OK && name != NULL) {
        free(summary->form);
        summary->form = name;
    }
    secret_free(&subject.key);
    draft_release(&kept);
    draft_release(&draft);
    return status;
}

enum status sealed_draft_list(struct store *store, const char *user_id,
                              void (*visit)(void *self, const struct draft_summary *draft),
                              void *self, struct error *error)
{
    struct collection drafts = { .status = STATUS_OK, .error = error };
    enum status status = draft_list(store, user_id, collect, &drafts, error);
    if (status == STATUS_OK)
        status = drafts.status;
    for (size_t i = 0; status == STATUS_OK && i < drafts.count; i++) {
        struct summary *draft = &drafts.items[i];
        status = reveal(draft, store, user_id, error);
        if (status == STATUS_OK)
            visit(self, &(struct draft_summary){ draft->form, draft->subject, draft->saved_at });
        else if (status == STATUS_RESTRICTED)
            status = STATUS_OK;
    }
    for (size_t i = 0; i < drafts.count; i++) {
        free(drafts.items[i].form);
        free(drafts.items[i].subject);
    }
    free(drafts.items);
    return status;
}
