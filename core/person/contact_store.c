/* SPDX-License-Identifier: Apache-2.0 */

/* How a person can be reached, in the tables. */
#include "base/array.h"
#include "journal/act.h"
#include "person/person_private.h"
#include "person/person_record.h"
#include "person/personal_text.h"
#include "search/number_fold.h"
#include "search/search_index.h"
#include "store/query_value.h"
#include "store/store.h"

#include <stdio.h>
#include <string.h>

static const char SQL_ADD_CONTACT[] =
    "INSERT INTO contact (id, person_id, kind, value, digits, owner, is_safe)"
    " VALUES (:id, :person, :kind, :value, nullif(:digits, ''), :owner, :is_safe)";
static const char SQL_LIST_CONTACTS[] =
    "SELECT id, kind, value, owner, is_safe FROM contact WHERE person_id = :person ORDER BY id";
static const char SQL_REMOVE_CONTACT[] =
    "DELETE FROM contact WHERE id = :id AND person_id = :person";
static const char SQL_SNAPSHOT_CONTACTS[] =
    "SELECT json_object('contacts', json(" SQL_CONTACT_ARRAY ")) FROM person WHERE id = :key";

enum { VALUE, OWNER, TEXTS };
enum { VALUE_MAX = 400 };
enum {
    DIGITS_MAX = 20,
    MESSENGER_DIGITS_MIN = 7, /* fewer are a part of a nickname */
};

/* ---- Rows */

/* The digits by which the contact is found: of the first number when there are several, "" when
 * there are none. */
static void find_digits(char out[NUMBER_FOLD_SIZE], enum contact_kind kind, const char *value)
{
    char first[VALUE_MAX * 4 + 1]; /* a code point takes four bytes at most */
    snprintf(first, sizeof(first), "%.*s", (int)strcspn(value, ",;/"), value);
    number_digits(out, first);
    const size_t length = strlen(out);
    const bool is_number =
        kind == CONTACT_PHONE || (kind == CONTACT_MESSENGER && length >= MESSENGER_DIGITS_MIN);
    if (!is_number || length > DIGITS_MAX)
        out[0] = '\0';
}

static enum status insert_contact(struct store *store, const char *person_id,
                                  const struct contact *contact,
                                  const struct personal_text texts[TEXTS], struct error *error)
{
    char digits[NUMBER_FOLD_SIZE];
    struct query query;
    find_digits(digits, contact->kind, texts[VALUE].accepted);
    query_begin(&query, store, SQL_ADD_CONTACT);
    query_bind_text(&query, ":id", contact->id);
    query_bind_text(&query, ":person", person_id);
    query_bind_text(&query, ":kind", contact_kind_word(contact->kind));
    query_bind_text(&query, ":value", texts[VALUE].accepted);
    query_bind_text(&query, ":digits", digits);
    query_bind_text(&query, ":owner", texts[OWNER].accepted);
    query_bind_int(&query, ":is_safe", contact->is_safe);
    return query_run(&query, error);
}

enum status person_put_contact(struct store *store, const char *person_id, struct contact *contact,
                               struct error *error)
{
    struct personal_text texts[TEXTS] = {
        [VALUE] = { .given = contact->value, .max = VALUE_MAX, .is_required = true },
        [OWNER] = { .given = contact->owner, .max = 120 },
    };
    if ((unsigned)contact->kind >= CONTACT_KIND_COUNT)
        return error_set(error, STATUS_INVALID, "no kind of contact");
    enum status status = person_give_id(contact->id, error);
    if (status == STATUS_OK) {
        status = personal_texts_accept(texts, TEXTS, error);
        if (status == STATUS_OK)
            status = insert_contact(store, person_id, contact, texts, error);
        personal_texts_release(texts, TEXTS);
    }
    return status;
}

static void read_contact(struct query *query, struct contact *out)
{
    *out = (struct contact){ .kind = CONTACT_OTHER };
    query_copy_text(query, 0, out->id, sizeof(out->id));
    if (contact_kind_parse(&out->kind, query_text(query, 1), NULL) != STATUS_OK)
        out->kind = CONTACT_OTHER; /* the table's own check allows no other word */
    out->value = query_take_text(query, 2);
    out->owner = query_take_text(query, 3);
    out->is_safe = query_int(query, 4) != 0;
}

enum status person_contacts(struct store *store, const char *id, struct contact_list *out,
                            struct error *error)
{
    struct query query;
    *out = (struct contact_list){ .items = NULL };
    query_begin(&query, store, SQL_LIST_CONTACTS);
    query_bind_text(&query, ":person", id);
    while (query_next_row(&query)) {
        if (array_reserve(&out->items, &out->capacity, sizeof(*out->items), out->count + 1,
                          &query.failure) != STATUS_OK)
            break;
        read_contact(&query, &out->items[out->count++]);
    }
    const enum status status = query_end(&query, error);
    if (status != STATUS_OK)
        contact_list_release(out);
    return status;
}

/* ---- Acts */

static enum status erase_contact(struct store *store, const char *id, const char *contact_id,
                                 struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_REMOVE_CONTACT);
    query_bind_text(&query, ":id", contact_id);
    query_bind_text(&query, ":person", id);
    const enum status status = query_run(&query, error);
    if (status == STATUS_OK && store_changed_rows(store) != 1)
        return error_set(error, STATUS_NOT_FOUND, "the person has no such contact");
    return status;
}

/* Adds the contact, or takes the one with that id away. */
static enum status change_contacts(struct store *store, const char *actor, const char *id,
                                   struct contact *contact, const char *contact_id,
                                   struct error *error)
{
    struct act act = { .entry = { .actor = actor,
                                  .act = contact == NULL ? "person.contact.remove"
                                                         : "person.contact.add",
                                  .noun = "person",
                                  .subject = id },
                       .person_id = id,
                       .snapshot = SQL_SNAPSHOT_CONTACTS,
                       .key = id };
    bool is_own;
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = person_record_require(store, id, error);
    if (status == STATUS_OK) {
        status = act_begin(&act, store, error);
        if (status == STATUS_OK)
            status = contact == NULL ? erase_contact(store, id, contact_id, error)
                                     : person_put_contact(store, id, contact, error);
        status = act_end(&act, store, status, error);
    }
    if (status == STATUS_OK)
        status = search_index_person(store, id, error);
    return act_commit(store, is_own, status, error);
}

enum status person_add_contact(struct store *store, const char *actor, const char *id,
                               struct contact *contact, struct error *error)
{
    return change_contacts(store, actor, id, contact, NULL, error);
}

enum status person_remove_contact(struct store *store, const char *actor, const char *id,
                                  const char *contact_id, struct error *error)
{
    return change_contacts(store, actor, id, NULL, contact_id, error);
}
