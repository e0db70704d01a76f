/* SPDX-License-Identifier: Apache-2.0 */

/* What goes out though no consent covers it: who answers for that. */
#include "consent/consent_store.h"
#include "journal/act.h"
#include "person/person_record.h"
#include "person/personal_text.h"
#include "store/query_value.h"
#include "store/store.h"

static const char SQL_ADD_OVERRIDE[] =
    "INSERT INTO consent_override (id, person_id, use, record_id, purpose, recipient, agency_id,"
    " verdict, reason, role, made_at, made_by) VALUES (:id, :person, :use, :record, :purpose,"
    " :recipient, :agency, :verdict, :reason, :role, :now, :actor)";
static const char SQL_SNAPSHOT_OVERRIDE[] =
    "SELECT json_patch('{}', json_object('id', id, 'let_out_by', use, 'consent_purpose', purpose,"
    " 'recipient', nullif(recipient, ''), 'agency', agency_id, 'verdict', verdict,"
    " 'override_reason', reason, 'role', role)) FROM consent_override WHERE id = :key";

static const char *const way_words[] = {
    [CONSENT_WAY_REFERRAL] = "referral",
    [CONSENT_WAY_PRINT] = "print",
    [CONSENT_WAY_EXPORT] = "export",
};
_Static_assert(sizeof(way_words) / sizeof(way_words[0]) == CONSENT_WAY_COUNT,
               "every way has a word");

static enum status put_override(struct store *store, const char *actor, const char *id,
                                const struct consent_override *override,
                                enum consent_verdict verdict, struct error *error)
{
    struct personal_text reason = { .given = override->reason,
                                    .max = CONSENT_REASON_MAX,
                                    .is_required = true };
    const struct consent_use *use = override->use;
    enum status status = personal_texts_accept(&reason, 1, error);
    if (status == STATUS_OK) {
        struct query query;
        char now[MOMENT_TEXT_SIZE];
        store_format_now(store, now);
        query_begin(&query, store, SQL_ADD_OVERRIDE);
        query_bind_text(&query, ":id", id);
        query_bind_text(&query, ":person", use->person_id);
        query_bind_text(&query, ":use", way_words[override->way]);
        query_bind_text(&query, ":record", override->record_id);
        query_bind_text(&query, ":purpose", consent_purpose_word(use->purpose));
        query_bind_text(&query, ":recipient", use->recipient);
        query_bind_text(&query, ":agency", use->agency_id);
        query_bind_text(&query, ":verdict", consent_verdict_word(verdict));
        query_bind_text(&query, ":reason", reason.accepted);
        query_bind_text(&query, ":role", override->role);
        query_bind_text(&query, ":now", now);
        query_bind_text(&query, ":actor", actor);
        status = query_run(&query, error);
    }
    personal_texts_release(&reason, 1);
    return status;
}

static enum status override_within(struct store *store, const char *actor,
                                   const struct consent_override *override, struct error *error)
{
    char id[UUID_TEXT_SIZE];
    struct consent_judgement judgement;
    const char *person_id = override->use->person_id;
    enum status status = person_record_require(store, person_id, error);
    if (status == STATUS_OK)
        status = consent_judge(store, override->use, &judgement, error);
    if (status != STATUS_OK)
        return status;
    const enum consent_verdict verdict = judgement.verdict;
    consent_judgement_release(&judgement);
    if (verdict == CONSENT_COVERED)
        return error_set(error, STATUS_INVALID, "a consent covers it");
    uuid_new(id);
    struct act act = { .entry = { .actor = actor,
                                  .act = "consent.override",
                                  .noun = "person",
                                  .subject = person_id },
                       .person_id = person_id,
                       .snapshot = SQL_SNAPSHOT_OVERRIDE,
                       .key = id,
                       .is_new = true };
    status = act_begin(&act, store, error);
    if (status == STATUS_OK)
        status = put_override(store, actor, id, override, verdict, error);
    return act_end(&act, store, status, error);
}

enum status consent_override(struct store *store, const char *actor,
                             const struct consent_override *override, struct error *error)
{
    bool is_own;
    if (!override->may)
        return error_set(error, STATUS_REFUSED, "the role may not override consent");
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = override_within(store, actor, override, error);
    return act_commit(store, is_own, status, error);
}
