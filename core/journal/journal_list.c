/* SPDX-License-Identifier: Apache-2.0 */
#include "journal/journal_list.h"

#include "store/query.h"
#include "store/store.h"

#include <stdint.h>
#include <string.h>

/* The indexes are named, so that none is lost by a change of the acts in its condition: a query
 * that could not use its index would fail, not be slow. */
#define SQL_COLUMNS                                                                                \
    "SELECT sequence, at, actor, act, noun, subject, before, after, hash, " JOURNAL_KIND_OF_ACT    \
    ", act IN " JOURNAL_ALARM_ACTS ", act IN " JOURNAL_READ_ACTS                                   \
    " AND coalesce(json_extract(after, '$.restricted'), 0) FROM journal "
#define SQL_CONDITIONS                                                                             \
    " AND sequence BETWEEN :first AND :last AND (:actor IS NULL OR actor = :actor)"                \
    " AND (:since IS NULL OR at >= :since) AND (:until IS NULL OR at < :until)"                    \
    " AND (:kind < 0 OR :kind = " JOURNAL_KIND_OF_ACT ")"                                          \
    " AND (:act IS NULL OR substr(act, 1, length(:act)) = :act)"                                   \
    " AND (:alarm = 0 OR act IN " JOURNAL_ALARM_ACTS ")"
#define SQL_PAGE " ORDER BY sequence DESC LIMIT :limit"
#define SQL_OF_PERSON                                                                              \
    "sequence IN (SELECT sequence FROM journal WHERE subject = :person"                            \
    " UNION SELECT sequence FROM casefile JOIN journal ON subject = casefile.id"                   \
    " WHERE casefile.person_id = :person"                                                          \
    " UNION SELECT journal_sequence FROM history WHERE person_id = :person)"

static const char SQL_LIST_PERSON[] = SQL_COLUMNS "WHERE " SQL_OF_PERSON SQL_CONDITIONS SQL_PAGE;
static const char SQL_LIST_READS[] =
    SQL_COLUMNS "INDEXED BY journal_reads WHERE act IN " JOURNAL_READ_ACTS SQL_CONDITIONS SQL_PAGE;
static const char SQL_LIST_OUTPUTS[] = SQL_COLUMNS
    "INDEXED BY journal_outputs WHERE act IN " JOURNAL_OUTPUT_ACTS SQL_CONDITIONS SQL_PAGE;
static const char SQL_LIST_ALARMS[] = SQL_COLUMNS
    "INDEXED BY journal_alarms WHERE act IN " JOURNAL_ALARM_ACTS SQL_CONDITIONS SQL_PAGE;
static const char SQL_LIST_ACTOR[] =
    SQL_COLUMNS "INDEXED BY journal_by_actor WHERE actor = :actor" SQL_CONDITIONS SQL_PAGE;
static const char SQL_LIST_ALL[] = SQL_COLUMNS "WHERE sequence > 0" SQL_CONDITIONS SQL_PAGE;

static const char SQL_FIND_RANGE[] =
    "SELECT coalesce(min(sequence), 1), coalesce(max(sequence), 0) FROM journal"
    " INDEXED BY journal_by_time WHERE at >= :since AND at < :until";

#define SQL_COUNTS                                                                                 \
    " count(*), coalesce(sum(act IN " JOURNAL_READ_ACTS "), 0),"                                   \
    " coalesce(sum(act IN " JOURNAL_OUTPUT_ACTS "), 0),"                                           \
    " coalesce(sum(act IN " JOURNAL_ACCESS_ACTS "), 0),"                                           \
    " coalesce(sum(act IN " JOURNAL_ALARM_ACTS "), 0), coalesce(max(at), '')"                      \
    " FROM journal INDEXED BY journal_by_time WHERE at >= :since AND at < :until"
static const char SQL_COUNT[] =
    "SELECT coalesce(:actor, '')," SQL_COUNTS " AND (:actor IS NULL OR actor = :actor)";
static const char SQL_COUNT_ACTORS[] =
    "SELECT actor," SQL_COUNTS " GROUP BY actor ORDER BY count(*) DESC, actor";
/* The same of all times, in the order of another index. */
static const char SQL_COUNT_ACTORS_EVER[] =
    "SELECT actor, entries, reads, outputs, accesses, alarms,"
    " (SELECT at FROM journal WHERE sequence = newest) FROM"
    " (SELECT actor, count(*) AS entries, sum(act IN " JOURNAL_READ_ACTS ") AS reads,"
    " sum(act IN " JOURNAL_OUTPUT_ACTS ") AS outputs, sum(act IN " JOURNAL_ACCESS_ACTS
    ") AS accesses, sum(act IN " JOURNAL_ALARM_ACTS ") AS alarms, max(sequence) AS newest"
    " FROM journal INDEXED BY journal_by_actor GROUP BY actor) ORDER BY entries DESC, actor";
static const char SQL_COUNT_ALARMS[] =
    "SELECT count(*) FROM journal INDEXED BY journal_alarms WHERE act IN " JOURNAL_ALARM_ACTS
    " AND (:actor IS NULL OR actor = :actor)";
static const char SQL_FIND_BEFORE[] =
    "SELECT at FROM journal INDEXED BY journal_by_time WHERE at < :moment"
    " AND (:actor IS NULL OR actor = :actor) ORDER BY at DESC LIMIT 1";

/* Before and after every moment that can be written. */
static const char BEGINNING[] = "0";
static const char END[] = "A";

/* ---- pages */

struct range {
    int64_t first;
    int64_t last;
};

/* The numbers between which the moments asked for lie.  A clock that was put back mixes days, so
 * each entry's moment is looked at again. */
