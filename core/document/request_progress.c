/* SPDX-License-Identifier: Apache-2.0 */

/* What happens to a request once it is written: out, up the ladder, to its end. */
#include "document/request_private.h"

#include "compartment/sealed_act.h"
#include "person/personal_text.h"
#include "store/store.h"

#include <string.h>

static const char SQL_SEND_REQUEST[] =
    "UPDATE document_request SET state = 'sent', sent_on = :sent_on, due_on = :due_on,"
    " outgoing_number = coalesce(:outgoing_number, outgoing_number),"
    " receipt_number = coalesce(:receipt_number, receipt_number), " SQL_REQUEST_CHANGED_AT
    " WHERE id = :id";
static const char SQL_ADD_STEP[] =
    "INSERT INTO document_request_step"
    " (id, request_id, rung, day, addressee, outgoing_number, answer, next_on)"
    " SELECT :id, :request, :rung, :day, :addressee, :outgoing_number, :answer, :next_on"
    " WHERE :rung >= (SELECT coalesce(max(rung), 0) FROM document_request_step"
    " WHERE request_id = :request)";
static const char SQL_CLIMB[] =
    "UPDATE document_request SET state = :state, due_on = coalesce(:next_on, due_on),"
    " answered_on = NULL, " SQL_REQUEST_CHANGED_AT " WHERE id = :id";
static const char SQL_ANSWER_STEP[] =
    "UPDATE document_request_step SET answer = :answer WHERE id = :id";
static const char SQL_FIND_REQUEST_OF_STEP[] =
    "SELECT request_id FROM document_request_step WHERE id = :id";
static const char SQL_END_REQUEST[] =
    "UPDATE document_request SET state = :state, answered_on = :answered_on,"
    " answer = coalesce(:answer, answer), answer_kind = :answer_kind, " SQL_REQUEST_CHANGED_AT
    " WHERE id = :id";
static const char SQL_CHANGE_FEE[] =
    "UPDATE document_request SET fee_minor = :fee_minor, currency = :currency,"
    " waiver_ground = :waiver_ground, " SQL_REQUEST_CHANGED_AT " WHERE id = :id";

enum { NUMBER_MAX = 40, ADDRESSEE_MAX = 200, ANSWER_MAX = 2000 };

/* A letter that was begun before somebody said that they fear the return stays where it is. */
static enum status require_origin(struct store *store, const struct request_standing *standing,
                                  struct error *error)
{
    return request_require_origin(store, standing->person_id, standing->casefile_id,
                                  standing->agency_id, standing->kind, error);
}

/* ---- Out */

static enum status write_letter(struct store *store, const char *id,
                                const struct request_letter *letter, struct error *error)
{
    struct personal_text texts[] = { { .given = letter->outgoing_number, .max = NUMBER_MAX },
                                     { .given = letter->receipt_number, .max = NUMBER_MAX } };
    enum status status = personal_texts_accept(texts, 2, error);
    if (status == STATUS_OK) {
        struct query query;
        query_begin(&query, store, SQL_SEND_REQUEST);
        query_bind_text(&query, ":id", id);
        query_bind_day(&query, ":sent_on", true, letter->sent_on);
        query_bind_day(&query, ":due_on", letter->has_due_on, letter->due_on);
        query_bind_text(&query, ":outgoing_number", texts[0].accepted);
        query_bind_text(&query, ":receipt_number", texts[1].accepted);
        request_bind_now(&query, store);
        status = query_run(&query, error);
    }
    personal_texts_release(texts, 2);
    return status;
}

