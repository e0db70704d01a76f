/* SPDX-License-Identifier: Apache-2.0 */
#include "referral/referral_private.h"

#include "person/person_record.h"
#include "store/store.h"

/* The office's clocks are ahead of UTC, so the date of sent_at is its day there or the one before:
 * no news of the same day is taken for older than the letter. */
static const char SQL_FIND_STANDING[] =
    "SELECT casefile_id, casefile.person_id, agency_id, referral.urgency, referral.state,"
    " nullif(max(coalesce(casefile.opened_on, ''), coalesce(date(sent_at), ''),"
    " coalesce(accepted_on, ''), coalesce(attended_on, '')), '') FROM referral"
    " JOIN casefile ON casefile.id = casefile_id WHERE referral.id = :id";
static const char SQL_SNAPSHOT_REFERRAL[] =
    "SELECT json_patch('{}', json_object('id', id, 'referral_number', number,"
    " 'casefile', casefile_id, 'agency', agency_id, 'consent', consent_id,"
    " 'override_reason', override_reason, 'service', service, 'reason', reason,"
    " 'urgency', urgency, 'referral_state', state, 'decline_reason', decline_reason,"
    " 'outcome', outcome, 'sent_at', sent_at, 'accepted_on', accepted_on,"
    " 'attended_on', attended_on, 'answered_on', answered_on, 'answer', answer,"
    " 'due_on', due_on, 'reminders', reminders, 'code', code, 'escalated_on', escalated_on,"
    " 'told', json((SELECT nullif(json_group_object(item, value), '{}') FROM referral_item"
    " WHERE referral_id = :key)))) FROM referral WHERE id = :key";

enum status referral_find_standing(struct store *store, const char *id,
                                   struct referral_standing *out, struct error *error)
{
    struct query query;
    *out = (struct referral_standing){ .state = REFERRAL_REVOKED };
    query_begin(&query, store, SQL_FIND_STANDING);
    query_bind_text(&query, ":id", id);
    if (query_next_row(&query)) {
        query_copy_text(&query, 0, out->casefile_id, sizeof(out->casefile_id));
        query_copy_text(&query, 1, out->person_id, sizeof(out->person_id));
        query_copy_text(&query, 2, out->agency_id, sizeof(out->agency_id));
        /* The table's own checks allow no other words. */
        if (referral_urgency_parse(&out->urgency, query_text(&query, 3), NULL) != STATUS_OK)
            out->urgency = REFERRAL_NORMAL;
        if (referral_state_parse(&out->state, query_text(&query, 4), NULL) != STATUS_OK)
            out->state = REFERRAL_REVOKED;
        out->heard_on = query_day(&query, 5, &out->has_heard_on);
    }
    const enum status status = query_end_found(&query, error);
    return status == STATUS_OK ? person_record_require(store, out->person_id, error) : status;
}

enum status referral_require_event(const struct referral_standing *standing,
                                   enum referral_event event, struct error *error)
{
    if (referral_allows(standing->state, event))
        return STATUS_OK;
    return error_set(error, STATUS_REFUSED, "not while the referral is %s",
                     referral_state_word(standing->state));
}

enum status referral_require_day(const struct referral_standing *standing, struct day day,
                                 struct day today, struct error *error)
{
    if (day_compare(day, today) > 0)
        return error_set(error, STATUS_DATE_INVALID, "in the future");
    if (standing->has_heard_on && day_compare(day, standing->heard_on) < 0)
        return error_set(error, STATUS_DATE_INVALID, "before what was heard last");
    return STATUS_OK;
}

struct act referral_make_act(const char *actor, const char *name, const char *person_id,
                             const char *id)
{
    return (struct act){
        .entry = { .actor = actor, .act = name, .noun = "person", .subject = person_id },
        .person_id = person_id,
        .snapshot = SQL_SNAPSHOT_REFERRAL,
        .key = id,
    };
}

void referral_bind_now(struct query *query, struct store *store)
{
    char now[MOMENT_TEXT_SIZE];
    store_format_now(store, now);
    query_bind_text(query, ":now", now);
}
