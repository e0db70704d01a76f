/* SPDX-License-Identifier: Apache-2.0 */

/* Referrals that are written, and go out. */
#include "referral/referral_store.h"

#include "agency/agency.h"
#include "compartment/sealed_act.h"
#include "document/case_reference.h"
#include "document/origin_rule.h"
#include "person/person_record.h"
#include "person/personal_text.h"
#include "referral/referral_private.h"
#include "store/store.h"

#include <string.h>

static const char SQL_IS_AGENCY_ACTIVE[] = "SELECT is_active FROM agency WHERE id = :id";
static const char SQL_ADD_REFERRAL[] =
    "INSERT INTO referral (id, casefile_id, agency_id, service, reason, urgency, state, due_on,"
    " changed_at) VALUES (:id, :casefile, :agency, :service, :reason, :urgency, 'drafted', :due_on,"
    " :now)";
/* A letter of another day than the clock's went out at noon, for want of a better hour.  The day of
 * the clock is UTC's or, where it is furthest ahead in the region, the one six hours later. */
static const char SQL_SEND_REFERRAL[] =
    "UPDATE referral SET state = 'sent', consent_id = :consent, override_reason = :override_reason,"
    " sent_at = iif(:day IN (date(:now), date(:now, '+6 hours')), :now,"
    " :day || 'T12:00:00.000Z'), sent_by = :actor, due_on = :due_on, changed_at = :now,"
    " code = :code,"
    " number = (SELECT casefile.number FROM casefile WHERE casefile.id = casefile_id) || '-R' ||"
    " (SELECT count(*) + 1 FROM referral AS other WHERE other.casefile_id = referral.casefile_id"
    " AND other.number IS NOT NULL) WHERE id = :id";

static const char SQL_IS_CODE_TAKEN[] = "SELECT 1 FROM referral WHERE code = :code";

enum { REASON_MAX = 2000, OVERRIDE_REASON_MAX = 400 };

/* ---- Drafts */

static enum status require_agency(struct store *store, const char *id, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_IS_AGENCY_ACTIVE);
    query_bind_text(&query, ":id", id);
    if (query_next_row(&query) && query_int(&query, 0) == 0)
        (void)error_set(&query.failure, STATUS_REFUSED, "the body is no longer active");
    return query_end_found(&query, error);
}

/* Asked of a draft, and again when it goes out: much may have changed since. */
static enum status require_both(struct store *store, const char *casefile_id, const char *agency_id,
                                char person_id[UUID_TEXT_SIZE], struct error *error)
{
    struct case_reference casefile;
    enum status status = case_reference_load(store, casefile_id, &casefile, error);
    if (status != STATUS_OK)
        return status;
    memcpy(person_id, casefile.person_id, UUID_TEXT_SIZE);
    if (!casefile.is_open)
        return error_set(error, STATUS_REFUSED, "the casefile is not open");
    status = person_record_require(store, person_id, error);
    if (status == STATUS_OK)
        status = require_agency(store, agency_id, error);
    const struct origin_question question = { .person_id = person_id,
                                              .casefile_id = casefile_id,
                                              .agency_id = agency_id };
    return status == STATUS_OK ? origin_rule_require(store, &question, error) : status;
}

static enum status put_referral(struct store *store, const struct referral *referral,
                                struct error *error)
{
    struct personal_text reason = {
        .given = referral->reason, .max = REASON_MAX, .is_multiline = true, .is_required = true
    };
    enum status status = personal_texts_accept(&reason, 1, error);
    if (status == STATUS_OK) {
        struct query query;
        query_begin(&query, store, SQL_ADD_REFERRAL);
        query_bind_text(&query, ":id", referral->id);
        query_bind_text(&query, ":casefile", referral->casefile_id);
        query_bind_text(&query, ":agency", referral->agency_id);
        query_bind_text(&query, ":service", referral->service);
        query_bind_text(&query, ":reason", reason.accepted);
        query_bind_text(&query, ":urgency", referral_urgency_word(referral->urgency));
        query_bind_day(&query, ":due_on", referral->has_due_on, referral->due_on);
        query_bind_text(&query, ":now", referral->changed_at);
        status = query_run(&query, error);
    }
    personal_texts_release(&reason, 1);
    return status;
}

static enum status add_within(struct store *store, const char *actor, struct referral *referral,
                              struct error *error)
{
    char person_id[UUID_TEXT_SIZE];
    enum status status =
        require_both(store, referral->casefile_id, referral->agency_id, person_id, error);
    if (status != STATUS_OK)
        return status;
    struct act act = referral_make_act(actor, "referral.add", person_id, referral->id);
    act.is_new = true;
    store_format_now(store, referral->changed_at);
    status = act_begin(&act, store, error);
    if (status == STATUS_OK)
        status = put_referral(store, referral, error);
    status = act_end(&act, store, status, error);
    if (status == STATUS_OK)
        referral->state = REFERRAL_DRAFTED;
    return status;
}

