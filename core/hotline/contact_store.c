/* SPDX-License-Identifier: Apache-2.0 */

/* Contacts that are written. */
#include "hotline/contact_store.h"

#include "compartment/sealed_casefile.h"
#include "document/case_reference.h"
#include "hotline/hotline_private.h"
#include "person/person_record.h"
#include "person/personal_text.h"
#include "store/query_value.h"
#include "store/store.h"

#include <string.h>

static const char SQL_ADD_CONTACT[] =
    "INSERT INTO hotline (id, day, time, minutes, taken_by, channel, language, caller, country,"
    " person_id, casefile_id, is_worrying, question, result, call_back_state, call_back_on,"
    " call_back_time, call_back_way, code_word, corrects, written_at) VALUES (:id, :day, :time,"
    " :minutes, :actor, :channel, :language, :caller, :country, :person, :casefile, :is_worrying,"
    " :question, :result, :call_back_state, :call_back_on, :call_back_time, :call_back_way,"
    " :code_word, :corrects, :now)";
static const char SQL_ADD_TOPIC[] =
    "INSERT INTO hotline_topic (contact_id, topic) VALUES (:id, :code)";
static const char SQL_ADD_AGENCY[] = "INSERT INTO hotline_agency (contact_id, agency_id) SELECT "
                                     ":id, id FROM agency WHERE id = :code";
static const char SQL_ADD_SIGN[] =
    "INSERT INTO hotline_sign (contact_id, sign, answer) VALUES (:id, :sign, :answer)";
static const char SQL_ADD_TOLD[] =
    "INSERT INTO hotline_told (contact_id, advice_id, version, checked_on)"
    " SELECT :id, advice_id, own.version, checked_on FROM advice_version AS own JOIN advice"
    " ON advice.id = advice_id WHERE advice_id = :advice"
    " AND own.version = iif(:version = 0, advice.version, :version)";
static const char SQL_FIND_CONTACT[] = "SELECT 1 FROM hotline WHERE id = :id";
static const char SQL_TAKE_TRIES[] =
    "UPDATE hotline_try SET contact_id = :id WHERE contact_id = :corrects";
static const char SQL_LINK[] =
    "UPDATE hotline SET person_id = :person, casefile_id = :casefile WHERE id = :id"
    " AND person_id IS NULL AND casefile_id IS NULL";
/* No words, and no id of anybody. */
static const char SQL_SNAPSHOT_CONTACT[] =
    "SELECT json_object('id', id, 'day', day, 'channel', channel, 'language', language,"
    " 'caller', caller, 'minutes', minutes, 'is_linked', coalesce(person_id, casefile_id) NOTNULL,"
    " 'call_back', call_back_state, 'call_back_on', call_back_on, 'corrects', corrects,"
    " 'topics', json((SELECT json_group_array(topic) FROM hotline_topic WHERE contact_id = :key)),"
    " 'tries', (SELECT count(*) FROM hotline_try WHERE contact_id = :key))"
    " FROM hotline WHERE id = :key";

struct act hotline_make_act(const char *actor, const char *name, const char *person_id,
                            const char *id)
{
    return (struct act){ .entry = { actor, name, "hotline", id, NULL, NULL },
                         .person_id = person_id[0] == '\0' ? NULL : person_id,
                         .snapshot = SQL_SNAPSHOT_CONTACT,
                         .key = id };
}

/* ---- links */

enum status hotline_require_link(struct store *store, const char *person_id,
                                 const char *casefile_id, char out[UUID_TEXT_SIZE],
                                 struct error *error)
{
    struct case_reference casefile;
    bool is_sealed = false, opens = false;
    memset(out, 0, UUID_TEXT_SIZE);
    /* What a contact says is not sealed. */
    enum status status = sealed_look(store, casefile_id, &is_sealed, &opens, error);
    if (status == STATUS_OK && is_sealed)
        status = error_set(error, STATUS_RESTRICTED, "a contact of a restricted casefile");
    if (status != STATUS_OK)
        return status;
    if (person_id[0] != '\0') {
        memcpy(out, person_id, strlen(person_id) + 1);
        status = person_record_require(store, person_id, error);
    }
    if (status != STATUS_OK || casefile_id[0] == '\0')
        return status;
    status = case_reference_load(store, casefile_id, &casefile, error);
    if (status != STATUS_OK || person_id[0] == '\0') {
        if (status == STATUS_OK)
            memcpy(out, casefile.person_id, UUID_TEXT_SIZE);
        return status;
    }
    if (case_reference_require_person(store, &casefile, person_id, NULL) != STATUS_OK)
        status = error_set(error, STATUS_REFUSED, "the person has no part in the casefile");
    return status;
}

