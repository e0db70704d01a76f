/* SPDX-License-Identifier: Apache-2.0 */
#include "household/relation_store.h"

#include "base/array.h"
#include "journal/act.h"
#include "person/person_record.h"
#include "person/person_store.h"
#include "store/query_value.h"
#include "store/store.h"

#include <stdlib.h>
#include <string.h>

static const char SQL_ADD_RELATION[] =
    "INSERT INTO relation (id, person_id, other_id, kind, is_proved, ended_on)"
    " VALUES (:id, :person, :other, :kind, :is_proved, :ended_on)";
static const char SQL_LIST_KINDS[] =
    "SELECT kind FROM relation WHERE person_id = :person AND other_id = :other";
static const char SQL_CHANGE_RELATION[] =
    "UPDATE relation SET is_proved = :is_proved, ended_on = :ended_on WHERE id = :id";
static const char SQL_REMOVE_RELATION[] = "DELETE FROM relation WHERE id = :id";
static const char SQL_FIND_PERSON[] = "SELECT person_id FROM relation WHERE id = :id";
static const char SQL_LIST_RELATIONS[] =
    "SELECT id, person_id, other_id, kind, is_proved, ended_on, 0 FROM relation"
    " WHERE person_id = :person UNION ALL"
    " SELECT id, other_id, person_id, kind, is_proved, ended_on, 1 FROM relation"
    " WHERE other_id = :person ORDER BY 1";
/* Somebody else who is the same to this one: another mother. */
static const char SQL_FIND_RIVAL[] =
    "SELECT 1 FROM relation WHERE other_id = :other AND person_id <> :person AND kind = :kind"
    " LIMIT 1";
static const char SQL_SNAPSHOT_RELATION[] =
    "SELECT json_patch('{}', json_object('id', id, 'other', other_id, 'kind', kind,"
    " 'is_proved', nullif(is_proved, 0), 'ended_on', ended_on)) FROM relation WHERE id = :key";

/* ---- Doubts */

static enum status find_rival(struct store *store, const struct relation *relation,
                              unsigned *doubts, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_FIND_RIVAL);
    query_bind_text(&query, ":other", relation->other_id);
    query_bind_text(&query, ":person", relation->person_id);
    query_bind_text(&query, ":kind", relation_kind_word(relation->kind));
    if (query_next_row(&query) && relation->kind == RELATION_MOTHER)
        *doubts |= RELATION_DOUBT_SECOND_MOTHER;
    else if (query.has_row && relation->kind == RELATION_FATHER)
        *doubts |= RELATION_DOUBT_SECOND_FATHER;
    return query_end(&query, error);
}

enum status relation_check(struct store *store, const struct relation *relation, unsigned *doubts,
                           struct error *error)
{
    struct person person = { .sex = SEX_NOT_KNOWN };
    struct person other = { .sex = SEX_NOT_KNOWN };
    *doubts = RELATION_DOUBT_NONE;
    enum status status = person_load(store, relation->person_id, &person, error);
    if (status == STATUS_OK)
        status = person_load(store, relation->other_id, &other, error);
    if (status == STATUS_OK) {
        *doubts = relation_doubts(relation->kind, &person, &other);
        status = find_rival(store, relation, doubts, error);
    }
    person_release(&person);
    person_release(&other);
    return status;
}

/* ---- Acts */

static struct act relation_act(const char *actor, const char *name, const char *person_id,
                               const char *id)
{
    return (struct act){
        .entry = { .actor = actor, .act = name, .noun = "person", .subject = person_id },
        .person_id = person_id,
        .snapshot = SQL_SNAPSHOT_RELATION,
        .key = id
    };
}

static enum status check_end(struct store *store, const struct relation *relation,
                             struct error *error)
{
    struct day today;
    const enum status status = person_record_today(store, &today, error);
    if (status == STATUS_OK && relation->has_ended_on && day_compare(relation->ended_on, today) > 0)
        return error_set(error, STATUS_DATE_INVALID, "ends in the future");
    return status;
}

static enum status check_new(struct store *store, const struct relation *relation,
                             struct error *error)
{
    if ((unsigned)relation->kind >= RELATION_KIND_COUNT)
        return error_set(error, STATUS_INVALID, "no kind of relation");
    if (strcmp(relation->person_id, relation->other_id) == 0)
        return error_set(error, STATUS_INVALID, "nobody is related to themselves");
    enum status status = check_end(store, relation, error);
    if (status == STATUS_OK)
        status = person_record_require(store, relation->person_id, error);
    if (status == STATUS_OK)
        status = person_record_require(store, relation->other_id, error);
    return status;
}

static enum relation_kind read_kind(struct query *query, int column)
{
    enum relation_kind kind;
    if (relation_kind_parse(&kind, query_text(query, column), NULL) != STATUS_OK)
        return RELATION_OTHER; /* a newer program knows more kinds */
    return kind;
}

/* Who is the mother of somebody needs no telling that they are her child. */
static enum status require_news(struct store *store, const struct relation *relation,
                                struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_LIST_KINDS);
    query_bind_text(&query, ":person", relation->other_id);
    query_bind_text(&query, ":other", relation->person_id);
    while (query_next_row(&query)) {
        const enum relation_kind kind = read_kind(&query, 0);
        if (relation_kind_inverse(kind) == relation->kind ||
            relation_kind_inverse(relation->kind) == kind)
            (void)error_set(&query.failure, STATUS_EXISTS, "said from the other side already");
    }
    return query_end(&query, error);
}

