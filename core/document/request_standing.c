/* SPDX-License-Identifier: Apache-2.0 */
#include "document/request_private.h"

#include "document/origin_rule.h"
#include "person/person_record.h"
#include "store/store.h"

static const char SQL_FIND_STANDING[] =
    "SELECT person_id, state, sent_on, coalesce(casefile_id, ''), coalesce(agency_id, ''), kind"
    " FROM document_request WHERE id = :id";
static const char SQL_SNAPSHOT_REQUEST[] =
    "SELECT json_patch('{}', json_object('id', id, 'casefile', casefile_id,"
    " 'document', document_id, 'agency', agency_id, 'kind', kind, 'addressee', addressee,"
    " 'about', about, 'outgoing_number', outgoing_number, 'receipt_number', receipt_number,"
    " 'state', state, 'sent_on', sent_on, 'due_on', due_on, 'answered_on', answered_on,"
    " 'answer', answer, 'answer_kind', answer_kind, 'fee_minor', fee_minor,"
    " 'currency', currency, 'waiver_ground', waiver_ground,"
    " 'steps', json((SELECT nullif(json_group_array(json_patch('{}', json_object('rung', rung,"
    " 'day', day, 'addressee', addressee, 'outgoing_number', outgoing_number, 'answer', answer,"
    " 'next_on', next_on))), '[]') FROM (SELECT rung, day, addressee, outgoing_number, answer,"
    " next_on FROM document_request_step WHERE request_id = :key ORDER BY rowid)))))"
    " FROM document_request WHERE id = :key";

enum status request_find_standing(struct store *store, const char *id, struct request_standing *out,
                                  struct error *error)
{
    struct query query;
    *out = (struct request_standing){ .state = REQUEST_DRAFTED };
    query_begin(&query, store, SQL_FIND_STANDING);
    query_bind_text(&query, ":id", id);
    if (query_next_row(&query)) {
        query_copy_text(&query, 0, out->person_id, sizeof(out->person_id));
        if (request_state_parse(&out->state, query_text(&query, 1), NULL) != STATUS_OK)
            out->state = REQUEST_WITHDRAWN; /* the table's own check allows no other word */
        out->sent_on = query_day(&query, 2, &out->has_sent_on);
        query_copy_text(&query, 3, out->casefile_id, sizeof(out->casefile_id));
        query_copy_text(&query, 4, out->agency_id, sizeof(out->agency_id));
        if (request_kind_parse(&out->kind, query_text(&query, 5), NULL) != STATUS_OK)
            out->kind = REQUEST_CONSULATE; /* nor of that */
    }
    enum status status = query_end_found(&query, error);
    if (status == STATUS_OK)
        status = person_record_require(store, out->person_id, error);
    return status == STATUS_OK ? person_record_today(store, &out->today, error) : status;
}

enum status request_require_act(const struct request_standing *standing, enum request_act act,
                                struct error *error)
{
    if (request_allows(standing->state, act))
        return STATUS_OK;
    return error_set(error, STATUS_REFUSED, "not while the request is %s",
                     request_state_word(standing->state));
}

enum status request_require_day(const struct request_standing *standing, struct day day,
                                struct error *error)
{
    if (day_compare(day, standing->today) > 0)
        return error_set(error, STATUS_DATE_INVALID, "in the future");
    if (standing->has_sent_on && day_compare(day, standing->sent_on) < 0)
        return error_set(error, STATUS_DATE_INVALID, "before the letter went out");
    return STATUS_OK;
}

enum status request_require_origin(struct store *store, const char *person_id,
                                   const char *casefile_id, const char *agency_id,
                                   enum request_kind kind, struct error *error)
{
    const struct origin_question question = { .person_id = person_id,
                                              .casefile_id = casefile_id,
                                              .agency_id = agency_id,
                                              .is_consulate = kind == REQUEST_CONSULATE };
    return origin_rule_require(store, &question, error);
}

struct act request_make_act(const char *actor, const char *name, const char *person_id,
                            const char *id)
{
    return (struct act){
        .entry = { .actor = actor, .act = name, .noun = "person", .subject = person_id },
        .person_id = person_id,
        .snapshot = SQL_SNAPSHOT_REQUEST,
        .key = id
    };
}

void request_bind_now(struct query *query, struct store *store)
{
    char now[MOMENT_TEXT_SIZE];
    store_format_now(store, now);
    query_bind_text(query, ":now", now);
}
