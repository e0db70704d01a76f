/* SPDX-License-Identifier: Apache-2.0 */

/* Requests that are being written. */
#include "document/request_store.h"

#include "compartment/sealed_act.h"
#include "document/request_private.h"
#include "person/person_record.h"
#include "person/personal_text.h"
#include "store/query_value.h"
#include "store/store.h"

#include <string.h>

#define OWN_DOCUMENT                                                                               \
    "(:document IS NULL OR EXISTS (SELECT 1 FROM identity_document"                                \
    " WHERE identity_document.id = :document AND identity_document.person_id = :person))"

static const char SQL_ADD_REQUEST[] =
    "INSERT INTO document_request (id, person_id, casefile_id, document_id, agency_id, kind,"
    " addressee, about, outgoing_number, receipt_number, state, changed_at)"
    " SELECT :id, :person, :casefile, :document, :agency, :kind, :addressee, :about,"
    " :outgoing_number, :receipt_number, 'drafted', :now WHERE " OWN_DOCUMENT;
static const char SQL_CHANGE_REQUEST[] =
    "UPDATE document_request SET casefile_id = :casefile, document_id = :document,"
    " agency_id = :agency, kind = :kind, addressee = :addressee, about = :about,"
    " outgoing_number = :outgoing_number, receipt_number = :receipt_number, " SQL_REQUEST_CHANGED_AT
    " WHERE id = :id AND person_id = :person AND changed_at = :seen AND " OWN_DOCUMENT;
enum { ADDRESSEE, ABOUT, OUTGOING_NUMBER, RECEIPT_NUMBER, TEXTS };

static enum status accept_texts(const struct request *request, struct personal_text texts[TEXTS],
                                struct error *error)
{
    const struct personal_text limits[TEXTS] = {
        [ADDRESSEE] = { .given = request->addressee, .max = 200, .is_required = true },
        [ABOUT] = { .given = request->about, .max = 400, .is_required = true },
        [OUTGOING_NUMBER] = { .given = request->outgoing_number, .max = 40 },
        [RECEIPT_NUMBER] = { .given = request->receipt_number, .max = 40 },
    };
    memcpy(texts, limits, sizeof(limits));
    return personal_texts_accept(texts, TEXTS, error);
}

/* is_new: changed_at is when it begins, else when the caller saw it. */
static enum status put_request(struct store *store, const char *sql, const struct request *request,
                               bool is_new, struct error *error)
{
    struct personal_text texts[TEXTS];
    enum status status = accept_texts(request, texts, error);
    if (status == STATUS_OK) {
        struct query query;
        query_begin(&query, store, sql);
        query_bind_text(&query, ":id", request->id);
        query_bind_text(&query, ":person", request->person_id);
        query_bind_code(&query, ":casefile", request->casefile_id);
        query_bind_code(&query, ":document", request->document_id);
        query_bind_code(&query, ":agency", request->agency_id);
        query_bind_text(&query, ":kind", request_kind_word(request->kind));
        query_bind_text(&query, ":addressee", texts[ADDRESSEE].accepted);
        query_bind_text(&query, ":about", texts[ABOUT].accepted);
        query_bind_text(&query, ":outgoing_number", texts[OUTGOING_NUMBER].accepted);
        query_bind_text(&query, ":receipt_number", texts[RECEIPT_NUMBER].accepted);
        query_bind_text(&query, is_new ? ":now" : ":seen", request->changed_at);
        if (!is_new)
            request_bind_now(&query, store);
        status = query_run(&query, error);
    }
    personal_texts_release(texts, TEXTS);
    return status;
}

static enum status request_add_within(struct store *store, const char *actor,
                                      struct request *request, struct error *error)
{
    if (request->id[0] == '\0')
        uuid_new(request->id);
    if (!uuid_is_valid(request->id) || (unsigned)request->kind >= REQUEST_KIND_COUNT)
        return error_set(error, STATUS_INVALID, "not an id or no kind of request");
    enum status status = person_record_require(store, request->person_id, error);
    if (status == STATUS_OK)
        status = request_require_origin(store, request->person_id, request->casefile_id,
                                        request->agency_id, request->kind, error);
    if (status != STATUS_OK)
        return status;
    struct act act = request_make_act(actor, "request.add", request->person_id, request->id);
    act.is_new = true;
    store_format_now(store, request->changed_at);
    status = act_begin(&act, store, error);
    if (status == STATUS_OK)
        status = put_request(store, SQL_ADD_REQUEST, request, true, error);
    if (status == STATUS_OK && store_changed_rows(store) != 1)
        status = error_set(error, STATUS_NOT_FOUND, "the person has no such document");
    status = act_end(&act, store, status, error);
    if (status == STATUS_OK)
        request->state = REQUEST_DRAFTED;
    return status;
}

enum status request_add(struct store *store, const char *actor, struct request *request,
                        struct error *error)
{
    struct sealed_act frame;
    enum status status = sealed_act_begin(&frame, store, request->casefile_id, error);
    if (status != STATUS_OK)
        return status;
    status = request_add_within(store, actor, request, error);
    return sealed_act_end(&frame, store, status, error);
}

static enum status change_within(struct store *store, const char *actor,
                                 const struct request *request, struct error *error)
{
    struct request_standing standing;
    enum status status = request_find_standing(store, request->id, &standing, error);
    if (status == STATUS_OK)
        status = request_require_act(&standing, REQUEST_ACT_CHANGE, error);
    if (status == STATUS_OK && (unsigned)request->kind >= REQUEST_KIND_COUNT)
        status = error_set(error, STATUS_INVALID, "no kind of request");
    if (status == STATUS_OK)
        status = request_require_origin(store, request->person_id, request->casefile_id,
                                        request->agency_id, request->kind, error);
    if (status != STATUS_OK)
        return status;
    struct act act = request_make_act(actor, "request.change", standing.person_id, request->id);
    status = act_begin(&act, store, error);
    if (status == STATUS_OK)
        status = put_request(store, SQL_CHANGE_REQUEST, request, false, error);
    if (status == STATUS_OK && store_changed_rows(store) != 1)
        status = error_set(error, STATUS_MOVED, "the request was changed since it was read");
    return act_end(&act, store, status, error);
}

/* What is sealed with a casefile does not move to another one, nor the other way round. */
static enum status require_same_seal(struct store *store, const struct request *request,
                                     struct error *error)
{
    bool is_sealed = false, opens = false;
    if (sealed_is_opened_one(store, request->casefile_id))
        return STATUS_OK;
    const enum status status = sealed_look(store, request->casefile_id, &is_sealed, &opens, error);
    if (status == STATUS_OK && (is_sealed || sealed_is_opened(store)))
        return error_set(error, STATUS_RESTRICTED, "to or from a restricted casefile");
    return status;
}

enum status request_change(struct store *store, const char *actor, const struct request *request,
                           struct error *error)
{
    struct sealed_act frame;
    enum status status = sealed_act_begin_record(&frame, store, request->id, error);
    if (status != STATUS_OK)
        return status;
    status = require_same_seal(store, request, error);
    if (status == STATUS_OK)
        status = change_within(store, actor, request, error);
    return sealed_act_end(&frame, store, status, error);
}
