/* SPDX-License-Identifier: Apache-2.0 */

/* What becomes of a referral that went out, and of a draft that does not. */
#include "referral/referral_private.h"

#include "compartment/sealed_act.h"
#include "person/personal_text.h"
#include "store/store.h"

static const char SQL_ANSWER_REFERRAL[] =
    "UPDATE referral SET state = :state, due_on = :due_on, reminders = reminders + :reminders,"
    " accepted_on = coalesce(:accepted_on, accepted_on),"
    " attended_on = coalesce(:attended_on, attended_on), answered_on = :answered_on,"
    " escalated_on = coalesce(:escalated_on, escalated_on),"
    " decline_reason = :decline_reason, answer = :answer, outcome = :outcome, changed_at = :now"
    " WHERE id = :id";

/* What each event brings. */
static const struct {
    const char *name; /* of the act */
    size_t text_max;  /* 0: it has no text */
    bool is_text_required;
} events[REFERRAL_EVENT_COUNT] = {
    [REFERRAL_EVENT_ACCEPTED] = { "referral.accepted", 0, false },
    [REFERRAL_EVENT_DECLINED] = { "referral.declined", 400, true },
    [REFERRAL_EVENT_ATTENDED] = { "referral.attended", 0, false },
    [REFERRAL_EVENT_MISSED] = { "referral.missed", 0, false },
    [REFERRAL_EVENT_ANSWERED] = { "referral.answered", 2000, false },
    [REFERRAL_EVENT_REVOKED] = { "referral.revoked", 0, false },
    [REFERRAL_EVENT_REMINDED] = { "referral.reminded", 0, false },
    [REFERRAL_EVENT_ESCALATED] = { "referral.escalated", 0, false },
};

static void bind_day_of(struct query *query, const char *name, const struct referral_answer *answer,
                        enum referral_event event)
{
    query_bind_day(query, name, answer->event == event, answer->day);
}

static void bind_text_of(struct query *query, const char *name, const char *text,
                         const struct referral_answer *answer, enum referral_event event)
{
    query_bind_text(query, name, answer->event == event ? text : NULL);
}

static enum status put_answer(struct store *store, const char *id,
                              const struct referral_standing *standing,
                              const struct referral_answer *answer, const char *text,
                              struct error *error)
{
    struct query query;
    struct day due;
    bool has_due;
    const enum referral_state state = referral_state_after(standing->state, answer->event);
    const enum status status = referral_due(&due, &has_due, standing->urgency, state, answer->day,
                                            answer->calendar, error);
    if (status != STATUS_OK)
        return status;
    query_begin(&query, store, SQL_ANSWER_REFERRAL);
    query_bind_text(&query, ":id", id);
    query_bind_text(&query, ":state", referral_state_word(state));
    query_bind_day(&query, ":due_on", has_due, due);
    query_bind_int(&query, ":reminders", answer->event == REFERRAL_EVENT_REMINDED);
    bind_day_of(&query, ":accepted_on", answer, REFERRAL_EVENT_ACCEPTED);
    bind_day_of(&query, ":attended_on", answer, REFERRAL_EVENT_ATTENDED);
    bind_day_of(&query, ":answered_on", answer, REFERRAL_EVENT_ANSWERED);
    bind_day_of(&query, ":escalated_on", answer, REFERRAL_EVENT_ESCALATED);
    bind_text_of(&query, ":decline_reason", text, answer, REFERRAL_EVENT_DECLINED);
    bind_text_of(&query, ":answer", text, answer, REFERRAL_EVENT_ANSWERED);
    query_bind_text(
        &query, ":outcome",
        answer->event == REFERRAL_EVENT_ANSWERED ? referral_outcome_word(answer->outcome) : NULL);
    referral_bind_now(&query, store);
    return query_run(&query, error);
}

static enum status write_answer(struct store *store, const char *id,
                                const struct referral_standing *standing,
                                const struct referral_answer *answer, struct error *error)
{
    struct personal_text text = { .given = answer->text,
                                  .max = events[answer->event].text_max,
                                  .is_multiline = true,
                                  .is_required = events[answer->event].is_text_required };
    enum status status = personal_texts_accept(&text, 1, error);
    if (status == STATUS_OK)
        status = put_answer(store, id, standing, answer, text.accepted, error);
    personal_texts_release(&text, 1);
    return status;
}

static enum status check_answer(const struct referral_answer *answer, struct error *error)
{
    if ((unsigned)answer->event >= REFERRAL_EVENT_COUNT || events[answer->event].name == NULL)
        return error_set(error, STATUS_INVALID, "nothing that is heard of a referral");
    if (answer->text != NULL && events[answer->event].text_max == 0)
        return error_set(error, STATUS_INVALID, "this event has no text");
    if (answer->event == REFERRAL_EVENT_ANSWERED &&
        (unsigned)answer->outcome >= REFERRAL_OUTCOME_COUNT)
        return error_set(error, STATUS_INVALID, "no outcome of a referral");
    return STATUS_OK;
}

static enum status answer_within(struct store *store, const char *actor, const char *id,
                                 const struct referral_answer *answer, struct error *error)
{
    struct referral_standing standing;
    enum status status = referral_find_standing(store, id, &standing, error);
    if (status == STATUS_OK)
        status = referral_require_event(&standing, answer->event, error);
    if (status == STATUS_OK)
        status = referral_require_day(&standing, answer->day, answer->today, error);
    if (status != STATUS_OK)
        return status;
    struct act act = referral_make_act(actor, events[answer->event].name, standing.person_id, id);
    status = act_begin(&act, store, error);
    if (status == STATUS_OK)
        status = write_answer(store, id, &standing, answer, error);
    return act_end(&act, store, status, error);
}

enum status referral_answer(struct store *store, const char *actor, const char *id,
                            const struct referral_answer *answer, struct error *error)
{
    struct sealed_act frame;
    enum status status = check_answer(answer, error);
    if (status == STATUS_OK)
        status = sealed_act_begin_record(&frame, store, id, error);
    if (status != STATUS_OK)
        return status;
    status = answer_within(store, actor, id, answer, error);
    return sealed_act_end(&frame, store, status, error);
}
