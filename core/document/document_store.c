/* SPDX-License-Identifier: Apache-2.0 */
#include "document/document_store.h"

#include "journal/act.h"
#include "person/person_record.h"
#include "person/personal_text.h"
#include "search/number_fold.h"
#include "search/search_index.h"
#include "store/query_value.h"
#include "store/store.h"

#include <stdio.h>
#include <string.h>

static const char SQL_ADD_DOCUMENT[] =
    "INSERT INTO identity_document (id, person_id, type, state, series, number, number_folded,"
    " personal_number, issuer_country, issuer, issued_place, issued_on, expires_on, holder_text,"
    " mrz, is_original_seen, copy_location, remark, created_at, changed_at)"
    " VALUES (:id, :person, :type, :state, :series, :number, nullif(:number_folded, ''),"
    " :personal_number, :issuer_country, :issuer, :issued_place, :issued_on, :expires_on,"
    " :holder_text, :mrz, :is_original_seen, :copy_location, :remark, :now, :now)";
/* Two changes in one millisecond still leave two different times. */
static const char SQL_CHANGE_DOCUMENT[] =
    "UPDATE identity_document SET type = :type, series = :series, number = :number,"
    " number_folded = nullif(:number_folded, ''), personal_number = :personal_number,"
    " issuer_country = :issuer_country, issuer = :issuer, issued_place = :issued_place,"
    " issued_on = :issued_on, expires_on = :expires_on, holder_text = :holder_text, mrz = :mrz,"
    " is_original_seen = :is_original_seen, copy_location = :copy_location, remark = :remark,"
    " changed_at = CASE WHEN changed_at < :now THEN :now"
    " ELSE strftime('%Y-%m-%dT%H:%M:%fZ', changed_at, '+0.001 seconds') END"
    " WHERE id = :id AND changed_at = :seen";
static const char SQL_CHANGE_STATE[] =
    "UPDATE identity_document SET state = :state, changed_at = CASE WHEN changed_at < :now"
    " THEN :now ELSE strftime('%Y-%m-%dT%H:%M:%fZ', changed_at, '+0.001 seconds') END"
    " WHERE id = :id";
static const char SQL_ADD_EVENT[] =
    "INSERT INTO identity_document_state"
    " (id, document_id, state, since, circumstances, noted_at, noted_by)"
    " VALUES (:id, :document, :state, :since, :circumstances, :now, :actor)";
static const char SQL_FIND_OWNER[] =
    "SELECT person_id, state FROM identity_document WHERE id = :id";
static const char SQL_SNAPSHOT_DOCUMENT[] =
    "SELECT json_patch('{}', json_object('id', id, 'type', type, 'state', state, 'series', series,"
    " 'number', number, 'personal_number', personal_number, 'issuer_country', issuer_country,"
    " 'issuer', issuer, 'issued_place', issued_place, 'issued_on', issued_on,"
    " 'expires_on', expires_on, 'holder_text', holder_text, 'mrz', mrz,"
    " 'is_original_seen', nullif(is_original_seen, 0), 'copy_location', copy_location,"
    " 'remark', remark)) FROM identity_document WHERE id = :key";
static const char SQL_SNAPSHOT_STATE[] =
    "SELECT json_patch('{}', json_object('id', identity_document.id,"
    " 'state', identity_document.state, 'since', last.since,"
    " 'circumstances', last.circumstances)) FROM identity_document"
    " LEFT JOIN identity_document_state AS last ON last.rowid = (SELECT max(rowid)"
    " FROM identity_document_state WHERE document_id = identity_document.id)"
    " WHERE identity_document.id = :key";

enum {
    SERIES,
    NUMBER,
    PERSONAL_NUMBER,
    ISSUER,
    ISSUED_PLACE,
    HOLDER_TEXT,
    MRZ,
    COPY_LOCATION,
    REMARK,
    TEXTS
};
enum { NUMBER_TEXT_SIZE = 61 * 4 + 1 }; /* series and number, as UTF-8 */

struct owner {
    char person_id[UUID_TEXT_SIZE];
    enum document_state state;
};

/* ---- Writing rows */

static enum status accept_texts(const struct document *document, struct personal_text texts[TEXTS],
                                struct error *error)
{
    const struct personal_text limits[TEXTS] = {
        [SERIES] = { .given = document->series, .max = 20 },
        [NUMBER] = { .given = document->number, .max = 40 },
        [PERSONAL_NUMBER] = { .given = document->personal_number, .max = 40 },
        [ISSUER] = { .given = document->issuer, .max = 200 },
        [ISSUED_PLACE] = { .given = document->issued_place, .max = 200 },
        [HOLDER_TEXT] = { .given = document->holder_text, .max = 240 },
        [MRZ] = { .given = document->mrz, .max = 100 },
        [COPY_LOCATION] = { .given = document->copy_location, .max = 200 },
        [REMARK] = { .given = document->remark, .max = 2000, .is_multiline = true },
    };
    memcpy(texts, limits, sizeof(limits));
    return personal_texts_accept(texts, TEXTS, error);
}

