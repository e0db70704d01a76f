/* SPDX-License-Identifier: Apache-2.0 */

/* Casefiles that only those read who answer for them. */
#include "casefile/casefile_private.h"

#include "journal/history.h"
#include "person/personal_text.h"
#include "store/query_value.h"

#include <string.h>

static const char SQL_FIND_WORKER[] =
    "SELECT coalesce(assigned_to, ''), role IN ('counsellor', 'supervisor', 'protection_officer'),"
    " user.state IS 'active' FROM casefile LEFT JOIN user ON user.id = assigned_to"
    " WHERE casefile.id = :id";
static const char SQL_SET_RESTRICTED[] = "UPDATE casefile SET is_restricted = 1 WHERE id = :id";
static const char SQL_END_RESTRICTED[] = "UPDATE casefile SET is_restricted = 0 WHERE id = :id";
static const char SQL_MAKE_REASON[] = "SELECT json_object('reason', :reason)";

enum { REASON_MAX = 400 };

/* Who goes on working on it: "" when nobody has it or whoever has it may read none. */
static enum status find_reader(struct store *store, const char *id, char out[UUID_TEXT_SIZE],
                               struct error *error)
{
    struct query query;
    out[0] = '\0';
    query_begin(&query, store, SQL_FIND_WORKER);
    query_bind_text(&query, ":id", id);
    if (query_next_row(&query) && query_int(&query, 1) != 0 && query_int(&query, 2) != 0)
        query_copy_text(&query, 0, out, UUID_TEXT_SIZE);
    return query_end_found(&query, error);
}

static enum status write_flag(const struct casefile_desk *desk, const char *id, const char *sql,
                              struct error *error)
{
    char moment[MOMENT_TEXT_SIZE];
    struct query query;
    query_begin(&query, desk->store, sql);
    query_bind_text(&query, ":id", id);
    const enum status status = query_run(&query, error);
    return status == STATUS_OK ? casefile_touch(desk->store, id, moment, error) : status;
}

/* While it can be read by all: the history of this act is sealed with the rest. */
static enum status mark(const struct casefile_desk *desk, const char *id,
                        const struct casefile_standing *standing, const char *reader,
                        struct error *error)
{
    struct act act = casefile_make_act(desk->actor, "casefile.restrict", standing->person_id, id);
    enum status status = act_begin(&act, desk->store, error);
    if (status == STATUS_OK)
        status = write_flag(desk, id, SQL_SET_RESTRICTED, error);
    if (status == STATUS_OK && reader[0] == '\0')
        status = casefile_write_assignment(desk, id, NULL, error);
    return act_end(&act, desk->store, status, error);
}

static enum status seal(const struct casefile_desk *desk, const char *id,
                        const struct casefile_standing *standing, unsigned set, struct error *error)
{
    char reader[UUID_TEXT_SIZE];
    enum status status = find_reader(desk->store, id, reader, error);
    if (status == STATUS_OK)
        status = mark(desk, id, standing, reader, error);
    const struct sealing sealing = { .set = set, .reader = reader[0] == '\0' ? NULL : reader };
    return status == STATUS_OK ? sealed_seal(desk->store, id, &sealing, error) : status;
}

static enum status restrict_within(const struct casefile_desk *desk, const char *id, unsigned set,
                                   struct error *error)
{
    struct casefile_standing standing;
    bool is_sealed = false, opens = false;
    enum status status = casefile_find_standing(desk->store, id, &standing, error);
    if (status == STATUS_OK)
        status = sealed_look(desk->store, id, &is_sealed, &opens, error);
    if (status != STATUS_OK)
        return status;
    return is_sealed ? sealed_add(desk->store, id, set, error)
                     : seal(desk, id, &standing, set, error);
}

enum status casefile_restrict(const struct casefile_desk *desk, const char *id, unsigned set,
                              struct error *error)
{
    bool is_own;
    enum status status = act_join(desk->store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = restrict_within(desk, id, set, error);
    status = act_commit(desk->store, is_own, status, error);
    if (status == STATUS_OK && is_own)
        sealed_forget_log(desk->store);
    return status;
}

static enum status lift_within(const struct casefile_desk *desk, const char *id,
                               struct error *error)
{
    struct casefile_standing standing;
    enum status status = casefile_find_standing(desk->store, id, &standing, error);
    if (status == STATUS_OK)
        status = sealed_unseal(desk->store, id, error);
    if (status != STATUS_OK)
        return status;
    struct act act = casefile_make_act(desk->actor, "casefile.unrestrict", standing.person_id, id);
    status = act_begin(&act, desk->store, error);
    if (status == STATUS_OK)
        status = write_flag(desk, id, SQL_END_RESTRICTED, error);
    return act_end(&act, desk->store, status, error);
}

enum status casefile_lift_restriction(const struct casefile_desk *desk, const char *id,
                                      struct error *error)
{
    bool is_own;
    enum status status = act_join(desk->store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = lift_within(desk, id, error);
    return act_commit(desk->store, is_own, status, error);
}

/* ---- Emergencies */

static enum status write_reason(const struct casefile_desk *desk, const char *id,
                                const char *person_id, const char *reason, struct error *error)
{
    struct query query;
    enum status status = STATUS_OK;
    query_begin(&query, desk->store, SQL_MAKE_REASON);
    query_bind_text(&query, ":reason", reason);
    if (query_next_row(&query)) {
        const struct journal_entry entry = { .actor = desk->actor,
                                             .act = "casefile.break_glass",
                                             .noun = "casefile",
                                             .subject = id,
                                             .after = query_text(&query, 0) };
        status = history_append(desk->store, &entry, person_id, error);
    }
    const enum status ended = query_end(&query, status == STATUS_OK ? error : NULL);
    return status == STATUS_OK ? ended : status;
}

static enum status break_within(const struct casefile_desk *desk, const char *id,
                                const char *reason, struct error *error)
{
    struct casefile_standing standing;
    struct sealed_opening opening;
    struct personal_text text = { .given = reason, .max = REASON_MAX, .is_required = true };
    enum status status = casefile_find_standing(desk->store, id, &standing, error);
    if (status == STATUS_OK)
        status = personal_texts_accept(&text, 1, error);
    if (status == STATUS_OK)
        status = sealed_break_glass(desk->store, id, error);
    if (status == STATUS_OK) {
        status = sealed_open(desk->store, id, &opening, error);
        if (status == STATUS_OK)
            status = write_reason(desk, id, standing.person_id, text.accepted, error);
        status = sealed_close(desk->store, &opening, status, error);
    }
    personal_texts_release(&text, 1);
    return status;
}

enum status casefile_break_glass(const struct casefile_desk *desk, const char *id,
                                 const char *reason, struct error *error)
{
    bool is_own;
    enum status status = act_join(desk->store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = break_within(desk, id, reason, error);
    return act_commit(desk->store, is_own, status, error);
}
