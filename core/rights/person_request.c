/* SPDX-License-Identifier: Apache-2.0 */
#include "rights/person_request.h"

#include "base/array.h"
#include "consent/consent_store.h"
#include "journal/act.h"
#include "person/person_record.h"
#include "person/personal_text.h"
#include "store/id_lookup.h"
#include "store/query.h"
#include "store/query_value.h"
#include "store/setting.h"
#include "store/store.h"

#include <stdlib.h>
#include <string.h>

static const char SQL_ADD[] =
    "INSERT INTO person_request (id, person_id, kind, asked_by, objects_to, about, received_on,"
    " due_on, noted_at, noted_by) VALUES (:id, :person, :kind, :asked_by, :objects_to, :about,"
    " :received_on, :due_on, :now, :actor)";
static const char SQL_ANSWER[] =
    "UPDATE person_request SET decision = :decision, reason = :reason, answered_on = :today,"
    " answered_by = :actor WHERE id = :id AND answered_on IS NULL";
static const char SQL_FIND_PERSON[] = "SELECT person_id FROM person_request WHERE id = :id";
static const char SQL_FIND_ID[] = "SELECT id FROM person_request WHERE " SQL_ID_BEGINS_SO;
static const char SQL_LIST[] =
    "SELECT id, person_id, kind, asked_by, coalesce(objects_to, ''), about, received_on, due_on,"
    " coalesce(decision, ''), reason, answered_on FROM person_request"
    " WHERE iif(:person IS NULL, answered_on IS NULL, person_id = :person) ORDER BY due_on, id";
static const char SQL_SNAPSHOT[] =
    "SELECT json_patch('{}', json_object('id', id, 'request_kind', kind, 'asked_by', asked_by,"
    " 'objects_to', objects_to, 'about', about, 'received_on', received_on, 'due_on', due_on,"
    " 'decision', decision, 'reason', reason, 'answered_on', answered_on))"
    " FROM person_request WHERE id = :key";

/* ---- words */

static const char *const kinds[] = {
    [PERSON_REQUEST_ACCESS] = "access",           [PERSON_REQUEST_CORRECTION] = "correction",
    [PERSON_REQUEST_OBJECTION] = "objection",     [PERSON_REQUEST_ERASURE] = "erasure",
    [PERSON_REQUEST_RESTRICTION] = "restriction",
};
_Static_assert(sizeof(kinds) / sizeof(kinds[0]) == PERSON_REQUEST_KIND_COUNT, "all kinds");

static const char *const objections[] = {
    [OBJECTION_NONE] = "",           [OBJECTION_STATISTICS] = "statistics",
    [OBJECTION_SHARING] = "sharing", [OBJECTION_TRACING] = "tracing",
    [OBJECTION_PHOTO] = "photo",     [OBJECTION_OTHER] = "other",
};
_Static_assert(sizeof(objections) / sizeof(objections[0]) == OBJECTION_COUNT, "all objections");

static const char *const decisions[] = {
    [DECISION_OPEN] = "",
    [DECISION_GRANTED] = "granted",
    [DECISION_PARTLY] = "partly",
    [DECISION_REFUSED] = "refused",
};
_Static_assert(sizeof(decisions) / sizeof(decisions[0]) == DECISION_COUNT, "all decisions");

static enum status parse(int *out, const char *const *words, int count, const char *word,
                         struct error *error)
{
    for (int i = 0; i < count; i++)
        if (strcmp(words[i], word) == 0) {
            *out = i;
            return STATUS_OK;
        }
    return error_set(error, STATUS_INVALID, "word of a request");
}

const char *person_request_kind_word(enum person_request_kind kind)
{
    return kinds[kind];
}

const char *objection_word(enum objection objection)
{
    return objections[objection];
}

const char *person_request_decision_word(enum person_request_decision decision)
{
    return decisions[decision];
}

enum status person_request_kind_parse(enum person_request_kind *out, const char *word,
                                      struct error *error)
{
    int found = 0;
    const enum status status = parse(&found, kinds, PERSON_REQUEST_KIND_COUNT, word, error);
    *out = (enum person_request_kind)found;
    return status;
}

enum status objection_parse(enum objection *out, const char *word, struct error *error)
{
    int found = 0;
    const enum status status = parse(&found, objections, OBJECTION_COUNT, word, error);
    *out = (enum objection)found;
    return status;
}

enum status person_request_decision_parse(enum person_request_decision *out, const char *word,
                                          struct error *error)
{
    int found = 0;
    const enum status status = parse(&found, decisions, DECISION_COUNT, word, error);
    *out = (enum person_request_decision)found;
    return status;
}

