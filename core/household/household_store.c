/* SPDX-License-Identifier: Apache-2.0 */
#include "household/household_store.h"

#include "base/array.h"
#include "journal/act.h"
#include "person/person_record.h"
#include "person/personal_text.h"
#include "store/query_value.h"
#include "store/store.h"

#include <stdlib.h>
#include <string.h>

static const char SQL_ADD_HOUSEHOLD[] =
    "INSERT INTO household (id, name, address, place_code, created_at)"
    " VALUES (:id, :name, :address, :place_code, :now)";
static const char SQL_CHANGE_HOUSEHOLD[] =
    "UPDATE household SET name = :name, address = :address, place_code = :place_code"
    " WHERE id = :id";
static const char SQL_FIND_HOUSEHOLD[] =
    "SELECT id, name, address, place_code, created_at FROM household WHERE id = :id";
/* Whose history a change of the household itself is: the head's, or that of who is in longest. */
static const char SQL_FIND_SPOKESMAN[] =
    "SELECT person_id FROM household_member WHERE household_id = :id"
    " ORDER BY left_on IS NOT NULL, is_head DESC, joined_on, person_id LIMIT 1";
static const char SQL_JOIN[] =
    "INSERT INTO household_member (household_id, person_id, is_head, joined_on, left_on)"
    " VALUES (:household, :person, :is_head, :joined_on, :left_on)"
    " ON CONFLICT (household_id, person_id) DO UPDATE SET is_head = excluded.is_head,"
    " joined_on = excluded.joined_on, left_on = excluded.left_on WHERE left_on IS NOT NULL";
static const char SQL_LEAVE[] =
    "UPDATE household_member SET left_on = :left_on, is_head = 0"
    " WHERE household_id = :household AND person_id = :person AND left_on IS NULL";
static const char SQL_DROP_HEAD[] = "UPDATE household_member SET is_head = 0"
                                    " WHERE household_id = :household AND left_on IS NULL";
static const char SQL_SET_HEAD[] =
    "UPDATE household_member SET is_head = 1"
    " WHERE household_id = :household AND person_id = :person AND left_on IS NULL";
static const char SQL_LIST_MEMBERS[] =
    "SELECT household_id, person_id, is_head, joined_on, left_on FROM household_member"
    " WHERE household_id = :id"
    " ORDER BY left_on IS NOT NULL, is_head DESC, joined_on, person_id";
static const char SQL_LIST_HOUSEHOLDS[] =
    "SELECT household_id, person_id, is_head, joined_on, left_on FROM household_member"
    " WHERE person_id = :id ORDER BY left_on IS NOT NULL, joined_on, household_id";
static const char SQL_SNAPSHOT_HOUSEHOLD[] =
    "SELECT json_patch('{}', json_object('name', name, 'address', address,"
    " 'place_code', place_code)) FROM household WHERE id = :key";
static const char SQL_SNAPSHOT_NEW_HOUSEHOLD[] =
    "SELECT json_patch('{}', json_object('name', name, 'address', address,"
    " 'place_code', place_code, 'head', (SELECT person_id FROM household_member"
    " WHERE household_id = household.id AND is_head = 1))) FROM household WHERE id = :key";
static const char SQL_SNAPSHOT_MEMBERS[] =
    "SELECT json_object('members', json((SELECT json_group_array(json_patch('{}', json_object("
    "'person', person_id, 'is_head', nullif(is_head, 0), 'joined_on', joined_on,"
    " 'left_on', left_on))) FROM (SELECT person_id, is_head, joined_on, left_on"
    " FROM household_member WHERE household_id = :key ORDER BY person_id))))"
    " FROM household WHERE id = :key";

enum { NAME, ADDRESS, PLACE_CODE, TEXTS };

/* ---- Rows */

/* now NULL: the statement has no such parameter. */
static enum status put_household(struct store *store, const char *sql,
                                 const struct household *household, const char *now,
                                 struct error *error)
{
    struct personal_text texts[TEXTS] = {
        [NAME] = { .given = household->name, .max = 240, .is_required = true },
        [ADDRESS] = { .given = household->address, .max = 400 },
        [PLACE_CODE] = { .given = household->place_code, .max = 20 },
    };
    enum status status = personal_texts_accept(texts, TEXTS, error);
    if (status == STATUS_OK) {
        struct query query;
        query_begin(&query, store, sql);
        query_bind_text(&query, ":id", household->id);
        query_bind_text(&query, ":name", texts[NAME].accepted);
        query_bind_text(&query, ":address", texts[ADDRESS].accepted);
        query_bind_text(&query, ":place_code", texts[PLACE_CODE].accepted);
        if (now != NULL)
            query_bind_text(&query, ":now", now);
        status = query_run(&query, error);
    }
    personal_texts_release(texts, TEXTS);
    return status;
}

