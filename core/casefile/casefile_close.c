/* SPDX-License-Identifier: Apache-2.0 */

/* The end of a casefile, and its going on. */
#include "casefile/approval.h"
#include "casefile/casefile_lease.h"
#include "casefile/casefile_private.h"

#include "person/person_record.h"
#include "person/personal_text.h"
#include "store/query_value.h"
#include "store/store.h"

/* In the order in which they are told. */
static const char SQL_FIND_BLOCKS[] =
    "SELECT risk IS 'high', EXISTS (SELECT 1 FROM referral WHERE casefile_id = :id"
    " AND referral.state IN ('sent', 'accepted')),"
    " EXISTS (SELECT 1 FROM document_request WHERE casefile_id = :id"
    " AND document_request.state IN ('sent', 'reminded', 'escalated')),"
    " EXISTS (SELECT 1 FROM casefile AS sub WHERE sub.parent_id = :id AND sub.state = 'open')"
    " FROM casefile WHERE id = :id";
static const char SQL_ASK[] =
    "UPDATE casefile SET closing_asked_at = :now, closing_asked_by = :actor,"
    " closing_asked_reason = :reason WHERE id = :id";
static const char SQL_CLOSE[] =
    "UPDATE casefile SET state = :state, closed_at = max(:now, opened_at), closed_on = :today,"
    " closed_by = :actor,"
    " closure_reason = :reason,"
    " closing_asked_at = NULL, closing_asked_by = NULL, closing_asked_reason = NULL,"
    " review_on = NULL, review_is_chosen = 0, unassigned_at = NULL WHERE id = :id";
static const char SQL_REFUSE[] =
    "UPDATE casefile SET closing_asked_at = NULL, closing_asked_by = NULL,"
    " closing_asked_reason = NULL"
    " WHERE id = :id AND closing_asked_at IS NOT NULL";
static const char SQL_REOPEN[] =
    "UPDATE casefile SET state = 'open', closed_at = NULL, closed_on = NULL, closed_by = NULL,"
    " closure_reason = NULL, reopened_count = reopened_count + 1,"
    " unassigned_at = CASE WHEN assigned_to IS NULL THEN changed_at END WHERE id = :id";
static const char SQL_END_LEASE[] = "DELETE FROM casefile_lease WHERE casefile_id = :id";

static enum status find_block(struct store *store, const char *id, enum closing_reason reason,
                              enum closing_block *out, struct error *error)
{
    struct query query;
    *out = CLOSING_FREE;
    query_begin(&query, store, SQL_FIND_BLOCKS);
    query_bind_text(&query, ":id", id);
    if (query_next_row(&query))
        for (enum closing_block block = CLOSING_BLOCK_COUNT - 1; block > CLOSING_FREE; block--)
            if (closing_reason_heeds(reason, block) && query_int(&query, (int)block - 1) != 0)
                *out = block;
    return query_end_found(&query, error);
}

enum status casefile_find_block(struct store *store, const char *id, enum closing_reason reason,
                                enum closing_block *out, struct error *error)
{
    struct sealed_opening opening;
    *out = CLOSING_FREE;
    enum status status = sealed_open(store, id, &opening, error);
    if (status == STATUS_OK)
        status = find_block(store, id, reason, out, error);
    return sealed_close(store, &opening, status, error);
}

/* ---- Writing: moment, then words that only the history knows beside the table */

struct ending {
    const char *act;
    const char *sql;
    const char *state; /* NULL: the statement has no such parameter; the same for reason */
    const char *reason;
    bool has_moment;
    bool has_day;
    const char *remark;
    bool needs_remark;
    bool keeps_remark; /* without another one, that of the asking stays */
};

static enum status run_ending(const struct casefile_desk *desk, const char *id,
                              const struct ending *ending, const char *remark, struct error *error)
{
    char moment[MOMENT_TEXT_SIZE];
    struct query query;
    enum status status = casefile_touch(desk->store, id, moment, error);
    if (status != STATUS_OK)
        return status;
    query_begin(&query, desk->store, ending->sql);
    query_bind_text(&query, ":id", id);
    if (ending->state != NULL)
        query_bind_text(&query, ":state", ending->state);
    if (ending->reason != NULL)
        query_bind_text(&query, ":reason", ending->reason);
    if (ending->has_moment) {
        query_bind_text(&query, ":now", moment);
        query_bind_text(&query, ":actor", desk->actor);
    }
    if (ending->has_day)
        query_bind_day(&query, ":today", true, desk->today);
    status = query_run(&query, error);
    if (status == STATUS_OK && store_changed_rows(desk->store) != 1)
        status = error_set(error, STATUS_NOT_FOUND, "nobody asked to close it");
    if (status == STATUS_OK && (remark != NULL || !ending->keeps_remark))
        status = casefile_write_closing_remark(desk->store, id, remark, error);
    return status;
}

static enum status write_ending(const struct casefile_desk *desk, const char *id,
                                const struct ending *ending, struct error *error)
{
    struct personal_text remark = { .given = ending->remark,
                                    .max = CASEFILE_REMARK_MAX,
                                    .is_multiline = true,
                                    .is_required = ending->needs_remark };
    enum status status = personal_texts_accept(&remark, 1, error);
    if (status == STATUS_OK)
        status = run_ending(desk, id, ending, remark.accepted, error);
    personal_texts_release(&remark, 1);
    return status;
}

static enum status do_ending(const struct casefile_desk *desk, const char *id,
                             const char *person_id, const struct ending *ending,
                             struct error *error)
{
    struct act act = casefile_make_act(desk->actor, ending->act, person_id, id);
    enum status status = act_begin(&act, desk->store, error);
    if (status == STATUS_OK)
        status = write_ending(desk, id, ending, error);
    status = act_end(&act, desk->store, status, error);
    return status == STATUS_OK ? casefile_load_and_write_tasks(desk, id, error) : status;
}