/* ---- rows */

enum { QUESTION, RESULT, TIME, CODE_WORD, TEXTS };

static void bind_call_back(struct query *query, const struct hotline_contact *contact)
{
    const bool has_one = contact->call_back != HOTLINE_NO_CALL_BACK;
    query_bind_code(query, ":call_back_state", hotline_call_back_word(contact->call_back));
    query_bind_day(query, ":call_back_on", has_one, contact->call_back_on);
    query_bind_text(query, ":call_back_way",
                    has_one ? hotline_way_word(contact->call_back_way) : NULL);
}

static void bind_contact(struct query *query, const char *actor,
                         const struct hotline_contact *contact)
{
    query_bind_text(query, ":id", contact->id);
    query_bind_day(query, ":day", true, contact->day);
    query_bind_text(query, ":time", contact->time);
    query_bind_int(query, ":minutes", contact->minutes);
    query_bind_text(query, ":actor", actor);
    query_bind_text(query, ":channel", hotline_channel_word(contact->channel));
    query_bind_text(query, ":language", contact->language);
    query_bind_text(query, ":caller", hotline_caller_word(contact->caller));
    query_bind_code(query, ":country", contact->country);
    query_bind_code(query, ":person", contact->person_id);
    query_bind_code(query, ":casefile", contact->casefile_id);
    query_bind_int(query, ":is_worrying", contact->is_worrying);
    query_bind_code(query, ":corrects", contact->corrects);
    bind_call_back(query, contact);
}

static enum status put_contact(struct store *store, const char *actor,
                               const struct hotline_contact *contact, struct error *error)
{
    char now[MOMENT_TEXT_SIZE];
    struct personal_text texts[TEXTS] = {
        [QUESTION] = { .given = contact->question, .max = HOTLINE_TEXT_MAX, .is_multiline = true },
        [RESULT] = { .given = contact->result, .max = HOTLINE_TEXT_MAX, .is_multiline = true },
        [TIME] = { .given = contact->call_back_time, .max = HOTLINE_TIME_MAX },
        [CODE_WORD] = { .given = contact->code_word, .max = HOTLINE_CODE_WORD_MAX },
    };
    enum status status = personal_texts_accept(texts, TEXTS, error);
    if (status == STATUS_OK) {
        struct query query;
        store_format_now(store, now);
        query_begin(&query, store, SQL_ADD_CONTACT);
        bind_contact(&query, actor, contact);
        query_bind_text(&query, ":question", texts[QUESTION].accepted);
        query_bind_text(&query, ":result", texts[RESULT].accepted);
        query_bind_text(&query, ":call_back_time", texts[TIME].accepted);
        query_bind_text(&query, ":code_word", texts[CODE_WORD].accepted);
        query_bind_text(&query, ":now", now);
        status = query_run(&query, error);
    }
    personal_texts_release(texts, TEXTS);
    return status;
}

static enum status put_code(struct store *store, const char *sql, const char *id, const char *code,
                            struct error *error)
{
    struct query query;
    query_begin(&query, store, sql);
    query_bind_text(&query, ":id", id);
    query_bind_text(&query, ":code", code);
    const enum status status = query_run(&query, error);
    return status == STATUS_OK && store_changed_rows(store) != 1
               ? error_set(error, STATUS_NOT_FOUND, "no such organisation")
               : status;
}

static enum status put_sign(struct store *store, const char *id, const struct hotline_sign *sign,
                            struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_ADD_SIGN);
    query_bind_text(&query, ":id", id);
    query_bind_text(&query, ":sign", sign->sign);
    query_bind_text(&query, ":answer", hotline_reply_word(sign->reply));
    return query_run(&query, error);
}

static enum status put_told(struct store *store, const char *id, const struct hotline_told *told,
                            struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_ADD_TOLD);
    query_bind_text(&query, ":id", id);
    query_bind_text(&query, ":advice", told->advice_id);
    query_bind_int(&query, ":version", told->version);
    const enum status status = query_run(&query, error);
    return status == STATUS_OK && store_changed_rows(store) != 1
               ? error_set(error, STATUS_NOT_FOUND, "no such answer or version")
               : status;
}