static enum status send_within(struct store *store, const char *actor, const char *id,
                               const struct request_letter *letter, struct error *error)
{
    struct request_standing standing;
    enum status status = request_find_standing(store, id, &standing, error);
    if (status == STATUS_OK)
        status = request_require_act(&standing, REQUEST_ACT_SEND, error);
    if (status == STATUS_OK)
        status = require_origin(store, &standing, error);
    if (status == STATUS_OK)
        status = request_require_day(&standing, letter->sent_on, error);
    if (status == STATUS_OK && letter->has_due_on &&
        day_compare(letter->due_on, letter->sent_on) < 0)
        status = error_set(error, STATUS_DATE_INVALID, "due before it was sent");
    if (status != STATUS_OK)
        return status;
    struct act act = request_make_act(actor, "request.send", standing.person_id, id);
    status = act_begin(&act, store, error);
    if (status == STATUS_OK)
        status = write_letter(store, id, letter, error);
    return act_end(&act, store, status, error);
}

enum status request_send(struct store *store, const char *actor, const char *id,
                         const struct request_letter *letter, struct error *error)
{
    struct sealed_act frame;
    enum status status = sealed_act_begin_record(&frame, store, id, error);
    if (status != STATUS_OK)
        return status;
    status = send_within(store, actor, id, letter, error);
    return sealed_act_end(&frame, store, status, error);
}

/* ---- Up the ladder */

static enum status insert_step(struct store *store, const char *id, struct request_step *step,
                               struct error *error)
{
    struct personal_text texts[] = {
        { .given = step->addressee, .max = ADDRESSEE_MAX, .is_required = true },
        { .given = step->outgoing_number, .max = NUMBER_MAX },
        { .given = step->answer, .max = ANSWER_MAX, .is_multiline = true },
    };
    enum status status = personal_texts_accept(texts, 3, error);
    if (step->id[0] == '\0')
        uuid_new(step->id);
    if (status == STATUS_OK) {
        struct query query;
        query_begin(&query, store, SQL_ADD_STEP);
        query_bind_text(&query, ":id", step->id);
        query_bind_text(&query, ":request", id);
        query_bind_int(&query, ":rung", step->rung);
        query_bind_day(&query, ":day", true, step->day);
        query_bind_text(&query, ":addressee", texts[0].accepted);
        query_bind_text(&query, ":outgoing_number", texts[1].accepted);
        query_bind_text(&query, ":answer", texts[2].accepted);
        query_bind_day(&query, ":next_on", step->has_next_on, step->next_on);
        status = query_run(&query, error);
        if (status == STATUS_OK && store_changed_rows(store) != 1)
            status = error_set(error, STATUS_INVALID, "the ladder leads up only");
    }
    personal_texts_release(texts, 3);
    return status;
}

static enum status climb(struct store *store, const char *id, const struct request_step *step,
                         struct error *error)
{
    const enum request_state state =
        step->rung == REQUEST_RUNG_OFFICER ? REQUEST_REMINDED : REQUEST_ESCALATED;
    struct query query;
    query_begin(&query, store, SQL_CLIMB);
    query_bind_text(&query, ":id", id);
    query_bind_text(&query, ":state", request_state_word(state));
    query_bind_day(&query, ":next_on", step->has_next_on, step->next_on);
    request_bind_now(&query, store);
    return query_run(&query, error);
}

static enum status check_step(const struct request_standing *standing,
                              const struct request_step *step, struct error *error)
{
    if (step->rung < REQUEST_RUNG_OFFICER || step->rung > REQUEST_RUNG_ADVOCATE)
        return error_set(error, STATUS_INVALID, "no rung %d", step->rung);
    if (step->has_next_on && day_compare(step->next_on, step->day) < 0)
        return error_set(error, STATUS_DATE_INVALID, "due before the step itself");
    const enum status status = request_require_act(standing, REQUEST_ACT_STEP, error);
    return status == STATUS_OK ? request_require_day(standing, step->day, error) : status;
}

static enum status step_within(struct store *store, const char *actor, const char *id,
                               struct request_step *step, struct error *error)
{
    struct request_standing standing;
    enum status status = request_find_standing(store, id, &standing, error);
    if (status == STATUS_OK)
        status = check_step(&standing, step, error);
    if (status == STATUS_OK)
        status = require_origin(store, &standing, error);
    if (status != STATUS_OK)
        return status;
    struct act act = request_make_act(
        actor, step->rung == REQUEST_RUNG_OFFICER ? "request.remind" : "request.escalate",
        standing.person_id, id);
    status = act_begin(&act, store, error);
    if (status == STATUS_OK)
        status = insert_step(store, id, step, error);
    if (status == STATUS_OK)
        status = climb(store, id, step, error);
    return act_end(&act, store, status, error);
}

