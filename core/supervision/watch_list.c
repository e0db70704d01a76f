/* SPDX-License-Identifier: Apache-2.0 */
#include "supervision/watch_list.h"

#include "base/array.h"
#include "casefile/review_calendar.h"
#include "store/query_value.h"
#include "store/setting.h"
#include "store/store.h"

#include <stdlib.h>
#include <string.h>

#define OPENED  "coalesce(casefile.opened_on, substr(casefile.opened_at, 1, 10))"
#define CONTACT "coalesce(contact_on, opened_on, substr(opened_at, 1, 10))"

/* What is chosen is a row of casefile, the moment or day that orders it, and what is asked. */
#define SHOWN                                                                                      \
    " SELECT casefile.id, number, workflow, workflow_version, casefile.person_id,"                 \
    " CASE WHEN is_restricted = 0 OR casefile.assigned_to IS :reader THEN full_name END,"          \
    " is_restricted, coalesce(risk, ''), urgency, coalesce(casefile.assigned_to, ''),"             \
    " chosen.at, chosen.what, chosen.answer, chosen.step, chosen.who FROM chosen"                  \
    " CROSS JOIN casefile ON casefile.rowid = chosen.row"                                          \
    " LEFT JOIN person_name ON person_name.person_id = casefile.person_id"                         \
    " AND person_name.kind = 'main'"
#define CHOSEN(choice) "WITH chosen (row, at, what, answer, step, who) AS MATERIALIZED (" choice ")"
#define NOT_ASKED      ", '', '', '', ''"

#define UNASSIGNED(index, condition)                                                               \
    CHOSEN("SELECT rowid, coalesce(unassigned_at, opened_at)" NOT_ASKED                            \
           " FROM casefile INDEXED BY " index " WHERE state = 'open' AND assigned_to IS NULL"      \
           " AND " condition " ORDER BY coalesce(unassigned_at, opened_at) LIMIT :limit")          \
    SHOWN " ORDER BY chosen.at, number"
static const char SQL_UNASSIGNED_URGENT[] =
    UNASSIGNED("casefile_of_nobody_urgent", "(risk = 'high' OR urgency = 'urgent')");
static const char SQL_UNASSIGNED[] =
    UNASSIGNED("casefile_of_nobody", "NOT (risk IS 'high' OR urgency = 'urgent')");

#define CONTACTS(who, index)                                                                       \
    CHOSEN("SELECT rowid, " CONTACT NOT_ASKED " FROM casefile INDEXED BY " index " WHERE " who     \
           " state = 'open' AND risk IS NOT NULL AND risk = :risk AND " CONTACT " <= :day"         \
           " ORDER BY " CONTACT " LIMIT :limit")                                                   \
    SHOWN " ORDER BY chosen.at, number"
static const char SQL_CONTACTS_OF_USER[] =
    CONTACTS("assigned_to = :user AND", "casefile_by_contact");
static const char SQL_CONTACTS[] = CONTACTS("", "casefile_of_all_by_contact");

#define REVIEWS(who, index)                                                                        \
    CHOSEN("SELECT rowid, review_on" NOT_ASKED " FROM casefile INDEXED BY " index " WHERE " who    \
           " state = 'open' AND review_on <= :day ORDER BY review_on LIMIT :limit")                \
    SHOWN " ORDER BY chosen.at, number"
static const char SQL_REVIEWS_OF_USER[] = REVIEWS("assigned_to = :user AND", "casefile_by_review");
static const char SQL_REVIEWS[] = REVIEWS("", "casefile_of_all_by_review");

/* A deadline that runs says already what is to be done. */
#define ASSESSMENTS(who, index)                                                                    \
    CHOSEN("SELECT rowid, " OPENED NOT_ASKED " FROM casefile INDEXED BY " index " WHERE " who      \
           " state = 'open' AND risk IS NULL AND " OPENED " <= :day"                               \
           " AND NOT EXISTS (SELECT 1 FROM task WHERE task.casefile_id = casefile.id"              \
           " AND task.state = 'open' AND task.due_on IS NOT NULL)"                                 \
           " ORDER BY " OPENED " LIMIT :limit")                                                    \
    SHOWN " ORDER BY chosen.at, number"