/* ---- Closing */

static enum status end_lease(struct store *store, const char *id, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_END_LEASE);
    query_bind_text(&query, ":id", id);
    return query_run(&query, error);
}

/* Nothing of a closed casefile waits for anybody. */
static enum status end_all(const struct casefile_desk *desk, const char *id, struct error *error)
{
    const struct approval_key asked = { id, APPROVAL_CLOSING, "" };
    enum status status = approval_answer(desk, &asked, APPROVAL_APPROVED, error);
    if (status == STATUS_OK)
        status = approval_withdraw_all(desk, id, error);
    if (status == STATUS_OK)
        status = task_cancel_own(desk->store, desk->actor, id, error);
    return status == STATUS_OK ? end_lease(desk->store, id, error) : status;
}

static enum status close_within(const struct casefile_desk *desk, const char *id,
                                const struct casefile_closing *closing, struct casefile_closed *out,
                                struct error *error)
{
    struct casefile_standing standing;
    if ((unsigned)closing->reason >= CLOSING_REASON_COUNT || closing->reason == CLOSING_NONE)
        return error_set(error, STATUS_INVALID, "no reason to close a casefile");
    struct casefile_lease lease;
    enum status status = casefile_require_open(desk->store, id, &standing, error);
    if (status == STATUS_OK)
        status = casefile_lease_require(desk->store, desk->actor, id, &lease, error);
    if (status == STATUS_OK)
        status = casefile_find_block(desk->store, id, closing->reason, &out->block, error);
    if (status == STATUS_OK && out->block != CLOSING_FREE)
        status = error_set(error, STATUS_REFUSED, "closing is blocked: %s",
                           closing_block_word(out->block));
    if (status != STATUS_OK)
        return status;
    const struct ending ending = {
        .act = closing->is_approver ? "casefile.close" : "casefile.ask_closing",
        .sql = closing->is_approver ? SQL_CLOSE : SQL_ASK,
        .has_day = closing->is_approver,
        .state = closing->is_approver ? casefile_state_word(closing_reason_state(closing->reason))
                                      : NULL,
        .reason = closing_reason_word(closing->reason),
        .has_moment = true,
        .remark = closing->remark,
        .needs_remark = closing->reason == CLOSING_OTHER || closing->reason == CLOSING_TRANSFERRED,
        .keeps_remark = closing->is_approver,
    };
    status = do_ending(desk, id, standing.person_id, &ending, error);
    out->is_asked = status == STATUS_OK && !closing->is_approver;
    const struct approval_key asked = { id, APPROVAL_CLOSING, "" };
    if (status == STATUS_OK)
        status =
            closing->is_approver ? end_all(desk, id, error) : approval_ask(desk, &asked, error);
    return status;
}

enum status casefile_close(const struct casefile_desk *desk, const char *id,
                           const struct casefile_closing *closing, struct casefile_closed *out,
                           struct error *error)
{
    struct sealed_act frame;
    *out = (struct casefile_closed){ .block = CLOSING_FREE };
    enum status status = sealed_act_begin(&frame, desk->store, id, error);
    if (status != STATUS_OK)
        return status;
    status = close_within(desk, id, closing, out, error);
    return sealed_act_end(&frame, desk->store, status, error);
}

/* ---- Going on */

static enum status refuse_within(const struct casefile_desk *desk, const char *id,
                                 const char *remark, struct error *error)
{
    struct casefile_standing standing;
    const struct ending ending = {
        .act = "casefile.refuse_closing", .sql = SQL_REFUSE, .remark = remark, .needs_remark = true
    };
    const struct approval_key asked = { id, APPROVAL_CLOSING, "" };
    enum status status = casefile_require_open(desk->store, id, &standing, error);
    if (status == STATUS_OK)
        status = do_ending(desk, id, standing.person_id, &ending, error);
    return status == STATUS_OK ? approval_answer(desk, &asked, APPROVAL_REJECTED, error) : status;
}

enum status casefile_refuse_closing(const struct casefile_desk *desk, const char *id,
                                    const char *remark, struct error *error)
{
    struct sealed_act frame;
    enum status status = sealed_act_begin(&frame, desk->store, id, error);
    if (status != STATUS_OK)
        return status;
    status = refuse_within(desk, id, remark, error);
    return sealed_act_end(&frame, desk->store, status, error);
}

static enum status reopen_within(const struct casefile_desk *desk, const char *id,
                                 const char *remark, struct error *error)
{
    struct casefile_standing standing;
    const struct ending ending = {
        .act = "casefile.reopen", .sql = SQL_REOPEN, .remark = remark, .needs_remark = true
    };
    enum status status = casefile_find_standing(desk->store, id, &standing, error);
    if (status == STATUS_OK && standing.state == CASEFILE_OPEN)
        status = error_set(error, STATUS_REFUSED, "the casefile is open");
    if (status == STATUS_OK)
        status = person_record_require(desk->store, standing.person_id, error);
    if (status == STATUS_OK)
        status =
            casefile_require_only(desk->store, standing.person_id, standing.workflow, NULL, error);
    return status == STATUS_OK ? do_ending(desk, id, standing.person_id, &ending, error) : status;
}

enum status casefile_reopen(const struct casefile_desk *desk, const char *id, const char *remark,
                            struct error *error)
{
    struct sealed_act frame;
    enum status status = sealed_act_begin(&frame, desk->store, id, error);
    if (status != STATUS_OK)
        return status;
    status = reopen_within(desk, id, remark, error);
    return sealed_act_end(&frame, desk->store, status, error);
}
