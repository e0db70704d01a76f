/* SPDX-License-Identifier: Apache-2.0 */

/* The two lines below a list of casefiles. */
#include "casefile/casefile_find.h"

#include "compartment/sealed_casefile.h"
#include "store/query_value.h"

#include <stdlib.h>

static const char SQL_LOOK[] =
    "SELECT person_id, birth_date, birth_precision, birth_place, "
    " (SELECT issue FROM casefile_words WHERE casefile_id = casefile.id), coalesce(step, ''),"
    " waiting_for, from_day FROM casefile JOIN person ON person.id = person_id"
    " LEFT JOIN step_wait ON step_wait.rowid = (SELECT rowid FROM step_wait AS wait"
    " WHERE wait.casefile_id = casefile.id AND until_day IS NULL"
    " ORDER BY due_on IS NULL, due_on, rowid LIMIT 1)"
    " WHERE casefile.id = :id";

static enum status look_opened(struct store *store, const char *id, struct casefile_glance *out,
                               struct error *error)
{
    struct query query;
    bool has_day;
    *out = (struct casefile_glance){ .has_birth = false };
    query_begin(&query, store, SQL_LOOK);
    query_bind_text(&query, ":id", id);
    if (query_next_row(&query)) {
        query_copy_text(&query, 0, out->person_id, sizeof(out->person_id));
        out->birth.day = query_day(&query, 1, &out->has_birth);
        out->has_birth =
            out->has_birth && date_precision_find(&out->birth.precision, query_text(&query, 2));
        out->birth_place = query_take_text(&query, 3);
        out->issue = query_take_text(&query, 4);
        query_copy_text(&query, 5, out->waiting_step, sizeof(out->waiting_step));
        out->waiting_for = query_take_text(&query, 6);
        out->waiting_since = query_day(&query, 7, &has_day);
    }
    const enum status status = query_end_found(&query, error);
    if (status != STATUS_OK)
        casefile_glance_release(out);
    return status;
}

enum status casefile_look(struct store *store, const char *id, struct casefile_glance *out,
                          struct error *error)
{
    struct sealed_opening opening;
    *out = (struct casefile_glance){ .has_birth = false };
    enum status status = sealed_open(store, id, &opening, error);
    if (status == STATUS_OK || status == STATUS_RESTRICTED)
        status = look_opened(store, id, out, error);
    status = sealed_close(store, &opening, status, error);
    if (status != STATUS_OK)
        casefile_glance_release(out);
    return status;
}

void casefile_glance_release(struct casefile_glance *glance)
{
    free(glance->birth_place);
    free(glance->issue);
    free(glance->waiting_for);
    *glance = (struct casefile_glance){ .has_birth = false };
}
