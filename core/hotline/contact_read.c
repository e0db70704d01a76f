/* SPDX-License-Identifier: Apache-2.0 */

/* Contacts that are read back. */
#include "hotline/contact_store.h"

#include "base/array.h"
#include "store/id_lookup.h"
#include "store/query_value.h"

#include <string.h>

#define CONTACT_COLUMNS                                                                            \
    "SELECT id, day, time, minutes, taken_by, channel, language, caller, coalesce(country, ''),"   \
    " coalesce(person_id, ''), coalesce(casefile_id, ''), is_worrying, question, result,"          \
    " coalesce(call_back_state, ''), call_back_on, call_back_time, coalesce(call_back_way, ''),"   \
    " code_word, coalesce(corrects, ''),"                                                          \
    " (SELECT count(*) FROM hotline_try WHERE contact_id = hotline.id) FROM hotline WHERE "
#define STANDS "NOT EXISTS (SELECT 1 FROM hotline AS later WHERE later.corrects = hotline.id)"

static const char SQL_FIND_ID[] = "SELECT id FROM hotline WHERE " SQL_ID_BEGINS_SO;
static const char SQL_FIND_CONTACT[] = CONTACT_COLUMNS "id = :id";
static const char SQL_LIST_DAYS[] = CONTACT_COLUMNS "day BETWEEN :from AND :to AND " STANDS
                                                    " ORDER BY day DESC, time DESC, id DESC";
static const char SQL_LIST_OPEN[] =
    CONTACT_COLUMNS "call_back_state = 'open' AND (:user IS NULL OR taken_by = :user) AND " STANDS
                    " ORDER BY call_back_on, day, time, id";
static const char SQL_LIST_TOPICS[] =
    "SELECT topic FROM hotline_topic WHERE contact_id = :id ORDER BY topic";
static const char SQL_LIST_SIGNS[] =
    "SELECT sign, answer FROM hotline_sign WHERE contact_id = :id ORDER BY sign";
static const char SQL_LIST_TOLD[] =
    "SELECT advice_id, version, checked_on FROM hotline_told WHERE contact_id = :id"
    " ORDER BY advice_id";
static const char SQL_LIST_AGENCIES[] =
    "SELECT agency_id FROM hotline_agency WHERE contact_id = :id ORDER BY agency_id";

enum status hotline_find(struct store *store, const char *prefix, char out[UUID_TEXT_SIZE],
                         struct error *error)
{
    return id_find(store, SQL_FIND_ID, prefix, out, error);
}

/* ---- the lists of one */

static enum status read_topic(struct hotline_contact *contact, struct query *query)
{
    return hotline_add_topic(contact, query_text(query, 0), &query->failure);
}

static enum status read_sign(struct hotline_contact *contact, struct query *query)
{
    enum hotline_reply reply;
    if (!hotline_reply_parse(&reply, query_text(query, 1)))
        return error_set(&query->failure, STATUS_DAMAGED, "a reply of a contact");
    return hotline_set_sign(contact, query_text(query, 0), reply, &query->failure);
}

static enum status read_told(struct hotline_contact *contact, struct query *query)
{
    const enum status status =
        hotline_add_told(contact, query_text(query, 0), query_int(query, 1), &query->failure);
    if (status == STATUS_OK) {
        struct hotline_told *told = &contact->told[contact->told_count - 1];
        told->checked_on = query_day(query, 2, &told->has_checked_on);
    }
    return status;
}

static enum status read_agency(struct hotline_contact *contact, struct query *query)
{
    return hotline_add_agency(contact, query_text(query, 0), &query->failure);
}

static const struct {
    const char *sql;
    enum status (*read)(struct hotline_contact *contact, struct query *query);
} lists[] = {
    { SQL_LIST_TOPICS, read_topic },
    { SQL_LIST_SIGNS, read_sign },
    { SQL_LIST_TOLD, read_told },
    { SQL_LIST_AGENCIES, read_agency },
};