/* What adding and changing have in common. */
static void bind_document(struct query *query, const struct document *document,
                          const struct personal_text texts[TEXTS], const char *now)
{
    char number[NUMBER_TEXT_SIZE];
    char folded[NUMBER_FOLD_SIZE];
    snprintf(number, sizeof(number), "%s%s",
             texts[SERIES].accepted == NULL ? "" : texts[SERIES].accepted,
             texts[NUMBER].accepted == NULL ? "" : texts[NUMBER].accepted);
    number_fold(folded, number);
    query_bind_text(query, ":id", document->id);
    query_bind_text(query, ":type", document->type);
    query_bind_text(query, ":series", texts[SERIES].accepted);
    query_bind_text(query, ":number", texts[NUMBER].accepted);
    query_bind_text(query, ":number_folded", folded);
    query_bind_text(query, ":personal_number", texts[PERSONAL_NUMBER].accepted);
    query_bind_code(query, ":issuer_country", document->issuer_country);
    query_bind_text(query, ":issuer", texts[ISSUER].accepted);
    query_bind_text(query, ":issued_place", texts[ISSUED_PLACE].accepted);
    query_bind_day(query, ":issued_on", document->has_issued_on, document->issued_on);
    query_bind_day(query, ":expires_on", document->has_expires_on, document->expires_on);
    query_bind_text(query, ":holder_text", texts[HOLDER_TEXT].accepted);
    query_bind_text(query, ":mrz", texts[MRZ].accepted);
    query_bind_int(query, ":is_original_seen", document->is_original_seen);
    query_bind_text(query, ":copy_location", texts[COPY_LOCATION].accepted);
    query_bind_text(query, ":remark", texts[REMARK].accepted);
    query_bind_text(query, ":now", now);
}

static enum status add_event(struct store *store, const char *actor, const char *document_id,
                             const struct document_event *event, struct error *error)
{
    char id[UUID_TEXT_SIZE];
    char now[MOMENT_TEXT_SIZE];
    struct query query;
    struct personal_text text = { .given = event->circumstances,
                                  .max = 2000,
                                  .is_multiline = true };
    enum status status = personal_texts_accept(&text, 1, error);
    if (status == STATUS_OK) {
        uuid_new(id);
        store_format_now(store, now);
        query_begin(&query, store, SQL_ADD_EVENT);
        query_bind_text(&query, ":id", id);
        query_bind_text(&query, ":document", document_id);
        query_bind_text(&query, ":state", document_state_word(event->state));
        query_bind_day(&query, ":since", event->has_since, event->since);
        query_bind_text(&query, ":circumstances", text.accepted);
        query_bind_text(&query, ":now", now);
        query_bind_text(&query, ":actor", actor);
        status = query_run(&query, error);
    }
    personal_texts_release(&text, 1);
    return status;
}

static enum status insert_document(struct store *store, const char *actor,
                                   struct document *document, struct error *error)
{
    struct personal_text texts[TEXTS];
    const struct document_event event = { .state = document->state };
    enum status status = accept_texts(document, texts, error);
    if (status == STATUS_OK) {
        struct query query;
        store_format_now(store, document->created_at);
        memcpy(document->changed_at, document->created_at, sizeof(document->changed_at));
        query_begin(&query, store, SQL_ADD_DOCUMENT);
        bind_document(&query, document, texts, document->created_at);
        query_bind_text(&query, ":person", document->person_id);
        query_bind_text(&query, ":state", document_state_word(document->state));
        status = query_run(&query, error);
    }
    personal_texts_release(texts, TEXTS);
    return status == STATUS_OK ? add_event(store, actor, document->id, &event, error) : status;
}

static enum status update_document(struct store *store, const struct document *document,
                                   struct error *error)
{
    struct personal_text texts[TEXTS];
    enum status status = accept_texts(document, texts, error);
    if (status == STATUS_OK) {
        char now[MOMENT_TEXT_SIZE];
        struct query query;
        store_format_now(store, now);
        query_begin(&query, store, SQL_CHANGE_DOCUMENT);
        bind_document(&query, document, texts, now);
        query_bind_text(&query, ":seen", document->changed_at);
        status = query_run(&query, error);
        if (status == STATUS_OK && store_changed_rows(store) != 1)
            status = error_set(error, STATUS_MOVED, "the document was changed since it was read");
    }
    personal_texts_release(texts, TEXTS);
    return status;
}

/* ---- Acts */

static struct act document_act(const char *actor, const char *name, const char *person_id,
                               const char *id)
{
    return (struct act){
        .entry = { .actor = actor, .act = name, .noun = "person", .subject = person_id },
        .person_id = person_id,
        .snapshot = SQL_SNAPSHOT_DOCUMENT,
        .key = id
    };
}

static enum status check_today(struct store *store, const struct document *document,
                               struct error *error)
{
    struct day today;
    const enum status status = person_record_today(store, &today, error);
    return status == STATUS_OK ? document_check(document, today, error) : status;
}

