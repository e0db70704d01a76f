/* SPDX-License-Identifier: Apache-2.0 */

/* Consents that are given, corrected, renewed and taken back. */
#include "consent/consent_private.h"

#include "base/text.h"
#include "journal/act.h"
#include "person/person_record.h"
#include "person/person_store.h"
#include "person/personal_text.h"
#include "store/query_value.h"
#include "store/store.h"

#include <stdio.h>
#include <string.h>

static const char SQL_ADD_CONSENT[] =
    "INSERT INTO consent (id, person_id, purpose, about, is_agreed, recipient, agency_id, given_by,"
    " giver_id, giver_name, is_understood, language, is_read_aloud, has_assent, given_on,"
    " expires_on, casefile_id, taken_at, taken_by) VALUES (:id, :person, :purpose, :about,"
    " :is_agreed, :recipient, :agency, :given_by, :giver, :giver_name, :is_understood, :language,"
    " :is_read_aloud, iif(:was_asked, :has_assent, NULL), :given_on, :expires_on, :casefile, :now,"
    " :actor)";
static const char SQL_ADD_WITHHELD[] =
    "INSERT INTO consent_withheld (id, consent_id, what, whom, reason)"
    " VALUES (:id, :consent, :what, :whom, :reason)";
static const char SQL_SUPERSEDE[] =
    "UPDATE consent SET superseded_by = :successor WHERE id = :id AND superseded_by IS NULL";
static const char SQL_WITHDRAW[] =
    "UPDATE consent SET withdrawn_on = :day, withdrawn_by = :said_by, withdrawn_reason = :reason"
    " WHERE id = :id";
static const char SQL_FIND_AGENCY[] = "SELECT 1 FROM agency WHERE id = :id";
static const char SQL_SNAPSHOT_CONSENT[] =
    "SELECT json_patch('{}', json_object('id', id, 'consent_purpose', purpose, 'about', about,"
    " 'is_agreed', is_agreed, 'recipient', nullif(recipient, ''), 'agency', agency_id,"
    " 'given_by', given_by, 'giver', giver_id, 'giver_name', giver_name,"
    " 'is_understood', is_understood, 'language', language, 'is_read_aloud', is_read_aloud,"
    " 'has_assent', has_assent, 'given_on', given_on, 'expires_on', expires_on,"
    " 'withdrawn_on', withdrawn_on, 'withdrawn_by', withdrawn_by,"
    " 'withdrawn_reason', withdrawn_reason, 'superseded_by', superseded_by,"
    " 'casefile', casefile_id, 'withheld', (SELECT nullif(group_concat("
    " coalesce(what, '*') || ' / ' || whom || ' / ' || reason, '; '), '')"
    " FROM consent_withheld WHERE consent_id = consent.id))) FROM consent WHERE id = :key";

static struct act make_act(const char *actor, const char *name, const char *person_id,
                           const char *id)
{
    return (struct act){
        .entry = { .actor = actor, .act = name, .noun = "person", .subject = person_id },
        .person_id = person_id,
        .snapshot = SQL_SNAPSHOT_CONSENT,
        .key = id,
    };
}

static enum status refuse(enum consent_flaw *flaw, enum consent_flaw found, struct error *error)
{
    *flaw = found;
    return found == CONSENT_SOUND ? STATUS_OK
                                  : error_set(error, STATUS_REFUSED, "consent flaw %d", (int)found);
}

/* ---- Giving */

static enum status require_agency(struct store *store, const char *id, struct error *error)
{
    struct query query;
    if (id[0] == '\0')
        return STATUS_OK;
    query_begin(&query, store, SQL_FIND_AGENCY);
    query_bind_text(&query, ":id", id);
    (void)query_next_row(&query);
    return query_end_found(&query, error);
}

static enum status check_codes(const struct consent *consent, struct error *error)
{
    const char *recipient = consent->recipient;
    if (recipient[0] != '\0' && !agency_code_is_valid(recipient, AGENCY_KIND_MAX))
        return error_set(error, STATUS_INVALID, "no kind of body");
    if (strlen(consent->language) < 2)
        return error_set(error, STATUS_INVALID, "no language");
    for (size_t i = 0; i < consent->withheld.count; i++) {
        const char *whom = consent->withheld.items[i].whom;
        if (whom[0] != '\0' && !agency_code_is_valid(whom, AGENCY_KIND_MAX))
            return error_set(error, STATUS_INVALID, "no kind of body to withhold from");
    }
    return STATUS_OK;
}

/* STATUS_OK when everybody whom the consent names is there, and it is a sound one. */
static enum status check_consent(struct store *store, const struct consent *consent,
                                 struct day today, enum consent_flaw *flaw, struct error *error)
{
    struct person person;
    enum status status = check_codes(consent, error);
    if (status == STATUS_OK)
        status = person_record_require(store, consent->person_id, error);
    if (status == STATUS_OK && consent->giver_id[0] != '\0')
        status = person_record_require(store, consent->giver_id, error);
    if (status == STATUS_OK)
        status = require_agency(store, consent->agency_id, error);
    if (status == STATUS_OK)
        status = person_load(store, consent->person_id, &person, error);
    if (status != STATUS_OK)
        return status;
    const int age = person_age(&person, consent->given_on);
    person_release(&person);
    return refuse(flaw, consent_find_flaw(consent, age, today), error);
}

