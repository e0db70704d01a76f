/* SPDX-License-Identifier: Apache-2.0 */
#include "country/country_store.h"

#include "base/text.h"
#include "journal/act.h"
#include "journal/journal.h"
#include "store/query.h"
#include "store/query_value.h"
#include "store/store.h"

#include <stdlib.h>
#include <string.h>

static const char SQL_FIND_PACK[] =
    "SELECT body, base, changed_at FROM country_pack WHERE country = :country";
static const char SQL_SAVE_PACK[] =
    "INSERT INTO country_pack (country, version, body, base, changed_at, changed_by)"
    " VALUES (:country, :version, :body, :base, :now, :actor)"
    " ON CONFLICT (country) DO UPDATE SET version = excluded.version, body = excluded.body,"
    " base = excluded.base, changed_at = excluded.changed_at, changed_by = excluded.changed_by";
/* Packs hold no personal words, so the journal has them whole: which rule counted when. */
static const char SQL_DESCRIBE[] =
    "SELECT json_object('version', version, 'body', body) FROM country_pack"
    " WHERE country = :country";

/* ---- reading */

static enum status copy_builtin(struct country_copy *out, const char *country, struct error *error)
{
    const struct yaml_source *builtin = country_pack_builtin(country);
    if (builtin == NULL)
        return error_set(error, STATUS_NOT_FOUND, "a country pack");
    enum status status = text_copy(&out->body, builtin->text, error);
    if (status == STATUS_OK)
        status = text_copy(&out->base, builtin->text, error);
    return status;
}

enum status country_store_read(struct country_copy *out, struct store *store, const char *country,
                               struct error *error)
{
    struct query query;
    *out = (struct country_copy){ .is_own = false };
    query_begin(&query, store, SQL_FIND_PACK);
    query_bind_text(&query, ":country", country);
    if (query_next_row(&query)) {
        out->is_own = true;
        out->body = query_take_text(&query, 0);
        out->base = query_take_text(&query, 1);
        query_copy_text(&query, 2, out->changed_at, sizeof(out->changed_at));
    }
    enum status status = query_end(&query, error);
    if (status == STATUS_OK && !out->is_own)
        status = copy_builtin(out, country[0] == '\0' ? COUNTRY_COMMON : country, error);
    if (status != STATUS_OK)
        country_copy_release(out);
    return status;
}

void country_copy_release(struct country_copy *copy)
{
    free(copy->body);
    free(copy->base);
    *copy = (struct country_copy){ .is_own = false };
}

enum status country_store_load(struct country_pack **out, struct store *store, const char *country,
                               struct fault_list *faults, struct error *error)
{
    struct country_copy copy;
    *out = NULL;
    enum status status = country_store_read(&copy, store, country, error);
    if (status != STATUS_OK)
        return status;
    const struct yaml_source own = { country, copy.body, strlen(copy.body) };
    status = country_pack_load(out, country, copy.is_own ? &own : NULL, faults, error);
    country_copy_release(&copy);
    return status;
}

/* ---- writing */

static enum status describe(char **out, struct store *store, const char *country,
                            struct error *error)
{
    struct query query;
    *out = NULL;
    query_begin(&query, store, SQL_DESCRIBE);
    query_bind_text(&query, ":country", country);
    if (query_next_row(&query))
        *out = query_take_text(&query, 0);
    return query_end(&query, error);
}

struct writing {
    const char *country;
    int version;
    const char *body;
    const char *base;
};

static enum status write_row(struct store *store, const char *actor, const struct writing *writing,
                             struct error *error)
{
    struct query query;
    char now[MOMENT_TEXT_SIZE];
    query_begin(&query, store, SQL_SAVE_PACK);
    query_bind_text(&query, ":country", writing->country);
    store_format_now(store, now);
    query_bind_int(&query, ":version", writing->version);
    query_bind_text(&query, ":body", writing->body);
    query_bind_text(&query, ":base", writing->base);
    query_bind_text(&query, ":now", now);
    query_bind_text(&query, ":actor", actor);
    return query_run(&query, error);
}

/* What it was before, the row, what it is now, all in the journal. */
static enum status write_journalled(struct store *store, const char *actor, const char *act,
                                    const struct writing *writing, struct error *error)
{
    char *before = NULL;
    char *after = NULL;
    enum status status = describe(&before, store, writing->country, error);
    if (status == STATUS_OK)
        status = write_row(store, actor, writing, error);
    if (status == STATUS_OK)
        status = describe(&after, store, writing->country, error);
    if (status == STATUS_OK) {
        const struct journal_entry entry = {
            actor, act, "country", writing->country, before, after
        };
        status = journal_append(store, &entry, error);
    }
    free(before);
    free(after);
    return status;
}

static enum status save_within(struct store *store, const char *actor, const char *country,
                               const struct country_pack *pack, const char *body,
                               struct error *error)
{
    struct country_copy copy;
    enum status status = country_store_read(&copy, store, country, error);
    if (status != STATUS_OK)
        return status;
    const struct writing writing = { country, pack->version, body, copy.base };
    if (!copy.is_own || strcmp(copy.body, body) != 0)
        status = write_journalled(store, actor, "country.change", &writing, error);
    country_copy_release(&copy);
    return status;
}

enum status country_store_save(bool *is_saved, struct store *store, const char *actor,
                               const char *country, const struct yaml_source *text,
                               struct fault_list *faults, struct error *error)
{
    struct country_pack *pack = NULL;
    char *body = NULL;
    bool is_own = false;
    *is_saved = false;
    if (!country_is_known(country))
        return error_set(error, STATUS_NOT_FOUND, "a country");
    enum status status = country_pack_load(&pack, country, text, faults, error);
    if (status != STATUS_OK || pack == NULL)
        return status;
    body = strndup(text->text, text->length);
    if (body == NULL)
        status = error_set(error, STATUS_OUT_OF_MEMORY, "a country pack");
    if (status == STATUS_OK)
        status = act_join(store, &is_own, error);
    if (status == STATUS_OK) {
        status = save_within(store, actor, country, pack, body, error);
        status = act_commit(store, is_own, status, error);
    }
    *is_saved = status == STATUS_OK;
    country_pack_release(pack);
    free(body);
    return status;
}

static enum status replace(struct store *store, const char *actor, const char *act,
                           const struct writing *writing, struct error *error)
{
    struct country_copy copy;
    bool is_own;
    enum status status = act_join(store, &is_own, error);
    if (status != STATUS_OK)
        return status;
    status = country_store_read(&copy, store, writing->country, error);
    if (status == STATUS_OK && !copy.is_own)
        status = error_set(error, STATUS_NOT_FOUND, "a country pack of the office's own");
    if (status == STATUS_OK)
        status = write_journalled(store, actor, act, writing, error);
    country_copy_release(&copy);
    return act_commit(store, is_own, status, error);
}

enum status country_store_take(struct store *store, const char *actor, const char *country,
                               struct error *error)
{
    struct fault_list faults = { .items = NULL };
    struct country_pack *pack = NULL;
    enum status status = country_pack_load(&pack, country, NULL, &faults, error);
    if (status == STATUS_OK && pack == NULL)
        status = error_set(error, STATUS_INTERNAL, "the program's pack of %s has faults", country);
    if (status == STATUS_OK) {
        const char *text = country_pack_builtin(country)->text;
        const struct writing writing = { country, pack->version, text, text };
        status = replace(store, actor, "country.take", &writing, error);
    }
    country_pack_release(pack);
    fault_list_release(&faults);
    return status;
}