static const char SQL_ASSESSMENTS_OF_USER[] =
    ASSESSMENTS("assigned_to = :user AND", "casefile_by_no_risk");
static const char SQL_ASSESSMENTS[] = ASSESSMENTS("", "casefile_of_all_by_no_risk");

static const char SQL_APPROVALS[] = CHOSEN(
    "SELECT (SELECT rowid FROM casefile WHERE id = casefile_id), asked_at, kind, state, step,"
    " asked_by FROM approval INDEXED BY approval_pending WHERE state = 'pending'"
    " ORDER BY asked_at LIMIT :limit") SHOWN " ORDER BY chosen.at, number";
static const char SQL_ANSWERS[] = CHOSEN(
    "SELECT (SELECT rowid FROM casefile WHERE id = casefile_id), answered_at, kind, state, step,"
    " answered_by FROM approval INDEXED BY approval_unseen WHERE asked_by = :reader"
    " AND state IN ('approved', 'rejected') AND seen_at IS NULL"
    " ORDER BY answered_at LIMIT :limit") SHOWN " ORDER BY chosen.at, number";

static const char *const kind_words[] = {
    [WATCH_UNASSIGNED] = "unassigned", [WATCH_CONTACT] = "contact",   [WATCH_REVIEW] = "review",
    [WATCH_ASSESSMENT] = "assessment", [WATCH_APPROVAL] = "approval", [WATCH_ANSWER] = "answer",
};
_Static_assert(sizeof(kind_words) / sizeof(kind_words[0]) == WATCH_KIND_COUNT,
               "every kind has a word");

const char *watch_kind_word(enum watch_kind kind)
{
    return kind_words[kind];
}

/* ---- Reading rows */

enum { COLUMN_AT = 10, COLUMN_WHAT, COLUMN_ANSWER, COLUMN_STEP, COLUMN_WHO };

/* The tables' own checks allow no words but the known ones. */
static void read_words(struct query *query, struct watch *out)
{
    if (casefile_risk_parse(&out->risk, query_text(query, 7), NULL) != STATUS_OK)
        out->risk = CASEFILE_RISK_NOT_KNOWN;
    if (casefile_urgency_parse(&out->urgency, query_text(query, 8), NULL) != STATUS_OK)
        out->urgency = CASEFILE_NORMAL;
    if (approval_kind_parse(&out->approval, query_text(query, COLUMN_WHAT), NULL) != STATUS_OK)
        out->approval = APPROVAL_STEP;
    if (approval_state_parse(&out->answer, query_text(query, COLUMN_ANSWER), NULL) != STATUS_OK)
        out->answer = APPROVAL_PENDING;
}

/* days: from the day that the row is ordered by until it is due. */
static void read_row(struct query *query, enum watch_kind kind, int days, struct watch *out)
{
    *out = (struct watch){ .kind = kind };
    query_copy_text(query, 0, out->casefile_id, sizeof(out->casefile_id));
    query_copy_text(query, 1, out->number, sizeof(out->number));
    query_copy_text(query, 2, out->workflow, sizeof(out->workflow));
    out->version = query_int(query, 3);
    query_copy_text(query, 4, out->person_id, sizeof(out->person_id));
    out->person_name = query_take_text(query, 5);
    out->is_restricted = query_int(query, 6) != 0;
    query_copy_text(query, 9, out->assigned_to, sizeof(out->assigned_to));
    query_copy_text(query, COLUMN_STEP, out->step, sizeof(out->step));
    query_copy_text(query, COLUMN_WHO, out->user_id, sizeof(out->user_id));
    read_words(query, out);
    if (kind != WATCH_CONTACT && kind != WATCH_REVIEW && kind != WATCH_ASSESSMENT) {
        query_copy_text(query, COLUMN_AT, out->since, sizeof(out->since));
        return;
    }
    const struct day from = query_day(query, COLUMN_AT, &out->has_due);
    out->has_due = out->has_due && day_add_days(&out->due, from, days, NULL) == STATUS_OK;
}

