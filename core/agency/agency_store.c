/* SPDX-License-Identifier: Apache-2.0 */
#include "agency/agency_store.h"

#include "base/array.h"
#include "journal/act.h"
#include "person/personal_text.h"
#include "store/id_lookup.h"
#include "store/query_value.h"
#include "store/store.h"

#include <string.h>

#define AGENCY_COLUMNS                                                                             \
    "id, name, kind, country, place, address, phone, hours, cost, legal_basis, valid_until,"       \
    " checked_on, coalesce(checked_by, ''), is_protected, is_active, coalesce(of_country, '')"

static const char SQL_ADD_AGENCY[] =
    "INSERT INTO agency (id, name, kind, country, place, address, phone, hours, cost, legal_basis,"
    " valid_until, checked_on, checked_by, is_protected, is_active, of_country) VALUES (:id, "
    ":name, :kind,"
    " :country, :place, :address, :phone, :hours, :cost, :legal_basis, :valid_until, :checked_on,"
    " iif(:checked_on IS NULL, NULL, :actor), :is_protected, :is_active, :of_country)";
static const char SQL_CHANGE_AGENCY[] =
    "UPDATE agency SET name = :name, kind = :kind, country = :country, place = :place,"
    " address = :address, phone = :phone, hours = :hours, cost = :cost,"
    " legal_basis = :legal_basis, valid_until = :valid_until, checked_on = :checked_on,"
    " checked_by = CASE WHEN :checked_on IS checked_on THEN checked_by"
    " WHEN :checked_on IS NOT NULL THEN :actor END,"
    " is_protected = :is_protected, is_active = :is_active, of_country = :of_country WHERE id = "
    ":id";
static const char SQL_FORGET_SERVICES[] = "DELETE FROM agency_service WHERE agency_id = :id";
static const char SQL_ADD_SERVICE[] =
    "INSERT OR IGNORE INTO agency_service (agency_id, service) VALUES (:id, :service)";
static const char SQL_FORGET_LANGUAGES[] = "DELETE FROM agency_language WHERE agency_id = :id";
static const char SQL_ADD_LANGUAGE[] = "INSERT INTO agency_language (agency_id, position, "
                                       "language) VALUES (:id, :position, :language)";
static const char SQL_LIST_LANGUAGES[] =
    "SELECT language FROM agency_language WHERE agency_id = :id ORDER BY position";
static const char SQL_FIND_ID[] = "SELECT id FROM agency WHERE " SQL_ID_BEGINS_SO;
static const char SQL_FIND_AGENCY[] = "SELECT " AGENCY_COLUMNS " FROM agency WHERE id = :id";
static const char SQL_LIST_SERVICES[] =
    "SELECT service FROM agency_service WHERE agency_id = :id ORDER BY service";
static const char SQL_LIST_AGENCIES[] =
    "SELECT " AGENCY_COLUMNS " FROM agency WHERE (:kind IS NULL OR kind = :kind)"
    " AND (:language IS NULL OR EXISTS (SELECT 1 FROM agency_language"
    " WHERE agency_id = agency.id AND language = :language))"
    " AND (:inactive OR is_active) AND (:service IS NULL OR EXISTS (SELECT 1 FROM agency_service"
    " WHERE agency_id = agency.id AND service = :service)) ORDER BY name, id";
static const char SQL_SNAPSHOT_AGENCY[] =
    "SELECT json_patch('{}', json_object('id', id, 'name', name, 'kind', kind, 'country', country,"
    " 'place', place, 'address', address, 'phone', phone, 'hours', hours, 'cost', cost,"
    " 'legal_basis', legal_basis, 'valid_until', valid_until, 'checked_on', checked_on,"
    " 'checked_by', checked_by, 'is_protected', is_protected, 'is_active', is_active,"
    " 'of_country', of_country,"
    " 'languages', json((SELECT nullif(json_group_array(language), '[]') FROM (SELECT language"
    " FROM agency_language WHERE agency_id = :key ORDER BY position))),"
    " 'services', json((SELECT nullif(json_group_array(service), '[]') FROM (SELECT service"
    " FROM agency_service WHERE agency_id = :key ORDER BY service)))))"
    " FROM agency WHERE id = :key";

enum { NAME, PLACE, ADDRESS, PHONE, HOURS, COST, LEGAL_BASIS, TEXTS };

/* ---- Writing */

