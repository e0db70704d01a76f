/* SPDX-License-Identifier: Apache-2.0 */

/* Referrals as they are read from the tables. */
#include "referral/referral_store.h"

#include "base/array.h"
#include "compartment/sealed_casefile.h"
#include "store/id_lookup.h"
#include "store/query_value.h"

#include <string.h>

#define SELECT_REFERRALS                                                                           \
    "SELECT referral.id, coalesce(referral.number, ''), casefile_id, agency_id,"                   \
    " coalesce(consent_id, ''), override_reason, service, reason, referral.urgency,"               \
    " referral.state, decline_reason, outcome, coalesce(sent_at, ''), coalesce(sent_by, ''),"      \
    " accepted_on, attended_on, answered_on, answer, due_on, reminders, referral.changed_at,"      \
    " casefile.number, casefile.person_id, agency.name, coalesce(code, ''), escalated_on FROM "    \
    "referral"                                                                                     \
    " JOIN casefile ON casefile.id = casefile_id JOIN agency ON agency.id = agency_id"

static const char SQL_FIND_NUMBER[] = "SELECT id FROM referral WHERE number = :number";
static const char SQL_FIND_CODE[] = "SELECT id FROM referral WHERE code = :number";
static const char SQL_FIND_ID[] = "SELECT id FROM referral WHERE " SQL_ID_BEGINS_SO;
static const char SQL_FIND_REFERRAL[] = SELECT_REFERRALS " WHERE referral.id = :id";
static const char SQL_LIST_TOLD[] = "SELECT item, value FROM referral_item WHERE referral_id = :id";
static const char SQL_LIST[] =
    SELECT_REFERRALS " WHERE casefile_id = :casefile ORDER BY referral.id DESC";
static const char SQL_LIST_DUE[] =
    SELECT_REFERRALS " WHERE due_on <= :day AND referral.state IN ('drafted', 'sent',"
                     " 'accepted', 'attended') ORDER BY due_on, referral.id";

static enum status find_opened(struct store *store, bool is_code, const char *text,
                               char out[UUID_TEXT_SIZE], struct error *error)
{
    struct query query;
    query_begin(&query, store, is_code ? SQL_FIND_CODE : SQL_FIND_NUMBER);
    query_bind_text(&query, ":number", text);
    if (query_next_row(&query))
        query_copy_text(&query, 0, out, UUID_TEXT_SIZE);
    const enum status status = query_end_found(&query, error);
    return status == STATUS_NOT_FOUND && !is_code ? id_find(store, SQL_FIND_ID, text, out, error)
                                                  : status;
}

enum status referral_find(struct store *store, const char *prefix, char out[UUID_TEXT_SIZE],
                          struct error *error)
{
    struct sealed_opening opening;
    char code[REFERRAL_CODE_SIZE];
    const enum referral_code_reading reading = referral_code_read(code, prefix);
    if (reading == REFERRAL_CODE_SLIP)
        return error_set(error, STATUS_INVALID, REFERRAL_DETAIL_SLIP);
    const bool is_code = reading == REFERRAL_CODE_FITS;
    const char *text = is_code ? code : prefix;
    enum status status = sealed_open_record(store, text, &opening, error);
    if (status == STATUS_OK)
        status = find_opened(store, is_code, text, out, error);
    return sealed_close(store, &opening, status, error);
}

/* The table's own checks allow no words but the known ones. */
static void read_words(struct query *query, struct referral *out)
{
    if (referral_urgency_parse(&out->urgency, query_text(query, 8), NULL) != STATUS_OK)
        out->urgency = REFERRAL_NORMAL;
    if (referral_state_parse(&out->state, query_text(query, 9), NULL) != STATUS_OK)
        out->state = REFERRAL_DRAFTED;
    out->has_outcome =
        !query_is_null(query, 11) &&
        referral_outcome_parse(&out->outcome, query_text(query, 11), NULL) == STATUS_OK;
}

