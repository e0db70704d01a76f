/* SPDX-License-Identifier: Apache-2.0 */

/* Who has a casefile, how urgent and how dangerous it is, when somebody looks at it again. */
#include "casefile/approval.h"
#include "casefile/casefile_private.h"
#include "casefile/review_calendar.h"

#include "store/store.h"

const char CASEFILE_DETAIL_TAKEN[] = "somebody has the casefile";

static const char SQL_ASSIGN[] =
    "UPDATE casefile SET assigned_to = :user, unassigned_at = CASE WHEN :user IS NULL THEN"
    " CASE WHEN assigned_to IS NULL THEN unassigned_at ELSE :now END END WHERE id = :id";
static const char SQL_FIND_WORKER[] =
    "SELECT coalesce(assigned_to, '') FROM casefile WHERE id = :id";
static const char SQL_IS_ASSIGNED[] = "SELECT assigned_to IS NOT NULL FROM casefile WHERE id = :id";
/* Work that comes to somebody today is new to them, however old it is; what nobody takes over keeps
 * its day. */
static const char SQL_ASSIGN_TASKS[] =
    "UPDATE task SET assigned_to = :user,"
    " since = CASE WHEN :user IS NULL THEN since ELSE max(since, :today) END"
    " WHERE casefile_id = :id AND state = 'open' AND kind <> 'own'";
static const char SQL_SET_RISK[] =
    "UPDATE casefile SET risk = :value, review_on = CASE WHEN review_is_chosen OR risk IS :value"
    " THEN review_on ELSE :review END WHERE id = :id";
static const char SQL_SET_URGENCY[] = "UPDATE casefile SET urgency = :value WHERE id = :id";
static const char SQL_SET_REVIEW[] =
    "UPDATE casefile SET review_on = :value, review_is_chosen = :value IS NOT NULL WHERE id = :id";

/* A change of one column: "value" is its text, NULL for none. */
struct change {
    const char *act;
    const char *sql;
    const char *value;
    bool has_review; /* the statement sets the next review too */
    const char *review;
};

static enum status write_value(const struct casefile_desk *desk, const char *id,
                               const struct change *change, struct error *error)
{
    char moment[MOMENT_TEXT_SIZE];
    struct query query;
    query_begin(&query, desk->store, change->sql);
    query_bind_text(&query, ":id", id);
    query_bind_text(&query, ":value", change->value);
    if (change->has_review)
        query_bind_text(&query, ":review", change->review);
    const enum status status = query_run(&query, error);
    return status == STATUS_OK ? casefile_touch(desk->store, id, moment, error) : status;
}

static enum status change_within(const struct casefile_desk *desk, const char *id,
                                 const struct change *change, struct error *error)
{
    struct casefile_standing standing;
    enum status status = casefile_require_open(desk->store, id, &standing, error);
    if (status != STATUS_OK)
        return status;
    struct act act = casefile_make_act(desk->actor, change->act, standing.person_id, id);
    status = act_begin(&act, desk->store, error);
    if (status == STATUS_OK)
        status = write_value(desk, id, change, error);
    status = act_end(&act, desk->store, status, error);
    return status == STATUS_OK ? casefile_load_and_write_tasks(desk, id, error) : status;
}

static enum status make_change(const struct casefile_desk *desk, const char *id,
                               const struct change *change, struct error *error)
{
    struct sealed_act frame;
    enum status status = sealed_act_begin(&frame, desk->store, id, error);
    if (status != STATUS_OK)
        return status;
    status = change_within(desk, id, change, error);
    return sealed_act_end(&frame, desk->store, status, error);
}

enum status casefile_set_risk(const struct casefile_desk *desk, const char *id,
                              enum casefile_risk risk, struct error *error)
{
    if ((unsigned)risk >= CASEFILE_RISK_COUNT)
        return error_set(error, STATUS_INVALID, "no risk");
    struct review_calendar calendar;
    struct day review;
    char text[DAY_TEXT_SIZE];
    const enum status status = review_calendar_load(desk->store, &calendar, error);
    if (status != STATUS_OK)
        return status;
    const bool has_next = review_calendar_next(&calendar, risk, desk->today, &review);
    if (has_next)
        day_format(text, review);
    const struct change change = {
        .act = "casefile.risk",
        .sql = SQL_SET_RISK,
        .value = risk == CASEFILE_RISK_NOT_KNOWN ? NULL : casefile_risk_word(risk),
        .has_review = true,
        .review = has_next ? text : NULL,
    };
    return make_change(desk, id, &change, error);
}

enum status casefile_set_urgency(const struct casefile_desk *desk, const char *id,
                                 enum casefile_urgency urgency, struct error *error)
{
    if ((unsigned)urgency >= CASEFILE_URGENCY_COUNT)
        return error_set(error, STATUS_INVALID, "no urgency");
    const struct change change = { .act = "casefile.urgency",
                                   .sql = SQL_SET_URGENCY,
                                   .value = casefile_urgency_word(urgency) };
    return make_change(desk, id, &change, error);
}