static enum status accept_texts(const struct agency *agency, struct personal_text texts[TEXTS],
                                struct error *error)
{
    const struct personal_text limits[TEXTS] = {
        [NAME] = { .given = agency->name, .max = 200, .is_required = true },
        [PLACE] = { .given = agency->place, .max = 200 },
        [ADDRESS] = { .given = agency->address, .max = 400 },
        [PHONE] = { .given = agency->phone, .max = 120 },
        [HOURS] = { .given = agency->hours, .max = 200 },
        [COST] = { .given = agency->cost, .max = 200 },
        [LEGAL_BASIS] = { .given = agency->legal_basis, .max = 400 },
    };
    memcpy(texts, limits, sizeof(limits));
    return personal_texts_accept(texts, TEXTS, error);
}

static enum status put_agency(struct store *store, const char *sql, const char *actor,
                              const struct agency *agency, struct error *error)
{
    struct personal_text texts[TEXTS];
    enum status status = accept_texts(agency, texts, error);
    if (status == STATUS_OK) {
        struct query query;
        query_begin(&query, store, sql);
        query_bind_text(&query, ":id", agency->id);
        query_bind_text(&query, ":name", texts[NAME].accepted);
        query_bind_text(&query, ":kind", agency->kind);
        query_bind_text(&query, ":country", agency->country);
        query_bind_text(&query, ":place", texts[PLACE].accepted);
        query_bind_text(&query, ":address", texts[ADDRESS].accepted);
        query_bind_text(&query, ":phone", texts[PHONE].accepted);
        query_bind_text(&query, ":hours", texts[HOURS].accepted);
        query_bind_text(&query, ":cost", texts[COST].accepted);
        query_bind_text(&query, ":legal_basis", texts[LEGAL_BASIS].accepted);
        query_bind_day(&query, ":valid_until", agency->has_valid_until, agency->valid_until);
        query_bind_day(&query, ":checked_on", agency->has_checked_on, agency->checked_on);
        query_bind_text(&query, ":actor", actor);
        query_bind_int(&query, ":is_protected", agency->is_protected);
        query_bind_int(&query, ":is_active", agency->is_active);
        query_bind_code(&query, ":of_country", agency->of_country);
        status = query_run(&query, error);
        if (status == STATUS_OK && store_changed_rows(store) != 1)
            status = error_set(error, STATUS_NOT_FOUND, "no such body");
    }
    personal_texts_release(texts, TEXTS);
    return status;
}

static enum status put_services(struct store *store, const struct agency *agency,
                                struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_FORGET_SERVICES);
    query_bind_text(&query, ":id", agency->id);
    enum status status = query_run(&query, error);
    for (size_t i = 0; i < agency->services.count && status == STATUS_OK; i++) {
        query_begin(&query, store, SQL_ADD_SERVICE);
        query_bind_text(&query, ":id", agency->id);
        query_bind_text(&query, ":service", agency->services.items[i]);
        status = query_run(&query, error);
    }
    return status;
}

static enum status put_languages(struct store *store, const struct agency *agency,
                                 struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_FORGET_LANGUAGES);
    query_bind_text(&query, ":id", agency->id);
    enum status status = query_run(&query, error);
    for (size_t i = 0; i < agency->language_count && status == STATUS_OK; i++) {
        query_begin(&query, store, SQL_ADD_LANGUAGE);
        query_bind_text(&query, ":id", agency->id);
        query_bind_int(&query, ":position", (int)i);
        query_bind_text(&query, ":language", agency->languages[i]);
        status = query_run(&query, error);
    }
    return status;
}

static enum status write_agency(struct store *store, struct act *act, const struct agency *agency,
                                struct error *error)
{
    bool is_own;
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = act_begin(act, store, error);
    if (status == STATUS_OK)
        status = put_agency(store, act->is_new ? SQL_ADD_AGENCY : SQL_CHANGE_AGENCY,
                            act->entry.actor, agency, error);
    if (status == STATUS_OK)
        status = put_services(store, agency, error);
    if (status == STATUS_OK)
        status = put_languages(store, agency, error);
    status = act_end(act, store, status, error);
    return act_commit(store, is_own, status, error);
}

enum status agency_add(struct store *store, const char *actor, struct agency *agency,
                       struct day today, struct error *error)
{
    if (agency->id[0] == '\0')
        uuid_new(agency->id);
    if (!uuid_is_valid(agency->id))
        return error_set(error, STATUS_INVALID, "not an id");
    const enum status status = agency_check(agency, today, error);
    if (status != STATUS_OK)
        return status;
    struct act act = { .entry = { actor, "agency.add", "agency", agency->id, NULL, NULL },
                       .snapshot = SQL_SNAPSHOT_AGENCY,
                       .key = agency->id,
                       .is_new = true };
    return write_agency(store, &act, agency, error);
}