static enum status drop_head(struct store *store, const char *household_id, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_DROP_HEAD);
    query_bind_text(&query, ":household", household_id);
    return query_run(&query, error);
}

static enum status join_household(struct store *store, const struct household_member *member,
                                  struct error *error)
{
    struct day today;
    struct query query;
    enum status status = person_record_today(store, &today, error);
    if (status == STATUS_OK)
        status = household_member_check(member, today, error);
    if (status == STATUS_OK)
        status = person_record_require(store, member->person_id, error);
    if (status == STATUS_OK && member->is_head && !member->has_left_on)
        status = drop_head(store, member->household_id, error);
    if (status != STATUS_OK)
        return status;
    query_begin(&query, store, SQL_JOIN);
    query_bind_text(&query, ":household", member->household_id);
    query_bind_text(&query, ":person", member->person_id);
    query_bind_int(&query, ":is_head", member->is_head);
    query_bind_day(&query, ":joined_on", member->has_joined_on, member->joined_on);
    query_bind_day(&query, ":left_on", member->has_left_on, member->left_on);
    status = query_run(&query, error);
    if (status == STATUS_OK && store_changed_rows(store) != 1)
        status = error_set(error, STATUS_EXISTS, "a member already");
    return status;
}

/* ---- The household itself */

static enum status household_add_within(struct store *store, const char *actor,
                                        struct household *household, struct household_member *first,
                                        struct error *error)
{
    if (household->id[0] == '\0')
        uuid_new(household->id);
    if (!uuid_is_valid(household->id))
        return error_set(error, STATUS_INVALID, "not an id");
    memcpy(first->household_id, household->id, sizeof(first->household_id));
    store_format_now(store, household->created_at);
    struct act act = { .entry = { .actor = actor,
                                  .act = "household.add",
                                  .noun = "household",
                                  .subject = household->id },
                       .person_id = first->person_id,
                       .snapshot = SQL_SNAPSHOT_NEW_HOUSEHOLD,
                       .key = household->id,
                       .is_new = true };
    enum status status = act_begin(&act, store, error);
    if (status == STATUS_OK)
        status = put_household(store, SQL_ADD_HOUSEHOLD, household, household->created_at, error);
    if (status == STATUS_OK)
        status = join_household(store, first, error);
    return act_end(&act, store, status, error);
}

enum status household_add(struct store *store, const char *actor, struct household *household,
                          struct household_member *first, struct error *error)
{
    bool is_own;
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = household_add_within(store, actor, household, first, error);
    return act_commit(store, is_own, status, error);
}

enum status household_load(struct store *store, const char *id, struct household *out,
                           struct error *error)
{
    struct query query;
    *out = (struct household){ .name = NULL };
    query_begin(&query, store, SQL_FIND_HOUSEHOLD);
    query_bind_text(&query, ":id", id);
    if (query_next_row(&query)) {
        query_copy_text(&query, 0, out->id, sizeof(out->id));
        out->name = query_take_text(&query, 1);
        out->address = query_take_text(&query, 2);
        out->place_code = query_take_text(&query, 3);
        query_copy_text(&query, 4, out->created_at, sizeof(out->created_at));
    }
    const enum status status = query_end_found(&query, error);
    if (status != STATUS_OK)
        household_release(out);
    return status;
}

static enum status find_spokesman(struct store *store, const char *household_id,
                                  char person_id[UUID_TEXT_SIZE], struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_FIND_SPOKESMAN);
    query_bind_text(&query, ":id", household_id);
    if (query_next_row(&query))
        query_copy_text(&query, 0, person_id, UUID_TEXT_SIZE);
    return query_end_found(&query, error);
}

enum status household_change(struct store *store, const char *actor,
                             const struct household *household, struct error *error)
{
    char person_id[UUID_TEXT_SIZE] = "";
    struct act act = { .entry = { .actor = actor,
                                  .act = "household.change",
                                  .noun = "household",
                                  .subject = household->id },
                       .person_id = person_id,
                       .snapshot = SQL_SNAPSHOT_HOUSEHOLD,
                       .key = household->id };
    bool is_own;
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = find_spokesman(store, household->id, person_id, error);
    if (status == STATUS_OK) {
        status = act_begin(&act, store, error);
        if (status == STATUS_OK)
            status = put_household(store, SQL_CHANGE_HOUSEHOLD, household, NULL, error);
        status = act_end(&act, store, status, error);
    }
    return act_commit(store, is_own, status, error);
}

/* ---- Members */

static struct act member_act(const char *actor, const char *name, const char *household_id,
                             const char *person_id)
{
    return (struct act){
        .entry = { .actor = actor, .act = name, .noun = "household", .subject = household_id },
        .person_id = person_id,
        .snapshot = SQL_SNAPSHOT_MEMBERS,
        .key = household_id
    };
}

