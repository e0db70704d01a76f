/* SPDX-License-Identifier: Apache-2.0 */

/* Who has been silent for too long. */
#include "referral/referral_store.h"

#include "base/array.h"
#include "store/query_value.h"

#include <stdlib.h>

static const char SQL_COUNT_SILENT[] =
    "SELECT agency_id, agency.name, count(*), count(escalated_on), min(due_on) FROM referral"
    " JOIN agency ON agency.id = agency_id"
    " WHERE due_on < :today AND state IN ('sent', 'accepted', 'attended')"
    " GROUP BY agency_id ORDER BY count(*) DESC, min(due_on), agency.name, agency_id";
static const char SQL_COUNT_UNSENT[] =
    "SELECT count(*) FROM referral WHERE due_on < :today AND state = 'drafted'";

void referral_silence_list_release(struct referral_silence_list *silences)
{
    for (size_t i = 0; i < silences->count; i++)
        free(silences->items[i].agency_name);
    free(silences->items);
    *silences = (struct referral_silence_list){ .items = NULL };
}

static void read_silence(struct query *query, struct referral_silence *out)
{
    bool has_since;
    *out = (struct referral_silence){ .count = query_int(query, 2),
                                      .escalated_count = query_int(query, 3) };
    query_copy_text(query, 0, out->agency_id, sizeof(out->agency_id));
    out->agency_name = query_take_text(query, 1);
    out->since = query_day(query, 4, &has_since);
}

static enum status count_silent(struct store *store, struct day today,
                                struct referral_silence_list *out, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_COUNT_SILENT);
    query_bind_day(&query, ":today", true, today);
    while (query_next_row(&query)) {
        if (array_reserve(&out->items, &out->capacity, sizeof(*out->items), out->count + 1,
                          &query.failure) != STATUS_OK)
            break;
        read_silence(&query, &out->items[out->count]);
        out->total += out->items[out->count++].count;
    }
    return query_end(&query, error);
}

static enum status count_unsent(struct store *store, struct day today, int *out,
                                struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_COUNT_UNSENT);
    query_bind_day(&query, ":today", true, today);
    if (query_next_row(&query))
        *out = query_int(&query, 0);
    return query_end(&query, error);
}

enum status referral_count_overdue(struct store *store, struct day today,
                                   struct referral_silence_list *out, struct error *error)
{
    *out = (struct referral_silence_list){ .items = NULL };
    enum status status = count_silent(store, today, out, error);
    if (status == STATUS_OK)
        status = count_unsent(store, today, &out->unsent, error);
    if (status != STATUS_OK)
        referral_silence_list_release(out);
    return status;
}
