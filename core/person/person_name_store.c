/* SPDX-License-Identifier: Apache-2.0 */

/* The names of a person in the tables. */
#include "base/array.h"
#include "journal/act.h"
#include "name/script.h"
#include "person/person_private.h"
#include "person/person_record.h"
#include "person/personal_text.h"
#include "search/search_index.h"
#include "store/query_value.h"
#include "store/store.h"

#include <stdlib.h>

/* A paper that is named must be one of this person. */
static const char SQL_ADD_NAME[] =
    "INSERT INTO person_name (id, person_id, kind, script, full_name, surname, given_name,"
    " patronymic, document_id, valid_from, valid_until, created_at)"
    " SELECT :id, :person, :kind, :script, :full_name, :surname, :given_name, :patronymic,"
    " :document, :valid_from, :valid_until, :now"
    " WHERE :document IS NULL OR EXISTS (SELECT 1 FROM identity_document"
    " WHERE identity_document.id = :document AND identity_document.person_id = :person)";
static const char SQL_LIST_NAMES[] =
    "SELECT id, kind, full_name, surname, given_name, patronymic, coalesce(document_id, ''),"
    " valid_from, valid_until FROM person_name WHERE person_id = :person"
    " ORDER BY kind <> 'main', id";
static const char SQL_DEMOTE_MAIN_NAME[] =
    "UPDATE person_name SET kind = 'former' WHERE person_id = :person AND kind = 'main'";
static const char SQL_FIND_NAME_KIND[] =
    "SELECT kind = 'main' FROM person_name WHERE id = :id AND person_id = :person";
static const char SQL_REMOVE_NAME[] =
    "DELETE FROM person_name WHERE id = :id AND person_id = :person";
static const char SQL_SNAPSHOT_NAMES[] =
    "SELECT json_object('names', json(" SQL_NAME_ARRAY ")) FROM person WHERE id = :key";

enum { FULL_NAME, SURNAME, GIVEN_NAME, PATRONYMIC, TEXTS };

/* ---- Rows */

static enum status insert_name(struct store *store, const char *person_id,
                               const struct person_name *name,
                               const struct personal_text texts[TEXTS], struct error *error)
{
    struct query query;
    char now[MOMENT_TEXT_SIZE];
    store_format_now(store, now);
    query_begin(&query, store, SQL_ADD_NAME);
    query_bind_text(&query, ":id", name->id);
    query_bind_text(&query, ":person", person_id);
    query_bind_text(&query, ":kind", name_kind_word(name->kind));
    query_bind_text(&query, ":script", script_code(script_of(texts[FULL_NAME].accepted)));
    query_bind_text(&query, ":full_name", texts[FULL_NAME].accepted);
    query_bind_text(&query, ":surname", texts[SURNAME].accepted);
    query_bind_text(&query, ":given_name", texts[GIVEN_NAME].accepted);
    query_bind_text(&query, ":patronymic", texts[PATRONYMIC].accepted);
    query_bind_code(&query, ":document", name->document_id);
    query_bind_day(&query, ":valid_from", name->has_valid_from, name->valid_from);
    query_bind_day(&query, ":valid_until", name->has_valid_until, name->valid_until);
    query_bind_text(&query, ":now", now);
    const enum status status = query_run(&query, error);
    if (status == STATUS_OK && store_changed_rows(store) != 1)
        return error_set(error, STATUS_NOT_FOUND, "the person has no such document");
    return status;
}

enum status person_put_name(struct store *store, const char *person_id, struct person_name *name,
                            struct error *error)
{
    struct personal_text texts[TEXTS] = {
        [FULL_NAME] = { .given = name->full_name, .max = PERSON_NAME_MAX, .is_required = true },
        [SURNAME] = { .given = name->surname, .max = PERSON_NAME_PART_MAX },
        [GIVEN_NAME] = { .given = name->given_name, .max = PERSON_NAME_PART_MAX },
        [PATRONYMIC] = { .given = name->patronymic, .max = PERSON_NAME_PART_MAX },
    };
    if ((unsigned)name->kind >= NAME_KIND_COUNT)
        return error_set(error, STATUS_INVALID, "no kind of name");
    enum status status = person_give_id(name->id, error);
    if (status == STATUS_OK) {
        status = personal_texts_accept(texts, TEXTS, error);
        if (status == STATUS_OK)
            status = insert_name(store, person_id, name, texts, error);
        personal_texts_release(texts, TEXTS);
    }
    return status;
}