void person_request_release(struct person_request *request)
{
    free(request->about);
    free(request->reason);
    request->about = NULL;
    request->reason = NULL;
}

void person_request_list_release(struct person_request_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        person_request_release(&list->items[i]);
    free(list->items);
    *list = (struct person_request_list){ .items = NULL };
}

/* ---- asking */

static enum status check(const struct person_request *request, struct day today,
                         struct error *error)
{
    const bool is_objection = request->kind == PERSON_REQUEST_OBJECTION;
    if (is_objection != (request->objects_to != OBJECTION_NONE))
        return error_set(error, STATUS_INVALID, "an objection is against something");
    if (day_compare(request->received_on, today) > 0)
        return error_set(error, STATUS_DATE_INVALID, "received on a day to come");
    return STATUS_OK;
}

static enum status write_request(struct store *store, const char *actor,
                                 const struct person_request *request, const char *about,
                                 struct error *error)
{
    char now[MOMENT_TEXT_SIZE];
    struct query query;
    store_format_now(store, now);
    query_begin(&query, store, SQL_ADD);
    query_bind_text(&query, ":id", request->id);
    query_bind_text(&query, ":person", request->person_id);
    query_bind_text(&query, ":kind", kinds[request->kind]);
    query_bind_text(&query, ":asked_by", data_recipient_word(request->asked_by));
    query_bind_code(&query, ":objects_to", objections[request->objects_to]);
    query_bind_text(&query, ":about", about);
    query_bind_day(&query, ":received_on", true, request->received_on);
    query_bind_day(&query, ":due_on", true, request->due_on);
    query_bind_text(&query, ":now", now);
    query_bind_text(&query, ":actor", actor);
    return query_run(&query, error);
}

static bool counts(const struct consent *consent, const char *purpose)
{
    return consent->is_agreed && !consent->is_withdrawn && consent->superseded_by[0] == '\0' &&
           strcmp(consent_purpose_word(consent->purpose), purpose) == 0;
}

/* Takes back every consent for what is objected to. */
static enum status withdraw(struct store *store, const char *actor,
                            const struct person_request *request, struct day today,
                            struct error *error)
{
    struct consent_list consents;
    enum consent_flaw flaw;
    const struct consent_withdrawal withdrawal = { .day = today };
    enum status status = consent_list(store, request->person_id, &consents, error);
    if (status != STATUS_OK)
        return status;
    for (size_t i = 0; status == STATUS_OK && i < consents.count; i++)
        if (counts(&consents.items[i], objections[request->objects_to]))
            status = consent_withdraw(store, actor, consents.items[i].id, &withdrawal, today, &flaw,
                                      error);
    consent_list_release(&consents);
    return status;
}

static enum status add_within(struct store *store, const char *actor,
                              struct person_request *request, const char *about, struct day today,
                              struct error *error)
{
    int days = 0;
    enum status status = person_record_require(store, request->person_id, error);
    if (status == STATUS_OK)
        status = setting_number(store, SETTING_REQUEST_DAYS, &days, error);
    if (status != STATUS_OK)
        return status;
    status = day_add_days(&request->due_on, request->received_on, days, error);
    if (status != STATUS_OK)
        return status;
    uuid_new(request->id);
    struct act act = { .entry = { actor, "person.request", "person_request", request->id, NULL,
                                  NULL },
                       .person_id = request->person_id,
                       .snapshot = SQL_SNAPSHOT,
                       .key = request->id,
                       .is_new = true };
    status = act_begin(&act, store, error);
    if (status == STATUS_OK)
        status = write_request(store, actor, request, about, error);
    status = act_end(&act, store, status, error);
    if (status == STATUS_OK && request->objects_to != OBJECTION_NONE)
        status = withdraw(store, actor, request, today, error);
    return status;
}

enum status person_request_add(struct store *store, const char *actor,
                               struct person_request *request, struct day today,
                               struct error *error)
{
    struct personal_text text = { .given = request->about,
                                  .max = PERSON_REQUEST_TEXT_MAX,
                                  .is_multiline = true,
                                  .is_required = true };
    bool is_own = false;
    enum status status = check(request, today, error);
    if (status != STATUS_OK)
        return status;
    status = personal_texts_accept(&text, 1, error);
    if (status == STATUS_OK)
        status = act_join(store, &is_own, error);
    if (status == STATUS_OK) {
        status = add_within(store, actor, request, text.accepted, today, error);
        status = act_commit(store, is_own, status, error);
    }
    personal_texts_release(&text, 1);
    return status;
}