/* One list: its statement and what that needs. */
struct reading {
    const char *sql;
    enum watch_kind kind;
    const char *risk;       /* NULL: it has no such parameter; the same below */
    const struct day *last; /* the last of the days by which the rows are ordered */
    int days;               /* between that day and the due one */
    bool has_reader_only;   /* whose the casefiles are is not asked */
};

static enum status read_list(struct store *store, const struct watch_question *question,
                             const struct reading *reading, struct watch_list *out,
                             struct error *error)
{
    struct query query;
    const int limit = question->limit == 0 ? WATCH_LIMIT_DEFAULT : question->limit;
    const size_t before = out->count;
    query_begin(&query, store, reading->sql);
    query_bind_text(&query, ":reader", question->reader);
    query_bind_int(&query, ":limit", limit + 1);
    if (!reading->has_reader_only && question->user_id != NULL)
        query_bind_text(&query, ":user", question->user_id);
    if (reading->risk != NULL)
        query_bind_text(&query, ":risk", reading->risk);
    if (reading->last != NULL)
        query_bind_day(&query, ":day", true, *reading->last);
    while (query_next_row(&query)) {
        if (out->count - before == (size_t)limit) {
            out->has_more = true;
            break;
        }
        if (array_reserve(&out->items, &out->capacity, sizeof(*out->items), out->count + 1,
                          &query.failure) != STATUS_OK)
            break;
        read_row(&query, reading->kind, reading->days, &out->items[out->count++]);
    }
    return query_end(&query, error);
}

/* ---- The kinds */

static void mark_alarms(struct watch_list *list, size_t from, const char *moment)
{
    for (size_t i = from; i < list->count; i++)
        list->items[i].is_alarm = strcmp(list->items[i].since, moment) <= 0;
}

static enum status read_unassigned(struct store *store, const struct watch_question *question,
                                   bool is_urgent, struct watch_list *out, struct error *error)
{
    static const long long hour = 3600000; /* milliseconds */
    char moment[MOMENT_TEXT_SIZE];
    int hours;
    const size_t before = out->count;
    const struct reading reading = { .sql = is_urgent ? SQL_UNASSIGNED_URGENT : SQL_UNASSIGNED,
                                     .kind = WATCH_UNASSIGNED,
                                     .has_reader_only = true };
    enum status status = setting_number(
        store, is_urgent ? SETTING_UNASSIGNED_URGENT_HOURS : SETTING_UNASSIGNED_HOURS, &hours,
        error);
    if (status == STATUS_OK)
        status = read_list(store, question, &reading, out, error);
    if (status != STATUS_OK)
        return status;
    moment_format(store_now(store) - hours * hour, moment);
    mark_alarms(out, before, moment);
    return STATUS_OK;
}

static enum status load_unassigned(struct store *store, const struct watch_question *question,
                                   struct watch_list *out, struct error *error)
{
    enum status status = read_unassigned(store, question, true, out, error);
    if (status == STATUS_OK)
        status = read_unassigned(store, question, false, out, error);
    return status;
}

static enum status load_contacts(struct store *store, const struct watch_question *question,
                                 struct watch_list *out, struct error *error)
{
    struct review_calendar calendar;
    struct day last;
    enum status status = review_calendar_load(store, &calendar, error);
    for (int risk = CASEFILE_RISK_LOW; status == STATUS_OK && risk < CASEFILE_RISK_COUNT; risk++) {
        const int days = calendar.contact_days[risk];
        if (days == 0)
            continue;
        status = day_add_days(&last, question->today, question->days_ahead - days, error);
        const struct reading reading = {
            .sql = question->user_id == NULL ? SQL_CONTACTS : SQL_CONTACTS_OF_USER,
            .kind = WATCH_CONTACT,
            .risk = casefile_risk_word((enum casefile_risk)risk),
            .last = &last,
            .days = days,
        };
        if (status == STATUS_OK)
            status = read_list(store, question, &reading, out, error);
    }
    return status;
}

