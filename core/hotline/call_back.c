/* SPDX-License-Identifier: Apache-2.0 */

/* Call-backs: what came of them. */
#include "hotline/hotline_private.h"
#include "store/query_value.h"
#include "store/store.h"

static const char SQL_ADD_TRY[] =
    "INSERT INTO hotline_try (contact_id, number, day, tried_by, outcome) VALUES (:id,"
    " (SELECT count(*) + 1 FROM hotline_try WHERE contact_id = :id), :day, :actor, :outcome)";
/* When somebody has been called back nobody needs the word by which they were known. */
static const char SQL_SET_STATE[] =
    "UPDATE hotline SET call_back_state = :state,"
    " code_word = CASE WHEN :state = 'open' THEN code_word END WHERE id = :id";

/* What the contact becomes by this try. */
static enum hotline_call_back next_state(const struct hotline_contact *contact,
                                         const struct hotline_try *try)
{
    if (try->is_done)
        return HOTLINE_CALL_BACK_DONE;
    return try->gives_up || contact->tries + 1 >= HOTLINE_TRIES_MAX ? HOTLINE_CALL_BACK_GIVEN_UP
                                                                    : HOTLINE_CALL_BACK_OPEN;
}

static enum status require_open(const struct hotline_contact *contact,
                                const struct hotline_try *try, struct error *error)
{
    if (contact->call_back != HOTLINE_CALL_BACK_OPEN)
        return error_set(error, STATUS_REFUSED, "no call-back is open");
    if (day_compare(try->day, try->today) > 0 || day_compare(try->day, contact->day) < 0)
        return error_set(error, STATUS_DATE_INVALID, "a try in the future or before the contact");
    return STATUS_OK;
}

static enum status put_try(struct store *store, const char *actor, const char *id,
                           const struct hotline_try *try, enum hotline_call_back state,
                           struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_ADD_TRY);
    query_bind_text(&query, ":id", id);
    query_bind_day(&query, ":day", true, try->day);
    query_bind_text(&query, ":actor", actor);
    query_bind_text(&query, ":outcome",
                    try->is_done    ? "done"
                    : try->gives_up ? "given_up"
                                    : "failed");
    const enum status status = query_run(&query, error);
    if (status != STATUS_OK)
        return status;
    query_begin(&query, store, SQL_SET_STATE);
    query_bind_text(&query, ":id", id);
    query_bind_text(&query, ":state", hotline_call_back_word(state));
    return query_run(&query, error);
}

static enum status write_try(struct store *store, const char *actor,
                             const struct hotline_contact *contact, const struct hotline_try *try,
                             enum hotline_call_back state, struct error *error)
{
    char person_id[UUID_TEXT_SIZE];
    enum status status =
        hotline_require_link(store, contact->person_id, contact->casefile_id, person_id, error);
    if (status != STATUS_OK)
        return status;
    struct act act = hotline_make_act(actor, "hotline.call_back", person_id, contact->id);
    status = act_begin(&act, store, error);
    if (status == STATUS_OK)
        status = put_try(store, actor, contact->id, try, state, error);
    return act_end(&act, store, status, error);
}

enum status hotline_call_back(struct store *store, const char *actor, const char *id,
                              const struct hotline_try *try, enum hotline_call_back *out,
                              struct error *error)
{
    bool is_own;
    struct hotline_contact contact = { .question = NULL };
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = hotline_load(store, id, &contact, error);
    if (status == STATUS_OK)
        status = require_open(&contact, try, error);
    *out = next_state(&contact, try);
    if (status == STATUS_OK)
        status = write_try(store, actor, &contact, try, *out, error);
    hotline_contact_release(&contact);
    return act_commit(store, is_own, status, error);
}
