/* SPDX-License-Identifier: Apache-2.0 */

/* What happened to a record, and to those that were merged into it. */
#include "person/person_store.h"

#include "store/query.h"

static const char SQL_LIST_HISTORY[] =
    "WITH RECURSIVE family (id) AS (SELECT :id UNION"
    " SELECT person.id FROM person JOIN family ON person.duplicate_of = family.id),"
    " event (sequence) AS ("
    " SELECT journal.sequence FROM journal JOIN family ON journal.subject = family.id UNION"
    " SELECT history.journal_sequence FROM history JOIN family ON history.person_id = family.id)"
    " SELECT journal.sequence, journal.at, journal.actor, journal.act, history.before,"
    " history.after, journal.subject, CASE WHEN journal.act GLOB 'step.*'"
    " THEN json_extract(coalesce(history.after, history.before), '$.step') END FROM event JOIN "
    "journal ON journal.sequence = event.sequence"
    " LEFT JOIN history ON history.journal_sequence = event.sequence"
    " ORDER BY journal.sequence DESC";

static const char *text_or_null(struct query *query, int column)
{
    return query_is_null(query, column) ? NULL : query_text(query, column);
}

enum status person_each_history(struct store *store, const char *id,
                                bool (*visit)(void *self, const struct history_entry *entry),
                                void *self, struct error *error)
{
    bool is_wanted = true;
    struct query query;
    query_begin(&query, store, SQL_LIST_HISTORY);
    query_bind_text(&query, ":id", id);
    while (is_wanted && query_next_row(&query)) {
        const struct history_entry entry = { .journal_sequence = query_int64(&query, 0),
                                             .at = query_text(&query, 1),
                                             .actor = query_text(&query, 2),
                                             .act = query_text(&query, 3),
                                             .before = text_or_null(&query, 4),
                                             .after = text_or_null(&query, 5),
                                             .subject = query_text(&query, 6),
                                             .step = text_or_null(&query, 7) };
        is_wanted = query.failure.status == STATUS_OK && visit(self, &entry);
    }
    return query_end(&query, error);
}