static void read_referral(struct query *query, struct referral *out)
{
    *out = (struct referral){ .state = REFERRAL_DRAFTED };
    query_copy_text(query, 0, out->id, sizeof(out->id));
    query_copy_text(query, 1, out->number, sizeof(out->number));
    query_copy_text(query, 2, out->casefile_id, sizeof(out->casefile_id));
    query_copy_text(query, 3, out->agency_id, sizeof(out->agency_id));
    query_copy_text(query, 4, out->consent_id, sizeof(out->consent_id));
    out->override_reason = query_take_text(query, 5);
    query_copy_text(query, 6, out->service, sizeof(out->service));
    out->reason = query_take_text(query, 7);
    read_words(query, out);
    out->decline_reason = query_take_text(query, 10);
    query_copy_text(query, 12, out->sent_at, sizeof(out->sent_at));
    query_copy_text(query, 13, out->sent_by, sizeof(out->sent_by));
    out->accepted_on = query_day(query, 14, &out->has_accepted_on);
    out->attended_on = query_day(query, 15, &out->has_attended_on);
    out->answered_on = query_day(query, 16, &out->has_answered_on);
    out->answer = query_take_text(query, 17);
    out->due_on = query_day(query, 18, &out->has_due_on);
    out->reminders = query_int(query, 19);
    query_copy_text(query, 20, out->changed_at, sizeof(out->changed_at));
    query_copy_text(query, 21, out->casefile_number, sizeof(out->casefile_number));
    query_copy_text(query, 22, out->person_id, sizeof(out->person_id));
    out->agency_name = query_take_text(query, 23);
    query_copy_text(query, 24, out->code, sizeof(out->code));
    out->escalated_on = query_day(query, 25, &out->has_escalated_on);
}

static enum status read_told(struct store *store, struct referral *referral, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_LIST_TOLD);
    query_bind_text(&query, ":id", referral->id);
    while (query_next_row(&query))
        for (enum referral_item item = 0; item < REFERRAL_ITEM_COUNT; item++)
            if (strcmp(referral_item_word(item), query_text(&query, 0)) == 0)
                referral->told[item] = query_take_text(&query, 1);
    return query_end(&query, error);
}

static enum status load_referral(struct store *store, const char *id, struct referral *out,
                                 struct error *error)
{
    struct query query;
    *out = (struct referral){ .state = REFERRAL_DRAFTED };
    query_begin(&query, store, SQL_FIND_REFERRAL);
    query_bind_text(&query, ":id", id);
    if (query_next_row(&query))
        read_referral(&query, out);
    enum status status = query_end_found(&query, error);
    if (status == STATUS_OK)
        status = read_told(store, out, error);
    if (status != STATUS_OK)
        referral_release(out);
    return status;
}

enum status referral_load(struct store *store, const char *id, struct referral *out,
                          struct error *error)
{
    struct sealed_opening opening;
    *out = (struct referral){ .state = REFERRAL_DRAFTED };
    enum status status = sealed_open_record(store, id, &opening, error);
    if (status == STATUS_OK)
        status = load_referral(store, id, out, error);
    return sealed_close(store, &opening, status, error);
}

/* Reads all rows and ends the query. */
static enum status read_list(struct query *query, struct referral_list *out, struct error *error)
{
    *out = (struct referral_list){ .items = NULL };
    while (query_next_row(query)) {
        if (array_reserve(&out->items, &out->capacity, sizeof(*out->items), out->count + 1,
                          &query->failure) != STATUS_OK)
            break;
        read_referral(query, &out->items[out->count++]);
    }
    const enum status status = query_end(query, error);
    if (status != STATUS_OK)
        referral_list_release(out);
    return status;
}

static enum status list_referrals(struct store *store, const char *casefile_id,
                                  struct referral_list *out, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_LIST);
    query_bind_text(&query, ":casefile", casefile_id);
    return read_list(&query, out, error);
}

enum status referral_list(struct store *store, const char *casefile_id, struct referral_list *out,
                          struct error *error)
{
    struct sealed_opening opening;
    *out = (struct referral_list){ .items = NULL };
    enum status status = sealed_open(store, casefile_id, &opening, error);
    if (status == STATUS_OK)
        status = list_referrals(store, casefile_id, out, error);
    return sealed_close(store, &opening, status, error);
}

enum status referral_list_due(struct store *store, struct day day, struct referral_list *out,
                              struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_LIST_DUE);
    query_bind_day(&query, ":day", true, day);
    return read_list(&query, out, error);
}