enum status request_add_step(struct store *store, const char *actor, const char *id,
                             struct request_step *step, struct error *error)
{
    struct sealed_act frame;
    enum status status = sealed_act_begin_record(&frame, store, id, error);
    if (status != STATUS_OK)
        return status;
    status = step_within(store, actor, id, step, error);
    return sealed_act_end(&frame, store, status, error);
}

static enum status find_request_of_step(struct store *store, const char *step_id,
                                        char id[UUID_TEXT_SIZE], struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_FIND_REQUEST_OF_STEP);
    query_bind_text(&query, ":id", step_id);
    if (query_next_row(&query))
        query_copy_text(&query, 0, id, UUID_TEXT_SIZE);
    return query_end_found(&query, error);
}

static enum status write_step_answer(struct store *store, const char *step_id, const char *answer,
                                     struct error *error)
{
    struct personal_text text = {
        .given = answer, .max = ANSWER_MAX, .is_multiline = true, .is_required = true
    };
    enum status status = personal_texts_accept(&text, 1, error);
    if (status == STATUS_OK) {
        struct query query;
        query_begin(&query, store, SQL_ANSWER_STEP);
        query_bind_text(&query, ":id", step_id);
        query_bind_text(&query, ":answer", text.accepted);
        status = query_run(&query, error);
    }
    personal_texts_release(&text, 1);
    return status;
}

static enum status answer_step_within(struct store *store, const char *actor, const char *step_id,
                                      const char *answer, struct error *error)
{
    char id[UUID_TEXT_SIZE] = "";
    struct request_standing standing;
    enum status status = find_request_of_step(store, step_id, id, error);
    if (status == STATUS_OK)
        status = request_find_standing(store, id, &standing, error);
    if (status != STATUS_OK)
        return status;
    struct act act = request_make_act(actor, "request.step.answer", standing.person_id, id);
    status = act_begin(&act, store, error);
    if (status == STATUS_OK)
        status = write_step_answer(store, step_id, answer, error);
    return act_end(&act, store, status, error);
}

enum status request_answer_step(struct store *store, const char *actor, const char *step_id,
                                const char *answer, struct error *error)
{
    struct sealed_act frame;
    enum status status = sealed_act_begin_record(&frame, store, step_id, error);
    if (status != STATUS_OK)
        return status;
    status = answer_step_within(store, actor, step_id, answer, error);
    return sealed_act_end(&frame, store, status, error);
}

/* ---- To its end */

static const struct {
    const char *name;
    enum request_act act;
    bool has_day;
    bool has_kind;
} endings[] = {
    [REQUEST_ANSWERED] = { "request.answer", REQUEST_ACT_ANSWER, true, true },
    [REQUEST_REFUSED] = { "request.refuse", REQUEST_ACT_REFUSE, true, false },
    [REQUEST_SILENT] = { "request.silent", REQUEST_ACT_GIVE_UP, false, false },
    [REQUEST_WITHDRAWN] = { "request.withdraw", REQUEST_ACT_WITHDRAW, false, false },
};
_Static_assert(sizeof(endings) / sizeof(endings[0]) == REQUEST_STATE_COUNT,
               "the last state is an ending");

