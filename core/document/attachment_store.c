/* SPDX-License-Identifier: Apache-2.0 */

/* Attachments in the tables. */
#include "document/attachment.h"

#include "base/array.h"
#include "journal/act.h"
#include "person/person_record.h"
#include "person/personal_text.h"
#include "store/query_value.h"
#include "store/store.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

/* The table that a noun stands for, and whose it is. */
static const struct {
    const char *table;
    const char *find_person;
} nouns[] = {
    [ATTACHMENT_OF_PERSON] = { "person", "SELECT id FROM person WHERE id = :id" },
    [ATTACHMENT_OF_DOCUMENT] = { "identity_document",
                                 "SELECT person_id FROM identity_document WHERE id = :id" },
    [ATTACHMENT_OF_REQUEST] = { "document_request",
                                "SELECT person_id FROM document_request WHERE id = :id" },
};
_Static_assert(sizeof(nouns) / sizeof(nouns[0]) == ATTACHMENT_NOUN_COUNT, "every noun has a table");

static const char SQL_ADD_ATTACHMENT[] =
    "INSERT INTO attachment"
    " (id, noun, subject, name, media_type, size, hash, added_at, added_by, content)"
    " VALUES (:id, :noun, :subject, :name, :media_type, :size, :hash, :now, :actor, :content)";
static const char SQL_LIST_ATTACHMENTS[] =
    "SELECT id, subject, name, media_type, size, hash, added_at, added_by FROM attachment"
    " WHERE noun = :noun AND subject = :subject ORDER BY rowid";
static const char SQL_READ_CONTENT[] = "SELECT content, hash FROM attachment WHERE id = :id";
static const char SQL_FIND_SUBJECT[] = "SELECT noun, subject FROM attachment WHERE id = :id";
static const char SQL_REMOVE_ATTACHMENT[] = "DELETE FROM attachment WHERE id = :id";
static const char SQL_SNAPSHOT_ATTACHMENT[] =
    "SELECT json_object('id', id, 'noun', noun, 'subject', subject, 'name', name,"
    " 'media_type', media_type, 'size', size, 'hash', lower(hex(hash)))"
    " FROM attachment WHERE id = :key";

enum { NAME_MAX_CHARACTERS = 200 };

static struct act attachment_act(const char *actor, const char *name, const char *person_id,
                                 const char *id)
{
    return (struct act){
        .entry = { .actor = actor, .act = name, .noun = "person", .subject = person_id },
        .person_id = person_id,
        .snapshot = SQL_SNAPSHOT_ATTACHMENT,
        .key = id
    };
}

/* Whose scan it is, who must still be there. */
static enum status find_person(struct store *store, enum attachment_noun noun, const char *subject,
                               char person_id[UUID_TEXT_SIZE], struct error *error)
{
    struct query query;
    query_begin(&query, store, nouns[noun].find_person);
    query_bind_text(&query, ":id", subject);
    if (query_next_row(&query))
        query_copy_text(&query, 0, person_id, UUID_TEXT_SIZE);
    const enum status status = query_end_found(&query, error);
    return status == STATUS_OK ? person_record_require(store, person_id, error) : status;
}

/* ---- Adding */

static enum status insert_attachment(struct store *store, const struct attachment *attachment,
                                     const void *bytes, struct error *error)
{
    struct personal_text name = { .given = attachment->name,
                                  .max = NAME_MAX_CHARACTERS,
                                  .is_required = true };
    enum status status = personal_texts_accept(&name, 1, error);
    if (status == STATUS_OK) {
        struct query query;
        query_begin(&query, store, SQL_ADD_ATTACHMENT);
        query_bind_text(&query, ":id", attachment->id);
        query_bind_text(&query, ":noun", nouns[attachment->noun].table);
        query_bind_text(&query, ":subject", attachment->subject);
        query_bind_text(&query, ":name", name.accepted);
        query_bind_text(&query, ":media_type", attachment->media_type);
        query_bind_int64(&query, ":size", (int64_t)attachment->size);
        query_bind_blob(&query, ":hash", attachment->hash, ATTACHMENT_HASH_SIZE);
        query_bind_text(&query, ":now", attachment->added_at);
        query_bind_text(&query, ":actor", attachment->added_by);
        query_bind_blob(&query, ":content", bytes, attachment->size);
        status = query_run(&query, error);
    }
    personal_texts_release(&name, 1);
    return status;
}

static enum status add_within(struct store *store, const struct attachment *attachment,
                              const void *bytes, struct error *error)
{
    char person_id[UUID_TEXT_SIZE] = "";
    enum status status =
        find_person(store, attachment->noun, attachment->subject, person_id, error);
    if (status != STATUS_OK)
        return status;
    struct act act =
        attachment_act(attachment->added_by, "attachment.add", person_id, attachment->id);
    act.is_new = true;
    status = act_begin(&act, store, error);
    if (status == STATUS_OK)
        status = insert_attachment(store, attachment, bytes, error);
    return act_end(&act, store, status, error);
}

enum status attachment_add(struct store *store, const char *actor, struct attachment *attachment,
                           const void *bytes, size_t size, struct error *error)
{
    if (size > ATTACHMENT_MAX_BYTES)
        return error_set_number(error, STATUS_TOO_LARGE, ATTACHMENT_MAX_MIB, "%zu bytes", size);
    if (size == 0)
        return error_set(error, STATUS_TEXT_EMPTY, "an attachment without content");
    if ((unsigned)attachment->noun >= ATTACHMENT_NOUN_COUNT || strlen(actor) >= UUID_TEXT_SIZE)
        return error_set(error, STATUS_INVALID, "nothing that has attachments");
    if (attachment->id[0] == '\0')
        uuid_new(attachment->id);
    attachment->size = size;
    attachment->media_type = attachment_media_type(bytes, size);
    crypto_generichash(attachment->hash, ATTACHMENT_HASH_SIZE, bytes, size, NULL, 0);
    store_format_now(store, attachment->added_at);
    memcpy(attachment->added_by, actor, strlen(actor) + 1);

    bool is_own;
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = add_within(store, attachment, bytes, error);
    return act_commit(store, is_own, status, error);
}

