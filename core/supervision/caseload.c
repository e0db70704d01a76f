/* SPDX-License-Identifier: Apache-2.0 */
#include "supervision/caseload.h"

#include "base/array.h"
#include "casefile/review_calendar.h"
#include "store/query_value.h"
#include "store/setting.h"

#include <stdlib.h>
#include <string.h>

/* The auditor and whoever only keeps the users have no casefiles. */
static const char SQL_LIST_WORKERS[] = "SELECT id, login, role FROM user WHERE state = 'active'"
                                       " AND role NOT IN ('auditor', 'administrator')";
static const char SQL_FIND_WORKER[] = "SELECT id, login, role FROM user WHERE id = :user";
static const char SQL_COUNT_RISK[] =
    "SELECT count(*) FROM (SELECT 1 FROM casefile INDEXED BY casefile_by_contact"
    " WHERE assigned_to = :user AND state = 'open' AND risk IS :risk LIMIT :most)";
static const char SQL_COUNT_CONTACTS[] =
    "SELECT count(*) FROM (SELECT 1 FROM casefile INDEXED BY casefile_by_contact"
    " WHERE assigned_to = :user AND state = 'open' AND risk = :risk"
    " AND coalesce(contact_on, opened_on, substr(opened_at, 1, 10)) <= :day LIMIT :most)";
static const char SQL_COUNT_REVIEWS[] =
    "SELECT count(*) FROM (SELECT 1 FROM casefile INDEXED BY casefile_by_review"
    " WHERE assigned_to = :user AND state = 'open' AND review_on <= :day LIMIT :most)";
static const char SQL_COUNT_OVERDUE[] =
    "SELECT count(*) FROM (SELECT 1 FROM task INDEXED BY task_by_due"
    " WHERE assigned_to = :user AND state = 'open' AND due_on < :day LIMIT :most)";

static const char *const bin_words[] = {
    [CASELOAD_BELOW_10] = "0-9",
    [CASELOAD_10_TO_19] = "10-19",
    [CASELOAD_20_TO_29] = "20-29",
    [CASELOAD_30_AND_MORE] = "30+",
};
_Static_assert(sizeof(bin_words) / sizeof(bin_words[0]) == CASELOAD_BIN_COUNT,
               "every bin has a word");

enum caseload_bin caseload_bin(int open)
{
    enum { BIN = 10 };
    const int bin = open / BIN;
    return bin >= CASELOAD_30_AND_MORE ? CASELOAD_30_AND_MORE : (enum caseload_bin)bin;
}

const char *caseload_bin_word(enum caseload_bin bin)
{
    return bin_words[bin];
}

bool caseload_is_over(int limit, int open, int more)
{
    return limit > 0 && open + more > limit;
}

/* ---- Counting */

/* What a statement counts; NULL: it has no such parameter. */
struct counting {
    const char *sql;
    bool has_risk;
    enum casefile_risk risk;
    const struct day *day;
};

static enum status count(struct store *store, const char *user_id, const struct counting *counting,
                         int *out, struct error *error)
{
    struct query query;
    query_begin(&query, store, counting->sql);
    query_bind_text(&query, ":user", user_id);
    query_bind_int(&query, ":most", CASELOAD_COUNT_MAX);
    if (counting->has_risk)
        query_bind_code(&query, ":risk", casefile_risk_word(counting->risk));
    if (counting->day != NULL)
        query_bind_day(&query, ":day", true, *counting->day);
    *out = query_next_row(&query) ? query_int(&query, 0) : 0;
    return query_end(&query, error);
}

static int cap(int number)
{
    return number < CASELOAD_COUNT_MAX ? number : CASELOAD_COUNT_MAX;
}

static enum status count_risk(struct store *store, const struct review_calendar *calendar,
                              enum casefile_risk risk, struct day today, struct caseload *out,
                              struct error *error)
{
    struct day last;
    int due = 0;
    const struct counting open = { .sql = SQL_COUNT_RISK, .has_risk = true, .risk = risk };
    enum status status = count(store, out->user_id, &open, &out->by_risk[risk], error);
    out->open = cap(out->open + out->by_risk[risk]);
    if (status != STATUS_OK || calendar->contact_days[risk] == 0)
        return status;
    status = day_add_days(&last, today, -calendar->contact_days[risk], error);
    const struct counting contacts = {
        .sql = SQL_COUNT_CONTACTS, .has_risk = true, .risk = risk, .day = &last
    };
    if (status == STATUS_OK)
        status = count(store, out->user_id, &contacts, &due, error);
    out->contacts_due = cap(out->contacts_due + due);
    return status;
}

static enum status count_all(struct store *store, const struct review_calendar *calendar,
                             struct day today, struct caseload *out, struct error *error)
{
    const struct counting overdue = { .sql = SQL_COUNT_OVERDUE, .day = &today };
    const struct counting reviews = { .sql = SQL_COUNT_REVIEWS, .day = &today };
    enum status status = count(store, out->user_id, &overdue, &out->overdue, error);
    if (status == STATUS_OK)
        status = count(store, out->user_id, &reviews, &out->reviews_due, error);
    for (int risk = 0; status == STATUS_OK && risk < CASEFILE_RISK_COUNT; risk++)
        status = count_risk(store, calendar, (enum casefile_risk)risk, today, out, error);
    return status;
}

/* ---- Reading */

static void read_worker(struct query *query, struct caseload *out)
{
    *out = (struct caseload){ .open = 0 };
    query_copy_text(query, 0, out->user_id, sizeof(out->user_id));
    query_copy_text(query, 1, out->name, sizeof(out->name));
    query_copy_text(query, 2, out->role, sizeof(out->role));
}

static enum status list_workers(struct store *store, struct caseload_list *out, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_LIST_WORKERS);
    while (query_next_row(&query) && array_reserve(&out->items, &out->capacity, sizeof(*out->items),
                                                   out->count + 1, &query.failure) == STATUS_OK)
        read_worker(&query, &out->items[out->count++]);
    return query_end(&query, error);
}

static int compare(const void *left, const void *right)
{
    const struct caseload *a = left;
    const struct caseload *b = right;
    return a->open != b->open ? b->open - a->open : strcmp(a->name, b->name);
}

enum status caseload_list(struct store *store, struct day today, struct caseload_list *out,
                          struct error *error)
{
    struct review_calendar calendar;
    *out = (struct caseload_list){ .items = NULL };
    enum status status = review_calendar_load(store, &calendar, error);
    if (status == STATUS_OK)
        status = setting_number(store, SETTING_CASELOAD_LIMIT, &out->limit, error);
    if (status == STATUS_OK)
        status = list_workers(store, out, error);
    for (size_t i = 0; status == STATUS_OK && i < out->count; i++)
        status = count_all(store, &calendar, today, &out->items[i], error);
    if (status != STATUS_OK) {
        free(out->items);
        *out = (struct caseload_list){ .items = NULL };
    } else if (out->count > 0) {
        qsort(out->items, out->count, sizeof(*out->items), compare);
    }
    return status;
}

enum status caseload_find(struct store *store, const char *user_id, struct day today,
                          struct caseload *out, struct error *error)
{
    struct review_calendar calendar;
    struct query query;
    *out = (struct caseload){ .open = 0 };
    enum status status = review_calendar_load(store, &calendar, error);
    if (status != STATUS_OK)
        return status;
    query_begin(&query, store, SQL_FIND_WORKER);
    query_bind_text(&query, ":user", user_id);
    if (query_next_row(&query))
        read_worker(&query, out);
    status = query_end_found(&query, error);
    return status == STATUS_OK ? count_all(store, &calendar, today, out, error) : status;
}