/* ---- answering */

static enum status write_answer(struct store *store, const char *actor, const char *id,
                                enum person_request_decision decision, const char *reason,
                                struct day today, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_ANSWER);
    query_bind_text(&query, ":id", id);
    query_bind_text(&query, ":decision", decisions[decision]);
    query_bind_text(&query, ":reason", reason);
    query_bind_day(&query, ":today", true, today);
    query_bind_text(&query, ":actor", actor);
    const enum status status = query_run(&query, error);
    return status == STATUS_OK && store_changed_rows(store) == 0
               ? error_set(error, STATUS_REFUSED, "answered before")
               : status;
}

static enum status answer_within(struct store *store, const char *actor, const char *id,
                                 enum person_request_decision decision, const char *reason,
                                 struct day today, struct error *error)
{
    char person_id[UUID_TEXT_SIZE] = "";
    struct query query;
    query_begin(&query, store, SQL_FIND_PERSON);
    query_bind_text(&query, ":id", id);
    if (query_next_row(&query))
        query_copy_text(&query, 0, person_id, sizeof(person_id));
    enum status status = query_end_found(&query, error);
    if (status != STATUS_OK)
        return status;
    struct act act = { .entry = { actor, "person.request.answer", "person_request", id, NULL,
                                  NULL },
                       .person_id = person_id,
                       .snapshot = SQL_SNAPSHOT,
                       .key = id };
    status = act_begin(&act, store, error);
    if (status == STATUS_OK)
        status = write_answer(store, actor, id, decision, reason, today, error);
    return act_end(&act, store, status, error);
}

enum status person_request_answer(struct store *store, const char *actor, const char *id,
                                  enum person_request_decision decision, const char *reason,
                                  struct day today, struct error *error)
{
    struct personal_text text = { .given = reason,
                                  .max = PERSON_REQUEST_TEXT_MAX,
                                  .is_multiline = true,
                                  .is_required = decision != DECISION_GRANTED };
    bool is_own = false;
    enum status status = decision == DECISION_OPEN ? error_set(error, STATUS_INVALID, "no decision")
                                                   : personal_texts_accept(&text, 1, error);
    if (status == STATUS_OK)
        status = act_join(store, &is_own, error);
    if (status == STATUS_OK) {
        status = answer_within(store, actor, id, decision, text.accepted, today, error);
        status = act_commit(store, is_own, status, error);
    }
    personal_texts_release(&text, 1);
    return status;
}

/* ---- reading */

static enum status read_request(struct query *query, struct person_request *out,
                                struct error *error)
{
    bool has_day = false;
    *out = (struct person_request){ .about = NULL };
    query_copy_text(query, 0, out->id, sizeof(out->id));
    query_copy_text(query, 1, out->person_id, sizeof(out->person_id));
    enum status status = person_request_kind_parse(&out->kind, query_text(query, 2), error);
    if (status == STATUS_OK)
        status = data_recipient_parse(&out->asked_by, query_text(query, 3), error);
    if (status == STATUS_OK)
        status = objection_parse(&out->objects_to, query_text(query, 4), error);
    if (status == STATUS_OK)
        status = person_request_decision_parse(&out->decision, query_text(query, 8), error);
    out->about = query_take_text(query, 5);
    out->received_on = query_day(query, 6, &has_day);
    out->due_on = query_day(query, 7, &has_day);
    out->reason = query_take_text(query, 9);
    out->answered_on = query_day(query, 10, &has_day);
    return status;
}

enum status person_request_list_open(struct store *store, const char *person_id,
                                     struct person_request_list *out, struct error *error)
{
    struct query query;
    enum status status = STATUS_OK;
    *out = (struct person_request_list){ .items = NULL };
    query_begin(&query, store, SQL_LIST);
    query_bind_text(&query, ":person", person_id);
    while (status == STATUS_OK && query_next_row(&query)) {
        status =
            array_reserve(&out->items, &out->capacity, sizeof(*out->items), out->count + 1, error);
        if (status == STATUS_OK)
            status = read_request(&query, &out->items[out->count++], error);
    }
    const enum status ended = query_end(&query, error);
    return status == STATUS_OK ? ended : status;
}

enum status person_request_find(struct store *store, const char *prefix, char out[UUID_TEXT_SIZE],
                                struct error *error)
{
    return id_find(store, SQL_FIND_ID, prefix, out, error);
}