static enum status write_ending(struct store *store, const char *id,
                                const struct request_ending *ending, struct error *error)
{
    struct personal_text text = { .given = ending->text, .max = ANSWER_MAX, .is_multiline = true };
    enum status status = personal_texts_accept(&text, 1, error);
    if (status == STATUS_OK) {
        struct query query;
        query_begin(&query, store, SQL_END_REQUEST);
        query_bind_text(&query, ":id", id);
        query_bind_text(&query, ":state", request_state_word(ending->state));
        query_bind_day(&query, ":answered_on", endings[ending->state].has_day, ending->answered_on);
        query_bind_text(&query, ":answer", text.accepted);
        query_bind_text(
            &query, ":answer_kind",
            endings[ending->state].has_kind ? request_answer_kind_word(ending->answer_kind) : NULL);
        request_bind_now(&query, store);
        status = query_run(&query, error);
    }
    personal_texts_release(&text, 1);
    return status;
}

static enum status check_ending(const struct request_standing *standing,
                                const struct request_ending *ending, struct error *error)
{
    if ((unsigned)ending->state >= REQUEST_STATE_COUNT || endings[ending->state].name == NULL)
        return error_set(error, STATUS_INVALID, "no ending of a request");
    if (endings[ending->state].has_kind &&
        (unsigned)ending->answer_kind >= REQUEST_ANSWER_KIND_COUNT)
        return error_set(error, STATUS_INVALID, "no kind of answer");
    const enum status status = request_require_act(standing, endings[ending->state].act, error);
    if (status != STATUS_OK || !endings[ending->state].has_day)
        return status;
    return request_require_day(standing, ending->answered_on, error);
}

static enum status end_within(struct store *store, const char *actor, const char *id,
                              const struct request_ending *ending, struct error *error)
{
    struct request_standing standing;
    enum status status = request_find_standing(store, id, &standing, error);
    if (status == STATUS_OK)
        status = check_ending(&standing, ending, error);
    if (status != STATUS_OK)
        return status;
    struct act act = request_make_act(actor, endings[ending->state].name, standing.person_id, id);
    status = act_begin(&act, store, error);
    if (status == STATUS_OK)
        status = write_ending(store, id, ending, error);
    return act_end(&act, store, status, error);
}

enum status request_end(struct store *store, const char *actor, const char *id,
                        const struct request_ending *ending, struct error *error)
{
    struct sealed_act frame;
    enum status status = sealed_act_begin_record(&frame, store, id, error);
    if (status != STATUS_OK)
        return status;
    status = end_within(store, actor, id, ending, error);
    return sealed_act_end(&frame, store, status, error);
}

/* ---- What it costs */

static enum status write_fee(struct store *store, const char *id, const struct request_fee *fee,
                             struct error *error)
{
    struct personal_text text = { .given = fee->waiver_ground, .max = 200 };
    enum status status = personal_texts_accept(&text, 1, error);
    if (status == STATUS_OK) {
        struct query query;
        query_begin(&query, store, SQL_CHANGE_FEE);
        query_bind_text(&query, ":id", id);
        if (fee->has_amount)
            query_bind_int64(&query, ":fee_minor", fee->minor);
        else
            query_bind_null(&query, ":fee_minor");
        query_bind_text(&query, ":currency", fee->has_amount ? fee->currency : NULL);
        query_bind_text(&query, ":waiver_ground", text.accepted);
        request_bind_now(&query, store);
        status = query_run(&query, error);
    }
    personal_texts_release(&text, 1);
    return status;
}

static enum status fee_within(struct store *store, const char *actor, const char *id,
                              const struct request_fee *fee, struct error *error)
{
    struct request_standing standing;
    enum status status = request_find_standing(store, id, &standing, error);
    if (status != STATUS_OK)
        return status;
    struct act act = request_make_act(actor, "request.fee", standing.person_id, id);
    status = act_begin(&act, store, error);
    if (status == STATUS_OK)
        status = write_fee(store, id, fee, error);
    return act_end(&act, store, status, error);
}

enum status request_change_fee(struct store *store, const char *actor, const char *id,
                               const struct request_fee *fee, struct error *error)
{
    struct sealed_act frame;
    enum status status = sealed_act_begin_record(&frame, store, id, error);
    if (status != STATUS_OK)
        return status;
    status = fee_within(store, actor, id, fee, error);
    return sealed_act_end(&frame, store, status, error);
}