static enum status put_row(struct store *store, const char *actor, const struct consent *consent,
                           const char *about, const char *giver_name, struct error *error)
{
    struct query query;
    char now[MOMENT_TEXT_SIZE];
    store_format_now(store, now);
    query_begin(&query, store, SQL_ADD_CONSENT);
    query_bind_text(&query, ":id", consent->id);
    query_bind_text(&query, ":person", consent->person_id);
    query_bind_text(&query, ":purpose", consent_purpose_word(consent->purpose));
    query_bind_text(&query, ":about", about);
    query_bind_int(&query, ":is_agreed", consent->is_agreed);
    query_bind_text(&query, ":recipient", consent->recipient);
    query_bind_code(&query, ":agency", consent->agency_id);
    query_bind_text(&query, ":given_by", consent_giver_word(consent->given_by));
    query_bind_code(&query, ":giver", consent->giver_id);
    query_bind_text(&query, ":giver_name", giver_name);
    query_bind_int(&query, ":is_understood", consent->is_understood);
    query_bind_text(&query, ":language", consent->language);
    query_bind_int(&query, ":is_read_aloud", consent->is_read_aloud);
    query_bind_int(&query, ":was_asked", consent->has_assent);
    query_bind_int(&query, ":has_assent", consent->is_assented);
    query_bind_day(&query, ":given_on", true, consent->given_on);
    query_bind_day(&query, ":expires_on", consent->has_expires_on, consent->expires_on);
    query_bind_code(&query, ":casefile", consent->casefile_id);
    query_bind_text(&query, ":now", now);
    query_bind_text(&query, ":actor", actor);
    return query_run(&query, error);
}

static enum status put_consent(struct store *store, const char *actor,
                               const struct consent *consent, struct error *error)
{
    struct personal_text texts[] = {
        { .given = consent->about, .max = CONSENT_ABOUT_MAX },
        { .given = consent->giver_name, .max = CONSENT_NAME_MAX },
    };
    enum status status = personal_texts_accept(texts, 2, error);
    if (status == STATUS_OK)
        status = put_row(store, actor, consent, texts[0].accepted, texts[1].accepted, error);
    personal_texts_release(texts, 2);
    return status;
}

static enum status put_withheld(struct store *store, const char *consent_id,
                                const struct consent_withheld *item, struct error *error)
{
    struct personal_text what = { .given = item->what, .max = CONSENT_ABOUT_MAX };
    enum status status = personal_texts_accept(&what, 1, error);
    if (status == STATUS_OK) {
        struct query query;
        char id[UUID_TEXT_SIZE];
        uuid_new(id);
        query_begin(&query, store, SQL_ADD_WITHHELD);
        query_bind_text(&query, ":id", id);
        query_bind_text(&query, ":consent", consent_id);
        query_bind_text(&query, ":what", what.accepted);
        query_bind_text(&query, ":whom", item->whom);
        query_bind_text(&query, ":reason", consent_withholding_word(item->reason));
        status = query_run(&query, error);
    }
    personal_texts_release(&what, 1);
    return status;
}

enum status consent_write(struct store *store, const char *actor, const struct consent *consent,
                          struct error *error)
{
    struct act act = make_act(actor, "consent.give", consent->person_id, consent->id);
    act.is_new = true;
    enum status status = act_begin(&act, store, error);
    if (status == STATUS_OK)
        status = put_consent(store, actor, consent, error);
    for (size_t i = 0; status == STATUS_OK && i < consent->withheld.count; i++)
        status = put_withheld(store, consent->id, &consent->withheld.items[i], error);
    return act_end(&act, store, status, error);
}

enum status consent_give(struct store *store, const char *actor, struct consent *consent,
                         struct day today, enum consent_flaw *flaw, struct error *error)
{
    bool is_own;
    *flaw = CONSENT_SOUND;
    uuid_new(consent->id);
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = check_consent(store, consent, today, flaw, error);
    if (status == STATUS_OK)
        status = consent_write(store, actor, consent, error);
    return act_commit(store, is_own, status, error);
}

/* ---- In place of another one */

enum status consent_supersede(struct store *store, const char *actor, const struct consent *old,
                              const char *successor, struct error *error)
{
    struct query query;
    struct act act = make_act(actor, "consent.supersede", old->person_id, old->id);
    enum status status = act_begin(&act, store, error);
    if (status == STATUS_OK) {
        query_begin(&query, store, SQL_SUPERSEDE);
        query_bind_text(&query, ":id", old->id);
        query_bind_text(&query, ":successor", successor);
        status = query_run(&query, error);
    }
    return act_end(&act, store, status, error);
}