static enum status read_lists(struct store *store, struct hotline_contact *contact,
                              struct error *error)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]) && status == STATUS_OK; i++) {
        struct query query;
        query_begin(&query, store, lists[i].sql);
        query_bind_text(&query, ":id", contact->id);
        while (query_next_row(&query))
            if (lists[i].read(contact, &query) != STATUS_OK)
                break;
        status = query_end(&query, error);
    }
    return status;
}

/* ---- the contact */

/* The table allows no other words. */
static void read_words(struct query *query, struct hotline_contact *out)
{
    if (!hotline_channel_parse(&out->channel, query_text(query, 5)) ||
        !hotline_caller_parse(&out->caller, query_text(query, 7)) ||
        !hotline_call_back_parse(&out->call_back, query_text(query, 14)) ||
        (out->call_back != HOTLINE_NO_CALL_BACK &&
         !hotline_way_parse(&out->call_back_way, query_text(query, 17))))
        (void)error_set(&query->failure, STATUS_DAMAGED, "a word of a contact");
}

static void read_contact(struct query *query, struct hotline_contact *out)
{
    bool has_day;
    *out = (struct hotline_contact){ .minutes = query_int(query, 3),
                                     .is_worrying = query_int(query, 11) != 0,
                                     .tries = query_int(query, 20) };
    query_copy_text(query, 0, out->id, sizeof(out->id));
    out->day = query_day(query, 1, &has_day);
    query_copy_text(query, 2, out->time, sizeof(out->time));
    query_copy_text(query, 4, out->taken_by, sizeof(out->taken_by));
    query_copy_text(query, 6, out->language, sizeof(out->language));
    query_copy_text(query, 8, out->country, sizeof(out->country));
    query_copy_text(query, 9, out->person_id, sizeof(out->person_id));
    query_copy_text(query, 10, out->casefile_id, sizeof(out->casefile_id));
    out->question = query_take_text(query, 12);
    out->result = query_take_text(query, 13);
    out->call_back_on = query_day(query, 15, &has_day);
    out->call_back_time = query_take_text(query, 16);
    out->code_word = query_take_text(query, 18);
    query_copy_text(query, 19, out->corrects, sizeof(out->corrects));
    read_words(query, out);
}

enum status hotline_load(struct store *store, const char *id, struct hotline_contact *out,
                         struct error *error)
{
    struct query query;
    *out = (struct hotline_contact){ .question = NULL };
    query_begin(&query, store, SQL_FIND_CONTACT);
    query_bind_text(&query, ":id", id);
    if (query_next_row(&query))
        read_contact(&query, out);
    enum status status = query_end_found(&query, error);
    if (status == STATUS_OK)
        status = read_lists(store, out, error);
    if (status != STATUS_OK)
        hotline_contact_release(out);
    return status;
}

static enum status read_list(struct query *query, struct hotline_list *out, struct error *error)
{
    while (query_next_row(query)) {
        if (array_reserve(&out->items, &out->capacity, sizeof(*out->items), out->count + 1,
                          &query->failure) != STATUS_OK)
            break;
        read_contact(query, &out->items[out->count++]);
    }
    return query_end(query, error);
}

enum status hotline_list(struct store *store, const struct hotline_filter *filter,
                         struct hotline_list *out, struct error *error)
{
    struct query query;
    *out = (struct hotline_list){ .items = NULL };
    query_begin(&query, store, filter->only_open ? SQL_LIST_OPEN : SQL_LIST_DAYS);
    if (filter->only_open) {
        query_bind_text(&query, ":user", filter->taken_by);
    } else {
        query_bind_day(&query, ":from", true, filter->from);
        query_bind_day(&query, ":to", true, filter->to);
    }
    enum status status = read_list(&query, out, error);
    for (size_t i = 0; i < out->count && status == STATUS_OK; i++)
        status = read_lists(store, &out->items[i], error);
    if (status != STATUS_OK)
        hotline_list_release(out);
    return status;
}
