/* SPDX-License-Identifier: Apache-2.0 */

/* Figures of the log.  What is published hides small cells: a village where one person called about
 * shelter is a person. */
#include "hotline/contact_store.h"

#include "base/array.h"
#include "store/query_value.h"

#include <stdlib.h>
#include <string.h>

#define COUNTED                                                                                    \
    " hotline.day BETWEEN :from AND :to"                                                           \
    " AND NOT EXISTS (SELECT 1 FROM hotline AS later WHERE later.corrects = hotline.id)"

static const char SQL_COUNT[] =
    "SELECT count(*), coalesce(sum(minutes), 0) FROM hotline WHERE" COUNTED;

static const struct {
    const char *word;
    const char *sql;
    bool is_partition; /* its cells add up to all contacts */
} kinds[] = {
    [HOTLINE_BY_TOPIC] = { "topic",
                           "SELECT topic, count(*) FROM hotline JOIN hotline_topic"
                           " ON contact_id = id WHERE" COUNTED " GROUP BY topic ORDER BY topic",
                           false },
    [HOTLINE_BY_LANGUAGE] = { "language",
                              "SELECT language, count(*) FROM hotline WHERE" COUNTED
                              " GROUP BY language ORDER BY language",
                              true },
    [HOTLINE_BY_CHANNEL] = { "channel",
                             "SELECT channel, count(*) FROM hotline WHERE" COUNTED
                             " GROUP BY channel ORDER BY channel",
                             true },
    [HOTLINE_BY_SIGNS] = { "signs",
                           "SELECT CASE WHEN signs IS NULL THEN 'not_asked' WHEN signs = 0"
                           " THEN '0' WHEN signs < 3 THEN '1-2' ELSE '3+' END AS risk, count(*)"
                           " FROM (SELECT (SELECT sum(answer = 'yes') FROM hotline_sign"
                           " WHERE contact_id = hotline.id) AS signs FROM hotline WHERE" COUNTED
                           ") GROUP BY risk ORDER BY risk",
                           true },
};
_Static_assert(sizeof(kinds) / sizeof(kinds[0]) == HOTLINE_FIGURE_COUNT,
               "every figure has its SQL");

const char *hotline_figure_word(enum hotline_figure figure)
{
    return kinds[figure].word;
}

void hotline_figures_release(struct hotline_figures *figures)
{
    free(figures->cells);
    *figures = (struct hotline_figures){ .cells = NULL };
}

/* ---- counting */

static void begin(struct query *query, struct store *store, const char *sql, struct day from,
                  struct day to)
{
    query_begin(query, store, sql);
    query_bind_day(query, ":from", true, from);
    query_bind_day(query, ":to", true, to);
}

static enum status count_kind(struct store *store, enum hotline_figure kind, struct day from,
                              struct day to, struct hotline_figures *out, struct error *error)
{
    struct query query;
    begin(&query, store, kinds[kind].sql, from, to);
    while (query_next_row(&query)) {
        if (array_reserve(&out->cells, &out->capacity, sizeof(*out->cells), out->count + 1,
                          &query.failure) != STATUS_OK)
            break;
        struct hotline_cell *cell = &out->cells[out->count++];
        *cell = (struct hotline_cell){ .figure = kind, .count = query_int(&query, 1) };
        query_copy_text(&query, 0, cell->code, sizeof(cell->code));
    }
    return query_end(&query, error);
}

static enum status count_all(struct store *store, struct day from, struct day to,
                             struct hotline_figures *out, struct error *error)
{
    struct query query;
    begin(&query, store, SQL_COUNT, from, to);
    if (query_next_row(&query)) {
        out->contacts = query_int(&query, 0);
        out->minutes = query_int(&query, 1);
    }
    enum status status = query_end(&query, error);
    for (int kind = 0; kind < HOTLINE_FIGURE_COUNT && status == STATUS_OK; kind++)
        status = count_kind(store, (enum hotline_figure)kind, from, to, out, error);
    return status;
}

/* ---- hiding */

static bool is_small(int count)
{
    return count >= 1 && count <= HOTLINE_SMALL_MAX;
}

/* A single hidden cell is what the total lacks: the smallest of the others is hidden with it. */
static void mask_partner(struct hotline_figures *figures, enum hotline_figure kind)
{
    struct hotline_cell *smallest = NULL;
    int masked = 0;
    for (size_t i = 0; i < figures->count; i++) {
        struct hotline_cell *cell = &figures->cells[i];
        if (cell->figure != kind)
            continue;
        masked += cell->is_masked;
        if (!cell->is_masked && (smallest == NULL || cell->count < smallest->count))
            smallest = cell;
    }
    if (masked == 1 && smallest != NULL)
        smallest->is_masked = true;
    else if (masked == 1) /* it is all there is */
        figures->is_masked = true;
}

static void mask(struct hotline_figures *figures)
{
    figures->is_masked = is_small(figures->contacts);
    for (size_t i = 0; i < figures->count; i++)
        figures->cells[i].is_masked = is_small(figures->cells[i].count);
    for (int kind = 0; kind < HOTLINE_FIGURE_COUNT; kind++)
        if (kinds[kind].is_partition)
            mask_partner(figures, (enum hotline_figure)kind);
}

enum status hotline_figures(struct store *store, struct day from, struct day to, bool is_public,
                            struct hotline_figures *out, struct error *error)
{
    *out = (struct hotline_figures){ .cells = NULL };
    const enum status status = count_all(store, from, to, out, error);
    if (status != STATUS_OK)
        hotline_figures_release(out);
    else if (is_public)
        mask(out);
    return status;
}
