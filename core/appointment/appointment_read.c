/* SPDX-License-Identifier: Apache-2.0 */

/* Appointments as they are read from the tables. */
#include "appointment/appointment_store.h"

#include "base/array.h"
#include "compartment/sealed_casefile.h"
#include "store/id_lookup.h"
#include "store/query_value.h"

#define SELECT_APPOINTMENTS                                                                        \
    "SELECT appointment.id, coalesce(casefile_id, ''), coalesce(appointment.person_id, ''),"       \
    " coalesce(user_id, ''), coalesce(agency_id, ''), day, coalesce(time, ''), minutes,"           \
    " appointment.place, about, appointment.state, coalesce(casefile.number, ''), agency.name"     \
    " FROM appointment LEFT JOIN casefile ON casefile.id = casefile_id"                            \
    " LEFT JOIN agency ON agency.id = agency_id"
#define NARROWED                                                                                   \
    " (:from IS NULL OR day >= :from) AND (:until IS NULL OR day <= :until)"                       \
    " AND (:person IS NULL OR appointment.person_id = :person)"                                    \
    " AND (:user IS NULL OR user_id = :user)"                                                      \
    " AND (NOT :planned OR appointment.state = 'planned')"                                         \
    " ORDER BY day, time, appointment.id"

static const char SQL_FIND_ID[] = "SELECT id FROM appointment WHERE " SQL_ID_BEGINS_SO;
static const char SQL_FIND_APPOINTMENT[] = SELECT_APPOINTMENTS " WHERE appointment.id = :id";
static const char SQL_LIST[] = SELECT_APPOINTMENTS " WHERE" NARROWED;
/* So that a casefile's are found by its index. */
static const char SQL_LIST_OF_CASEFILE[] =
    SELECT_APPOINTMENTS " WHERE casefile_id = :casefile AND" NARROWED;

enum status appointment_find(struct store *store, const char *prefix, char out[UUID_TEXT_SIZE],
                             struct error *error)
{
    return id_find(store, SQL_FIND_ID, prefix, out, error);
}

static void read_appointment(struct query *query, struct appointment *out)
{
    bool has_day;
    *out = (struct appointment){ .state = APPOINTMENT_PLANNED };
    query_copy_text(query, 0, out->id, sizeof(out->id));
    query_copy_text(query, 1, out->casefile_id, sizeof(out->casefile_id));
    query_copy_text(query, 2, out->person_id, sizeof(out->person_id));
    query_copy_text(query, 3, out->user_id, sizeof(out->user_id));
    query_copy_text(query, 4, out->agency_id, sizeof(out->agency_id));
    out->day = query_day(query, 5, &has_day);
    query_copy_text(query, 6, out->time, sizeof(out->time));
    out->minutes = query_int(query, 7);
    out->place = query_take_text(query, 8);
    out->about = query_take_text(query, 9);
    if (appointment_state_parse(&out->state, query_text(query, 10), NULL) != STATUS_OK)
        out->state = APPOINTMENT_PLANNED; /* the table's own check allows no other word */
    query_copy_text(query, 11, out->casefile_number, sizeof(out->casefile_number));
    out->agency_name = query_take_text(query, 12);
}

static enum status load_appointment(struct store *store, const char *id, struct appointment *out,
                                    struct error *error)
{
    struct query query;
    *out = (struct appointment){ .state = APPOINTMENT_PLANNED };
    query_begin(&query, store, SQL_FIND_APPOINTMENT);
    query_bind_text(&query, ":id", id);
    if (query_next_row(&query))
        read_appointment(&query, out);
    const enum status status = query_end_found(&query, error);
    if (status != STATUS_OK)
        appointment_release(out);
    return status;
}

enum status appointment_load(struct store *store, const char *id, struct appointment *out,
                             struct error *error)
{
    struct sealed_opening opening;
    *out = (struct appointment){ .state = APPOINTMENT_PLANNED };
    enum status status = sealed_open_record(store, id, &opening, error);
    if (status == STATUS_OK || status == STATUS_RESTRICTED)
        status = load_appointment(store, id, out, error);
    return sealed_close(store, &opening, status, error);
}

static enum status list_appointments(struct store *store, const struct appointment_filter *filter,
                                     struct appointment_list *out, struct error *error)
{
    struct query query;
    *out = (struct appointment_list){ .items = NULL };
    query_begin(&query, store, filter->casefile_id == NULL ? SQL_LIST : SQL_LIST_OF_CASEFILE);
    if (filter->casefile_id != NULL)
        query_bind_text(&query, ":casefile", filter->casefile_id);
    query_bind_day(&query, ":from", filter->has_from, filter->from);
    query_bind_day(&query, ":until", filter->has_until, filter->until);
    query_bind_text(&query, ":person", filter->person_id);
    query_bind_text(&query, ":user", filter->user_id);
    query_bind_int(&query, ":planned", filter->is_planned_only);
    while (query_next_row(&query)) {
        if (array_reserve(&out->items, &out->capacity, sizeof(*out->items), out->count + 1,
                          &query.failure) != STATUS_OK)
            break;
        read_appointment(&query, &out->items[out->count++]);
    }
    const enum status status = query_end(&query, error);
    if (status != STATUS_OK)
        appointment_list_release(out);
    return status;
}

enum status appointment_list(struct store *store, const struct appointment_filter *filter,
                             struct appointment_list *out, struct error *error)
{
    struct sealed_opening opening;
    *out = (struct appointment_list){ .items = NULL };
    enum status status = sealed_open(store, filter->casefile_id, &opening, error);
    if (status == STATUS_OK || status == STATUS_RESTRICTED)
        status = list_appointments(store, filter, out, error);
    return sealed_close(store, &opening, status, error);
}
