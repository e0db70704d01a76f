/* SPDX-License-Identifier: Apache-2.0 */
#include "supervision/figures.h"

#include "base/array.h"
#include "store/query_value.h"

#include <stdlib.h>

static const char SQL_LIST_CLOSED[] =
    "SELECT CAST(julianday(closed_on)"
    " - julianday(coalesce(opened_on, substr(opened_at, 1, 10))) AS INTEGER),"
    " (SELECT count(*) FROM note WHERE note.casefile_id = casefile.id"
    " AND note.kind IN ('call', 'visit', 'interview'))"
    " FROM casefile INDEXED BY casefile_by_closed"
    " WHERE state <> 'open' AND closed_on BETWEEN :from AND :to";
static const char SQL_LIST_ANSWERS[] =
    "SELECT CAST((julianday(answered_at) - julianday(asked_at)) * 24 AS INTEGER),"
    " state = 'rejected' FROM approval INDEXED BY approval_by_answer"
    " WHERE answered_at IS NOT NULL AND answered_at >= :from"
    " AND answered_at < date(:to, '+1 day') AND state IN ('approved', 'rejected')";
static const char SQL_COUNT_REVIEWS[] =
    "SELECT count(*), coalesce(sum(held_on <= due_on), 0) FROM casefile_review"
    " WHERE held_on BETWEEN :from AND :to";

/* Numbers of which the middle is looked for, and the sum of what stands beside them. */
struct sample {
    int *items;
    size_t count;
    size_t capacity;
    int sum;
};

static int compare(const void *left, const void *right)
{
    const int a = *(const int *)left;
    const int b = *(const int *)right;
    return (a > b) - (a < b);
}

static int median(struct sample *sample)
{
    if (sample->count == 0)
        return -1;
    qsort(sample->items, sample->count, sizeof(*sample->items), compare);
    return sample->items[(sample->count - 1) / 2];
}

static void bind_days(struct query *query, struct day from, struct day to)
{
    query_bind_day(query, ":from", true, from);
    query_bind_day(query, ":to", true, to);
}

static enum status read_sample(struct store *store, const char *sql, struct day from, struct day to,
                               struct sample *out, struct error *error)
{
    struct query query;
    *out = (struct sample){ .items = NULL };
    query_begin(&query, store, sql);
    bind_days(&query, from, to);
    while (query_next_row(&query) && array_reserve(&out->items, &out->capacity, sizeof(*out->items),
                                                   out->count + 1, &query.failure) == STATUS_OK) {
        out->items[out->count++] = query_int(&query, 0);
        out->sum += query_int(&query, 1);
    }
    return query_end(&query, error);
}

static enum status count_closed(struct store *store, struct day from, struct day to,
                                struct figures *out, struct error *error)
{
    struct sample sample;
    const enum status status = read_sample(store, SQL_LIST_CLOSED, from, to, &sample, error);
    out->closed = (int)sample.count;
    out->contacts = sample.sum;
    out->open_days = median(&sample);
    free(sample.items);
    return status;
}

static enum status count_answers(struct store *store, struct day from, struct day to,
                                 struct figures *out, struct error *error)
{
    struct sample sample;
    const enum status status = read_sample(store, SQL_LIST_ANSWERS, from, to, &sample, error);
    out->answered = (int)sample.count;
    out->rejected = sample.sum;
    out->waiting_hours = median(&sample);
    free(sample.items);
    return status;
}

static enum status count_reviews(struct store *store, struct day from, struct day to,
                                 struct figures *out, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_COUNT_REVIEWS);
    bind_days(&query, from, to);
    if (query_next_row(&query)) {
        out->reviews = query_int(&query, 0);
        out->reviews_on_time = query_int(&query, 1);
    }
    return query_end(&query, error);
}

enum status figures_count(struct store *store, struct day from, struct day to, struct figures *out,
                          struct error *error)
{
    *out = (struct figures){ .open_days = -1, .waiting_hours = -1 };
    if (day_compare(to, from) < 0)
        return error_set(error, STATUS_DATE_INVALID, "the last day is before the first");
    enum status status = count_closed(store, from, to, out, error);
    if (status == STATUS_OK)
        status = count_answers(store, from, to, out, error);
    return status == STATUS_OK ? count_reviews(store, from, to, out, error) : status;
}