static void read_name(struct query *query, struct person_name *out)
{
    *out = (struct person_name){ .kind = NAME_KIND_MAIN };
    query_copy_text(query, 0, out->id, sizeof(out->id));
    if (name_kind_parse(&out->kind, query_text(query, 1), NULL) != STATUS_OK)
        out->kind = NAME_KIND_ALIAS; /* the table's own check allows no other word */
    out->full_name = query_take_text(query, 2);
    out->surname = query_take_text(query, 3);
    out->given_name = query_take_text(query, 4);
    out->patronymic = query_take_text(query, 5);
    query_copy_text(query, 6, out->document_id, sizeof(out->document_id));
    out->valid_from = query_day(query, 7, &out->has_valid_from);
    out->valid_until = query_day(query, 8, &out->has_valid_until);
}

/* What was read before a failure stays in the list, which the caller releases. */
enum status person_read_names(struct store *store, const char *person_id,
                              struct person_name_list *out, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_LIST_NAMES);
    query_bind_text(&query, ":person", person_id);
    while (query_next_row(&query)) {
        if (array_reserve(&out->items, &out->capacity, sizeof(*out->items), out->count + 1,
                          &query.failure) != STATUS_OK)
            break;
        read_name(&query, &out->items[out->count++]);
    }
    return query_end(&query, error);
}

/* ---- Acts */

static enum status demote_main_name(struct store *store, const char *person_id, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_DEMOTE_MAIN_NAME);
    query_bind_text(&query, ":person", person_id);
    return query_run(&query, error);
}

static enum status write_name(struct store *store, const char *id, struct person_name *name,
                              struct error *error)
{
    enum status status = STATUS_OK;
    if (name->kind == NAME_KIND_MAIN)
        status = demote_main_name(store, id, error);
    return status == STATUS_OK ? person_put_name(store, id, name, error) : status;
}

static enum status erase_name(struct store *store, const char *id, const char *name_id,
                              struct error *error)
{
    bool is_main = false;
    struct query query;
    query_begin(&query, store, SQL_FIND_NAME_KIND);
    query_bind_text(&query, ":id", name_id);
    query_bind_text(&query, ":person", id);
    if (query_next_row(&query))
        is_main = query_int(&query, 0) != 0;
    const enum status status = query_end_found(&query, error);
    if (status != STATUS_OK)
        return status;
    if (is_main)
        return error_set(error, STATUS_REFUSED, "the main name stays");
    query_begin(&query, store, SQL_REMOVE_NAME);
    query_bind_text(&query, ":id", name_id);
    query_bind_text(&query, ":person", id);
    return query_run(&query, error);
}

/* Adds the name, or takes the one with that id away. */
static enum status change_names(struct store *store, const char *actor, const char *id,
                                struct person_name *name, const char *name_id, struct error *error)
{
    struct act act = { .entry = { .actor = actor,
                                  .act = name == NULL ? "person.name.remove" : "person.name.add",
                                  .noun = "person",
                                  .subject = id },
                       .person_id = id,
                       .snapshot = SQL_SNAPSHOT_NAMES,
                       .key = id };
    bool is_own;
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = person_record_require(store, id, error);
    if (status == STATUS_OK) {
        status = act_begin(&act, store, error);
        if (status == STATUS_OK)
            status = name == NULL ? erase_name(store, id, name_id, error)
                                  : write_name(store, id, name, error);
        status = act_end(&act, store, status, error);
    }
    if (status == STATUS_OK)
        status = search_index_person(store, id, error);
    return act_commit(store, is_own, status, error);
}

enum status person_add_name(struct store *store, const char *actor, const char *id,
                            struct person_name *name, struct error *error)
{
    return change_names(store, actor, id, name, NULL, error);
}

enum status person_remove_name(struct store *store, const char *actor, const char *id,
                               const char *name_id, struct error *error)
{
    return change_names(store, actor, id, NULL, name_id, error);
}
