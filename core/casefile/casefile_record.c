/* SPDX-License-Identifier: Apache-2.0 */

/* What every act on a casefile asks first and does last. */
#include "casefile/casefile_private.h"

#include "store/store.h"

#include <string.h>

const char CASEFILE_DETAIL_CLOSED[] = "the casefile is not open";

static const char SQL_FIND_STANDING[] =
    "SELECT person_id, workflow, state FROM casefile WHERE id = :id";
static const char SQL_FIND_OTHER[] =
    "SELECT id, number FROM casefile WHERE person_id = :person AND workflow = :workflow"
    " AND state = 'open' ORDER BY id LIMIT 1";
/* Two acts in one millisecond still leave two different times. */
static const char SQL_TOUCH[] =
    "UPDATE casefile SET changed_at = CASE WHEN changed_at < :now THEN :now"
    " ELSE strftime('%Y-%m-%dT%H:%M:%fZ', changed_at, '+0.001 seconds') END WHERE id = :id"
    " RETURNING changed_at";
static const char SQL_WRITE_ISSUE[] =
    "INSERT INTO casefile_words (casefile_id, issue) VALUES (:id, :words)"
    " ON CONFLICT (casefile_id) DO UPDATE SET issue = excluded.issue";
static const char SQL_WRITE_CLOSING_REMARK[] =
    "INSERT INTO casefile_words (casefile_id, closing_remark) VALUES (:id, :words)"
    " ON CONFLICT (casefile_id) DO UPDATE SET closing_remark = excluded.closing_remark";
static const char SQL_FIND_USER[] = "SELECT state FROM user WHERE id = :id";
static const char SQL_SNAPSHOT_CASEFILE[] =
    "SELECT json_patch('{}', json_object('number', number, 'workflow', workflow,"
    " 'version', workflow_version, 'state', state, 'risk', risk, 'urgency', urgency,"
    " 'is_restricted', nullif(is_restricted, 0), 'intake_source', intake_source, 'issue', "
    "words.issue,"
    " 'assigned_to', assigned_to, 'opened_on', opened_on, 'closed_on', closed_on,"
    " 'closure_reason', closure_reason,"
    " 'closing_remark', words.closing_remark, 'closing_asked_by', closing_asked_by,"
    " 'closing_asked_reason', closing_asked_reason, 'reopened_count', nullif(reopened_count, 0),"
    " 'review_on', review_on, 'parent', parent_id, 'household', household_id,"
    " 'people', json((SELECT nullif(json_group_array(person_id), '[]') FROM (SELECT person_id"
    " FROM casefile_person WHERE casefile_id = :key ORDER BY person_id))),"
    " 'links', json((SELECT nullif(json_group_array(other), '[]') FROM (SELECT other_id AS other"
    " FROM casefile_link WHERE casefile_id = :key UNION ALL SELECT casefile_id FROM casefile_link"
    " WHERE other_id = :key ORDER BY 1)))))"
    " FROM casefile LEFT JOIN casefile_words AS words ON words.casefile_id = casefile.id"
    " WHERE casefile.id = :key";

enum status casefile_find_standing(struct store *store, const char *id,
                                   struct casefile_standing *out, struct error *error)
{
    struct query query;
    *out = (struct casefile_standing){ .state = CASEFILE_OPEN };
    query_begin(&query, store, SQL_FIND_STANDING);
    query_bind_text(&query, ":id", id);
    if (query_next_row(&query)) {
        query_copy_text(&query, 0, out->person_id, sizeof(out->person_id));
        query_copy_text(&query, 1, out->workflow, sizeof(out->workflow));
        if (casefile_state_parse(&out->state, query_text(&query, 2), NULL) != STATUS_OK)
            out->state = CASEFILE_CLOSED; /* the table's own check allows no other word */
    }
    return query_end_found(&query, error);
}

enum status casefile_require_open(struct store *store, const char *id,
                                  struct casefile_standing *out, struct error *error)
{
    const enum status status = casefile_find_standing(store, id, out, error);
    if (status == STATUS_OK && out->state != CASEFILE_OPEN)
        return error_set(error, STATUS_REFUSED, "%s", CASEFILE_DETAIL_CLOSED);
    return status;
}

enum status casefile_require_only(struct store *store, const char *person_id, const char *workflow,
                                  struct casefile_opened *other, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_FIND_OTHER);
    query_bind_text(&query, ":person", person_id);
    query_bind_text(&query, ":workflow", workflow);
    const bool is_there = query_next_row(&query);
    if (is_there && other != NULL) {
        query_copy_text(&query, 0, other->id, sizeof(other->id));
        query_copy_text(&query, 1, other->number, sizeof(other->number));
    }
    const enum status status = query_end(&query, error);
    if (status == STATUS_OK && is_there)
        return error_set(error, STATUS_EXISTS, "an open casefile of that person and workflow");
    return status;
}

struct act casefile_make_act(const char *actor, const char *name, const char *person_id,
                             const char *id)
{
    return (
        struct act){ .entry = { .actor = actor, .act = name, .noun = "casefile", .subject = id },
                     .person_id = person_id,
                     .snapshot = SQL_SNAPSHOT_CASEFILE,
                     .key = id };
}

enum status casefile_touch(struct store *store, const char *id, char out[MOMENT_TEXT_SIZE],
                           struct error *error)
{
    struct query query;
    char now[MOMENT_TEXT_SIZE];
    store_format_now(store, now);
    query_begin(&query, store, SQL_TOUCH);
    query_bind_text(&query, ":id", id);
    query_bind_text(&query, ":now", now);
    const bool is_found = query_next_row(&query);
    if (is_found)
        query_copy_text(&query, 0, out, MOMENT_TEXT_SIZE);
    const enum status status = query_end(&query, error);
    if (status == STATUS_OK && !is_found)
        return error_set(error, STATUS_NOT_FOUND, "no casefile of that id");
    return status;
}

enum status casefile_require_user(struct store *store, const char *user_id, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_FIND_USER);
    query_bind_text(&query, ":id", user_id);
    if (query_next_row(&query) && strcmp(query_text(&query, 0), "active") != 0)
        (void)error_set(&query.failure, STATUS_REFUSED, "the user was revoked");
    return query_end_found(&query, error);
}

static enum status write_words(struct store *store, const char *sql, const char *id,
                               const char *words, struct error *error)
{
    struct query query;
    query_begin(&query, store, sql);
    query_bind_text(&query, ":id", id);
    query_bind_text(&query, ":words", words);
    return query_run(&query, error);
}

enum status casefile_write_issue(struct store *store, const char *id, const char *issue,
                                 struct error *error)
{
    return write_words(store, SQL_WRITE_ISSUE, id, issue, error);
}

enum status casefile_write_closing_remark(struct store *store, const char *id, const char *remark,
                                          struct error *error)
{
    return write_words(store, SQL_WRITE_CLOSING_REMARK, id, remark, error);
}