static enum status document_add_within(struct store *store, const char *actor,
                                       struct document *document, struct error *error)
{
    if (document->id[0] == '\0')
        uuid_new(document->id);
    if (!uuid_is_valid(document->id))
        return error_set(error, STATUS_INVALID, "not an id");
    struct act act = document_act(actor, "document.add", document->person_id, document->id);
    act.is_new = true;
    enum status status = check_today(store, document, error);
    if (status == STATUS_OK)
        status = person_record_require(store, document->person_id, error);
    if (status != STATUS_OK)
        return status;
    status = act_begin(&act, store, error);
    if (status == STATUS_OK)
        status = insert_document(store, actor, document, error);
    status = act_end(&act, store, status, error);
    return status == STATUS_OK ? search_index_person(store, document->person_id, error) : status;
}

enum status document_add(struct store *store, const char *actor, struct document *document,
                         struct error *error)
{
    bool is_own;
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = document_add_within(store, actor, document, error);
    return act_commit(store, is_own, status, error);
}

/* Whose document it is, who must still be there. */
static enum status find_owner(struct store *store, const char *id, struct owner *out,
                              struct error *error)
{
    struct query query;
    *out = (struct owner){ .state = DOCUMENT_HELD };
    query_begin(&query, store, SQL_FIND_OWNER);
    query_bind_text(&query, ":id", id);
    if (query_next_row(&query)) {
        query_copy_text(&query, 0, out->person_id, sizeof(out->person_id));
        if (document_state_parse(&out->state, query_text(&query, 1), NULL) != STATUS_OK)
            out->state = DOCUMENT_HELD; /* the table's own check allows no other word */
    }
    const enum status status = query_end_found(&query, error);
    return status == STATUS_OK ? person_record_require(store, out->person_id, error) : status;
}

static enum status change_within(struct store *store, const char *actor,
                                 const struct document *document, struct error *error)
{
    struct owner owner;
    enum status status = check_today(store, document, error);
    if (status == STATUS_OK)
        status = find_owner(store, document->id, &owner, error);
    if (status != STATUS_OK)
        return status;
    struct act act = document_act(actor, "document.change", owner.person_id, document->id);
    status = act_begin(&act, store, error);
    if (status == STATUS_OK)
        status = update_document(store, document, error);
    status = act_end(&act, store, status, error);
    return status == STATUS_OK ? search_index_person(store, owner.person_id, error) : status;
}

enum status document_change(struct store *store, const char *actor, const struct document *document,
                            struct error *error)
{
    bool is_own;
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = change_within(store, actor, document, error);
    return act_commit(store, is_own, status, error);
}

static enum status write_state(struct store *store, const char *actor, const char *id,
                               const struct document_event *event, struct error *error)
{
    char now[MOMENT_TEXT_SIZE];
    struct query query;
    store_format_now(store, now);
    query_begin(&query, store, SQL_CHANGE_STATE);
    query_bind_text(&query, ":id", id);
    query_bind_text(&query, ":state", document_state_word(event->state));
    query_bind_text(&query, ":now", now);
    const enum status status = query_run(&query, error);
    return status == STATUS_OK ? add_event(store, actor, id, event, error) : status;
}

static enum status check_event(struct store *store, const struct document_event *event,
                               struct error *error)
{
    struct day today;
    const enum status status = person_record_today(store, &today, error);
    if (status != STATUS_OK)
        return status;
    if ((unsigned)event->state >= DOCUMENT_STATE_COUNT)
        return error_set(error, STATUS_INVALID, "no state of a document");
    if (event->has_since && day_compare(event->since, today) > 0)
        return error_set(error, STATUS_DATE_INVALID, "happens in the future");
    return STATUS_OK;
}

static enum status change_state_within(struct store *store, const char *actor, const char *id,
                                       const struct document_event *event, struct error *error)
{
    struct owner owner;
    enum status status = check_event(store, event, error);
    if (status == STATUS_OK)
        status = find_owner(store, id, &owner, error);
    if (status == STATUS_OK && !document_state_can_follow(owner.state, event->state))
        status = error_set(error, STATUS_INVALID, "%s cannot follow on %s",
                           document_state_word(event->state), document_state_word(owner.state));
    if (status != STATUS_OK)
        return status;
    struct act act = document_act(actor, "document.state", owner.person_id, id);
    act.snapshot = SQL_SNAPSHOT_STATE;
    status = act_begin(&act, store, error);
    if (status == STATUS_OK)
        status = write_state(store, actor, id, event, error);
    status = act_end(&act, store, status, error);
    return status == STATUS_OK ? search_index_person(store, owner.person_id, error) : status;
}

enum status document_change_state(struct store *store, const char *actor, const char *id,
                                  const struct document_event *event, struct error *error)
{
    bool is_own;
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = change_state_within(store, actor, id, event, error);
    return act_commit(store, is_own, status, error);
}