static enum status insert_relation(struct store *store, const struct relation *relation,
                                   struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_ADD_RELATION);
    query_bind_text(&query, ":id", relation->id);
    query_bind_text(&query, ":person", relation->person_id);
    query_bind_text(&query, ":other", relation->other_id);
    query_bind_text(&query, ":kind", relation_kind_word(relation->kind));
    query_bind_int(&query, ":is_proved", relation->is_proved);
    query_bind_day(&query, ":ended_on", relation->has_ended_on, relation->ended_on);
    return query_run(&query, error);
}

static enum status relation_add_within(struct store *store, const char *actor,
                                       struct relation *relation, struct error *error)
{
    enum status status = check_new(store, relation, error);
    if (status != STATUS_OK)
        return status;
    if (relation->id[0] == '\0')
        uuid_new(relation->id);
    struct act act = relation_act(actor, "relation.add", relation->person_id, relation->id);
    act.is_new = true;
    status = act_begin(&act, store, error);
    if (status == STATUS_OK)
        status = require_news(store, relation, error);
    if (status == STATUS_OK)
        status = insert_relation(store, relation, error);
    return act_end(&act, store, status, error);
}

enum status relation_add(struct store *store, const char *actor, struct relation *relation,
                         struct error *error)
{
    bool is_own;
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = relation_add_within(store, actor, relation, error);
    return act_commit(store, is_own, status, error);
}

static enum status find_person(struct store *store, const char *id, char person_id[UUID_TEXT_SIZE],
                               struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_FIND_PERSON);
    query_bind_text(&query, ":id", id);
    if (query_next_row(&query))
        query_copy_text(&query, 0, person_id, UUID_TEXT_SIZE);
    return query_end_found(&query, error);
}

static enum status update_relation(struct store *store, const struct relation *relation,
                                   struct error *error)
{
    struct query query;
    const enum status status = check_end(store, relation, error);
    if (status != STATUS_OK)
        return status;
    query_begin(&query, store, SQL_CHANGE_RELATION);
    query_bind_text(&query, ":id", relation->id);
    query_bind_int(&query, ":is_proved", relation->is_proved);
    query_bind_day(&query, ":ended_on", relation->has_ended_on, relation->ended_on);
    return query_run(&query, error);
}

static enum status delete_relation(struct store *store, const char *id, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_REMOVE_RELATION);
    query_bind_text(&query, ":id", id);
    return query_run(&query, error);
}

/* relation NULL: it goes. */
static enum status change_within(struct store *store, const char *actor, const char *id,
                                 const struct relation *relation, struct error *error)
{
    char person_id[UUID_TEXT_SIZE] = "";
    enum status status = find_person(store, id, person_id, error);
    if (status != STATUS_OK)
        return status;
    struct act act = relation_act(actor, relation == NULL ? "relation.remove" : "relation.change",
                                  person_id, id);
    status = act_begin(&act, store, error);
    if (status == STATUS_OK)
        status = relation == NULL ? delete_relation(store, id, error)
                                  : update_relation(store, relation, error);
    return act_end(&act, store, status, error);
}

enum status relation_change(struct store *store, const char *actor, const struct relation *relation,
                            struct error *error)
{
    bool is_own;
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = change_within(store, actor, relation->id, relation, error);
    return act_commit(store, is_own, status, error);
}

enum status relation_remove(struct store *store, const char *actor, const char *id,
                            struct error *error)
{
    bool is_own;
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = change_within(store, actor, id, NULL, error);
    return act_commit(store, is_own, status, error);
}

/* ---- Listing */

static void read_relation(struct query *query, struct relation *out)
{
    *out = (struct relation){ .kind = RELATION_OTHER };
    query_copy_text(query, 0, out->id, sizeof(out->id));
    query_copy_text(query, 1, out->person_id, sizeof(out->person_id));
    query_copy_text(query, 2, out->other_id, sizeof(out->other_id));
    out->kind = read_kind(query, 3);
    if (query_int(query, 6) != 0)
        out->kind = relation_kind_inverse(out->kind);
    out->is_proved = query_int(query, 4) != 0;
    out->ended_on = query_day(query, 5, &out->has_ended_on);
}

enum status relation_list(struct store *store, const char *person_id, struct relation_list *out,
                          struct error *error)
{
    struct query query;
    *out = (struct relation_list){ .items = NULL };
    query_begin(&query, store, SQL_LIST_RELATIONS);
    query_bind_text(&query, ":person", person_id);
    while (query_next_row(&query)) {
        if (array_reserve(&out->items, &out->capacity, sizeof(*out->items), out->count + 1,
                          &query.failure) != STATUS_OK)
            break;
        read_relation(&query, &out->items[out->count++]);
    }
    const enum status status = query_end(&query, error);
    if (status != STATUS_OK) {
        free(out->items);
        *out = (struct relation_list){ .items = NULL };
    }
    return status;
}