static enum status load_reviews(struct store *store, const struct watch_question *question,
                                struct watch_list *out, struct error *error)
{
    struct day last;
    enum status status = day_add_days(&last, question->today, question->days_ahead, error);
    const struct reading reading = { .sql = question->user_id == NULL ? SQL_REVIEWS
                                                                      : SQL_REVIEWS_OF_USER,
                                     .kind = WATCH_REVIEW,
                                     .last = &last };
    return status == STATUS_OK ? read_list(store, question, &reading, out, error) : status;
}

static enum status load_assessments(struct store *store, const struct watch_question *question,
                                    struct watch_list *out, struct error *error)
{
    struct day last;
    int days;
    enum status status = setting_number(store, SETTING_ASSESSMENT_DAYS, &days, error);
    if (status != STATUS_OK || days == 0)
        return status;
    status = day_add_days(&last, question->today, -days, error);
    const struct reading reading = { .sql = question->user_id == NULL ? SQL_ASSESSMENTS
                                                                      : SQL_ASSESSMENTS_OF_USER,
                                     .kind = WATCH_ASSESSMENT,
                                     .last = &last,
                                     .days = days };
    return status == STATUS_OK ? read_list(store, question, &reading, out, error) : status;
}

static enum status load_approvals(struct store *store, const struct watch_question *question,
                                  struct watch_list *out, struct error *error)
{
    const struct reading reading = { .sql = SQL_APPROVALS,
                                     .kind = WATCH_APPROVAL,
                                     .has_reader_only = true };
    return read_list(store, question, &reading, out, error);
}

static enum status load_answers(struct store *store, const struct watch_question *question,
                                struct watch_list *out, struct error *error)
{
    const struct reading reading = { .sql = SQL_ANSWERS,
                                     .kind = WATCH_ANSWER,
                                     .has_reader_only = true };
    return read_list(store, question, &reading, out, error);
}

/* Contacts come by risk: put together they are in order of their days. */
static int compare_due(const void *left, const void *right)
{
    const struct watch *a = left;
    const struct watch *b = right;
    const int order = day_compare(a->due, b->due);
    return order != 0 ? order : strcmp(a->number, b->number);
}

enum status watch_list_load(struct store *store, enum watch_kind kind,
                            const struct watch_question *question, struct watch_list *out,
                            struct error *error)
{
    static enum status (*const loads[])(struct store * store, const struct watch_question *question,
                                        struct watch_list *out, struct error *error) = {
        [WATCH_UNASSIGNED] = load_unassigned, [WATCH_CONTACT] = load_contacts,
        [WATCH_REVIEW] = load_reviews,        [WATCH_ASSESSMENT] = load_assessments,
        [WATCH_APPROVAL] = load_approvals,    [WATCH_ANSWER] = load_answers,
    };
    _Static_assert(sizeof(loads) / sizeof(loads[0]) == WATCH_KIND_COUNT, "every kind is loaded");
    *out = (struct watch_list){ .items = NULL };
    const enum status status = loads[kind](store, question, out, error);
    if (status != STATUS_OK) {
        watch_list_release(out);
        return status;
    }
    if (kind == WATCH_CONTACT && out->count > 0)
        qsort(out->items, out->count, sizeof(*out->items), compare_due);
    for (size_t i = 0; i < out->count; i++)
        if (out->items[i].has_due)
            out->items[i].is_alarm = day_compare(out->items[i].due, question->today) < 0;
    return STATUS_OK;
}

void watch_list_release(struct watch_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->items[i].person_name);
    free(list->items);
    *list = (struct watch_list){ .items = NULL };
}