static enum status household_add_member_within(struct store *store, const char *actor,
                                               const struct household_member *member,
                                               struct error *error)
{
    struct act act =
        member_act(actor, "household.member.add", member->household_id, member->person_id);
    enum status status = act_begin(&act, store, error);
    if (status == STATUS_OK && act.before == NULL)
        status = error_set(error, STATUS_NOT_FOUND, "no such household");
    if (status == STATUS_OK)
        status = join_household(store, member, error);
    return act_end(&act, store, status, error);
}

enum status household_add_member(struct store *store, const char *actor,
                                 const struct household_member *member, struct error *error)
{
    bool is_own;
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = household_add_member_within(store, actor, member, error);
    return act_commit(store, is_own, status, error);
}

static enum status require_changed_row(struct store *store, struct error *error)
{
    if (store_changed_rows(store) == 1)
        return STATUS_OK;
    return error_set(error, STATUS_NOT_FOUND, "not a member now");
}

static enum status leave_household(struct store *store, const char *household_id,
                                   const char *person_id, struct day left_on, struct error *error)
{
    struct day today;
    struct query query;
    const struct household_member leaving = { .left_on = left_on, .has_left_on = true };
    enum status status = person_record_today(store, &today, error);
    if (status == STATUS_OK)
        status = household_member_check(&leaving, today, error);
    if (status != STATUS_OK)
        return status;
    query_begin(&query, store, SQL_LEAVE);
    query_bind_text(&query, ":household", household_id);
    query_bind_text(&query, ":person", person_id);
    query_bind_day(&query, ":left_on", true, left_on);
    status = query_run(&query, error);
    return status == STATUS_OK ? require_changed_row(store, error) : status;
}

static enum status set_head(struct store *store, const char *household_id, const char *person_id,
                            struct error *error)
{
    struct query query;
    enum status status = drop_head(store, household_id, error);
    if (status != STATUS_OK)
        return status;
    query_begin(&query, store, SQL_SET_HEAD);
    query_bind_text(&query, ":household", household_id);
    query_bind_text(&query, ":person", person_id);
    status = query_run(&query, error);
    return status == STATUS_OK ? require_changed_row(store, error) : status;
}

enum status household_remove_member(struct store *store, const char *actor,
                                    const char *household_id, const char *person_id,
                                    struct day left_on, struct error *error)
{
    struct act act = member_act(actor, "household.member.remove", household_id, person_id);
    bool is_own;
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = act_begin(&act, store, error);
    if (status == STATUS_OK)
        status = leave_household(store, household_id, person_id, left_on, error);
    status = act_end(&act, store, status, error);
    return act_commit(store, is_own, status, error);
}

enum status household_change_head(struct store *store, const char *actor, const char *household_id,
                                  const char *person_id, struct error *error)
{
    struct act act = member_act(actor, "household.head", household_id, person_id);
    bool is_own;
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = act_begin(&act, store, error);
    if (status == STATUS_OK)
        status = set_head(store, household_id, person_id, error);
    status = act_end(&act, store, status, error);
    return act_commit(store, is_own, status, error);
}

/* ---- Lists */

static enum status list_members(struct store *store, const char *sql, const char *id,
                                struct household_member_list *out, struct error *error)
{
    struct query query;
    *out = (struct household_member_list){ .items = NULL };
    query_begin(&query, store, sql);
    query_bind_text(&query, ":id", id);
    while (query_next_row(&query)) {
        if (array_reserve(&out->items, &out->capacity, sizeof(*out->items), out->count + 1,
                          &query.failure) != STATUS_OK)
            break;
        struct household_member *member = &out->items[out->count++];
        *member = (struct household_member){ .is_head = query_int(&query, 2) != 0 };
        query_copy_text(&query, 0, member->household_id, sizeof(member->household_id));
        query_copy_text(&query, 1, member->person_id, sizeof(member->person_id));
        member->joined_on = query_day(&query, 3, &member->has_joined_on);
        member->left_on = query_day(&query, 4, &member->has_left_on);
    }
    const enum status status = query_end(&query, error);
    if (status != STATUS_OK) {
        free(out->items);
        *out = (struct household_member_list){ .items = NULL };
    }
    return status;
}

enum status household_members(struct store *store, const char *household_id,
                              struct household_member_list *out, struct error *error)
{
    return list_members(store, SQL_LIST_MEMBERS, household_id, out, error);
}

enum status household_of_person(struct store *store, const char *person_id,
                                struct household_member_list *out, struct error *error)
{
    return list_members(store, SQL_LIST_HOUSEHOLDS, person_id, out, error);
}
