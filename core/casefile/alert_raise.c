/* SPDX-License-Identifier: Apache-2.0 */

/* What is there now against what was told: what came is told, what went is told again when it
 * returns. */
#include "casefile/casefile_private.h"

#include "store/store.h"

static const char SQL_CLOSE_ROW[] =
    "UPDATE casefile_alert SET gone_at = max(:now, raised_at) WHERE rowid = (SELECT rowid"
    " FROM casefile_alert WHERE casefile_id = :id AND indication = :indication AND gone_at IS NULL"
    " ORDER BY raised_at LIMIT 1)";
static const char SQL_CONCEAL[] = "UPDATE casefile_alert SET indication = ''"
                                  " WHERE casefile_id = :id AND indication <> ''";
static const char SQL_COUNT[] = "SELECT count(*) FROM casefile_alert WHERE casefile_id = :id"
                                " AND indication = :indication AND gone_at IS NULL";
static const char SQL_RAISE[] =
    "INSERT INTO casefile_alert (id, casefile_id, indication, for_role, raised_at, raised_by)"
    " VALUES (:alert, :id, :indication, :role, :now, :actor)";

struct raising {
    const struct casefile_desk *desk;
    const struct casefile_view *view;
    char now[MOMENT_TEXT_SIZE];
};

static void begin(struct query *query, const struct raising *raising, const char *sql,
                  const char *indication)
{
    query_begin(query, raising->desk->store, sql);
    query_bind_text(query, ":id", raising->view->casefile.id);
    query_bind_text(query, ":indication", indication);
}

static enum status count_told(const struct raising *raising, const char *indication, int *out,
                              struct error *error)
{
    struct query query;
    begin(&query, raising, SQL_COUNT, indication);
    *out = query_next_row(&query) ? query_int(&query, 0) : 0;
    return query_end(&query, error);
}

static enum status raise(const struct raising *raising, const char *indication, const char *role,
                         struct error *error)
{
    struct query query;
    char id[UUID_TEXT_SIZE];
    uuid_new(id);
    begin(&query, raising, SQL_RAISE, indication);
    query_bind_text(&query, ":alert", id);
    query_bind_text(&query, ":role", role);
    query_bind_text(&query, ":now", raising->now);
    query_bind_text(&query, ":actor", raising->desk->actor);
    return query_run(&query, error);
}

static enum status end(const struct raising *raising, const char *indication, struct error *error)
{
    struct query query;
    begin(&query, raising, SQL_CLOSE_ROW, indication);
    query_bind_text(&query, ":now", raising->now);
    return query_run(&query, error);
}

/* So many alerts of that word as there have to be. */
static enum status level(const struct raising *raising, const char *indication, const char *role,
                         int wanted, struct error *error)
{
    int told;
    enum status status = count_told(raising, indication, &told, error);
    for (; status == STATUS_OK && told < wanted; told++)
        status = raise(raising, indication, role, error);
    for (; status == STATUS_OK && told > wanted; told--)
        status = end(raising, indication, error);
    return status;
}

static bool is_there(const struct standing *standing, const struct indication *indication)
{
    for (size_t i = 0; i < standing->indication_count; i++)
        if (standing->indications[i] == indication)
            return true;
    return false;
}

/* A restricted file does not say outside of itself why it is one: only how many there are. */
static enum status level_concealed(const struct raising *raising, struct error *error)
{
    const struct definition *definition = raising->view->definition;
    const char *role = NULL;
    struct query query;
    int count = 0;
    for (size_t i = 0; i < definition->indication_count; i++) {
        const struct indication *indication = &definition->indications[i];
        if (indication->alert == NULL || !is_there(&raising->view->standing, indication))
            continue;
        role = indication->alert;
        count++;
    }
    query_begin(&query, raising->desk->store, SQL_CONCEAL);
    query_bind_text(&query, ":id", raising->view->casefile.id);
    const enum status status = query_run(&query, error);
    return status == STATUS_OK ? level(raising, "", role, count, error) : status;
}

enum status casefile_raise_alerts(const struct casefile_desk *desk,
                                  const struct casefile_view *view, struct error *error)
{
    const struct definition *definition = view->definition;
    struct raising raising = { desk, view, "" };
    enum status status = STATUS_OK;
    if (view->casefile.state != CASEFILE_OPEN)
        return STATUS_OK;
    store_format_now(desk->store, raising.now);
    if (view->casefile.is_restricted)
        return level_concealed(&raising, error);
    status = level(&raising, "", NULL, 0, error);
    for (size_t i = 0; status == STATUS_OK && i < definition->indication_count; i++) {
        const struct indication *indication = &definition->indications[i];
        if (indication->alert != NULL)
            status = level(&raising, indication->id, indication->alert,
                           is_there(&view->standing, indication), error);
    }
    return status;
}