enum status agency_change(struct store *store, const char *actor, const struct agency *agency,
                          struct day today, struct error *error)
{
    const enum status status = agency_check(agency, today, error);
    if (status != STATUS_OK)
        return status;
    struct act act = { .entry = { actor, "agency.change", "agency", agency->id, NULL, NULL },
                       .snapshot = SQL_SNAPSHOT_AGENCY,
                       .key = agency->id };
    return write_agency(store, &act, agency, error);
}

/* ---- Reading */

enum status agency_find(struct store *store, const char *prefix, char out[UUID_TEXT_SIZE],
                        struct error *error)
{
    return id_find(store, SQL_FIND_ID, prefix, out, error);
}

static void read_agency(struct query *query, struct agency *out)
{
    *out = (struct agency){ .name = NULL };
    query_copy_text(query, 0, out->id, sizeof(out->id));
    out->name = query_take_text(query, 1);
    query_copy_text(query, 2, out->kind, sizeof(out->kind));
    query_copy_text(query, 3, out->country, sizeof(out->country));
    out->place = query_take_text(query, 4);
    out->address = query_take_text(query, 5);
    out->phone = query_take_text(query, 6);
    out->hours = query_take_text(query, 7);
    out->cost = query_take_text(query, 8);
    out->legal_basis = query_take_text(query, 9);
    out->valid_until = query_day(query, 10, &out->has_valid_until);
    out->checked_on = query_day(query, 11, &out->has_checked_on);
    query_copy_text(query, 12, out->checked_by, sizeof(out->checked_by));
    out->is_protected = query_int(query, 13) != 0;
    out->is_active = query_int(query, 14) != 0;
    query_copy_text(query, 15, out->of_country, sizeof(out->of_country));
}

static enum status read_services(struct store *store, struct agency *agency, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_LIST_SERVICES);
    query_bind_text(&query, ":id", agency->id);
    while (query_next_row(&query))
        if (agency_add_service(agency, query_text(&query, 0), &query.failure) != STATUS_OK)
            break;
    return query_end(&query, error);
}

static enum status read_languages(struct store *store, struct agency *agency, struct error *error)
{
    struct query query;
    query_begin(&query, store, SQL_LIST_LANGUAGES);
    query_bind_text(&query, ":id", agency->id);
    while (query_next_row(&query))
        if (agency_add_language(agency, query_text(&query, 0), &query.failure) != STATUS_OK)
            break;
    return query_end(&query, error);
}

static enum status read_lists(struct store *store, struct agency *agency, struct error *error)
{
    const enum status status = read_services(store, agency, error);
    return status == STATUS_OK ? read_languages(store, agency, error) : status;
}

enum status agency_load(struct store *store, const char *id, struct agency *out,
                        struct error *error)
{
    struct query query;
    *out = (struct agency){ .name = NULL };
    query_begin(&query, store, SQL_FIND_AGENCY);
    query_bind_text(&query, ":id", id);
    if (query_next_row(&query))
        read_agency(&query, out);
    enum status status = query_end_found(&query, error);
    if (status == STATUS_OK)
        status = read_lists(store, out, error);
    if (status != STATUS_OK)
        agency_release(out);
    return status;
}

static enum status read_list(struct query *query, struct agency_list *out, struct error *error)
{
    while (query_next_row(query)) {
        if (array_reserve(&out->items, &out->capacity, sizeof(*out->items), out->count + 1,
                          &query->failure) != STATUS_OK)
            break;
        read_agency(query, &out->items[out->count++]);
    }
    return query_end(query, error);
}

enum status agency_list(struct store *store, const struct agency_filter *filter,
                        struct agency_list *out, struct error *error)
{
    struct query query;
    *out = (struct agency_list){ .items = NULL };
    query_begin(&query, store, SQL_LIST_AGENCIES);
    query_bind_text(&query, ":kind", filter->kind);
    query_bind_text(&query, ":service", filter->service);
    query_bind_text(&query, ":language", filter->language);
    query_bind_int(&query, ":inactive", filter->includes_inactive);
    enum status status = read_list(&query, out, error);
    for (size_t i = 0; i < out->count && status == STATUS_OK; i++)
        status = read_lists(store, &out->items[i], error);
    if (status != STATUS_OK)
        agency_list_release(out);
    return status;
}
