/* SPDX-License-Identifier: Apache-2.0 */

/* Somebody looked at the whole casefile: that is kept, and when it is looked at the next time. */
#include "casefile/casefile_private.h"
#include "casefile/review_calendar.h"

#include "note/note_store.h"
#include "store/store.h"

#include <stdio.h>
#include <string.h>

const char CASEFILE_DETAIL_NO_NEXT[] = "no day for the next review";

static const char SQL_FIND_RISK[] =
    "SELECT coalesce(risk, ''), review_on FROM casefile WHERE id = :id";
static const char SQL_KEEP_REVIEW[] =
    "INSERT INTO casefile_review (casefile_id, held_at, held_on, held_by, due_on, next_on)"
    " VALUES (:id, :now, :today, :actor, :due, :next)";
static const char SQL_SET_NEXT[] =
    "UPDATE casefile SET review_on = :next, review_is_chosen = :is_chosen WHERE id = :id";
static const char SQL_SNAPSHOT_REVIEW[] =
    "SELECT json_patch('{}', json_object('review_held_on', (SELECT held_on FROM casefile_review"
    " WHERE casefile_id = :key ORDER BY held_at DESC LIMIT 1), 'review_count', (SELECT count(*)"
    " FROM casefile_review WHERE casefile_id = :key), 'review_on', review_on))"
    " FROM casefile WHERE id = :key";

/* What the calendar and the casefile say before. */
struct review {
    struct day due;
    bool has_due;
    struct day next;
};

static enum status find_next(const struct casefile_desk *desk, const char *id,
                             const struct day *chosen, struct review *out, struct error *error)
{
    struct review_calendar calendar;
    struct query query;
    enum casefile_risk risk = CASEFILE_RISK_NOT_KNOWN;
    enum status status = review_calendar_load(desk->store, &calendar, error);
    if (status != STATUS_OK)
        return status;
    query_begin(&query, desk->store, SQL_FIND_RISK);
    query_bind_text(&query, ":id", id);
    if (query_next_row(&query)) {
        if (casefile_risk_parse(&risk, query_text(&query, 0), NULL) != STATUS_OK)
            risk = CASEFILE_RISK_NOT_KNOWN; /* the table's own check allows no other word */
        out->due = query_day(&query, 1, &out->has_due);
    }
    status = query_end_found(&query, error);
    if (status != STATUS_OK)
        return status;
    if (chosen != NULL)
        out->next = *chosen;
    else if (!review_calendar_next(&calendar, risk, desk->today, &out->next))
        status = error_set(error, STATUS_INVALID, "%s", CASEFILE_DETAIL_NO_NEXT);
    return status;
}

static enum status write_review(const struct casefile_desk *desk, const char *id,
                                const struct review *review, bool is_chosen, struct error *error)
{
    char moment[MOMENT_TEXT_SIZE];
    struct query query;
    enum status status = casefile_touch(desk->store, id, moment, error);
    if (status != STATUS_OK)
        return status;
    query_begin(&query, desk->store, SQL_KEEP_REVIEW);
    query_bind_text(&query, ":id", id);
    query_bind_text(&query, ":now", moment);
    query_bind_day(&query, ":today", true, desk->today);
    query_bind_text(&query, ":actor", desk->actor);
    query_bind_day(&query, ":due", review->has_due, review->due);
    query_bind_day(&query, ":next", true, review->next);
    status = query_run(&query, error);
    if (status != STATUS_OK)
        return status;
    query_begin(&query, desk->store, SQL_SET_NEXT);
    query_bind_text(&query, ":id", id);
    query_bind_day(&query, ":next", true, review->next);
    query_bind_int(&query, ":is_chosen", is_chosen);
    return query_run(&query, error);
}

enum status casefile_add_remark(const struct casefile_desk *desk, const char *id,
                                const char *remark, struct error *error)
{
    struct note note = { .kind = NOTE_NOTE };
    snprintf(note.casefile_id, sizeof(note.casefile_id), "%s", id);
    note.body = strdup(remark);
    if (note.body == NULL)
        return error_set(error, STATUS_OUT_OF_MEMORY, "remark");
    const enum status status = note_add(desk->store, desk->actor, &note, error);
    note_release(&note);
    return status;
}

static enum status review_within(const struct casefile_desk *desk, const char *id,
                                 const struct day *next, const char *remark, struct error *error)
{
    struct casefile_standing standing;
    struct review review = { .has_due = false };
    enum status status = casefile_require_open(desk->store, id, &standing, error);
    if (status == STATUS_OK)
        status = find_next(desk, id, next, &review, error);
    if (status != STATUS_OK)
        return status;
    struct act act = casefile_make_act(desk->actor, "casefile.reviewed", standing.person_id, id);
    act.snapshot = SQL_SNAPSHOT_REVIEW;
    status = act_begin(&act, desk->store, error);
    if (status == STATUS_OK)
        status = write_review(desk, id, &review, next != NULL, error);
    status = act_end(&act, desk->store, status, error);
    if (status == STATUS_OK && remark != NULL)
        status = casefile_add_remark(desk, id, remark, error);
    return status;
}

enum status casefile_end_review(const struct casefile_desk *desk, const char *id,
                                const struct day *next, const char *remark, struct error *error)
{
    struct sealed_act frame;
    if (next != NULL && day_compare(*next, desk->today) <= 0)
        return error_set(error, STATUS_DATE_INVALID, "the next review is not after today");
    enum status status = sealed_act_begin(&frame, desk->store, id, error);
    if (status != STATUS_OK)
        return status;
    status = review_within(desk, id, next, remark, error);
    return sealed_act_end(&frame, desk->store, status, error);
}
