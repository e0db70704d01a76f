/* SPDX-License-Identifier: Apache-2.0 */
#include "supervision/reassignment.h"

#include "base/array.h"
#include "casefile/casefile_store.h"
#include "journal/act.h"
#include "store/query.h"
#include "store/setting.h"
#include "supervision/caseload.h"

#include <stdlib.h>
#include <string.h>

const char REASSIGNMENT_DETAIL_OVER[] = "over the limit of casefiles without a reason";
const char REASSIGNMENT_DETAIL_THEIRS[] = "not a casefile of that user";

static const char SQL_FIND_CASEFILE[] =
    "SELECT coalesce(assigned_to, ''), risk IS 'high' OR urgency = 'urgent'"
    " FROM casefile WHERE id = :id";
static const char SQL_LIST_OPEN[] =
    "SELECT id FROM casefile WHERE assigned_to = :user AND state = 'open' ORDER BY id";

struct found {
    char assigned_to[UUID_TEXT_SIZE];
    bool is_urgent;
};

static enum status find_casefile(struct store *store, const char *id, struct found *out,
                                 struct error *error)
{
    struct query query;
    *out = (struct found){ .is_urgent = false };
    query_begin(&query, store, SQL_FIND_CASEFILE);
    query_bind_text(&query, ":id", id);
    if (query_next_row(&query)) {
        query_copy_text(&query, 0, out->assigned_to, sizeof(out->assigned_to));
        out->is_urgent = query_int(&query, 1) != 0;
    }
    return query_end_found(&query, error);
}

static bool is_said(const char *reason)
{
    return reason != NULL && reason[strspn(reason, " \t\n")] != '\0';
}

/* ---- One */

static enum status check_limit(const struct casefile_desk *desk, const char *id,
                               const char *user_id, const char *reason, struct error *error)
{
    struct found found;
    struct caseload load;
    int limit;
    enum status status = find_casefile(desk->store, id, &found, error);
    if (status == STATUS_OK)
        status = setting_number(desk->store, SETTING_CASELOAD_LIMIT, &limit, error);
    if (status != STATUS_OK || found.is_urgent || is_said(reason) ||
        strcmp(found.assigned_to, user_id) == 0)
        return status;
    status = caseload_find(desk->store, user_id, desk->today, &load, error);
    if (status == STATUS_OK && caseload_is_over(limit, load.open, 1))
        status = error_set_number(error, STATUS_REFUSED, load.open, "%s", REASSIGNMENT_DETAIL_OVER);
    return status;
}

static enum status give_within(const struct casefile_desk *desk, const char *id,
                               const char *user_id, const char *reason, struct error *error)
{
    enum status status = casefile_assign(desk, id, user_id, error);
    if (status == STATUS_OK && is_said(reason))
        status = casefile_add_remark(desk, id, reason, error);
    return status;
}

enum status reassignment_give(const struct casefile_desk *desk, const char *casefile_id,
                              const char *user_id, const char *reason, struct error *error)
{
    bool is_own;
    enum status status = act_join(desk->store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    if (user_id != NULL)
        status = check_limit(desk, casefile_id, user_id, reason, error);
    if (status == STATUS_OK)
        status = give_within(desk, casefile_id, user_id, reason, error);
    return act_commit(desk->store, is_own, status, error);
}

/* ---- Several */

struct id_list {
    char (*items)[UUID_TEXT_SIZE];
    size_t count;
    size_t capacity;
};

static enum status list_open(struct store *store, const char *user_id, struct id_list *out,
                             struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_LIST_OPEN);
    query_bind_text(&query, ":user", user_id);
    while (query_next_row(&query) && array_reserve(&out->items, &out->capacity, sizeof(*out->items),
                                                   out->count + 1, &query.failure) == STATUS_OK)
        query_copy_text(&query, 0, out->items[out->count++], UUID_TEXT_SIZE);
    return query_end(&query, error);
}

static enum status move_one(const struct casefile_desk *desk,
                            const struct reassignment *reassignment, const char *id,
                            struct error *error)
{
    struct found found;
    enum status status = find_casefile(desk->store, id, &found, error);
    if (status == STATUS_OK && strcmp(found.assigned_to, reassignment->from) != 0)
        status = error_set(error, STATUS_REFUSED, "%s", REASSIGNMENT_DETAIL_THEIRS);
    return status == STATUS_OK
               ? give_within(desk, id, reassignment->to, reassignment->reason, error)
               : status;
}

static enum status run_within(const struct casefile_desk *desk,
                              const struct reassignment *reassignment, size_t *out,
                              struct error *error)
{
    struct id_list all = { .items = NULL };
    enum status status = STATUS_OK;
    if (reassignment->ids == NULL)
        status = list_open(desk->store, reassignment->from, &all, error);
    const size_t count = reassignment->ids == NULL ? all.count : reassignment->count;
    if (status == STATUS_OK && count == 0)
        status = error_set(error, STATUS_NOT_FOUND, "no open casefile of that user");
    for (size_t i = 0; status == STATUS_OK && i < count; i++) {
        const char *id = reassignment->ids == NULL ? all.items[i] : reassignment->ids[i];
        status = move_one(desk, reassignment, id, error);
    }
    *out = status == STATUS_OK ? count : 0;
    free(all.items);
    return status;
}

enum status reassignment_run(const struct casefile_desk *desk,
                             const struct reassignment *reassignment, size_t *out,
                             struct error *error)
{
    bool is_own;
    *out = 0;
    if (!is_said(reassignment->reason))
        return error_set(error, STATUS_TEXT_EMPTY, "no reason");
    if (strcmp(reassignment->from, reassignment->to) == 0)
        return error_set(error, STATUS_INVALID, "from one user to the same");
    enum status status = act_join(desk->store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = run_within(desk, reassignment, out, error);
    return act_commit(desk->store, is_own, status, error);
}