/* ---- Reading */

/* One of the constants of attachment_media_type(). */
static const char *known_media_type(const char *text)
{
    static const char *const known[] = { "image/png", "image/jpeg", "application/pdf", "image/tiff",
                                         "text/plain" };
    for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
        if (strcmp(text, known[i]) == 0)
            return known[i];
    return "application/octet-stream";
}

static void read_attachment(struct query *query, struct attachment *out)
{
    size_t hash_size = 0;
    query_copy_text(query, 0, out->id, sizeof(out->id));
    query_copy_text(query, 1, out->subject, sizeof(out->subject));
    out->name = query_take_text(query, 2);
    out->media_type = known_media_type(query_text(query, 3));
    out->size = (size_t)query_int64(query, 4);
    const void *hash = query_blob(query, 5, &hash_size);
    if (hash_size == ATTACHMENT_HASH_SIZE)
        memcpy(out->hash, hash, ATTACHMENT_HASH_SIZE);
    query_copy_text(query, 6, out->added_at, sizeof(out->added_at));
    query_copy_text(query, 7, out->added_by, sizeof(out->added_by));
}

enum status attachment_list(struct store *store, enum attachment_noun noun, const char *subject,
                            struct attachment_list *out, struct error *error)
{
    struct query query;
    *out = (struct attachment_list){ .items = NULL };
    query_begin(&query, store, SQL_LIST_ATTACHMENTS);
    query_bind_text(&query, ":noun", nouns[noun].table);
    query_bind_text(&query, ":subject", subject);
    while (query_next_row(&query)) {
        if (array_reserve(&out->items, &out->capacity, sizeof(*out->items), out->count + 1,
                          &query.failure) != STATUS_OK)
            break;
        struct attachment *attachment = &out->items[out->count++];
        *attachment = (struct attachment){ .noun = noun };
        read_attachment(&query, attachment);
    }
    const enum status status = query_end(&query, error);
    if (status != STATUS_OK)
        attachment_list_release(out);
    return status;
}

static enum status copy_content(const unsigned char *content, size_t size,
                                const unsigned char *expected, size_t expected_size,
                                unsigned char **out, struct error *error)
{
    unsigned char hash[ATTACHMENT_HASH_SIZE];
    crypto_generichash(hash, sizeof(hash), content, size, NULL, 0);
    if (expected_size != sizeof(hash) || memcmp(hash, expected, sizeof(hash)) != 0)
        return error_set(error, STATUS_DAMAGED, "the content has another hash");
    *out = malloc(size == 0 ? 1 : size);
    if (*out == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "a content of %zu bytes", size);
    if (size > 0)
        memcpy(*out, content, size);
    return STATUS_OK;
}

enum status attachment_load(struct store *store, const char *id, unsigned char **bytes,
                            size_t *size, struct error *error)
{
    enum status copied = STATUS_OK;
    struct query query;
    *bytes = NULL;
    *size = 0;
    query_begin(&query, store, SQL_READ_CONTENT);
    query_bind_text(&query, ":id", id);
    if (query_next_row(&query)) {
        size_t hash_size = 0;
        const unsigned char *content = query_blob(&query, 0, size);
        const unsigned char *hash = query_blob(&query, 1, &hash_size);
        if (query.failure.status == STATUS_OK)
            copied = copy_content(content, *size, hash, hash_size, bytes, &query.failure);
    }
    const enum status status = query_end_found(&query, error);
    return status == STATUS_OK ? copied : status;
}

/* ---- Removing */

static enum status find_subject(struct store *store, const char *id, char person_id[UUID_TEXT_SIZE],
                                struct error *error)
{
    enum attachment_noun noun = ATTACHMENT_OF_PERSON;
    char subject[UUID_TEXT_SIZE] = "";
    struct query query;
    query_begin(&query, store, SQL_FIND_SUBJECT);
    query_bind_text(&query, ":id", id);
    if (query_next_row(&query)) {
        while (noun < ATTACHMENT_NOUN_COUNT &&
               strcmp(query_text(&query, 0), nouns[noun].table) != 0)
            noun++;
        query_copy_text(&query, 1, subject, sizeof(subject));
    }
    const enum status status = query_end_found(&query, error);
    if (status == STATUS_OK && noun == ATTACHMENT_NOUN_COUNT)
        return error_set(error, STATUS_REFUSED, "belongs to something else");
    return status == STATUS_OK ? find_person(store, noun, subject, person_id, error) : status;
}

static enum status delete_attachment(struct store *store, const char *id, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_REMOVE_ATTACHMENT);
    query_bind_text(&query, ":id", id);
    return query_run(&query, error);
}

enum status attachment_remove(struct store *store, const char *actor, const char *id,
                              struct error *error)
{
    char person_id[UUID_TEXT_SIZE] = "";
    bool is_own;
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = find_subject(store, id, person_id, error);
    if (status == STATUS_OK) {
        struct act act = attachment_act(actor, "attachment.remove", person_id, id);
        status = act_begin(&act, store, error);
        if (status == STATUS_OK)
            status = delete_attachment(store, id, error);
        status = act_end(&act, store, status, error);
    }
    return act_commit(store, is_own, status, error);
}