static enum status find_range(struct store *store, const struct journal_question *question,
                              struct range *out, struct error *error)
{
    *out = (struct range){ 1, INT64_MAX };
    enum status status = STATUS_OK;
    if (question->since != NULL || question->until != NULL) {
        struct query query;
        query_begin(&query, store, SQL_FIND_RANGE);
        query_bind_text(&query, ":since", question->since == NULL ? BEGINNING : question->since);
        query_bind_text(&query, ":until", question->until == NULL ? END : question->until);
        if (query_next_row(&query))
            *out = (struct range){ query_int64(&query, 0), query_int64(&query, 1) };
        status = query_end(&query, error);
    }
    if (question->before > 0 && question->before <= out->last)
        out->last = question->before - 1;
    return status;
}

static const char *choose_list(const struct journal_question *question)
{
    if (question->person != NULL)
        return SQL_LIST_PERSON;
    if (question->is_alarm)
        return SQL_LIST_ALARMS;
    if (question->kind == JOURNAL_READS)
        return SQL_LIST_READS;
    if (question->kind == JOURNAL_OUTPUTS)
        return SQL_LIST_OUTPUTS;
    return question->actor != NULL ? SQL_LIST_ACTOR : SQL_LIST_ALL;
}

static void bind(struct query *query, const struct journal_question *question, struct range range)
{
    if (question->person != NULL)
        query_bind_text(query, ":person", question->person);
    query_bind_int64(query, ":first", range.first);
    query_bind_int64(query, ":last", range.last);
    query_bind_text(query, ":actor", question->actor);
    query_bind_text(query, ":since", question->since);
    query_bind_text(query, ":until", question->until);
    query_bind_int(query, ":kind", question->kind);
    query_bind_text(query, ":act", question->act_prefix);
    query_bind_int(query, ":alarm", question->is_alarm);
    query_bind_int(query, ":limit", question->limit > 0 ? question->limit : -1);
}

enum status journal_list(struct store *store, const struct journal_question *question,
                         bool (*visit)(void *self, const struct journal_line *line), void *self,
                         struct error *error)
{
    struct range range;
    struct query query;
    const enum status status = find_range(store, question, &range, error);
    if (status != STATUS_OK)
        return status;
    query_begin(&query, store, choose_list(question));
    bind(&query, question, range);
    bool is_wanted = true;
    while (is_wanted && query_next_row(&query)) {
        struct journal_line line;
        journal_read_record(&query, &line.record);
        line.kind = (enum journal_kind)query_int(&query, 9);
        line.is_alarm = query_int(&query, 10) != 0;
        line.is_restricted = query_int(&query, 11) != 0;
        is_wanted = query.failure.status == STATUS_OK && visit(self, &line);
    }
    return query_end(&query, error);
}

/* ---- counts */

static void read_counts(struct query *query, struct journal_counts *out)
{
    long long rest = query_int64(query, 1);
    for (int kind = JOURNAL_READS; kind < JOURNAL_KIND_COUNT; kind++) {
        out->kinds[kind] = query_int64(query, 1 + kind);
        rest -= out->kinds[kind];
    }
    out->kinds[JOURNAL_CHANGES] = rest;
    out->alarms = query_int64(query, 1 + JOURNAL_KIND_COUNT);
    query_copy_text(query, 2 + JOURNAL_KIND_COUNT, out->last, sizeof(out->last));
}

static void begin_count(struct query *query, struct store *store, const char *sql,
                        const char *const times[2])
{
    query_begin(query, store, sql);
    query_bind_text(query, ":since", times[0] == NULL ? BEGINNING : times[0]);
    query_bind_text(query, ":until", times[1] == NULL ? END : times[1]);
}

enum status journal_count(struct store *store, const char *since, const char *until,
                          const char *actor, struct journal_counts *out, struct error *error)
{
    struct query query;
    *out = (struct journal_counts){ .alarms = 0 };
    begin_count(&query, store, SQL_COUNT, (const char *const[]){ since, until });
    query_bind_text(&query, ":actor", actor);
    if (query_next_row(&query))
        read_counts(&query, out);
    return query_end(&query, error);
}

enum status journal_count_alarms(struct store *store, const char *actor, long long *out,
                                 struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_COUNT_ALARMS);
    query_bind_text(&query, ":actor", actor);
    *out = query_next_row(&query) ? query_int64(&query, 0) : 0;
    return query_end(&query, error);
}

enum status journal_moment_before(struct store *store, const char *moment, const char *actor,
                                  char out[MOMENT_TEXT_SIZE], struct error *error)
{
    struct query query;
    out[0] = '\0';
    query_begin(&query, store, SQL_FIND_BEFORE);
    query_bind_text(&query, ":moment", moment);
    query_bind_text(&query, ":actor", actor);
    if (query_next_row(&query))
        query_copy_text(&query, 0, out, MOMENT_TEXT_SIZE);
    return query_end(&query, error);
}

enum status journal_each_actor(struct store *store, const char *since, const char *until,
                               bool (*visit)(void *self, const char *actor,
                                             const struct journal_counts *counts),
                               void *self, struct error *error)
{
    struct query query;
    bool is_wanted = true;
    if (since == NULL && until == NULL)
        query_begin(&query, store, SQL_COUNT_ACTORS_EVER);
    else
        begin_count(&query, store, SQL_COUNT_ACTORS, (const char *const[]){ since, until });
    while (is_wanted && query_next_row(&query)) {
        struct journal_counts counts;
        read_counts(&query, &counts);
        is_wanted =
            query.failure.status == STATUS_OK && visit(self, query_text(&query, 0), &counts);
    }
    return query_end(&query, error);
}