enum status referral_add(struct store *store, const char *actor, struct referral *referral,
                         struct error *error)
{
    struct sealed_act frame;
    if (referral->id[0] == '\0')
        uuid_new(referral->id);
    if (!uuid_is_valid(referral->id) || (unsigned)referral->urgency >= REFERRAL_URGENCY_COUNT ||
        !agency_code_is_valid(referral->service, AGENCY_SERVICE_MAX))
        return error_set(error, STATUS_INVALID, "not an id, no urgency or no code of a service");
    enum status status = sealed_act_begin(&frame, store, referral->casefile_id, error);
    if (status != STATUS_OK)
        return status;
    status = add_within(store, actor, referral, error);
    return sealed_act_end(&frame, store, status, error);
}

/* ---- Out */

/* One that no other referral of the office has. */
static enum status make_code(struct store *store, char out[REFERRAL_CODE_SIZE], struct error *error)
{
    bool is_taken = true;
    enum status status = STATUS_OK;
    while (is_taken && status == STATUS_OK) {
        struct query query;
        referral_code_make(out);
        query_begin(&query, store, SQL_IS_CODE_TAKEN);
        query_bind_text(&query, ":code", out);
        is_taken = query_next_row(&query);
        status = query_end(&query, error);
    }
    return status;
}

static enum status write_sending(struct store *store, const char *actor, const char *id,
                                 const struct referral_standing *standing,
                                 const struct referral_sending *sending, struct error *error)
{
    struct day due;
    bool has_due;
    char code[REFERRAL_CODE_SIZE];
    struct personal_text reason = { .given = sending->override_reason,
                                    .max = OVERRIDE_REASON_MAX,
                                    .is_required = sending->consent_id == NULL };
    enum status status = referral_due(&due, &has_due, standing->urgency, REFERRAL_SENT,
                                      sending->day, sending->calendar, error);
    if (status != STATUS_OK)
        return status;
    status = make_code(store, code, error);
    if (status == STATUS_OK)
        status = personal_texts_accept(&reason, 1, error);
    if (status == STATUS_OK) {
        struct query query;
        query_begin(&query, store, SQL_SEND_REFERRAL);
        query_bind_text(&query, ":id", id);
        query_bind_text(&query, ":consent", sending->consent_id);
        query_bind_text(&query, ":override_reason", reason.accepted);
        query_bind_day(&query, ":day", true, sending->day);
        query_bind_day(&query, ":due_on", has_due, due);
        query_bind_text(&query, ":actor", actor);
        query_bind_text(&query, ":code", code);
        referral_bind_now(&query, store);
        status = query_run(&query, error);
    }
    personal_texts_release(&reason, 1);
    return status;
}

static enum status send_within(struct store *store, const char *actor, const char *id,
                               const struct referral_sending *asked, struct error *error)
{
    struct referral_standing standing;
    struct referral_sending sending = *asked;
    char consent_id[UUID_TEXT_SIZE];
    enum status status = referral_find_standing(store, id, &standing, error);
    if (status == STATUS_OK)
        status = referral_require_event(&standing, REFERRAL_EVENT_SENT, error);
    if (status == STATUS_OK)
        status = require_both(store, standing.casefile_id, standing.agency_id, standing.person_id,
                              error);
    if (status == STATUS_OK)
        status = referral_require_day(&standing, sending.day, sending.today, error);
    if (status == STATUS_OK)
        status = referral_require_leave(store, actor, id, &standing, &sending, consent_id, error);
    if (status != STATUS_OK)
        return status;
    struct act act = referral_make_act(actor, "referral.send", standing.person_id, id);
    status = act_begin(&act, store, error);
    if (status == STATUS_OK)
        status = write_sending(store, actor, id, &standing, &sending, error);
    if (status == STATUS_OK)
        status = referral_write_told(store, id, sending.told, error);
    return act_end(&act, store, status, error);
}

enum status referral_send(struct store *store, const char *actor, const char *id,
                          const struct referral_sending *sending, struct error *error)
{
    struct sealed_act frame;
    if ((sending->consent_id == NULL) == (sending->override_reason == NULL))
        return error_set(error, STATUS_INVALID, "consent or a reason why not");
    enum status status = sealed_act_begin_record(&frame, store, id, error);
    if (status != STATUS_OK)
        return status;
    status = send_within(store, actor, id, sending, error);
    return sealed_act_end(&frame, store, status, error);
}