enum status casefile_set_review(const struct casefile_desk *desk, const char *id,
                                const struct day *review_on, struct error *error)
{
    char text[DAY_TEXT_SIZE];
    if (review_on != NULL && day_compare(*review_on, desk->today) < 0)
        return error_set(error, STATUS_DATE_INVALID, "a review before today");
    if (review_on != NULL)
        day_format(text, *review_on);
    const struct change change = { .act = "casefile.review",
                                   .sql = SQL_SET_REVIEW,
                                   .value = review_on == NULL ? NULL : text };
    return make_change(desk, id, &change, error);
}

/* ---- Assigning */

enum status casefile_write_assignment(const struct casefile_desk *desk, const char *id,
                                      const char *user_id, struct error *error)
{
    char moment[MOMENT_TEXT_SIZE];
    struct query query;
    enum status status = casefile_touch(desk->store, id, moment, error);
    if (status != STATUS_OK)
        return status;
    query_begin(&query, desk->store, SQL_ASSIGN);
    query_bind_text(&query, ":id", id);
    query_bind_text(&query, ":user", user_id);
    query_bind_text(&query, ":now", moment);
    status = query_run(&query, error);
    if (status != STATUS_OK)
        return status;
    query_begin(&query, desk->store, SQL_ASSIGN_TASKS);
    query_bind_text(&query, ":id", id);
    query_bind_text(&query, ":user", user_id);
    query_bind_day(&query, ":today", true, desk->today);
    return query_run(&query, error);
}

struct assignment {
    const char *user_id; /* NULL: nobody */
    bool is_taking;      /* only what nobody has */
};

static enum status require_free(struct store *store, const char *id, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_IS_ASSIGNED);
    query_bind_text(&query, ":id", id);
    if (query_next_row(&query) && query_int(&query, 0) != 0)
        (void)error_set(&query.failure, STATUS_REFUSED, "%s", CASEFILE_DETAIL_TAKEN);
    return query_end_found(&query, error);
}

/* Whoever gets a restricted casefile gets its key, and whoever had it before gives that back. */
static enum status hand_over_key(struct store *store, const char *id, const char *user_id,
                                 struct error *error)
{
    struct query query;
    char before[UUID_TEXT_SIZE] = "";
    if (!sealed_is_opened(store))
        return STATUS_OK;
    query_begin(&query, store, SQL_FIND_WORKER);
    query_bind_text(&query, ":id", id);
    if (query_next_row(&query))
        query_copy_text(&query, 0, before, sizeof(before));
    enum status status = query_end(&query, error);
    if (status == STATUS_OK && before[0] != '\0')
        status = sealed_remove_reader(store, id, before, error);
    if (status == STATUS_OK && user_id != NULL)
        status = sealed_add_reader(store, id, user_id, error);
    return status;
}

static enum status assign_within(const struct casefile_desk *desk, const char *id,
                                 const struct assignment *assignment, struct error *error)
{
    struct casefile_standing standing;
    const char *user_id = assignment->user_id;
    enum status status = casefile_require_open(desk->store, id, &standing, error);
    if (status == STATUS_OK && assignment->is_taking)
        status = require_free(desk->store, id, error);
    if (status == STATUS_OK && user_id != NULL)
        status = casefile_require_user(desk->store, user_id, error);
    if (status != STATUS_OK)
        return status;
    struct act act = casefile_make_act(desk->actor, "casefile.assign", standing.person_id, id);
    status = act_begin(&act, desk->store, error);
    if (status == STATUS_OK)
        status = hand_over_key(desk->store, id, user_id, error);
    if (status == STATUS_OK)
        status = casefile_write_assignment(desk, id, user_id, error);
    status = act_end(&act, desk->store, status, error);
    const struct approval_key asked = { id, APPROVAL_HANDOVER, "" };
    return status == STATUS_OK ? approval_answer(desk, &asked, APPROVAL_APPROVED, error) : status;
}

static enum status assign(const struct casefile_desk *desk, const char *id,
                          const struct assignment *assignment, struct error *error)
{
    struct sealed_act frame;
    enum status status = sealed_act_begin(&frame, desk->store, id, error);
    if (status != STATUS_OK)
        return status;
    status = assign_within(desk, id, assignment, error);
    return sealed_act_end(&frame, desk->store, status, error);
}

enum status casefile_assign(const struct casefile_desk *desk, const char *id, const char *user_id,
                            struct error *error)
{
    const struct assignment assignment = { user_id, false };
    return assign(desk, id, &assignment, error);
}

enum status casefile_take(const struct casefile_desk *desk, const char *id, struct error *error)
{
    const struct assignment assignment = { desk->actor, true };
    return assign(desk, id, &assignment, error);
}