static enum consent_flaw find_standing_flaw(const struct consent *consent)
{
    if (consent->superseded_by[0] != '\0')
        return CONSENT_FLAW_SUPERSEDED;
    return consent->is_withdrawn ? CONSENT_FLAW_WITHDRAWN : CONSENT_SOUND;
}

static enum status replace(struct store *store, const char *actor, const struct consent *old,
                           struct consent *anew, struct day today, enum consent_flaw *flaw,
                           struct error *error)
{
    enum status status = refuse(flaw, find_standing_flaw(old), error);
    if (status != STATUS_OK)
        return status;
    memcpy(anew->person_id, old->person_id, sizeof(anew->person_id));
    memcpy(anew->casefile_id, old->casefile_id, sizeof(anew->casefile_id));
    status = consent_give(store, actor, anew, today, flaw, error);
    return status == STATUS_OK ? consent_supersede(store, actor, old, anew->id, error) : status;
}

enum status consent_correct(struct store *store, const char *actor, const char *id,
                            struct consent *anew, struct day today, enum consent_flaw *flaw,
                            struct error *error)
{
    bool is_own;
    struct consent old;
    *flaw = CONSENT_SOUND;
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = consent_load(store, id, &old, error);
    if (status == STATUS_OK) {
        status = replace(store, actor, &old, anew, today, flaw, error);
        consent_release(&old);
    }
    return act_commit(store, is_own, status, error);
}

enum status consent_renew(struct store *store, const char *actor, const char *id,
                          const struct consent_renewal *renewal, struct day today,
                          char out[UUID_TEXT_SIZE], enum consent_flaw *flaw, struct error *error)
{
    struct consent anew;
    *flaw = CONSENT_SOUND;
    enum status status = consent_load(store, id, &anew, error);
    if (status != STATUS_OK)
        return status;
    status = refuse(flaw, find_standing_flaw(&anew), error);
    if (status == STATUS_OK) {
        anew.given_on = renewal->given_on;
        anew.expires_on = renewal->expires_on;
        anew.has_expires_on = renewal->has_expires_on;
        status = consent_correct(store, actor, id, &anew, today, flaw, error);
    }
    if (status == STATUS_OK)
        memcpy(out, anew.id, UUID_TEXT_SIZE);
    consent_release(&anew);
    return status;
}

/* ---- Taken back */

static enum consent_flaw find_withdrawal_flaw(const struct consent *consent,
                                              const struct consent_withdrawal *withdrawal,
                                              struct day today)
{
    const enum consent_flaw flaw = find_standing_flaw(consent);
    if (flaw != CONSENT_SOUND)
        return flaw;
    if (!consent->is_agreed)
        return CONSENT_FLAW_WITHDRAWN;
    if (day_compare(withdrawal->day, today) > 0)
        return CONSENT_FLAW_FUTURE;
    return day_compare(withdrawal->day, consent->given_on) < 0 ? CONSENT_FLAW_EARLY : CONSENT_SOUND;
}

static enum status put_withdrawal(struct store *store, const char *id,
                                  const struct consent_withdrawal *withdrawal, struct error *error)
{
    struct personal_text texts[] = {
        { .given = withdrawal->said_by, .max = CONSENT_NAME_MAX },
        { .given = withdrawal->reason, .max = CONSENT_REASON_MAX },
    };
    enum status status = personal_texts_accept(texts, 2, error);
    if (status == STATUS_OK) {
        struct query query;
        query_begin(&query, store, SQL_WITHDRAW);
        query_bind_text(&query, ":id", id);
        query_bind_day(&query, ":day", true, withdrawal->day);
        query_bind_text(&query, ":said_by", texts[0].accepted);
        query_bind_text(&query, ":reason", texts[1].accepted);
        status = query_run(&query, error);
    }
    personal_texts_release(texts, 2);
    return status;
}

static enum status withdraw_within(struct store *store, const char *actor, const char *id,
                                   const struct consent_withdrawal *withdrawal, struct day today,
                                   enum consent_flaw *flaw, struct error *error)
{
    struct consent consent;
    enum status status = consent_load(store, id, &consent, error);
    if (status != STATUS_OK)
        return status;
    status = person_record_require(store, consent.person_id, error);
    if (status == STATUS_OK)
        status = refuse(flaw, find_withdrawal_flaw(&consent, withdrawal, today), error);
    if (status == STATUS_OK) {
        struct act act = make_act(actor, "consent.withdraw", consent.person_id, id);
        status = act_begin(&act, store, error);
        if (status == STATUS_OK)
            status = put_withdrawal(store, id, withdrawal, error);
        status = act_end(&act, store, status, error);
    }
    consent_release(&consent);
    return status;
}

enum status consent_withdraw(struct store *store, const char *actor, const char *id,
                             const struct consent_withdrawal *withdrawal, struct day today,
                             enum consent_flaw *flaw, struct error *error)
{
    bool is_own;
    *flaw = CONSENT_SOUND;
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = withdraw_within(store, actor, id, withdrawal, today, flaw, error);
    return act_commit(store, is_own, status, error);
}