static enum status put_lists(struct store *store, const struct hotline_contact *contact,
                             struct error *error)
{
    const char *id = contact->id;
    enum status status = STATUS_OK;
    for (size_t i = 0; i < contact->topic_count && status == STATUS_OK; i++)
        status = put_code(store, SQL_ADD_TOPIC, id, contact->topics[i], error);
    for (size_t i = 0; i < contact->agency_count && status == STATUS_OK; i++)
        status = put_code(store, SQL_ADD_AGENCY, id, contact->agencies[i], error);
    for (size_t i = 0; i < contact->sign_count && status == STATUS_OK; i++)
        status = put_sign(store, id, &contact->signs[i], error);
    for (size_t i = 0; i < contact->told_count && status == STATUS_OK; i++)
        status = put_told(store, id, &contact->told[i], error);
    return status;
}

/* ---- keeping one */

static enum status require_there(struct store *store, const char *id, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_FIND_CONTACT);
    query_bind_text(&query, ":id", id);
    (void)query_next_row(&query);
    return query_end_found(&query, error);
}

static enum status take_tries(struct store *store, const struct hotline_contact *contact,
                              struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_TAKE_TRIES);
    query_bind_text(&query, ":id", contact->id);
    query_bind_text(&query, ":corrects", contact->corrects);
    return query_run(&query, error);
}

static enum status put_all(struct store *store, const char *actor,
                           const struct hotline_contact *contact, struct error *error)
{
    enum status status = put_contact(store, actor, contact, error);
    if (status == STATUS_OK)
        status = put_lists(store, contact, error);
    if (status == STATUS_OK && contact->corrects[0] != '\0')
        status = take_tries(store, contact, error);
    return status;
}

static enum status add_within(struct store *store, const char *actor,
                              const struct hotline_contact *contact, struct error *error)
{
    char person_id[UUID_TEXT_SIZE];
    enum status status =
        hotline_require_link(store, contact->person_id, contact->casefile_id, person_id, error);
    if (status == STATUS_OK && contact->corrects[0] != '\0')
        status = require_there(store, contact->corrects, error);
    if (status != STATUS_OK)
        return status;
    struct act act =
        hotline_make_act(actor, contact->corrects[0] == '\0' ? "hotline.add" : "hotline.correct",
                         person_id, contact->id);
    act.is_new = true;
    status = act_begin(&act, store, error);
    if (status == STATUS_OK)
        status = put_all(store, actor, contact, error);
    return act_end(&act, store, status, error);
}

enum status hotline_add(struct store *store, const char *actor, const struct topic_list *topics,
                        struct hotline_contact *contact, struct day today, struct error *error)
{
    bool is_own;
    if (contact->id[0] == '\0')
        uuid_new(contact->id);
    if (!uuid_is_valid(contact->id))
        return error_set(error, STATUS_INVALID, "not an id");
    enum status status = hotline_check(contact, topics, today, error);
    if (status == STATUS_OK)
        status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = add_within(store, actor, contact, error);
    return act_commit(store, is_own, status, error);
}

/* ---- linking it later */

static enum status put_link(struct store *store, const char *id, const char *person_id,
                            const char *casefile_id, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_LINK);
    query_bind_text(&query, ":id", id);
    query_bind_code(&query, ":person", person_id);
    query_bind_code(&query, ":casefile", casefile_id);
    const enum status status = query_run(&query, error);
    return status == STATUS_OK && store_changed_rows(store) != 1
               ? error_set(error, STATUS_EXISTS, "it is linked already")
               : status;
}

static enum status link_within(struct store *store, const char *actor, const char *id,
                               const char *person_id, const char *casefile_id, struct error *error)
{
    char about[UUID_TEXT_SIZE];
    enum status status = require_there(store, id, error);
    if (status == STATUS_OK)
        status = hotline_require_link(store, person_id, casefile_id, about, error);
    if (status != STATUS_OK)
        return status;
    struct act act = hotline_make_act(actor, "hotline.link", about, id);
    status = act_begin(&act, store, error);
    if (status == STATUS_OK)
        status = put_link(store, id, person_id, casefile_id, error);
    return act_end(&act, store, status, error);
}

enum status hotline_link(struct store *store, const char *actor, const char *id,
                         const char *person_id, const char *casefile_id, struct error *error)
{
    bool is_own;
    if (person_id[0] == '\0' && casefile_id[0] == '\0')
        return error_set(error, STATUS_INVALID, "linked to nobody");
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = link_within(store, actor, id, person_id, casefile_id, error);
    return act_commit(store, is_own, status, error);
}
