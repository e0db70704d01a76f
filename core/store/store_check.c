/* SPDX-License-Identifier: Apache-2.0 */
#include "store/query.h"
#include "store/store.h"

#include <string.h>

static const char SQL_CHECK_INTEGRITY[] = "PRAGMA integrity_check(1)";
static const char SQL_CHECK_FOREIGN_KEYS[] = "PRAGMA foreign_key_check";

static enum status check_integrity(struct store *store, struct error *error)
{
    struct error found = { .status = STATUS_OK };
    struct query query;
    query_begin(&query, store, SQL_CHECK_INTEGRITY);
    while (query_next_row(&query)) {
        const char *line = query_text(&query, 0);
        if (strcmp(line, "ok") != 0 && found.status == STATUS_OK)
            (void)error_set(&found, STATUS_DAMAGED, "integrity: %.120s", line);
    }
    const enum status status = query_end(&query, error);
    if (status != STATUS_OK || found.status == STATUS_OK)
        return status;
    return error_set(error, STATUS_DAMAGED, "%s", found.detail);
}

static enum status check_foreign_keys(struct store *store, struct error *error)
{
    struct error found = { .status = STATUS_OK };
    struct query query;
    query_begin(&query, store, SQL_CHECK_FOREIGN_KEYS);
    if (query_next_row(&query))
        (void)error_set(&found, STATUS_DAMAGED, "row %lld of %.40s points to no %.40s",
                        (long long)query_int64(&query, 1), query_text(&query, 0),
                        query_text(&query, 2));
    const enum status status = query_end(&query, error);
    if (status != STATUS_OK || found.status == STATUS_OK)
        return status;
    return error_set(error, STATUS_DAMAGED, "%s", found.detail);
}

enum status store_check(struct store *store, struct error *error)
{
    const enum status status = check_integrity(store, error);
    return status == STATUS_OK ? check_foreign_keys(store, error) : status;
}
