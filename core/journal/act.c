/* SPDX-License-Identifier: Apache-2.0 */
#include "journal/act.h"

#include "base/text.h"
#include "journal/history.h"
#include "store/query.h"
#include "store/store.h"

#include <stdlib.h>
#include <string.h>

/* NULL when nothing is there; else the caller frees it. */
static enum status take_snapshot(char **out, const struct act *act, struct store *store,
                                 struct error *error)
{
    struct query query;
    *out = NULL;
    query_begin(&query, store, act->snapshot);
    query_bind_text(&query, ":key", act->key);
    enum status copied = STATUS_OK;
    if (query_next_row(&query))
        copied = text_copy(out, query_text(&query, 0), &query.failure);
    const enum status status = query_end(&query, error);
    if (status == STATUS_OK && copied == STATUS_OK)
        return STATUS_OK;
    free(*out);
    *out = NULL;
    return status;
}

enum status act_begin(struct act *act, struct store *store, struct error *error)
{
    act->before = NULL;
    if (act->is_new)
        return STATUS_OK;
    return take_snapshot(&act->before, act, store, error);
}

static bool is_as_before(const char *before, const char *after)
{
    if (before == NULL || after == NULL)
        return before == after;
    return strcmp(before, after) == 0;
}

enum status act_end(struct act *act, struct store *store, enum status so_far, struct error *error)
{
    char *after = NULL;
    enum status status = so_far;
    if (status == STATUS_OK)
        status = take_snapshot(&after, act, store, error);
    if (status == STATUS_OK && !is_as_before(act->before, after)) {
        act->entry.before = act->before;
        act->entry.after = after;
        status = act->person_id == NULL ? journal_append(store, &act->entry, error)
                                        : history_append(store, &act->entry, act->person_id, error);
    }
    free(after);
    free(act->before);
    act->before = NULL;
    return status;
}

enum status act_join(struct store *store, bool *is_own, struct error *error)
{
    *is_own = !store_is_in_transaction(store);
    return *is_own ? store_begin(store, error) : STATUS_OK;
}

enum status act_commit(struct store *store, bool is_own, enum status so_far, struct error *error)
{
    if (!is_own)
        return so_far;
    if (so_far == STATUS_OK)
        return store_commit(store, error);
    store_rollback(store);
    return so_far;
}
